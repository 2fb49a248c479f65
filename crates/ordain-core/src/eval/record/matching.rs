//! Whether an act of the record is the act an order asks for.

use crate::eval::record::details::compare_details;
pub(in crate::eval) use crate::eval::record::naming::{Match, match_head, wordings_of_head};
use crate::eval::record::naming::{kinds_of_paper, may_be_one};
use crate::eval::record::wordings::motion_moved;
use crate::facts::Deed;
use crate::model::nature::Nature;
use crate::model::object::{Act, Head, Object, Related};
use crate::model::preposition::Preposition as P;
use crate::model::{Bearer, Model, PartyId, PartyKind, VerbFamily};
use ordain_base::steps;

/// Compares the bearer, then the act.
pub(in crate::eval) fn deed(model: &Model, bearer: &Bearer, duty: &Act, deed: &Deed) -> Match {
    let who = match_actors(model, bearer, &deed.actors);
    if who == Match::No {
        return Match::No;
    }
    match (match_act(model, duty, &deed.act), who) {
        (Match::Exact, Match::Near(why)) => Match::Near(why),
        (found, _) => found,
    }
}

/// A side acts through any of its members; what is owed jointly is done by all.
pub(in crate::eval) fn match_actors(model: &Model, bearer: &Bearer, actors: &[PartyId]) -> Match {
    steps::count(1);
    let acts =
        |p: &PartyId| actors.iter().any(|&a| a == *p || model.declared.side(a) == *p || model.declared.side(*p) == a);
    match bearer {
        Bearer::One(p) => {
            if acts(p) {
                Match::Exact
            } else {
                Match::No
            }
        }
        Bearer::Jointly(all) => match all.iter().filter(|p| acts(p)).count() {
            0 => Match::No,
            n if n == all.len() => Match::Exact,
            _ => match actors.iter().find(|a| !all.iter().any(|p| same_side(model, *p, **a))) {
                Some(other) => {
                    let name = model.declared.party_name(*other);
                    Match::Near(format!("it is a paper with {name}, who is not one of those who must act together"))
                }
                None => Match::Near("done by some of those who must act together".to_owned()),
            },
        },
        Bearer::WithOthers { parties, others } => {
            // The record does not say who the others are; somebody of neither side may be one of them.
            let outside = |a: &PartyId| {
                let side = model.declared.side(*a);
                matches!(model.declared.parties[side.index()].kind, PartyKind::NonParty | PartyKind::Role)
            };
            if parties.iter().any(acts) {
                Match::Exact
            } else if let Some(other) = actors.iter().find(|a| outside(a)) {
                let name = model.declared.party_name(*other);
                Match::Near(format!("you decide whether {name} is one of `{others}`"))
            } else {
                Match::No
            }
        }
        Bearer::EachOf(all) | Bearer::AnyOf(all) | Bearer::Electing { parties: all, .. } => {
            if all.iter().any(acts) {
                Match::Exact
            } else {
                Match::No
            }
        }
        Bearer::Class(_) => Match::Near("you decide whether the actor belongs to the class".to_owned()),
    }
}

fn same_side(model: &Model, a: PartyId, b: PartyId) -> bool {
    model.declared.side(a) == model.declared.side(b)
}

/// Compares verb and objects.
pub(in crate::eval) fn match_act(model: &Model, duty: &Act, done: &Act) -> Match {
    let verbs = &model.declared.verbs;
    let same = verbs.same_family(duty.verb, done.verb);
    if !same && !verbs.near(duty.verb, done.verb) {
        return Match::No;
    }
    // `Birch responded`: to what, nothing says.
    if same && says_no_thing(model, done) && !says_no_thing(model, duty) {
        return Match::Near(format!("the record says no more than `{}`", verbs.get(done.verb).past));
    }
    if same && moves_another_motion(model, duty, done) {
        return Match::No;
    }
    let things = match_objects(model, duty, done);
    match (same, things) {
        (_, Match::No) => Match::No,
        (true, found) => found,
        (false, _) if is_filing_of_anything(model, duty, done) => Match::No,
        (false, _) => {
            let (asked, did) = (&verbs.get(duty.verb).lemma, &verbs.get(done.verb).past);
            Match::Near(format!("`{did}` is not `{asked}`"))
        }
    }
}

