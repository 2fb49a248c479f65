//! Workflow commands of GitHub: annotations in the log, worst first. GitHub
//! shows ten errors and ten warnings of a step, so that is what is written,
//! and then how many more there are.

use super::clean::Cleaner;
use super::date::Months;
use super::machine::{Finding, Options, UNREAD_MATTER, findings_of_report, locate_span, path_from_root};
use super::matters::Run;
use super::words::{capitalize_sentence, machine_heading, totals_of_report};
use ordain_base::diag::{Severity, plural};
use ordain_base::source::Location;
use ordain_core::report::Report;

/// Annotations of one level that GitHub shows.
const LIMIT: usize = 10;

/// The commands, then how many were left out, then the totals.
#[must_use]
pub fn render(report: &Report, options: &Options<'_>) -> String {
    let clean = &Cleaner::for_machines().report(report);
    let found = findings_of_report(clean, options);
    let commands = |level| {
        found
            .iter()
            .filter(move |f| self::level_of_finding(f) == level)
            .map(move |f| command_of_finding(level, f, clean, options))
    };
    let mut out = String::new();
    for level in LEVELS {
        push_annotations(level, commands(level), &mut out);
    }
    out.push_str(&log_line(&format!(
        "ordain: {}: {}",
        machine_heading(clean),
        totals_of_report(clean, Months::Counted)
    )));
    out
}

/// The same of many matters: GitHub shows ten of a step, however many matters it checks.
#[must_use]
pub fn render_many(run: &Run<'_>) -> String {
    let cleaner = Cleaner::for_machines();
    let clean: Vec<(Report, &Options<'_>)> = run.checked().map(|(_, r, o)| (cleaner.report(r), o)).collect();
    let found: Vec<_> =
        clean.iter().map(|(report, options)| (report, *options, findings_of_report(report, options))).collect();
    let alone = |level, file: &str, title: &str, message: &str| {
        let file = if file.is_empty() {
            String::new()
        } else {
            format!("file={},", escape_property(&path_from_root(file, run.root)))
        };
        format!(
            "::{level} {file}title={}::{}\n",
            escape_property(title),
            escape_message(&capitalize_sentence(&cleaner.line(message)))
        )
    };
    let mut out = String::new();
    for level in LEVELS {
        let unread =
            run.not_read().filter(|_| level == "error").map(|(file, why)| alone(level, file, UNREAD_MATTER, why));
        let own = found.iter().flat_map(|(report, options, found)| {
            found
                .iter()
                .filter(|f| self::level_of_finding(f) == level)
                .map(|f| command_of_finding(level, f, report, options))
        });
        let notes = run.notes.iter().filter(|_| level == "warning");
        let notes = notes.map(|n| alone(level, "", &format!("{} {}", n.code.id, n.code.name), &n.message));
        push_annotations(level, unread.chain(own).chain(notes), &mut out);
    }
    for (report, _) in &clean {
        out.push_str(&log_line(&format!(
            "ordain: {}: {}",
            machine_heading(report),
            totals_of_report(report, Months::Counted)
        )));
    }
    out
}

const LEVELS: [&str; 3] = ["error", "warning", "notice"];

/// As many commands as GitHub shows, then how many more there are.
fn push_annotations(level: &str, commands: impl Iterator<Item = String>, out: &mut String) {
    let mut left = 0;
    for (i, command) in commands.enumerate() {
        if i < LIMIT {
            out.push_str(&command);
        } else {
            left += 1;
        }
    }
    if left > 0 {
        out.push_str(&format!("ordain: {} more, not annotated\n", plural(left, level)));
    }
}

fn level_of_finding(finding: &Finding<'_>) -> &'static str {
    match finding.diagnostic.severity {
        _ if finding.known() => "notice",
        Severity::Error | Severity::Breach => "error",
        Severity::Undetermined | Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

fn command_of_finding(level: &str, finding: &Finding<'_>, report: &Report, options: &Options<'_>) -> String {
    let d = finding.diagnostic;
    let mut properties = Vec::new();
    if let Some(at) = locate_span(report, finding.span(), options.root) {
        properties.extend(place_properties(&at));
    }
    properties.push(("title", format!("{} {}", d.code.id, d.code.name)));
    let properties: Vec<String> = properties.iter().map(|(k, v)| format!("{k}={}", escape_property(v))).collect();
    let known = if finding.known() { "known: " } else { "" };
    let mut lines = vec![capitalize_sentence(&format!("{known}{}", d.message))];
    for label in &finding.others {
        if let Some(at) = locate_span(report, label.span, options.root) {
            lines.push(format!("{}:{}: {}", at.file, at.line, label.text));
        }
    }
    lines.extend(d.advice());
    format!("::{level} {}::{}\n", properties.join(","), escape_message(&lines.join("\n")))
}

/// Columns only within one line: GitHub refuses them otherwise.
fn place_properties(at: &Location) -> Vec<(&'static str, String)> {
    let mut said = vec![("file", at.file.clone()), ("line", at.line.to_string()), ("endLine", at.end_line.to_string())];
    if at.line == at.end_line {
        said.push(("col", at.column.to_string()));
        // GitHub's last column is inside, ours is after.
        said.push(("endColumn", at.end_column.saturating_sub(1).max(at.column).to_string()));
    }
    said
}

/// The message of a command.
fn escape_message(text: &str) -> String {
    without_foreign_commands(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"))
}

/// Without the commands of other services that show the same log: `##[group]`, `##vso[task…]`.
fn without_foreign_commands(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("##") {
        let (before, after) = rest.split_at(at + 2);
        let opens = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'));
        out.push_str(before);
        if opens.starts_with('[') {
            out.truncate(out.len() - 1);
            out.push_str(" #");
        }
        rest = after;
        // `###vso[`: the second and the third open a command as well.
        if rest.starts_with('#') && opens.starts_with('#') {
            out.truncate(out.len() - 1);
            rest = text.get(text.len() - rest.len() - 1..).unwrap_or(rest);
        }
    }
    out + rest
}

/// The value of a property.
fn escape_property(text: &str) -> String {
    escape_message(text).replace(':', "%3A").replace(',', "%2C")
}

/// A line of the log that is no command, whatever is in it.
fn log_line(text: &str) -> String {
    format!("{}\n", without_foreign_commands(&text.replace(['\n', '\r'], " ")))
}

#[cfg(test)]
mod tests {
    use super::without_foreign_commands;

    #[test]
    fn commands_of_other_services_are_broken() {
        assert_eq!(
            without_foreign_commands("a ##vso[task.setvariable x]y ##[group]"),
            "a # #vso[task.setvariable x]y # #[group]"
        );
        for text in ["###[error]", "####VSO[x]", "##vso[##[", "##", "###", "#"] {
            let broken = without_foreign_commands(text).to_lowercase();
            assert!(!broken.contains("##[") && !broken.contains("##vso["), "{text}: {broken}");
            assert_eq!(broken.replace(' ', ""), text.to_lowercase());
        }
        assert_eq!(without_foreign_commands("## Findings ##"), "## Findings ##");
    }
}
