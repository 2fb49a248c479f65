//! `ordain inspect`: what a load file, a log or a docket is, before it is used.

mod json;
mod statement;
mod text;

use std::io::{self, Write};
use std::sync::Arc;

use clap::ValueEnum;

use super::exit::Exit;
use super::failure::Failure;
use super::screen::Screen;
use super::streams::{write_note, write_out};
use crate::disk::{Disk, Folder, disk_file, spool_input};
use ordain_base::source::{Span, Spanned};
use ordain_core::session::files::{Files, TableFiles};
use ordain_tables::detect::Unknown;
use ordain_tables::inspect::{Inspection, inspect_table};
use ordain_tables::{Encoding, Header, Layouts, Limits, Source, Written};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shown {
    Text,
    Json,
}

/// Show what a load file, a log, an index or a docket contains, and write its `table` statement
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain inspect productions/VOL001.dat
  ordain inspect productions/VOL001.dat --as Concordance
  ordain inspect \"productions/*.dat.gz\" --format json
  ordain inspect log.xlsx --sheet \"Privilege Log\" --header 3
  zcat VOL001.dat.gz | ordain inspect -")]
pub(super) struct Args {
    /// Files, folders or patterns; `-` reads standard input.
    #[arg(required = true, value_name = "file")]
    files: Vec<String>,

    /// The layout whose column names apply: `Concordance`, `privilege log`, …
    #[arg(long = "as", value_name = "layout")]
    layout: Option<String>,

    /// A file of layouts of your own.
    #[arg(long = "with", value_name = "file.format")]
    with: Vec<String>,

    /// The line of the header; 0 if there is none.
    #[arg(long, value_name = "line")]
    header: Option<u32>,

    /// The sheet of a workbook.
    #[arg(long, value_name = "name")]
    sheet: Option<String>,

    /// One character, or `tab`.
    #[arg(long, value_name = "character", value_parser = character_of_argument)]
    separator: Option<char>,

    /// One character, or `none`.
    #[arg(long, value_name = "character", value_parser = qualifier)]
    qualifier: Option<Mark>,

    /// UTF-8, UTF-16LE, UTF-16BE or Windows-1252.
    #[arg(long, value_name = "encoding", value_parser = encoding)]
    encoding: Option<Encoding>,

    #[arg(long, value_enum, default_value_t = Shown::Text, value_name = "format")]
    format: Shown,

    #[command(flatten)]
    screen: Screen,
}

/// A qualifier, or that there is none.
#[derive(Debug, Clone, Copy)]
struct Mark(Option<char>);

fn character_of_argument(text: &str) -> Result<char, String> {
    let mut chars = text.chars();
    match (text, chars.next(), chars.next()) {
        ("tab", _, _) => Ok('\t'),
        ("0x14", _, _) => Ok('\u{14}'),
        (_, Some(c), None) => Ok(c),
        _ => Err("write one character, `tab` or `0x14`".to_owned()),
    }
}

fn qualifier(text: &str) -> Result<Mark, String> {
    if text == "none" { Ok(Mark(None)) } else { character_of_argument(text).map(|c| Mark(Some(c))) }
}

fn encoding(text: &str) -> Result<Encoding, String> {
    Encoding::find(text).ok_or_else(|| {
        let known = Encoding::ALL.map(Encoding::name);
        format!("encodings are {}", ordain_base::words::quoted_list(&known))
    })
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let (shown, status) = inspect_files(args)?;
    Ok(write_out(out, &shown, status)?)
}

fn inspect_files(args: &Args) -> Result<(String, Exit), String> {
    let layouts = layouts_with(&args.with)?;
    let layout = match &args.layout {
        None => None,
        Some(name) => match layouts.find(name) {
            Some(layout) => Some(Arc::clone(layout)),
            None => return Err(unknown_layout(name, &layouts)),
        },
    };
    let here = |value| Spanned::new(value, Span::default());
    let written = Written {
        header: args.header.map(|n| Spanned::new(if n == 0 { Header::None } else { Header::Line(n) }, Span::default())),
        sheet: args.sheet.clone().map(|s| Spanned::new(s, Span::default())),
        separator: args.separator.map(here),
        qualifier: args.qualifier.map(|m| Spanned::new(m.0, Span::default())),
        encoding: args.encoding.map(|e| Spanned::new(e, Span::default())),
    };
    let mut status = Exit::Clean;
    let mut seen: Vec<(String, Result<Inspection, Unknown>)> = Vec::new();
    for source in sources_of_paths(&args.files)? {
        let done = inspect_table(&*source, &written, layout.as_ref(), &layouts, &Limits::default());
        if !matches!(&done, Ok(i) if i.stopped.is_none()) {
            status = Exit::Wrong;
        }
        seen.push((source.name().to_owned(), done));
    }
    let shown = match args.format {
        Shown::Json => json::write(&seen),
        Shown::Text => text::write(&seen, args.screen.style()),
    };
    Ok((shown, status))
}

fn unknown_layout(name: &str, layouts: &Layouts) -> String {
    let names: Vec<&str> = layouts.names().collect();
    match layouts.near(name) {
        Some(near) => format!("no layout is called `{name}`: did you mean `{near}`?"),
        None => format!("no layout is called `{name}`: there are {}", ordain_base::words::join(&names)),
    }
}

/// The standard layouts and those of files of one's own.
fn layouts_with(with: &[String]) -> Result<Layouts, String> {
    let mut texts = Vec::new();
    for path in with {
        let text = Disk.single(path).map_err(|e| e.to_string())?;
        texts.push(text.decode().map_err(|e| format!("`{path}` is no UTF-8 text: {}", e.hint))?.to_owned());
    }
    let (layouts, wrong) = Layouts::standard().with(texts.iter().map(|t| (t.as_str(), 0)));
    match wrong.first() {
        Some(d) => Err(format!("{}: {}", d.code.id, d.message)),
        None => Ok(layouts),
    }
}

fn sources_of_paths(paths: &[String]) -> Result<Vec<Box<dyn Source>>, String> {
    let mut sources = Vec::new();
    for path in paths {
        if path == "-" {
            sources.push(
                spool_input("-", io::stdin().lock()).map_err(|e| format!("the standard input cannot be read: {e}"))?,
            );
            continue;
        }
        if let Ok(file) = disk_file(path) {
            sources.push(file);
            continue;
        }
        let folder = Folder { folder: if path.starts_with('/') { "/" } else { "." }.to_owned(), outside: true };
        let found = folder.find(path).map_err(|e| e.to_string())?;
        for skipped in &found.skipped {
            write_note(&format!("`{skipped}` is not read: only the files directly in a folder are"));
        }
        sources.extend(found.files);
    }
    Ok(sources)
}
