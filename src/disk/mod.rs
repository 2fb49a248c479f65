//! The one door to the disk: matters, tables and what is written.

mod read;
mod tables;
mod write;

use std::io;
use std::path::Path;

use ordain_base::source::SourceKind;
use ordain_core::session::files::{Files, FilesError, Text, join, no_order, with_papers};

use read::{names, read, shown, unreadable};
pub use tables::{Folder, disk_file, scratch, spooled};
pub use write::{rewrite, write};

/// The disk, from where the user stands.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn matter(&self, path: &str) -> Result<Vec<Text>, FilesError> {
        let place = Path::new(path);
        let shown = shown(path);
        let meta = place.metadata().map_err(|e| unreadable(&shown, &e))?;
        if meta.is_file() {
            let name = shown.rsplit('/').next().unwrap_or(&shown);
            return match SourceKind::of_path(name).is_of_matter() {
                true => with_papers(self, vec![read(place, shown)?]),
                false => Err(FilesError::Kind(shown)),
            };
        }
        if !meta.is_dir() {
            return Err(FilesError::Neither(shown));
        }
        let names = names(place, &shown)?;
        if !names.iter().any(|n| SourceKind::of_path(n) == SourceKind::Order) {
            return Err(match self.matters(path).as_deref() {
                Ok([first, ..]) => FilesError::NoOrder {
                    hint: format!(": name one of the matters in it, as `{first}`"),
                    folder: shown,
                },
                _ => no_order(&shown, &names),
            });
        }
        let home = place.canonicalize().map_err(|e| unreadable(&shown, &e))?;
        let mut texts = Vec::new();
        for name in names.iter().filter(|n| SourceKind::of_path(n).is_of_matter()) {
            let file = place.join(name);
            let shown = join(&shown, name);
            let real = file.canonicalize().map_err(|e| unreadable(&shown, &e))?;
            if !real.starts_with(&home) {
                return Err(FilesError::Outside(shown));
            }
            if real.is_file() {
                texts.push(read(&real, shown)?);
            }
        }
        with_papers(self, texts)
    }

    fn matters(&self, path: &str) -> Result<Vec<String>, FilesError> {
        let place = Path::new(path);
        let shown = shown(path);
        let meta = place.metadata().map_err(|e| unreadable(&shown, &e))?;
        if !meta.is_dir() {
            return Ok(vec![shown]);
        }
        let own = names(place, &shown)?;
        let mut matters = Vec::new();
        below(place, &shown, &own, DEEPEST, &mut matters)?;
        if matters.is_empty() { Err(no_order(&shown, &own)) } else { Ok(matters) }
    }

    fn single(&self, path: &str) -> Result<Text, FilesError> {
        read(Path::new(path), shown(path))
    }

    fn paper(&self, folder: &str, path: &str) -> Result<Option<Text>, FilesError> {
        let folder = if folder.is_empty() { "." } else { folder };
        let file = Path::new(path);
        let real = match file.canonicalize() {
            Ok(real) => real,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(unreadable(path, &e)),
        };
        let home = Path::new(folder).canonicalize().map_err(|e| unreadable(folder, &e))?;
        if !real.starts_with(&home) {
            return Err(FilesError::Outside(path.to_owned()));
        }
        if real.is_file() { read(&real, path.to_owned()).map(Some) } else { Ok(None) }
    }

    fn papers(&self, folder: &str) -> Vec<String> {
        let place = if folder.is_empty() { "." } else { folder };
        let all = names(Path::new(place), place).unwrap_or_default();
        let text = |n: &String| n.ends_with(".txt") || n.ends_with(".md");
        all.iter().filter(|n| text(n)).map(|n| join(folder, n)).collect()
    }

    fn upwards(&self, matter: &str, name: &str) -> Result<Option<Text>, FilesError> {
        // A matter that is not there is for others to report.
        let Ok(real) = Path::new(matter).canonicalize() else { return Ok(None) };
        for folder in real.ancestors().filter(|f| f.is_dir()) {
            let file = folder.join(name);
            if file.is_file() {
                return read(&file, shown(&file.to_string_lossy())).map(Some);
            }
        }
        Ok(None)
    }
}

/// The files of a folder that would be part of its matter if their names ended as they should: `sched.Order`,
/// `record.facts.txt`; and order files in folders below it. None of them is read.
pub(crate) fn near_names(path: &str) -> Vec<String> {
    let place = Path::new(path);
    let own = names(place, path).unwrap_or_default();
    let meant = |n: &String| {
        let lower = n.to_lowercase();
        let stem = lower.strip_suffix(".txt").unwrap_or(&lower);
        !SourceKind::of_path(n).is_of_matter() && SourceKind::of_path(stem).is_of_matter()
    };
    let mut near: Vec<String> = own.iter().filter(|n| meant(n)).cloned().collect();
    for folder in own.iter().filter(|n| !n.starts_with('.') && place.join(n).is_dir()) {
        let inside = names(&place.join(folder), folder).unwrap_or_default();
        let orders = inside.iter().filter(|n| SourceKind::of_path(n) == SourceKind::Order);
        near.extend(orders.map(|n| join(folder, n)));
    }
    near
}

/// How deep matters may lie in folders of folders.
const DEEPEST: u32 = 4;

/// The matters in a folder: itself, where it has an `.order` file, else those in its folders.
fn below(place: &Path, shown: &str, own: &[String], deep: u32, out: &mut Vec<String>) -> Result<(), FilesError> {
    if own.iter().any(|n| SourceKind::of_path(n) == SourceKind::Order) {
        out.push(shown.to_owned());
        return Ok(());
    }
    for name in own.iter().filter(|n| deep > 0 && !n.starts_with('.')) {
        let folder = place.join(name);
        if folder.is_dir() {
            let shown = join(shown, name);
            let inside = names(&folder, &shown)?;
            below(&folder, &shown, &inside, deep - 1, out)?;
        }
    }
    Ok(())
}
