//! `14 days`, `fourteen (14) court days`.

use super::{Lower, Pair};
use crate::ast::Unit;
use crate::grammar::Rule;
use ordain_base::diag::codes;

impl Lower<'_> {
    /// The number of a `count`; words and figures must agree.
    pub(super) fn count(&mut self, pair: &Pair<'_>) -> u32 {
        let mut numbers = pair
            .clone()
            .into_inner()
            .filter(|p| matches!(p.as_rule(), Rule::digits | Rule::spelled | Rule::article_one))
            .map(|p| number_of_figure(p.as_str()));
        let first = numbers.next().unwrap_or(0);
        match numbers.next() {
            Some(second) if second != first => {
                self.report(codes::deadlines::numbers_disagree(self.span(pair), first, second));
                second
            }
            _ => first,
        }
    }
}

pub(super) fn unit(text: &str) -> Unit {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or("");
    match first {
        "calendar" => Unit::CalendarDays,
        "court" => Unit::CourtDays,
        "business" | "working" => Unit::BusinessDays,
        "hour" | "hours" => Unit::Hours,
        "week" | "weeks" => Unit::Weeks,
        "month" | "months" => Unit::Months,
        "quarter" | "quarters" => Unit::Quarters,
        "year" | "years" => Unit::Years,
        _ => Unit::Days,
    }
}

/// `quarterly`, `semiannual`: every so many of a unit.
pub(super) fn how_often(word: &str) -> (u32, Unit) {
    match word {
        "daily" => (1, Unit::Days),
        "weekly" => (1, Unit::Weeks),
        "monthly" => (1, Unit::Months),
        "quarterly" => (1, Unit::Quarters),
        "semiannual" | "semi-annual" | "semiannually" | "semi-annually" => (6, Unit::Months),
        _ => (1, Unit::Years),
    }
}

/// More than an order can mean is the most that can be written.
fn number_of_figure(text: &str) -> u32 {
    let text = if matches!(text, "a" | "an") { "1" } else { text };
    ordain_base::words::number(text).and_then(|n| u32::try_from(n).ok()).unwrap_or(u32::MAX)
}
