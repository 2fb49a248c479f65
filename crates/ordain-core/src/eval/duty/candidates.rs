//! The acts of the record that may be the performance of a duty.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::duty::before_the_order::before_the_order;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::task::Task;
use crate::eval::duty::{appearance, manner, recipients, rivals};
use crate::eval::evidence::extension_request::extension_requests;
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::index::Group;
use crate::eval::record::matching::Match;
use crate::eval::record::same_act::SameAct;
use crate::eval::record::standing::Standing;
use crate::eval::record::{matching, same_act};
use crate::facts::{Content, Deed};
use crate::model::object::Act;
use crate::model::{Body, PartyId, PartyKind};
use crate::verdict::Modality;
use ordain_base::words::day;

/// Every act of the record that meets one of `acts`, exactly or nearly, while
/// the duty was in force. For a duty, the first of acts that differ only in
/// their day is enough: nothing that a later one does can change the verdict.
pub(in crate::eval) fn candidates(
    case: &Case<'_>,
    task: &Task<'_>,
    acts: &[Act],
    which: CandidateMode,
) -> Vec<Candidate> {
    let from = binds_from(case, task);
    let mut found: Vec<Candidate> = Vec::new();
    let mut add = |index: usize, near: Option<String>, group: Option<usize>| {
        let a = &case.ledger.assertions[index];
        let Content::Done(deed) = &a.content else { return };
        // What the record says performs something performs that and nothing else.
        if !a.performs.is_empty() && !a.performs.contains(&task.paragraph.id) {
            return;
        }
        let disputed = match case.standings[index] {
            Standing::Accepted(_) => None,
            Standing::Disputed => Some("it is disputed, and no finding settles it".to_owned()),
            Standing::Rejected | Standing::Later => return,
        };
        // A successor acts for its side from the day on which it is in its place.
        let parties = &case.model.declared.parties;
        let early = |p: &PartyId| parties[p.index()].from.is_some_and(|from| a.bounds.last.is_some_and(|l| l < from));
        if deed.actors.iter().all(early) && !deed.actors.is_empty() {
            return;
        }
        // Done before the order bound anyone, it performs nothing.
        if from.is_some_and(|f| a.bounds.last.is_some_and(|l| l < f)) {
            return;
        }
        // Perhaps before that, perhaps after.
        let early = from.filter(|f| !deed.negated && a.bounds.first.is_none_or(|first| first < *f)).map(|f| {
            let done = bounds_in_words(a.bounds);
            format!("done {done}, so it may have been before {}, when nobody was bound yet", day(f))
        });
        let is_near = near.is_some();
        let doubt = disputed.or(near).or(early).or_else(|| case.struck.doubt(case.model, deed, a));
        found.push(Candidate { index, bounds: a.bounds, doubt, near: is_near, negated: deed.negated, group });
    };
    let linked = case.index.links.get(&task.paragraph.id).map_or(&[][..], Vec::as_slice);
    for &index in linked {
        add(index, None, None);
    }
    // To ask the Court to extend a day is to request the extension that the duty asks for.
    for index in acts.iter().flat_map(|act| extension_requests(case, &task.bearer, act)) {
        if !linked.contains(&index) {
            add(index, None, None);
        }
    }
    let mut same = same_act::same_acts(case.model, acts);
    same.extend(acts.iter().flat_map(|act| same_act::showing_cause(case.model, act, task.paragraph.order)));
    let wanted = acts.iter().chain(same.iter().map(|t| &t.act));
    let mut groups: Vec<usize> = wanted.flat_map(|act| case.index.groups_of(case.model, &task.bearer, act)).collect();
    groups.sort_unstable();
    groups.dedup();
    for (at, group) in groups.into_iter().map(|g| (g, &case.index.groups[g])) {
        let Content::Done(deed) = &case.ledger.assertions[group.first].content else { continue };
        let there = group.certain.len() + group.rest.len();
        let doubt = match best_match(case, task, acts, &same, deed) {
            Match::Exact => doubt_about_match(case, task, acts, deed, there),
            Match::Near(_) if rivals::performs_another(case, task, group.first, there) => continue,
            Match::Near(why) => Some(why),
            Match::No => match doubt_about_agent(case, task, acts, deed) {
                Some(why) => Some(why),
                None => continue,
            },
        };
        let several = acts.iter().any(|act| recipients::has_several_recipients(case.model, act));
        let most = if which == CandidateMode::First && !several && case.struck.is_empty() { 1 } else { usize::MAX };
        for index in acts_of_group(case, group, from, linked, most) {
            add(index, doubt.clone(), Some(at));
        }
    }
    found.extend(before_the_order(case, task, acts, from));
    // By day, so that the order of the record's lines never shows.
    found.sort_by_key(|c| (c.bounds.first.is_none(), c.bounds.first, c.bounds.last, c.index));
    recipients::mark_left_out(case, acts, &mut found);
    appearance::at_the_hearing(case, task, found)
}

