//! The numbers that rows mean, as a set: `ABC0001` to `ABC0010` are ten. Kept
//! as runs, one for each stretch without a gap, so that it grows with the gaps of a
//! table and not with its rows.

use std::io;

use super::bates::bates_extent;
use super::gap::Gap;
use super::members::Member;
use super::ordered::{Ordered, Writer};
use super::piece::Piece;
use super::position::RowPosition;
use super::series::{Series, for_each_piece};
use super::spill::{Decoder, Encoder, Memory, Spill};

/// All numbers from a first to a last of one prefix; of equal first numbers the
/// first row is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    first: u64,
    /// The first of the rows that begin with its first number.
    position: RowPosition,
    last: u64,
    /// How many figures that row writes.
    width: u8,
    /// No run, but numbers that more than one row has.
    twice: bool,
}

/// A run apart from all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch {
    run: Run,
    /// How many numbers the runs before it have.
    before: u64,
}

/// Numbers by prefix, all there.
#[derive(Default)]
pub struct Numbers {
    runs: Ordered<Stretch>,
    /// Numbers that more than one row has.
    twice: Ordered<Run>,
}

/// Adds those of a row; false where its two ends are no range.
pub fn add_numbers(series: &mut Series<Run>, first: &[u8], last: &[u8], position: RowPosition) -> bool {
    let Some((prefix, from, to)) = bates_extent(first, last) else { return false };
    let width = u8::try_from(first.len() - prefix.len()).unwrap_or(u8::MAX);
    series.add(prefix, Run { first: from, position, last: to, width, twice: false });
    true
}

/// Adds one of those that a cell lists. How many figures it writes is not kept: a gap
/// is named by a row that has a number of its own.
pub fn add_member(series: &mut Series<Run>, member: Member<'_>, position: RowPosition) {
    if let Member::Numbers(prefix, first, last) = member {
        series.add(prefix, Run { first, position, last, width: 0, twice: false });
    }
}

impl Piece for Run {
    const SETTLES: bool = true;

    fn first(&self) -> u64 {
        self.first
    }

    fn write(&self, out: &mut Encoder) {
        out.u64(self.first)
            .u64(self.last)
            .position(self.position)
            .u32(u32::from(self.width) << 1 | u32::from(self.twice));
    }

    fn read(from: &mut Decoder<'_>) -> Option<Self> {
        let (first, last, position, rest) = (from.u64()?, from.u64()?, from.position()?, from.u32()?);
        Some(Self { first, position, last, width: u8::try_from(rest >> 1).ok()?, twice: rest & 1 == 1 })
    }

    /// The next number, as files have them.
    #[inline]
    fn goes_on(&mut self, next: &Self) -> bool {
        let goes_on = !self.twice && !next.twice && self.last.checked_add(1) == Some(next.first);
        if goes_on {
            self.last = next.last;
        }
        goes_on
    }

    /// Makes one of those that touch, and keeps what two have.
    fn settle(list: &mut Vec<Self>) {
        list.sort_unstable();
        let mut out = Vec::with_capacity(list.len());
        let mut sweep = Sweep::default();
        list.drain(..).for_each(|run| sweep.push(run, &mut |done| out.push(done)));
        sweep.end(&mut |done| out.push(done));
        out.sort_unstable();
        *list = out;
    }
}

/// Goes over the runs of one prefix in order.
#[derive(Default)]
struct Sweep {
    run: Option<Run>,
    twice: Option<Run>,
}

impl Sweep {
    /// The next one; hands on what nothing later can change.
    fn push(&mut self, run: Run, out: &mut impl FnMut(Run)) {
        if run.twice {
            return self.double(run, out);
        }
        if let Some(own) = &mut self.run {
            if run.first <= own.last {
                let shared = Run { last: run.last.min(own.last), twice: true, ..run };
                own.last = own.last.max(run.last);
                return self.double(shared, out);
            }
            if own.goes_on(&run) {
                return;
            }
        }
        self.run.replace(run).into_iter().for_each(out);
    }

