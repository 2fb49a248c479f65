//! What is written to the disk: reports and baselines, each whole or not at all.

use std::fs::{Metadata, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ordain_base::source::SourceKind;
use ordain_core::session::files::{FilesError, Text};

use super::open::{Home, Identity};

/// The files that a run writes: no two under one name, and none that it reads.
#[derive(Debug, Default)]
pub struct Targets(Vec<Target>);

#[derive(Debug)]
struct Target {
    path: String,
    real: PathBuf,
    identity: Option<Identity>,
}

impl Targets {
    /// Adds a file that will be written.
    ///
    /// # Errors
    /// In words for the user, where another is written to the same place.
    pub fn add(&mut self, path: &str) -> Result<(), FilesError> {
        let place = Path::new(path);
        let real =
            place.canonicalize().unwrap_or_else(|_| real_folder_of(place).join(place.file_name().unwrap_or_default()));
        let identity = place.metadata().ok().filter(Metadata::is_file).and_then(|m| Identity::known(&m));
        let device = place.metadata().is_ok_and(|m| !m.is_file());
        let same = |t: &&Target| t.real == real || identity.is_some() && t.identity == identity;
        if let Some(other) = self.0.iter().find(same).filter(|_| !device) {
            return Err(FilesError::WrittenTwice(other.path.clone(), path.to_owned()));
        }
        self.0.push(Target { path: path.to_owned(), real, identity });
        Ok(())
    }

    /// # Errors
    /// In words for the user, where one of them is a file that was read.
    pub fn spare<'p>(&self, read: impl IntoIterator<Item = &'p str>) -> Result<(), FilesError> {
        if self.0.is_empty() {
            return Ok(());
        }
        for path in read {
            let Ok(real) = Path::new(path).canonicalize() else { continue };
            let identity = real.metadata().ok().and_then(|m| Identity::known(&m));
            let same = |t: &&Target| t.real == real || identity.is_some() && t.identity == identity;
            if let Some(target) = self.0.iter().find(same) {
                return Err(FilesError::OverInput(target.path.clone()));
            }
        }
        Ok(())
    }
}

/// The folder of a file, without links.
fn real_folder_of(place: &Path) -> PathBuf {
    let folder = place.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf())
}

/// Writes a file so that a reader finds the old text or the new one, never half of it: the text goes to a file beside
/// it, which then takes its name. A link is replaced, not followed.
///
/// # Errors
/// In words for the user; nothing is left behind. A file of a matter is never written over.
pub fn write(path: &str, content: impl AsRef<[u8]>) -> Result<(), FilesError> {
    write_by(path, &mut |out| out.write_all(content.as_ref()))
}

/// What writes a text, a piece at a time.
pub type Writes<'w> = &'w mut dyn FnMut(&mut dyn Write) -> io::Result<()>;

/// As [`write`], of a text that is not held in memory.
///
/// # Errors
/// As [`write`].
pub fn write_by(path: &str, text: Writes<'_>) -> Result<(), FilesError> {
    let failed = |e: &io::Error| FilesError::Unwritable { path: path.to_owned(), why: why_not_written(path, e) };
    let refused = |why: &str| Err(FilesError::Unwritable { path: path.to_owned(), why: why.to_owned() });
    let place = Path::new(path);
    let name = place.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    if SourceKind::of_path(&name).is_of_matter() {
        return Err(FilesError::OverMatter(path.to_owned()));
    }
    match place.metadata() {
        Ok(meta) if meta.is_dir() => return refused("there is a folder of this name"),
        // A pipe or a device cannot be replaced, only written to.
        Ok(meta) if !meta.is_file() => return write_in_place(place, text).map_err(|e| failed(&e)),
        Ok(meta) if meta.permissions().readonly() => return refused("it may not be written to"),
        _ => {}
    }
    replace_file(place, text).map_err(|e| failed(&e))
}

/// Writes a report that a settings file names: into the folder of that file, over a plain file or none.
///
/// # Errors
/// As [`write`], and where the place is outside the folder, or is a link or a device.
pub fn write_within(folder: &str, path: &str, content: impl AsRef<[u8]>) -> Result<(), FilesError> {
    let place = Path::new(path);
    let home = Home::of(Path::new(folder), folder)?;
    let plain = place.symlink_metadata().map_or(true, |m| m.is_file());
    if !plain || !home.holds(&real_folder_of(place)) {
        let why = "a settings file names files in its own folder only, and no links".to_owned();
        return Err(FilesError::Unwritable { path: path.to_owned(), why });
    }
    write(path, content)
}

/// Writes a file of a matter anew, as [`write`] writes a report: whole or not at
/// all, and with the permissions it had.
///
/// # Errors
/// In words for the user: it is no longer what was read, it is a link out of
/// its folder, or it cannot be written. Then it stays as it was.
pub fn rewrite(read: &Text, bytes: &[u8]) -> Result<(), FilesError> {
    let path = &read.path;
    let failed = |e: io::Error| FilesError::Unwritable { path: path.clone(), why: why_not_written(path, &e) };
    let place = Path::new(path);
    let real = place.canonicalize().map_err(failed)?;
    let home = match place.parent() {
        Some(folder) if folder != Path::new("") => folder.canonicalize().map_err(failed)?,
        _ => Path::new(".").canonicalize().map_err(failed)?,
    };
    if !real.starts_with(&home) {
        return Err(FilesError::Outside(path.clone()));
    }
    if real.metadata().map_err(failed)?.permissions().readonly() {
        return Err(FilesError::Unwritable { path: path.clone(), why: "it may not be written to".to_owned() });
    }
    if bytes_in_place(&real).map_err(failed)? != read.bytes {
        return Err(FilesError::Changed(path.clone()));
    }
    replace_file(&real, &mut |out| out.write_all(bytes)).map_err(failed)
}

/// A new file beside the place, of a name that nobody can foresee, takes its name, so that half of it is never seen.
fn replace_file(place: &Path, text: Writes<'_>) -> io::Result<()> {
    let name = place.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = place.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let permissions = match place.symlink_metadata() {
        // Who may not write to the file may not put another in its place.
        Ok(meta) if meta.is_file() => {
            OpenOptions::new().write(true).open(place)?;
            Some(meta.permissions())
        }
        _ => None,
    };
    let prefix = format!(".{name}.");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".part");
    if let Some(all) = for_all() {
        // As any new file has them, the user's mask taken off.
        builder.permissions(all);
    }
    let mut beside = builder.tempfile_in(folder)?;
    write_buffered(&mut beside, text)?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.persist(place).map(drop).map_err(|e| e.error)
}

#[cfg(unix)]
fn for_all() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
const fn for_all() -> Option<Permissions> {
    None
}

#[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
fn bytes_in_place(place: &Path) -> io::Result<Vec<u8>> {
    std::fs::read(place)
}

#[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
fn write_in_place(place: &Path, text: Writes<'_>) -> io::Result<()> {
    write_buffered(&mut std::fs::File::create(place)?, text)
}

fn write_buffered(file: &mut dyn Write, text: Writes<'_>) -> io::Result<()> {
    let mut out = io::BufWriter::new(file);
    text(&mut out)?;
    out.flush()
}

fn why_not_written(path: &str, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => match path.rsplit_once('/') {
            Some((folder, _)) if !folder.is_empty() => format!("there is no folder `{folder}`"),
            _ => "no file can have this name".to_owned(),
        },
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::NotADirectory => "part of the path is a file".to_owned(),
        _ => error.to_string(),
    }
}
