//! What is done in parts: `beginning D and ending E`, `in monthly installments of $500 beginning D`.

use super::{Lower, Pair, first_child};
use crate::ast::{Clause, ClauseKind, Deadline, Installments, Length, Point, Provision};
use crate::grammar::Rule;
use ordain_base::diag::codes;
use ordain_base::source::Spanned;

impl Lower<'_> {
    /// `beginning April 5, 2024 and ending June 5, 2024`; `None` after a diagnostic.
    pub(super) fn spanning(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let mut dates = pair.clone().into_inner().filter(|p| p.as_rule() == Rule::date);
        let (first, last) = (dates.next()?, dates.next()?);
        let (first, last) = (self.date(&first)?, self.date(&last)?);
        if last.day < first.day {
            let span = self.span(pair);
            let text = self.view.words_at(span).to_owned();
            self.report(codes::common_mistakes::days_backwards(span, &text));
        }
        Some(Deadline::Spanning { first, last })
    }

    /// `in three monthly installments of $500 beginning May 1, 2024`; `None` after a diagnostic.
    pub(super) fn installments(&mut self, pair: &Pair<'_>) -> Option<ClauseKind> {
        let head = first_child(pair, Rule::k_installments)?;
        let count = first_child(&head, Rule::count).map(|n| self.count(&n));
        let each = match first_child(pair, Rule::installment) {
            Some(p) => Some(self.phrase(&p)?),
            None => None,
        };
        let every = match (first_child(&head, Rule::k_how_often), first_child(pair, Rule::unit)) {
            (Some(often), _) => {
                let (n, unit) = super::length::how_often(often.as_str());
                Some(Length { n, unit, span: self.span(&often) })
            }
            (None, Some(unit)) => {
                Some(Length { n: 1, unit: super::length::unit(unit.as_str()), span: self.span(&unit) })
            }
            (None, None) => None,
        };
        let mut days = pair.clone().into_inner().filter(|p| p.as_rule() == Rule::date);
        let first = match days.next() {
            Some(day) => Some(self.date(&day)?),
            None => None,
        };
        let last = match days.next() {
            Some(day) => Some(self.date(&day)?),
            None => None,
        };
        Some(ClauseKind::Installments(Installments { count, each, every, first, last }))
    }

    /// An act that is spread over some time begins by one day and is complete by another: it is owed by each of them.
    pub(super) fn spread_over_time(&mut self, provision: &mut Provision, clauses: &mut Vec<Clause>) {
        let spans = |c: &Clause| matches!(c.kind, ClauseKind::Deadline(Deadline::Spanning { .. }));
        if !clauses.iter().chain(provision.items.iter().flat_map(|i| &i.clauses)).any(spans) {
            return;
        }
        let [item] = provision.items.as_mut_slice() else {
            let found = clauses.iter().chain(provision.items.iter().flat_map(|i| &i.clauses)).find(|c| spans(c));
            if let Some(span) = found.map(|c| c.span) {
                let help = "give each of these acts a paragraph of its own, with its days";
                let text = self.view.words_at(span).to_owned();
                self.report(codes::syntax::unreadable_clause(span, &text, help));
            }
            return;
        };
        let list = if clauses.iter().any(spans) { &mut *clauses } else { &mut item.clauses };
        let Some(at) = list.iter().position(spans) else { return };
        let clause = list.remove(at);
        let ClauseKind::Deadline(Deadline::Spanning { first, last }) = clause.kind else { return };
        let mut begun = item.clone();
        let by = |date| Clause { kind: ClauseKind::Deadline(Deadline::By(Point::Date(date))), span: clause.span };
        begun.clauses.push(by(first));
        item.clauses.push(by(last));
        let span = item.act.span;
        begun.label = Some(Spanned::new("1".to_owned(), span));
        item.label = Some(Spanned::new("2".to_owned(), span));
        provision.items.insert(0, begun);
    }
}
