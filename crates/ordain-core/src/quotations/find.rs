//! Where a quotation stands: as it is, with its gaps, or nearly.

use std::collections::HashMap;
use std::ops::Range;

use super::align::{self, Aligned};
use super::hunk::{Hunk, hunks};
use super::quotation::Quote;
use super::words::Word;
use super::{OrderText, Page};
use ordain_base::source::Span;

/// A quotation that stands in more places than this is a formula.
const MOST_PLACES: usize = 64;
/// Two words that stand side by side more often than this say nothing of where.
const MOST_SEEDS: usize = 100;
/// Longer quotations are found or not; how they differ is not worked out.
const LONGEST: usize = 2_000;

/// Words of an order's text that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The place of its words; where a page ends in the middle, of those before it.
    pub span: Span,
    /// Positions of its words in the folded text.
    pub words: Range<usize>,
    /// The pages on which it begins and ends; none where nothing tells pages apart.
    pub pages: Option<(Page, Page)>,
}

/// The passage most like a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    pub passage: Passage,
    /// How they differ, in reading order.
    pub hunks: Vec<Hunk>,
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

/// Where each pair of words stands.
pub(super) struct Seeds(HashMap<(u32, u32), Vec<u32>>);

impl Seeds {
    pub(super) fn new(words: &[Word]) -> Self {
        let mut all: HashMap<(u32, u32), Vec<u32>> = HashMap::with_capacity(words.len());
        for (i, pair) in words.windows(2).enumerate() {
            if let [a, b] = pair {
                let places = all.entry((a.id, b.id)).or_default();
                if places.len() <= MOST_SEEDS {
                    places.push(u32::try_from(i).unwrap_or(u32::MAX));
                }
            }
        }
        Self(all)
    }

    /// Its places; none where there are too many to say anything.
    fn of(&self, pair: (u32, u32)) -> &[u32] {
        self.0.get(&pair).filter(|p| p.len() <= MOST_SEEDS).map_or(&[], Vec::as_slice)
    }
}

impl OrderText<'_> {
    /// Looks for a quotation. `quote` is its text as it stands at `base`.
    #[must_use]
    pub fn find(&self, quote: &str, base: u32) -> Found {
        let quote = Quote::new(quote, base, |word| self.ids.get(word).copied().unwrap_or(u32::MAX));
        if quote.words.is_empty() {
            return Found::There(vec![self.passage(0..0)]);
        }
        for loose in [false, true] {
            if loose && quote.altered.is_empty() {
                continue;
            }
            let places = self.places(&quote, &quote.runs(loose));
            if !places.is_empty() {
                return Found::There(places.into_iter().map(|p| self.passage(p)).collect());
            }
        }
        match self.nearest(&quote) {
            // They differ in nothing but in where a word ends: `meet and confer`, `meet-and-confer`.
            Some(near) if near.hunks.is_empty() => Found::There(vec![near.passage]),
            Some(near) => Found::Nearly(Box::new(near)),
            None => Found::Nowhere,
        }
    }

    /// Every place where the runs follow one another.
    fn places(&self, quote: &Quote<'_>, runs: &[(Range<usize>, usize)]) -> Vec<Range<usize>> {
        let mut found: Vec<Vec<usize>> = Vec::new();
        for (run, _) in runs {
            let ids: Vec<u32> = quote.words.get(run.clone()).unwrap_or(&[]).iter().map(|w| w.id).collect();
            let starts = occurrences(&self.words, &ids);
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
    fn nearest(&self, quote: &Quote<'_>) -> Option<Near> {
        let len = quote.words.len();
        if len > LONGEST {
            return None;
        }
        let mut shifts: Vec<i64> = Vec::new();
        for (i, pair) in quote.words.windows(2).enumerate() {
            if let [a, b] = pair {
                shifts.extend(self.seeds.of((a.id, b.id)).iter().map(|p| i64::from(*p) - i as i64));
            }
        }
        shifts.sort_unstable();
        let spread = i64::try_from(len / 2 + 8).unwrap_or(8);
        let mut best: Option<(Aligned, usize)> = None;
        for centre in crowded(&shifts, spread) {
            let from = usize::try_from(centre - spread).unwrap_or(0);
            let to = usize::try_from(centre + 2 * spread).unwrap_or(0).saturating_add(len).min(self.words.len());
            let Some(window) = self.words.get(from..to) else { continue };
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
        let passage = self.passage(from + aligned.text.start..from + aligned.text.end);
        let mut hunks = hunks(self, quote, &aligned, from);
        hunks.retain(|h| h.quoted.replace(' ', "") != h.ordered.replace(' ', ""));
        Some(Near { passage, hunks })
    }

    /// The passage that some words are.
    pub(super) fn passage(&self, words: Range<usize>) -> Passage {
        let inside = self.words.get(words.clone()).unwrap_or(&[]);
        let ends = inside.first().zip(inside.last());
        let page = |at: u32| self.pages.at(at as usize);
        let pages = ends.and_then(|(a, b)| page(a.start).zip(page(b.start)));
        Passage { span: self.span(words.clone()), words, pages }
    }

    /// The place of some words; where a page or a footnote stands between them,
    /// of those before it. Of none, the place between their neighbours.
    pub(super) fn span(&self, words: Range<usize>) -> Span {
        let range = if words.is_empty() {
            words.start.saturating_sub(1)..(words.start + 1).min(self.words.len())
        } else {
            words
        };
        let inside = self.words.get(range).unwrap_or(&[]);
        let Some(first) = inside.first() else { return Span::new(self.base, self.base) };
        let mut end = first.end;
        for word in inside {
            let page = self.pages.break_between(end as usize, word.start as usize);
            if word.start < first.start || page.is_some() || word.start > end + 400 {
                break;
            }
            end = word.end;
        }
        Span::new(self.base + first.start, self.base + end)
    }

    pub(super) fn letters(&self, word: &Word) -> &str {
        self.letters.get(word.id as usize).map_or("", String::as_str)
    }
}

/// The shifts round which most pairs agree, the best first: three at most.
fn crowded(shifts: &[i64], spread: i64) -> Vec<i64> {
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

/// Every place where `wanted` stands in `words`, in one pass over both.
fn occurrences(words: &[Word], wanted: &[u32]) -> Vec<usize> {
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
        OrderText::new(text, 0).find(quote, 0)
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
        let told: Vec<_> = near.hunks.iter().map(|h| (h.quoted.as_str(), h.ordered.as_str())).collect();
        assert_eq!(told, [("may", "shall"), ("11", "1")]);
        assert_eq!(near.hunks.iter().map(|h| h.kind).min(), Some(super::super::Kind::Force));
    }

    #[test]
    fn nothing_of_an_empty_text_or_quotation() {
        assert_eq!(found("", "Defendants shall answer"), Found::Nowhere);
        assert!(matches!(found("Defendants shall answer.", " … "), Found::There(_)));
    }
}
