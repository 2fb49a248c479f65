//! A matter built by hand, so that the formats are tested without the
//! evaluator: two orders, a record, and the verdicts that belong to them.

use chrono::NaiveDate;
use ordain_base::diag::{Code, Diagnostic, Severity};
use ordain_base::source::{SourceMap, Span};
use ordain_core::report::{Column, FactCounts, Input, Report, View};
use ordain_core::verdict::{Due, Kind, Listed, ListedKind, Modality, Part, Place, Reason, Step, Verdict};

pub(crate) const MTC: &str = "\
order MTC \"Order on Motion to Compel\"
  Dkt. 290
  entered October 19, 2023

¶ 1  Defendants must complete CAR categories 1-5
     by December 1, 2023
     source MTC at 16
¶ 2  Defendants must produce privilege log
     for each document withheld from CAR on grounds of privilege
     by December 15, 2023
     source MTC at 16
";

pub(crate) const ENFORCEMENT: &str = "\
order Enforcement \"Order granting motion to enforce\"
  entered April 5, 2024
  enforces MTC

¶ 1  Defendants must complete CAR categories 1-5
     promptly, and in any event by Friday, April 19, 2024
     source Enforcement at 7
";

pub(crate) const RECORD: &str = "\
on December 1, 2023 Defendants produced 12 documents in CAR categories 4-5
  of which 1 fully redacted
  source Motion at 2
on January 26, 2024 Defendants produced 15 documents in CAR categories 4-5
  source Motion at 4; Coleman Decl. Ex. E
Defendants admit 0 documents in CAR categories 1-3    source Opposition at 5-6
the record is complete through April 5, 2024 for productions by Defendants
";

pub(crate) const BREACHED: Code = Code {
    id: "D0301",
    name: "duty-breached",
    severity: Severity::Breach,
    summary: "a duty was not performed",
    markdown: "",
};
pub(crate) const LATE: Code = Code {
    id: "D0303",
    name: "duty-late",
    severity: Severity::Warning,
    summary: "a duty was performed late",
    markdown: "",
};
pub(crate) const UNKNOWN: Code = Code {
    id: "N0101",
    name: "unknown-name",
    severity: Severity::Error,
    summary: "a name is not declared",
    markdown: "",
};
pub(crate) const SILENT: Code = Code {
    id: "D0302",
    name: "record-silent",
    severity: Severity::Undetermined,
    summary: "the record is silent",
    markdown: "",
};

pub(crate) fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// The span of the `nth` (from 0) occurrence of `words` in the file of this name.
pub(crate) fn words(sources: &SourceMap, file: &str, words: &str, nth: usize) -> Span {
    let file = sources.files().iter().find(|f| f.path.ends_with(file)).unwrap();
    let (start, _) = file.text.match_indices(words).nth(nth).unwrap();
    let start = file.base + u32::try_from(start).unwrap();
    Span::new(start, start + u32::try_from(words.len()).unwrap())
}

pub(crate) fn sources() -> SourceMap {
    let mut sources = SourceMap::default();
    for (path, text) in [("mtc.order", MTC), ("enforcement.order", ENFORCEMENT), ("record.facts", RECORD)] {
        sources.add(format!("rules/immdef/{path}"), text).unwrap();
    }
    sources
}

/// A report without verdicts or findings, on 2024-04-05.
pub(crate) fn empty(sources: SourceMap) -> Report {
    let inputs = sources.files().iter().map(|f| Input { path: f.path.clone(), sha256: "0".repeat(64) }).collect();
    Report {
        matter: "Immigrant Defenders Law Center v. Mayorkas".into(),
        as_of: day(2024, 4, 5),
        as_of_given: true,
        known_on: day(2024, 4, 5),
        court: None,
        number: None,
        zone: None,
        parties: Vec::new(),
        orders: Vec::new(),
        columns: vec![Column { view: View::Court, verdicts: Vec::new() }],
        incomplete: false,
        inputs,
        rows: None,
        facts: FactCounts::default(),
        unused: Vec::new(),
        outlines: std::collections::BTreeMap::new(),
        shown: Vec::new(),
        diagnostics: Vec::new(),
        sources,
        hypothesis: None,
    }
}

