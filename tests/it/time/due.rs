//! The three kinds of due time, recurring dates, and clock times of a court.

use chrono::{NaiveDate, NaiveTime};
use ordain_time::{
    Anchor, Direction, DueTime, FixedDate, Length, Library, Options, Period, Standard, TimeError, Unit, Venue, count,
    instance, read_point,
};

fn day(s: &str) -> NaiveDate {
    s.parse().unwrap_or_default()
}

#[test]
fn only_a_period_is_counted() {
    let library = Library::standard();
    let rules = library.rules("frcp").unwrap();
    let calendar = library.calendar(rules, &Venue::default()).unwrap();
    let saturday = FixedDate { day: day("2004-02-14"), time: None };
    let period = Period { length: Length::new(10, Unit::CalendarDays), direction: Direction::After };
    let counted = period.count(rules, &calendar, Anchor::Day(day("2004-02-04")), &Options::default()).unwrap();
    // The same Saturday: as a period it rolls past Presidents' Day, as a fixed date it stands.
    assert_eq!((saturday.day, counted.due), (day("2004-02-14"), day("2004-02-17")));
    assert!(calendar.closed(saturday.day, Direction::After).unwrap().is_some(), "and a lint can say why");
    let promptly = Standard { words: "promptly".to_owned(), outer: Some(Box::new(DueTime::Fixed(saturday))) };
    assert!(matches!(promptly.outer.as_deref(), Some(DueTime::Fixed(f)) if f.day == saturday.day));
}

#[test]
fn recurring_dates_are_counted_from_the_first() {
    let monthly = |k| instance(day("2024-01-31"), Length::new(1, Unit::Months), k).unwrap();
    assert_eq!([monthly(0), monthly(1), monthly(2)], [day("2024-01-31"), day("2024-02-29"), day("2024-03-31")]);
    let sixty = |k| instance(day("2024-04-19"), Length::new(60, Unit::Days), k).unwrap();
    assert_eq!([sixty(1), sixty(2)], [day("2024-06-18"), day("2024-08-17")], "a Saturday is not rolled");
    assert_eq!(instance(day("2024-01-01"), Length::new(u32::MAX, Unit::Years), 2), None);
    assert_eq!(instance(day("2024-01-01"), Length::new(5, Unit::CourtDays), 1), None);
}

#[test]
fn clock_times_of_the_court() {
    let library = Library::standard();
    let rules = library.rules("frcp").unwrap();
    let calendar = library.calendar(rules, &Venue { court: Some("C.D. Cal."), ..Venue::default() }).unwrap();
    let at = |d: &str, h, m| calendar.instant(day(d), NaiveTime::from_hms_opt(h, m, 0).unwrap());
    assert_eq!(at("2024-04-19", 17, 0).unwrap().to_rfc3339(), "2024-04-19T17:00:00-07:00");
    assert_eq!(at("2024-11-03", 1, 30).unwrap().to_rfc3339(), "2024-11-03T01:30:00-08:00");
    assert!(matches!(at("2024-03-10", 2, 30), Err(TimeError::NoSuchTime { .. })));
    let nowhere = library.calendar(rules, &Venue::default()).unwrap();
    assert_eq!(nowhere.instant(day("2024-04-19"), NaiveTime::MIN), Err(TimeError::HoursNeedZone));
}

#[test]
fn days_at_the_ends_of_time_are_refused() {
    let library = Library::standard();
    let rules = library.rules("frcp").unwrap();
    let calendar = library.calendar(rules, &Venue::default()).unwrap();
    for anchor in [NaiveDate::MAX, NaiveDate::MIN, day("9999-12-31")] {
        for unit in [Unit::Days, Unit::CourtDays, Unit::Months, Unit::Weeks] {
            for direction in [Direction::After, Direction::Before] {
                let period = Period { length: Length::new(unit.limit(), unit), direction };
                assert!(period.count(rules, &calendar, Anchor::Day(anchor), &Options::default()).is_err());
            }
        }
    }
}

#[test]
fn the_order_of_a_matters_files_does_not_matter() {
    let rules = "rules mine\n  calendar ours\n  in force since 2001-01-01\n  the day of the event is not counted rule \"1\"\n  \
                 every day is counted rule \"1\"\n  after an event a closed last day rolls forward rule \"1\"\n  \
                 before an event a closed last day rolls backward rule \"1\"\n";
    let ours = "calendar ours covers 2020 to 2030\n  holiday \"Founders' Day\" on May 1\n";
    for files in [[(rules, 0), (ours, 1000)], [(ours, 0), (rules, 1000)]] {
        let (library, found) = Library::standard().with_all(files);
        assert!(found.is_empty(), "{found:?}");
        let set = library.rules("mine").unwrap();
        let calendar = library.calendar(set, &Venue::default()).unwrap();
        let one = Period { length: Length::new(1, Unit::Days), direction: Direction::After };
        let due = one.count(set, &calendar, Anchor::Day(day("2024-04-30")), &Options::default()).unwrap().due;
        assert_eq!(due, day("2024-05-02"));
    }
}

/// A row that a specification calls wrong is computed as the specification says; this keeps the types in use.
#[test]
fn a_fixed_date_is_never_counted() {
    let saturday = read_point("Saturday 2004-02-14").unwrap().day();
    assert_eq!(FixedDate { day: saturday, time: None }.day, saturday);
    let set = Library::standard().rules("frcp").unwrap();
    let calendar = Library::standard().calendar(set, &Venue::default()).unwrap();
    let zero = Length::new(0, Unit::Days);
    let rolled = count(set, &calendar, Anchor::Day(saturday), zero, Direction::After, &Options::default()).unwrap();
    assert_ne!(rolled.due, saturday);
}
