//! Family L: the order's own text, and habits of rule files.
//!
//! L02xx are the findings of `ordain proof`, which reads an order before it
//! is transcribed. Neither of two passages is preferred: which one slipped is
//! for the Court to say.

use chrono::{Datelike, NaiveDate};

use crate::diag::code::codes;
use crate::diag::{Diagnostic, day, plural};
use crate::source::Span;
use crate::words::join;

codes! {
    WEEKDAY = "L0201", "weekday-differs", Warning, "a weekday that is not that of its date";
    RANGE = "L0202", "range-backwards", Warning, "a range or an extension that ends before it begins";
    DURATION = "L0203", "duration-differs", Warning, "a length of time that does not lead to the date beside it";
    FUTURE_EVENT = "L0204", "event-after-order", Warning, "an event stated as past and dated after the order";
    ANSWER_FIRST = "L0205", "answer-before-paper", Warning, "an answer dated before the paper it answers";
    NO_YEAR = "L0206", "deadline-without-year", Warning, "a deadline or a setting without its year";
    IMPOSSIBLE = "L0207", "impossible-date", Warning, "a date that no calendar has";
    NO_TRIGGER = "L0208", "period-without-trigger", Warning, "a period that does not say from when it runs";
    UNTIL = "L0209", "until-open", Note, "`until` a day, without saying whether that day is included";
    LIST_COUNT = "L0210", "list-count-differs", Warning, "a list with another number of items than announced";
    TWO_DATES = "L0211", "two-dates", Warning, "one thing with two dates";
    TOTAL = "L0212", "total-differs", Warning, "a total that the numbers of the order do not add up to";
    DEFINED_TWICE = "L0213", "defined-twice", Warning, "a term defined twice with different meanings";
    UNDEFINED = "L0214", "never-defined", Note, "a term that an order with definitions never defines";
    UNBALANCED = "L0215", "unbalanced", Warning, "a bracket or a quotation mark without its partner";
    CLOSED_DAY = "L0216", "closed-day", Warning, "a deadline or a setting on a day on which the court is closed";
    SHALL_MAY = "L0217", "shall-and-may", Warning, "one act both required and permitted";
    FIGURES = "L0218", "figures-differ", Warning, "a number in words and another in figures";
    VACATED = "L0219", "trigger-vacated", Warning, "a period that runs from a hearing which the order vacates";
    SUM = "L0220", "sum-differs", Warning, "a sum of money that its parts do not add up to";
    LATE_ORDER = "L0221", "deadline-before-order", Warning, "a deadline that had passed when the order was made or entered";
    SCHEDULE = "L0222", "schedule-out-of-order", Warning, "an answer due before the paper it answers";
    RELATIVE = "L0223", "relative-day", Note, "a day that only the day of reading tells";
    TWO_HOURS = "L0224", "two-hours", Warning, "one hearing with two hours";
    LONG_WINDOW = "L0225", "window-out-of-line", Warning, "a span of days a year longer than those beside it";
    MOVED_NOWHERE = "L0226", "moved-to-itself", Warning, "a day that is moved to itself";
    MISSING_PARAGRAPH = "L0227", "missing-paragraph", Warning, "a reference to a paragraph that the order does not have";
    GRANTED_AND_DENIED = "L0228", "granted-and-denied", Warning, "one motion both granted and denied";
    FUTURE_ENTRY = "L0229", "entry-to-come", Warning, "an entry of the docket cited before it was made";
    SKIPPED_ITEM = "L0230", "skipped-item", Note, "a list that leaves out one of its numbers or letters";
}

pub fn weekday(written: &str, date: NaiveDate, span: Span) -> Diagnostic {
    let right = date.format("%A");
    Diagnostic::new(
        WEEKDAY,
        format!("{} is a {right}, not a {written}", date.format("%Y-%m-%d")),
        span,
        format!("a {right}"),
    )
    .help("either the weekday or the date has slipped; a duty cannot be dated until the Court says which")
}

pub fn range(from: NaiveDate, to: NaiveDate, first: Span, second: Span) -> Diagnostic {
    let days = plural((from - to).num_days(), "day");
    let d = Diagnostic::new(
        RANGE,
        format!("this runs from {} back to {}, {days} earlier", day(from), day(to)),
        second,
        format!("ends {}", day(to)),
    )
    .label(first, format!("begins {}", day(from)));
    match (1..=2).filter_map(|n| to.with_year(to.year() + n)).find(|d| *d >= from) {
        Some(meant) => d.help(format!("{} may be meant", day(meant))),
        None => d,
    }
}

