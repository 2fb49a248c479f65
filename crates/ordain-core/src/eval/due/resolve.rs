//! From the words of a due time to a day.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::docket::hearing::Sitting;
use crate::eval::due::deadline::{Deadline, fixed};
use crate::eval::due::event::orphaned_deadline;
use crate::eval::due::event::{anchor_day, disputed_event, not_yet, reported_places, sitting_of, thing_day};
use crate::eval::due::period::period_deadline;
use crate::eval::orders::event::Change;
use crate::eval::record::bounds::bounds_in_words;
use crate::facts::Bounds;
use crate::model::{Anchor, Due, Paragraph, Period};
use crate::verdict;

/// The day a due time comes to, as far as the record and the docket show.
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
                None => by_either(case, anchor, bounds, words, *strict),
            },
            Happens::Perhaps(bounds) => {
                let why = disputed_event(words, bounds);
                let by = by_either(case, anchor, bounds, words, *strict);
                Deadline::either(by, Deadline::Waiting(why.clone()), why, Vec::new())
            }
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
                None => until_either(case, anchor, bounds, words, *inclusive),
            },
            Happens::Perhaps(bounds) => {
                let open = Deadline::Open(format!("until {words}"));
                let until = until_either(case, anchor, bounds, words, *inclusive);
                Deadline::either(until, open, disputed_event(words, bounds), Vec::new())
            }
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

/// By an event that is known within bounds: by its first day, or by its last.
fn by_either(case: &Case<'_>, anchor: &Anchor, bounds: Bounds, words: &str, strict: bool) -> Deadline {
    let by = |day: Option<NaiveDate>| match day.and_then(|d| if strict { d.pred_opt() } else { Some(d) }) {
        Some(day) => fixed(day, None),
        None => Deadline::Unsettled(format!("the day of {words} is not known")),
    };
    let why = format!("{words} may have happened {}", bounds_in_words(bounds));
    Deadline::either(by(bounds.first), by(bounds.last), why, reported_places(case, anchor))
}

/// Until an event that is known within bounds: until its first day, or until its last.
fn until_either(case: &Case<'_>, anchor: &Anchor, bounds: Bounds, words: &str, inclusive: bool) -> Deadline {
    let until = |day: Option<NaiveDate>| match day.filter(|d| *d <= case.question.as_of) {
        Some(day) => Deadline::Until { day, inclusive },
        None => Deadline::Open(format!("until {words}, whose day is not known")),
    };
    let why = format!("{words} may have happened {}", bounds_in_words(bounds));
    Deadline::either(until(bounds.first), until(bounds.last), why, reported_places(case, anchor))
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
        // On its day: the hours say whether it had been held, and without them either may have come first.
        Some(Sitting::Vacated { by: change, was: Some(was) })
            if change.day == Some(was.day) && change.hour.zip(was.time).is_none_or(|(vacated, at)| vacated >= at) =>
        {
            let owed = fixed(was.day, was.time);
            if change.hour.zip(was.time).is_some() {
                return owed;
            }
            let why = format!(
                "{} vacated {name} on its day, and the record does not tell whether that was before it was held",
                change.name
            );
            Deadline::either(owed, Deadline::Lifted(format!("{name} was vacated {}", by(&change))), why, Vec::new())
        }
        Some(Sitting::Vacated { by: change, .. }) => Deadline::Lifted(format!("{name} was vacated {}", by(&change))),
        // An event or a paper, of which the order says `at` all the same.
        None => match thing_day(case, paragraph, hearing) {
            Happens::On(bounds) => bounds.day().map_or_else(
                || Deadline::Unsettled(format!("the day of {name} is not known")),
                |d| fixed(d, case.model.declared.things[hearing.index()].time),
            ),
            Happens::Perhaps(bounds) => {
                let why = disputed_event(name, bounds);
                let by = bounds.day().map_or_else(|| Deadline::Unsettled(why.clone()), |d| fixed(d, None));
                Deadline::either(by, Deadline::Waiting(why.clone()), why, Vec::new())
            }
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
    let mut known: Vec<(Deadline, verdict::Due, verdict::Due)> = Vec::new();
    let mut missing = None;
    for arm in arms {
        let found = resolve_due(case, paragraph, arm);
        match found.due_days() {
            Some((first, last)) => known.push((found, first, last)),
            None => missing = Some(found),
        }
    }
    // The arm that governs were each due on its first day, and were each due on its last.
    let pick = |day: fn(&(Deadline, verdict::Due, verdict::Due)) -> NaiveDate| {
        let places = known.iter().enumerate();
        let at =
            if later { places.rev().max_by_key(|(_, arm)| day(arm)) } else { places.min_by_key(|(_, arm)| day(arm)) };
        at.map(|(at, _)| at)
    };
    match (pick(|arm| arm.1.day).zip(pick(|arm| arm.2.day)), missing) {
        // An event that is not known yet can still come earlier, and the known one is the last day that is possible.
        (_, Some(other)) if later => other,
        (Some((first, last)), _) if first == last => known.swap_remove(first).0,
        (Some((first, last)), _) => {
            let (why, places) = known.iter().find_map(|(found, ..)| open_days(found)).unwrap_or_default();
            let by = |due: &verdict::Due| Deadline::By(due.clone());
            Deadline::either(by(&known[first].1), by(&known[last].2), why, places)
        }
        (None, Some(other)) => other,
        (None, None) => Deadline::Open(String::new()),
    }
}

/// Why a due time may be on more than one day, and the words of the record that leave it open.
fn open_days(deadline: &Deadline) -> Option<(String, Vec<verdict::Place>)> {
    match deadline {
        Deadline::Either(two) => Some((two.why.clone(), two.places.clone())),
        Deadline::By(due) => due.doubt.as_ref().map(|doubt| (doubt.why.clone(), Vec::new())),
        _ => None,
    }
}

/// `by the close of business on D`: no business closes before 5 p.m., and the order does not say when
/// this one does. Whoever files after that is late or in time as a person reads the words; a
/// filing of that day whose hour nobody states is taken to be in time, as the report says.
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
