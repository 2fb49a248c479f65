//! The words by which orders order. Each lead is told by the word itself and
//! the few round it; what is quoted, cited or told of the past orders nothing.

use std::ops::Range;

use ordain_text::Reading;
use ordain_text::token::Kind;

/// What a sentence does, by its first lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Duty,
    Prohibition,
    Permission,
    Deadline,
    /// A hearing or a conference with its day.
    Setting,
    Disposition,
    Soft,
    Consequence,
}

impl Sort {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Prohibition => "prohibition",
            Self::Permission => "permission",
            Self::Deadline => "deadline",
            Self::Setting => "setting",
            Self::Disposition => "disposition",
            Self::Soft => "soft norm",
            Self::Consequence => "consequence",
        }
    }
}

/// A word that orders.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead {
    /// Its token.
    pub(super) at: usize,
    pub(super) sort: Sort,
}

/// People whom an order binds.
const PERSONS: &[&str] = &[
    "plaintiff",
    "plaintiffs",
    "defendant",
    "defendants",
    "petitioner",
    "petitioners",
    "respondent",
    "respondents",
    "party",
    "parties",
    "counsel",
    "appellant",
    "appellants",
    "appellee",
    "appellees",
    "movant",
    "movants",
    "intervenor",
    "intervenors",
    "government",
    "states",
    "clerk",
    "debtor",
    "debtors",
    "trustee",
    "claimant",
    "claimants",
    "attorney",
    "attorneys",
    "marshal",
    "usm",
    "monitor",
    "receiver",
    "agency",
    "custodian",
    "he",
    "she",
    "they",
];

/// Words that stand between `is` and what is ordered.
const BETWEEN: &[&str] = &["hereby", "further", "also", "therefore", "each", "now", "and", "thus", "so", "likewise"];

const DIRECTED: &[&str] = &["directed", "ordered", "required", "instructed", "commanded"];
const FORBIDDEN: &[&str] = &["enjoined", "restrained", "prohibited", "barred", "precluded"];
const ALLOWED: &[&str] = &["authorized", "permitted", "allowed"];
const ADVISED: &[&str] = &["encouraged", "advised", "reminded", "urged", "cautioned", "expected"];
const DISPOSED: &[&str] = &[
    "granted",
    "denied",
    "vacated",
    "stricken",
    "stayed",
    "dismissed",
    "extended",
    "lifted",
    "terminated",
    "consolidated",
    "remanded",
    "reopened",
    "closed",
    "sealed",
    "unsealed",
    "affirmed",
    "reversed",
    "overruled",
    "sustained",
    "appointed",
    "approved",
    "adopted",
    "modified",
    "amended",
    "dissolved",
    "discharged",
    "withdrawn",
];
const SET: &[&str] =
    &["set", "scheduled", "reset", "rescheduled", "continued", "adjourned", "calendared", "moved", "advanced"];
const ORDERS: &[&str] = &["orders", "directs", "requires", "instructs", "enjoins", "commands"];
const DISPOSES: &[&str] = &[
    "grants",
    "denies",
    "vacates",
    "strikes",
    "stays",
    "dismisses",
    "extends",
    "lifts",
    "terminates",
    "consolidates",
    "remands",
    "reopens",
    "overrules",
    "sustains",
    "appoints",
    "approves",
    "adopts",
    "continues",
    "sets",
    "resets",
];
/// What follows `may` where nobody is permitted anything.
const SUPPOSED: &[&str] = &["have", "be", "result", "well", "not"];

