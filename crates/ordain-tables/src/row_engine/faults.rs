//! Rows that have a number which another row of their table has too. Which numbers
//! those are is known after the first pass; their rows are looked at once more, and
//! only where there are any.

use std::collections::HashMap;
use std::io;

use super::Day;
use super::counts::{Short, push, tally};
use super::found::Mark;
use super::gather::series;
use super::judge::{Fate, Judge, Ready, Values, row_name};
use super::key;
use super::plan::Way;
use super::run::{Base, Error};
use super::scan::{Lazy, Passed};
use super::series::{Piece, each};
use super::spill::{Decoder, Encoder};
use super::worker::{Kept, Mode};

/// A row that has a number of which more than one has.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sharing {
    pub from: u64,
    /// It begins with its place.
    pub kept: Kept,
    pub to: u64,
}

impl Piece for Sharing {
    fn first(&self) -> u64 {
        self.from
    }

    fn beside(&self) -> usize {
        self.kept.values.iter().map(|v| v.len() + size_of::<Vec<u8>>()).sum()
    }

    fn write(&self, out: &mut Encoder) {
        out.u64(self.from).u64(self.to).mark(self.kept.mark);
        out.u32(u32::try_from(self.kept.values.len()).unwrap_or(u32::MAX));
        for value in &self.kept.values {
            out.bytes(value);
        }
    }

    fn read(from: &mut Decoder<'_>) -> Option<Self> {
        let (first, to, mark) = (from.u64()?, from.u64()?, from.mark()?);
        let columns = from.u32()?;
        let values: Option<Vec<Vec<u8>>> = (0..columns).map(|_| from.bytes().map(<[u8]>::to_vec)).collect();
        Some(Self { from: first, to, kept: Kept { mark, values: values? } })
    }
}

/// Finds them for every check of the table that asks for it. Rows that share their
/// name have a fate already, and are not told again.
pub fn shared(base: &Base<'_>, passed: &mut Passed<'_>, fates: &HashMap<(u32, u32), Fate>) -> Result<(), Error> {
    let disk = |e: io::Error| Error::Disk(e.to_string());
    for (i, check) in base.plan.checks.iter().enumerate().filter(|(_, c)| c.table == base.scan) {
        let apart = check.ways.iter().any(|w| matches!(w, Way::Apart { .. }));
        let Some((first, last)) = check.series().filter(|_| apart) else { continue };
        let Some(numbers) = series(passed, i, base).map_err(disk)? else { continue };
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
        let Some(worker) = passed.workers.first_mut() else { continue };
        // Of those before it in their order, the one that goes farthest.
        let mut farthest: Option<(Vec<u8>, u64, Mark)> = None;
        each(rows, spill.as_ref(), base.memory, |prefix, Sharing { from, to, kept }| {
            if fates.contains_key(&(kept.mark.chunk, kept.mark.row)) || !worker.judge.concerns(i, &kept) {
                return Ok(());
            }
            if let Some((own, end, mark)) = &farthest
                && own == prefix
            {
                if from <= *end {
                    worker.judge.shares(i, kept.mark, &kept, *mark);
                }
                if to <= *end {
                    return Ok(());
                }
            }
            farthest = Some((prefix.to_vec(), to, kept.mark));
            Ok(())
        })
        .map_err(disk)?;
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
