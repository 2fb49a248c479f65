//! The lines of a diagnostic, cut out of their files and set one under the
//! other: the text that miette draws. Offsets are those of the excerpt, so the
//! cost is that of what is shown, whatever the size of the files.

use miette::{MietteError, SourceCode, SourceSpan, SpanContents};

use ordain_base::source::Location;

/// Lines of one file that follow each other.
#[derive(Debug)]
pub(super) struct Block {
    /// The name in the head of the block.
    pub(super) name: String,
    /// The number of its first line, from 0.
    pub(super) line: usize,
    pub(super) lines: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Blocks of lines under one another.
#[derive(Debug, Default)]
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    /// Where each drawn piece begins, and the place in its file that means.
    pub(super) places: Vec<(usize, Location)>,
}

impl Excerpt {
    fn block(&self, offset: usize) -> Option<&Block> {
        let next = self.blocks.partition_point(|b| b.start <= offset);
        self.blocks.get(next.checked_sub(1)?)
    }

    fn place(&self, offset: usize) -> Option<&Location> {
        let i = self.places.binary_search_by_key(&offset, |p| p.0).ok()?;
        self.places.get(i).map(|p| &p.1)
    }
}

impl SourceCode for Excerpt {
    /// A span with context is answered by its whole block; one without, by its
    /// words, at line and column of the file. A span over two blocks is none,
    /// which keeps files and distant lines apart.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let block = self.block(span.offset()).ok_or(MietteError::OutOfBounds)?;
        if span.offset() + span.len() > block.end {
            return Err(MietteError::OutOfBounds);
        }
        let words = before == 0 && after == 0;
        let (start, end) = if words { (span.offset(), span.offset() + span.len()) } else { (block.start, block.end) };
        let data = self.text.as_bytes().get(start..end).ok_or(MietteError::OutOfBounds)?;
        let at = if words { self.place(start) } else { None };
        Ok(Box::new(Contents {
            data,
            span: (start, end - start).into(),
            name: &block.name,
            line: at.map_or(block.line, |l| l.line - 1),
            column: at.map_or(0, |l| l.column - 1),
            lines: block.lines,
        }))
    }
}

struct Contents<'a> {
    data: &'a [u8],
    span: SourceSpan,
    name: &'a str,
    line: usize,
    column: usize,
    lines: usize,
}

impl<'a> SpanContents<'a> for Contents<'a> {
    fn data(&self) -> &'a [u8] {
        self.data
    }
    fn span(&self) -> &SourceSpan {
        &self.span
    }
    fn name(&self) -> Option<&str> {
        Some(self.name)
    }
    fn line(&self) -> usize {
        self.line
    }
    fn column(&self) -> usize {
        self.column
    }
    fn line_count(&self) -> usize {
        self.lines
    }
}
