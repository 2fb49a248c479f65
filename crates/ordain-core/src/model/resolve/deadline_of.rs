//! `extends deadline of Defendants to file answer to December 20, 2023`: the
//! duty is found wherever it stands, a rule or an earlier order; where none
//! does, the order makes it.

use super::acts;
use super::parties::parties_of;
use super::phrase::PhraseResolver;
use super::tokens::text_of;
use crate::model::ir::bearer::Bearer;
use crate::model::ir::declared::Declared;
use crate::model::ir::disposition::Disposition;
use crate::model::ir::due::Due;
use crate::model::ir::ids::{ParagraphId, PartyId};
use crate::model::ir::object::{Act, Head, Object, Objects, Related, Relation};
use crate::model::ir::obligation::Obligation;
use crate::model::ir::order::OrderKind;
use crate::model::ir::owed::OwedBy;
use crate::model::ir::paragraph::{Body, Paragraph};
use crate::model::ir::provision::Provision;
use crate::model::ir::verbs::VerbFamily;
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::docket as say;
use ordain_syntax::ast::{Choice, DispositionVerb as V, Phrase, Token};

/// Do the words speak of a deadline, and not of a hearing?
pub(crate) fn is_deadline(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| matches!(t.text.as_str(), "deadline" | "deadlines" | "time" | "date"))
}

/// Reads `deadline of Defendants to file answer`, `time for Defendants to
/// answer`, `Defendants' deadline to file answer`. The outer `None`: these are
/// other words; the inner: a word of them means nothing, which was reported.
pub(crate) fn read(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Option<OwedBy>> {
    let tokens: Vec<Token> = phrase.tokens.iter().skip_while(|t| t.text == "the").cloned().collect();
    let noun = tokens.iter().position(|t| matches!(t.text.as_str(), "deadline" | "deadlines" | "time"))?;
    let act = tokens.iter().enumerate().skip(noun + 1).position(|(i, t)| {
        let next = tokens.get(i + 1).and_then(|n| words.declared.verbs.base(&n.text));
        t.text == "to" && next.is_some()
    })? + noun
        + 1;
    let mut whose: Vec<Token> = match (&tokens[..noun], &tokens[noun + 1..act]) {
        ([], []) => Vec::new(),
        ([], [link, parties @ ..]) if matches!(link.text.as_str(), "of" | "for") => parties.to_vec(),
        (parties, []) => parties.to_vec(),
        _ => return None,
    };
    if let Some(last) = whose.last_mut().filter(|_| noun > 0) {
        last.text = last.text.trim_end_matches("’s").trim_end_matches("'s").trim_end_matches(['\'', '’']).to_owned();
    }
    let parties = match whose.is_empty() {
        true => Vec::new(),
        false => match parties_of(words.declared, &whose, words.out) {
            Some((parties, _)) => parties,
            None => return Some(None),
        },
    };
    let each = whose.iter().any(|t| matches!(t.text.as_str(), "each" | "every"));
    let parties = if each { members_of(words.declared, &parties) } else { parties };
    let rest = tokens.get(act + 1..)?.to_vec();
    let span = rest.first()?.span.to(rest.last()?.span);
    let phrase = Phrase { tokens: rest, span };
    let Some(act) = acts::one_act(words, &phrase, false) else { return Some(None) };
    Some(Some(OwedBy { parties, each, act, words: text_of(&phrase) }))
}

/// Ties each such disposition to the duty it means, oldest order first, so
/// that what one makes a later one finds.
pub(crate) fn link(declared: &Declared, paragraphs: &mut [Paragraph], out: &mut Vec<Diagnostic>) {
    let mut all: Vec<(usize, usize)> = Vec::new();
    for (i, p) in paragraphs.iter().enumerate() {
        if let Body::Dispositions(list) = &p.body {
            all.extend(list.iter().enumerate().filter(|(_, d)| d.owed.is_some()).map(|(k, _)| (i, k)));
        }
    }
    all.sort_by_key(|&(i, k)| (declared.orders[paragraphs[i].order.index()].in_force(), paragraphs[i].span, k));
    for (i, k) in all {
        let Body::Dispositions(list) = &paragraphs[i].body else { continue };
        let (alone, d) = (list.len() == 1, list[k].clone());
        let Some(owed) = &d.owed else { continue };
        let found: Vec<ParagraphId> =
            paragraphs.iter().filter(|p| p.id.index() != i && is_meant(declared, p, owed)).map(|p| p.id).collect();
        match found.as_slice() {
            [one] => {
                let mut object = Object::empty(d.span);
                object.relations.push(Relation { preposition: None, to: Related::Paragraph(*one) });
                if let Body::Dispositions(list) = &mut paragraphs[i].body {
                    list[k].objects = Some(Objects { list: vec![object], any: false });
                    // Only those it names: the others keep their day.
                    list[k].scope.parties.clone_from(&owed.parties);
                }
            }
            [] => make(declared, paragraphs, i, &d, owed, alone, out),
            several => {
                let names: Vec<&str> = several.iter().map(|p| paragraphs[p.index()].name.as_str()).collect();
                out.push(say::which_duty(&owed.words, &names, d.span));
                paragraphs[i].body = Body::Broken;
            }
        }
    }
}

/// No paragraph orders it: the day makes a duty of the paragraph itself, where
/// the Court gives it and nothing of nearly that name is owed already.
fn make(
    declared: &Declared,
    paragraphs: &mut [Paragraph],
    at: usize,
    d: &Disposition,
    owed: &OwedBy,
    alone: bool,
    out: &mut Vec<Diagnostic>,
) {
    // What is deemed done performs no duty that is written here: it is shown.
    if d.verb == V::Deems {
        return;
    }
    let gives = matches!(d.verb, V::Extends | V::Advances | V::Continues | V::Resets | V::Sets);
    let court =
        matches!(declared.orders[paragraphs[at].order.index()].kind, OrderKind::Order | OrderKind::StandingOrder);
    let near = paragraphs.iter().find(|p| p.id.index() != at && is_near(declared, p, owed));
    if let Some(near) = near {
        out.push(say::near_duty(&owed.words, &near.name, d.span, near.span));
        paragraphs[at].body = Body::Broken;
        return;
    }
    // `to and including D` says the day too.
    let day = match &d.due {
        Some(Due::Day { moment, strict: false, .. }) => Some(*moment),
        _ => None,
    };
    let (Some(moment), true, true) = (d.to.or(day), gives && court, alone && !owed.parties.is_empty()) else {
        // What the parties agree makes no duty; it is shown as what it is.
        if court {
            out.push(say::no_such_duty(&owed.words, d.span));
            paragraphs[at].body = Body::Broken;
        }
        return;
    };
    let bearer = match owed.parties.as_slice() {
        [one] => Bearer::One(*one),
        several if owed.each => Bearer::EachOf(several.to_vec()),
        several => Bearer::Jointly(several.to_vec()),
    };
    let names: Vec<&str> = owed.parties.iter().map(|&p| declared.party_name(p)).collect();
    let obligation = Obligation {
        acts: vec![owed.act.clone()],
        words: owed.words.clone(),
        due: Due::Day { moment, strict: false, close_of_business: false },
        ..Obligation::blank(d.span)
    };
    let bearer_words = ordain_base::words::join(&names);
    paragraphs[at].body = Body::Provision(Provision {
        modality: Modality::Must,
        bearer,
        bearer_words,
        obligations: vec![obligation],
        choice: Choice::All,
    });
}

/// Each of a side is each of its members.
fn members_of(declared: &Declared, parties: &[PartyId]) -> Vec<PartyId> {
    let members = |p: &PartyId| match declared.parties[p.index()].members.as_slice() {
        [] => vec![*p],
        members => members.to_vec(),
    };
    parties.iter().flat_map(members).collect()
}

fn acts_of<'p>(declared: &Declared, p: &'p Paragraph, owed: &OwedBy) -> Option<Vec<&'p Act>> {
    let Body::Provision(provision) = &p.body else { return None };
    let theirs = provision.bearer.parties();
    let ours = owed.parties.is_empty()
        || owed
            .parties
            .iter()
            .any(|o| theirs.iter().any(|t| t == o || declared.side(*t) == *o || declared.side(*o) == *t));
    (provision.modality == Modality::Must && ours).then(|| provision.obligations.iter().flat_map(|l| &l.acts).collect())
}

