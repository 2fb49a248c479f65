//! `Friday, April 18, 2024`, which was a Thursday.
//!
//! Where a deadline has no year, the year is that of the order, or the next
//! one if the day has passed; then the finding is less sure.

use chrono::{Datelike, NaiveDate};

use crate::dates::Date;
use crate::leads::{Lead, lead_of_date};
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

/// Pure arithmetic, so it is reported of quotations and citations as well.
pub(super) fn wrong_weekdays(r: &Reading<'_>) -> Vec<Finding> {
    let differs = |d: &Date| {
        let (written, at) = d.weekday?;
        let day = d.day.or_else(|| day_meant_by(r, d)).filter(|day| day.weekday() != written)?;
        let reported = codes::text::weekday(&r.quote(at, at + 1), day, r.span(d.start, d.end));
        Some(if d.day.is_some() { Finding::high(reported) } else { Finding::medium(reported) })
    };
    // Of a list of days with their weekdays the first that differs speaks for all.
    let mut out = Vec::new();
    let mut head = usize::MAX;
    for date in &r.dates {
        if let Some(found) = differs(date).filter(|_| date.head != head) {
            head = date.head;
            out.push(found);
        }
    }
    out
}

/// The first such day on or after the order's own date.
fn day_meant_by(r: &Reading<'_>, date: &Date) -> Option<NaiveDate> {
    if date.year.is_some()
        || !matches!(
            lead_of_date(r, date).lead,
            Lead::By | Lead::Set | Lead::Including | Lead::Label | Lead::Moved | Lead::Deadline
        )
    {
        return None;
    }
    let (_, made) = r.made(r.unit(date.start))?;
    let of = |year| NaiveDate::from_ymd_opt(year, date.month, date.day_of_month);
    of(made.year()).filter(|d| *d >= made).or_else(|| of(made.year() + 1))
}
