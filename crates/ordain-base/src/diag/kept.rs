//! Findings that come in great numbers: a file of another kind may have one in every line. The first of each code are
//! kept, and the others counted, so that neither memory nor a report grows with them.

use std::collections::BTreeMap;

use super::codes::syntax::more_like_these;
use super::{Code, Diagnostic};
use crate::source::Span;

/// Of one code, the most findings that are kept of one file or of one pass.
pub const MOST_OF_A_CODE: usize = 300;

/// What was left out of one code.
#[derive(Debug, Clone, Copy)]
struct Left {
    code: Code,
    kept: usize,
    left: usize,
    first: Option<Span>,
}

/// Counts findings as they come.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    counts: BTreeMap<&'static str, Left>,
    /// How many of the list have been looked at.
    seen: usize,
}

impl Kept {
    /// Drops of what was added to `found` since the last time all that is too much.
    pub fn thin(&mut self, found: &mut Vec<Diagnostic>) {
        for d in found.split_off(self.seen.min(found.len())) {
            let own = self.counts.entry(d.code.id).or_insert(Left { code: d.code, kept: 0, left: 0, first: None });
            if own.kept < MOST_OF_A_CODE {
                own.kept += 1;
                found.push(d);
            } else {
                own.left += 1;
                own.first.get_or_insert(d.span());
            }
        }
        self.seen = found.len();
    }

    /// Takes over what another left out, whose findings are in the same list.
    pub fn add(&mut self, other: Self) {
        for (id, theirs) in other.counts {
            let own = self.counts.entry(id).or_insert(Left { kept: 0, left: 0, first: None, ..theirs });
            own.left += theirs.left;
            own.first = own.first.into_iter().chain(theirs.first).min();
        }
    }

    /// For each code of which something was left out, one finding that says how many.
    pub fn end(self, found: &mut Vec<Diagnostic>) {
        for Left { code, left, first, .. } in self.counts.into_values() {
            if let Some(first) = first {
                found.push(more_like_these(code, left, first));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes::modals::shall;
    use crate::diag::codes::syntax::UNREADABLE_STATEMENT;

    #[test]
    fn the_first_are_kept_and_the_others_counted() {
        let at = |n: u32| Span::new(n, n + 1);
        let one = |n: u32| Diagnostic::new(UNREADABLE_STATEMENT, "no statement", at(n), "here");
        let (mut kept, mut found) = (Kept::default(), Vec::new());
        for n in 0..1000 {
            found.push(one(n));
            kept.thin(&mut found);
        }
        found.push(shall(at(2000), "must"));
        kept.thin(&mut found);
        kept.end(&mut found);
        assert_eq!(found.len(), MOST_OF_A_CODE + 2);
        let more = found.last().unwrap();
        assert_eq!((more.code, more.span()), (UNREADABLE_STATEMENT, at(300)));
        assert!(more.message.starts_with("700 more"), "{}", more.message);
    }
}
