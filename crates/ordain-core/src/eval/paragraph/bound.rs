//! One obligation as one bearer owes it: its parts with their verdicts.

use chrono::NaiveDate;

use crate::eval::amended::apply::as_amended;
use crate::eval::amended::deadline::deadline_as_amended;
use crate::eval::amended::duty::AmendedDuty;
use crate::eval::amended::interval::{current_interval, intervals_of};
use crate::eval::case::Case;
use crate::eval::condition::conditions::conditions_held;
use crate::eval::due::deadline;
use crate::eval::duty::conditional;
use crate::eval::duty::part::NamedPart;
use crate::eval::duty::task::{Task, bearer_names};
use crate::eval::paragraph::after_orders::after_orders;
use crate::eval::paragraph::combine::{Branch, arm_of, item_of};
use crate::eval::paragraph::excuse::excused_verdict;
use crate::eval::paragraph::parts::parts_of_obligation;
use crate::model::{Bearer, Due, Obligation, Paragraph, Provision};
use crate::verdict::{Modality, Part};
use ordain_syntax::ast::Choice;

/// One obligation as one bearer owes it.
pub(in crate::eval) struct Bound<'b, 'a> {
    pub(in crate::eval) paragraph: &'b Paragraph,
    pub(in crate::eval) written: &'a Provision,
    pub(in crate::eval) provision: &'b Provision,
    /// As it is written.
    pub(in crate::eval) obligation: &'b Obligation,
    /// Its place among the obligations of the paragraph.
    pub(in crate::eval) at: usize,
    pub(in crate::eval) by: Option<NaiveDate>,
    pub(in crate::eval) name: Option<Part>,
    pub(in crate::eval) bearer: Bearer,
}

impl<'a> Bound<'_, 'a> {
    /// Its parts with their verdicts, and how the orders left it.
    pub(in crate::eval) fn branches(&self, case: &Case<'a>) -> (Vec<Branch>, AmendedDuty<'a>) {
        let Self { paragraph, written, provision, obligation, at, by, name, bearer } = self;
        let amended = as_amended(case, paragraph, written, *at, Some(bearer));
        // What a rewriting left to this bearer.
        let obligation = amended.provision.obligations.get(*at).unwrap_or(obligation);
        let deadline = by.map_or_else(
            || deadline_as_amended(case, paragraph, obligation, &amended),
            |day| deadline::fixed(day, None),
        );
        let held = conditions_held(case, paragraph, &obligation.conditions);
        let intervals = match provision.modality {
            Modality::Must => Vec::new(),
            Modality::MustNot => current_interval(case, paragraph, written, *at, Some(bearer)).into_iter().collect(),
            Modality::May | Modality::CutOff => intervals_of(case, paragraph, written, *at, Some(bearer)),
        };
        let task = Task {
            paragraph,
            obligation,
            bearer: bearer.clone(),
            deadline: &deadline,
            stays: &amended.stays,
            intervals: &intervals,
            lifted: amended.lifted_from(),
            held: held.as_ref(),
            reported: true,
        };
        let recurs = matches!(obligation.due, Due::Series(_));
        let moved_by = amended.moved.as_ref().filter(|_| !recurs).map(|(_, by)| by.span);
        let who = bearer_names(case, &task.bearer, &provision.bearer_words);
        let mut branches = Vec::new();
        for NamedPart { part, done, verdict } in parts_of_obligation(case, provision.modality, &task, &amended) {
            let verdict = match provision.modality {
                Modality::Must => conditional::under_condition(
                    case,
                    &task,
                    conditional::while_the_motion_stands(case, &task, verdict),
                ),
                _ => verdict,
            };
            // Where one of several obligations is enough, each bearer chooses for itself.
            let path = match provision.choice {
                Choice::All => [item_of(obligation), name.clone(), part, None],
                Choice::Any | Choice::ExactlyOne => [name.clone(), item_of(obligation), arm_of(obligation), part],
            };
            branches.push(Branch {
                path: path.into_iter().flatten().collect(),
                verdict: excused_verdict(case, paragraph, provision, after_orders(case, paragraph, verdict, &amended)),
                done,
                bearer: who.clone(),
                modality: provision.modality,
                span: obligation.span,
                // The words that set the day are those of the order that moved it.
                due_span: moved_by.or(obligation.due_span),
            });
        }
        (branches, amended)
    }
}
