//! Rows that mean all numbers from a first to a last: `ABC0001` to `ABC0010`.

use std::collections::BTreeMap;
use std::io;

use super::bates::{bates_extent, split_bates_number};
use super::matched::{Load, Match};
use super::members::Member;
use super::ordered::{Ordered, Writer};
use super::piece::Piece;
use super::series::{Series, for_each_piece};
use super::spill::{Decoder, Encoder, Memory, Spill};

/// The numbers of a row, and what is found under each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    first: u64,
    last: u64,
    matched: Match,
}

impl Piece for Span {
    fn first(&self) -> u64 {
        self.first
    }

    fn write(&self, out: &mut Encoder) {
        out.u64(self.first).u64(self.last);
        self.matched.write(out);
    }

    fn read(from: &mut Decoder<'_>) -> Option<Self> {
        Some(Self { first: from.u64()?, last: from.u64()?, matched: Match::read(from)? })
    }
}

/// Adds a span; none where the two ends are not of one series, or run backwards.
pub fn add_range(series: &mut Series<Span>, first: &[u8], last: &[u8], matched: Match) {
    if let Some((prefix, first, last)) = bates_extent(first, last) {
        series.add(prefix, Span { first, last, matched });
    }
}

/// Adds one of those that a cell lists.
pub fn add_member(series: &mut Series<Span>, member: Member<'_>, matched: Match) {
    match member {
        Member::Numbers(prefix, first, last) => series.add(prefix, Span { first, last, matched }),
        Member::Name(name) => series.add(&prefix_without_number(name), Span { first: 0, last: 0, matched }),
        Member::Unclear => {}
    }
}

/// Adds a whole cell: a number, or a name without figures.
pub fn add_name(series: &mut Series<Span>, name: &[u8], matched: Match) {
    let member = split_bates_number(name).map_or(Member::Name(name), |(prefix, n)| Member::Numbers(prefix, n, n));
    add_member(series, member, matched);
}

/// A prefix that no number has.
fn prefix_without_number(name: &[u8]) -> Vec<u8> {
    let mut prefix = name.to_vec();
    prefix.push(0);
    prefix
}

/// The best of the spans over every number, as spans that are apart from one another.
#[derive(Default)]
pub struct Ranges {
    spans: Ordered<Span>,
}

/// Goes over the spans of one prefix in order: at each number the best of those that hold it.
#[derive(Default)]
struct Best {
    /// Up to where it is settled.
    from: u64,
    /// Those that hold `from`, the best first; each ends later than all that are better.
    open: BTreeMap<Match, u64>,
    done: Option<Span>,
}

impl Best {
    fn push(&mut self, span: Span, out: &mut impl FnMut(Span)) {
        if let Some(before) = span.first.checked_sub(1) {
            self.settle(before, out);
        }
        self.from = span.first;
        let better = self.open.range(..=span.matched).next_back();
        if better.is_some_and(|(_, last)| *last >= span.last) {
            return;
        }
        while let Some((worse, last)) = self.open.range(span.matched..).next().map(|(h, l)| (*h, *l))
            && last <= span.last
        {
            self.open.remove(&worse);
        }
        let last = self.open.entry(span.matched).or_insert(span.last);
        *last = span.last.max(*last);
    }

    /// Everything up to a number.
    fn settle(&mut self, to: u64, out: &mut impl FnMut(Span)) {
        while let Some(best) = self.open.first_entry() {
            let (matched, last) = (*best.key(), *best.get());
            if last >= self.from {
                if self.from > to {
                    return;
                }
                let span = Span { first: self.from, last: last.min(to), matched };
                let goes_on =
                    |done: &&mut Span| done.matched == matched && done.last.checked_add(1) == Some(span.first);
                match self.done.as_mut().filter(goes_on) {
                    Some(done) => done.last = span.last,
                    None => self.done.replace(span).into_iter().for_each(&mut *out),
                }
                if last > to {
                    return;
                }
            }
            best.remove();
            self.from = self.from.max(last.saturating_add(1));
        }
    }

    fn end(&mut self, out: &mut impl FnMut(Span)) {
        self.settle(u64::MAX, out);
        self.done.take().into_iter().for_each(out);
        *self = Self::default();
    }
}

