//! SARIF 2.1.0, for code scanning. How a date was counted is a code flow, a
//! step a location; the facts are related locations; the inputs are artifacts
//! with their SHA-256, so that a report can be checked again.

mod places;
mod rules;
mod shape;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::json::pretty_json;
use super::machine::{self, Options, findings_of_report};
use super::matters;
use super::words::{capitalize_sentence, count_as_i64, machine_heading};
use ordain_base::diag::{Applicability, Code, Severity};
use ordain_base::words::day;
use ordain_core::report::{Report, State};
use ordain_core::verdict::{Due, Verdict};
use places::Places;
use shape::*;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The log as JSON, indented, with a last newline.
#[must_use]
pub fn render(report: &Report, options: &Options<'_>) -> String {
    let codes = rules::codes(std::iter::once(report));
    let places = Places { report, root: options.root, before: 0 };
    let results = findings_of_report(report, options).iter().map(|f| result_of_finding(f, &codes, &places)).collect();
    sarif_log(Run {
        tool: Tool { driver: tool_driver(&codes) },
        automation_details: AutomationDetails {
            id: format!("ordain/{}/{}/", slug_of(&report.matter), slug_of(report.view_name())),
            description: Text::new(format!("{}.", machine_heading(report))),
        },
        invocations: [invocation_of_status(options.status)],
        column_kind: "unicodeCodePoints",
        default_encoding: "utf-8",
        language: "en-US",
        artifacts: report.inputs.iter().map(|i| artifact_of_input(i, &places)).collect(),
        results,
        properties: properties_of_report(report),
    })
}