/// The verdict of a paragraph, or of one category of it.
pub(crate) fn verdict(id: &str, category: &str, kind: Kind, span: Span) -> Verdict {
    let (order, rest) = id.split_once(" ¶ ").unwrap();
    Verdict {
        id: if category.is_empty() { id.into() } else { format!("{id} category {category}") },
        order: order.into(),
        paragraph: rest.into(),
        part: if category.is_empty() { Vec::new() } else { vec![Part::Category(category.into())] },
        bearer: vec!["Defendants".into()],
        done: String::new(),
        ordered: String::new(),
        modality: Modality::Must,
        kind,
        due: None,
        days: None,
        at_least: false,
        why: String::new(),
        reasons: Vec::new(),
        sources: vec![format!("{order} at 16")],
        span,
        due_span: None,
        facts: Vec::new(),
        notes: Vec::new(),
        history: Vec::new(),
        accrued: Vec::new(),
        remedy: None,
        parts: Vec::new(),
    }
}

pub(crate) fn due(day: NaiveDate) -> Due {
    Due::on(day, None)
}

fn place(span: Span, text: &str, fact: Option<&str>, cite: &str) -> Place {
    Place { span, text: text.into(), fact: fact.map(Into::into), cite: Some(cite.into()) }
}

/// The verdicts under the court's view, or under that of a side.
pub(crate) fn verdicts(s: &SourceMap, view: &str) -> Vec<Verdict> {
    let closed = words(s, "record.facts", "the record is complete through April 5, 2024", 0);
    let admit = words(s, "record.facts", "Defendants admit 0 documents in CAR categories 1-3", 0);
    let first = words(s, "record.facts", "on December 1, 2023 Defendants produced 12 documents", 0);

    let mut one = verdict("MTC ¶ 1", "", Kind::Breached, words(s, "mtc.order", "Defendants must complete", 0));
    one.due = Some(due(day(2023, 12, 1)));
    one.due_span = Some(words(s, "mtc.order", "by December 1, 2023", 0));
    one.days = Some(126);
    one.why = "nothing in categories 1-3; categories 4 and 5 produced in part".into();
    one.facts = vec![place(admit, "admitted by Defendants", Some("record 3"), "Opposition at 5-6")];
    one.reasons = vec![
        Reason::new("the deadline of Fri 2023-12-01 has passed"),
        Reason::new("nothing was produced in categories 1, 2 and 3")
            .because([Reason::at("Defendants admit it", one.facts[0].clone())]),
        Reason::at(
            "the record may speak until Fri 2024-04-05",
            place(closed, "the line that closes the record", Some("record 4"), "a reading of the transcriber's"),
        ),
    ];
    one.notes = vec![Reason::new("asked Plaintiffs, not the Court, for more time (Motion at 2)")];
    for n in 1..=5 {
        let mut part = verdict("MTC ¶ 1", &format!("{n}"), Kind::Breached, one.span);
        part.due.clone_from(&one.due);
        part.days = Some(126);
        part.why = format!("nothing produced in category {n}");
        if n > 3 {
            part.why = "27 documents produced, not shown complete".into();
            part.facts = vec![place(first, "12 documents", Some("record 1"), "Motion at 2")];
            if view == "Defendants" {
                (part.kind, part.days) = (Kind::Late, Some(74));
                part.why = "complete on Tue 2024-02-13, by Axe Decl. ¶ 6".into();
            }
        }
        one.parts.push(part);
    }

    let mut two = verdict("MTC ¶ 2", "", Kind::Late, words(s, "mtc.order", "Defendants must produce privilege log", 0));
    two.due = Some(due(day(2023, 12, 15)));
    two.days = Some(42);
    two.at_least = true;
    two.why = "logs served on or after Fri 2024-01-26".into();

    let span = words(s, "enforcement.order", "Defendants must complete CAR categories 1-5", 0);
    let mut three = verdict("Enforcement ¶ 1", "", Kind::Pending, span);
    three.due = Some(due(day(2024, 4, 19)));
    three.days = Some(14);
    three.why = "\"promptly\" is for judgment".into();
    vec![one, two, three]
}

