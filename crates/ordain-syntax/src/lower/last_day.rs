//! The last day of an act, said otherwise than by `by`: `The deadline to amend pleadings is May 1, 2024`, `Acme must not
//! file motion after May 1, 2024`.

use super::{Lower, Pair, first_child, has_child};
use crate::ast::{Body, Clause, ClauseKind, Date, Deadline, Modal, Point, Provision, TokenKind};
use crate::grammar::Rule;
use ordain_base::source::Span;

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
        clauses.push(Clause { span: date.span, kind: ClauseKind::Deadline(Deadline::By(Point::Date(date))) });
        let what = self.phrase(&first_child(pair, Rule::deadline_act)?)?;
        // `for filing motions` names an act, `for fact discovery` a thing.
        let gerund = what.tokens.first().is_some_and(|t| t.text.ends_with("ing"));
        Some(Body::CutOff { what, leads_with_verb: has_child(pair, Rule::deadline_to) || gerund })
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
