//! Which files a matter is made of, and their bytes, wherever they are kept.
//! What the bytes say is for others to judge.

mod memory;
mod tables;

use thiserror::Error;

pub use memory::Memory;
pub use tables::{TableFiles, leaves};

/// The kinds of files a matter is made of, by the end of their names.
pub const KINDS: [&str; 4] = ["order", "facts", "calendar", "format"];

/// Files longer than this are refused.
pub const LIMIT: u64 = 64 * 1024 * 1024;

/// One file, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The path as it is shown, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Where a text stops being UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUtf8 {
    /// The byte at which it stops.
    pub offset: usize,
    /// From 1.
    pub line: usize,
    /// What the file seems to be, and what to do.
    pub hint: &'static str,
}

impl Text {
    /// The text, if it is UTF-8.
    ///
    /// # Errors
    /// The place of the first byte that is not, with a guess at the encoding.
    pub fn decode(&self) -> Result<&str, NotUtf8> {
        std::str::from_utf8(&self.bytes).map_err(|e| {
            let good = self.bytes.get(..e.valid_up_to()).unwrap_or(&[]);
            let line = 1 + good.iter().filter(|b| **b == b'\n').count();
            let hint = match self.bytes.as_slice() {
                [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "it looks like UTF-16: save it as UTF-8",
                [b'P', b'K', ..] => "it looks like a word processor's file: save it as plain text in UTF-8",
                [0x25, b'P', b'D', b'F', ..] => "it is a PDF: extract its text first",
                _ => "it looks like Windows-1252 or another old encoding: save it as UTF-8",
            };
            NotUtf8 { offset: e.valid_up_to(), line, hint }
        })
    }
}

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
        (kind(stem) == Some("order")).then(|| format!(": is `{n}` meant to be `{stem}`?"))
    });
    let upper = || {
        let name = names.iter().find(|n| n.to_lowercase().ends_with(".order"))?;
        Some(format!(": is `{name}` meant to end in `.order`?"))
    };
    let facts = || {
        let any = names.iter().any(|n| kind(n) == Some("facts"));
        any.then(|| ", only `.facts`: a record needs the order it is about".to_owned())
    };
    let new = || Some(": `ordain new <folder>` writes a first matter to look at".to_owned());
    let hint = near.or_else(upper).or_else(facts).or_else(new).unwrap_or_default();
    FilesError::NoOrder { folder: folder.to_owned(), hint }
}

/// The kind of file a name says, if it is one of a matter.
#[must_use]
pub fn kind(name: &str) -> Option<&'static str> {
    let (stem, end) = name.rsplit_once('.')?;
    if stem.is_empty() || stem.starts_with('.') {
        return None;
    }
    KINDS.into_iter().find(|k| *k == end)
}

/// The files of a matter, and the texts that its orders name.
///
/// # Errors
/// In words for the user, where a text cannot be read.
pub fn with_papers(files: &impl Files, mut texts: Vec<Text>) -> Result<Vec<Text>, FilesError> {
    let mut found: Vec<Text> = Vec::new();
    for path in super::texts::named(&texts) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        match files.paper(folder, &path)? {
            Some(text) => found.push(text),
            None => found.extend(files.papers(folder).into_iter().map(|path| Text { path, bytes: Vec::new() })),
        }
    }
    // A name without its words gives way to the text.
    found.sort_by(|a, b| a.path.cmp(&b.path).then(b.bytes.len().cmp(&a.bytes.len())));
    found.dedup_by(|a, b| a.path == b.path);
    texts.extend(found);
    Ok(texts)
}

/// True of a file that a matter is made of; others may be texts of its orders.
#[must_use]
pub fn is_of_matter(path: &str) -> bool {
    kind(path.rsplit('/').next().unwrap_or(path)).is_some()
}

/// `folder/name`, with one `/` between.
#[must_use]
pub fn join(folder: &str, name: &str) -> String {
    match folder.trim_end_matches('/') {
        "" if folder.starts_with('/') => format!("/{name}"),
        "" | "." => name.to_owned(),
        folder => format!("{folder}/{name}"),
    }
}
