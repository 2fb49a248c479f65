//! Clauses and words that a statement cannot use: they would be read, and change nothing.

use crate::diag::Diagnostic;
use crate::diag::code::codes;
use crate::source::Span;

codes! {
    UNUSED_CLAUSE = "N0304", "unused-clause", Error, "a clause that the statement cannot use";
    UNLINKED = "N0217", "words-unlinked", Error, "two things side by side, with no word that says how they belong together";
    LIMIT_WITHOUT_UNIT = "S0312", "limit-without-unit", Error, "a limit that does not say of what";
    UNUSED_CLAUSE_OF_FACT = "F0206", "unused-clause-of-fact", Warning, "a clause that a fact cannot use";
}

/// `stays MTC containing "…"`: read, and applied to nothing. `what` is the statement: "`stays`", "a duty".
pub fn clause(what: &str, span: Span) -> Diagnostic {
    let message = format!("{what} cannot use this clause, so it would change nothing");
    Diagnostic::new(UNUSED_CLAUSE, message, span, "not applied")
        .help("give what it asks a paragraph of its own, or keep the Court's words without their effect: note \"…\"")
}

/// A time beside a disposition that has none.
pub fn time(verb: &str, span: Span) -> Diagnostic {
    let message = format!("`{verb}` cannot use this time, so it would change nothing");
    Diagnostic::new(UNUSED_CLAUSE, message, span, "not applied").help(format!(
        "say to which day something moves (`extends … to <date>`) or how long it lasts (`stays … until <date>`); a duty with its day is a paragraph of its own, not a clause of `{verb}`"
    ))
}

/// `on May 1, 2024 Acme filed answer containing "…"`: the clause decides nothing.
pub fn of_fact(span: Span) -> Diagnostic {
    let message = "a fact cannot use this clause: no duty is compared with it";
    Diagnostic::new(UNUSED_CLAUSE_OF_FACT, message, span, "not applied")
        .help("say it in the words of the act, or keep it for the reader: note \"…\"")
}

/// `service motion`, `documents CAR category 2`.
pub fn unlinked(first: &str, second: &str, link: &str, span: Span) -> Diagnostic {
    let message = format!("no word says how `{first}` and `{second}` belong together");
    Diagnostic::new(UNLINKED, message, span, "how does this belong to the words before it?")
        .help(format!("write `{first} {link} {second}`"))
}

/// `not exceeding 12`.
pub fn limit_without_unit(number: &str, span: Span) -> Diagnostic {
    Diagnostic::new(LIMIT_WITHOUT_UNIT, format!("`{number}` does not say of what"), span, "pages, documents, dollars?")
        .help(format!("say what is limited: not exceeding {number} pages, not exceeding ${number}"))
}
