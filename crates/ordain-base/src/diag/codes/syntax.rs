//! Family S: the shape of a file.

use crate::diag::code::codes;
use crate::diag::{Applicability, Code, Diagnostic, Edit, plural};
use crate::source::Span;

codes! {
    UNREADABLE_STATEMENT = "S0101", "unreadable-statement", Error, "a line that is no declaration, paragraph or fact";
    UNREADABLE_CLAUSE = "S0102", "unreadable-clause", Error, "words of a paragraph or a fact that cannot be read as a clause";
    UNREADABLE_PROPERTY = "S0103", "unreadable-property", Error, "words under a declaration that say nothing it can carry";
    CLAUSE_AT_MARGIN = "S0104", "clause-at-margin", Error, "a clause that is not indented under its paragraph";
    PARAGRAPH_INDENTED = "S0105", "paragraph-indented", Note, "a paragraph indented under its order is read as one of its own";
    UNCLOSED_QUOTATION = "S0106", "unclosed-quotation", Error, "a quotation mark that is never closed";
    CONTROL_CHARACTER = "S0107", "control-character", Error, "a character that cannot be seen";
    STATEMENT_TOO_LONG = "S0108", "statement-too-long", Error, "a statement longer than any court's paragraph";
    CLAUSE_ALONE = "S0109", "clause-alone", Error, "a clause with no paragraph above it";
    MISSPELT_CLAUSE = "S0205", "misspelt-clause-word", Error, "a slip in the word that opens a clause";
    MIXED_AND_OR = "S0208", "mixed-and-or", Error, "`and` and `or` in one list";
    PARAGRAPH_MARK = "S0209", "paragraph-mark", Error, "a paragraph number that is not written with `¶`";
    MISSING_LABEL = "S0210", "missing-label", Error, "a `¶` without a number";
    MISSPELT_STATEMENT = "S0211", "misspelt-statement", Error, "a slip in the word that opens a statement";
    BULLET = "S0212", "bullet", Error, "a paragraph that begins with the bullet of a list";
    FORMULA = "S0213", "formula", Error, "`IT IS ORDERED that` before who must do what";
    TWO_EXCEPTIONS = "S0306", "two-exceptions", Error, "`unless` or `except` written twice";
    EMPTY_CLAUSE = "S0308", "empty-clause", Error, "a clause word with nothing after it";
    NEEDS_QUOTATION = "S0309", "needs-quotation", Error, "a clause whose words must be in quotation marks";
    UNREADABLE_SOURCE = "S0310", "unreadable-source", Error, "a source that does not begin with the name of a paper";
    PROPERTY_ELSEWHERE = "S0401", "property-elsewhere", Error, "a property that this kind of declaration does not carry";
    PROPERTY_TWICE = "S0402", "property-twice", Error, "a property written twice";
    MISSING_NAME = "S0403", "missing-name", Error, "a declaration without a name";
    FACT_WITHOUT_DAY = "S0501", "fact-without-day", Error, "a fact that begins neither with its day nor with who says so";
    UNREADABLE_EXPECTATION = "S0502", "unreadable-expectation", Error, "an expectation without a paragraph and a verdict";
}

/// The user's words in a message: short, on one line, nothing unseen.
pub(super) fn words_in_message(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| !c.is_control() && *c != '`'));
        if out.chars().count() > 40 {
            out = out.chars().take(40).collect();
            out.push('…');
            break;
        }
    }
    out
}

/// `text` opens a statement that is none. `near` is the opening word that may be meant.
pub fn unreadable_statement(span: Span, text: &str, near: Option<&str>) -> Diagnostic {
    let message = format!("`{}` is not a declaration, a paragraph or a fact", words_in_message(text));
    let d = Diagnostic::new(UNREADABLE_STATEMENT, message, span, "this cannot be read");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")),
        None => d.help("write a duty as `¶ 1  Defendants must file answer by December 1, 2023`, a fact as `on December 1, 2023 Defendants filed answer`"),
    }
}

