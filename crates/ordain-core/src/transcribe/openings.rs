//! What stands around an order without ordering anything: `IT IS HEREBY ORDERED that`, `Accordingly,`, the number of
//! an item, the period at the end.

use super::formula::{find_formula, formula_at};
use super::phrase::Phrase;
use super::reasons::length_of_reasons;

const ADVERBS: &[&str] = &[
    "accordingly",
    "therefore",
    "thus",
    "further",
    "furthermore",
    "additionally",
    "finally",
    "moreover",
    "hence",
    "consequently",
    "also",
    "lastly",
    "now",
    "specifically",
    "however",
    "nonetheless",
    "nevertheless",
    "separately",
    "second",
    "third",
    "likewise",
    "similarly",
    "last",
];

/// The words that order, without what leads to them.
pub(super) fn operative_words<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let mut p = without_own_motion(&without_citations(&without_closing_marks(p)));
    let therefore = start_after_therefore(&p);
    p = p.slice(therefore..p.len());
    if let Some(moved) = timed_formula(&p) {
        p = moved;
    }
    loop {
        let n = length_of_opening(&p);
        if n == 0 {
            return p;
        }
        p = p.slice(n..p.len());
    }
}

/// Without the marks and the `and` at its end, and a citation in brackets there.
fn without_closing_marks<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let mut end = p.len();
    loop {
        let before = end;
        while end > 0 && matches!(p.word(end - 1), "." | ";" | "," | ":" | "and") {
            end -= 1;
        }
        if end > 0
            && matches!(p.word(end - 1), ")" | "]")
            && let Some(open) = (0..end).rev().find(|i| matches!(p.word(*i), "(" | "["))
            && is_citation(p, open, end)
        {
            end = open;
        }
        // `… at Washington, D.C. See Fed. R. Civ. P. 4(i).`
        let cited = (4..end).find(|i| p.word(i - 1) == "." && p.word(*i) == "see" && p.capital(*i) && p.top(*i));
        end = cited.filter(|i| p.slice(*i..end).dates().is_empty()).unwrap_or(end);
        // `; Signed by Judge Roe on 3/28/2007;(AB)`, `.)` of a docket
        let signed = (2..end).find(|i| p.at(*i, &["signed", "by"]) && matches!(p.word(i - 1), ";" | "." | "("));
        end = signed.unwrap_or(end);
        while end > 0 && p.word(end - 1) == ")" && !p.slice(0..end).has(&["("]) {
            end -= 1;
        }
        // `… this case CLOSED. /s/ Jane Roe`
        end = (1..end).find(|i| p.at(*i, &["/", "s", "/"])).unwrap_or(end);
        // `granting 2 Motion signed by Magistrate Judge Roe on 3/28/2007.`
        let judge = |i: usize| (i + 2..i + 6).any(|j| p.word(j) == "judge");
        end = (3..end).find(|i| p.at(*i, &["signed", "by"]) && judge(*i) && is_signature(p, *i, end)).unwrap_or(end);
        // `…, Related 81 Notice filed by Richard Roe` of a docket
        let related = |i: usize| p.word(i) == "related" && p.capital(i) && (p.is_number(i + 1) || p.is_number(i + 3));
        end = (2..end).find(|i| related(*i) && !p.slice(*i..end).has(&["shall", "must", "is", "are"])).unwrap_or(end);
        // `cc: Counsel` of a docket
        end = (1..end).find(|i| p.word(*i) == "cc" && p.word(i + 1) == ":").unwrap_or(end);
        // `for the reasons stated on the record`
        let reasons = (end.saturating_sub(12)..end).find(|i| p.at(*i, &["for", "the", "reasons"]) && *i > 0);
        end = reasons.filter(|i| p.slice(*i..end).dates().is_empty()).unwrap_or(end);
        if end == before {
            return p.slice(0..end);
        }
    }
}

/// `signed by Judge Roe on 3/28/2007`, and nothing behind it that orders.
fn is_signature(p: &Phrase<'_, '_>, from: usize, end: usize) -> bool {
    let rest = p.slice(from..end);
    rest.dates().len() <= 1
        && !rest.has(&["shall", "must", "may", "ordered", "directed", "granted", "denied", "due", "set", "will", "are"])
}

