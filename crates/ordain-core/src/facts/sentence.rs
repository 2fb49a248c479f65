//! The sentence of a fact: who did what, or what is said of a set.

use super::assertion::{Content, Deed, State};
use super::when::Bounds;
use crate::model::names::Entity;
use crate::model::object::{Act, Filter, Head, Object, Related};
use crate::model::phrase::{PhraseResolver, span_of, verb_at};
use crate::model::preposition::Preposition;
use crate::model::resolve::parties::is_role_of_next;
use crate::model::resolve::phrase::unknown::is_slip;
use crate::model::resolve::tokens::text;
use crate::model::{Declared, PartyId, parties_of};
use crate::verdict::Kind;
use ordain_base::diag::codes::names as say;
use ordain_base::diag::codes::party_names;
use ordain_base::diag::{Diagnostic, closest};
use ordain_syntax::ast::{Token, TokenKind};

/// Verbs of those who say something, where nothing that they say could be read.
const SPEECH: &[&str] = &[
    "says",
    "say",
    "asserts",
    "assert",
    "contends",
    "contend",
    "admits",
    "admit",
    "denies",
    "deny",
    "stipulates",
    "stipulate",
    "finds",
    "find",
    "shows",
];

/// `X did Y`: the subject, the verb in the past, and what follows. What is done on behalf of somebody is done by
/// both.
pub fn deed_of_sentence(declared: &Declared, tokens: &[Token], out: &mut Vec<Diagnostic>) -> Option<Deed> {
    let Some((without, principals)) = on_behalf_of(declared, tokens) else { return deed_of(declared, tokens, out) };
    let mut deed = deed_of(declared, &without, out)?;
    deed.actors.extend(principals);
    Some(deed)
}

/// `Vendor produced records on behalf of Acme`: the sentence without those words, and the parties.
fn on_behalf_of(declared: &Declared, tokens: &[Token]) -> Option<(Vec<Token>, Vec<PartyId>)> {
    let word = |i: usize| tokens.get(i).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text.as_str());
    let at = (0..tokens.len()).find(|&i| (word(i), word(i + 1), word(i + 2)) == ("on", "behalf", "of"))?;
    let mut end = at + 3;
    let mut principals = Vec::new();
    loop {
        let rest = tokens.get(end..)?;
        match declared.names.longest(rest) {
            Some((Entity::Party(party), n)) => {
                principals.push(party);
                end += n;
            }
            Some((Entity::Parties, n)) => {
                principals.extend(declared.all_parties());
                end += n;
            }
            // `and` joins two parties; a comma closes what stands between two.
            _ if matches!(word(end), "and" | "the" | "both") => end += 1,
            _ => break,
        }
    }
    let before = at - usize::from(at > 0 && tokens[at - 1].kind == TokenKind::Comma);
    end += usize::from(tokens.get(end).is_some_and(|t| t.kind == TokenKind::Comma));
    let rest = tokens.iter().take(before).chain(tokens.iter().skip(end)).cloned();
    (!principals.is_empty()).then(|| (rest.collect(), principals))
}

