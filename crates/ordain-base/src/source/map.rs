//! All texts of a run in one global offset space.

use std::sync::Arc;

use super::kind::SourceKind;
use super::lines::LineIndex;
use super::span::Span;

/// Names a file of a [`SourceMap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub u32);

/// One text of the run.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The path as it is shown: relative to where the user stands, with `/`.
    pub path: String,
    /// What the file is.
    pub kind: SourceKind,
    /// Its text, as it was read.
    pub text: Arc<str>,
    /// Where this text begins in the global offset space.
    pub base: u32,
    /// Where its lines begin.
    pub lines: LineIndex,
    /// Lines of the file before this text: an excerpt may begin anywhere.
    pub before: usize,
}

impl SourceFile {
    /// The span of the whole text.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.base, self.base + u32::try_from(self.text.len()).unwrap_or(0))
    }
}

/// Line and column, both from 1; columns count characters, not bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The path as it was given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column behind the end.
    pub end_column: usize,
}

/// The texts of a run, in the order in which they were added.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a text of the kind that its path says; `None` when the offset space (4 GiB) is full.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> Option<SourceId> {
        let path = path.into();
        let kind = SourceKind::of_path(&path);
        self.push(path, kind, text.into(), 0)
    }

    /// Adds a text of a kind that its path does not say.
    pub fn add_as(&mut self, kind: SourceKind, path: impl Into<String>, text: impl Into<Arc<str>>) -> Option<SourceId> {
        self.push(path.into(), kind, text.into(), 0)
    }

    /// Adds some lines of a file that is too long to be held, with `before` lines before them.
    pub fn add_excerpt(
        &mut self,
        path: impl Into<String>,
        text: impl Into<Arc<str>>,
        before: usize,
    ) -> Option<SourceId> {
        self.push(path.into(), SourceKind::Rows, text.into(), before)
    }

    fn push(&mut self, path: String, kind: SourceKind, text: Arc<str>, before: usize) -> Option<SourceId> {
        // One byte between files keeps the end of one apart from the start of the next.
        let base = self.files.last().map_or(0, |f| f.span().end.saturating_add(1));
        let len = u32::try_from(text.len()).ok()?;
        base.checked_add(len)?.checked_add(1)?;
        let id = SourceId(u32::try_from(self.files.len()).ok()?);
        let lines = LineIndex::new(&text);
        self.files.push(SourceFile { path, kind, text, base, lines, before });
        Some(id)
    }

    /// All files, in the order in which they were added.
    #[must_use]
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The file with this id.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The file a span begins in.
    #[must_use]
    pub fn file_of(&self, span: Span) -> Option<&SourceFile> {
        let next = self.files.partition_point(|f| f.base <= span.start);
        self.files.get(next.checked_sub(1)?)
    }

    /// The words a span covers; empty when it leaves its file or splits a character.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        let Some(file) = self.file_of(span) else { return "" };
        let start = (span.start - file.base) as usize;
        let end = span.end.saturating_sub(file.base) as usize;
        file.text.get(start..end).unwrap_or("")
    }

    /// Where a span stands, for people and for machines.
    #[must_use]
    pub fn locate(&self, span: Span) -> Option<Location> {
        let file = self.file_of(span)?;
        let (line, column) = position_in_file(file, span.start);
        let (end_line, end_column) = position_in_file(file, span.end.max(span.start));
        Some(Location { file: file.path.clone(), line, column, end_line, end_column })
    }
}

/// Line and column of a global offset in `file`, from 1, in characters.
fn position_in_file(file: &SourceFile, offset: u32) -> (usize, usize) {
    let local = offset.saturating_sub(file.base).min(u32::try_from(file.text.len()).unwrap_or(u32::MAX));
    let line = file.lines.line(local);
    let start = file.lines.start(line).unwrap_or(0);
    let mark = u32::from(start == 0 && local > 0 && file.text.starts_with('\u{FEFF}'));
    let column = file.lines.characters_between(&file.text, start, local).saturating_sub(mark);
    (file.before + line + 1, column as usize + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_not_a_byte_order_mark() {
        let mut map = SourceMap::default();
        map.add("a", "\u{FEFF}¶ 1\r\n  “x”\rlast").unwrap();
        map.add("b", "é".repeat(3000) + "!").unwrap();
        let at = |start, end| {
            let l = map.locate(Span::new(start, end)).unwrap();
            (l.file.clone(), l.line, l.column, l.end_column)
        };
        let text = map.files()[0].text.clone();
        let mark = u32::try_from(text.find('1').unwrap()).unwrap();
        assert_eq!(at(mark, mark + 1), ("a".to_owned(), 1, 3, 4));
        let x = u32::try_from(text.find('x').unwrap()).unwrap();
        assert_eq!(at(x, x + 1), ("a".to_owned(), 2, 4, 5));
        let base = map.files()[1].base;
        assert_eq!(at(base + 6000, base + 6001), ("b".to_owned(), 1, 3001, 3002));
    }
}
