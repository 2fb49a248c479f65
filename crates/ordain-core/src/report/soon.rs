//! Duties that fall due soon, as findings of their own.

use chrono::{Days, NaiveDate};

use super::build::have_or_has;
use super::{Report, worst_first};
use crate::verdict::{Kind, Verdict};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::duties as codes;
use ordain_base::words::{join, join_parts};

impl Report {
    /// Adds a note for each duty that is pending and falls due within so many
    /// days of `as_of`, or whose earliest safe day does.
    pub fn note_due_within(&mut self, days: u32) {
        let last = self.as_of.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        let soon = |v: &Verdict| {
            let due = v.due.as_ref()?;
            let first = due.earliest_safe.map_or(due.day, |safe| safe.min(due.day));
            (v.kind == Kind::Pending && first <= last).then_some(due.day)
        };
        let mut notes = Vec::new();
        for v in self.verdicts() {
            if soon(v).is_some() {
                notes.push(self.note(v, &[]));
                continue;
            }
            // A paragraph that is breached in part still has parts to come: one
            // note for those of one day.
            let mut parts: Vec<&Verdict> = Vec::new();
            collect_innermost_parts(&v.parts, &mut parts);
            parts.retain(|p| soon(p).is_some());
            parts.sort_by_key(|p| soon(p));
            for day in parts.chunk_by(|a, b| soon(a) == soon(b)) {
                if let [first, ..] = day {
                    let mut one = (*first).clone();
                    one.done.clone_from(&v.done);
                    one.id.clone_from(&v.id);
                    // Whoever it falls due for on that day, and nobody else.
                    one.bearer =
                        v.bearer.iter().filter(|b| day.iter().any(|p| p.bearer.contains(b))).cloned().collect();
                    let names: Vec<String> = day.iter().map(|p| p.part_words()).filter(|p| !p.is_empty()).collect();
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    notes.push(self.note(&one, &names));
                }
            }
        }
        self.diagnostics.extend(notes);
        worst_first(&mut self.diagnostics);
    }

    fn note(&self, v: &Verdict, parts: &[&str]) -> Diagnostic {
        let names: Vec<&str> = v.bearer.iter().map(String::as_str).collect();
        let bearer = join(&names);
        let id = if parts.is_empty() { v.id.clone() } else { format!("{} {}", v.id, join_parts(parts)) };
        let duty = codes::Duty { id: &id, bearer: &bearer, have: have_or_has(&v.bearer), done: &v.done };
        let due = v.due.as_ref();
        let days = due.map_or(0, |d| (d.day - self.as_of).num_days());
        let span = v.due_span.unwrap_or(v.span);
        let mut d = codes::due_soon(&duty, days, span, due.map(|d| d.day), due.and_then(|d| d.earliest_safe));
        if v.due_span.is_some_and(|s| !s.overlaps(v.span)) {
            d = d.label(v.span, v.id.clone());
        }
        d
    }
}

/// The parts that have no parts.
fn collect_innermost_parts<'v>(verdicts: &'v [Verdict], out: &mut Vec<&'v Verdict>) {
    for v in verdicts {
        if v.parts.is_empty() { out.push(v) } else { collect_innermost_parts(&v.parts, out) }
    }
}
