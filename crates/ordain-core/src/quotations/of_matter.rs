//! The quotations of a matter, each looked for where its paragraph says it stands.

use crate::model::names::Entity;
use crate::model::{Model, OrderId, Paragraph, ParagraphId, cite_text};
use ordain_base::source::Span;
use ordain_syntax::ast::Cite;

use super::cited::pages_cited;
use super::find::{Found, find_quotation};
use super::order_text::{OrderText, Passage};

/// One `quote "…"`, and where it is in an order's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    pub paragraph: ParagraphId,
    /// The place of the quotation in the rule file.
    pub span: Span,
    /// The order in whose text it was looked for, or found.
    pub order: OrderId,
    pub found: Found,
    /// The citations of that order in the paragraph.
    pub cites: Vec<Cite>,
    /// True where it may as well be in a paper of which there is no text.
    pub open: bool,
}

impl Quotation {
    /// Where it stands, word for word or nearly: of several places one on a cited page.
    #[must_use]
    pub fn passage(&self) -> Option<&Passage> {
        match &self.found {
            Found::There(all) => all.iter().find(|p| self.is_cited(p)).or(all.first()),
            Found::Nearly(near) => Some(&near.passage),
            Found::Nowhere => None,
        }
    }

    /// True where a citation names a page on which the passage stands, by its
    /// printed number or by its count, or where there is nothing to compare.
    #[must_use]
    pub fn is_cited(&self, passage: &Passage) -> bool {
        let Some((first, last)) = passage.pages else { return true };
        let pins: Vec<_> = self.cites.iter().filter_map(|c| c.pin.as_deref()).map(pages_cited).collect();
        if pins.is_empty() || pins.iter().any(Vec::is_empty) {
            return true;
        }
        let counts = first.count..=last.count;
        let printed = first.printed.zip(last.printed).map(|(a, b)| a..=b);
        let on = |range: &std::ops::RangeInclusive<u32>| {
            let meets =
                |pages: &std::ops::RangeInclusive<u32>| range.start() <= pages.end() && pages.start() <= range.end();
            meets(&counts) || printed.as_ref().is_some_and(meets)
        };
        pins.iter().flatten().any(on)
    }
}

/// Looks for every quotation of the matter of which there is a text to look in.
/// `text` gives the words of a span of the rule files.
pub fn find_quotations<'a>(
    model: &Model,
    texts: &[(OrderId, OrderText<'_>)],
    text: impl Fn(Span) -> &'a str,
) -> Vec<Quotation> {
    let mut out: Vec<Quotation> = Vec::new();
    for paragraph in &model.paragraphs {
        for quote in &paragraph.quotes {
            // The quotation under a list of items is one, though each item is a paragraph.
            let again = out.iter().find(|q| q.span == quote.span).cloned();
            let found = match again {
                Some(q) => Some(Quotation { paragraph: paragraph.id, ..q }),
                None => check_quotation(model, texts, paragraph, quote.span, text(quote.span)),
            };
            out.extend(found);
        }
    }
    out
}

fn check_quotation(
    model: &Model,
    texts: &[(OrderId, OrderText<'_>)],
    paragraph: &Paragraph,
    span: Span,
    words: &str,
) -> Option<Quotation> {
    let named: Vec<(Option<OrderId>, &Cite)> = paragraph.cites.iter().map(|c| (order_of(model, c), c)).collect();
    let mut orders = vec![paragraph.order];
    orders.extend(named.iter().filter_map(|(o, _)| *o));
    orders.sort_unstable();
    orders.dedup();
    // The paragraph's own order first.
    orders.sort_by_key(|o| *o != paragraph.order);
    let of = |order: &OrderId| texts.iter().find(|(o, _)| o == order).map(|(_, t)| t);
    let open = orders.iter().any(|o| of(o).is_none()) || named.iter().any(|(o, _)| o.is_none());
    let all = orders.iter().filter_map(|o| Some((*o, find_quotation(of(o)?, words, span.start))));
    let (order, found) = all.min_by_key(|(_, f)| match f {
        Found::There(_) => 0,
        Found::Nearly(near) => 1 + near.differences.len(),
        Found::Nowhere => usize::MAX,
    })?;
    let cites = named.iter().filter(|(o, _)| *o == Some(order)).map(|(_, c)| (*c).clone()).collect();
    Some(Quotation { paragraph: paragraph.id, span, order, found, cites, open })
}

/// The order that a citation names, by name, alias or docket number.
fn order_of(model: &Model, cite: &Cite) -> Option<OrderId> {
    if let Some(Entity::Order(order)) = model.declared.names.get(&cite.paper) {
        return Some(order);
    }
    let bare = Cite { pin: None, ..cite.clone() };
    let docket = cite_text(&bare);
    let at = model.declared.orders.iter().position(|o| o.docket.as_deref() == Some(&docket))?;
    Some(OrderId::at(at))
}
