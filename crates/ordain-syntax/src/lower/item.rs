//! `Defendants must: … ; …`: items, and which clause belongs to which.

use super::clause::{is_remark, say_when};
use super::{Lower, Pair, child};
use crate::ast::{Clause, ClauseKind, Item, Provision, Which};
use crate::grammar::Rule;
use ordain_base::diag::codes;
use ordain_base::source::Spanned;

impl Lower<'_> {
    /// A `listed`, and the clauses that are for all of it.
    pub(super) fn listed(&mut self, pair: &Pair<'_>) -> Option<(Provision, Vec<Clause>)> {
        let head = self.head(pair);
        let choice = child(pair, Rule::which).map(|w| self.which(&w)).filter(|w| w.value != Which::All);
        let mut items: Vec<Item> = Vec::new();
        // clauses on lines of their own since the last item
        let mut trailing: Vec<Clause> = Vec::new();
        let mut whole: Vec<Clause> = Vec::new();
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::item => {
                    if let Some(last) = items.last_mut() {
                        last.clauses.append(&mut trailing);
                    }
                    items.extend(self.item(&p));
                }
                Rule::clause | Rule::clause_in_item => {
                    let own_line = self.view.opens_line(p.as_span().start());
                    let Some(clause) = self.clause(&p) else { continue };
                    match items.last_mut() {
                        None => whole.push(clause),
                        Some(_) if own_line || !trailing.is_empty() => trailing.push(clause),
                        Some(item) => item.clauses.push(clause),
                    }
                }
                Rule::unread => self.unread(&p),
                _ => {}
            }
        }
        settle(&mut items, trailing, &mut whole);
        let (bearer, quantifier, modal) = head?;
        if items.is_empty() {
            let text = self.view.words_at(bearer.span.to(modal.span)).to_owned();
            self.report(codes::syntax::missing_act(modal.span, &text));
            return None;
        }
        Some((Provision { bearer, quantifier, modal, items, listed: true, choice }, whole))
    }

    fn item(&mut self, pair: &Pair<'_>) -> Option<Item> {
        let label = child(pair, Rule::item_label)
            .and_then(|l| l.into_inner().next())
            .map(|l| Spanned::new(l.as_str().to_owned(), self.span(&l)));
        let act = self.phrase(&child(pair, Rule::item_act)?)?;
        Some(Item { label, act, clauses: Vec::new(), span: self.span(pair) })
    }
}

/// Clauses on their own lines after the last item are for the whole list; but
/// a deadline there is the last item's where the items above have their own.
fn settle(items: &mut [Item], trailing: Vec<Clause>, whole: &mut Vec<Clause>) {
    let Some((last, above)) = items.split_last_mut() else {
        whole.extend(trailing);
        return;
    };
    let own_deadlines = above.iter().any(|i| say_when(&i.clauses)) && !say_when(&last.clauses);
    for clause in trailing {
        let deadline = matches!(clause.kind, ClauseKind::Deadline(_));
        if deadline && own_deadlines && !is_remark(&clause) { last.clauses.push(clause) } else { whole.push(clause) }
    }
}
