//! Where things stand, as SARIF has it.

use super::shape::{ArtifactLocation, Change, Content, Fix, Location, PhysicalLocation, Region, Replacement, Text};
use crate::machine::{self, Finding};
use ordain_base::source::Span;
use ordain_core::report::Report;
use ordain_core::verdict::{Place, Verdict};

/// Related places of one result; the rest are in the other formats.
const RELATED: usize = 100;

/// Turns spans into locations.
pub(super) struct Places<'r> {
    pub(super) report: &'r Report,
    pub(super) root: &'r str,
    /// How many files of other matters come before those of this report.
    pub(super) before: usize,
}

impl Places<'_> {
    /// The file of a path that the report shows.
    pub(super) fn artifact(&self, shown: &str) -> ArtifactLocation {
        let path = machine::path_from_root(shown, self.root);
        let index = self.report.inputs.iter().position(|i| i.path == shown).map(|i| self.before + i);
        if path.starts_with('/') {
            return ArtifactLocation { uri: format!("file://{}", encode_uri_path(&path)), uri_base_id: None, index };
        }
        ArtifactLocation { uri: encode_uri_path(&path), uri_base_id: Some("%SRCROOT%"), index }
    }

    fn physical(&self, span: Span) -> Option<PhysicalLocation> {
        let at = self.report.sources.locate(span)?;
        let text = self.report.sources.text(span);
        Some(PhysicalLocation {
            artifact_location: self.artifact(&at.file),
            region: Region {
                start_line: at.line,
                start_column: at.column,
                end_line: at.end_line,
                end_column: at.end_column,
                snippet: (!text.is_empty()).then(|| Content { text: text.to_owned() }),
            },
        })
    }

    pub(super) fn location(&self, span: Span, message: Option<String>) -> Option<Location> {
        Some(Location {
            id: None,
            physical_location: self.physical(span)?,
            logical_locations: Vec::new(),
            message: message.filter(|m| !m.is_empty()).map(Text::new),
        })
    }

    /// A result has to stand somewhere: the beginning of the first file.
    pub(super) fn somewhere(&self) -> Location {
        let shown = self.report.inputs.first().map_or("-", |i| i.path.as_str());
        let region = Region { start_line: 1, start_column: 1, end_line: 1, end_column: 1, snippet: None };
        let physical_location = PhysicalLocation { artifact_location: self.artifact(shown), region };
        Location { id: None, physical_location, logical_locations: Vec::new(), message: None }
    }

    /// The other labels, then the facts of the paragraph and its parts that no label has.
    pub(super) fn related(&self, f: &Finding<'_>) -> Vec<Location> {
        let mut wanted: Vec<(Span, String)> = f.others.iter().map(|l| (l.span, l.text.clone())).collect();
        let mut facts: Vec<&Place> = Vec::new();
        if let Some(v) = f.verdict {
            gather_fact_places(v, &mut facts);
        }
        for place in facts {
            if wanted.len() >= RELATED {
                break;
            }
            if place.span != f.span() && !wanted.iter().any(|(span, _)| *span == place.span) {
                let cite = place.cite.as_ref().map(|c| format!(" ({c})")).unwrap_or_default();
                wanted.push((place.span, format!("{}{cite}", place.text)));
            }
        }
        let found = wanted.into_iter().filter_map(|(span, text)| self.location(span, Some(text)));
        found.take(RELATED).enumerate().map(|(i, l)| Location { id: Some(i + 1), ..l }).collect()
    }

    /// None where no edit has a place.
    pub(super) fn fix(&self, fix: &ordain_base::diag::Fix) -> Option<Fix> {
        let mut changes: Vec<Change> = Vec::new();
        for edit in &fix.edits {
            let Some(at) = self.physical(edit.span) else { continue };
            let replacement = Replacement {
                deleted_region: Region { snippet: None, ..at.region },
                inserted_content: Content { text: edit.text.clone() },
            };
            match changes.iter_mut().find(|c| c.artifact_location.uri == at.artifact_location.uri) {
                Some(change) => change.replacements.push(replacement),
                None => {
                    changes.push(Change { artifact_location: at.artifact_location, replacements: vec![replacement] })
                }
            }
        }
        let title = if fix.title.is_empty() { "fix it" } else { fix.title.as_str() };
        (!changes.is_empty()).then(|| Fix { description: Text::new(title), artifact_changes: changes })
    }
}

fn gather_fact_places<'v>(v: &'v Verdict, out: &mut Vec<&'v Place>) {
    out.extend(&v.facts);
    v.parts.iter().for_each(|p| gather_fact_places(p, out));
}

/// A path as a URI reference (RFC 3986): what is not unreserved is escaped.
fn encode_uri_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for b in path.bytes() {
        match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b'+' | b'@' | b',' | b'=' => {
                out.push(char::from(b));
            }
            _ => out.push_str(&format!("%{b:02X}")),
        }
    }
    out
}
