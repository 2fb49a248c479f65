//! The acts of the record toward a duty, by those who bear it, whenever they were done.

use crate::eval::amended::apply::as_amended;
use crate::eval::amended::deadline::deadline_as_amended;
use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::task::{Task, bearers_of_provision};
use crate::model::{Body, Due, Paragraph, ParagraphId, Provision};

/// What may perform the first duty of a provision, for each who bears it; empty where it has no duty.
pub(in crate::eval) fn candidates_by_bearer(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
    amended: &AmendedDuty<'_>,
    mode: CandidateMode,
) -> Vec<Vec<Candidate>> {
    let Some(obligation) = provision.obligations.first() else { return Vec::new() };
    let deadline = match obligation.due {
        Due::At { .. } => deadline_as_amended(case, paragraph, obligation, amended),
        _ => Deadline::Open(String::new()),
    };
    let of_bearer = |(_, bearer)| {
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
        candidates(case, &task, &obligation.acts, mode)
    };
    bearers_of_provision(case, provision).into_iter().map(of_bearer).collect()
}

/// The facts that report a duty's performances for certain: `each disclosure`, where a paragraph orders the disclosure, is
/// one by those whom it binds.
pub(in crate::eval) fn performances_of(case: &Case<'_>, id: ParagraphId) -> Vec<usize> {
    let case = &case.of_nobody();
    let paragraph = case.model.paragraph(id);
    let Body::Provision(provision) = &paragraph.body else { return Vec::new() };
    let amended = as_amended(case, paragraph, provision, 0, None);
    let all = candidates_by_bearer(case, paragraph, provision, &amended, CandidateMode::All);
    let certain = all.iter().flatten().filter(|c| c.doubt.is_none() && !c.negated);
    let mut found: Vec<usize> = certain.map(|c| c.index).collect();
    found.sort_unstable();
    found.dedup();
    found
}
