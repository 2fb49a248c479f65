//! `14 days`, `fourteen (14) court days`.

use super::{Lower, Pair};
use crate::diag::codes;
use crate::syntax::ast::Unit;
use crate::syntax::grammar::Rule;

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

impl Lower<'_> {
    /// The number of a `count`; words and figures must agree.
    pub(super) fn count(&mut self, pair: &Pair<'_>) -> u32 {
        let mut numbers = pair
            .clone()
            .into_inner()
            .map(|p| if p.as_rule() == Rule::digits { figures(p.as_str()) } else { spelled(p.as_str()) });
        let first = numbers.next().unwrap_or(0);
        match numbers.next() {
            Some(second) if second != first => {
                self.report(codes::syntax::numbers_disagree(self.span(pair), first, second));
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

fn figures(text: &str) -> u32 {
    text.replace(',', "").parse().unwrap_or(u32::MAX)
}

fn spelled(text: &str) -> u32 {
    let at =
        |list: &[&str], w: &str| list.iter().position(|x| *x == w && !w.is_empty()).and_then(|i| u32::try_from(i).ok());
    text.split('-').map(|w| at(&SMALL, w).or_else(|| at(&TENS, w).map(|t| t * 10)).unwrap_or(0)).sum()
}
