//! Family S, second part: what is pasted with an order, or typed as orders are
//! written, and stands otherwise in a rule file.

use super::deadlines::UNREADABLE_DEADLINE;
use super::modals::MISSING_ACT;
use super::syntax::{
    CLAUSE_AT_MARGIN, EMPTY_CLAUSE, MISSING_NAME, MISSPELT_CLAUSE, NEEDS_QUOTATION, UNREADABLE_CLAUSE,
    UNREADABLE_PROPERTY, words_in_message,
};
use crate::diag::code::codes;
use crate::diag::{Applicability, Diagnostic, Edit};
use crate::source::Span;

codes! {
    CLAUSE_OUT_OF_ORDER = "S0631", "clause-out-of-order", Error, "a clause before, or in the midst of, who must do what";
    MISSING_COLON = "S0632", "missing-colon", Error, "several things after `must` without a colon";
    OTHER_QUOTATION_MARKS = "S0633", "other-quotation-marks", Error, "a quotation in marks other than double ones";
    FURNITURE = "S0634", "pasted-furniture", Error, "a heading, a caption or a signature that came with the text";
    CAPITALS = "S0635", "in-capitals", Error, "a duty in capitals";
    DAYS_BACKWARDS = "S0636", "days-backwards", Error, "a range of days that ends before it begins";
    LIGATURE = "S0637", "ligature", Error, "two letters printed as one";
}

/// `Defendants by December 1, 2023 must file answer`; `corrected` is the line in order.
pub fn clause_out_of_order(clause: Span, text: &str, corrected: Option<(Span, &str)>) -> Diagnostic {
    let message = format!("`{}` comes before what must be done", words_in_message(text));
    let d = Diagnostic::new(CLAUSE_OUT_OF_ORDER, message, clause, "after the act, or before the bearer");
    match corrected {
        Some((line, right)) => {
            d.help(format!("write `{right}`")).fix("put it after the act", line, right, Applicability::Unsafe)
        }
        None => {
            d.help("say first who must do what, then each clause: `Defendants must file answer by December 1, 2023`")
        }
    }
}

/// `Defendants must` with several lines below it.
pub fn missing_colon(modal: Span, item: Span, text: &str) -> Diagnostic {
    let message =
        format!("`{}` is a further thing to do, and there is no colon before the first", words_in_message(text));
    Diagnostic::new(MISSING_COLON, message, item, "a further thing")
        .label(modal, "a colon after this word")
        .help("where several things follow, write `must:` and each on a line of its own")
        .fix("write the colon", modal.after(), ":", Applicability::Unsafe)
}

/// `Defendants must, file answer …; file brief …`
pub fn comma_for_colon(comma: Span, several: bool) -> Diagnostic {
    let right = if several { ":" } else { "" };
    let what = if several { "a colon goes here where several things follow" } else { "no comma goes here" };
    Diagnostic::new(MISSING_COLON, format!("after the word that binds, {what}"), comma, "this comma")
        .help(if several { "write `must:`" } else { "leave the comma out" })
        .fix(if several { "write a colon" } else { "leave it out" }, comma, right, Applicability::Unsafe)
}

/// `‘search plan’`, `«search plan»`.
pub fn other_quotation_marks(open: Span, close: Span, text: &str) -> Diagnostic {
    let right = format!("\"{}\"", words_in_message(text));
    let mark = |span| Edit { span, text: "\"".to_owned() };
    Diagnostic::new(OTHER_QUOTATION_MARKS, "the words of an order go in double quotation marks", open, "opens here")
        .label(close, "closes here")
        .help(format!("write `{right}`"))
        .fixes(format!("write `{right}`"), vec![mark(open), mark(close)], Applicability::Unsafe)
}

/// `III. CONCLUSION`, `Dated: October 19, 2023`.
pub fn furniture(span: Span, text: &str, start: Span) -> Diagnostic {
    let message = format!("`{}` is a heading, a caption or a signature, and says nothing here", words_in_message(text));
    Diagnostic::new(FURNITURE, message, span, "came with the text").help("delete the line, or put `#` before it").fix(
        "make it a comment",
        start,
        "# ",
        Applicability::Unsafe,
    )
}

pub fn capitals(span: Span) -> Diagnostic {
    Diagnostic::new(CAPITALS, "this is written in capitals, and names and words are read as written", span, "capitals")
        .help("write it in small letters, with the names as they are declared: `Defendants must file answer`")
}

pub fn days_backwards(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(
        DAYS_BACKWARDS,
        format!("`{}` ends before it begins", words_in_message(text)),
        span,
        "no day lies in it",
    )
    .help("write the earlier day first, once the paper has been looked at")
}

pub fn ligature(span: Span, letter: char, right: &str) -> Diagnostic {
    Diagnostic::new(
        LIGATURE,
        format!("`{letter}` is one character for the letters `{right}`"),
        span,
        "pasted from print",
    )
    .help(format!("write `{right}`"))
    .fix(format!("write `{right}`"), span, right, Applicability::Safe)
}

