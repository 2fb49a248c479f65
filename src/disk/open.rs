//! Opening a file that may come from anybody: it must be a file, it must lie in its folder, and the file that was
//! opened is the one that was looked at.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ordain_core::session::files::{FilesError, LIMIT, Text};

use super::names::unreadable_file;

/// A folder that files may not lead out of.
#[derive(Debug, Clone)]
pub(super) struct Home(PathBuf);

/// A regular file, open.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) file: File,
    /// The path without links.
    pub(super) real: PathBuf,
    pub(super) identity: Identity,
}

/// What tells one file from another that took its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity {
    device: u64,
    number: u64,
}

impl Identity {
    #[cfg(unix)]
    fn of(meta: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self { device: meta.dev(), number: meta.ino() }
    }

    /// This system has no number of a file that can be asked for safely.
    #[cfg(not(unix))]
    const fn of(_: &Metadata) -> Self {
        Self { device: 0, number: 0 }
    }

    /// Where the system has numbers of files.
    pub(super) fn known(meta: &Metadata) -> Option<Self> {
        cfg!(unix).then(|| Self::of(meta))
    }
}

impl Home {
    pub(super) fn of(folder: &Path, shown: &str) -> Result<Self, FilesError> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        folder.canonicalize().map(Self).map_err(|e| unreadable_file(shown, &e))
    }

    pub(super) fn holds(&self, real: &Path) -> bool {
        real.starts_with(&self.0)
    }

    /// Opens a file in this folder. Links within the folder are good.
    ///
    /// # Errors
    /// In words for the user: it leads out of the folder, is no regular file, or was replaced meanwhile.
    pub(super) fn open(&self, path: &Path, shown: &str) -> Result<Opened, FilesError> {
        let opened = open_file(path, shown)?;
        if self.holds(&opened.real) { Ok(opened) } else { Err(FilesError::Outside(shown.to_owned())) }
    }
}

/// Opens a regular file, wherever it is. The path is resolved first and opened without following links; then the
/// same path must still mean the same file, so nobody can put another in its place between the two.
pub(super) fn open_file(path: &Path, shown: &str) -> Result<Opened, FilesError> {
    let failed = |e: io::Error| unreadable_file(shown, &e);
    let real = path.canonicalize().map_err(failed)?;
    check_regular_file(&real.symlink_metadata().map_err(failed)?, shown)?;
    let file = open_without_links(&real).map_err(failed)?;
    let meta = file.metadata().map_err(failed)?;
    check_regular_file(&meta, shown)?;
    let identity = Identity::of(&meta);
    let now = path.canonicalize().map_err(failed)?;
    let there = real.symlink_metadata().map_err(failed)?;
    if now != real || there.file_type().is_symlink() || Identity::of(&there) != identity {
        return Err(FilesError::Swapped(shown.to_owned()));
    }
    Ok(Opened { file, real, identity })
}

/// Opens a file again that was opened before; an error where another has its name now.
pub(super) fn reopen_file(real: &Path, identity: Identity) -> io::Result<File> {
    let file = open_without_links(real)?;
    if Identity::of(&file.metadata()?) != identity {
        return Err(io::Error::other("it was replaced while it was read: run the command again"));
    }
    Ok(file)
}

/// Opens without following a link at the end, and without waiting for a pipe that has no writer.
#[cfg(unix)]
fn open_without_links(real: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    OpenOptions::new().read(true).custom_flags(flags.cast_signed()).open(real)
}

#[cfg(not(unix))]
fn open_without_links(real: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(real)
}

/// # Errors
/// In words for the user, where this is no regular file.
fn check_regular_file(meta: &Metadata, shown: &str) -> Result<(), FilesError> {
    if meta.is_file() {
        return Ok(());
    }
    let what = if meta.is_dir() { "a folder" } else { kind_of_special_file(meta) };
    Err(FilesError::NoFile { path: shown.to_owned(), what })
}

#[cfg(unix)]
fn kind_of_special_file(meta: &Metadata) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    let kind = meta.file_type();
    match () {
        () if kind.is_fifo() => "a pipe",
        () if kind.is_socket() => "a socket",
        () if kind.is_symlink() => "a link",
        () => "a device",
    }
}

#[cfg(not(unix))]
fn kind_of_special_file(_: &Metadata) -> &'static str {
    "a device"
}

/// Reads all of a file, and never more than the limit, whatever its length is said to be.
pub(super) fn read_whole_text(opened: Opened, shown: String) -> Result<Text, FilesError> {
    let length = opened.file.metadata().map_err(|e| unreadable_file(&shown, &e))?.len();
    if length > LIMIT {
        return Err(FilesError::TooLong { path: shown, mib: length.div_ceil(1024 * 1024) });
    }
    read_within_limit(opened.file, shown)
}

/// Reads a file to the limit and one byte further: what is longer is refused where a file of the matter names it, and
/// hides nothing else.
pub(super) fn read_text_beginning(opened: Opened, shown: String) -> Result<Text, FilesError> {
    let mut bytes = Vec::new();
    opened.file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|e| unreadable_file(&shown, &e))?;
    Ok(Text { path: shown, bytes })
}

/// The text of an order that the user named, to the limit and one byte further. A pipe is read too
/// (`--text MTC=<(unzip -p all.zip mtc.pdf)`).
pub(super) fn named_paper(path: &str, shown: String) -> Result<Text, FilesError> {
    let failed = |e: io::Error| unreadable_file(&shown, &e);
    if !is_pipe(&Path::new(path).metadata().map_err(failed)?) {
        return read_text_beginning(open_file(Path::new(path), &shown)?, shown);
    }
    #[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
    let file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(Text { path: shown, bytes })
}

/// A file that the user named, wherever it is. A pipe is read too, to the limit.
pub(super) fn named(path: &str, shown: String) -> Result<Text, FilesError> {
    let failed = |e: io::Error| unreadable_file(&shown, &e);
    let meta = Path::new(path).metadata().map_err(failed)?;
    if is_pipe(&meta) {
        #[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
        let pipe = File::open(path).map_err(failed)?;
        return read_within_limit(pipe, shown);
    }
    let opened = open_file(Path::new(path), &shown)?;
    read_whole_text(opened, shown)
}

fn read_within_limit(file: File, shown: String) -> Result<Text, FilesError> {
    let mut bytes = Vec::new();
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|e| unreadable_file(&shown, &e))?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length > LIMIT {
        return Err(FilesError::TooLong { path: shown, mib: length.div_ceil(1024 * 1024) });
    }
    Ok(Text { path: shown, bytes })
}

#[cfg(unix)]
fn is_pipe(meta: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    meta.file_type().is_fifo()
}

#[cfg(not(unix))]
const fn is_pipe(_: &Metadata) -> bool {
    false
}
