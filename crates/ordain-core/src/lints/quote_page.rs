//! A citation that names another page than the one on which the quoted words stand.

use crate::model::{Model, cite_text};
use crate::quotations::{Found, Page, Quotation};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::quotes as codes;
use ordain_base::words::ordinal;

pub(super) fn check(model: &Model, quotations: &[Quotation]) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = Vec::new();
    for quotation in quotations {
        // Words that are not quite those of the order may be of another page.
        let Found::There(places) = &quotation.found else { continue };
        if places.iter().any(|p| quotation.is_cited(p)) {
            continue;
        }
        let (Some(cite), Some(passage)) = (quotation.cites.first(), places.first()) else { continue };
        let Some((first, last)) = passage.pages else { continue };
        let order = &model.order(quotation.order).name;
        let meant = match (quotation.cites.as_slice(), places.as_slice()) {
            ([_], [_]) if first.number() == last.number() => Some(format!("{} at {}", cite.paper, first.number())),
            ([_], [_]) => Some(format!("{} at {}-{}", cite.paper, first.number(), last.number())),
            _ => None,
        };
        let found = pages_named(first, last);
        let d = codes::page(&cite_text(cite), order, &found, meant.as_deref(), cite.span, passage.span);
        if !out.contains(&d) {
            out.push(d);
        }
    }
    out
}

/// `page 7`, `pages 7 and 8`; with the count where another number is printed.
fn pages_named(first: Page, last: Page) -> String {
    let one = |p: Page| match p.printed {
        Some(n) if n != p.count => format!("{n} (the {} of the text)", ordinal(p.count)),
        _ => p.number().to_string(),
    };
    if first == last { format!("page {}", one(first)) } else { format!("pages {} and {}", one(first), one(last)) }
}