/// `Defendants: must file answer`.
pub fn colon_after_bearer(span: Span, text: &str, colon: Span) -> Diagnostic {
    let message = format!("`{}` has a colon before the word that binds", words_in_message(text));
    Diagnostic::new(UNREADABLE_CLAUSE, message, span, "not a clause")
        .help("leave the colon out: `Defendants must file answer`")
        .fix("leave it out", colon, "", Applicability::Unsafe)
}

/// `Defendants (“Acme”) must file answer`.
pub fn bracket_in_bearer(span: Span, text: &str, bracket: Span) -> Diagnostic {
    let message = format!("`{}` explains a name, and a name is by itself here", words_in_message(text));
    Diagnostic::new(UNREADABLE_CLAUSE, message, bracket, "not a part of the name")
        .help(
            "leave it out, and say it once where the party is declared: party Defendants, with `members Acme` below it",
        )
        .fix("leave it out", span, "", Applicability::Unsafe)
}

/// `Answer due December 1, 2023`.
pub fn bare_due(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(UNREADABLE_CLAUSE, format!("`{}` does not say who", words_in_message(text)), span, "whose duty is it?").help(
        "write `Defendants must file answer by December 1, 2023`; if nobody must and it is only the last day, `any answer is due by December 1, 2023`",
    )
}

/// A word that opens no clause, and the one that does.
pub fn other_opening(span: Span, text: &str, right: &str) -> Diagnostic {
    Diagnostic::new(
        UNREADABLE_CLAUSE,
        format!("`{}` cannot be read as a clause", words_in_message(text)),
        span,
        "not a clause",
    )
    .help(format!("write it as `{right}`"))
}

/// `14 days from entry`, with no `within` before it.
pub fn unopened_period(span: Span, text: &str) -> Diagnostic {
    let message = format!("`{}` is a period, and no `within` opens it", words_in_message(text));
    Diagnostic::new(UNREADABLE_DEADLINE, message, span, "within?")
        .help(format!("write `within {}`", words_in_message(text)))
        .fix("write `within`", Span::new(span.start, span.start), "within ", false)
}

/// `verb "escrow"`: a verb needs both its forms, in quotation marks.
pub fn incomplete_verb(span: Span, text: &str) -> Diagnostic {
    let help = "write it as `verb \"escrow\" past \"escrowed\"`";
    match text.contains('"') || text.contains('“') {
        true => Diagnostic::new(EMPTY_CLAUSE, "this verb has no past, in which facts are stated", span, "incomplete")
            .help(help),
        false => {
            Diagnostic::new(NEEDS_QUOTATION, "the forms of a verb go in quotation marks", span, "quote these words")
                .help(help)
        }
    }
}

/// A number, and nothing behind it.
pub fn empty_paragraph(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(MISSING_ACT, format!("nothing follows `{}`", words_in_message(text)), span, "what is ordered?")
        .help(format!(
            "write who must do what: `{}{} Defendants must file answer by December 1, 2023`",
            words_in_message(text),
            if text.trim().chars().count() == 1 { " 1" } else { "" }
        ))
}

/// `court: C.D. Cal.`
pub fn property_with_colon(span: Span, text: &str, word: &str) -> Diagnostic {
    let end = span.start.saturating_add(u32::try_from(word.len()).unwrap_or(0));
    let colon = Span::new(end, end.saturating_add(1));
    let right: String = words_in_message(text).replacen(':', "", 1);
    Diagnostic::new(UNREADABLE_PROPERTY, format!("`{word}` is written without a colon"), span, "cannot be read here")
        .help(format!("write `{right}`"))
        .fix("leave the colon out", colon, "", Applicability::Unsafe)
}

/// `court C.D. Cal.` at the margin under `matter`; joined to it all the same.
pub fn property_at_margin(word: Span, text: &str, line_start: Span) -> Diagnostic {
    let message = format!("`{}` is not indented, so it seems to be a statement of its own", words_in_message(text));
    Diagnostic::new(CLAUSE_AT_MARGIN, message, word, "belongs to the statement above")
        .help("indent it under the line it belongs to")
        .fix("indent the line", line_start, "  ", true)
}

/// The word that opens a clause: with a slip in it, or only in capitals or with a colon.
pub fn misspelt_clause(span: Span, text: &str, right: &str) -> Diagnostic {
    let bare = text.trim_end_matches(':');
    let same = bare.eq_ignore_ascii_case(right);
    let (message, label) = match same {
        true if bare == right => (format!("`{right}` is written without a colon"), "not as it is written here"),
        true => (format!("`{}` is written `{right}`", words_in_message(text)), "in small letters"),
        false => (format!("`{}` seems to be a slip for `{right}`", words_in_message(text)), "misspelt"),
    };
    Diagnostic::new(MISSPELT_CLAUSE, message, span, label).help(format!("write `{right}`")).fix(
        format!("write `{right}`"),
        span,
        right,
        same,
    )
}

pub fn missing_name(span: Span, kind: &str) -> Diagnostic {
    Diagnostic::new(MISSING_NAME, format!("this {kind} has no name"), span, "which?")
        .help(format!("write a name after `{kind}`"))
}
