//! Dates as written: all forms, and what is wrong with the others.

use super::support::*;
use ordain_syntax::ast::*;
use ordain_syntax::{Options, parse};

fn by(date: &str) -> String {
    format!("¶ 1 Defendants must produce log by {date}")
}

#[test]
fn forms() {
    for form in [
        "December 1, 2023",
        "Dec. 1, 2023",
        "Dec 1, 2023",
        "1 December 2023",
        "2023-12-01",
        "Friday, December 1, 2023",
        "Fri 2023-12-01",
        "Friday December 1, 2023",
        "December 1st, 2023",
        "December\n  1, 2023",
        "December 1 2023",
    ] {
        let statements = clean(&by(form));
        assert_eq!(deadline(&paragraphs(&statements)[0].clauses), "by 2023-12-01", "{form}");
    }
}

#[test]
fn times() {
    for (form, expected) in [
        ("December 1, 2023 at 5:00 p.m.", "17:00"),
        ("December 1, 2023, at 9:30 AM", "09:30"),
        ("December 1, 2023 at noon", "12:00"),
        ("5:00 p.m. on December 1, 2023", "17:00"),
        ("12:00 a.m. on December 1, 2023", "00:00"),
        ("close of business on December 1, 2023", "cob"),
    ] {
        let statements = clean(&by(form));
        assert_eq!(deadline(&paragraphs(&statements)[0].clauses), format!("by 2023-12-01 {expected}"), "{form}");
    }
}

#[test]
fn slips_of_the_order_itself_are_kept() {
    for (form, day_meant, written) in [
        ("\"October 8, 20148\" [sic October 8, 2018]", "2018-10-08", "October 8, 20148"),
        ("April 18 [2024]", "2024-04-18", "April 18"),
    ] {
        let statements = clean(&by(form));
        let p = paragraphs(&statements)[0];
        let ClauseKind::Deadline(Deadline::By(Point::Date(d))) = &p.clauses[0].kind else { panic!("{form}") };
        assert_eq!((d.day, d.as_written.as_deref()), (day(day_meant), Some(written)));
    }
}

#[test]
fn what_is_wrong_with_a_date_is_said_once_and_nothing_is_asked_twice() {
    for (form, expected) in [
        ("Friday, December 2, 2023", "T0102: Friday => Saturday"),
        ("February 30, 2023", "T0101: February 30, 2023"),
        ("2023-13-01", "T0101: 2023-13-01"),
        ("October 8, 20148", "T0101: October 8, 20148"),
        ("December 1", "T0103: December 1"),
        ("12/1/2023", "T0104: 12/1/2023 => <December 1, 2023 or January 12, 2023>"),
        ("3-04-2016", "T0104: 3-04-2016 => <March 4, 2016 or April 3, 2016>"),
        ("13/1/2023", "T0104: 13/1/2023 => January 13, 2023"),
        ("December 1, 23", "T0105: 23 => 2023"),
        ("December 1, ’23", "T0105: ’23 => 2023"),
        ("Decmber 1, 2023", "T0106: Decmber => December"),
        ("Firday, December 1, 2023", "T0107: Firday => Friday"),
        ("December 1, 2023 at 25:00", "T0108: 25:00"),
    ] {
        assert_eq!(findings(&by(form)), [expected], "{form}");
    }
}

#[test]
fn a_date_without_a_year_offers_the_years_its_weekday_allows() {
    let help = read(&by("Friday, December 1")).diagnostics[0].help.clone().expect("help");
    assert!(help.contains("`December 1, 2023`") && !help.contains("2024`,"), "{help}");
    let help = read(&by("12/1/2023")).diagnostics[0].help.clone().expect("help");
    assert!(help.contains("`December 1, 2023` or `January 12, 2023`"), "{help}");
}

#[test]
fn slash_dates_where_the_matter_says_how() {
    let text = "matter \"x\"\n  dates are month/day/year\n¶ 1 Defendants must produce log by 12/1/2023";
    assert_eq!(deadline(&paragraphs(&clean(text))[0].clauses), "by 2023-12-01");
    let options = Options { slash_dates: Some(SlashOrder::DayMonthYear), ..Options::default() };
    let parsed = parse(&by("12/1/2023"), 0, options);
    assert_eq!(deadline(&paragraphs(&parsed.statements)[0].clauses), "by 2023-01-12");
}

#[test]
fn the_statement_outlives_its_bad_date() {
    let p = paragraph(&by("February 30, 2023"));
    assert_eq!((act(&p).as_str(), p.clauses.len()), ("produce log", 0));
}
