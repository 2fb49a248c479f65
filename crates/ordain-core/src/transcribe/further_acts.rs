//! Whether words go on with an act of their own: `a copy and serve it` is no name of a thing.

use super::phrase::Phrase;
use crate::model::Verbs;

/// Nouns that are verbs too: `an answer and request for hearing`.
const NOUNS: &[&str] = &[
    "answer",
    "reply",
    "request",
    "report",
    "list",
    "log",
    "notice",
    "return",
    "response",
    "search",
    "review",
    "order",
    "claim",
    "use",
    "copy",
    "record",
    "appeal",
    "form",
    "design",
    "offer",
    "remedy",
    "place",
    "name",
    "mark",
    "label",
    "train",
    "draft",
    "exhibit",
    "email",
    "state",
    "present",
    "sale",
    "process",
    "post",
    "mail",
    "release",
    "update",
    "supplement",
    "deposit",
    "schedule",
    "discovery",
    "motion",
];

/// What a court does, behind `and`: `grants the motion and finds the claim barred`.
const COURT_ACTS: &[&str] = &[
    "finds",
    "concludes",
    "determines",
    "holds",
    "grants",
    "denies",
    "directs",
    "orders",
    "adopts",
    "approves",
    "dismisses",
    "vacates",
    "declines",
    "retains",
    "reserves",
    "appoints",
    "awards",
    "sets",
    "stays",
    "remands",
    "overrules",
    "sustains",
    "strikes",
    "extends",
    "continues",
    "affirms",
    "requires",
    "declares",
    "certifies",
    "refers",
];

/// True where an act of its own follows: `and serve it`.
pub(super) fn another_act(p: &Phrase<'_, '_>, from: usize, verbs: &Verbs) -> bool {
    // `…, to show cause why` says what the paper is for.
    if p.at(from, &["to", "show", "cause"]) {
        return false;
    }
    // `disputes which were raised and are ripe` describes the disputes.
    let relative = (0..from).any(|i| matches!(p.word(i), "that" | "which" | "who"));
    if matches!(p.word(from), "is" | "are") && relative {
        return false;
    }
    let mut at = from;
    while matches!(
        p.word(at),
        "and"
            | "or"
            | "to"
            | "also"
            | "shall"
            | "must"
            | "then"
            | ","
            | "either"
            | "therein"
            | "thereby"
            | "thereafter"
    ) || p.word(at).len() > 4 && p.word(at).ends_with("ly")
    {
        at += 1;
    }
    let word = p.word(at);
    if COURT_ACTS.contains(&word)
        && (matches!(p.word(at + 1), "that" | "the" | "this" | "a" | "an" | "no") || !p.capital(at) && at > from)
    {
        return true;
    }
    if at > from.saturating_sub(1) && acts_on_pronoun(p, at) {
        return true;
    }
    let shouted = !p.text(at..at + 1).chars().any(char::is_lowercase);
    if p.capital(at) && !shouted || verbs.base(word).is_none() {
        return matches!(
            word,
            "is" | "are" | "be" | "have" | "do" | "pay" | "keep" | "set" | "show" | "allow" | "help" | "go"
        ) && at > from.saturating_sub(1);
    }
    // `and return for service` is an act, `and return of service` a paper.
    let noun = NOUNS.contains(&word) && (word != "return" || matches!(p.word(at + 1), "of" | "receipt"));
    let determiner = is_determiner(p.word(at + 1));
    !noun || determiner
}

/// A word by which a thing begins, so that a noun before it is a verb.
fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "its"
            | "their"
            | "his"
            | "her"
            | "any"
            | "all"
            | "each"
            | "such"
            | "said"
            | "it"
            | "them"
            | "to"
            | "that"
            | "this"
            | "these"
            | "why"
    )
}

/// `and append it to the letter`, whatever the verb.
fn acts_on_pronoun(p: &Phrase<'_, '_>, at: usize) -> bool {
    const NO_VERBS: &[&str] = &[
        "that", "which", "to", "of", "on", "in", "with", "by", "for", "from", "at", "as", "whether", "if", "when",
        "before", "after", "because", "than", "where", "how", "why", "upon", "under", "against",
    ];
    p.is_word(at) && !p.capital(at) && matches!(p.word(at + 1), "it" | "them") && !NO_VERBS.contains(&p.word(at))
}
