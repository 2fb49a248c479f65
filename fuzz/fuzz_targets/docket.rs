//! Any bytes, as a docket, are checked and laid side by side in every form.

#![no_main]

use libfuzzer_sys::fuzz_target;
use ordain_render::{self as render, Style, reconcile};
use ordain_core::session::files::{Memory, Text};
use ordain_core::session::{AsOf, Inputs, Options, Views, check_with};

const ORDER: &str = "matter \"Roe v. Doe\"\n  court D.D.C.\nparty Plaintiff\nparty Defendant\n\
    order First \"Order\"\n  Dkt. 9\n¶ 1  Defendant must file answer within 14 days after entry\n\
    order Minutes \"Minute order\"\n  docket entry of August 23, 2021\n¶ 1  Plaintiff must file reply by September 10, 2021\n";
const FACTS: &str = "table docket from \"docket.json\" as juriscraper\n  complete through October 15, 2021 for filings\n\
    the docket shows Defendant filed answer\n  source Dkt. 12\n";

fuzz_target!(|bytes: &[u8]| {
    let text = |path: &str, words: &str| Text { path: path.into(), bytes: words.as_bytes().to_vec() };
    let texts = || vec![text("a.order", ORDER), text("b.facts", FACTS)];
    let files = Memory::default().with("docket.json", bytes);
    let beside = Inputs { tables: Some(&files), ..Inputs::default() };
    let as_of = chrono::NaiveDate::from_ymd_opt(2021, 10, 15).expect("a day");
    let options = Options { as_of: AsOf::On(as_of), known_on: None, views: Views::All };
    let report = check_with(texts(), &beside, "fuzz", &options);
    let found = ordain_core::session::reconcile_statements(texts(), &beside, "fuzz", &options);
    let shown = [
        render::terminal::render(&report, &Style::new(80)),
        render::plain::render(&report, &Style::new(80)),
        reconcile::render(&found, reconcile::TopicsShown::All, &Style::new(80)),
        reconcile::plain(&found, reconcile::TopicsShown::All),
        reconcile::markdown(&found, reconcile::TopicsShown::All),
    ];
    assert!(shown.iter().all(|s| !s.contains('\u{1b}')), "an escape sequence came through");
    let json: bool = [render::json::render(&report), reconcile::json(&found)].iter().all(|s| s.ends_with('\n'));
    assert!(json);
});
