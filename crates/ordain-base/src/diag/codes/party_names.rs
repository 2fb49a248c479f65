//! Family N: who is named, and the verbs of what they did.

use crate::diag::code::codes;
use crate::diag::{Diagnostic, quoted_list};
use crate::source::Span;
use crate::words::did_you_mean;

codes! {
    UNKNOWN_PARTY = "N0202", "unknown-party", Error, "a bearer, speaker or member that is not declared";
    UNKNOWN_VERB = "N0203", "unknown-verb", Error, "an act whose verb is not in the table";
    PARTIES_HOW = "N0209", "parties-how", Error, "adverse parties bound together without `jointly` or `each`";
    UNKNOWN_VIEW = "N0220", "unknown-view", Error, "a view that is neither the Court's nor a party's";
}

pub fn unknown_party(name: &str, span: Span, suggestion: Option<&str>) -> Diagnostic {
    if [" was", " were", " is", " are"].iter().any(|be| name.ends_with(be)) {
        return Diagnostic::new(
            UNKNOWN_PARTY,
            format!("`{name} …` does not say who"),
            span,
            "who did it, or who says so?",
        )
        .help("say first who did it, then what: `Defendants filed answer`");
    }
    let d = Diagnostic::new(UNKNOWN_PARTY, format!("no party is called `{name}`"), span, "not a party of this matter");
    match suggestion {
        Some(s) => d.help(did_you_mean(name, s)).fix(format!("write `{s}`"), span, s, false),
        None => d.help(undeclared_party(name)),
    }
}

/// What to write in the place of a name that is nobody's.
fn undeclared_party(name: &str) -> String {
    let court = ["judge", "magistrate", "magistrate judge", "court"].contains(&name.to_lowercase().as_str());
    if court {
        return "write `the Court`".to_owned();
    }
    let first = name.split(' ').next().unwrap_or("").to_lowercase();
    let no_name = NO_NAMES.contains(&first.as_str()) || name.split(' ').any(|w| MODALS.contains(&w));
    if no_name || name.contains(' ') && name.starts_with(char::is_lowercase) {
        return "only the names of parties go here; put other words into a `note \"…\"`".to_owned();
    }
    format!("declare it on a line of its own: party {name}")
}

/// Words with which no name of a party begins.
pub(super) const NO_NAMES: &[&str] = &[
    "a", "about", "after", "all", "an", "and", "any", "as", "at", "before", "between", "both", "but", "by", "each",
    "either", "every", "for", "from", "he", "her", "hereby", "his", "if", "in", "into", "is", "it", "its", "neither",
    "no", "none", "not", "of", "on", "or", "other", "our", "pending", "prior", "said", "she", "should", "such", "than",
    "that", "the", "their", "them", "then", "these", "they", "this", "those", "to", "under", "unless", "until", "upon",
    "was", "we", "were", "when", "where", "which", "who", "whom", "with", "within", "without",
];

/// `serve report on the other party`, in a matter of three.
pub fn which_other(words: &str, parties: usize, span: Span) -> Diagnostic {
    Diagnostic::new(
        UNKNOWN_PARTY,
        format!("this matter has {parties} parties, and `{words}` names one of them"),
        span,
        "which?",
    )
    .help("name the party; `all other parties` is everybody but the one that acts")
}

const MODALS: &[&str] = &["may", "must", "shall", "should", "will"];

/// A fact in the present.
pub fn present_verb(word: &str, past: &str, span: Span) -> Diagnostic {
    Diagnostic::new(UNKNOWN_VERB, format!("a fact is stated in the past, and `{word}` is not"), span, "in the past")
        .help(format!("write `{past}`"))
        .fix(format!("write `{past}`"), span, past, false)
}

/// A verb of the record where its actor should stand: `filed answer by Defendants`.
pub fn verb_first(word: &str, span: Span) -> Diagnostic {
    Diagnostic::new(UNKNOWN_PARTY, format!("`{word} …` does not say first who did it"), span, "who?")
        .help(format!("put who did it before what was done: `Defendants {word} …`"))
}

pub fn unknown_verb(word: &str, span: Span, suggestion: Option<&str>) -> Diagnostic {
    let message = format!("`{word}` is not a verb that orders and records use here");
    let d = Diagnostic::new(UNKNOWN_VERB, message, span, "not in the table of verbs");
    match suggestion {
        Some(s) => d.help(did_you_mean(word, s)).fix(format!("write `{s}`"), span, s, false),
        None => d.help("use a verb of the table, or add one to the matter: verb \"depose\" past \"deposed\""),
    }
}

/// `answer was filed on May 1, 2024`: a common paper that nobody is said to have filed.
pub fn done_by_nobody(paper: &str, done: &str, span: Span) -> Diagnostic {
    Diagnostic::new(UNKNOWN_PARTY, format!("`{paper} was {done}` does not say by whom"), span, "who?").help(format!(
        "say who: on May 1, 2024 Defendants {done} {paper}; or declare the paper, if it has a name of its own: document {paper}"
    ))
}

/// `Dunmore Inc.`, where `Dunmore` is declared.
pub fn longer_name(known: &str, written: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        UNKNOWN_PARTY,
        format!("no party is called `{written}`, and one is called `{known}`"),
        span,
        "a longer name",
    )
    .help(format!("write `{known}`, or give it this name too where it is declared: alias \"{written}\""))
}

pub fn parties_how(words: &str, span: Span) -> Diagnostic {
    let message = format!("`{words}` are adverse: the duty does not say whether they act together or each for itself");
    Diagnostic::new(PARTIES_HOW, message, span, "jointly, or each?")
        .help(format!("write `{words} jointly must …` or `each party must …`"))
}

pub fn unknown_view(name: &str, span: Span, suggestion: Option<&str>, known: &[&str]) -> Diagnostic {
    let d = Diagnostic::new(
        UNKNOWN_VIEW,
        format!("`--view {name}` names no party of this matter"),
        span,
        "a party of this matter",
    );
    match suggestion {
        Some(s) => d.help(did_you_mean(name, s)),
        None => d.help(format!("the views are {} or `all`", quoted_list(known))),
    }
}
