//! Which matter is meant, on which day, in whose view.

use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;

use super::streams::write_note;
use crate::disk::{Disk, Folder};
use crate::papers::Papers;
use ordain_base::diag::Diagnostic;
use ordain_core::report::View;
use ordain_core::session::files::{Files, FilesError, LIMIT, Text};
use ordain_core::session::{AsOf, Hypothesis, Inputs, Options, OrderTextFile, Views};

/// The day and the view of a report.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct QuestionArgs {
    /// The day that the report speaks of [default: today at the court].
    #[arg(long, value_name = "day", value_parser = day_of_argument)]
    pub(super) as_of: Option<NaiveDate>,

    /// Read the docket and the record only through this day [default: the day of --as-of].
    #[arg(long, value_name = "day", value_parser = day_of_argument)]
    pub(super) known_on: Option<NaiveDate>,

    /// Whose account of the facts to use: `court`, the name of a party, or `all` [default: court].
    #[arg(long, value_name = "view")]
    pub(super) view: Option<String>,

    /// Also read tables outside the matter's folder.
    #[arg(long)]
    pub(super) allow_outside: bool,
}

/// A matter, and the day and the view of a report on it.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct MatterArgs {
    /// The folder of a matter, or one file of it.
    #[arg(value_name = "matter")]
    path: String,

    #[command(flatten)]
    pub(super) question: QuestionArgs,
}

impl MatterArgs {
    /// Reads the files of the matter, and says what beside them is not read.
    pub(super) fn open(&self) -> Result<OpenMatter, FilesError> {
        OpenMatter::read_and_note(std::slice::from_ref(&self.path), self.question.allow_outside)
    }
}

/// A matter, or some of its files, and the day and the view of a report on it.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct MatterFilesArgs {
    /// The folder of a matter, or single files of it; `-` reads one from standard input.
    #[arg(required = true, value_name = "matter")]
    pub(super) paths: Vec<String>,

    #[command(flatten)]
    pub(super) question: QuestionArgs,
}

impl MatterFilesArgs {
    /// Reads the files of the matter, and says what beside them is not read.
    pub(super) fn open(&self) -> Result<OpenMatter, FilesError> {
        OpenMatter::read_and_note(&self.paths, self.question.allow_outside)
    }
}

/// The files of a matter, read, and where those of its tables are.
#[derive(Debug, Clone)]
pub(super) struct OpenMatter {
    pub(super) texts: Vec<Text>,
    /// What the matter is called where it has no caption.
    pub(super) name: String,
    pub(super) tables: Folder,
    /// What is in the folder and is not read with it.
    pub(super) notes: Vec<Diagnostic>,
    /// The folder that its files are in, as they show it; empty where they are in several.
    pub(super) home: String,
}

impl OpenMatter {
    /// Reads the files that were named; `outside` lets tables lie outside the folder.
    pub(super) fn read(paths: &[String], outside: bool) -> Result<Self, FilesError> {
        let texts = texts_of_paths(paths)?;
        let notes = match paths {
            [folder] if folder != "-" => Disk.beside(folder, &texts)?,
            _ => Vec::new(),
        };
        let home = common_folder(paths);
        Ok(Self { texts, name: name_of_matter(paths), tables: folder_of_tables(paths, outside), notes, home })
    }

    /// The same, with what is not read said on the error stream.
    pub(super) fn read_and_note(paths: &[String], outside: bool) -> Result<Self, FilesError> {
        let matter = Self::read(paths, outside)?;
        for note in &matter.notes {
            write_note(&format!("{}: {}", note.severity.name(), note.message));
        }
        Ok(matter)
    }

    /// What the matter is read with: its tables, and nothing else.
    pub(super) fn inputs(&self) -> Inputs<'_> {
        Inputs { tables: Some(&self.tables), papers: Some(&Papers), ..Inputs::default() }
    }
}

