//! Entries of a docket, beside what a matter says of them.

use chrono::NaiveDate;

use crate::diag::code::codes;
use crate::diag::{Diagnostic, day};
use crate::source::Span;

codes! {
    WHICH_ENTRY = "N0388", "which-entry", Error, "an entry of the docket named by its day, and none or several are of that day";
    DAY_DIFFERS = "F0331", "docket-day-differs", Warning, "a day that the docket gives otherwise";
    NOT_ON_DOCKET = "F0332", "not-on-docket", Note, "a number that the docket does not have";
    IN_ERROR = "F0333", "entered-in-error", Warning, "an entry that says it was made in error";
    MODIFIED = "F0334", "modified-entry", Note, "an entry that was changed after it was made";
    ENTRY_UNREAD = "F0335", "docket-row-unread", Error, "a row of a docket that cannot be read";
}

pub fn which_entry(span: Span, on: NaiveDate, found: usize, by_words: bool, places: &[Span]) -> Diagnostic {
    let words = if by_words { " with these words" } else { "" };
    let (message, help) = match found {
        0 => (
            format!("the docket has no entry of {}{words}", day(on)),
            "the day is that of its filing or of its entry; see the file with `ordain inspect`",
        ),
        n => (
            format!("the docket has {n} entries of {}{words}", day(on)),
            "say words that only the one has: docket entry of August 19, 2021 \"Status Report\"",
        ),
    };
    let d = Diagnostic::new(WHICH_ENTRY, message, span, "which entry").help(help);
    places.iter().fold(d, |d, place| d.label(*place, "one of them"))
}

/// `here` is what the matter says (or one entry), `there` the docket.
pub fn day_differs(paper: &str, word: &str, here: (Span, NaiveDate), there: (Span, NaiveDate)) -> Diagnostic {
    Diagnostic::new(
        DAY_DIFFERS,
        format!("{paper} was {word} on {} by the docket, and on {} here", day(there.1), day(here.1)),
        here.0,
        format!("{} here", day(here.1)),
    )
    .label(there.0, format!("{} on the docket", day(there.1)))
    .help(format!(
        "neither is preferred: what depends on it is undetermined; the days of filing and of entry differ often, so \
         look which is meant; where the docket slipped, say so: {word} \"{}\" [sic {}]",
        long_date(there.1),
        long_date(here.1)
    ))
}

fn long_date(day: NaiveDate) -> String {
    day.format("%B %-d, %Y").to_string()
}

pub fn not_on_docket(span: Span, name: &str, number: &str) -> Diagnostic {
    Diagnostic::new(
        NOT_ON_DOCKET,
        format!("no entry of the docket has the number {number}, so it gives no day for {name}"),
        span,
        "not on the docket of this record",
    )
    .help("a docket of RECAP holds a part of the whole: that it is not there proves nothing; write the day by hand")
}

pub fn in_error(name: &str, span: Span, entry: Span, since: Option<NaiveDate>) -> Diagnostic {
    let since = since.map(|d| format!(", as modified on {}", day(d))).unwrap_or_default();
    Diagnostic::new(
        IN_ERROR,
        format!("the docket says that the entry of {name} was made in error{since}"),
        span,
        "this entry",
    )
    .label(entry, "in error")
    .help("no breach rests on it; cite the entry that took its place")
}

pub fn modified(name: &str, span: Span, entry: Span, on: NaiveDate) -> Diagnostic {
    Diagnostic::new(MODIFIED, format!("the docket entry of {name} was modified on {}", day(on)), span, "this entry")
        .label(entry, "as it reads since then")
        .help("what it said before is not on this docket; compare the notice that was sent when it was entered")
}

pub fn entry_unread(span: Span, why: &str) -> Diagnostic {
    Diagnostic::new(ENTRY_UNREAD, format!("a row of the docket cannot be read: {why}"), span, "not read")
        .help("while it is not read no missing act is held against anyone: it may be the performance")
}
