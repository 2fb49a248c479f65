//! For machines: `ordain.report/1`, the contract that `ordain schema` prints.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::machine::{self, Options, findings_of_report, state_word};
use super::matters::{MatterOfRun, Outcome, Run, Standing};
use super::rows::verdict_with_id;
use super::unseen::{escape_unseen, has_unseen};
use ordain_base::diag::{Applicability, Diagnostic, Severity};
use ordain_base::source::{Location, SourceMap, Span};
use ordain_core::report::{Altered, HypothesisOutcome, Report, Said};
use ordain_core::verdict::{Kind, Modality, Verdict};
use ordain_core::waiting;

/// The name and version of the contract.
pub const SCHEMA: &str = "ordain.report/1";
/// That of a run of many matters.
pub const SCHEMA_OF_MANY: &str = "ordain.matters/1";

/// The report as JSON, indented, with a last newline.
#[must_use]
pub fn render(report: &Report) -> String {
    pretty_json(&document_of_report(report, &[]))
}

/// The same; each finding says how it compares with the baseline, where there is one.
#[must_use]
pub fn render_compared(report: &Report, options: &Options<'_>) -> String {
    let found = if options.baseline.is_some() { findings_of_report(report, options) } else { Vec::new() };
    pretty_json(&document_of_report(report, &found))
}

/// Many matters: the report of each, with its path.
#[must_use]
pub fn render_many(run: &Run<'_>) -> String {
    let compared = |options: &Options<'_>| options.baseline.is_some();
    let one = |m: &MatterOfRun<'_>| match &m.outcome {
        Outcome::NotRead(why) => json!({ "path": m.path, "status": m.status, "error": why }),
        Outcome::Checked(report, options) => {
            let found = if compared(options) { findings_of_report(report, options) } else { Vec::new() };
            let mut all = json!({ "path": m.path, "status": m.status });
            if let (Ok(Value::Object(own)), Some(all)) =
                (serde_json::to_value(document_of_report(report, &found)), all.as_object_mut())
            {
                all.extend(own);
            }
            all
        }
    };
    let of = |s: Standing| run.matters.iter().filter(|m| Standing::of(m.status) == s).count();
    let count = |k: Kind| run.checked().map(|(_, report, _)| report.count(k)).sum::<usize>();
    pretty_json(&json!({
        "schema": SCHEMA_OF_MANY,
        "tool": Tool { name: crate::PROGRAM, version: env!("CARGO_PKG_VERSION") },
        "matters": run.matters.iter().map(one).collect::<Vec<_>>(),
        "not_read": run.notes.iter().map(|n| &n.message).collect::<Vec<_>>(),
        "summary": {
            "status": run.status,
            "matters": run.matters.len(),
            "standing": Standing::ALL.into_iter().map(|s| (s.name().to_owned(), json!(of(s)))).collect::<Map<_, _>>(),
            "verdicts": Kind::ALL.into_iter().map(|k| (k.name().to_owned(), json!(count(k)))).collect::<Map<_, _>>(),
        },
    }))
}

fn document_of_report<'r>(report: &'r Report, compared: &'r [machine::Finding<'r>]) -> Document<'r> {
    Document {
        schema: SCHEMA,
        tool: Tool { name: crate::PROGRAM, version: env!("CARGO_PKG_VERSION") },
        matter: &report.matter,
        as_of: report.as_of.to_string(),
        known_on: report.known_on.to_string(),
        view: report.view_name(),
        incomplete: report.incomplete,
        hypothesis: report.hypothesis.as_ref().map(json_of_hypothesis),
        inputs: json_inputs(&report.inputs),
        summary: Kind::ALL.into_iter().map(|k| (k.name().to_owned(), json!(report.count(k)))).collect(),
        sentences_waiting: waiting::count_in_sources(&report.sources),
        facts: Facts { used: report.facts.used, unused: report.facts.unused, after_as_of: report.facts.after_as_of },
        verdicts: Verdicts(report),
        diagnostics: Findings { report, compared },
        shown: report.shown.iter().map(json_of_listed).collect(),
        tables: report.rows.as_ref().map(super::tables::json_of_tables),
    }
}

/// Any of our documents, indented, with a last newline, and nothing in it that
/// steers a terminal.
pub(crate) fn pretty_json(document: &impl Serialize) -> String {
    // Only a map with keys that are not strings could fail, and there is none.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    if has_unseen(&text) {
        text = escape_unseen(&text);
    }
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Document<'r> {
    schema: &'static str,
    tool: Tool,
    matter: &'r str,
    as_of: String,
    known_on: String,
    view: &'r str,
    incomplete: bool,
    /// What was supposed and what that changed, where something was.
    #[serde(skip_serializing_if = "Option::is_none")]
    hypothesis: Option<Value>,
    inputs: Vec<Input<'r>>,
    summary: Map<String, Value>,
    /// Sentences of an order that wait as comments of a draft.
    #[serde(skip_serializing_if = "is_zero")]
    sentences_waiting: usize,
    facts: Facts,
    verdicts: Verdicts<'r>,
    diagnostics: Findings<'r>,
    /// Paragraphs without a verdict: dispositions, soft norms, announcements.
    shown: Vec<Value>,
    /// What duties over rows found in the tables of the record, where there are such duties.
    #[serde(skip_serializing_if = "Option::is_none")]
    tables: Option<Value>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(n: &usize) -> bool {
    *n == 0
}

