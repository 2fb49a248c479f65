//! What is said of a thing beside its name: of what words it is, its purpose, its ground, whether it is another
//! paper (`amended`), what narrows it, and how many.

use crate::eval::record::naming::{Match, may_be_one};
use crate::model::nature::Nature;
use crate::model::object::{Filter, Head, Object, Related, Relation};
use crate::model::preposition::Preposition as P;
use crate::model::qualifier::QualifierKind;
use crate::model::{Model, VerbId};

/// Compares what is said of one thing with what is said of another.
pub(in crate::eval) fn compare_details(model: &Model, wanted: &Object, given: &Object) -> Match {
    // `certification of "all documents considered"` is not one of "true copies".
    let of = |o: &Object| {
        o.relations.iter().find_map(|r| match (&r.to, r.preposition) {
            (Related::Head(Head::Quoted(words)), Some(P::Of)) => Some(words.clone()),
            _ => None,
        })
    };
    if let Some(words) = of(wanted) {
        match of(given) {
            Some(other) if other.contains(&words) => {}
            Some(other) => return Match::Near(format!("it is of other words: \u{201c}{other}\u{201d}")),
            None => return Match::Near(format!("it does not say that it is of \u{201c}{words}\u{201d}")),
        }
    }
    // `move to quash` is not `move to dismiss`.
    if let Some(purpose) = wanted.purpose() {
        match given.purpose() {
            Some(other) if other != purpose => return Match::No,
            None => return Match::Near(format!("it does not say that it was {purpose}")),
            Some(_) => {}
        }
    }
    if let Some(ground) = wanted.grounds() {
        match given.grounds() {
            Some(other) if other != ground => return Match::No,
            None if !wanted.filters.iter().all(|f| matches!(f, Filter::Grounds(_))) => {
                return Match::Near(format!("it does not say that the ground was {ground}"));
            }
            _ => {}
        }
    }
    if let Some(verb) = state_unsaid(model, wanted, given).filter(|_| !is_material(wanted)) {
        return Match::Near(format!(
            "the record does not say that it is {}",
            model.declared.verbs.get(verb).participle
        ));
    }
    match compare_numbers(wanted, given) {
        Match::Exact => {}
        other => return other,
    }
    if let Some(word) = wanted.qualifiers.iter().find(|q| q.makes_another() && !given.qualifiers.contains(q)) {
        return Match::Near(format!("the record does not say that it is {}", word.words));
    }
    if let Some(word) = given.qualifiers.iter().find(|q| q.makes_less() && !wanted.qualifiers.contains(q)) {
        let word = &word.words;
        return Match::Near(format!("it is {word}, and the order does not ask for one that is {word}"));
    }
    if let Some(Unlike::Other(said)) = first_narrowing_difference(model, wanted, given) {
        return Match::Near(said);
    }
    if let (Some(w), g) = (wanted.quantity, given.quantity) {
        match g {
            Some(g) if g < w => return Match::Near(format!("{g} of {w}")),
            None if w > 1 => return Match::Near(format!("how many is not said; {w} are asked for")),
            _ => {}
        }
    }
    Match::Exact
}

/// `Interrogatory No. 5`: another is no performance, and where the act does not say which, or is of some only, a person must
/// look. If the order does not say which, it may be any, as an order that gives no number of things asks for any number.
fn compare_numbers(wanted: &Object, given: &Object) -> Match {
    let [asked, done] = [wanted, given].map(|o| o.numbered.as_ref().map(|n| n.labels.as_slice()));
    match (asked, done) {
        (None, _) => Match::Exact,
        (Some(asked), Some(done)) if asked.iter().all(|l| done.contains(l)) => Match::Exact,
        (Some(asked), Some(done)) if !asked.iter().any(|l| done.contains(l)) => Match::No,
        (Some(_), None) => Match::Near("the record does not say which of them it is".to_owned()),
        (Some(_), Some(_)) => Match::Near("the record speaks of some of them only".to_owned()),
    }
}

/// `redacted`, `verified`: what was done to the thing, where the act does not say it.
fn state_unsaid(model: &Model, wanted: &Object, given: &Object) -> Option<VerbId> {
    let verbs = &model.declared.verbs;
    let states = |o: &Object| -> Vec<VerbId> {
        o.filters.iter().filter_map(|f| if let Filter::Done(verb) = f { Some(*verb) } else { None }).collect()
    };
    let said = states(given);
    states(wanted).into_iter().find(|v| !said.iter().any(|s| verbs.same_family(*v, *s)))
}

/// Documents and their like: which of them an act was done to its record seldom says.
fn is_material(wanted: &Object) -> bool {
    match &wanted.head {
        Some(Head::Deliverable(d)) => d.is(Nature::Measure) || d.is(Nature::Material),
        _ => true,
    }
}

/// `by mail`, `by telephone`: how, among the words of a thing.
fn means_of_object(object: &Object) -> Option<&str> {
    object.qualifiers.iter().find(|q| matches!(q.kind, QualifierKind::Means(_))).map(|q| q.words.as_str())
}

/// How an act differs from what narrows the thing ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::eval) enum Unlike {
    /// Both say it, and it is another.
    Other(String),
    /// The act does not say it.
    Unsaid(String),
}

