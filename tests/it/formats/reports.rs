//! The ten reports that every format is shown.

use ordain_base::diag::codes::party_names;
use ordain_base::diag::codes::{duties, names};
use ordain_base::diag::{Diagnostic, Severity};
use ordain_base::source::{SourceMap, Span};
use ordain_core::report::{Report, findings_of_verdicts};
use ordain_core::verdict::{Kind, Modality, Place, Reason, Step};

use super::matter::{self, day, words};

/// All ten, each with its name.
pub(crate) fn all() -> Vec<(&'static str, Report)> {
    vec![
        ("breach", breach()),
        ("late", late()),
        ("undetermined", undetermined()),
        ("pending", pending()),
        ("errors", errors()),
        ("views", views()),
        ("parts", parts()),
        ("hostile", hostile()),
        ("counted", counted()),
        ("empty", empty()),
    ]
}

/// A breach over three files, and a late performance.
pub(crate) fn breach() -> Report {
    let mut report = matter::report();
    // The findings as the catalogue words them, so that codes are real.
    report.diagnostics = findings_of(&report);
    report
}

fn findings_of(report: &Report) -> Vec<Diagnostic> {
    let mut verdicts = report.verdicts().to_vec();
    for v in &mut verdicts {
        v.done = match v.id.as_str() {
            "MTC ¶ 2" => "produced privilege log".into(),
            _ => "completed CAR categories 1-5".into(),
        };
    }
    findings_of_verdicts(&verdicts)
}

/// One duty, performed after its day.
pub(crate) fn late() -> Report {
    let mut report = matter::report();
    report.columns[0].verdicts.retain(|v| v.kind == Kind::Late);
    report.diagnostics = findings_of(&report);
    report
}

pub(crate) fn undetermined() -> Report {
    let mut report = matter::report();
    report.columns[0].verdicts.truncate(1);
    let v = &mut report.columns[0].verdicts[0];
    (v.kind, v.days, v.parts) = (Kind::Undetermined, None, Vec::new());
    v.why = "the record is silent after Fri 2024-04-05".into();
    v.remedy =
        Some("the record is complete through April 6, 2024 for productions by Defendants\n  source <paper>".into());
    report.diagnostics = findings_of(&report);
    report
}

/// Nothing but a duty to come.
pub(crate) fn pending() -> Report {
    let mut report = matter::report();
    report.columns[0].verdicts.retain(|v| v.kind == Kind::Pending);
    report.diagnostics.clear();
    report
}

/// Lines that could not be read, one with a ready fix, and a warning.
pub(crate) fn errors() -> Report {
    let mut report = matter::bad();
    let s = report.sources.clone();
    report.diagnostics = vec![
        party_names::unknown_party("Defendents", words(&s, "record.facts", "Defendants", 1), Some("Defendants")),
        party_names::unknown_party("Defendents", words(&s, "record.facts", "Defendants", 2), Some("Defendants")),
        Diagnostic::new(duties::LATE, "a warning with a fix", words(&s, "mtc.order", "Dkt. 290", 0), "this").fix(
            "write `Dkt. 291`",
            words(&s, "mtc.order", "290", 0),
            "291",
            true,
        ),
    ];
    report.diagnostics.extend(findings_of(&report));
    report
}

/// The matter under the view of the Court and of each side.
pub(crate) fn views() -> Report {
    let mut report = matter::views();
    report.diagnostics = findings_of(&report);
    report
}

/// Forty categories in three states.
pub(crate) fn parts() -> Report {
    let mut report = matter::report();
    report.columns[0].verdicts.truncate(1);
    let whole = &mut report.columns[0].verdicts[0];
    let model = whole.parts[0].clone();
    whole.parts = (1..=40)
        .map(|n| {
            let mut part = model.clone();
            (part.id, part.part) =
                (format!("MTC ¶ 1 category {n}"), vec![ordain_core::verdict::Part::Category(n.to_string())]);
            part.kind = [Kind::Breached, Kind::Met, Kind::Undetermined][n % 3];
            part.days = (part.kind == Kind::Breached).then_some(126);
            part.why = format!("{} of category {n}", ["nothing", "all", "something"][n % 3]);
            part
        })
        .collect();
    report.diagnostics = findings_of(&report);
    report
}

