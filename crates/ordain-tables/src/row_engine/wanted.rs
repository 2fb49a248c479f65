//! Names that were not found, and how a name is compared by its letters and figures alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ordain_base::characters;

use super::bates::split_bates_number;
use super::date::Day;
use super::key;
use super::plan::JoinKey;
use super::position::RowPosition;
use super::values::Values;

/// What is looked for: names by their letters and figures, and numbers by the letters before them.
#[derive(Default)]
pub struct Wanted {
    join: usize,
    /// Rows of a later day are no answer; without one, every row is.
    until: Option<Day>,
    names: HashMap<Vec<u8>, Vec<Spelled>>,
    numbers: HashMap<Vec<u8>, BTreeMap<u64, Vec<Spelled>>>,
}

/// A finding, and how it writes its name, or the letters of it: what is written so itself is no other spelling.
type Spelled = (usize, Box<[u8]>);

/// A row that may be the one that is looked for: the finding, the row, and whether it only lacks a day.
pub type Near = (usize, RowPosition, bool);

impl Wanted {
    pub fn new(join: usize, until: Option<Day>) -> Self {
        Self { join, until, ..Self::default() }
    }

    /// Adds the name of a finding.
    pub fn add(&mut self, finding: usize, written: &str) {
        let name = fold_key(written.as_bytes());
        if let Some((letters, number)) = split_bates_number(&name) {
            let of = letters_before_number(written.as_bytes()).into();
            self.numbers.entry(letters.to_vec()).or_default().entry(number).or_default().push((finding, of));
        }
        self.names.entry(name).or_default().push((finding, written.as_bytes().into()));
    }

    pub const fn join(&self) -> usize {
        self.join
    }

    /// Notes what a row of the searched table is nearly, or is on a day that it does not say. Its day is that of the
    /// join's column, where the join has one. Rows come in their order.
    pub fn look(
        &self,
        (by, day): (JoinKey, Option<Day>),
        values: &impl Values,
        position: RowPosition,
        seen: &mut Alternatives,
    ) {
        if day.zip(self.until).is_some_and(|(day, until)| day > until) {
            return;
        }
        let undated = day == Some(Day::NONE);
        let first = match by {
            JoinKey::Key(c) | JoinKey::Members(c) => c,
            JoinKey::Range { first, .. } | JoinKey::Numbers { first, .. } => first,
            JoinKey::Total { .. } => return,
        };
        let last = match by {
            JoinKey::Range { last, .. } | JoinKey::Numbers { last: Some(last), .. } => Some(last),
            _ => None,
        };
        let cell = values.get(first);
        let (written, name) = (key::trimmed(&cell), fold_key(&cell));
        if self.names.contains_key(&name) {
            seen.names.entry(name.clone()).or_default().note(written, position, undated);
        }
        let own = last.map(|l| fold_key(&values.get(l))).filter(|l| !l.is_empty());
        let mut ends = own.map(|last| (name, last));
        if ends.is_none()
            && let Some((names, range)) = names_in_cell(&cell)
        {
            for one in names.iter().map(|n| fold_key(n.as_bytes())).filter(|n| self.names.contains_key(n)) {
                seen.names.entry(one).or_default().note(written, position, undated);
            }
            if let ([first, last], true) = (names.as_slice(), range) {
                ends = Some((fold_key(first.as_bytes()), fold_key(last.as_bytes())));
            }
        }
        let Some((name, last)) = ends else { return };
        if let (Some((letters, from)), Some((other, to))) = (split_bates_number(&name), split_bates_number(&last))
            && letters == other
            && from < to
            && let Some(numbers) = self.numbers.get(letters)
        {
            if !seen.numbers.contains_key(letters) {
                let open = Numbers { open: numbers.keys().copied().collect(), ..Numbers::default() };
                seen.numbers.insert(letters.to_vec(), open);
            }
            if let Some(own) = seen.numbers.get_mut(letters) {
                own.note((from + 1, to), letters_before_number(written), position, undated);
            }
        }
    }

    /// The findings, each with the first row that has nearly its name.
    pub fn answers(&self, all: impl Iterator<Item = Alternatives>) -> Vec<Near> {
        let mut joined = Alternatives::default();
        all.for_each(|own| joined.join(own));
        let mut near = Vec::new();
        let mut answer = |list: &[Spelled], of: &Spellings| {
            near.extend(
                list.iter().filter_map(|(finding, own)| of.answer(own).map(|(row, undated)| (*finding, row, undated))),
            );
        };
        for (name, of) in &joined.names {
            self.names.get(name).into_iter().for_each(|list| answer(list, of));
        }
        for (letters, own) in &joined.numbers {
            let wanted = self.numbers.get(letters);
            for (number, of) in &own.seen {
                wanted.and_then(|w| w.get(number)).into_iter().for_each(|list| answer(list, of));
            }
        }
        near
    }
}

