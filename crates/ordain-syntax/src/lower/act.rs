//! Who must do what: bearer, modal and one act.

use super::phrase::{is_word, phrase_from};
use super::{Lower, Pair, child};
use crate::ast::{Clause, ClauseKind, Deadline, Item, Modal, Phrase, Point, Provision, Quantifier, TokenKind};
use crate::grammar::Rule;
use ordain_base::diag::codes;
use ordain_base::source::{Span, Spanned};

impl Lower<'_> {
    /// Bearer, quantifier and modal of a `duty` or a `listed`; `None` after a diagnostic.
    pub(super) fn head(&mut self, pair: &Pair<'_>) -> Option<(Phrase, Option<Spanned<Quantifier>>, Spanned<Modal>)> {
        let modal_pair = child(pair, Rule::modal).or_else(|| child(pair, Rule::has_until))?;
        let modal_text = match modal_pair.as_rule() {
            Rule::modal => modal_pair.as_str(),
            _ => "must",
        };
        let bearer = child(pair, Rule::bearer).and_then(|b| self.phrase(&b));
        let (bearer, mut quantifier) = match bearer {
            Some(bearer) => quantified(bearer),
            None => (None, None),
        };
        let modal = self.modal(&modal_pair, bearer.as_ref());
        if let Some(binding) = child(pair, Rule::binding) {
            let q = how(binding.as_str());
            quantifier = Some(Spanned::new(q, self.span(&binding)));
        }
        let Some(bearer) = bearer else {
            self.report(codes::syntax::missing_bearer(modal.span, modal_text));
            return None;
        };
        Some((bearer, quantifier, modal))
    }

    fn modal(&mut self, pair: &Pair<'_>, bearer: Option<&Phrase>) -> Spanned<Modal> {
        let span = self.span(pair);
        let court = bearer.and_then(|b| b.tokens.last()).is_some_and(|t| matches!(t.text.as_str(), "Court" | "Clerk"));
        let Some(inner) = pair.clone().into_inner().next().filter(|_| pair.as_rule() == Rule::modal) else {
            return Spanned::new(Modal::Must, span);
        };
        let modal = match inner.as_rule() {
            Rule::must_not => Modal::MustNot,
            Rule::may => Modal::May,
            Rule::may_not => {
                self.report(codes::syntax::may_not(span));
                Modal::MustNot
            }
            Rule::need_not => Modal::NeedNot,
            Rule::shall => {
                self.report(codes::syntax::shall(span, "must"));
                Modal::Must
            }
            Rule::shall_not => {
                self.report(codes::syntax::shall(span, "must not"));
                Modal::MustNot
            }
            Rule::will | Rule::will_not if court => Modal::Will,
            Rule::will => {
                self.report(codes::syntax::will(span, "must"));
                Modal::Must
            }
            Rule::will_not => {
                self.report(codes::syntax::will(span, "must not"));
                Modal::MustNot
            }
            Rule::should => Modal::Should,
            _ => Modal::Must,
        };
        Spanned::new(modal, span)
    }

    /// A `duty`, with the clauses it carries between its words.
    pub(super) fn duty(&mut self, pair: &Pair<'_>) -> Option<(Provision, Vec<Clause>)> {
        let mut clauses = Vec::new();
        if let Some(until) = child(pair, Rule::has_until) {
            let date = child(&until, Rule::date).and_then(|d| self.date(&d));
            if let Some(date) = date {
                clauses.push(Clause { span: date.span, kind: ClauseKind::Deadline(Deadline::By(Point::Date(date))) });
            }
        }
        if let Some(prompt) = child(pair, Rule::prompt_word) {
            clauses.push(Clause { kind: ClauseKind::Deadline(self.prompt_word(&prompt)), span: self.span(&prompt) });
        }
        let head = self.head(pair);
        let act = child(pair, Rule::phrase);
        let (bearer, quantifier, modal) = head?;
        let Some(act) = act.and_then(|a| self.phrase(&a)) else {
            let text = self.view.words_at(bearer.span.to(modal.span)).to_owned();
            self.report(codes::syntax::missing_act(modal.span, &text));
            return None;
        };
        let (act, either) = jointly_or_separately(act);
        let quantifier = either.or(quantifier);
        let (act, appointment) = appears_at(act);
        clauses.extend(appointment);
        let item = Item { label: None, span: act.span, act, clauses: Vec::new() };
        Some((Provision { bearer, quantifier, modal, items: vec![item], listed: false, choice: None }, clauses))
    }
}

