//! So many of the rows, so much of a column, such a share: by a day, or in each period.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::instance_matching::Window;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::performance::verdict_without_day;
use crate::eval::duty::task::Task;
use crate::eval::duty::timing::{Timing, days_late, in_days, timing_of_act};
use crate::eval::evidence::completeness::days_overdue;
use crate::eval::record::tables::{Duty, Rows};
use crate::eval::rows::phrasing::silent_table;
use crate::facts::Bounds;
use crate::model::{Least, Of, VerbFamily};
use crate::verdict::Kind;
use ordain_base::money::grouped_decimal;
use ordain_base::words::day;
use ordain_tables::row_engine::{Goal, Group};

/// One period of a duty that recurs, where it is over rows; nothing where it is not.
pub(in crate::eval) fn instance_verdict(case: &Case<'_>, task: &Task<'_>, window: Window) -> Option<PartVerdict> {
    let rows = case.rows?;
    let least = task.obligation.rows.as_ref().filter(|s| !s.is_beside_facts())?.least.as_ref()?;
    if let Some((why, remedy)) = rows.planned.open.get(&task.obligation.id) {
        return Some(PartVerdict::new(Kind::Undetermined, why.clone()).remedy(remedy.clone()));
    }
    let duty = rows.planned.duties.get(&task.obligation.id)?;
    let groups = rows.found?.groups.get(duty.check)?;
    Some(quantity_verdict(case, task, rows, duty, least, groups.first(), Some(window)))
}

/// What the rows of a group come to.
pub(in crate::eval) fn quantity_verdict(
    case: &Case<'_>,
    task: &Task<'_>,
    rows: &Rows<'_>,
    duty: &Duty,
    least: &Least,
    group: Option<&Group>,
    window: Option<Window>,
) -> PartVerdict {
    judge_with_measure(case, task, rows, duty, least, group, window).0
}

/// The same, and how much there is so far.
pub(in crate::eval) fn judge_with_measure(
    case: &Case<'_>,
    task: &Task<'_>,
    rows: &Rows<'_>,
    duty: &Duty,
    least: &Least,
    group: Option<&Group>,
    window: Option<Window>,
) -> (PartVerdict, Decimal) {
    let check = rows.planned.plan.checks.get(duty.check);
    let daily = check.is_some_and(|c| matches!(c.goal, Goal::Daily { .. }));
    let progress = Progress::of(least, group, daily, window);
    let part = judge_quantity(case, task, rows, duty, least, group, &progress);
    (part, progress.sum)
}

/// How much there is.
struct Progress {
    sum: Decimal,
    needed: Decimal,
    /// Of how many rows.
    whole: u64,
    /// It is enough; since when, where days are stated.
    reached: Option<Option<NaiveDate>>,
}

impl Progress {
    fn of(least: &Least, group: Option<&Group>, daily: bool, window: Option<Window>) -> Self {
        let inside = |d: NaiveDate| window.is_none_or(|w| d > w.opens && d <= w.due);
        let value = |m: &ordain_tables::row_engine::Measured| {
            Decimal::from(if matches!(least.of, Of::Sum(_)) { m.sum } else { m.done })
        };
        let measured = group.map_or(&[][..], |g| g.measured.as_slice());
        let whole: u64 = measured.iter().map(|(_, m)| m.rows).sum();
        let mut days: Vec<(NaiveDate, Decimal)> = Vec::new();
        let mut undated = Decimal::ZERO;
        for (key, m) in measured {
            match ordain_tables::row_engine::Day(*key).date().filter(|_| daily) {
                Some(d) if inside(d) => days.push((d, value(m))),
                Some(_) => {}
                None => undated += value(m),
            }
        }
        days.sort_by_key(|(d, _)| *d);
        let needed = match least.of {
            Of::Percent => least.n * Decimal::from(whole) / Decimal::ONE_HUNDRED,
            _ => least.n,
        };
        let mut sum = if daily { Decimal::ZERO } else { undated };
        let mut reached = (sum >= needed).then_some(None);
        for (d, n) in &days {
            sum += n;
            if reached.is_none() && sum >= needed {
                reached = Some(Some(*d));
            }
        }
        Self { sum, needed, whole, reached }
    }

