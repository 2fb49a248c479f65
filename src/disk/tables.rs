//! The files that tables name, found in the matter's folder.

use std::io;
use std::path::{Path, PathBuf};

use ordain_base::words::closest;
use ordain_core::session::files::{FilesError, TableFileList, TableFiles, leaves_the_folder};
use ordain_tables::row_engine::Scratch;

use super::names::{names_in_folder, shown_path};
use super::open::{Home, open_file};
use super::source::{DiskFile, scratch_file};

/// More files than this under one name are refused.
const MOST: usize = 10_000;

/// A folder of the disk.
#[derive(Debug, Clone)]
pub struct Folder {
    pub folder: String,
    /// Files outside the folder may be read.
    pub outside: bool,
}

impl TableFiles for Folder {
    fn find(&self, path: &str) -> Result<TableFileList, FilesError> {
        let home = Path::new(&self.folder);
        let home = if home.is_file() { home.parent().unwrap_or(home) } else { home };
        let home = if home.as_os_str().is_empty() { Path::new(".") } else { home };
        let inside = Home::of(home, &self.folder)?;
        if leaves_the_folder(path) && !self.outside {
            return Err(FilesError::TableOutside(path.to_owned()));
        }
        let expanded = expand_path(home, path)?;
        let mut found = TableFileList { skipped: expanded.skipped, ..TableFileList::default() };
        for file in expanded.files {
            let seen = shown_path(&file.to_string_lossy());
            let opened = open_file(&file, &seen)?;
            if !self.outside && !inside.holds(&opened.real) {
                return Err(FilesError::TableOutside(path.to_owned()));
            }
            if found.files.len() >= MOST {
                return Err(too_many(path));
            }
            found.files.push(Box::new(DiskFile::of(&opened, seen)));
        }
        if found.files.is_empty() {
            return Err(FilesError::Missing(path.to_owned()));
        }
        Ok(found)
    }

    fn scratch(&self) -> io::Result<Box<dyn Scratch>> {
        scratch_file()
    }

    fn near(&self, path: &str) -> Option<String> {
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(f, n)| (f, n));
        let home = Path::new(&self.folder);
        let home = if home.is_file() { home.parent().unwrap_or(home) } else { home };
        let all = names_in_folder(&home.join(folder), path).ok()?;
        let near = closest(name, all.iter().map(String::as_str))?;
        Some(if folder.is_empty() { near.to_owned() } else { format!("{folder}/{near}") })
    }
}

fn too_many(path: &str) -> FilesError {
    FilesError::Unreadable { path: path.to_owned(), why: format!("it names more than {MOST} files") }
}

/// What a path means.
#[derive(Default)]
struct Expanded {
    files: Vec<PathBuf>,
    /// What is in a folder that it names, and is no file to read.
    skipped: Vec<String>,
}

/// The files that a path means: itself, the files of a folder, or what fits `*` and `?`.
fn expand_path(home: &Path, path: &str) -> Result<Expanded, FilesError> {
    let whole = home.join(path);
    if whole.is_dir() {
        return files_of(&whole, path);
    }
    // What is there under this very name is meant, be it a pipe: then it is refused as one.
    if whole.symlink_metadata().is_ok() {
        return Ok(Expanded { files: vec![whole], ..Expanded::default() });
    }
    if !path.contains(['*', '?']) {
        return Err(FilesError::Missing(path.to_owned()));
    }
    let mut skipped = Vec::new();
    let mut at = vec![home.to_path_buf()];
    for part in path.split('/').filter(|p| !p.is_empty()) {
        let mut next = Vec::new();
        for folder in &at {
            if !part.contains(['*', '?']) {
                next.extend(Some(folder.join(part)).filter(|p| p.exists()));
                continue;
            }
            let seen = shown_path(&folder.to_string_lossy());
            for name in if folder.is_dir() { names_in_folder(folder, &seen)? } else { Vec::new() } {
                if !fits_pattern(part.as_bytes(), name.as_bytes()) || of_the_system(&name) {
                    continue;
                }
                match name.starts_with('.') {
                    true => skipped.push(path_below(home, &folder.join(name))),
                    false => next.push(folder.join(name)),
                }
            }
            if next.len() > MOST {
                return Err(too_many(path));
            }
        }
        at = next;
    }
    // A folder that fits a pattern is none of the files that are meant.
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = at.into_iter().partition(|p| p.is_dir());
    skipped.extend(folders.iter().map(|f| path_below(home, f)));
    Ok(Expanded { files, skipped })
}

fn files_of(folder: &Path, path: &str) -> Result<Expanded, FilesError> {
    let mut found = Expanded::default();
    for name in names_in_folder(folder, path)?.into_iter().filter(|n| !of_the_system(n)) {
        let place = folder.join(&name);
        if name.starts_with('.') || !place.is_file() {
            found.skipped.push(format!("{}/{name}", path.trim_end_matches('/')));
        } else {
            found.files.push(place);
        }
    }
    Ok(found)
}

/// What macOS leaves in a folder that somebody looked at. Nobody means it.
fn of_the_system(name: &str) -> bool {
    name == ".DS_Store" || name.starts_with("._")
}

/// The path as the matter would name it.
fn path_below(home: &Path, place: &Path) -> String {
    shown_path(&place.strip_prefix(home).unwrap_or(place).to_string_lossy())
}

/// Does a name fit a pattern of `*` and `?`, in any case of letters? `v2.CSV` is a volume like `v1.csv`. In time of the one by the other, no more.
fn fits_pattern(pattern: &[u8], name: &[u8]) -> bool {
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while let Some(c) = name.get(n) {
        match pattern.get(p) {
            Some(b'*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(b'?') => (p, n) = (p + 1, n + 1),
            Some(x) if x.eq_ignore_ascii_case(c) => (p, n) = (p + 1, n + 1),
            _ => match &mut star {
                Some((at, seen)) => {
                    *seen += 1;
                    (p, n) = (*at + 1, *seen);
                }
                None => return false,
            },
        }
    }
    pattern.get(p..).unwrap_or(&[]).iter().all(|c| *c == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fit_names() {
        for (pattern, name, fit) in [
            ("*.dat", "VOL001.dat", true),
            ("VOL???.dat", "VOL001.dat", true),
            ("VOL?.dat", "VOL001.dat", false),
            ("*", "", true),
            ("a*b*c", "aXXbYYc", true),
            ("a*b*c", "aXXbYY", false),
            ("**a", "bba", true),
            ("*.csv", "V2.CSV", true),
        ] {
            assert_eq!(fits_pattern(pattern.as_bytes(), name.as_bytes()), fit, "{pattern} {name}");
        }
    }
}