pub(crate) const EVIL: &str = "\x1b[31m::error file=x::y\n::set-output name=a::b ##[add-path]/x 100% a:b,c \
    ]]> <script>alert(1)</script> </failure> | `tick` ```` [l](http://x.test) @all #1 \u{202e}\u{fffe}\r\0 &amp; \\ \"'";

/// The same hostile words wherever a file may put them.
pub(crate) fn hostile() -> Report {
    let mut sources = SourceMap::default();
    sources.add("evil,100%: `x`|.order", format!("¶ 1  {EVIL} must {EVIL}\n")).unwrap();
    sources.add("evil dir/r\u{1b}[31m]]>.facts", format!("::error::{EVIL}\n")).unwrap();
    let mut report = matter::empty(sources.clone());
    report.matter = format!("::warning::{EVIL}");
    let (duty, fact) = (Span::new(0, 40), Span::new(sources.files()[1].base, sources.files()[1].base + 30));
    let mut v = matter::verdict("MTC ¶ 1", "", Kind::Breached, duty);
    let place = Place { span: fact, text: EVIL.into(), fact: Some(EVIL.into()), cite: Some(EVIL.into()) };
    (v.id, v.order) = (format!("{EVIL} ¶ 1"), EVIL.into());
    v.why = EVIL.into();
    v.done = EVIL.into();
    v.bearer = vec![EVIL.into()];
    v.reasons = vec![Reason::at(EVIL, place.clone())];
    v.facts = vec![place];
    v.notes = vec![Reason::new(EVIL)];
    report.columns[0].verdicts = vec![v];
    report.diagnostics = findings_of_verdicts(report.verdicts());
    report.diagnostics.push(Diagnostic::new(names::UNKNOWN_WORD, EVIL, fact, EVIL).help(EVIL).fix(
        EVIL,
        Span::new(2, 9),
        EVIL,
        false,
    ));
    report
}

/// A breach of a day that was counted, step by step.
pub(crate) fn counted() -> Report {
    let mut report = matter::bad();
    (report.incomplete, report.as_of_given) = (false, true);
    let v = &mut report.columns[0].verdicts[0];
    (v.kind, v.days, v.remedy) = (Kind::Breached, Some(18), None);
    v.why = "no log was produced".into();
    if let Some(due) = &mut v.due {
        due.trace.push(Step {
            step: "and not a holiday".into(),
            date: day(2024, 3, 18),
            rule: "Fed. R. Civ. P. 6(a)(6)".into(),
            why: "no holiday of the calendar".into(),
            origin: None,
        });
    }
    let mut forbidden =
        matter::verdict("MTC ¶ 3", "", Kind::Breached, words(&report.sources, "mtc.order", "by December 1, 2023", 0));
    forbidden.modality = Modality::MustNot;
    let spans = [
        words(&report.sources, "record.facts", "12 documents", 0),
        words(&report.sources, "record.facts", "15 documents", 0),
    ];
    forbidden.facts = spans.map(|span| Place { span, text: "done".into(), fact: None, cite: None }).to_vec();
    forbidden.why = "done on Fri 2023-12-01".into();
    report.columns[0].verdicts.push(forbidden);
    report.diagnostics = findings_of(&report);
    assert!(report.diagnostics.iter().all(|d| d.severity == Severity::Breach));
    report
}

/// The breach again, with these lines above the order.
pub(crate) fn moved(above: &str) -> Report {
    let mut sources = SourceMap::default();
    for file in matter::sources().files() {
        let above = if file.path.ends_with("mtc.order") { above } else { "" };
        sources.add(file.path.clone(), format!("{above}{}", file.text)).unwrap();
    }
    let mut report = matter::empty(sources.clone());
    report.columns[0].verdicts = matter::verdicts(&sources, "court");
    report.diagnostics = findings_of(&report);
    report
}

/// No file, no verdict, no finding.
pub(crate) fn empty() -> Report {
    matter::empty(SourceMap::default())
}