/// The letters before the number of a name, as they are written; all of it where there is no number.
fn letters_before_number(written: &[u8]) -> &[u8] {
    split_bates_number(written).map_or(written, |(letters, _)| letters)
}

/// The rows that one thread found for what is wanted: no more than that is, whatever rows there are.
#[derive(Default)]
pub struct Alternatives {
    names: HashMap<Vec<u8>, Spellings>,
    numbers: HashMap<Vec<u8>, Numbers>,
}

impl Alternatives {
    fn join(&mut self, other: Self) {
        for (name, of) in other.names {
            let all = self.names.entry(name).or_default();
            all.join(of);
        }
        for (letters, own) in other.numbers {
            let all = self.numbers.entry(letters).or_default();
            for (number, of) in own.seen {
                all.seen.entry(number).or_default().join(of);
            }
        }
    }
}

/// The first row of a name, and the first that writes it in another way than that: enough to answer for every spelling.
/// The first without a day answers for its own too.
#[derive(Default)]
struct Spellings {
    first: Option<(Box<[u8]>, RowPosition)>,
    other: Option<(Box<[u8]>, RowPosition)>,
    undated: Option<RowPosition>,
}

impl Spellings {
    /// Notes a row; rows may come in any order.
    fn note(&mut self, written: &[u8], position: RowPosition, undated: bool) {
        if undated {
            self.undated = self.undated.into_iter().chain([position]).min();
        }
        let row = || Some((written.into(), position));
        match &mut self.first {
            Some((own, at)) if **own == *written => *at = position.min(*at),
            Some((_, at)) if position < *at => self.other = std::mem::replace(&mut self.first, row()),
            None => self.first = row(),
            Some(_) if self.other.as_ref().is_none_or(|(_, at)| position < *at) => self.other = row(),
            Some(_) => {}
        }
    }

    /// The first row without a day, or else the first that writes it in another way than `written`.
    fn answer(&self, written: &[u8]) -> Option<(RowPosition, bool)> {
        let other = [&self.first, &self.other].into_iter().flatten().find(|(own, _)| **own != *written);
        self.undated.map(|row| (row, true)).or(other.map(|(_, row)| (*row, false)))
    }

    fn join(&mut self, other: Self) {
        let rows = [other.first, other.other].into_iter().flatten();
        rows.for_each(|(written, position)| self.note(&written, position, false));
        self.undated = self.undated.into_iter().chain(other.undated).min();
    }
}

/// The numbers of one series that are wanted, and the rows whose ranges have them. A row walks over those alone for which it
/// can still be an answer, so that ranges within one another cost no more than those apart.
#[derive(Default)]
struct Numbers {
    /// Those that no row has yet.
    open: BTreeSet<u64>,
    /// By how the rows so far write their letters: those that only such rows have.
    by_series: BTreeMap<Box<[u8]>, BTreeSet<u64>>,
    seen: HashMap<u64, Spellings>,
}

impl Numbers {
    /// Notes a row whose range goes from `from` to `to`. Rows come in their order.
    fn note(&mut self, (from, to): (u64, u64), series: &[u8], position: RowPosition, undated: bool) {
        let first: Vec<u64> = self.open.range(from..=to).copied().collect();
        for number in &first {
            self.open.remove(number);
            self.seen.entry(*number).or_default().note(series, position, undated);
        }
        for (_, numbers) in self.by_series.iter_mut().filter(|(own, _)| ***own != *series) {
            let again: Vec<u64> = numbers.range(from..=to).copied().collect();
            for number in again {
                numbers.remove(&number);
                self.seen.entry(number).or_default().note(series, position, undated);
            }
        }
        if !first.is_empty() {
            self.by_series.entry(series.into()).or_default().extend(first);
        }
    }
}

/// Letters in lower case, and figures: without dashes, spaces, underscores and what nobody sees, without the zeros before
/// a number, and with the letters of a keyboard for those that look like them.
pub(super) fn fold_key(name: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(name);
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_left_out(*c)) {
        match c {
            c if c.is_ascii() => plain.push(c.to_ascii_lowercase()),
            // Letters and figures of a full width.
            '\u{FF01}'..='\u{FF5E}' => {
                plain.extend(u8::try_from(u32::from(c) - 0xFEE0).ok().map(|b| char::from(b).to_ascii_lowercase()));
            }
            c => plain.push_str(&characters::look_of_letter(c)),
        }
    }
    without_zeros(plain.as_bytes())
}

/// The same without the zeros before each number: `abc7` for `abc0007`.
fn without_zeros(name: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(name.len());
    for (i, b) in name.iter().enumerate() {
        let within = out.last().is_some_and(u8::is_ascii_digit);
        let more = name.get(i + 1).is_some_and(u8::is_ascii_digit);
        if *b != b'0' || within || !more {
            out.push(*b);
        }
    }
    out
}

