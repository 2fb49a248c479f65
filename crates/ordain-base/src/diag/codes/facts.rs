//! Family F: the record.

use chrono::NaiveDate;

use crate::diag::code::codes;
use crate::diag::{Code, Diagnostic, day};
use crate::source::Span;

codes! {
    SHOWN_WITHOUT_DAY = "F0208", "shown-without-day", Warning, "an act that the docket shows, and no day of it";
    NOT_ITS_TO_SAY = "F0209", "not-its-to-say", Error, "a finding of somebody who is not the Court, or something that shows and is not the docket";
    COUNTS_DIFFER = "F0201", "counts-differ", Warning, "a stated total that the acts of the record do not add up to";
    DAYS_DIFFER = "F0202", "days-differ", Warning, "one paper with two dates";
    UNDATED = "F0203", "undated-statement", Note, "a statement without a date of its own or of a paper it cites";
    HELD_ON_ANOTHER_DAY = "F0205", "held-on-another-day", Warning, "a hearing that was held on another day than the orders set";
    MEETS_NOTHING = "F0204", "meets-nothing", Warning, "an act that looks like performance and meets no duty";
}

/// The statements of the record that contradict each other: a report names them beside its answers.
pub const CONTRADICTIONS: [Code; 3] = [COUNTS_DIFFER, DAYS_DIFFER, HELD_ON_ANOTHER_DAY];

pub fn counts_differ(stated: u64, added: &str, sum: u64, span: Span) -> Diagnostic {
    Diagnostic::new(
        COUNTS_DIFFER,
        format!("{stated} documents here, {added} = {sum} in the acts of the record"),
        span,
        format!("{stated} here"),
    )
    .help("Ordain prefers neither number; say in a `note` which paper is wrong")
}

pub fn none_located(span: Span) -> Diagnostic {
    Diagnostic::new(
        COUNTS_DIFFER,
        "no documents were located here, and the same side accounts for some",
        span,
        "none located",
    )
    .help("neither is preferred; where only further documents were meant, write `no further documents`")
}

pub fn days_differ(paper: &str, act: &str, span: Span, this: NaiveDate) -> Diagnostic {
    Diagnostic::new(
        DAYS_DIFFER,
        format!("{paper} was {act} on two different days"),
        span,
        format!("{} here", day(this)),
    )
    .help("neither day is preferred; keep the paper's own slip as `\"February 21, 2023\" [sic February 21, 2024]`")
}

pub fn undated(span: Span) -> Diagnostic {
    Diagnostic::new(UNDATED, "nothing says when this was said, so it counts as known always", span, "no date")
        .help("cite a paper that has a date, or begin with the day: on April 5, 2024 …")
}

/// `Plaintiffs find that Acme did not file answer`.
pub fn found_by_another(who: &str, span: Span) -> Diagnostic {
    let message = format!("only the Court finds, and this is what `{who}` says");
    Diagnostic::new(NOT_ITS_TO_SAY, message, span, "not the Court")
        .help("write who says it: Plaintiffs say …, Defendants admit …, the parties stipulate …; a finding is `the Court finds …`")
}

/// `the letter shows Acme filed answer`.
pub fn shown_by_another(what: &str, span: Span) -> Diagnostic {
    let message = format!("only the docket shows what was done, and this is `{what}`");
    Diagnostic::new(NOT_ITS_TO_SAY, message, span, "not the docket")
        .help("write who says it, and cite the paper: Plaintiffs say Acme filed answer  source Letter at 2; or `the docket shows …`")
}

/// `on May 3, 2024 the docket shows Acme filed answer`: on which day, nothing says.
pub fn shown_without_day(span: Span, by: Option<NaiveDate>) -> Diagnostic {
    let known = by.map_or_else(|| "on a day unknown".to_owned(), |by| format!("on or before {}", day(by)));
    let message = format!("this does not say on which day it was done, so it was done {known}");
    Diagnostic::new(SHOWN_WITHOUT_DAY, message, span, "on which day?")
        .help("write the day of the entry: the docket shows Acme filed answer on April 30, 2024; or read the docket as a table and cite the entry")
}

pub fn meets_nothing(who: &str, span: Span, duty: Option<(&str, Span)>) -> Diagnostic {
    let d = Diagnostic::new(MEETS_NOTHING, format!("this act of {who} meets no duty"), span, "meets nothing");
    match duty {
        Some((name, place)) => d
            .label(place, "the nearest duty")
            .help(format!("if it was done to perform {name}, say so: in performance of {name}")),
        None => d.help("if it performs a duty, say which: in performance of <order> ¶ <number>"),
    }
}

/// `Status was held on June 3`, where the orders set June 4.
pub fn held_on_another_day(span: Span, hearing: &str, held: NaiveDate, set: NaiveDate) -> Diagnostic {
    let message = format!("{hearing} was set for {}, and the record says that it was held on {}", day(set), day(held));
    Diagnostic::new(HELD_ON_ANOTHER_DAY, message, span, format!("held on {}", day(held)))
        .help("add the order that moved the hearing, or correct the day")
}
