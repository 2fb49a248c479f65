//! Verbs of an order that Ordain does not know. The word behind `shall` is a verb of the court, so the draft declares
//! it with its past, and nobody has to.

use super::candidate::Declared;
use super::modals::Form;
use super::phrase::Phrase;
use crate::model::Verbs;

/// What may stand behind `shall` and is no verb that an act can be made of.
const OTHER: &[&str] = &[
    "be",
    "have",
    "has",
    "not",
    "do",
    "the",
    "any",
    "all",
    "each",
    "both",
    "also",
    "and",
    "but",
    "for",
    "from",
    "within",
    "after",
    "before",
    "upon",
    "until",
    "then",
    "than",
    "only",
    "either",
    "neither",
    "first",
    "remain",
    "constitute",
    "mean",
    "apply",
    "govern",
    "control",
    "become",
    "seem",
    "result",
    "suffice",
    "need",
    "take",
    "otherwise",
    "their",
    "its",
    "his",
    "her",
    "such",
    "said",
    "that",
    "this",
    "these",
    "with",
    "without",
    "thereafter",
    "forthwith",
    "bear",
    "face",
    "lose",
    "forfeit",
    "incur",
    "include",
    "contain",
];

/// Verbs whose past is not regular.
const PASTS: &[(&str, &str)] = &[
    ("bear", "bore"),
    ("strike", "struck"),
    ("admit", "admitted"),
    ("commit", "committed"),
    ("compel", "compelled"),
    ("occur", "occurred"),
    ("omit", "omitted"),
    ("plan", "planned"),
    ("prefer", "preferred"),
    ("rebut", "rebutted"),
    ("refer", "referred"),
    ("break", "broke"),
    ("build", "built"),
    ("buy", "bought"),
    ("come", "came"),
    ("cut", "cut"),
    ("deal", "dealt"),
    ("draw", "drew"),
    ("drive", "drove"),
    ("fight", "fought"),
    ("find", "found"),
    ("forgo", "forwent"),
    ("get", "got"),
    ("go", "went"),
    ("keep", "kept"),
    ("know", "knew"),
    ("lead", "led"),
    ("lend", "lent"),
    ("let", "let"),
    ("meet", "met"),
    ("overcome", "overcame"),
    ("put", "put"),
    ("read", "read"),
    ("redo", "redid"),
    ("resend", "resent"),
    ("rewrite", "rewrote"),
    ("run", "ran"),
    ("say", "said"),
    ("see", "saw"),
    ("set", "set"),
    ("speak", "spoke"),
    ("spend", "spent"),
    ("split", "split"),
    ("teach", "taught"),
    ("think", "thought"),
    ("undergo", "underwent"),
    ("undertake", "undertook"),
    ("withstand", "withstood"),
    ("write", "wrote"),
];

/// Particles that belong to the verb before them: `fill out`.
const PARTICLES: &[&str] = &["out", "up", "down", "off", "back"];

/// The participle at the beginning of a phrase, `observed`: its verb where its form leaves no doubt, and the declaration.
pub(super) fn unlisted_participle(p: &Phrase<'_, '_>) -> Option<(String, usize, Option<Declared>)> {
    let past = p.word(0);
    let stem = past.strip_suffix("ed").filter(|s| s.len() > 3 && s.bytes().all(|b| b.is_ascii_lowercase()))?;
    const WITH_E: &[&str] =
        &["v", "as", "is", "os", "us", "rs", "ns", "c", "g", "z", "at", "ut", "ir", "ur", "in", "iz", "ot"];
    const BARE: &[&str] =
        &["sh", "ch", "ss", "nd", "nt", "ct", "st", "rt", "pt", "rm", "rn", "ck", "ll", "en", "ow", "ld", "ain", "ail"];
    let lemma = if BARE.iter().any(|e| stem.ends_with(e)) {
        stem.to_owned()
    } else if WITH_E.iter().any(|e| stem.ends_with(e)) {
        format!("{stem}e")
    } else {
        return None;
    };
    let declared = Declared::Verb { lemma: lemma.clone(), past: past.to_owned() };
    (p.is_word(0) && !OTHER.contains(&lemma.as_str())).then_some((lemma, 1, Some(declared)))
}

/// The verb at the beginning of a phrase, how many words it has, and its declaration.
pub(super) fn unlisted_verb(p: &Phrase<'_, '_>, form: Form) -> Option<(String, usize, Declared)> {
    let word = p.word(0);
    let plain = word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase());
    let adverb = word.ends_with("ly") && !matches!(word, "rely" | "apply" | "comply" | "supply" | "reply" | "multiply");
    // `DIRECTED to NOTE`
    let shouted = !p.text(0..1).chars().any(char::is_lowercase);
    let base = form == Form::Base && p.is_word(0) && (!p.capital(0) || shouted) && plain && !adverb;
    // `Each party shall bear its own costs.`
    let costs = word == "bear"
        && matches!(p.word(1), "its" | "their" | "his" | "her" | "the")
        && p.has(&["costs", "fees", "expenses"]);
    // `filed` behind `shall` is a slip of the order.
    let third = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    let inflected =
        third || word.len() > 4 && (word.ends_with("ed") && !word.ends_with("eed") || word.ends_with("ing"));
    if !base || inflected || OTHER.contains(&word) && !costs || p.len() < 2 {
        return None;
    }
    let past =
        PASTS.iter().find(|(lemma, _)| *lemma == word).map_or_else(|| Verbs::regular_past(word), |p| p.1.to_owned());
    let particle = Some(p.word(1)).filter(|w| PARTICLES.contains(w));
    let (lemma, past, len) = match particle {
        Some(more) => (format!("{word} {more}"), format!("{past} {more}"), 2),
        None => (word.to_owned(), past, 1),
    };
    let declared = Declared::Verb { lemma: lemma.clone(), past };
    Some((lemma, len, declared))
}