/// The word that opens a statement, with a capital, a colon or a slip in it.
pub fn misspelt_statement(span: Span, text: &str, right: &str) -> Diagnostic {
    let bare = text.trim_end_matches(':');
    let message = match bare == right {
        true => format!("`{right}` is written without a colon"),
        false => format!("`{}` is written `{right}`", words_in_message(text)),
    };
    let safe = bare.eq_ignore_ascii_case(right);
    Diagnostic::new(MISSPELT_STATEMENT, message, span, if safe { "not as it is written here" } else { "misspelt" })
        .help(format!("write `{right}`"))
        .fix(format!("write `{right}`"), span, right, safe)
}

/// A list pasted with its bullets; `all` is the bullet with the spaces after it.
/// Not `safe` where what is left would be read as a clause of the line above.
pub fn bullet(span: Span, all: Span, text: &str, safe: bool) -> Diagnostic {
    let message = format!("a paragraph does not begin with `{}`", words_in_message(text));
    Diagnostic::new(BULLET, message, span, "pasted with the list")
        .help("write the number of the paragraph in its place, as in `¶ 1`, or delete it")
        .fix("delete it", all, "", safe)
}

/// `Status is vacated`: what an order does, in the passive.
pub fn passive(span: Span, text: &str, active: &str) -> Diagnostic {
    let message = format!("`{}` does not say what the order does in words that can be read", words_in_message(text));
    Diagnostic::new(UNREADABLE_CLAUSE, message, span, "not a clause").help(format!("write it as `{active}`"))
}

/// `IT IS HEREBY ORDERED that`: the formula, before who must do what; `all` is
/// with the spaces after it.
pub fn formula(span: Span, all: Span, text: &str, safe: bool) -> Diagnostic {
    let message = format!("`{}` is the formula of an order, not a part of the paragraph", words_in_message(text));
    Diagnostic::new(FORMULA, message, span, "not needed")
        .help("leave it out: a paragraph begins with who must do what, or by when")
        .fix("leave it out", all, "", safe)
}

pub fn unknown_expectation(span: Span, text: &str, right: &str) -> Diagnostic {
    let message = format!("`{}` is not a verdict", words_in_message(text));
    Diagnostic::new(UNREADABLE_EXPECTATION, message, span, "misspelt").help(format!("did you mean `{right}`?")).fix(
        format!("write `{right}`"),
        span,
        right,
        false,
    )
}

/// Words where a clause should stand.
pub fn unreadable_clause(span: Span, text: &str, help: &str) -> Diagnostic {
    Diagnostic::new(
        UNREADABLE_CLAUSE,
        format!("`{}` cannot be read as a clause", words_in_message(text)),
        span,
        "not a clause",
    )
    .help(help)
}

/// `near` is the property its first word is a slip for.
pub fn unreadable_property(span: Span, text: &str, kind: &str, legal: &str, near: Option<&str>) -> Diagnostic {
    let message = format!("`{}` says nothing that belongs to the {kind}", words_in_message(text));
    let d = Diagnostic::new(UNREADABLE_PROPERTY, message, span, "cannot be read here");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")),
        None => d.help(format!("under `{kind}` write {legal}")),
    }
}

/// The line was joined to the statement above all the same.
pub fn clause_at_margin(word: Span, text: &str, line_start: Span) -> Diagnostic {
    let message =
        format!("the clause `{}` is not indented, so it seems to be a statement of its own", words_in_message(text));
    Diagnostic::new(CLAUSE_AT_MARGIN, message, word, "belongs to the statement above")
        .help("indent it under its paragraph")
        .fix("indent the line", line_start, "     ", true)
}

pub fn clause_alone(span: Span, text: &str) -> Diagnostic {
    let message = format!("`{}` is a clause, and there is no paragraph or fact above it", words_in_message(text));
    Diagnostic::new(CLAUSE_ALONE, message, span, "belongs to a paragraph")
        .help("write it under its paragraph, indented")
}

pub fn paragraph_indented(span: Span) -> Diagnostic {
    let message = "this paragraph is indented; it is read as a paragraph of its own, not as part of the lines above";
    Diagnostic::new(PARAGRAPH_INDENTED, message, span, "read as a paragraph").help("`ordain fmt` puts it at the margin")
}

