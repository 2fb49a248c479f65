//! What holds of any matter: it has one result, each verdict once, and nothing in a report steers a terminal.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use ordain_core::report::Report;
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_render::{Style, json, plain, terminal};

/// Checks a matter on a day before everything, in the middle and after it; gives the last report.
pub fn checked(order: &str, facts: &str) -> Report {
    let mut last = None;
    for (year, month) in [(2023, 10), (2023, 12), (2025, 1)] {
        let day = NaiveDate::from_ymd_opt(year, month, 15).unwrap_or_default();
        let options = Options { as_of: AsOf::On(day), known_on: None, views: Views::All };
        let read = || {
            let texts = vec![
                Text { path: "a.order".into(), bytes: order.into() },
                Text { path: "b.facts".into(), bytes: facts.into() },
            ];
            check(texts, "generated", &options)
        };
        let report = read();
        let style = Style::new(80);
        let shown = json::render(&report);
        assert_eq!(shown, json::render(&read()), "one matter has one report");
        for text in [&shown, &plain::render(&report, &style), &terminal::render(&report, &style)] {
            assert!(!text.contains('\u{1b}'), "an escape sequence came through");
        }
        let ids: BTreeSet<&str> = report.verdicts().iter().map(|v| v.id.as_str()).collect();
        assert_eq!(ids.len(), report.verdicts().len(), "each paragraph has one verdict");
        last = Some(report);
    }
    last.unwrap_or_else(|| unreachable!("three days were asked about"))
}
