//! Laws of hearings, briefing and what parties agree, over generated matters.

#![expect(clippy::expect_used, reason = "days of the test that exist")]

use chrono::{Days, NaiveDate};
use ordain_core::report::{Report, View};
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_core::verdict::{Kind, Verdict};
use proptest::prelude::*;

const HEAD: &str = "matter \"A v. B\"\n  court C.D. Cal.\nparty Plaintiffs\nparty Defendants\nhearing Status\n";

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 10, 2).and_then(|d| d.checked_add_days(Days::new(n))).expect("a day of the test")
}

fn ask(texts: Vec<(&str, String)>, as_of: NaiveDate) -> Report {
    let texts = texts.into_iter().map(|(path, t)| Text { path: path.to_owned(), bytes: t.into_bytes() }).collect();
    check(texts, "case", &Options { as_of: AsOf::On(as_of), known_on: None, views: Views::One(View::Court) })
}

fn verdict<'r>(report: &'r Report, id: &str) -> &'r Verdict {
    report.verdicts().iter().find(|v| v.id == id).expect("a verdict of the test")
}

#[derive(Debug, Clone, Copy)]
enum Setting {
    To(u64),
    Open,
    Vacated,
}

/// What an order says of the hearing, entered on the `n`th day.
fn setting() -> impl Strategy<Value = Setting> {
    prop_oneof![(60..200_u64).prop_map(Setting::To), Just(Setting::Open), Just(Setting::Vacated)]
}

fn order(n: usize, setting: Setting) -> String {
    let what = match setting {
        Setting::To(to) => format!("resets hearing Status to {}", day(to)),
        Setting::Open => "continues hearing Status sine die".to_owned(),
        Setting::Vacated => "vacates hearing Status".to_owned(),
    };
    format!("order O{n}, entered {}\n¶ 1  {what}\n", day(n as u64 + 1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// The duty to appear is what the last order of all made of the hearing, in whatever order the files come.
    #[test]
    fn the_duty_to_appear_is_that_of_the_hearing(settings in prop::collection::vec(setting(), 1..6), turn in 0..6_usize) {
        let base = format!("{HEAD}order First, entered {}\n¶ 1  Defendants must appear at Status\n", day(0));
        let mut texts: Vec<(String, String)> =
            settings.iter().enumerate().map(|(n, s)| (format!("o{n}.order"), order(n, *s))).collect();
        let by = turn % texts.len();
        texts.rotate_left(by);
        let mut all = vec![("a.order", base)];
        all.extend(texts.iter().map(|(p, t)| (p.as_str(), t.clone())));
        let report = ask(all, day(30));
        let found = verdict(&report, "First ¶ 1");
        match settings.last() {
            Some(Setting::To(to)) => {
                prop_assert_eq!(found.kind, Kind::Pending);
                prop_assert_eq!(found.due.as_ref().map(|d| d.day), Some(day(*to)));
            }
            Some(Setting::Open) => prop_assert_eq!(found.kind, Kind::Waiting),
            _ => prop_assert_eq!(found.kind, Kind::Lifted),
        }
    }

    /// A response waits until the brief is filed, and is then due when a period from that very day ends.
    #[test]
    fn a_response_runs_from_the_brief_itself(filed in 1..90_u64, as_of in 0..90_u64) {
        let order = format!(
            "{HEAD}order First, entered {}\n¶ 1  Plaintiffs must file opening brief by {}\n\
             ¶ 2  Defendants must file response within 14 days after the opening brief is filed\n\
             ¶ 3  Defendants must file letter within 14 days after {}\n",
            day(0), day(45), day(filed)
        );
        let facts = format!("on {} Plaintiffs filed opening brief\n  source Dkt. 9\n", day(filed));
        let report = ask(vec![("a.order", order), ("a.facts", facts)], day(as_of));
        let (response, letter) = (verdict(&report, "First ¶ 2"), verdict(&report, "First ¶ 3"));
        if filed > as_of {
            prop_assert_eq!(response.kind, Kind::Waiting);
        } else {
            prop_assert_eq!(response.due.as_ref().map(|d| d.day), letter.due.as_ref().map(|d| d.day));
            prop_assert_eq!(response.kind, letter.kind);
        }
    }

    /// What the parties agree among themselves changes no verdict; adopted by an order, it moves the day from then on.
    #[test]
    fn a_stipulation_alone_changes_no_verdict(due in 5..60_u64, to in 5..90_u64, adopted in 3..60_u64, as_of in 0..90_u64) {
        let order = format!("{HEAD}order First, entered {}\n¶ 1  Defendants must file answer by {}\n", day(0), day(due));
        let closed = "the record is complete through December 31, 2024 for filings\n".to_owned();
        let agreed = format!("{order}stipulation S, filed {}\n¶ 1  extends First ¶ 1 to {}\n", day(2), day(to));
        let granted = format!("{agreed}order Second, entered {}\n¶ 1  grants S\n", day(adopted));
        let run = |text: &str| {
            let report = ask(vec![("a.order", text.to_owned()), ("a.facts", closed.clone())], day(as_of));
            let v = verdict(&report, "First ¶ 1");
            (v.kind, v.due.as_ref().map(|d| d.day))
        };
        prop_assert_eq!(run(&order), run(&agreed));
        let expected = if adopted <= as_of { day(to) } else { day(due) };
        prop_assert_eq!(run(&granted).1, Some(expected));
    }
}
