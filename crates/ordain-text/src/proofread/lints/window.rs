//! `Panel A: May 6 to 31, 2024. Panel B: June 10, 2023 through June 28, 2024. Panel C: …`
//!
//! Of three windows or more in one paragraph, one lasts a year longer than the
//! others: the year of one of its ends has slipped. Told only where another year
//! makes it as long as the others are.

use chrono::{Datelike, NaiveDate};

use crate::dates::Date;
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

/// A window: its two dates.
#[derive(Clone, Copy)]
struct Window<'r> {
    from: (&'r Date, NaiveDate),
    to: (&'r Date, NaiveDate),
}

impl Window<'_> {
    fn days(&self) -> i64 {
        (self.to.1 - self.from.1).num_days()
    }
}

/// So many spans before and after one are looked at beside it.
const NEAR: usize = 12;

pub(super) fn long_windows(r: &Reading<'_>) -> Vec<Finding> {
    let windows: Vec<Window<'_>> = r.dates.windows(2).filter_map(|pair| window_between(r, pair)).collect();
    let mut out = Vec::new();
    for (i, long) in windows.iter().enumerate() {
        let at = |w: &Window<'_>| r.tokens.get(w.from.0.start).map(|t| (t.unit, t.paragraph));
        // Rows of a table are paragraphs of their own, so those beside it count as well.
        let near = |w: &Window<'_>| at(w).zip(at(long)).is_some_and(|(a, b)| a.0 == b.0 && a.1.abs_diff(b.1) <= 4);
        let others: Vec<i64> = windows
            .iter()
            .enumerate()
            .skip(i.saturating_sub(NEAR))
            .take(2 * NEAR + 1)
            .filter(|(j, w)| *j != i && near(w))
            .map(|(_, w)| w.days())
            .collect();
        let longest = others.iter().copied().max().unwrap_or(i64::MAX);
        let shorter = |n: i32| long.from.1.with_year(long.from.1.year() + n).map(|d| (long.to.1 - d).num_days());
        let meant = (1..=2).filter_map(shorter).any(|days| (0..=longest.saturating_mul(2)).contains(&days));
        if others.len() >= 2 && longest <= 120 && long.days() > 250 && meant {
            let at = [r.span(long.from.0.start, long.from.0.end), r.span(long.to.0.start, long.to.0.end)];
            out.push(Finding::medium(codes::text::long_window(long.from.1, long.to.1, longest, at)));
        }
    }
    out
}

/// `June 10, 2024 through June 28, 2024`.
fn window_between<'r>(r: &Reading<'_>, pair: &'r [Date]) -> Option<Window<'r>> {
    let [first, second] = pair else { return None };
    let joined = (first.end..second.start).len() == 1
        && matches!(r.word(first.end), "through" | "thru" | "to" | "-" | "until")
        && !r.tokens.get(first.start).is_none_or(|t| t.quoted);
    let window = Window { from: (first, first.day?), to: (second, second.day?) };
    (joined && window.days() >= 0).then_some(window)
}