pub fn unclosed_quotation(mark: Span, end: Span) -> Diagnostic {
    Diagnostic::new(UNCLOSED_QUOTATION, "this quotation is never closed", mark, "opens here")
        .help("close it with `\"` at the end of the words quoted")
        .fix("close it at the end of the line", end, "\"", false)
}

/// `within` a line: without it the words are in the same place.
pub fn control_character(span: Span, c: char, within: bool) -> Diagnostic {
    let name = match c {
        '\u{AD}' => "a soft hyphen",
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "a mark of direction"
        }
        '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "an end of line",
        _ => "a character",
    };
    let message = format!("there is {name} here that cannot be seen (U+{:04X})", u32::from(c));
    Diagnostic::new(CONTROL_CHARACTER, message, span, "here").help("delete it").fix("delete it", span, "", within)
}

/// `left` findings of this code were left out; the first of them is at `first`.
pub fn more_like_these(code: Code, left: usize, first: Span) -> Diagnostic {
    let more = plural(i64::try_from(left).unwrap_or(i64::MAX), "more finding");
    let message = format!("{more} of the code {} are not listed", code.id);
    Diagnostic::new(code, message, first, "the first of them").help("fix those above first, and run this again")
}

pub fn statement_too_long(span: Span, bytes: usize, limit: usize) -> Diagnostic {
    let message = format!("this statement is {} KB long; at most {} KB can be read", bytes / 1024, limit / 1024);
    Diagnostic::new(STATEMENT_TOO_LONG, message, span, "begins here")
        .help("each statement begins at the margin: check that the lines below are meant to be indented")
}

pub fn mixed_and_or(first: Span, second: Span, one: &str, other: &str) -> Diagnostic {
    let message = "`and` and `or` are in one condition, and courts differ on which binds first";
    Diagnostic::new(MIXED_AND_OR, message, second, format!("`{other}` after `{one}`"))
        .label(first, format!("`{one}`"))
        .help("say `all of: (1) …; (2) …` or `any of: (1) …; (2) …`, or put each condition in a paragraph of its own")
}

pub fn paragraph_mark(span: Span, label: &str) -> Diagnostic {
    let right = format!("¶ {label}");
    Diagnostic::new(
        PARAGRAPH_MARK,
        format!("a paragraph is numbered with `¶`: `{right}`"),
        span,
        "the number of the paragraph",
    )
    .help(format!("write `{right}`"))
    .fix(format!("write `{right}`"), span, right, true)
}

pub fn missing_label(span: Span) -> Diagnostic {
    Diagnostic::new(MISSING_LABEL, "this `¶` has no number", span, "which paragraph?")
        .help("write the number the court gave it, as in `¶ 1`")
}

/// A second sentence behind the first of a paragraph.
pub fn second_sentence(span: Span, text: &str, label: &str) -> Diagnostic {
    let message = format!("`{}` is a second sentence, and each duty is a paragraph of its own", words_in_message(text));
    Diagnostic::new(UNREADABLE_CLAUSE, message, span, "another paragraph").help(format!(
        "put it on a line of its own, as a paragraph with its own number: `{label} {}`",
        words_in_message(text)
    ))
}

/// `quote "… a "short" declaration"`: a quotation inside a quotation.
pub fn quotation_inside(span: Span, word: &str) -> Diagnostic {
    let message = format!("the quotation after `{}` ends at the quotation mark inside it", words_in_message(word));
    Diagnostic::new(NEEDS_QUOTATION, message, span, "quotation marks inside a quotation").help(format!(
        "write curly marks outside (`{} “…”`), or single marks for the inner words",
        words_in_message(word)
    ))
}

