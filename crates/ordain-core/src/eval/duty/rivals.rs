//! One act performs one duty. A paper that does not say which of several like
//! duties it is meant for performs none of them for certain.

use crate::model::preposition::Preposition;
use crate::model::qualifier::Qualifier;
use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::duty::task::Task;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::eval::record::standing::Standing;
use crate::facts::{Content, Deed};
use crate::model::object::{Act, Head, Related};
use crate::model::{Body, Obligation, Paragraph, Recurrence};
use crate::verdict::Modality;

/// The other duties that this act may be meant for, where it does not say which: why
/// a person should look. `there` is how many such acts the record has. An act that is
/// in time for one duty and late for every other is meant for the one.
pub(in crate::eval) fn meant_for_another(
    case: &Case<'_>,
    task: &Task<'_>,
    acts: &[Act],
    deed: &Deed,
    there: usize,
) -> Option<String> {
    let own = particulars_of(task.obligation, acts);
    if own.is_empty() || says_which(deed) || modality_of(task.paragraph) != Some(Modality::Must) {
        return None;
    }
    let others: Vec<&Paragraph> =
        case.model.paragraphs.iter().filter(|p| is_rival(case, task, p, &own, deed)).collect();
    if others.is_empty() || there > others.len() {
        return None;
    }
    let own_day = task.deadline.day();
    let last = others.iter().all(|p| own_day.zip(due_day(case, p)).is_some_and(|(own, other)| other < own));
    // Later than the other days, it can be in time for this duty alone.
    if last && there == 1 && only_in_time_here(case, &others, deed, own_day) {
        return None;
    }
    let name = &others[0].name;
    Some(format!("the record does not say whether it was meant for this paragraph or for {name}"))
}

/// The other duty that asks for just this kind of the paper, which the act says it is: a final status report is the
/// final one that was ordered, and whether it is the other too a person decides. `there` is how many there are.
pub(in crate::eval) fn asked_for_elsewhere(
    case: &Case<'_>,
    task: &Task<'_>,
    acts: &[Act],
    deed: &Deed,
    there: usize,
) -> Option<String> {
    let kinds = |act: &Act| -> Vec<Qualifier> {
        act.objects.list.iter().flat_map(|o| &o.qualifiers).filter(|q| q.makes_another()).cloned().collect()
    };
    let own: Vec<Qualifier> = acts.iter().flat_map(kinds).collect();
    let said: Vec<Qualifier> = kinds(&deed.act).into_iter().filter(|q| !own.contains(q)).collect();
    if said.is_empty() || there > 1 || modality_of(task.paragraph) != Some(Modality::Must) {
        return None;
    }
    let asks = |p: &&Paragraph| match &p.body {
        Body::Provision(provision) if p.id != task.paragraph.id && provision.modality == Modality::Must => {
            case.orders.is_ordered(case.model, p.order, case.question)
                && provision.obligations.iter().any(|o| {
                    let same = |act: &Act| matching::deed(case.model, &provision.bearer, act, deed) == Match::Exact;
                    o.acts.iter().any(|act| same(act) && kinds(act).iter().any(|q| said.contains(q)))
                })
        }
        _ => false,
    };
    let alike = case.duties.about(case.model, &deed.act.objects.list);
    let other = alike.into_iter().map(|at| &case.model.paragraphs[at]).find(asks)?;
    let said: Vec<&str> = said.iter().map(|q| q.words.as_str()).collect();
    Some(format!("it is the {} one, which {} orders", said.join(" "), other.name))
}

