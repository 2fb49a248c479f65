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

/// The last day of the period under one reading.
pub(super) fn last_day<R: Record>(
    job: &Job<'_>,
    anchor: Anchor,
    reading: Reading,
    rec: &mut R,
) -> Result<NaiveDate, TimeError> {
    if job.length.unit == Unit::Hours {
        let (at, zone) = hours::start_of_hours(job, anchor)?;
        return hours::run(job, at, zone, reading, rec).map(|end| end.date_naive());
    }
    days::run(job, anchor.day(), reading, rec)
}

/// The first and the last day on which the period may end: under both readings of what is not
/// settled, and with up to `unknown` closed days that no file knows.
pub(super) fn extent(job: &Job<'_>, anchor: Anchor, unknown: u32) -> Result<(NaiveDate, NaiveDate), TimeError> {
    let prevailing = last_day(job, anchor, Reading::Prevailing, &mut Silent)?;
    let settled = last_day(job, anchor, Reading::Settled, &mut Silent)?;
    let mut found = (prevailing.min(settled), prevailing.max(settled));
    if unknown == 0 {
        return Ok(found);
    }
    for reading in [Reading::Prevailing, Reading::Settled] {
        suppose(job, anchor, reading, &mut Vec::new(), unknown.min(MOST), &mut found);
    }
    Ok(found)
}

/// Takes one more open day to be closed, each on which the count rests in turn.
fn suppose(
    job: &Job<'_>,
    anchor: Anchor,
    reading: Reading,
    supposed: &mut Vec<i32>,
    left: u32,
    found: &mut (NaiveDate, NaiveDate),
) {
    let mut rests = Rests::default();
    let now = Job { supposed, ..*job };
    // Past the years that a calendar covers nothing more is found.
    let Ok(day) = last_day(&now, anchor, reading, &mut rests) else { return };
    *found = (found.0.min(day), found.1.max(day));
    if left == 0 {
        return;
    }
    rests.0.sort_unstable();
    rests.0.dedup();
    for rest in rests.0 {
        supposed.push(rest.num_days_from_ce());
        suppose(job, anchor, reading, supposed, left - 1, found);
        supposed.pop();
    }
}

/// The days on which a count comes to rest, where it may be moved on.
#[derive(Default)]
struct Rests(Vec<NaiveDate>);

impl Record for Rests {
    fn step(&mut self, kind: StepKind, date: NaiveDate, _: impl FnOnce(Place) -> Step) {
        if matches!(kind, StepKind::Begin | StepKind::Count | StepKind::LastDay | StepKind::Roll | StepKind::Clerk) {
            self.0.push(date);
        }
    }

    fn notice(&mut self, _: impl FnOnce() -> (Code, String)) {}
}
