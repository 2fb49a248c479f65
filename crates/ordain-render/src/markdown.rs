//! Markdown, as GitHub and GitLab show it: for the summary of a job, for a
//! comment, or as an exhibit. A table of the verdicts, then each finding with
//! the words it is about, then what the report was made of.

use super::clean::Cleaner;
use super::date::{Months, day_in_words};
use super::hypothesis;
use super::machine::{Finding, Options, findings_of_report, locate_span};
use super::reasons::reason_lines;
use super::rows::{Row, rows_of_verdicts, verdict_with_id};
use super::words::{
    self, INCOMPLETE, capitalize_sentence, heading_of_report, nothing_breached, quote_span, totals_of_report,
};
use ordain_base::diag::Severity;
use ordain_core::report::{HypothesisOutcome, Report, State};

/// Characters of a file quoted for one place.
const WORDS: usize = 400;

/// The whole report, with a last newline.
#[must_use]
pub fn render(report: &Report, options: &Options<'_>) -> String {
    let cleaner = Cleaner::for_people(true);
    let inputs = report.inputs.iter().map(|i| (cleaner.line(&i.path), i.sha256.clone())).collect::<Vec<_>>();
    let report = &cleaner.report(report);
    let (matter, rest) = heading_of_report(report, Months::Short);
    let mut out =
        vec![format!("# {}", escape_markdown(&matter)), format!("{}.", escape_markdown(&capitalize_sentence(&rest)))];
    if report.incomplete {
        out.push(format!("> **{}.**", capitalize_sentence(INCOMPLETE)));
    }
    if let Some(h) = &report.hypothesis {
        out.extend(hypothesis_paragraphs(h));
    }
    out.push(format!("**{}.**", escape_markdown(&capitalize_sentence(&totals_of_report(report, Months::Short)))));
    out.extend(nothing_breached(report).map(|words| format!("**{words}.**")));
    if let Some(baseline) = options.baseline {
        let summary = baseline.summary();
        let first = summary.lines().next().unwrap_or_default();
        out.push(format!("Beside the baseline: {}.", escape_markdown(first)));
    }
    if !report.verdicts().is_empty() {
        out.push("## Verdicts".to_owned());
        out.push(if report.columns.len() > 1 {
            table_of_views(report)
        } else {
            table_of_rows(&rows_of_verdicts(report.verdicts()))
        });
    }
    let found = findings_of_report(report, options);
    if !found.is_empty() {
        out.push("## Findings".to_owned());
        out.extend(found.iter().map(|f| finding_text(f, report, options)));
    }
    out.push("## Files read".to_owned());
    out.push(made_of(report, &inputs));
    out.join("\n\n") + "\n"
}

/// What is supposed, and what that changes.
fn hypothesis_paragraphs(h: &HypothesisOutcome) -> Vec<String> {
    let mut quoted = vec!["> **Hypothetical: this is not what the record shows.**".to_owned()];
    quoted.extend(hypothesis::hypothesis_lines(h).iter().map(|s| format!("> {}", escape_markdown(s))));
    let mut out = vec![
        quoted.join("\n>\n"),
        format!("## What it changes\n\n{}.", escape_markdown(&capitalize_sentence(&h.summary()))),
    ];
    let rows = hypothesis::rows_of_hypothesis(h, Months::Short);
    if !rows.is_empty() {
        let head = ["| Paragraph | Before | After |".to_owned(), "|---|---|---|".to_owned()];
        let line = |r: &hypothesis::Row| {
            let name = format!("{}{}", "&emsp;".repeat(r.depth), escape_markdown(&r.id));
            format!("| {name} | {} | **{}** |", escape_markdown(&r.before), escape_markdown(&r.after))
        };
        out.push(head.into_iter().chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n"));
    }
    for (id, lines) in hypothesis::changed_sentences(h) {
        let line = |(new, text): &(bool, String)| {
            format!("- {}: {}", if *new { "now said" } else { "no longer said" }, escape_markdown(text))
        };
        let lines: Vec<String> = lines.iter().map(line).collect();
        out.push(format!("Beside {}:\n\n{}", escape_markdown(&id), lines.join("\n")));
    }
    out
}

fn table_of_rows(rows: &[Row]) -> String {
    let mut lines = vec!["| Paragraph | Verdict | Due | Who | Why |".to_owned(), "|---|---|---|---|---|".to_owned()];
    for row in rows {
        let name = format!("{}{}", "&emsp;".repeat(row.depth), escape_markdown(&row.name));
        let verdict = match &row.days {
            Some(days) if row.kind == ordain_core::verdict::Kind::Late => days.clone(),
            Some(days) => format!("{}, {days}", row.kind.phrase()),
            None => row.kind.phrase().to_owned(),
        };
        let strong = row.kind.is_missed();
        let verdict = if strong { format!("**{}**", escape_markdown(&verdict)) } else { escape_markdown(&verdict) };
        let due = escape_markdown(row.due.as_deref().unwrap_or(""));
        let why: Vec<String> =
            std::iter::once(&row.why).chain(&row.notes).filter(|w| !w.is_empty()).map(|w| escape_markdown(w)).collect();
        lines.push(format!("| {name} | {verdict} | {due} | {} | {} |", escape_markdown(&row.bearer), why.join("<br>")));
    }
    lines.join("\n")
}

/// A column a view: the lines where they differ are what a hearing is about.
fn table_of_views(report: &Report) -> String {
    let names: Vec<String> = report.columns.iter().map(|c| escape_markdown(c.view.name())).collect();
    let mut lines = vec![
        format!("| Paragraph | Due | {} |", names.join(" | ")),
        format!("|---|---|{}", "---|".repeat(names.len())),
    ];
    for (i, v) in report.verdicts().iter().enumerate() {
        push_view_rows(report, &[i], &v.id, 0, &mut lines);
    }
    lines.join("\n")
}

/// The row of the verdict at this path of positions, and those of its parts
/// on which the views differ.
fn push_view_rows(report: &Report, at: &[usize], name: &str, depth: usize, lines: &mut Vec<String>) {
    let across: Vec<Option<&ordain_core::verdict::Verdict>> =
        report.columns.iter().map(|c| verdict_at_path(&c.verdicts, report.verdicts(), at)).collect();
    let Some(Some(own)) = across.first() else { return };
    let said: Vec<String> = across.iter().map(|v| v.map_or(String::new(), words::verdict)).collect();
    let differ = said.iter().any(|s| Some(s) != said.first());
    if depth == 0 || differ {
        let cells: Vec<String> = said
            .iter()
            .map(|s| if differ { format!("**{}**", escape_markdown(s)) } else { escape_markdown(s) })
            .collect();
        let due = own.due.as_ref().map_or(String::new(), super::date::due_in_words);
        let name = format!("{}{}", "&emsp;".repeat(depth), escape_markdown(name));
        lines.push(format!("| {name} | {} | {} |", escape_markdown(&due), cells.join(" | ")));
    }
    for (i, part) in own.parts.iter().enumerate() {
        let below: Vec<usize> = at.iter().copied().chain([i]).collect();
        push_view_rows(report, &below, &super::rows::name_of_part(part), depth + 1, lines);
    }
}

/// The verdict of a column that is where `at` leads in the first one.
fn verdict_at_path<'v>(
    column: &'v [ordain_core::verdict::Verdict],
    first: &[ordain_core::verdict::Verdict],
    at: &[usize],
) -> Option<&'v ordain_core::verdict::Verdict> {
    let (i, rest) = at.split_first()?;
    let own = first.get(*i)?;
    let found = verdict_with_id(column, *i, &own.id)?;
    if rest.is_empty() { Some(found) } else { verdict_at_path(&found.parts, &own.parts, rest) }
}

