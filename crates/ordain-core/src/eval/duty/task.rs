//! One duty of one bearer, as it is to be judged.

use chrono::NaiveDate;

use crate::eval::amended::interval::Interval;
use crate::eval::amended::stay::Stay;
use crate::eval::case::Case;
use crate::eval::condition::found::Held;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::opt_in::opted_in;
use crate::model::{Bearer, Due, Obligation, Paragraph, PartyId, Provision};
use crate::verdict::{Modality, Part};

/// What one part is asked.
pub(in crate::eval) struct Task<'a> {
    pub(in crate::eval) paragraph: &'a Paragraph,
    pub(in crate::eval) obligation: &'a Obligation,
    pub(in crate::eval) bearer: Bearer,
    pub(in crate::eval) deadline: &'a Deadline,
    /// What is found of the paragraph is found of this part of it.
    pub(in crate::eval) reported: bool,
    /// Stays of it, present and past.
    pub(in crate::eval) stays: &'a [Stay],
    /// Of what forbids or permits, where an order changed that: the stretches in
    /// which an act is judged by the words of its own day.
    pub(in crate::eval) intervals: &'a [Interval<'a>],
    /// From when it no longer binds.
    pub(in crate::eval) lifted: Option<NaiveDate>,
    /// What its conditions came to, where it has any.
    pub(in crate::eval) held: Option<&'a Held>,
}

/// Each of several bears alone, and of those who may elect each that did; all others bear as one.
pub(in crate::eval) fn bearers_of_provision(case: &Case<'_>, provision: &Provision) -> Vec<(Option<Part>, Bearer)> {
    let name = |p: PartyId| Part::Bearer(case.model.declared.party_name(p).to_owned());
    let alone = |all: &[PartyId]| all.iter().map(|&p| (Some(name(p)), Bearer::One(p))).collect();
    match &provision.bearer {
        Bearer::EachOf(all) => alone(all),
        Bearer::Electing { parties, act, .. } => alone(&opted_in(case, parties, act)),
        // What must be done the parties must do; others are reached by what must not.
        Bearer::WithOthers { parties, .. } if provision.modality != Modality::MustNot => match parties.as_slice() {
            [one] => vec![(None, Bearer::One(*one))],
            _ => vec![(None, Bearer::Jointly(parties.clone()))],
        },
        // At a hearing each appears for itself.
        Bearer::One(side) if requires_appearance(provision) => {
            match case.model.declared.parties[side.index()].members.as_slice() {
                [] | [_] => vec![(None, provision.bearer.clone())],
                members => alone(members),
            }
        }
        other => vec![(None, other.clone())],
    }
}

fn requires_appearance(provision: &Provision) -> bool {
    let at = |due: &Due| matches!(due, Due::At { .. });
    provision.modality == Modality::Must && provision.obligations.iter().all(|o| at(&o.due))
}

pub(in crate::eval) fn bearer_names(case: &Case<'_>, bearer: &Bearer, words: &str) -> Vec<String> {
    match bearer.parties() {
        [] => vec![words.to_owned()],
        all => all.iter().map(|&p| case.model.declared.party_name(p).to_owned()).collect(),
    }
}
