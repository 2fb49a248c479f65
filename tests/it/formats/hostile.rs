//! Any text in any place of a report: every format stays what it is.

use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::duties;
use ordain_base::source::{SourceMap, Span};
use ordain_core::verdict::{Kind, Place};
use ordain_render::{Options, Primary};
use proptest::prelude::*;
use serde_json::Value;

use super::{junit, matter, sarif, with};

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_any_labels_can_be_written(
        texts in prop::collection::vec("([ a-z¶“\u{301}漢\t\r\n\u{1b}\u{202e}|`<&:%#@]|::error |\\PC){0,200}", 1..4),
        labels in prop::collection::vec((0u32..700, 0u32..90, "([a-z:%|`<\\[\\](]|\\PC){0,40}"), 1..6),
        said in "([a-z:%|`<&@#\n\r\u{1b}\\[\\](]|\\PC){0,80}",
        fact in any::<bool>(),
    ) {
        let mut sources = SourceMap::default();
        for (i, text) in texts.iter().enumerate() {
            let end = if i == 0 { "order" } else { "facts" };
            sources.add(format!("{i}{said}.{end}"), text.as_str()).unwrap();
        }
        let mut report = matter::empty(sources);
        let span = Span::new(labels[0].0, labels[0].0 + labels[0].1);
        let mut v = matter::verdict("MTC ¶ 1", "", Kind::Breached, span);
        (v.id, v.why, v.order) = (said.clone(), said.clone(), said.clone());
        v.facts = vec![Place { span: Span::new(3, 9), text: said.clone(), fact: None, cite: Some(said.clone()) }];
        report.columns[0].verdicts = vec![v];
        let mut labels = labels.into_iter().map(|(start, len, text)| (Span::new(start, start + len), text));
        let (span, text) = labels.next().unwrap();
        let d = Diagnostic::new(duties::BREACHED, said.clone(), span, text).help(said.clone());
        let d = labels.fold(d, |d, (s, t)| d.label(s, t)).fix(said.clone(), span, said, false);
        report.diagnostics = vec![d.clone(), d];
        let primary = if fact { Primary::Fact } else { Primary::Rule };
        let write = |name: &str| with(name, &report, |o| Options { primary, ..o });

        let log: Value = serde_json::from_str(&write("sarif")).unwrap();
        prop_assert_eq!(sarif::invalid(&log), None);
        if let Err(why) = junit::tags(&write("junit")) {
            prop_assert!(false, "{why}");
        }
        let issues: Value = serde_json::from_str(&write("gitlab")).unwrap();
        prop_assert_ne!(&issues[0]["fingerprint"], &issues[1]["fingerprint"]);
        prop_assert!(serde_json::from_str::<Value>(&write("rdjson")).is_ok());
        let commands = write("github").lines().filter(|l| l.trim_start().starts_with("::")).count();
        prop_assert_eq!(commands, 2);
        for name in ["github", "markdown", "junit", "gitlab", "rdjson", "sarif"] {
            let bad = write(name).chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
            prop_assert_eq!(bad, None, "{}", name);
        }
    }
}
