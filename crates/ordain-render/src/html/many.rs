//! Many matters on one page: a line for each, worst first, then the answers of each.

use super::answers;
use super::page::page;
use super::pieces::list;
use crate::answers::answers_of_report;
use crate::clean::Cleaner;
use crate::date::Months;
use crate::machine::findings_of_report;
use crate::markup::text;
use crate::matters::{Run, heading_of_run, lines_of_matters, summary_of_run};
use crate::words::capitalize_sentence;

/// The page of a run.
#[must_use]
pub fn render_many(run: &Run<'_>) -> String {
    let cleaner = Cleaner::for_people(true);
    let heading = cleaner.line(&heading_of_run(run, Months::Short));
    let mut body = format!(
        "<header>\n<h1>{}</h1>\n<p class=\"totals\">{}.</p>\n</header>\n<main>\n",
        text(&capitalize_sentence(&heading)),
        text(&capitalize_sentence(&summary_of_run(run)))
    );
    body.push_str(
        "<table>\n<thead><tr><th scope=\"col\">Standing</th><th scope=\"col\">Matter</th><th scope=\"col\">Verdicts</th>\
         </tr></thead>\n<tbody>\n",
    );
    for line in lines_of_matters(run, cleaner) {
        body.push_str(&format!(
            "<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            line.standing.name(),
            text(&line.path),
            text(&line.said)
        ));
    }
    body.push_str("</tbody>\n</table>\n");
    body.push_str(&list(run.notes.iter().map(|n| text(&cleaner.line(&n.message)))));
    for (matter, report, options) in run.checked() {
        let report = &cleaner.report(report);
        let found = findings_of_report(report, options);
        // The paragraphs are on the page of the matter itself.
        let table = answers::table(&answers_of_report(report, &found, options, Months::Short), report, false);
        if !table.is_empty() {
            body.push_str(&format!(
                "<section>\n<h2>{}</h2>\n<p class=\"source\">{}</p>\n{table}</section>\n",
                text(&report.matter),
                text(&cleaner.line(matter.path))
            ));
        }
    }
    body.push_str("</main>\n");
    page(&heading, &body)
}
