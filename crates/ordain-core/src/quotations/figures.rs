//! The days and the lengths of time that some words state.

use std::ops::Range;

use chrono::NaiveDate;

use ordain_text::leads::{Lead, lead_of_date};
use ordain_text::numbers::duration_at;
use ordain_text::reading::Reading;

/// A date in some words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    pub day: NaiveDate,
    /// The bytes of it.
    pub at: Range<usize>,
    /// A word like `by` or `until` leads to it.
    pub leads: bool,
}

/// A length of time in some words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Length {
    pub n: u64,
    pub words: String,
    /// The bytes of it.
    pub at: Range<usize>,
}

/// Every day that the words state.
#[must_use]
pub fn days_in(text: &str) -> Vec<Day> {
    let reading = Reading::new(text, 0);
    let day = |d: &ordain_text::dates::Date| {
        let leads = matches!(
            lead_of_date(&reading, d).lead,
            Lead::By | Lead::Until | Lead::Including | Lead::Through | Lead::Before
        );
        Some(Day { day: d.day?, at: bytes_of_tokens(&reading, d.start, d.end), leads })
    };
    reading.dates.iter().filter_map(day).collect()
}

/// Every length of time that the words state.
#[must_use]
pub fn lengths_in(text: &str) -> Vec<Length> {
    let reading = Reading::new(text, 0);
    let mut out = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        match duration_at(&reading, at) {
            Some(d) => {
                let words = reading.quote(d.start, d.end);
                out.push(Length { n: d.amount, words, at: bytes_of_tokens(&reading, d.start, d.end) });
                at = d.end.max(at + 1);
            }
            None => at += 1,
        }
    }
    out
}

fn bytes_of_tokens(reading: &Reading<'_>, from: usize, to: usize) -> Range<usize> {
    let start = reading.tokens.get(from).map_or(0, |t| t.start);
    let end = to.checked_sub(1).and_then(|i| reading.tokens.get(i)).map_or(start, |t| t.end);
    start..end.max(start)
}
