//! What-if: what is supposed, and what is wrong with it.

use crate::diag::code::codes;
use crate::diag::{Diagnostic, plural};
use crate::source::Span;

codes! {
    HYPOTHETICAL = "D0421", "hypothetical", Warning, "a report that rests on what was supposed, and not on the record alone";
    NOT_A_FACT = "S0614", "not-a-fact", Error, "something assumed that is no fact";
    NOTHING_ASSUMED = "S0615", "nothing-assumed", Error, "an assumption without words";
    UNKNOWN_FACT = "N0346", "unknown-fact", Error, "a fact to be left out that the record does not have";
}

/// `assumed` and `without` are the arguments, at least one in all.
pub fn hypothetical(assumed: &[Span], without: &[Span]) -> Diagnostic {
    let count = |n: usize| plural(i64::try_from(n).unwrap_or(i64::MAX), "fact");
    let said = match (assumed.len(), without.len()) {
        (n, 0) => format!("{} assumed", count(n)),
        (0, n) => format!("{} left out", count(n)),
        (n, m) => format!("{} assumed and {m} left out", count(n)),
    };
    let mut all = assumed.iter().map(|s| (*s, "assumed")).chain(without.iter().map(|s| (*s, "left out")));
    let (first, label) = all.next().unwrap_or_default();
    let d = Diagnostic::new(HYPOTHETICAL, format!("this report is hypothetical: {said}"), first, label);
    all.fold(d, |d, (span, label)| d.label(span, label)).help("nothing in it may be filed as what the record shows")
}

pub fn not_a_fact(span: Span) -> Diagnostic {
    Diagnostic::new(NOT_A_FACT, "only facts can be assumed", span, "this is no fact").help(
        "write it as a line of a `.facts` file: on November 20, 2023 Defendants moved to extend MTC ¶ 1 to February 15, 2024",
    )
}

pub fn nothing_assumed(span: Span) -> Diagnostic {
    Diagnostic::new(NOTHING_ASSUMED, "nothing is assumed here", span, "no words")
        .help("write a fact: --assume \"on December 1, 2023 Defendants filed answer\"")
}

pub fn unknown_fact(id: &str, span: Span, near: Option<&str>) -> Diagnostic {
    let d = Diagnostic::new(UNKNOWN_FACT, format!("the record has no fact `{id}`"), span, "no such fact");
    match near {
        Some(n) => d.help(format!("did you mean `{n}`?")),
        None => d.help("a fact is named by its label (`[E-11]`), or by its file and number (`record:7`), as `ordain why` shows them"),
    }
}