/// `appear at Status`: the appointment is when, not what.
fn appears_at(act: Phrase) -> (Phrase, Option<Clause>) {
    let at = act
        .tokens
        .windows(2)
        .position(|w| matches!(w, [a, b] if (is_word(a, "appear") || is_word(a, "argue")) && is_word(b, "at")));
    let Some((head, tail)) = at.and_then(|i| Some((act.tokens.get(..=i)?.to_vec(), act.tokens.get(i + 1..)?.to_vec())))
    else {
        return (act, None);
    };
    let opened = tail.first().map_or(act.span, |t| t.span);
    match (phrase_from(head), phrase_from(tail.into_iter().skip(1).collect())) {
        (Some(head), Some(hearing)) => {
            let span = opened.to(hearing.span);
            (head, Some(Clause { kind: ClauseKind::Deadline(Deadline::At(hearing)), span }))
        }
        _ => (act, None),
    }
}

/// How a plural bearer is bound, by the word that says so.
fn how(word: &str) -> Quantifier {
    match word {
        "each" => Quantifier::Each,
        "jointly" => Quantifier::Jointly,
        _ => Quantifier::JointlyOrSeparately,
    }
}

/// `, whether jointly or separately,`: taken out of the words it stands among.
fn jointly_or_separately(phrase: Phrase) -> (Phrase, Option<Spanned<Quantifier>>) {
    let found = phrase.tokens.windows(3).position(|w| {
        is_word(&w[0], "jointly")
            && is_word(&w[1], "or")
            && (is_word(&w[2], "separately") || is_word(&w[2], "individually"))
    });
    let Some(at) = found else { return (phrase, None) };
    let mut tokens = phrase.tokens.clone();
    let span = tokens[at].span.to(tokens[at + 2].span);
    let comma = |t: Option<&crate::ast::Token>| t.is_some_and(|t| t.kind == TokenKind::Comma);
    let mut last = at + 2;
    let mut first = at;
    if first > 0 && is_word(&tokens[first - 1], "whether") {
        first -= 1;
    }
    if first > 0 && comma(tokens.get(first - 1)) {
        first -= 1;
    }
    if comma(tokens.get(last + 1)) {
        last += 1;
    }
    tokens.drain(first..=last);
    match phrase_from(tokens) {
        Some(rest) => (rest, Some(Spanned::new(Quantifier::JointlyOrSeparately, span))),
        None => (phrase, None),
    }
}

/// `each party`, `the parties jointly`: the bearer without its binding word.
fn quantified(bearer: Phrase) -> (Option<Phrase>, Option<Spanned<Quantifier>>) {
    let (bearer, either) = jointly_or_separately(bearer);
    if either.is_some() {
        return (Some(bearer), either);
    }
    let mut tokens = bearer.tokens;
    let mut found: Option<(Quantifier, Span)> = None;
    if let Some(last) = tokens.last().filter(|t| is_word(t, "jointly") || is_word(t, "each")) {
        found = Some((if last.text == "each" { Quantifier::Each } else { Quantifier::Jointly }, last.span));
    }
    if found.is_some() {
        tokens.pop();
        return (phrase_from(tokens), found.map(|(q, s)| Spanned::new(q, s)));
    }
    if let Some(first) = tokens.first() {
        let q = match first.text.as_str() {
            "each" | "Each" | "every" | "Every" => Some(Quantifier::Each),
            "any" | "Any" => Some(Quantifier::Any),
            _ => None,
        };
        found = q.map(|q| (q, first.span));
    }
    if found.is_some() && tokens.len() > 1 {
        tokens.remove(0);
        if tokens.first().is_some_and(|t| is_word(t, "of")) {
            tokens.remove(0);
        }
    }
    (phrase_from(tokens), found.map(|(q, s)| Spanned::new(q, s)))
}
