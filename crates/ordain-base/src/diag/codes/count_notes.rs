//! Family T: what a reader must know beside a counted date.

use chrono::{NaiveDate, NaiveDateTime};

use super::time::{dated, timed};
use crate::diag::Code;
use crate::diag::code::codes;

codes! {
    ZERO_PERIOD = "T0501", "zero-period", Note, "a period of zero days ends on the day of the event, rolled";
    SERVICE_NOT_NAMED = "T0502", "service-not-named", Note, "the rules name no added days for this way of service";
    SERVICE_ADDS_NOTHING = "T0503", "service-adds-nothing", Note, "the rules in force add no days for this way of service";
    SERVICE_BEFORE = "T0504", "no-service-days-backward", Note, "service days are not added to a period before an event";
    SERVICE_NOT_ORDERS = "T0505", "no-service-days-on-order", Note, "service days are not added to a period that an order sets";
    UNSETTLED = "T0506", "unsettled-law", Note, "the law behind a counted date is not settled";
    GAP = "T0507", "calendar-gap", Note, "a calendar does not carry everything that may close a day";
    SHORTER_MONTH = "T0508", "shorter-month", Note, "the month at the end of a period has no day of that number";
    OTHER_RULES = "T0509", "other-rules", Note, "the rules applied are not those of the day of the event";
    TIME_TWICE = "T0510", "clock-repeats-time", Note, "a clock time occurs twice that day";
    TIME_SKIPPED_ON_ROLL = "T0511", "rolled-into-skipped-time", Note, "the clocks pass over the time to which a period rolls";
    TWO_ZONES = "T0512", "two-zones", Note, "the district lies in two time zones";
    CLERK_SILENT = "T0513", "rules-silent-on-closed-clerk", Note, "the rules do not say what an inaccessible clerk's office does";
}

pub fn zero_period() -> (Code, String) {
    (ZERO_PERIOD, "a period of zero days ends on the day of the event itself, or on the next open day".to_owned())
}

pub fn service_not_named(service: &str, rules: &str) -> (Code, String) {
    (SERVICE_NOT_NAMED, format!("the rules `{rules}` name no added days for {service}: none added"))
}

pub fn service_adds_nothing(service: &str, rule: &str, since: NaiveDate) -> (Code, String) {
    (SERVICE_ADDS_NOTHING, format!("{service} adds no days under the rules in force since {} ({rule})", dated(since)))
}

pub fn service_before(service: &str, rule: &str) -> (Code, String) {
    (
        SERVICE_BEFORE,
        format!("{service} adds no days to a period before an event ({rule} speaks of acting after being served)"),
    )
}

pub fn service_not_for_orders(service: &str, rule: &str) -> (Code, String) {
    (SERVICE_NOT_ORDERS, format!("{service} adds no days to a period that an order sets ({rule})"))
}

pub fn unsettled(why: &str, earliest: Option<NaiveDate>) -> (Code, String) {
    let safe = earliest.map_or(String::new(), |d| format!("; {} is in time under every reading", dated(d)));
    (UNSETTLED, format!("not settled: {why}{safe}"))
}

/// `other` is the day on which the period ends if the gap hides closed days.
pub fn gap(text: &str, other: Option<NaiveDate>) -> (Code, String) {
    let other = other.map_or(String::new(), |d| format!("; with such a day it ends on {}", dated(d)));
    (GAP, format!("{text}{other}"))
}

pub fn shorter_month(from: NaiveDate, to: NaiveDate) -> (Code, String) {
    let text =
        format!("{} has no day {}: its last day, {}, is taken", to.format("%B %Y"), from.format("%-d"), dated(to));
    (SHORTER_MONTH, text)
}

pub fn other_rules(rules: &str, event: NaiveDate, since: NaiveDate) -> (Code, String) {
    let text = format!(
        "counted by the rules `{rules}` in force since {}, not by those of the event on {}",
        dated(since),
        dated(event)
    );
    (OTHER_RULES, text)
}

pub fn time_twice(at: NaiveDateTime, zone: &str) -> (Code, String) {
    (
        TIME_TWICE,
        format!("the clocks of {zone} show {} twice: a period starts at the first and ends at the second", timed(at)),
    )
}

pub fn time_skipped_on_roll(at: NaiveDateTime, zone: &str) -> (Code, String) {
    (TIME_SKIPPED_ON_ROLL, format!("the clocks of {zone} pass over {}: the hour after it is taken", timed(at)))
}

pub fn two_zones(court: &str, zone: &str, also: &str) -> (Code, String) {
    (TWO_ZONES, format!("{court} lies in {zone} and in {also}: the last day is taken to end in {zone}"))
}

pub fn clerk_silent(rules: &str, day: NaiveDate) -> (Code, String) {
    let text = format!(
        "the clerk's office was inaccessible on {}, and the rules `{rules}` do not say what follows: the day does not move",
        dated(day)
    );
    (CLERK_SILENT, text)
}
