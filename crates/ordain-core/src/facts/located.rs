//! `located no documents in CAR category 2`: that somebody searched, and what there
//! is in a set is all there is. It answers for the set as the word that it is complete does.

use super::assertion::{Assertion, Content, State};
use crate::model::object::Set;
use crate::model::phrase::{PhraseResolver, span_of};
use crate::model::{Declared, PartyId, VerbFamily, parties_of};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::names as say;
use ordain_base::diag::codes::party_names;
use ordain_syntax::ast::Token;

const FOUND: &[&str] = &["located", "found", "identified", "uncovered", "discovered"];
const FIND: &[&str] = &["locate", "find", "identify", "uncover", "discover"];

/// Words between `no` and the set that only say what was looked for.
const THINGS: &[&str] = &[
    "additional",
    "document",
    "documents",
    "further",
    "material",
    "materials",
    "more",
    "non-privileged",
    "other",
    "record",
    "records",
    "relevant",
    "responsive",
    "such",
];

const AUXILIARIES: &[&str] = &["are", "be", "been", "could", "did", "has", "have", "had", "is", "was", "were"];

/// Whose search it was, where no party is named: that of whoever speaks.
const SEARCHES: &[&str] = &[
    "a",
    "after",
    "and",
    "diligent",
    "good-faith",
    "he",
    "her",
    "his",
    "it",
    "its",
    "of",
    "reasonable",
    "search",
    "searches",
    "she",
    "the",
    "their",
    "they",
    "thorough",
];

/// What such a sentence is made of.
struct Located<'t> {
    subject: &'t [Token],
    set: &'t [Token],
    further: bool,
    /// `located no documents in …`, and nobody before it.
    by_nobody: bool,
}

fn one_of(token: &Token, words: &[&str]) -> bool {
    words.contains(&token.text.to_lowercase().as_str())
}

/// `no responsive documents`: how many tokens, and whether of more than there is.
fn nothing_located(tokens: &[Token], first: &[&str]) -> Option<(usize, bool)> {
    tokens.first().filter(|t| one_of(t, first))?;
    let things = tokens[1..].iter().take_while(|t| one_of(t, THINGS)).count();
    let further = tokens[1..=things].iter().any(|t| one_of(t, &["additional", "further", "more", "other"]));
    Some((1 + things, further))
}

/// `in CAR category 2`, `responsive to CAR category 2`: what is after the preposition.
fn after_preposition(tokens: &[Token]) -> Option<&[Token]> {
    let (first, rest) = tokens.split_first()?;
    let leads = one_of(first, &["in", "for", "of", "to", "under", "within"]);
    (leads && !rest.is_empty()).then_some(rest)
}

impl<'t> Located<'t> {
    /// `it located no documents in …`, `it did not locate any …`, `no documents were located in …`.
    fn read(tokens: &'t [Token]) -> Option<Self> {
        let verb = tokens.iter().position(|t| one_of(t, FOUND) || one_of(t, FIND))?;
        let (before, after) = (&tokens[..verb], &tokens[verb + 1..]);
        let auxiliary = |t: &&Token| one_of(t, AUXILIARIES) || one_of(t, &["not"]);
        let subject = &before[..before.len() - before.iter().rev().take_while(auxiliary).count()];
        if one_of(&tokens[verb], FIND) {
            before.last().filter(|t| one_of(t, &["not"]))?;
            let (taken, further) = nothing_located(after, &["any"])?;
            return Some(Self { subject, set: after_preposition(&after[taken..])?, further, by_nobody: false });
        }
        if let Some((taken, further)) = nothing_located(after, &["no", "none"]) {
            let by_nobody = subject.is_empty();
            return Some(Self { subject, set: after_preposition(&after[taken..])?, further, by_nobody });
        }
        let (taken, further) =
            nothing_located(subject, &["no", "none"]).filter(|(taken, _)| *taken == subject.len())?;
        Some(Self { subject: &subject[taken..], set: after_preposition(after)?, further, by_nobody: false })
    }
}

/// That nothing was located; nothing where the sentence says something else.
pub(super) fn located(declared: &Declared, tokens: &[Token], out: &mut Vec<Diagnostic>) -> Option<Option<Content>> {
    let found = Located::read(tokens)?;
    if found.by_nobody {
        let verb = tokens.first()?;
        out.push(party_names::verb_first(&verb.text, verb.span));
        return Some(None);
    }
    let by = if found.subject.iter().all(|t| one_of(t, SEARCHES)) {
        None
    } else {
        match parties_of(declared, found.subject, out) {
            Some((parties, _)) => parties.first().copied(),
            None => return Some(None),
        }
    };
    Some(content_of_claim(declared, found.set, by, found.further, out))
}

/// `Acme found no documents in …`: the verb of a court's finding, of another's search.
pub(super) fn found_none(
    declared: &Declared,
    by: &[PartyId],
    tokens: &[Token],
    out: &mut Vec<Diagnostic>,
) -> Option<Option<Content>> {
    let (taken, further) = nothing_located(tokens, &["no", "none"])?;
    let set = after_preposition(&tokens[taken..])?;
    Some(content_of_claim(declared, set, by.first().copied(), further, out))
}

fn content_of_claim(
    declared: &Declared,
    tokens: &[Token],
    by: Option<PartyId>,
    further: bool,
    out: &mut Vec<Diagnostic>,
) -> Option<Content> {
    let objects = PhraseResolver { names: &declared.names, declared, out }.objects(tokens)?;
    let Some(set) = objects.list.into_iter().find_map(|o| o.set) else {
        out.push(say::no_object("located", span_of(tokens)));
        return None;
    };
    Some(Content::State { set, state: State::NoneLocated { by, further } })
}

/// True where an act puts documents where the claim says that none were located:
/// the same side produced, withheld or logged them, and later where the claim is
/// only of further ones.
#[must_use]
pub fn belies_claim(declared: &Declared, claim: &Assertion, act: &Assertion) -> bool {
    let (Content::State { set, state: State::NoneLocated { by, further } }, Content::Done(deed)) =
        (&claim.content, &act.content)
    else {
        return false;
    };
    let family = declared.verbs.get(deed.act.verb).family;
    let ours = is_of(declared, claim, *by, &deed.actors);
    let inside = |s: &Set| {
        s.record == set.record
            && (set.categories.is_empty()
                || !s.categories.is_empty() && s.categories.iter().all(|c| set.categories.contains(c)))
    };
    let into = deed.act.objects.list.iter().any(|o| o.quantity != Some(0) && o.set.as_ref().is_some_and(inside));
    let later = claim.known.zip(act.bounds.first).is_some_and(|(said, done)| done > said);
    !deed.negated
        && matches!(family, VerbFamily::Produce | VerbFamily::Withhold | VerbFamily::Log)
        && ours
        && into
        && (later || !further)
}

/// True where a claim says that none were located, not only no further ones, by the
/// search of one of these.
#[must_use]
pub fn searched_by(declared: &Declared, claim: &Assertion, parties: &[PartyId]) -> bool {
    matches!(&claim.content, Content::State { state: State::NoneLocated { by, further: false }, .. }
        if is_of(declared, claim, *by, parties))
}

/// Whose search it was: anybody's, where nobody is named and nobody speaks.
fn is_of(declared: &Declared, claim: &Assertion, by: Option<PartyId>, parties: &[PartyId]) -> bool {
    let whose = by.or_else(|| claim.voice.speakers().first().copied());
    let same = |w: PartyId| parties.is_empty() || parties.iter().any(|p| declared.side(*p) == declared.side(w));
    whose.is_none_or(same)
}
