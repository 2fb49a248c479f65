//! Layouts: known kinds of files and what their columns are called. Each is a
//! file of `rules/formats/`; a matter adds its own in files that end in `.format`.

mod embed;
mod file_kind;
mod read;
mod types;

use std::sync::{Arc, OnceLock};

use ordain_base::diag::codes::tables as codes;
use ordain_base::diag::{Diagnostic, closest};

pub use file_kind::FileKind;
pub use read::read;
pub use types::{Column, Layout, fold};

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
