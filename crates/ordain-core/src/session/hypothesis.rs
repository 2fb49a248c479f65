//! What if: a matter with facts assumed, or left out, beside the matter as it is.

use std::collections::BTreeSet;

use super::files::Text;
use crate::facts;
use ordain_base::diag::codes::hypothesis as codes;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::{SourceFile, SourceKind, SourceMap, Span};
use ordain_syntax::Parsed;
use ordain_syntax::ast::StatementKind;

/// What is supposed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hypothesis {
    /// Facts, as a `.facts` file has them.
    pub assume: Vec<String>,
    /// The ids of facts of the record.
    pub without: Vec<String>,
}

impl Hypothesis {
    /// Nothing is supposed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.assume.is_empty() && self.without.is_empty()
    }

    /// Each argument as a text of the run, named after its place, so that what is
    /// wrong with it can be shown: `--assume 1`, `--without 2`.
    pub(super) fn texts(&self) -> impl Iterator<Item = (SourceKind, Text)> + '_ {
        let text = |flag: &str, i: usize, words: &String| Text {
            path: format!("{flag} {}", i + 1),
            bytes: words.clone().into_bytes(),
        };
        let assumed = self.assume.iter().enumerate();
        let without = self.without.iter().enumerate();
        let assumed = assumed.map(move |(i, w)| (SourceKind::Assumption, text("--assume", i, w)));
        assumed.chain(without.map(move |(i, w)| (SourceKind::LeftOut, text("--without", i, w))))
    }
}

/// Keeps the facts of each `--assume`; whatever else is there is reported.
pub(super) fn only_facts(sources: &SourceMap, parsed: &mut [Parsed]) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (file, parsed) in sources.files().iter().zip(parsed).filter(|(f, _)| f.kind == SourceKind::Assumption) {
        for statement in &parsed.statements {
            if !matches!(statement.kind, StatementKind::Fact(_)) {
                out.push(codes::not_a_fact(statement.span));
            }
        }
        parsed.statements.retain(|s| matches!(s.kind, StatementKind::Fact(_)));
        if parsed.statements.is_empty() && parsed.diagnostics.is_empty() && out.is_empty() {
            out.push(codes::nothing_assumed(file.span()));
        }
    }
    out
}

/// The ids that are left out; one that no fact has is an error.
pub(super) fn left_out(
    sources: &SourceMap,
    parsed: &[Parsed],
    names: &[String],
) -> (BTreeSet<String>, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let mut found = BTreeSet::new();
    let arguments: Vec<_> = sources.files().iter().filter(|f| f.kind == SourceKind::LeftOut).collect();
    if arguments.is_empty() {
        return (found, out);
    }
    let known: BTreeSet<String> = facts::ids_of_facts(parsed, names).into_iter().flatten().collect();
    for file in arguments {
        let id = file.text.trim().trim_start_matches('[').trim_end_matches(']');
        if known.contains(id) {
            found.insert(id.to_owned());
        } else {
            out.push(codes::unknown_fact(id, file.span(), closest(id, known.iter().map(String::as_str))));
        }
    }
    (found, out)
}

/// Said first of a report that rests on a hypothesis, in every format.
pub(super) fn warning(sources: &SourceMap) -> Option<Diagnostic> {
    let of = |kind: SourceKind| -> Vec<Span> {
        sources.files().iter().filter(|f| f.kind == kind).map(SourceFile::span).collect()
    };
    let (assumed, without) = (of(SourceKind::Assumption), of(SourceKind::LeftOut));
    (!assumed.is_empty() || !without.is_empty()).then(|| codes::hypothetical(&assumed, &without))
}
