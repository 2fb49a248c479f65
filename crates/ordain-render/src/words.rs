//! The sentences every format for people shares: the first line, the last
//! one, and how days and places are said.

use super::date::{Months, day_in_words, due_in_words};
use super::wrap::display_width;
use ordain_base::characters::is_unseen;
use ordain_base::diag::{Severity, plural};
use ordain_base::source::{Location, SourceMap, Span};
use ordain_core::report::{Report, Rows, View};
use ordain_core::verdict::{Kind, Stage, Verdict};
use ordain_core::waiting;

/// What the first line says: the matter; then the day and the view.
pub(crate) fn heading_of_report(report: &Report, months: Months) -> (String, String) {
    let matter = match report.hypothesis {
        Some(_) => format!("Hypothetical: {}", report.matter),
        None => report.matter.clone(),
    };
    let known = if report.known_on == report.as_of {
        String::new()
    } else {
        format!(", as known on {}", months.day(report.known_on))
    };
    let given = if report.as_of_given { "" } else { ", today" };
    (matter, format!("as of {}{given}{known} ({})", months.day(report.as_of), view_in_words(report)))
}

/// The same for programs, in one line, with the days as they are counted.
pub(crate) fn machine_heading(report: &Report) -> String {
    let matter = match report.hypothesis {
        Some(_) => format!("Hypothetical: {}", report.matter),
        None => report.matter.clone(),
    };
    let known =
        if report.known_on == report.as_of { String::new() } else { format!(", as known on {}", report.known_on) };
    format!("{matter}, as of {}{known}, view: {}", report.as_of, report.view_name())
}

/// Whose account a report takes where it names nobody's.
const COURT: &str = "the Court's view";

fn view_in_words(report: &Report) -> String {
    match report.columns.as_slice() {
        [] => COURT.to_owned(),
        [one] if one.view == View::Court => COURT.to_owned(),
        [one] => format!("the view of {}", one.view.name()),
        all => {
            let names: Vec<_> = all.iter().map(|c| c.view.name()).collect();
            format!("all views: {}", names.join(", "))
        }
    }
}

/// What the last line says: how many of each verdict, and how the facts were used.
pub(crate) fn totals_of_report(report: &Report, months: Months) -> String {
    let counts: Vec<String> = Kind::ALL
        .into_iter()
        .filter_map(|kind| match report.count(kind) {
            0 => None,
            n => Some(format!("{n} {}", kind.phrase())),
        })
        .collect();
    let errors = report.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    let errors = if errors > 0 { format!("{}; ", plural(count_as_i64(errors), "error")) } else { String::new() };
    let by = match report.columns.as_slice() {
        [first, _, ..] => format!(" by the {} view", first.view.name()),
        _ => String::new(),
    };
    let verdicts = if counts.is_empty() { "no verdicts".to_owned() } else { counts.join(", ") + &by };
    let facts = &report.facts;
    let mut said = vec![format!("{} used", plural(count_as_i64(facts.used), "fact"))];
    if facts.unused > 0 {
        said.push(format!("{} not used", facts.unused));
    }
    if facts.after_as_of > 0 {
        said.push(format!("{} dated after {}", facts.after_as_of, months.day(report.as_of)));
    }
    let rows =
        report.rows.as_ref().map(rows_read).filter(|r| !r.is_empty()).map_or(String::new(), |r| format!("; {r}"));
    format!("{errors}{verdicts}; {}{rows}", said.join(", "))
}

/// `3 sentences of the order wait as comments`: what a draft does not say yet.
pub(crate) fn sentences_waiting(report: &Report) -> Option<String> {
    let n = waiting::count_in_sources(&report.sources);
    let (wait, they) = if n == 1 { ("waits as a comment", "it orders") } else { ("wait as comments", "they order") };
    (n > 0).then(|| {
        format!(
            "{} of the order {wait} (`# ¶ …, waits: …`), and nothing here decides what {they}",
            plural(count_as_i64(n), "sentence")
        )
    })
}

/// How many rows of each table were read: `rows read: 3 documents, 12 log`.
fn rows_read(rows: &Rows) -> String {
    let tables = rows.plan.scans.iter().zip(&rows.found.tables).enumerate();
    // A table that is read twice is counted once.
    let own = tables.filter(|(i, _)| !rows.plan.is_copy(*i));
    let name = |name: &str| name.chars().filter(|c| !is_unseen(*c)).collect::<String>();
    let read = own.map(|(_, (scan, found))| (found.used + found.unused + found.unreadable, name(&scan.name)));
    let said: Vec<String> = read.map(|(n, name)| format!("{n} {name}")).collect();
    if said.is_empty() { String::new() } else { format!("rows read: {}", said.join(", ")) }
}

/// The last words of a report in which there is nothing to act on: said only where every line was read, no sentence of an order
/// waits, and every view agrees.
pub(crate) fn nothing_breached(report: &Report) -> Option<&'static str> {
    let error = report.diagnostics.iter().any(|d| d.severity == Severity::Error);
    let mut all = report.columns.iter().flat_map(|c| &c.verdicts).peekable();
    let waiting = waiting::count_in_sources(&report.sources) > 0;
    let clear = !report.incomplete && !error && !waiting && all.peek().is_some() && all.all(|v| !v.kind.is_finding());
    clear.then_some("Nothing is breached, late or undetermined")
}

