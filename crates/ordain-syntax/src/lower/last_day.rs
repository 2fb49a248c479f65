//! The last day of an act, said otherwise than by `by`: `The deadline to amend pleadings is May 1, 2024`, `Acme must not
//! file motion after May 1, 2024`.

use super::{Lower, Pair, first_child, has_child};
use crate::ast::{
    Body, Clause, ClauseKind, Date, Deadline, Item, Modal, Phrase, Point, Provision, Quantifier, Token, TokenKind,
};
use crate::grammar::Rule;
use ordain_base::source::{Span, Spanned};

/// Acts of which `after D` says when they are done. `produce documents after D` may say which documents.
const TIMED: &[&str] = &[
    "add",
    "amend",
    "bring",
    "conduct",
    "depose",
    "designate",
    "disclose",
    "file",
    "join",
    "make",
    "move",
    "notice",
    "propound",
    "raise",
    "seek",
    "serve",
    "submit",
    "supplement",
    "take",
];

impl Lower<'_> {
    /// The last day for any party: of an act, or of a thing.
    pub(super) fn deadline_is(&mut self, pair: &Pair<'_>, clauses: &mut Vec<Clause>) -> Option<Body> {
        let date = self.date(&first_child(pair, Rule::date)?)?;
        clauses.push(by(date));
        let act = self.phrase(&first_child(pair, Rule::deadline_act)?)?;
        let is_act = has_child(pair, Rule::deadline_to) || act.tokens.first().is_some_and(|t| t.text.ends_with("ing"));
        if !is_act {
            return Some(Body::CutOff { what: act });
        }
        let span = Span::new(act.span.start, act.span.start);
        let party = Token { kind: TokenKind::Word, text: "party".to_owned(), span };
        let (bearer, quantifier) = (Phrase { tokens: vec![party], span }, Some(Spanned::new(Quantifier::Any, span)));
        let modal = Spanned::new(Modal::CutOff, self.span(&first_child(pair, Rule::deadline_verb)?));
        let items = vec![Item { label: None, span: act.span, act, clauses: Vec::new() }];
        Some(Body::Provision(Provision { bearer, quantifier, modal, items, listed: false, choice: None }))
    }
}

/// Takes the day of `must not file motion after May 1, 2024` out of its act: it is forbidden from the next day on.
pub(super) fn take_day_after(provision: &mut Provision, clauses: &mut Vec<Clause>) {
    let ([item], Modal::MustNot) = (provision.items.as_mut_slice(), provision.modal.value) else { return };
    let [first, .., after, day] = item.act.tokens.as_slice() else { return };
    let TokenKind::Date(date) = &day.kind else { return };
    if after.text != "after" || !TIMED.contains(&first.text.as_str()) {
        return;
    }
    // `file papers created after D`: what they are.
    let before = item.act.tokens.iter().rev().nth(2);
    if before.is_some_and(|t| {
        t.kind == TokenKind::Word && (t.text.ends_with("ed") || matches!(t.text.as_str(), "sent" | "written" | "made"))
    }) {
        return;
    }
    let (Some(next), None) = (date.day.succ_opt(), date.time.as_ref()) else { return };
    clauses.push(Clause { span: date.span, kind: ClauseKind::Effective(Date { day: next, ..date.clone() }) });
    clauses.push(Clause { span: date.span, kind: ClauseKind::Deadline(Deadline::Continuing) });
    let kept = item.act.tokens.len() - 2;
    item.act.tokens.truncate(kept);
    if let Some(last) = item.act.tokens.last() {
        item.act.span = Span::new(item.act.span.start, last.span.end);
    }
}

fn by(date: Date) -> Clause {
    Clause { span: date.span, kind: ClauseKind::Deadline(Deadline::By(Point::Date(date))) }
}
