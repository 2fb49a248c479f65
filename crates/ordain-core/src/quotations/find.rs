//! Where a quotation stands: as it is, with its gaps, or nearly.

use std::ops::Range;

use super::align::{self, Aligned};
use super::difference::{Difference, differences_between};
use super::order_text::{OrderText, Passage};
use super::quotation::Quote;
use super::words::Word;

/// A quotation that is in more places than this is a formula.
const MOST_PLACES: usize = 64;
/// Longer quotations are found or not; how they differ is not worked out.
const LONGEST: usize = 2_000;

/// The passage most like a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    pub passage: Passage,
    /// How they differ, in reading order.
    pub differences: Vec<Difference>,
}

/// What was found of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Word for word, in reading order; never empty.
    There(Vec<Passage>),
    Nearly(Box<Near>),
    /// Nothing like it.
    Nowhere,
}

/// Looks for a quotation. `quote` is its text as it is at `base`.
#[must_use]
pub(super) fn find_quotation(text: &OrderText<'_>, quote: &str, base: u32) -> Found {
    let quote = Quote::new(quote, base, |word| text.ids.get(word).copied().unwrap_or(u32::MAX));
    if quote.words.is_empty() {
        return Found::There(vec![text.passage(0..0)]);
    }
    for loose in [false, true] {
        if loose && quote.altered.is_empty() {
            continue;
        }
        let places = places_of_runs(text, &quote, &quote.runs(loose));
        if !places.is_empty() {
            return Found::There(places.into_iter().map(|p| text.passage(p)).collect());
        }
    }
    match nearest_stretch(text, &quote) {
        // They differ in nothing but in where a word ends: `meet and confer`, `meet-and-confer`.
        Some(near) if near.differences.is_empty() => Found::There(vec![near.passage]),
        Some(near) => Found::Nearly(Box::new(near)),
        None => Found::Nowhere,
    }
}

/// Every place where the runs follow one another.
fn places_of_runs(text: &OrderText<'_>, quote: &Quote<'_>, runs: &[(Range<usize>, usize)]) -> Vec<Range<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    for (run, _) in runs {
        let ids: Vec<u32> = quote.words.get(run.clone()).unwrap_or(&[]).iter().map(|w| w.id).collect();
        let starts = occurrences_of(&text.words, &ids);
        if starts.is_empty() {
            return Vec::new();
        }
        found.push(starts);
    }
    let follow = |start: usize| {
        let mut end = start + runs.first()?.0.len();
        for ((run, gap), starts) in runs.iter().zip(&found).skip(1) {
            let next = starts.partition_point(|s| *s < end);
            let at = starts.get(next).copied().filter(|s| s - end <= *gap)?;
            end = at + run.len();
        }
        Some(start..end)
    };
    let first = found.first().map_or(&[][..], Vec::as_slice);
    first.iter().filter_map(|s| follow(*s)).take(MOST_PLACES).collect()
}

/// The stretch of the text with the fewest words to change.
fn nearest_stretch(text: &OrderText<'_>, quote: &Quote<'_>) -> Option<Near> {
    let len = quote.words.len();
    if len > LONGEST {
        return None;
    }
    let mut shifts: Vec<i64> = Vec::new();
    for (i, pair) in quote.words.windows(2).enumerate() {
        if let [a, b] = pair {
            shifts.extend(text.seeds.of((a.id, b.id)).iter().map(|p| i64::from(*p) - i as i64));
        }
    }
    shifts.sort_unstable();
    let spread = i64::try_from(len / 2 + 8).unwrap_or(8);
    let mut best: Option<(Aligned, usize)> = None;
    for centre in most_agreed_shifts(&shifts, spread) {
        let from = usize::try_from(centre - spread).unwrap_or(0);
        let to = usize::try_from(centre + 2 * spread).unwrap_or(0).saturating_add(len).min(text.words.len());
        let Some(window) = text.words.get(from..to) else { continue };
        let aligned = align::align(quote, window);
        if best.as_ref().is_none_or(|(b, _)| aligned.cost < b.cost) {
            best = Some((aligned, from));
        }
    }
    let (aligned, from) = best?;
    // Half of the words, or it is another sentence.
    if aligned.same * 2 < len || aligned.same < 2 {
        return None;
    }
    let passage = text.passage(from + aligned.text.start..from + aligned.text.end);
    let mut differences = differences_between(text, quote, &aligned, from);
    differences.retain(|d| d.quoted.replace(' ', "") != d.ordered.replace(' ', ""));
    Some(Near { passage, differences })
}

