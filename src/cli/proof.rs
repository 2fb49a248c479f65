//! `ordain proof`: what an order's own text contradicts, before it is transcribed.

use std::io::{self, Read, Write};
use std::path::Path;

use clap::ValueEnum;
use serde_json::{Value, json};

use super::screen::Screen;
use super::{Exit, refuse, say};
use ordain_base::diag::{Label, plural};
use ordain_base::source::SourceMap;
use ordain_core::session::files::{LIMIT, Text};
use ordain_render::{Style, clean_text, terminal};
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

pub(super) fn run(args: &Args, out: &mut dyn Write) -> io::Result<u8> {
    let mut sources = SourceMap::default();
    let mut found: Vec<Finding> = Vec::new();
    for path in &args.paths {
        match read(path, &mut sources) {
            Ok(more) => found.extend(more),
            Err(why) => return Ok(refuse(&why)),
        }
    }
    let least = Confidence::from(args.min_confidence);
    let (shown, hidden): (Vec<Finding>, Vec<Finding>) = found.into_iter().partition(|f| f.confidence >= least);
    let status = if shown.is_empty() { Exit::Clean } else { Exit::Breached };
    let style = args.screen.style();
    let text = match args.format {
        Format::Terminal => drawn(&shown, hidden.len(), &sources, &style),
        Format::Plain => plain(&shown, hidden.len(), &sources),
        Format::Json => machine(&shown, &sources),
    };
    say(out, &text, status)
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

fn drawn(shown: &[Finding], hidden: usize, sources: &SourceMap, style: &Style) -> String {
    let mut out = String::new();
    for finding in shown {
        out.push_str(&terminal::diagnostic(&finding.diagnostic, sources, style));
        out.push_str(&format!("  confidence: {}\n\n", finding.confidence.name()));
    }
    out + &totals(shown, hidden) + "\n"
}

fn plain(shown: &[Finding], hidden: usize, sources: &SourceMap) -> String {
    let mut out = String::new();
    for (i, finding) in shown.iter().enumerate() {
        let d = &finding.diagnostic;
        let lead = format!("Finding {} of {}, {} {}", i + 1, shown.len(), d.severity.name(), d.code.id);
        out.push_str(&format!("{lead}, confidence {}. {}.\n", finding.confidence.name(), one_line(&d.message)));
        for label in ordered(&d.labels) {
            let Some(at) = sources.locate(label.span) else { continue };
            let words: String = sources.text(label.span).chars().take(160).collect();
            let place = format!("{}:{}:{}", at.file, at.line, at.column);
            out.push_str(&one_line(&format!("{place}: {words} — {}", label.text)));
            out.push('\n');
        }
        if let Some(help) = &d.help {
            out.push_str(&one_line(&format!("Help: {help}.")));
            out.push('\n');
        }
        out.push('\n');
    }
    out + &totals(shown, hidden) + "\n"
}

/// The primary place first.
fn ordered(labels: &[Label]) -> impl Iterator<Item = &Label> {
    labels.iter().filter(|l| l.primary).chain(labels.iter().filter(|l| !l.primary))
}

fn one_line(text: &str) -> String {
    clean_text(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn totals(shown: &[Finding], hidden: usize) -> String {
    let count = |n: usize, noun: &str| plural(i64::try_from(n).unwrap_or(i64::MAX), noun);
    let less = if hidden > 0 { format!(" ({hidden} less sure: --min-confidence low)") } else { String::new() };
    if shown.is_empty() { format!("nothing found{less}") } else { format!("{}{less}", count(shown.len(), "finding")) }
}

/// `ordain.proof/1`.
fn machine(shown: &[Finding], sources: &SourceMap) -> String {
    let label = |l: &Label| {
        let at = sources.locate(l.span)?;
        Some(json!({
            "file": at.file, "line": at.line, "column": at.column, "endLine": at.end_line, "endColumn": at.end_column,
            "words": sources.text(l.span), "text": l.text, "primary": l.primary,
        }))
    };
    let one = |f: &Finding| {
        let d = &f.diagnostic;
        json!({
            "code": d.code.id, "name": d.code.name, "severity": d.severity.name(), "confidence": f.confidence.name(),
            "message": d.message, "help": d.help, "labels": ordered(&d.labels).filter_map(label).collect::<Vec<Value>>(),
        })
    };
    let document = json!({
        "schema": "ordain.proof/1",
        "tool": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "files": sources.files().iter().map(|f| f.path.as_str()).collect::<Vec<_>>(),
        "findings": shown.iter().map(one).collect::<Vec<Value>>(),
    });
    escaped(&serde_json::to_string_pretty(&document).unwrap_or_default()) + "\n"
}

/// Characters that could steer a terminal, as escapes; in JSON they stand in strings only.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let hidden = matches!(c, '\u{7F}'..='\u{9F}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}');
        if hidden {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|u| out.push_str(&format!("\\u{u:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}
