//! The words underlined, drawn by miette over our own excerpt.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeCharacters, ThemeStyles};

use super::excerpt::Excerpt;
use super::labels::disjoint_pieces;
use super::layout::{Drawn, lay_out_pieces};
use crate::Style;
use ordain_base::diag::{Diagnostic, Severity};
use ordain_base::source::SourceMap;

/// The places of a diagnostic, drawn; empty if it has none.
pub(super) fn draw(diagnostic: &Diagnostic, sources: &SourceMap, style: Style) -> String {
    let pieces = disjoint_pieces(&diagnostic.labels, sources);
    if pieces.is_empty() {
        return String::new();
    }
    let (excerpt, drawn) = lay_out_pieces(&pieces, sources, style);
    let handler = GraphicalReportHandler::new_themed(theme_of_severity(diagnostic.severity, &drawn, style))
        .with_urls(false)
        .without_cause_chain()
        .without_syntax_highlighting()
        .with_wrap_lines(false)
        .with_context_lines(1)
        .with_width(style.columns());
    let mut out = String::new();
    match handler.render_report(&mut out, &Snippet { excerpt, drawn }) {
        // The message is ours to write: what miette leaves in its place is an empty line.
        Ok(()) => out.trim_start_matches('\n').lines().map(|l| l.trim_end().to_owned() + "\n").collect(),
        Err(fmt::Error) => String::new(),
    }
}

/// Colours by label: that of the severity for the primary one.
fn theme_of_severity(severity: Severity, drawn: &[Drawn], style: Style) -> GraphicalTheme {
    let characters = if style.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
    let none = ThemeStyles::none();
    let styles = if style.color {
        let ansi = ThemeStyles::ansi();
        let undetermined = ansi.highlights.first().copied().unwrap_or(ansi.warning);
        let main = match severity {
            Severity::Error | Severity::Breach => ansi.error,
            Severity::Undetermined => undetermined,
            Severity::Warning => ansi.warning,
            Severity::Note => ansi.advice,
        };
        let highlights = drawn.iter().map(|d| if d.primary { main } else { ansi.advice }).collect();
        ThemeStyles { highlights, link: none.link, ..ansi }
    } else {
        none
    };
    GraphicalTheme { characters, styles }
}

/// What miette is given: labels over an excerpt, and no message.
#[derive(Debug)]
struct Snippet {
    excerpt: Excerpt,
    drawn: Vec<Drawn>,
}

impl fmt::Display for Snippet {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Snippet {}

impl miette::Diagnostic for Snippet {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.drawn.iter().map(|d| {
            let span = (d.start, d.len);
            if d.primary {
                LabeledSpan::new_primary_with_span(d.text.clone(), span)
            } else {
                LabeledSpan::new_with_span(d.text.clone(), span)
            }
        })))
    }
}
