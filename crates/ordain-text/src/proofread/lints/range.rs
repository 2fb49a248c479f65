//! `from December 14, 2023 to March 1, 2023`: an extension into the past.
//!
//! Silent where the text moves something to an earlier day on purpose
//! (`advanced from … to …`, `reset from … to …`).

use crate::dates::Date;
use crate::leads::{Lead, lead_of_date};
use crate::proofread::finding::{Confidence, Finding};
use crate::reading::Reading;
use ordain_base::diag::codes;

/// Verbs that may move a date either way.
const MOVES: &[&str] = &[
    "advance",
    "advanced",
    "advances",
    "advancing",
    "move",
    "moved",
    "moves",
    "moving",
    "reset",
    "resets",
    "resetting",
    "reschedule",
    "rescheduled",
    "change",
    "changed",
    "changes",
    "changing",
    "correct",
    "corrected",
    "amend",
    "amended",
    "shorten",
    "shortened",
    "accelerate",
    "accelerated",
    "expedite",
    "expedited",
    "modify",
    "modified",
    "vacated",
    "back",
    "earlier",
    "dating",
    "retroactive",
    "retroactively",
    "backdated",
];

pub(super) fn backward_ranges(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for pair in r.dates.windows(2) {
        let [first, second] = pair else { continue };
        let (Some(from), Some(to)) = (first.day, second.day) else { continue };
        if to >= from || !same_sentence(r, first, second) {
            continue;
        }
        let Some(confidence) = range_confidence(r, first, second) else { continue };
        if !year_is_moved(r, first) {
            let d = codes::text::range(from, to, r.span(first.start, first.end), r.span(second.start, second.end));
            out.push(Finding::new(confidence, d));
        }
    }
    out
}

fn same_sentence(r: &Reading<'_>, a: &Date, b: &Date) -> bool {
    r.sentence(a.start) == r.sentence(b.start)
}

/// How surely the words between two dates make a range of them.
fn range_confidence(r: &Reading<'_>, first: &Date, second: &Date) -> Option<Confidence> {
    let between: Vec<&str> = (first.end..second.start).map(|i| r.word(i)).filter(|w| *w != ",").collect();
    let from = lead_of_date(r, first).lead == Lead::From;
    let begins = matches!(r.word_before(first.start, 1), "beginning" | "commencing" | "starting")
        || r.word_before(first.start, 1) == "on"
            && matches!(r.word_before(first.start, 2), "beginning" | "commencing" | "starting");
    match between.as_slice() {
        ["and", "ending" | "concluding"] | ["and", "ending" | "concluding", "on"] if begins => Some(Confidence::High),
        [.., "to" | "until" | "through"] | [.., "and", "including"] if only_extends(&between) => Some(Confidence::High),
        ["to" | "until" | "till" | "through" | "thru"] | [.., "and" | "up", "including" | "to"] if from => {
            Some(Confidence::High)
        }
        ["through" | "thru" | "until"] | ["to" | "through" | "until", "and", "including"] => Some(Confidence::High),
        ["to"] => Some(Confidence::Medium),
        ["and"] if r.word_before(first.start, 1) == "between" => Some(Confidence::High),
        ["-"] => Some(Confidence::Medium),
        _ => None,
    }
}

/// `D is hereby extended to`: nothing but the moving of the first date is between the two.
fn only_extends(between: &[&str]) -> bool {
    const LINK: &[&str] = &[
        "is",
        "are",
        "be",
        "shall",
        "hereby",
        "and",
        "the",
        "same",
        "from",
        "up",
        "to",
        "until",
        "through",
        "including",
        ")",
        "further",
        "deadline",
        "will",
    ];
    let extended = |w: &str| matches!(w, "extended" | "enlarged" | "postponed" | "continued" | "adjourned");
    between.len() <= 9 && between.iter().any(|w| extended(w)) && between.iter().all(|w| extended(w) || LINK.contains(w))
}

/// True where the sentence moves a date, and may move it to an earlier one.
fn year_is_moved(r: &Reading<'_>, first: &Date) -> bool {
    let sentence = r.sentence(first.start);
    let near = first.start.saturating_sub(25).max(sentence.start);
    let last = (near..first.start).rev().find(|i| {
        let word = r.word(*i);
        MOVES.contains(&word) || is_extending_word(word)
    });
    last.is_some_and(|i| !is_extending_word(r.word(i)))
}

fn is_extending_word(word: &str) -> bool {
    ["extend", "extension", "continu", "enlarg", "postpon", "adjourn", "stay", "defer"]
        .iter()
        .any(|s| word.starts_with(s))
}
