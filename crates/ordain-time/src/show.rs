//! A counted period and a year of closed days, as text and as JSON.

use serde_json::{Value, json};

use super::changes::{ChangeKind, Changes};
use super::count::Step;
use super::holidays::{Closed, ClosedDay};
use super::request::{Answer, Refused, Year};
use super::unit::Unit;
use ordain_base::diag::codes::time::dated;

/// A few lines for people: the date, each step with its rule, what is not settled, notes.
#[must_use]
pub fn count_text(a: &Answer) -> String {
    let c = &a.counted;
    let time = c.due_instant.filter(|_| a.period.length.unit == Unit::Hours);
    let at = time.map_or(String::new(), |t| t.format(" at %H:%M:%S %Z").to_string());
    let mut out = format!("due {}{at}   {} by {}\n\n", dated(c.due), a.period.length, a.rules.title);
    for s in &c.trace {
        let time = s.time.map_or(String::new(), |t| t.format(" %H:%M").to_string());
        out.push_str(&format!("  {:<14} {}{time}  {}\n", s.kind.word(), dated(s.date), s.rule));
        out.push_str(&format!("  {:<14} {}\n", "", s.why));
    }
    if let Some(day) = c.earliest_safe {
        out.push_str(&format!("\nearliest safe {}\n", dated(day)));
    }
    if let Some(day) = c.latest {
        out.push_str(&format!("\nlatest possible {}\n", dated(day)));
    }
    if !c.notices.is_empty() {
        out.push('\n');
    }
    for n in &c.notices {
        out.push_str(&format!("note {}: {}\n", n.code.id, n.text));
    }
    out
}

/// `ordain.count/1`. `due_instant` is the last second in time, in the court's zone; an act by
/// `earliest_safe` is in time and one after `latest_possible` is late under every count.
#[must_use]
pub fn count_json(a: &Answer) -> Value {
    let c = &a.counted;
    let step = |s: &Step| json!({"step": s.kind.word(), "date": s.date.to_string(), "rule": s.rule, "why": s.why});
    json!({
        "schema": "ordain.count/1",
        "due": c.due.to_string(),
        "due_instant": c.due_instant.map(|t| t.format("%Y-%m-%dT%H:%M:%S%:z").to_string()),
        "earliest_safe": c.earliest_safe.map(|d| d.to_string()),
        "latest_possible": c.latest.map(|d| d.to_string()),
        "trace": c.trace.iter().map(step).collect::<Vec<_>>(),
        "notices": c.notices.iter().map(|n| json!({"code": n.code.id, "text": n.text})).collect::<Vec<_>>(),
    })
}

/// A line a closed day.
#[must_use]
pub fn year_text(y: &Year) -> String {
    let mut out = format!("{}, {}: closed days of {}, beside Saturdays and Sundays\n\n", y.name, y.full, y.year);
    for (d, forward) in &y.days {
        let why = why_closed(d, *forward);
        out.push_str(&format!(
            "  {}  {}{}\n",
            dated(d.day),
            d.name,
            if why.is_empty() { why } else { format!("  ({why})") }
        ));
    }
    let mut unsettled: Vec<&str> = y.days.iter().filter_map(|(d, _)| d.unsettled.as_deref()).collect();
    unsettled.sort_unstable();
    unsettled.dedup();
    for why in unsettled {
        out.push_str(&format!("\nnot settled: {why}\n"));
    }
    for gap in &y.gaps {
        out.push_str(&format!("\nnote: {gap}\n"));
    }
    out
}

fn why_closed(d: &ClosedDay, forward: bool) -> String {
    let kind = match d.kind {
        Closed::Holiday | Closed::Weekend(_) => String::new(),
        Closed::Observed(of) => format!("observed for {}", dated(of)),
        Closed::Closure => "closed by order".to_owned(),
        Closed::Clerk => "clerk's office inaccessible".to_owned(),
    };
    let mut parts = vec![kind];
    if forward {
        parts.push("state holiday, for periods after an event only".to_owned());
    }
    if d.unsettled.is_some() {
        parts.push("not settled".to_owned());
    }
    parts.retain(|p| !p.is_empty());
    parts.join("; ")
}

