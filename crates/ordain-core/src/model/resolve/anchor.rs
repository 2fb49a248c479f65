//! The event a due time hangs on, from the words that name it.

use crate::model::ir::nature::Nature;
use chrono::NaiveDate;

use super::deadline_of;
use super::hearing_by_noun::hearing_by_noun;
use super::order_day::{day_of_family, order_day, order_day_done, order_named};
use super::phrase::PhraseResolver;
use super::several_events::{done_by, is_possessive, several_events, without_actor};
use super::tokens::{deliverable_at_start, span_of, text_of};
use crate::model::ir::anchor::{Anchor, OrderDay};
use crate::model::ir::bearer::Bearer;
use crate::model::ir::ids::{ParagraphId, ThingId, VerbId};
use crate::model::ir::names::{Entity, name_of};
use crate::model::ir::object::{Act, Head, Object, Objects, Related};
use crate::model::ir::preposition::Preposition;
use crate::model::ir::thing::ThingKind;
use ordain_base::diag::codes::clauses::unlinked;
use ordain_base::diag::codes::names as say;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// Nouns for what the Court does with a motion, and whether it grants it.
pub(crate) const RULINGS: &[(&str, Option<bool>)] = &[
    ("ruling", None),
    ("decision", None),
    ("resolution", None),
    ("disposition", None),
    ("determination", None),
    ("denial", Some(false)),
    ("granting", Some(true)),
    ("grant", Some(true)),
];

