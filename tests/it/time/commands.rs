//! `count` and `calendar` as they are asked for, and electronic filing until midnight.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::DateTime;
use clap::Parser;
use ordain::cli::{calendar, count};
use ordain_time::{Anchor, Direction, Length, Library, Options, Unit, Venue};
use serde_json::Value;

#[derive(Parser)]
enum Command {
    Count(count::Args),
    Calendar(calendar::Args),
}

fn run(args: &[&str]) -> (u8, String) {
    let mut out = Vec::new();
    let status = match Command::parse_from([&["ordain"], args].concat()) {
        Command::Count(a) => count::run(&a, &mut out),
        Command::Calendar(a) => calendar::run(&a, &mut out),
    };
    (status.unwrap(), String::from_utf8(out).unwrap())
}

fn due(args: &[&str]) -> Value {
    let (status, text) = run(&[&["count", "--format", "json"], args].concat());
    let v: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((status, &v["schema"]), (0, &Value::from("ordain.count/1")), "{v}");
    assert!(
        v["trace"].as_array().unwrap().iter().all(|s| ["step", "date", "rule", "why"].iter().all(|k| s[k].is_string()))
    );
    v
}

#[test]
fn the_counts_of_the_issue() {
    let v = due(&["14 days after 2024-08-01", "--rules", "frap", "--service", "mail"]);
    assert_eq!(v["due"], "2024-08-19");
    assert_eq!(v["due_instant"], Value::Null);
    let v = due(&["10 days before 2007-09-11", "--rules", "frap", "--rules-as-of", "2009-12-01"]);
    assert_eq!(v["due"], "2007-08-31");
    assert_eq!(due(&["10 days before 2007-09-11", "--rules", "frap"])["due"], "2007-08-27");
    let v = due(&["14 days after 2024-08-01", "--court", "N.D. Cal.", "--closed", "2024-08-15"]);
    assert_eq!(v["due_instant"], "2024-08-16T23:59:59-07:00");
    let hours =
        ["--hours", "72", "--from", "2007-11-02T10:23", "--zone", "America/New_York", "--rules-as-of", "2009-12-01"];
    assert_eq!(due(&hours)["due_instant"], "2007-11-05T09:23:00-05:00");
    let v = due(&["7 days after 2026-06-26"]);
    assert_eq!((&v["due"], &v["earliest_safe"]), (&Value::from("2026-07-06"), &Value::from("2026-07-03")));
}

#[test]
fn refusals_underline_their_words() {
    let (status, text) = run(&["count", "2 fortnights after 2024-08-01"]);
    assert_eq!(status, 2);
    assert!(text.contains("error[T0206]") && text.contains("\n    ^^^^^^^^^^ "), "{text}");
    let (status, text) = run(&["count", "within 14 days", "--format", "json"]);
    let v: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((status, &v["error"]["code"]), (2, &Value::from("T0207")));
    for (args, code, words) in [
        (vec!["-5 days after 2024-08-01"], "T0213", "-5"),
        (vec!["5 days after 2024-08-01", "--court", "C.D. Kal."], "T0202", "C.D. Kal."),
        (vec!["5 days after 2024-08-01", "--service", "pigeon"], "T0205", "pigeon"),
        (vec!["5 days after 2024-08-01", "--closed", "2024-02-30"], "T0209", "2024-02-30"),
        (vec!["5 days after 2024-08-01", "--from", "2024-08-01"], "T0217", "2024-08-01"),
        (vec!["5 days after 2061-08-01"], "T0401", "5 days after 2061-08-01"),
    ] {
        let (status, text) = run(&[vec!["count", "--format", "json"], args].concat());
        let v: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((status, v["error"]["code"].as_str(), v["error"]["words"].as_str()), (2, Some(code), Some(words)));
    }
}

#[test]
fn the_calendar_of_a_court() {
    let (status, text) = run(&["calendar", "C.D. Cal.", "2026"]);
    assert_eq!(status, 0);
    assert!(text.contains("Fri 2026-07-03  Independence Day  (observed for Sat 2026-07-04; not settled)"), "{text}");
    assert_eq!(run(&["calendar", "C.D. Cal.", "2061"]).0, 2);
    let (_, json) = run(&["calendar", "federal", "2025", "--format", "json"]);
    let v: Value = serde_json::from_str(&json).unwrap();
    assert!(v["days"].as_array().unwrap().iter().any(|d| d["date"] == "2025-12-26" && d["kind"] == "closure"));
}

#[test]
fn an_electronic_filing_has_until_midnight_in_the_courts_zone() {
    let library = Library::standard();
    let rules = library.rules("frcp").unwrap();
    let calendar = library.calendar(rules, &Venue { court: Some("C.D. Cal."), ..Venue::default() }).unwrap();
    let anchor = Anchor::Day("2024-08-01".parse().unwrap());
    let length = Length::new(14, Unit::Days);
    let counted = ordain_time::count(rules, &calendar, anchor, length, Direction::After, &Options::default()).unwrap();
    let at = |s: &str| DateTime::parse_from_rfc3339(s).unwrap();
    assert_eq!(counted.in_time(at("2024-08-15T23:59:59-07:00")), Some(true));
    assert_eq!(counted.in_time(at("2024-08-16T02:59:59-04:00")), Some(true), "the filer is in New York");
    assert_eq!(counted.in_time(at("2024-08-16T00:00:00-07:00")), Some(false), "midnight is the next day");
    assert_eq!(calendar.court_day(at("2024-08-16T02:59:59-04:00")), Some("2024-08-15".parse().unwrap()));
}
