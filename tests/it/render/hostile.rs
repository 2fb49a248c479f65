//! Nothing in a file steers a terminal, and no label breaks a report.

use ordain_base::diag::Diagnostic;
use ordain_base::source::{SourceMap, Span};
use ordain_core::report::Report;
use ordain_core::verdict::{Listed, ListedKind, Place, Reason};
use ordain_render::{Style, json, plain, terminal, why};
use proptest::prelude::*;

use super::matter;

const EVIL: &str = "\x1b[31mred\x1b]8;;http://x\x07 \u{9b}2J \u{202e}desrever\u{2066} \x08\r\x7f\u{200b}";

/// A report with the same evil in every text it has.
fn evil() -> Report {
    let mut sources = SourceMap::default();
    sources.add(format!("{EVIL}.order"), format!("¶ 1  {EVIL} must {EVIL}\n{EVIL}\n")).unwrap();
    let span = Span::new(0, 40);
    let mut report = matter::empty(sources);
    report.matter = EVIL.into();
    let place = Place { span, text: EVIL.into(), fact: Some(EVIL.into()), cite: Some(EVIL.into()) };
    let mut v = matter::verdict("MTC ¶ 1", "", ordain_core::verdict::Kind::Breached, span);
    v.id = format!("MTC ¶ 1 {EVIL}");
    v.bearer = vec![EVIL.into()];
    v.why = EVIL.into();
    v.sources = vec![EVIL.into()];
    v.remedy = Some(EVIL.into());
    v.reasons = vec![Reason::at(EVIL, place.clone()).because([Reason::new(EVIL)])];
    v.facts = vec![place];
    v.notes = vec![Reason::new(EVIL)];
    let mut part = v.clone();
    part.part = vec![ordain_core::verdict::Part::Category(EVIL.into())];
    v.parts = vec![part];
    report.columns[0].verdicts = vec![v];
    report.columns.push(report.columns[0].clone());
    report.columns[1].view = ordain_core::report::View::Party(EVIL.into());
    report.shown = vec![Listed {
        id: EVIL.into(),
        kind: ListedKind::SoftNorm,
        state: None,
        on: None,
        text: EVIL.into(),
        sources: vec![EVIL.into()],
        span,
    }];
    report.diagnostics = vec![
        Diagnostic::new(matter::BREACHED, EVIL, span, EVIL).help(EVIL).fix(EVIL, span, EVIL, true),
        Diagnostic::new(matter::BREACHED, EVIL, Span::new(9, 9), EVIL),
    ];
    report
}

fn clean(text: &str) -> Result<(), String> {
    let bad = |c: &char| {
        (c.is_control() && *c != '\n') || matches!(*c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    match text.chars().find(bad) {
        None => Ok(()),
        Some(c) => Err(format!("{c:?} in {}", text.escape_debug())),
    }
}

#[test]
fn no_escape_of_a_file_reaches_any_output() {
    let report = evil();
    let target = why::find(&report, &report.columns[0].verdicts[0].id).unwrap();
    for style in [Style::new(80), Style::new(40), Style::new(200).ascii()] {
        clean(&terminal::render(&report, &style)).unwrap();
        clean(&plain::render(&report, &style)).unwrap();
        clean(&why::render(&report, &target, &style)).unwrap();
        let mut one = report.clone();
        one.columns.truncate(1);
        clean(&terminal::render(&one, &style)).unwrap();
        clean(&plain::render(&one, &style)).unwrap();
    }
    clean(&why::plain(&report, &target)).unwrap();
    let text = json::render(&report);
    clean(&text).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["matter"], EVIL, "JSON escapes, and loses nothing");
}

#[test]
fn escapes_are_replaced_one_for_one() {
    let mut sources = SourceMap::default();
    sources.add("a.order", "ab\x1b[31m Defendants\n").unwrap();
    let d = Diagnostic::new(matter::UNKNOWN, "x", Span::new(8, 18), "who");
    let shown = terminal::diagnostic(&d, &sources, &Style::new(80));
    assert!(shown.contains("ab␛[31m Defendants\n   ·         ─────┬────\n"), "{shown}");
    let shown = terminal::diagnostic(&d, &sources, &Style::new(80).ascii());
    assert!(shown.contains("ab?[31m Defendants\n   :         ^^^^^|^^^^\n"), "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_any_labels_can_be_drawn(
        texts in prop::collection::vec("([ a-z¶“\u{301}漢\t\r\n\u{1b}\u{202e}]|December |\\PC){0,300}", 1..4),
        labels in prop::collection::vec((0u32..1000, 0u32..90, "[a-z ]{0,60}"), 1..6),
        width in 40usize..200,
        ascii in any::<bool>(),
    ) {
        let mut sources = SourceMap::default();
        for (i, text) in texts.iter().enumerate() {
            sources.add(format!("{i}.order"), text.as_str()).unwrap();
        }
        let mut labels = labels.into_iter().map(|(start, len, text)| (Span::new(start, start + len), text));
        let (span, text) = labels.next().unwrap();
        let d = labels.fold(Diagnostic::new(matter::BREACHED, "x", span, text), |d, (s, t)| d.label(s, t));
        let style = if ascii { Style::new(width).ascii() } else { Style::new(width) };
        let shown = terminal::diagnostic(&d, &sources, &style);
        prop_assert!(clean(&shown).is_ok(), "{:?}", clean(&shown));
        for line in shown.lines() {
            let columns = unicode_width::UnicodeWidthStr::width(line);
            // Terminals do not agree on how wide marks of rare scripts are; nor do two counts of them.
            prop_assert!(columns <= width + 2, "{} columns of {}:\n{}", columns, width, shown);
        }
        let mut report = matter::empty(sources);
        report.diagnostics = vec![d];
        prop_assert!(clean(&plain::render(&report, &style)).is_ok());
        prop_assert!(serde_json::from_str::<serde_json::Value>(&json::render(&report)).is_ok());
    }
}