impl Ranges {
    /// Of what the threads gathered, or wrote to `spill`. `scratch` makes a temporary file.
    pub fn build(
        gathered: Vec<Series<Span>>,
        spill: Option<&Spill>,
        memory: &Memory,
        scratch: impl Fn() -> io::Result<Spill>,
    ) -> io::Result<Self> {
        let mut spans = Writer::new(spill.map(|_| scratch()).transpose()?);
        let (mut best, mut own) = (Best::default(), Vec::new());
        let mut done = Vec::new();
        for_each_piece(gathered, spill, memory, |prefix, span| {
            if own != prefix {
                best.end(&mut |span| done.push(span));
                done.drain(..).try_for_each(|span| spans.push(&own, span))?;
                own = prefix.to_vec();
            }
            best.push(span, &mut |span| done.push(span));
            done.drain(..).try_for_each(|span| spans.push(&own, span))
        })?;
        best.end(&mut |span| done.push(span));
        done.drain(..).try_for_each(|span| spans.push(&own, span))?;
        let all = Self { spans: spans.end()? };
        memory.take(all.spans.bytes());
        Ok(all)
    }

    /// The best of the spans that hold this number.
    pub fn find(&self, name: &[u8]) -> Option<Match> {
        let Some((prefix, number)) = split_bates_number(name) else { return self.of(Member::Name(name)).0 };
        self.spans.before(prefix, number).filter(|s| s.last >= number).map(|s| s.matched)
    }

    /// Of what a member means: the latest of the best over its numbers, where there is
    /// one over each; and the first that there is over any.
    pub fn of(&self, member: Member<'_>) -> (Option<Match>, Option<Match>) {
        let (prefix, from, to) = match member {
            Member::Numbers(prefix, from, to) => (prefix, from, to),
            Member::Name(name) => {
                let matched = self.spans.before(&prefix_without_number(name), 0).map(|s| s.matched);
                return (matched, matched);
            }
            Member::Unclear => return (None, None),
        };
        let any = self.spans.before(prefix, to).filter(|s| s.last >= from).map(|s| s.matched);
        let (mut all, mut at) = (None, from);
        loop {
            let Some(span) = self.spans.before(prefix, at).filter(|s| s.last >= at) else { return (None, any) };
            all = all.max(Some(span.matched));
            match span.last.checked_add(1).filter(|next| *next <= to) {
                Some(next) => at = next,
                None => return (all, any),
            }
        }
    }

    /// True where a span has this number and no other.
    pub fn is_alone(&self, prefix: &[u8], number: u64) -> bool {
        self.spans.before(prefix, number).is_some_and(|s| s.first == number && s.last == number)
    }

    /// Why the disk did not answer.
    pub fn trouble(&self) -> Option<&str> {
        self.spans.trouble()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row_engine::date::Day;
    use crate::row_engine::position::RowPosition;
    use crate::row_engine::spill::Grows;
    use proptest::prelude::*;

    fn scratch() -> io::Result<Spill> {
        Ok(Spill::new(Box::new(io::Cursor::new(Vec::new()))))
    }

    fn matched(day: u32, row: usize) -> Match {
        Match { day: Day(day), position: RowPosition { row: u32::try_from(row).unwrap(), ..RowPosition::default() } }
    }

    proptest! {
        /// Against a look at every span for every number.
        #[test]
        fn the_best_span_over_each_number(spans in prop::collection::vec((0_u64..60, 0_u64..20, 1_u32..5), 0..40)) {
            let memory = Memory::new(u64::MAX);
            let (mut held, spill) = (Series::default(), scratch().unwrap());
            for (row, (from, long, day)) in spans.iter().enumerate() {
                let (first, last) = (format!("A{from}"), format!("A{}", from + long));
                add_range(&mut held, first.as_bytes(), last.as_bytes(), matched(*day, row));
                let mut one = Series::default();
                add_range(&mut one, first.as_bytes(), last.as_bytes(), matched(*day, row));
                one.flush(&spill, &memory).unwrap();
            }
            let held = Ranges::build(vec![held], None, &memory, scratch).unwrap();
            let spilled = Ranges::build(Vec::new(), Some(&spill), &memory, scratch).unwrap();
            for n in 0..90 {
                let holds = |(_, (from, long, _)): &(usize, &(u64, u64, u32))| (*from..=from + long).contains(&n);
                let best = spans.iter().enumerate().filter(holds).map(|(row, (_, _, day))| matched(*day, row)).min();
                let name = format!("A{n}");
                prop_assert_eq!(held.find(name.as_bytes()), best);
                prop_assert_eq!(spilled.find(name.as_bytes()), best);
            }
        }
    }

    #[test]
    fn the_last_number_there_is() {
        let mut series = Series::default();
        add_range(&mut series, b"A1", b"A18446744073709551615", matched(2, 0));
        add_range(&mut series, b"A5", b"A18446744073709551615", matched(1, 1));
        let all = Ranges::build(vec![series], None, &Memory::new(u64::MAX), scratch).unwrap();
        assert_eq!(all.find(b"A18446744073709551615"), Some(matched(1, 1)));
        assert_eq!(all.find(b"A4"), Some(matched(2, 0)));
        assert_eq!((all.find(b"A0"), all.find(b"B7")), (None, None));
    }
}
