//! `Defendants must: … ; …`: items, and which clause belongs to which.

use super::clause::{is_remark, say_when};
use super::phrase::phrase_from;
use super::{Lower, Pair, first_child};
use crate::ast::{Choice, Clause, ClauseKind, Item, Phrase, Provision};
use crate::grammar::Rule;
use ordain_base::diag::codes;
use ordain_base::source::Spanned;

impl Lower<'_> {
    /// A `listed`, and the clauses that are for all of it.
    pub(super) fn listed(&mut self, pair: &Pair<'_>) -> Option<(Provision, Vec<Clause>)> {
        let head = self.head(pair);
        let choice = first_child(pair, Rule::which).map(|w| self.which(&w)).filter(|w| w.value != Choice::All);
        let verb = first_child(pair, Rule::list_verb).and_then(|v| self.phrase(&v)).and_then(of_each);
        let mut items: Vec<Item> = Vec::new();
        // clauses on lines of their own since the last item
        let mut trailing: Vec<Clause> = Vec::new();
        let mut whole: Vec<Clause> = self.between(pair).into_iter().collect();
        // Of things in one sentence what is behind the last is said of all.
        let one_sentence = pair.as_rule() == Rule::numbered_duty;
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::item | Rule::marked_item => {
                    if let Some(last) = items.last_mut() {
                        last.clauses.append(&mut trailing);
                    }
                    items.extend(self.item(&p, verb.as_ref()));
                }
                Rule::clause | Rule::clause_in_item => {
                    let own_line = self.view.opens_line(p.start());
                    let Some(clause) = self.clause(&p) else { continue };
                    match items.last_mut() {
                        None => whole.push(clause),
                        Some(_) if own_line || one_sentence || !trailing.is_empty() => trailing.push(clause),
                        Some(item) => item.clauses.push(clause),
                    }
                }
                Rule::unread => self.unread(&p),
                _ => {}
            }
        }
        settle_clauses(&mut items, trailing, &mut whole);
        let (bearer, quantifier, modal) = head?;
        if items.is_empty() {
            let text = self.view.words_at(bearer.span.to(modal.span)).to_owned();
            self.report(codes::modals::missing_act(modal.span, &text));
            return None;
        }
        Some((Provision { bearer, quantifier, modal, items, listed: true, choice }, whole))
    }

    /// `must submit (1) list, and (2) brief`: what is done to all of them comes before the first.
    pub(super) fn numbered_duty(&mut self, pair: &Pair<'_>) -> Option<(Provision, Vec<Clause>)> {
        let (mut provision, clauses) = self.listed(pair)?;
        let joints: Vec<Pair<'_>> = pair.clone().into_inner().filter(|p| p.as_rule() == Rule::marked_joint).collect();
        let or = joints.iter().find(|j| super::has_child(j, Rule::k_or));
        if let Some(or) = or {
            if let Some(and) = joints.iter().find(|j| super::has_child(j, Rule::k_and)) {
                self.report(codes::syntax::mixed_and_or(self.span(or), self.span(and), "or", "and"));
                return None;
            }
            provision.choice = Some(Spanned::new(Choice::Any, self.span(or)));
        }
        Some((provision, clauses))
    }

    fn item(&mut self, pair: &Pair<'_>, verb: Option<&Phrase>) -> Option<Item> {
        let label = first_child(pair, Rule::item_label)
            .or_else(|| first_child(pair, Rule::item_mark_label))
            .and_then(|l| l.into_inner().next())
            .map(|l| Spanned::new(l.as_str().to_owned(), self.span(&l)));
        let act = first_child(pair, Rule::item_act).or_else(|| first_child(pair, Rule::marked_act))?;
        let mut act = self.phrase(&act)?;
        if let Some(verb) = verb {
            act.tokens.splice(0..0, verb.tokens.iter().cloned());
        }
        // Of one thing in a list it cannot be said that it is a choice: those words stay, and are asked about.
        let (act, clauses) = match super::standards::take_standards(act.clone()) {
            (_, taken) if taken.choice => (act, Vec::new()),
            (rest, taken) => (rest, taken.clauses),
        };
        Some(Item { label, act, clauses, span: self.span(pair) })
    }
}

/// `submit the following`: the verb of every item.
fn of_each(verb: Phrase) -> Option<Phrase> {
    let lead = ["all", "each", "both", "of", "the", "following", "as", "follows"];
    let mut tokens = verb.tokens;
    while tokens.last().is_some_and(|t| lead.contains(&t.text.as_str())) {
        tokens.pop();
    }
    phrase_from(tokens)
}

/// Clauses on their own lines after the last item are for the whole list; but
/// a deadline there is the last item's where the items above have their own.
fn settle_clauses(items: &mut [Item], trailing: Vec<Clause>, whole: &mut Vec<Clause>) {
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
