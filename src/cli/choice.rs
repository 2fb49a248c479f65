//! What is named on the command line: one matter, or many.
//!
//! Files named one by one are one matter. A folder with an order of its own is one matter. More than one folder, or a
//! folder that is searched for matters, is a run of many.

use std::collections::BTreeSet;

use crate::disk::Disk;
use ordain_base::diag::Diagnostic;
use ordain_core::session::files::FilesError;

/// One matter, or many.
#[derive(Debug)]
pub(super) enum Chosen {
    /// A folder, or the files that were named, in the order of their names.
    One(Vec<String>),
    Many(Many),
}

/// The matters of a run, in the order of their paths.
#[derive(Debug, Default)]
pub(super) struct Many {
    pub(super) matters: Vec<Named>,
    /// What of the folders that were searched is not read.
    pub(super) notes: Vec<Diagnostic>,
}

/// One matter of a run of many.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) path: String,
    /// Why there is none, where the folder that was named has no matter.
    pub(super) wrong: Option<String>,
}

/// What these paths are.
///
/// # Errors
/// In words for the user: files and folders side by side, or one folder without a matter.
pub(super) fn choose_matters(paths: &[String]) -> Result<Chosen, FilesError> {
    let mut seen = BTreeSet::new();
    // One folder or file by two paths is one.
    let paths: Vec<&String> = paths.iter().filter(|p| seen.insert(Disk.real(p))).collect();
    let (folders, others): (Vec<&String>, Vec<&String>) = paths.iter().partition(|p| Disk.is_folder(p));
    if folders.is_empty() {
        let mut files: Vec<String> = others.into_iter().cloned().collect();
        files.sort();
        return Ok(Chosen::One(files));
    }
    let (files, missing): (Vec<&String>, Vec<&String>) =
        others.into_iter().partition(|p| *p == "-" || Disk.is_there(p));
    if let (Some(file), Some(folder)) = (files.first(), folders.first()) {
        return Err(FilesError::Mixed((*file).clone(), (*folder).clone()));
    }
    if let ([folder], []) = (folders.as_slice(), missing.as_slice()) {
        let shown = Disk.shown(folder);
        let found = Disk.search(folder)?;
        return Ok(match found.matters.as_slice() {
            [own] if *own == shown => Chosen::One(vec![(*folder).clone()]),
            _ => Chosen::Many(gather_matters(vec![(*folder, Ok(found))])),
        });
    }
    let missing = missing.into_iter().map(|path| (path, Err(FilesError::Missing(path.clone()))));
    Ok(Chosen::Many(gather_matters(folders.iter().map(|f| (*f, Disk.search(f))).chain(missing).collect())))
}

/// The matters of all folders, each once, in the order of their paths.
fn gather_matters(searched: Vec<(&String, Result<crate::disk::Search, FilesError>)>) -> Many {
    let mut all = Many::default();
    for (path, found) in searched {
        match found {
            Ok(found) => {
                all.matters.extend(found.matters.into_iter().map(|path| Named { path, wrong: None }));
                all.notes.extend(found.notes);
            }
            Err(error) => all.matters.push(Named { path: Disk.shown(path), wrong: Some(error.to_string()) }),
        }
    }
    let mut seen = BTreeSet::new();
    all.matters.sort_by(|a, b| a.path.cmp(&b.path));
    all.matters.retain(|m| seen.insert(Disk.real(&m.path)));
    all.notes.dedup();
    all
}
