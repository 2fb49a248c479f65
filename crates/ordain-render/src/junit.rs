//! JUnit, as junit-10.xsd has it: a test case a paragraph. What fails the
//! build is a failure, what is not due yet or cannot be decided is skipped,
//! and a line that could not be read is an error of a suite of its own.

use std::fmt::Write;

use super::clean::Cleaner;
use super::machine::{Finding, Options, findings, locate};
use super::words;
use ordain_base::diag::Severity;
use ordain_core::report::{Report, State};
use ordain_core::verdict::{Kind, Verdict};

/// The document, with a last newline.
#[must_use]
pub fn render(report: &Report, options: &Options<'_>) -> String {
    let cleaner = Cleaner::for_machines();
    let inputs: Vec<String> =
        report.inputs.iter().map(|i| format!("{} sha256:{}", cleaner.line(&i.path), i.sha256)).collect();
    let report = &cleaner.report(report);
    let found = findings(report, options);
    let mut suites: Vec<Suite> = Vec::new();
    let errors: Vec<&Finding<'_>> = found.iter().filter(|f| bad_file(f)).collect();
    if !errors.is_empty() {
        let cases = errors.iter().map(|f| unread(f, report, options)).collect();
        suites.push(Suite { name: "files".to_owned(), cases });
    }
    for v in report.verdicts() {
        let case = case(v, report, &found, options);
        match suites.iter_mut().find(|s| s.name == v.order && s.name != "files") {
            Some(suite) => suite.cases.push(case),
            None => suites.push(Suite { name: v.order.clone(), cases: vec![case] }),
        }
    }
    document(report, &inputs, &suites)
}

struct Suite {
    name: String,
    cases: Vec<Case>,
}

struct Case {
    class: String,
    name: String,
    outcome: Outcome,
    /// What stands in the report besides.
    out: String,
}

