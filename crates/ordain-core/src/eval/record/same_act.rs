//! One act in two wordings: to oppose a motion is to file an opposition to it.

use crate::model::deliverables::Deliverable;
use crate::model::object::{Act, Head, Object, Objects, Related, Relation};
use crate::model::preposition::Preposition;
use crate::model::{Model, OrderId, VerbFamily, VerbPaper};

/// The same act in its other wording.
pub(in crate::eval) struct SameAct {
    pub(in crate::eval) act: Act,
    /// Why a person should look; both say what is answered where there is no reason.
    pub(in crate::eval) doubt: Option<&'static str>,
}

/// Papers by which cause is shown.
const SHOW_CAUSE: [&str; 6] = ["response", "declaration", "affidavit", "memorandum", "letter", "statement"];

const ANSWERS_WHAT: &str = "what it answers is not said";

/// The other wordings of some acts.
pub(in crate::eval) fn same_acts(model: &Model, acts: &[Act]) -> Vec<SameAct> {
    acts.iter().filter_map(|a| paper(model, a).or_else(|| deed(model, a))).collect()
}

/// `show cause` → `file response to this order`: whether a paper shows cause nobody but the Court can say.
pub(in crate::eval) fn showing_cause(model: &Model, act: &Act, order: OrderId) -> Vec<SameAct> {
    let verbs = &model.declared.verbs;
    let (VerbFamily::ShowCause, Some(verb)) = (verbs.get(act.verb).family, verbs.base("file")) else {
        return Vec::new();
    };
    let paper = |name: &&str| {
        let mut object = Object::empty(act.span);
        object.head = Some(Head::Deliverable(Deliverable::find(name)?));
        let to = Related::Head(Head::Order(order));
        object.relations.push(Relation { preposition: Some(Preposition::To), to });
        let objects = Objects { list: vec![object], any: false };
        let doubt = Some("whether it shows cause is for you to decide");
        Some(SameAct { act: Act { verb, objects, span: act.span }, doubt })
    };
    SHOW_CAUSE.iter().filter_map(paper).collect()
}

/// `oppose MTC1` → `file opposition to MTC1`.
fn paper(model: &Model, act: &Act) -> Option<SameAct> {
    let verbs = &model.declared.verbs;
    let paper = VerbPaper::of_verb(verbs, act.verb)?.deliverable()?;
    let answered = heads_answered(act);
    let mut object = Object::empty(act.span);
    object.head = Some(Head::Deliverable(paper));
    object.relations = answered
        .iter()
        .map(|h| Relation { preposition: Some(Preposition::To), to: Related::Head(h.clone()) })
        .collect();
    let objects = Objects { list: vec![object], any: false };
    Some(SameAct {
        doubt: answered.is_empty().then_some(ANSWERS_WHAT),
        act: Act { verb: verbs.base("file")?, objects, span: act.span },
    })
}

/// `file opposition to MTC1` → `oppose MTC1`.
fn deed(model: &Model, act: &Act) -> Option<SameAct> {
    let verbs = &model.declared.verbs;
    if verbs.get(act.verb).family != VerbFamily::File {
        return None;
    }
    let object = act.objects.list.first()?;
    let Some(Head::Deliverable(d)) = &object.head else { return None };
    let VerbPaper { lemma, takes_to, .. } = VerbPaper::of_paper(*d)?;
    let answered: Vec<Head> = heads_of_relations(object).collect();
    let mut list = Vec::new();
    for head in &answered {
        let mut one = Object::empty(act.span);
        if takes_to {
            one.relations.push(Relation { preposition: Some(Preposition::To), to: Related::Head(head.clone()) });
        } else {
            one.head = Some(head.clone());
        }
        list.push(one);
    }
    let objects = Objects { list, any: true };
    Some(SameAct {
        doubt: answered.is_empty().then_some(ANSWERS_WHAT),
        act: Act { verb: verbs.base(lemma)?, objects, span: act.span },
    })
}

/// What an act of the verb is done to: its things, or what comes after `to`.
fn heads_answered(act: &Act) -> Vec<Head> {
    act.objects.list.iter().flat_map(|o| o.head.clone().into_iter().chain(heads_of_relations(o))).collect()
}

fn heads_of_relations(object: &Object) -> impl Iterator<Item = Head> + '_ {
    object.relations.iter().filter(|r| r.is_any(&[Preposition::To, Preposition::Of])).filter_map(|r| match &r.to {
        Related::Head(h @ (Head::Thing(_) | Head::Deliverable(_) | Head::Quoted(_) | Head::Order(_))) => {
            Some(h.clone())
        }
        _ => None,
    })
}
