//! `ordain check` of many matters: each by itself, then one report of all.

use std::io::Write;

use super::baseline::{Known, write_known_of_many};
use super::checked::{Args, Checked, check_matter, targets_of_run};
use super::choice::{Many, Named};
use super::exit::Exit;
use super::failure::Failure;
use super::fix::Fix;
use super::input::OpenMatter;
use super::jobs::{UNFORESEEN, run_for_each};
use super::outputs;
use super::streams::write_note;
use crate::disk;
use ordain_core::report::Comparison;
use ordain_render::findings;
use ordain_render::matters::{MatterOfRun, Outcome, Run};

/// A matter of the run: checked and compared, or why not.
type Result1 = Result<(Checked, Option<Comparison>), String>;

pub(super) fn run(args: &Args, many: &Many, out: &mut dyn Write) -> Result<u8, Failure> {
    let alone = args.only_for_one_matter();
    if let Some(option) = alone {
        return Err(format!("`{option}` is about one matter, and {} are named: name one", many.matters.len()).into());
    }
    if args.diff {
        return show_fixes(args, many, out);
    }
    let config = args.settings.named()?.unwrap_or_default();
    let outputs = outputs::chosen(&args.format, &config.format)?;
    let targets = targets_of_run(args, &outputs)?;
    let known = Known::chosen(args.baseline.as_deref(), config.baseline.as_ref())?;
    let jobs = args.jobs.of(many.matters.len());
    let mut notes: Vec<String> = many.notes.iter().map(|n| format!("{}: {}", n.severity.name(), n.message)).collect();
    let found = run_for_each(&many.matters, jobs, |m| check_one(args, m, jobs.get(), known.as_ref()));
    let mut results: Vec<Result1> = Vec::new();
    for result in found {
        let (said, result) = result.unwrap_or_else(|| (Vec::new(), Err(UNFORESEEN.to_owned())));
        notes.extend(said.into_iter().filter(|s| !notes.contains(s)).collect::<Vec<_>>());
        results.push(result);
    }
    let read = results.iter().flatten().flat_map(|(c, _)| c.report.inputs.iter().map(|i| i.path.as_str()));
    targets.spare(read)?;
    if let Some(file) = &args.findings {
        let rows = || results.iter().flatten().filter_map(|(c, _)| c.report.rows.as_ref());
        disk::write_by(file, &mut |out| findings::write(rows(), out))?;
    }
    if let Some(file) = &args.write_baseline {
        let reports =
            results.iter().zip(&many.matters).map(|(r, m)| (m.path.as_str(), r.as_ref().map(|(c, _)| &c.report)));
        notes.push(format!("baseline: {}", write_known_of_many(file, &reports.collect::<Vec<_>>())?));
    }
    let root = super::input::root();
    let matters: Vec<MatterOfRun<'_>> =
        many.matters.iter().zip(&results).map(|(m, result)| matter_of_run(args, m, result, &root)).collect();
    let mut status = matters.iter().map(|m| Exit::from(m.status)).fold(Exit::Clean, Exit::worse);
    if args.strict && status == Exit::Clean && !many.notes.is_empty() {
        status = Exit::Undetermined;
    }
    let run =
        Run { matters: &matters, notes: &many.notes, status: status as u8, root: &root, style: args.screen.style() };
    let status = outputs::write(&outputs, status, |format| format.write_many(&run), out)?;
    notes.iter().for_each(|n| write_note(n));
    Ok(status)
}

/// One of them: what is said of it on the error stream, and the result.
fn check_one(args: &Args, named: &Named, jobs: usize, known: Option<&Known>) -> (Vec<String>, Result1) {
    let mut said = Vec::new();
    let result = || -> Result1 {
        if let Some(wrong) = &named.wrong {
            return Err(wrong.clone());
        }
        let paths = std::slice::from_ref(&named.path);
        let settings = args.settings.read(&named.path)?;
        said.extend(settings.notes().iter().map(|n| format!("{}: {}", n.severity.name(), n.message)));
        let checked = check_matter(args, paths, &settings, jobs).map_err(|e| e.to_string())?;
        let comparison = known.map(|k| k.compare(&named.path, &checked.report)).transpose()?;
        // A matter of which the baseline has nothing needs no line.
        let compared = comparison.iter().filter(|c| !c.is_empty());
        said.extend(compared.map(|c| format!("baseline, {}: {}", named.path, c.summary())));
        Ok((checked, comparison))
    };
    let result = { result }();
    (said, result)
}

fn matter_of_run<'r>(args: &Args, named: &'r Named, result: &'r Result1, root: &'r str) -> MatterOfRun<'r> {
    let path = named.path.as_str();
    match result {
        Err(why) => MatterOfRun { path, status: Exit::Wrong as u8, outcome: Outcome::NotRead(why) },
        Ok((checked, comparison)) => {
            let status = Exit::of(&checked.report, checked.fails, comparison.as_ref());
            let options =
                ordain_render::Options { baseline: comparison.as_ref(), ..checked.options(args, status, root) };
            MatterOfRun { path, status: status as u8, outcome: Outcome::Checked(&checked.report, options) }
        }
    }
}

/// `--fix --diff`: what would be fixed in each.
fn show_fixes(args: &Args, many: &Many, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut worst = Exit::Clean;
    for named in &many.matters {
        let opened = match &named.wrong {
            Some(wrong) => Err(wrong.clone()),
            None => OpenMatter::read(std::slice::from_ref(&named.path), false).map_err(|e| e.to_string()),
        };
        let status = match opened {
            Ok(matter) => Exit::from(Fix::of(matter.texts, &matter.name).show(args.screen.style(), out)?),
            Err(why) => super::streams::write_refusal(&why),
        };
        worst = worst.worse(status);
    }
    Ok(worst as u8)
}
