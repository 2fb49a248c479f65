//! Every format on the same ten reports.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]

mod anatomy;
mod baseline;
mod github;
mod hostile;
mod json;
mod junit;
mod markdown;
mod office;
mod page;
mod policy;
mod reports;
mod sarif;

use crate::render::matter;
use ordain_core::report::Report;
use ordain_render::formats::{self, Format};
use ordain_render::{Options, Primary, Style};

/// As the command would write it, with the status that belongs to the report.
fn written(format: &str, report: &Report) -> String {
    with(format, report, |o| o)
}

fn with<'o>(format: &str, report: &Report, change: impl FnOnce(Options<'o>) -> Options<'o>) -> String {
    let mut options = Options::new(Style::new(100));
    options.status = if report.files_wrong() { 2 } else { u8::from(report.duties_fail(options.fails, None)) };
    formats::find(format).unwrap().text(report, &change(options)).unwrap()
}

/// Formats that people read have a snapshot of every report. A format for machines has three, which between them bring
/// out every part of it: a breach with its facts, errors with their fixes, and a counted day with its steps. What such a
/// format promises beyond that is tested in a file of its own, on every report.
const FOR_PEOPLE: [&str; 3] = ["terminal", "plain", "markdown"];
const FOR_MACHINES: [&str; 3] = ["breach", "errors", "counted"];

#[test]
fn every_format_on_its_reports() {
    for Format { name, .. } in formats::ALL.into_iter().filter(Format::is_text) {
        for (which, report) in reports::all() {
            let text = written(name, &report);
            if !FOR_PEOPLE.contains(&name) && !FOR_MACHINES.contains(&which) {
                continue;
            }
            // The catalogue grows; a test of its own holds it to SARIF's rules.
            let text = if name == "sarif" { sarif::without_rules(&text) } else { text };
            insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("{name}__{which}"), text);
            });
        }
    }
}

/// Drawn with ASCII, a report has the same words on the same lines: only the drawing differs, and `render` has it as a
/// snapshot.
#[test]
fn ascii_says_the_same() {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    for (which, report) in reports::all() {
        let style = Style::new(80);
        let unicode = with("terminal", &report, |o| Options { style, ..o });
        let ascii = with("terminal", &report, |o| Options { style: style.ascii(), ..o });
        let boxes = ascii.chars().find(|c| ('\u{2500}'..='\u{25ff}').contains(c));
        assert_eq!(boxes, None, "{which}");
        // Its lines are wider than the screen; three dots take more of one than `…` does.
        if which != "hostile" {
            assert_eq!(words(&ascii), words(&unicode), "{which}");
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for Format { name, .. } in formats::ALL.into_iter().filter(Format::is_text) {
        for ((_, a), (_, b)) in reports::all().into_iter().zip(reports::all()) {
            assert_eq!(written(name, &a), written(name, &b), "{name}");
        }
    }
}

#[test]
fn nothing_steers_a_terminal_and_each_ends_in_one_newline() {
    for Format { name, .. } in formats::ALL.into_iter().filter(Format::is_text) {
        for (which, report) in reports::all() {
            // A calendar ends its lines as RFC 5545 asks.
            let text = written(name, &report).replace("\r\n", "\n");
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name} of {which}");
            let bad = text.chars().find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{202a}'..='\u{202e}'));
            assert_eq!(bad, None, "{name} of {which}");
        }
    }
}

#[test]
fn the_fact_comes_first_when_asked_for() {
    let report = reports::breach();
    for (format, rule, fact) in [
        ("github", "::error file=rules/immdef/mtc.order,line=6,", "::error file=rules/immdef/record.facts,line=6,"),
        ("gitlab", "\"path\": \"rules/immdef/mtc.order\"", "\"path\": \"rules/immdef/record.facts\""),
    ] {
        let asked = with(format, &report, |o| Options { primary: Primary::Fact, ..o });
        assert!(written(format, &report).contains(rule), "{}", written(format, &report));
        assert!(!written(format, &report).contains(fact) && asked.contains(fact), "{asked}");
    }
}

/// For the scripts in `tests/tools`, which give these files to other people's validators.
#[test]
#[ignore = "writes files for tests/tools"]
#[expect(clippy::disallowed_methods, reason = "files are written here to be read by validators")]
fn write_every_report_for_the_validators() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats");
    std::fs::create_dir_all(&folder).unwrap();
    for Format { name, .. } in formats::ALL.into_iter().filter(Format::is_text) {
        for (which, report) in reports::all() {
            let end = match name {
                "sarif" => "sarif",
                "junit" => "xml",
                "ics" => "ics",
                _ => "txt",
            };
            std::fs::write(folder.join(format!("{name}-{which}.{end}")), written(name, &report)).unwrap();
        }
    }
}