enum Outcome {
    Passed,
    Skipped { message: String },
    Failed { kind: &'static str, message: String, text: String },
    Unread { kind: &'static str, message: String, text: String },
}

/// A test case for a finding about the files.
fn unread(f: &Finding<'_>, report: &Report, options: &Options<'_>) -> Case {
    let d = f.diagnostic;
    let at = locate(report, f.span(), options.root);
    let place = at.as_ref().map_or(String::new(), |at| format!("{}:{}:{}", at.file, at.line, at.column));
    let text = told(f, report, options);
    let outcome = Outcome::Unread { kind: d.code.id, message: d.message.clone(), text };
    Case { class: "files".to_owned(), name: format!("{} {place}", d.code.id), outcome, out: String::new() }
}

fn case(v: &Verdict, report: &Report, found: &[Finding<'_>], options: &Options<'_>) -> Case {
    let about: Vec<&Finding<'_>> =
        found.iter().filter(|f| f.verdict.is_some_and(|own| own.id == v.id) && !bad_file(f)).collect();
    let said = if v.why.is_empty() { words::verdict(v) } else { format!("{}: {}", words::verdict(v), v.why) };
    let state = options.baseline.map(|b| b.state(v));
    let mut text: Vec<String> = about.iter().map(|f| told(f, report, options)).collect();
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
    let out = out(v, report, matches!(outcome, Outcome::Failed { .. }), &text);
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
fn out(v: &Verdict, report: &Report, failed: bool, text: &[String]) -> String {
    let mut lines: Vec<String> = Vec::new();
    if !failed {
        lines.extend(text.iter().cloned());
        parts(&v.parts, 0, &mut lines);
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

fn parts(parts: &[Verdict], depth: usize, lines: &mut Vec<String>) {
    for p in parts {
        let why = if p.why.is_empty() { String::new() } else { format!(": {}", p.why) };
        lines.push(format!("{}{} {}{why}", "  ".repeat(depth), p.part_words(), words::verdict(p)));
        self::parts(&p.parts, depth + 1, lines);
    }
}

/// A finding in sentences: what, where, what to do.
fn told(f: &Finding<'_>, report: &Report, options: &Options<'_>) -> String {
    let mut lines = vec![f.diagnostic.message.clone()];
    for label in f.first.iter().chain(&f.others) {
        if let Some(at) = locate(report, label.span, options.root) {
            lines.push(format!("{}:{}:{}: {}", at.file, at.line, at.column, label.text));
        }
    }
    lines.extend(f.diagnostic.advice());
    lines.join("\n")
}

fn document(report: &Report, inputs: &[String], suites: &[Suite]) -> String {
    let all = || suites.iter().flat_map(|s| &s.cases);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (tests, failures, errors, _) = counts(all());
    let name = attribute(&words::machine_heading(report));
    // Writing to a `String` cannot fail.
    let _ = writeln!(out, "<testsuites name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">");
    for suite in suites {
        let (tests, failures, errors, skipped) = counts(suite.cases.iter());
        let _ = writeln!(
            out,
            "  <testsuite name=\"{}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\">",
            attribute(&suite.name)
        );
        properties(report, inputs, &mut out);
        suite.cases.iter().for_each(|c| write_case(c, &mut out));
        out.push_str("  </testsuite>\n");
    }
    out + "</testsuites>\n"
}

fn counts<'c>(cases: impl Iterator<Item = &'c Case>) -> (usize, usize, usize, usize) {
    cases.fold((0, 0, 0, 0), |(t, f, e, s), c| match c.outcome {
        Outcome::Passed => (t + 1, f, e, s),
        Outcome::Failed { .. } => (t + 1, f + 1, e, s),
        Outcome::Unread { .. } => (t + 1, f, e + 1, s),
        Outcome::Skipped { .. } => (t + 1, f, e, s + 1),
    })
}

/// What makes it possible to check the report again later.
fn properties(report: &Report, inputs: &[String], out: &mut String) {
    let mut all = vec![
        ("tool", format!("{} {}", crate::PROGRAM, env!("CARGO_PKG_VERSION"))),
        ("matter", report.matter.clone()),
        ("as_of", report.as_of.to_string()),
        ("known_on", report.known_on.to_string()),
        ("view", report.view_name().to_owned()),
    ];
    all.extend(inputs.iter().map(|i| ("input", i.clone())));
    out.push_str("    <properties>\n");
    for (name, value) in all {
        let _ = writeln!(out, "      <property name=\"{name}\" value=\"{}\"/>", attribute(&value));
    }
    out.push_str("    </properties>\n");
}

fn write_case(case: &Case, out: &mut String) {
    let _ = write!(out, "    <testcase classname=\"{}\" name=\"{}\"", attribute(&case.class), attribute(&case.name));
    let mut inside = match &case.outcome {
        Outcome::Passed => String::new(),
        Outcome::Skipped { message } => format!("      <skipped message=\"{}\"/>\n", attribute(message)),
        Outcome::Failed { kind, message, text } => element("failure", kind, message, text),
        Outcome::Unread { kind, message, text } => element("error", kind, message, text),
    };
    if !case.out.is_empty() {
        let _ = writeln!(inside, "      <system-out>{}</system-out>", content(&case.out));
    }
    if inside.is_empty() {
        out.push_str("/>\n");
    } else {
        let _ = write!(out, ">\n{inside}    </testcase>\n");
    }
}

fn element(name: &str, kind: &str, message: &str, text: &str) -> String {
    format!("      <{name} type=\"{kind}\" message=\"{}\">{}</{name}>\n", attribute(message), content(text))
}

/// Text between tags. Characters that XML cannot hold are gone already, but
/// for two that no cleaner of screens minds.
fn content(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            c if c.is_control() && !matches!(c, '\n' | '\t') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// The value of an attribute: one line.
fn attribute(text: &str) -> String {
    content(text).replace(['\n', '\t'], " ")
}
