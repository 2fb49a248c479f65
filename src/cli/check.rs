//! `ordain check`: which duties are met, late, breached, pending or undecided.

use std::io::Write;

use super::baseline::{Known, write_known};
use super::check_many;
use super::checked::{Args, check_matter, targets_of_run};
use super::choice::{Chosen, choose_matters};
use super::exit::Exit;
use super::failure::Failure;
use super::fix::Fix;
use super::input::OpenMatter;
use super::outputs;
use super::streams::write_note;
use crate::disk;
use ordain_render::{Options, findings};

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    match choose_matters(&args.matter.paths)? {
        Chosen::One(paths) if args.diff => {
            let matter = OpenMatter::read_and_note(&paths, args.matter.question.allow_outside)?;
            Ok(Fix::of(matter.texts, &matter.name).show(args.screen.style(), out)?)
        }
        Chosen::One(paths) => check_one(args, &paths, out),
        Chosen::Many(many) => check_many::run(args, &many, out),
    }
}

fn check_one(args: &Args, paths: &[String], out: &mut dyn Write) -> Result<u8, Failure> {
    let config = args.settings.read(paths.first().map_or(".", String::as_str))?;
    let outputs = outputs::chosen(&args.format, &config.format)?;
    let targets = targets_of_run(args, &outputs)?;
    let checked = check_matter(args, paths, &config, 1)?;
    targets.spare(checked.report.inputs.iter().map(|i| i.path.as_str()))?;
    if let (Some(file), Some(rows)) = (&args.findings, &checked.report.rows) {
        disk::write_by(file, &mut |out| findings::write([rows], out))?;
    }
    let known = Known::chosen(args.baseline.as_deref(), config.baseline.as_ref())?;
    let comparison = match (&args.write_baseline, &known) {
        (Some(file), _) => Some(write_known(file, &checked.report)?),
        (None, Some(known)) => Some(known.compare(paths.first().map_or(".", String::as_str), &checked.report)?),
        (None, None) => None,
    };
    let status = Exit::of(&checked.report, checked.fails, comparison.as_ref());
    let root = super::input::root();
    let options = Options { baseline: comparison.as_ref(), ..checked.options(args, status, &root) };
    let status = outputs::write(&outputs, status, |format| format.write(&checked.report, &options), out)?;
    for note in config.notes() {
        write_note(&format!("{}: {}", note.severity.name(), note.message));
    }
    if let Some(comparison) = &comparison {
        write_note(&format!("baseline: {}", comparison.summary()));
    }
    Ok(status)
}
