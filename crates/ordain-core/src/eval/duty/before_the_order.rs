//! A paper that was filed before the order that asks for it: it may be what the order asks
//! for, and a person should look.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::duty::candidate::Candidate;
use crate::eval::duty::task::Task;
use crate::eval::orders::event::Effect;
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::eval::record::standing::Standing;
use crate::facts::{Content, Deed};
use crate::model::object::Act;
use crate::model::{Body, Due, OrderKind, Paragraph, ParagraphId, Recurrence};
use crate::verdict::Modality;
use ordain_base::words::day;

/// The last such act, in the words of the order. Nothing that performed another order's duty
/// is one, and no instance of a duty that recurs was done before it began.
pub(in crate::eval) fn before_the_order(
    case: &Case<'_>,
    task: &Task<'_>,
    acts: &[Act],
    from: Option<NaiveDate>,
) -> Option<Candidate> {
    let from = from?;
    let once =
        matches!(task.obligation.recurrence(), Recurrence::Once) && !matches!(task.obligation.due, Due::At { .. });
    if !once || !is_duty(task.paragraph) {
        return None;
    }
    let named: Vec<&Act> = acts.iter().filter(|a| a.objects.list.iter().any(|o| o.head.is_some())).collect();
    let groups = named.iter().flat_map(|act| case.index.groups_of(case.model, &task.bearer, act));
    let before = groups.map(|g| (g, &case.index.groups[g])).filter_map(|(at, group)| {
        let certain = group.certain.iter().map(|(_, i)| *i);
        let mut all = certain.chain(group.rest.iter().copied()).filter(|i| is_before(case, *i, from)).peekable();
        // Of most there is none, and nothing need be compared.
        all.peek()?;
        let Content::Done(deed) = &case.ledger.assertions[group.first].content else { return None };
        let exact = |act: &&Act| matching::deed(case.model, &task.bearer, act, deed) == Match::Exact;
        if deed.negated || !named.iter().any(exact) {
            return None;
        }
        all.rfind(|i| !is_owed_elsewhere(case, task, deed, (at, *i)))
    });
    let index = before.max_by_key(|i| (case.ledger.assertions[*i].bounds.last, *i))?;
    let bounds = case.ledger.assertions[index].bounds;
    let doubt = format!(
        "done {}, before the order of {} that asks for it; whether it is that paper is for a person",
        bounds_in_words(bounds),
        day(from)
    );
    Some(Candidate { index, bounds, doubt: Some(doubt), near: true, negated: false, group: None })
}

fn is_before(case: &Case<'_>, index: usize, from: NaiveDate) -> bool {
    let a = &case.ledger.assertions[index];
    matches!(case.standings[index], Standing::Accepted(_) | Standing::Disputed)
        && a.performs.is_empty()
        && a.bounds.last.is_some_and(|last| last < from)
}

fn is_duty(paragraph: &Paragraph) -> bool {
    matches!(&paragraph.body, Body::Provision(p) if p.modality == Modality::Must)
}

/// Another order asked for it when it was done, and still does: one act performs one duty. Which paragraphs did is
/// found once for each act.
fn is_owed_elsewhere(case: &Case<'_>, task: &Task<'_>, deed: &Deed, (group, index): (usize, usize)) -> bool {
    let owed = case.index.owed(index, || owed_by(case, deed, group, case.ledger.assertions[index].bounds.last));
    owed.iter().any(|p| *p != task.paragraph.id)
}

/// The first two paragraphs that asked for an act when it was done: of one that asks, the other may be itself.
fn owed_by(case: &Case<'_>, deed: &Deed, group: usize, done: Option<NaiveDate>) -> Vec<ParagraphId> {
    let bound = |p: &&Paragraph| {
        let order = case.model.order(p.order);
        let ordered = matches!(order.kind, OrderKind::Order | OrderKind::StandingOrder);
        ordered && order.in_force().zip(done).is_some_and(|(from, done)| from <= done) && is_duty(p)
    };
    let asks = |p: &&Paragraph| {
        let Body::Provision(provision) = &p.body else { return false };
        let lifted = case.orders.events(p.id).iter().any(|e| matches!(e.effect, Effect::Lift | Effect::Rewrite(_)));
        let mut acts = provision.obligations.iter().flat_map(|o| &o.acts);
        !lifted && acts.any(|act| matching::deed(case.model, &provision.bearer, act, deed) == Match::Exact)
    };
    let all = case.index.asked_by(case.model, group).iter().map(|p| case.model.paragraph(*p));
    all.filter(bound).filter(asks).take(2).map(|p| p.id).collect()
}