/// A duty that names no thing of its own (`respond to Motion`), and a filing that is not about what it is about: the paper
/// of the verb is another wording of the duty, and every other paper is another act.
fn is_filing_of_anything(model: &Model, duty: &Act, done: &Act) -> bool {
    let files = model.declared.verbs.get(done.verb).family == VerbFamily::File;
    let headless = duty.objects.list.iter().all(|o| o.head.is_none());
    let about = |act: &Act| -> Vec<Head> {
        act.objects.list.iter().flat_map(|o| &o.relations).filter_map(|r| head_of(&r.to)).collect()
    };
    let (wanted, given) = (about(duty), about(done));
    files && headless && !wanted.iter().any(|w| given.iter().any(|g| may_be_one(model, w, g)))
}

fn head_of(related: &Related) -> Option<Head> {
    match related {
        Related::Head(head @ (Head::Thing(_) | Head::Order(_) | Head::Deliverable(_) | Head::Quoted(_))) => {
            Some(head.clone())
        }
        _ => None,
    }
}

/// Both move, and for another thing: `move for summary judgment`, `moved to strike`.
fn moves_another_motion(model: &Model, duty: &Act, done: &Act) -> bool {
    let moved = |act: &Act| act.objects.list.iter().find_map(motion_moved);
    let moves = model.declared.verbs.get(duty.verb).family == VerbFamily::Move;
    moves && moved(duty).zip(moved(done)).is_some_and(|(asked, made)| asked != made)
}

/// Whether an act names nothing that it was done to: `Birch responded`, `Birch served Ash`, `Birch paid $500 to Ash`.
pub(in crate::eval) fn says_no_thing(model: &Model, act: &Act) -> bool {
    let gives = model.declared.verbs.get(act.verb).family.gives();
    act.objects.list.iter().all(|o| match &o.head {
        None => {
            o.set.is_none()
                && o.purpose().is_none()
                && o.relations.iter().all(|r| gives && r.is_address())
                && o.amount.is_none()
        }
        Some(head) => gives && matches!(head, Head::Party(_)),
    })
}

/// The best match of any object of the duty with any of the act.
fn match_objects(model: &Model, duty: &Act, done: &Act) -> Match {
    if duty.objects.list.is_empty() {
        return Match::Exact;
    }
    let mut best = Match::No;
    for wanted in &duty.objects.list {
        for given in &done.objects.list {
            match match_object(model, wanted, given) {
                Match::Exact => return Match::Exact,
                near @ Match::Near(_) => best = near,
                Match::No => {}
            }
        }
    }
    best
}

/// Compares one thing with another: what it is, then what it is for.
pub(in crate::eval) fn match_object(model: &Model, wanted: &Object, given: &Object) -> Match {
    steps::count(1);
    let heads = match (&wanted.head, &given.head) {
        (None, _) => Match::Exact,
        // `update the Court`, `reported to the Court`; `contact Ash`, `spoke with Ash`.
        (Some(Head::Party(p)), _) if given.addressees().any(|to| same_side(model, *p, to)) => Match::Exact,
        (Some(w), Some(g)) => match_head(model, w, g),
        (Some(_), None) if given.amount.is_some() => Match::Near("it does not say for what it was paid".to_owned()),
        (Some(_), None) => Match::No,
    };
    if heads == Match::No || heads != Match::Exact && is_motion_for_no_answer(model, wanted, given) {
        return Match::No;
    }
    match one_of(model, wanted, given) {
        Match::Exact => {}
        Match::No => return Match::No,
        near if heads == Match::Exact => return near,
        _ => {}
    }
    if let (Some(w), Some(g)) = (&wanted.set, &given.set) {
        let shared = w.record == g.record
            && (w.categories.is_empty()
                || g.categories.is_empty()
                || w.categories.iter().any(|c| g.categories.contains(c)));
        if !shared {
            return Match::No;
        }
    }
    // Both say what it is about, and it is another thing: opposition to this motion, not to that.
    if is_about_another(model, wanted, given) {
        return Match::No;
    }
    if let Some(why) = said_of_another_place(model, wanted, given) {
        return Match::Near(why);
    }
    match compare_details(model, wanted, given) {
        Match::Exact => heads,
        other => other,
    }
}

