//! Between which days a period may end, where the law is not settled or a calendar has a gap.
//!
//! A gap says how many closed days a file may not know. The period is counted again with that
//! many open days taken to be closed, wherever a count comes to rest: closing any other day
//! changes nothing, or no more than closing these.

use chrono::{Datelike, NaiveDate};

use super::job::{Anchor, Job};
use super::trace::{Place, Record, Silent, Step, StepKind};
use super::{days, hours};
use crate::calendar::Reading;
use crate::error::TimeError;
use crate::unit::Unit;
use ordain_base::diag::Code;

/// More unknown days than are tried in one count.
const MOST: u32 = 4;

/// The last day of the period under the readings of the job.
pub(super) fn last_day<R: Record>(job: &Job<'_>, anchor: Anchor, rec: &mut R) -> Result<NaiveDate, TimeError> {
    if job.length.unit == Unit::Hours {
        let (at, zone) = hours::start_of_hours(job, anchor)?;
        return hours::run(job, at, zone, rec).map(|end| end.date_naive());
    }
    days::run(job, anchor.day(), rec)
}

/// The first and the last day on which the period may end: under both readings of the rules and of
/// the closed days, where they are not settled, and with up to `unknown` closed days that no file
/// knows. `due` is its last day under the prevailing readings.
pub(super) fn extent(
    job: &Job<'_>,
    anchor: Anchor,
    due: NaiveDate,
    unknown: u32,
) -> Result<(NaiveDate, NaiveDate), TimeError> {
    let mut found = (due, due);
    for reading in readings(job.rules.settled) {
        for days in readings(job.calendar.settled(job.direction)) {
            let job = Job { reading: *reading, days: *days, ..*job };
            let last = match (reading, days) {
                (Reading::Prevailing, Reading::Prevailing) => due,
                _ => last_day(&job, anchor, &mut Silent)?,
            };
            found = (found.0.min(last), found.1.max(last));
            if unknown > 0 {
                suppose(&job, anchor, &mut Vec::with_capacity(MOST as usize), unknown.min(MOST), &mut found);
            }
        }
    }
    Ok(found)
}

const fn readings(settled: bool) -> &'static [Reading] {
    if settled { &[Reading::Prevailing] } else { &[Reading::Prevailing, Reading::Settled] }
}

/// Takes one more open day to be closed, each on which the count rests in turn.
fn suppose(job: &Job<'_>, anchor: Anchor, supposed: &mut Vec<i32>, left: u32, found: &mut (NaiveDate, NaiveDate)) {
    let mut rests = Rests::default();
    let now = Job { supposed, ..*job };
    // Past the years that a calendar covers nothing more is found.
    let Ok(day) = last_day(&now, anchor, &mut rests) else { return };
    *found = (found.0.min(day), found.1.max(day));
    if left == 0 {
        return;
    }
    for rest in rests.days.iter().take(rests.n) {
        supposed.push(*rest);
        suppose(job, anchor, supposed, left - 1, found);
        supposed.pop();
    }
}

/// More days than one count comes to rest on: it has fewer steps.
const MOST_RESTS: usize = 16;

/// The days on which a count comes to rest, where it may be moved on.
#[derive(Default)]
struct Rests {
    days: [i32; MOST_RESTS],
    n: usize,
}

impl Record for Rests {
    fn step(&mut self, kind: StepKind, date: NaiveDate, _: impl FnOnce(Place) -> Step) {
        let rests =
            matches!(kind, StepKind::Begin | StepKind::Count | StepKind::LastDay | StepKind::Roll | StepKind::Clerk);
        let day = date.num_days_from_ce();
        if rests
            && !self.days.iter().take(self.n).any(|d| *d == day)
            && let Some(slot) = self.days.get_mut(self.n)
        {
            *slot = day;
            self.n += 1;
        }
    }

    fn notice(&mut self, _: impl FnOnce() -> (Code, String)) {}
}
