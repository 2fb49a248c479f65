//! Rows that have a number which another row of their table has too. Which numbers
//! those are is known after the first pass; their rows are looked at once more, and
//! only where there are any.

use std::collections::HashMap;

use super::Day;
use super::counts::{Short, push, tally};
use super::found::Mark;
use super::gather::series;
use super::judge::{Fate, Judge, Ready, Values, row_name};
use super::key;
use super::numbers::extent;
use super::plan::Way;
use super::run::{Base, Error};
use super::scan::Passed;
use super::worker::{Kept, Mode};

/// One kept row by its numbers.
struct Ranged<'k> {
    prefix: &'k [u8],
    from: u64,
    to: u64,
    mark: Mark,
    row: &'k Kept,
}

/// Finds them for every check of the table that asks for it. Rows that share their
/// name have a fate already, and are not told again.
pub fn shared(base: &Base<'_>, passed: &mut Passed<'_>, fates: &HashMap<(u32, u32), Fate>) -> Result<(), Error> {
    for (i, check) in base.plan.checks.iter().enumerate().filter(|(_, c)| c.table == base.scan) {
        let apart = check.ways.iter().any(|w| matches!(w, Way::Apart { .. }));
        let Some((first, last)) = check.series().filter(|_| apart) else { continue };
        let Some(numbers) = series(passed, i).filter(super::numbers::Numbers::has_twice) else { continue };
        let forms = passed.forms.clone();
        let mut again = base.pass(Mode::Shared { numbers: &numbers, first, last }).run(Some(&forms))?;
        let mut kept: Vec<Kept> = again.workers.iter_mut().flat_map(|w| std::mem::take(&mut w.kept)).collect();
        let Some(worker) = passed.workers.first_mut() else { continue };
        kept.retain(|k| !fates.contains_key(&(k.mark.chunk, k.mark.row)) && worker.judge.concerns(i, k));
        let mut ranged: Vec<Ranged<'_>> = kept
            .iter()
            .filter_map(|k| {
                let (first, last) = (k.column(first), last.map_or(&[][..], |l| k.column(l)));
                let (prefix, from, to) = extent(key::trimmed(first), key::trimmed(last))?;
                Some(Ranged { prefix, from, to, mark: k.mark, row: k })
            })
            .collect();
        ranged.sort_by(|a, b| (a.prefix, a.from, a.mark).cmp(&(b.prefix, b.from, b.mark)));
        let mut farthest: Option<&Ranged<'_>> = None;
        for r in &ranged {
            if let Some(before) = farthest.filter(|f| f.prefix == r.prefix) {
                if r.from <= before.to && worker.judge.concerns(i, r.row) {
                    worker.judge.shares(i, r.mark, r.row, before.mark);
                }
                if r.to <= before.to {
                    continue;
                }
            }
            farthest = Some(r);
        }
    }
    Ok(())
}

impl Judge<'_> {
    /// The row has a number that another row of its table has too.
    pub fn shares(&mut self, number: usize, mark: Mark, values: &impl Values, with: Mark) {
        let Self { plan, checks, columns, slots, part, scan, .. } = self;
        let (Some(check), Some(Ready { filter, .. })) =
            (plan.checks.get(number), checks.iter_mut().find(|c| c.number == number))
        else {
            return;
        };
        if !filter.holds(slots, values, columns) {
            return;
        }
        let code = check.group.map_or(0, |g| slots.get(g).map_or(0, |v| u32::try_from(*v).unwrap_or(0)));
        if let Some(tally) = tally(&mut part.tallies, number, code) {
            tally.in_time = tally.in_time.wrapping_sub(1);
            tally.missing = tally.missing.wrapping_add(1);
        }
        let name = row_name(plan, *scan, values);
        let other = Some((u32::MAX, with));
        let item = Short { check: number, code, mark, late: Day::NONE, other, differ: None, unclear: false };
        push(part, item, key::trimmed(&name));
    }

    /// Reads a row that was kept for a second look; true where the check is about it.
    pub fn concerns(&mut self, number: usize, values: &impl Values) -> bool {
        let readers = &mut self.columns;
        for (i, (slot, reader)) in self.slots.iter_mut().zip(readers.iter_mut()).enumerate() {
            match reader.read(&values.get(i), false) {
                Ok(value) => *slot = value,
                Err(_) => return false,
            }
        }
        let own = self.checks.iter_mut().find(|c| c.number == number);
        own.is_some_and(|c| c.filter.holds(&self.slots, values, &self.columns))
    }
}
