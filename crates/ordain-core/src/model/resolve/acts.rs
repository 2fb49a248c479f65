//! The act of a duty: verb and thing, alone or several joined by `and` or `or`.

use super::phrase::PhraseResolver;
use super::phrase::unknown::is_slip;
use super::tokens::{span_of, text_of, verb_at};
use super::{causative, each_time, limit, measured, served_with, substantial, tokens};
use crate::model::ir::deliverables::Deliverable;
use crate::model::ir::ids::VerbId;
use crate::model::ir::object::{Act, Head, Object, Objects, Relation};
use crate::model::ir::qualifier::Qualifier;
use crate::model::ir::verbs::{VerbFamily, Verbs};
use crate::verdict::Modality;
use ordain_base::diag::closest;
use ordain_base::diag::codes::names as say;
use ordain_base::diag::codes::party_names;
use ordain_base::source::Span;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// Acts of which any one does: one duty, or one arm of several joined by `and`.
pub(crate) struct Group {
    pub(crate) acts: Vec<Act>,
    /// The act as the order words it.
    pub(crate) words: String,
    /// The things that it is owed for each of.
    pub(crate) of_each: Vec<Head>,
    /// The same for all the things that `in each of` names.
    pub(crate) in_each: Option<String>,
    /// What distinguishes it from its siblings: `file joint status report`.
    pub(crate) name: String,
    pub(crate) span: Span,
}

/// One act: `complete CAR categories 1-5`; after `must:` a thing without a verb is to be produced.
pub(crate) fn one_act(words: &mut PhraseResolver<'_>, phrase: &Phrase, listed: bool) -> Option<Act> {
    resolve_act(words, &without_leading_words(&phrase.tokens), listed, false)
}

/// `filing motions`: the same with the verb in its base form.
pub(crate) fn in_base_form(verbs: &Verbs, mut tokens: Vec<Token>) -> Vec<Token> {
    if let Some(first) = tokens.first_mut()
        && let Some(id) = verbs.gerund(&first.text)
    {
        first.text.clone_from(&verbs.get(id).lemma);
    }
    tokens
}

/// The acts of a phrase, each with the things that it is owed for each of.
pub(crate) fn split(
    words: &mut PhraseResolver<'_>,
    phrase: &Phrase,
    listed: bool,
    modality: Modality,
) -> Option<Vec<Group>> {
    let mut groups = split_at_verbs(words, phrase, listed, modality)?;
    let of_each = each_time::things_of_each(words, &phrase.tokens);
    groups.iter_mut().for_each(|group| group.of_each.clone_from(&of_each));
    Some(groups)
}

/// The acts of a phrase. Joined by `or`, or forbidden, any one counts; joined by
/// `and`, each is owed by itself. A mix is refused.
fn split_at_verbs(
    words: &mut PhraseResolver<'_>,
    phrase: &Phrase,
    listed: bool,
    modality: Modality,
) -> Option<Vec<Group>> {
    let tokens = without_leading_words(&phrase.tokens);
    let reported = words.out.len();
    // `enjoined from using, copying or distributing`
    let forbidden = modality == Modality::MustNot;
    let (arms, joints) = cut_at_verbs(words, &tokens, forbidden);
    let any = joints.iter().any(|j| j == "or");
    let all = joints.iter().any(|j| j == "and");
    if any && all && modality == Modality::Must {
        words.out.push(say::mixed(phrase.span));
        return None;
    }
    let mut acts: Vec<Act> = Vec::new();
    for arm in &arms {
        acts.push(resolve_act(words, arm, listed, forbidden)?);
    }
    // `use, copy or distribute the code`: a verb alone takes the thing of the next that has one,
    // but for verbs that need none: `confer and submit schedule`.
    for i in (0..acts.len().saturating_sub(1)).rev() {
        let whole = words.declared.verbs.get(acts[i].verb).family.is_whole_without_a_thing();
        if acts[i].objects == Objects::default() && !whole {
            acts[i].objects = acts[i + 1].objects.clone();
        } else if says_only_to_whom(words, &acts[i]) {
            acts[i].objects = things_of_next(&acts[i], &acts[i + 1]);
        }
    }
    if let Some(bare) = acts.iter().find(|a| {
        a.objects.list.iter().all(Object::names_no_thing) && needs_object(&words.declared.verbs.get(a.verb).lemma)
    }) {
        // A thing that was named and means nothing has been reported.
        if words.out.len() == reported {
            words.out.push(say::no_object(&words.declared.verbs.get(bare.verb).lemma, bare.span));
        }
        return None;
    }
    let several = match modality {
        Modality::Must => !any && measured::are_several_sums(&acts),
        Modality::MustNot | Modality::May | Modality::CutOff => measured::is_limited_in_parts(&acts),
    };
    if several {
        let things = measured::apart(words.declared, &acts, &tokens).into_iter();
        let group = |(act, name): (Act, String)| Group {
            span: act.span,
            acts: vec![act],
            words: name.clone(),
            of_each: Vec::new(),
            in_each: None,
            name,
        };
        return Some(things.map(group).collect());
    }
    if any || modality != Modality::Must || acts.len() == 1 {
        let said = match substantial::reworded(&phrase.tokens) {
            Some(tokens) => tokens::text(&tokens),
            None => text_of(phrase),
        };
        return Some(vec![Group {
            acts,
            words: said,
            of_each: Vec::new(),
            in_each: None,
            name: String::new(),
            span: phrase.span,
        }]);
    }
    let named = arms.iter().zip(acts).map(|(arm, act)| {
        let text = text_of(&Phrase { tokens: arm.to_vec(), span: act.span });
        Group { span: act.span, acts: vec![act], name: text.clone(), of_each: Vec::new(), in_each: None, words: text }
    });
    Some(named.collect())
}

