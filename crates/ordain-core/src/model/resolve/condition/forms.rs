//! The forms in which conditions have their verbs: `moves`, `is filed`, `fails to file`.

use crate::model::ir::bearer::Bearer;
use crate::model::ir::ids::VerbId;
use crate::model::ir::names::Entity;
use crate::model::ir::verbs::Verbs;
use crate::model::resolve::parties::parties_of;
use crate::model::resolve::phrase::PhraseResolver;
use crate::model::resolve::tokens::verb_at;
use ordain_syntax::ast::{Token, TokenKind};

/// `is`, `has been`: what comes before a participle.
pub(crate) const COPULAS: &[&str] = &["is", "are", "was", "were", "be", "been"];

/// What may come before a verb: `does not file`, `has not filed`, `fails to file`.
const AUXILIARIES: &[&str] =
    &["does", "do", "did", "has", "have", "had", "fails", "fail", "failed", "not", "never", "timely", "also"];

/// Words that say only that an event came about.
pub(crate) const HAPPENS: &[&str] = &[
    "happens",
    "happen",
    "happened",
    "occurs",
    "occur",
    "occurred",
    "issues",
    "issue",
    "issued",
    "enters",
    "begins",
    "began",
    "ends",
    "ended",
    "concludes",
    "concluded",
    "closes",
    "closed",
];

/// A finite verb with what comes before it.
pub(crate) struct Finite {
    pub(crate) verb: VerbId,
    pub(crate) negated: bool,
    /// How many tokens it takes, auxiliaries included.
    pub(crate) taken: usize,
}

/// The finite verb at the start of `tokens`: `files`, `does not file`, `has filed`, `fails to file`.
pub(crate) fn finite(verbs: &Verbs, tokens: &[Token]) -> Option<Finite> {
    let mut at = 0;
    let mut negated = false;
    let mut fails = false;
    while let Some(t) = tokens.get(at).filter(|t| t.kind == TokenKind::Word) {
        let word = t.text.as_str();
        if !(AUXILIARIES.contains(&word) || fails && word == "to") {
            break;
        }
        negated ^= matches!(word, "not" | "never" | "fails" | "fail" | "failed");
        fails |= matches!(word, "fails" | "fail" | "failed");
        at += 1;
    }
    let form = |w: &str| verbs.base(w).or_else(|| verbs.past(w)).or_else(|| third_person(verbs, w));
    let (verb, n) = verb_at(tokens.get(at..)?, verbs.longest(), form)?;
    Some(Finite { verb, negated, taken: at + n })
}

/// `moves`, `replies`, `meets and confers`: the verb of the third person.
fn third_person(verbs: &Verbs, word: &str) -> Option<VerbId> {
    let lemma: Vec<String> = word.split(' ').map(|w| if w == "and" { w.to_owned() } else { bare_word(w) }).collect();
    let lemma = lemma.join(" ");
    let found = verbs.base(&lemma).filter(|_| lemma != word);
    found.or_else(|| {
        let shorter = word.strip_suffix("es")?;
        verbs.base(shorter)
    })
}

/// A word without the ending of the third person.
fn bare_word(word: &str) -> String {
    match (word.strip_suffix("ies"), word.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) if !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// How many tokens at the start name who acts: parties, `any party`, `either side`.
pub(crate) fn subject(words: &PhraseResolver<'_>, tokens: &[Token]) -> usize {
    let (mut at, mut end) = (0, 0);
    while let Some(t) = tokens.get(at) {
        match words.names.longest(&tokens[at..]) {
            Some((Entity::Party(_) | Entity::Parties, n)) => {
                at += n;
                end = at;
            }
            Some(_) => break,
            None if matches!(t.text.as_str(), "party" | "side") => {
                at += 1;
                end = at;
            }
            None if t.kind == TokenKind::Comma || JOINTS.contains(&t.text.as_str()) => at += 1,
            None => break,
        }
    }
    end
}

const JOINTS: &[&str] =
    &["and", "or", "the", "The", "a", "any", "Any", "either", "Either", "each", "no", "No", "both", "counsel", "for"];

/// Who acts, of the tokens that [`subject`] counted: any of several joined by `or`, all of those joined by `and`.
pub(crate) fn bearer(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Option<Bearer> {
    let any_party = tokens.iter().any(|t| matches!(t.text.as_str(), "party" | "side"));
    if any_party {
        return Some(Bearer::AnyOf(words.declared.all_parties().collect()));
    }
    let (parties, any) = parties_of(words.declared, tokens, words.out)?;
    Some(match parties.as_slice() {
        [one] => Bearer::One(*one),
        _ if any => Bearer::AnyOf(parties),
        _ => Bearer::Jointly(parties),
    })
}

/// Where a copula is among the words, outside quotations.
pub(crate) fn copula(tokens: &[Token]) -> Option<usize> {
    tokens.iter().position(|t| t.kind == TokenKind::Word && (COPULAS.contains(&t.text.as_str()))).map(|at| {
        // `has been filed`: from `has` on.
        let before = at.checked_sub(1).filter(|b| matches!(tokens[*b].text.as_str(), "has" | "have" | "had" | "not"));
        let first = before
            .and_then(|b| b.checked_sub(1))
            .filter(|b| matches!(tokens[*b].text.as_str(), "has" | "have" | "had"));
        first.or(before).unwrap_or(at)
    })
}
