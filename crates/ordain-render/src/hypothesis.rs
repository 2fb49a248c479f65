//! What a hypothesis changed, as rows that each format for people draws.

use super::date::Months;
use super::words;
use ordain_core::report::{HypothesisOutcome, Report};
use ordain_core::verdict::Verdict;

/// What is supposed, a line each: `assuming: …`, `without: fact E-11`.
pub(crate) fn hypothesis_lines(h: &HypothesisOutcome) -> Vec<String> {
    let one = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let assumed = h.assumed.iter().map(|a| format!("assuming: {}", one(a)));
    assumed.chain(h.without.iter().map(|w| format!("without: fact {}", one(w)))).collect()
}

/// Paragraph, before and after, as text.
pub(crate) struct Row {
    pub(crate) depth: usize,
    pub(crate) id: String,
    pub(crate) before: String,
    pub(crate) after: String,
}

pub(crate) fn rows_of_hypothesis(h: &HypothesisOutcome, months: Months) -> Vec<Row> {
    let row = |c: &ordain_core::report::Altered| {
        let moved = c.before.as_ref().and_then(due_day_of) != c.after.as_ref().and_then(due_day_of);
        let text = |v: &Option<Verdict>| match v {
            None => "no verdict".to_owned(),
            Some(v) if moved => {
                let due = v.due.as_ref().map_or_else(String::new, |d| format!(", due {}", months.due(d)));
                format!("{}{due}", words::verdict(v))
            }
            Some(v) => words::verdict(v),
        };
        Row { depth: c.depth, id: c.id.clone(), before: text(&c.before), after: text(&c.after) }
    };
    h.changes.iter().map(row).collect()
}

fn due_day_of(v: &Verdict) -> Option<chrono::NaiveDate> {
    v.due.as_ref().map(|d| d.day)
}

/// The sentences that came and went: `MTC ¶ 1`, then each with whether it is new.
pub(crate) fn changed_sentences(h: &HypothesisOutcome) -> Vec<(String, Vec<(bool, String)>)> {
    let lines = |s: &ordain_core::report::Said| {
        let gone = s.gone.iter().map(|t| (false, t.clone()));
        (s.id.clone(), gone.chain(s.new.iter().map(|t| (true, t.clone()))).collect())
    };
    h.said.iter().map(lines).collect()
}

/// The sentences for a reader of lines.
pub(crate) fn plain(report: &Report, out: &mut Vec<String>) {
    let Some(h) = &report.hypothesis else { return };
    out.extend([String::new(), "Hypothetical: this is not what the record shows.".to_owned()]);
    out.extend(hypothesis_lines(h).iter().map(|s| format!("{}.", words::capitalize_sentence(s))));
    out.push(format!("What it changes: {}.", h.summary()));
    out.extend(
        rows_of_hypothesis(h, Months::Full)
            .iter()
            .map(|r| format!("{}: before, {}; after, {}.", r.id, r.before, r.after)),
    );
    for (id, lines) in changed_sentences(h) {
        for (new, text) in lines {
            out.push(format!("Beside {id}, {}: {text}.", if new { "now said" } else { "no longer said" }));
        }
    }
}
