//! Layouts: known kinds of files and what their columns are called. Each is a
//! file of `rules/formats/`; a matter adds its own in files that end in `.format`.

mod embed;
mod read;

use std::sync::{Arc, OnceLock};

use super::{DateOrder, Kind, Rows};
use ordain_base::diag::codes::tables as codes;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::Span;

pub use read::read;

/// What kind of file a layout is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// CSV, DAT, or a workbook: the file shows which.
    Delimited,
    Opticon,
    Lfp,
    Json,
}

/// One column and the names it goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub field: String,
    pub kind: Kind,
    pub names: Vec<String>,
    /// What parts several in one cell.
    pub list: Option<char>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub name: String,
    pub title: String,
    /// `2024-01`, as the file says.
    pub version: String,
    pub rows: Option<Rows>,
    pub file: FileKind,
    pub separator: Option<char>,
    pub qualifier: Option<char>,
    pub newline: Option<char>,
    /// The list of a JSON file whose objects are the rows.
    pub list: Option<String>,
    pub dates: Option<DateOrder>,
    pub columns: Vec<Column>,
    pub sources: Vec<String>,
    pub notes: Vec<String>,
    pub span: Span,
}

impl Layout {
    /// The column that goes by this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.names.iter().any(|n| folded(n).eq(folded(name))))
    }
}

/// Names compare by their letters and digits alone: `Bates Begin*` is `BATES_BEGIN`.
#[must_use]
pub fn fold(name: &str) -> String {
    folded(name).collect()
}

/// [`fold`] letter by letter: two names are most often told apart by their first.
fn folded(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// All layouts a run knows.
#[derive(Debug, Clone, Default)]
pub struct Layouts {
    all: Vec<Arc<Layout>>,
}

impl Layouts {
    /// The files of `rules/formats/`, read at the first call and kept.
    #[must_use]
    pub fn standard() -> &'static Self {
        static STANDARD: OnceLock<Layouts> = OnceLock::new();
        STANDARD.get_or_init(|| {
            let mut layouts = Self::default();
            for (_, text) in embed::FILES {
                let _ = layouts.add(read(text, 0).0);
            }
            layouts
        })
    }

    /// The standard files by name.
    #[must_use]
    pub const fn files() -> &'static [(&'static str, &'static str)] {
        embed::FILES
    }

    /// These layouts and those of a matter's files, each with its place in the offset space.
    #[must_use]
    pub fn with<'a>(&self, files: impl IntoIterator<Item = (&'a str, u32)>) -> (Self, Vec<Diagnostic>) {
        let mut layouts = self.clone();
        let mut out = Vec::new();
        for (text, base) in files {
            let (found, wrong) = read(text, base);
            out.extend(wrong);
            out.extend(layouts.add(found));
        }
        (layouts, out)
    }

    fn add(&mut self, found: Vec<Layout>) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        for layout in found {
            if self.find(&layout.name).is_some() {
                out.push(codes::layout_twice(layout.span, &layout.name));
            } else {
                self.all.push(Arc::new(layout));
            }
        }
        out
    }

    /// By its name, in any case.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Arc<Layout>> {
        self.all.iter().find(|l| l.name.eq_ignore_ascii_case(name))
    }

    /// The layout whose name is nearest to a slip.
    #[must_use]
    pub fn near(&self, name: &str) -> Option<&str> {
        closest(name, self.names())
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|l| l.name.as_str())
    }

    pub fn iter(&self) -> impl Iterator<Item = &Arc<Layout>> {
        self.all.iter()
    }

    /// Is this what some layout calls a column?
    #[must_use]
    pub fn know(&self, name: &str) -> bool {
        self.all.iter().any(|l| l.column(name).is_some())
    }
}