/// `status report`, whether jointly or separately: a `joint status report` performs it too.
pub(crate) fn or_joint(group: &mut Group) {
    let joint = |act: &Act| {
        let mut act = act.clone();
        let mut found = false;
        for object in &mut act.objects.list {
            if let Some(Head::Deliverable(d)) = &object.head
                && let Some(joint) = Deliverable::find(&format!("joint {}", d.name()))
            {
                object.head = Some(Head::Deliverable(joint));
                found = true;
            }
        }
        found.then_some(act)
    };
    let more: Vec<Act> = group.acts.iter().filter_map(joint).collect();
    group.acts.extend(more);
}

/// The words after those that only color the verb.
fn without_leading_words(tokens: &[Token]) -> Vec<Token> {
    let skipped = ["promptly", "also", "each", "jointly", "to", "forthwith", "either"];
    let rest = tokens.iter().skip_while(|t| skipped.contains(&t.text.as_str()));
    // `answer or otherwise respond to complaint`: the word says nothing that `or` does not.
    let mut joined = false;
    let says_something = |t: &&Token| !(std::mem::replace(&mut joined, t.text == "or") && t.text == "otherwise");
    let rest: Vec<Token> = rest.filter(says_something).cloned().collect();
    substantial::reworded(&rest).unwrap_or(rest)
}

/// Cuts at each `and`, `or` or comma that a verb follows, unless what follows is a thing.
fn cut_at_verbs<'t>(
    words: &PhraseResolver<'_>,
    tokens: &'t [Token],
    forbidden: bool,
) -> (Vec<&'t [Token]>, Vec<String>) {
    let verb = |rest: &[Token]| verb_of(&words.declared.verbs, rest, forbidden).map(|(_, n)| n);
    let (mut arms, mut joints) = (Vec::new(), Vec::new());
    let mut start = 0;
    let mut at = verb(tokens).unwrap_or(1);
    while at < tokens.len() {
        let comma = tokens[at].kind == TokenKind::Comma;
        let word = if comma { at + 1 } else { at };
        let joint = tokens.get(word).filter(|t| matches!(t.text.as_str(), "and" | "or"));
        let next = if joint.is_some() { word + 1 } else { word };
        let rest = tokens.get(next..).unwrap_or_default();
        if (comma || joint.is_some())
            && let Some(taken) = verb(rest)
            && (!words.is_thing(rest)
                || takes_a_thing(words, rest, taken)
                || shares_a_thing(words, rest, taken)
                || follows_a_whole_act(words, &tokens[start..at]))
        {
            arms.push(&tokens[start..at]);
            joints.extend(joint.map(|t| t.text.clone()));
            start = next;
            at = next + taken;
        } else {
            at += 1;
        }
    }
    arms.push(&tokens[start..]);
    (arms, joints)
}

/// `serve process and file proof of service`: `file` is a thing too, but here it takes one.
fn takes_a_thing(words: &PhraseResolver<'_>, rest: &[Token], taken: usize) -> bool {
    if rest.get(taken).is_some_and(is_it) {
        return true;
    }
    // `file up to 3 declarations`
    let before = |t: &&Token| {
        matches!(t.text.as_str(), "a" | "an" | "the" | "up" | "to" | "at" | "most" | "least" | "more" | "than")
            || ordain_base::words::number(&t.text).is_some()
    };
    let skipped = rest.iter().skip(taken).take_while(before).count();
    let after = rest.get(taken + skipped..).unwrap_or_default();
    words.thing_words(rest) <= taken
        && (words.is_thing(after) || after.first().is_some_and(|t| t.kind == TokenKind::Quoted))
}

/// `exchange reports and file and serve declaration`: `file` shares the thing of the verb after it.
fn shares_a_thing(words: &PhraseResolver<'_>, rest: &[Token], taken: usize) -> bool {
    let verbs = &words.declared.verbs;
    let files = verb_of(verbs, rest, false).is_some_and(|(v, _)| verbs.get(v).family == VerbFamily::File);
    let Some(next) = rest.get(taken).filter(|t| matches!(t.text.as_str(), "and" | "or")).map(|_| &rest[taken + 1..])
    else {
        return false;
    };
    let serves = verb_of(verbs, next, false).filter(|(v, _)| verbs.get(*v).family != VerbFamily::File);
    files && serves.is_some_and(|(_, n)| !words.is_thing(next) && next.len() > n)
}

