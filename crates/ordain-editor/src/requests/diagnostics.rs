//! `textDocument/publishDiagnostics`: what the report says, at the words it says it of.

use std::collections::BTreeMap;

use lsp_types::{
    CodeDescription, Diagnostic as Shown, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    NumberOrString,
};
use ordain_base::diag::{Diagnostic, Severity};
use ordain_base::words::capitalized;

use crate::snapshot::Snapshot;
use ordain_render::date::sentence_in_words;

/// The findings of each file of a matter, worst first; a file without findings has an empty list.
#[must_use]
pub fn diagnostics(snapshot: &Snapshot) -> BTreeMap<String, Vec<Shown>> {
    let report = snapshot.report();
    let of_matter = report.sources.files().iter().filter(|f| f.before == 0);
    let mut files: BTreeMap<String, Vec<Shown>> = of_matter.map(|f| (f.path.clone(), Vec::new())).collect();
    let failed = snapshot.examined.expectations.iter().filter_map(|e| e.diagnostic.as_ref());
    for found in report.diagnostics.iter().chain(failed) {
        let file = report.sources.file_of(found.span()).map(|f| &f.path).filter(|_| !found.labels.is_empty());
        // What is about no words is shown at the beginning of the first file.
        let path = file.or_else(|| report.inputs.first().map(|i| &i.path));
        if let Some(list) = path.and_then(|p| files.get_mut(p)) {
            list.push(shown(snapshot, found));
        }
    }
    files
}

/// One finding, for the editor.
#[must_use]
pub fn shown(snapshot: &Snapshot, found: &Diagnostic) -> Shown {
    let span = found.span();
    let others = found.labels.iter().filter(|l| !l.primary && l.span != span);
    let related = others.filter_map(|label| {
        Some(DiagnosticRelatedInformation {
            location: snapshot.location(label.span)?,
            message: sentence_in_words(&label.text),
        })
    });
    let related: Vec<DiagnosticRelatedInformation> = related.collect();
    let range = if found.labels.is_empty() { lsp_types::Range::default() } else { snapshot.range(span) };
    Shown {
        range,
        severity: Some(severity(found.severity)),
        code: Some(NumberOrString::String(found.code.id.to_owned())),
        code_description: found.code.page_on_the_web().and_then(|p| Some(CodeDescription { href: p.parse().ok()? })),
        source: Some("ordain".to_owned()),
        message: message(found),
        related_information: (!related.is_empty()).then_some(related),
        tags: None::<Vec<DiagnosticTag>>,
        data: None,
    }
}

/// The sentence, then why and what to do, a line each.
fn message(found: &Diagnostic) -> String {
    let sentence = capitalized(&found.message);
    sentence_in_words(&found.advice().map_or(sentence.clone(), |advice| format!("{sentence}\n{advice}")))
}

/// Only what cannot be read as written is an error of the file. A breach is what the file is for, and is seen as far.
const fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Breach | Severity::Undetermined | Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::INFORMATION,
    }
}
