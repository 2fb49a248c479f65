//! Where the action itself stands: closed, removed from the active caseload,
//! reopened; by the orders in force and the record. No deadline moves by that
//! alone: what an order says of deadlines does.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::eval::notes::Notes;
use crate::eval::orders::event::Ordered;
use crate::eval::question::Question;
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::standing::Standing;
use crate::facts::{Bounds, Content, Ledger, Voice};
use crate::model::{ActionChange, CLERK, COURT, Disposition, Model, StayEnd, done_to_action, is_of_action};
use crate::verdict::{Listed, ListedKind, ListedState};
use ordain_base::source::Span;
use ordain_syntax::ast::DispositionVerb as V;

/// One step in the course of the action.
#[derive(Debug, Clone)]
struct Step {
    change: ActionChange,
    /// What follows the name of the action: ` from this Court's active caseload`.
    rest: String,
    /// `, until further order`; empty where no end is stated.
    until: String,
    bounds: Bounds,
    by: String,
    fact: Option<usize>,
    span: Span,
}

/// What became of the action by the day asked about, oldest first.
#[derive(Debug, Clone, Default)]
pub(in crate::eval) struct ActionCourse {
    steps: Vec<Step>,
    /// The assertions that are an order's own words, shown with it: they are no facts left over.
    own: Vec<usize>,
}

impl ActionCourse {
    pub(in crate::eval) fn new(
        model: &Model,
        ledger: &Ledger,
        ordered: &[Ordered<'_>],
        standings: &[Standing],
        asked: Question,
    ) -> Self {
        let mut steps = Vec::new();
        let mut reported: BTreeSet<Span> =
            ordered.iter().filter(|o| o.disposition.verb == V::Finds).map(|o| o.disposition.span).collect();
        let mut own = Vec::new();
        let whole = |d: &Disposition| {
            d.scope.sweeps.iter().any(|s| s.action) && d.scope.parties.is_empty() && d.scope.in_part.is_empty()
        };
        let about = |d: &Disposition| {
            let verb = matches!(d.verb, V::Dismisses | V::Remands | V::Transfers | V::Reinstates);
            is_of_action(d.verb) || verb && whole(d)
        };
        for o in ordered.iter().filter(|o| about(o.disposition)) {
            reported.insert(o.disposition.span);
            steps.push(Step {
                change: change_by(o.disposition.verb),
                rest: words_after_action(o.disposition),
                until: until_in_words(o.disposition),
                bounds: o.by.entered.or(o.by.day).map_or_else(Bounds::default, Bounds::on),
                by: format!(" by {}", o.by.name),
                fact: None,
                span: o.disposition.span,
            });
        }
        let verbs = &model.declared.verbs;
        for (i, a) in ledger.assertions.iter().enumerate() {
            if a.voice == Voice::Found && reported.contains(&a.span) {
                own.push(i);
                continue;
            }
            let Content::Done(deed) = &a.content else { continue };
            if deed.negated || !deed.actors.iter().any(|p| matches!(*p, COURT | CLERK)) {
                continue;
            }
            let Some(change) = done_to_action(verbs, &deed.act) else { continue };
            let so = matches!(standings[i], Standing::Accepted(_)) && a.bounds.surely_by(asked.as_of);
            if !so {
                continue;
            }
            let who: Vec<&str> = deed.actors.iter().map(|&p| model.declared.party_name(p)).collect();
            steps.push(Step {
                change,
                rest: caseload_words(change).to_owned(),
                until: String::new(),
                bounds: a.bounds,
                by: format!(" by {}", ordain_base::words::join(&who)),
                fact: Some(i),
                span: a.span,
            });
        }
        steps.sort_by_key(|s| (s.bounds.first, s.fact));
        Self { steps, own }
    }

    /// What the record says became of the action after one day and by another, where it was not active then: what was done
    /// to it and by whom, and the fact that says so.
    pub(in crate::eval) fn inactive_by_record(&self, (since, day): (NaiveDate, NaiveDate)) -> Option<(String, usize)> {
        let until = |s: &&Step| s.bounds.first.is_some_and(|first| first <= day);
        let last = self.steps.iter().rfind(until)?;
        let later = last.bounds.last.is_none_or(|last| last > since);
        let fact = last.fact.filter(|_| later && !last.change.leaves_it_active())?;
        Some((format!("{} {}{}", last.change.words(), bounds_in_words(last.bounds), last.by), fact))
    }
}

/// What a disposition makes of the action.
pub(in crate::eval) fn change_by(verb: V) -> ActionChange {
    match verb {
        V::AdministrativelyCloses => ActionChange::AdministrativelyClosed,
        V::Terminates => ActionChange::Terminated,
        V::AdministrativelyTerminates => ActionChange::AdministrativelyTerminated,
        V::Reopens => ActionChange::Reopened,
        V::Removes => ActionChange::Removed,
        V::Restores => ActionChange::Restored,
        V::Reinstates => ActionChange::Reinstated,
        V::Dismisses => ActionChange::Dismissed,
        V::Remands => ActionChange::Remanded,
        V::Transfers => ActionChange::Transferred,
        _ => ActionChange::Closed,
    }
}

/// What follows the name of the action: ` from this Court's active caseload`.
fn words_after_action(d: &Disposition) -> String {
    let rest = d.words.split_whitespace().skip_while(|w| matches!(*w, "this" | "the" | "these")).skip(1);
    rest.map(|word| format!(" {word}")).collect()
}

/// The same of an act of the record, which says it in short.
const fn caseload_words(change: ActionChange) -> &'static str {
    match change {
        ActionChange::Removed => " from the active caseload",
        ActionChange::Restored => " to the active caseload",
        _ => "",
    }
}

fn until_in_words(d: &Disposition) -> String {
    match &d.end {
        StayEnd::Open => String::new(),
        StayEnd::For(length) => format!(", for {} {}", length.n, crate::model::unit_word(*length)),
        StayEnd::Day { day, inclusive } => {
            format!(", {} {}", if *inclusive { "through" } else { "until" }, ordain_base::words::day(*day))
        }
        StayEnd::Event(_, words) | StayEnd::Words(words) => format!(", {words}"),
        StayEnd::Period { period, .. } => format!(", until {}", period.in_words()),
    }
}

/// How the action stands, for the list of what has no verdict; nothing where no order and no fact says.
pub(in crate::eval) fn listed_action(course: &ActionCourse, notes: &Notes) -> Option<Listed> {
    notes.use_facts(course.own.iter().copied());
    let (last, before) = course.steps.split_last()?;
    notes.use_facts(course.steps.iter().filter_map(|s| s.fact));
    let reported =
        |s: &Step| format!("{}{} {}{}{}", s.change.words(), s.rest, bounds_in_words(s.bounds), s.by, s.until);
    let course: Vec<String> = before.iter().map(reported).collect();
    let course = if course.is_empty() { String::new() } else { format!("; {}", course.join(", ")) };
    Some(Listed {
        id: "this action".to_owned(),
        kind: ListedKind::Action,
        state: Some(if last.change.leaves_it_active() { ListedState::Active } else { ListedState::Inactive }),
        on: None,
        text: format!("{}{course}", reported(last)),
        sources: Vec::new(),
        span: last.span,
    })
}
