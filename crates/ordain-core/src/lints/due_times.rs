//! What counting noticed: a stated date that differs from its period, service
//! days nobody ordered, and what the rules want said beside a date.

use std::collections::BTreeSet;

use crate::eval::{Outcome, Remark};
use crate::facts::Ledger;
use crate::model::{Body, Model, Obligation, Paragraph};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::count_notes;
use ordain_base::diag::codes::ordered_time;
use ordain_base::source::Span;
use ordain_base::words::day;

pub(super) fn check(model: &Model, ledger: &Ledger, outcome: &Outcome) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = Vec::new();
    let mut told = BTreeSet::new();
    let (mut gap_told, mut chain_told) = (false, false);
    for (id, remark) in &outcome.remarks {
        let span = place_of_due(model.paragraph(*id));
        let found = match remark {
            Remark::StatedDiffers { stated, counted } => {
                let steps = counted.trace.iter().map(|s| format!("{}: {} ({})", day(s.date), s.why, s.rule));
                let steps = steps.collect::<Vec<_>>().join("\n");
                let words = model.paragraph(*id).span;
                ordered_time::stated_differs(span, *stated, words, counted.day, &steps)
            }
            Remark::ServiceNotOrdered { way, fact } => {
                ordered_time::service_not_ordered(span, way.phrase(), ledger.assertions[*fact].span)
            }
            Remark::ExtendedLate { .. }
            | Remark::MovedBackwards { .. }
            | Remark::MovedFromAnother { .. }
            | Remark::EventOfMovedDeadline { .. }
            | Remark::Idle { .. } => continue,
            Remark::Orphaned { event, by, how } => ordered_time::orphaned(span, event, *by, how),
            // One chain that is too long is so from each of its paragraphs.
            Remark::TooDeep { most } => {
                if std::mem::replace(&mut chain_told, true) {
                    continue;
                }
                ordered_time::chain_too_long(span, *most)
            }
            Remark::TooMany { most, last } => ordain_base::diag::codes::money::too_many(span, *most, *last),
            Remark::NotCounted { stated, why } => ordered_time::not_counted(span, *stated, why),
            // One calendar has a gap for all its periods: said once a matter, and by `why` of each.
            Remark::Notice(notice) if notice.code == count_notes::GAP => {
                if std::mem::replace(&mut gap_told, true) {
                    continue;
                }
                notice.diagnostic(span)
            }
            // Told already, as a habit of the order.
            Remark::Notice(notice) if notice.code == count_notes::ZERO_PERIOD => continue,
            Remark::Notice(notice) => notice.diagnostic(span),
        };
        if told.insert((found.code.id, found.span(), found.message.clone())) {
            out.push(found);
        }
    }
    out
}

/// The clause that states the due time, or the paragraph.
pub(super) fn place_of_due(paragraph: &Paragraph) -> Span {
    let obligation: Option<&Obligation> = match &paragraph.body {
        Body::Provision(provision) => provision.obligations.first(),
        _ => None,
    };
    obligation.and_then(|l| l.due_span).unwrap_or(paragraph.span)
}