/// The same of many matters, in one run; no result has the fingerprint of another.
#[must_use]
pub fn render_many(run: &matters::Run<'_>) -> String {
    let codes = rules::codes(run.checked().map(|(_, report, _)| report));
    let mut names = machine::Unique::default();
    let (mut artifacts, mut results, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for (m, report, options) in run.checked() {
        let places = Places { report, root: options.root, before: artifacts.len() };
        results.extend(findings_of_report(report, options).into_iter().map(|f| {
            let fingerprint = names.name(&f.fingerprint);
            result_of_finding(&machine::Finding { fingerprint, ..f }, &codes, &places)
        }));
        artifacts.extend(report.inputs.iter().map(|i| artifact_of_input(i, &places)));
        let mut own = properties_of_report(report);
        own.insert("path".to_owned(), json!(m.path));
        all.push(Value::Object(own));
    }
    let unread = run.not_read().map(|(path, why)| Notification::new("error", &format!("{path}: {why}")));
    let notes = run.notes.iter().map(|n| Notification::new("warning", &n.message));
    let notifications = unread.chain(notes).collect();
    sarif_log(Run {
        tool: Tool { driver: tool_driver(&codes) },
        automation_details: AutomationDetails {
            id: "ordain/matters/".to_owned(),
            description: Text::new(format!(
                "{}.",
                ordain_base::words::plural(count_as_i64(run.matters.len()), "matter")
            )),
        },
        invocations: [Invocation { tool_execution_notifications: notifications, ..invocation_of_status(run.status) }],
        column_kind: "unicodeCodePoints",
        default_encoding: "utf-8",
        language: "en-US",
        artifacts,
        results,
        properties: Map::from_iter([("matters".to_owned(), Value::Array(all))]),
    })
}

fn sarif_log(run: Run) -> String {
    pretty_json(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

fn tool_driver(codes: &[Code]) -> Driver {
    let version = env!("CARGO_PKG_VERSION");
    Driver {
        name: "ordain",
        full_name: format!("Ordain {version}"),
        version,
        semantic_version: version,
        information_uri: env!("CARGO_PKG_REPOSITORY"),
        short_description: Text::new("Rules as code for court orders."),
        rules: codes.iter().copied().map(rules::rule).collect(),
    }
}

fn invocation_of_status(status: u8) -> Invocation {
    let description = match status {
        0 => "nothing fails the build",
        1 => "at least one duty is breached",
        3 => "something is undetermined",
        _ => "the files or the command are wrong",
    };
    Invocation {
        execution_successful: status != 2,
        exit_code: status,
        exit_code_description: description,
        tool_execution_notifications: Vec::new(),
    }
}

fn artifact_of_input(input: &ordain_core::report::Input, places: &Places<'_>) -> Artifact {
    Artifact {
        location: ArtifactLocation { index: None, ..places.artifact(&input.path) },
        mime_type: "text/plain",
        encoding: "utf-8",
        roles: ["analysisTarget"],
        hashes: BTreeMap::from([("sha-256", input.sha256.clone())]),
    }
}

/// What it stands on: enough to run it again.
fn properties_of_report(report: &Report) -> Map<String, Value> {
    let all = [
        ("matter", json!(report.matter)),
        ("asOf", json!(report.as_of.to_string())),
        ("knownOn", json!(report.known_on.to_string())),
        ("view", json!(report.view_name())),
        ("incomplete", json!(report.incomplete)),
    ];
    all.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()
}

fn result_of_finding(f: &machine::Finding<'_>, codes: &[Code], places: &Places<'_>) -> Finding {
    let d = f.diagnostic;
    let mut first = f.first.and_then(|l| places.location(l.span, Some(l.text.clone())));
    if let (Some(location), Some(v)) = (&mut first, f.verdict.filter(|v| !v.id.is_empty())) {
        let paragraph = LogicalLocation { fully_qualified_name: v.id.clone(), kind: "declaration" };
        location.logical_locations.push(paragraph);
    }
    let short: String = f.fingerprint.chars().take(16).collect();
    Finding {
        rule_id: d.code.id,
        rule_index: codes.iter().position(|c| *c == d.code).unwrap_or(0),
        level: rules::level_of_severity(d.severity),
        baseline_state: f.state.map(|s| match s {
            State::New => "new",
            State::Worse(_) => "updated",
            State::Known => "unchanged",
        }),
        message: message_of_finding(f),
        locations: vec![first.unwrap_or_else(|| places.somewhere())],
        related_locations: places.related(f),
        code_flows: f.verdict.map_or_else(Vec::new, |v| code_flows(v, places)),
        fixes: d
            .fix
            .iter()
            .filter(|f| f.applicability != Applicability::Display)
            .filter_map(|fix| places.fix(fix))
            .collect(),
        suppressions: if f.known() {
            vec![Suppression { kind: "external", justification: "known to the baseline" }]
        } else {
            Vec::new()
        },
        partial_fingerprints: BTreeMap::from([
            ("ordainFinding/v1", f.fingerprint.clone()),
            // The only one that GitHub reads: a hash and which of those with this hash it is.
            ("primaryLocationLineHash", format!("{short}:1")),
        ]),
        properties: verdict_properties(f.verdict, d.severity),
    }
}

/// The finding and what to do, as sentences.
fn message_of_finding(f: &machine::Finding<'_>) -> Text {
    let d = f.diagnostic;
    let help = d.advice().map_or(String::new(), |h| format!("\n\n{h}"));
    let worse = match f.state {
        Some(State::Worse(why)) => format!(" Worse than the baseline has it: {why}."),
        _ => String::new(),
    };
    Text::new(without_links(&format!("{}.{worse}{help}", capitalize_sentence(&d.message))))
}

/// Text in which nothing is a link ( 3.11.6): a file cannot make one.
fn without_links(text: &str) -> String {
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text.to_owned() }
}

fn verdict_properties(v: Option<&Verdict>, severity: Severity) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("severity".to_owned(), json!(severity));
    if let Some(v) = v {
        map.insert("paragraph".to_owned(), json!(v.id));
        map.insert("verdict".to_owned(), json!(v.kind));
        map.insert("days".to_owned(), json!(v.days));
        map.insert("due".to_owned(), json!(v.due.as_ref().map(|d| d.day.to_string())));
    }
    map
}

/// A code flow for each day that was counted: the paragraph's, or those of its parts.
fn code_flows(v: &Verdict, places: &Places<'_>) -> Vec<CodeFlow> {
    let mut dues: Vec<(&Due, &Verdict)> = Vec::new();
    collect_counted_dues(v, &mut dues);
    let flow = |(due, v): (&Due, &Verdict)| {
        let span = v.due_span.unwrap_or(v.span);
        let steps = due.trace.iter().enumerate().filter_map(|(i, s)| {
            let why = if s.why.is_empty() { String::new() } else { format!(" — {}", s.why) };
            let text = format!("{}: {}{why} ({})", day(s.date), s.step, s.rule);
            Some(Step { execution_order: i + 1, location: places.location(span, Some(text))? })
        });
        let locations: Vec<Step> = steps.collect();
        let message = Text::new(format!("How {} was counted, to {}.", v.id, day(due.day)));
        (!locations.is_empty()).then_some(CodeFlow { message, thread_flows: [ThreadFlow { locations }] })
    };
    dues.into_iter().filter_map(flow).collect()
}

fn collect_counted_dues<'v>(v: &'v Verdict, out: &mut Vec<(&'v Due, &'v Verdict)>) {
    match &v.due {
        Some(due) if !due.trace.is_empty() && !out.iter().any(|(d, _)| *d == due) => out.push((due, v)),
        Some(_) => {}
        None => v.parts.iter().for_each(|p| collect_counted_dues(p, out)),
    }
}

/// Words for a path of names: lower case, dashes.
fn slug_of(text: &str) -> String {
    let folded: String =
        text.chars().map(|c| if c.is_alphanumeric() { c.to_lowercase().next().unwrap_or('-') } else { '-' }).collect();
    let words: Vec<&str> = folded.split('-').filter(|w| !w.is_empty()).collect();
    if words.is_empty() { "matter".to_owned() } else { words.join("-") }
}