pub fn duration(words: &str, from: NaiveDate, ends: NaiveDate, stated: NaiveDate, at: [Span; 3]) -> Diagnostic {
    let [period, date, base] = at;
    Diagnostic::new(
        DURATION,
        format!("`{words}` from {} ends on {}, not on {}", day(from), day(ends), day(stated)),
        period,
        format!("ends {}", day(ends)),
    )
    .label(date, day(stated))
    .label(base, format!("counted from {}", day(from)))
    .help("one of the three has slipped, or the period is counted from another day that the text should name")
}

pub fn future_event(date: NaiveDate, made: NaiveDate, event: Span, order: Span) -> Diagnostic {
    let days = plural((date - made).num_days(), "day");
    Diagnostic::new(FUTURE_EVENT, format!("this is stated as past and dated {days} after the order"), event, day(date))
        .label(order, format!("the order is of {}", day(made)))
}

pub fn answer_first(
    answer: (&str, NaiveDate),
    paper: (&str, NaiveDate),
    at: [Span; 2],
    meant: Option<NaiveDate>,
) -> Diagnostic {
    let days = plural((paper.1 - answer.1).num_days(), "day");
    let d = Diagnostic::new(
        ANSWER_FIRST,
        format!("this {} is dated {days} before the {} it answers", answer.0, paper.0),
        at[0],
        format!("{}, {}", answer.0, day(answer.1)),
    )
    .label(at[1], format!("{}, {}", paper.0, day(paper.1)));
    match meant {
        Some(meant) => d.help(format!("{} may be meant", day(meant))),
        None => d,
    }
}

pub fn no_year(words: &str, span: Span) -> Diagnostic {
    Diagnostic::new(NO_YEAR, format!("`{words}` has no year"), span, "of which year")
        .help("write the year: an order is read long after it is made")
}

pub fn impossible(words: &str, days: Option<u32>, span: Span) -> Diagnostic {
    let label = match days {
        Some(days) => format!("this month has {days} days"),
        None => "there is no such month".to_owned(),
    };
    Diagnostic::new(IMPOSSIBLE, format!("no calendar has the date `{words}`"), span, label)
}

/// `5/22/20247`.
pub fn odd_year(words: &str, span: Span) -> Diagnostic {
    Diagnostic::new(IMPOSSIBLE, format!("`{words}` has a year that cannot be meant"), span, "the year has slipped")
        .help("a year has four digits; write the one that is meant")
}

pub fn no_trigger(words: &str, span: Span) -> Diagnostic {
    Diagnostic::new(NO_TRIGGER, format!("`{words}` does not say from when it runs"), span, "from when")
        .help(format!("say it: {words} of the entry of this order, or of its service"))
}

pub fn until(word: &str, date: NaiveDate, span: Span) -> Diagnostic {
    let message = format!("`{word}` does not say whether {} is included", day(date));
    Diagnostic::new(UNTIL, message, span, "included or not")
        .help("write `until and including`, or `through`, or give the hour")
}

pub fn list_count(stated: u64, noun: &str, found: usize, at: [Span; 2]) -> Diagnostic {
    Diagnostic::new(
        LIST_COUNT,
        format!(
            "{stated} {noun} are announced, and the list has {}",
            plural(i64::try_from(found).unwrap_or(i64::MAX), "item")
        ),
        at[0],
        format!("{stated} announced"),
    )
    .label(at[1], format!("the last of {found}"))
}

pub fn two_dates(thing: &str, first: NaiveDate, second: NaiveDate, at: [Span; 2]) -> Diagnostic {
    Diagnostic::new(
        TWO_DATES,
        format!("the {thing} has two dates: {} and {}", day(first), day(second)),
        at[1],
        day(second),
    )
    .label(at[0], day(first))
    .help("neither date is preferred; transcribe the one the Court ordered, and keep the other as a `note`")
}

pub fn total(stated: u64, noun: &str, parts: &[(u64, Span)], span: Span) -> Diagnostic {
    let sum: u64 = parts.iter().map(|(n, _)| n).sum();
    let reported: Vec<String> = parts.iter().map(|(n, _)| n.to_string()).collect();
    let reported: Vec<&str> = reported.iter().map(String::as_str).collect();
    let together = if reported.len() == 2 { "both together" } else { "all together" };
    let d = Diagnostic::new(
        TOTAL,
        format!("{stated} {noun} here, and no numbers stated before it add up to {stated}"),
        span,
        format!("{stated} here"),
    );
    let d = parts.iter().fold(d, |d, (n, at)| d.label(*at, n.to_string()));
    d.help(format!("stated before it: {}; {together} {sum}", join(&reported)))
}