fn deed_of(declared: &Declared, tokens: &[Token], out: &mut Vec<Diagnostic>) -> Option<Deed> {
    let subject = subject_length(declared, tokens);
    let rest = &tokens[subject..];
    if subject == 0 {
        if let Some(verb) = tokens.first().filter(|t| declared.verbs.past(&t.text).is_some()) {
            out.push(party_names::verb_first(&verb.text, verb.span));
            return None;
        }
        // Reports the first word as nobody's name: a fact is never passed over.
        let until = tokens.iter().position(|t| declared.verbs.past(&t.text).is_some()).unwrap_or(1).max(1);
        let subject = &tokens[..until.min(tokens.len())];
        if parties_of(declared, subject, out).is_some() {
            out.push(party_names::unknown_party(&text(subject), span_of(subject), None));
        }
        return None;
    }
    let named = without_counsel(declared, &tokens[..subject]);
    let (actors, _) = parties_of(declared, &named, out)?;
    let each = |p: &PartyId| declared.group_members(*p).map_or_else(|| vec![*p], <[PartyId]>::to_vec);
    let actors: Vec<PartyId> = actors.iter().flat_map(each).collect();
    let mut at = 0;
    let mut negated = false;
    let mut perfect = false;
    while let Some(t) = rest.get(at) {
        match t.text.as_str() {
            "not" | "never" => negated = true,
            "has" | "have" | "had" | "did" | "was" | "were" => perfect = true,
            "also" | "then" | "again" | "timely" | "jointly" | "each" | "hereby" | "only" | "separately"
            | "administratively" => {}
            _ => break,
        }
        at += 1;
    }
    let rest = &rest[at..];
    let verbs = &declared.verbs;
    if let Some((verb, thing)) = crate::model::caused(verbs, rest) {
        let objects = PhraseResolver { names: &declared.names, declared, out }.objects(&thing)?;
        return Some(Deed { actors, act: Act { verb, objects, span: span_of(tokens) }, negated });
    }
    let form = |w: &str| verbs.past(w).or_else(|| if perfect { verbs.base(w) } else { None });
    let Some((verb, taken)) = verb_at(rest, verbs.longest(), form) else {
        unknown_verb(declared, tokens, rest, out);
        return None;
    };
    let mut words = PhraseResolver { names: &declared.names, declared, out };
    let tail: Vec<Token> = rest[taken..].iter().skip_while(|t| t.text == "that").cloned().collect();
    let mut objects = words.objects(&tail)?;
    let lemma = &verbs.get(verb).lemma;
    objects = crate::model::things_given(verbs.get(verb).family, objects);
    if objects.list.is_empty() && crate::model::needs_object(lemma) {
        out.push(say::no_object(&verbs.get(verb).past, span_of(rest)));
        return None;
    }
    let act = Act { verb, objects, span: span_of(tokens) };
    words.check_measures(&act, &tail)?;
    Some(Deed { actors, act, negated })
}

/// The parties among the words of a subject, without those who act for them.
fn without_counsel(declared: &Declared, tokens: &[Token]) -> Vec<Token> {
    let mut left = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match declared.names.longest(&tokens[at..]) {
            Some((_, n)) => {
                left.extend(tokens.iter().skip(at).take(n).cloned());
                at += n;
                at += words_naming_counsel(tokens.get(at..).unwrap_or_default()).unwrap_or(0);
            }
            None => {
                left.push(token.clone());
                at += 1;
            }
        }
    }
    left
}

fn unknown_verb(declared: &Declared, tokens: &[Token], rest: &[Token], out: &mut Vec<Diagnostic>) {
    let verbs = &declared.verbs;
    let Some(word) = rest.first() else {
        let end = span_of(tokens);
        out.push(say::no_object("did", end));
        return;
    };
    if SPEECH.contains(&word.text.as_str()) {
        out.push(say::nothing_said(&word.text, word.span));
        return;
    }
    // `Acme Corp. filed`: a name that goes on is no verb.
    if word.text.starts_with(char::is_uppercase) {
        let last = rest.iter().take_while(|t| t.text.starts_with(char::is_uppercase)).last().unwrap_or(word);
        let end = tokens.iter().position(|t| t.span == last.span).unwrap_or(0);
        let name = tokens.get(..=end).unwrap_or(tokens);
        let words: Vec<&str> = name.iter().map(|t| t.text.as_str()).collect();
        out.push(party_names::unknown_party(&words.join(" "), span_of(name), None));
        return;
    }
    if let Some(verb) = verbs.base(&word.text) {
        out.push(party_names::present_verb(&word.text, &verbs.get(verb).past, word.span));
        return;
    }
    let near = closest(&word.text, verbs.pasts().chain(SPEECH.iter().copied()).filter(|p| is_slip(&word.text, p)))
        .map(str::to_owned);
    out.push(party_names::unknown_verb(&word.text, word.span, near.as_deref()));
}

