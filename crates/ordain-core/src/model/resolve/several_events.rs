//! Events that come together: `the earlier of the closing and May 6, 2024`, `the ruling or
//! further order`; and who does what an event is: `service of the opposition by Acme`.

use super::condition::forms;
use super::parties;
use super::phrase::PhraseResolver;
use super::tokens::{deliverable_at_start, span_of};
use crate::model::ir::anchor::Anchor;
use crate::model::ir::bearer::Bearer;
use crate::model::ir::names::{Entity, name_of};
use crate::model::ir::object::Act;
use crate::model::ir::thing::ThingKind;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// What reads one event: the reader of all events, which asks here first.
type ReadEvent = fn(&mut PhraseResolver<'_>, &Phrase) -> Option<Anchor>;

/// The first or the last of several events; `None` where the words name one, and the inner
/// `None` where one of several means nothing, which was reported.
#[expect(clippy::option_option, reason = "words that name one event are no failure")]
pub(crate) fn several_events(
    words: &mut PhraseResolver<'_>,
    phrase: &Phrase,
    read: ReadEvent,
) -> Option<Option<Anchor>> {
    let name = name_of(phrase);
    if words.names.get(&name).is_some() || words.declared.worded(&name).is_some() {
        return None;
    }
    let (led, rest) = which_event(&phrase.tokens);
    let mut arms = cut_into_events(words, rest, led.is_some())?;
    let stated = arms.len();
    // An order that ends it says so itself, so of `or further order` nothing is left to wait for.
    arms.retain(|arm| !is_further_order(arm));
    let event = |tokens: &[Token]| Phrase { tokens: tokens.to_vec(), span: span_of(tokens) };
    match arms.as_slice() {
        [] => None,
        [one] if stated > 1 => Some(read(words, &event(one))),
        [_] => None,
        [first, others @ ..] => {
            if led.is_none() && is_of_act(words, first) && others.iter().any(|o| is_paper(words, o)) {
                return None;
            }
            // `answer is served by Plaintiffs or Defendants`: two who may act, and one event.
            if others.iter().any(|o| is_party(words, o)) {
                return None;
            }
            let mut found = Vec::new();
            for (i, arm) in arms.iter().enumerate() {
                let mut quiet = Vec::new();
                let mut tried = PhraseResolver { names: words.names, declared: words.declared, out: &mut quiet };
                match arm_of(&mut tried, &event(arm), read) {
                    Some(read) => found.push(read),
                    // `the answer or reply`: the words together may still name one event.
                    None if i == 0 || is_of_act(words, first) => return None,
                    None => {
                        words.out.extend(quiet);
                        return Some(None);
                    }
                }
            }
            Some(Some(Anchor::Several { later: led == Some(true), arms: found }))
        }
    }
}

/// The name of a party and nothing else.
fn is_party(words: &PhraseResolver<'_>, tokens: &[Token]) -> bool {
    matches!(words.names.longest(tokens), Some((Entity::Party(_) | Entity::Parties, n)) if n == tokens.len())
}

/// `Defendants file answer`, `Plaintiff serves the complaint`: the act, and who does it; `None` of words that are no such
/// sentence, and the inner `None` where one of them means nothing, which was reported.
#[expect(clippy::option_option, reason = "words that are no sentence are no failure")]
pub(crate) fn done_by(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Option<Anchor>> {
    let tokens = &phrase.tokens;
    let subject = forms::subject(words, tokens);
    let (who, rest) = tokens.split_at_checked(subject).filter(|(who, _)| !who.is_empty())?;
    let passive = rest.iter().any(|t| t.kind == TokenKind::Word && forms::COPULAS.contains(&t.text.as_str()));
    let verbs = &words.declared.verbs;
    let finite = forms::finite(verbs, rest).filter(|f| !f.negated && !passive && !is_possessive(who))?;
    let (said, objects) = rest.split_at_checked(finite.taken).filter(|(_, objects)| !objects.is_empty())?;
    let (span, verb) = (span_of(said).to(span_of(objects)), finite.verb);
    let Some(by) = forms::bearer(words, who) else { return Some(None) };
    // `Defendant answer`: a noun beside a name is no sentence.
    let one = matches!(by, Bearer::One(_)) && !who.last().is_some_and(|t| t.text.ends_with('s'));
    if one && matches!(said, [word] if words.declared.verbs.base(&word.text).is_some()) {
        return None;
    }
    let Some(objects) = words.objects(objects) else { return Some(None) };
    Some(Some(Anchor::ActBy(Box::new(Act { verb, objects, span }), by)))
}

/// `Defendants'`, `Kerr's`.
pub(crate) fn is_possessive(name: &[Token]) -> bool {
    let ends = ["'", "’", "'s", "’s"];
    name.last().is_some_and(|t| ends.iter().any(|end| t.text.ends_with(end)))
}

/// The event without who does it, and who does.
pub(crate) fn without_actor(words: &PhraseResolver<'_>, phrase: &Phrase) -> (Phrase, Option<Bearer>) {
    let whole = || (phrase.clone(), None);
    let Some(by) = phrase.tokens.iter().rposition(|t| t.kind == TokenKind::Word && t.text == "by").filter(|by| *by > 0)
    else {
        return whole();
    };
    let named = phrase.tokens.get(by + 1..).unwrap_or_default();
    let mut quiet = Vec::new();
    let Some((parties, any)) = parties::parties_of(words.declared, named, &mut quiet).filter(|_| !named.is_empty())
    else {
        return whole();
    };
    let bearer = match parties.as_slice() {
        [] => return whole(),
        [one] => Bearer::One(*one),
        _ if any => Bearer::AnyOf(parties),
        _ => Bearer::Jointly(parties),
    };
    let tokens = phrase.tokens[..by].to_vec();
    let span = span_of(&tokens);
    (Phrase { tokens, span }, Some(bearer))
}

/// `the earlier of`, `the last of`: whether the last counts, and what follows.
fn which_event(tokens: &[Token]) -> (Option<bool>, &[Token]) {
    let start = usize::from(tokens.first().is_some_and(|t| t.text.eq_ignore_ascii_case("the")));
    let word = |i: usize| tokens.get(start + i).map_or("", |t| t.text.as_str());
    let later = match (word(0), word(1)) {
        ("earlier" | "earliest" | "first" | "sooner", "of") => false,
        ("later" | "latest" | "last", "of") => true,
        _ => return (None, tokens),
    };
    (Some(later), tokens.get(start + 2..).unwrap_or_default())
}

/// The events between commas and joining words; names that hold such a word stay whole.
fn cut_into_events<'t>(words: &PhraseResolver<'_>, tokens: &'t [Token], led: bool) -> Option<Vec<&'t [Token]>> {
    let mut arms = Vec::new();
    let (mut start, mut at, mut joined) = (0, 0, false);
    while let Some(token) = tokens.get(at) {
        if let Some((_, taken)) = words.names.longest(&tokens[at..]) {
            at += taken.max(1);
            continue;
        }
        let joins = token.kind == TokenKind::Word && (token.text == "or" || led && token.text == "and");
        if joins || token.kind == TokenKind::Comma {
            joined |= joins;
            arms.push(&tokens[start..at]);
            start = at + 1;
        }
        at += 1;
    }
    arms.push(tokens.get(start..).unwrap_or_default());
    arms.retain(|arm| !arm.is_empty());
    joined.then_some(arms)
}

/// `further order`, `until further order of the Court`.
fn is_further_order(tokens: &[Token]) -> bool {
    let words: Vec<&str> = tokens.iter().map(|t| t.text.as_str()).filter(|w| !matches!(*w, "until" | "a")).collect();
    matches!(
        words.as_slice(),
        ["further", "order" | "Order"] | ["further", "order" | "Order", "of", "the" | "this", "Court"]
    )
}

fn arm_of(words: &mut PhraseResolver<'_>, phrase: &Phrase, read: ReadEvent) -> Option<Anchor> {
    if let [Token { kind: TokenKind::Date(date), .. }] = phrase.tokens.as_slice() {
        return Some(Anchor::Day(date.day));
    }
    read(words, phrase)
}

/// `service of answer`: what follows `or` may be another thing of the same act.
fn is_of_act(words: &PhraseResolver<'_>, tokens: &[Token]) -> bool {
    let rest = tokens.iter().filter(|t| t.text != "the").take(2).collect::<Vec<_>>();
    matches!(rest.as_slice(), [noun, of] if of.text == "of" && words.declared.verbs.noun(&noun.text.to_lowercase()).is_some())
}

/// A paper, and no more than its name.
fn is_paper(words: &PhraseResolver<'_>, tokens: &[Token]) -> bool {
    let start = tokens.iter().position(|t| !matches!(t.text.as_str(), "the" | "a" | "an")).unwrap_or(0);
    let rest = tokens.get(start..).unwrap_or_default();
    match words.names.longest(rest).filter(|(_, n)| *n == rest.len()) {
        Some((Entity::Thing(t), _)) => {
            matches!(words.declared.things[t.index()].kind, ThingKind::Document | ThingKind::Motion)
        }
        Some(_) => false,
        None => deliverable_at_start(rest).is_some_and(|(_, n)| n == rest.len()),
    }
}