pub fn sum(stated: &str, parts: &[(String, Span)], adds: &str, span: Span) -> Diagnostic {
    let d = Diagnostic::new(
        SUM,
        format!("the amounts before it add up to {adds}, not to {stated}"),
        span,
        format!("{stated} here"),
    );
    parts.iter().fold(d, |d, (n, at)| d.label(*at, n.clone()))
}

pub fn defined_twice(term: &str, first: &str, second: &str, at: [Span; 2]) -> Diagnostic {
    Diagnostic::new(
        DEFINED_TWICE,
        format!("`{term}` is defined twice: `{first}` and `{second}`"),
        at[1],
        "defined again",
    )
    .label(at[0], "defined here")
    .help("give one of the two another name")
}

pub fn undefined(term: &str, times: usize, span: Span) -> Diagnostic {
    let times = plural(i64::try_from(times).unwrap_or(i64::MAX), "time");
    Diagnostic::new(UNDEFINED, format!("`{term}` is used {times} and never defined"), span, "first used here")
}

pub fn unclosed(mark: &str, open: Span, inner: Option<Span>) -> Diagnostic {
    let d = Diagnostic::new(
        UNBALANCED,
        format!("`{mark}` is opened and not closed in this paragraph"),
        open,
        "opened here",
    );
    match inner {
        Some(inner) => d.label(inner, "this closes the inner one"),
        None => d,
    }
}

pub fn unopened(mark: &str, close: Span) -> Diagnostic {
    Diagnostic::new(UNBALANCED, format!("`{mark}` closes nothing"), close, "not opened in this paragraph")
}

pub fn odd_quotes(span: Span) -> Diagnostic {
    Diagnostic::new(UNBALANCED, "a quotation mark of this paragraph has no partner", span, "the last of an odd number")
}

pub fn closed_day(date: NaiveDate, why: &str, next: NaiveDate, span: Span) -> Diagnostic {
    Diagnostic::new(CLOSED_DAY, format!("{} is {why}", day(date)), span, why.to_owned()).help(format!(
        "a fixed date is not moved by Fed. R. Civ. P. 6(a): if the next open day is meant, write {}",
        day(next)
    ))
}

pub fn shall_may(act: &str, shall: Span, may: Span) -> Diagnostic {
    Diagnostic::new(SHALL_MAY, format!("`{act}` is both required and permitted"), may, "may")
        .label(shall, "shall")
        .help("say whether it is a duty")
}

pub fn figures(words: &str, value: u64, figure: u64, span: Span) -> Diagnostic {
    Diagnostic::new(FIGURES, format!("`{words}` is {value} in words and {figure} in figures"), span, "which of the two")
}

pub fn vacated(words: &str, trigger: Span, vacated: Span) -> Diagnostic {
    Diagnostic::new(
        VACATED,
        format!("`{words}` runs from a hearing that this order vacates"),
        trigger,
        "runs from the hearing",
    )
    .label(vacated, "vacated here")
    .help("say from which other day it runs, if it is to run at all")
}

pub fn late_order(deadline: NaiveDate, made: NaiveDate, due: Span, order: Span) -> Diagnostic {
    let days = plural((made - deadline).num_days(), "day");
    Diagnostic::new(
        LATE_ORDER,
        format!("this deadline had passed {days} before the order was entered"),
        due,
        day(deadline),
    )
    .label(order, day(made))
}

pub fn schedule(answer: (&str, NaiveDate), paper: (&str, NaiveDate), at: [Span; 2]) -> Diagnostic {
    let days = plural((paper.1 - answer.1).num_days(), "day");
    Diagnostic::new(
        SCHEDULE,
        format!("the {} is due {days} before the {} it answers", answer.0, paper.0),
        at[0],
        format!("{}, {}", answer.0, day(answer.1)),
    )
    .label(at[1], format!("{}, {}", paper.0, day(paper.1)))
}

/// A stage of a case set for a day before the stage that comes first.
pub fn stages(late: (&str, NaiveDate), early: (&str, NaiveDate), at: [Span; 2]) -> Diagnostic {
    let days = plural((early.1 - late.1).num_days(), "day");
    Diagnostic::new(SCHEDULE, format!("the {} comes {days} before the {}", late.0, early.0), at[0], day(late.1))
        .label(at[1], format!("{}, {}", early.0, day(early.1)))
}

