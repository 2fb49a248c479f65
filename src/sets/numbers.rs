//! The numbers that rows stand for, as a set: `ABC0001` to `ABC0010` are ten. Kept
//! as runs, one for each stretch without a gap, so that it grows with the gaps of a
//! table and not with its rows.

use std::collections::BTreeMap;

use super::found::Mark;
use super::ranges::split;

/// All numbers from a first to a last of one prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    pub first: u64,
    pub last: u64,
    /// The first of the rows that begin with its first number.
    pub mark: Mark,
    /// How many figures that row writes.
    width: u8,
}

/// Of one prefix.
#[derive(Debug, Clone, Default)]
struct Series {
    runs: Vec<Run>,
    /// How many runs stand in order, apart from one another, at the beginning.
    settled: usize,
    /// Numbers that more than one row has.
    twice: Vec<(u64, u64)>,
    /// Once all are there: how many numbers the runs before each one have.
    before: Vec<u64>,
}

/// Numbers by prefix.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    by_prefix: BTreeMap<Vec<u8>, Series>,
}

/// How many runs may stand out of order before they are put into it.
const LOOSE: usize = 1 << 16;

/// The prefix and the numbers from a first name to a last; nothing where the two
/// are not of one series, or run backwards. Without a last it is one number.
pub fn extent<'n>(first: &'n [u8], last: &[u8]) -> Option<(&'n [u8], u64, u64)> {
    let (prefix, from) = split(first)?;
    if last.is_empty() {
        return Some((prefix, from, from));
    }
    let (other, to) = split(last)?;
    (other == prefix && from <= to).then_some((prefix, from, to))
}

impl Numbers {
    /// Those of a row; false where its two ends are no range.
    pub fn add(&mut self, first: &[u8], last: &[u8], mark: Mark) -> bool {
        let Some((prefix, from, to)) = extent(first, last) else { return false };
        let width = u8::try_from(first.len() - prefix.len()).unwrap_or(u8::MAX);
        let run = Run { first: from, last: to, mark, width };
        match self.by_prefix.get_mut(prefix) {
            Some(series) => series.add(run),
            None => {
                let series = Series { runs: vec![run], ..Series::default() };
                self.by_prefix.insert(prefix.to_vec(), series);
            }
        }
        true
    }

    pub fn join(mut self, other: Self) -> Self {
        for (prefix, series) in other.by_prefix {
            let own = self.by_prefix.entry(prefix).or_default();
            own.runs.extend(series.runs);
            own.twice.extend(series.twice);
            own.settled = 0;
        }
        self
    }

    /// Once all are there.
    pub fn settle(&mut self) {
        for series in self.by_prefix.values_mut() {
            series.settle();
            let mut sum = 0;
            series.before = series
                .runs
                .iter()
                .map(|r| {
                    let before = sum;
                    sum += r.last - r.first + 1;
                    before
                })
                .collect();
        }
    }

    /// True where every number of the range is there.
    pub fn has_all(&self, (prefix, from, to): (&[u8], u64, u64)) -> bool {
        self.at(prefix, from).is_some_and(|(_, r)| r.last >= to)
    }

    /// The first run that has a number of the range.
    pub fn touches(&self, (prefix, from, to): (&[u8], u64, u64)) -> Option<Run> {
        let series = self.by_prefix.get(prefix)?;
        let at = series.runs.partition_point(|r| r.last < from);
        series.runs.get(at).copied().filter(|r| r.first <= to)
    }

    /// How many numbers of the range are there.
    pub fn count(&self, (prefix, from, to): (&[u8], u64, u64)) -> u64 {
        let Some(series) = self.by_prefix.get(prefix) else { return 0 };
        let until = |n: u64| {
            let at = series.runs.partition_point(|r| r.first <= n);
            let Some(i) = at.checked_sub(1) else { return 0 };
            let run = series.runs.get(i).map_or(0, |r| r.last.min(n) - r.first + 1);
            series.before.get(i).copied().unwrap_or(0) + run
        };
        until(to) - from.checked_sub(1).map_or(0, until)
    }

    /// The run with this number, and its place.
    fn at(&self, prefix: &[u8], number: u64) -> Option<(usize, Run)> {
        let series = self.by_prefix.get(prefix)?;
        let at = series.runs.partition_point(|r| r.last < number);
        series.runs.get(at).copied().filter(|r| r.first <= number).map(|r| (at, r))
    }

    pub fn has_twice(&self) -> bool {
        self.by_prefix.values().any(|s| !s.twice.is_empty())
    }

