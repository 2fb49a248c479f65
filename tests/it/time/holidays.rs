//! The standard files: federal holidays of forty years against a table worked
//! out elsewhere, the table of courts, and that no file has a finding.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use ordain_time::{Closed, Direction, Library, Service, closed_days_of_year};

#[test]
fn standard_files_have_no_findings() {
    let mut library = Library::default();
    for (name, text) in Library::files() {
        let (next, found) = library.with(text, 0);
        assert!(found.is_empty(), "{name}: {found:#?}");
        library = next;
    }
    assert_eq!(library.courts().len(), Library::standard().courts().len());
}

#[test]
fn federal_holidays_of_forty_years() {
    let federal = Library::standard().holidays("federal").unwrap();
    let mut lines = 0;
    for line in include_str!("../../spec/time/federal-holidays.txt").lines().filter(|l| !l.starts_with('#')) {
        lines += 1;
        let mut words = line.split(' ');
        let year: i32 = words.next().unwrap().parse().unwrap();
        let expected: BTreeSet<String> = words.map(str::to_owned).collect();
        let got: BTreeSet<String> = federal
            .days()
            .iter()
            .filter(|d| d.day.year() == year && d.kind != Closed::Closure)
            .map(|d| {
                format!("{}{}", d.day.format("%m%d"), if matches!(d.kind, Closed::Observed(_)) { "o" } else { "" })
            })
            .collect();
        assert_eq!(got, expected, "{year}");
    }
    assert_eq!(lines, 41);
}

#[test]
fn eleven_federal_holidays_begin_in_their_years() {
    let federal = Library::standard().holidays("federal").unwrap();
    assert_eq!(federal.holidays.len(), 11);
    let on = |y, m, d| federal.on(NaiveDate::from_ymd_opt(y, m, d).unwrap());
    assert!(on(1985, 1, 21).is_none() && on(1986, 1, 20).is_some(), "Martin Luther King since 1986");
    assert!(on(2020, 6, 19).is_none(), "Juneteenth since 2021");
    assert!(on(2021, 6, 18).unwrap().unsettled.is_some(), "Juneteenth 2021 was observed on a Friday");
    for year in [2004, 2010, 2021, 2027, 2032, 2038] {
        let eve = on(year, 12, 31).unwrap();
        assert_eq!(eve.kind, Closed::Observed(NaiveDate::from_ymd_opt(year + 1, 1, 1).unwrap()), "{year}");
    }
}

#[test]
fn every_court_of_the_united_states() {
    let library = Library::standard();
    let federal = |c: &&std::sync::Arc<ordain_time::Court>| c.calendar.is_none();
    let circuit = |c: &&std::sync::Arc<ordain_time::Court>| c.short.ends_with("Cir.") && !c.short.starts_with("B.A.P.");
    let circuits = library.courts().iter().filter(federal).filter(circuit).count();
    let districts: Vec<_> =
        library.courts().iter().filter(federal).filter(|c| c.circuit.is_some() && !c.bankruptcy).collect();
    assert_eq!((circuits, districts.len()), (13, 94));
    let states: BTreeSet<&str> = districts.iter().map(|c| c.state.as_str()).collect();
    assert_eq!(states.len(), 55, "fifty states, the District of Columbia and four territories");
    for d in districts {
        let circuit = d.circuit.as_deref().unwrap();
        assert!(library.court(circuit).unwrap().short == circuit, "{} names no circuit", d.short);
    }
    let cases = [("C.D. Cal.", "America/Los_Angeles"), ("SDNY", "America/New_York"), ("d. haw", "Pacific/Honolulu")];
    for (name, zone) in cases {
        assert_eq!(library.court(name).unwrap().zone.name(), zone);
    }
}

#[test]
fn rules_state_their_citations_and_versions() {
    let library = Library::standard();
    let frcp = library.rules("FRCP").unwrap();
    let on = |s: &str| frcp.on(s.parse().unwrap()).unwrap();
    assert_eq!(on("2009-11-30").short.as_ref().unwrap().under, 11);
    assert!(on("2009-12-01").short.is_none());
    assert_eq!(on("2016-11-30").service(Service::Electronic, Direction::After).unwrap().n, 3);
    assert_eq!(on("2016-12-01").service(Service::Electronic, Direction::After).unwrap().n, 0);
    assert!(frcp.on("1980-01-01".parse().unwrap()).is_none());
    for set in library.all_rules() {
        for v in &set.versions {
            for cited in [&v.excluded, &v.counted, &v.roll_after.1, &v.roll_before.1] {
                assert!(!cited.rule.is_empty(), "{}", set.name);
            }
            assert!(v.service.iter().all(|s| !s.cited.rule.is_empty()));
        }
    }
}

#[test]
fn a_year_of_a_court() {
    let y = closed_days_of_year(Library::standard(), "C.D. Cal.", 2026, None).unwrap();
    let find = |day: &str| y.days.iter().find(|(d, _)| d.day.to_string() == day);
    assert!(find("2026-07-03").unwrap().0.unsettled.is_some());
    assert!(find("2026-03-31").unwrap().1, "Cesar Chavez Day closes forward periods only");
    assert!(!find("2026-12-25").unwrap().1);
    assert!(y.days.is_sorted_by_key(|(d, _)| d.day));
    assert_eq!(
        closed_days_of_year(Library::standard(), "federal", 2061, None).unwrap_err().diagnostic.code.id,
        "T0401"
    );
}
