//! The words underlined, without a drawing: a line a label. For programs that have
//! no screen, such as a page in a browser.

use crate::Style;
use crate::clean::Cleaner;
use crate::paint::Ink;
use crate::words::short_position;
use crate::wrap::wrap_text;
use ordain_base::diag::Diagnostic;
use ordain_base::source::SourceMap;

/// More of a label's words than this are cut.
const WORDS: usize = 120;

/// The places of a diagnostic, the primary one first; empty if it has none.
pub(super) fn draw(diagnostic: &Diagnostic, sources: &SourceMap, style: Style) -> String {
    let cleaner = Cleaner::for_people(style.unicode);
    let mut out = String::new();
    let (first, others): (Vec<_>, Vec<_>) = diagnostic.labels.iter().partition(|l| l.primary);
    for label in first.into_iter().chain(others) {
        let Some(at) = sources.locate(label.span) else { continue };
        let words = cleaner.line(sources.text(label.span));
        let cut = words.char_indices().nth(WORDS).map_or(words.len(), |(i, _)| i);
        let dots = if cut < words.len() { style.dots() } else { "" };
        let place = short_position(&at, style.columns(), style.dots());
        let line = format!("{place}: {}{dots}", words.get(..cut).unwrap_or_default());
        let text = if label.text.is_empty() { line } else { format!("{line} ({})", label.text) };
        for (i, row) in wrap_text(&cleaner.line(&text), style.columns().saturating_sub(4)).iter().enumerate() {
            let lead = if i == 0 { style.paint(Ink::Dim, "  - ") } else { " ".repeat(4) };
            out.push_str(format!("{lead}{row}").trim_end());
            out.push('\n');
        }
    }
    out
}
