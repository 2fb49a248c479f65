//! JUnit: well-formed, of the elements and attributes that junit-10.xsd has,
//! with counts that are right.

use ordain_core::report::Fails;
use ordain_render::Options;

use super::{reports, with, written};

/// An element: its name, the attributes it must and may have, where it may stand.
type Element = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

/// What a start tag is in, its name, its attributes.
type Tag = (String, String, Vec<(String, String)>);

/// Elements, the attributes each must and may have, and the elements it may be in.
const SCHEMA: &[Element] = &[
    ("testsuites", &[], &["name", "time", "tests", "failures", "errors"], &[""]),
    ("testsuite", &["name", "tests", "failures", "errors"], &["skipped", "id", "file"], &["testsuites"]),
    ("properties", &[], &[], &["testsuite"]),
    ("property", &["name", "value"], &[], &["properties"]),
    ("testcase", &["name"], &["classname", "time"], &["testsuite"]),
    ("skipped", &[], &["type", "message"], &["testcase"]),
    ("failure", &[], &["type", "message"], &["testcase"]),
    ("error", &[], &["type", "message"], &["testcase"]),
    ("system-out", &[], &[], &["testcase"]),
];

/// The start tags of a document with what they are in, or why it is bad.
pub(crate) fn tags(text: &str) -> Result<Vec<Tag>, String> {
    let mut rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").ok_or("no declaration")?;
    let mut open: Vec<String> = Vec::new();
    let mut found = Vec::new();
    while let Some((before, after)) = rest.split_once('<') {
        content(before)?;
        let (tag, after) = after.split_once('>').ok_or("a tag without end")?;
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            (open.pop().as_deref() == Some(name)).then_some(()).ok_or(format!("`{name}` closes nothing"))?;
            continue;
        }
        let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |t| (t, true));
        let (name, mut list) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while let Some((key, more)) = list.split_once("=\"") {
            let (value, more) = more.split_once('"').ok_or("an attribute without end")?;
            content(value)?;
            attributes.push((key.trim().to_owned(), value.to_owned()));
            list = more;
        }
        found.push((open.last().cloned().unwrap_or_default(), name.to_owned(), attributes));
        if !empty {
            open.push(name.to_owned());
        }
    }
    open.is_empty().then_some(found).ok_or("something is not closed".into())
}

/// Characters and references that XML 1.0 allows.
fn content(text: &str) -> Result<(), String> {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    if let Some(c) = text.chars().find(|c| !allowed(*c)) {
        return Err(format!("{c:?} is no character of XML"));
    }
    let references = ["amp;", "lt;", "gt;", "quot;"];
    let bad = text.split('&').skip(1).find(|r| !references.iter().any(|k| r.starts_with(k)));
    bad.map_or(Ok(()), |r| Err(format!("`&{r}`")))
}

#[test]
fn every_report_is_what_the_schema_has() {
    for (which, report) in reports::all() {
        let text = written("junit", &report);
        let tags = tags(&text).unwrap_or_else(|e| panic!("{which}: {e}\n{text}"));
        for (within, name, attributes) in &tags {
            let (_, required, optional, parents) =
                SCHEMA.iter().find(|s| s.0 == name).unwrap_or_else(|| panic!("{name}"));
            assert!(parents.contains(&within.as_str()), "{which}: {name} in {within}");
            let has = |key: &str| attributes.iter().any(|(k, _)| k == key);
            assert!(required.iter().all(|r| has(r)), "{which}: {name} lacks something of {required:?}");
            for (key, _) in attributes {
                assert!(required.contains(&key.as_str()) || optional.contains(&key.as_str()), "{which}: {name} {key}");
            }
        }
        let of = |name: &str| tags.iter().filter(|t| t.1 == name).count().to_string();
        let (_, _, whole) = &tags[0];
        let said = |key: &str| whole.iter().find(|(k, _)| k == key).unwrap().1.clone();
        let counts = [("tests", "testcase"), ("failures", "failure"), ("errors", "error")];
        for (key, element) in counts {
            assert_eq!(said(key), of(element), "{which}: {key}");
        }
        assert!(!text.contains("]]>"), "{which}");
    }
}

#[test]
fn a_denied_finding_about_a_duty_is_a_failure_of_its_paragraph() {
    let mut report = reports::late();
    let mut levels = ordain_core::report::Levels::default();
    levels.set("duty-late", ordain_core::report::Level::Deny).unwrap();
    report.set_levels(&levels);
    let text = written("junit", &report);
    assert!(text.contains("<failure type=\"late\"") && !text.contains("<error"), "{text}");
}

#[test]
fn what_fails_the_build_is_a_failure() {
    let fails = |report: &ordain_core::report::Report, fails| {
        let text = with("junit", report, |o| Options { fails, ..o });
        text.matches("<failure").count()
    };
    let strict = Fails { undetermined: true, late: false };
    let late = Fails { late: true, undetermined: false };
    assert_eq!(fails(&reports::breach(), Fails::BREACHES), 1);
    assert_eq!(fails(&reports::breach(), late), 2);
    assert_eq!(fails(&reports::late(), Fails::BREACHES), 0);
    assert_eq!(fails(&reports::undetermined(), Fails::BREACHES), 0);
    assert_eq!(fails(&reports::undetermined(), strict), 1);
    assert_eq!(fails(&reports::pending(), strict), 0);
    assert!(written("junit", &reports::pending()).contains("<skipped message=\"pending, due in 14 days"));
}
