//! The bytes of one table: a file that is opened as often as need be and watched for changes, or what came in through a
//! pipe.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use ordain_core::session::files::FilesError;
use ordain_tables::Source;
use ordain_tables::row_engine::Scratch;

use super::names::shown_path;
use super::open::{Identity, Opened, open_file, reopen_file};

/// A single file of the disk, wherever it is.
///
/// # Errors
/// In words for the user, where it is not there or no file.
pub fn disk_file(path: &str) -> Result<Box<dyn Source>, FilesError> {
    let seen = shown_path(path);
    let opened = open_file(Path::new(path), &seen)?;
    Ok(Box::new(DiskFile::of(&opened, seen)))
}

/// Bytes that can be read once only, such as the standard input: kept in a file without a name, so that they can be
/// read again, and so that nothing stays behind however the program ends.
///
/// # Errors
/// Those of the disk.
pub fn spool_input(name: &str, mut input: impl Read) -> io::Result<Box<dyn Source>> {
    let mut file = tempfile::tempfile()?;
    io::copy(&mut input, &mut file)?;
    Ok(Box::new(Spooled { name: name.to_owned(), file }))
}

/// A temporary file, gone when it is let go of.
///
/// # Errors
/// Those of the disk.
pub fn scratch_file() -> io::Result<Box<dyn Scratch>> {
    Ok(Box::new(tempfile::tempfile()?))
}

struct Spooled {
    name: String,
    file: File,
}

impl Source for Spooled {
    fn name(&self) -> &str {
        &self.name
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(From { file: &self.file, at: 0 }))
    }

    fn size(&self) -> Option<u64> {
        self.file.metadata().ok().map(|m| m.len())
    }
}

/// A reader with a place of its own in a file that several readers share.
struct From<'f> {
    file: &'f File,
    at: u64,
}

impl Read for From<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        #[cfg(unix)]
        let n = std::os::unix::fs::FileExt::read_at(self.file, buf, self.at)?;
        #[cfg(windows)]
        let n = std::os::windows::fs::FileExt::seek_read(self.file, buf, self.at)?;
        self.at = self.at.saturating_add(u64::try_from(n).unwrap_or(0));
        Ok(n)
    }
}

/// A file that a table names. It was found in its place once; each time it is opened it must be the same file.
#[derive(Debug)]
pub(super) struct DiskFile {
    real: PathBuf,
    identity: Identity,
    shown: String,
}

impl DiskFile {
    pub(super) fn of(opened: &Opened, shown: String) -> Self {
        Self { real: opened.real.clone(), identity: opened.identity, shown }
    }
}

impl Source for DiskFile {
    fn name(&self) -> &str {
        &self.shown
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        let file = reopen_file(&self.real, self.identity)?;
        let before = Stamp::of(&file.metadata()?);
        Ok(Box::new(Watched { file, before }))
    }

    fn open_at(&self, byte: u64) -> io::Result<Box<dyn Read + Send + '_>> {
        let mut file = reopen_file(&self.real, self.identity)?;
        file.seek(SeekFrom::Start(byte))?;
        Ok(Box::new(file))
    }

    fn size(&self) -> Option<u64> {
        self.real.metadata().ok().map(|m| m.len())
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
    fn what_came_through_a_pipe_is_read_again_and_by_several_at_once() {
        let source = spool_input("it", &b"bates\nA-1\n"[..]).unwrap();
        let (mut one, mut two) = (source.open().unwrap(), source.open().unwrap());
        let mut first = [0; 4];
        one.read_exact(&mut first).unwrap();
        let mut all = Vec::new();
        two.read_to_end(&mut all).unwrap();
        assert_eq!((first, all.as_slice(), source.size()), (*b"bate", &b"bates\nA-1\n"[..], Some(10)));
    }

    #[cfg(unix)]
    #[test]
    fn another_file_of_the_same_name_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let (here, other) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
        for file in [&here, &other] {
            File::create_new(file).unwrap();
        }
        let source = disk_file(&here.to_string_lossy()).unwrap();
        assert!(source.open().is_ok());
        std::fs::rename(&other, &here).unwrap();
        let error = source.open().map(drop).unwrap_err();
        assert!(error.to_string().contains("replaced while it was read"), "{error}");
        std::fs::remove_file(&here).unwrap();
        std::os::unix::fs::symlink("/dev/zero", &here).unwrap();
        assert!(source.open().is_err() && source.open_at(1).is_err());
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