    fn double(&mut self, shared: Run, out: &mut impl FnMut(Run)) {
        match self.twice.as_mut().filter(|own| shared.first <= own.last.saturating_add(1)) {
            Some(own) => own.last = own.last.max(shared.last),
            None => self.twice.replace(shared).into_iter().for_each(out),
        }
    }

    fn end(&mut self, out: &mut impl FnMut(Run)) {
        self.run.take().into_iter().chain(self.twice.take()).for_each(out);
    }
}

/// Where the numbers of one table go when all are gathered.
struct Building {
    runs: Writer<Stretch>,
    twice: Writer<Run>,
    /// Of the prefix at hand: itself, and how many numbers there were so far.
    prefix: Vec<u8>,
    before: u64,
}

impl Building {
    fn take(&mut self, done: &[Run]) -> io::Result<()> {
        for run in done {
            if run.twice {
                self.twice.push(&self.prefix, *run)?;
            } else {
                self.runs.push(&self.prefix, Stretch { run: *run, before: self.before })?;
                self.before = self.before.saturating_add(run.last - run.first).saturating_add(1);
            }
        }
        Ok(())
    }
}

impl Numbers {
    /// Of what the threads gathered, or wrote to `spill`. `scratch` makes a temporary file.
    pub fn build(
        gathered: Vec<Series<Run>>,
        spill: Option<&Spill>,
        memory: &Memory,
        scratch: impl Fn() -> io::Result<Spill>,
    ) -> io::Result<Self> {
        let disk = || spill.map(|_| scratch()).transpose();
        let (runs, twice) = (Writer::new(disk()?), Writer::new(disk()?));
        let mut building = Building { runs, twice, prefix: Vec::new(), before: 0 };
        let mut sweep = Sweep::default();
        let mut done = Vec::new();
        for_each_piece(gathered, spill, memory, |prefix, run| {
            if building.prefix != prefix {
                sweep.end(&mut |run| done.push(run));
                building.take(&done)?;
                done.clear();
                building.prefix = prefix.to_vec();
                building.before = 0;
            }
            sweep.push(run, &mut |run| done.push(run));
            building.take(&done)?;
            done.clear();
            Ok(())
        })?;
        sweep.end(&mut |run| done.push(run));
        building.take(&done)?;
        let all = Self { runs: building.runs.end()?, twice: building.twice.end()? };
        memory.take(all.bytes());
        Ok(all)
    }

    /// Once nobody asks any more.
    pub fn release(self, memory: &Memory) {
        memory.give_back(self.bytes());
    }

    fn bytes(&self) -> usize {
        self.runs.bytes() + self.twice.bytes()
    }

    /// Why the disk did not answer.
    pub fn trouble(&self) -> Option<&str> {
        self.runs.trouble().or_else(|| self.twice.trouble())
    }

    /// True where every number of the range is there.
    pub fn has_all(&self, (prefix, from, to): (&[u8], u64, u64)) -> bool {
        self.runs.before(prefix, from).is_some_and(|s| s.run.last >= to)
    }

    /// True where a number of the range is there.
    pub fn has_any(&self, (prefix, from, to): (&[u8], u64, u64)) -> bool {
        self.runs.before(prefix, to).is_some_and(|s| s.run.last >= from)
    }

    /// How many numbers of the range are there.
    pub fn count(&self, (prefix, from, to): (&[u8], u64, u64)) -> u64 {
        let until = |n: u64| {
            let stretch = self.runs.before(prefix, n);
            stretch.map_or(0, |s| s.before.saturating_add(s.run.last.min(n) - s.run.first).saturating_add(1))
        };
        until(to).saturating_sub(from.checked_sub(1).map_or(0, until))
    }

    /// True where no two rows have a number.
    pub fn is_apart(&self) -> bool {
        self.twice.is_empty()
    }

