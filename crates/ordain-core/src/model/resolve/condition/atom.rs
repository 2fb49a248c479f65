//! One test: a quotation, a verdict, an event, an act done or left undone.

use super::forms::{self, COPULAS, Finite, HAPPENS};
use crate::model::ir::anchor::{Anchor, OrderDay};
use crate::model::ir::condition::{Test, TestKind};
use crate::model::ir::due::Due;
use crate::model::ir::ids::{ThingId, VerbId};
use crate::model::ir::names::{Entity, fold, name_of};
use crate::model::ir::object::{Act, Head, Object, Objects};
use crate::model::ir::thing::ThingKind;
use crate::model::ir::verbs::VerbFamily;
use crate::model::resolve::phrase::PhraseResolver;
use crate::model::resolve::phrase::unknown::is_slip;
use crate::model::resolve::tokens::{span_of, text_of, verb_at};
use crate::model::resolve::{anchor, due};
use crate::verdict::Kind;
use ordain_base::diag::closest;
use ordain_base::diag::codes::party_names;
use ordain_base::diag::codes::{conditions as say, names};
use ordain_syntax::ast::{Deadline, Phrase, Point, Token, TokenKind};

/// A phrase that is one quotation.
fn quoted_alone(phrase: &Phrase) -> Option<&str> {
    match phrase.tokens.as_slice() {
        [only] if only.kind == TokenKind::Quoted => Some(&only.text),
        _ => None,
    }
}

