//! Acts and what they are done to.

use super::names::{date, head_in_words, in_quotation_marks, join_with_and, join_with_or, state_set};
use crate::model::Model;
use crate::model::limit::{Limit, Most};
use crate::model::object::{Act, Filter, Head, Object, Objects, Related, Relation};
use crate::model::preposition::Preposition;
use crate::model::qualifier::{Qualifier, QualifierKind};
use crate::outline::wording;

/// `file brief and declaration`.
pub(super) fn act(model: &Model, act: &Act) -> String {
    let Act { verb, objects, span: _ } = act;
    let things = self::objects(model, objects);
    let verb = &model.declared.verbs.get(*verb).lemma;
    if things.is_empty() { verb.clone() } else { format!("{verb} {things}") }
}

pub(super) fn objects(model: &Model, objects: &Objects) -> String {
    let Objects { list, any } = objects;
    let all: Vec<String> = list.iter().map(|o| state_object(model, o)).filter(|t| !t.is_empty()).collect();
    if *any { join_with_or(&all) } else { join_with_and(&all) }
}

/// The thing, without those of `in each of`, which a clause names.
pub(super) fn state_object(model: &Model, object: &Object) -> String {
    let Object {
        head: thing,
        quantity,
        amount,
        share,
        least,
        most,
        beyond,
        to_each,
        times,
        one_of: _,
        set: of,
        numbered: _,
        relations,
        filters,
        qualifiers,
        span: _,
    } = object;
    let mut words: Vec<String> = Vec::new();
    let lead = |words: &mut Vec<String>| {
        let said = [(*least, "at least"), (*most, "up to")].into_iter().filter(|(is, _)| *is);
        words.extend(said.map(|(_, lead)| lead.to_owned()));
    };
    if !times {
        lead(&mut words);
    }
    // `more than 25 interrogatories`: the number comes before what it counts.
    let counted = |limit: &Limit| matches!(limit.most, Most::Count(_, of) if *thing == Some(Head::Deliverable(of)));
    if let Some(limit) = beyond.as_ref().filter(|l| counted(l) || thing.is_none()) {
        words.push(format!("more than {}", limit.most.in_words()));
    }
    words.extend(share.map(|s| format!("{s}% of")));
    words.extend(amount.map(|a| a.to_string()));
    words.extend(quantity.filter(|_| !times).map(|n| n.to_string()));
    // `created before May 3`: beside the day it speaks of.
    let dated = filters.iter().any(|f| matches!(f, Filter::Before(_) | Filter::After(_) | Filter::On(_)))
        || relations.iter().any(|r| r.is_any(&[Preposition::Before, Preposition::After]));
    let behind = |q: &&Qualifier| follows_its_noun(q, dated);
    words.extend(qualifiers.iter().filter(|q| !behind(q)).map(|q| q.words.clone()));
    // `CAR categories 1-5` names the record already.
    let is_record = of.as_ref().is_some_and(|s| *thing == Some(Head::Record(s.record)));
    let said = beyond.as_deref().is_some_and(counted);
    let named = thing.as_ref().filter(|_| !is_record && !said).map(|h| head_in_words(model, h));
    words.extend(named.into_iter().chain(object.numbers_behind(None)));
    if let Some(limit) = beyond.as_ref().filter(|l| !counted(l) && thing.is_some()) {
        words.push(format!("exceeding {}", limit.most.in_words()));
    }
    if let Some(of) = of {
        let said = state_set(model, of);
        words.push(if thing.is_some() && !is_record { format!("in {said}") } else { said });
    }
    words.extend(qualifiers.iter().filter(behind).map(|q| match q.kind {
        QualifierKind::Anybody => format!("to {}", q.words),
        _ => q.words.clone(),
    }));
    let mut each = *to_each;
    // What the limit counts is with its number.
    let of_limit = |r: &&Relation| {
        let counts = |l: &Limit| matches!(l.most, Most::Count(_, of) if r.to == Related::Head(Head::Deliverable(of)));
        r.preposition.is_none() && beyond.as_deref().is_some_and(counts)
    };
    words.extend(relations.iter().filter(|r| !of_limit(r)).map(|r| {
        let said = join_words([Some(state_relation(model, r)), object.numbers_behind(Some(r))]);
        let first = each && r.is_address();
        each &= !first;
        match said.split_once(' ').filter(|_| first) {
            Some((to, whom)) => format!("{to} each of {whom}"),
            None => said,
        }
    }));
    words.extend(filters.iter().map(|f| state_filter(model, f)));
    if let Some(n) = quantity.filter(|_| *times) {
        lead(&mut words);
        words.push(format!("{n} times"));
    }
    words.join(" ")
}

fn join_words<const N: usize>(words: [Option<String>; N]) -> String {
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// `to whom it may concern`, `dated` beside its day: a qualifier that comes after what it describes.
fn follows_its_noun(qualifier: &Qualifier, dated: bool) -> bool {
    let words = qualifier.words.as_str();
    match qualifier.kind {
        QualifierKind::Listed(_) => {
            dated && matches!(words, "created" | "dated" | "authored" | "generated" | "executed" | "signed")
        }
        QualifierKind::Means(_) | QualifierKind::Purpose { .. } | QualifierKind::Anybody => true,
        QualifierKind::Shown => ["on ", "with ", "as ", "or ", "and "].iter().any(|lead| words.starts_with(lead)),
    }
}

pub(super) fn state_relation(model: &Model, relation: &Relation) -> String {
    wording::relation_in_words(model, relation, date)
}

fn state_filter(model: &Model, filter: &Filter) -> String {
    const NAMED: &[&str] = &["privilege", "confidentiality", "non-responsiveness", "relevance", "work-product"];
    match filter {
        Filter::Done(verb) => model.declared.verbs.get(*verb).participle.clone(),
        Filter::Grounds(grounds) if NAMED.contains(&grounds.as_str()) => format!("on grounds of {grounds}"),
        Filter::Grounds(grounds) => format!("on grounds of {}", in_quotation_marks(grounds)),
        Filter::Before(d) => format!("before {}", date(*d)),
        Filter::After(d) => format!("after {}", date(*d)),
        Filter::On(d) => format!("on {}", date(*d)),
    }
}
