//! Whether two names mean one thing, surely or perhaps.

use crate::eval::record::titles::{self, Wording};
use crate::model::deliverables::Deliverable;
use crate::model::object::Head;
use crate::model::{Model, ThingId, ThingKind};

/// How an act meets a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::eval) enum Match {
    Exact,
    /// It may be meant: why a person should look.
    Near(String),
    No,
}

/// The wordings a thing goes by, folded and in lower case.
pub(in crate::eval) fn wordings_of_head(model: &Model, head: &Head) -> Vec<String> {
    model.declared.wordings(head)
}

/// The same, ready to be compared.
pub(in crate::eval) fn compared_wordings(model: &Model, head: &Head) -> Vec<Wording> {
    wordings_of_head(model, head).into_iter().map(Wording::of).collect()
}

/// The kinds of paper that it is by its names: of `First Amended Complaint`, an amended complaint.
pub(in crate::eval) fn kinds_of_paper(model: &Model, head: &Head) -> impl Iterator<Item = Deliverable> + use<> {
    let found: Vec<Deliverable> = match head {
        Head::Deliverable(kind) => vec![*kind],
        _ => wordings_of_head(model, head).iter().filter_map(|w| titles::first_paper(w)).collect(),
    };
    found.into_iter()
}

/// Compares what two things are called.
pub(in crate::eval) fn match_head(model: &Model, wanted: &Head, given: &Head) -> Match {
    let wordings = |head: &Head| compared_wordings(model, head);
    match_heads(model, (wanted, || wordings(wanted)), (given, || wordings(given)))
}

/// The same, with the wordings of both, which are asked for where the things themselves do not decide.
pub(in crate::eval) fn match_heads<W, G>(
    model: &Model,
    (wanted, wordings_wanted): (&Head, impl FnOnce() -> W),
    (given, wordings_given): (&Head, impl FnOnce() -> G),
) -> Match
where
    W: AsRef<[Wording]>,
    G: AsRef<[Wording]>,
{
    if wanted == given {
        return Match::Exact;
    }
    // What is done to a member is done to its side.
    if let (Head::Party(a), Head::Party(b)) = (wanted, given) {
        let declared = &model.declared;
        let one = declared.side(*b) == *a || declared.side(*a) == *b;
        return if one { Match::Exact } else { Match::No };
    }
    let (w, g) = (wordings_wanted(), wordings_given());
    let (w, g) = (w.as_ref(), g.as_ref());
    if w.iter().any(|x| g.iter().any(|y| x.text == y.text)) {
        return Match::Exact;
    }
    if let (Head::Deliverable(a), Head::Deliverable(b)) = (wanted, given)
        && b.is_of_kind(*a)
    {
        return Match::Exact;
    }
    if let (Head::Deliverable(a), Head::Deliverable(b)) = (wanted, given)
        && a.near(*b)
    {
        return Match::Near(format!("`{}` is not `{}`", b.name(), a.name()));
    }
    if let (Head::Deliverable(asked), Head::Thing(thing)) = (wanted, given)
        && is_motion_called(model, *thing, *asked)
    {
        return Match::Exact;
    }
    // A declared paper whose wording ends like the deliverable asked for: `Opposition`, `opposition to Motion`.
    let declared = matches!((wanted, given), (Head::Thing(_), Head::Thing(_)));
    // Two papers that everybody knows by these names: each is another.
    let both_known = |x: &Wording, y: &Wording| x.is_known && y.is_known;
    let alike = |x: &Wording, y: &Wording| {
        titles::near_wording(&x.text, &y.text) || !declared && !both_known(x, y) && x.may_name_one_paper_with(y)
    };
    let close = w.iter().any(|x| g.iter().any(|y| alike(x, y)));
    if close {
        let first = g.first().map_or("", |w| w.text.as_str());
        return Match::Near(format!("`{first}` may be the paper asked for"));
    }
    Match::No
}

/// `Dunmore's motion to quash the subpoena`, declared as a motion, is a motion to quash.
fn is_motion_called(model: &Model, thing: ThingId, asked: Deliverable) -> bool {
    let thing = &model.declared.things[thing.index()];
    let motion = Deliverable::find("motion");
    thing.kind == ThingKind::Motion
        && (Some(asked) == motion || thing.wordings.iter().any(|w| titles::first_paper(w) == Some(asked)))
}

/// Two names of what a paper is about that may mean one thing. Things that are declared apart are two things,
/// however near their names are, unless they have a wording in common.
pub(in crate::eval) fn may_be_one(model: &Model, a: &Head, b: &Head) -> bool {
    if let (Head::Thing(one), Head::Thing(other)) = (a, b) {
        let wordings = |t: &ThingId| model.declared.things[t.index()].wordings.as_slice();
        return one == other || wordings(one).iter().any(|w| wordings(other).contains(w));
    }
    a == b || match_head(model, a, b) == Match::Exact || {
        let (a, b) = (wordings_of_head(model, a), wordings_of_head(model, b));
        a.iter().any(|x| b.iter().any(|y| titles::near_wording(x, y)))
    }
}
