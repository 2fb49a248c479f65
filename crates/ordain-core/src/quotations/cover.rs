//! Which sentences of an order that order something are quoted in a rule file:
//! the transcriber's checklist.

use super::find::Found;
use super::of_matter::Quotation;
use super::order_text::OrderText;
use super::pages::Page;
use crate::model::{OrderId, ParagraphId};
use ordain_base::source::Span;
use ordain_text::ordering::{SentenceKind, ordering_sentences};

/// How much of what a sentence orders is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covered {
    /// Every word that orders is in a quotation.
    Quoted,
    /// Some words are in one, and a word that orders does not.
    Partly,
    Not,
}

impl Covered {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quoted => "quoted",
            Self::Partly => "partly",
            Self::Not => "not quoted",
        }
    }
}

/// A sentence that orders something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    /// Its words on one line.
    pub words: String,
    pub kind: SentenceKind,
    /// The first word that orders.
    pub lead: Span,
    pub page: Option<Page>,
    pub covered: Covered,
    /// The paragraphs that quote it, in their order.
    pub by: Vec<ParagraphId>,
}

/// Every sentence of the text that orders something, in reading order. `names` are those of the
/// parties, by which a sentence may bind them.
#[must_use]
pub fn cover(order: OrderId, text: &OrderText<'_>, quotations: &[Quotation], names: &[&str]) -> Vec<Sentence> {
    // For each token, the paragraph that quotes it.
    let mut quoted: Vec<Vec<ParagraphId>> = vec![Vec::new(); text.reading.tokens.len()];
    for quotation in quotations.iter().filter(|q| q.order == order) {
        let passages = match &quotation.found {
            Found::There(all) => all.as_slice(),
            Found::Nearly(near) => std::slice::from_ref(&near.passage),
            Found::Nowhere => &[],
        };
        for passage in passages {
            let words = text.words.get(passage.words.clone()).unwrap_or(&[]);
            let tokens = words.iter().flat_map(|w| w.tokens.clone());
            for token in tokens {
                if let Some(by) = quoted.get_mut(token as usize)
                    && !by.contains(&quotation.paragraph)
                {
                    by.push(quotation.paragraph);
                }
            }
        }
    }
    let at = |token: usize| quoted.get(token).map_or(&[][..], Vec::as_slice);
    let found = ordering_sentences(&text.reading, names).into_iter().filter_map(|(range, leads)| {
        let first = leads.first()?;
        let mut by: Vec<ParagraphId> = range.clone().flat_map(at).copied().collect();
        by.sort_unstable();
        by.dedup();
        let covered = if leads.iter().all(|l| !at(l.at).is_empty()) {
            Covered::Quoted
        } else if by.is_empty() {
            Covered::Not
        } else {
            Covered::Partly
        };
        let start = text.reading.tokens.get(range.start)?.start;
        Some(Sentence {
            span: text.reading.span(range.start, range.end),
            words: text.reading.quote(range.start, range.end),
            kind: first.kind,
            lead: text.reading.span(first.at, first.at + 1),
            page: text.pages.at(start),
            covered,
            by,
        })
    });
    found.collect()
}
