//! The whole tree of reasons of one paragraph: what it says, when it fell due
//! and how that was counted, what of it is on the record, what would decide it.

mod find;
mod tree;

pub use find::{Target, ending_in, find, find_listed};

use super::Style;
use super::clean::Cleaner;
use super::paint::Ink;
use super::{date, terminal, words};
use ordain_core::report::Report;
use ordain_core::verdict::{Place, Reason, Stage, Verdict};
use tree::Node;

/// The tree for the screen; `target` comes from [`find`] on the same report.
#[must_use]
pub fn render(report: &Report, target: &Target, style: &Style) -> String {
    let report = &Cleaner::for_people(style.unicode).report(report);
    let mut out = terminal::heading_lines(report, *style);
    if report.incomplete {
        out.push('\n');
        terminal::push_paragraph(words::INCOMPLETE, Ink::Red, *style, &mut out);
    }
    for (node, kind) in nodes_of_views(report, target, *style) {
        out.push('\n');
        tree::draw(&node, Ink::verdict(kind), *style, &mut out);
    }
    out
}

/// The same as an outline: a line a reason, numbered `1.2.1`, nothing drawn.
#[must_use]
pub fn plain(report: &Report, target: &Target) -> String {
    let report = &Cleaner::for_people(true).report(report);
    let (matter, rest) = words::heading_of_report(report, date::Months::Short);
    let mut out = format!("{matter}, {rest}.\n");
    if report.incomplete {
        out.push_str(&format!("Incomplete: {}.\n", words::INCOMPLETE));
    }
    for (node, _) in nodes_of_views(report, target, Style::new(80)) {
        out.push('\n');
        tree::outline(&node, &mut out);
    }
    out
}

/// The tree under each view, with the verdict at its root.
fn nodes_of_views(report: &Report, target: &Target, style: Style) -> Vec<(Node, ordain_core::verdict::Kind)> {
    let several = report.columns.len() > 1;
    let node = |column: &ordain_core::report::Column| {
        let v = target.of(&column.verdicts)?;
        let mut node = verdict_node(v, None, report, style);
        if several {
            node.text = format!("{} ({} view)", node.text, column.view.name());
        }
        Some((node, v.kind))
    };
    report.columns.iter().filter_map(node).collect()
}

/// `whole` is the verdict of which this is a part: what both share is said once.
fn verdict_node(v: &Verdict, whole: Option<&Verdict>, report: &Report, style: Style) -> Node {
    let mut node = Node::new(format!("{}: {}", v.id, words::verdict(v)));
    node.notes.extend(Some(v.why.clone()).filter(|w| !w.is_empty()));
    if whole.is_none_or(|w| (w.span, &w.bearer, &w.sources) != (v.span, &v.bearer, &v.sources)) {
        node.children.push(duty_node(v, report, style));
    }
    if whole.is_none_or(|w| w.due != v.due) {
        node.children.extend(due_node(v, report, style));
    }
    // What is said of a part is said where the part stands.
    let of_a_part =
        |r: &&Reason| v.parts.iter().any(|p| !p.part.is_empty() && r.text.starts_with(&format!("{} ", p.part_words())));
    node.children.extend(v.reasons.iter().filter(|r| !of_a_part(r)).map(|r| reason_node(r, report, style)));
    let reported = |p: &Place| v.reasons.iter().chain(&v.notes).any(|r| rests_on(r, p));
    node.children.extend(v.facts.iter().filter(|p| !reported(p)).map(|p| place_node(p, report, style)));
    if !v.notes.is_empty() {
        let mut beside = Node::new("beside it, changing nothing");
        beside.children.extend(v.notes.iter().map(|r| reason_node(r, report, style)));
        node.children.push(beside);
    }
    if !v.history.is_empty() {
        let mut reported = Node::new("what orders did to it");
        reported.children.extend(v.history.iter().map(|s| stage_node(s, report, style)));
        node.children.push(reported);
    }
    if let Some(remedy) = &v.remedy {
        let mut line = Node::new("what would decide it, as a line for the record");
        line.notes.extend(remedy.lines().map(str::to_owned));
        node.children.push(line);
    }
    node.children.extend(v.parts.iter().map(|p| verdict_node(p, Some(v), report, style)));
    node
}

fn duty_node(v: &Verdict, report: &Report, style: Style) -> Node {
    let mut duty = Node::new(match v.bearer.as_slice() {
        [] => "the order".to_owned(),
        bearer => format!("the order, to {}", bearer.join(", ")),
    });
    duty.notes.extend(words_at(report, v.span, style));
    duty.notes.extend((!v.sources.is_empty()).then(|| v.sources.join("; ")));
    duty
}

fn due_node(v: &Verdict, report: &Report, style: Style) -> Option<Node> {
    let due = v.due.as_ref()?;
    let mut node = Node::new(format!("due {}", date::due_in_words(due)));
    node.notes.extend(v.due_span.and_then(|s| words_at(report, s, style)));
    for step in &due.trace {
        let mut line = Node::new(format!("{}: {}", date::day_in_words(step.date), step.step));
        line.notes.extend([step.why.clone(), step.rule.clone()].into_iter().filter(|s| !s.is_empty()));
        node.children.push(line);
    }
    if let Some(safe) = due.earliest_safe {
        let text = format!("the law is unsettled: {} is safe under every reading", date::day_in_words(safe));
        node.children.push(Node::new(text));
    }
    Some(node)
}

/// `Wed 2023-10-25: Second ¶ 1 extends First ¶ 1 to Fri 2023-11-10`, then the day before and after.
fn stage_node(s: &Stage, report: &Report, style: Style) -> Node {
    let mut node = Node::new(words::stage(s));
    node.notes.extend(words::due_change_of_stage(s));
    node.notes.extend(s.remarks.iter().cloned());
    node.notes.extend(words_at(report, s.span, style));
    node
}

fn reason_node(r: &Reason, report: &Report, style: Style) -> Node {
    let mut node = Node::new(r.text.clone());
    if let Some(p) = &r.place {
        if !r.text.contains(&p.text) {
            node.notes.push(p.text.clone());
        }
        node.notes.extend(told_at(p, report, style));
    }
    node.children.extend(r.because.iter().map(|b| reason_node(b, report, style)));
    node
}

fn place_node(p: &Place, report: &Report, style: Style) -> Node {
    let mut node = Node::new(p.text.clone());
    node.notes.extend(told_at(p, report, style));
    node
}

/// The words of a place, then where they are written.
fn told_at(p: &Place, report: &Report, style: Style) -> Vec<String> {
    let cite = [p.fact.as_ref().map(|f| format!("fact {f}")), p.cite.clone()];
    let cite = cite.into_iter().flatten().collect::<Vec<_>>().join(", ");
    words_at(report, p.span, style).into_iter().chain((!cite.is_empty()).then_some(cite)).collect()
}

fn rests_on(r: &Reason, p: &Place) -> bool {
    r.place.as_ref().is_some_and(|q| q.span == p.span) || r.because.iter().any(|b| rests_on(b, p))
}

/// `mtc.order:22:6 "by December 1, 2023"`.
fn words_at(report: &Report, span: ordain_base::source::Span, style: Style) -> Option<String> {
    let cleaner = Cleaner::for_people(style.unicode);
    let words = cleaner.line(&words::quote_span(report, span, 120, style.dots()));
    let at = report.sources.locate(span).filter(|_| !span.is_empty())?;
    Some(format!("{}: {words}", cleaner.line(&words::position_in_words(&at))))
}
