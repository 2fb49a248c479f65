//! Which matters are in a folder, and what in it looks like a part of a matter and is not read.

use std::path::Path;

use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::files as say;
use ordain_base::source::SourceKind;
use ordain_core::session::files::{FilesError, Text, join_path};

use super::names::{Entry, entries_of_folder};
use super::open::Home;

/// More things than this in a folder, and below, are not looked through.
pub(super) const MOST: usize = 50_000;

/// What a search of a folder found.
#[derive(Debug, Default)]
pub struct Search {
    /// The folders that have an order of their own, in the order of their names.
    pub matters: Vec<String>,
    /// What looks like a part of a matter and is not read.
    pub notes: Vec<Diagnostic>,
}

/// The folder itself, where it has an order; else the folders below that have one. Links are not followed: what they
/// lead to within the folder is found there, and what is outside is not in the folder.
pub(super) fn search(place: &Path, shown: &str) -> Result<Search, FilesError> {
    let own = entries_of_folder(place, shown)?;
    let mut walk = Walk { root: Home::of(place, shown)?, top: shown, read: &[], left: MOST, found: Search::default() };
    walk.folder(place, shown, &own);
    Ok(walk.found)
}

/// What is in the folder of a matter and is not read with it: names that come near to those of its files, and matters
/// of their own in folders below.
pub(super) fn beside(place: &Path, shown: &str, read: &[Text]) -> Result<Vec<Diagnostic>, FilesError> {
    let own = entries_of_folder(place, shown)?;
    let mut walk = Walk { root: Home::of(place, shown)?, top: shown, read, left: MOST, found: Search::default() };
    walk.near_names(shown, &own);
    walk.below(place, shown, &own);
    let Search { matters, mut notes } = walk.found;
    notes.extend(say::matters_below(&matters));
    Ok(notes)
}

struct Walk<'s> {
    root: Home,
    top: &'s str,
    /// What is read all the same: `order.orders` may be the text of an order.
    read: &'s [Text],
    left: usize,
    found: Search,
}

impl Walk<'_> {
    fn folder(&mut self, place: &Path, shown: &str, own: &[Entry]) {
        let has = |kind| own.iter().any(|e| SourceKind::of_path(&e.name) == kind);
        if has(SourceKind::Order) {
            self.found.matters.push(shown.to_owned());
            return;
        }
        if has(SourceKind::Facts) {
            self.found.notes.push(say::facts_without_order(shown));
        }
        self.near_names(shown, own);
        self.below(place, shown, own);
    }

    fn below(&mut self, place: &Path, shown: &str, own: &[Entry]) {
        for entry in own {
            let Some(left) = self.left.checked_sub(1) else { return };
            self.left = left;
            if left == 0 {
                self.found.notes.push(say::too_many_folders(self.top, MOST));
                return;
            }
            // What the system or a program keeps for itself: `.git`, `.venv`.
            if entry.name.starts_with('.') {
                continue;
            }
            let (folder, shown) = (place.join(&entry.name), join_path(shown, &entry.name));
            if entry.link {
                self.link(&folder, &shown);
            } else if entry.folder {
                match entries_of_folder(&folder, &shown) {
                    Ok(inside) => self.folder(&folder, &shown, &inside),
                    Err(error) => self.found.notes.push(say::folder_unread(&shown, &error.to_string())),
                }
            }
        }
    }

    fn link(&mut self, place: &Path, shown: &str) {
        let leads_out = |real: &Path| real.is_dir() && !self.root.holds(real);
        if place.canonicalize().is_ok_and(|real| leads_out(&real)) {
            self.found.notes.push(say::link_not_followed(shown));
        }
    }

    fn near_names(&mut self, shown: &str, own: &[Entry]) {
        for entry in own.iter().filter(|e| !e.folder) {
            let path = join_path(shown, &entry.name);
            if let Some(kind) = SourceKind::near(&entry.name)
                && !self.read.iter().any(|t| t.path == path)
            {
                self.found.notes.push(say::not_read(&path, kind));
            }
        }
    }
}
