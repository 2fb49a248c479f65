//! Clauses and words that a statement cannot use: they would be read, and change nothing.

use crate::diag::Diagnostic;
use crate::diag::code::codes;
use crate::source::Span;

codes! {
    UNUSED_CLAUSE = "N0304", "unused-clause", Error, "a clause that the statement cannot use";
    UNLINKED = "N0217", "words-unlinked", Error, "two things side by side, with no word that says how they belong together";
    LIMIT_WITHOUT_UNIT = "S0312", "limit-without-unit", Error, "a number that does not say of what";
    NARROWS_NOTHING = "N0305", "narrows-nothing", Warning, "a word that narrows a set in a way that Ordain does not apply";
    BOTH_OF = "N0306", "both-of-other-than-two", Error, "`in both` with one thing, or with more than two";
    FACT_UNDONE = "F0207", "fact-undone", Error, "a condition or an exception under a fact";
    UNUSED_CLAUSE_OF_FACT = "F0206", "unused-clause-of-fact", Warning, "a clause that a fact cannot use";
}

/// `stays MTC containing "…"`: read, and applied to nothing. `what` is the statement: "`stays`", "a duty".
pub fn clause(what: &str, span: Span) -> Diagnostic {
    let message = format!("{what} cannot use this clause, so it would change nothing");
    Diagnostic::new(UNUSED_CLAUSE, message, span, "not applied")
        .help("give what it asks a paragraph of its own, or keep the Court's words without their effect: note \"…\"")
}

/// `in both "Metro"`: `count` things are named, and not two.
pub fn both_of(both: Span, count: usize) -> Diagnostic {
    let named = if count == 1 { "one thing is named".to_owned() } else { format!("{count} things are named") };
    Diagnostic::new(BOTH_OF, format!("`both` means two, and {named}"), both, "both of which?")
        .help("name two things, `in both \"Daily Journal\" and \"Metro\"`, or write `in each of`")
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

/// `on May 1, 2024 Acme filed answer if Closing happens`, `the record is complete … except letters`.
pub fn undone(span: Span) -> Diagnostic {
    let message = "a fact is so or is not so: it takes no condition and no exception";
    Diagnostic::new(FACT_UNDONE, message, span, "not applied, so the whole line is left out").help(
        "state what is certain; a record is closed for the papers and acts that you name: for filings by Defendants",
    )
}

/// `stays all pretrial deadlines`: which they are only a person knows.
pub fn narrows_nothing(word: &str, span: Span) -> Diagnostic {
    let message = format!("`{word}` narrows nothing here: this reaches every deadline of the set");
    Diagnostic::new(NARROWS_NOTHING, message, span, "not applied").help(format!(
        "name the paragraphs, or except those that are meant to stay; deadlines may also share a topic: `topic {word}` under their paragraphs, and here `topic {word}`"
    ))
}

/// `on breach the Court may "…" if Closing happens`.
pub fn of_consequence(span: Span) -> Diagnostic {
    let message = "what follows from a breach has no condition of its own";
    Diagnostic::new(UNUSED_CLAUSE, message, span, "not applied").help(
        "put a condition of the duty on a line of its own; one that belongs to the consequence goes into its words: the Court may \"…, if …\"",
    )
}

/// `must produce records covering Acme`.
pub fn covers_nothing(span: Span) -> Diagnostic {
    let message = "`covering` names categories of a record, and these words name none";
    Diagnostic::new(UNUSED_CLAUSE, message, span, "not applied")
        .help("write `covering CAR categories 1-3`; words that only a person can apply are `about \"…\"`")
}

/// `must produce records except letters`.
pub fn excepts_nothing(what: &str, span: Span) -> Diagnostic {
    let message = format!("{what} can except a part of a record, and these words name none");
    Diagnostic::new(UNUSED_CLAUSE, message, span, "not applied").help(
        "write the categories (`except CAR category 2`), or keep the order's words, which you apply yourself: except \"…\"",
    )
}

/// `may file motion despite Acme`.
pub fn despite_nothing(span: Span) -> Diagnostic {
    let message = "`despite` names the paragraph that yields, and these words name none";
    Diagnostic::new(UNUSED_CLAUSE, message, span, "not applied").help("write `despite ¶ 1`, or `despite MTC ¶ 1`")
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
        .help(format!("say what is counted: {number} pages, {number} interrogatories, ${number}"))
}
