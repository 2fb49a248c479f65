//! A duty that recurs: its due days one after another, each with a verdict of
//! its own. The nominal day of one is the anchor of the next: neither a late
//! performance nor a last day that rolls off a weekend shifts what follows.

use chrono::NaiveDate;

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::amount::evaluate;
use crate::eval::case::Case;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::instance_matching::{NumberedWindow, Window, match_instances};
use crate::eval::duty::part::{NamedPart, PartVerdict};
use crate::eval::duty::performance::{verdict_without_day, weigh};
use crate::eval::duty::phrasing::object_name;
use crate::eval::duty::task::Task;
use crate::eval::recurring::series_run::{Instance, InstanceDoubt, MOST, run_of_series};
use crate::model::object::Act;
use crate::model::{Due, End, First, Obligation, Paragraph, Series, Shape};
use crate::verdict::{Kind, Part, Reason};
use ordain_base::words::{day, join};

/// What comes next, for a reader: the next three dates, and the end.
pub(in crate::eval) fn series_outlook(
    case: &Case<'_>,
    paragraph: &Paragraph,
    obligation: &Obligation,
    amended: &AmendedDuty<'_>,
) -> Option<Reason> {
    let Due::Series(series) = &obligation.due else { return None };
    let run = run_of_series(case, paragraph, series, amended);
    let mut said = series.words.clone();
    let next: Vec<String> = run.next.iter().copied().map(day).collect();
    let next: Vec<&str> = next.iter().map(String::as_str).collect();
    if !next.is_empty() {
        said.push_str(&format!(": after that {}", join(&next)));
    }
    match (run.ended, &series.end) {
        (Some(on), _) => said.push_str(&format!("; it ended on {}", day(on))),
        (None, End::Unstated) => said.push_str("; no end is stated"),
        (None, End::At { .. } | End::Lasting(_) | End::FurtherOrder) => {}
    }
    if matches!(series.first, First::Entry) {
        said.push_str("; no start is stated, so it runs from the day the order binds");
    }
    Some(Reason::new(said))
}

/// A part for each instance that has begun, for each thing the duty names.
pub(in crate::eval) fn instance_parts(
    case: &Case<'_>,
    task: &Task<'_>,
    series: &Series,
    amended: &AmendedDuty<'_>,
    done: &str,
) -> Vec<NamedPart> {
    let run = run_of_series(case, task.paragraph, series, amended);
    if let Some(stop) = run.stop.as_ref().filter(|_| run.instances.is_empty()) {
        return vec![NamedPart::whole(done, verdict_without_day(stop))];
    }
    // Only an end lifts it: where no end is known, that no day can be named is for people to judge.
    if run.instances.is_empty() && run.ended.is_none() {
        let why = format!("no day of `{}` can be named", series.words);
        return vec![NamedPart::whole(done, PartVerdict::new(Kind::Undetermined, why))];
    }
    if run.instances.is_empty() {
        let end = run.ended.map(|d| format!(": it ended on {}", day(d))).unwrap_or_default();
        return vec![NamedPart::whole(done, PartVerdict::new(Kind::Lifted, format!("no day fell due{end}")))];
    }
    let mut out = Vec::new();
    let last = run.instances.last().map_or(0, |i| i.n);
    let undecided = run.cut.map(|since| {
        let why = format!("more have fallen due since {} (#{last}), and no more than {MOST} are decided", day(since));
        PartVerdict::new(Kind::Undetermined, why)
    });
    let undecided = undecided.or_else(|| run.stop.as_ref().map(verdict_without_day));
    for (name, acts) in things_of_task(case, task) {
        let mut parts = instance_verdicts(case, task, &acts, &run.instances);
        // Where the first may not be owed, what is missed is missed only if it is without that one too.
        if let [first, others @ ..] = run.instances.as_slice()
            && first.doubt == Some(InstanceDoubt::OnTheStart)
        {
            let without = instance_verdicts(case, task, &acts, others);
            for (part, other) in parts.iter_mut().skip(1).zip(without) {
                if part.kind.is_missed() && !other.kind.is_missed() {
                    let why = InstanceDoubt::OnTheStart.why().to_owned();
                    *part = PartVerdict { kind: Kind::Undetermined, days: None, why, ..part.clone() };
                }
            }
        }
        out.extend(run.instances.iter().zip(parts).map(|(i, mut part)| {
            if let Some(doubt) = i.doubt.filter(|_| part.kind.is_missed()) {
                let why = doubt.why().to_owned();
                part = PartVerdict { kind: Kind::Undetermined, days: None, why, ..part };
            }
            NamedPart::new(Part::Instance { of: name.clone(), n: i.n }, done, part)
        }));
        let next = Part::Instance { of: name.clone(), n: last.saturating_add(1) };
        out.extend(undecided.clone().map(|part| NamedPart::new(next, done, part)));
    }
    out
}

