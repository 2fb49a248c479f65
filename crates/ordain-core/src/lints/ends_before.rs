//! An extension, a stay or a term that is over before its order begins to act,
//! and an order that names its own paragraph.

use crate::eval::Touched;
use crate::model::{Body, Due, Model, StayEnd};
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::orders as codes;
use ordain_syntax::ast::DispositionVerb as V;

pub(super) fn check(model: &Model, touched: &[Touched<'_>]) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for t in touched {
        let d = t.act.disposition;
        if let ([only], Some(own)) = (t.paragraphs.as_slice(), t.act.paragraph)
            && *only == own
            && !matches!(d.verb, V::Stands | V::Expires)
        {
            out.push(codes::acts_on_itself(d.span, &model.paragraph(own).name));
        }
        let end = match (&d.end, d.verb) {
            (StayEnd::Day { day, .. }, V::Stays) => Some(*day),
            (_, V::Extends | V::Continues | V::Resets) => d.to.map(|to| to.day),
            _ => None,
        };
        let order = model.order(t.act.order);
        let back = d.retroactive || order.retroactive;
        // Of a hearing the calendar speaks; a day that goes backwards is reported as such.
        if let (Some(end), Some(from), false) = (end, t.act.from, back)
            && end < from
            && !t.paragraphs.is_empty()
        {
            out.push(codes::ends_before(d.span, &order.name, end, from));
        }
    }
    for p in &model.paragraphs {
        let order = model.order(p.order);
        let Body::Provision(provision) = &p.body else { continue };
        let Some(from) = p.effective.or(order.in_force()).filter(|_| provision.modality == Modality::MustNot) else {
            continue;
        };
        for obligation in &provision.obligations {
            if let (Due::Until { moment, .. } | Due::Day { moment, .. }, Some(span)) =
                (&obligation.due, obligation.due_span)
                && moment.day < from
            {
                out.push(ordain_base::diag::codes::rules::over_at_entry(&p.name, moment.day, from, span));
            }
        }
    }
    out
}
