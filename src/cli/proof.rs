//! `ordain proof`: what an order's own text contradicts, before it is transcribed.

use std::io::{self, Read, Write};
use std::path::Path;

use super::exit::Exit;
use super::failure::Failure;
use super::screen::Screen;
use super::streams::write_out;
use clap::ValueEnum;
use ordain_base::source::SourceMap;
use ordain_core::session::files::{LIMIT, Text};
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
  ordain proof order.txt
  ordain proof order.txt --min-confidence high
  pdftotext -layout order.pdf - | ordain proof -
  ordain proof order.txt --format json > findings.json

Exit status:
  0  nothing was found
  1  something was found
  2  a file cannot be read, or the command is wrong")]
pub(super) struct Args {
    /// Texts of orders; `-` reads one from the standard input.
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
    for path in &args.paths {
        found.extend(read(path, &mut sources)?);
    }
    let least = Confidence::from(args.min_confidence);
    let (shown, hidden): (Vec<Finding>, Vec<Finding>) = found.into_iter().partition(|f| f.confidence >= least);
    let status = if shown.is_empty() { Exit::Clean } else { Exit::Breached };
    let style = args.screen.style();
    let text = match args.format {
        Format::Terminal => proof::render(&shown, hidden.len(), &sources, &style),
        Format::Plain => proof::plain(&shown, hidden.len(), &sources),
        Format::Json => proof::json(&shown, &sources),
    };
    Ok(write_out(out, &text, status)?)
}

/// Reads one text and proofs it; why it cannot be read, in words.
fn read(path: &str, sources: &mut SourceMap) -> Result<Vec<Finding>, String> {
    let shown = if path == "-" { "the standard input".to_owned() } else { path.to_owned() };
    let bytes = if path == "-" { standard_input() } else { file(Path::new(path)) };
    let bytes = bytes.map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => format!("there is no file `{shown}`"),
        io::ErrorKind::IsADirectory => format!("`{shown}` is a folder: name the text of an order"),
        io::ErrorKind::PermissionDenied => format!("`{shown}` cannot be read: permission denied"),
        _ => format!("`{shown}` cannot be read: {e}"),
    })?;
    if bytes.len() as u64 > LIMIT {
        return Err(format!("`{shown}` is too long: texts of more than {} MiB are refused", LIMIT / (1024 * 1024)));
    }
    let text = Text { path: shown.clone(), bytes };
    let words = text.decode().map_err(|e| format!("line {} of `{shown}` is not text in UTF-8: {}", e.line, e.hint))?;
    let full = || "these texts are too long to be read in one run".to_owned();
    let id = sources.add(shown.clone(), words).ok_or_else(full)?;
    let base = sources.get(id).map_or(0, |f| f.base);
    Ok(findings(words, base))
}

#[expect(clippy::disallowed_methods, reason = "the text of an order is no part of a matter, so its door is here")]
fn file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
