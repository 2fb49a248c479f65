//! Family T: what is wrong with a calendar file.

use crate::diag::code::codes;
use crate::diag::{Diagnostic, quoted_list};
use crate::source::Span;

codes! {
    LINE_NOT_READ = "T0301", "calendar-line-not-read", Error, "a line of a calendar file is not understood";
    NO_HEADING = "T0302", "line-before-heading", Error, "a line under no heading of its kind";
    NEVER_FALLS = "T0303", "holiday-never-falls", Error, "a holiday falls in none of the years its calendar covers";
    TWO_HOLIDAYS = "T0304", "two-holidays-one-name", Error, "two holidays of one calendar have the same name in the same years";
    CONTRADICTION = "T0305", "calendar-contradicts-itself", Error, "two statements of a calendar file cannot both hold";
    RULE_MISSING = "T0306", "counting-rule-missing", Error, "a set of counting rules leaves out what every count needs";
    OUTSIDE_COVER = "T0307", "closure-outside-cover", Error, "a closure lies outside the years of its calendar";
}

/// `expected` are at most five forms.
pub fn line_not_read(span: Span, under: &str, expected: &[&str]) -> Diagnostic {
    Diagnostic::new(LINE_NOT_READ, format!("this line of {under} is not understood"), span, "reading stopped here")
        .help(format!("a line may read {}", quoted_list(expected)))
}

pub fn no_heading(span: Span, what: &str, heading: &str) -> Diagnostic {
    Diagnostic::new(NO_HEADING, format!("{what} is under no heading of its kind"), span, "belongs under a heading")
        .help(format!("write it below a line such as: {heading}"))
}

pub fn never_falls(span: Span, name: &str, from: i32, to: i32) -> Diagnostic {
    Diagnostic::new(NEVER_FALLS, format!("`{name}` falls on no day of the years {from} to {to}"), span, "never falls")
        .help("check the day, and the years after `since` and `until`")
}

/// `first` is `None` where the first is in a file that the run does not show.
pub fn two_holidays(span: Span, name: &str, first: Option<Span>) -> Diagnostic {
    let d = Diagnostic::new(TWO_HOLIDAYS, format!("two holidays are named `{name}`"), span, "the second");
    let d = match first {
        Some(first) => d.label(first, "the first"),
        None => d,
    };
    d.help("delete one, or part their years with `until` and `since`")
}

pub fn contradiction(span: Span, what: &str, first: Option<Span>) -> Diagnostic {
    let d = Diagnostic::new(CONTRADICTION, what.to_owned(), span, "this cannot hold");
    match first {
        Some(first) => d.label(first, "beside this").help("keep the one that is right"),
        None => d.help("keep what is right"),
    }
}

pub fn rule_missing(span: Span, rules: &str, missing: &str, line: &str) -> Diagnostic {
    Diagnostic::new(RULE_MISSING, format!("the rules `{rules}` do not say {missing}"), span, "incomplete")
        .help(format!("add a line such as: {line}"))
}

pub fn outside_cover(span: Span, name: &str, from: i32, to: i32) -> Diagnostic {
    Diagnostic::new(
        OUTSIDE_COVER,
        format!("`{name}` lies outside the years {from} to {to} of its calendar"),
        span,
        "outside",
    )
    .help("widen `covers`, once its holidays have been checked for those years")
}
