//! A paragraph of an order.

use super::disposition::Disposition;
use super::ids::{OrderId, ParagraphId};
use super::provision::Provision;
use crate::verdict::ListedKind;
use ordain_base::source::Span;
use ordain_syntax::ast;

#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub id: ParagraphId,
    pub order: OrderId,
    pub label: String,
    /// `MTC ¶ 1`.
    pub name: String,
    pub body: Body,
    pub sources: Vec<String>,
    /// The same, as they stand.
    pub cites: Vec<ast::Cite>,
    pub quotes: Vec<ast::Quoted>,
    pub notes: Vec<ast::Quoted>,
    /// The day from which it binds, where it says another than its order's entry.
    pub effective: Option<chrono::NaiveDate>,
    /// `topic discovery`: by which an order may select it.
    pub topics: Vec<String>,
    /// The member cases it is of, by their positions; all where empty.
    pub cases: Vec<usize>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    Provision(Provision),
    Dispositions(Vec<Disposition>),
    /// What kind of words they are, and the words.
    Listed(ListedKind, String),
    /// Something in it did not resolve; it was reported.
    Broken,
}