/// A motion to dismiss, where the response asked for is to something else than a pleading.
fn is_motion_for_no_answer(model: &Model, wanted: &Object, given: &Object) -> bool {
    let is = |head: &Option<Head>, nature| head.iter().any(|h| kinds_of_paper(model, h).any(|d| d.is(nature)));
    let mut about = heads_a_paper_is_about(wanted).peekable();
    is(&given.head, Nature::AsksTheCourt)
        && is(&wanted.head, Nature::AnswersAMotion)
        && about.peek().is_some()
        && !about.any(|h| kinds_of_paper(model, h).any(|d| d.is(Nature::Pleading)))
}

/// Both say what it is about, and it is another thing.
pub(in crate::eval) fn is_about_another(model: &Model, wanted: &Object, given: &Object) -> bool {
    let one = |x: &Head| heads_a_paper_is_about(given).any(|y| may_be_one(model, x, y));
    heads_a_paper_is_about(wanted).next().is_some()
        && heads_a_paper_is_about(given).next().is_some()
        && !heads_a_paper_is_about(wanted).any(one)
}

/// What a paper is about, by name.
pub(in crate::eval) fn heads_a_paper_is_about(object: &Object) -> impl Iterator<Item = &Head> {
    let said = object.relations.iter().filter(|r| r.is_any(&[P::To, P::Of, P::For, P::On, P::Regarding, P::About]));
    said.filter_map(|r| match &r.to {
        Related::Head(h @ (Head::Thing(_) | Head::Order(_))) => Some(h),
        // `opposition to "motion to stay"`.
        Related::Head(h @ Head::Quoted(_)) if r.is_any(&[P::To]) => Some(h),
        _ => None,
    })
}

/// Both say to whom, and they are others: why a person should look.
pub(in crate::eval) fn said_of_another_place(model: &Model, wanted: &Object, given: &Object) -> Option<String> {
    let asked: Vec<PartyId> = wanted.recipients().collect();
    let went: Vec<PartyId> = given.addressees().collect();
    let declared = &model.declared;
    let court = |p: PartyId| declared.parties[p.index()].kind == PartyKind::Court;
    let same = |a: PartyId, b: PartyId| declared.side(a) == declared.side(b) || court(a) && court(b);
    if asked.is_empty() || went.is_empty() || asked.iter().any(|a| went.iter().any(|b| same(*a, *b))) {
        return None;
    }
    let names = |all: &[PartyId]| {
        let names: Vec<&str> = all.iter().map(|p| declared.party_name(*p)).collect();
        ordain_base::words::join(&names)
    };
    Some(format!("it went to {}, and not to {}", names(&went), names(&asked)))
}

/// Of several things it is owed for, whether it was done for this one.
fn one_of(model: &Model, wanted: &Object, given: &Object) -> Match {
    let Some(one) = &wanted.one_of else { return Match::Exact };
    let Related::Head(asked) = &one.to else { return Match::Exact };
    let said: Vec<&Head> = given
        .relations
        .iter()
        .filter(|r| r.preposition == one.preposition)
        .filter_map(|r| if let Related::Head(h) = &r.to { Some(h) } else { None })
        .collect();
    if said.iter().any(|h| match_head(model, asked, h) == Match::Exact) {
        return Match::Exact;
    }
    match said.is_empty() {
        true => Match::Near(format!("it does not say {} which it was", one.preposition.map_or("", P::word))),
        false => Match::No,
    }
}
