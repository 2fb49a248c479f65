//! What a name, a label or a number of a paragraph means.

use super::Declared;
use crate::model::ir::ids::{OrderId, ParagraphId, PartyId, RecordId};
use crate::model::ir::names::{Entity, name_of};
use crate::model::ir::object::Head;
use crate::model::ir::party::PartyKind;
use crate::model::number::spread_labels;
use chrono::NaiveDate;
use ordain_base::diag::codes::names as say;
use ordain_base::diag::{Diagnostic, closest};
use ordain_syntax::ast::{Phrase, Token};

impl Declared {
    /// The record, where the matter has exactly one.
    #[must_use]
    pub fn only_record(&self) -> Option<RecordId> {
        (self.records.len() == 1).then_some(RecordId(0))
    }

    /// The paragraphs that `MTC ¶ 1`, `¶¶ 1-3` name; unknown ones are reported.
    pub fn paragraphs(&self, order: Option<OrderId>, token: &Token, out: &mut Vec<Diagnostic>) -> Vec<ParagraphId> {
        let Some(order) = order.or(self.here).or_else(|| (self.orders.len() == 1).then_some(OrderId(0))) else {
            out.push(say::unknown_order("", token.span, self.orders.first().map(|o| o.name.as_str())));
            return Vec::new();
        };
        let mut found = Vec::new();
        for label in spread_labels(&token.text).unwrap_or_else(|| vec![token.text.clone()]) {
            match self.labels.get(&(order, label.clone())) {
                Some(&(id, _)) => found.push(id),
                None => {
                    let known: Vec<&str> =
                        self.labels.keys().filter(|(o, _)| *o == order).map(|(_, l)| l.as_str()).collect();
                    out.push(say::unknown_paragraph(&self.orders[order.index()].name, &label, token.span, &known));
                }
            }
        }
        found
    }

    /// The order named by a phrase, or an error with the nearest name.
    pub fn order_named(&self, phrase: &Phrase, out: &mut Vec<Diagnostic>) -> Option<OrderId> {
        let name = name_of(phrase);
        match self.names.get(&name) {
            Some(Entity::Order(id)) => Some(id),
            _ => {
                let orders = self.names.of(|e| matches!(e, Entity::Order(_)));
                out.push(say::unknown_order(&name, phrase.span, closest(&name, orders)));
                None
            }
        }
    }

    /// Those whom a group names that are members of other parties: each of them acts for itself.
    #[must_use]
    pub fn group_members(&self, party: PartyId) -> Option<&[PartyId]> {
        let all = &self.parties[party.index()].members;
        all.iter().any(|m| self.side(*m) != party).then_some(all.as_slice())
    }

    /// The side a party acts for: itself, or the side it is a member of.
    #[must_use]
    pub fn side(&self, party: PartyId) -> PartyId {
        self.parties[party.index()].side.unwrap_or(party)
    }

    #[must_use]
    pub fn party_name(&self, id: PartyId) -> &str {
        &self.parties[id.index()].name
    }

    /// The wordings that a thing goes by, folded and in lower case.
    #[must_use]
    pub fn wordings(&self, head: &Head) -> Vec<String> {
        match head {
            Head::Quoted(words) => vec![words.clone()],
            Head::Deliverable(paper) => vec![paper.name().to_owned()],
            Head::Thing(thing) => self.things[thing.index()].wordings.clone(),
            Head::Record(_) | Head::Order(_) | Head::Party(_) => Vec::new(),
        }
    }

    /// The parties proper, in the order of their declaration.
    pub fn all_parties(&self) -> impl Iterator<Item = PartyId> + '_ {
        (0..self.parties.len()).map(PartyId::at).filter(|p| self.parties[p.index()].kind == PartyKind::Party)
    }

    /// The orders whose day on the docket is known, in the order of these days.
    #[must_use]
    pub fn orders_by_day(&self) -> Vec<(String, NaiveDate)> {
        let mut all: Vec<(String, NaiveDate)> =
            self.orders.iter().filter_map(|o| Some((o.name.clone(), o.docketed()?))).collect();
        all.sort_by_key(|(_, day)| *day);
        all
    }

    /// The names of all parties, as they were declared.
    #[must_use]
    pub fn party_names(&self) -> Vec<String> {
        self.all_parties().map(|p| self.party_name(p).to_owned()).collect()
    }
}
