//! Who is bound because they chose to be, and by which of several acts they performed.

use crate::eval::case::Case;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::phrasing;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::eval::record::standing::Standing;
use crate::facts::Content;
use crate::model::object::Act;
use crate::model::{Bearer, PartyId};
use crate::verdict::Kind;

/// Of `parties`, those who have done `act` by the day asked about.
pub(in crate::eval) fn opted_in(case: &Case<'_>, parties: &[PartyId], act: &Act) -> Vec<PartyId> {
    let groups = case.index.groups_for(case.model, act);
    let has = |p: &&PartyId| {
        let bearer = Bearer::One(**p);
        groups.iter().map(|&g| &case.index.groups[g]).any(|g| {
            let Content::Done(deed) = &case.ledger.assertions[g.first].content else { return false };
            let meant = !deed.negated && matching::deed(case.model, &bearer, act, deed) == Match::Exact;
            meant
                && g.certain.iter().map(|(_, i)| i).chain(&g.rest).any(|&i| {
                    matches!(case.standings[i], Standing::Accepted(_))
                        && case.ledger.assertions[i].bounds.surely_by(case.question.as_of)
                })
        })
    };
    parties.iter().filter(has).copied().collect()
}

/// Of several acts that would do, the one that was done: `: filed status report`.
pub(in crate::eval) fn which_act(case: &Case<'_>, acts: &[Act], fact: usize) -> String {
    let Content::Done(deed) = &case.ledger.assertions[fact].content else { return String::new() };
    if acts.len() < 2 {
        return String::new();
    }
    let done = acts.iter().find(|a| matching::match_act(case.model, a, &deed.act) == Match::Exact);
    done.map_or_else(String::new, |act| {
        let verb = &case.model.declared.verbs.get(act.verb).past;
        let thing = act.objects.list.first().map(|o| format!(" {}", phrasing::object_name(case, o)));
        format!(": {verb}{}", thing.unwrap_or_default())
    })
}

/// What a duty of those who elect is while nobody has.
pub(in crate::eval) fn nobody_opted_in(words: &str) -> PartVerdict {
    PartVerdict::new(Kind::Waiting, format!("it binds {words}, and the record shows none so far"))
}
