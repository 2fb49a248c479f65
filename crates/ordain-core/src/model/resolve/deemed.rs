//! `deems answer filed on D`: what the Court takes as done.

use crate::model::ir::preposition::Preposition;
use chrono::NaiveDate;
use ordain_syntax::ast::Occurrence;

use super::parties::parties_of;
use super::phrase::PhraseResolver;
use super::tokens::{self, span_of};
use crate::model::ir::deemed::Deemed;
use crate::model::ir::ids::{PartyId, ThingId};
use crate::model::ir::object::{Act, Head, Object, Objects, Related};
use crate::model::ir::owed::OwedBy;
use crate::model::ir::thing::ThingKind;
use ordain_base::diag::codes::clauses::unlinked;
use ordain_base::diag::codes::orders as say;
use ordain_syntax::ast::{Token, TokenKind};

/// The words of a finding: nothing where it is stated without quotation marks.
pub(crate) fn deemed_by(tokens: &[Token]) -> Option<Deemed> {
    let quoted = tokens.iter().find(|t| t.kind == TokenKind::Quoted)?;
    Some(Deemed::Found(quoted.text.clone()))
}

/// What counts as done in time.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Timely {
    /// `First ¶ 1 met`.
    Paragraphs(Objects),
    /// `answer of Defendants timely filed`: the duty it performed is looked for.
    Owed(OwedBy),
}

/// `First ¶ 1 met`, `answer of Defendants timely filed`, `Defendants' answer
/// timely`; the inner `None` where the words are others.
#[expect(clippy::option_option, reason = "other words are no failure")]
pub(crate) fn timely(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Option<Option<Timely>> {
    const DONE: &[&str] = &["met", "timely", "performed", "satisfied", "discharged"];
    let plain =
        |t: &Token| t.kind == TokenKind::Word && !matches!(t.text.as_str(), "as" | "been" | "to" | "be" | "have");
    let done = |t: &Token| DONE.contains(&t.text.as_str());
    if tokens.iter().any(|t| t.kind == TokenKind::Paragraph) && tokens.last().is_some_and(done) {
        let keep = tokens.iter().filter(|t| !done(t) && (t.kind != TokenKind::Word || plain(t)));
        let named = words.objects(&keep.cloned().collect::<Vec<_>>())?;
        return Some(Some(Timely::Paragraphs(named)));
    }
    if !tokens.iter().any(|t| t.text == "timely") {
        return Some(None);
    }
    let verbs = &words.declared.verbs;
    let said = tokens.iter().find_map(|t| verbs.past(&t.text).filter(|_| t.kind == TokenKind::Word));
    let Some(verb) = said.or_else(|| verbs.base("file")) else { return Some(None) };
    let rest: Vec<Token> = tokens
        .iter()
        .filter(|t| {
            let day = matches!(t.kind, TokenKind::Date(_)) || matches!(t.text.as_str(), "on" | "timely" | "as");
            !day && verbs.past(&t.text).is_none()
        })
        .cloned()
        .collect();
    let mut objects = words.objects(&rest)?;
    let parties: Vec<PartyId> = objects.list.iter_mut().flat_map(take_owners).collect();
    let act = Act { verb, objects, span: span_of(tokens) };
    let text = tokens::text(&rest);
    Some(Some(Timely::Owed(OwedBy { parties, each: false, thing: false, act, words: format!("file {text}") })))
}

/// The end of a paper or a hearing that no act of a party brings about.
fn deemed_end(token: &Token) -> Option<Occurrence> {
    let end = Occurrence::DEEMED.into_iter().find(|o| o.word() == token.text);
    end.filter(|_| token.kind == TokenKind::Word)
}

/// `answer of Defendants filed on D`, `Motion withdrawn`; other words are shown.
/// The outer `None` where a word was reported.
#[expect(clippy::option_option, reason = "words that are shown only are no failure")]
pub(crate) fn resolve(
    words: &mut PhraseResolver<'_>,
    tokens: &[Token],
    as_of: Option<NaiveDate>,
) -> Option<Option<Deemed>> {
    let verbs = &words.declared.verbs;
    let is_act = |t: &Token| t.kind == TokenKind::Word && verbs.past(&t.text).is_some();
    let Some(at) = tokens.iter().rposition(|t| deemed_end(t).is_some() || is_act(t)) else { return Some(None) };
    let (what, rest) = (&tokens[..at], &tokens[at + 1..]);
    // `deems answer of Defendants filed November 1`: the word before the day is missing.
    let dated =
        |w: &[Token]| matches!(w[1].kind, TokenKind::Date(_)) && !matches!(w[0].text.as_str(), "on" | "of" | "as");
    if let Some([word, day]) = tokens[at..].windows(2).find(|w| dated(w)) {
        words.out.push(unlinked(&word.text, &day.text, "on", day.span));
        return None;
    }
    let day = rest.iter().find_map(|t| match &t.kind {
        TokenKind::Date(d) => Some(d.day),
        _ => None,
    });
    let day = day.or(as_of);
    let mut objects = words.objects(what)?;
    let thing = objects.list.iter().find_map(|o| match o.head {
        Some(Head::Thing(t)) => Some(t),
        _ => related_thing(o),
    });
    if let Some(what) = deemed_end(&tokens[at]) {
        return Some(thing.map(|thing| Deemed::Thing { thing, what, day }));
    }
    // An event is nobody's act: `deems Mandate issued`.
    if let [only] = objects.list.as_slice()
        && let Some(Head::Thing(thing)) = only.head
        && words.declared.things[thing.index()].kind == ThingKind::Event
    {
        return Some(Some(Deemed::Thing { thing, what: Occurrence::Happened, day }));
    }
    let verb = words.declared.verbs.past(&tokens[at].text)?;
    let by: Vec<Token> = match rest.iter().position(|t| t.text == "by") {
        Some(by) => rest[by + 1..]
            .iter()
            .take_while(|t| !matches!(t.kind, TokenKind::Date(_)) && !matches!(t.text.as_str(), "on" | "as" | "of"))
            .cloned()
            .collect(),
        None => Vec::new(),
    };
    let mut actors = if by.is_empty() { Vec::new() } else { parties_of(words.declared, &by, words.out)?.0 };
    for object in &mut objects.list {
        actors.extend(take_owners(object));
    }
    if actors.is_empty() {
        words.out.push(say::deemed_by_whom(span_of(tokens), &tokens[at].text));
        return None;
    }
    let act = Act { verb, objects, span: span_of(tokens) };
    Some(Some(Deemed::Act { actors, act, day }))
}

/// `answer of Defendants`, `Defendants' answer`: whose it is, taken out of the object.
fn take_owners(object: &mut Object) -> Vec<PartyId> {
    let mut found = Vec::new();
    object.relations.retain(|r| match (&r.to, r.preposition) {
        (Related::Head(Head::Party(p)), Some(Preposition::Of | Preposition::By)) => {
            found.push(*p);
            false
        }
        _ => true,
    });
    if let Some(Head::Party(p)) = object.head {
        found.push(p);
        let next = object.relations.iter().position(|r| r.preposition.is_none());
        object.head = next.and_then(|i| match object.relations.remove(i).to {
            Related::Head(head) => Some(head),
            _ => None,
        });
    }
    found
}

fn related_thing(object: &Object) -> Option<ThingId> {
    object.relations.iter().find_map(|r| match r.to {
        Related::Head(Head::Thing(t)) => Some(t),
        _ => None,
    })
}
