//! `within 48 hours after each Ruling`: one verdict an occurrence.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::event::{accepted_acts, filings_of};
use crate::eval::due::period::counted_deadline;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::part::{NamedPart, PartVerdict};
use crate::eval::duty::performance::{verdict_without_day, weigh};
use crate::eval::duty::performances::performances_of;
use crate::eval::duty::task::Task;
use crate::eval::evidence::place::place_of;
use crate::eval::record::bounds;
use crate::eval::record::standing::Standing;
use crate::facts::{Bounds, Content, Subject};
use crate::model::{Anchor, Period};
use crate::verdict::{Kind, Part, Reason};

/// The parts, one an occurrence, oldest first; one that waits where there is none yet.
pub(in crate::eval) fn occurrence_parts(
    case: &Case<'_>,
    task: &Task<'_>,
    period: &Period,
    done: &str,
) -> Vec<NamedPart> {
    let all = occurrences_of_event(case, &period.anchor);
    if all.is_empty() {
        let part = PartVerdict::new(Kind::Waiting, format!("no {} is on the record yet", period.words));
        return vec![NamedPart::whole(done, part)];
    }
    let found = candidates(case, task, &task.obligation.acts, CandidateMode::All);
    let deadlines: Vec<Deadline> = all.iter().map(|(bounds, _)| due_after(case, task, period, *bounds)).collect();
    let assigned = match_occurrences(&all, &deadlines, &found);
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
                .filter(|(n, c)| assigned.get(*n) == Some(&Some(i)) || is_doubtful(c) && may_be_after(c, *bounds))
                .map(|(_, c)| doubted_if_before(c, *bounds))
                .collect();
            let one = Task { deadline: &deadlines[i], bearer: task.bearer.clone(), reported: all.len() == 1, ..*task };
            let part = match &deadlines[i] {
                Deadline::Unsettled(_) | Deadline::Uncounted { .. } | Deadline::Waiting(_) => {
                    verdict_without_day(&deadlines[i])
                }
                _ => weigh(case, &one, &task.obligation.acts, own),
            };
            let text = format!("{} {}", period.words, bounds::bounds_in_words(*bounds));
            let event = Reason::at(format!("owed for it: {text}"), place_of(case, *index, text));
            let name = name(*bounds);
            let done = format!("{done} for {name}");
            NamedPart::new(Part::Occurrence(name), done, part.because([event]))
        })
        .collect()
}

/// When each happened, by the accepted facts, each day once.
fn occurrences_of_event(case: &Case<'_>, anchor: &Anchor) -> Vec<(Bounds, usize)> {
    let accepted = |i: usize| matches!(case.standings[i], Standing::Accepted(_));
    let reported = |subject: Subject| -> Vec<usize> {
        let all = case.index.reported(subject).iter().copied();
        all.filter(|&i| accepted(i) && matches!(case.ledger.assertions[i].content, Content::Happened { .. })).collect()
    };
    let facts: Vec<usize> = match anchor {
        Anchor::Thing(t) => reported(Subject::Thing(*t)).into_iter().chain(filings_of(case, *t)).collect(),
        Anchor::Order(o, _) => reported(Subject::Order(*o)),
        Anchor::Act(act) | Anchor::ActBy(act, _) => {
            let by = if let Anchor::ActBy(_, by) = anchor { Some(by) } else { None };
            accepted_acts(case, act, by)
        }
        Anchor::Performed(paragraph) => performances_of(case, *paragraph),
        Anchor::Day(_) | Anchor::Paragraph(_) | Anchor::Ruling { .. } | Anchor::Owed(_) | Anchor::Several { .. } => {
            Vec::new()
        }
    };
    let mut all: Vec<(Bounds, usize)> = facts.into_iter().map(|i| (case.ledger.assertions[i].bounds, i)).collect();
    all.sort_by_key(|(b, i)| (b.first.is_none(), b.first, b.time, *i));
    all.dedup_by(|(b, _), (a, _)| a == b);
    all
}

fn due_after(case: &Case<'_>, task: &Task<'_>, period: &Period, bounds: Bounds) -> Deadline {
    counted_deadline(case, task.paragraph, period, bounds)
}

fn is_doubtful(c: &Candidate) -> bool {
    c.doubt.is_some() || c.bounds.day().is_none() || c.negated
}

/// It may have been done after the occurrence.
fn may_be_after(c: &Candidate, occurrence: Bounds) -> bool {
    occurrence.first.is_none_or(|o| c.bounds.last.is_none_or(|l| l >= o))
}

/// The act; in doubt where it may have been done before the occurrence, and so not because of it.
fn doubted_if_before(c: &Candidate, occurrence: Bounds) -> Candidate {
    let before = occurrence.last.is_none_or(|o| c.bounds.first.is_none_or(|f| f < o));
    let doubt = || format!("done {}, so it may have been done before it was owed", bounds::bounds_in_words(c.bounds));
    let doubt = c.doubt.clone().or_else(|| (c.bounds.day().is_none() && before && !c.negated).then(doubt));
    Candidate { doubt, ..c.clone() }
}

/// Which occurrence each sure act performs: the first that it is in time for, else the first that it is late for; so
/// that as many as can be are performed in time.
fn match_occurrences(all: &[(Bounds, usize)], deadlines: &[Deadline], found: &[Candidate]) -> Vec<Option<usize>> {
    let mut acts: Vec<(NaiveDate, usize)> = found
        .iter()
        .enumerate()
        .filter(|(_, c)| !is_doubtful(c))
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
