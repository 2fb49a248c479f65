//! `within 30 days` – of what?
//!
//! Also `shall have 30 days to respond`. Silent where the sentence names an event before it (`upon`, `after`,
//! `once`), gives the date itself, quotes, or only reports what a party wants.

use crate::leads::{asked_for, reports_a_statement, sets_something};
use crate::numbers::{Duration, duration_at};
use crate::proofread::finding::{Confidence, Finding};
use crate::reading::Reading;
use ordain_base::diag::codes;

/// Words that begin a trigger, right after the period.
const TRIGGERS: &[&str] = &[
    "of",
    "from",
    "after",
    "following",
    "before",
    "prior",
    "upon",
    "hence",
    "preceding",
    "thereafter",
    "thereof",
    "hereof",
    "as",
    "once",
    "when",
    "measured",
    "running",
    "commencing",
    "beginning",
    "starting",
    "and",
    "-",
    "subsequent",
    "either",
    "in",
    "to",
    "per",
    "ago",
    "by",
];

/// Words of a trigger that comes before the period, in the same clause.
const EVENTS: &[&str] = &["upon", "after", "once", "when", "thereafter", "whenever"];

pub(super) fn periods_without_trigger(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for at in 0..r.tokens.len() {
        // `within 10 days`, `w/in 10 days`.
        let short = r.word(at) == "w" && r.word(at + 1) == "/" && matches!(r.word(at + 2), "in" | "i");
        let within = r.word(at) == "within" || short;
        let first = at + if short { 3 } else { 1 };
        let given = matches!(r.word_before(at, 1), "have" | "has" | "given" | "granted" | "allowed" | "afforded");
        if !within && !given {
            continue;
        }
        let Some(period) = duration_at(r, if within { first } else { at }) else { continue };
        // `has 30 days to respond`, and not `has 30 days of leave`.
        if !within && !matches!(r.word(period.end), "to" | "in" | "within") {
            continue;
        }
        let sentence = r.sentence(at);
        let quoted = r.tokens.get(at).is_none_or(|t| t.quoted);
        // `under Rule 4(m), a plaintiff must serve within 90 days` orders nothing.
        let law = r.has(sentence.start, sentence.end, &["fed", "§", "statute", "act"])
            || (sentence.start..sentence.end.min(period.end + 8)).any(|i| rule_of_law(r, i));
        let reported = law || reports_a_statement(r, &sentence) || !sets_something(r, &sentence) || asked_for(r, at);
        if quoted || reported || has_trigger(r, period, within, sentence.end) || event_before(r, sentence.start, at) {
            continue;
        }
        // `If plaintiff wishes to go on, a motion must be filed within 14 days`: a wish starts no period.
        let wish = r.has(
            sentence.start,
            at,
            &[
                "wishes", "wish", "wants", "want", "intends", "intend", "chooses", "choose", "elects", "desires",
                "desire",
            ],
        );
        let conditional = r.has(sentence.start, at, &["if", "should", "unless"]) && !wish;
        let confidence = if conditional { Confidence::Low } else { Confidence::Medium };
        out.push(Finding::new(confidence, codes::text::no_trigger(&r.quote(at, period.end), r.span(at, period.end))));
    }
    out
}

/// `under Rule 4(m)`, `Rule 12 requires`, `the Local Rules`: not `Rule 16 discovery is due`.
fn rule_of_law(r: &Reading<'_>, at: usize) -> bool {
    let rule = matches!(r.word(at), "rule" | "rules");
    let cited = (1..=3).any(|n| {
        matches!(
            r.word_before(at, n),
            "under" | "to" | "by" | "per" | "in" | "of" | "with" | "local" | "federal" | "see"
        )
    });
    let says = (at + 1..at + 7).any(|i| {
        matches!(r.word(i), "requires" | "provides" | "gives" | "allows" | "permits" | "sets" | "governs" | "states")
    });
    rule && (cited || says)
}

/// True where the clause names an event before the period: `upon receipt of the list, …`.
fn event_before(r: &Reading<'_>, start: usize, at: usize) -> bool {
    let clause = (start..at).rev().find(|i| r.word(*i) == ";").unwrap_or(start);
    let names = |i: usize| match r.word(i) {
        "following" => r.word_before(i, 1) != "the",
        "from" => (i + 1..i + 3).any(|j| matches!(r.word(j), "date" | "entry" | "service" | "receipt")),
        word => EVENTS.contains(&word),
    };
    (clause..at).any(names)
}

/// True where the words after the period say from when it runs, or on which date it ends.
fn has_trigger(r: &Reading<'_>, period: Duration, within: bool, end: usize) -> bool {
    if !within {
        let near = (period.end + 25).min(end);
        return r.has(
            period.end,
            near,
            &["from", "after", "of", "following", "upon", "before", "prior", "once", "ago", "by"],
        );
    }
    let mut at = period.end;
    // `within 3 days (excluding weekends) of`, `within 3 days, not counting Sundays, of`
    if r.word(at) == "(" {
        at = (at..at + 12).find(|i| r.word(*i) == ")").map_or(at, |i| i + 1);
    }
    let comma = r.word(at) == ",";
    if comma {
        at += 1;
    }
    let next = r.word(at);
    // `within 30 days and every quarter thereafter` still has none.
    let and = next == "and" && matches!(r.word(at + 1), "every" | "each" | "shall" | "must" | "file");
    let named = TRIGGERS.contains(&next) && !and && !(comma && matches!(next, "and" | "in" | "to" | "as" | "by"));
    let dated = r.dates.get(r.dates.partition_point(|d| d.start < period.end));
    named || dated.is_some_and(|d| d.start < end && d.start < period.end + 7)
}
