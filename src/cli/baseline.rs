//! `--baseline` and `--write-baseline`: of one matter, or of many in one file.

use std::path::Path;

use crate::disk::{self, Disk};
use ordain_core::report::{Baseline, BaselineOfMany, Comparison, Report};
use ordain_core::session::files::{Files, Text};

/// What a file knows.
pub(super) struct Known {
    file: String,
    matters: Matters,
}

enum Matters {
    One(Baseline),
    Many(BaselineOfMany),
}

impl Known {
    /// That of the command line, else that of the settings file that it names.
    ///
    /// # Errors
    /// In words: the file cannot be read.
    pub(super) fn chosen(asked: Option<&str>, settings: Option<&(String, String)>) -> Result<Option<Self>, String> {
        match (asked, settings) {
            (Some(file), _) => {
                let text = Disk.single(file).map_err(|e| format!("{e}: --write-baseline makes a baseline"))?;
                Self::read(file, &text).map(Some)
            }
            (None, Some((folder, file))) => match Disk.paper(folder, file).map_err(|e| e.to_string())? {
                Some(text) => Self::read(file, &text).map(Some),
                None => Err(format!("there is no file `{file}`: --write-baseline makes a baseline")),
            },
            (None, None) => Ok(None),
        }
    }

    fn read(file: &str, text: &Text) -> Result<Self, String> {
        let refused = |why: String| refuse_baseline(file, &why);
        let text = text.decode().map_err(|e| refused(e.hint.to_owned()))?;
        let matters = match BaselineOfMany::is_one(text) {
            true => BaselineOfMany::read(text).map(Matters::Many),
            false => Baseline::read(text).map(Matters::One),
        };
        Ok(Self { file: file.to_owned(), matters: matters.map_err(refused)? })
    }

    /// The report of the matter in this folder, compared.
    ///
    /// # Errors
    /// In words: what is known is of another matter or another view, or of a later day.
    pub(super) fn compare(&self, matter: &str, report: &Report) -> Result<Comparison, String> {
        let compared = match &self.matters {
            Matters::One(known) => known.compare(report),
            Matters::Many(known) => known.compare(&key_of_matter(&self.file, matter), report),
        };
        compared.map_err(|why| refuse_baseline(&self.file, &why))
    }
}

fn refuse_baseline(file: &str, why: &str) -> String {
    format!("the baseline `{file}` cannot be used: {why}")
}

/// The path of a matter, as seen from the folder of the baseline where it is in it: the same from wherever the
/// command is run.
fn key_of_matter(file: &str, matter: &str) -> String {
    let folder = Path::new(file).parent().map(|p| p.to_string_lossy().into_owned()).unwrap_or_default();
    let (home, real) = (Disk.real(if folder.is_empty() { "." } else { &folder }), Disk.real(matter));
    if real == home {
        return ".".to_owned();
    }
    let below = real.strip_prefix(&home).and_then(|r| r.strip_prefix(['/', '\\']));
    Disk.shown(below.unwrap_or(matter))
}

/// Writes what is there now, all of which is known then.
///
/// # Errors
/// In words: the report is not one to rest on, or the file cannot be written.
pub(super) fn write_known(file: &str, report: &Report) -> Result<Comparison, String> {
    if report.files_wrong() {
        return Err(format!("no baseline was written to `{file}`: fix the errors of the matter first"));
    }
    let baseline = Baseline::of(report);
    disk::write(file, baseline.write()).map_err(|e| e.to_string())?;
    baseline.compare(report)
}

/// The same for many matters in one file; what is said of it.
///
/// # Errors
/// In words: a report is not one to rest on, or the file cannot be written.
pub(super) fn write_known_of_many<E>(file: &str, reports: &[(&str, Result<&Report, E>)]) -> Result<String, String> {
    let mut known = Vec::new();
    for (path, report) in reports {
        match report {
            Ok(report) if !report.files_wrong() => known.push((key_of_matter(file, path), *report)),
            _ => return Err(format!("no baseline was written to `{file}`: fix the errors of `{path}` first")),
        }
    }
    let all = BaselineOfMany::of(known.iter().map(|(path, report)| (path.clone(), *report)));
    disk::write(file, all.write()).map_err(|e| e.to_string())?;
    Ok(format!(
        "{} known in {}",
        all.count(),
        ordain_base::words::plural(i64::try_from(known.len()).unwrap_or(i64::MAX), "matter")
    ))
}
