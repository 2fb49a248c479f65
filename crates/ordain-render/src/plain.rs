//! For screen readers, and for reading one line at a time: sentences in
//! reading order, no drawing, every place as `file:line:column: words — text`.

use super::Style;
use super::answers::{Answer, Answers, answers_of_report};
use super::clean::Cleaner;
use super::date::Months;
use super::hypothesis;
use super::listing::unused_fact_lines;
use super::machine::{Extent, Finding, Options, findings_of_report};
use super::reasons::{reason_lines, text_with_cite as cited_at};
use super::triage::{Triage, triage_findings};
use super::words::{
    self, INCOMPLETE, capitalize_sentence, heading_of_report, position_in_words, quote_span, totals_of_report,
};
use ordain_base::diag::{Applicability, Diagnostic, Label, plural};
use ordain_core::report::Report;
use ordain_core::verdict::{Kind, Listed, Reason, Verdict};

/// Characters of a file repeated for one place.
const WORDS: usize = 160;

/// The report as it is shown where nothing else is asked for.
#[must_use]
pub fn render(report: &Report, style: &Style) -> String {
    render_with(report, &Options::new(*style))
}

/// The report. Lines are not broken: the reader's own program does that.
#[must_use]
pub fn render_with(report: &Report, options: &Options<'_>) -> String {
    let report = &Cleaner::for_readers_aloud(options.style.unicode).report(report);
    let found = findings_of_report(report, options);
    let triage = triage_findings(&found, &report.sources, options);
    let (matter, rest) = heading_of_report(report, Months::Full);
    let mut out = vec![format!("{matter}, {rest}.")];
    hypothesis::plain(report, &mut out);
    push_section(&mut out, triage.head.iter().map(|h| format!("{h}.")).collect());
    if report.incomplete && !report.verdicts().is_empty() {
        push_section(&mut out, vec![format!("Incomplete: {INCOMPLETE}.")]);
    }
    if report.columns.len() < 2 {
        push_section(&mut out, answer_lines(&answers_of_report(report, &found, options, Months::Full)));
    }
    if options.extent != Extent::Brief {
        every_finding(report, &triage, options, &mut out);
    }
    if options.extent == Extent::All || report.columns.len() > 1 {
        push_verdicts(report, &mut out);
    }
    if options.extent != Extent::Brief && !report.shown.is_empty() {
        let line = |s: &Listed| format!("{}, {}: {}{}.", s.id, s.kind, s.text, sources_in_parentheses(&s.sources));
        push_section(
            &mut out,
            std::iter::once("Without a verdict.".to_owned()).chain(report.shown.iter().map(line)).collect(),
        );
    }
    if options.unused_facts {
        let lines = unused_fact_lines(report, options.style).into_iter().map(|l| format!("{l}."));
        push_section(&mut out, std::iter::once("Facts that nothing used.".to_owned()).chain(lines).collect());
    }
    let totals = format!("Totals: {}.", totals_of_report(report, Months::Full));
    push_section(
        &mut out,
        std::iter::once(totals).chain(words::nothing_breached(report).map(|w| format!("{w}."))).collect(),
    );
    out.join("\n") + "\n"
}

/// Lines after an empty one.
fn push_section(out: &mut Vec<String>, lines: Vec<String>) {
    if !lines.is_empty() {
        out.push(String::new());
        out.extend(lines);
    }
}

/// The answers: a line each.
fn answer_lines(answers: &Answers) -> Vec<String> {
    let row = |r: &Answer| {
        let what = if r.kind == Kind::Pending { "next".to_owned() } else { r.kind.phrase().to_owned() };
        let known = r.known.then(|| "known to the baseline".to_owned());
        // `60 days late` says the verdict itself.
        let what = Some(what).filter(|_| r.kind != Kind::Late || r.days.is_none());
        let said: Vec<String> = what.into_iter().chain(r.days.clone()).chain(known).collect();
        let rest = [r.due.as_ref().map(|d| capitalize_sentence(d)), Some(r.ordered.clone()).filter(|o| !o.is_empty())];
        let rest: String = rest.into_iter().flatten().map(|s| format!(" {s}.")).collect();
        format!("{}: {}.{rest}", r.id, said.join(", "))
    };
    let conflicts = answers.conflicts.iter().map(|c| format!("Conflict: {c}."));
    let rest =
        answers.rest.iter().map(|r| format!("{}: {}.", capitalize_sentence(&r.word.to_lowercase()), r.ids.join(", ")));
    answers.rows.iter().map(row).chain(conflicts).chain(rest).collect()
}

