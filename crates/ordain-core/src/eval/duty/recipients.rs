//! A thing owed to several is owed to each of them: who was left out is reported by
//! the record where it says to whom the thing went.

use std::collections::BTreeSet;

use crate::eval::case::Case;
use crate::eval::duty::candidate::Candidate;
use crate::facts::{Content, Deed};
use crate::model::object::{Act, Object, Related};
use crate::model::{Model, PartyId, PartyKind, VerbFamily};
use ordain_base::words::join;

/// Whether the act is owed to more than one.
pub(in crate::eval) fn has_several_recipients(model: &Model, act: &Act) -> bool {
    asked_for(model, act).len() > 1
}

/// Of acts that each went to some of those it is owed to, the one with which all
/// are served performs the duty; those before it do not.
pub(in crate::eval) fn mark_left_out(case: &Case<'_>, acts: &[Act], found: &mut [Candidate]) {
    let Some(asked) = acts.iter().map(|act| asked_for(case.model, act)).find(|asked| asked.len() > 1) else { return };
    let mut served: BTreeSet<PartyId> = BTreeSet::new();
    // What is filed reaches the Court, whoever is served besides; the Clerk and chambers are the Court.
    let courts = || asked.iter().copied().filter(|p| is_court(case.model, *p));
    if found.iter().any(|c| !c.negated && is_with_the_court(case, c.index)) {
        served.extend(courts());
    }
    for c in found.iter_mut().filter(|c| c.doubt.is_none() && !c.negated) {
        let Content::Done(deed) = &case.ledger.assertions[c.index].content else { continue };
        let went = went_to(case.model, deed);
        if went.is_empty() {
            continue;
        }
        let own: BTreeSet<PartyId> = deed.actors.iter().map(|p| case.model.declared.side(*p)).collect();
        if went.iter().any(|p| is_court(case.model, *p)) {
            served.extend(courts());
        }
        served.extend(went);
        let left: Vec<&str> = asked
            .iter()
            .filter(|p| !served.contains(p) && !own.contains(p))
            .map(|p| case.model.declared.party_name(*p))
            .collect();
        if !left.is_empty() {
            c.doubt = Some(format!("the record does not say that it went to {}", join(&left)));
            c.near = true;
            // It is part of the performance, whatever is still missing.
            case.notes.use_fact(c.index);
        }
    }
}

/// It was filed, or is on the docket: the Court has it.
fn is_with_the_court(case: &Case<'_>, index: usize) -> bool {
    let a = &case.ledger.assertions[index];
    let Content::Done(deed) = &a.content else { return false };
    files(case.model, &deed.act) || !a.cites.is_empty()
}

fn files(model: &Model, act: &Act) -> bool {
    model.declared.verbs.get(act.verb).family == VerbFamily::File
}

fn is_court(model: &Model, party: PartyId) -> bool {
    model.declared.parties[party.index()].kind == PartyKind::Court
}

/// The sides to whom an act is owed. What is filed reaches the Court by itself.
fn asked_for(model: &Model, act: &Act) -> BTreeSet<PartyId> {
    let all = act.objects.list.iter().flat_map(|o| parties_addressed(model, o));
    all.filter(|p| !(files(model, act) && is_court(model, *p))).collect()
}

fn went_to(model: &Model, deed: &Deed) -> BTreeSet<PartyId> {
    deed.act.objects.list.iter().flat_map(|o| parties_addressed(model, o)).collect()
}

/// The sides to whom a thing goes.
fn parties_addressed<'m>(model: &'m Model, object: &'m Object) -> impl Iterator<Item = PartyId> + 'm {
    let declared = &model.declared;
    let to_all = object.relations.iter().any(|r| r.is_address() && matches!(r.to, Related::Parties));
    let all = declared.all_parties().filter(move |p| to_all && !is_court(model, *p));
    object.recipients().chain(all).map(|p| declared.side(p))
}
