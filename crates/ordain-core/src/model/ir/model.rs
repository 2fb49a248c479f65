//! What the orders of a matter require.

use super::clock::Clock;
use super::declared::Declared;
use super::disposition::Disposition;
use super::ids::{OrderId, ParagraphId, PartyId};
use super::order::Order;
use super::paragraph::Paragraph;
use ordain_base::source::Span;
use ordain_time::Service;

/// What the orders of a matter require.
#[derive(Debug, Clone, Default)]
pub struct Model {
    pub caption: String,
    /// `2:24-cv-00100`, as written.
    pub number: Option<String>,
    /// `C.D. Cal.`, as written.
    pub court: Option<(String, Span)>,
    pub zone: Option<(String, Span)>,
    pub rules: Option<(String, Span)>,
    pub calendar: Option<(String, Span)>,
    /// By which rules days are counted; `None` where the matter does not say.
    pub clock: Option<Clock>,
    /// How papers are served, where no fact tells it: `service is electronic`.
    pub service: Option<Service>,
    pub declared: Declared,
    pub paragraphs: Vec<Paragraph>,
    /// What the heads of orders say they do.
    pub effects: Vec<(OrderId, Disposition)>,
    pub expects: Vec<Expect>,
    /// True where some line of the matter could not be read or resolved: then
    /// no missing act is held against anyone, for that line may be the performance.
    pub incomplete: bool,
    /// The orders in which something was not read that may have moved, stayed
    /// or lifted what earlier orders required.
    pub doubtful: Vec<OrderId>,
}

/// `expect MTC ¶ 1 category 1 breached on 2024-04-05 under Defendants 126 days`.
#[derive(Debug, Clone, PartialEq)]
pub struct Expect {
    /// The id it is about, as a verdict has it.
    pub target: String,
    pub verdict: String,
    pub on: Option<chrono::NaiveDate>,
    pub under: Option<PartyId>,
    pub days: Option<i64>,
    pub span: Span,
}

impl Model {
    #[must_use]
    pub fn paragraph(&self, id: ParagraphId) -> &Paragraph {
        &self.paragraphs[id.index()]
    }

    #[must_use]
    pub fn order(&self, id: OrderId) -> &Order {
        &self.declared.orders[id.index()]
    }
}