/// It is the very act; whether it was done for this duty, and as the order asks.
fn doubt_about_match(case: &Case<'_>, task: &Task<'_>, acts: &[Act], deed: &Deed, there: usize) -> Option<String> {
    rivals::meant_for_another(case, task, acts, deed, there)
        .or_else(|| rivals::asked_for_elsewhere(case, task, acts, deed, there))
        .or_else(|| manner::done_otherwise(task, deed))
}

/// The acts of a group that were done while the duty bound, but for those that say what they perform:
/// the first `most` of those on one known day, and all others.
fn acts_of_group(case: &Case<'_>, group: &Group, from: Option<NaiveDate>, linked: &[usize], most: usize) -> Vec<usize> {
    let start = group.certain.partition_point(|(day, _)| from.is_some_and(|f| *day < f));
    let certain = group.certain[start..].iter().map(|(_, i)| *i).filter(|i| !linked.contains(i));
    // Of one act that a party and the docket report, the docket's day counts too.
    let first = certain.clone().next().map(|i| case.standings[i]);
    let weightier = certain.clone().skip(most).find(|i| first.is_some_and(|f| case.standings[*i] > f));
    let rest = group.rest.iter().copied().filter(|i| !linked.contains(i));
    certain.take(most).chain(weightier).chain(rest).collect()
}

/// Somebody who is no party did what the bearer must do: whether it acted for the
/// bearer nothing on the record says.
fn doubt_about_agent(case: &Case<'_>, task: &Task<'_>, acts: &[Act], deed: &Deed) -> Option<String> {
    let Body::Provision(provision) = &task.paragraph.body else { return None };
    let declared = &case.model.declared;
    let outside = |p: &PartyId| declared.parties[declared.side(*p).index()].kind == PartyKind::NonParty;
    if provision.modality != Modality::Must || deed.actors.is_empty() || !deed.actors.iter().all(outside) {
        return None;
    }
    let same = acts.iter().any(|act| matching::match_act(case.model, act, &deed.act) == Match::Exact);
    let name = deed.actors.first().map(|p| declared.party_name(*p))?;
    same.then(|| format!("{name} did it; whether it acted for the party that owes it, the record does not say"))
}

/// The best that an act is, of the alternatives that would do.
pub(in crate::eval) fn best_match(
    case: &Case<'_>,
    task: &Task<'_>,
    acts: &[Act],
    same: &[SameAct],
    deed: &Deed,
) -> Match {
    let same = same.iter().map(|wording| same_act::match_wording(case.model, &task.bearer, wording, deed));
    let all = acts.iter().map(|act| matching::deed(case.model, &task.bearer, act, deed)).chain(same);
    all.fold(Match::No, |best, m| match (&best, &m) {
        (Match::Exact, _) => best,
        (_, Match::Exact) | (Match::No, _) => m,
        _ => best,
    })
}

/// Whether the order bound when the act was done, where both are of one day: an order binds from its hour; without
/// hours the record does not show which came first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::eval) enum SameDay {
    Bound,
    NotYet,
    Perhaps(String),
}

/// What the hours of the entry and of the act say, on the day of the entry.
pub(in crate::eval) fn on_day_of_entry(case: &Case<'_>, task: &Task<'_>, c: &Candidate) -> SameDay {
    let order = case.model.order(task.paragraph.order);
    // `effective D` is said of the whole day.
    let entry = order.in_force().filter(|_| task.paragraph.effective.is_none() && order.effective.is_none());
    if entry.is_none() || c.bounds.day() != entry {
        return SameDay::Bound;
    }
    match (c.bounds.time, order.time) {
        (Some(done), Some(entered)) if done < entered => SameDay::NotYet,
        (Some(_), Some(_)) => SameDay::Bound,
        _ => SameDay::Perhaps(format!(
            "done on the day on which {} was entered, and the record does not tell which came first",
            order.name
        )),
    }
}

/// The first day on which an act can perform the duty.
pub(in crate::eval) fn binds_from(case: &Case<'_>, task: &Task<'_>) -> Option<NaiveDate> {
    task.paragraph.effective.or_else(|| case.orders.binds_from(case.model, task.paragraph.order))
}