/// `the hearing`, `the ruling or the trial`, `service of opposition by Acme`.
pub fn resolve_anchor(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Anchor> {
    if let Some(several) = several_events(words, phrase, resolve_anchor) {
        return several;
    }
    let declared = words.names.get(&name_of(phrase)).is_some();
    if !declared && let Some(found) = done_by(words, phrase) {
        return found;
    }
    let (event, by) = if declared { (phrase.clone(), None) } else { without_actor(words, phrase) };
    let found = one_event(words, &event)?;
    match (found, by) {
        (Anchor::Act(act), Some(by)) => Some(Anchor::ActBy(act, by)),
        (Anchor::Several { later, arms }, Some(by)) => {
            let done = |arm| match arm {
                Anchor::Act(act) => Anchor::ActBy(act, by.clone()),
                other => other,
            };
            Some(Anchor::Several { later, arms: arms.into_iter().map(done).collect() })
        }
        // Nobody else enters an order, rules on a motion or brings a motion of that name.
        (found @ (Anchor::Order(..) | Anchor::Ruling { .. } | Anchor::Thing(_)), _) => Some(found),
        (found, None) => Some(found),
        (_, Some(_)) => {
            let by = phrase.tokens.iter().rfind(|t| t.text == "by").or(phrase.tokens.first())?;
            words.unknown(&phrase.tokens, by);
            None
        }
    }
}

/// `the hearing`, `entry of this order`, `service of opposition`, `the end of
/// ¶ 1`, `the opening brief is filed`, `the ruling on MTC1`.
fn one_event(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Anchor> {
    let name = name_of(phrase);
    match words.names.get(&name) {
        Some(Entity::Thing(t)) => return Some(Anchor::Thing(t)),
        Some(Entity::Order(o)) => return Some(Anchor::Order(o, OrderDay::Entered)),
        _ => {}
    }
    // An event may be named by the words of its title: `the defendants' first appearance`.
    if let Some(thing) = words.declared.worded(&name)
        && matches!(words.declared.things[thing.index()].kind, ThingKind::Event | ThingKind::Hearing)
    {
        return Some(Anchor::Thing(thing));
    }
    if let Some(found) = deadline_as_anchor(words, phrase) {
        return found;
    }
    if let Some(hearing) = hearing_by_noun(words, &phrase.tokens) {
        return hearing.map(Anchor::Thing);
    }
    let first = phrase.tokens.iter().position(|t| !matches!(t.text.as_str(), "the" | "its" | "their"))?;
    let rest = &phrase.tokens[first..];
    if let Some((subject, done)) = split_event_sentence(without_the_day(rest)) {
        return anchor_of_sentence(words, subject, done);
    }
    // `after the of ¶ 1`: the event is missing.
    let leads = |t: &&Token| t.kind == TokenKind::Word && Preposition::of_word(&t.text).is_some();
    if let Some(first) = rest.first().filter(leads) {
        words.out.push(say::nothing_named(&first.text, first.span));
        return None;
    }
    // `Publication ¶ 1`: a paragraph of the order of that name, whatever else the name may be.
    if let Some((Entity::Order(_), n)) = words.names.longest(rest)
        && let [paragraph] = rest.get(n..).unwrap_or_default()
        && paragraph.kind == TokenKind::Paragraph
    {
        return only_paragraph(words, rest).map(Anchor::Paragraph);
    }
    let noun = rest.first()?.text.to_lowercase();
    // `the end of ¶ 1`, `the close of fact discovery`: the event itself.
    let bound = matches!(noun.as_str(), "end" | "close" | "start" | "conclusion");
    if bound && rest.len() > 2 && rest[1].text == "of" {
        let tokens = rest[2..].to_vec();
        let span = span_of(&tokens);
        return resolve_anchor(words, &Phrase { tokens, span });
    }
    if let Some(found) = of_order(words, &noun, &name, rest) {
        return found;
    }
    if let Some(found) = ruling_as_anchor(words, &noun, rest) {
        return Some(found);
    }
    if matches!(noun.as_str(), "performance" | "compliance" | "completion" | "satisfaction")
        && let Some(paragraph) = only_paragraph(words, rest.get(1..).unwrap_or_default())
    {
        return Some(Anchor::Performed(paragraph));
    }
    // `after the response`: the paper itself means its filing.
    if let Some((paper, taken)) = deliverable_at_start(rest)
        && taken == rest.len()
        && !paper.is(Nature::NoPaper)
    {
        let objects = words.objects(rest)?;
        let verb = words.declared.verbs.base("file")?;
        return Some(Anchor::Act(Box::new(Act { verb, objects, span: span_of(rest) })));
    }
    if let Some(verb) = words.declared.verbs.noun(&noun)
        && let Some(tail) = rest.get(1..)
    {
        return of_act(words, &noun, verb, tail, rest.first()?.span.to(phrase.span));
    }
    if let Some(title) = words.declared.nearly_worded(&name) {
        words.out.push(ordain_base::diag::codes::names::unknown_word(&text_of(phrase), phrase.span, Some(title)));
        return None;
    }
    event_of_objects(words, phrase, rest)
}

/// `entry of this Order`, `this Order`, `the date of service of this Order`. The outer `None`: these are other words.
fn of_order(words: &mut PhraseResolver<'_>, noun: &str, name: &str, rest: &[Token]) -> Option<Option<Anchor>> {
    // `the date of service of this Order`: the service, whatever day it was.
    if let [day, of, event @ ..] = rest
        && matches!(day.text.as_str(), "date" | "day")
        && of.text == "of"
    {
        return Some(match order_named(words, event) {
            Some(order) => Some(Anchor::Order(order, OrderDay::Entered)),
            None => resolve_anchor(words, &Phrase { tokens: event.to_vec(), span: span_of(event) }),
        });
    }
    let of_here = rest.len() == 1 || name.ends_with("of this order") || name.ends_with("of this Order");
    if of_here && let Some(day) = order_day(noun) {
        let here = words.declared.here.map(|o| Anchor::Order(o, day));
        if here.is_none() {
            words.unknown(rest, rest.first()?);
        }
        return Some(here);
    }
    matches!(name, "this order" | "this Order")
        .then(|| words.declared.here.map(|o| Anchor::Order(o, OrderDay::Entered)))
}

/// `the deadline of ¶ 1`, `the deadline to file answer`, `the answer deadline`: the day by which it is due. The
/// outer `None`: these are other words.
fn deadline_as_anchor(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Option<Anchor>> {
    let rest = deadline_of::of_paragraph(&phrase.tokens);
    if rest.len() < phrase.tokens.len() {
        return Some(only_paragraph(words, rest).map(Anchor::Paragraph));
    }
    if !phrase.tokens.iter().any(|t| matches!(t.text.as_str(), "deadline" | "cutoff" | "cut-off")) {
        return None;
    }
    let owed = deadline_of::owed_by(words, phrase)?;
    Some(owed.map(|owed| Anchor::Owed(Box::new(owed.act.objects))))
}

/// An event by what it is about: a declared thing, a paragraph, a day.
fn event_of_objects(words: &mut PhraseResolver<'_>, phrase: &Phrase, rest: &[Token]) -> Option<Anchor> {
    let objects = event_objects(words, rest)?;
    let object = objects.list.first()?;
    if let Some(Head::Thing(t)) = object.head {
        return Some(Anchor::Thing(t));
    }
    for relation in &object.relations {
        match &relation.to {
            Related::Paragraph(p) => return Some(Anchor::Paragraph(*p)),
            Related::Head(Head::Thing(t)) => return Some(Anchor::Thing(*t)),
            Related::Day(day) => return Some(by_day(words, *day).unwrap_or(Anchor::Day(*day))),
            _ => {}
        }
    }
    words.out.push(say::thing_for_an_event(&text_of(phrase), phrase.span));
    None
}

/// The things in the words of an event; where they mean nothing and are no slip, the whole
/// of them is the name of an event that nobody declared.
fn event_objects(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Option<Objects> {
    let mut out = Vec::new();
    let mut quiet = PhraseResolver { names: words.names, declared: words.declared, out: &mut out };
    let found = quiet.objects(tokens);
    let plain = out.iter().all(|d| d.code == say::UNKNOWN_WORD && d.fix.is_none());
    let named = tokens.first().is_some_and(|t| t.kind == TokenKind::Word && t.text.starts_with(char::is_uppercase));
    if found.is_none() && plain && named && tokens.len() > 1 {
        let phrase = Phrase { tokens: tokens.to_vec(), span: span_of(tokens) };
        words.out.push(say::unknown_event(&text_of(&phrase), phrase.span));
    } else {
        words.out.extend(out);
    }
    found
}

/// `service of opposition`, `entry of MTC`, `production of ¶ 1`.
fn of_act(
    words: &mut PhraseResolver<'_>,
    noun: &str,
    verb: VerbId,
    tail: &[Token],
    span: ordain_base::source::Span,
) -> Option<Anchor> {
    // `service motion`: what joins them is missing; `filing motion` says what is filed.
    if let Some(first) = tail.first().filter(|t| !noun.ends_with("ing") && !is_linking_word(t)) {
        words.out.push(unlinked(noun, &first.text, "of", first.span));
        return None;
    }
    let mut objects = words.objects(tail)?;
    let only = objects.list.first().and_then(|o| o.relations.first().map(|r| &r.to));
    match only {
        Some(Related::Head(Head::Order(order))) => {
            if let Some(day) = order_day(noun).or_else(|| day_of_family(words.declared.verbs.get(verb).family)) {
                return Some(Anchor::Order(*order, day));
            }
        }
        Some(Related::Head(Head::Thing(t))) if noun == "filing" && is_motion(words, *t) || !is_paper(words, *t) => {
            return Some(Anchor::Thing(*t));
        }
        Some(Related::Paragraph(p)) => return Some(Anchor::Performed(*p)),
        _ => {}
    }
    for object in &mut objects.list {
        promote_related_thing(object);
    }
    // `service of list and declaration`: when both have been served.
    if objects.list.len() > 1 {
        let one = |object: &Object| Objects { list: vec![object.clone()], any: false };
        let act = |object: &Object| Anchor::Act(Box::new(Act { verb, objects: one(object), span }));
        let arms = objects.list.iter().map(act).collect();
        return Some(Anchor::Several { later: !objects.any, arms });
    }
    Some(Anchor::Act(Box::new(Act { verb, objects, span })))
}

/// A word that says how what follows belongs to the noun before it.
fn is_linking_word(token: &Token) -> bool {
    let word = token.text.as_str();
    token.kind == TokenKind::Word && (Preposition::of_word(word).is_some() || matches!(word, "and" | "or"))
}

/// `the date on which this action is reopened`: what happens on it.
fn without_the_day(tokens: &[Token]) -> &[Token] {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.text.as_str());
    let rest = match (word(0), word(1), word(2)) {
        ("date" | "day", "on" | "upon", "which") => tokens.get(3..),
        ("date" | "day", "that" | "when", _) => tokens.get(2..),
        ("date" | "day", next, _) if next != "of" => tokens.get(1..),
        _ => None,
    };
    rest.filter(|r| split_event_sentence(r).is_some()).unwrap_or(tokens)
}

/// `the opening brief is filed`: what it is said of, and what is said.
fn split_event_sentence(tokens: &[Token]) -> Option<(&[Token], &Token)> {
    match tokens {
        [subject @ .., be, done] if !subject.is_empty() && matches!(be.text.as_str(), "is" | "are") => {
            Some((subject, done))
        }
        [subject @ .., has, been, done]
            if !subject.is_empty() && matches!(has.text.as_str(), "has" | "have") && been.text == "been" =>
        {
            Some((subject, done))
        }
        _ => None,
    }
}

fn anchor_of_sentence(words: &mut PhraseResolver<'_>, subject: &[Token], done: &Token) -> Option<Anchor> {
    if let Some(paragraph) = only_paragraph(words, subject) {
        return match done.text.as_str() {
            "due" => Some(Anchor::Paragraph(paragraph)),
            "performed" | "met" | "satisfied" | "completed" | "done" | "complied" => Some(Anchor::Performed(paragraph)),
            _ => {
                words.unknown(std::slice::from_ref(done), done);
                None
            }
        };
    }
    let entity = words.names.longest(subject).filter(|(_, n)| *n == subject.len()).map(|(e, _)| e);
    if let Some(Entity::Order(order)) = entity
        && let Some(day) = order_day_done(&done.text)
    {
        return Some(Anchor::Order(order, day));
    }
    if let Some(Entity::Thing(t)) = entity {
        let kind = words.declared.things[t.index()].kind;
        let found = match (kind, done.text.as_str()) {
            (ThingKind::Hearing, "held" | "heard" | "over" | "concluded") => Some(Anchor::Thing(t)),
            (ThingKind::Motion, "granted") => Some(Anchor::Ruling { motion: t, granted: Some(true) }),
            (ThingKind::Motion, "denied") => Some(Anchor::Ruling { motion: t, granted: Some(false) }),
            (ThingKind::Motion, "decided" | "resolved" | "ruled") => Some(Anchor::Ruling { motion: t, granted: None }),
            (ThingKind::Motion | ThingKind::Document, "filed") => Some(Anchor::Thing(t)),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    // `Defendants' answer is filed`: whose paper it is says who files it.
    let (whose, subject) = match words.names.longest(subject) {
        Some((Entity::Party(party), n)) if is_possessive(subject.get(..n)?) => (Some(party), subject.get(n..)?),
        _ => (None, subject),
    };
    let objects = words.objects(subject)?;
    if done.text == "due" {
        return Some(Anchor::Owed(Box::new(objects)));
    }
    let Some(verb) = words.declared.verbs.past(&done.text) else {
        words.unknown(std::slice::from_ref(done), done);
        return None;
    };
    let act = Box::new(Act { verb, objects, span: span_of(subject).to(done.span) });
    Some(whose.map_or_else(|| Anchor::Act(act.clone()), |party| Anchor::ActBy(act.clone(), Bearer::One(party))))
}

/// `ruling on MTC1`, `denial of MTC1`.
fn ruling_as_anchor(words: &mut PhraseResolver<'_>, noun: &str, rest: &[Token]) -> Option<Anchor> {
    let (_, granted) = RULINGS.iter().find(|(n, _)| *n == noun)?;
    let link = rest.get(1).filter(|t| matches!(t.text.as_str(), "on" | "of" | "upon"))?;
    let tail: Vec<Token> =
        rest.iter().skip_while(|t| t.span.start <= link.span.start).filter(|t| t.text != "the").cloned().collect();
    match words.names.longest(&tail) {
        Some((Entity::Thing(t), n))
            if n == tail.len() && words.declared.things[t.index()].kind == ThingKind::Motion =>
        {
            Some(Anchor::Ruling { motion: t, granted: *granted })
        }
        _ => None,
    }
}

/// The one paragraph that `¶ 1`, `MTC ¶ 1` or `of ¶ 1` names, and nothing else.
fn only_paragraph(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Option<ParagraphId> {
    if !tokens.iter().any(|t| t.kind == TokenKind::Paragraph) {
        return None;
    }
    let objects = words.objects(tokens)?;
    objects.list.iter().flat_map(|o| &o.relations).find_map(|r| match r.to {
        Related::Paragraph(p) => Some(p),
        _ => None,
    })
}

/// `the hearing of April 8, 2024` is the declared hearing of that day.
pub(crate) fn by_day(words: &PhraseResolver<'_>, day: NaiveDate) -> Option<Anchor> {
    let found = words.declared.things.iter().position(|t| t.date == Some(day) && t.kind == ThingKind::Hearing)?;
    Some(Anchor::Thing(ThingId::at(found)))
}

fn is_motion(words: &PhraseResolver<'_>, thing: ThingId) -> bool {
    words.declared.things[thing.index()].kind == ThingKind::Motion
}

fn is_paper(words: &PhraseResolver<'_>, thing: ThingId) -> bool {
    matches!(words.declared.things[thing.index()].kind, ThingKind::Document | ThingKind::Motion)
}

/// `of opposition` makes the opposition the thing served.
fn promote_related_thing(object: &mut Object) {
    if object.head.is_none()
        && let Some(i) = object.relations.iter().position(|r| r.is_any(&[Preposition::Of]))
        && let Related::Head(head) = object.relations[i].to.clone()
    {
        object.relations.remove(i);
        object.head = Some(head);
    }
}
