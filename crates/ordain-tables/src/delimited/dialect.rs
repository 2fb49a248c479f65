//! How the values of a file are kept apart.

/// Separator and qualifier of one file. Rows end with a line; inside
/// qualifiers separators and line ends are part of the value, and a qualifier is
/// written twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialect {
    pub separator: u8,
    /// In UTF-8; empty where nothing is qualified.
    pub qualifier: Vec<u8>,
    /// A qualifier inside a value is written twice; else it closes one only before
    /// a separator or a line end.
    pub doubled: bool,
    /// The first row names the columns.
    pub header: bool,
    /// Every row may end with one separator more than it has values.
    pub trailing: bool,
}

impl Dialect {
    /// Comma and double quotation mark, as RFC 4180 has them.
    #[must_use]
    pub fn csv() -> Self {
        Self::with(b',')
    }

    #[must_use]
    pub fn tsv() -> Self {
        Self::with(b'\t')
    }

    /// Another separator, the qualifier of a CSV.
    #[must_use]
    pub fn with(separator: u8) -> Self {
        Self { separator, qualifier: b"\"".to_vec(), doubled: true, header: true, trailing: false }
    }

    /// A Concordance load file in UTF-8: 0x14 between values in `þ`.
    #[must_use]
    pub fn concordance() -> Self {
        Self { separator: 0x14, qualifier: "þ".as_bytes().to_vec(), doubled: false, header: true, trailing: false }
    }

    /// The next qualifier at or after `from`.
    pub(super) fn next_qualifier(&self, data: &[u8], from: usize) -> Option<usize> {
        let (first, rest) = self.qualifier.split_first()?;
        let mut at = from;
        loop {
            at += memchr::memchr(*first, data.get(at..)?)?;
            if data.get(at + 1..).is_some_and(|after| after.starts_with(rest)) {
                return Some(at);
            }
            at += 1;
        }
    }

    /// The qualifier that closes a value whose text begins at `from`.
    pub(super) fn closing(&self, data: &[u8], from: usize) -> Option<usize> {
        let n = self.qualifier.len();
        let mut at = from;
        loop {
            at = self.next_qualifier(data, at)?;
            if !self.doubled {
                if self.closes(data, at + n) {
                    return Some(at);
                }
                at += n;
                continue;
            }
            if !data.get(at + n..).is_some_and(|after| after.starts_with(&self.qualifier)) {
                return Some(at);
            }
            at += 2 * n;
        }
    }

    /// True where a value ends at `at`.
    fn closes(&self, data: &[u8], at: usize) -> bool {
        match data.get(at) {
            None | Some(b'\n' | b'\r') => true,
            Some(b) => *b == self.separator,
        }
    }

    /// True where a value begins at `at`: at the start, after a separator or a line end.
    pub(super) fn opens_value(&self, data: &[u8], at: usize) -> bool {
        match at.checked_sub(1).and_then(|before| data.get(before)) {
            None => true,
            Some(&b) => b == self.separator || b == b'\n' || b == b'\r',
        }
    }

    /// Makes an LF of each CR that ends a line by itself: those inside a qualified value stay.
    pub(super) fn level(&self, data: &mut [u8]) {
        let n = self.qualifier.len();
        let mut at = 0;
        loop {
            let mark = self.next_qualifier(data, at);
            let stop = mark.unwrap_or(data.len());
            while let Some(cr) = data.get(at..stop).and_then(|plain| memchr::memchr(b'\r', plain)) {
                at += cr + 1;
                if data.get(at) != Some(&b'\n')
                    && let Some(byte) = data.get_mut(at - 1)
                {
                    *byte = b'\n';
                }
            }
            let Some(mark) = mark else { return };
            at = mark + n;
            if self.opens_value(data, mark) {
                match self.closing(data, at) {
                    Some(closed) => at = closed + n,
                    None => return,
                }
            }
        }
    }
}
