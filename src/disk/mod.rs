//! The one door to the disk: matters, tables and what is written.

mod names;
mod open;
mod rule_files;
mod search;
mod source;
mod tables;
mod write;

use std::io;
use std::path::Path;

use ordain_base::diag::Diagnostic;
use ordain_base::source::SourceKind;
use ordain_core::session::files::{Files, FilesError, Text, join_path, no_order, with_papers};

use names::{names_in_folder, shown_path, unreadable_file};
use open::Home;
pub use search::Search;
pub use source::{disk_file, scratch_file, spool_input};
pub use tables::Folder;
pub use write::{Targets, Writes, rewrite, write, write_by, write_within};

/// The disk, from where the user stands.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Disk {
    /// The matters of a folder, and what of it is not read.
    ///
    /// # Errors
    /// In words for the user, where there is no such folder or no matter in it.
    pub fn search(&self, path: &str) -> Result<Search, FilesError> {
        let place = Path::new(path);
        let shown = shown_path(path);
        let found = search::search(place, &shown)?;
        if found.matters.is_empty() { Err(no_order(&shown, &names_in_folder(place, &shown)?)) } else { Ok(found) }
    }

    /// What is in the folder of a matter and is not among the texts that were read; nothing for a single file.
    ///
    /// # Errors
    /// In words for the user, where the folder cannot be read.
    pub fn beside(&self, path: &str, read: &[Text]) -> Result<Vec<Diagnostic>, FilesError> {
        let place = Path::new(path);
        if place.is_dir() { search::beside(place, &shown_path(path), read) } else { Ok(Vec::new()) }
    }

    /// The order and fact files of a folder and of those below it, or the one file that is named.
    ///
    /// # Errors
    /// In words for the user, where there is nothing of this name, or a file of another kind.
    pub fn rule_files(&self, path: &str) -> Result<Vec<String>, FilesError> {
        let (place, shown) = (Path::new(path), shown_path(path));
        if place.metadata().map_err(|e| unreadable_file(&shown, &e))?.is_dir() {
            return rule_files::rule_files(place, &shown);
        }
        if rule_files::is_rule_file(&shown) { Ok(vec![shown]) } else { Err(FilesError::NoRuleFile(shown)) }
    }

    /// The path without links, for the comparison of two; itself where there is nothing.
    #[must_use]
    pub fn real(&self, path: &str) -> String {
        Path::new(path).canonicalize().map_or_else(|_| path.to_owned(), |p| p.to_string_lossy().into_owned())
    }

    /// True of a folder.
    #[must_use]
    pub fn is_folder(&self, path: &str) -> bool {
        Path::new(path).is_dir()
    }

    /// True of a folder in which there is an order.
    #[must_use]
    pub fn has_order(&self, path: &str) -> bool {
        let names = names_in_folder(Path::new(path), path).unwrap_or_default();
        names.iter().any(|n| SourceKind::of_path(n) == SourceKind::Order)
    }

    /// True of anything that has this path, be it a link that leads nowhere.
    #[must_use]
    pub fn is_there(&self, path: &str) -> bool {
        Path::new(path).symlink_metadata().is_ok()
    }

    /// The path as it is shown in a report: with `/`, and none at the end.
    #[must_use]
    pub fn shown(&self, path: &str) -> String {
        shown_path(path)
    }
}

/// True of a PDF or DOCX, by its name.
fn is_paper(name: &str) -> bool {
    let name = name.to_lowercase();
    [".pdf", ".docx"].iter().any(|end| name.ends_with(end))
}

impl Disk {
    /// The text of an order that the user named, wherever it is. Of one that is too long only the beginning is read, so
    /// that it is refused where the order needs it and the verdicts are given.
    pub(crate) fn order_text(path: &str) -> Result<Text, FilesError> {
        open::named_paper(path, shown_path(path))
    }
}

impl Files for Disk {
    fn matter(&self, path: &str) -> Result<Vec<Text>, FilesError> {
        let place = Path::new(path);
        let shown = shown_path(path);
        let meta = place.metadata().map_err(|e| unreadable_file(&shown, &e))?;
        if !meta.is_dir() {
            let name = shown.rsplit('/').next().unwrap_or(&shown);
            return match SourceKind::of_path(name).is_of_matter() {
                true => with_papers(self, vec![open::read_whole_text(open::open_file(place, &shown)?, shown)?]),
                false if meta.is_file() && is_paper(name) => Err(FilesError::Paper(shown)),
                false if meta.is_file() => Err(FilesError::Kind(shown)),
                false => Err(FilesError::Neither(shown)),
            };
        }
        let names = names_in_folder(place, &shown)?;
        if !names.iter().any(|n| SourceKind::of_path(n) == SourceKind::Order) {
            return Err(match self.matters(path).as_deref() {
                Ok([first, ..]) => FilesError::NoOrder {
                    hint: format!(": name one of the matters in it, as `{first}`"),
                    folder: shown,
                },
                _ => no_order(&shown, &names),
            });
        }
        let home = Home::of(place, &shown)?;
        let mut texts = Vec::new();
        for name in names.iter().filter(|n| SourceKind::of_path(n).is_of_matter()) {
            let shown = join_path(&shown, name);
            texts.push(open::read_whole_text(home.open(&place.join(name), &shown)?, shown)?);
        }
        with_papers(self, texts)
    }

    fn matters(&self, path: &str) -> Result<Vec<String>, FilesError> {
        if Path::new(path).metadata().map_err(|e| unreadable_file(&shown_path(path), &e))?.is_dir() {
            Ok(self.search(path)?.matters)
        } else {
            Ok(vec![shown_path(path)])
        }
    }

    fn single(&self, path: &str) -> Result<Text, FilesError> {
        open::named(path, shown_path(path))
    }

    fn paper(&self, folder: &str, path: &str) -> Result<Option<Text>, FilesError> {
        let home = Home::of(Path::new(folder), folder)?;
        match home.open(Path::new(path), path) {
            Ok(opened) => open::read_text_beginning(opened, path.to_owned()).map(Some),
            Err(FilesError::Missing(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn papers(&self, folder: &str) -> Vec<String> {
        let place = if folder.is_empty() { "." } else { folder };
        let all = names_in_folder(Path::new(place), place).unwrap_or_default();
        let text =
            |n: &String| [".txt", ".md", ".pdf", ".docx"].iter().any(|end| n.to_ascii_lowercase().ends_with(end));
        all.iter().filter(|n| text(n)).map(|n| join_path(folder, n)).collect()
    }

    fn upwards(&self, matter: &str, name: &str) -> Result<Option<Text>, FilesError> {
        // A matter that is not there is for others to report.
        let Ok(real) = Path::new(matter).canonicalize() else { return Ok(None) };
        for folder in real.ancestors().filter(|f| f.is_dir()) {
            let file = folder.join(name);
            let shown = shown_path(&file.to_string_lossy());
            match file.symlink_metadata() {
                Ok(_) => {
                    let opened = Home::of(folder, &shown)?.open(&file, &shown)?;
                    return open::read_whole_text(opened, shown).map(Some);
                }
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                Err(e) => return Err(unreadable_file(&shown, &e)),
            }
            // What lies above a repository is not its own, and may be anybody's.
            if REPOSITORIES.iter().any(|r| folder.join(r).symlink_metadata().is_ok()) {
                return Ok(None);
            }
        }
        Ok(None)
    }
}

/// A folder with one of these is the root of a repository.
const REPOSITORIES: [&str; 4] = [".git", ".hg", ".jj", ".svn"];
