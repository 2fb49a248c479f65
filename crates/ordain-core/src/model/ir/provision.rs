//! What a paragraph requires, forbids or permits, and of whom.

use super::bearer::Bearer;
use super::obligation::Obligation;
use crate::verdict::Modality;
use ordain_syntax::ast::Choice;

#[derive(Debug, Clone, PartialEq)]
pub struct Provision {
    pub modality: Modality,
    pub bearer: Bearer,
    /// The bearer as the order words it.
    pub bearer_words: String,
    pub obligations: Vec<Obligation>,
    /// How many of the obligations are asked for.
    pub choice: Choice,
}
