//! One file a format; each a pure function of the report. Nothing here reads
//! the terminal, the environment or the clock: width, color and character set
//! come in a [`Style`].

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod anatomy;
mod answers;
pub mod calendar;
pub mod catalogue;
pub mod changes;
pub mod changes_schema;
mod clean;
pub mod cover;
mod csv;
pub mod date;
pub mod diff;
pub mod exhibit;
pub mod explain;
pub mod findings;
pub mod formats;
pub mod github;
mod gitlab;
pub mod history;
pub mod html;
mod hypothesis;
pub mod json;
mod junit;
mod listing;
mod machine;
pub mod markdown;
mod markup;
pub mod matters;
pub mod outline;
mod outline_parts;
mod paint;
pub mod plain;
pub mod proof;
mod rdjson;
mod reasons;
pub mod reconcile;
mod rows;
mod sarif;
pub mod schema;
mod schema_parts;
mod tables;
pub mod terminal;
pub mod timeline;
mod triage;
pub mod unseen;
pub mod vocabulary;
pub mod why;
mod words;
pub mod workbook;
pub mod wrap;

pub use machine::{Extent, Options, Primary};
pub use words::verdict as verdict_in_words;

/// The program, as reports name it: not the crate that renders them.
pub(crate) const PROGRAM: &str = "ordain";

/// One or several lines for a screen, without anything that could steer it.
#[must_use]
pub fn clean_text(text: &str) -> String {
    let end = if text.ends_with('\n') { "\n" } else { "" };
    clean::Cleaner::for_people(true).lines(text) + end
}

/// Lines cleaned as [`clean_text`] cleans them, those that are wider than the
/// screen broken at spaces.
#[must_use]
pub fn fit_lines(lines: &[String], style: Style) -> String {
    let cleaner = clean::Cleaner::for_people(style.unicode);
    let mut out = String::new();
    for line in lines {
        let line = cleaner.line(line);
        let parts = if wrap::display_width(&line) > style.columns() {
            wrap::wrap_text(&line, style.columns())
        } else {
            vec![line]
        };
        for part in parts {
            out.push_str(part.trim_end());
            out.push('\n');
        }
    }
    out
}

/// How a report for people is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Columns of the screen; kept within 40 and 200.
    pub width: usize,
    /// Colors are written.
    pub color: bool,
    /// False draws with ASCII only. Words of the files keep their characters.
    pub unicode: bool,
}

impl Style {
    /// No color, drawn with Unicode.
    #[must_use]
    pub const fn new(width: usize) -> Self {
        Self { width, color: false, unicode: true }
    }

    /// The same, in ASCII alone.
    #[must_use]
    pub const fn ascii(self) -> Self {
        Self { unicode: false, ..self }
    }

    /// The same, with colors or without.
    #[must_use]
    pub const fn color(self, color: bool) -> Self {
        Self { color, ..self }
    }

    pub(crate) const fn dots(self) -> &'static str {
        if self.unicode { "…" } else { "..." }
    }

    /// The width within what the drawing can bear.
    pub fn columns(self) -> usize {
        self.width.clamp(40, 200)
    }
}
