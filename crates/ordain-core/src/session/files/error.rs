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
}

/// The folder is there, an order is not: what may help.
#[must_use]
pub fn no_order(folder: &str, names: &[String]) -> FilesError {
    let near = names.iter().find_map(|n| {
        let stem = n.strip_suffix(".txt").or_else(|| n.strip_suffix(".TXT"))?;
        (SourceKind::of_path(stem) == SourceKind::Order).then(|| format!(": is `{n}` meant to be `{stem}`?"))
    });
    let upper = || {
        let name = names.iter().find(|n| n.to_lowercase().ends_with(".order"))?;
        Some(format!(": is `{name}` meant to end in `.order`?"))
    };
    let facts = || {
        let any = names.iter().any(|n| SourceKind::of_path(n) == SourceKind::Facts);
        any.then(|| ", only `.facts`: a record needs the order it is about".to_owned())
    };
    let new = || Some(": `ordain new <folder>` writes a first matter to look at".to_owned());
    let hint = near.or_else(upper).or_else(facts).or_else(new).unwrap_or_default();
    FilesError::NoOrder { folder: folder.to_owned(), hint }
}