    /// True where a number of the range is one that more than one row has.
    pub fn is_twice(&self, (prefix, from, to): (&[u8], u64, u64)) -> bool {
        self.twice.before(prefix, to).is_some_and(|run| run.last >= from)
    }

    /// The prefix of each run.
    pub fn prefixes(&self, mut take: impl FnMut(&[u8])) {
        self.runs.each(|prefix, _| take(prefix));
    }

    /// The gaps: what lies between two runs of one prefix, with the row that begins after it.
    pub fn gaps(&self, mut take: impl FnMut(Gap<'_>)) {
        let mut last: Option<(Vec<u8>, u64)> = None;
        self.runs.each(|prefix, Stretch { run, .. }| match &mut last {
            Some((own, end)) if own == prefix => {
                let (from, to) = (end.saturating_add(1), run.first.saturating_sub(1));
                take(Gap { prefix, from, to, position: run.position, width: run.width });
                *end = run.last;
            }
            _ => last = Some((prefix.to_vec(), run.last)),
        });
    }

    /// The numbers of a range that are not there, as far as the first stretch of them goes.
    pub fn lacks(&self, (prefix, from, to): (&[u8], u64, u64)) -> Option<(u64, u64)> {
        let own = self.runs.before(prefix, from).filter(|s| s.run.last >= from);
        let from = own.map_or(Some(from), |s| s.run.last.checked_add(1))?;
        let next = self.runs.after(prefix, from).filter(|s| s.run.first <= to);
        // What goes on where a run ends begins another only after a gap.
        (from <= to).then(|| (from, next.map_or(to, |s| s.run.first - 1)))
    }
}

impl Piece for Stretch {
    fn first(&self) -> u64 {
        self.run.first
    }

    fn write(&self, out: &mut Encoder) {
        self.run.write(out);
        out.u64(self.before);
    }