/// `No reply was allowed, and therefore it is STRICKEN`: where what is ordered begins; 0 where nothing leads to it.
fn start_after_therefore(p: &Phrase<'_, '_>) -> usize {
    const ORDERS: &[&str] = &[
        "shall", "must", "may", "will", "is", "are", "should", "grants", "denies", "orders", "directs", "ordered",
        "directed",
    ];
    let at = (2..p.len())
        .find(|i| p.top(*i) && p.word(*i) == "therefore" && matches!(p.word(i - 1), "and" | ";") && p.len() > i + 3);
    at.filter(|at| !p.slice(0..*at).has(ORDERS) && p.slice(0..*at).dates().is_empty()).map_or(0, |at| at + 1)
}

/// `The Court, on its own motion, orders Plaintiff to file`: without what moved it.
fn without_own_motion<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let opens = p.at(0, &["the", "court", ","]) || p.at(0, &["this", "court", ","]);
    let end = (3..p.len().min(14)).find(|i| p.word(*i) == ",");
    let moved = |end: usize| (3..end).any(|i| matches!(p.word(i), "own" | "sua"));
    match end.filter(|end| opens && moved(*end)) {
        Some(end) => p.slice(0..2).and(&p.slice(end + 1..p.len())),
        None => p.clone(),
    }
}

/// Without `(see L.R. 7)` inside. `(Dkt. 12)` says which paper it is, and stays.
fn without_citations<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    const CITES: &[&str] = &["see"];
    let mut kept: Vec<usize> = Vec::with_capacity(p.len());
    let mut at = 0;
    while at < p.len() {
        let end = (p.word(at) == "(" && CITES.contains(&p.word(at + 1)) && p.token(at).is_some_and(|t| t.depth == 0))
            .then(|| (at + 1..p.len()).find(|i| p.word(*i) == ")" && p.token(*i).is_some_and(|t| t.depth == 0)))
            .flatten()
            .filter(|end| is_citation(p, at, *end + 1));
        match end {
            Some(end) => at = end + 1,
            None if is_footnote(p, at) => at += 1,
            None => {
                kept.extend(p.ids().get(at).copied());
                at += 1;
            }
        }
    }
    Phrase::new(p.reading, kept)
}

/// `not to exceed five pages,2 by May 6`: the number of a footnote.
fn is_footnote(p: &Phrase<'_, '_>, at: usize) -> bool {
    let glued = p.token(at).is_some_and(|t| !t.gap) && p.token(at + 1).is_some_and(|t| t.gap);
    at > 1 && p.is_number(at) && glued && matches!(p.word(at - 1), "," | ";" | "”") && p.is_word(at - 2)
}

/// `Within 14 days of this Order, it is ORDERED that the parties must file`: the time, and what is ordered.
fn timed_formula<'r, 't>(p: &Phrase<'r, 't>) -> Option<Phrase<'r, 't>> {
    let (at, next) = formula_at(p).filter(|(at, next)| *at > 1 && *next < p.len())?;
    let mut lead = p.slice(0..at);
    loop {
        let n = length_of_opening(&lead);
        if n == 0 || n >= lead.len() {
            break;
        }
        lead = lead.slice(n..lead.len());
    }
    let lead = super::clauses::without_edge_commas(&lead);
    let found = super::times::times_of_phrase(&lead).ok()?;
    let [time] = found.as_slice() else { return None };
    (time.at == (0..lead.len())).then(|| lead.and(&p.slice(next..p.len())))
}

/// `(Dkt. 12)`, `(ECF No. 5 at 3)`, `(Id.)`.
fn is_citation(p: &Phrase<'_, '_>, from: usize, to: usize) -> bool {
    // `Rule 1.3(d)`: a letter alone is a part of the rule.
    let letter = to - from == 3 && p.word(from + 1).len() == 1;
    !letter
        && (from..to).any(|i| matches!(p.word(i), "dkt" | "ecf" | "doc" | "docket" | "id" | "see" | "d" | "de"))
        && !(from..to).any(|i| matches!(p.word(i), "shall" | "must" | "by" | "within"))
}

