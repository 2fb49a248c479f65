//! `ordain fmt`: one layout for order and fact files.

use std::collections::BTreeSet;
use std::io::Write;

use super::exit::Exit;
use super::failure::Failure;
use super::order_text::read_standard_input;
use super::screen::Screen;
use super::streams::{write_note, write_out, write_refusal};
use crate::disk::{self, Disk};
use ordain_base::diag::{Severity, plural};
use ordain_core::session::files::{Files, LIMIT, Text};
use ordain_render::diff;
use ordain_syntax::formatter::{NotFormatted, format};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Only spaces, line breaks and blank lines change: what the files say stays the same, and so do comments. A file with
errors is left as it is and named.

Examples:
  ordain fmt doe-v-roe
  ordain fmt --check matters              for a build: which files are not laid out so
  ordain fmt --diff doe-v-roe             what would change
  ordain fmt - < doe-v-roe/orders.order

Exit status:
  0  every file is laid out so now
  1  with --check or --diff: a file would change
  2  a file has errors or cannot be read, or the command is wrong")]
pub(super) struct Args {
    /// Order and fact files, and folders that have such files or folders with them. `-` reads one from the standard input
    /// and writes it to the standard output.
    #[arg(required = true, value_name = "path")]
    paths: Vec<String>,

    /// Name the files that would change, and write nothing.
    #[arg(long)]
    check: bool,

    /// Show what would change, and write nothing.
    #[arg(long)]
    diff: bool,

    /// What to call the standard input in messages.
    #[arg(long, value_name = "name")]
    stdin_filename: Option<String>,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    if args.paths.iter().any(|p| p == "-") {
        if args.paths.len() > 1 {
            return Err("`-` is the only path where it is one: name the files, or read the standard input".into());
        }
        return format_standard_input(args, out);
    }
    if args.stdin_filename.is_some() {
        return Err("`--stdin-filename` goes with `-` alone".into());
    }
    let mut seen = BTreeSet::new();
    let mut done = Done::default();
    for path in &args.paths {
        let files = Disk.rule_files(path)?;
        if files.is_empty() {
            return Err(format!("`{path}` has no order and no fact files, and neither have the folders in it").into());
        }
        for file in files.iter().filter(|f| seen.insert(Disk.real(f))) {
            done.add(args, file);
        }
    }
    write_note(&done.summary(args));
    Ok(write_out(out, &done.shown, done.exit(args))?)
}

/// Writes the text that was piped in, laid out; as it is where it cannot be.
fn format_standard_input(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let path = args.stdin_filename.clone().unwrap_or_else(|| "the standard input".to_owned());
    let bytes = read_standard_input()?;
    if bytes.len() as u64 > LIMIT {
        return Err(
            format!("`{path}` is too long: texts of more than {} MiB are refused", LIMIT / (1024 * 1024)).into()
        );
    }
    let text = Text { path, bytes };
    let formatted = match format_text(&text) {
        Ok(formatted) => formatted,
        Err(why) => {
            write_refusal(&why);
            let status = Exit::Wrong as u8;
            // An editor that pipes its text through must get it back.
            return Ok(if args.check || args.diff { status } else { out.write_all(&text.bytes).map(|()| status)? });
        }
    };
    let before = String::from_utf8_lossy(&text.bytes);
    let changes = before != formatted;
    let shown = match (args.diff, args.check) {
        (true, _) => diff::unified(&text.path, &before, &formatted, "formatted", args.screen.style()),
        (false, true) if changes => format!("{}\n", ordain_render::clean_text(&text.path)),
        (false, true) => String::new(),
        (false, false) => formatted,
    };
    let would_change = (args.check || args.diff) && changes;
    Ok(write_out(out, &shown, if would_change { Exit::Breached } else { Exit::Clean })?)
}

/// What was done to the files.
#[derive(Default)]
struct Done {
    changed: usize,
    unchanged: usize,
    refused: usize,
    shown: String,
}

impl Done {
    /// Lays out one file; one that cannot be hides no other.
    fn add(&mut self, args: &Args, file: &str) {
        match self.file(args, file) {
            Ok(true) => self.changed += 1,
            Ok(false) => self.unchanged += 1,
            Err(why) => {
                write_refusal(&why);
                self.refused += 1;
            }
        }
    }

    /// True where the file changes.
    fn file(&mut self, args: &Args, file: &str) -> Result<bool, String> {
        let text = Disk.single(file).map_err(|e| e.to_string())?;
        let formatted = format_text(&text)?;
        if formatted.as_bytes() == text.bytes {
            return Ok(false);
        }
        if args.diff {
            let before = String::from_utf8_lossy(&text.bytes);
            self.shown.push_str(&diff::unified(file, &before, &formatted, "formatted", args.screen.style()));
        } else if args.check {
            self.shown.push_str(&format!("{}\n", ordain_render::clean_text(file)));
        } else {
            disk::rewrite(&text, formatted.as_bytes()).map_err(|e| e.to_string())?;
        }
        Ok(true)
    }

    const fn exit(&self, args: &Args) -> Exit {
        match (self.refused, self.changed) {
            (1.., _) => Exit::Wrong,
            (_, 1..) if args.check || args.diff => Exit::Breached,
            _ => Exit::Clean,
        }
    }

    /// `2 files were formatted, 12 were so already.`
    fn summary(&self, args: &Args) -> String {
        let files = |n: usize| plural(i64::try_from(n).unwrap_or(i64::MAX), "file");
        let one = |n: usize| if n == 1 { "was" } else { "were" };
        let mut parts = Vec::new();
        if self.changed > 0 {
            let done = if args.check || args.diff { "would be" } else { one(self.changed) };
            parts.push(format!("{} {done} formatted", files(self.changed)));
        }
        if self.unchanged > 0 {
            parts.push(format!("{} {} formatted already", files(self.unchanged), one(self.unchanged)));
        }
        if self.refused > 0 {
            parts.push(format!(
                "{} {} left as {}",
                files(self.refused),
                one(self.refused),
                if self.refused == 1 { "it was" } else { "they were" }
            ));
        }
        parts.join(", ")
    }
}

/// The text, laid out; why it cannot be, in words.
fn format_text(text: &Text) -> Result<String, String> {
    let path = &text.path;
    let words = text.decode().map_err(|e| format!("line {} of `{path}` is not text in UTF-8: {}", e.line, e.hint))?;
    format(words).map_err(|why| match why {
        NotFormatted::Errors(found) => {
            let errors: Vec<_> = found.iter().filter(|d| d.severity == Severity::Error).collect();
            let Some(first) = errors.first() else { return format!("`{path}` cannot be read") };
            let line = 1 + words.get(..first.span().start as usize).unwrap_or(words).matches('\n').count();
            let more = match errors.len() - 1 {
                0 => String::new(),
                n => format!(", and {n} more"),
            };
            format!("`{path}` is left as it is; line {line}: {} ({}){more}", first.message, first.code.id)
        }
        NotFormatted::Changed => {
            format!("`{path}` is left as it is: laid out, it would say something else. This is a fault of Ordain")
        }
    })
}
