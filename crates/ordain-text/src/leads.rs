//! What a date is for, by the words that lead to it; what a sentence does.

use std::ops::Range;

use crate::dates::Date;
use crate::row_days::is_row_day;
use crate::token::Kind;
use crate::words::Words;

/// The word that leads to a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// `by`, `no later than`, `on or before`, `due`.
    By,
    /// `until D`.
    Until,
    /// `until and including`, `to and including`.
    Including,
    /// `through D`.
    Through,
    /// `to D`.
    To,
    /// `from D`.
    From,
    /// `before D`.
    Before,
    /// `hearing set for`, `conference reset to`, `trial begins on`.
    Set,
    /// `extended to`: the day to which something is moved.
    Moved,
    /// `the deadline is`, `discovery closes on`.
    Deadline,
    /// `Discovery cutoff: D`, `Rebuttal reports | D`: a row of a schedule.
    Label,
    /// `on D`.
    On,
    /// No word leads to it.
    None,
}

/// How a date is led to.
#[derive(Debug, Clone, Copy)]
pub struct Led {
    /// What leads to the date.
    pub lead: Lead,
    /// The first word of the lead, or the date itself.
    pub at: usize,
    /// An hour is between the lead and the date, or after it.
    pub hour: bool,
}

const SETTINGS: &[&str] =
    &["set", "scheduled", "calendared", "noticed", "reset", "rescheduled", "continued", "adjourned"];

/// The lead of `date`, past `on`, an hour, and `the close of business`.
pub fn lead_of_date(r: &Words<'_>, date: &Date) -> Led {
    let sentence = r.sentence(date.start);
    let mut at = date.head;
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
        // `scheduled in this case for D`
        "for"
            if matches!(r.word_before(at, 2), "case" | "matter" | "action")
                && r.word_before(at, 4) == "in"
                && SETTINGS.contains(&r.word_before(at, 5)) =>
        {
            found(Lead::Set, 5)
        }
        "to" if MOVED.contains(&r.word_before(at, 2)) => found(Lead::Moved, 2),
        "to" => found(Lead::To, 1),
        _ if is_date_label(r, at, date.start) => found(Lead::Label, 0),
        verb if ENDS.contains(&verb) || is_will(r, at) && matches!(verb, "close" | "end" | "expire" | "conclude") => {
            found(Lead::Deadline, 1)
        }
        verb if BEGINS.contains(&verb) || is_will(r, at) && matches!(verb, "begin" | "commence" | "start") => {
            found(Lead::Set, 1)
        }
        "is" | "be" if names_deadline(r, sentence.start, at) => found(Lead::Deadline, 1),
        _ if on && (verb_of_holding(r, sentence.start, at) || set_for(r, sentence.start, at)) => found(Lead::Set, 0),
        _ if is_row_day(r, date) => found(Lead::Label, 0),
        _ if on => found(Lead::On, 0),
        _ => Led { lead: Lead::None, at: date.head, hour },
    }
}

const MOVED: &[&str] = &["extended", "enlarged", "postponed", "deferred", "advanced"];
const ENDS: &[&str] = &["closes", "ends", "expires", "concludes"];
const BEGINS: &[&str] = &["begins", "commences", "starts"];

/// `will close on`, `shall commence on`: the modal before the verb that ends at `at`.
fn is_will(r: &Words<'_>, at: usize) -> bool {
    let modal = |n: usize| matches!(r.word_before(at, n), "will" | "shall" | "must" | "to");
    modal(2) || modal(3)
}

/// `the discovery deadline is`, `the deadline to answer shall be`: the day of a deadline follows.
fn names_deadline(r: &Words<'_>, start: usize, at: usize) -> bool {
    let verb = at.saturating_sub(1);
    let from = verb.saturating_sub(9).max(start);
    let noun = (from..verb).rev().find(|i| matches!(r.word(*i), "deadline" | "cutoff") || r.at(*i, &["due", "date"]));
    noun.is_some_and(|n| !r.has(n, verb, &["was", "were", "that", "which", "and", ",", "had"]))
}

/// `is set for jury trial on D`: what is set is between.
fn set_for(r: &Words<'_>, start: usize, at: usize) -> bool {
    let from = at.saturating_sub(6).max(start);
    (from..at)
        .any(|i| SETTINGS.contains(&r.word(i)) && r.word(i + 1) == "for" && matches!(r.word_before(i, 1), "is" | "are"))
}

/// `will be held on`, `shall hold a hearing on`: the verb comes before `at`, with what is held.
fn verb_of_holding(r: &Words<'_>, start: usize, at: usize) -> bool {
    let from = at.saturating_sub(12).max(start);
    let verb = (from..at).rev().find(|i| matches!(r.word(*i), "held" | "hold" | "heard" | "convene" | "place"));
    verb.is_some_and(|v| r.has(v.saturating_sub(4).max(start), v, &["will", "shall", "must"]))
}

