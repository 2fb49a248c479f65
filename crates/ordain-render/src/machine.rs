//! What the formats for machines share: which place a finding is sent to, a
//! path that a service can find, and a name for a finding that stays the same
//! when lines move and days go by.

use ordain_base::words::one_line;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::Style;
use super::clean::Cleaner;
use ordain_base::diag::{Diagnostic, Label, Severity};
use ordain_base::source::{Location, SourceKind, SourceMap, Span};
use ordain_core::report::{Comparison, Fails, Report, State};
use ordain_core::verdict::Verdict;

/// Which place of a finding comes first. GitHub shows an alert in a pull
/// request only where its lines are in the diff: a breach that an edited fact
/// causes is seen there only if it points at the fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Primary {
    /// The words of the order.
    #[default]
    Rule,
    /// The nearest fact, where there is one.
    Fact,
}

/// All that a format may know besides the report.
#[derive(Debug, Clone, Copy)]
pub struct Options<'o> {
    /// Width, color and character set, for formats that have them.
    pub style: Style,
    /// Which place of a finding comes first.
    pub primary: Primary,
    /// The exit status of the run.
    pub status: u8,
    /// Which verdicts fail the build besides a breach.
    pub fails: Fails,
    /// The folder that paths are shown from, with `/`; may be empty.
    pub root: &'o str,
    /// The folder that the files of the matter are in, as their paths begin; may be empty.
    pub home: &'o str,
    /// How the verdicts compare with those that were known.
    pub baseline: Option<&'o Comparison>,
    /// How much is shown to people.
    pub extent: Extent,
    /// The facts that nothing used are listed for people.
    pub unused_facts: bool,
    /// The matter as the command line names it, for commands to paste; may be empty.
    pub named: &'o str,
}

/// How much of a report is shown to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// The answers only.
    Brief,
    /// The answers, then each finding.
    #[default]
    Findings,
    /// Every finding with all its places, and every paragraph.
    All,
}

impl Options<'_> {
    /// The defaults: rules first, nothing known, status 0.
    #[must_use]
    pub const fn new(style: Style) -> Self {
        Self {
            style,
            primary: Primary::Rule,
            status: 0,
            fails: Fails::BREACHES,
            root: "",
            home: "",
            baseline: None,
            extent: Extent::Findings,
            unused_facts: false,
            named: "",
        }
    }
}

/// A finding as a machine takes it.
pub(crate) struct Finding<'r> {
    pub(crate) diagnostic: &'r Diagnostic,
    /// The label that comes first.
    pub(crate) first: Option<&'r Label>,
    /// All others, in their order.
    pub(crate) others: Vec<&'r Label>,
    /// The paragraph it is about, where it is about one.
    pub(crate) verdict: Option<&'r Verdict>,
    /// SHA-256 in lower-case hex, unique in the report.
    pub(crate) fingerprint: String,
    /// How it compares with the baseline; none where there is none.
    pub(crate) state: Option<State<'r>>,
}

impl Finding<'_> {
    /// True of a breach that the baseline knows: shown, and no failure.
    pub(crate) fn known(&self) -> bool {
        self.state == Some(State::Known)
    }

    /// The span of the label that comes first.
    pub(crate) fn span(&self) -> Span {
        self.first.map_or(Span::default(), |l| l.span)
    }
}

/// Every finding, worst first.
pub(crate) fn findings_of_report<'r>(report: &'r Report, options: &Options<'r>) -> Vec<Finding<'r>> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut found: Vec<Finding<'r>> = Vec::new();
    for d in &report.diagnostics {
        let first = first_label(d, &report.sources, options.primary);
        let others = d.labels.iter().filter(|l| first.is_none_or(|f| !std::ptr::eq(f, *l))).collect();
        let verdict = verdict_of_diagnostic(report.verdicts(), d);
        let state = match (options.baseline, verdict, d.severity) {
            (Some(b), Some(v), Severity::Breach | Severity::Undetermined) => Some(b.state(v)),
            (Some(b), Some(v), Severity::Warning) if d.code.id == ordain_base::diag::codes::duties::LATE.id => {
                Some(b.state(v))
            }
            _ => None,
        };
        let identity = identity_of_finding(d, verdict, report, options);
        let nth = seen.entry(identity.clone()).or_default();
        let fingerprint = sha256_of(&format!("{identity}\0{nth}"));
        *nth += 1;
        found.push(Finding { diagnostic: d, first, others, verdict, fingerprint, state });
    }
    // Of one severity, as they came.
    found.sort_by_key(|f| f.diagnostic.severity);
    found
}

/// The word for how a finding compares with a baseline.
pub(crate) const fn state_word(state: State<'_>) -> &'static str {
    match state {
        State::New => "new",
        State::Worse(_) => "worse",
        State::Known => "known",
    }
}

/// The label that comes first: that of the rule, or of the nearest fact.
fn first_label<'r>(d: &'r Diagnostic, sources: &SourceMap, primary: Primary) -> Option<&'r Label> {
    let rule = d.labels.iter().find(|l| l.primary).or(d.labels.first());
    match primary {
        Primary::Rule => rule,
        Primary::Fact => d.labels.iter().find(|l| is_fact(l.span, sources)).or(rule),
    }
}

/// True of words in a record.
pub(crate) fn is_fact(span: Span, sources: &SourceMap) -> bool {
    sources.file_of(span).is_some_and(|f| f.kind == SourceKind::Facts)
}

