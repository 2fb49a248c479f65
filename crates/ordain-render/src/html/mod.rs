//! A page that needs nothing else: no script, no other file, no network. It reads well on a screen, in print on letter
//! paper, and aloud.

mod answers;
mod finding;
mod many;
mod page;
mod paragraph;
mod pieces;

pub use many::render_many;
pub(crate) use page::page_with_style;

use std::collections::BTreeMap;

use super::answers::answers_of_report;
use super::clean::Cleaner;
use super::date::{Months, day_in_words};
use super::hypothesis::hypothesis_lines;
use super::machine::{Finding, Options, findings_of_report};
use super::markup::text;
use super::timeline;
use super::words::{INCOMPLETE, capitalize_sentence, heading_of_report, nothing_breached, totals_of_report};
use ordain_core::report::Report;
use ordain_core::verdict::Listed;
use pieces::{list, with_period};

/// The whole report as a page.
#[must_use]
pub fn render(report: &Report, options: &Options<'_>) -> String {
    let cleaner = Cleaner::for_people(true);
    let inputs: Vec<(String, String)> =
        report.inputs.iter().map(|i| (cleaner.line(&i.path), i.sha256.clone())).collect();
    let report = &cleaner.report(report);
    let found = findings_of_report(report, options);
    let (matter, rest) = heading_of_report(report, Months::Short);
    let mut body = format!("<header>\n<h1>{}</h1>\n", text(&matter));
    body.push_str(&format!("<p class=\"asof\">{}</p>\n", text(&with_period(&capitalize_sentence(&rest)))));
    if report.incomplete {
        body.push_str(&format!("<p class=\"alert\">{}.</p>\n", text(&capitalize_sentence(INCOMPLETE))));
    }
    if let Some(h) = &report.hypothesis {
        body.push_str("<p class=\"alert\">Hypothetical: this is not what the record shows.</p>\n");
        body.push_str(&list(hypothesis_lines(h).iter().map(|l| text(l))));
    }
    body.push_str(&format!(
        "<p class=\"totals\">{}.</p>\n",
        text(&capitalize_sentence(&totals_of_report(report, Months::Short)))
    ));
    if let Some(words) = nothing_breached(report) {
        body.push_str(&format!("<p class=\"totals\">{}.</p>\n", text(words)));
    }
    body.push_str("</header>\n<main>\n");
    body.push_str(&answers::table(&answers_of_report(report, &found, options, Months::Short), report, true));
    if let Some(drawn) = timeline::drawn_in_page(report) {
        body.push_str(&format!(
            "<section id=\"timeline\">\n<h2>Timeline</h2>\n<figure>\n{drawn}</figure>\n</section>\n"
        ));
    }
    if !report.verdicts().is_empty() {
        body.push_str("<h2>Paragraph by paragraph</h2>\n");
    }
    let mut about: BTreeMap<&str, Vec<&Finding<'_>>> = BTreeMap::new();
    for (verdict, one) in found.iter().filter_map(|f| Some((f.verdict?, f))) {
        about.entry(&verdict.id).or_default().push(one);
    }
    for (n, verdict) in report.verdicts().iter().enumerate() {
        let own = about.get(verdict.id.as_str()).map_or(&[][..], Vec::as_slice);
        body.push_str(&paragraph::section(report, n, verdict, own, options));
    }
    let others: Vec<&Finding<'_>> = found.iter().filter(|f| f.verdict.is_none()).collect();
    if !others.is_empty() {
        body.push_str("<h2>Other findings</h2>\n");
        for one in others {
            body.push_str(&finding::article(report, one, options, true));
        }
    }
    body.push_str(&shown_without_verdict(&report.shown));
    body.push_str("</main>\n");
    body.push_str(&footer(report, &inputs));
    page::page(&matter, &body)
}

/// What orders say that has no verdict, and where hearings and motions stand.
fn shown_without_verdict(shown: &[Listed]) -> String {
    if shown.is_empty() {
        return String::new();
    }
    let mut out =
        "<h2>Without a verdict</h2>\n<table>\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Kind</th>\
                   <th scope=\"col\">Words</th></tr></thead>\n<tbody>\n"
            .to_owned();
    for one in shown {
        let sources = if one.sources.is_empty() { String::new() } else { format!(" ({})", one.sources.join("; ")) };
        out.push_str(&format!(
            "<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            text(&one.id),
            text(one.kind.word()),
            text(&format!("{}{sources}", one.text))
        ));
    }
    out + "</tbody>\n</table>\n"
}

fn footer(report: &Report, inputs: &[(String, String)]) -> String {
    let mut out = "<footer>\n<h2>Files read</h2>\n<table class=\"files\">\n<thead><tr><th scope=\"col\">File</th>\
                   <th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n"
        .to_owned();
    for (path, sha) in inputs {
        out.push_str(&format!("<tr><td>{}</td><td><code>{}</code></td></tr>\n", text(path), text(sha)));
    }
    out.push_str(&format!(
        "</tbody>\n</table>\n<p>{} {}, as of {}, as known on {}, view: {}.</p>\n</footer>\n",
        crate::PROGRAM,
        env!("CARGO_PKG_VERSION"),
        day_in_words(report.as_of),
        day_in_words(report.known_on),
        text(report.view_name()),
    ));
    out
}