/// `Discovery Cutoff: D`, `Trial Date: D`, `Rebuttal reports | D`: the label ends before `at`.
fn is_date_label(r: &Words<'_>, at: usize, date: usize) -> bool {
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

/// Verbs of a sentence that says what a party wants or said.
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

/// Words of a sentence that orders something, whatever is beside them.
const ORDERS: &[&str] = &["shall", "must", "orders", "directs", "due", "extends", "stays", "grants", "hereby"];

/// Participles that order where they are passive (`is ordered to`, `deadline extended to`), and
/// speak of the past where somebody did it (`the contract required Seller to deliver`).
const ORDERED: &[&str] =
    &["ordered", "directed", "required", "extended", "stayed", "enjoined", "restrained", "granted"];

fn is_passive(r: &Words<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let from = at.saturating_sub(3).max(sentence.start);
    let be = r.has(from, at, &["is", "are", "be", "being", "hereby", "further", "been", "so", "therefore", "it"]);
    let object = r.tokens.get(at + 1).is_some_and(|t| t.kind != Kind::Mark) && at + 1 < sentence.end;
    let clause = matches!(
        r.word(at + 1),
        "to" | "until"
            | "by"
            | "for"
            | "through"
            | "that"
            | "in"
            | "as"
            | "at"
            | "without"
            | "with"
            | "and"
            | "from"
            | "nunc"
            | "on"
            | "up"
            | "pending"
            | "or"
    );
    be || !object || clause || at == sentence.start
}

/// True where the sentence speaks of a wish or a statement, and orders nothing.
pub(crate) fn reports_a_statement(r: &Words<'_>, sentence: &Range<usize>) -> bool {
    // `the request` is a paper, `Plaintiffs request` a wish.
    let noun = |i: usize| {
        matches!(r.word(i), "request" | "requests" | "states")
            && matches!(r.word_before(i, 1), "the" | "this" | "a" | "that" | "'s" | "united" | "such" | "any")
    };
    sentence.clone().any(|i| REPORTS.contains(&r.word(i)) && !noun(i)) && !orders_something(r, sentence)
}

/// True where the sentence orders something.
pub(crate) fn orders_something(r: &Words<'_>, sentence: &Range<usize>) -> bool {
    r.has(sentence.start, sentence.end, ORDERS)
        || sentence.clone().any(|i| ORDERED.contains(&r.word(i)) && is_passive(r, sentence, i))
        || sentence.clone().any(|i| is_to(r, i))
}

/// `is to file`, `are to confer`: it lays a duty as `shall` does.
fn is_to(r: &Words<'_>, at: usize) -> bool {
    const OTHER: &[&str] = &["the", "a", "an", "be", "this", "that", "say", "its", "their", "his", "her", "whether"];
    let verb = r.tokens.get(at + 2).is_some_and(|t| t.kind == Kind::Word && !t.capital);
    matches!(r.word(at), "is" | "are") && r.word(at + 1) == "to" && verb && !OTHER.contains(&r.word(at + 2))
}

/// `On May 27, 2008, the Court issued an order setting a deadline of D`: an earlier order is reported.
pub(crate) fn recounts_earlier_order(r: &Words<'_>, sentence: &Range<usize>) -> bool {
    let opens = matches!(r.word(sentence.start), "on" | "in" | "previously" | "earlier");
    let told = |i: usize| {
        matches!(
            r.word(i),
            "issued" | "entered" | "set" | "ordered" | "directed" | "adopted" | "granted" | "extended" | "required"
        )
    };
    let now = ["shall", "must", "hereby", "is", "are", "will", "orders"];
    opens
        && (sentence.start + 3..sentence.end.min(sentence.start + 16)).any(told)
        && !r.has(sentence.start, sentence.end, &now)
}

/// True where the words at `at` belong to what a party asks for and the sentence does not give:
/// `Upon Plaintiff's motion to stay proceedings until D, …`.
pub(crate) fn asked_for(r: &Words<'_>, at: usize) -> bool {
    const PAPERS: &[&str] = &["motion", "request", "application", "petition", "proposal", "stipulation", "letter"];
    const ASKS: &[&str] = &["moved", "moves", "seeks", "seeking", "requests", "requesting", "asks", "asking", "asked"];
    const GIVES: &[&str] =
        &["granted", "grants", "granting", "approved", "approves", "approving", "adopts", "adopted", "allowed"];
    const ACTS: &[&str] = &["shall", "must", "is", "are", "will", "hereby", "orders", "ordered"];
    let sentence = r.sentence(at);
    let from = at.saturating_sub(22).max(sentence.start);
    let paper = |i: usize| {
        PAPERS.contains(&r.word(i)) && (i + 1..i + 3).any(|j| matches!(r.word(j), "to" | "for" | "seeking" | "that"))
    };
    let verb = |i: usize| ASKS.contains(&r.word(i));
    let asks = (from..at).rev().find(|i| paper(*i) || verb(*i));
    asks.is_some_and(|i| !r.has(i, at, ACTS)) && !r.has(sentence.start, sentence.end, GIVES)
}

/// True where the sentence orders, permits or sets something for the future,
/// and does not say what was ordered before.
pub(crate) fn sets_something(r: &Words<'_>, sentence: &Range<usize>) -> bool {
    let has = |words: &[&str]| r.has(sentence.start, sentence.end, words);
    let future = ["shall", "must", "hereby", "will"];
    let told = ["was", "were", "had", "did", "failed", "would"];
    has(&future)
        || sentence.clone().any(|i| is_to(r, i))
        || (orders_something(r, sentence) || has(&["may", "set", "reset", "continued", "submitted"])) && !has(&told)
}