/// The shifts round which most pairs agree, the best first: three at most.
fn most_agreed_shifts(shifts: &[i64], spread: i64) -> Vec<i64> {
    let mut windows: Vec<(usize, i64)> = Vec::new();
    let mut end = 0;
    for (start, first) in shifts.iter().enumerate() {
        while shifts.get(end).is_some_and(|s| s - first <= spread) {
            end += 1;
        }
        match windows.last_mut() {
            // One crowd is looked at once, from where it is thickest.
            Some(last) if first - last.1 <= spread => {
                if end - start > last.0 {
                    *last = (end - start, *first);
                }
            }
            _ => windows.push((end - start, *first)),
        }
    }
    windows.sort_by_key(|w| (std::cmp::Reverse(w.0), w.1));
    windows.into_iter().take(3).map(|w| w.1).collect()
}

/// Every place where `wanted` is in `words`, in one pass over both.
fn occurrences_of(words: &[Word], wanted: &[u32]) -> Vec<usize> {
    let mut out = Vec::new();
    if wanted.is_empty() || wanted.contains(&u32::MAX) {
        return out;
    }
    // How much of the beginning is again at the end, for each prefix (Knuth, Morris and Pratt).
    let mut border = vec![0_usize; wanted.len()];
    let mut k = 0;
    for i in 1..wanted.len() {
        while k > 0 && wanted.get(i) != wanted.get(k) {
            k = border.get(k - 1).copied().unwrap_or(0);
        }
        k += usize::from(wanted.get(i) == wanted.get(k));
        if let Some(b) = border.get_mut(i) {
            *b = k;
        }
    }
    let mut k = 0;
    for (i, word) in words.iter().enumerate() {
        while k > 0 && wanted.get(k) != Some(&word.id) {
            k = border.get(k - 1).copied().unwrap_or(0);
        }
        k += usize::from(wanted.get(k) == Some(&word.id));
        if k == wanted.len() {
            out.push(i + 1 - k);
            k = border.get(k - 1).copied().unwrap_or(0);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, quote: &str) -> Found {
        find_quotation(&OrderText::new(text, 0), quote, 0)
    }

    #[test]
    fn every_place_is_found_and_none_across_another_word() {
        let text = "The Court orders it. Then the court orders it, and THE COURT now orders it.";
        let Found::There(places) = found(text, "the Court orders") else { panic!("not found") };
        assert_eq!(places.iter().map(|p| p.span.start).collect::<Vec<_>>(), [0, 26]);
    }

    #[test]
    fn a_long_text_of_one_word_is_no_trap() {
        let text = "shall file ".repeat(5_000);
        let quote = "shall file ".repeat(300) + "nothing";
        assert!(matches!(found(&text, &quote), Found::Nowhere | Found::Nearly(_)));
        assert!(matches!(found(&text, &"shall file ".repeat(300)), Found::There(_)));
    }

    #[test]
    fn what_differs_is_told_word_by_word() {
        let text = "Defendants shall file an answer by December 1, 2023, and serve it.";
        let Found::Nearly(near) = found(text, "Defendants may file an answer by December 11, 2023") else {
            panic!("not nearly found")
        };
        let reported: Vec<_> = near.differences.iter().map(|h| (h.quoted.as_str(), h.ordered.as_str())).collect();
        assert_eq!(reported, [("may", "shall"), ("11", "1")]);
        assert_eq!(near.differences.iter().map(|h| h.kind).min(), Some(crate::quotations::DifferenceKind::Force));
    }

    #[test]
    fn nothing_of_an_empty_text_or_quotation() {
        assert_eq!(found("", "Defendants shall answer"), Found::Nowhere);
        assert!(matches!(found("Defendants shall answer.", " … "), Found::There(_)));
    }
}