/// Every sentence with words that order, and those words.
pub(super) fn leads(r: &Reading<'_>) -> Vec<(Range<usize>, Vec<Lead>)> {
    let mut out: Vec<(Range<usize>, Vec<Lead>)> = Vec::new();
    // What the last sentence orders of the items under it: `is prohibited from:`.
    let mut open: Option<Sort> = None;
    for sentence in &r.sentences {
        let mut found: Vec<Lead> = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            match lead(r, sentence, at) {
                Some((sort, end)) => {
                    found.push(Lead { at, sort });
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
        // `It is ordered that Defendants shall`: one duty.
        if found.len() > 1 && found.first().is_some_and(|l| it_is_ordered(r, l.at)) {
            found.remove(0);
        }
        if let (true, Some(sort), true) = (found.is_empty(), open, is_item(r, sentence)) {
            found.push(Lead { at: first_word(r, sentence), sort });
        }
        let ends = r.word(sentence.end.saturating_sub(1));
        open = match (found.last(), ends) {
            (Some(last), ":" | ";") => Some(last.sort),
            (None, ":") if announces(r, sentence) => Some(Sort::Duty),
            _ if is_item(r, sentence) => open,
            _ => None,
        };
        if !found.is_empty() {
            out.push((sentence.clone(), found));
        }
    }
    out
}

/// `(a) …`, `1. …`.
fn is_item(r: &Reading<'_>, s: &Range<usize>) -> bool {
    let short = |i: usize| r.word(i).chars().count() <= 3 && !r.word(i).is_empty();
    let number = |i: usize| r.tokens.get(i).is_some_and(|t| t.kind == Kind::Number);
    r.word(s.start) == "(" && short(s.start + 1) && r.word(s.start + 2) == ")"
        || (number(s.start) || r.word(s.start).chars().count() == 1) && matches!(r.word(s.start + 1), "." | ")")
}

fn first_word(r: &Reading<'_>, s: &Range<usize>) -> usize {
    let word = |i: &usize| r.tokens.get(*i).is_some_and(|t| t.kind == Kind::Word && t.depth == 0 && t.word.len() > 1);
    s.clone().find(word).unwrap_or(s.start)
}

/// `it is hereby ordered that`, where `at` is the `is`.
fn it_is_ordered(r: &Reading<'_>, at: usize) -> bool {
    r.word_before(at, 1) == "it" && r.word(at) == "is"
}

/// `IT IS HEREBY ORDERED THAT:`, which orders nothing by itself.
fn announces(r: &Reading<'_>, s: &Range<usize>) -> bool {
    r.has(s.start, s.end, &["ordered", "orders"])
}

/// The lead at `at`, and the token after it.
fn lead(r: &Reading<'_>, s: &Range<usize>, at: usize) -> Option<(Sort, usize)> {
    let token = r.tokens.get(at)?;
    if token.kind != Kind::Word || token.quoted || token.depth > 0 {
        return None;
    }
    let past = |n: usize| s.end.min(at + n);
    match &*token.word {
        "shall" | "must" if !standard(r, s, at) => match r.word(at + 1) {
            "not" | "neither" => Some((Sort::Prohibition, past(2))),
            "have" if r.has(at, past(6), &["power", "jurisdiction"]) => None,
            _ => Some((Sort::Duty, past(1))),
        },
        "is" | "are" | "be" | "being" => passive(r, s, at),
        "may" if bound(r, s, at) => match r.word(at + 1) {
            "not" => Some((Sort::Prohibition, past(2))),
            next if SUPPOSED.contains(&next) => None,
            _ => Some((Sort::Permission, past(1))),
        },
        // `to show cause why it should not issue`
        "should" if r.has(at.saturating_sub(12).max(s.start), at, &["why", "whether"]) => None,
        "should" if bound(r, s, at) && r.word(at + 1) != "have" => Some((Sort::Soft, past(1))),
        "will" if subject(r, s, at) && !matches!(r.word(at + 1), "be" | "not" | "have") => Some((Sort::Duty, past(1))),
        "has" | "have" if r.word(at + 1) == "until" && bound(r, s, at) => Some((Sort::Duty, past(2))),
        "due" => due(r, s, at),
        "failure" if r.word(at + 1) == "to" || r.word(at + 1) == "of" => consequence(r, s, at),
        "failures" => consequence(r, s, at),
        // `ORDER: ORDERED that`
        "ordered" if shouted(r, at) && r.word(at + 1) == "that" && !is_be(r.word_before(at, 1)) => {
            Some((Sort::Duty, past(2)))
        }
        word if ORDERS.contains(&word) && court(r, s, at) => Some((Sort::Duty, past(1))),
        word if DISPOSES.contains(&word) && court(r, s, at) => Some((Sort::Disposition, past(1))),
        // `Status hearing set for 5/1/2024`, `Motion granted.`
        word if SET.contains(&word) && matches!(r.word(at + 1), "for" | "to") && !moves(word) => {
            let told = ["was", "were", "been", "previously", "originally", "currently", "already", "presently"];
            let dated = r.dates_in(s).iter().any(|d| d.start > at && d.start < at + 12);
            (dated && !r.has(s.start, at, &told)).then_some((Sort::Setting, past(2)))
        }
        _ => None,
    }
}

/// `is hereby ORDERED to`, `are enjoined from`, `is to serve`, `is GRANTED`, `is set for`.
fn passive(r: &Reading<'_>, s: &Range<usize>, at: usize) -> Option<(Sort, usize)> {
    let mut next = at + 1;
    while next < s.end && BETWEEN.contains(&r.word(next)) {
        next += 1;
    }
    let be = matches!(r.word(at), "be" | "being");
    let done = next + 1;
    match r.word(next) {
        "not" => None,
        word if FORBIDDEN.contains(&word) => Some((Sort::Prohibition, done)),
        _ if be => None,
        // `IT IS SO ORDERED.` and `IT IS ORDERED THAT:` order nothing by themselves.
        word if DIRECTED.contains(&word) => {
            let it = r.word_before(at, 1) == "it";
            let to = matches!(r.word(done), "to" | "that") || it;
            let empty = s.end.saturating_sub(done) < 4;
            let so = r.word(next.saturating_sub(1)) == "so";
            (to && !empty && !so && !standard(r, s, at)).then_some((Sort::Duty, done))
        }
        "given" | "granted" if r.word(done) == "leave" => Some((Sort::Permission, done + 1)),
        word if ALLOWED.contains(&word) && r.word(done) == "to" => Some((Sort::Permission, done)),
        word if ADVISED.contains(&word) && matches!(r.word(done), "to" | "that") => Some((Sort::Soft, done)),
        word if SET.contains(&word) && matches!(r.word(done), "for" | "to" | "until" | "as") => {
            Some((Sort::Setting, done))
        }
        word if DISPOSED.contains(&word) => {
            // `is extended by`, `is denied by the officer`: a person does it.
            let agent = r.word(done) == "by" && matches!(r.word(done + 1), "the" | "a" | "an");
            (!agent && !standard(r, s, at)).then_some((Sort::Disposition, done))
        }
        "to" => {
            let verb = r.word(done);
            let none = ["the", "a", "an", "be", "this", "that", "its", "their", "his", "her", "say", ""];
            let bare = !none.contains(&verb) || verb == "be" && bound_or_thing(r, s, at);
            let word = r.tokens.get(done).is_some_and(|t| t.kind == Kind::Word && !t.capital);
            (bare && word && bound_or_thing(r, s, at)).then_some((Sort::Duty, done))
        }
        _ => None,
    }
}

/// Papers that are to be filed.
const PAPERS: &[&str] = &[
    "report",
    "reports",
    "brief",
    "briefs",
    "motion",
    "motions",
    "response",
    "responses",
    "reply",
    "statement",
    "statements",
    "submission",
    "plan",
    "order",
    "stipulation",
    "answer",
    "notice",
    "objections",
    "letter",
    "record",
    "log",
    "disclosures",
    "discovery",
    "documents",
];

fn bound_or_thing(r: &Reading<'_>, s: &Range<usize>, at: usize) -> bool {
    bound(r, s, at) || r.has(at.saturating_sub(4).max(s.start), at, PAPERS)
}

/// True where somebody whom an order can bind stands shortly before.
fn bound(r: &Reading<'_>, s: &Range<usize>, at: usize) -> bool {
    let from = at.saturating_sub(6).max(s.start);
    let near = (from..at).rev().find(|i| PERSONS.contains(&r.word(*i)));
    // A bare name: `Apple and the United States will`.
    let name = r.tokens.get(at.wrapping_sub(1)).is_some_and(|t| t.capital && t.kind == Kind::Word && at > s.start + 1);
    (near.is_some() || name) && !standard(r, s, at) && r.word_before(at, 1) != "court"
}

/// A party moves to dismiss, and is advanced to nothing.
fn moves(word: &str) -> bool {
    matches!(word, "moved" | "advanced")
}

/// True where somebody whom an order can bind stands right before.
fn subject(r: &Reading<'_>, s: &Range<usize>, at: usize) -> bool {
    let before = r.word_before(at, 1);
    let name = r.tokens.get(at.wrapping_sub(1)).is_some_and(|t| t.capital && t.kind == Kind::Word && at > s.start + 1);
    (PERSONS.contains(&before) || name) && before != "court" && !standard(r, s, at)
}

/// True of a rule of law that is told and not made: `a court must`, `which must be`.
fn standard(r: &Reading<'_>, s: &Range<usize>, at: usize) -> bool {
    let before = r.word_before(at, 1);
    if at > s.start && matches!(before, "which" | "who" | "that" | "there" | "courts" | "one" | "what" | "plaintiff's")
    {
        return true;
    }
    let from = at.saturating_sub(4).max(s.start);
    let general = (from..at).any(|i| {
        let next = r.word(i + 1);
        matches!(r.word(i), "a" | "an")
            && matches!(
                next,
                "court" | "plaintiff" | "defendant" | "party" | "movant" | "litigant" | "district" | "moving"
            )
    });
    general || before == "it" && r.word(at + 1) != "is" && !matches!(r.word(at), "is")
}

fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "been" | "hereby" | "further" | "so" | "be")
}

