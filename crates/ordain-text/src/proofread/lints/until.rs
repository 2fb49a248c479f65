//! `stayed until October 24, 2014`: is that day still in the stay?
//!
//! Of a time to act with low confidence: whoever has `until D to answer` may
//! answer on that day, as everybody reads it.

use crate::leads::{Lead, asked_for, lead_of_date, reports_a_statement};
use crate::numbers::duration_at;
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use crate::token::Kind;
use ordain_base::diag::codes;

/// Words of a sentence in which `until` bounds a stay, a bar or a time to act.
const BOUNDS: &[&str] = &[
    "stayed",
    "stays",
    "stay",
    "extended",
    "extends",
    "has",
    "have",
    "shall",
    "must",
    "may",
    "enjoined",
    "restrained",
    "effect",
    "continued",
    "sealed",
    "suspended",
    "granted",
];

pub(super) fn open_untils(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (i, date) in r.dates.iter().enumerate() {
        let Some(day) = date.day else { continue };
        let led = lead_of_date(r, date);
        let sentence = r.sentence(date.start);
        let quoted = r.tokens.get(date.start).is_none_or(|t| t.quoted);
        // `from D until D` moves a deadline, which is due on the day itself.
        let moves =
            i.checked_sub(1).and_then(|i| r.dates.get(i)).is_some_and(|d| d.end + 2 >= led.at && d.end <= led.at);
        let not = r.has(led.at.saturating_sub(12).max(sentence.start), led.at, &["not", "never", "no", "nor", "n't"]);
        let bound = r.has(sentence.start, led.at, BOUNDS);
        // `stayed to D` says no better whether D is included.
        let stayed_to = led.lead == Lead::To && matches!(r.word_before(led.at, 1), "stayed" | "stay");
        // `the trial is continued until D` is held on D.
        let event = r.has(
            led.at.saturating_sub(12).max(sentence.start),
            led.at,
            &["trial", "hearing", "conference", "sentencing", "argument", "arraignment", "mediation"],
        );
        let moved = event
            && r.has(
                led.at.saturating_sub(3),
                led.at,
                &["continued", "continue", "adjourned", "reset", "postponed", "set"],
            );
        let bounds = (led.lead == Lead::Until || stayed_to) && !moved;
        if !bounds
            || led.hour
            || quoted
            || moves
            || not
            || !bound
            || reports_a_statement(r, &sentence)
            || asked_for(r, led.at)
        {
            continue;
        }
        let d = codes::text::until(r.word(led.at), day, r.span(led.at, date.end));
        out.push(if stayed_to || is_time_to_act(r, date.end, led.at) { Finding::low(d) } else { Finding::medium(d) });
    }
    out
}

/// `has until D to answer`, `an extension until D, to file`, `until D, in which to reply`.
fn is_time_to_act(r: &Reading<'_>, end: usize, until: usize) -> bool {
    let next = end + usize::from(r.word(end) == ",");
    let given = matches!(
        r.word_before(until, 1),
        "has" | "have" | "had" | "extension" | "given" | "time" | "granted" | "deadline" | "extended" | "allowed"
    );
    // `two more weeks, until D, to answer`
    let comma = until.saturating_sub(usize::from(r.word_before(until, 1) == ","));
    let weeks = (comma.saturating_sub(6)..comma).any(|i| duration_at(r, i).is_some_and(|d| d.end == comma));
    let given = given || weeks;
    let verb = r.tokens.get(next + 1).is_some_and(|t| t.kind == Kind::Word);
    given && r.word(next) == "to" && verb
        || r.at(next, &["in", "which", "to"])
        || r.at(next, &["within", "which", "to"])
}
