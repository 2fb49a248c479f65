//! JUnit, as junit-10.xsd has it: a test case a paragraph. What fails the
//! build is a failure, what is not due yet or cannot be decided is skipped,
//! and a line that could not be read is an error of a suite of its own.

use std::fmt::Write;

use super::clean::Cleaner;
use super::machine::{Finding, Options, UNREAD_MATTER, findings_of_report, locate_span};
use super::matters::{self, Run};
use super::words;
use ordain_base::diag::{Diagnostic, Severity, codes};
use ordain_core::report::{Report, State};
use ordain_core::verdict::{Kind, Verdict};

/// The document, with a last newline.
#[must_use]
pub fn render(report: &Report, options: &Options<'_>) -> String {
    let properties = properties_of_report(report);
    let report = &Cleaner::for_machines().report(report);
    let (files, cases) = cases_of_report(report, options);
    let mut suites: Vec<Suite> = Vec::new();
    let mut suite =
        |name: &str, cases| suites.push(Suite { name: name.to_owned(), properties: properties.clone(), cases });
    if !files.is_empty() {
        suite("files", files);
    }
    let mut of_orders: Vec<(String, Vec<Case>)> = Vec::new();
    for case in cases {
        match of_orders.iter_mut().find(|(order, _)| *order == case.class) {
            Some((_, own)) => own.push(case),
            None => of_orders.push((case.class.clone(), vec![case])),
        }
    }
    of_orders.into_iter().for_each(|(order, cases)| suite(&order, cases));
    xml_document(&words::machine_heading(report), &suites)
}

/// The same of many matters: a suite a matter.
#[must_use]
pub fn render_many(run: &Run<'_>) -> String {
    let cleaner = Cleaner::for_machines();
    let unread = |kind, class: &str, why: &str| {
        let message = cleaner.line(why);
        let outcome = Outcome::Unread { kind, message: message.clone(), text: message };
        Case { class: cleaner.line(class), name: UNREAD_MATTER.to_owned(), outcome, out: String::new() }
    };
    let mut suites: Vec<Suite> = Vec::new();
    for m in run.matters {
        suites.push(match &m.outcome {
            matters::Outcome::NotRead(why) => {
                let path = ("path", m.path.to_owned());
                Suite {
                    name: cleaner.line(m.path),
                    properties: vec![path],
                    cases: vec![unread(UNREAD_MATTER, m.path, why)],
                }
            }
            matters::Outcome::Checked(report, options) => {
                let mut properties = properties_of_report(report);
                properties.push(("path", m.path.to_owned()));
                let report = &cleaner.report(report);
                let (mut all, cases) = cases_of_report(report, options);
                all.extend(cases);
                Suite { name: report.matter.clone(), properties, cases: all }
            }
        });
    }
    if !run.notes.is_empty() {
        let skipped = |n: &Diagnostic| {
            let outcome = Outcome::Skipped { message: cleaner.line(&n.message) };
            Case { class: "files".to_owned(), name: n.code.id.to_owned(), outcome, out: String::new() }
        };
        let cases = run.notes.iter().map(skipped).collect();
        suites.push(Suite { name: "files".to_owned(), properties: Vec::new(), cases });
    }
    let matters = ordain_base::words::plural(words::count_as_i64(run.matters.len()), "matter");
    xml_document(&matters, &suites)
}

/// Of one report: a case for each finding about its files, and a case for each paragraph.
fn cases_of_report(report: &Report, options: &Options<'_>) -> (Vec<Case>, Vec<Case>) {
    let found = findings_of_report(report, options);
    let mut files: Vec<Case> =
        found.iter().filter(|f| bad_file(f)).map(|f| case_of_file_finding(f, report, options)).collect();
    // What was not read is no error, and must not look like a pass.
    let open = found.iter().filter(|f| !bad_file(f) && codes::files::leaves_open(f.diagnostic));
    files.extend(open.map(|f| {
        let outcome = Outcome::Skipped { message: f.diagnostic.message.clone() };
        Case { outcome, ..case_of_file_finding(f, report, options) }
    }));
    (files, report.verdicts().iter().map(|v| case_of_verdict(v, report, &found, options)).collect())
}

