//! A stay that does not say how long it lasts, and that no later order ends.

use std::collections::BTreeMap;

use crate::eval::Touched;
use crate::model::{ParagraphId, StayEnd};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::orders as codes;
use ordain_syntax::ast::DispositionVerb as V;

pub(super) fn check(touched: &[Touched<'_>]) -> Vec<Diagnostic> {
    // The last order that ends a stay of a paragraph, or takes back what a paragraph orders.
    let mut ended: BTreeMap<ParagraphId, usize> = BTreeMap::new();
    for (i, t) in touched.iter().enumerate() {
        let ends = matches!(
            t.act.disposition.verb,
            V::LiftsStay | V::Reinstates | V::Vacates | V::Strikes | V::Supersedes | V::Replaces | V::Resets
        );
        if ends {
            ended.extend(t.paragraphs.iter().map(|p| (*p, i)));
        }
    }
    let open = |(i, t): &(usize, &Touched<'_>)| {
        let d = t.act.disposition;
        let later = |p: &ParagraphId| ended.get(p).is_some_and(|at| at > i);
        let carried = t.act.paragraph.iter().any(later);
        d.verb == V::Stays && d.end == StayEnd::Open && !carried && !t.paragraphs.iter().any(later)
    };
    touched.iter().enumerate().filter(open).map(|(_, t)| codes::stay_without_end(t.act.disposition.span)).collect()
}