/// How many tokens at the start name parties.
fn subject_length(declared: &Declared, tokens: &[Token]) -> usize {
    let mut at = 0;
    let mut end = 0;
    while let Some(t) = tokens.get(at) {
        if is_role_of_next(declared, &tokens[at..]) {
            at += 1;
            continue;
        }
        if let Some((entity, n)) = declared.names.longest(&tokens[at..]) {
            if !matches!(entity, Entity::Party(_) | Entity::Parties) {
                break;
            }
            at += n;
            end = at;
            // `Plaintiff's counsel`, `Plaintiff, through counsel,`: counsel acts for the party.
            if let Some(n) = words_naming_counsel(&tokens[at..]) {
                at += n;
                end = at;
            }
            continue;
        }
        let joins = t.kind == TokenKind::Comma
            || matches!(
                t.text.as_str(),
                "and" | "the" | "The" | "both" | "each" | "counsel" | "Counsel" | "for" | "by"
            );
        if !joins {
            break;
        }
        at += 1;
    }
    end
}

/// Words after a party that name those who act for it: how many they are.
fn words_naming_counsel(tokens: &[Token]) -> Option<usize> {
    let word = |i: usize| tokens.get(i).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text.as_str());
    let comma = |i: usize| usize::from(tokens.get(i).is_some_and(|t| t.kind == TokenKind::Comma));
    let mut at = comma(0);
    if word(at) == "by" && word(at + 1) == "and" && word(at + 2) == "through" {
        at += 3;
    } else if matches!(word(at), "by" | "through") {
        at += 1;
    } else if at > 0 {
        return None;
    }
    while matches!(word(at), "its" | "their" | "his" | "her" | "undersigned" | "lead" | "local" | "the") {
        at += 1;
    }
    if !matches!(word(at), "counsel" | "attorney" | "attorneys" | "lawyer" | "lawyers") {
        return None;
    }
    at += 1;
    if word(at) == "of" && word(at + 1) == "record" {
        at += 2;
    }
    Some(at + comma(at))
}

/// What somebody says: of a set, of a paragraph, of an act, or in words.
/// The bounds are those of the act, where the sentence itself has a day.
pub fn content_of_statement(
    declared: &Declared,
    tokens: &[Token],
    out: &mut Vec<Diagnostic>,
) -> Option<(Content, Bounds)> {
    if let [only] = tokens
        && only.kind == TokenKind::Quoted
    {
        return Some((Content::Words(only.text.clone()), Bounds::default()));
    }
    if let Some(text) = not_so(tokens) {
        return Some((Content::NotSo(text.to_owned()), Bounds::default()));
    }
    if let Some(found) = verdict_stated(declared, tokens, out) {
        return Some((found, Bounds::default()));
    }
    if let Some(found) = super::happened::happened(declared, tokens) {
        return Some(found);
    }
    if let Some(found) = super::located::located(declared, tokens, out) {
        return found.map(|content| (content, Bounds::default()));
    }
    if let Some((subject, state)) = state_words(tokens) {
        let mut words = PhraseResolver { names: &declared.names, declared, out };
        let objects = words.objects(subject)?;
        let share = objects.list.iter().find_map(|o| o.share).filter(|_| state == State::Complete);
        let set = objects.list.into_iter().find_map(|o| o.set);
        return match set {
            Some(set) if share.is_some() => {
                Some((Content::Share { set, share: share.unwrap_or_default() }, Bounds::default()))
            }
            Some(set) => Some((Content::State { set, state }, Bounds::default())),
            None => {
                out.push(say::no_object("complete", span_of(tokens)));
                None
            }
        };
    }
    let subject = subject_length(declared, tokens);
    let acts = tokens.get(subject).is_some_and(|t| {
        declared.verbs.past(&t.text).is_some() || matches!(t.text.as_str(), "did" | "has" | "have" | "had")
    });
    if acts {
        let mut deed = deed_of_sentence(declared, tokens, out)?;
        let bounds = take_day(&mut deed.act.objects.list);
        return Some((Content::Done(deed), bounds));
    }
    let mut words = PhraseResolver { names: &declared.names, declared, out };
    let objects = words.objects(tokens)?;
    let object = objects.list.into_iter().next()?;
    match (object.quantity, &object.set) {
        (Some(0), Some(set)) => Some((Content::State { set: set.clone(), state: State::Nothing }, Bounds::default())),
        (Some(n), _) => Some((Content::Count { n, object }, Bounds::default())),
        _ => {
            let text = tokens.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ");
            Some((Content::Words(text), Bounds::default()))
        }
    }
}

