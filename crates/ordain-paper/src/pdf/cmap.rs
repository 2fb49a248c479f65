//! Tables from codes to letters, or to other codes.

use super::lexer::Lexer;
use super::object::Object;
use crate::budget::Budget;
use crate::{Unreadable, letters};

/// Codes that follow one another, and what they mean.
#[derive(Debug, Clone)]
struct Range {
    first: u32,
    last: u32,
    /// The first one's meaning; the others count up from it.
    meaning: Meaning,
}

#[derive(Debug, Clone)]
enum Meaning {
    /// UTF-16.
    Letters(Vec<u8>),
    Number(u32),
}

/// More than there are letters.
const MOST_RANGES: usize = 1_200_000;

/// A table.
#[derive(Debug, Clone, Default)]
pub(super) struct Cmap {
    ranges: Vec<Range>,
    /// The codes by their length in bytes: from the first to the last of them.
    lengths: Vec<(usize, u32, u32)>,
}

impl Cmap {
    /// Reads a table. Of what it cannot read it keeps nothing.
    pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Self, Unreadable> {
        let mut lexer = Lexer::of_page(bytes, budget);
        let mut cmap = Self::default();
        let mut operands: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next()? {
            let Object::Word(word) = object else {
                operands.push(object);
                if operands.len() + cmap.ranges.len() > MOST_RANGES {
                    return Err(budget.too_large("one of its tables of letters is longer than is read"));
                }
                continue;
            };
            match &*word {
                b"endcodespacerange" => {
                    for pair in operands.chunks_exact(2) {
                        let [first, last] = pair else { continue };
                        let length = first.text().map_or(0, <[u8]>::len);
                        if let (Some(first), Some(last)) = (code_of_object(first), code_of_object(last)) {
                            cmap.lengths.push((length, first, last));
                        }
                    }
                }
                b"endbfchar" | b"endcidchar" => {
                    for pair in operands.chunks_exact(2) {
                        let [from, to] = pair else { continue };
                        cmap.add(from, from, to);
                    }
                }
                b"endbfrange" | b"endcidrange" => {
                    for three in operands.chunks_exact(3) {
                        let [first, last, to] = three else { continue };
                        cmap.add_range(first, last, to);
                    }
                }
                _ => {}
            }
            operands.clear();
        }
        // Of two meanings of one code the later holds.
        cmap.ranges.sort_by_key(|r| r.first);
        cmap.lengths.sort_unstable();
        Ok(cmap)
    }

    fn add(&mut self, first: &Object, last: &Object, to: &Object) {
        let meaning = match to {
            Object::Text(bytes) => Meaning::Letters(bytes.to_vec()),
            Object::Number(n) => Meaning::Number(*n as u32),
            _ => return,
        };
        if let (Some(first), Some(last)) = (code_of_object(first), code_of_object(last)) {
            self.ranges.push(Range { first, last, meaning });
        }
    }

    fn add_range(&mut self, first: &Object, last: &Object, to: &Object) {
        let Some(list) = to.list() else { return self.add(first, last, to) };
        let Some(start) = code_of_object(first) else { return };
        for (i, to) in (0_u32..).zip(list) {
            let Object::Text(bytes) = to else { continue };
            let Some(at) = start.checked_add(i) else { return };
            self.ranges.push(Range { first: at, last: at, meaning: Meaning::Letters(bytes.to_vec()) });
        }
    }

    fn range(&self, code: u32) -> Option<&Range> {
        let end = self.ranges.partition_point(|r| r.first <= code);
        // Ranges may lie within one another; the nearest ones before are asked.
        self.ranges.get(end.saturating_sub(8)..end)?.iter().rev().find(|r| r.last >= code)
    }

    /// Adds the letters of a code; false where the table has none.
    pub(super) fn letters(&self, code: u32, out: &mut String) -> bool {
        let Some(range) = self.range(code) else { return false };
        let Meaning::Letters(bytes) = &range.meaning else { return false };
        let mut bytes = bytes.clone();
        let more = code - range.first;
        // The last unit counts up.
        if more > 0
            && let [.., high, low] = bytes.as_mut_slice()
        {
            let unit = u32::from(u16::from_be_bytes([*high, *low])).saturating_add(more);
            [*high, *low] = (unit as u16).to_be_bytes();
        } else if more > 0
            && let [only] = bytes.as_mut_slice()
        {
            *only = only.wrapping_add((more & 0xFF) as u8);
        }
        let before = out.len();
        match bytes.as_slice() {
            [only] => letters::push_letter(char::from(*only), out),
            all => letters::of_utf16(all, out),
        }
        out.len() > before
    }

    /// The number that a code stands for.
    pub(super) fn number(&self, code: u32) -> Option<u32> {
        let range = self.range(code)?;
        let Meaning::Number(first) = range.meaning else { return None };
        first.checked_add(code - range.first)
    }

    /// The length of the code that these bytes begin with; none where the table says nothing of lengths.
    pub(super) fn code_length(&self, bytes: &[u8]) -> Option<usize> {
        let fits = |(length, first, last): &&(usize, u32, u32)| {
            let here = bytes.get(..*length).map(big_endian);
            *length > 0 && here.is_some_and(|c| (*first..=*last).contains(&c))
        };
        let found = self.lengths.iter().find(fits).or_else(|| self.lengths.iter().find(|l| l.0 > 0));
        found.map(|l| l.0)
    }
}

fn code_of_object(object: &Object) -> Option<u32> {
    object.text().filter(|t| t.len() <= 4).map(big_endian)
}

pub(super) fn big_endian(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |n, b| n << 8 | u32::from(*b))
}