/// The verdicts of a report; each entry is made as it is written, and not kept.
struct Verdicts<'r>(&'r Report);

impl Serialize for Verdicts<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let all = self.0.verdicts().iter().enumerate();
        out.collect_seq(all.map(|(i, v)| entry_of_verdict(v, self.0, &same_in_all_views(self.0, i, v))))
    }
}

/// The findings of a report, made as they are written.
struct Findings<'r> {
    report: &'r Report,
    compared: &'r [machine::Finding<'r>],
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(self.report.diagnostics.iter().map(|d| {
            let own = self.compared.iter().find(|f| std::ptr::eq(f.diagnostic, d));
            let baseline = own.and_then(|f| f.state).map(state_word);
            Finding { baseline, known: own.is_some_and(|f| f.known()), ..finding(d, &self.report.sources) }
        }))
    }
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// The files that were read, with their sums.
pub(super) fn json_inputs(all: &[ordain_core::report::Input]) -> Vec<Input<'_>> {
    all.iter().map(|i| Input { path: &i.path, sha256: &i.sha256 }).collect()
}

#[derive(Serialize)]
pub(super) struct Input<'r> {
    path: &'r str,
    sha256: &'r str,
}

#[derive(Serialize)]
struct Facts {
    used: usize,
    unused: usize,
    after_as_of: usize,
}

#[derive(Serialize)]
struct Entry<'r> {
    id: &'r str,
    order: &'r str,
    paragraph: &'r str,
    bearer: &'r [String],
    modality: Modality,
    verdict: Kind,
    due: Option<String>,
    /// Only where the order gives an hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_time: Option<String>,
    /// Where the law is unsettled: the day that is safe under every reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    earliest_safe: Option<String>,
    /// How a counted date was reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    trace: Vec<Value>,
    days: Option<i64>,
    /// True where `days` is a lower bound.
    at_least: bool,
    why: &'r str,
    sources: &'r [String],
    /// What is reported beside it and changes nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beside: Vec<&'r str>,
    /// What each order did to it, where one did.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<Value>,
    /// Money that the order says is owed because of the breach.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accrued: Vec<Value>,
    /// The ids of the facts it rests on, the nearest first.
    facts: Vec<&'r str>,
    at: Option<Region>,
    /// Each view and its verdict, where there are several.
    #[serde(skip_serializing_if = "Map::is_empty")]
    views: Map<String, Value>,
    /// What the paragraph says, part by part, as in `ordain.outline/1`; of the verdict on the whole paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    outline: Option<Map<String, Value>>,
    parts: Vec<Entry<'r>>,
}

#[derive(Serialize)]
pub(crate) struct Region {
    file: String,
    line: usize,
    column: usize,
    #[serde(rename = "endLine")]
    end_line: usize,
    #[serde(rename = "endColumn")]
    end_column: usize,
}

#[derive(Serialize)]
struct Finding<'r> {
    code: &'static str,
    severity: Severity,
    message: &'r str,
    help: Option<String>,
    fix: Option<JsonFix<'r>>,
    labels: Vec<Label<'r>>,
    /// How it compares with the baseline, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<&'static str>,
    /// True where the baseline has it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    known: bool,
}

#[derive(Serialize)]
struct Label<'r> {
    #[serde(flatten)]
    at: Region,
    text: &'r str,
    primary: bool,
}

#[derive(Serialize)]
struct JsonFix<'r> {
    title: &'r str,
    safe: bool,
    applicability: Applicability,
    edits: Vec<Edit<'r>>,
}

#[derive(Serialize)]
struct Edit<'r> {
    #[serde(flatten)]
    at: Region,
    text: &'r str,
}

/// The verdict of this paragraph under each view, where there are several.
fn same_in_all_views<'r>(report: &'r Report, i: usize, v: &Verdict) -> Vec<(&'r str, &'r Verdict)> {
    let several = report.columns.iter().filter(|_| report.columns.len() > 1);
    several.filter_map(|c| Some((c.view.name(), verdict_with_id(&c.verdicts, i, &v.id)?))).collect()
}

