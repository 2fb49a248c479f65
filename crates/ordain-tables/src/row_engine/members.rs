//! Several numbers in one cell: `ABC-002; ABC-005–ABC-007`. Each member is a number, a
//! range of them, or a name without figures.

use super::bates::split_bates_number;

/// What a member means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Member<'c> {
    /// The prefix, the first number and the last.
    Numbers(&'c [u8], u64, u64),
    Name(&'c [u8]),
    /// Neither a number nor a range: `ABC-9 – ABC-3`, `ABC-1 – DEF-5`, or `0001-0005`,
    /// which may be one number or five.
    Unclear,
}

/// The members of a cell, without the spaces around them; empty ones are none. A line's
/// end in the cell parts them as well.
pub fn members_of_cell(cell: &[u8], separator: char) -> impl Iterator<Item = Member<'_>> {
    texts_of_cell(cell, separator).map(member_of_text)
}

fn texts_of_cell(cell: &[u8], separator: char) -> impl Iterator<Item = &[u8]> {
    let mut bytes = [0; 4];
    let mark = separator.encode_utf8(&mut bytes).len();
    let mut rest = Some(cell);
    std::iter::from_fn(move || {
        let now = rest?;
        let wanted = bytes.get(..mark).unwrap_or_default();
        let by = |i: &usize| {
            let here = now.get(*i..).unwrap_or_default();
            here.starts_with(wanted) || here.starts_with(b"\n") || here.starts_with(b"\r")
        };
        let end = (0..now.len()).find(by);
        rest = end.map(|i| {
            let here = now.get(i..).unwrap_or_default();
            here.get(if here.starts_with(wanted) { mark } else { 1 }..).unwrap_or_default()
        });
        Some(now.get(..end.unwrap_or(now.len())).unwrap_or_default().trim_ascii())
    })
    .filter(|text| !text.is_empty())
}

/// Signs between two numbers that mean all from one to the other: where the two are
/// no range, nothing else is meant.
const DASHES: [&[u8]; 2] = ["–".as_bytes(), "—".as_bytes()];

/// The same in words; they may be in a name too.
const WORDS: [&[u8]; 3] = [b" to ", b" through ", b" - "];

fn member_of_text(text: &[u8]) -> Member<'_> {
    for dash in DASHES {
        if let Some((first, last)) = split_at_sign(text, dash) {
            return range_of_names(first, last).unwrap_or(Member::Unclear);
        }
    }
    for word in WORDS {
        if let Some((first, last)) = split_at_sign(text, word)
            && split_bates_number(first).is_some()
            && split_bates_number(last).is_some()
        {
            return range_of_names(first, last).unwrap_or(Member::Unclear);
        }
    }
    // A hyphen is in most numbers: it is a range only between two whole ones of one series.
    for at in (0..text.len()).filter(|i| text.get(*i) == Some(&b'-')) {
        let (first, last) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
        if let (Some((prefix, from)), Some((other, to))) = (split_bates_number(first), split_bates_number(last))
            && prefix == other
            && (!prefix.is_empty() || from <= to)
        {
            let whole = !prefix.is_empty() && from <= to;
            return if whole { Member::Numbers(prefix, from, to) } else { Member::Unclear };
        }
    }
    split_bates_number(text).map_or(Member::Name(text), |(prefix, n)| Member::Numbers(prefix, n, n))
}

/// The two sides of a sign.
fn split_at_sign<'t>(text: &'t [u8], sign: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let at = text.windows(sign.len()).position(|w| w.eq_ignore_ascii_case(sign))?;
    Some((text.get(..at)?.trim_ascii(), text.get(at + sign.len()..)?.trim_ascii()))
}

/// From one number to another of its series; of the last the figures alone are enough.
fn range_of_names<'t>(first: &'t [u8], last: &[u8]) -> Option<Member<'t>> {
    let (prefix, from) = split_bates_number(first)?;
    let (other, to) = split_bates_number(last)?;
    ((other == prefix || other.is_empty()) && from <= to).then_some(Member::Numbers(prefix, from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row_engine::numbers::{Numbers, add_member};
    use crate::row_engine::position::RowPosition;
    use crate::row_engine::series::Series;
    use crate::row_engine::spill::{Memory, Spill};

    fn read(cell: &str) -> Vec<Member<'_>> {
        members_of_cell(cell.as_bytes(), ';').collect()
    }

    #[test]
    fn numbers_ranges_and_names() {
        assert_eq!(read(" A-2 ;; A-3;\n"), [Member::Numbers(b"A-", 2, 2), Member::Numbers(b"A-", 3, 3)]);
        for range in ["A-2–A-5", "A-2 – 5", "A-2 to A-5", "A-2 THROUGH A-5", "A-2-A-5", "A-2 - A-5", "A-2—A-5"] {
            assert_eq!(read(range), [Member::Numbers(b"A-", 2, 5)], "{range}");
        }
        assert_eq!(read("A-2-0007"), [Member::Numbers(b"A-2-", 7, 7)]);
        assert_eq!(read("see letter"), [Member::Name(b"see letter")]);
        assert!(read("").is_empty() && read(" ; ").is_empty());
    }

    #[test]
    fn what_is_neither_a_number_nor_a_range() {
        for unclear in ["A5–A2", "A1–B5", "A–5", "0001-0005", "A5-A2", "A1–A2–A3"] {
            assert_eq!(read(unclear), [Member::Unclear], "{unclear}");
        }
        // A year and a number.
        assert_eq!(read("2024-0005"), [Member::Numbers(b"2024-", 5, 5)]);
    }

    #[test]
    fn another_separator_and_lines() {
        let all: Vec<_> = members_of_cell("A1¦A2\r\nA3".as_bytes(), '¦').collect();
        assert_eq!(all.len(), 3);
        assert_eq!(members_of_cell(b"A1, A2", ',').count(), 2);
    }

    /// Numbers that a cell lists are there as those of a row are.
    #[test]
    fn numbers_of_a_list_are_there() {
        let mut series = Series::default();
        for member in [Member::Numbers(b"A", 1, 3), Member::Numbers(b"A", 5, 5)] {
            add_member(&mut series, member, RowPosition::default());
        }
        let scratch = || Ok(Spill::new(Box::new(std::io::Cursor::new(Vec::new()))));
        let n = Numbers::build(vec![series], None, &Memory::new(u64::MAX), scratch).unwrap();
        assert!(n.has_all((b"A", 1, 3)) && !n.has_all((b"A", 3, 5)) && n.has_all((b"A", 5, 5)));
    }
}
