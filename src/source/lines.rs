//! From a byte offset to a line and a column, by binary search.

/// The starts of the lines of one text. Lines end with LF, CRLF or a lone CR.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// `text` must be shorter than 4 GiB; the session refuses longer files.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (i, &b) in bytes.iter().enumerate() {
            let ends = b == b'\n' || (b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
            if ends {
                starts.push(offset(i + 1));
            }
        }
        Self { starts }
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

    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

/// Narrows a byte index; texts are limited to 4 GiB before they come here.
fn offset(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}
