//! One check of one row: which of its ways holds, and how the row is counted then.

use std::borrow::Cow;

use super::counts::{in_time, is_earlier, month_and_amount, waiting_amount};
use super::date::Day;
use super::finding::Mismatch;
use super::found::DuplicateKind;
use super::index::Index;
use super::judge::Judge;
use super::key;
use super::matched::Match;
use super::node::{self, Node};
use super::numbers;
use super::part::Short;
use super::plan::{Check, Goal, Join, JoinKey, Plan, SatisfiedBy};
use super::position::RowPosition;
use super::ready::Ready;
use super::searched::{LookupResult, look_up, numbers_of};
use super::test::Amount;
use super::value::Reader;
use super::values::{Values, row_name};
use super::waiting::Waiting;

/// What performs the check for a row, and the join that found it.
type Performed = (Match, Option<u32>);

/// What the ways of a check show for one row.
struct Shown {
    /// The earliest.
    best: Option<Performed>,
    /// The column whose value a joined table on the disk is to be asked for.
    waits: Option<usize>,
    /// A row of a joined table that should not be there.
    against: Option<(u32, RowPosition)>,
    mismatch: Option<Mismatch>,
    /// The row says all that decides it.
    reported: bool,
}

/// A row, and what its check may look at.
struct Asking<'a, V> {
    plan: &'a Plan,
    scan: usize,
    indexes: &'a [Option<Index>],
    slots: &'a [u64],
    columns: &'a [Reader],
    values: &'a V,
    position: RowPosition,
}

impl<V: Values> Asking<'_, V> {
    #[inline]
    fn ways(&self, check: &Check, holds: &mut [Node]) -> Shown {
        let mut shown = Shown { best: None, waits: None, against: None, mismatch: None, reported: true };
        for (way, test) in check.ways.iter().zip(holds) {
            if let Some((matched, join)) = self.way(way, test, &mut shown)
                && shown.best.is_none_or(|(b, _)| is_earlier(matched.day, b.day))
            {
                shown.best = Some((matched, join));
            }
        }
        shown
    }

    /// The row is as it should be, on no day.
    const fn now(&self) -> Option<Performed> {
        Some((Match { day: Day::NONE, position: self.position }, None))
    }

    #[inline]
    fn way(&self, way: &SatisfiedBy, test: &mut Node, shown: &mut Shown) -> Option<Performed> {
        match way {
            SatisfiedBy::Dated(column) => {
                let day = Day(self.slots.get(*column).map_or(0, |v| u32::try_from(*v).unwrap_or(0)));
                (day.is_some() && day <= self.plan.as_of).then_some((Match { day, position: self.position }, None))
            }
            SatisfiedBy::Holds(_) if test.holds(self.slots, self.values, self.columns) => self.now(),
            SatisfiedBy::Holds(_) => {
                shown.reported &= test.names_in_own_words(self.slots, self.values);
                shown.mismatch = shown.mismatch.or_else(|| test.differing(self.slots, self.values));
                None
            }
            SatisfiedBy::Found(join) => self.found(*join, shown),
            SatisfiedBy::Missing(join) => self.missing(*join, shown),
            SatisfiedBy::Counts { join, own } => self.counts(*join, own, shown),
            // That another row has the same is found when all are there.
            SatisfiedBy::Alone | SatisfiedBy::Apart { .. } => self.now(),
        }
    }

    /// What the joined table has for the row.
    #[inline]
    fn look_up(&self, join: usize, shown: &mut Shown) -> Option<LookupResult> {
        let j = self.plan.joins.get(join)?;
        let list = self.plan.scans.get(self.scan).and_then(|s| s.columns.get(j.on)).and_then(|c| c.list);
        Some(look_up(self.indexes.get(join), j, list, self.values, &mut shown.waits))
    }

    #[inline]
    fn found(&self, join: usize, shown: &mut Shown) -> Option<Performed> {
        match self.look_up(join, shown)? {
            LookupResult::Row(m) | LookupResult::Members { all: Some(m), .. } if m.day <= self.plan.as_of => {
                Some((m, u32::try_from(join).ok()))
            }
            LookupResult::Numbers { all: true, .. } => self.now(),
            LookupResult::Unplaced => {
                shown.reported = false;
                None
            }
            _ => None,
        }
    }

    #[inline]
    fn missing(&self, join: usize, shown: &mut Shown) -> Option<Performed> {
        match self.look_up(join, shown)? {
            LookupResult::Row(m) | LookupResult::Members { any: Some(m), .. } if m.day <= self.plan.as_of => {
                shown.against = u32::try_from(join).ok().map(|j| (j, m.position));
                None
            }
            LookupResult::Numbers { any: true, .. } | LookupResult::Waits => None,
            LookupResult::Unplaced => {
                shown.reported = false;
                None
            }
            _ => self.now(),
        }
    }

    fn counts(&self, join: usize, own: &Amount, shown: &mut Shown) -> Option<Performed> {
        let j = self.plan.joins.get(join)?;
        let own = node::amount_of_row(own, self.slots, self.values);
        let other = self.counted(join, j);
        if own.is_some() && matches!(self.indexes.get(join), Some(Some(Index::TotalsOnDisk(_)))) {
            shown.waits = Some(j.on);
        }
        shown.reported &= own.is_some() && (other.is_some() || shown.waits.is_some());
        let unequal = own.zip(other).filter(|(a, b)| a != b);
        shown.mismatch = shown.mismatch.or(unequal.map(|(a, b)| Mismatch::Amounts(a, b)));
        if own.is_some() && own == other { self.now() } else { None }
    }

    /// How much the joined table has for the row.
    fn counted(&self, join: usize, j: &Join) -> Option<i64> {
        match (self.indexes.get(join), j.by) {
            (Some(Some(Index::Totals(built))), _) => {
                Some(built.find(key::trimmed(&self.values.get(j.on))).map_or(0, |t| t.0))
            }
            (Some(Some(Index::Numbers(all))), JoinKey::Numbers { to, .. }) => {
                numbers_of(j.on, to, self.values, |own| i64::try_from(all.count(own)).unwrap_or(i64::MAX))
            }
            _ => None,
        }
    }
}