/// The verdict that a finding about a duty was made of: that of the paragraph
/// whose words, or whose deadline, it underlines first.
fn verdict_of_diagnostic<'r>(verdicts: &'r [Verdict], d: &Diagnostic) -> Option<&'r Verdict> {
    if !d.code.id.starts_with('D') {
        return None;
    }
    let span = d.span();
    let own = |v: &&Verdict| v.due_span.unwrap_or(v.span) == span;
    let near = |v: &&Verdict| v.span == span || v.due_span == Some(span);
    verdicts
        .iter()
        .find(own)
        .or_else(|| verdicts.iter().find(near))
        .or_else(|| verdicts.iter().find(|v| v.parts.iter().any(|p| near(&p))))
}

/// What makes a finding this one and no other, without lines, days and counts: its code, its matter, its file within
/// the matter, and the paragraph or the words it is about. Nothing depends on the folder in which the command is run.
fn identity_of_finding(d: &Diagnostic, verdict: Option<&Verdict>, report: &Report, options: &Options<'_>) -> String {
    let within = |file: &str| {
        let inside =
            file.strip_prefix(options.home).and_then(|f| f.strip_prefix('/')).filter(|_| !options.home.is_empty());
        inside.map_or_else(|| path_from_root(file, options.root), |f| path_from_root(f, ""))
    };
    let file = report.sources.file_of(d.span()).map_or(String::new(), |f| within(&f.path));
    let about = match verdict {
        Some(v) => v.id.clone(),
        // A finding about no words is about what it says.
        None if d.labels.is_empty() => d.message.replace(&format!("`{}/", options.home), "`"),
        None => format!(
            "{}\0{}",
            one_line(report.sources.text(d.span())),
            one_line(line_at_span(&report.sources, d.span()))
        ),
    };
    format!("{}\0{}\0{file}\0{about}", d.code.id, report.matter)
}

/// Characters of a line that tell a finding apart: some lines are a whole order.
const LINE: usize = 240;

/// The line in which a span begins, or its beginning where it is long.
fn line_at_span(sources: &SourceMap, span: Span) -> &str {
    let Some(file) = sources.file_of(span) else { return "" };
    let at = file.lines.line(span.start.saturating_sub(file.base));
    let start = file.lines.start(at).unwrap_or(0) as usize;
    let end = file.lines.start(at + 1).map_or(file.text.len(), |e| e as usize);
    let line = file.text.get(start..end).unwrap_or("");
    line.char_indices().nth(LINE).and_then(|(end, _)| line.get(..end)).unwrap_or(line)
}

/// The name of the finding that a matter could not be read, where a service wants one.
pub(crate) const UNREAD_MATTER: &str = "matter-not-read";

/// Fingerprints of several reports in one document: two matters may be copies of one another.
#[derive(Default)]
pub(crate) struct Unique(BTreeMap<String, usize>);

impl Unique {
    /// The fingerprint itself the first time, and another each time it comes again.
    pub(crate) fn name(&mut self, fingerprint: &str) -> String {
        let nth = self.0.entry(fingerprint.to_owned()).or_default();
        *nth += 1;
        if *nth == 1 { fingerprint.to_owned() } else { sha256_of(&format!("{fingerprint}\0{nth}")) }
    }
}

pub(crate) fn sha256_of(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

/// A path as services want it: from the root, with `/`, without `.` and `..`
/// where they can be resolved.
pub(crate) fn path_from_root(path: &str, root: &str) -> String {
    let root = root.trim_end_matches('/');
    let inside = match path.strip_prefix(root) {
        Some(rest) if !root.is_empty() && rest.starts_with('/') => rest.trim_start_matches('/'),
        _ => path,
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in inside.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|p| *p != "..") => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    let lead = if inside.starts_with('/') { "/" } else { "" };
    format!("{lead}{}", parts.join("/"))
}

/// Where a span stands, its file as [`path_from_root`] has it and without anything that
/// steers a terminal.
pub(crate) fn locate_span(report: &Report, span: Span, root: &str) -> Option<Location> {
    let at = report.sources.locate(span)?;
    let file = Cleaner::for_machines().line(&path_from_root(&at.file, root));
    Some(Location { file, ..at })
}

/// Something to point at for a finding without a place: the first file.
pub(crate) fn first_file_location(report: &Report, root: &str) -> Location {
    let file = report.inputs.first().map_or_else(|| "-".to_owned(), |i| path_from_root(&i.path, root));
    Location { file, line: 1, column: 1, end_line: 1, end_column: 1 }
}

#[cfg(test)]
mod tests {
    use super::path_from_root;

    #[test]
    fn paths_are_what_a_service_can_find() {
        for (given, root, shown) in [
            ("rules/a.order", "/repo", "rules/a.order"),
            ("./rules//a.order", "", "rules/a.order"),
            ("/repo/rules/a.order", "/repo", "rules/a.order"),
            ("/repo/rules/a.order", "/repo/", "rules/a.order"),
            ("/reports/a.order", "/repo", "/reports/a.order"),
            ("/elsewhere/./a.order", "/repo", "/elsewhere/a.order"),
            ("rules/x/../a.order", "", "rules/a.order"),
            ("../a.order", "/repo", "../a.order"),
            ("a.order", "", "a.order"),
        ] {
            assert_eq!(path_from_root(given, root), shown, "{given} from {root}");
        }
    }
}
