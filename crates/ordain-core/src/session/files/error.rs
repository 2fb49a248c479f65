//! Why a matter cannot be read, in words for the user.

use ordain_base::source::SourceKind;
use thiserror::Error;

/// Why a matter could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FilesError {
    #[error("there is no file or folder `{0}`")]
    Missing(String),
    #[error("`{0}` is neither a folder nor a file: a matter is a folder with `.order` and `.facts` files")]
    Neither(String),
    #[error("`{folder}` has no `.order` file{hint}")]
    NoOrder { folder: String, hint: String },
    #[error("`{0}` is not a file of a matter: those end in `.order`, `.facts`, `.calendar` or `.format`")]
    Kind(String),
    #[error("`{0}` leads out of its folder: copy the file into the folder instead of linking to it")]
    Outside(String),
    #[error("`{0}` leads out of the matter's folder: copy it in, or run with `--allow-outside`")]
    TableOutside(String),
    #[error("`{path}` is {what}, not a file: rename it, or put a file in its place")]
    NoFile { path: String, what: &'static str },
    #[error("`{0}` was replaced by another file while it was opened: run the command again")]
    Swapped(String),
    #[error("`{0}` and `{1}` are a file and a folder: name the files of one matter, or the folders of matters")]
    Mixed(String, String),
    #[error("`{path}` is {mib} MiB long: files of more than 64 MiB are refused")]
    TooLong { path: String, mib: u64 },
    #[error("`{path}` cannot be read: {why}")]
    Unreadable { path: String, why: String },
    #[error("`{path}` cannot be written: {why}")]
    Unwritable { path: String, why: String },
    #[error("`{0}` was changed by somebody else meanwhile, and stays as it is: run the command again")]
    Changed(String),
    #[error("`{0}` would be a file of a matter: a report is not written over one")]
    OverMatter(String),
    #[error("`{0}` and `{1}` are one file, and two reports cannot be written to it")]
    WrittenTwice(String, String),
    #[error("`{0}` is a file that this run reads: a report is not written over it")]
    OverInput(String),
}

/// The folder is there, an order is not: what may help.
#[must_use]
pub fn no_order(folder: &str, names: &[String]) -> FilesError {
    let near = names.iter().find(|n| SourceKind::near(n) == Some(SourceKind::Order));
    let near = near.map(|n| format!(": is `{n}` meant to end in `.order`?"));
    let facts = || {
        let any = names.iter().any(|n| SourceKind::of_path(n) == SourceKind::Facts);
        any.then(|| ", only `.facts`: a record needs the order it is about".to_owned())
    };
    let new = || Some(": `ordain new <folder>` writes a first matter to look at".to_owned());
    let hint = near.or_else(facts).or_else(new).unwrap_or_default();
    FilesError::NoOrder { folder: folder.to_owned(), hint }
}
