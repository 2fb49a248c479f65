//! Cutting delimited text into records: a separator, a qualifier, and lines.
//! Pure over bytes in UTF-8, so that it can be tested and fuzzed by itself.
//!
//! A Concordance file has no escape: a value that opens with its qualifier
//! closes on the qualifier before a separator or a line's end, and any other
//! is part of the value. In a CSV file a quotation mark inside a value stands
//! twice, and once it is a fault.

use crate::format::Dialect;
use crate::line_end::{first_line, is_blank};
use memchr::{memchr, memchr2_iter, memchr3};

/// One value of a record, by its bytes in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) qualified: bool,
}

/// What is at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// A record of `len` bytes, the end of its line in it.
    Whole { len: usize, lines: u64 },
    /// It may go on past what is there.
    More,
    /// The value of this column opens and does not close.
    Open { column: usize },
    /// A quotation mark inside the value of this column stands once.
    Stray { column: usize },
    /// More columns than allowed.
    Wide,
}

/// The marks of a dialect in UTF-8.
#[derive(Debug, Clone)]
pub(super) struct Marks {
    separator: Vec<u8>,
    qualifier: Vec<u8>,
    doubled: bool,
    columns: usize,
}

impl Marks {
    pub(super) fn new(dialect: &Dialect, columns: usize) -> Self {
        let utf8 = |c: char| c.encode_utf8(&mut [0; 4]).as_bytes().to_vec();
        let qualifier = dialect.qualifier.map(utf8).unwrap_or_default();
        Self { separator: utf8(dialect.separator), qualifier, doubled: dialect.doubled, columns }
    }

    /// Where the value begins that comes after `values`, its qualifier passed over.
    pub(super) fn opened(&self, values: &[Value]) -> usize {
        let mark = self.qualifier.len();
        let before = values.last().map_or(0, |v| v.end + if v.qualified { mark } else { 0 } + self.separator.len());
        before + mark
    }

    /// Is the value that comes after `values` a qualified one?
    pub(super) fn opens(&self, text: &[u8], values: &[Value]) -> bool {
        let end = self.opened(values);
        !self.qualifier.is_empty() && text.get(end.saturating_sub(self.qualifier.len())..end) == Some(&self.qualifier)
    }

    /// Whether a qualifier closes a value does not depend on where the value began.
    pub(super) const fn closes_anywhere(&self) -> bool {
        !self.doubled
    }

    /// Cuts the first record off `text`. `ends`: nothing follows the text.
    /// `values` is filled with those that were cut. From `dead.0` to `dead.1`
    /// no value closes, as was seen before: that stretch is not searched again.
    pub(super) fn cut(&self, text: &[u8], ends: bool, dead: (usize, usize), values: &mut Vec<Value>) -> Cut {
        values.clear();
        let mut at = 0;
        let mut lines = 1;
        loop {
            if values.len() >= self.columns {
                return Cut::Wide;
            }
            let rest = text.get(at..).unwrap_or(&[]);
            let partial = !ends && rest.len() < self.qualifier.len() && self.qualifier.starts_with(rest);
            if partial {
                return Cut::More;
            }
            let qualified = !self.qualifier.is_empty() && rest.starts_with(&self.qualifier);
            let (value, after) = if qualified {
                match self.qualified(text, at + self.qualifier.len(), ends, dead, &mut lines) {
                    Ok(found) => found,
                    Err(Cut::Open { .. }) => return Cut::Open { column: values.len() },
                    Err(Cut::Stray { .. }) => return Cut::Stray { column: values.len() },
                    Err(other) => return other,
                }
            } else {
                let end = self.plain(text, at, ends);
                if end == text.len() && !ends {
                    return Cut::More;
                }
                (Value { start: at, end, qualified: false }, end)
            };
            values.push(value);
            let rest = text.get(after..).unwrap_or(&[]);
            match rest {
                [] if ends => return Cut::Whole { len: after, lines },
                [b'\n', ..] => return Cut::Whole { len: after + 1, lines },
                [b'\r'] if !ends => return Cut::More,
                [b'\r', b'\n', ..] => return Cut::Whole { len: after + 2, lines },
                [b'\r', ..] => return Cut::Whole { len: after + 1, lines },
                _ if rest.starts_with(&self.separator) => at = after + self.separator.len(),
                _ => return Cut::More,
            }
        }
    }

    /// Where the plain value that begins at `at` ends.
    fn plain(&self, text: &[u8], at: usize, ends: bool) -> usize {
        let first = self.separator.first().copied().unwrap_or(b',');
        let mut from = at;
        while let Some(n) = memchr3(first, b'\n', b'\r', text.get(from..).unwrap_or(&[])) {
            let here = from + n;
            let rest = text.get(here..).unwrap_or(&[]);
            let line = matches!(rest.first(), Some(b'\n' | b'\r'));
            if line || rest.starts_with(&self.separator) || !ends && self.separator.starts_with(rest) {
                return here;
            }
            from = here + 1;
        }
        text.len()
    }