/// `across` has the same verdict under each view; it is empty where there is one view only.
fn entry_of_verdict<'r>(v: &'r Verdict, report: &'r Report, across: &[(&'r str, &'r Verdict)]) -> Entry<'r> {
    let views = across.iter().map(|(view, v)| ((*view).to_owned(), json!(v.kind))).collect();
    let below = |i: usize, p: &Verdict| -> Vec<_> {
        across.iter().filter_map(|(view, v)| Some((*view, verdict_with_id(&v.parts, i, &p.id)?))).collect()
    };
    let parts = v.parts.iter().enumerate().map(|(i, p)| entry_of_verdict(p, report, &below(i, p))).collect();
    Entry {
        id: &v.id,
        order: &v.order,
        paragraph: &v.paragraph,
        bearer: &v.bearer,
        modality: v.modality,
        verdict: v.kind,
        due: v.due.as_ref().map(|d| d.day.to_string()),
        due_time: v.due.as_ref().and_then(|d| d.time).map(|t| t.format("%H:%M").to_string()),
        earliest_safe: v.due.as_ref().and_then(|d| d.earliest_safe).map(|d| d.to_string()),
        trace: v.due.iter().flat_map(|d| &d.trace).map(json_of_step).collect(),
        days: v.days,
        at_least: v.at_least,
        why: &v.why,
        sources: &v.sources,
        accrued: v.accrued.iter().map(json_of_accrued).collect(),
        beside: v.notes.iter().map(|r| r.text.as_str()).collect(),
        history: v.history.iter().map(json_of_stage).collect(),
        facts: v.facts.iter().filter_map(|p| p.fact.as_deref()).collect(),
        at: region_of_span(v.span, &report.sources),
        views,
        outline: report.outlines.get(&v.id).map(crate::outline_parts::json),
        parts,
    }
}

/// The amount is a string: a figure of money is never a binary fraction.
fn json_of_accrued(a: &ordain_core::verdict::Accrued) -> Value {
    json!({ "amount": a.amount, "currency": a.currency, "at_least": a.at_least, "steps": a.steps })
}

fn json_of_hypothesis(h: &HypothesisOutcome) -> Value {
    let verdict = |v: &Option<Verdict>| {
        v.as_ref()
            .map(|v| json!({ "verdict": v.kind, "days": v.days, "due": v.due.as_ref().map(|d| d.day.to_string()) }))
    };
    let change = |c: &Altered| json!({ "id": c.id, "before": verdict(&c.before), "after": verdict(&c.after) });
    let said = |s: &Said| json!({ "id": s.id, "gone": s.gone, "new": s.new });
    json!({
        "assumed": h.assumed,
        "without": h.without,
        "summary": h.summary(),
        "changes": h.changes.iter().map(change).collect::<Vec<_>>(),
        "said": h.said.iter().map(said).collect::<Vec<_>>(),
    })
}

fn json_of_listed(s: &ordain_core::verdict::Listed) -> Value {
    let mut all = json!({ "id": s.id, "kind": s.kind.word(), "text": s.text, "sources": s.sources });
    if let (Some(state), Some(all)) = (s.state, all.as_object_mut()) {
        all.insert("state".to_owned(), json!(state.word()));
    }
    all
}

/// One act of an order on a paragraph.
pub(super) fn json_of_stage(s: &ordain_core::verdict::Stage) -> Value {
    let day = |d: Option<chrono::NaiveDate>| d.map(|d| d.to_string());
    let due = |d: &Option<ordain_core::verdict::Due>| d.as_ref().map(|d| d.day.to_string());
    json!({
        "entered": day(s.entered), "from": day(s.from), "by": s.by, "docket": s.docket, "act": s.act,
        "state": s.state.name(), "due_before": due(&s.before), "due": due(&s.due), "remarks": s.remarks,
    })
}

/// As `ordain count --format json` has it.
pub(crate) fn json_of_step(s: &ordain_core::verdict::Step) -> Value {
    json!({ "step": s.step, "date": s.date.to_string(), "rule": s.rule, "why": s.why })
}

fn finding<'r>(d: &'r Diagnostic, sources: &SourceMap) -> Finding<'r> {
    let label = |l: &'r ordain_base::diag::Label| {
        Some(Label { at: region_of_span(l.span, sources)?, text: &l.text, primary: l.primary })
    };
    let edit = |e: &'r ordain_base::diag::Edit| Some(Edit { at: region_of_span(e.span, sources)?, text: &e.text });
    Finding {
        code: d.code.id,
        severity: d.severity,
        message: &d.message,
        help: d.advice(),
        fix: d.fix.as_ref().map(|f| JsonFix {
            title: &f.title,
            safe: f.is_safe(),
            applicability: f.applicability,
            edits: f.edits.iter().filter_map(edit).collect(),
        }),
        labels: d.labels.iter().filter_map(label).collect(),
        baseline: None,
        known: false,
    }
}

pub(crate) fn region_of_span(span: Span, sources: &SourceMap) -> Option<Region> {
    let Location { file, line, column, end_line, end_column } = sources.locate(span)?;
    Some(Region { file, line, column, end_line, end_column })
}