/// How many words at the beginning order nothing by themselves.
fn length_of_opening(p: &Phrase<'_, '_>) -> usize {
    if let Some(n) = length_of_label(p) {
        return n;
    }
    let word = p.word(0);
    // `Further amendments will not be permitted`: more of them.
    let more = word == "further" && !matches!(p.word(1), "," | "that" | "ordered" | "it" | "");
    if ADVERBS.contains(&word) && !more {
        return 1 + usize::from(p.word(1) == ",");
    }
    if matches!(word, "," | ":" | ";" | "-" | "•" | "·" | "–" | "—" | "and" | "◦" | "▪" | "●" | "o") && !p.is_word(0)
        || word == "and"
        || word == "but"
    {
        return 1;
    }
    const PHRASES: &[&[&str]] = &[
        &["in", "addition", ","],
        &["as", "such", ","],
        &["to", "that", "end", ","],
        &["in", "sum", ","],
        &["in", "short", ","],
        &["in", "conclusion", ","],
    ];
    if let Some(words) = PHRASES.iter().find(|w| p.at(0, w)) {
        return words.len();
    }
    // `FURTHER, that Defendant shall`
    if p.word(0) == "that" && p.len() > 3 {
        return 1;
    }
    // `the following schedule applies: 1. Defendant shall`
    let colon = (1..24).find(|i| p.word(*i) == ":");
    if let Some(colon) = colon
        && p.len() > colon + 3
        && length_of_label(&p.slice(colon + 1..p.len())).is_some()
        && p.slice(0..colon).has(&["following", "follows"])
        && !p.slice(0..colon).has(&["shall", "must", "may", "to", "if", "unless", "within", "by", "is", "are", "will"])
    {
        return colon + 1;
    }
    if let Some(n) = end_of_formula(p) {
        return n;
    }
    // `ORDER Plaintiff's 17 Application is granted` of a docket entry.
    if word == "order" && is_in_capitals(p, 0) && p.word(1).ends_with("'s") {
        return 1;
    }
    // `MINUTE ORDER granting 12 Motion` of a docket entry.
    if let Some(at) = super::dispositions::gerund_of_entry(p).filter(|at| *at > 0) {
        return at;
    }
    // `ORDER:`, `MINUTE ORDER:` of a docket entry.
    let colon = (1..7).find(|i| p.word(*i) == ":");
    let head = |i: usize| {
        p.capital(i) && is_in_capitals(p, i)
            || matches!(p.word(i), "entered" | "filed" | "of" | "and" | "*" | "entry" | "order" | "minute" | "text")
    };
    if let Some(n) = colon.filter(|n| (0..*n).all(head)) {
        return n + 1;
    }
    // `MEMORANDUM OPINION and ORDER by Senior Judge Roe on 1/30/17:`, `ORDER signed by … on 3/10/14 ORDERING`
    let entry = (2..40).find(|i| p.word(*i) == ":" && *i < 28 || p.word(*i) == "ordering");
    if let Some(end) = entry {
        let lead = p.slice(0..end);
        let made = lead.has(&["order", "opinion", "minute", "minutes"]) && lead.has(&["judge", "signed"]);
        if made && !lead.has(&["shall", "must", "may", "if", "is", "are", "within", "that"]) {
            return end + 1;
        }
    }
    if p.at(0, &["order", "filed", "."]) || p.at(0, &["order", "entered", "."]) {
        return 3;
    }
    length_of_reasons(p)
}

fn is_in_capitals(p: &Phrase<'_, '_>, at: usize) -> bool {
    !p.text(at..at + 1).chars().any(char::is_lowercase)
}

/// `IT IS HEREBY ORDERED that`, `the Court ORDERS that`, `ORDERED that`, wherever a recital leads to it.
fn end_of_formula(p: &Phrase<'_, '_>) -> Option<usize> {
    find_formula(p).map(|(_, end)| end)
}

/// The number of an item: `1.`, `(a)`, `A.`.
pub(super) fn length_of_label(p: &Phrase<'_, '_>) -> Option<usize> {
    let short = |i: usize| {
        p.word(i).chars().count() <= 4 && p.word(i).chars().all(char::is_alphanumeric) && !p.word(i).is_empty()
    };
    if p.word(0) == "(" && short(1) && p.word(2) == ")" && p.len() > 3 {
        return Some(3);
    }
    let roman = |w: &str| w.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let first = p.word(0);
    let one = p.is_number(0) && first.len() <= 3
        || first.chars().count() == 1 && p.is_word(0)
        || p.is_word(0) && roman(first) && first.len() <= 4;
    (one && matches!(p.word(1), "." | ")")
        && p.len() > 2
        && !(p.word(0).len() == 1 && p.word(2).len() == 1 && p.word(3) == "."))
        .then_some(2)
}