    fn read(from: &mut Decoder<'_>) -> Option<Self> {
        Some(Self { run: Run::read(from)?, before: from.u64()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row_engine::spill::Grows;

    fn scratch() -> io::Result<Spill> {
        Ok(Spill::new(Box::new(io::Cursor::new(Vec::new()))))
    }

    fn gathered(list: &[(&str, &str)], from: usize) -> Series<Run> {
        let mut series = Series::default();
        for (i, (first, last)) in list.iter().enumerate() {
            let position = RowPosition { row: u32::try_from(from + i).unwrap(), ..RowPosition::default() };
            assert!(add_numbers(&mut series, first.as_bytes(), last.as_bytes(), position));
        }
        series
    }

    fn of(list: &[(&str, &str)]) -> Numbers {
        Numbers::build(vec![gathered(list, 0)], None, &Memory::new(u64::MAX), scratch).unwrap()
    }

    /// The same, every `n` rows a block on the disk.
    fn on_disk(list: &[(&str, &str)], n: usize) -> Numbers {
        let spill = scratch().unwrap();
        for (i, rows) in list.chunks(n).enumerate() {
            gathered(rows, i * n).flush(&spill, &Memory::new(u64::MAX)).unwrap();
        }
        Numbers::build(Vec::new(), Some(&spill), &Memory::new(u64::MAX), scratch).unwrap()
    }

    fn gaps(numbers: &Numbers) -> Vec<(String, RowPosition)> {
        let mut all = Vec::new();
        numbers.gaps(|g| all.push((g.name(), g.position)));
        all
    }

    #[test]
    fn runs_gaps_and_what_two_have() {
        let n = of(&[("A001", "A003"), ("A004", ""), ("A008", "A009"), ("B1", ""), ("A009", "A010")]);
        assert!(n.has_all((b"A", 2, 4)) && !n.has_all((b"A", 4, 5)) && n.has_all((b"A", 8, 10)));
        assert_eq!(n.count((b"A", 1, 100)), 7);
        assert_eq!(n.count((b"A", 3, 8)), 3);
        assert_eq!(gaps(&n).iter().map(|(g, _)| g.as_str()).collect::<Vec<_>>(), ["A005 to A007"]);
        assert_eq!(n.lacks((b"A", 3, 9)), Some((5, 7)));
        assert!(n.is_twice((b"A", 9, 9)) && !n.is_twice((b"A", 8, 8)) && !n.is_twice((b"B", 1, 1)));
    }

    #[test]
    fn the_order_of_rows_changes_nothing() {
        let a = of(&[("A1", "A3"), ("A4", "A9"), ("A5", "A6")]);
        let b = of(&[("A5", "A6"), ("A4", "A9"), ("A1", "A3")]);
        for n in 0..12 {
            assert_eq!(a.has_all((b"A", n, n)), b.has_all((b"A", n, n)));
            assert_eq!(a.is_twice((b"A", n, n)), b.is_twice((b"A", n, n)));
        }
        assert!(!add_numbers(&mut Series::default(), b"A9", b"A1", RowPosition::default()), "backwards");
        assert!(!add_numbers(&mut Series::default(), b"A9", b"B10", RowPosition::default()), "two series");
        assert!(gaps(&Numbers::default()).is_empty());
    }

    #[test]
    fn the_last_number_there_is_ends_no_count() {
        let n = of(&[("A0", "A18446744073709551615"), ("A7", "A18446744073709551615")]);
        assert_eq!(n.count((b"A", 0, u64::MAX)), u64::MAX);
        assert!(n.has_all((b"A", 0, u64::MAX)) && n.is_twice((b"A", 8, 8)) && !n.is_twice((b"A", 6, 6)));
        assert_eq!(n.lacks((b"A", 0, u64::MAX)), None);
    }

    /// Names of two series, most apart, some overlapping, in no order.
    fn scattered(rows: usize) -> Vec<(String, String)> {
        let mut seed = 1_u64;
        (0..rows)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let (from, long) = (seed >> 33, seed >> 20 & 3);
                let (from, letter) = (from % (rows as u64 * 5), if seed >> 40 & 1 == 0 { "A" } else { "B-" });
                (format!("{letter}{from:05}"), format!("{letter}{:05}", from + long))
            })
            .collect()
    }

    #[test]
    fn the_disk_changes_no_answer() {
        let names = scattered(3000);
        let list: Vec<(&str, &str)> = names.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let held = of(&list);
        assert!(matches!(held.runs, Ordered::Memory(_)) && !held.is_apart());
        for n in [1, 7, 1000] {
            let spilled = on_disk(&list, n);
            assert!(matches!(&spilled.runs, Ordered::Disk(pages) if !pages.is_empty()));
            assert_eq!(gaps(&held), gaps(&spilled));
            for prefix in [b"A".as_slice(), b"B-", b"C"] {
                for from in (0..15_100).step_by(11) {
                    for range in [(prefix, from, from), (prefix, from, from + 5)] {
                        assert_eq!(held.has_all(range), spilled.has_all(range), "{range:?}");
                        assert_eq!(held.has_any(range), spilled.has_any(range), "{range:?}");
                        assert_eq!(held.count(range), spilled.count(range), "{range:?}");
                        assert_eq!(held.is_twice(range), spilled.is_twice(range), "{range:?}");
                        assert_eq!(held.lacks(range), spilled.lacks(range), "{range:?}");
                    }
                }
            }
            assert_eq!(spilled.trouble(), None);
        }
    }

    #[test]
    fn those_out_of_order_stay_in_memory_where_they_leave_no_gap() {
        let names: Vec<String> = (0..20_000).map(|i: u64| format!("A{}", i * 7919 % 20_000)).collect();
        let list: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), "")).collect();
        let (spill, memory) = (scratch().unwrap(), Memory::new(1000));
        let mut series = gathered(&list, 0);
        assert!(series.is_too_much(&memory));
        series.flush(&spill, &memory).unwrap();
        assert!(spill.blocks(0).is_empty() && !memory.take(0), "one run is no burden");
    }
}