pub(crate) fn breach(s: &SourceMap) -> Diagnostic {
    Diagnostic::new(
        BREACHED,
        "Defendants have not completed CAR categories 1, 2 and 3 (MTC ¶ 1): 126 days past due",
        words(s, "mtc.order", "Defendants must complete CAR categories 1-5", 0),
        "the duty",
    )
    .label(words(s, "mtc.order", "by December 1, 2023", 0), "due Fri 2023-12-01, 126 days before Fri 2024-04-05")
    .label(
        words(s, "record.facts", "admit 0 documents in CAR categories 1-3", 0),
        "admitted: nothing in categories 1-3",
    )
    .label(words(s, "record.facts", "complete through April 5, 2024", 0), "the record may speak until Fri 2024-04-05")
    .help(
        "a production, a certification or a finding would meet the duty; if one was made, add it to the record:\n  \
         on <date> Defendants produced <n> documents in CAR categories 1-3\n    source <paper and page>",
    )
}

pub(crate) fn late(s: &SourceMap) -> Diagnostic {
    Diagnostic::new(
        LATE,
        "Defendants served the privilege log at least 42 days late (MTC ¶ 2)",
        words(s, "mtc.order", "by December 15, 2023", 0),
        "due Fri 2023-12-15",
    )
}

/// The seed matter as it stood on April 5, 2024, under the court's view.
pub(crate) fn report() -> Report {
    let s = sources();
    let mut report = empty(s.clone());
    report.columns[0].verdicts = verdicts(&s, "court");
    report.facts = FactCounts { used: 23, unused: 4, after_as_of: 2 };
    report.diagnostics = vec![breach(&s), late(&s)];
    report.shown = vec![Listed {
        id: "Enforcement ¶ 2".into(),
        kind: ListedKind::Disposition,
        state: None,
        on: None,
        text: "vacates the hearing of April 8, 2024".into(),
        sources: vec!["Enforcement at 7".into()],
        span: words(&s, "enforcement.order", "enforces MTC", 0),
    }];
    report
}

/// The same under every view.
pub(crate) fn views() -> Report {
    let mut report = report();
    for party in ["Plaintiffs", "Defendants"] {
        let verdicts = verdicts(&report.sources, party);
        report.columns.push(Column { view: View::Party(party.into()), verdicts });
    }
    report
}

/// A matter with a bad line: errors, and verdicts for the rest.
pub(crate) fn bad() -> Report {
    let s = sources();
    let mut report = empty(s.clone());
    report.as_of_given = false;
    report.incomplete = true;
    report.diagnostics = vec![
        Diagnostic::new(
            UNKNOWN,
            "there is no party `Defendents` in this matter",
            words(&s, "record.facts", "Defendants", 1),
            "did you mean `Defendants`?",
        )
        .fix("write `Defendants`", words(&s, "record.facts", "Defendants", 1), "Defendants", true),
        Diagnostic::new(
            SILENT,
            "the record is silent on MTC ¶ 2 after Fri 2024-04-05",
            words(
                &s,
                "mtc.order",
                "Defendants must produce privilege log\n     for each document withheld from CAR on grounds of privilege",
                0,
            ),
            "the duty",
        ),
    ];
    let span = words(&s, "mtc.order", "Defendants must produce privilege log", 0);
    let mut v = verdict("MTC ¶ 2", "", Kind::Undetermined, span);
    v.why = "the record is silent".into();
    v.remedy = Some("the record is complete through April 6, 2024 for service by Defendants".into());
    let mut counted = due(day(2024, 3, 18));
    counted.earliest_safe = Some(day(2024, 3, 15));
    counted.trace = vec![
        Step {
            step: "the day of entry is day 0".into(),
            date: day(2024, 3, 2),
            rule: "Fed. R. Civ. P. 6(a)(1)(A)".into(),
            why: "the event is not counted".into(),
            origin: None,
        },
        Step {
            step: "day 14 is a Saturday: the next day that is not closed".into(),
            date: day(2024, 3, 18),
            rule: "Fed. R. Civ. P. 6(a)(1)(C)".into(),
            why: String::new(),
            origin: None,
        },
    ];
    v.due = Some(counted);
    report.columns[0].verdicts = vec![v];
    report
}
