//! `Plaintiff may file a reply. He shall serve it`: a pronoun before the word that orders is the subject of the sentence
//! before, where nobody else is named there.

use super::names::{Name, Names, Who};
use super::openings::operative_words;
use super::phrase::Phrase;
use super::unit::Unit;

/// Puts the subject of the sentence before in the place of the pronoun that a unit begins with.
pub(super) fn resolve(units: &mut [Unit<'_, '_>], names: &Names) {
    for i in 0..units.len() {
        let Some(unit) = units.get(i) else { continue };
        let said = operative_words(&unit.words);
        if !matches!(said.word(0), "he" | "she" | "they" | "it") || said.len() < 3 || !orders(said.word(1)) {
            continue;
        }
        let before = match i.checked_sub(1).and_then(|b| units.get(b)).filter(|b| b.sentence == unit.sentence) {
            Some(clause) => Some(clause.words.clone()),
            None => sentence_before(&said),
        };
        let subject = before.and_then(|b| only_subject(&operative_words(&b), said.word(0), names));
        if let Some(subject) = subject {
            let words = subject.and(&said.slice(1..said.len()));
            if let Some(unit) = units.get_mut(i) {
                unit.words = words;
            }
        }
    }
}

fn orders(word: &str) -> bool {
    matches!(word, "shall" | "must" | "may" | "is" | "are" | "will")
}

/// The sentence before, in the same paragraph.
fn sentence_before<'r, 't>(p: &Phrase<'r, 't>) -> Option<Phrase<'r, 't>> {
    let first = p.reading.tokens.get(*p.ids().first()?)?;
    let range = p.reading.sentences.get((first.sentence as usize).checked_sub(1)?)?;
    let same = p.reading.tokens.get(range.start)?.paragraph == first.paragraph;
    same.then(|| Phrase::new(p.reading, range.clone()))
}

/// Whom a sentence names as its subject, where the pronoun fits and it names nobody else.
fn only_subject<'r, 't>(p: &Phrase<'r, 't>, pronoun: &str, names: &Names) -> Option<Phrase<'r, 't>> {
    const PERSONS: &[&str] = &[
        "counsel",
        "attorney",
        "attorneys",
        "party",
        "witness",
        "witnesses",
        "experts",
        "expert",
        "clerk",
        "he",
        "she",
        "they",
        "it",
        "who",
        "which",
    ];
    let the = usize::from(p.word(0) == "the" && names.at(p, 0).is_none());
    let (name, len) = names.at(p, the).filter(|(n, _)| n.who != Who::Court)?;
    let end = the + len;
    if names.possessive(p, the).is_some() || matches!(p.word(end), "and" | "or" | "," | "&") || !fits(name, pronoun) {
        return None;
    }
    let others = (end..p.len()).any(|i| {
        names.at(p, i).is_some_and(|(n, _)| n.who != Who::Court && n.written != name.written)
            || names.possessive(p, i).is_some_and(|(n, _)| n.written != name.written)
    });
    let verb =
        ["shall", "must", "may", "is", "are", "has", "have", "will", "was", "were", "filed", "need", "did", "does"]
            .contains(&p.word(end));
    (!others && verb && !p.slice(end..p.len()).has(PERSONS)).then(|| p.slice(0..end))
}

/// `they` are several, `he` is one.
fn fits(name: &Name, pronoun: &str) -> bool {
    let several = name.who == Who::Parties || name.written.ends_with('s');
    match pronoun {
        "they" => several,
        _ => !several,
    }
}
