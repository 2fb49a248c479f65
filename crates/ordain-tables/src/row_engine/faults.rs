//! Rows that have a number which another row of their table has too. Which numbers
//! those are is known after the first pass; their rows are looked at once more, and
//! only where there are any.

use super::base::Base;
use super::bates::split_bates_number;
use super::date::Day;
use super::judge::Judge;
use super::kept::{Kept, Sharing};
use super::key;
use super::marked::Marked;
use super::part::Short;
use super::plan::SatisfiedBy;
use super::position::RowPosition;
use super::ready::Ready;
use super::scan::{Lazy, Passed};
use super::series::for_each_piece;
use super::source::Error;
use super::spellings::Spellings;
use super::values::{Values, row_name};
use super::worker::Mode;

/// Finds them for every check of the table that asks for it. Rows that share their name are not reported again where
/// another check asks for that.
pub fn shared(base: &Base<'_>, passed: &mut Passed<'_>, duplicates: &Marked) -> Result<(), Error> {
    for (i, check) in base.plan.checks.iter().enumerate().filter(|(_, c)| c.table == base.scan) {
        let apart = check.ways.iter().any(|w| matches!(w, SatisfiedBy::Apart { .. }));
        let Some((first, last)) = check.series().filter(|_| apart) else { continue };
        let Some(numbers) = base.numbers(passed, i).map_err(Error::disk)? else { continue };
        let spelled = Spellings::of(&numbers, &[]);
        if numbers.is_apart() && spelled.is_empty() {
            numbers.release(base.memory);
            continue;
        }
        let forms = passed.forms.clone();
        let mode = Mode::Shared { numbers: &numbers, spelled: &spelled, first, last };
        let mut again = base.pass(mode).run(Some(&forms))?;
        if let Some(why) = numbers.trouble() {
            return Err(Error::Disk(why.to_owned()));
        }
        numbers.release(base.memory);
        let rows = again.workers.iter_mut().filter_map(|w| w.shared.take()).collect();
        let spill = Lazy::take(&mut again.spills.shared);
        let Passed { workers, spills, .. } = passed;
        let (Some(worker), findings) = (workers.first_mut(), &spills.findings) else { continue };
        let elsewhere = base.plan.asks_for_names(base.scan);
        // Of those before it in their order, the one that goes farthest, and how it writes its letters and figures.
        let mut farthest: Option<(Vec<u8>, u64, RowPosition, Spelling)> = None;
        for_each_piece(rows, spill.as_ref(), base.memory, |prefix, Sharing { from, to, kept }| {
            let twice = duplicates.contains(kept.position);
            if twice && elsewhere || !worker.judge.concerns(i, &kept) {
                return Ok(());
            }
            let spelling = Spelling::of(key::trimmed(&kept.get(first)));
            if let Some((own, end, position, before)) = &farthest
                && own == prefix
            {
                if from <= *end {
                    // In another spelling it may be another number.
                    let sure = before.is_of_series(&spelling);
                    worker.judge.shares(i, &kept, *position, (sure, twice));
                    worker.judge.part.findings.relieve(base.memory, || findings.get(base.source))?;
                }
                if to <= *end {
                    return Ok(());
                }
            }
            farthest = Some((prefix.to_vec(), to, kept.position, spelling));
            Ok(())
        })
        .map_err(Error::disk)?;
    }
    Ok(())
}

/// How a number is written: `A09` has the letter `A`, two figures, and a zero before them.
#[derive(PartialEq)]
struct Spelling {
    letters: Vec<u8>,
    figures: usize,
    is_padded: bool,
}

impl Spelling {
    fn of(name: &[u8]) -> Self {
        let letters = split_bates_number(name).map_or(name, |(letters, _)| letters);
        let figures = name.get(letters.len()..).unwrap_or_default();
        let is_padded = figures.first() == Some(&b'0') && figures.len() > 1;
        Self { letters: letters.to_vec(), figures: figures.len(), is_padded }
    }

    /// `A9` and `A10` are numbers of one series, and so are `A09` and `A10`; whether `A9` and `A09` are one is not known.
    fn is_of_series(&self, other: &Self) -> bool {
        self.letters == other.letters && (self.figures == other.figures || !self.is_padded && !other.is_padded)
    }
}

impl Judge<'_> {
    /// The row has a number that another row of its table has too: for certain or not, and whether it has its name as well,
    /// which was counted apart.
    pub fn shares(&mut self, number: usize, kept: &Kept, with: RowPosition, (sure, twice): (bool, bool)) {
        let Self { plan, checks, columns, slots, part, scan, .. } = self;
        let (Some(check), Some(Ready { filter, .. })) =
            (plan.checks.get(number), checks.iter_mut().find(|c| c.number == number))
        else {
            return;
        };
        if !filter.holds(slots, kept, columns) {
            return;
        }
        let code = check.group.map_or(0, |g| slots.get(g).map_or(0, |v| u32::try_from(*v).unwrap_or(0)));
        if let Some(tally) = part.tally(number, code) {
            let counted = match (twice, tally.repeated) {
                (false, _) => &mut tally.in_time,
                (true, 0) => &mut tally.contradicted,
                (true, _) => &mut tally.repeated,
            };
            *counted = counted.wrapping_sub(1);
            let found = if sure { &mut tally.missing } else { &mut tally.unclear };
            *found = found.wrapping_add(1);
        }
        let name = row_name(plan, *scan, kept);
        let other = Some((u32::MAX, with));
        let position = kept.position;
        let item = Short { check: number, code, position, late: Day::NONE, other, mismatch: None, unclear: !sure };
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