/// Whether the only such act is the very thing that another duty of the same bearer ordered, done in time: it
/// performs that one, and is nothing else. `there` is how many such acts the record has.
pub(in crate::eval) fn performs_another(case: &Case<'_>, task: &Task<'_>, act: usize, there: usize) -> bool {
    let a = &case.ledger.assertions[act];
    let (Content::Done(deed), Standing::Accepted(_)) = (&a.content, case.standings[act]) else { return false };
    if deed.negated || there > 1 || modality_of(task.paragraph) != Some(Modality::Must) {
        return false;
    }
    let alike = case.duties.about(case.model, &deed.act.objects.list);
    let mut others = alike.into_iter().map(|at| &case.model.paragraphs[at]).filter(|p| p.id != task.paragraph.id);
    others.any(|p| {
        let Body::Provision(provision) = &p.body else { return false };
        let in_time = |day: NaiveDate| a.bounds.surely_by(day);
        let begun = case.orders.binds_from(case.model, p.order).is_none_or(|from| a.bounds.first >= Some(from));
        begun
            && case.orders.is_ordered(case.model, p.order, case.question)
            && provision.obligations.iter().any(|o| {
                matches!(o.recurrence(), Recurrence::Once)
                    && o.acts.iter().any(|act| matching::deed(case.model, &provision.bearer, act, deed) == Match::Exact)
            })
            && due_day(case, p).is_some_and(in_time)
    })
}

/// Every act of this kind came after the days of all other duties, and by this one's.
fn only_in_time_here(case: &Case<'_>, others: &[&Paragraph], deed: &Deed, own: Option<NaiveDate>) -> bool {
    let done = case.ledger.assertions.iter().find_map(|a| match &a.content {
        crate::facts::Content::Done(d) if d == deed => a.bounds.day(),
        _ => None,
    });
    let Some((done, own)) = done.zip(own) else { return false };
    done <= own && others.iter().all(|p| due_day(case, p).is_some_and(|other| other < done))
}

fn due_day(case: &Case<'_>, paragraph: &Paragraph) -> Option<NaiveDate> {
    match case.ask.due_day(case, paragraph.id) {
        Happens::On(bounds) => bounds.day(),
        Happens::Perhaps(_) | Happens::NotYet | Happens::Never(_) => None,
    }
}

/// Another duty of the same bearer that the act would perform as well, distinguished from this one by its particulars.
fn is_rival(case: &Case<'_>, task: &Task<'_>, p: &Paragraph, own: &[String], deed: &Deed) -> bool {
    if p.id == task.paragraph.id || modality_of(p) != Some(Modality::Must) {
        return false;
    }
    let Body::Provision(provision) = &p.body else { return false };
    let ordered = case.orders.is_ordered(case.model, p.order, case.question);
    ordered
        && provision.obligations.iter().any(|o| {
            let theirs = particulars_of(o, &o.acts);
            !theirs.is_empty()
                && theirs != own
                && o.acts.iter().any(|act| matching::deed(case.model, &provision.bearer, act, deed) == Match::Exact)
        })
}

const fn modality_of(paragraph: &Paragraph) -> Option<Modality> {
    match &paragraph.body {
        Body::Provision(provision) => Some(provision.modality),
        _ => None,
    }
}

/// What distinguishes a duty from others of the same act: the paper it answers, what it contains.
fn particulars_of(obligation: &Obligation, acts: &[Act]) -> Vec<String> {
    let related = acts.iter().flat_map(|a| &a.objects.list).flat_map(|o| &o.relations);
    let about = related.filter_map(|r| match &r.to {
        Related::Head(Head::Thing(t)) => Some(format!("{} {}", r.preposition.map_or("", Preposition::word), t.index())),
        Related::Head(Head::Quoted(q)) => Some(format!("{} {q}", r.preposition.map_or("", Preposition::word))),
        _ => None,
    });
    about.chain(obligation.terms.iter().map(|t| t.words.clone())).collect()
}

/// The act names what it answers or is about.
fn says_which(deed: &Deed) -> bool {
    let mut related = deed.act.objects.list.iter().flat_map(|o| &o.relations);
    related.any(|r| matches!(&r.to, Related::Head(Head::Thing(_) | Head::Quoted(_))))
}