/// What is supposed.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct HypothesisArgs {
    /// Suppose this fact as well, written as in a `.facts` file; may be given several times.
    #[arg(long, value_name = "fact")]
    assume: Vec<String>,

    /// Suppose the record without the fact of this id, as `ordain why` shows it; may be given several times.
    #[arg(long, value_name = "fact id")]
    without: Vec<String>,
}

impl HypothesisArgs {
    pub(super) fn hypothesis(&self) -> Hypothesis {
        Hypothesis { assume: self.assume.clone(), without: self.without.clone() }
    }
}

impl QuestionArgs {
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
        Options { as_of: self.as_of.map_or_else(today_now, AsOf::On), known_on: self.known_on, views }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that knows today; the report always says so")]
pub(super) fn today_now() -> AsOf {
    AsOf::Today(chrono::Utc::now())
}

/// A day as `2024-04-05`, `June 3, 2024` or `the 3rd of June 2024`.
pub(super) fn day_of_argument(text: &str) -> Result<NaiveDate, String> {
    match ordain_time::read_point(text) {
        Ok(ordain_time::Anchor::Day(day)) => Ok(day),
        Ok(ordain_time::Anchor::At(_)) => Err("a day is wanted here, without an hour".to_owned()),
        Err(refused) => Err(format!("{}: write it as `2024-04-05` or `April 5, 2024`", refused.message)),
    }
}

/// The folder in which the files of tables are looked for.
fn folder_of_tables(paths: &[String], outside: bool) -> Folder {
    let folder = paths.first().filter(|p| *p != "-").map_or(".", String::as_str);
    Folder { folder: folder.to_owned(), outside }
}

/// The folder that all of these are in, as the paths of their files begin.
fn common_folder(paths: &[String]) -> String {
    let folder = |path: &String| {
        let shown = Disk.shown(path);
        let up = || shown.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned());
        if Disk.is_folder(path) { shown.clone() } else { up() }
    };
    let mut folders = paths.iter().map(folder);
    let first = folders.next().unwrap_or_default();
    if folders.all(|f| f == first) { first } else { String::new() }
}

/// The texts of what was named: one folder, several files, or `-`.
fn texts_of_paths(paths: &[String]) -> Result<Vec<Text>, FilesError> {
    let mut texts: Vec<Text> = Vec::new();
    for path in paths {
        let more = if path == "-" { vec![standard_input()?] } else { Disk.matter(path)? };
        // A file named twice is one file.
        texts.extend(more.into_iter().filter(|t| !paths_of(&texts).contains(&t.path)).collect::<Vec<_>>());
    }
    // In whatever order they are named, it is the same matter.
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(texts)
}

/// The texts given with `--text <order>=<file>`, and which order each is of.
pub(super) fn order_texts(given: &[(String, String)]) -> Result<(Vec<Text>, Vec<OrderTextFile>), FilesError> {
    let mut texts: Vec<Text> = Vec::new();
    let mut ties = Vec::new();
    for (order, path) in given {
        let text = Disk::order_text(path)?;
        ties.push(OrderTextFile { order: order.clone(), path: text.path.clone() });
        if texts.iter().all(|t| t.path != text.path) {
            texts.push(text);
        }
    }
    Ok((texts, ties))
}

/// `Enforcement=order.txt`.
pub(super) fn order_and_file(text: &str) -> Result<(String, String), String> {
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
pub(super) fn name_of_matter(paths: &[String]) -> String {
    let Some(first) = paths.first() else { return String::new() };
    if first == "-" {
        return "standard input".to_owned();
    }
    let path = Path::new(first);
    let name = if path.is_dir() { path.file_name() } else { path.file_stem() };
    let folder = || path.canonicalize().ok().and_then(|p| p.file_name().map(|n| n.to_string_lossy().into_owned()));
    name.map(|n| n.to_string_lossy().into_owned()).or_else(folder).unwrap_or_else(|| first.clone())
}
