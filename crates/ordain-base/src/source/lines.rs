//! From a byte offset to a line and a column, by binary search.

/// The starts of the lines of one text. Lines end with LF, CRLF or a lone CR.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// How many characters begin before each multiple of [`STEP`] bytes, so
    /// that a column of a line of megabytes costs no more than one of a short line.
    characters: Vec<u32>,
}

const STEP: usize = 1024;

impl LineIndex {
    /// `text` must be shorter than 4 GiB; the session refuses longer files.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (i, &b) in bytes.iter().enumerate() {
            let ends = b == b'\n' || (b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
            if ends {
                starts.push(narrow_offset(i + 1));
            }
        }
        let mut characters = Vec::with_capacity(bytes.len() / STEP + 1);
        let mut seen = 0;
        for block in bytes.chunks(STEP) {
            characters.push(seen);
            seen += count_characters(block);
        }
        characters.push(seen);
        Self { starts, characters }
    }

    /// How many characters of `text` begin before `at`; `text` is the one that was indexed.
    #[must_use]
    pub fn characters_before(&self, text: &str, at: u32) -> u32 {
        let at = (at as usize).min(text.len());
        let block = at / STEP;
        let rest = text.as_bytes().get(block * STEP..at).unwrap_or(&[]);
        self.characters.get(block).copied().unwrap_or(0) + count_characters(rest)
    }

    /// How many characters of `text` begin from `from` on and before `to`.
    #[must_use]
    pub fn characters_between(&self, text: &str, from: u32, to: u32) -> u32 {
        let (start, end) = (from as usize, (to as usize).min(text.len()));
        match end.saturating_sub(start) {
            // Most lines are short: they are counted as they are.
            0..STEP => count_characters(text.as_bytes().get(start..end).unwrap_or(&[])),
            _ => self.characters_before(text, to).saturating_sub(self.characters_before(text, from)),
        }
    }

    /// The line of `offset`, counted from 0.
    #[must_use]
    pub fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|&s| s <= offset).saturating_sub(1)
    }

    /// The byte offset at which `line` (from 0) begins, if there is such a line.
    #[must_use]
    pub fn start(&self, line: usize) -> Option<u32> {
        self.starts.get(line).copied()
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

/// Bytes that begin a character.
fn count_characters(bytes: &[u8]) -> u32 {
    narrow_offset(bytes.iter().filter(|b| **b & 0xC0 != 0x80).count())
}

/// Narrows a byte index; texts are limited to 4 GiB before they come here.
fn narrow_offset(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}