impl Judge<'_> {
    /// One check of one row; true where it is about the row. `duplicate` takes back what was
    /// counted before.
    #[inline]
    pub(super) fn check(
        &mut self,
        i: usize,
        position: RowPosition,
        values: &impl Values,
        duplicate: Option<DuplicateKind>,
    ) -> bool {
        let Self { plan, checks, columns, slots, part, indexes, scan, .. } = self;
        let Some(Ready { number, filter, holds, alone, series }) = checks.get_mut(i) else { return false };
        let (number, alone) = (*number, *alone);
        let Some(check) = plan.checks.get(number) else { return false };
        if !filter.holds(slots, values, columns) {
            return false;
        }
        let code = check.group.map_or(0, |g| slots.get(g).map_or(0, |v| u32::try_from(*v).unwrap_or(0)));
        let asking = Asking { plan, scan: *scan, indexes, slots, columns, values, position };
        let mut shown = asking.ways(check, holds);
        if let (Some((first, last)), None) = (*series, duplicate) {
            let runs = part.series.get_mut(number).and_then(Option::as_mut);
            let (first, last) = (values.get(first), last.map(|l| values.get(l)).unwrap_or_default());
            // A name that is no number of a series has no other spelling that is looked for.
            let has_place =
                runs.is_some_and(|r| numbers::add_numbers(r, key::trimmed(&first), key::trimmed(&last), position));
            if !has_place && !alone {
                shown.reported = false;
                shown.best = None;
            }
        }
        if matches!(check.goal, Goal::Gaps { .. }) {
            // The rows are only what the gaps lie between; one that has no place may fill each of them.
            if !shown.reported && duplicate.is_none() {
                self.count(number, code, position, values, &shown, false, alone, duplicate);
            }
            return true;
        }
        let done = shown.best.is_some_and(|(m, _)| in_time(m.day, check.due));
        if let (Some(duplicate), false, Some(tally)) = (duplicate, alone, part.tally(number, code)) {
            match duplicate {
                DuplicateKind::Repeated => tally.repeated += 1,
                DuplicateKind::Contradicted => tally.contradicted += 1,
            }
        }
        if let (Some(on), false) = (shown.waits, done) {
            if duplicate.is_none() {
                self.wait(number, code, position, values, on, &shown);
            }
            return true;
        }
        self.count(number, code, position, values, &shown, done, alone, duplicate);
        true
    }

    /// Puts the row among those that a joined table on the disk decides.
    fn wait(
        &mut self,
        number: usize,
        code: u32,
        position: RowPosition,
        values: &impl Values,
        on: usize,
        shown: &Shown,
    ) {
        let Self { plan, columns, slots, part, scan, .. } = self;
        let Some(check) = plan.checks.get(number) else { return };
        let label = check.group.and_then(|g| columns.get(g)).map_or(&[][..], |c| c.labels.name(code));
        let best = shown.best.map(|(m, j)| (m.day, j.map(|j| (j, m.position))));
        let (key, name) = (values.get(on), row_name(plan, *scan, values));
        let amount = waiting_amount(check, slots, values);
        let waiting = Waiting { check: number, label, position, best, amount, key: &key, name: &name };
        waiting.write(&mut part.deferred);
    }

    /// Counts a row that is decided, and keeps it where it is not as it should be.
    #[inline]
    #[expect(clippy::too_many_arguments, reason = "what a row was found to be, in the hottest loop")]
    fn count(
        &mut self,
        number: usize,
        code: u32,
        position: RowPosition,
        values: &impl Values,
        shown: &Shown,
        done: bool,
        alone: bool,
        duplicate: Option<DuplicateKind>,
    ) {
        let Self { plan, slots, part, scan, .. } = self;
        let Some(check) = plan.checks.get(number) else { return };
        let back = duplicate.is_some();
        if !check.goal.is_of_each() {
            part.measure(number, code, month_and_amount(check, slots), done, back);
        }
        let late = shown.best.filter(|_| !done).map(|(m, _)| m.day);
        let unclear = !done && late.is_none() && !shown.reported;
        if let Some(tally) = part.tally(number, code) {
            let field = if done {
                &mut tally.in_time
            } else if late.is_some() {
                &mut tally.late
            } else if unclear {
                &mut tally.unclear
            } else {
                &mut tally.missing
            };
            *field = if back { field.wrapping_sub(1) } else { field.wrapping_add(1) };
            if alone && back {
                tally.missing = tally.missing.wrapping_add(1);
            }
        }
        let each = if back { alone } else { !done };
        if each && check.goal.is_of_each() {
            let name: Cow<'_, [u8]> = row_name(plan, *scan, values);
            let performed = shown.best.filter(|_| !done).and_then(|(m, j)| j.map(|j| (j, m.position)));
            let other = performed.or(shown.against);
            let mismatch = shown.mismatch.filter(|_| !unclear && check.ways.len() == 1);
            let late = late.unwrap_or_default();
            part.push(Short { check: number, code, position, late, other, mismatch, unclear }, key::trimmed(&name));
        }
    }
}
