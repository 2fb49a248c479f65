//! A matter as an editor wants it: the report, and besides it the trees, the names with their places, and the
//! paragraphs read back.

use super::asked::Options;
use super::expectations::{self, Expectation};
use super::files::Text;
use super::inputs::Inputs;
use super::passes::Matter;
use crate::model::Declared;
use crate::outline::{self, ParagraphOutline};
use crate::quotations::Quotation;
use crate::references::{Reference, references};
use crate::report::Report;
use ordain_syntax::Parsed;

/// A matter, read and checked for one question.
#[derive(Debug)]
pub struct Examined {
    /// What `check` reports.
    pub report: Report,
    /// The trees of the files, in the order of the report's sources; empty for a file without statements.
    pub trees: Vec<Parsed>,
    /// Everything that has a name.
    pub declared: Declared,
    /// Where each name is written.
    pub references: Vec<Reference>,
    /// Every paragraph, part by part.
    pub paragraphs: Vec<ParagraphOutline>,
    /// What became of each `expect` line.
    pub expectations: Vec<Expectation>,
    /// Each quotation of an order, and where it is in the order's text.
    pub quotations: Vec<Quotation>,
}

/// Checks one matter, and keeps what was read of it.
#[must_use]
pub fn examine(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str, options: &Options) -> Examined {
    let mut matter = Matter::read(texts, inputs, name);
    let expectations = expectations::run(&matter);
    let references = references(&matter.model, &matter.sources, &matter.parsed);
    let paragraphs = outline::paragraphs(&matter.model);
    let trees = std::mem::take(&mut matter.parsed);
    let declared = matter.model.declared.clone();
    let quotations = matter.quotations.clone();
    let report = matter.report(options);
    Examined { report, trees, declared, references, paragraphs, expectations, quotations }
}
