//! Family S: who must do what: the modal, what comes before it and after it.

use super::syntax::words_in_message;
use crate::diag::code::codes;
use crate::diag::{Applicability, Diagnostic};
use crate::source::Span;

codes! {
    SHALL = "S0201", "shall", Error, "`shall` where the language says `must`";
    WILL = "S0202", "will", Error, "`will` of somebody other than the Court";
    MAY_NOT = "S0203", "may-not", Error, "`may not`, which can mean two things";
    MISSPELT_MODAL = "S0204", "misspelt-modal", Error, "a slip in `must`, `may` or `should`";
    MISSING_BEARER = "S0206", "missing-bearer", Error, "a duty that does not say whose it is";
    MISSING_ACT = "S0207", "missing-act", Error, "a duty that does not say what must be done";
}

pub fn shall(span: Span, right: &str) -> Diagnostic {
    let wrong = if right == "must" { "shall" } else { "shall not" };
    Diagnostic::new(SHALL, format!("`{wrong}` is written `{right}`"), span, "has been read to mean must, may and will")
        .help(format!("write `{right}`"))
        .fix(format!("write `{right}`"), span, right, true)
}

pub fn will(span: Span, right: &str) -> Diagnostic {
    let message = "`will` announces what the Court is going to do; it lays no duty on anyone else";
    Diagnostic::new(WILL, message, span, "not a duty").help(format!("write `{right}`")).fix(
        format!("write `{right}`"),
        span,
        right,
        false,
    )
}

pub fn may_not(span: Span) -> Diagnostic {
    Diagnostic::new(
        MAY_NOT,
        "`may not` can mean that it is forbidden or that it is not required",
        span,
        "which of the two?",
    )
    .help("write `must not` if it is forbidden, `need not` if it is not required")
    .fix("write `must not`", span, "must not", false)
}

pub fn misspelt_modal(span: Span, text: &str, right: &str) -> Diagnostic {
    let capital = text.chars().all(char::is_alphabetic)
        && ["must", "shall", "should"].iter().any(|m| text.eq_ignore_ascii_case(m));
    let message = match capital {
        true => format!("`{}` is written `{right}`", words_in_message(text)),
        false if text.contains(' ') => format!("`{}` is written `{right}` here", words_in_message(text)),
        false => format!("`{}` seems to be a slip for `{right}`", words_in_message(text)),
    };
    Diagnostic::new(
        MISSPELT_MODAL,
        message,
        span,
        if capital {
            "in small letters"
        } else if text.contains(' ') {
            "another word here"
        } else {
            "misspelt"
        },
    )
    .help(format!("write `{right}`"))
    .fix(format!("write `{right}`"), span, right, capital)
}

pub fn missing_bearer(modal: Span, text: &str) -> Diagnostic {
    let message = format!("`{}` does not say who", words_in_message(text));
    Diagnostic::new(MISSING_BEARER, message, modal, "whose duty is it?")
        .fix("say who", Span::new(modal.start, modal.start), "<party> ", Applicability::Display)
        .help(format!("write `Defendants {}`, with the party's own name", words_in_message(text)))
}

pub fn missing_act(modal: Span, text: &str) -> Diagnostic {
    let message = format!("nothing follows `{}`", words_in_message(text));
    Diagnostic::new(MISSING_ACT, message, modal, "what is to be done?")
        .help(format!("write `{} produce privilege log`", words_in_message(text)))
}
