//! Conditions: how they are written, and what they name.

use crate::diag::Diagnostic;
use crate::diag::code::codes;
use crate::source::Span;

codes! {
    UNNUMBERED = "S0611", "unnumbered-list", Error, "a list of conditions whose items have no numbers";
    LIST_SAYS_TWO = "S0612", "list-says-two-things", Error, "`all of` with `or` between its items, or `any of` with `and`";
    LIST_OF_ONE = "S0613", "list-of-one", Error, "a list of conditions with one item";
    UNREAD_CONDITION = "N0341", "unread-condition", Error, "words of a condition that are neither an event, a verdict, an act nor a quotation";
    NO_SUCH_STATE = "N0342", "no-such-state", Error, "a condition that asks of a paragraph what no verdict can be";
    FORBIDDEN_CHOICE = "N0343", "forbidden-choice", Error, "a prohibition of exactly one of several acts";
    CARVE_OUT = "N0344", "unread-exception", Error, "an exception that names nothing the prohibition covers";
}

pub fn unnumbered(span: Span) -> Diagnostic {
    let message = "nothing says where one item of this list ends and the next begins";
    Diagnostic::new(UNNUMBERED, message, span, "no numbers")
        .help("number the items, one a line: (1) ¶ 1 is breached; (2) \"documents are found\"")
}

pub fn list_says_two(joiner: Span, which: Span, word: &str, joined: &str, right: &str) -> Diagnostic {
    let message = format!("the list says `{word}` and its items are joined by `{joined}`");
    Diagnostic::new(LIST_SAYS_TWO, message, joiner, format!("`{joined}`"))
        .label(which, format!("`{word}`"))
        .help(format!("write `{right}:`, or leave the `{joined}` out"))
}

pub fn list_of_one(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(LIST_OF_ONE, format!("`{word}` is followed by one item"), span, "a list of one")
        .help("write the condition without the list, or add the other items: (2) …")
}

/// `near`: the verb or name that the words may have been meant for.
pub fn unread_condition(text: &str, span: Span) -> Diagnostic {
    let message = format!("`{text}` is neither an event, a verdict nor an act");
    Diagnostic::new(UNREAD_CONDITION, message, span, "what must be so?").help(
        "write `¶ 1 is breached`, `Plaintiffs file opposition`, `no opposition is filed by December 1, 2023`, the name of an event, or the order's own words in quotation marks",
    )
}

pub fn no_such_state(word: &str, span: Span, near: Option<&str>) -> Diagnostic {
    let d = Diagnostic::new(NO_SUCH_STATE, format!("no paragraph is ever `{word}`"), span, "not a verdict");
    match near {
        Some(n) => d.help(format!("did you mean `{n}`?")),
        None => d.help("write `is met`, `is not met`, `is breached`, `is stayed`, or put the words in quotation marks"),
    }
}

pub fn forbidden_choice(span: Span) -> Diagnostic {
    let message = "`exactly one of` in a prohibition does not say what is forbidden";
    Diagnostic::new(FORBIDDEN_CHOICE, message, span, "which one?")
        .help("write `must not any of:` where each is forbidden, or a duty: `must exactly one of:`")
}

pub fn carve_out(text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(CARVE_OUT, format!("`{text}` names nothing that can be excepted"), span, "except what?").help(
        "name a thing (`except privilege log`), a recipient (`except to Plaintiffs`), a paragraph (`except as ¶ 2 permits`), or put the order's own words in quotation marks",
    )
}
