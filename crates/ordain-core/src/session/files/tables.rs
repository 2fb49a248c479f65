//! The files that tables name, wherever they are.

use std::io::{self, Cursor};
use std::path::{Component, Path};

use ordain_tables::Source;
use ordain_tables::row_engine::Scratch;
use ordain_tables::source::Bytes;

use super::error::FilesError;
use super::memory::Memory;

/// The files that a path of a table names.
#[derive(Default)]
pub struct TableFileList {
    /// By name.
    pub files: Vec<Box<dyn Source>>,
    /// What is in a folder that the path names and is not read, by its path: a folder below, a hidden file.
    pub skipped: Vec<String>,
}

/// Where the files of tables are found.
pub trait TableFiles: Sync {
    /// The files that a path of a table names, as seen from the matter's folder:
    /// one, those of a folder, or those that fit a pattern; by name.
    ///
    /// # Errors
    /// In words for the user.
    fn find(&self, path: &str) -> Result<TableFileList, FilesError>;

    /// A temporary file for what does not fit into memory, gone when it is let go of.
    ///
    /// # Errors
    /// Those of the place where it is made.
    fn scratch(&self) -> io::Result<Box<dyn Scratch>> {
        Ok(Box::new(Cursor::new(Vec::new())))
    }

    /// The file whose name is nearest to one that is not there.
    fn near(&self, _path: &str) -> Option<String> {
        None
    }
}

impl TableFiles for Memory {
    fn find(&self, path: &str) -> Result<TableFileList, FilesError> {
        if leaves_the_folder(path) {
            return Err(FilesError::TableOutside(path.to_owned()));
        }
        let bytes = self.bytes(path).ok_or_else(|| FilesError::Missing(path.to_owned()))?;
        let files: Vec<Box<dyn Source>> = vec![Box::new(Bytes { name: path.to_owned(), bytes: bytes.to_vec() })];
        Ok(TableFileList { files, ..TableFileList::default() })
    }
}

/// An absolute path, or one with `..`, whatever is there.
#[must_use]
pub fn leaves_the_folder(path: &str) -> bool {
    Path::new(path).components().any(|c| !matches!(c, Component::Normal(_) | Component::CurDir))
}
