//! Requests for more time, and which acts of the record are one.

use crate::eval::case::Case;
use crate::facts::{Content, Deed};
use crate::model::nature::Nature;
use crate::model::object::{Act, Head, Object, Related};
use crate::model::{Bearer, COURT, Model, ParagraphId, PartyId, ThingId, ThingKind, VerbFamily};

/// The acts by which the bearer asked the Court for the extension that a duty to request one names.
pub(in crate::eval) fn extension_requests(case: &Case<'_>, bearer: &Bearer, act: &Act) -> Vec<usize> {
    let wanted = extension_of(case.model, act);
    let about = wanted.iter().flat_map(|p| case.index.about.get(p).map_or(&[][..], Vec::as_slice));
    let asks = |deed: &Deed| {
        let whom = asked_of(deed);
        let court = whom.contains(&COURT);
        match family_of_deed(case, deed) {
            VerbFamily::Move => true,
            VerbFamily::File => is_motion(deed) || motion_named(case, deed).is_some(),
            VerbFamily::Request => court || whom.is_empty(),
            _ => false,
        }
    };
    let ours = |deed: &Deed| bearer.parties().iter().any(|&p| same_side(case, p, &deed.actors));
    let mut found: Vec<usize> = about
        .copied()
        .filter(|&i| match &case.ledger.assertions[i].content {
            Content::Done(deed) => !deed.negated && ours(deed) && asks(deed),
            _ => false,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

pub(in crate::eval) fn family_of_deed(case: &Case<'_>, deed: &Deed) -> VerbFamily {
    case.model.declared.verbs.get(deed.act.verb).family
}

/// The declared motion that an act files or speaks of.
pub(in crate::eval) fn motion_named(case: &Case<'_>, deed: &Deed) -> Option<ThingId> {
    let heads = deed.act.objects.list.iter().filter_map(|o| o.head.as_ref());
    let mut things = heads.filter_map(|h| if let Head::Thing(t) = h { Some(*t) } else { None });
    things.find(|t| case.model.declared.things[t.index()].kind == ThingKind::Motion)
}

pub(in crate::eval) fn same_side(case: &Case<'_>, party: PartyId, others: &[PartyId]) -> bool {
    let declared = &case.model.declared;
    others.iter().any(|&o| declared.side(o) == declared.side(party))
}

/// `filed motion to extend MTC ¶ 1`.
pub(in crate::eval) fn is_motion(deed: &Deed) -> bool {
    let asks = |o: &Object| matches!(&o.head, Some(Head::Deliverable(d)) if d.is(Nature::AsksTheCourt));
    deed.act.objects.list.iter().any(asks)
}

/// The paragraphs of which `request extension of ¶ 2`, `move to extend ¶ 2` speaks.
fn extension_of(model: &Model, act: &Act) -> Vec<ParagraphId> {
    let family = model.declared.verbs.get(act.verb).family;
    let named = |o: &Object| match family {
        VerbFamily::Request => matches!(&o.head, Some(Head::Deliverable(d)) if d.is(Nature::Extension)),
        VerbFamily::Move => o.asks_for_time(),
        _ => false,
    };
    let relations = act.objects.list.iter().filter(|o| named(o)).flat_map(|o| &o.relations);
    relations.filter_map(|r| if let Related::Paragraph(p) = r.to { Some(p) } else { None }).collect()
}

/// Of whom it was asked: the parties named before what was asked.
pub(in crate::eval) fn asked_of(deed: &Deed) -> Vec<PartyId> {
    let head = |o: &Object| match o.head {
        Some(Head::Party(p)) => Some(p),
        _ => None,
    };
    deed.act.objects.list.iter().filter_map(head).collect()
}
