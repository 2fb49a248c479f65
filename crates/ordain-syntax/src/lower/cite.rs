//! Sources: a paper and a place in it.

use super::{Lower, Pair};
use crate::ast::Cite;
use crate::grammar::Rule;
use ordain_base::words::one_line;

impl Lower<'_> {
    /// The cites under a `source`.
    pub(super) fn cites(&mut self, pair: &Pair<'_>) -> Vec<Cite> {
        pair.clone().into_inner().filter(|p| p.as_rule() == Rule::cite).map(|p| self.cite(&p)).collect()
    }

    pub(super) fn cite(&mut self, pair: &Pair<'_>) -> Cite {
        let mut paper = String::new();
        let mut pin = String::new();
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::quoted => paper = self.quoted(&p).value,
                Rule::paper | Rule::paper_more => append_word(&mut paper, &one_line(self.words(&p))),
                Rule::pins => append_word(&mut pin, &one_line(self.words(&p))),
                _ => {}
            }
        }
        Cite { paper, pin: (!pin.is_empty()).then_some(pin), span: self.span(pair) }
    }
}

fn append_word(to: &mut String, more: &str) {
    if !to.is_empty() {
        to.push(' ');
    }
    to.push_str(more);
}