    fn words(&self, least: &Least, noun: &str) -> String {
        let (sum, needed) = (grouped_decimal(self.sum), grouped_decimal(self.needed));
        match &least.of {
            Of::Rows => format!("{sum} of at least {needed} {noun}"),
            Of::Sum(field) => format!("{sum} of at least {needed} {}", field.value),
            Of::Percent => {
                format!("{sum} of {} {noun}, where at least {} % are owed", self.whole, least.n.normalize())
            }
        }
    }
}

fn judge_quantity(
    case: &Case<'_>,
    task: &Task<'_>,
    rows: &Rows<'_>,
    duty: &Duty,
    least: &Least,
    group: Option<&Group>,
    progress: &Progress,
) -> PartVerdict {
    let as_of = case.question.as_of;
    let so_far = progress.words(least, task.obligation.rows.as_ref().map_or("rows", |r| r.rows.words()));
    let due = match task.deadline {
        Deadline::By(due) => Some(due),
        _ => None,
    };
    let new = |kind, why: String| PartVerdict::new(kind, why).due(due);
    let shared = silent_table(case, task, rows, duty);
    let unsure = group.map_or(0, |g| g.tally.unreadable + g.tally.contradicted);
    // A share is of a whole, and the whole must be known.
    if let (Of::Percent, Some((doubt, remedy))) = (&least.of, &shared) {
        return new(Kind::Undetermined, format!("{so_far}; {doubt}")).remedy(remedy.clone());
    }
    // A row has a day and no hour.
    let by_day = due.map(|d| crate::verdict::Due { time: None, ..d.clone() });
    match (progress.reached, by_day.as_ref()) {
        (Some(None), _) => new(Kind::Met, so_far),
        (Some(Some(_)), None) => new(Kind::Met, so_far),
        (Some(Some(on)), Some(due)) if timing_of_act(Bounds::on(on), due) == Timing::InTime => {
            new(Kind::Met, format!("{so_far}, on {}", day(on)))
        }
        (Some(Some(on)), Some(due)) if unsure == 0 && timing_of_act(Bounds::on(on), due) == Timing::Late => {
            new(Kind::Late, format!("{so_far} not before {}", day(on))).days(days_late(Bounds::on(on), due))
        }
        (_, Some(due)) if as_of <= due.day => {
            let days = (due.day - as_of).num_days();
            new(Kind::Pending, format!("{so_far}; due {}", in_days(days))).days(days)
        }
        (reached, Some(due)) if due.doubt.is_some() && (reached.is_some() || as_of <= due.last().day) => {
            let why = due.doubt.as_ref().map_or("", |d| d.why.as_str());
            new(Kind::Undetermined, format!("{so_far}; {why}"))
        }
        (_, None) if !duty.stated && !is_at_all_times(case, task) => {
            let mut part = verdict_without_day(task.deadline);
            part.why = format!("{so_far}; {}", part.why);
            part
        }
        (_, due) => match shared {
            Some((doubt, remedy)) => new(Kind::Undetermined, format!("{so_far}; {doubt}")).remedy(remedy),
            None if unsure > 0 => new(Kind::Undetermined, format!("{so_far}; some rows could not be read"))
                .remedy("fix the rows named above in the file"),
            None => {
                let part = new(Kind::Breached, so_far);
                match due {
                    Some(due) => part.days(days_overdue(case, due.last().day)),
                    None => part,
                }
            }
        },
    }
}

/// `each category must have at least 1 document`: at all times, where no day is said.
pub(in crate::eval) fn is_at_all_times(case: &Case<'_>, task: &Task<'_>) -> bool {
    let act = task.obligation.acts.first();
    act.is_some_and(|a| case.model.declared.verbs.get(a.verb).family == VerbFamily::Ensure)
}
