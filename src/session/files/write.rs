//! What is written to the disk: reports and baselines, each whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use super::{FilesError, kind};

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
    if kind(&name).is_some() {
        return Err(FilesError::OverMatter(path.to_owned()));
    }
    match place.metadata() {
        Ok(meta) if meta.is_dir() => {
            let why = "there is a folder of this name".to_owned();
            return Err(FilesError::Unwritable { path: path.to_owned(), why });
        }
        // A pipe or a device cannot be replaced, only written to.
        Ok(meta) if !meta.is_file() => return plain(place, text).map_err(|e| failed(&e)),
        _ => {}
    }
    let beside = place.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = plain(&beside, text).and_then(|()| std::fs::rename(&beside, place));
    written.map_err(|e| {
        // It may never have been there.
        let _ = std::fs::remove_file(&beside);
        failed(&e)
    })
}

#[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
fn plain(place: &Path, text: &str) -> io::Result<()> {
    let mut file = std::fs::File::create(place)?;
    file.write_all(text.as_bytes())?;
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
