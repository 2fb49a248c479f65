//! How the values of a file are kept apart.

/// Separator and qualifier of one file. Rows end with LF or CRLF; inside
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
        Self { separator, qualifier: b"\"".to_vec(), doubled: true, header: true }
    }

    /// A Concordance load file in UTF-8: 0x14 between values in `þ`.
    #[must_use]
    pub fn concordance() -> Self {
        Self { separator: 0x14, qualifier: "þ".as_bytes().to_vec(), doubled: false, header: true }
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
            None | Some(b'\n') => true,
            Some(b'\r') => matches!(data.get(at + 1), None | Some(b'\n')),
            Some(b) => *b == self.separator,
        }
    }

    /// True where a value begins at `at`: at the start, after a separator or a line end.
    pub(super) fn opens_value(&self, data: &[u8], at: usize) -> bool {
        match at.checked_sub(1).and_then(|before| data.get(before)) {
            None => true,
            Some(&b) => b == self.separator || b == b'\n',
        }
    }
}
