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
pub use types::{Column, Layout, fold_name};

/// All layouts a run knows.
#[derive(Debug, Clone, Default)]
pub struct Layouts {
    /// Whether the files of `rules/formats/` are among them. They are read when a layout is first asked for: a matter
    /// without tables never does.
    standard: bool,
    own: Vec<Arc<Layout>>,
}

/// The files of `rules/formats/`, read at the first call and kept.
fn standard_layouts() -> &'static [Arc<Layout>] {
    static STANDARD: OnceLock<Vec<Arc<Layout>>> = OnceLock::new();
    STANDARD.get_or_init(|| {
        let mut layouts = Layouts::default();
        for (_, text) in embed::FILES {
            let _ = layouts.add(read(text, 0).0);
        }
        layouts.own
    })
}

impl Layouts {
    /// The layouts of `rules/formats/`.
    #[must_use]
    pub fn standard() -> &'static Self {
        static STANDARD: Layouts = Layouts { standard: true, own: Vec::new() };
        &STANDARD
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
                self.own.push(Arc::new(layout));
            }
        }
        out
    }

    /// By its name, in any case.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Arc<Layout>> {
        self.iter().find(|l| l.name.eq_ignore_ascii_case(name))
    }

    /// The layout whose name is nearest to a slip.
    #[must_use]
    pub fn near(&self, name: &str) -> Option<&str> {
        closest(name, self.names())
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|l| l.name.as_str())
    }

    pub fn iter(&self) -> impl Iterator<Item = &Arc<Layout>> {
        let standard = if self.standard { standard_layouts() } else { &[] };
        standard.iter().chain(&self.own)
    }

    /// Is this what some layout calls a column?
    #[must_use]
    pub fn know(&self, name: &str) -> bool {
        self.iter().any(|l| l.column(name).is_some())
    }
}
