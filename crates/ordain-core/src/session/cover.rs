//! What of the orders' own texts a matter quotes: the transcriber's checklist.

use super::files::Text;
use super::inputs::{Inputs, OrderTextFile};
use super::passes::Matter;
use super::texts;
use crate::model::names::Entity;
use crate::quotations::{self, Covered, Sentence};
use ordain_base::diag::codes::papers;
use ordain_base::diag::{Code, Diagnostic};
use ordain_base::source::SourceMap;

/// One order, and what of it is quoted.
#[derive(Debug, Clone)]
pub struct OrderCover {
    /// The name of the order.
    pub name: String,
    /// The file of its text; none where it has none, and then no sentence.
    pub file: Option<String>,
    /// How many pages its text has; 0 where nothing separates them.
    pub pages: usize,
    /// The sentences that order something, in reading order.
    pub sentences: Vec<Sentence>,
}

impl OrderCover {
    /// How many sentences are covered so.
    #[must_use]
    pub fn count(&self, covered: Covered) -> usize {
        self.sentences.iter().filter(|s| s.covered == covered).count()
    }

    /// Of the sentences that order something, how many of a hundred are quoted; none of none.
    #[must_use]
    pub fn percent(&self) -> Option<usize> {
        (self.count(Covered::Quoted) * 100).checked_div(self.sentences.len())
    }
}

/// What is said of a paper that was not read whole.
const UNREAD: [Code; 2] = [papers::PAGES_UNREAD, papers::WITHOUT_PAGES];

/// The orders of a matter, each with its checklist.
#[derive(Debug, Clone)]
pub struct Cover {
    /// The name of the matter.
    pub matter: String,
    /// Each order whose text is there.
    pub orders: Vec<OrderCover>,
    /// The names of the paragraphs, by number.
    pub paragraphs: Vec<String>,
    /// What is wrong with the files.
    pub errors: Vec<Diagnostic>,
    /// What of the papers was not read: what is ordered there is not in the list.
    pub unread: Vec<Diagnostic>,
    /// The texts that spans point into.
    pub sources: SourceMap,
}

/// Holds what a matter quotes against the texts of its orders.
#[must_use]
pub fn cover(texts: Vec<Text>, ties: &[OrderTextFile], name: &str) -> Cover {
    cover_with(texts, &Inputs { ties, ..Inputs::default() }, name)
}

/// The same, with more than the files: the words of a minute order are on the docket.
#[must_use]
pub fn cover_with(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str) -> Cover {
    let matter = Matter::read(texts, inputs, name);
    let read = texts::read_order_texts(&matter.sources, &matter.tied);
    let declared = &matter.model.declared;
    let names: Vec<&str> = declared.names.of(|entity| matches!(entity, Entity::Party(_))).collect();
    let orders = matter.model.declared.orders.iter().enumerate().map(|(i, order)| {
        let text = read.iter().find(|(id, _)| id.index() == i);
        let source = matter.tied.iter().find(|(id, _)| id.index() == i).and_then(|(_, s)| matter.sources.get(*s));
        OrderCover {
            name: order.name.clone(),
            file: source.map(|f| f.path.clone()),
            pages: text.map_or(0, |(_, t)| t.pages().count()),
            sentences: text.map(|(id, t)| quotations::cover(*id, t, &matter.quotations, &names)).unwrap_or_default(),
        }
    });
    let orders = orders.collect();
    drop(read);
    Cover {
        matter: matter.model.caption.clone(),
        orders,
        paragraphs: matter.model.paragraphs.iter().map(|p| p.name.clone()).collect(),
        errors: matter.errors(),
        unread: matter.diagnostics().iter().filter(|d| UNREAD.contains(&d.code)).cloned().collect(),
        sources: matter.sources,
    }
}
