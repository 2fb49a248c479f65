//! Records with their categories: `CAR categories 1-5`.

use ordain_base::source::Span;
use ordain_syntax::ast::Quoted;

/// A numbered part of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    pub label: String,
    pub title: String,
    /// Words that only a person can apply: `sufficiently similar`.
    pub judgments: Vec<Quoted>,
    pub notes: Vec<Quoted>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub name: String,
    pub categories: Vec<Category>,
    /// The list says `including`.
    pub open: bool,
    pub span: Span,
}
