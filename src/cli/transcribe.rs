//! `ordain transcribe`: a draft matter from the text of an order.

use super::order_text::{read_file, read_standard_input};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::exit::Exit;
use super::failure::Failure;
use super::streams::{write_note, write_out};
use crate::papers::Papers;
use ordain_base::diag::Severity;
use ordain_base::source::Span;
use ordain_core::session::PaperReader;
use ordain_core::session::files::Text;
use ordain_core::transcribe::{Draft, Entry, Paper, docket_entry, transcribe};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain transcribe order.pdf --into doe-v-roe
  ordain transcribe order.txt
  ordain transcribe docket-entry.json --into doe-v-roe
  ordain transcribe - --into doe-v-roe < order.docx

Exit status:
  0  a draft was written
  2  the paper orders nothing or cannot be read, or the command is wrong")]
pub(super) struct Args {
    /// One order as PDF, DOCX or plain text, or its docket entry as CourtListener's JSON. `-` reads it from the standard
    /// input.
    #[arg(value_name = "order")]
    order: String,

    /// The folder to create for the draft; it must not exist yet, or must be empty. Without it, the draft is printed.
    #[arg(long, value_name = "folder")]
    into: Option<String>,
}

/// The name of the order's text in the folder of the draft.
const TEXT: &str = "order.txt";

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let shown = if args.order == "-" { "the standard input" } else { &args.order };
    if let Some(folder) = &args.into {
        check_folder_is_free(Path::new(folder)).map_err(|why| format!("no draft was written to `{folder}`: {why}"))?;
    }
    let (text, entry) = read_order(&args.order, shown)?;
    let name = Path::new(&args.order).file_name().map_or_else(|| shown.into(), |n| n.to_string_lossy());
    let paper = Paper {
        name: if args.order == "-" { shown } else { &name },
        text: &text,
        text_file: args.into.as_ref().map(|_| TEXT),
        entry,
    };
    let draft = transcribe(&paper).map_err(|why| format!("`{shown}`: {why}"))?;
    let Some(folder) = &args.into else {
        write_note(&draft.summary());
        return Ok(write_out(out, &ordain_render::clean_text(&draft.order), Exit::Clean)?);
    };
    write_draft(Path::new(folder), &draft, &text)
        .map_err(|why| format!("no draft was written to `{folder}`: {why}"))?;
    let shown = folder.trim_end_matches('/');
    let quoted = if shown.contains(' ') { format!("\"{shown}\"") } else { shown.to_owned() };
    let said = format!(
        "{}\n\n{shown}/matter.order   the draft: read it against the order\n{shown}/{TEXT}      the text of the order\n\n\
         Next:\n  ordain check {quoted}\n  ordain cover {quoted}\n",
        draft.summary()
    );
    Ok(write_out(out, &ordain_render::clean_text(&said), Exit::Clean)?)
}

/// The text of a paper in UTF-8, and what the docket says of it. What the file is decides how it is read, not its name.
fn read_order(path: &str, shown: &str) -> Result<(String, Option<Entry>), String> {
    let bytes = if path == "-" { read_standard_input() } else { read_file(Path::new(path)) };
    let bytes = bytes.map_err(|e| match e.kind() {
        ErrorKind::NotFound => format!("there is no file `{shown}`"),
        ErrorKind::IsADirectory => format!("`{shown}` is a folder: name the file of one order"),
        ErrorKind::PermissionDenied => format!("`{shown}` cannot be read: permission denied"),
        _ => format!("`{shown}` cannot be read: {e}"),
    })?;
    let text = match Papers.read(path, &bytes) {
        Some(Err(fault)) => return Err(format!("`{shown}` cannot be read: {}; {}", fault.why, fault.remedy)),
        Some(Ok(paper)) => {
            let unread = paper.left_unread(shown, Span::default());
            for warning in unread.iter().filter(|d| d.severity == Severity::Warning) {
                write_note(&format!("{}: {}", warning.severity.name(), warning.message));
            }
            return Ok((paper.text, None));
        }
        None => Text { path: shown.to_owned(), bytes },
    };
    let text = text.decode().map_err(|e| format!("line {} of `{shown}` is not text in UTF-8: {}", e.line, e.hint))?;
    match docket_entry(text) {
        Some(Ok(found)) => Ok((found.text, Some(found.entry))),
        Some(Err(why)) => Err(format!("`{shown}` cannot be read: {why}")),
        None => Ok((text.to_owned(), None)),
    }
}

/// Nothing that is there is touched.
#[expect(clippy::disallowed_methods, reason = "a draft goes into a folder of its own")]
fn check_folder_is_free(folder: &Path) -> Result<(), String> {
    if !folder.exists() {
        return Ok(());
    }
    let mut entries = std::fs::read_dir(folder).map_err(|e| why_not_written(&e))?;
    if entries.next().is_some() { Err("the folder is not empty".to_owned()) } else { Ok(()) }
}

fn write_draft(folder: &Path, draft: &Draft, text: &str) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|e| why_not_written(&e))?;
    for (name, content) in [("matter.order", draft.order.as_str()), (TEXT, text)] {
        let mut file = std::fs::File::create_new(folder.join(name)).map_err(|e| why_not_written(&e))?;
        file.write_all(content.as_bytes()).map_err(|e| why_not_written(&e))?;
    }
    Ok(())
}

fn why_not_written(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "there is a file of this name".to_owned(),
        _ => error.to_string(),
    }
}
