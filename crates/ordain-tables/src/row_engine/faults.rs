//! Rows that have a number which another row of their table has too. Which numbers
//! those are is known after the first pass; their rows are looked at once more, and
//! only where there are any.

use super::base::Base;
use super::date::Day;
use super::judge::Judge;
use super::kept::Sharing;
use super::key;
use super::marked::Marked;
use super::part::Short;
use super::plan::SatisfiedBy;
use super::position::RowPosition;
use super::ready::Ready;
use super::scan::{Lazy, Passed};
use super::series::for_each_piece;
use super::source::Error;
use super::values::{Values, row_name};
use super::worker::Mode;

/// Finds them for every check of the table that asks for it. Rows that share their
/// name have a duplicate already, and are not reported again.
pub fn shared(base: &Base<'_>, passed: &mut Passed<'_>, duplicates: &Marked) -> Result<(), Error> {
    for (i, check) in base.plan.checks.iter().enumerate().filter(|(_, c)| c.table == base.scan) {
        let apart = check.ways.iter().any(|w| matches!(w, SatisfiedBy::Apart { .. }));
        let Some((first, last)) = check.series().filter(|_| apart) else { continue };
        let Some(numbers) = base.numbers(passed, i).map_err(Error::disk)? else { continue };
        if !numbers.has_twice() {
            numbers.release(base.memory);
            continue;
        }
        let forms = passed.forms.clone();
        let mut again = base.pass(Mode::Shared { numbers: &numbers, first, last }).run(Some(&forms))?;
        if let Some(why) = numbers.trouble() {
            return Err(Error::Disk(why.to_owned()));
        }
        numbers.release(base.memory);
        let rows = again.workers.iter_mut().filter_map(|w| w.shared.take()).collect();
        let spill = Lazy::take(&mut again.spills.shared);
        let Passed { workers, spills, .. } = passed;
        let (Some(worker), findings) = (workers.first_mut(), &spills.findings) else { continue };
        // Of those before it in their order, the one that goes farthest.
        let mut farthest: Option<(Vec<u8>, u64, RowPosition)> = None;
        for_each_piece(rows, spill.as_ref(), base.memory, |prefix, Sharing { from, to, kept }| {
            if duplicates.contains(kept.position) || !worker.judge.concerns(i, &kept) {
                return Ok(());
            }
            if let Some((own, end, position)) = &farthest
                && own == prefix
            {
                if from <= *end {
                    worker.judge.shares(i, kept.position, &kept, *position);
                    worker.judge.part.findings.relieve(base.memory, || findings.get(base.source))?;
                }
                if to <= *end {
                    return Ok(());
                }
            }
            farthest = Some((prefix.to_vec(), to, kept.position));
            Ok(())
        })
        .map_err(Error::disk)?;
    }
    Ok(())
}

impl Judge<'_> {
    /// The row has a number that another row of its table has too.
    pub fn shares(&mut self, number: usize, position: RowPosition, values: &impl Values, with: RowPosition) {
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
        if let Some(tally) = part.tally(number, code) {
            tally.in_time = tally.in_time.wrapping_sub(1);
            tally.missing = tally.missing.wrapping_add(1);
        }
        let name = row_name(plan, *scan, values);
        let other = Some((u32::MAX, with));
        let item = Short { check: number, code, position, late: Day::NONE, other, mismatch: None, unclear: false };
        part.push(item, key::trimmed(&name));
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