/// `both` is the two in one clause, where that can be written.
pub fn two_exceptions(first: Span, second: Span, word: &str, both: Option<String>) -> Diagnostic {
    let d = Diagnostic::new(TWO_EXCEPTIONS, format!("`{word}` is written twice"), second, "the second")
        .label(first, "the first");
    let apart = "put the second exception into a paragraph of its own, with `despite ¶ 1`";
    match both {
        Some(both) => d.help(format!("where either excuses, write `{both}`; else {apart}")).fixes(
            "write both in one",
            vec![Edit { span: first, text: both }, Edit { span: second, text: String::new() }],
            Applicability::Unsafe,
        ),
        None => d.help(apart),
    }
}

pub fn empty_clause(span: Span, word: &str, example: &str) -> Diagnostic {
    Diagnostic::new(
        EMPTY_CLAUSE,
        format!("nothing that can be read follows `{}`", words_in_message(word)),
        span,
        "incomplete",
    )
    .help(format!("write it as `{example}`"))
}

pub fn needs_quotation(span: Span, word: &str) -> Diagnostic {
    let message = format!("the words after `{}` must be in quotation marks", words_in_message(word));
    Diagnostic::new(NEEDS_QUOTATION, message, span, "quote these words")
        .help(format!("write `{} \"…\"`", words_in_message(word)))
}

pub fn unreadable_source(span: Span, text: &str) -> Diagnostic {
    let message = match words_in_message(text) {
        none if none.is_empty() => "nothing follows `source`".to_owned(),
        words => format!("`{words}` is not the name of a paper with a page or paragraph"),
    };
    Diagnostic::new(UNREADABLE_SOURCE, message, span, "cannot be read as a source").help(
        "write `source Motion at 4–5`, `source Axe Decl. ¶ 6` or `source Dkt. 290 at 16`; several are separated by `;`",
    )
}

pub fn property_elsewhere(span: Span, text: &str, kind: &str, legal: &str) -> Diagnostic {
    let message = format!("`{}` does not belong to `{kind}`", words_in_message(text));
    Diagnostic::new(PROPERTY_ELSEWHERE, message, span, "not here").help(format!("under `{kind}` write {legal}"))
}

pub fn property_twice(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(PROPERTY_TWICE, format!("`{}` is written twice", words_in_message(word)), span, "the second")
        .help("keep one of them")
}

/// `day_first` is the same fact with its day where it belongs.
pub fn fact_without_day(span: Span, text: &str, day_first: Option<&str>) -> Diagnostic {
    if text.to_lowercase().starts_with("the record is") {
        return record_not_closed(span, text);
    }
    let message = format!("`{}` does not begin with the day, or with who says so", words_in_message(text));
    let d = Diagnostic::new(FACT_WITHOUT_DAY, message, span, "when, or who says so?");
    if text.starts_with("on or about") {
        return d.help(
            "a day that is not known for certain lies between two: `between November 25, 2023 and December 5, 2023 …`",
        );
    }
    if let Some(right) = day_first {
        return d.help(format!("put the day first: `{right}`"));
    }
    d.help("write `on December 1, 2023 …`, or `on a day unknown …`, or `Plaintiffs say …`")
}

/// A line about the record that does not say all of it.
pub fn record_not_closed(span: Span, text: &str) -> Diagnostic {
    let dated = text.split_whitespace().any(|w| {
        let word = w.trim_end_matches([',', '.']);
        word.len() >= 4 && word.starts_with(['1', '2']) && word.bytes().all(|b| b.is_ascii_digit() || b == b'-')
    });
    let (missing, label) = match (dated, text.contains(" for ")) {
        (true, _) => ("for which acts, and of whom", "complete for what?"),
        (false, true) => ("through which day", "complete through when?"),
        (false, false) => ("through which day, and for which acts of whom", "complete through when, for what?"),
    };
    let message = format!("`{}` does not say {missing}", words_in_message(text));
    Diagnostic::new(FACT_WITHOUT_DAY, message, span, label)
        .help("write `the record is complete through December 31, 2023 for filings by Defendants`")
}

pub fn unreadable_expectation(span: Span) -> Diagnostic {
    Diagnostic::new(UNREADABLE_EXPECTATION, "this expectation names no paragraph or no verdict", span, "cannot be read")
        .help("write `expect MTC ¶ 1 breached on 2024-04-05`")
}
