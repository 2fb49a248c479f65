//! One fault is one finding, wherever the name stands.

use std::collections::BTreeMap;

use ordain_base::diag::codes::names as codes;
use ordain_base::diag::codes::party_names;
use ordain_base::diag::{Diagnostic, Label};

/// A name that nothing declares is reported once, with the other places where it stands.
pub(super) fn report_once(diagnostics: &mut Vec<Diagnostic>) {
    const PLACES: usize = 4;
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    for d in diagnostics.drain(..) {
        // With a fix each place has its own.
        let name = d.fix.is_none() && (d.code == party_names::UNKNOWN_PARTY || d.code == codes::UNKNOWN_WORD);
        match first.get(&d.message).filter(|_| name).and_then(|&i| kept.get_mut(i)) {
            Some(place) if place.labels.len() <= PLACES => {
                place.labels.push(Label { span: d.span(), text: "and here".to_owned(), primary: false })
            }
            Some(_) => {}
            None => {
                if name {
                    first.insert(d.message.clone(), kept.len());
                }
                kept.push(d);
            }
        }
    }
    *diagnostics = kept;
}
