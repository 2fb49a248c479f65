//! GitLab's code quality report. A finding is the same finding as long as its
//! fingerprint is: no line, day or count is in it.

use serde::Serialize;

use super::clean::Cleaner;
use super::json::pretty_json;
use super::machine::{
    Finding, Options, UNREAD_MATTER, Unique, findings_of_report, first_file_location, locate_span, path_from_root,
    sha256_of,
};
use super::matters::Run;
use super::words::capitalize_sentence;
use ordain_base::diag::Severity;
use ordain_core::report::Report;

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Place,
    /// What to do; GitLab shows the description only.
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<Content>,
}

#[derive(Serialize)]
struct Place {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

#[derive(Serialize)]
struct Content {
    body: String,
}

/// A JSON array, indented, with a last newline.
#[must_use]
pub fn render(report: &Report, options: &Options<'_>) -> String {
    // Fingerprints are those of the files as they are, texts those for a page.
    let clean = &Cleaner::for_machines().report(report);
    let issues: Vec<Issue> =
        findings_of_report(clean, options).iter().map(|f| issue_of_finding(f, report, options)).collect();
    pretty_json(&issues)
}

/// The same of many matters, in one array; none has the fingerprint of another.
#[must_use]
pub fn render_many(run: &Run<'_>) -> String {
    let mut names = Unique::default();
    let mut issues: Vec<Issue> = Vec::new();
    for (_, report, options) in run.checked() {
        let clean = &Cleaner::for_machines().report(report);
        let own = findings_of_report(clean, options);
        issues.extend(
            own.iter()
                .map(|f| Issue { fingerprint: names.name(&f.fingerprint), ..issue_of_finding(f, report, options) }),
        );
    }
    let cleaner = Cleaner::for_machines();
    let place = |file: &str| Place { path: path_from_root(file, run.root), lines: Lines { begin: 1, end: 1 } };
    for (file, why) in run.not_read() {
        issues.push(Issue {
            description: capitalize_sentence(&cleaner.line(why)),
            check_name: UNREAD_MATTER,
            fingerprint: names.name(&sha256_of(&format!("{UNREAD_MATTER}\0{file}"))),
            severity: "blocker",
            location: place(file),
            content: None,
        });
    }
    for note in run.notes {
        issues.push(Issue {
            description: capitalize_sentence(&cleaner.line(&note.message)),
            check_name: note.code.id,
            fingerprint: names.name(&sha256_of(&format!("{}\0{}", note.code.id, note.message))),
            severity: "minor",
            location: place(run.matters.first().map_or(".", |m| m.path)),
            content: note.help.clone().map(|body| Content { body }),
        });
    }
    pretty_json(&issues)
}

fn issue_of_finding(finding: &Finding<'_>, report: &Report, options: &Options<'_>) -> Issue {
    let d = finding.diagnostic;
    let at = finding.first.and_then(|l| locate_span(report, l.span, options.root));
    let at = at.unwrap_or_else(|| first_file_location(report, options.root));
    let known = if finding.known() { "known: " } else { "" };
    Issue {
        description: capitalize_sentence(&format!("{known}{}", d.message)),
        check_name: d.code.id,
        fingerprint: finding.fingerprint.clone(),
        severity: severity_of_finding(finding),
        location: Place { path: at.file, lines: Lines { begin: at.line, end: at.end_line.max(at.line) } },
        content: d.advice().map(|body| Content { body }),
    }
}

fn severity_of_finding(finding: &Finding<'_>) -> &'static str {
    match finding.diagnostic.severity {
        _ if finding.known() => "info",
        Severity::Error => "blocker",
        Severity::Breach => "critical",
        Severity::Undetermined => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