/// Written in capitals.
fn shouted(r: &Reading<'_>, at: usize) -> bool {
    let written = r.tokens.get(at).and_then(|t| r.text.get(t.start..t.end));
    written.is_some_and(|w| !w.chars().any(char::is_lowercase))
}

/// `the Court ORDERS`, and not `the Order requires`.
fn court(r: &Reading<'_>, s: &Range<usize>, at: usize) -> bool {
    let from = at.saturating_sub(14).max(s.start);
    // The nearest of those who may be meant.
    let who =
        (from..at).rev().find(|i| matches!(r.word(*i), "court" | "judge" | "panel") || PERSONS.contains(&r.word(*i)));
    let heard = who.is_some_and(|i| !PERSONS.contains(&r.word(i)));
    heard && !standard(r, s, at) || shouted(r, at) && r.has(from, at, &["court"])
}

/// `due by`, `due 2/9/2022`, `due 21 days after`.
fn due(r: &Reading<'_>, s: &Range<usize>, at: usize) -> Option<(Sort, usize)> {
    let past = matches!(r.word_before(at, 1), "was" | "were" | "originally" | "previously");
    let next = r.word(at + 1);
    let number = r.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Number);
    let dated = r.dates_in(s).iter().any(|d| d.start == at + 1 || d.start > at && d.start < at + 5);
    let said = matches!(next, "by" | "on" | "within" | "no" | "not" | "in" | "at") || number || dated;
    (said && !past && !matches!(next, "to" | "process")).then_some((Sort::Deadline, (at + 2).min(s.end)))
}

/// `failure to comply … may result in`.
fn consequence(r: &Reading<'_>, s: &Range<usize>, at: usize) -> Option<(Sort, usize)> {
    let end = s.end.min(at + 40);
    let modal = (at..end).find(|i| matches!(r.word(*i), "will" | "may" | "shall" | "constitutes"))?;
    let told = r.word(modal) == "constitutes"
        || r.has(modal, (modal + 6).min(s.end), &["result", "lead", "constitute", "be", "subject", "warrant"]);
    told.then_some((Sort::Consequence, modal + 1))
}
