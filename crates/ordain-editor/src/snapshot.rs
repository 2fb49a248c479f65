//! A matter as it is at one moment: its texts, what was read of them, and the report. Every request is answered from one.

use std::collections::BTreeMap;

use lsp_types::{Location, Position, Range, Uri};
use ordain_base::source::{SourceFile, Span};
use ordain_core::references::{Reference, Target};
use ordain_core::report::Report;
use ordain_core::session::Examined;
use ordain_core::verdict::Verdict;
use ordain_syntax::ast::Statement;

use crate::encoding::Encoding;
use crate::settings::Settings;
use crate::uri::uri_of_path;

/// A matter at one moment.
#[derive(Debug)]
pub struct Snapshot {
    /// What was read and found.
    pub examined: Examined,
    /// The addresses of open files by their paths, as the client spells them.
    pub uris: BTreeMap<String, Uri>,
    /// In what columns are counted.
    pub encoding: Encoding,
    /// What the user set.
    pub settings: Settings,
}

impl Snapshot {
    /// The report.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.examined.report
    }

    /// A file of the matter by its path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&SourceFile> {
        self.report().sources.files().iter().find(|f| f.path == path)
    }

    /// The statements of a file, in its order.
    #[must_use]
    pub fn statements(&self, path: &str) -> &[Statement] {
        let at = self.report().sources.files().iter().position(|f| f.path == path);
        at.and_then(|at| self.examined.trees.get(at)).map_or(&[], |tree| &tree.statements)
    }

    /// The statement at a place of a file.
    #[must_use]
    pub fn statement_at(&self, path: &str, at: u32) -> Option<&Statement> {
        self.statements(path).iter().find(|s| s.span.start <= at && at <= s.span.end)
    }

    /// The place of a position of a file, among all texts of the matter.
    #[must_use]
    pub fn place(&self, path: &str, position: Position) -> Option<u32> {
        let file = self.file(path)?;
        file.base.checked_add(self.encoding.byte(&file.text, &file.lines, position))
    }

    /// A span as a range of its file.
    #[must_use]
    pub fn range(&self, span: Span) -> Range {
        let Some(file) = self.report().sources.file_of(span) else { return Range::default() };
        let at = |place: u32| self.encoding.position(&file.text, &file.lines, place.saturating_sub(file.base));
        Range::new(at(span.start), at(span.end.max(span.start)))
    }

    /// A range of a file as a span.
    #[must_use]
    pub fn span(&self, path: &str, range: Range) -> Option<Span> {
        Some(Span::new(self.place(path, range.start)?, self.place(path, range.end)?))
    }

    /// The address of a file; none of a text that no editor can open, as a standard rule inside the program.
    #[must_use]
    pub fn uri(&self, path: &str) -> Option<Uri> {
        self.uris.get(path).cloned().or_else(|| uri_of_path(path))
    }

    /// Where a span is; none in a text that no editor can open.
    #[must_use]
    pub fn location(&self, span: Span) -> Option<Location> {
        let file = self.report().sources.file_of(span)?;
        (file.before == 0).then_some(())?;
        Some(Location::new(self.uri(&file.path)?, self.range(span)))
    }

    /// The name at a place: where two are, as `MTC` in `MTC ¶ 1`, the shorter.
    #[must_use]
    pub fn reference_at(&self, at: u32) -> Option<&Reference> {
        let here = self.examined.references.iter().filter(|r| r.span.start <= at && at <= r.span.end);
        here.min_by_key(|r| (r.span.end == at, r.span.len()))
    }

    /// Every place where the same thing is named.
    pub fn references_to<'s>(&'s self, target: &'s Target) -> impl Iterator<Item = &'s Reference> {
        self.examined.references.iter().filter(move |r| r.target == *target)
    }

    /// The verdict of the paragraph at a place, under the view that decides.
    #[must_use]
    pub fn verdict_of(&self, span: Span) -> Option<&Verdict> {
        self.report().verdicts().iter().find(|v| span.contains(v.span) || v.span.contains(span))
    }

    /// The words of a span on one line.
    #[must_use]
    pub fn line_of_words(&self, span: Span) -> String {
        ordain_base::words::one_line(self.report().sources.text(span))
    }
}
