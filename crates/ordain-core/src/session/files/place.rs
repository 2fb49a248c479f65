//! A place where matters are kept: a folder of the disk, a store of an editor, a test.

use super::error::FilesError;
use super::text::Text;

/// A place where matters are found.
pub trait Files {
    /// The files of the matter in this folder, by name, or this one file; then
    /// the texts that their orders name. Where one of those is not there, the
    /// others in its folder come without their words, for the message.
    ///
    /// # Errors
    /// In words for the user, where the matter cannot be read.
    fn matter(&self, path: &str) -> Result<Vec<Text>, FilesError>;

    /// The folder itself where it has an order; else the folders in it that have one.
    ///
    /// # Errors
    /// In words for the user, where there is no such folder or no matter in it.
    fn matters(&self, path: &str) -> Result<Vec<String>, FilesError>;

    /// A single file, whatever its kind.
    ///
    /// # Errors
    /// In words for the user, where it cannot be read.
    fn single(&self, path: &str) -> Result<Text, FilesError>;

    /// The text of an order that a file in `folder` names by this path: none
    /// where it is not there.
    ///
    /// # Errors
    /// In words for the user, where it leads out of the folder or cannot be read.
    fn paper(&self, folder: &str, path: &str) -> Result<Option<Text>, FilesError>;

    /// The paths of the texts in a folder: what a missing one may be meant for.
    fn papers(&self, folder: &str) -> Vec<String>;

    /// The nearest file of this name: in the folder of the matter, or above it.
    ///
    /// # Errors
    /// In words for the user, where there is one that cannot be read.
    fn upwards(&self, matter: &str, name: &str) -> Result<Option<Text>, FilesError>;
}

/// `folder/name`, with one `/` between.
#[must_use]
pub fn join_path(folder: &str, name: &str) -> String {
    match folder.trim_end_matches('/') {
        "" if folder.starts_with('/') => format!("/{name}"),
        "" | "." => name.to_owned(),
        folder => format!("{folder}/{name}"),
    }
}
