//! `ordain proof`: what an order's own text contradicts, before it is transcribed.

use super::order_text::{read_file, read_standard_input};
use std::io::{self, Write};

use std::path::Path;

use super::exit::Exit;
use super::failure::Failure;
use super::screen::Screen;
use super::streams::{write_note, write_out, write_refusal};
use crate::disk::Disk;
use crate::papers::Papers;
use clap::ValueEnum;
use ordain_base::diag::Severity;
use ordain_base::source::{SourceMap, Span};
use ordain_core::session::files::{Files, LIMIT, Text};
use ordain_core::session::{PaperReader, PaperText};
use ordain_render::proof;
use ordain_text::proofread::{Confidence, Finding, findings};

/// The forms of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Drawn for a screen.
    Terminal,
    /// Sentences, for screen readers.
    Plain,
    /// For machines.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Least {
    Low,
    Medium,
    High,
}

impl From<Least> for Confidence {
    fn from(least: Least) -> Self {
        match least {
            Least::Low => Self::Low,
            Least::Medium => Self::Medium,
            Least::High => Self::High,
        }
    }
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain proof order.pdf
  ordain proof order.txt --min-confidence high
  ordain proof matters                      the texts of every matter in the folder
  ordain proof - < order.docx
  ordain proof order.txt --format json > findings.json

Exit status:
  0  nothing was found
  1  something was found
  2  a file cannot be read, or the command is wrong")]
pub(super) struct Args {
    /// Orders as PDF, DOCX or plain text, or folders of matters: the texts that their orders name. `-` reads one from the standard input.
    #[arg(required = true, value_name = "text")]
    paths: Vec<String>,

    /// The form of the findings.
    #[arg(long, value_enum, default_value_t = Format::Terminal, value_name = "format")]
    format: Format,

    /// Show findings of this confidence and above.
    #[arg(long, value_enum, default_value_t = Least::Medium, value_name = "confidence")]
    min_confidence: Least,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut sources = SourceMap::default();
    let mut found: Vec<Finding> = Vec::new();
    let (texts, mut unread) = texts_to_proofread(&args.paths)?;
    let several = args.paths.len() > 1 || args.paths.iter().any(|p| Disk.is_folder(p));
    for path in texts {
        match read_and_proofread(&path, &mut sources) {
            Ok(more) => found.extend(more),
            // One text that cannot be read hides no other.
            Err(why) if several => {
                write_refusal(&why);
                unread = true;
            }
            Err(why) => return Err(why.into()),
        }
    }
    let least = Confidence::from(args.min_confidence);
    let (shown, hidden): (Vec<Finding>, Vec<Finding>) = found.into_iter().partition(|f| f.confidence >= least);
    let status = if shown.is_empty() { Exit::Clean } else { Exit::Breached };
    let status = if unread { Exit::Wrong } else { status };
    let style = args.screen.style();
    let text = match args.format {
        Format::Terminal => proof::render(&shown, hidden.len(), &sources, &style),
        Format::Plain => proof::plain(&shown, hidden.len(), &sources),
        Format::Json => proof::json(&shown, &sources),
    };
    Ok(write_out(out, &text, status)?)
}

/// The texts that were named, and those that the matters in the folders name, each once. A folder without a matter
/// has the texts that are directly in it. True where a matter could not be read.
fn texts_to_proofread(paths: &[String]) -> Result<(Vec<String>, bool), String> {
    let (mut all, mut unread): (Vec<String>, bool) = (Vec::new(), false);
    for path in paths {
        if !Disk.is_folder(path) {
            all.push(path.clone());
            continue;
        }
        let Ok(found) = Disk.search(path) else {
            let texts = Disk.papers(&Disk.shown(path));
            if texts.is_empty() {
                return Err(format!("`{path}` has no matter and no text of an order: name the text"));
            }
            all.extend(texts);
            continue;
        };
        for matter in &found.matters {
            let read = match Disk.matter(matter) {
                Ok(read) => read,
                Err(error) => {
                    write_refusal(&error.to_string());
                    unread = true;
                    continue;
                }
            };
            let named = read.into_iter().filter(|t| !t.kind().is_of_matter() && !t.bytes.is_empty());
            let named: Vec<String> = named.map(|t| t.path).collect();
            if named.is_empty() {
                write_note(&format!("note: the orders of `{matter}` name no text, so there is nothing to proofread"));
            }
            all.extend(named);
        }
        found.notes.iter().for_each(|n| write_note(&format!("{}: {}", n.severity.name(), n.message)));
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|path| path == "-" || seen.insert(Disk.real(path)));
    Ok((all, unread))
}

/// Reads one text and proofs it; why it cannot be read, in words.
fn read_and_proofread(path: &str, sources: &mut SourceMap) -> Result<Vec<Finding>, String> {
    let shown = if path == "-" { "the standard input".to_owned() } else { path.to_owned() };
    let bytes = if path == "-" { read_standard_input() } else { read_file(Path::new(path)) };
    let bytes = bytes.map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => format!("there is no file `{shown}`"),
        io::ErrorKind::IsADirectory => format!("`{shown}` is a folder: name the text of an order"),
        io::ErrorKind::PermissionDenied => format!("`{shown}` cannot be read: permission denied"),
        _ => format!("`{shown}` cannot be read: {e}"),
    })?;
    if bytes.len() as u64 > LIMIT {
        return Err(format!("`{shown}` is too long: texts of more than {} MiB are refused", LIMIT / (1024 * 1024)));
    }
    let text = match Papers.read(path, &bytes) {
        Some(Err(fault)) => return Err(format!("`{shown}` cannot be read: {}; {}", fault.why, fault.remedy)),
        Some(Ok(paper)) => {
            note_unread(&shown, &paper);
            Text { path: shown.clone(), bytes: paper.text.into_bytes() }
        }
        None => Text { path: shown.clone(), bytes },
    };
    let words = text.decode().map_err(|e| format!("line {} of `{shown}` is not text in UTF-8: {}", e.line, e.hint))?;
    let full = || "these texts are too long to be read in one run".to_owned();
    let id = sources.add(shown.clone(), words).ok_or_else(full)?;
    let base = sources.get(id).map_or(0, |f| f.base);
    Ok(findings(words, base))
}

/// Says what of a paper was not read.
fn note_unread(shown: &str, paper: &PaperText) {
    let unread = paper.left_unread(shown, Span::default());
    for warning in unread.iter().filter(|d| d.severity == Severity::Warning) {
        write_note(&format!("{}: {}", warning.severity.name(), warning.message));
    }
}
