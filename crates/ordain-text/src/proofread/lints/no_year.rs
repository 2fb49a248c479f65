//! `on or before April 18`: of which year?
//!
//! Only for a deadline or a setting; a recital takes its year from what stands
//! before it. A year given for a later date of the sentence serves for both.

use crate::dates::Date;
use crate::leads::{Lead, asked_for, lead_of_date, reports_a_statement, sets_something};
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

pub(super) fn days_without_year(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for date in r.dates.iter().filter(|d| d.year.is_none() && !d.odd_year) {
        let sentence = r.sentence(date.start);
        let led = lead_of_date(r, date);
        let row = led.lead == Lead::Label;
        let own = row || led.lead == Lead::Deadline;
        let bound = own
            || matches!(led.lead, Lead::By | Lead::Until | Lead::Including | Lead::Set | Lead::Through | Lead::Moved);
        // A year given elsewhere in the sentence serves, in a schedule only on the same row.
        let apart = |d: &Date| row && !one_line(r, d, date);
        let elsewhere = r.dates_in(&sentence).iter().any(|d| d.year.is_some() && !apart(d));
        let quoted = r.tokens.get(date.start).is_none_or(|t| t.quoted);
        if !bound
            || elsewhere
            || quoted
            || !(own || sets_something(r, &sentence))
            || reports_a_statement(r, &sentence)
            || asked_for(r, led.at)
        {
            continue;
        }
        out.push(Finding::medium(codes::text::no_year(&r.quote(date.start, date.end), r.span(date.start, date.end))));
    }
    out
}

fn one_line(r: &Reading<'_>, a: &Date, b: &Date) -> bool {
    let between = a.start.min(b.start) + 1..a.start.max(b.start) + 1;
    !r.tokens.get(between).unwrap_or(&[]).iter().any(|t| t.opens_line)
}
