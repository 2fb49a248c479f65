//! A word that means nothing, and what it may have been meant for.

use super::PhraseResolver;
use crate::model::ir::deliverables;
use crate::model::ir::names::Entity;
use crate::model::ir::preposition::Preposition;
use crate::model::resolve::tokens::text;
use ordain_base::diag::closest;
use ordain_base::diag::codes::names as say;
use ordain_syntax::ast::{Token, TokenKind};

/// Words that open a clause: a slip in one of them ends up among the words of the object.
const CLAUSE_WORDS: &[&str] =
    &["unless", "except", "within", "before", "until", "covering", "despite", "category", "categories", "and", "or"];

/// A letter dropped, doubled or swapped, or one wrong in a long word: a short word of which one
/// letter differs is another word (`fine`, `file`), and one click on it would change the order.
pub(crate) fn is_slip(written: &str, meant: &str) -> bool {
    let (a, b) = (written.chars().count(), meant.chars().count());
    // Each letter more or less is a slip of its own: most words need not be compared.
    if a.abs_diff(b) > 2 {
        return false;
    }
    let (written, meant) = (written.to_lowercase(), meant.to_lowercase());
    let (a, b) = (written.chars().count(), meant.chars().count());
    let swapped = a == b && strsim::hamming(&written, &meant).is_ok_and(|n| n == 2);
    match strsim::osa_distance(&written, &meant) {
        1 => a != b || swapped || b >= 7,
        2 => b >= 9 && written.chars().next() == meant.chars().next(),
        _ => false,
    }
}

impl PhraseResolver<'_> {
    /// Reports the word at the start of `rest` as one that means nothing.
    pub fn unknown(&mut self, rest: &[Token], token: &Token) {
        if let Some((name, n)) = self.names.in_wrong_case(rest) {
            let span = token.span.to(rest[n - 1].span);
            self.out.push(say::wrong_case(&text(&rest[..n]), name, span));
            return;
        }
        if let Some((entity, n)) = self.names.longest(rest) {
            let span = token.span.to(rest[n - 1].span);
            self.out.push(say::out_of_place(&text(&rest[..n]), entity.kind(), None, span));
            return;
        }
        if token.text.starts_with('(') {
            let last = rest.iter().take(12).position(|t| t.text.ends_with(')')).unwrap_or(0);
            let all = rest.get(..=last).unwrap_or(rest);
            let span = all.last().map_or(token.span, |l| token.span.to(l.span));
            self.out.push(say::in_brackets(&text(all), span));
            return;
        }
        if let (Some(half), Some(next)) = (token.text.strip_suffix('-'), rest.get(1)) {
            self.out.push(say::broken_word(&format!("{half}{}", next.text), token.span.to(next.span)));
            return;
        }
        // `MCT ¶ 1`: only an order has paragraphs.
        if rest.get(1).is_some_and(|t| t.kind == TokenKind::Paragraph) {
            let orders = self.declared.names.of(|e| matches!(e, Entity::Order(_)));
            self.out.push(say::unknown_order(&token.text, token.span, closest(&token.text, orders)));
            return;
        }
        let mut candidates: Vec<&str> = self.names.all().collect();
        for word in deliverables::names().chain(Preposition::ALL.map(Preposition::word)) {
            candidates.push(word);
        }
        // `privlege log`: two words are tried before one.
        let pair = rest.get(1).map(|t| format!("{} {}", token.text, t.text));
        if let Some(pair) = &pair
            && let Some(s) = closest(pair, candidates.iter().copied().filter(|c| c.contains(' ')))
        {
            self.out.push(say::unknown_word(pair, token.span.to(rest[1].span), Some(s)));
            return;
        }
        for word in CLAUSE_WORDS {
            candidates.push(word);
        }
        let single = candidates.iter().copied().filter(|c| !c.contains(' ') && !c.eq_ignore_ascii_case(&token.text));
        let single = single.filter(|c| self.names.get(c).is_some() || is_slip(&token.text, c));
        self.out.push(say::unknown_word(&token.text, token.span, closest(&token.text, single)));
    }
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn a_slip_of_the_pen_is_no_other_word() {
        for (written, meant) in [("lettr", "letter"), ("breif", "brief"), ("anwser", "answer"), ("produxe", "produce")]
        {
            assert!(is_slip(written, meant), "{written}");
        }
        for (written, meant) in
            [("fine", "file"), ("expert", "except"), ("conduct", "contact"), ("make", "take"), ("file", "file")]
        {
            assert!(!is_slip(written, meant), "{written}");
        }
    }
}