    /// True where a number of the range is one that more than one row has.
    pub fn is_twice(&self, (prefix, from, to): (&[u8], u64, u64)) -> bool {
        let Some(series) = self.by_prefix.get(prefix) else { return false };
        let at = series.twice.partition_point(|(_, last)| *last < from);
        series.twice.get(at).is_some_and(|(first, _)| *first <= to)
    }

    /// The gaps: what lies between two runs of one prefix, with the row that begins after it.
    pub fn gaps(&self) -> impl Iterator<Item = Gap<'_>> {
        self.by_prefix.iter().flat_map(|(prefix, series)| {
            series.runs.windows(2).filter_map(move |pair| match pair {
                [a, b] => Some(Gap { prefix, from: a.last + 1, to: b.first - 1, mark: b.mark, width: b.width }),
                _ => None,
            })
        })
    }

    /// The numbers of a range that are not there, as far as the first stretch of them goes.
    pub fn lacks(&self, (prefix, from, to): (&[u8], u64, u64)) -> Option<(u64, u64)> {
        let mut from = from;
        while from <= to {
            match self.at(prefix, from) {
                Some((_, run)) => from = run.last.checked_add(1)?,
                None => {
                    let next = self.touches((prefix, from, to));
                    return Some((from, next.map_or(to, |r| r.first - 1)));
                }
            }
        }
        None
    }
}

/// Numbers that no row has, between two that some have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'n> {
    pub prefix: &'n [u8],
    pub from: u64,
    pub to: u64,
    /// The row that begins after it.
    pub mark: Mark,
    width: u8,
}

impl Gap<'_> {
    /// A part of it.
    pub const fn cut(mut self, from: u64, to: u64) -> Self {
        self.from = from;
        self.to = to;
        self
    }

    /// `ABC0005`, or `ABC0005 to ABC0007`.
    pub fn name(&self) -> String {
        let prefix = String::from_utf8_lossy(self.prefix);
        let width = usize::from(self.width);
        let one = |n: u64| format!("{prefix}{n:0width$}");
        if self.from == self.to { one(self.from) } else { format!("{} to {}", one(self.from), one(self.to)) }
    }
}

impl Series {
    fn add(&mut self, run: Run) {
        match self.runs.last_mut() {
            // The next number, as files have them.
            Some(last) if last.last.checked_add(1) == Some(run.first) => last.last = run.last,
            _ => self.runs.push(run),
        }
        if self.runs.len() - self.settled > LOOSE.max(self.settled) {
            self.settle();
        }
    }

    /// Puts the runs into order, makes one of those that touch, and keeps what two have.
    fn settle(&mut self) {
        self.runs.sort_unstable();
        let mut out: Vec<Run> = Vec::with_capacity(self.runs.len());
        for run in self.runs.drain(..) {
            match out.last_mut() {
                Some(last) if run.first <= last.last => {
                    self.twice.push((run.first, run.last.min(last.last)));
                    last.last = last.last.max(run.last);
                }
                Some(last) if last.last.checked_add(1) == Some(run.first) => last.last = run.last,
                _ => out.push(run),
            }
        }
        self.settled = out.len();
        self.runs = out;
        self.twice.sort_unstable();
        let mut twice: Vec<(u64, u64)> = Vec::with_capacity(self.twice.len());
        for (from, to) in self.twice.drain(..) {
            match twice.last_mut() {
                Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
                _ => twice.push((from, to)),
            }
        }
        self.twice = twice;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(list: &[(&str, &str)]) -> Numbers {
        let mut numbers = Numbers::default();
        for (i, (first, last)) in list.iter().enumerate() {
            let mark = Mark { row: u32::try_from(i).unwrap(), ..Mark::default() };
            assert!(numbers.add(first.as_bytes(), last.as_bytes(), mark));
        }
        numbers.settle();
        numbers
    }

    #[test]
    fn runs_gaps_and_what_two_have() {
        let n = of(&[("A001", "A003"), ("A004", ""), ("A008", "A009"), ("B1", ""), ("A009", "A010")]);
        assert!(n.has_all((b"A", 2, 4)) && !n.has_all((b"A", 4, 5)) && n.has_all((b"A", 8, 10)));
        assert_eq!(n.count((b"A", 1, 100)), 7);
        assert_eq!(n.count((b"A", 3, 8)), 3);
        assert_eq!(n.gaps().map(|g| g.name()).collect::<Vec<_>>(), ["A005 to A007"]);
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
        assert!(!Numbers::default().add(b"A9", b"A1", Mark::default()), "backwards");
        assert!(!Numbers::default().add(b"A9", b"B10", Mark::default()), "two series");
        assert!(Numbers::default().gaps().next().is_none());
    }
}
