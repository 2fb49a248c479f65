//! An accusation that rests on nothing but what others say of the bearer: whether it is so is for the
//! Court. It stays where it holds without that word too.

use crate::eval::case::Case;
use crate::eval::duty::part::PartVerdict;
use crate::eval::evidence::place::{party_names, place_of};
use crate::eval::notes::Notes;
use crate::eval::paragraph::bound::Bound;
use crate::eval::paragraph::combine::Branch;
use crate::eval::paragraph::undecided_conditions;
use crate::model::PartyId;
use crate::verdict::{Kind, Reason};

/// The branches of a bearer, none of which accuses on the word of others alone.
pub(in crate::eval) fn without_bare_accusations<'a>(
    case: &Case<'a>,
    bound: &Bound<'_, 'a>,
    found: Vec<Branch>,
) -> Vec<Branch> {
    if !found.iter().any(|b| b.verdict.kind.is_missed()) {
        return found;
    }
    let Some(account) = case.account_of(bound.bearer.parties()) else { return found };
    let (answers, notes) = (case.ask.afresh(), Notes::default());
    let other = &case.by_account(&account, answers.as_ref(), &notes);
    let (again, amended) = bound.branches(other);
    let again = undecided_conditions::agreed(other, bound, again, &amended);
    let settled = |branch: &Branch| {
        let mut same = again.iter().filter(|b| b.path == branch.path);
        same.next().map(|b| (b.verdict.kind, b.verdict.days))
    };
    let weigh = |branch: Branch| match settled(&branch) {
        _ if !branch.verdict.kind.is_missed() => branch,
        Some((kind, days)) if kind.is_missed() => {
            // The days that are certain without that word.
            let mut verdict = branch.verdict;
            if kind == verdict.kind && days < verdict.days {
                (verdict.days, verdict.at_least) = (days, true);
            }
            Branch { verdict, ..branch }
        }
        _ => Branch { verdict: rests_on_a_word(case, bound, &account.open, branch.verdict), ..branch },
    };
    found.into_iter().map(weigh).collect()
}

/// What others say, and what would settle it.
fn rests_on_a_word(case: &Case<'_>, bound: &Bound<'_, '_>, open: &[usize], part: PartVerdict) -> PartVerdict {
    let places: Vec<String> = part.facts.iter().filter_map(|p| p.fact.clone()).collect();
    let named = |i: &&usize| places.contains(&case.ledger.assertions[**i].id);
    let cited: Vec<usize> = open.iter().filter(named).copied().collect();
    let unconfirmed: &[usize] = if cited.is_empty() { open } else { &cited };
    let mut speakers: Vec<PartyId> = Vec::new();
    for &i in unconfirmed {
        speakers.extend(case.ledger.assertions[i].voice.speakers());
    }
    speakers.sort_unstable();
    speakers.dedup();
    let why = format!(
        "{}, by the word of {} alone, and nothing else on the record shows it",
        part.why,
        party_names(case, &speakers)
    );
    let shown = unconfirmed.first().map(|&i| place_of(case, i, "nothing else on the record shows it"));
    PartVerdict::new(Kind::Undetermined, why.clone())
        .due(part.due.as_ref())
        .facts(shown.clone())
        .because(shown.map(|place| Reason::at(why, place)))
        .remedy(format!("the Court finds {} breached", bound.paragraph.name))
}
