//! What if: a matter with facts assumed, or left out, beside the matter as it is.

use std::collections::BTreeSet;

use super::files::Text;
use super::passes::Matter;
use super::{Beside, Options};
use crate::facts;
use crate::report::{Hypothesis, Report};
use ordain_base::diag::codes::hypothesis as say;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::{SourceMap, Span};
use ordain_syntax::Parsed;
use ordain_syntax::ast::StatementKind;

/// What is supposed. Each text is named after its place among the arguments,
/// so that what is wrong with it can be shown: `--assume 1`, `--without 2`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Supposition {
    /// Facts, as a `.facts` file has them.
    pub assume: Vec<String>,
    /// The ids of facts of the record.
    pub without: Vec<String>,
}

impl Supposition {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.assume.is_empty() && self.without.is_empty()
    }

    /// The arguments as texts of the matter.
    fn texts(&self) -> impl Iterator<Item = Text> + '_ {
        let text = |kind: &str, i: usize, words: &String| Text {
            path: format!("{kind}{}", i + 1),
            bytes: words.clone().into_bytes(),
        };
        let assumed = self.assume.iter().enumerate().map(move |(i, w)| text(ASSUME, i, w));
        assumed.chain(self.without.iter().enumerate().map(move |(i, w)| text(WITHOUT, i, w)))
    }
}

const ASSUME: &str = "--assume ";
const WITHOUT: &str = "--without ";

/// Checks a matter under a supposition, and says what the supposition changed.
/// Without one, the same as [`super::check_with`].
#[must_use]
pub fn suppose(texts: Vec<Text>, beside: &Beside<'_>, name: &str, options: &Options, supposed: &Supposition) -> Report {
    if supposed.is_empty() {
        return super::check_with(texts, beside, name, options);
    }
    let before = Matter::read(texts.clone(), beside, name).report(options);
    let all = texts.into_iter().chain(supposed.texts()).collect();
    let mut after = Matter::read(all, beside, name).report(options);
    // A slip in an argument puts doubt on all of the record: nothing it changes is meant.
    let found = match after.incomplete && !before.incomplete {
        true => Hypothesis::unread(&supposed.assume, &supposed.without),
        false => Hypothesis::between(&supposed.assume, &supposed.without, before.verdicts(), after.verdicts()),
    };
    after.hypothesis = Some(found);
    after
}

/// Words of the command line, and no file of the matter.
pub(super) fn is_argument(path: &str) -> bool {
    path.starts_with(ASSUME) || path.starts_with(WITHOUT)
}

/// An argument that names a fact is no text of the matter.
pub(super) fn names_a_fact(path: &str) -> bool {
    path.starts_with(WITHOUT)
}

/// Keeps the facts of each `--assume`; whatever else stands there is reported.
pub(super) fn only_facts(sources: &SourceMap, parsed: &mut [Parsed]) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (file, parsed) in sources.files().iter().zip(parsed).filter(|(f, _)| f.path.starts_with(ASSUME)) {
        for statement in &parsed.statements {
            if !matches!(statement.kind, StatementKind::Fact(_)) {
                out.push(say::not_a_fact(statement.span));
            }
        }
        parsed.statements.retain(|s| matches!(s.kind, StatementKind::Fact(_)));
        if parsed.statements.is_empty() && parsed.diagnostics.is_empty() && out.is_empty() {
            out.push(say::nothing_assumed(file.span()));
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
    let arguments: Vec<_> = sources.files().iter().filter(|f| names_a_fact(&f.path)).collect();
    if arguments.is_empty() {
        return (found, out);
    }
    let known: BTreeSet<String> = facts::ids(parsed, names).into_iter().flatten().collect();
    for file in arguments {
        let id = file.text.trim().trim_start_matches('[').trim_end_matches(']');
        if known.contains(id) {
            found.insert(id.to_owned());
        } else {
            out.push(say::unknown_fact(id, file.span(), closest(id, known.iter().map(String::as_str))));
        }
    }
    (found, out)
}

/// Said first of a report that rests on a supposition, in every format.
pub(super) fn warning(sources: &SourceMap) -> Option<Diagnostic> {
    let of = |kind: &str| -> Vec<Span> {
        sources.files().iter().filter(|f| f.path.starts_with(kind)).map(ordain_base::source::SourceFile::span).collect()
    };
    let (assumed, without) = (of(ASSUME), of(WITHOUT));
    (!assumed.is_empty() || !without.is_empty()).then(|| say::hypothetical(&assumed, &without))
}
