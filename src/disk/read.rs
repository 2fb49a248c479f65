//! Names and bytes of files, and the system's reasons in words.

use std::io;
use std::path::Path;

use ordain_core::session::files::{FilesError, LIMIT, Text};

/// The path with `/`, whatever the system writes.
pub(super) fn shown(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    match path.trim_end_matches('/') {
        "" => path,
        trimmed => trimmed.to_owned(),
    }
}

/// The names in a folder, sorted by their bytes, so that every machine agrees.
#[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
pub(super) fn names(folder: &Path, shown: &str) -> Result<Vec<String>, FilesError> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| unreadable(shown, &e))? {
        let entry = entry.map_err(|e| unreadable(shown, &e))?;
        // A name that is not Unicode cannot end in one of our endings and be shown as well.
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

#[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
pub(super) fn read(file: &Path, path: String) -> Result<Text, FilesError> {
    let length = file.metadata().map_err(|e| unreadable(&path, &e))?.len();
    if length > LIMIT {
        return Err(FilesError::TooLong { path, mib: length.div_ceil(1024 * 1024) });
    }
    match std::fs::read(file) {
        Ok(bytes) => Ok(Text { path, bytes }),
        Err(e) => Err(unreadable(&path, &e)),
    }
}

/// The system's reason, in words.
pub(super) fn unreadable(path: &str, error: &io::Error) -> FilesError {
    let why = match error.kind() {
        io::ErrorKind::NotFound => return FilesError::Missing(path.to_owned()),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::InvalidInput => "no file can have this name".to_owned(),
        _ => error.to_string(),
    };
    FilesError::Unreadable { path: path.to_owned(), why }
}
