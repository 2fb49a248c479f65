//! The answers of a report, as a table.

use std::collections::BTreeMap;

use super::pieces::list;
use crate::answers::Answers;
use crate::markup::text;
use ordain_core::report::Report;

/// What is breached, late, in doubt or next; `linked` to the paragraphs, where they are on the page.
pub(super) fn table(answers: &Answers, report: &Report, linked: bool) -> String {
    if answers.rows.is_empty() && answers.rest.is_empty() {
        return String::new();
    }
    let mut out =
        "<table class=\"answers\">\n<caption>The answers</caption>\n<thead><tr><th scope=\"col\">Verdict</th>\
                   <th scope=\"col\">Paragraph</th><th scope=\"col\">What is ordered</th><th scope=\"col\">Due</th>\
                   </tr></thead>\n<tbody>\n"
            .to_owned();
    let places: BTreeMap<&str, usize> = report.verdicts().iter().enumerate().map(|(n, v)| (v.id.as_str(), n)).collect();
    for row in &answers.rows {
        let place = places.get(row.id.as_str()).copied().unwrap_or_default();
        let name = match linked {
            true => format!("<a href=\"#p{}\">{}</a>", place + 1, text(&row.id)),
            false => text(&row.id),
        };
        let known = if row.known { " (known)" } else { "" };
        let when: Vec<&str> = [row.due.as_deref().map(|d| d.trim_start_matches("due ")), row.days.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        out.push_str(&format!(
            "<tr><td><span class=\"badge {}\">{}</span>{known}</td><td>{name}</td><td>{}</td>\
             <td>{}</td></tr>\n",
            row.kind.name(),
            text(&row.word),
            text(&row.ordered),
            text(&when.join(", ")),
        ));
    }
    for rest in &answers.rest {
        out.push_str(&format!(
            "<tr><td><span class=\"badge {}\">{}</span></td><td colspan=\"3\">{}</td></tr>\n",
            rest.kind.name(),
            text(&rest.word),
            text(&rest.ids.join(", ")),
        ));
    }
    out.push_str("</tbody>\n</table>\n");
    if !answers.conflicts.is_empty() {
        out.push_str("<p>The record contradicts itself:</p>\n");
        out.push_str(&list(answers.conflicts.iter().map(|c| text(c))));
    }
    out
}
