//! Whether an act of the record is the act an order asks for.

use crate::facts::Deed;
use crate::model::object::{Act, Filter, Head, Object, Related};
use crate::model::preposition::Preposition as P;
use crate::model::{Bearer, Model, PartyId, PartyKind};

/// How an act meets a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::eval) enum Match {
    Exact,
    /// It may be meant: why a person should look.
    Near(String),
    No,
}

/// Compares the bearer, then the act.
pub(in crate::eval) fn deed(model: &Model, bearer: &Bearer, duty: &Act, deed: &Deed) -> Match {
    let who = actors(model, bearer, &deed.actors);
    if who == Match::No {
        return Match::No;
    }
    match (act(model, duty, &deed.act), who) {
        (Match::Exact, Match::Near(why)) => Match::Near(why),
        (found, _) => found,
    }
}

/// A side acts through any of its members; what is owed jointly is done by all.
pub(in crate::eval) fn actors(model: &Model, bearer: &Bearer, actors: &[PartyId]) -> Match {
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
            // Nobody but the parties is said to be one of them; whoever is neither side may be.
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
pub(in crate::eval) fn act(model: &Model, duty: &Act, done: &Act) -> Match {
    let verbs = &model.declared.verbs;
    let same = verbs.same_family(duty.verb, done.verb);
    if !same && !verbs.near(duty.verb, done.verb) {
        return Match::No;
    }
    let things = objects(model, duty, done);
    match (same, things) {
        (_, Match::No) => Match::No,
        (true, found) => found,
        (false, _) => {
            let (asked, did) = (&verbs.get(duty.verb).lemma, &verbs.get(done.verb).past);
            Match::Near(format!("`{did}` is not `{asked}`"))
        }
    }
}

/// The best match of any object of the duty with any of the act.
fn objects(model: &Model, duty: &Act, done: &Act) -> Match {
    if duty.objects.list.is_empty() {
        return Match::Exact;
    }
    let mut best = Match::No;
    for wanted in &duty.objects.list {
        for given in &done.objects.list {
            match object(model, wanted, given) {
                Match::Exact => return Match::Exact,
                near @ Match::Near(_) => best = near,
                Match::No => {}
            }
        }
    }
    best
}

/// Compares one thing with another: what it is, then what it is for.
pub(in crate::eval) fn object(model: &Model, wanted: &Object, given: &Object) -> Match {
    let heads = match (&wanted.head, &given.head) {
        (None, _) => Match::Exact,
        (Some(w), Some(g)) => head(model, w, g),
        (Some(_), None) => Match::No,
    };
    if heads == Match::No {
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
    let about = |o: &Object| -> Vec<Head> {
        o.relations
            .iter()
            .filter(|r| r.is_any(&[P::To, P::Of, P::For, P::On, P::Regarding, P::About]))
            .filter_map(|r| match &r.to {
                Related::Head(h @ (Head::Thing(_) | Head::Order(_))) => Some(h.clone()),
                // `opposition to "motion to stay"`.
                Related::Head(h @ Head::Quoted(_)) if r.is_any(&[P::To]) => Some(h.clone()),
                _ => None,
            })
            .collect()
    };
    let (w, g) = (about(wanted), about(given));
    if !w.is_empty() && !g.is_empty() && !w.iter().any(|x| g.iter().any(|y| may_be_one(model, x, y))) {
        return Match::No;
    }
    if let Some(why) = elsewhere(model, wanted, given) {
        return Match::Near(why);
    }
    match details(wanted, given) {
        Match::Exact => heads,
        other => other,
    }
}

/// Compares what is said of one thing with what is said of another: of what words it is, its purpose,
/// its ground, how many.
fn details(wanted: &Object, given: &Object) -> Match {
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
    // An answer is no amended answer, nor is a declaration a sworn one.
    if let Some(word) = wanted.qualifiers.iter().find(|q| tells_apart(q) && !given.qualifiers.contains(q)) {
        return Match::Near(format!("the record does not say that it is {word}"));
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

/// Two names of what a paper is about that may stand for one thing.
fn may_be_one(model: &Model, a: &Head, b: &Head) -> bool {
    a == b || head(model, a, b) != Match::No
}

/// A word that makes another paper of it; `joint` and its like say how many act, or nothing.
fn tells_apart(qualifier: &str) -> bool {
    matches!(
        qualifier,
        "amended"
            | "corrected"
            | "revised"
            | "supplemental"
            | "updated"
            | "final"
            | "proposed"
            | "sworn"
            | "verified"
            | "notarized"
            | "signed"
            | "executed"
            | "certified"
            | "redacted"
            | "unredacted"
            | "sealed"
            | "renewed"
            | "preliminary"
            | "interim"
            | "initial"
            | "opening"
            | "rebuttal"
            | "consolidated"
    )
}

/// Both say to whom, and they are others: why a person should look.
pub(in crate::eval) fn elsewhere(model: &Model, wanted: &Object, given: &Object) -> Option<String> {
    let (asked, went): (Vec<PartyId>, Vec<PartyId>) = (wanted.recipients().collect(), given.recipients().collect());
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
    if said.iter().any(|h| head(model, asked, h) == Match::Exact) {
        return Match::Exact;
    }
    match said.is_empty() {
        true => Match::Near(format!("it does not say {} which it was", one.preposition.map_or("", P::word))),
        false => Match::No,
    }
}

/// The wordings a thing goes by, folded and in lower case.
pub(in crate::eval) fn wordings(model: &Model, head: &Head) -> Vec<String> {
    match head {
        Head::Quoted(q) => vec![q.clone()],
        Head::Deliverable(d) => vec![d.name().to_owned()],
        Head::Thing(t) => model.declared.things[t.index()].wordings.clone(),
        _ => Vec::new(),
    }
}

/// Compares what two things are called.
pub(in crate::eval) fn head(model: &Model, wanted: &Head, given: &Head) -> Match {
    if wanted == given {
        return Match::Exact;
    }
    // What is done to a member is done to its side.
    if let (Head::Party(a), Head::Party(b)) = (wanted, given) {
        let declared = &model.declared;
        let one = declared.side(*b) == *a || declared.side(*a) == *b;
        return if one { Match::Exact } else { Match::No };
    }
    let (w, g) = (wordings(model, wanted), wordings(model, given));
    if w.iter().any(|x| g.contains(x)) {
        return Match::Exact;
    }
    if let (Head::Deliverable(a), Head::Deliverable(b)) = (wanted, given)
        && a.near(*b)
    {
        return Match::Near(format!("`{}` is not `{}`", b.name(), a.name()));
    }
    // A declared paper whose wording ends like the deliverable asked for: `Opposition`, `opposition to Motion`.
    let close = w.iter().any(|x| g.iter().any(|y| near_wording(x, y)));
    if close {
        let first = g.first().cloned().unwrap_or_default();
        return Match::Near(format!("`{first}` may be the paper asked for"));
    }
    Match::No
}

/// One wording holds the other as whole words, or they differ by a slip.
fn near_wording(a: &str, b: &str) -> bool {
    let holds = |long: &str, short: &str| {
        short.len() > 3
            && long.match_indices(short).any(|(i, m)| {
                let before = long[..i].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                let after = long[i + m.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
                before && after
            })
    };
    holds(a, b) || holds(b, a) || ordain_base::words::closest(a, [b]).is_some()
}

#[cfg(test)]
mod tests {
    use super::near_wording;

    #[test]
    fn wordings_that_a_person_should_look_at() {
        assert!(
            near_wording("privilege log", "log of privilege") || near_wording("joint status report", "status report")
        );
        assert!(near_wording("opposition", "oposition"));
        assert!(!near_wording("answer", "privilege log"));
    }
}
