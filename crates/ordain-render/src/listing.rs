//! The places of a finding as lines, not drawn: `record.facts:25: on December 1, 2023 … (12 here)`.

use super::Style;
use super::clean::Cleaner;
use super::words::quoted_in;
use super::wrap::{display_width, hanging_rows};
use ordain_base::diag::Label;
use ordain_base::source::SourceMap;
use ordain_core::report::{Report, UnusedFact};

/// Characters of a file repeated for one place.
const WORDS: usize = 60;

/// A row for each of these labels, in the order of the files: what it is, the words, the line.
pub(crate) fn list_labels(labels: &[Label], sources: &SourceMap, style: Style) -> String {
    let cleaner = Cleaner::for_people(style.unicode);
    let mut labels: Vec<&Label> = labels.iter().collect();
    labels.sort_by_key(|l| l.span);
    let mut out = String::new();
    for label in labels {
        let Some(at) = sources.locate(label.span) else { continue };
        let file = at.file.rsplit('/').next().unwrap_or_default();
        let place = cleaner.line(&format!(" ({file}:{})", at.line));
        let lead = if label.text.is_empty() { "  ".to_owned() } else { format!("  {}: ", label.text) };
        let room = style
            .columns()
            .saturating_sub(display_width(&lead) + display_width(&place) + display_width(style.dots()) + 1);
        let words = cleaner.line(&quoted_in(sources, label.span, room.clamp(20, 2 * WORDS), style.dots()));
        for row in hanging_rows(&format!("{}{words}{place}", lead.trim_start()), 2, style.columns().saturating_sub(2)) {
            out.push_str(&format!("  {row}\n"));
        }
    }
    out
}

/// A line for each fact that nothing used: its id, its words, its place.
pub(crate) fn unused_fact_lines(report: &Report, style: Style) -> Vec<String> {
    let cleaner = Cleaner::for_people(style.unicode);
    let line = |fact: &UnusedFact| {
        let words = cleaner.line(&quoted_in(&report.sources, fact.span, 2 * WORDS, style.dots()));
        let place = report.sources.locate(fact.span).map_or_else(String::new, |at| {
            let file = at.file.rsplit('/').next().unwrap_or_default();
            format!(" ({file}:{})", at.line)
        });
        cleaner.line(&format!("{}: {words}{place}", fact.id))
    };
    report.unused.iter().map(line).collect()
}