/// Each finding, those that the baseline knows in a line.
fn every_finding(report: &Report, triage: &Triage<'_, '_>, options: &Options<'_>, out: &mut Vec<String>) {
    let cleaner = Cleaner::for_readers_aloud(options.style.unicode);
    let (known, new): (Vec<&Finding<'_>>, Vec<&Finding<'_>>) = triage.shown.iter().partition(|f| f.known());
    let n = new.len();
    if n > 0 {
        push_section(out, vec![format!("{}.", plural(words::count_as_i64(n), "finding"))]);
    }
    for (i, f) in new.iter().enumerate() {
        let d = f.diagnostic;
        let mut lines = vec![format!(
            "Finding {} of {n}, {} {}. {}.",
            i + 1,
            d.severity.name(),
            d.code.id,
            capitalize_sentence(&d.message)
        )];
        push_diagnostic(d, report, cleaner, options.extent == Extent::All, &mut lines);
        push_section(out, lines);
    }
    let known = known
        .iter()
        .map(|f| format!("Known, {}. {}.", f.diagnostic.code.id, capitalize_sentence(&f.diagnostic.message)));
    push_section(out, known.collect());
    push_section(out, triage.held.iter().map(|h| format!("{h}.")).collect());
}

/// Every paragraph under each view.
fn push_verdicts(report: &Report, out: &mut Vec<String>) {
    for column in &report.columns {
        let head = match column.view.name() {
            name if report.columns.len() > 1 => format!("Verdicts, view: {name}."),
            _ => "Verdicts.".to_owned(),
        };
        push_section(out, vec![head]);
        column.verdicts.iter().for_each(|v| push_verdict(v, out));
    }
}

fn push_diagnostic(d: &Diagnostic, report: &Report, cleaner: Cleaner, all: bool, out: &mut Vec<String>) {
    // The facts of a duty are among its reasons.
    let shown = |l: &&Label| all || d.grounds.is_empty() || l.primary;
    let first = d.labels.iter().filter(|l| l.primary);
    for label in first.chain(d.labels.iter().filter(|l| !l.primary)).filter(shown) {
        let Some(at) = report.sources.locate(label.span) else { continue };
        let words = cleaner.line(&quote_span(report, label.span, WORDS, "…"));
        let place = cleaner.line(&position_in_words(&at));
        let text = d
            .cite
            .as_ref()
            .filter(|_| !all && label.primary)
            .map_or_else(|| label.text.clone(), |c| cited_at(&label.text, c));
        out.push(match (words.as_str(), text.as_str()) {
            ("", text) => format!("{place}: {text}"),
            (words, "") => format!("{place}: {words}"),
            (words, text) => format!("{place}: {words} — {text}"),
        });
    }
    out.extend(reason_lines(d, all).iter().map(|b| format!("Because: {b}")));
    if let Some(remedy) = &d.remedy {
        out.push(format!("To settle it: {remedy}"));
    }
    if let Some(help) = &d.help {
        out.push(format!("Help: {help}"));
    }
    if let Some(fix) = d.fix.as_ref().filter(|f| f.applicability != Applicability::Display) {
        out.push(format!("Fix: {}", fix.title));
    }
}

/// One verdict as a paragraph of short sentences, then its parts.
fn push_verdict(v: &Verdict, out: &mut Vec<String>) {
    let mut said = vec![format!("{}: {}", v.id, words::verdict(v))];
    if let Some(due) = &v.due {
        said.push(format!("Due {}", Months::Full.due(due)));
    }
    for step in v.due.iter().flat_map(|d| &d.trace) {
        said.push(format!("Counted, {} {}: {} ({})", step.step, Months::Full.day(step.date), step.why, step.rule));
    }
    if let Some(safe) = v.due.as_ref().and_then(|d| d.earliest_safe) {
        said.push(format!("The law is unsettled: {} is safe under every reading", Months::Full.day(safe)));
    }
    said.push(format!("Bearer: {}", v.bearer.join(", ")));
    if !words::verdict(v).ends_with(&v.why) {
        said.push(capitalize_sentence(&v.why));
    }
    said.extend(v.notes.iter().map(|r: &Reason| capitalize_sentence(&r.text)));
    said.retain(|s| !s.is_empty() && s != "Bearer: ");
    out.push(format!("{}{}.", said.join(". "), sources_in_parentheses(&v.sources)));
    v.parts.iter().for_each(|p| push_verdict(p, out));
}

fn sources_in_parentheses(sources: &[String]) -> String {
    if sources.is_empty() { String::new() } else { format!(" ({})", sources.join("; ")) }
}
