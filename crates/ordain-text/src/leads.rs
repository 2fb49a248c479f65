//! What a date is for, by the words that lead to it; what a sentence does.

use std::ops::Range;

use crate::dates::Date;
use crate::token::Kind;
use crate::words::Words;

/// The word that leads to a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// `by`, `no later than`, `on or before`, `due`.
    By,
    Until,
    /// `until and including`, `to and including`.
    Including,
    Through,
    To,
    From,
    Before,
    /// `hearing set for`, `conference reset to`.
    Set,
    /// `Discovery cutoff: D`, `Rebuttal reports | D`: a row of a schedule.
    Label,
    On,
    None,
}

/// How a date is led to.
#[derive(Debug, Clone, Copy)]
pub struct Led {
    pub lead: Lead,
    /// The first word of the lead, or the date itself.
    pub at: usize,
    /// An hour stands between the lead and the date, or after it.
    pub hour: bool,
}

const SETTINGS: &[&str] =
    &["set", "scheduled", "calendared", "noticed", "reset", "rescheduled", "continued", "adjourned"];

/// The lead of `date`, past `on`, an hour, and `the close of business`.
pub fn lead(r: &Words<'_>, date: &Date) -> Led {
    let sentence = r.sentence(date.start);
    let mut at = date.start;
    let mut on = false;
    let mut hour = hour_after(r, date.end);
    for _ in 0..14 {
        let Some(back) = at.checked_sub(1).filter(|b| *b >= sentence.start) else { break };
        match r.word(back) {
            "on" => on = true,
            "noon" | "midnight" | "business" | "close" | "am" | "pm" | "m" => hour = true,
            "," | "(" | "." | ":" | "|" | "p" | "a" | "the" | "of" | "at" | "end" | "day" | "time" => {}
            "pt" | "et" | "ct" | "mt" | "pst" | "est" | "edt" | "pdt" | "eastern" | "pacific" | "central" => {}
            w if hour && w.len() <= 2 && w.bytes().all(|b| b.is_ascii_digit()) => {}
            _ => break,
        }
        at = back;
    }
    let found = |lead, n: usize| Led { lead, at: at.saturating_sub(n), hour };
    match r.word_before(at, 1) {
        "by" => found(Lead::By, 1),
        "than" if r.word_before(at, 2) == "later" => found(Lead::By, 3),
        "before" if r.before(at, &["on", "or", "before"]) => found(Lead::By, 3),
        "before" => found(Lead::Before, 1),
        "due" => found(Lead::By, 1),
        "until" | "till" => found(Lead::Until, 1),
        "including" => found(Lead::Including, 1),
        "through" | "thru" => found(Lead::Through, 1),
        "from" => found(Lead::From, 1),
        "for" | "to" if SETTINGS.contains(&r.word_before(at, 2)) => found(Lead::Set, 2),
        "to" => found(Lead::To, 1),
        _ if labelled(r, at, date.start) => found(Lead::Label, 0),
        _ if on => found(Lead::On, 0),
        _ => Led { lead: Lead::None, at: date.start, hour },
    }
}

/// `Discovery Cutoff: D`, `Trial Date: D`, `Rebuttal reports | D`: the label ends before `at`.
fn labelled(r: &Words<'_>, at: usize, date: usize) -> bool {
    let row = (at..date).any(|i| r.word(i) == "|");
    let colon = (at..date).any(|i| r.word(i) == ":");
    let last = match r.word_before(at, 1) {
        "date" if colon || row => r.word_before(at, 2),
        word => word,
    };
    // `Hearing: D` and `Trial Date: D`, not `the hearing D`.
    let setting = matches!(last, "hearing" | "conference" | "trial") && (colon || row);
    let cell = row && r.tokens.get(at.saturating_sub(1)).is_some_and(|t| t.kind == Kind::Word);
    setting || cell || matches!(last, "deadline" | "cutoff") || last == "off" && r.word_before(at, 2) == "-"
}

/// `at 5:00 p.m.`, `, 10:30 a.m.` after a date.
fn hour_after(r: &Words<'_>, end: usize) -> bool {
    let at = if matches!(r.word(end), "at" | ",") { end + 1 } else { end };
    let at = if r.word(at) == "at" { at + 1 } else { at };
    r.tokens.get(at).is_some_and(|t| t.kind == Kind::Number) && matches!(r.word(at + 1), ":" | "p" | "a" | "pm" | "am")
        || matches!(r.word(at), "noon" | "midnight")
}

/// Verbs of a sentence that tells what a party wants or said.
const REPORTS: &[&str] = &[
    "request",
    "requests",
    "requested",
    "requesting",
    "propose",
    "proposes",
    "proposed",
    "ask",
    "asks",
    "asked",
    "argue",
    "argues",
    "argued",
    "contend",
    "contends",
    "contended",
    "stipulate",
    "informed",
    "stated",
    "states",
    "represent",
    "represents",
    "represented",
    "declined",
    "offered",
    "seek",
    "seeks",
    "sought",
    "explained",
    "maintained",
    "maintain",
    "alleges",
    "alleged",
    "moved",
    "moves",
    "notified",
    "indicated",
    "suggests",
    "suggested",
    "wrote",
    "testified",
];

/// Words of a sentence that orders something.
const ORDERS: &[&str] = &[
    "shall",
    "must",
    "ordered",
    "orders",
    "directed",
    "directs",
    "due",
    "required",
    "extended",
    "stayed",
    "enjoined",
    "restrained",
    "extends",
    "stays",
    "granted",
    "grants",
];

/// True where the sentence tells of a wish or a statement, and orders nothing.
pub(crate) fn reports(r: &Words<'_>, sentence: &Range<usize>) -> bool {
    r.has(sentence.start, sentence.end, REPORTS) && !orders(r, sentence)
}

/// True where the sentence orders something.
pub(crate) fn orders(r: &Words<'_>, sentence: &Range<usize>) -> bool {
    r.has(sentence.start, sentence.end, ORDERS)
}

/// True where the sentence orders, permits or sets something for the future,
/// and does not tell what was ordered before.
pub(crate) fn sets(r: &Words<'_>, sentence: &Range<usize>) -> bool {
    let has = |words: &[&str]| r.has(sentence.start, sentence.end, words);
    let future = ["shall", "must", "hereby", "will"];
    let told = ["was", "were", "had", "did", "failed", "would"];
    has(&future) || (orders(r, sentence) || has(&["may", "set", "reset", "continued", "submitted"])) && !has(&told)
}
