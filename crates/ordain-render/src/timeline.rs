//! The timeline of a matter as SVG: a line for each paragraph, from its order to its day, with each move of the day, the
//! hearings, and the day of the report. It says the same without color: shapes differ, and every line has a title.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::clean::Cleaner;
use super::date::Months;
use super::machine::Options;
use super::markup::attribute as text;
use super::matters::Run;
use super::words;
use ordain_core::report::{DayKind, DayState, Report};
use ordain_core::verdict::Verdict;

/// Lines that are drawn; how many more there are is said below.
const MOST: usize = 100;
/// Sizes in pixels.
const WIDTH: i64 = 960;
/// Where the names end and the days begin.
const LEFT: i64 = 200;
const RIGHT: i64 = 24;
const ROW: i64 = 24;
const TOP: i64 = 56;
/// Characters of a name that fit.
const NAME: usize = 26;

const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:currentColor}\
.t-grid{stroke:#9995}.t-bar{stroke:#777;stroke-width:2}.t-today{stroke:#1d4f91;stroke-dasharray:4 3}\
.t-moved{fill:none;stroke:#777;stroke-width:2}.t-missed{fill:#b3261e}.t-undetermined{fill:#7b3fa0}\
.t-open{fill:#2f6fc0}.t-past{fill:#2e7d3c}.t-off{fill:#777}";

/// One line.
struct Row {
    name: String,
    /// The day of its order, or the first day of a hearing.
    from: Option<NaiveDate>,
    /// The days that were due, in the order in which they were set; the last is the one that counts.
    due: Vec<NaiveDate>,
    class: &'static str,
    title: String,
    hearing: bool,
}

/// The timeline as a file of its own.
#[must_use]
pub fn render(report: &Report, _: &Options<'_>) -> String {
    let report = &Cleaner::for_people(true).report(report);
    let head = format!("{}, as of {}", report.matter, Months::Short.day(report.as_of));
    drawn(&head, &rows_of_report(report), Some(report.as_of), &[])
}

/// The timelines of a run, one below another.
#[must_use]
pub fn render_many(run: &Run<'_>) -> String {
    let cleaner = Cleaner::for_people(true);
    let (mut rows, mut today, mut said) = (Vec::new(), None, Vec::new());
    for (_, report, _) in run.checked() {
        let report = cleaner.report(report);
        today = today.max(Some(report.as_of));
        said.push(report.matter.clone());
        let matter = &report.matter;
        rows.extend(rows_of_report(&report).into_iter().map(|r| Row { title: format!("{matter}: {}", r.title), ..r }));
    }
    said.extend(run.not_read().map(|(path, why)| cleaner.line(&format!("{path}: {why}"))));
    drawn(&format!("{} matters", run.matters.len()), &rows, today, &said)
}

/// The drawing for a page; none where no day is known.
pub(crate) fn drawn_in_page(report: &Report) -> Option<String> {
    let rows = rows_of_report(report);
    (!rows.is_empty()).then(|| drawn("", &rows, Some(report.as_of), &[]))
}

fn rows_of_report(report: &Report) -> Vec<Row> {
    let orders: BTreeMap<&str, NaiveDate> = report.orders.iter().map(|(name, day)| (name.as_str(), *day)).collect();
    let mut rows: Vec<Row> = report.verdicts().iter().filter_map(|v| row_of_verdict(v, &orders)).collect();
    for day in report.days().into_iter().filter(|d| d.kind == DayKind::Hearing) {
        rows.push(Row {
            name: day.id.clone(),
            from: None,
            due: vec![day.on.day],
            class: match day.state {
                DayState::Open | DayState::Doubtful | DayState::Missed => "t-open",
                DayState::Past => "t-past",
                DayState::CalledOff => "t-off",
            },
            title: format!("{}: {}", day.id, day.text),
            hearing: true,
        });
    }
    rows
}

fn row_of_verdict(v: &Verdict, orders: &BTreeMap<&str, NaiveDate>) -> Option<Row> {
    use ordain_core::verdict::Kind;
    let mut due: Vec<NaiveDate> = v.history.iter().filter_map(|s| s.due.as_ref().map(|d| d.day)).collect();
    due.extend(v.due.as_ref().map(|d| d.day));
    due.dedup();
    let from = orders.get(v.order.as_str()).copied();
    if due.is_empty() {
        return None;
    }
    let class = match v.kind {
        Kind::Breached | Kind::Late => "t-missed",
        Kind::Undetermined => "t-undetermined",
        Kind::Pending | Kind::Waiting | Kind::Available => "t-open",
        Kind::Met | Kind::Used | Kind::Kept => "t-past",
        Kind::Stayed | Kind::Lifted | Kind::Expired => "t-off",
    };
    let day = v.due.as_ref().map_or_else(String::new, |d| format!(", due {}", Months::Short.due(d)));
    let title = format!("{}: {}{day}: {}", v.id, v.ordered, words::verdict(v));
    Some(Row { name: v.id.clone(), from, due, class, title, hearing: false })
}

/// From days to pixels.
struct Scale {
    first: NaiveDate,
    days: i64,
}

impl Scale {
    /// All days of the lines, with some room around them.
    fn of(rows: &[Row], today: Option<NaiveDate>) -> Option<Self> {
        let all: BTreeSet<NaiveDate> =
            rows.iter().flat_map(|r| r.from.iter().chain(&r.due).copied()).chain(today).collect();
        let (first, last) = (*all.first()?, *all.last()?);
        let room = ((last - first).num_days() / 30).max(3);
        let first = first.checked_sub_days(chrono::Days::new(room.unsigned_abs())).unwrap_or(first);
        Some(Self { first, days: (last - first).num_days() + room })
    }

    fn x(&self, day: NaiveDate) -> i64 {
        LEFT + (WIDTH - LEFT - RIGHT) * (day - self.first).num_days() / self.days.max(1)
    }

    /// The first days of months, quarters or years, so that at most a dozen are named.
    fn marks(&self) -> Vec<NaiveDate> {
        let last = self.first + chrono::Duration::days(self.days);
        let months =
            i64::from(last.year() - self.first.year()) * 12 + i64::from(last.month()) - i64::from(self.first.month());
        let step = [1, 3, 6, 12, 24, 60, 120].into_iter().find(|s| months / s <= 12).unwrap_or(240);
        let start = i64::from(self.first.year()) * 12;
        (start..)
            .step_by(usize::try_from(step).unwrap_or(1))
            .map_while(|m| {
                let (year, month) = (i32::try_from(m / 12).ok()?, u32::try_from(m % 12).ok()? + 1);
                NaiveDate::from_ymd_opt(year, month, 1).filter(|d| *d <= last)
            })
            .filter(|d| *d >= self.first)
            .collect()
    }
}

/// The file: what it is about, the lines, and what else is said, below.
fn drawn(head: &str, rows: &[Row], today: Option<NaiveDate>, said: &[String]) -> String {
    let shown = rows.get(..rows.len().min(MOST)).unwrap_or_default();
    let mut below: Vec<String> = said.to_vec();
    if rows.len() > MOST {
        below.insert(0, format!("and {} more lines", rows.len() - MOST));
    }
    if rows.is_empty() {
        below.insert(0, "no day is known".to_owned());
    }
    let lines = i64::try_from(shown.len()).unwrap_or(0);
    let height = TOP + ROW * lines + 18 * i64::try_from(below.len()).unwrap_or(0) + 16;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         role=\"img\">\n<title>{}</title>\n<style>{STYLE}</style>\n",
        text(if head.is_empty() { "Timeline" } else { head })
    );
    if !head.is_empty() {
        out.push_str(&label(8, 18, "start", head));
    }
    if let Some(scale) = Scale::of(shown, today).filter(|_| !shown.is_empty()) {
        push_grid(&scale, today, TOP + ROW * lines, &mut out);
        for (n, row) in shown.iter().enumerate() {
            push_row(row, &scale, TOP + ROW * i64::try_from(n).unwrap_or(0) + ROW / 2, &mut out);
        }
    }
    for (n, line) in below.iter().enumerate() {
        out.push_str(&label(8, TOP + ROW * lines + 18 * i64::try_from(n).unwrap_or(0) + 16, "start", line));
    }
    out + "</svg>\n"
}

fn push_grid(scale: &Scale, today: Option<NaiveDate>, bottom: i64, out: &mut String) {
    let marks = scale.marks();
    let with_day = marks.windows(2).all(|w| matches!(w, [a, b] if (*b - *a).num_days() < 300));
    for mark in marks {
        let x = scale.x(mark);
        let name = if with_day { mark.format("%b %Y") } else { mark.format("%Y") };
        out.push_str(&format!("<line class=\"t-grid\" x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{bottom}\"/>\n", TOP - 8));
        let anchor = if x > WIDTH - 2 * RIGHT { "end" } else { "middle" };
        out.push_str(&label(x, TOP - 14, anchor, &name.to_string()));
    }
    if let Some(today) = today {
        let x = scale.x(today);
        out.push_str(&format!(
            "<line class=\"t-today\" x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{bottom}\"><title>as of {}</title></line>\n",
            TOP - 8,
            text(&Months::Short.day(today))
        ));
    }
}

fn push_row(row: &Row, scale: &Scale, y: i64, out: &mut String) {
    out.push_str(&format!("<g>\n<title>{}</title>\n", text(&row.title)));
    let name: String = match row.name.chars().count() > NAME {
        true => row.name.chars().take(NAME - 1).chain(['…']).collect(),
        false => row.name.clone(),
    };
    out.push_str(&label(8, y + 4, "start", &name));
    let days: Vec<i64> = row.due.iter().map(|d| scale.x(*d)).collect();
    let last = days.last().copied().unwrap_or(LEFT);
    if let Some(from) = row.from.map(|d| scale.x(d)) {
        let end = days.iter().copied().max().unwrap_or(from);
        out.push_str(&format!("<line class=\"t-bar\" x1=\"{from}\" y1=\"{y}\" x2=\"{end}\" y2=\"{y}\"/>\n"));
        out.push_str(&format!(
            "<rect class=\"t-off\" x=\"{}\" y=\"{}\" width=\"3\" height=\"12\"/>\n",
            from - 1,
            y - 6
        ));
    }
    // A day that was moved stays as a ring, and an arc leads to the next.
    for pair in days.windows(2) {
        if let [a, b] = pair {
            let middle = i64::midpoint(*a, *b);
            out.push_str(&format!("<circle class=\"t-moved\" cx=\"{a}\" cy=\"{y}\" r=\"4\"/>\n"));
            out.push_str(&format!(
                "<path class=\"t-moved\" d=\"M{a} {} Q{middle} {} {b} {}\"/>\n",
                y - 5,
                y - 14,
                y - 7
            ));
        }
    }
    out.push_str(&match row.hearing {
        true => format!(
            "<path class=\"{}\" d=\"M{last} {} L{} {y} L{last} {} L{} {y} Z\"/>\n",
            row.class,
            y - 7,
            last + 7,
            y + 7,
            last - 7
        ),
        false => {
            format!("<path class=\"{}\" d=\"M{} {} H{} L{last} {} Z\"/>\n", row.class, last - 6, y - 6, last + 6, y + 6)
        }
    });
    out.push_str("</g>\n");
}

fn label(x: i64, y: i64, anchor: &str, words: &str) -> String {
    format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>\n", text(words))
}