/// `A-31 - A-35`, `A-31; A-32`: the names that one cell holds, and whether they are the ends of a range; nothing of a
/// cell that holds one.
fn names_in_cell(cell: &[u8]) -> Option<(Vec<&str>, bool)> {
    let text = std::str::from_utf8(cell).ok()?;
    const RANGE: [&str; 7] = [" - ", " – ", " — ", "–", "—", " to ", " through "];
    if let Some((first, last)) = RANGE.iter().find_map(|mark| text.split_once(mark))
        && !last.trim().is_empty()
        && !first.trim().is_empty()
    {
        return Some((vec![first.trim(), last.trim()], true));
    }
    // `A-30-A-33`: two names of one series with a dash between.
    let ends = text.match_indices('-').filter_map(|(at, _)| Some((text.get(..at)?.trim(), text.get(at + 1..)?.trim())));
    let series = |name: &str| split_bates_number(name.as_bytes()).map(|(letters, number)| (letters.to_vec(), number));
    let range = |(first, last): &(&str, &str)| match (series(first), series(last)) {
        (Some((one, from)), Some((other, to))) => !one.is_empty() && one == other && from < to,
        _ => false,
    };
    if let Some((first, last)) = ends.into_iter().find(range) {
        return Some((vec![first, last], true));
    }
    let names: Vec<&str> = text.split([';', ',', '|']).map(str::trim).filter(|n| !n.is_empty()).collect();
    (names.len() > 1).then_some((names, false))
}

fn is_left_out(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '-' | '_' | '#' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
        )
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{E0000}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row_engine::worker::Fields;

    #[test]
    fn names_by_letters_and_figures() {
        for name in ["abc-0007", "ABC 0007", "ABC\u{2011}0007\u{A0}", "A\u{200B}BC--0007", "ABC0007"] {
            assert_eq!(fold_key(name.as_bytes()), b"abc7", "{name}");
        }
        for name in ["ABC-7", "ABC_007", "\u{410}\u{412}\u{421}-0007", "\u{FF21}\u{FF22}\u{FF23}-\u{FF10}7"] {
            assert_eq!(fold_key(name.as_bytes()), b"abc7", "{name}");
        }
        for (one, other) in [("ABC-1", "ABC-10"), ("ABC-01", "ABC-10"), ("ABC-7", "ABD-7"), ("ABC-0", "ABC-00007")] {
            assert_ne!(fold_key(one.as_bytes()), fold_key(other.as_bytes()), "{one}");
        }
    }

    /// What is near each of `names`, among rows that `threads` threads look at in turn.
    fn near(names: &[&str], rows: &[(&str, &str)], threads: usize) -> Vec<(usize, u32)> {
        let mut wanted = Wanted::new(0, None);
        names.iter().enumerate().for_each(|(i, name)| wanted.add(i, name));
        let mut seen: Vec<Alternatives> = (0..threads).map(|_| Alternatives::default()).collect();
        for (row, (first, last)) in (0..).zip(rows) {
            let position = RowPosition { row, ..RowPosition::default() };
            let values = Fields { fields: &[*first, *last], positions: &[0, 1] };
            let by = JoinKey::Range { first: 0, last: 1, to: None };
            wanted.look((by, None), &values, position, &mut seen[row as usize % threads]);
        }
        let mut answers = wanted.answers(seen.into_iter());
        answers.sort_unstable();
        answers.dedup_by_key(|(at, ..)| *at);
        answers.into_iter().map(|(at, position, _)| (at, position.row)).collect()
    }

    #[test]
    fn the_first_row_that_writes_it_otherwise_is_near() {
        let rows = [("A-1", ""), ("A 1", ""), ("a-1", ""), ("B-07", "B-09"), ("B 05", "B 08"), ("B-1", "B-99")];
        for threads in 1..4 {
            assert_eq!(near(&["A-1", "A 1", "A1"], &rows, threads), [(0, 1), (1, 0), (2, 0)]);
            assert_eq!(near(&["B-08", "B 08", "b08", "B-7"], &rows, threads), [(0, 4), (1, 3), (2, 3), (3, 3)]);
            assert_eq!(near(&["C-1", "A-2"], &rows, threads), []);
        }
    }

    /// Each spelling of one name, and ranges within one another, cost no more than those apart.
    #[test]
    fn many_spellings_and_many_ranges_end() {
        let spelled: Vec<String> = (1..3000).map(|n| format!("A{}1", "-".repeat(n % 1500))).collect();
        let names: Vec<&str> = spelled.iter().map(String::as_str).collect();
        let rows: Vec<(&str, &str)> = names.iter().map(|n| (*n, "")).collect();
        assert_eq!(near(&names, &rows, 2).len(), names.len());
        let numbers: Vec<String> = (1..20_000).map(|n| format!("D-{n}")).collect();
        let names: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let rows = vec![("D 0", "D 99999"); 20_000];
        assert_eq!(near(&names, &rows, 2).len(), names.len());
    }
}
