//! The reasons of a finding about a duty as people read them: each once, with its sources.

use std::collections::BTreeMap;

use ordain_base::diag::{Diagnostic, Ground, InShort};
use ordain_base::words::join;

/// A line a reason. Where not all are asked for, those of one kind are counted, notes are left out, and
/// facts are said that are drawn otherwise.
pub(crate) fn reason_lines(d: &Diagnostic, all: bool) -> Vec<String> {
    let mut counts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for ground in &d.grounds {
        if let InShort::Counted { noun, cite } = &ground.short {
            counts.entry(noun).or_default().push(cite);
        }
    }
    let mut lines: Vec<String> = Vec::new();
    for ground in d.grounds.iter().filter(|g| !(all && g.labeled)) {
        let line = match &ground.short {
            InShort::LeftOut if !all => continue,
            InShort::Instead(text) if !all => text.clone(),
            InShort::Counted { noun, .. } if !all => match counts.get(noun.as_str()) {
                Some(cites) if cites.len() > 1 => counted_reasons(noun, cites),
                _ => with_cites(ground),
            },
            InShort::Said | InShort::Counted { .. } | InShort::LeftOut | InShort::Instead(_) => with_cites(ground),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// `9 arguments of Defendants that the Court rejected (Enforcement at 6 and Enforcement at 7)`.
fn counted_reasons(noun: &str, cites: &[&str]) -> String {
    let mut each: Vec<&str> = Vec::new();
    for cite in cites {
        if !each.contains(cite) {
            each.push(cite);
        }
    }
    format!("{} {noun} ({})", cites.len(), join(&each))
}

fn with_cites(ground: &Ground) -> String {
    let new: Vec<&str> = ground.cites.iter().map(String::as_str).filter(|c| !ground.text.contains(c)).collect();
    if new.is_empty() { ground.text.clone() } else { format!("{} ({})", ground.text, new.join("; ")) }
}

/// The words of a label with the place in the order that says it.
pub(crate) fn text_with_cite(text: &str, cite: &str) -> String {
    if text.contains(cite) { text.to_owned() } else { format!("{text} ({cite})") }
}
