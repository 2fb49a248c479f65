//! Any bytes, as an order and as a record, are checked and shown in every format.

#![no_main]

use libfuzzer_sys::fuzz_target;
use ordain_render::{self as render, Style};
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};

fuzz_target!(|bytes: &[u8]| {
    let half = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len() / 2);
    let texts = vec![
        Text { path: "a.order".into(), bytes: bytes[..half].to_vec() },
        Text { path: "b.facts".into(), bytes: bytes[half..].to_vec() },
    ];
    let as_of = chrono::NaiveDate::from_ymd_opt(2024, 4, 5).expect("a day");
    let options = Options { as_of: AsOf::On(as_of), known_on: None, views: Views::All };
    let report = check(texts, "fuzz", &options);
    let style = Style::new(80);
    let shown = [
        render::terminal::render(&report, &style),
        render::plain::render(&report, &style),
        render::json::render(&report),
    ];
    assert!(shown.iter().all(|s| !s.contains('\u{1b}')), "an escape sequence came through");
});
