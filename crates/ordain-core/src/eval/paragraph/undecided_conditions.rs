//! A duty that an order changes on a condition which nobody can decide: a
//! verdict that is the same whether the condition holds or not is given.

use std::collections::BTreeMap;

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::condition::conditions::conditions_held;
use crate::eval::condition::truth::Value;
use crate::eval::duty::part::PartVerdict;
use crate::eval::orders::event::{Doubt, Effect, Event};
use crate::eval::orders::scope::{Coverage, coverage};
use crate::eval::paragraph::bound::Bound;
use crate::eval::paragraph::combine::Branch;
use crate::verdict::{Kind, Reason};
use ordain_base::source::Span;

/// More conditions than are tried: each doubles what there is to evaluate.
const MOST: usize = 4;

/// The branches of a bearer, decided where every answer to the open conditions decides them alike.
pub(in crate::eval) fn agreed<'a>(
    case: &Case<'a>,
    bound: &Bound<'_, 'a>,
    found: Vec<Branch>,
    amended: &AmendedDuty<'a>,
) -> Vec<Branch> {
    let in_doubt = matches!(amended.doubt, Some((_, _, Doubt::Condition)));
    let conditions = if in_doubt { open_conditions(case, bound) } else { Vec::new() };
    if conditions.is_empty() || conditions.len() > MOST {
        return found;
    }
    let answers = 0..1_usize << conditions.len();
    let answered = answers.map(|answer| {
        let holds = |i: usize| answer >> i & 1 == 1;
        let each = conditions.iter().enumerate();
        let assumed: Vec<(Span, bool)> =
            each.flat_map(|(i, acts)| acts.iter().map(move |span| (*span, holds(i)))).collect();
        bound.branches(&Case { assumed: &assumed, ..*case }).0
    });
    let worlds: Vec<Vec<Branch>> = answered.collect();
    if worlds.iter().any(|w| w.len() != found.len()) {
        return found;
    }
    let decide = |(i, branch): (usize, Branch)| {
        let same_path = |w: &&Branch| w.path == branch.path;
        let verdicts: Vec<&PartVerdict> =
            worlds.iter().filter_map(|w| w.get(i)).filter(same_path).map(|b| &b.verdict).collect();
        match (verdicts.len() == worlds.len()).then(|| same_in_all(&verdicts)).flatten() {
            Some(part) => Branch { verdict: part.because(reason_of_doubt(amended)), ..branch },
            None => leave_undecided(branch, &verdicts),
        }
    };
    found.into_iter().enumerate().map(decide).collect()
}

/// Where the answers differ, no verdict that one of them alone gives is left.
fn leave_undecided(branch: Branch, verdicts: &[&PartVerdict]) -> Branch {
    let other = verdicts.iter().any(|l| l.kind != branch.verdict.kind);
    if branch.verdict.kind == Kind::Undetermined || !other {
        return branch;
    }
    let why = "the answer hangs on a condition of a later order that a person must decide";
    let part = PartVerdict::new(Kind::Undetermined, why).due(branch.verdict.due.as_ref());
    Branch { verdict: part, ..branch }
}

/// The acts of orders on this duty whose condition is open, together where the condition is the same.
fn open_conditions<'a>(case: &Case<'a>, bound: &Bound<'_, 'a>) -> Vec<Vec<Span>> {
    let open = |e: &&Event<'_>| {
        matches!(e.effect, Effect::Doubt(Doubt::Condition))
            && coverage(case.model, e, Some(bound.obligation), &bound.bearer) != Coverage::None
            && conditions_held(case, bound.paragraph, &e.disposition.conditions)
                .is_some_and(|held| held.value() == Value::Unknown)
    };
    let mut by_words: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for event in case.orders.events(bound.paragraph.id).iter().filter(open) {
        let each = event.disposition.conditions.iter().map(|c| format!("{} {}", c.word.name(), c.text));
        by_words.entry(each.collect::<Vec<_>>().join("; ")).or_default().push(event.by.span);
    }
    by_words.into_values().collect()
}

/// The verdict that all of them are; of days the one that is surely right.
fn same_in_all(verdicts: &[&PartVerdict]) -> Option<PartVerdict> {
    let (first, rest) = verdicts.split_first()?;
    if rest.iter().any(|l| l.kind != first.kind) {
        return None;
    }
    let fewest = verdicts.iter().min_by_key(|l| l.days)?;
    let differ = verdicts.iter().any(|l| l.days != fewest.days);
    let mut part = PartVerdict::clone(fewest);
    part.at_least |= differ && part.kind.is_missed();
    Some(part)
}

fn reason_of_doubt(amended: &AmendedDuty<'_>) -> Option<Reason> {
    let (by, ..) = amended.doubt.as_ref()?;
    Some(Reason::new(format!(
        "{} changes it on a condition; the verdict is the same whether it holds or not",
        by.order
    )))
}