pub fn relative(words: &str, made: Option<(NaiveDate, Span)>, span: Span) -> Diagnostic {
    let d = Diagnostic::new(RELATIVE, format!("`{words}` is another day for every reader"), span, "of which date");
    match made {
        Some((made, at)) => d.label(at, format!("said on {}", day(made))).help("write the date"),
        None => d.help("write the date"),
    }
}

pub fn two_hours(event: &str, hours: [&str; 2], at: [Span; 2]) -> Diagnostic {
    let [first, second] = hours.map(|h| h.trim_end_matches('.'));
    Diagnostic::new(
        TWO_HOURS,
        format!("the {event} has two hours on one day: {first} and {second}"),
        at[1],
        second.to_owned(),
    )
    .label(at[0], first.to_owned())
    .help("neither hour is preferred: ask the Court which one it is")
}

pub fn long_window(from: NaiveDate, to: NaiveDate, others: i64, at: [Span; 2]) -> Diagnostic {
    let days = plural((to - from).num_days(), "day");
    let most = plural(others, "day");
    Diagnostic::new(
        LONG_WINDOW,
        format!("this lasts {days}, and those beside it at most {most}"),
        at[0],
        format!("begins {}", day(from)),
    )
    .label(at[1], format!("ends {}", day(to)))
    .help("the year of one of the two has slipped, it seems")
}

pub fn moved_nowhere(date: NaiveDate, at: [Span; 2]) -> Diagnostic {
    Diagnostic::new(
        MOVED_NOWHERE,
        format!("this is moved from {} to the same day", day(date)),
        at[1],
        "moved to this day",
    )
    .label(at[0], "moved from this day")
    .help("one of the two days has slipped, or only the hour or the place is moved: say which")
}

pub fn missing_paragraph(number: u32, last: u32, span: Span) -> Diagnostic {
    Diagnostic::new(
        MISSING_PARAGRAPH,
        format!("the order has no paragraph {number}: its last is {last}"),
        span,
        "no such paragraph",
    )
    .help("name the paragraph that is meant, or the paper in which it is")
}

/// `granted` where the first of the two grants.
pub fn granted_and_denied(granted: bool, at: [Span; 2]) -> Diagnostic {
    let [first, second] = if granted { ["granted", "denied"] } else { ["denied", "granted"] };
    Diagnostic::new(
        GRANTED_AND_DENIED,
        format!("one motion is {first} and then {second}"),
        at[1],
        format!("{second} here"),
    )
    .label(at[0], format!("{first} here"))
    .help("say of each part of the motion what becomes of it; neither passage is preferred")
}

pub fn entry_to_come(own: u32, cited: u32, span: Span) -> Diagnostic {
    Diagnostic::new(
        FUTURE_ENTRY,
        format!("docket entry {own} cites entry {cited}, which comes after it"),
        span,
        "not made yet",
    )
    .help("one of the two numbers has slipped, or the entry is of another docket: name it")
}

pub fn skipped_item(missing: &str, at: [Span; 2]) -> Diagnostic {
    Diagnostic::new(SKIPPED_ITEM, format!("this list has no item {missing}"), at[0], format!("comes without {missing}"))
        .label(at[1], "the item before it")
        .help("see whether words of the order are missing before you cite its items by their numbers")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    #[test]
    fn a_range_that_runs_back_may_mean_a_later_year() {
        let help = |from, to| range(from, to, Span::default(), Span::default()).help;
        assert_eq!(help(on(2023, 12, 14), on(2023, 3, 1)).as_deref(), Some("Fri 2024-03-01 may be meant"));
        assert_eq!(help(on(2023, 12, 14), on(2022, 12, 14)).as_deref(), Some("Thu 2023-12-14 may be meant"));
        assert_eq!(help(on(2023, 12, 14), on(2020, 3, 1)), None, "three years are no slip");
    }

    #[test]
    fn numbers_are_told_with_their_sum() {
        let help = |parts: &[(u64, Span)]| total(25, "documents", parts, Span::default()).help.unwrap_or_default();
        let at = Span::default();
        assert_eq!(help(&[(12, at), (15, at)]), "stated before it: 12 and 15; both together 27");
        assert_eq!(help(&[(12, at), (15, at), (1, at)]), "stated before it: 12, 15 and 1; all together 28");
    }
}
