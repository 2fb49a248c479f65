//! From the words of a due time to a day.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::docket::hearing::Sitting;
use crate::eval::due::deadline::{Deadline, fixed};
use crate::eval::due::event::orphaned_deadline;
use crate::eval::due::event::{anchor_day, not_yet, sitting_of, thing_day};
use crate::eval::due::period::period_deadline;
use crate::eval::orders::event::Change;
use crate::facts::Bounds;
use crate::model::{Due, Paragraph, Period};
use crate::verdict;

/// The day a due time comes to, as far as the record and the docket tell.
pub(in crate::eval) fn resolve_due(case: &Case<'_>, paragraph: &Paragraph, due: &Due) -> Deadline {
    match due {
        Due::Day { moment, strict: false, close_of_business: true } => by_close_of_business(moment.day),
        Due::Day { moment, strict: false, .. } => fixed(moment.day, moment.time),
        Due::Day { moment, strict: true, .. } => match moment.time {
            Some(time) => fixed(moment.day, Some(time)),
            None => moment.day.pred_opt().map_or(Deadline::Open(String::new()), |d| fixed(d, None)),
        },
        Due::Event { anchor, words, strict } => match anchor_day(case, paragraph, anchor) {
            Happens::On(bounds) => match bounds.day() {
                // Before a hearing with an hour is before that hour.
                Some(d) if *strict && bounds.time.is_some() => fixed(d, bounds.time),
                Some(d) if *strict => d.pred_opt().map_or(Deadline::Open(String::new()), |d| fixed(d, None)),
                Some(d) => fixed(d, None),
                None => by_event(bounds, words, *strict),
            },
            Happens::NotYet => Deadline::Waiting(not_yet(words)),
            Happens::Never(by) => orphaned_deadline(case, paragraph, words, &by),
        },
        Due::At { hearing, on } => hearing_deadline(case, paragraph, *hearing, *on),
        Due::Period(period) => period_deadline(case, paragraph, period),
        Due::Several { later, arms } => deadline_of_several(case, paragraph, *later, arms),
        // An hour leaves no doubt whether the day is inside.
        Due::Until { moment, .. } if moment.time.is_some() => fixed(moment.day, moment.time),
        Due::Until { moment, inclusive } => Deadline::Until { day: moment.day, inclusive: *inclusive },
        Due::UntilEvent { anchor, words, inclusive } => match anchor_day(case, paragraph, anchor) {
            Happens::On(bounds) => match bounds.day() {
                Some(day) if day <= case.question.as_of => Deadline::Until { day, inclusive: *inclusive },
                Some(day) => Deadline::Open(format!("until {words}, set for {}", ordain_base::words::day(day))),
                None => Deadline::Open(format!("until {words}, whose day is not known")),
            },
            Happens::NotYet => Deadline::Open(format!("until {words}")),
            Happens::Never(gone) => Deadline::Open(format!("until {words}; {}", gone.text)),
        },
        Due::UntilDone { words, .. } => Deadline::Open(format!("not without {words}")),
        Due::UntilPeriod { period, inclusive } => until_period(case, paragraph, period, *inclusive),
        Due::EachTime(period) => Deadline::Open(format!("after each {}", period.words)),
        Due::Standard => Deadline::Open("a standard, not a date".to_owned()),
        Due::Open(words) => Deadline::Open(words.clone()),
        // Its instances are found one by one; as a whole it has no day.
        Due::Series(series) => Deadline::Open(series.words.clone()),
        Due::Recurring { words } => {
            Deadline::Unsettled(format!("`{words}` recurs, and its occurrences are not counted yet"))
        }
    }
}

/// The last day of what lasts until some days after an event: open while the event has no day.
pub(in crate::eval) fn until_period(
    case: &Case<'_>,
    paragraph: &Paragraph,
    period: &Period,
    inclusive: bool,
) -> Deadline {
    let words = format!("until {}", period.in_words());
    match period_deadline(case, paragraph, period) {
        Deadline::By(due) => Deadline::Until { day: due.day, inclusive },
        Deadline::Waiting(_) => Deadline::Open(words),
        Deadline::Unsettled(why)
        | Deadline::Uncounted { why, .. }
        | Deadline::Orphaned(why)
        | Deadline::Lifted(why) => Deadline::Open(format!("{words}; {why}")),
        other => other,
    }
}

