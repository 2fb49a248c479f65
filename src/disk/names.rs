//! Names of files, and the system's reasons in words.

use std::io;
use std::path::Path;

use ordain_core::session::files::FilesError;

/// The path with `/`, whatever the system writes.
pub(super) fn shown_path(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    match path.trim_end_matches('/') {
        "" => path,
        trimmed => trimmed.to_owned(),
    }
}

/// What is in a folder.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) folder: bool,
    pub(super) link: bool,
}

/// What is in a folder, sorted by the bytes of the names, so that every machine agrees.
#[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
pub(super) fn entries_of_folder(folder: &Path, shown: &str) -> Result<Vec<Entry>, FilesError> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| unreadable_file(shown, &e))? {
        let entry = entry.map_err(|e| unreadable_file(shown, &e))?;
        let kind = entry.file_type().map_err(|e| unreadable_file(shown, &e))?;
        // A name that is not Unicode cannot end in one of our endings and be shown as well.
        let name = entry.file_name().to_string_lossy().into_owned();
        all.push(Entry { name, folder: kind.is_dir(), link: kind.is_symlink() });
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// The names in a folder, sorted.
pub(super) fn names_in_folder(folder: &Path, shown: &str) -> Result<Vec<String>, FilesError> {
    Ok(entries_of_folder(folder, shown)?.into_iter().map(|e| e.name).collect())
}

/// The system's reason, in words.
pub(super) fn unreadable_file(path: &str, error: &io::Error) -> FilesError {
    let why = match error.kind() {
        io::ErrorKind::NotFound => return FilesError::Missing(path.to_owned()),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::InvalidInput => "no file can have this name".to_owned(),
        _ => error.to_string(),
    };
    FilesError::Unreadable { path: path.to_owned(), why }
}
