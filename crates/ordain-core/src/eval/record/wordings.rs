//! Other wordings of one act that are no verb and its own paper: a deposition, an amended paper, a motion.

use crate::eval::record::naming::kinds_of_paper;
use crate::model::deliverables::Deliverable;
use crate::model::nature::Nature;
use crate::model::object::{Act, Head, Object, Objects, Related, Relation};
use crate::model::preposition::Preposition;
use crate::model::qualifier::{Qualifier, QualifierKind};
use crate::model::{Model, VerbFamily, VerbId};
use ordain_base::source::Span;

/// An act done to one thing.
pub(super) fn act_upon(verb: VerbId, object: Object, span: Span) -> Act {
    Act { verb, objects: Objects { list: vec![object], any: false }, span }
}

/// `depose Smith` → `take deposition of Smith`, and the other way round; to conduct or to complete it is to take it.
pub(super) fn deposition(model: &Model, act: &Act) -> Vec<Act> {
    const TAKES: [&str; 3] = ["take", "conduct", "complete"];
    let verbs = &model.declared.verbs;
    let (Some(depose), Some(paper)) = (verbs.base("depose"), Deliverable::find("deposition")) else {
        return Vec::new();
    };
    let taken = || TAKES.into_iter().filter_map(|lemma| verbs.base(lemma));
    let Some(object) = act.objects.list.first() else { return Vec::new() };
    if verbs.same_family(act.verb, depose) {
        let Some(head) = object.head.clone() else { return Vec::new() };
        let mut taking = Object::empty(act.span);
        taking.head = Some(Head::Deliverable(paper));
        taking.relations.push(Relation { preposition: Some(Preposition::Of), to: Related::Head(head) });
        return taken().map(|verb| act_upon(verb, taking.clone(), act.span)).collect();
    }
    if object.head != Some(Head::Deliverable(paper)) || !taken().any(|verb| verbs.same_family(verb, act.verb)) {
        return Vec::new();
    }
    let of = object.relations.iter().find(|r| r.is_any(&[Preposition::Of]));
    let deposed = of.and_then(|r| if let Related::Head(head) = &r.to { Some(head.clone()) } else { None });
    let deposing = deposed.map(|head| {
        let mut object = Object::empty(act.span);
        object.head = Some(head);
        act_upon(depose, object, act.span)
    });
    let others = taken().map(|verb| Act { verb, ..act.clone() });
    deposing.into_iter().chain(others).collect()
}

/// `amend complaint` → `file amended complaint`, and the other way round.
pub(super) fn amendment(model: &Model, act: &Act) -> Option<Act> {
    let verbs = &model.declared.verbs;
    let (file, amend) = (verbs.base("file")?, verbs.base("amend")?);
    let head = act.objects.list.first()?.head.as_ref()?;
    let amends = verbs.get(act.verb).lemma == verbs.get(amend).lemma;
    let kinds = kinds_of_paper(model, head);
    let (verb, paper) = if amends {
        (file, kinds.filter_map(|kind| Deliverable::find(&format!("amended {}", kind.name()))).next()?)
    } else if verbs.same_family(act.verb, file) {
        (amend, kinds.filter_map(|kind| Deliverable::find(kind.name().strip_prefix("amended ")?)).next()?)
    } else {
        return None;
    };
    let mut object = Object::empty(act.span);
    object.head = Some(Head::Deliverable(paper));
    Some(act_upon(verb, object, act.span))
}

/// `move to compel` → `file motion to compel`, `move for summary judgment` → `file motion for summary judgment`, and the
/// other way round.
pub(super) fn motion(model: &Model, act: &Act) -> Option<Act> {
    let verbs = &model.declared.verbs;
    let (file, moves) = (verbs.base("file")?, verbs.base("move")?);
    let object = act.objects.list.first()?;
    let mut other = Object::empty(act.span);
    if verbs.same_family(act.verb, moves) {
        other.head = Some(Head::Deliverable(motion_moved(object)?));
        return Some(act_upon(file, other, act.span));
    }
    let Some(Head::Deliverable(paper)) = object.head else { return None };
    if verbs.get(act.verb).family != VerbFamily::File || !paper.is(Nature::AsksTheCourt) {
        return None;
    }
    let name = paper.name();
    if name == "motion" {
        return Some(Act { verb: moves, objects: Objects::default(), span: act.span });
    }
    if let Some(purpose) = name.strip_prefix("motion to ") {
        let kind = QualifierKind::Purpose { extends: false };
        other.qualifiers.push(Qualifier::new(format!("to {purpose}"), kind));
    } else {
        let asked = Deliverable::find(name.strip_prefix("motion for ")?)?;
        let to = Related::Head(Head::Deliverable(asked));
        other.relations.push(Relation { preposition: Some(Preposition::For), to });
    }
    Some(act_upon(moves, other, act.span))
}

/// The motion that somebody moves: `to compel`, `for summary judgment`.
pub(super) fn motion_moved(object: &Object) -> Option<Deliverable> {
    if let Some(purpose) = object.purpose() {
        return Deliverable::find(&format!("motion {purpose}"));
    }
    let asked = object.relations.iter().find(|r| r.is_any(&[Preposition::For]))?;
    match &asked.to {
        Related::Head(Head::Deliverable(asked)) => Deliverable::find(&format!("motion for {}", asked.name())),
        _ => None,
    }
}
