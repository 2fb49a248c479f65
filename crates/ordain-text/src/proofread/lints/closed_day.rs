//! A deadline or a hearing on a Saturday, a Sunday or a federal holiday.
//!
//! A date before the order's own is reported, not set, and is not looked at.

use crate::dates::Date;
use crate::leads::{Lead, asked_for, lead_of_date, recounts_earlier_order, reports_a_statement, sets_something};
use crate::proofread::finding::{Confidence, Finding};
use crate::proofread::holidays::{open_from, why_closed};
use crate::reading::Reading;
use ordain_base::diag::codes;

pub(super) fn closed_days(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for date in &r.dates {
        let Some(day) = date.day else { continue };
        let Some(why) = why_closed(day) else { continue };
        let sentence = r.sentence(date.start);
        let past = r.made(r.unit(date.start)).is_some_and(|(_, made)| day < made);
        let quoted = r.tokens.get(date.start).is_none_or(|t| t.quoted);
        // A row of a schedule has no verb.
        let led = lead_of_date(r, date);
        let moved =
            led.lead == Lead::Moved && !asked_for(r, led.at) && !r.has(sentence.start, led.at, &["was", "were"]);
        let set = sets_something(r, &sentence) || matches!(led.lead, Lead::Label | Lead::Deadline) || moved;
        if past
            || quoted
            || reports_a_statement(r, &sentence)
            || !set
            || asked_for(r, led.at)
            || recounts_earlier_order(r, &sentence)
        {
            continue;
        }
        let Some(confidence) = confidence_of_setting(r, date) else { continue };
        let d = codes::text::closed_day(day, &why, open_from(day), r.span(date.start, date.end));
        out.push(Finding::new(confidence, d));
    }
    out
}

/// How surely the text sets something for this date.
fn confidence_of_setting(r: &Reading<'_>, date: &Date) -> Option<Confidence> {
    let led = lead_of_date(r, date);
    let near = |words: &[&str]| r.has(led.at.saturating_sub(8).max(r.sentence(date.start).start), led.at, words);
    match led.lead {
        // `signed by D`, `paid by D` in a recital have no duty about them.
        Lead::By | Lead::Including => Some(Confidence::High),
        Lead::Set | Lead::Label | Lead::Moved | Lead::Deadline => Some(Confidence::Medium),
        Lead::Until if near(&["has", "have", "extended", "shall"]) => Some(Confidence::Medium),
        Lead::On
            if near(&["shall", "must"])
                && near(&["file", "filed", "serve", "served", "appear", "submit", "submitted"]) =>
        {
            Some(Confidence::Medium)
        }
        _ => None,
    }
}