/// Each thing of `file the answer and the list` is owed by itself.
fn things_of_task(case: &Case<'_>, task: &Task<'_>) -> Vec<(Option<String>, Vec<Act>)> {
    match task.obligation.shape(&case.model.declared.verbs) {
        Shape::Each(acts) => {
            let name = |act: &Act| act.objects.list.first().map(|o| object_name(case, o));
            acts.into_iter().map(|act| (name(&act), vec![act])).collect()
        }
        Shape::Once | Shape::Sum { .. } | Shape::Set { .. } | Shape::Items(_) | Shape::Rows { .. } => {
            vec![(None, task.obligation.acts.clone())]
        }
    }
}

/// The verdict of each instance: the acts of the record are given out among
/// them, and what is doubtful is looked at by each that it may perform.
pub(in crate::eval) fn instance_verdicts(
    case: &Case<'_>,
    task: &Task<'_>,
    acts: &[Act],
    instances: &[Instance],
) -> Vec<PartVerdict> {
    if let [act] = acts
        && let Some(parts) = instance_sums(case, task, act, instances)
    {
        return parts;
    }
    let as_of = case.question.as_of;
    let mut certain: Vec<(NaiveDate, Candidate)> = Vec::new();
    let mut named: Vec<(u32, Candidate)> = Vec::new();
    let mut doubtful: Vec<Candidate> = Vec::new();
    for c in candidates(case, task, acts, CandidateMode::All) {
        let said = &case.ledger.assertions[c.index].instances;
        match (said.iter().find(|(p, _)| *p == task.paragraph.id), c.bounds.day()) {
            (Some((_, n)), _) => named.push((*n, c)),
            (None, Some(day)) if c.doubt.is_none() && !c.negated => {
                if day <= as_of {
                    certain.push((day, c));
                }
            }
            _ => doubtful.push(c),
        }
    }
    certain.sort_by_key(|(day, c)| (*day, c.bounds.time, c.index));
    let open: Vec<&Instance> = instances.iter().filter(|i| named.iter().all(|(n, _)| *n != i.n)).collect();
    let windows: Vec<Window> = open.iter().map(|i| i.window).collect();
    let days: Vec<NaiveDate> = certain.iter().map(|(day, _)| *day).collect();
    let given = match_instances(&windows, &days);
    let left = open.iter().zip(&given).filter(|(i, act)| act.is_none() && i.window.due < as_of).count();
    let mut given = open.iter().map(|i| i.n).zip(given).peekable();
    instances
        .iter()
        .map(|instance| {
            let mut found: Vec<Candidate> =
                named.iter().filter(|(n, _)| *n == instance.n).map(|(_, c)| c.clone()).collect();
            if let Some((_, act)) = given.next_if(|(n, _)| *n == instance.n) {
                found.extend(act.and_then(|a| certain.get(a)).map(|(_, c)| c.clone()));
            }
            found.extend(doubtful.iter().filter(|c| c.bounds.last.is_none_or(|l| l > instance.window.opens)).cloned());
            // A finding about the paragraph is about this instance where no other is open.
            let one = Task {
                held: task.held,
                paragraph: task.paragraph,
                obligation: task.obligation,
                bearer: task.bearer.clone(),
                deadline: &instance.deadline,
                stays: task.stays,
                intervals: task.intervals,
                lifted: task.lifted,
                reported: left == 1,
            };
            let mut part = weigh(case, &one, acts, found);
            if let Some(remedy) = part.remedy.as_mut().filter(|r| r.ends_with(&task.paragraph.name)) {
                remedy.push_str(&format!(" #{}", instance.n));
            }
            part
        })
        .collect()
}

/// Of what adds up, each instance has its own sum.
fn instance_sums(case: &Case<'_>, task: &Task<'_>, act: &Act, instances: &[Instance]) -> Option<Vec<PartVerdict>> {
    let part = |instance: &Instance| {
        let one = Task { bearer: task.bearer.clone(), deadline: &instance.deadline, reported: false, ..*task };
        evaluate::amount_verdict(case, &one, act, Some(NumberedWindow { n: instance.n, window: instance.window }))
    };
    instances.iter().map(part).collect()
}