/// Reads one test; `None` where its words mean nothing, which was reported.
pub(crate) fn test_of(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Test> {
    let test = |kind| Some(Test { text: text_of(phrase), span: phrase.span, kind });
    if let Some(quoted) = quoted_alone(phrase) {
        return test(TestKind::Words(fold(quoted).to_lowercase()));
    }
    // An event may be declared with a sentence for its title.
    if let Some(thing) = words.declared.worded(&name_of(phrase)) {
        return test(event_test(Anchor::Thing(thing), false, false, None));
    }
    let (tokens, limit) = split_limit(words, &phrase.tokens)?;
    let first = tokens.first()?;
    if let Some(at) = tokens.iter().position(|t| t.kind == TokenKind::Paragraph)
        && at <= 4
        && forms::subject(words, &tokens) == 0
        && let Some(found) = test_of_verdict(words, &tokens, at, limit.as_ref())
    {
        return found.and_then(test);
    }
    let kind = test_kind_of(words, &tokens, limit);
    match kind {
        Some(kind) => kind.and_then(test),
        None => {
            words.out.push(say::unread_condition(&text_of(phrase), first.span.to(span_of(&tokens))));
            None
        }
    }
}

fn event_test(anchor: Anchor, held: bool, negated: bool, limit: Option<Due>) -> TestKind {
    TestKind::Event { anchor, held, negated, limit }
}

/// `Some(None)` where the form is known and a word of it is not.
fn test_kind_of(words: &mut PhraseResolver<'_>, tokens: &[Token], limit: Option<Due>) -> Option<Option<TestKind>> {
    let subject = forms::subject(words, tokens);
    let rest = tokens.get(subject..)?;
    // `the Court finds "good cause"`: the words are what is found.
    if let ([.., last], true) = (rest, subject > 0)
        && last.kind == TokenKind::Quoted
        && rest.len() <= 4
        && rest.first().is_none_or(|t| forms::finite(&words.declared.verbs, std::slice::from_ref(t)).is_none())
    {
        return Some(Some(TestKind::Words(fold(&last.text).to_lowercase())));
    }
    if subject > 0
        && forms::copula(rest) != Some(0)
        && let Some(finite) = forms::finite(&words.declared.verbs, rest)
    {
        return Some(test_of_active(words, &tokens[..subject], &finite, &rest[finite.taken..], limit));
    }
    if let Some(at) = forms::copula(tokens).filter(|at| *at > 0) {
        return Some(test_of_passive(words, tokens, at, limit));
    }
    if let Some(at) =
        tokens.iter().position(|t| HAPPENS.contains(&t.text.as_str())).filter(|at| *at > 0 && at + 1 == tokens.len())
    {
        return Some(
            thing_named(words, &tokens[..at]).map(|thing| event_test(Anchor::Thing(thing), false, false, limit)),
        );
    }
    // A party with a word that is no verb: the slip is in the verb.
    if subject > 0 {
        let word = rest.first()?;
        let near =
            closest(&word.text, words.declared.verbs.lemmas().filter(|l| is_slip(&word.text, l))).map(str::to_owned);
        words.out.push(party_names::unknown_verb(&word.text, word.span, near.as_deref()));
        return Some(None);
    }
    // `entry of Later`, `service of opposition`, the bare name of an event.
    let phrase = Phrase { tokens: tokens.to_vec(), span: span_of(tokens) };
    let thing = matches!(words.names.get(&name_of(&phrase)), Some(Entity::Thing(_) | Entity::Order(_)));
    let noun = tokens
        .iter()
        .any(|t| words.declared.verbs.noun(&t.text.to_lowercase()).is_some() || t.kind == TokenKind::Paragraph);
    if thing || noun {
        return Some(anchor::resolve_anchor(words, &phrase).map(|anchor| event_test(anchor, false, false, limit)));
    }
    if let [word] = tokens {
        words.unknown(tokens, word);
        return Some(None);
    }
    None
}

/// `Plaintiffs do not file opposition`.
fn test_of_active(
    words: &mut PhraseResolver<'_>,
    who: &[Token],
    finite: &Finite,
    tail: &[Token],
    limit: Option<Due>,
) -> Option<TestKind> {
    let negated = finite.negated ^ is_none(who);
    let by = forms::bearer(words, who)?;
    let objects = words.objects(tail)?;
    test_of_ruling(words, &objects, finite.verb, negated, limit.clone()).or_else(|| {
        let act = Act { verb: finite.verb, objects, span: span_of(who).to(span_of(tail)) };
        Some(TestKind::Done { by: Some(by), act: Box::new(act), negated, limit })
    })
}

/// `no opposition is filed by Plaintiffs`, `Status is held`, `Motion is granted`.
fn test_of_passive(
    words: &mut PhraseResolver<'_>,
    tokens: &[Token],
    at: usize,
    limit: Option<Due>,
) -> Option<TestKind> {
    let subject = &tokens[..at];
    let skipped = |t: &Token| {
        matches!(t.text.as_str(), "has" | "have" | "had" | "not" | "never" | "timely" | "so")
            || COPULAS.contains(&t.text.as_str())
    };
    let after = tokens[at..].iter().position(|t| !skipped(t)).map_or(tokens.len(), |n| at + n);
    let negated = tokens[at..after].iter().any(|t| matches!(t.text.as_str(), "not" | "never")) ^ is_none(subject);
    let rest = &tokens[after..];
    let verbs = &words.declared.verbs;
    let Some((verb, taken)) = verb_at(rest, verbs.longest(), |w| verbs.past(w)) else {
        let span = rest.first().map_or(span_of(tokens), |t| t.span);
        let word = rest.first().map_or_else(String::new, |t| t.text.clone());
        let near = closest(&word, verbs.pasts().filter(|p| is_slip(&word, p))).map(str::to_owned);
        words.out.push(party_names::unknown_verb(&word, span, near.as_deref()));
        return None;
    };
    let mut tail = &rest[taken..];
    let mut by = None;
    if let [prep, who @ ..] = tail
        && prep.text == "by"
    {
        let n = forms::subject(words, who);
        if n > 0 {
            by = Some(forms::bearer(words, &who[..n])?);
            tail = &who[n..];
        }
    }
    let subject: Vec<Token> = subject.iter().skip_while(|t| NONE.contains(&t.text.as_str())).cloned().collect();
    if subject.is_empty() && by.is_none() && tail.is_empty() {
        let first = tokens.first().map_or("no", |t| t.text.as_str());
        words.out.push(names::nothing_named(first, span_of(&tokens[..at.max(1)])));
        return None;
    }
    let family = verbs.get(verb).family;
    let mut all = subject;
    all.extend(tail.iter().cloned());
    let objects = words.objects(&all)?;
    if let [Object { head: Some(Head::Thing(thing)), .. }] = objects.list.as_slice()
        && by.is_none()
    {
        let kind = words.declared.things[thing.index()].kind;
        if matches!(family, VerbFamily::Grant | VerbFamily::Deny) {
            return test_of_ruling(words, &objects, verb, negated, limit);
        }
        if kind != ThingKind::Document {
            return Some(event_test(Anchor::Thing(*thing), family == VerbFamily::Hold, negated, limit));
        }
    }
    // Who serves an order, and on whom, is an act; that it is served, or entered, is of the order.
    let served_by_one = family == VerbFamily::Serve && by.is_some();
    if let ([Object { head: Some(Head::Order(order)), .. }], false) = (objects.list.as_slice(), served_by_one) {
        let day = match family {
            VerbFamily::Serve => OrderDay::Served,
            VerbFamily::File => OrderDay::Filed,
            VerbFamily::Sign => OrderDay::Signed,
            _ => OrderDay::Entered,
        };
        return Some(event_test(Anchor::Order(*order, day), false, negated, limit));
    }
    let act = Act { verb, objects, span: span_of(tokens) };
    Some(TestKind::Done { by, act: Box::new(act), negated, limit })
}

const NONE: &[&str] = &["no", "No", "any", "Any"];

fn is_none(tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|t| matches!(t.text.as_str(), "no" | "No"))
}

