//! Whether two names mean one thing, surely or perhaps.

use crate::eval::record::titles;
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

/// Compares what two things are called.
pub(in crate::eval) fn match_head(model: &Model, wanted: &Head, given: &Head) -> Match {
    if wanted == given {
        return Match::Exact;
    }
    // What is done to a member is done to its side.
    if let (Head::Party(a), Head::Party(b)) = (wanted, given) {
        let declared = &model.declared;
        let one = declared.side(*b) == *a || declared.side(*a) == *b;
        return if one { Match::Exact } else { Match::No };
    }
    let (w, g) = (wordings_of_head(model, wanted), wordings_of_head(model, given));
    if w.iter().any(|x| g.contains(x)) {
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
    let alike = |x: &str, y: &str| {
        titles::near_wording(x, y) || !declared && !both_known(x, y) && titles::may_name_one_paper(x, y)
    };
    let close = w.iter().any(|x| g.iter().any(|y| alike(x, y)));
    if close {
        let first = g.first().cloned().unwrap_or_default();
        return Match::Near(format!("`{first}` may be the paper asked for"));
    }
    Match::No
}

/// Two papers that everybody knows by these names: each is another.
fn both_known(a: &str, b: &str) -> bool {
    Deliverable::find(a).is_some() && Deliverable::find(b).is_some()
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