/// The day and hour of a hearing as it stands: what must be done there is
/// owed on no other day, and not at all where it will not be held.
pub(in crate::eval) fn hearing_deadline(
    case: &Case<'_>,
    paragraph: &Paragraph,
    hearing: crate::model::ThingId,
    on: Option<NaiveDate>,
) -> Deadline {
    let name = &case.model.declared.things[hearing.index()].name;
    let by = |c: &Change| {
        let on = c.day.map(|d| format!(" on {}", ordain_base::words::day(d))).unwrap_or_default();
        format!("by {}{on}", c.name)
    };
    match sitting_of(case, paragraph, hearing, on) {
        Some(Sitting::On(bounds)) => match bounds.day() {
            Some(day) => fixed(day, bounds.time),
            None => Deadline::Unsettled(format!("the day on which {name} was held is not known")),
        },
        Some(Sitting::Open(Some(change))) => {
            Deadline::Waiting(format!("{name} was continued without a day {}", by(&change)))
        }
        Some(Sitting::Doubtful(change)) => Deadline::Unsettled(format!(
            "{} changes {name} on a condition that the record does not settle",
            change.name
        )),
        Some(Sitting::Open(None)) => Deadline::Waiting(format!("{name} has no day yet")),
        // Vacated only after its day: what was owed on that day was owed.
        Some(Sitting::Vacated { by: change, was: Some(was) }) if change.day.is_some_and(|d| was.day < d) => {
            fixed(was.day, was.time)
        }
        Some(Sitting::Vacated { by: change, .. }) => Deadline::Lifted(format!("{name} was vacated {}", by(&change))),
        // An event or a paper, of which the order says `at` all the same.
        None => match thing_day(case, paragraph, hearing) {
            Happens::On(bounds) => bounds.day().map_or_else(
                || Deadline::Unsettled(format!("the day of {name} is not known")),
                |d| fixed(d, case.model.declared.things[hearing.index()].time),
            ),
            Happens::NotYet => Deadline::Waiting(format!("{name} has no day yet")),
            Happens::Never(change) => orphaned_deadline(case, paragraph, name, &change),
        },
    }
}

/// The earlier or the later of several; of a later one, all must be known.
pub(in crate::eval) fn deadline_of_several(
    case: &Case<'_>,
    paragraph: &Paragraph,
    later: bool,
    arms: &[Due],
) -> Deadline {
    let mut best: Option<verdict::Due> = None;
    let mut missing = None;
    for arm in arms {
        match resolve_due(case, paragraph, arm) {
            Deadline::By(due) => {
                let better = best.as_ref().is_none_or(|b| if later { due.day > b.day } else { due.day < b.day });
                if better {
                    best = Some(due);
                }
            }
            other => missing = Some(other),
        }
    }
    match (best, missing) {
        (Some(due), None) => Deadline::By(due),
        // What is not known yet can still come earlier, but never later than the one that is.
        (Some(due), Some(_)) if !later => Deadline::By(due),
        (_, Some(other)) => other,
        (None, None) => Deadline::Open(String::new()),
    }
}

/// `by E`, `before E`: every day on which the event may have been is one by which the duty may fall due.
fn by_event(bounds: Bounds, words: &str, strict: bool) -> Deadline {
    let last_day = |day: NaiveDate| if strict { day.pred_opt() } else { Some(day) };
    let unknown = format!("the day of {words} is not known");
    match (bounds.first.and_then(last_day), bounds.last.and_then(last_day)) {
        (Some(first), Some(last)) => {
            let (from, to) = (ordain_base::words::day(first), ordain_base::words::day(last));
            let why = format!("{words} has no one day: the last day in time is between {from} and {to}");
            Deadline::By(verdict::Due::on(first, None).or(&verdict::Due::on(last, None), &why, "on <the day of it> …"))
        }
        (Some(safe), None) => Deadline::Uncounted { why: unknown, safe: Some(safe) },
        _ => Deadline::Unsettled(unknown),
    }
}

/// `by the close of business on D`: no business closes before 5 p.m., and the order does not say when
/// this one does. Whoever files after that is late or in time as a person reads the words; a
/// filing of that day whose hour nobody tells is taken to be in time, as the report says.
fn by_close_of_business(day: NaiveDate) -> Deadline {
    let five = chrono::NaiveTime::from_hms_opt(17, 0, 0);
    let doubt = verdict::Doubt {
        first: verdict::Limit { day, time: five },
        last: verdict::Limit::end_of(day),
        hour_is_a_reading: true,
        why: "the order says by the close of business, and not at which hour that is".to_owned(),
        settled_by: "reading \"<the hour at which business closes>\", beside the deadline".to_owned(),
    };
    Deadline::By(verdict::Due { doubt: Some(doubt), ..verdict::Due::on(day, None) })
}
