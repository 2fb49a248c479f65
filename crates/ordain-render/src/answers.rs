//! The answers of a report, before anything else of it: what is breached, late or in doubt, what
//! falls due next, which statements contradict each other, and what asks for nothing now.

use super::date::Months;
use super::machine::{Finding, Options};
use super::words;
use ordain_base::diag::codes::facts::CONTRADICTIONS;
use ordain_base::words::plural;
use ordain_core::report::{Report, State};
use ordain_core::verdict::{Kind, Verdict};

/// One paragraph that somebody must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) kind: Kind,
    /// `BREACHED`, `NEXT`.
    pub(crate) word: String,
    pub(crate) id: String,
    /// `Defendants must complete CAR categories 1-5`.
    pub(crate) ordered: String,
    /// `due Fri Dec. 1, 2023`.
    pub(crate) due: Option<String>,
    /// `126 days overdue`.
    pub(crate) days: Option<String>,
    pub(crate) known: bool,
}

/// Paragraphs of one verdict that ask for nothing now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rest {
    pub(crate) kind: Kind,
    pub(crate) word: String,
    /// `Sched ¶¶ 1, 2 and 4`, order by order.
    pub(crate) ids: Vec<String>,
}

/// What the table of a report says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Answers {
    pub(crate) rows: Vec<Answer>,
    /// `25 documents here, 27 in the acts of the record (F0201)`.
    pub(crate) conflicts: Vec<String>,
    pub(crate) rest: Vec<Rest>,
}

/// More duties than these of one day are not all called next.
const NEXT: usize = 4;

/// The answers by the view that decides.
pub(crate) fn answers_of_report(
    report: &Report,
    found: &[Finding<'_>],
    options: &Options<'_>,
    months: Months,
) -> Answers {
    let known = |v: &Verdict| options.baseline.is_some_and(|b| b.state(v) == State::Known);
    let verdicts = report.verdicts();
    let mut rows = Vec::new();
    for kind in [Kind::Breached, Kind::Undetermined, Kind::Late] {
        let of_kind = verdicts.iter().filter(|v| v.kind == kind);
        rows.extend(of_kind.map(|v| answer_of_verdict(v, kind.name().to_uppercase(), known(v), months)));
    }
    let next = next_due_duties(verdicts);
    rows.extend(next.iter().map(|v| answer_of_verdict(v, "NEXT".to_owned(), false, months)));
    let conflict = |f: &&Finding<'_>| CONTRADICTIONS.contains(&f.diagnostic.code);
    let conflicts =
        found.iter().filter(conflict).map(|f| format!("{} ({})", f.diagnostic.message, f.diagnostic.code.id));
    let rest = Kind::ALL.into_iter().filter(|k| !k.is_finding());
    let rest = rest.filter_map(|kind| {
        let of_kind = verdicts.iter().filter(|v| v.kind == kind && !next.iter().any(|n| n.id == v.id));
        let ids: Vec<&str> = of_kind.map(|v| v.id.as_str()).collect();
        let word = if kind == Kind::Pending { "LATER".to_owned() } else { kind.phrase().to_uppercase() };
        (!ids.is_empty()).then(|| Rest { kind, word, ids: runs_of_paragraphs(&ids) })
    });
    Answers { rows, conflicts: conflicts.collect(), rest: rest.collect() }
}

fn answer_of_verdict(v: &Verdict, word: String, known: bool, months: Months) -> Answer {
    Answer {
        kind: v.kind,
        word,
        id: v.id.clone(),
        ordered: v.ordered.clone(),
        due: v.due.as_ref().map(|d| format!("due {}", months.due(d))),
        days: days_in_words(v),
        known,
    }
}

/// The duties of the day on which the next one falls due.
fn next_due_duties(verdicts: &[Verdict]) -> Vec<&Verdict> {
    let due = |v: &&Verdict| v.due.as_ref().filter(|_| v.kind == Kind::Pending).map(|d| d.day);
    let first = verdicts.iter().filter_map(|v| due(&v)).min();
    verdicts.iter().filter(|v| first.is_some() && due(v) == first).take(NEXT).collect()
}

/// `126 days overdue`, `60 days late`, `in 14 days`.
fn days_in_words(v: &Verdict) -> Option<String> {
    let n = v.days?;
    let least = if v.at_least { "at least " } else { "" };
    match v.kind {
        Kind::Breached => Some(format!("{least}{} overdue", plural(n, "day"))),
        Kind::Late if n == 0 => Some("late, after its hour".to_owned()),
        Kind::Late => Some(format!("{least}{} late", plural(n, "day"))),
        Kind::Pending if n == 0 => Some("today".to_owned()),
        Kind::Pending => Some(format!("in {}", plural(n, "day"))),
        Kind::Undetermined
        | Kind::Waiting
        | Kind::Stayed
        | Kind::Lifted
        | Kind::Met
        | Kind::Kept
        | Kind::Available
        | Kind::Used
        | Kind::Expired => words::days_of_verdict(v),
    }
}

/// Ids of one order as they are cited together: `Sched ¶¶ 1, 2 and 4`.
fn runs_of_paragraphs(ids: &[&str]) -> Vec<String> {
    let mut orders: Vec<(&str, Vec<&str>)> = Vec::new();
    for id in ids {
        let (order, label) = id.split_once(" ¶ ").unwrap_or((id, ""));
        match orders.last_mut() {
            Some((last, labels)) if *last == order && !label.is_empty() => labels.push(label),
            _ => orders.push((order, if label.is_empty() { Vec::new() } else { vec![label] })),
        }
    }
    let cited = |(order, labels): (&str, Vec<&str>)| match labels.as_slice() {
        [] => order.to_owned(),
        [one] => format!("{order} ¶ {one}"),
        many => format!("{order} ¶¶ {}", ordain_base::words::join(many)),
    };
    orders.into_iter().map(cited).collect()
}
