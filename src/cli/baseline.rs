//! `--baseline` and `--write-baseline`.

use crate::disk::{self, Disk};
use ordain_core::report::{Baseline, Comparison, Report};
use ordain_core::session::files::Files;

/// The report compared with what a file knows.
///
/// # Errors
/// In words: the file cannot be read, or is of another view.
pub(super) fn compare_with(file: &str, report: &Report) -> Result<Comparison, String> {
    let refused = |why: String| format!("the baseline `{file}` cannot be used: {why}");
    let text = Disk.single(file).map_err(|e| format!("{e}: --write-baseline makes a baseline"))?;
    let text = text.decode().map_err(|e| refused(e.hint.to_owned()))?;
    Baseline::read(text).and_then(|b| b.compare(report)).map_err(refused)
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
    disk::write(file, &baseline.write()).map_err(|e| e.to_string())?;
    baseline.compare(report)
}
