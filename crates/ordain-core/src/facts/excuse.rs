//! An excuse, as it is argued.

use chrono::NaiveDate;

use crate::model::{ParagraphId, PartyId};
use ordain_base::source::Span;

/// An excuse as argued. It changes no verdict unless an order recognises it.
#[derive(Debug, Clone, PartialEq)]
pub struct Excuse {
    pub id: String,
    pub by: Vec<PartyId>,
    pub argument: String,
    /// The paragraphs it is argued for; all of the party's where empty.
    pub targets: Vec<ParagraphId>,
    pub known: Option<NaiveDate>,
    pub rejected: Option<String>,
    pub recognised: Option<String>,
    pub cites: Vec<String>,
    pub span: Span,
}
