//! What a date is for, by the words that lead to it; what a sentence does.

use std::ops::Range;

use super::Reading;
use super::dates::Date;
use super::token::Kind;

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
pub fn lead(r: &Reading<'_>, date: &Date) -> Led {
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
fn labelled(r: &Reading<'_>, at: usize, date: usize) -> bool {
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
fn hour_after(r: &Reading<'_>, end: usize) -> bool {
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
pub fn reports(r: &Reading<'_>, sentence: &Range<usize>) -> bool {
    r.has(sentence.start, sentence.end, REPORTS) && !orders(r, sentence)
}

/// True where the sentence orders something.
pub fn orders(r: &Reading<'_>, sentence: &Range<usize>) -> bool {
    r.has(sentence.start, sentence.end, ORDERS)
}

/// True where the sentence orders, permits or sets something for the future,
/// and does not tell what was ordered before.
pub fn sets(r: &Reading<'_>, sentence: &Range<usize>) -> bool {
    let has = |words: &[&str]| r.has(sentence.start, sentence.end, words);
    let future = ["shall", "must", "hereby", "will"];
    let told = ["was", "were", "had", "did", "failed", "would"];
    has(&future) || (orders(r, sentence) || has(&["may", "set", "reset", "continued", "submitted"])) && !has(&told)
}

/// For each order of the text, the dates on which it says it was made.
pub(super) fn own_dates(r: &Reading<'_>) -> Vec<Vec<usize>> {
    let units = r.tokens.last().map_or(0, |t| t.unit as usize + 1);
    let mut own = vec![Vec::new(); units];
    for (i, date) in r.dates.iter().enumerate() {
        let of_unit = own.get_mut(r.unit(date.start) as usize);
        if let Some(of_unit) = of_unit.filter(|_| date.day.is_some() && is_own(r, date)) {
            of_unit.push(i);
        }
    }
    own
}

fn is_own(r: &Reading<'_>, date: &Date) -> bool {
    let colon = r.word_before(date.start, 1) == ":";
    let at = if colon { date.start.saturating_sub(1) } else { date.start };
    // `Date April 5, 2024` and `(Entered: 01/04/2008)`, not `Hearing Date: May 6, 2024`.
    let stands = |n: usize| {
        let token = |n: usize| at.checked_sub(n).and_then(|i| r.tokens.get(i));
        let apart = token(n + 1).is_none_or(|t| t.kind == Kind::Mark || r.word_before(at, n + 1) == "date");
        token(n).is_some_and(|t| t.opens_line || t.capital && apart)
    };
    match r.word_before(at, 1) {
        "dated" | "date" => stands(1),
        "entered" | "filed" | "signed" => colon && stands(1),
        // `Dated this 5th day of March`, `SO ORDERED this 5th day of March`.
        "this" => matches!(r.word_before(at, 2), "dated" | "ordered" | "signed" | "," | "entered" | "done" | "on"),
        "on" => {
            let from = at.saturating_sub(10).max(r.sentence(date.start).start);
            (from..at).any(|i| r.word(i) == "signed" && r.tokens.get(i).is_some_and(|t| t.capital))
        }
        _ => false,
    }
}
