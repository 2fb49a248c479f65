//! GitLab's code quality report. A finding is the same finding as long as its
//! fingerprint is: no line, day or count is in it.

use serde::Serialize;

use super::clean::Cleaner;
use super::json::pretty;
use super::machine::{Finding, Options, UNREAD_MATTER, Unique, findings, hash, locate, path, somewhere};
use super::matters::Run;
use super::words::sentence;
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
    let issues: Vec<Issue> = findings(clean, options).iter().map(|f| issue(f, report, options)).collect();
    pretty(&issues)
}

/// The same of many matters, in one array; none has the fingerprint of another.
#[must_use]
pub fn render_many(run: &Run<'_>) -> String {
    let mut names = Unique::default();
    let mut issues: Vec<Issue> = Vec::new();
    for (_, report, options) in run.checked() {
        let clean = &Cleaner::for_machines().report(report);
        let own = findings(clean, options);
        issues
            .extend(own.iter().map(|f| Issue { fingerprint: names.name(&f.fingerprint), ..issue(f, report, options) }));
    }
    let cleaner = Cleaner::for_machines();
    let place = |file: &str| Place { path: path(file, run.root), lines: Lines { begin: 1, end: 1 } };
    for (file, why) in run.not_read() {
        issues.push(Issue {
            description: sentence(&cleaner.line(why)),
            check_name: UNREAD_MATTER,
            fingerprint: names.name(&hash(&format!("{UNREAD_MATTER}\0{file}"))),
            severity: "blocker",
            location: place(file),
            content: None,
        });
    }
    for note in run.notes {
        issues.push(Issue {
            description: sentence(&cleaner.line(&note.message)),
            check_name: note.code.id,
            fingerprint: names.name(&hash(&format!("{}\0{}", note.code.id, note.message))),
            severity: "minor",
            location: place(run.matters.first().map_or(".", |m| m.path)),
            content: note.help.clone().map(|body| Content { body }),
        });
    }
    pretty(&issues)
}

fn issue(finding: &Finding<'_>, report: &Report, options: &Options<'_>) -> Issue {
    let d = finding.diagnostic;
    let at = finding.first.and_then(|l| locate(report, l.span, options.root));
    let at = at.unwrap_or_else(|| somewhere(report, options.root));
    let known = if finding.known() { "known: " } else { "" };
    Issue {
        description: sentence(&format!("{known}{}", d.message)),
        check_name: d.code.id,
        fingerprint: finding.fingerprint.clone(),
        severity: severity(finding),
        location: Place { path: at.file, lines: Lines { begin: at.line, end: at.end_line.max(at.line) } },
        content: d.advice().map(|body| Content { body }),
    }
}

fn severity(finding: &Finding<'_>) -> &'static str {
    match finding.diagnostic.severity {
        _ if finding.known() => "info",
        Severity::Error => "blocker",
        Severity::Breach => "critical",
        Severity::Undetermined => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