fn is_meant(declared: &Declared, p: &Paragraph, owed: &OwedBy) -> bool {
    acts_of(declared, p, owed).is_some_and(|acts| acts.iter().any(|a| is_one_act(declared, a, &owed.act)))
}

/// The same verb on the same thing, or the verb that the paper is named after: to answer is to file an answer.
fn is_one_act(declared: &Declared, a: &Act, b: &Act) -> bool {
    let verbs = &declared.verbs;
    let named = |act: &Act, paper: &Act| {
        let own = heads(paper).any(|h| wordings(declared, h).contains(&verbs.get(act.verb).lemma));
        verbs.get(paper.verb).family == VerbFamily::File && own
    };
    let heads_meet = || {
        heads(a).any(|x| {
            heads(b).any(|y| x == y || wordings(declared, x).iter().any(|w| wordings(declared, y).contains(w)))
        })
    };
    let bare = heads(a).next().is_none() && heads(b).next().is_none();
    verbs.same_family(a.verb, b.verb) && (bare || heads_meet()) || named(a, b) || named(b, a)
}

/// Their report, and their reports to the Court: one may be a slip for the other.
fn is_near(declared: &Declared, p: &Paragraph, owed: &OwedBy) -> bool {
    let near = |x: &Head, y: &Head| {
        let deliverables = matches!((x, y), (Head::Deliverable(a), Head::Deliverable(b)) if a.near(*b));
        deliverables
            || wordings(declared, x)
                .iter()
                .any(|w| wordings(declared, y).iter().any(|v| ordain_base::words::closest(w, [v.as_str()]).is_some()))
    };
    acts_of(declared, p, owed).is_some_and(|acts| {
        acts.iter().any(|a| {
            declared.verbs.same_family(a.verb, owed.act.verb) && heads(a).any(|x| heads(&owed.act).any(|y| near(x, y)))
        })
    })
}

fn heads(act: &Act) -> impl Iterator<Item = &Head> {
    act.objects.list.iter().filter_map(|o| o.head.as_ref())
}

fn wordings(declared: &Declared, head: &Head) -> Vec<String> {
    match head {
        Head::Quoted(q) => vec![q.clone()],
        Head::Deliverable(d) => vec![d.name().to_owned()],
        Head::Thing(t) => declared.things[t.index()].wordings.clone(),
        _ => Vec::new(),
    }
}
