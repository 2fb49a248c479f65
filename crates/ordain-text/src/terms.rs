//! Terms that an order defines: (the “Order”), (“FAC,” Dkt. No. 143), (APA).

use std::ops::Range;

use crate::token::Kind;
use crate::words::Words;

/// One definition.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// As written, without its last comma.
    pub(crate) name: String,
    /// The tokens of the name.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The parenthesis that opens the definition.
    pub(crate) open: usize,
    /// The words an acronym means.
    pub(crate) long: Option<Range<usize>>,
    /// `Dkt. No. 305-1`: the number, and its tokens.
    pub(crate) docket: Option<(String, Range<usize>)>,
}

const LEADS: &[&str] = &[
    "the",
    "collectively",
    "hereinafter",
    "hereafter",
    "together",
    "a",
    "an",
    "or",
    "and",
    "see",
    ",",
    "as",
    "referred",
    "to",
    "individually",
    "each",
    "herein",
    "also",
    "this",
    "these",
];

/// Every definition, in the order in which they are read.
pub(crate) fn find(r: &Words<'_>) -> Vec<Term> {
    let mut out = Vec::new();
    for open in 0..r.tokens.len() {
        if r.word(open) != "(" {
            continue;
        }
        let mut at = open + 1;
        while let Some(term) = quoted_term_at(r, open, at) {
            at = term.end + 1;
            out.push(term);
        }
        if let Some(term) = bare_term(r, open) {
            out.push(term);
        }
    }
    out
}

/// `“Order,” Dkt. No. 290`, past `the` and its like.
fn quoted_term_at(r: &Words<'_>, open: usize, from: usize) -> Option<Term> {
    let mut at = from;
    while at < from + 6 && LEADS.contains(&r.word(at)) {
        at += 1;
    }
    let close = match r.word(at) {
        "“" => "”",
        "\"" => "\"",
        _ => return None,
    };
    let start = at + 1;
    let end = (start..start + 9).find(|i| r.word(*i) == close)?;
    let last = if matches!(r.word(end - 1), "," | ".") { end - 1 } else { end };
    let capital = (start..last).any(|i| r.tokens.get(i).is_some_and(|t| t.capital));
    if last <= start || !capital {
        return None;
    }
    let name = r.quote(start, last);
    let long = words_of_acronym(r, open, &name);
    Some(Term { name, start, end: last, open, long, docket: docket_number_after(r, end + 1) })
}

/// `(APA)` after the words it means.
fn bare_term(r: &Words<'_>, open: usize) -> Option<Term> {
    let token = r.tokens.get(open + 1).filter(|t| t.kind == Kind::Word && t.capital)?;
    let name = r.text.get(token.start..token.end)?.to_owned();
    let long = (r.word(open + 2) == ")").then(|| words_of_acronym(r, open, &name))??;
    Some(Term { name, start: open + 1, end: open + 2, open, long: Some(long), docket: None })
}

/// True of `DHS`.
pub(crate) fn is_acronym(name: &str) -> bool {
    (2..=6).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase())
}

/// The words before `open` whose first letters are `name`.
fn words_of_acronym(r: &Words<'_>, open: usize, name: &str) -> Option<Range<usize>> {
    if !is_acronym(name) {
        return None;
    }
    let mut at = open;
    for letter in name.bytes().rev() {
        loop {
            at = at.checked_sub(1).filter(|a| open - a < 24)?;
            let word = r.word(at);
            if word.bytes().next() == Some(letter.to_ascii_lowercase()) {
                break;
            }
            let passes =
                matches!(word, "of" | "the" | "and" | "for" | "to" | "on" | "in" | "." | "-" | "'" | "’" | "&" | ",");
            if !passes {
                return None;
            }
        }
    }
    Some(at..open)
}

/// `, Dkt. No. 305-1` or `, ECF No. 12` or `(Doc. 24)`.
fn docket_number_after(r: &Words<'_>, from: usize) -> Option<(String, Range<usize>)> {
    let at = if r.word(from) == "," { from + 1 } else { from };
    if !matches!(r.word(at), "dkt" | "ecf" | "doc" | "docket" | "d" | "de") {
        return None;
    }
    let number = (at..at + 6).find(|i| r.tokens.get(*i).is_some_and(|t| t.kind == Kind::Number))?;
    let mut end = number + 1;
    if r.word(end) == "-" && r.tokens.get(end + 1).is_some_and(|t| !t.gap && t.kind == Kind::Number) {
        end += 2;
    }
    Some((r.quote(number, end), at..end))
}
