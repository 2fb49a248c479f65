//! Which matter is meant, on which day, in whose view.

use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;

use crate::disk::{Disk, Folder};
use ordain_core::report::View;
use ordain_core::session::files::{Files, FilesError, LIMIT, Text};
use ordain_core::session::{AsOf, Options, OrderTextFile, Supposition, Views};

/// The day and the view of a report.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Standing {
    /// The day on which the report stands [default: today at the court].
    #[arg(long, value_name = "day", value_parser = day)]
    pub(super) as_of: Option<NaiveDate>,

    /// Take the record as it was known on this day [default: that of --as-of].
    #[arg(long, value_name = "day", value_parser = day)]
    pub(super) known_on: Option<NaiveDate>,

    /// Whose account of the facts is taken: `court`, the name of a party, or `all` [default: court].
    #[arg(long, value_name = "view")]
    pub(super) view: Option<String>,

    /// Read files of tables outside the matter's folder as well.
    #[arg(long)]
    allow_outside: bool,
}

/// What is supposed.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct Supposed {
    /// Suppose this fact as well, written as in a `.facts` file; may be given several times.
    #[arg(long, value_name = "fact")]
    assume: Vec<String>,

    /// Suppose the record without the fact of this id, as `ordain why` shows it; may be given several times.
    #[arg(long, value_name = "fact id")]
    without: Vec<String>,
}

impl Supposed {
    pub(super) fn supposition(&self) -> Supposition {
        Supposition { assume: self.assume.clone(), without: self.without.clone() }
    }
}

impl Standing {
    /// Where the files of the matter's tables are.
    pub(super) fn tables(&self, paths: &[String]) -> Folder {
        folder(paths, self.allow_outside)
    }

    pub(super) fn options(&self) -> Options {
        self.options_or(None)
    }

    /// With the view of the settings where the command line names none.
    pub(super) fn options_or(&self, view: Option<&str>) -> Options {
        let views = match self.view.as_deref().or(view).unwrap_or("court") {
            "all" => Views::All,
            "court" => Views::One(View::Court),
            party => Views::One(View::Party(party.to_owned())),
        };
        Options { as_of: self.as_of.map_or_else(today, AsOf::On), known_on: self.known_on, views }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that knows today; the report always says so")]
pub(super) fn today() -> AsOf {
    AsOf::Today(chrono::Utc::now())
}

/// A day as `2024-04-05`.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    let shaped = text.len() == 10 && text.starts_with(|c: char| c.is_ascii_digit());
    let day = if shaped { NaiveDate::parse_from_str(text, "%Y-%m-%d").ok() } else { None };
    day.ok_or_else(|| "that is no day: write it as `2024-04-05`".to_owned())
}

/// The folder in which the files of tables are looked for.
pub(super) fn folder(paths: &[String], outside: bool) -> Folder {
    let folder = paths.first().filter(|p| *p != "-").map_or(".", String::as_str);
    Folder { folder: folder.to_owned(), outside }
}

/// The texts of what was named: one folder, several files, or `-`.
pub(super) fn texts(paths: &[String]) -> Result<Vec<Text>, FilesError> {
    let mut texts: Vec<Text> = Vec::new();
    for path in paths {
        let more = if path == "-" { vec![standard_input()?] } else { Disk.matter(path)? };
        // A file named twice is one file.
        texts.extend(more.into_iter().filter(|t| !paths_of(&texts).contains(&t.path)).collect::<Vec<_>>());
    }
    Ok(texts)
}

/// The texts given with `--text <order>=<file>`, and which order each is of.
pub(super) fn tied(given: &[(String, String)]) -> Result<(Vec<Text>, Vec<OrderTextFile>), FilesError> {
    let mut texts: Vec<Text> = Vec::new();
    let mut ties = Vec::new();
    for (order, path) in given {
        let text = Disk.single(path)?;
        ties.push(OrderTextFile { order: order.clone(), path: text.path.clone() });
        if texts.iter().all(|t| t.path != text.path) {
            texts.push(text);
        }
    }
    Ok((texts, ties))
}

/// `Enforcement=order.txt`.
pub(super) fn tie(text: &str) -> Result<(String, String), String> {
    let (order, path) = text.split_once('=').ok_or("write the order and its text: `MTC=order.txt`")?;
    let (order, path) = (order.trim(), path.trim());
    if order.is_empty() || path.is_empty() {
        return Err("write the order and its text: `MTC=order.txt`".to_owned());
    }
    Ok((order.to_owned(), path.to_owned()))
}

/// The folder in which the user stands, with `/`: services want paths from there.
#[expect(clippy::disallowed_methods, reason = "read in cli, and reaches the formats as a text")]
pub(super) fn root() -> String {
    let folder = std::env::current_dir().map(|d| d.to_string_lossy().into_owned()).unwrap_or_default();
    if cfg!(windows) { folder.replace('\\', "/") } else { folder }
}

fn paths_of(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|t| t.path.clone()).collect()
}

fn standard_input() -> Result<Text, FilesError> {
    let path = "stdin.order".to_owned();
    let mut bytes = Vec::new();
    if let Err(error) = std::io::stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes) {
        return Err(FilesError::Unreadable { path: "the standard input".to_owned(), why: error.to_string() });
    }
    if bytes.len() as u64 > LIMIT {
        return Err(FilesError::TooLong { path: "the standard input".to_owned(), mib: LIMIT / (1024 * 1024) });
    }
    Ok(Text { path, bytes })
}

/// What a matter is called that has no caption: its folder, or its first file.
pub(super) fn name(paths: &[String]) -> String {
    let Some(first) = paths.first() else { return String::new() };
    if first == "-" {
        return "standard input".to_owned();
    }
    let path = Path::new(first);
    let name = if path.is_dir() { path.file_name() } else { path.file_stem() };
    let folder = || path.canonicalize().ok().and_then(|p| p.file_name().map(|n| n.to_string_lossy().into_owned()));
    name.map(|n| n.to_string_lossy().into_owned()).or_else(folder).unwrap_or_else(|| first.clone())
}
