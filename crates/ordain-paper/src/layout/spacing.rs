//! How far lines are apart, and where that is more than between the lines of one paragraph.

use super::write::Written;

/// The distances between the lines of one paragraph, in the whole paper.
#[derive(Debug, Default)]
pub(crate) struct Spacing(Vec<f64>);

/// Distances that differ by less than this share are one.
const ALIKE: f64 = 0.12;

impl Spacing {
    /// A distance counts where the lines above it mostly reach the right edge, as those do that go on below. One
    /// after short lines separates paragraphs, however often it comes. The least that is frequent always counts.
    pub(crate) fn of(pages: &[Vec<Written>]) -> Self {
        let gaps = pages.iter().flat_map(|page| {
            page.windows(2)
                .filter_map(|w| w.first().zip(w.last()))
                .map(|(above, below)| (gap_between(above, below), above.full))
        });
        let mut sorted: Vec<(f64, bool)> = gaps.filter(|g| g.0 > 0.5).collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        let frequent = (sorted.len() / 50).max(2);
        let mut usual = Vec::new();
        let mut from = 0;
        while let Some(&(least, _)) = sorted.get(from) {
            let end = sorted.partition_point(|g| g.0 <= least * (1.0 + ALIKE));
            let group = sorted.get(from..end).unwrap_or(&[]);
            let reaching = group.iter().filter(|g| g.1).count();
            if group.len() >= frequent && (usual.is_empty() || reaching * 5 >= group.len() * 3) {
                usual.push(group.get(group.len() / 2).map_or(least, |g| g.0));
            }
            from = end.max(from + 1);
        }
        Self(usual)
    }

    /// Adds the text of a page: a blank line where the page has more room than within a paragraph.
    pub(crate) fn write(&self, page: &[Written], out: &mut String) {
        let mut above: Option<&Written> = None;
        for line in page {
            if above.is_some_and(|above| self.separates(above, line)) {
                out.push('\n');
            }
            out.push_str(&line.text);
            out.push('\n');
            above = Some(line);
        }
    }

    fn separates(&self, above: &Written, below: &Written) -> bool {
        let gap = gap_between(above, below);
        let within = self.0.iter().any(|u| (gap - u).abs() <= u * ALIKE);
        // Small letters are closer to one another. A line above its forerunner begins another column.
        let apart = !within && (gap > above.size.max(below.size) * 1.3 || gap < 0.0);
        // Where paragraphs have no more room between them, their first lines are indented. A caption has indented lines
        // too, but it is set single.
        let double = gap > above.size.max(below.size) * 1.7;
        let stops = above.text.ends_with(['.', ':', ';', '?', '!', '”', '"', ')']);
        let ended = stops || double && !above.full;
        apart || below.indented && ended
    }
}

fn gap_between(above: &Written, below: &Written) -> f64 {
    above.base - below.base
}
