//! When a duty falls due, and how long something lasts.

use super::acts;
use super::anchors::{anchor, state_anchor_with_service};
use super::names::{date, join_with_and, state_moment};
use crate::model::{Due, End, Every, First, Governs, Model, Period, Series, StayEnd, days_in_words, unit_word};
use ordain_base::words::{ordinal, weekday};
use ordain_syntax::ast::Length;

pub(super) fn state_length(length: Length) -> String {
    format!("{} {}", length.n, unit_word(length))
}

/// `14 days after service of the complaint`.
pub(super) fn period(model: &Model, period: &Period) -> String {
    let Period { length: n, anchor: from, words: _, backward, stated: _, governs: _, service } = period;
    format!(
        "{} {} {}",
        state_length(*n),
        if *backward { "before" } else { "after" },
        state_anchor_with_service(model, from, *service)
    )
}

/// `, to December 15, 2023, the date governs`: what is beside a period.
fn notes_of_period(period: &Period) -> String {
    let stated = period.stated.map(|d| format!(", to {}", date(d))).unwrap_or_default();
    let governs = match period.governs {
        Some(Governs::Date) => ", the date governs",
        Some(Governs::Period) => ", the period governs",
        None => "",
    };
    stated + governs
}

/// The words of a deadline, without the clause word where an arm has none.
fn state_arm(model: &Model, due: &Due) -> String {
    match due {
        Due::Day { moment: at, .. } => state_moment(*at),
        Due::Event { anchor: on, .. } => anchor(model, on),
        Due::Period(p) => period(model, p),
        other => self::state_due(model, other),
    }
}

pub(super) fn state_due(model: &Model, due: &Due) -> String {
    let until = |inclusive: bool| if inclusive { "through" } else { "until" };
    match due {
        Due::Day { moment: at, strict, close_of_business } => {
            let side = if *strict { "before" } else { "by" };
            format!("{side} {}{}", if *close_of_business { "close of business on " } else { "" }, state_moment(*at))
        }
        Due::Event { anchor: on, words: _, strict } => {
            format!("{} {}", if *strict { "before" } else { "by" }, anchor(model, on))
        }
        Due::Period(p) if p.backward => format!("at least {}", period(model, p)),
        Due::Period(p) => format!("within {}{}", period(model, p), notes_of_period(p)),
        Due::Several { later, arms } => {
            let arms: Vec<String> = arms.iter().map(|a| state_arm(model, a)).collect();
            format!("by the {} of {}", if *later { "later" } else { "earlier" }, join_with_and(&arms))
        }
        Due::At { hearing, on } => {
            let on = on.map(|d| format!(" of {}", date(d))).unwrap_or_default();
            format!("at {}{on}", model.declared.things[hearing.index()].name)
        }
        Due::Until { moment: at, inclusive } => format!("{} {}", until(*inclusive), state_moment(*at)),
        Due::UntilEvent { anchor: on, words: _, inclusive } => format!("{} {}", until(*inclusive), anchor(model, on)),
        Due::UntilPeriod { period: p, inclusive } => format!("{} {}", until(*inclusive), period(model, p)),
        Due::EachTime(p) => format!(
            "within {} after each {}",
            state_length(p.length),
            state_anchor_with_service(model, &p.anchor, p.service)
        ),
        Due::UntilDone { act, words: _ } => {
            let verbs = &model.declared.verbs;
            format!("without first {} {}", verbs.gerund_of(act.verb), acts::objects(model, &act.objects))
        }
        Due::Standard => "promptly".to_owned(),
        Due::Open(words) | Due::Recurring { words } => words.clone(),
        Due::Series(s) => state_series(model, s),
    }
}

/// How long a stay lasts; nothing where it is not said.
pub(super) fn stay_end(model: &Model, end: &StayEnd) -> Option<String> {
    Some(match end {
        StayEnd::Open => return None,
        StayEnd::Day { day, inclusive: false } => format!("until {}", date(*day)),
        StayEnd::Day { day, inclusive: true } => format!("through {}", date(*day)),
        StayEnd::For(n) => format!("for {}", state_length(*n)),
        StayEnd::Event(on, _) => format!("until {}", anchor(model, on)),
        StayEnd::Period { period: p, inclusive: false } => format!("until {}", period(model, p)),
        StayEnd::Period { period: p, inclusive: true } => format!("through {}", period(model, p)),
        StayEnd::Words(words) => words.clone(),
    })
}

const NTH: [&str; 5] = ["first", "second", "third", "fourth", "last"];

/// What comes again.
fn state_series(model: &Model, series: &Series) -> String {
    let Series { words: _, every, first, end } = series;
    let mut said = match every {
        // `a week` from a day that is not said, or beginning on one: so much in each.
        Every::Length(n) if n.n == 1 && matches!(first, First::Entry | First::Beginning(..)) => {
            format!("a {}", unit_word(*n))
        }
        Every::Length(n) if n.n == 1 => format!("every {}", unit_word(*n)),
        Every::Length(n) => format!("every {}", state_length(*n)),
        Every::DayOfMonth(31) => "by the last day of each month".to_owned(),
        Every::DayOfMonth(n) => format!("by the {} of each month", ordinal(*n)),
        Every::Weekday { day, nth: None } => format!("every {}", weekday(*day)),
        Every::Weekday { day, nth: Some(n) } => format!("on the {} {} of each month", ordinal_word(*n), weekday(*day)),
        Every::DaysOfYear(days) => format!("by {} of each year", days_in_words(*days)),
        Every::AfterEnd { of, length: None } => format!("by the end of each {}", of.word()),
        Every::AfterEnd { of, length: Some(n) } => {
            format!("within {} after the end of each {}", state_length(*n), of.word())
        }
        Every::BusinessDay(None) => "by the last business day of each month".to_owned(),
        Every::BusinessDay(Some(n)) => format!("by the {} business day of each month", ordinal(u32::from(*n))),
    };
    said = match first {
        First::On(at) => format!("first by {} and {said} thereafter", state_moment(*at)),
        First::Within(p) => format!("first within {} and {said} thereafter", period(model, p)),
        First::After(from, _) => format!("{said} after {}", anchor(model, from)),
        First::Beginning(from, _) | First::OnOrAfter(from, _) => format!("{said} beginning {}", anchor(model, from)),
        First::Entry => said,
    };
    match end {
        End::Unstated => format!("{said} no end stated"),
        End::FurtherOrder => format!("{said} until further order"),
        End::Lasting(n) => format!("{said} for {}", state_length(*n)),
        End::At { anchor: at, words: _, inclusive } => {
            format!("{said} {} {}", if *inclusive { "through" } else { "until" }, anchor(model, at))
        }
    }
}

fn ordinal_word(n: u8) -> &'static str {
    NTH.get(usize::from(n).saturating_sub(1)).copied().unwrap_or("last")
}
