//! A rule that is marked `unread` is counted both ways, and prevails with neither.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use ordain_time::{Anchor, Counted, Direction, Length, Library, Options, Service, Unit, Venue, count};

const EVENT: &str = "the day of the event is not counted";
const AFTER: &str = "after an event a closed last day rolls forward";
const BEFORE: &str = "before an event a closed last day rolls backward";

/// Rules of four lines, with one more line or another in its place, and that one marked `unread` or not.
fn rules(line: &str, unread: bool) -> String {
    let mark = if unread { " unread" } else { "" };
    let mut lines = vec![EVENT, "every day is counted", AFTER, BEFORE];
    lines.retain(|l| *l != line && !(line.contains("another act") && *l == AFTER));
    let mut text = "rules trial \"the rules of a trial\"\n  calendar federal\n  in force since 2020-01-01\n".to_owned();
    if line.contains("another act") {
        text.push_str("    after an event a closed last day of a filing rolls forward rule \"3\"\n");
    }
    for l in lines {
        text.push_str(&format!("    {l} rule \"2\"\n"));
    }
    text.push_str(&format!("    {line} rule \"1\"{mark}\n"));
    text
}

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, d).unwrap()
}

struct Asked {
    length: Length,
    anchor: Anchor,
    side: Direction,
    options: Options,
}

fn days(n: u32, side: Direction, from: u32) -> Asked {
    Asked { length: Length::new(n, Unit::Days), anchor: Anchor::Day(day(from)), side, options: Options::default() }
}

fn by(text: &str, a: &Asked) -> Counted {
    let (library, found) = Library::standard().with(text, 0);
    assert!(found.is_empty(), "{text}: {found:?}");
    let set = library.rules("trial").unwrap();
    let venue = Venue { court: Some("S.D.N.Y."), ..Venue::default() };
    let calendar = library.calendar(set, &venue).unwrap();
    count(set, &calendar, a.anchor, a.length, a.side, &a.options).unwrap()
}

/// Days of March 2026: the day if the line is sure, and the other end of the doubt if nobody read it.
fn holds(line: &str, asked: &Asked, due: u32, other: u32) {
    let sure = by(&rules(line, false), asked);
    assert_eq!((sure.due, sure.earliest_safe, sure.latest), (day(due), None, None), "{line}");
    let unread = by(&rules(line, true), asked);
    let ends = if other < due { (Some(day(other)), None) } else { (None, Some(day(other))) };
    assert_eq!((unread.due, (unread.earliest_safe, unread.latest)), (day(due), ends), "{line}");
    assert!(unread.doubts.iter().any(|d| d == "the text of 1 was not read"), "{line}: {:?}", unread.doubts);
}

#[test]
fn each_rule_that_nobody_read_has_two_readings() {
    let (after, before) = (Direction::After, Direction::Before);
    holds(EVENT, &days(15, after, 2), 17, 16);
    holds(AFTER, &days(19, after, 2), 23, 20);
    holds(BEFORE, &days(10, before, 17), 6, 9);
    holds("counting begins on the next open day", &days(10, after, 13), 25, 23);
    holds("a period before an event is of clear days", &days(10, before, 20), 9, 10);
    holds("a period of fewer than 11 days skips closed days", &days(5, after, 5), 12, 10);
    holds("days from March 10 to March 12 are left out", &days(14, after, 2), 19, 16);
    let mail = Options { service: Some(Service::Mail), ..Options::default() };
    holds("service by mail adds 3 days to the period", &Asked { options: mail, ..days(14, after, 2) }, 19, 16);
    let closed = Options { clerk_closed: vec![day(16)], ..Options::default() };
    let line = "an inaccessible clerk's office moves a filing forward";
    holds(line, &Asked { options: closed, ..days(14, after, 2) }, 17, 16);
    let served = Options { filing: false, ..Options::default() };
    let line = "after an event a last day of another act rolls from a Sunday alone";
    holds(line, &Asked { options: served.clone(), ..days(19, after, 2) }, 21, 23);
    let sunday = by(&rules(line, true), &Asked { options: served, ..days(20, after, 2) });
    assert_eq!((sunday.due, sunday.latest), (day(23), None), "both readings move a Sunday");
    let noon = Anchor::At(day(13).and_hms_opt(12, 0, 0).unwrap());
    let hours = Asked { anchor: noon, length: Length::new(48, Unit::Hours), ..days(1, after, 13) };
    holds("hours run at once to the same time of the next open day", &hours, 16, 15);
}

#[test]
fn rules_of_a_source_that_nobody_read_may_lack_a_closed_day_too() {
    let head = "in force since";
    let text = rules(EVENT, false).replace(head, &format!("source \"Rule 6\" unread\n  {head}"));
    let found = by(&text, &days(15, Direction::After, 2));
    // Tue 17, or Mon 16 if the event counts; if that is closed, Fri 13; if the Tuesday is, Wed 18.
    assert_eq!((found.earliest_safe, found.due, found.latest), (Some(day(13)), day(17), Some(day(18))));
    assert!(found.doubts.iter().any(|d| d.contains("Rule 6")), "{:?}", found.doubts);
}
