//! What a line closes the record for.

use chrono::NaiveDate;

use crate::model::{Declared, PartyId, VerbId, cite_text, parties_of};
use ordain_base::diag::codes::names as say;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Cite, Phrase};

/// `the record is complete through D for productions by Defendants`. It
/// speaks about the record itself and is known always.
#[derive(Debug, Clone, PartialEq)]
pub struct Closing {
    pub id: String,
    pub through: NaiveDate,
    /// The acts it closes the record for; all where empty.
    pub verbs: Vec<VerbId>,
    /// The deliverables it names (`privilege logs`), lower-case singular.
    pub things: Vec<String>,
    /// Whose acts; everyone's where empty.
    pub by: Vec<PartyId>,
    pub cites: Vec<String>,
    pub span: Span,
}

impl Closing {
    /// Of two lines the one that reaches less far.
    #[must_use]
    pub fn min_by_day<'c>(&'c self, other: &'c Self) -> &'c Self {
        if self.through < other.through { self } else { other }
    }
}

/// `productions and logs by Defendants`: nouns of acts or papers, then whose.
pub(super) fn read_closing(
    declared: &Declared,
    id: String,
    through: NaiveDate,
    what: &Phrase,
    cites: &[Cite],
    span: Span,
    out: &mut Vec<Diagnostic>,
) -> Option<Closing> {
    let tokens = &what.tokens;
    let by = tokens.iter().position(|t| t.text == "by");
    let (acts, whose) = by.map_or((tokens.as_slice(), None), |i| (&tokens[..i], Some(&tokens[i + 1..])));
    if acts.is_empty() {
        out.push(say::closes_what(what.span));
        return None;
    }
    let mut verbs = Vec::new();
    let mut things = Vec::new();
    for word in acts.split(|t| t.text == "and" || t.text == "or" || t.kind == ast::TokenKind::Comma) {
        let text = word.iter().map(|t| t.text.as_str()).filter(|t| *t != "all").collect::<Vec<_>>().join(" ");
        if text.is_empty() || matches!(text.as_str(), "acts" | "everything") {
            continue;
        }
        if let Some(verb) = declared.verbs.noun(&text) {
            verbs.push(verb);
        }
        let thing = crate::model::deliverables::Deliverable::find(&text.to_lowercase());
        if let Some(thing) = thing {
            things.push(thing.name().to_owned());
        } else if declared.verbs.noun(&text).is_none() {
            let near = closest(&text, ["productions", "filings", "service", "logs", "payments", "appearances"]);
            let span = word.first().zip(word.last()).map_or(span, |(a, b)| a.span.to(b.span));
            out.push(say::unknown_word(&text, span, near));
            return None;
        }
    }
    let by = match whose {
        Some(tokens) => parties_of(declared, tokens, out)?.0,
        None => Vec::new(),
    };
    Some(Closing { id, through, verbs, things, by, cites: cites.iter().map(cite_text).collect(), span })
}