/// What is with the thing ordered by a preposition (`in "Evening Post"`, `with Owners`, `about
/// the lease`), held against what is with the thing of the act; the first that differs.
pub(in crate::eval) fn first_narrowing_difference(model: &Model, wanted: &Object, given: &Object) -> Option<Unlike> {
    let mut unsaid = filtered_unsaid(model, wanted, given);
    match (means_of_object(wanted), means_of_object(given)) {
        (Some(asked), Some(did)) if asked != did => {
            return Some(Unlike::Other(format!("it was {did}, and not {asked}")));
        }
        (Some(asked), None) => unsaid = Some(Unlike::Unsaid(format!("it does not say that it was {asked}"))),
        _ => {}
    }
    for asked in wanted.relations.iter().filter(|r| narrows_the_thing(r, wanted)) {
        let said: Vec<&Relation> = given
            .relations
            .iter()
            .filter(|r| {
                narrows_the_thing(r, given)
                    && kind_of_preposition(r.preposition) == kind_of_preposition(asked.preposition)
            })
            .collect();
        if said.iter().any(|r| r.to == asked.to || may_be_the_same(model, r, asked)) {
            continue;
        }
        match said.first() {
            Some(other) => {
                return Some(Unlike::Other(format!(
                    "it was {}, and not {}",
                    in_words(model, other),
                    in_words(model, asked)
                )));
            }
            None => {
                let words = in_words(model, asked);
                unsaid = unsaid.or(Some(Unlike::Unsaid(format!("it does not say that it was {words}"))));
            }
        }
    }
    unsaid
}

/// Which categories, which days, which state: what the act does not say of the thing.
fn filtered_unsaid(model: &Model, wanted: &Object, given: &Object) -> Option<Unlike> {
    let unsaid = |what: String| Some(Unlike::Unsaid(format!("it does not say that it was {what}")));
    if let (Some(set), None) = (&wanted.set, &given.set) {
        let record = &model.declared.records[set.record.index()];
        let all = set.categories.len() == record.categories.len();
        let labels: Vec<&str> =
            set.categories.iter().filter_map(|c| record.categories.get(*c)).map(|c| c.label.as_str()).collect();
        let categories = if all { String::new() } else { format!(" category {}", ordain_base::words::join(&labels)) };
        return unsaid(format!("in {}{categories}", record.name));
    }
    if let Some(verb) = state_unsaid(model, wanted, given) {
        return unsaid(model.declared.verbs.get(verb).participle.clone());
    }
    let dated = |o: &Object| {
        o.filters.iter().find_map(|f| match f {
            Filter::Before(day) => Some(format!("of before {}", ordain_base::words::day(*day))),
            Filter::After(day) => Some(format!("of after {}", ordain_base::words::day(*day))),
            Filter::On(_) | Filter::Done(_) | Filter::Grounds(_) => None,
        })
    };
    match (dated(wanted), dated(given)) {
        (Some(days), None) => unsaid(days),
        _ => None,
    }
}

/// It narrows the thing: it says more than to whom it went, how long it is, or which words it quotes.
fn narrows_the_thing(relation: &Relation, of: &Object) -> bool {
    if relation.preposition.is_none() || of.one_of.as_ref() == Some(relation) {
        return false;
    }
    match &relation.to {
        Related::Head(Head::Party(_)) => !relation.is_any(&[P::To, P::On, P::Upon, P::By]),
        Related::Head(head @ Head::Quoted(_)) => !head.names_all_such() && !relation.is_any(&[P::Of, P::To, P::By]),
        Related::Head(Head::Deliverable(d)) => !d.is(Nature::Measure),
        Related::Head(Head::Thing(_) | Head::Order(_) | Head::Record(_)) | Related::Paragraph(_) => true,
        Related::Parties | Related::Day(_) => false,
    }
}

fn may_be_the_same(model: &Model, a: &Relation, b: &Relation) -> bool {
    let side = |p| model.declared.side(p);
    match (&a.to, &b.to) {
        (Related::Head(Head::Party(x)), Related::Head(Head::Party(y))) => side(*x) == side(*y),
        (Related::Head(x), Related::Head(y)) => may_be_one(model, x, y),
        _ => false,
    }
}

/// One preposition for all that say the same.
const fn kind_of_preposition(preposition: Option<P>) -> Option<P> {
    match preposition {
        Some(P::About | P::Regarding | P::Concerning | P::On) => Some(P::About),
        Some(P::In | P::Into | P::At | P::Within) => Some(P::In),
        Some(P::Toward | P::Towards) => Some(P::Toward),
        other => other,
    }
}

fn in_words(model: &Model, relation: &Relation) -> String {
    let declared = &model.declared;
    let name = match &relation.to {
        Related::Head(Head::Quoted(words)) => format!("\u{201c}{words}\u{201d}"),
        Related::Head(Head::Party(p)) => declared.party_name(*p).to_owned(),
        Related::Head(Head::Thing(t)) => declared.things[t.index()].name.clone(),
        Related::Head(Head::Order(o)) => model.order(*o).name.clone(),
        Related::Head(Head::Record(r)) => declared.records[r.index()].name.clone(),
        Related::Head(Head::Deliverable(d)) => d.name().to_owned(),
        Related::Paragraph(p) => model.paragraph(*p).name.clone(),
        Related::Parties => "the parties".to_owned(),
        Related::Day(day) => ordain_base::words::day(*day),
    };
    format!("{} {name}", relation.preposition.map_or("", P::word))
}
