//! Excuses as argued: shown with where they were answered. One counts only
//! where an order in force recognises it.

use crate::eval::case::Case;
use crate::eval::duty::part::PartVerdict;
use crate::eval::evidence::extension_request::same_side;
use crate::eval::evidence::place::party_names;
use crate::facts::Excuse;
use crate::model::{Order, Paragraph, Provision};
use crate::verdict::{Kind, Place, Reason};
use ordain_base::diag::InShort;
use ordain_base::words::one_line;

/// Each excuse that a bearer argued for this paragraph, with its answer.
pub(in crate::eval) fn excuse_notes(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
    out: &mut Vec<Reason>,
) {
    for excuse in excuses_argued(case, paragraph, provision) {
        let answer = match (&excuse.rejected, &excuse.recognised) {
            (Some(at), _) if is_entered(case, at) => format!("rejected ({at})"),
            (_, Some(at)) if recognizes_excuse(case, at) => format!("recognised ({at})"),
            _ => "no order recognises it".to_owned(),
        };
        let by = party_names(case, &excuse.by);
        let short = match excuse.rejected.as_ref().filter(|at| is_entered(case, at)) {
            Some(at) => {
                InShort::Counted { noun: format!("arguments of {by} that the Court rejected"), cite: at.clone() }
            }
            None => InShort::Said,
        };
        let text = format!("{by} argued “{}”: {answer}", one_line(&excuse.argument));
        out.push(Reason::at(text.clone(), place_of_excuse(excuse, text)).in_short(short));
    }
}

/// A breach that an order in force excuses by the paragraph's own name is one no longer; a late performance stays late.
pub(in crate::eval) fn excused_verdict(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
    part: PartVerdict,
) -> PartVerdict {
    if part.kind != Kind::Breached {
        return part;
    }
    let recognised = excuses_argued(case, paragraph, provision).find_map(|e| {
        let at = e.recognised.as_ref().filter(|at| recognizes_excuse(case, at))?;
        (e.rejected.is_none() && e.targets.contains(&paragraph.id)).then_some((e, at))
    });
    let Some((excuse, at)) = recognised else { return part };
    let text = format!("not done, and excused: {at} recognises “{}”", one_line(&excuse.argument));
    let place = place_of_excuse(excuse, text.clone());
    PartVerdict::new(Kind::Lifted, text.clone())
        .due(part.due.as_ref())
        .facts([place.clone()])
        .because([Reason::at(text, place)])
}

pub(in crate::eval) fn excuses_argued<'e>(
    case: &'e Case<'_>,
    paragraph: &'e Paragraph,
    provision: &'e Provision,
) -> impl Iterator<Item = &'e Excuse> + 'e {
    let about = case.index.excuses_about(paragraph.id);
    about.into_iter().filter_map(|i| case.ledger.excuses.get(i)).filter(move |excuse| {
        let known = excuse.known.is_none_or(|k| k <= case.question.known_on && k <= case.question.as_of);
        let ours = provision.bearer.parties().iter().any(|&p| same_side(case, p, &excuse.by));
        known && ours
    })
}

/// A citation of an order counts from the order's entry.
pub(in crate::eval) fn is_entered(case: &Case<'_>, cite: &str) -> bool {
    cited_order(case, cite)
        .and_then(Order::in_force)
        .is_none_or(|d| d <= case.question.known_on && d <= case.question.as_of)
}

/// Only an order recognizes an excuse; another paper never does.
pub(in crate::eval) fn recognizes_excuse(case: &Case<'_>, cite: &str) -> bool {
    cited_order(case, cite).is_some() && is_entered(case, cite)
}

/// The order whose name a citation begins with, the longest such name.
pub(in crate::eval) fn cited_order<'a>(case: &Case<'a>, cite: &str) -> Option<&'a Order> {
    let named = |o: &&Order| {
        cite.strip_prefix(o.name.as_str()).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    case.model.declared.orders.iter().filter(named).max_by_key(|o| o.name.len())
}

fn place_of_excuse(excuse: &Excuse, text: String) -> Place {
    Place { span: excuse.span, text, fact: Some(excuse.id.clone()), cite: excuse.cites.first().cloned() }
}
