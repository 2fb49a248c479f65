//! Paragraphs written from the model, and never from their text, as statements of the
//! language: what is read back from them is the same model.

mod acts;
mod anchors;
mod bearers;
mod clauses;
mod conditions;
mod consequences;
mod dispositions;
mod due;
mod names;
mod provisions;
mod rows;

use crate::model::{Body, Model, Paragraph};
use crate::verdict::ListedKind;
use names::{date, in_quotation_marks};

/// The paragraph as a statement; `None` where some word of it did not resolve.
#[must_use]
pub fn paragraph(model: &Model, paragraph: &Paragraph) -> Option<String> {
    let Paragraph { label, body, sources, quotes, notes, effective, topics, cases, order, span, .. } = paragraph;
    let mut lines = match body {
        Body::Provision(provision) => {
            // What another paragraph says follows on the breach, that paragraph says.
            let mut own = provision.clone();
            for obligation in &mut own.obligations {
                obligation.consequences.retain(|c| c.span.start >= span.start && c.span.end <= span.end);
            }
            provisions::lines(model, &own)
        }
        Body::Dispositions(all) => dispositions::state_dispositions(model, all),
        Body::Listed(ListedKind::Text, words) => {
            vec![words.strip_prefix('“').and_then(|w| w.strip_suffix('”')).unwrap_or(words).to_owned()]
        }
        Body::Listed(_, words) => vec![words.clone()],
        Body::Broken => return None,
    };
    lines.extend(effective.map(|d| format!("effective {}", date(d))));
    lines.extend(topics.iter().map(|t| format!("topic {t}")));
    // The cases of an order are those of its paragraphs, unless they say otherwise.
    if *cases != model.order(*order).cases {
        lines.extend(names::in_cases(model, cases));
    }
    if !sources.is_empty() {
        lines.push(format!("source {}", sources.join("; ")));
    }
    lines.extend(quotes.iter().map(|q| format!("quote {}", in_quotation_marks(&q.value))));
    lines.extend(notes.iter().map(|n| format!("note {}", in_quotation_marks(&n.value))));
    Some(format!("¶ {label} {}\n", lines.join("\n  ")))
}
