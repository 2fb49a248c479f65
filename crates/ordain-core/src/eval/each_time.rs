//! `within 48 hours after each Ruling`: one verdict an occurrence.

use chrono::NaiveDate;

use super::act::{Candidate, Which, candidates, judge, no_date};
use super::combine::Leaf;
use super::due::Deadline;
use super::matching::{self, Match};
use super::norm::Task;
use super::{Context, Standing};
use crate::facts::{Bounds, Content, Subject};
use crate::model::{Anchor, Period};
use crate::verdict::{Kind, Reason};

/// The parts, one an occurrence, oldest first; one that waits where there is none yet.
pub(super) fn leaves(
    context: &Context<'_>,
    task: &Task<'_>,
    period: &Period,
    done: &str,
) -> Vec<(String, String, Leaf)> {
    let all = occurrences(context, &period.anchor);
    if all.is_empty() {
        let leaf = Leaf::new(Kind::Waiting, format!("no {} is on the record yet", period.words));
        return vec![(String::new(), done.to_owned(), leaf)];
    }
    let found = candidates(context, task, &task.obligation.acts, Which::All);
    let deadlines: Vec<Deadline> = all.iter().map(|(bounds, _)| due(context, task, period, *bounds)).collect();
    let assigned = assign(&all, &deadlines, &found);
    let name = |bounds: Bounds| match bounds.first {
        Some(first) => format!("{} of {first}", period.words),
        None => format!("{} of a day not known", period.words),
    };
    all.iter()
        .enumerate()
        .map(|(i, (bounds, index))| {
            let own: Vec<Candidate> = found
                .iter()
                .enumerate()
                .filter(|(n, c)| assigned.get(*n) == Some(&Some(i)) || doubtful(c) && after(c, *bounds))
                .map(|(_, c)| c.clone())
                .collect();
            let one = Task { deadline: &deadlines[i], bearer: task.bearer.clone(), told: all.len() == 1, ..*task };
            let leaf = match &deadlines[i] {
                Deadline::Unsettled(_) | Deadline::Waiting(_) => no_date(&deadlines[i]),
                _ => judge(context, &one, &task.obligation.acts, own),
            };
            let text = format!("{} {}", period.words, super::place::when(*bounds));
            let event = Reason::at(format!("owed for it: {text}"), context.place(*index, text));
            let name = name(*bounds);
            (name.clone(), format!("{done} for {name}"), leaf.because([event]))
        })
        .collect()
}

/// When each happened, by the accepted facts, each day once.
fn occurrences(context: &Context<'_>, anchor: &Anchor) -> Vec<(Bounds, usize)> {
    let accepted = |i: usize| matches!(context.standings[i], Standing::Accepted(_));
    let told = |subject: Subject| -> Vec<usize> {
        let all = context.index.told(subject).iter().copied();
        all.filter(|&i| accepted(i) && matches!(context.ledger.assertions[i].content, Content::Happened { .. }))
            .collect()
    };
    let facts: Vec<usize> = match anchor {
        Anchor::Thing(t) => told(Subject::Thing(*t)),
        Anchor::Order(o, _) => told(Subject::Order(*o)),
        Anchor::Act(act) => {
            let groups = context.index.groups_for(context.model, act).into_iter().map(|g| &context.index.groups[g]);
            let exact = groups.filter(|g| {
                matches!(&context.ledger.assertions[g.first].content, Content::Done(deed)
                    if !deed.negated && matching::act(context.model, act, &deed.act) == Match::Exact)
            });
            exact
                .flat_map(|g| g.certain.iter().map(|(_, i)| *i).chain(g.rest.iter().copied()))
                .filter(|i| accepted(*i))
                .collect()
        }
        Anchor::Day(_) | Anchor::Paragraph(_) | Anchor::Performed(_) | Anchor::Ruling { .. } | Anchor::Owed(_) => {
            Vec::new()
        }
    };
    let mut all: Vec<(Bounds, usize)> = facts.into_iter().map(|i| (context.ledger.assertions[i].bounds, i)).collect();
    all.sort_by_key(|(b, i)| (b.first.is_none(), b.first, b.time, *i));
    all.dedup_by(|(b, _), (a, _)| a == b);
    all
}

fn due(context: &Context<'_>, task: &Task<'_>, period: &Period, bounds: Bounds) -> Deadline {
    match bounds.day() {
        Some(_) => context.count(task.paragraph, period, bounds),
        None => Deadline::Unsettled(format!("the day of this {} is not known", period.words)),
    }
}

fn doubtful(c: &Candidate) -> bool {
    c.doubt.is_some() || c.bounds.day().is_none() || c.negated
}

/// It may have been done after the occurrence.
fn after(c: &Candidate, occurrence: Bounds) -> bool {
    occurrence.first.is_none_or(|o| c.bounds.last.is_none_or(|l| l >= o))
}

/// Which occurrence each sure act performs: the first that it is in time for, else the
/// first that it is late for; so that as many as can be are performed in time.
fn assign(all: &[(Bounds, usize)], deadlines: &[Deadline], found: &[Candidate]) -> Vec<Option<usize>> {
    let mut acts: Vec<(NaiveDate, usize)> = found
        .iter()
        .enumerate()
        .filter(|(_, c)| !doubtful(c))
        .filter_map(|(n, c)| Some((c.bounds.day()?, n)))
        .collect();
    acts.sort_unstable();
    let mut assigned = vec![None; found.len()];
    let mut taken = vec![false; all.len()];
    // Occurrences before it are past their day on every later act, and those before `open` are performed.
    let (mut in_time, mut open) = (0, 0);
    for (on, n) in acts {
        let happened = |i: usize| all[i].0.first.is_some_and(|o| o <= on);
        let past = |i: usize| deadlines[i].day().is_none_or(|d| d < on);
        while in_time < all.len() && (taken[in_time] || past(in_time)) {
            in_time += 1;
        }
        while open < all.len() && taken[open] {
            open += 1;
        }
        let pick = [in_time, open].into_iter().find(|&i| i < all.len() && happened(i));
        if let Some(i) = pick {
            taken[i] = true;
            assigned[n] = Some(i);
        }
    }
    assigned
}
