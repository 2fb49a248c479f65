//! GitLab's and reviewdog's documents.

use std::collections::BTreeSet;

use ordain_render::{Options, Style, formats};
use serde_json::Value;

use super::{matter, reports, written};

fn parsed(format: &str, report: &ordain_core::report::Report) -> Value {
    serde_json::from_str(&written(format, report)).unwrap()
}

#[test]
fn gitlab_has_what_it_asks_for() {
    for (which, report) in reports::all() {
        let value = parsed("gitlab", &report);
        let issues = value.as_array().unwrap();
        assert_eq!(issues.len(), report.diagnostics.len(), "{which}");
        let mut seen = BTreeSet::new();
        for issue in issues {
            let severity = issue["severity"].as_str().unwrap();
            assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity));
            assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() > 0);
            let path = issue["location"]["path"].as_str().unwrap();
            assert!(!path.starts_with('/') && !path.starts_with("./"), "{path}");
            assert!(seen.insert(issue["fingerprint"].as_str().unwrap().to_owned()), "{which}: a fingerprint twice");
            assert!(!issue["description"].as_str().unwrap().is_empty());
        }
    }
}

/// Fingerprints of each format that has them.
fn fingerprints(report: &ordain_core::report::Report) -> [Vec<String>; 2] {
    let gitlab = parsed("gitlab", report);
    let sarif = parsed("sarif", report);
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    [
        gitlab.as_array().unwrap().iter().map(|i| text(&i["fingerprint"])).collect(),
        sarif["runs"][0]["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|r| text(&r["partialFingerprints"]["ordainFinding/v1"]))
            .collect(),
    ]
}

#[test]
fn fingerprints_stay_when_lines_move_and_days_go_by() {
    let before = reports::breach();
    let mut after = reports::moved("# a comment of two\n# lines above everything\n");
    after.as_of = matter::day(2024, 4, 9);
    for v in &mut after.columns[0].verdicts {
        v.days = v.days.map(|d| d + 4);
    }
    after.diagnostics = ordain_core::report::findings_of_verdicts(after.verdicts());
    let lines = |r: &ordain_core::report::Report| r.sources.locate(r.diagnostics[0].span()).unwrap().line;
    assert_eq!(lines(&after), lines(&before) + 2);
    assert_eq!(fingerprints(&before), fingerprints(&after));
}

#[test]
fn fingerprints_tell_the_same_slip_apart() {
    let report = reports::errors();
    for found in fingerprints(&report) {
        let unique: BTreeSet<_> = found.iter().collect();
        assert_eq!(unique.len(), found.len());
    }
}

#[test]
fn paths_are_shown_from_the_root() {
    let mut report = reports::breach();
    let mut sources = ordain_base::source::SourceMap::default();
    for file in report.sources.files() {
        sources.add(format!("/build/repo/{}", file.path), std::sync::Arc::clone(&file.text)).unwrap();
    }
    report.sources = sources;
    let options = Options { root: "/build/repo", ..Options::new(Style::new(80)) };
    let text = formats::find("gitlab").unwrap().text(&report, &options).unwrap();
    assert!(text.contains("\"path\": \"rules/immdef/mtc.order\""), "{text}");
}

#[test]
fn reviewdog_counts_bytes() {
    let mut report = matter::empty(matter::sources());
    let span = matter::words(&report.sources, "mtc.order", "Defendants must complete", 0);
    report.diagnostics =
        vec![ordain_base::diag::Diagnostic::new(ordain_base::diag::codes::duties::BREACHED, "x", span, "y")];
    let value = parsed("rdjson", &report);
    let start = &value["diagnostics"][0]["location"]["range"]["start"];
    // `¶ 1  ` is five characters and six bytes.
    assert_eq!((start["line"].as_u64(), start["column"].as_u64()), (Some(5), Some(7)));
}

#[test]
fn reviewdog_gets_the_ready_mend() {
    let value = parsed("rdjson", &reports::errors());
    let texts: Vec<&str> =
        value["diagnostics"].as_array().unwrap().iter().filter_map(|d| d["suggestions"][0]["text"].as_str()).collect();
    assert!(texts.contains(&"291"), "{texts:?}");
    assert_eq!(value["severity"], "ERROR");
}

/// Of a verdict on a paragraph, what the paragraph says is what `ordain outline` reads back; a part has none.
#[test]
fn each_verdict_says_what_its_paragraph_says() {
    use ordain_core::session::files::Text;
    use ordain_core::session::{AsOf, Inputs, Options, Views, check, outline_matter};
    let order = "\
matter \"Roe v. Brant\"
party Plaintiffs
party Defendants
order Schedule \"Scheduling Order\", entered March 4, 2024
¶ 1  By March 22, 2024, Defendants must (a) file answer; (b) serve witness list
¶ 2  Plaintiffs must not contact witnesses until further order
¶ 3  stays Schedule ¶ 1 until April 1, 2024
";
    let texts = || vec![Text { path: "roe.order".to_owned(), bytes: order.as_bytes().to_vec() }];
    let options = Options {
        as_of: AsOf::On(matter::day(2024, 4, 9)),
        known_on: None,
        views: Views::One(ordain_core::report::View::Court),
    };
    let report = check(texts(), "roe", &options);
    let json = parsed("json", &report);
    let schema: Value = serde_json::from_str(&ordain_render::schema::render()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    assert!(validator.is_valid(&json), "{:?}", validator.iter_errors(&json).next().map(|e| e.to_string()));
    let read_back = ordain_render::outline::json(&outline_matter(texts(), &Inputs::default(), "roe"));
    let read_back: Value = serde_json::from_str(&read_back).unwrap();
    let verdicts = json["verdicts"].as_array().unwrap();
    assert_eq!(verdicts.len(), 2);
    for verdict in verdicts {
        let paragraphs = read_back["paragraphs"].as_array().unwrap();
        let paragraph = paragraphs.iter().find(|p| p["id"] == verdict["id"]).unwrap();
        for field in ["choice", "statements", "whole"] {
            assert_eq!(verdict["outline"][field], paragraph[field], "{}", verdict["id"]);
        }
        assert!(!paragraph["statements"].as_array().unwrap().is_empty());
        for part in verdict["parts"].as_array().unwrap() {
            assert!(part.get("outline").is_none(), "{}", part["id"]);
        }
    }
}
