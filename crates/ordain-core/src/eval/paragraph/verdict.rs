//! One paragraph: its obligations, its bearers, its sets, each by itself, then together.

use chrono::NaiveDate;

use crate::eval::amended::apply::{as_amended, provision_in_force};
use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::duty::opt_in;
use crate::eval::duty::phrasing::{act_ordered, act_performed, all_acts_performed};
use crate::eval::duty::task::bearers_of_provision;
use crate::eval::paragraph::after_orders::after_orders;
use crate::eval::paragraph::bound::Bound;
use crate::eval::paragraph::combine::{Branch, arm_of, item_of};
use crate::eval::paragraph::consequence::consequences_of;
use crate::eval::paragraph::notes::paragraph_notes;
use crate::eval::paragraph::{combine, intervals, undecided_conditions, word_of_others};
use crate::eval::rows::parts;
use crate::model::{Bearer, ItemLabel, Paragraph, Provision};
use crate::verdict::Verdict;
use ordain_base::words::join;
use ordain_syntax::ast::Choice;

/// The verdict of the paragraph, then those of the duties that its breach brought about;
/// with `by`, as if it had been due on that day.
pub(in crate::eval) fn evaluate_paragraph<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    written: &'a Provision,
    by: Option<NaiveDate>,
) -> Vec<Verdict> {
    let provision = provision_in_force(case, paragraph, written);
    let mut branches = Vec::new();
    let mut first = None;
    for at in 0..provision.obligations.len() {
        let (found, amended) = branches_of(case, paragraph, written, &provision, at, by);
        branches.extend(found);
        first = first.or(amended);
    }
    for earlier in intervals::breaches_before(case, paragraph, written) {
        intervals::merge_earlier(&mut branches, earlier);
    }
    let order = &case.model.order(paragraph.order).name;
    let done = all_performed(case, &provision);
    let mut verdict = combine::paragraph_verdict(paragraph, order, &provision, &done, branches);
    let words: Vec<String> = provision.obligations.iter().map(|o| act_ordered(case, o)).collect();
    verdict.ordered = combine::ordered(provision.modality, &provision.bearer_words, &words.join("; "));
    if let [obligation] = provision.obligations.as_slice()
        && let Some(why) = parts::total_words(case, obligation, verdict.due.as_ref().map(|d| d.day))
    {
        verdict.why = why;
    }
    let amended = first.unwrap_or_else(|| as_amended(case, paragraph, written, 0, None));
    let follows = consequences_of(case, paragraph, &provision, &amended, &verdict);
    verdict.notes = paragraph_notes(case, paragraph, &provision, &amended, &verdict, follows.beside);
    verdict.accrued = follows.accrued;
    let mut all = vec![verdict];
    all.extend(follows.duties);
    all
}

/// The verdicts of one obligation, one for each bearer and part; and how the orders left it to the first bearer.
fn branches_of<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    written: &'a Provision,
    provision: &Provision,
    at: usize,
    by: Option<NaiveDate>,
) -> (Vec<Branch>, Option<AmendedDuty<'a>>) {
    let mut branches = Vec::new();
    let mut first = None;
    let Some(obligation) = provision.obligations.get(at) else { return (branches, first) };
    let bound = bearers_of_provision(case, provision);
    if let (Bearer::Electing { words, .. }, true) = (&provision.bearer, bound.is_empty()) {
        let amended = as_amended(case, paragraph, written, at, None);
        branches.push(Branch {
            path: [item_of(obligation), arm_of(obligation)].into_iter().flatten().collect(),
            verdict: after_orders(case, paragraph, opt_in::nobody_opted_in(words), &amended),
            done: act_performed(case, obligation),
            bearer: vec![words.clone()],
            modality: provision.modality,
            span: obligation.span,
            due_span: obligation.due_span,
        });
    }
    for (name, bearer) in bound {
        let case = &case.of_bearer(&bearer);
        let bound = Bound { paragraph, written, provision, obligation, at, by, name, bearer };
        let (found, amended) = bound.branches(case);
        let found = undecided_conditions::agreed(case, &bound, found, &amended);
        branches.extend(word_of_others::without_bare_accusations(case, &bound, found));
        first.get_or_insert(amended);
    }
    (branches, first)
}

/// The words for having done all of it.
fn all_performed(case: &Case<'_>, provision: &Provision) -> String {
    // Acts of one alternative are done together.
    let mut all: Vec<(&ItemLabel, Vec<String>)> = Vec::new();
    for obligation in &provision.obligations {
        let done = all_acts_performed(case, obligation);
        match all.last_mut() {
            Some((label, acts)) if !obligation.arm.is_empty() && **label == obligation.label => acts.push(done),
            Some((_, acts)) if acts.last() == Some(&done) => {}
            _ => all.push((&obligation.label, vec![done])),
        }
    }
    let all: Vec<String> =
        all.iter().map(|(_, acts)| join(&acts.iter().map(String::as_str).collect::<Vec<_>>())).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    match provision.choice {
        Choice::All => join(&all),
        which => format!("done {}: {}", which.name(), all.join("; ")),
    }
}