/// `ordain.calendar/1`.
#[must_use]
pub fn year_json(y: &Year) -> Value {
    let day = |(d, forward): &(ClosedDay, bool)| {
        let (kind, of) = match d.kind {
            Closed::Holiday => ("holiday", None),
            Closed::Observed(of) => ("observed", Some(of.to_string())),
            Closed::Closure => ("closure", None),
            Closed::Weekend(_) => ("weekend", None),
            Closed::Clerk => ("clerk", None),
        };
        json!({"date": d.day.to_string(), "name": d.name, "kind": kind, "of": of, "forward_only": forward, "unsettled": d.unsettled})
    };
    json!({
        "schema": "ordain.calendar/1",
        "name": y.name,
        "full": y.full,
        "year": y.year,
        "days": y.days.iter().map(day).collect::<Vec<_>>(),
        "notices": y.gaps,
    })
}

/// A line a holiday that is not what it was the year before.
#[must_use]
pub fn changes_text(c: &Changes) -> String {
    let before = c.year.saturating_sub(1);
    let mut out = format!("{}, {}: what {} has and {before} had not\n\n", c.name, c.full, c.year);
    if c.changes.is_empty() {
        out.push_str("  no holiday begins, ends, or moves from a weekend\n");
    }
    for change in &c.changes {
        let days = change.days.iter().map(|d| dated(*d)).collect::<Vec<_>>().join(" and ");
        let what = match change.kind {
            ChangeKind::New => format!("is new: {days}"),
            ChangeKind::Gone => format!("is gone; it was {days}"),
            ChangeKind::NowObserved => format!("falls on a weekend, and a weekday is kept for it: {days}"),
            ChangeKind::NoLongerObserved => format!("is kept on its own day again: {days}"),
            ChangeKind::NowSettled => format!("is settled now: {days}"),
            ChangeKind::NowUnsettled => format!("is no longer settled: {days}"),
        };
        out.push_str(&format!("  {} {what}\n", change.name));
    }
    out
}

/// `ordain.calendar-changes/1`.
#[must_use]
pub fn changes_json(c: &Changes) -> Value {
    let change = |c: &super::changes::Change| {
        let days: Vec<String> = c.days.iter().map(ToString::to_string).collect();
        json!({"name": c.name, "change": c.kind.word(), "days": days})
    };
    json!({
        "schema": "ordain.calendar-changes/1",
        "name": c.name,
        "full": c.full,
        "year": c.year,
        "changes": c.changes.iter().map(change).collect::<Vec<_>>(),
    })
}

/// The refusal with its words underlined.
#[must_use]
pub fn refused_text(r: &Refused) -> String {
    let d = &r.diagnostic;
    let mut out = format!("error[{}]: {}\n", d.code.id, d.message);
    let span = d.span();
    let before = r.words.get(..span.start as usize).map_or(0, |s| s.chars().count());
    let under = r.words.get(span.start as usize..span.end as usize).map_or(1, |s| s.chars().count().max(1));
    let clean: String = r.words.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
    let label = d.labels.first().map_or("", |l| l.text.as_str());
    out.push_str(&format!("  {clean}\n  {}{} {label}\n", " ".repeat(before), "^".repeat(under)));
    if let Some(help) = &d.help {
        out.push_str(&format!("  help: {help}\n"));
    }
    out
}

/// The refusal for a machine: the schema of what was asked, and an error instead of its fields.
#[must_use]
pub fn refused_json(schema: &str, r: &Refused) -> Value {
    let d = &r.diagnostic;
    let span = d.span();
    let words = r.words.get(span.start as usize..span.end as usize).unwrap_or_default();
    json!({"schema": schema, "error": {"code": d.code.id, "message": d.message, "words": words, "help": d.help}})
}