fn finding_text(f: &Finding<'_>, report: &Report, options: &Options<'_>) -> String {
    let d = f.diagnostic;
    let state = match f.state {
        Some(State::Known) => " (known)",
        Some(State::Worse(_)) => " (worse than known)",
        Some(State::New) => " (new)",
        None => "",
    };
    let mut out =
        vec![format!("### {} {}{state}: {}", severity_mark(d.severity), d.code.id, escape_markdown(&d.message))];
    for label in f.first.iter().chain(&f.others) {
        let Some(at) = locate_span(report, label.span, options.root) else { continue };
        let cleaner = Cleaner::for_people(true);
        let quote = quote_span(report, label.span, WORDS, "…");
        let place = format!("{}:{}", at.file, at.line);
        let words =
            if quote.is_empty() { String::new() } else { format!("> {}\n>\n", escape_markdown(&cleaner.line(&quote))) };
        out.push(format!("{words}> — {}, {}", code_span(&place), escape_markdown(&label.text)));
    }
    let because = reason_lines(d, true);
    if !because.is_empty() {
        out.push(because.iter().map(|b| format!("- because: {}", escape_markdown(b))).collect::<Vec<_>>().join("\n"));
    }
    if let Some(remedy) = &d.remedy {
        out.push(format!("To settle it:\n\n{}", fenced_block(remedy)));
    }
    if let Some(help) = &d.help {
        out.push(fenced_block(help));
    }
    out.join("\n\n")
}

const fn severity_mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Breach => "Breach",
        Severity::Undetermined => "Undetermined",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}

fn made_of(report: &Report, inputs: &[(String, String)]) -> String {
    let mut lines = vec!["| File | SHA-256 |".to_owned(), "|---|---|".to_owned()];
    // A `|` would end the cell even inside a code span.
    lines.extend(inputs.iter().map(|(path, sha)| format!("| {} | `{sha}` |", escape_markdown(path))));
    lines.push(String::new());
    lines.push(format!(
        "{} {}, as of {}, as known on {}, view: {}.",
        crate::PROGRAM,
        env!("CARGO_PKG_VERSION"),
        day_in_words(report.as_of),
        day_in_words(report.known_on),
        escape_markdown(report.view_name())
    ));
    lines.join("\n")
}

/// Text that is shown as it is: no mark-up, no HTML, no mention, no reference, no formula.
pub(crate) fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '$' | '{' | '}' => out.extend(['\\', c]),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' => out.push_str("&#64;"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    // Bare addresses become links of their own.
    out.replace("://", "&#58;//").replace("www.", "www&#46;")
}

/// A code span that backticks cannot leave.
fn code_span(text: &str) -> String {
    let ticks = "`".repeat(longest_backtick_run(text) + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

/// A block that no line of the text can close.
fn fenced_block(text: &str) -> String {
    let fence = "`".repeat((longest_backtick_run(text) + 1).max(3));
    format!("{fence}text\n{text}\n{fence}")
}

/// The longest run of backticks.
fn longest_backtick_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}
