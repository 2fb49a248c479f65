//! The files that tables name: found in the matter's folder, opened as often as
//! need be, and watched for changes while they are read.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use ordain_base::words::closest;
use ordain_core::session::files::{FilesError, TableFiles, leaves};
use ordain_tables::Source;
use ordain_tables::row_engine::Scratch;

use super::read::{names, shown, unreadable};

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
    fn find(&self, path: &str) -> Result<Vec<Box<dyn Source>>, FilesError> {
        let home = Path::new(&self.folder);
        let home = if home.is_file() { home.parent().unwrap_or(home) } else { home };
        let home = if home.as_os_str().is_empty() { Path::new(".") } else { home };
        let real = home.canonicalize().map_err(|e| unreadable(&self.folder, &e))?;
        if leaves(path) && !self.outside {
            return Err(FilesError::TableOutside(path.to_owned()));
        }
        let mut found: Vec<Box<dyn Source>> = Vec::new();
        for file in expand(home, path)? {
            let seen = shown(&file.to_string_lossy());
            let place = file.canonicalize().map_err(|e| unreadable(&seen, &e))?;
            if !self.outside && !place.starts_with(&real) {
                return Err(FilesError::TableOutside(path.to_owned()));
            }
            if !place.is_file() {
                continue;
            }
            if found.len() >= MOST {
                return Err(FilesError::Unreadable {
                    path: path.to_owned(),
                    why: format!("it names more than {MOST} files"),
                });
            }
            found.push(Box::new(DiskFile { path: file, shown: seen }));
        }
        if found.is_empty() {
            return Err(FilesError::Missing(path.to_owned()));
        }
        Ok(found)
    }

    fn scratch(&self) -> io::Result<Box<dyn Scratch>> {
        scratch()
    }

    fn near(&self, path: &str) -> Option<String> {
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(f, n)| (f, n));
        let home = Path::new(&self.folder);
        let home = if home.is_file() { home.parent().unwrap_or(home) } else { home };
        let all = names(&home.join(folder), path).ok()?;
        let near = closest(name, all.iter().map(String::as_str))?;
        Some(if folder.is_empty() { near.to_owned() } else { format!("{folder}/{near}") })
    }
}

/// A single file of the disk, wherever it is.
///
/// # Errors
/// In words for the user, where it is not there or no file.
pub fn disk_file(path: &str) -> Result<Box<dyn Source>, FilesError> {
    let seen = shown(path);
    let meta = Path::new(path).metadata().map_err(|e| unreadable(&seen, &e))?;
    if meta.is_dir() {
        return Err(FilesError::Unreadable { path: seen, why: "it is a folder".to_owned() });
    }
    Ok(Box::new(DiskFile { path: PathBuf::from(path), shown: seen }))
}

/// Bytes that can be read once only, such as the standard input: kept in a
/// file without a name, so that they can be read again.
///
/// # Errors
/// Those of the disk.
pub fn spooled(name: &str, mut input: impl Read) -> io::Result<Box<dyn Source>> {
    let mut file = tempfile::NamedTempFile::new()?;
    io::copy(&mut input, &mut file)?;
    Ok(Box::new(Spooled { name: name.to_owned(), file }))
}

/// A temporary file, gone when it is let go of.
///
/// # Errors
/// Those of the disk.
pub fn scratch() -> io::Result<Box<dyn Scratch>> {
    Ok(Box::new(tempfile::tempfile()?))
}

struct Spooled {
    name: String,
    file: tempfile::NamedTempFile,
}

impl Source for Spooled {
    fn name(&self) -> &str {
        &self.name
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(self.file.reopen()?))
    }

    fn size(&self) -> Option<u64> {
        self.file.as_file().metadata().ok().map(|m| m.len())
    }
}

/// The paths that a path stands for: itself, the files of a folder, or what
/// fits `*` and `?`.
fn expand(home: &Path, path: &str) -> Result<Vec<PathBuf>, FilesError> {
    let whole = home.join(path);
    if whole.is_file() {
        return Ok(vec![whole]);
    }
    if whole.is_dir() {
        return files_of(&whole, path);
    }
    if !path.contains(['*', '?']) {
        return Err(FilesError::Missing(path.to_owned()));
    }
    let mut at = vec![home.to_path_buf()];
    for part in path.split('/').filter(|p| !p.is_empty()) {
        let mut next = Vec::new();
        for folder in &at {
            if !part.contains(['*', '?']) {
                next.extend(Some(folder.join(part)).filter(|p| p.exists()));
                continue;
            }
            let seen = shown(&folder.to_string_lossy());
            for name in if folder.is_dir() { names(folder, &seen)? } else { Vec::new() } {
                if !name.starts_with('.') && fits(part.as_bytes(), name.as_bytes()) {
                    next.push(folder.join(name));
                }
            }
            if next.len() > MOST {
                return Err(FilesError::Unreadable {
                    path: path.to_owned(),
                    why: format!("it names more than {MOST} files"),
                });
            }
        }
        at = next;
    }
    Ok(at)
}

fn files_of(folder: &Path, path: &str) -> Result<Vec<PathBuf>, FilesError> {
    let all = names(folder, path)?;
    Ok(all.iter().filter(|n| !n.starts_with('.')).map(|n| folder.join(n)).filter(|p| p.is_file()).collect())
}

/// Does a name fit a pattern of `*` and `?`? In time of the one by the other, no more.
fn fits(pattern: &[u8], name: &[u8]) -> bool {
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while let Some(c) = name.get(n) {
        match pattern.get(p) {
            Some(b'*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(b'?') => (p, n) = (p + 1, n + 1),
            Some(x) if x == c => (p, n) = (p + 1, n + 1),
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

#[derive(Debug)]
struct DiskFile {
    path: PathBuf,
    shown: String,
}

impl Source for DiskFile {
    fn name(&self) -> &str {
        &self.shown
    }

    #[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        let file = File::open(&self.path)?;
        let before = Stamp::of(&file.metadata()?);
        Ok(Box::new(Watched { file, before }))
    }

    #[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
    fn open_at(&self, byte: u64) -> io::Result<Box<dyn Read + Send + '_>> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(byte))?;
        Ok(Box::new(file))
    }

    fn size(&self) -> Option<u64> {
        self.path.metadata().ok().map(|m| m.len())
    }
}

/// What tells that a file was written meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(meta: &Metadata) -> Self {
        Self { length: meta.len(), modified: meta.modified().ok() }
    }
}

struct Watched {
    file: File,
    before: Stamp,
}

impl Read for Watched {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read(buf)?;
        if n == 0 && !buf.is_empty() && Stamp::of(&self.file.metadata()?) != self.before {
            return Err(io::Error::other("it was changed while it was read: run again once it is whole"));
        }
        Ok(n)
    }
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
        ] {
            assert_eq!(fits(pattern.as_bytes(), name.as_bytes()), fit, "{pattern} {name}");
        }
    }

    #[test]
    fn a_file_that_changes_while_it_is_read_is_not_taken_for_whole() {
        use std::io::Write as _;
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(b"bates\nA-1\n").unwrap();
        let source = disk_file(&file.path().to_string_lossy()).unwrap();
        let mut open = source.open().unwrap();
        let mut first = [0; 4];
        open.read_exact(&mut first).unwrap();
        file.write_all(b"A-2\n").unwrap();
        let error = open.read_to_end(&mut Vec::new()).unwrap_err();
        assert!(error.to_string().contains("changed while it was read"), "{error}");
        let mut again = Vec::new();
        source.open().unwrap().read_to_end(&mut again).unwrap();
        assert_eq!(again, b"bates\nA-1\nA-2\n");
    }
}