/// `not "…"`, `"…" is not so`, `"…" not shown`: the words that are not so.
fn not_so(tokens: &[Token]) -> Option<&str> {
    let quoted = |t: &Token| t.kind == TokenKind::Quoted;
    let (at, _) = tokens.iter().enumerate().find(|(_, t)| quoted(t))?;
    let others = || tokens.iter().filter(|t| !quoted(t)).map(|t| t.text.as_str());
    let only = others().all(|w| matches!(w, "not" | "is" | "are" | "was" | "were" | "so" | "shown" | "true" | "that"));
    let one = tokens.iter().filter(|t| quoted(t)).count() == 1;
    (one && only && others().any(|w| w == "not")).then(|| tokens[at].text.as_str())
}

/// `MTC ¶ 1 breached`, `MTC ¶ 1 was not complied with` is left to words in quotation marks.
fn verdict_stated(declared: &Declared, tokens: &[Token], out: &mut Vec<Diagnostic>) -> Option<Content> {
    let last = tokens.last()?;
    let kind = Kind::from_name(&last.text)?;
    let at = tokens.iter().position(|t| t.kind == TokenKind::Paragraph)?;
    let order = declared.names.longest(tokens).and_then(|(e, _)| match e {
        Entity::Order(o) => Some(o),
        _ => None,
    });
    let paragraph = *declared.paragraphs(order, &tokens[at], out).first()?;
    Some(Content::Verdict { paragraph, kind })
}

/// `CAR categories 4-5 [are] [not] [shown] complete`: the subject, and what is said of it.
fn state_words(tokens: &[Token]) -> Option<(&[Token], State)> {
    let (last, mut before) = tokens.split_last()?;
    let mut state = match last.text.as_str() {
        "complete" | "completed" => State::Complete,
        "incomplete" => State::NotComplete,
        _ => return None,
    };
    while let Some((t, rest)) = before.split_last() {
        match t.text.as_str() {
            "not" => state = State::NotComplete,
            "is" | "are" | "was" | "were" | "shown" | "been" | "has" | "have" | "to" | "be" | "yet" | "fully" => {}
            _ => break,
        }
        before = rest;
    }
    (!before.is_empty()).then_some((before, state))
}

/// Takes `on D` or `by D` out of the objects of an act that is spoken of, as its day.
fn take_day(objects: &mut [Object]) -> Bounds {
    for object in objects {
        if let Some(i) = object.filters.iter().position(|f| matches!(f, Filter::On(_)))
            && let Filter::On(day) = object.filters.remove(i)
        {
            return Bounds::on(day);
        }
        let by = object.relations.iter().position(|r| r.is_any(&[Preposition::By]) && matches!(r.to, Related::Day(_)));
        if let Some(i) = by
            && let Related::Day(day) = object.relations.remove(i).to
        {
            return Bounds { last: Some(day), ..Bounds::default() };
        }
    }
    Bounds::default()
}

/// The parties named after `by` in an object: `25 documents produced by Defendants`.
#[must_use]
pub fn by_whom(object: &Object) -> Option<PartyId> {
    object.relations.iter().find_map(|r| match (r.preposition, &r.to) {
        (Some(Preposition::By), Related::Head(Head::Party(p))) => Some(*p),
        _ => None,
    })
}
