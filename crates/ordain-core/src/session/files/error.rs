//! Why a matter cannot be read, in words for the user.

use ordain_base::source::SourceKind;
use thiserror::Error;

/// Why a matter could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FilesError {
    /// There is no such file or folder.
    #[error("there is no file or folder `{0}`")]
    Missing(String),
    /// The path is neither a file nor a folder.
    #[error("`{0}` is neither a folder nor a file: a matter is a folder with `.order` and `.facts` files")]
    Neither(String),
    /// The folder has no order file.
    #[error("`{folder}` has no `.order` file{hint}")]
    NoOrder {
        /// The folder.
        folder: String,
        /// What may be meant.
        hint: String,
    },
    /// The file is of no kind that is read.
    #[error("`{0}` is not a file of a matter: those end in `.order`, `.facts`, `.calendar` or `.format`")]
    Kind(String),
    /// It has no statements that could be laid out.
    #[error("`{0}` is not an order or fact file: those end in `.order` or `.facts`")]
    NoRuleFile(String),
    /// It is a paper of a court.
    #[error(
        "`{0}` is a paper, and no file of a matter: `ordain transcribe {0} --into <folder>` writes a matter from it"
    )]
    Paper(String),
    /// The path leads out of the folder of the matter.
    #[error("`{0}` leads out of its folder: copy the file into the folder instead of linking to it")]
    Outside(String),
    /// A table's path leads out of the folder of the matter.
    #[error("`{0}` leads out of the matter's folder: copy it in, or run with `--allow-outside`")]
    TableOutside(String),
    /// Something else than a file lies there.
    #[error("`{path}` is {what}, not a file: rename it, or put a file in its place")]
    NoFile {
        /// Where.
        path: String,
        /// What it is.
        what: &'static str,
    },
    /// Another file was put in its place while it was opened.
    #[error("`{0}` was replaced by another file while it was opened: run the command again")]
    Swapped(String),
    /// A file and a folder were named together.
    #[error("`{0}` and `{1}` are a file and a folder: name the files of one matter, or the folders of matters")]
    Mixed(String, String),
    /// The file is longer than is read.
    #[error("`{path}` is {mib} MiB long: files of more than 64 MiB are refused")]
    TooLong {
        /// The file.
        path: String,
        /// The most that is read, in MiB.
        mib: u64,
    },
    /// The system does not let it be read.
    #[error("`{path}` cannot be read: {why}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        why: String,
    },
    /// The system does not let it be written.
    #[error("`{path}` cannot be written: {why}")]
    Unwritable {
        /// The file.
        path: String,
        /// What the system says.
        why: String,
    },
    /// The file changed while it was read.
    #[error("`{0}` was changed by somebody else meanwhile, and stays as it is: run the command again")]
    Changed(String),
    /// It would be written over a file of the matter.
    #[error("`{0}` would be a file of a matter: a report is not written over one")]
    OverMatter(String),
    /// Two reports go to one file.
    #[error("`{0}` and `{1}` are one file, and two reports cannot be written to it")]
    WrittenTwice(String, String),
    /// It would be written over a file that is read.
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
    // A court's order as it was served: a matter can be made from it.
    let papers = || {
        let first = |ends: &[&str]| names.iter().find(|n| ends.iter().any(|e| n.to_lowercase().ends_with(e)));
        let paper = first(&[".pdf", ".docx"]).or_else(|| first(&[".txt", ".json"]))?;
        let path = if folder == "." { paper.clone() } else { format!("{folder}/{paper}") };
        let path = if path.contains(' ') { format!("\"{path}\"") } else { path };
        Some(format!(": `ordain transcribe {path} --into <new folder>` writes a matter from an order"))
    };
    let new = || Some(": `ordain new <folder>` writes a first matter to look at".to_owned());
    let hint = near.or_else(facts).or_else(papers).or_else(new).unwrap_or_default();
    FilesError::NoOrder { folder: folder.to_owned(), hint }
}
