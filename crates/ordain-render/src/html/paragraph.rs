//! One paragraph: its verdict, its day with the steps of the count, its parts, what the order and the record say.

use super::finding;
use super::pieces::{list, sentence, with_period};
use crate::date::{day_in_words, due_in_words};
use crate::machine::{Finding, Options};
use crate::markup::{attribute, text};
use crate::rows::rows_of_verdicts;
use crate::words::{capitalize_sentence, stage, verdict};
use ordain_core::report::Report;
use ordain_core::verdict::{Kind, Verdict};

/// The section of the paragraph at this place among the verdicts, with the findings about it.
pub(super) fn section(
    report: &Report,
    n: usize,
    own: &Verdict,
    found: &[&Finding<'_>],
    options: &Options<'_>,
) -> String {
    let kind = own.kind.name();
    let mut out = format!(
        "<section class=\"paragraph {kind}\" id=\"p{}\" aria-label=\"{}\">\n<h3>{} <span class=\"badge {kind}\">{}</span></h3>\n",
        n + 1,
        attribute(&own.id),
        text(&own.id),
        text(&verdict(own)),
    );
    if !own.ordered.is_empty() {
        out.push_str(&format!("<p class=\"ordered\">{}</p>\n", text(&with_period(&own.ordered))));
    }
    if let Some(due) = &own.due {
        out.push_str(&sentence(&format!("Due {}", due_in_words(due))));
        if let Some(safe) = due.earliest_safe.filter(|s| *s < due.day) {
            out.push_str(&sentence(&format!("{} is safe under every reading", day_in_words(safe))));
        }
    }
    if !own.why.is_empty() {
        out.push_str(&sentence(&capitalize_sentence(&own.why)));
    }
    out.push_str(&parts_table(report, own));
    for one in found {
        out.push_str(&finding::article(report, one, options, false));
    }
    if found.is_empty() {
        out.push_str(&evidence(report, own, options));
    }
    if let Some(due) = own.due.as_ref().filter(|d| !d.trace.is_empty()) {
        out.push_str("<p class=\"label\">How the day was counted</p>\n");
        out.push_str(&list(due.trace.iter().map(|s| text(&format!("{}: {}", s.rule, s.why)))));
    }
    if own.history.len() > 1 {
        out.push_str("<p class=\"label\">What orders did to it</p>\n");
        out.push_str(&list(own.history.iter().map(|s| text(&stage(s)))));
    }
    if !own.sources.is_empty() {
        out.push_str(&format!("<p class=\"source\">{}</p>\n", text(&own.sources.join("; "))));
    }
    out + "</section>\n"
}

/// The parts that say something else than the whole.
fn parts_table(report: &Report, own: &Verdict) -> String {
    let cleaner = crate::clean::Cleaner::for_people(true);
    let rows = rows_of_verdicts(std::slice::from_ref(own));
    let parts = rows.get(1..).unwrap_or_default();
    if parts.is_empty() || report.verdicts().is_empty() {
        return String::new();
    }
    let mut out =
        "<table>\n<thead><tr><th scope=\"col\">Part</th><th scope=\"col\">Verdict</th><th scope=\"col\">Due</th>\
                   <th scope=\"col\">Why</th></tr></thead>\n<tbody>\n"
            .to_owned();
    for row in parts {
        // The days of what is late say that it is.
        let said = match &row.days {
            Some(days) if row.kind == Kind::Late => days.clone(),
            Some(days) => format!("{}, {days}", row.kind.phrase()),
            None => row.kind.phrase().to_owned(),
        };
        out.push_str(&format!(
            "<tr><td style=\"padding-left:{}em\">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            row.depth,
            text(&row.name),
            text(&said),
            text(row.due.as_deref().unwrap_or("")),
            text(&cleaner.sentence(&row.why)),
        ));
    }
    out + "</tbody>\n</table>\n"
}

/// The words of the order and the facts, where no finding shows them.
fn evidence(report: &Report, own: &Verdict, options: &Options<'_>) -> String {
    let mut out = String::from("<p class=\"label\">The order</p>\n");
    out.push_str(&finding::quotation(own.span, "", report, options));
    if !own.facts.is_empty() {
        out.push_str("<p class=\"label\">The record</p>\n");
        for place in &own.facts {
            let cite = place.cite.as_ref().map_or_else(String::new, |c| format!(" ({c})"));
            out.push_str(&finding::quotation(place.span, &format!("{}{cite}", place.text), report, options));
        }
    }
    if !own.notes.is_empty() {
        out.push_str("<p class=\"label\">Beside it</p>\n");
        out.push_str(&list(own.notes.iter().map(|r| text(&r.text))));
    }
    out
}
