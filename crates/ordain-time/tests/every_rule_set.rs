//! Laws of counting that hold under every set of rules of the library, on every day and to both sides.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use ordain_time::{
    Anchor, Calendar, Counted, Direction, Length, Library, Options, RuleSet, Rules, Service, TimeError, Unit, Venue,
    count, due_day,
};

const NUMBERS: [u32; 12] = [1, 2, 3, 4, 5, 6, 7, 10, 13, 14, 30, 60];

/// Every set with a calendar of its own, and with one of a court where the state decides.
fn setups() -> Vec<(Arc<RuleSet>, Calendar)> {
    let library = Library::standard();
    let with = |rules: &Arc<RuleSet>| {
        let state = rules.versions.iter().any(|v| v.state_forward.is_some());
        let court = Some("D. Haw.").filter(|_| state);
        let calendar = library.calendar(rules, &Venue { court, ..Venue::default() }).unwrap();
        (Arc::clone(rules), calendar)
    };
    library.all_rules().iter().map(with).collect()
}

/// Days of the years that both know, a prime number apart.
fn days(rules: &RuleSet) -> impl Iterator<Item = NaiveDate> + use<> {
    let from = rules.first_day().max(NaiveDate::from_ymd_opt(2015, 3, 1).unwrap());
    from.iter_days().step_by(47).take_while(|d| d.year() < 2039)
}

/// The count; `None` where a calendar does not cover the year.
fn counted(set: &RuleSet, c: &Calendar, day: NaiveDate, n: u32, side: Direction, o: &Options) -> Option<Counted> {
    let length = Length::new(n, Unit::Days);
    match count(set, c, Anchor::Day(day), length, side, o) {
        Ok(found) => {
            let quick = due_day(set, c, Anchor::Day(day), length, side, o);
            assert_eq!(quick, Ok(found.due), "the quick count of {n} days from {day} by {}", set.name);
            Some(found)
        }
        Err(TimeError::NotCovered { .. }) => None,
        Err(e) => panic!("{n} days from {day} by {}: {e}", set.name),
    }
}

/// Days strictly between the two that the period counts.
fn between(rules: &Rules, c: &Calendar, n: u32, a: NaiveDate, z: NaiveDate, side: Direction) -> usize {
    let short = rules.short.as_ref().is_some_and(|s| s.has(n, side));
    let counts = |d: &NaiveDate| {
        let closed = short && c.closed(*d, side).unwrap().is_some();
        !closed && !rules.left_out.as_ref().is_some_and(|l| l.has(*d))
    };
    a.iter_days().skip(1).take_while(|d| *d < z).filter(counts).count()
}

#[test]
fn a_period_after_an_event_has_all_its_days_and_ends_on_an_open_one() {
    for (set, calendar) in setups() {
        for day in days(&set) {
            for n in NUMBERS {
                let options = Options::default();
                let Some(found) = counted(&set, &calendar, day, n, Direction::After, &options) else { continue };
                let rules = set.on(day).unwrap();
                let what = format!("{n} days after {day} by {}: {}", set.name, found.due);
                assert!(calendar.closed(found.due, Direction::After).unwrap().is_none(), "{what} is closed");
                assert!(!rules.left_out.as_ref().is_some_and(|l| l.has(found.due)), "{what} is left out");
                let passed = between(rules, &calendar, n, day, found.due, Direction::After);
                assert!(passed + 1 >= n as usize, "{what} has only {passed} days before its last");
                assert!(found.earliest_safe.is_none_or(|s| s < found.due), "{what}: safe {:?}", found.earliest_safe);
                assert!(found.latest.is_none_or(|l| l > found.due), "{what}: latest {:?}", found.latest);
            }
        }
    }
}

#[test]
fn a_period_before_an_event_leaves_all_its_days_unless_the_rules_roll_forward() {
    for (set, calendar) in setups() {
        for day in days(&set) {
            for n in NUMBERS {
                let options = Options::default();
                let Some(found) = counted(&set, &calendar, day, n, Direction::Before, &options) else { continue };
                let rules = set.on(day).unwrap();
                if rules.roll_before.0 == Direction::After {
                    continue;
                }
                let what = format!("{n} days before {day} by {}: {}", set.name, found.due);
                let passed = between(rules, &calendar, n, found.due, day, Direction::Before);
                let clear = usize::from(rules.clear_before.is_some());
                assert!(passed + 1 >= n as usize + clear, "{what} leaves only {passed} days between");
                assert!(calendar.closed(found.due, Direction::Before).unwrap().is_none(), "{what} is closed");
            }
        }
    }
}

#[test]
fn a_later_event_or_more_service_days_never_end_a_period_sooner() {
    for (set, calendar) in setups() {
        for day in days(&set).step_by(3) {
            // One version of the rules throughout.
            let plain = Options { rules_as_of: Some(day), ..Options::default() };
            let due = |from: NaiveDate, n: u32, o: &Options| {
                due_day(&set, &calendar, Anchor::Day(from), Length::new(n, Unit::Days), Direction::After, o).ok()
            };
            let next = day.checked_add_days(Days::new(1)).unwrap();
            for n in [5, 10, 14, 30] {
                let (Some(first), Some(later)) = (due(day, n, &plain), due(next, n, &plain)) else { continue };
                assert!(later >= first, "{n} days after {next} by {}: {later} < {first}", set.name);
                for (word, way) in Service::ALL {
                    let served = due(day, n, &Options { service: Some(*way), ..plain.clone() }).unwrap_or(first);
                    assert!(served >= first, "{n} days after {day} by {}, service {word}: {served}", set.name);
                }
            }
        }
    }
}

#[test]
fn every_step_of_every_count_cites_a_rule() {
    for (set, calendar) in setups() {
        let day = set.first_day().max(NaiveDate::from_ymd_opt(2020, 12, 14).unwrap());
        for (_, way) in Service::ALL {
            let options = Options { service: Some(*way), ..Options::default() };
            for side in [Direction::After, Direction::Before] {
                let Some(found) = counted(&set, &calendar, day, 13, side, &options) else { continue };
                assert_eq!(found.trace.last().map(|s| s.date), Some(found.due), "{} {}", set.name, way.word());
                assert!(found.trace.iter().all(|s| !s.rule.trim().is_empty() && !s.why.is_empty()), "{}", set.name);
            }
        }
    }
}

#[test]
fn every_file_of_the_library_reads_without_a_finding_and_names_its_sources() {
    let files = Library::files();
    let (_, found) = Library::default().with_all(files.iter().map(|(_, text)| (*text, 0)));
    let told: Vec<String> = found.iter().map(|d| format!("{} {}", d.code.id, d.message)).collect();
    assert_eq!(told, [""; 0]);
    for (path, text) in &files {
        for calendar in ordain_time::read(text, 0).calendars {
            assert!(!calendar.sources.is_empty(), "the calendar `{}` of {path} names no source", calendar.name);
        }
    }
    let federal = ["frcp", "frap", "frbp", "frcrp", "ccp", "trcp"];
    for set in Library::standard().all_rules() {
        let named = federal.contains(&set.name.as_str()) || !set.sources.is_empty();
        assert!(named, "the rules `{}` name no source", set.name);
    }
}

#[test]
fn no_court_is_counted_by_rules_that_nobody_named() {
    let library = Library::standard();
    for court in library.courts() {
        let federal = court.circuit.is_some();
        let own = court.rules.is_some() || court.rules_not_known;
        assert!(federal || own, "{} would be counted by the federal rules", court.short);
        let rules = library.rules_of(court);
        assert_eq!(rules.is_err(), court.rules_not_known, "{}", court.short);
    }
}