/// `confer and report`: nobody confers a report, so that the second is a verb.
fn follows_a_whole_act(words: &PhraseResolver<'_>, before: &[Token]) -> bool {
    let verbs = &words.declared.verbs;
    verb_of(verbs, before, false)
        .is_some_and(|(v, n)| n == before.len() && verbs.get(v).family.is_whole_without_a_thing())
}

/// The verb at the start of `tokens`, and how many it takes; of what is forbidden, in the form after `enjoined from` too.
fn verb_of(verbs: &Verbs, tokens: &[Token], forbidden: bool) -> Option<(VerbId, usize)> {
    verb_at(tokens, verbs.longest(), |w| if forbidden { verbs.forbidden(w) } else { verbs.base(w) })
}

fn resolve_act(words: &mut PhraseResolver<'_>, tokens: &[Token], listed: bool, forbidden: bool) -> Option<Act> {
    let verbs = &words.declared.verbs;
    // `administratively terminate this action`: how, shown with the thing.
    let (way, tokens) = match tokens {
        [way, rest @ ..] if way.text == "administratively" => (Qualifier::listed(&way.text), rest),
        all => (None, all),
    };
    if let Some((verb, thing)) = causative::caused(verbs, tokens) {
        let objects = words.objects(&thing)?;
        return Some(Act { verb, objects, span: span_of(tokens) });
    }
    let (verb, taken) = match verb_of(verbs, tokens, forbidden) {
        Some(found) => found,
        None if listed => (verbs.base("produce")?, 0),
        None => {
            let first = tokens.first()?;
            let near = closest(&first.text, verbs.lemmas().filter(|l| is_slip(&first.text, l))).map(str::to_owned);
            words.out.push(party_names::unknown_verb(&first.text, first.span, near.as_deref()));
            // A slip in the verb hides no slip after it; of words that are no verb nothing follows.
            if near.is_some() {
                let _ = words.objects(tokens.get(1..).unwrap_or_default());
            }
            return None;
        }
    };
    // `list it in the privilege log`: what it is, another clause says.
    let it = usize::from(tokens.get(taken).is_some_and(is_it) && tokens.len() > taken + 1);
    let things = tokens.get(taken + it..).unwrap_or_default();
    let beyond = if forbidden { limit::limit_beyond(things) } else { None };
    let (limit, things) = beyond.map_or_else(|| (None, things.to_vec()), |(limit, rest)| (Some(Box::new(limit)), rest));
    let mut objects = words.objects(&things)?;
    objects = served_with::things_given(words.declared.verbs.get(verb).family, objects);
    if limit.is_some() {
        if objects.list.is_empty() {
            objects.list.push(Object::empty(span_of(tokens)));
        }
        measured::give_limit(&mut objects, limit.as_deref());
    }
    if let (Some(way), Some(object)) = (way, objects.list.first_mut()) {
        object.qualifiers.insert(0, way);
    }
    // To post money is to deposit it; to post a notice is another act.
    let post = verbs_of_post(words, verb);
    let money = objects.list.iter().any(|o| o.amount.is_some() && matches!(o.head, None | Some(Head::Party(_))));
    let verb = post.filter(|_| money).unwrap_or(verb);
    let act = Act { verb, objects, span: span_of(tokens) };
    words.check_measures(&act, tokens)?;
    Some(act)
}

/// Of a verb that posts: that by which money is deposited.
fn verbs_of_post(words: &PhraseResolver<'_>, verb: VerbId) -> Option<VerbId> {
    let verbs = &words.declared.verbs;
    (verbs.get(verb).family == VerbFamily::Post).then(|| verbs.base("deposit")).flatten()
}

fn is_it(token: &Token) -> bool {
    matches!(token.text.as_str(), "it" | "them")
}

/// `file with the Court and serve on Plaintiffs response`: the first act says to whom, and not what.
fn says_only_to_whom(words: &PhraseResolver<'_>, act: &Act) -> bool {
    let things = &act.objects.list;
    !things.is_empty()
        && things.iter().all(Object::names_no_thing)
        && needs_object(&words.declared.verbs.get(act.verb).lemma)
}

/// The things of the next act, for those whom this one names.
fn things_of_next(act: &Act, next: &Act) -> Objects {
    let whom: Vec<Relation> = act.objects.list.iter().flat_map(|o| o.relations.clone()).collect();
    let mut things = next.objects.clone();
    for thing in &mut things.list {
        thing.relations.retain(|r| !r.is_address());
        thing.relations.extend(whom.iter().cloned());
    }
    things
}

/// Verbs that say nothing without a thing: `produce`, `file`; but one may simply `appear` or `confer`.
#[must_use]
pub fn needs_object(lemma: &str) -> bool {
    matches!(
        lemma,
        "produce"
            | "file"
            | "serve"
            | "complete"
            | "withhold"
            | "submit"
            | "lodge"
            | "provide"
            | "deliver"
            | "disclose"
    )
}
