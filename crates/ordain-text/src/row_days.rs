//! Days that stand alone on a line, under the words of a row of a schedule.

use crate::dates::Date;
use crate::words::Words;

/// `f. expert discovery closes⏎45 days before the trial⏎November 28, 2015`: the last line of a row.
pub(crate) fn is_row_day(r: &Words<'_>, date: &Date) -> bool {
    const ROWS: &[&str] = &[
        "closes",
        "deadline",
        "due",
        "designate",
        "designation",
        "disclosure",
        "disclosures",
        "discovery",
        "motions",
        "pleadings",
        "experts",
        "mediation",
        "reports",
        "exhibits",
        "objections",
        "completion",
        "cutoff",
        "briefs",
    ];
    let opens = |i: usize| r.tokens.get(i).is_none_or(|t| t.opens_line);
    let alone = opens(date.head) && (opens(date.end) || r.word(date.end) == "(");
    let paragraph = r.tokens.get(date.head).map(|t| t.paragraph);
    let from = (date.head.saturating_sub(24)..date.head)
        .rev()
        .take_while(|i| r.tokens.get(*i).map(|t| t.paragraph) == paragraph)
        .last();
    alone && from.is_some_and(|from| r.has(from, date.head, ROWS))
}
