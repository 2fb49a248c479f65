//! What is written to the disk: reports and baselines, each whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use ordain_base::source::SourceKind;
use ordain_core::session::files::{FilesError, Text};

/// Writes a file so that a reader finds the old text or the new one, never half
/// of it: the text goes to a file beside it, which then takes its name.
///
/// # Errors
/// In words for the user; nothing is left behind. A file of a matter is never
/// written over.
pub fn write(path: &str, text: &str) -> Result<(), FilesError> {
    let failed = |e: &io::Error| FilesError::Unwritable { path: path.to_owned(), why: why(path, e) };
    let place = Path::new(path);
    let name = place.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    if SourceKind::of_path(&name).is_of_matter() {
        return Err(FilesError::OverMatter(path.to_owned()));
    }
    match place.metadata() {
        Ok(meta) if meta.is_dir() => {
            let why = "there is a folder of this name".to_owned();
            return Err(FilesError::Unwritable { path: path.to_owned(), why });
        }
        // A pipe or a device cannot be replaced, only written to.
        Ok(meta) if !meta.is_file() => return plain(place, text.as_bytes()).map_err(|e| failed(&e)),
        _ => {}
    }
    replace(place, text.as_bytes()).map_err(|e| failed(&e))
}

/// Writes a file of a matter anew, as [`write`] writes a report: whole or not at
/// all, and with the permissions it had.
///
/// # Errors
/// In words for the user: it is no longer what was read, it is a link out of
/// its folder, or it cannot be written. Then it stays as it was.
pub fn rewrite(read: &Text, bytes: &[u8]) -> Result<(), FilesError> {
    let path = &read.path;
    let failed = |e: io::Error| FilesError::Unwritable { path: path.clone(), why: why(path, &e) };
    let place = Path::new(path);
    let real = place.canonicalize().map_err(failed)?;
    let home = match place.parent() {
        Some(folder) if folder != Path::new("") => folder.canonicalize().map_err(failed)?,
        _ => Path::new(".").canonicalize().map_err(failed)?,
    };
    if !real.starts_with(&home) {
        return Err(FilesError::Outside(path.clone()));
    }
    if contents(&real).map_err(failed)? != read.bytes {
        return Err(FilesError::Changed(path.clone()));
    }
    replace(&real, bytes).map_err(failed)
}

/// A file beside the place takes its name, so that half of it is never seen.
fn replace(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = place.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = place.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let permissions = place.metadata().ok().map(|m| m.permissions());
    let written = plain(&beside, bytes)
        .and_then(|()| permissions.map_or(Ok(()), |p| std::fs::set_permissions(&beside, p)))
        .and_then(|()| std::fs::rename(&beside, place));
    if written.is_err() {
        // It may never have been there.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

#[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
fn contents(place: &Path) -> io::Result<Vec<u8>> {
    std::fs::read(place)
}

#[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
fn plain(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = std::fs::File::create(place)?;
    file.write_all(bytes)?;
    file.flush()
}

fn why(path: &str, error: &io::Error) -> String {
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
