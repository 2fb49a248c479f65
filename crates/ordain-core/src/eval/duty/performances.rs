//! Every act of the record that performs a duty for certain, whenever it was done.

use crate::eval::amended::apply::as_amended;
use crate::eval::amended::deadline::deadline_as_amended;
use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::candidate::CandidateMode;
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::task::{Task, bearers_of_provision};
use crate::model::{Body, Due, ParagraphId};

/// The facts that report them: `each disclosure`, where a paragraph orders the disclosure, is one by those whom it binds.
pub(in crate::eval) fn performances_of(case: &Case<'_>, id: ParagraphId) -> Vec<usize> {
    let case = &case.of_nobody();
    let paragraph = case.model.paragraph(id);
    let Body::Provision(provision) = &paragraph.body else { return Vec::new() };
    let Some(obligation) = provision.obligations.first() else { return Vec::new() };
    let amended = as_amended(case, paragraph, provision, 0, None);
    let deadline = match obligation.due {
        Due::At { .. } => deadline_as_amended(case, paragraph, obligation, &amended),
        _ => Deadline::Open(String::new()),
    };
    let mut found: Vec<usize> = Vec::new();
    for (_, bearer) in bearers_of_provision(case, provision) {
        let task = Task {
            paragraph,
            obligation,
            bearer,
            deadline: &deadline,
            stays: &amended.stays,
            intervals: &[],
            lifted: amended.lifted_from(),
            held: None,
            reported: true,
        };
        let all = candidates(case, &task, &obligation.acts, CandidateMode::All);
        found.extend(all.iter().filter(|c| c.doubt.is_none() && !c.negated).map(|c| c.index));
    }
    found.sort_unstable();
    found.dedup();
    found
}