    /// The value whose first byte after the qualifier is `start`, and what comes after it.
    fn qualified(
        &self,
        text: &[u8],
        start: usize,
        ends: bool,
        dead: (usize, usize),
        lines: &mut u64,
    ) -> Result<(Value, usize), Cut> {
        let last = self.qualifier.last().copied().unwrap_or(b'"');
        let mut from = if (dead.0..dead.1).contains(&start) { dead.1 } else { start };
        while let Some(n) = memchr(last, text.get(from..).unwrap_or(&[])) {
            let here = from + n;
            from = here + 1;
            // The whole qualifier, inside the value.
            let Some(open) = from.checked_sub(self.qualifier.len()).filter(|o| *o >= start) else { continue };
            if text.get(open..from) != Some(&self.qualifier) {
                continue;
            }
            let rest = text.get(from..).unwrap_or(&[]);
            if self.closes(rest, ends) {
                *lines += line_ends(text.get(start..open).unwrap_or(&[]));
                return Ok((Value { start, end: open, qualified: true }, from));
            }
            if rest.is_empty() || rest.len() < self.separator.len() && self.separator.starts_with(rest) {
                return Err(if ends { Cut::Open { column: 0 } } else { Cut::More });
            }
            if self.doubled {
                if !rest.starts_with(&self.qualifier) {
                    return Err(Cut::Stray { column: 0 });
                }
                from += self.qualifier.len();
            }
        }
        Err(if ends { Cut::Open { column: 0 } } else { Cut::More })
    }

    /// What follows a qualifier that closes a value.
    fn closes(&self, rest: &[u8], ends: bool) -> bool {
        match rest.first() {
            None => ends,
            Some(b'\n' | b'\r') => true,
            Some(_) => rest.starts_with(&self.separator),
        }
    }
}

/// How many lines end in a text; `\r\n` is one end.
fn line_ends(text: &[u8]) -> u64 {
    memchr2_iter(b'\n', b'\r', text)
        .filter(|at| text.get(*at) == Some(&b'\n') || text.get(at + 1) != Some(&b'\n'))
        .count() as u64
}

/// The words of a value, its format's own marks taken off.
pub(super) fn push_without_marks(text: &str, qualified: bool, dialect: &Dialect, into: &mut String) -> bool {
    let newline = dialect.newline.filter(|n| text.contains(*n));
    let quote = dialect.qualifier.filter(|q| dialect.doubled && qualified && text.contains(*q));
    if newline.is_none() && quote.is_none() {
        return false;
    }
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if Some(c) == newline {
            into.push('\n');
            continue;
        }
        into.push(c);
        if Some(c) == quote {
            // the second of the two
            chars.next();
        }
    }
    true
}

/// Cuts a text that is at hand into rows, for a first look at it.
pub(super) struct Cutter<'a> {
    marks: Marks,
    dialect: &'a Dialect,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(dialect: &'a Dialect, columns: usize) -> Self {
        Self { marks: Marks::new(dialect, columns), dialect }
    }

    /// At most so many rows, each with its line; what cannot be cut is passed over.
    pub(super) fn rows(&self, text: &[u8], ends: bool, most: usize) -> Vec<(u64, Vec<String>)> {
        let mut rows = Vec::new();
        let mut values = Vec::new();
        let (mut at, mut line) = (0, 1);
        // Lines that cannot be cut are looked at no longer than rows are.
        let mut failed = 0;
        while rows.len() < most && failed < most {
            let rest = text.get(at..).filter(|r| !r.is_empty()).unwrap_or(&[]);
            if rest.is_empty() {
                break;
            }
            match self.marks.cut(rest, ends, (0, 0), &mut values) {
                Cut::Whole { len, lines } => {
                    if !is_blank(rest.get(..len).unwrap_or(&[])) {
                        rows.push((line, values.iter().map(|v| self.shown(rest, *v)).collect()));
                    }
                    at += len;
                    line += lines;
                }
                _ => {
                    let Some(len) = first_line(rest, ends) else { break };
                    at += len;
                    line += 1;
                    failed += 1;
                }
            }
        }
        rows
    }

    fn shown(&self, text: &[u8], value: Value) -> String {
        let plain = String::from_utf8_lossy(text.get(value.start..value.end).unwrap_or(&[])).into_owned();
        let mut changed = String::new();
        if push_without_marks(&plain, value.qualified, self.dialect, &mut changed) { changed } else { plain }
    }
}