/// `the Court grants Motion`: of a declared paper, its ruling.
fn test_of_ruling(
    words: &PhraseResolver<'_>,
    objects: &Objects,
    verb: VerbId,
    negated: bool,
    limit: Option<Due>,
) -> Option<TestKind> {
    let family = words.declared.verbs.get(verb).family;
    let granted = match family {
        VerbFamily::Grant => true,
        VerbFamily::Deny => false,
        _ => return None,
    };
    match objects.list.as_slice() {
        [Object { head: Some(Head::Thing(thing)), .. }] => {
            Some(TestKind::Ruled { thing: *thing, granted, negated, limit })
        }
        _ => None,
    }
}

/// `MTC ¶ 1 is [not] breached`; `None` where the paragraph is an object of other words.
fn test_of_verdict(
    words: &mut PhraseResolver<'_>,
    tokens: &[Token],
    at: usize,
    limit: Option<&Due>,
) -> Option<Option<TestKind>> {
    let rest = tokens.get(at + 1..)?;
    let skipped = |t: &&Token| {
        COPULAS.contains(&t.text.as_str())
            || matches!(t.text.as_str(), "has" | "have" | "not" | "never" | "fully" | "timely")
    };
    if !rest.iter().any(|t| COPULAS.contains(&t.text.as_str())) {
        return None;
    }
    let negated = rest.iter().take_while(|t| skipped(t)).any(|t| matches!(t.text.as_str(), "not" | "never"));
    let state: Vec<&str> = rest.iter().skip_while(|t| skipped(t)).map(|t| t.text.as_str()).collect();
    let kind = match state.as_slice() {
        ["performed" | "satisfied" | "done"] | ["complied", "with"] => Kind::Met,
        ["kept", ..] => Kind::Kept,
        [word] => match Kind::from_name(word) {
            Some(kind) => kind,
            None => {
                let span = rest.last().map_or(span_of(tokens), |t| t.span);
                let near = closest(word, Kind::ALL.iter().map(|k| k.name()));
                words.out.push(say::no_such_state(word, span, near));
                return Some(None);
            }
        },
        _ => return None,
    };
    let order = match &tokens[..at] {
        [] => None,
        named => {
            let phrase = Phrase { tokens: named.to_vec(), span: span_of(named) };
            match words.declared.order_named(&phrase, words.out) {
                Some(order) => Some(order),
                None => return Some(None),
            }
        }
    };
    let before = words.out.len();
    let found = words.declared.paragraphs(order, &tokens[at], words.out);
    if words.out.len() > before {
        return Some(None);
    }
    let paragraph = *found.first()?;
    Some(Some(TestKind::Verdict { paragraph, kind, negated, limit: limit.cloned() }))
}

/// The words without the limit at their end, and the limit; `None` where the
/// limit names an event that means nothing.
fn split_limit(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Option<(Vec<Token>, Option<Due>)> {
    match tokens {
        [rest @ .., Token { kind: TokenKind::Limit(deadline), .. }] => {
            let due = due::resolve(words, deadline)?;
            Some((rest.to_vec(), Some(due)))
        }
        // As it comes before a duty: `If no opposition is filed by December 1, 2023, …`.
        [rest @ .., by, Token { kind: TokenKind::Date(date), .. }]
            if matches!(by.text.as_str(), "by" | "before") && !rest.is_empty() =>
        {
            let point = Point::Date(date.clone());
            let deadline = if by.text == "by" { Deadline::By(point) } else { Deadline::Before(point) };
            let due = due::resolve(words, &deadline)?;
            Some((rest.to_vec(), Some(due)))
        }
        all => Some((all.to_vec(), None)),
    }
}

/// The declared thing of these words; an unknown one is reported.
fn thing_named(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Option<ThingId> {
    let phrase = Phrase { tokens: tokens.to_vec(), span: span_of(tokens) };
    match words.names.get(&name_of(&phrase)) {
        Some(Entity::Thing(thing)) => Some(thing),
        _ => {
            let first = tokens.first()?;
            words.unknown(tokens, first);
            None
        }
    }
}
