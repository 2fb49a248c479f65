//! Acts and what they are done to.

use super::wording::{head_in_words, join_with_and, join_with_or, party_names, relation_in_words, set_words};
use crate::model::Model;
use crate::model::limit::{Limit, Most};
use crate::model::object::{Act, Filter, Head, Object, Objects, Related, Relation};
use crate::model::qualifier::{Qualifier, QualifierKind};
use ordain_base::words::day;

/// `file brief and declaration`.
pub(super) fn act(model: &Model, act: &Act) -> String {
    let Act { verb, objects, span: _ } = act;
    let things = self::objects(model, objects, true);
    let verb = &model.declared.verbs.get(*verb).lemma;
    if things.is_empty() { verb.clone() } else { format!("{verb} {things}") }
}

/// The things, with those they are addressed to where `addressed`.
pub(super) fn objects(model: &Model, objects: &Objects, addressed: bool) -> String {
    let Objects { list, any } = objects;
    let all: Vec<String> =
        list.iter().map(|o| object_in_words(model, o, addressed)).filter(|t| !t.is_empty()).collect();
    if *any { join_with_or(&all) } else { join_with_and(&all) }
}

pub(super) fn object_in_words(model: &Model, object: &Object, addressed: bool) -> String {
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
        one_of,
        set: of,
        numbered: _,
        relations,
        filters,
        qualifiers,
        span: _,
    } = object;
    let mut words: Vec<String> = Vec::new();
    if *least {
        words.push("at least".to_owned());
    }
    if *most {
        words.push("up to".to_owned());
    }
    // `more than 25 interrogatories`: the number comes before what it counts.
    let counted = |limit: &Limit| matches!(limit.most, Most::Count(_, of) if *thing == Some(Head::Deliverable(of)));
    if let Some(limit) = beyond.as_deref().filter(|l| counted(l) || thing.is_none()) {
        words.push(format!("more than {}", limit.most.in_words()));
    }
    words.extend(share.map(|s| format!("{s}% of")));
    words.extend(amount.map(|a| a.to_string()));
    if let Some(n) = quantity.filter(|_| !times) {
        words.push(n.to_string());
    }
    let is_purpose = |q: &&Qualifier| matches!(q.kind, QualifierKind::Purpose { .. });
    words.extend(qualifiers.iter().filter(|q| !is_purpose(q)).map(|q| q.words.clone()));
    // `CAR categories 1-5` names the record already.
    let is_record = of.as_ref().is_some_and(|s| *thing == Some(Head::Record(s.record)));
    let reported = beyond.as_deref().is_some_and(counted);
    words.extend(thing.as_ref().filter(|_| !is_record && !reported).map(|h| head_in_words(model, h)));
    words.extend(object.numbers_behind(None));
    if let Some(limit) = beyond.as_deref().filter(|l| !counted(l) && thing.is_some()) {
        words.push(format!("exceeding {}", limit.most.in_words()));
    }
    if let Some(n) = quantity.filter(|_| *times) {
        words.push(format!("{n} times"));
    }
    if let Some(of) = of {
        let said = set_words(model, of);
        words.push(if thing.is_some() && !is_record { format!("in {said}") } else { said });
    }
    words.extend(qualifiers.iter().filter(is_purpose).map(|q| q.words.clone()));
    let shown = relations.iter().filter(|r| addressed || !is_address(r));
    let mut each = *to_each;
    words.extend(shown.map(|r| {
        let first = each && is_address(r);
        each &= !first;
        let said = [relation_in_words(model, r, day)].into_iter().chain(object.numbers_behind(Some(r)));
        let said = said.collect::<Vec<_>>().join(" ");
        if first { said.replacen("to ", "to each of ", 1) } else { said }
    }));
    words.extend(one_of.iter().map(|r| relation_in_words(model, r, day)));
    words.extend(filters.iter().map(|f| filter_in_words(model, f)));
    words.join(" ")
}

/// Those to whom something is addressed.
pub(super) fn recipients(model: &Model, object: &Object) -> Vec<String> {
    let mut names = party_names(model, &object.recipients().collect::<Vec<_>>());
    if object.relations.iter().any(|r| r.is_address() && r.to == Related::Parties) {
        names.push("every other party".to_owned());
    }
    if let Some(first) = names.first_mut().filter(|_| object.to_each) {
        *first = format!("each of {first}");
    }
    names
}

fn is_address(relation: &Relation) -> bool {
    relation.is_address() && matches!(relation.to, Related::Parties | Related::Head(Head::Party(_)))
}

fn filter_in_words(model: &Model, filter: &Filter) -> String {
    match filter {
        Filter::Done(verb) => model.declared.verbs.get(*verb).participle.clone(),
        Filter::Grounds(grounds) => format!("on grounds of {grounds}"),
        Filter::Before(d) => format!("dated before {}", day(*d)),
        Filter::After(d) => format!("dated after {}", day(*d)),
        Filter::On(d) => format!("dated {}", day(*d)),
    }
}
