//! All order and fact files of a folder and of those below it.

use std::path::Path;

use ordain_base::source::SourceKind;
use ordain_core::session::files::{FilesError, join_path};

use super::names::entries_of_folder;
use super::search::MOST;

/// The files, by name, folder by folder. Links are not followed, nor what the system or a program keeps for itself
/// (`.git`, `.venv`).
pub(super) fn rule_files(place: &Path, shown: &str) -> Result<Vec<String>, FilesError> {
    let mut found = Vec::new();
    let mut left = MOST;
    let mut folders = vec![(place.to_owned(), shown.to_owned())];
    while let Some((folder, shown)) = folders.pop() {
        let mut below = Vec::new();
        for entry in entries_of_folder(&folder, &shown)? {
            left = left.checked_sub(1).ok_or_else(|| FilesError::Unreadable {
                path: shown.clone(),
                why: format!(
                    "there are more than {MOST} files and folders in it and below: name the folders of matters"
                ),
            })?;
            let path = join_path(&shown, &entry.name);
            if entry.link || entry.name.starts_with('.') {
                continue;
            }
            if entry.folder {
                below.push((folder.join(&entry.name), path));
            } else if is_rule_file(&entry.name) {
                found.push(path);
            }
        }
        folders.extend(below.into_iter().rev());
    }
    Ok(found)
}

/// True of the name of an order or fact file.
pub(super) fn is_rule_file(name: &str) -> bool {
    matches!(SourceKind::of_path(name), SourceKind::Order | SourceKind::Facts)
}
