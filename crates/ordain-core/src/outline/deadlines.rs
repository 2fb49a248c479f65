//! When a duty falls due, and how long something lasts.

use super::anchors::anchor;
use super::wording::{join_with_and, paragraph_name};
use crate::model::{
    Due, End, Every, First, Governs, Model, Period, Series, ServiceWay, StayEnd, days_in_words, unit_word,
};
use ordain_base::words::{day, weekday};
use ordain_syntax::ast::Length;

pub(super) fn length_in_words(length: Length) -> String {
    format!("{} {}", length.n, unit_word(length))
}

/// Whether the last day counts, where the order says so.
fn edge_in_words(inclusive: bool) -> &'static str {
    if inclusive { ", that day included" } else { "" }
}

pub(super) fn period(model: &Model, period: &Period) -> String {
    let Period { length: n, anchor: from, words: _, backward, stated, governs, service } = period;
    let side = if *backward { "before" } else { "after" };
    let mut text = format!("{} {side} {}", length_in_words(*n), anchor(model, from));
    if let Some(ServiceWay::Stated(way)) = service {
        text.push_str(&format!(" (served: {})", way.phrase()));
    }
    if let Some(d) = stated {
        text.push_str(&format!(", which the order states as {}", day(*d)));
    }
    match governs {
        Some(Governs::Date) => text.push_str("; the date governs"),
        Some(Governs::Period) => text.push_str("; the period governs"),
        None => {}
    }
    text
}

pub(super) fn due_in_words(model: &Model, due: &Due) -> String {
    match due {
        Due::Day { moment, strict, close_of_business } => {
            let side = if *strict { "before" } else { "by" };
            format!("{side} {}{}", if *close_of_business { "the close of business on " } else { "" }, moment.in_words())
        }
        Due::Event { anchor: on, words: _, strict } => {
            format!("{} {}", if *strict { "before" } else { "by" }, anchor(model, on))
        }
        Due::Period(p) if p.backward => format!("at least {}", period(model, p)),
        Due::Period(p) => format!("within {}", period(model, p)),
        Due::Several { later, arms } => {
            let arms: Vec<String> = arms.iter().map(|a| self::due_in_words(model, a)).collect();
            format!("the {} of {}", if *later { "later" } else { "earlier" }, join_with_and(&arms))
        }
        Due::At { hearing, on } => {
            let name = &model.declared.things[hearing.index()].name;
            on.map_or_else(|| format!("at {name}"), |d| format!("at {name} of {}", day(d)))
        }
        Due::Until { moment, inclusive } => format!("until {}{}", moment.in_words(), edge_in_words(*inclusive)),
        Due::UntilEvent { anchor: on, words: _, inclusive } => {
            format!("until {}{}", anchor(model, on), edge_in_words(*inclusive))
        }
        Due::UntilPeriod { period: p, inclusive } => format!("until {}{}", period(model, p), edge_in_words(*inclusive)),
        Due::EachTime(p) => format!("within {}, each time that happens", period(model, p)),
        Due::UntilDone { act, words: _ } => {
            format!("until the same party has done this: {}", super::acts::act(model, act))
        }
        Due::Standard => "by a standard that only a person can apply".to_owned(),
        Due::Open(words) if words.is_empty() => "no day".to_owned(),
        Due::Open(words) => words.clone(),
        Due::Series(s) => series_in_words(model, s),
        Due::Recurring { words } => words.clone(),
    }
}

fn series_in_words(model: &Model, series: &Series) -> String {
    let Series { words: _, every, first, end } = series;
    let every = match every {
        Every::Length(n) => format!("every {}", length_in_words(*n)),
        Every::DayOfMonth(31) => "every month, on its last day".to_owned(),
        Every::DayOfMonth(n) => format!("every month, on day {n}"),
        Every::DaysOfYear(days) => format!("every year, on {}", days_in_words(*days)),
        Every::AfterEnd { of, length: None } => format!("every {0}, on its last day", of.word()),
        Every::AfterEnd { of, length: Some(n) } => {
            format!("every {0}, within {1} after it ends", of.word(), length_in_words(*n))
        }
        Every::BusinessDay(None) => "every month, on its last business day".to_owned(),
        Every::BusinessDay(Some(n)) => format!("every month, on business day {n}"),
        Every::Weekday { day, nth: None } => format!("every {}", weekday(*day)),
        Every::Weekday { day, nth: Some(5) } => format!("every month, on its last {}", weekday(*day)),
        Every::Weekday { day, nth: Some(n) } => format!("every month, on {} number {n}", weekday(*day)),
    };
    let first = match first {
        First::On(moment) => format!("first on {}", moment.in_words()),
        First::Within(p) => format!("first within {}", period(model, p)),
        First::After(from, _) => format!("counted from {}", anchor(model, from)),
        First::Beginning(from, _) | First::OnOrAfter(from, _) => format!("beginning with {}", anchor(model, from)),
        First::Entry => "counted from the day the order binds".to_owned(),
    };
    let end = match end {
        End::Unstated => String::new(),
        End::FurtherOrder => ", until further order".to_owned(),
        End::Lasting(n) => format!(", for {}", length_in_words(*n)),
        End::At { anchor: at, words: _, inclusive } => {
            format!(", until {}{}", anchor(model, at), edge_in_words(*inclusive))
        }
    };
    format!("{every}, {first}{end}")
}

/// How long a stay lasts; nothing where it is not said.
pub(super) fn stay_end(model: &Model, end: &StayEnd) -> Option<(String, bool)> {
    let text = match end {
        StayEnd::Open => return None,
        StayEnd::Day { day: d, inclusive } => format!("until {}{}", day(*d), edge_in_words(*inclusive)),
        StayEnd::For(n) => format!("for {}", length_in_words(*n)),
        StayEnd::Event(on, _) => format!("until {}", anchor(model, on)),
        StayEnd::Period { period: p, inclusive } => format!("until {}{}", period(model, p), edge_in_words(*inclusive)),
        StayEnd::Words(words) => return Some((format!("until {words}"), true)),
    };
    Some((text, false))
}

/// The paragraphs, by their names.
pub(super) fn paragraph_names(model: &Model, ids: &[crate::model::ParagraphId]) -> String {
    join_with_and(&ids.iter().map(|p| paragraph_name(model, *p)).collect::<Vec<_>>())
}