/// Said where a line of the matter is bad.
pub(crate) const INCOMPLETE: &str = "some lines of this matter could not be read: the verdicts are for the rest, and no missing act is held against anyone";

pub(crate) fn count_as_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// How long overdue, late, or until due: `126 days overdue`.
pub(crate) fn days_of_verdict(verdict: &Verdict) -> Option<String> {
    let n = verdict.days?;
    let least = if verdict.at_least { " at least" } else { "" };
    let said = match verdict.kind {
        Kind::Breached => format!("{} overdue", plural(n, "day")),
        Kind::Late if n == 0 => "late, after its hour".to_owned(),
        Kind::Late => format!("late {}", plural(n, "day")),
        Kind::Undetermined => format!("{} past due", plural(n, "day")),
        Kind::Pending if n == 0 => "due on this day".to_owned(),
        Kind::Pending => format!("due in {}", plural(n, "day")),
        Kind::Available => format!("open for {}", plural(n, "day")),
        Kind::Expired => format!("closed for {}", plural(n, "day")),
        // Their days, where they have any, say nothing that a reader asks for.
        Kind::Waiting | Kind::Stayed | Kind::Lifted | Kind::Met | Kind::Kept | Kind::Used => return None,
    };
    Some(said + least)
}

/// The verdict with its days: `breached, 126 days overdue`, `late 42 days at least`.
#[must_use]
pub fn verdict(v: &Verdict) -> String {
    match days_of_verdict(v) {
        Some(days) if v.kind == Kind::Late => days,
        Some(days) => format!("{}, {days}", v.kind.phrase()),
        None => v.kind.phrase().to_owned(),
    }
}

/// `Wed 2023-10-25: Second ¶ 1 extends First ¶ 1 to Fri 2023-11-10`.
pub(crate) fn stage(s: &Stage) -> String {
    let on = s.entered.or(s.from).map_or_else(String::new, |d| format!("{}: ", day_in_words(d)));
    let docket = s.docket.as_ref().map_or_else(String::new, |d| format!(" ({d})"));
    format!("{on}{}{docket} {}", s.by, s.act)
}

/// `due Fri 2023-11-10, before Wed 2023-11-01`; none where there is no day.
pub(crate) fn due_change_of_stage(s: &Stage) -> Option<String> {
    match (&s.before, &s.due) {
        (Some(before), Some(now)) if before.day != now.day => {
            Some(format!("due {}, until then due {}", due_in_words(now), due_in_words(before)))
        }
        (None, Some(now)) => Some(format!("due {}", due_in_words(now))),
        (Some(before), None) => Some(format!("no day, until then due {}", due_in_words(before))),
        _ => None,
    }
}

/// The first letter as a capital, as a sentence begins.
pub(crate) fn capitalize_sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

/// `file:line:column`.
pub(crate) fn position_in_words(at: &Location) -> String {
    format!("{}:{}:{}", at.file, at.line, at.column)
}

/// `file:line:column` in at most `columns`: the folders left out where they do not fit, and then the beginning of the name.
pub(crate) fn short_position(at: &Location, columns: usize, ellipsis: &str) -> String {
    let tail = format!(":{}:{}", at.line, at.column);
    let name = at.file.rsplit('/').next().unwrap_or("");
    let shorter = if name == at.file { at.file.clone() } else { format!("{ellipsis}/{name}") };
    let ends = name.char_indices().skip(1).map(|(i, _)| format!("{ellipsis}{}", name.get(i..).unwrap_or("")));
    let mut all = [at.file.clone(), shorter.clone()].into_iter().chain(ends);
    let fits = all.find(|shown| display_width(shown) + display_width(&tail) <= columns);
    fits.unwrap_or(shorter) + &tail
}

/// The words of a span on one line, spaces folded, at most `limit` characters.
pub(crate) fn quote_span(report: &Report, span: Span, limit: usize, dots: &str) -> String {
    quoted_in(&report.sources, span, limit, dots)
}

/// The same of the words of these files.
pub(crate) fn quoted_in(sources: &SourceMap, span: Span, limit: usize, dots: &str) -> String {
    let words = sources.text(span).split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(limit) {
        None => words,
        Some((end, _)) => {
            let cut = words.get(..end).unwrap_or("");
            let cut = cut.rfind(' ').and_then(|i| cut.get(..i)).unwrap_or(cut);
            format!("{cut} {dots}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_cut_from_its_left() {
        let file = "matter/order-of-april.order".to_owned();
        let at = Location { file, line: 10, column: 6, end_line: 10, end_column: 9 };
        let shown = |columns| short_position(&at, columns, "…");
        assert_eq!(shown(32), "matter/order-of-april.order:10:6");
        assert_eq!(shown(31), "…/order-of-april.order:10:6");
        assert_eq!(shown(27), "…/order-of-april.order:10:6");
        assert_eq!(shown(26), "…rder-of-april.order:10:6");
        assert_eq!(shown(16), "…pril.order:10:6");
        assert_eq!(shown(3), "…/order-of-april.order:10:6", "nothing fits");
    }
}
