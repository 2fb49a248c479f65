//! `the other party`, `each other`, `opposing counsel`: everybody in the case but whoever acts.

use super::PhraseResolver;
use crate::model::ir::preposition::Preposition;
use crate::model::resolve::tokens::{span_of, text};
use ordain_base::diag::codes::party_names;
use ordain_syntax::ast::{Token, TokenKind};

const DETERMINERS: &[&str] = &["the", "all", "each", "every", "any"];
/// Nouns of one, and of several.
const ONE: &[&str] = &["party", "side"];
const SEVERAL: &[&str] = &["parties", "sides", "counsel"];

impl PhraseResolver<'_> {
    /// How many words at the start of `rest` name the fellow parties of whoever acts; reports words that name one of several.
    pub(super) fn fellow_parties(&mut self, rest: &[Token]) -> Option<usize> {
        let word = |i: usize| rest.get(i).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text.as_str());
        if matches!((word(0), word(1)), ("each", "other") | ("one", "another")) {
            return Some(2);
        }
        let lead = usize::from(DETERMINERS.contains(&word(0)));
        let (all, other) = (matches!(word(0), "all" | "each" | "every"), word(lead));
        if !matches!(other, "other" | "opposing" | "adverse") {
            return None;
        }
        let noun = word(lead + 1);
        let (taken, one) = match (ONE.contains(&noun), SEVERAL.contains(&noun)) {
            (true, _) => (lead + 2, !all),
            (_, true) => (lead + 2, !all && other != "other"),
            // `on the other`, `the other with report`: nothing else is named here.
            _ if other == "other" && word(0) == "the" && !self.is_thing(rest.get(2..)?) && ends(rest.get(2)) => {
                (2, true)
            }
            _ => return None,
        };
        let parties = self.declared.all_parties().count();
        if one && parties > 2 {
            let said = &rest[..taken];
            self.out.push(party_names::which_other(&text(said), parties, span_of(said)));
        }
        Some(taken)
    }
}

/// Nothing follows that `the other` may be said of.
fn ends(next: Option<&Token>) -> bool {
    next.is_none_or(|t| {
        t.kind != TokenKind::Word || Preposition::of_word(&t.text).is_some() || matches!(t.text.as_str(), "and" | "or")
    })
}