struct Suite {
    name: String,
    properties: Vec<(&'static str, String)>,
    cases: Vec<Case>,
}

struct Case {
    class: String,
    name: String,
    outcome: Outcome,
    /// What is in the report besides.
    out: String,
}

enum Outcome {
    Passed,
    Skipped { message: String },
    Failed { kind: &'static str, message: String, text: String },
    Unread { kind: &'static str, message: String, text: String },
}

/// A test case for a finding about the files.
fn case_of_file_finding(f: &Finding<'_>, report: &Report, options: &Options<'_>) -> Case {
    let d = f.diagnostic;
    let at = locate_span(report, f.span(), options.root);
    let place = at.as_ref().map_or(String::new(), |at| format!("{}:{}:{}", at.file, at.line, at.column));
    let text = finding_text(f, report, options);
    let outcome = Outcome::Unread { kind: d.code.id, message: d.message.clone(), text };
    Case { class: "files".to_owned(), name: format!("{} {place}", d.code.id), outcome, out: String::new() }
}

fn case_of_verdict(v: &Verdict, report: &Report, found: &[Finding<'_>], options: &Options<'_>) -> Case {
    let about: Vec<&Finding<'_>> =
        found.iter().filter(|f| f.verdict.is_some_and(|own| own.id == v.id) && !bad_file(f)).collect();
    let said = if v.why.is_empty() { words::verdict(v) } else { format!("{}: {}", words::verdict(v), v.why) };
    let state = options.baseline.map(|b| b.state(v));
    let mut text: Vec<String> = about.iter().map(|f| finding_text(f, report, options)).collect();
    if let Some(State::Worse(why)) = state {
        text.insert(0, format!("worse than the baseline has it: {why}"));
    }
    let denied = about.iter().any(|f| f.diagnostic.is_denied_duty());
    let fails = denied || options.fails.on(v.kind) || parts_fail(v, options);
    let outcome = if fails && !denied && state == Some(State::Known) {
        Outcome::Skipped { message: format!("known to the baseline: {said}") }
    } else if fails {
        Outcome::Failed { kind: v.kind.name(), message: said.clone(), text: text.join("\n\n") }
    } else {
        match v.kind {
            Kind::Undetermined | Kind::Pending | Kind::Waiting | Kind::Stayed => Outcome::Skipped { message: said },
            Kind::Breached
            | Kind::Late
            | Kind::Lifted
            | Kind::Met
            | Kind::Kept
            | Kind::Available
            | Kind::Used
            | Kind::Expired => Outcome::Passed,
        }
    };
    let out = system_out(v, report, matches!(outcome, Outcome::Failed { .. }), &text);
    Case { class: v.order.clone(), name: v.id.clone(), outcome, out }
}

/// True of a finding about the files, and not about a duty.
fn bad_file(f: &Finding<'_>) -> bool {
    f.diagnostic.severity == Severity::Error && !f.diagnostic.is_denied_duty()
}

/// With `--fail-on late`, a part that is late fails an undetermined paragraph.
fn parts_fail(v: &Verdict, options: &Options<'_>) -> bool {
    v.parts.iter().any(|p| options.fails.on(p.kind) || parts_fail(p, options))
}

/// Parts, other views, and the findings where no failure has them.
fn system_out(v: &Verdict, report: &Report, failed: bool, text: &[String]) -> String {
    let mut lines: Vec<String> = Vec::new();
    if !failed {
        lines.extend(text.iter().cloned());
        push_part_lines(&v.parts, 0, &mut lines);
    }
    if report.columns.len() > 1 {
        for column in &report.columns {
            if let Some(same) = column.verdicts.iter().find(|w| w.id == v.id) {
                lines.push(format!("view of {}: {}", column.view.name(), words::verdict(same)));
            }
        }
    }
    lines.join("\n")
}

fn push_part_lines(parts: &[Verdict], depth: usize, lines: &mut Vec<String>) {
    for p in parts {
        let why = if p.why.is_empty() { String::new() } else { format!(": {}", p.why) };
        lines.push(format!("{}{} {}{why}", "  ".repeat(depth), p.part_words(), words::verdict(p)));
        self::push_part_lines(&p.parts, depth + 1, lines);
    }
}

/// A finding in sentences: what, where, what to do.
fn finding_text(f: &Finding<'_>, report: &Report, options: &Options<'_>) -> String {
    let mut lines = vec![f.diagnostic.message.clone()];
    for label in f.first.iter().chain(&f.others) {
        if let Some(at) = locate_span(report, label.span, options.root) {
            lines.push(format!("{}:{}:{}: {}", at.file, at.line, at.column, label.text));
        }
    }
    lines.extend(f.diagnostic.advice());
    lines.join("\n")
}

fn xml_document(name: &str, suites: &[Suite]) -> String {
    let all = || suites.iter().flat_map(|s| &s.cases);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (tests, failures, errors, _) = count_outcomes(all());
    let name = escape_attribute(name);
    // Writing to a `String` cannot fail.
    let _ = writeln!(out, "<testsuites name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">");
    for suite in suites {
        let (tests, failures, errors, skipped) = count_outcomes(suite.cases.iter());
        let _ = writeln!(
            out,
            "  <testsuite name=\"{}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\">",
            escape_attribute(&suite.name)
        );
        write_properties(&suite.properties, &mut out);
        suite.cases.iter().for_each(|c| write_case(c, &mut out));
        out.push_str("  </testsuite>\n");
    }
    out + "</testsuites>\n"
}

fn count_outcomes<'c>(cases: impl Iterator<Item = &'c Case>) -> (usize, usize, usize, usize) {
    cases.fold((0, 0, 0, 0), |(t, f, e, s), c| match c.outcome {
        Outcome::Passed => (t + 1, f, e, s),
        Outcome::Failed { .. } => (t + 1, f + 1, e, s),
        Outcome::Unread { .. } => (t + 1, f, e + 1, s),
        Outcome::Skipped { .. } => (t + 1, f, e, s + 1),
    })
}

/// What makes it possible to check the report again later.
fn properties_of_report(report: &Report) -> Vec<(&'static str, String)> {
    let cleaner = Cleaner::for_machines();
    let mut all = vec![
        ("tool", format!("{} {}", crate::PROGRAM, env!("CARGO_PKG_VERSION"))),
        ("matter", cleaner.line(&report.matter)),
        ("as_of", report.as_of.to_string()),
        ("known_on", report.known_on.to_string()),
        ("view", cleaner.line(report.view_name())),
    ];
    // The settings that the report was made with have no case.
    let settings = [codes::files::SETTINGS_USED, codes::files::SETTINGS_NOT_APPLIED];
    let notes = report.diagnostics.iter().filter(|d| settings.contains(&d.code));
    all.extend(notes.map(|d| ("note", cleaner.line(&format!("{} {}", d.code.id, d.message)))));
    all.extend(report.inputs.iter().map(|i| ("input", format!("{} sha256:{}", cleaner.line(&i.path), i.sha256))));
    all
}

fn write_properties(all: &[(&'static str, String)], out: &mut String) {
    if all.is_empty() {
        return;
    }
    out.push_str("    <properties>\n");
    for (name, value) in all {
        let _ = writeln!(out, "      <property name=\"{name}\" value=\"{}\"/>", escape_attribute(value));
    }
    out.push_str("    </properties>\n");
}

fn write_case(case: &Case, out: &mut String) {
    let _ = write!(
        out,
        "    <testcase classname=\"{}\" name=\"{}\"",
        escape_attribute(&case.class),
        escape_attribute(&case.name)
    );
    let mut inside = match &case.outcome {
        Outcome::Passed => String::new(),
        Outcome::Skipped { message } => format!("      <skipped message=\"{}\"/>\n", escape_attribute(message)),
        Outcome::Failed { kind, message, text } => outcome_element("failure", kind, message, text),
        Outcome::Unread { kind, message, text } => outcome_element("error", kind, message, text),
    };
    if !case.out.is_empty() {
        let _ = writeln!(inside, "      <system-out>{}</system-out>", escape_content(&case.out));
    }
    if inside.is_empty() {
        out.push_str("/>\n");
    } else {
        let _ = write!(out, ">\n{inside}    </testcase>\n");
    }
}

fn outcome_element(name: &str, kind: &str, message: &str, text: &str) -> String {
    format!(
        "      <{name} type=\"{kind}\" message=\"{}\">{}</{name}>\n",
        escape_attribute(message),
        escape_content(text)
    )
}

/// Text between tags. Characters that XML cannot hold are gone already, as nobody sees them.
fn escape_content(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() && !matches!(c, '\n' | '\t') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// The value of an attribute: one line.
fn escape_attribute(text: &str) -> String {
    escape_content(text).replace(['\n', '\t'], " ")
}
