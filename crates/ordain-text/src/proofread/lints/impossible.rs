//! `February 30, 2024`, `June 31`, `13/45/2024`, `5/22/20247`.

use chrono::NaiveDate;

use crate::proofread::finding::{Confidence, Finding};
use crate::reading::Reading;
use crate::token::Kind;
use ordain_base::diag::codes;

pub(super) fn impossible_dates(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for date in r.dates.iter().filter(|d| d.day.is_none()) {
        if date.odd_year {
            let span = r.span(date.start, date.end);
            out.push(Finding::high(codes::text::odd_year(&r.quote(date.start, date.end), span)));
            continue;
        }
        // Without a year, February 29 is possible.
        let year = date.year.unwrap_or(2024);
        if NaiveDate::from_ymd_opt(year, date.month, date.day_of_month).is_some() {
            continue;
        }
        let numeric = r.tokens.get(date.start).is_some_and(|t| t.kind == Kind::Number);
        // `May 45` may be a name and a number; with a year it is a date.
        if date.year.is_none() && date.day_of_month > 31 {
            continue;
        }
        let confidence = if numeric { Confidence::Medium } else { Confidence::High };
        let days = days_in_month(year, date.month);
        let d = codes::text::impossible(&r.quote(date.start, date.end), days, r.span(date.start, date.end));
        out.push(Finding::new(confidence, d));
    }
    out
}

/// How many days a month has; none where there is no such month.
fn days_in_month(year: i32, month: u32) -> Option<u32> {
    (28..=31).rev().find(|d| NaiveDate::from_ymd_opt(year, month, *d).is_some())
}
