//! The matter as a timeline: orders above the line, facts below it, and an arrow from each order to what it changed.

use chrono::{Datelike, NaiveDate};

use crate::date::Months;
use crate::markup::{attribute, text};
use ordain_core::anatomy::{Anatomy, Change, OrderAnatomy};

const WIDTH: i64 = 960;
const SIDE: i64 = 60;
const BOX: i64 = 22;
/// Pixels a character of a label takes, at most.
const LETTER: i64 = 7;
/// Orders and facts that are drawn; how many more there are is said.
const MOST: usize = 60;

const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:currentColor}.a-line{stroke:#777;stroke-width:2}\
.a-stem{stroke:#777;stroke-dasharray:2 3}.a-order{fill:none;stroke:currentColor;stroke-width:1.5}\
.a-move{fill:none;stroke:#777;stroke-width:1.5}.a-tip{fill:#777}.a-fact{fill:#777}";

/// Of the page; nothing where no day is known.
pub(super) fn section(anatomy: &Anatomy) -> String {
    let facts = numbered(anatomy);
    let mut out = "<section id=\"timeline\">\n<h2>The matter as a timeline</h2>\n".to_owned();
    match drawn(anatomy, &facts) {
        Some(svg) => out.push_str(&format!("<p>Orders are above the line, facts below it. An arrow leads from an order to one that it changed.</p>\n<figure>\n{svg}</figure>\n")),
        None => out.push_str("<p>No order and no fact has a day.</p>\n"),
    }
    let changes: String =
        anatomy.changes.iter().map(|c| format!("<li>{}: {}</li>\n", text(&c.from), text(&c.words))).collect();
    if !changes.is_empty() {
        out.push_str(&format!("<h3>What orders changed</h3>\n<ul>\n{changes}</ul>\n"));
    }
    if !facts.is_empty() {
        out.push_str("<h3>Facts</h3>\n<table>\n<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Day</th><th scope=\"col\">Words</th></tr></thead>\n<tbody>\n");
        for (n, (day, words)) in facts.iter().enumerate() {
            for words in words {
                out.push_str(&format!(
                    "<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                    n + 1,
                    text(&Months::Short.day(*day)),
                    text(words)
                ));
            }
        }
        out.push_str("</tbody>\n</table>\n");
    }
    out + "</section>\n"
}

/// The days of facts, each with all that happened on it.
fn numbered(anatomy: &Anatomy) -> Vec<(NaiveDate, Vec<&str>)> {
    let mut out: Vec<(NaiveDate, Vec<&str>)> = Vec::new();
    for (day, words) in &anatomy.facts {
        match out.last_mut().filter(|(d, _)| d == day) {
            Some((_, all)) => all.push(words),
            None => out.push((*day, vec![words])),
        }
    }
    out
}

/// From days to pixels.
struct Scale {
    first: NaiveDate,
    days: i64,
}

impl Scale {
    fn x(&self, day: NaiveDate) -> i64 {
        SIDE + (WIDTH - 2 * SIDE) * (day - self.first).num_days() / self.days.max(1)
    }
}

/// Rows in which labels do not touch: each takes the first row that is free where it begins.
#[derive(Default)]
struct Rows {
    ends: Vec<i64>,
}

impl Rows {
    fn place(&mut self, from: i64, to: i64) -> usize {
        let row = self.ends.iter().position(|end| *end + 6 <= from).unwrap_or(self.ends.len());
        match self.ends.get_mut(row) {
            Some(end) => *end = to,
            None => self.ends.push(to),
        }
        row
    }
}

/// An order with its place.
struct Placed<'a> {
    order: &'a OrderAnatomy,
    x: i64,
    left: i64,
    width: i64,
    row: usize,
}

fn drawn(anatomy: &Anatomy, facts: &[(NaiveDate, Vec<&str>)]) -> Option<String> {
    let mut orders: Vec<(NaiveDate, &OrderAnatomy)> =
        anatomy.orders.iter().filter_map(|o| o.day.map(|d| (d, o))).collect();
    orders.sort_by_key(|(day, _)| *day);
    let more = orders.len().saturating_sub(MOST) + facts.len().saturating_sub(MOST);
    orders.truncate(MOST);
    let facts = facts.get(..facts.len().min(MOST)).unwrap_or_default();
    let days = || orders.iter().map(|(d, _)| *d).chain(facts.iter().map(|(d, _)| *d));
    let (first, last) = (days().min()?, days().max()?);
    let scale = Scale { first, days: (last - first).num_days() };
    let mut above = Rows::default();
    let placed: Vec<Placed<'_>> = orders
        .iter()
        .map(|(day, order)| {
            let letters = i64::try_from(order.name.chars().count().min(24)).unwrap_or(24);
            let width = letters * LETTER + 14;
            let x = scale.x(*day);
            let left = (x - width / 2).clamp(4, WIDTH - width - 4);
            Placed { order, x, left, width, row: above.place(left, left + width) }
        })
        .collect();
    // Room for the arcs, then the rows of orders, then the line.
    let arcs = 30 + 14 * i64::try_from(anatomy.changes.len().min(8)).unwrap_or(0);
    let rows = i64::try_from(above.ends.len()).unwrap_or(1);
    let line = arcs + rows * (BOX + 8) + 14;
    let top = |row: usize| line - 14 - (i64::try_from(row).unwrap_or(0) + 1) * (BOX + 8);
    let mut body = String::new();
    for (n, change) in anatomy.changes.iter().take(MOST).enumerate() {
        push_change(change, n, &placed, top, &mut body);
    }
    for one in &placed {
        push_order(one, top(one.row), line, &mut body);
    }
    body.push_str(&format!(
        "<line class=\"a-line\" x1=\"{}\" y1=\"{line}\" x2=\"{}\" y2=\"{line}\"/>\n",
        SIDE / 2,
        WIDTH - SIDE / 2
    ));
    let mut below = Rows::default();
    for (n, (day, words)) in facts.iter().enumerate() {
        push_fact(n + 1, scale.x(*day), line, words, &mut below, &mut body);
    }
    let mut height = line + 40 + 16 * i64::try_from(below.ends.len()).unwrap_or(0);
    push_years(&scale, last, height - 6, &mut body);
    if more > 0 {
        height += 18;
        body.push_str(&format!("<text x=\"8\" y=\"{}\">and {more} more days</text>\n", height - 6));
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\">\n\
         <title>Timeline of {}</title>\n<style>{STYLE}</style>\n{body}</svg>\n",
        attribute(&anatomy.matter)
    ))
}

fn push_order(one: &Placed<'_>, top: i64, line: i64, out: &mut String) {
    let name: String = match one.order.name.chars().count() > 24 {
        true => one.order.name.chars().take(23).chain(['…']).collect(),
        false => one.order.name.clone(),
    };
    let day = one.order.day.map_or_else(String::new, |d| Months::Short.day(d));
    out.push_str(&format!(
        "<g>\n<title>{}: {}</title>\n<line class=\"a-stem\" x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{line}\"/>\n\
         <rect class=\"a-order\" x=\"{}\" y=\"{top}\" width=\"{}\" height=\"{BOX}\" rx=\"3\"/>\n\
         <text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n</g>\n",
        attribute(&one.order.name),
        attribute(&day),
        top + BOX,
        one.left,
        one.width,
        one.left + one.width / 2,
        top + 15,
        attribute(&name),
        x = one.x
    ));
}

/// An arc from the top of one order to the top of the other.
fn push_change(change: &Change, n: usize, placed: &[Placed<'_>], top: impl Fn(usize) -> i64, out: &mut String) {
    let find = |name: &str| placed.iter().find(|p| p.order.name == name);
    let (Some(from), Some(to)) = (find(&change.from), find(&change.to)) else { return };
    let shift = 5 * i64::try_from(n % 8).unwrap_or(0);
    let (x1, y1) = (from.left + from.width / 2 - 14 - shift, top(from.row));
    let (x2, y2) = (to.left + to.width / 2 + 14 + shift, top(to.row));
    let peak = y1.min(y2) - 20 - 14 * i64::try_from(n % 8).unwrap_or(0);
    let middle = i64::midpoint(x1, x2);
    out.push_str(&format!(
        "<g>\n<title>{}: {}</title>\n<path class=\"a-move\" d=\"M{x1} {y1} C{x1} {peak} {x2} {peak} {x2} {}\"/>\n\
         <path class=\"a-tip\" d=\"M{} {} H{} L{x2} {y2} Z\"/>\n\
         <text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n</g>\n",
        attribute(&change.from),
        attribute(&change.words),
        y2 - 6,
        x2 - 4,
        y2 - 7,
        x2 + 4,
        // The curve is at three quarters of the way to its handles.
        (i64::midpoint(y1, y2) + 3 * peak) / 4 - 3,
        attribute(&change.what)
    ));
}

fn push_fact(n: usize, x: i64, line: i64, words: &[&str], below: &mut Rows, out: &mut String) {
    let label = n.to_string();
    let half = i64::try_from(label.len()).unwrap_or(1) * LETTER / 2 + 2;
    let row = i64::try_from(below.place(x - half, x + half)).unwrap_or(0);
    out.push_str(&format!(
        "<g>\n<title>{}</title>\n<circle class=\"a-fact\" cx=\"{x}\" cy=\"{line}\" r=\"4\"/>\n\
         <text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{label}</text>\n</g>\n",
        attribute(&words.join("; ")),
        line + 20 + 16 * row
    ));
}

/// The first and the last year, or the days where all is within one.
fn push_years(scale: &Scale, last: NaiveDate, y: i64, out: &mut String) {
    let mut mark = |x: i64, anchor: &str, words: &str| {
        out.push_str(&format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>\n", attribute(words)));
    };
    mark(SIDE / 2, "start", &Months::Short.day(scale.first));
    if last != scale.first {
        mark(WIDTH - SIDE / 2, "end", &Months::Short.day(last));
    }
    let middle: Vec<i32> = (scale.first.year() + 1..=last.year()).collect();
    if middle.len() <= 8 {
        for year in middle {
            let x = NaiveDate::from_ymd_opt(year, 1, 1).map(|d| scale.x(d));
            if let Some(x) = x.filter(|x| (SIDE + 120..WIDTH - SIDE - 120).contains(x)) {
                mark(x, "middle", &year.to_string());
            }
        }
    }
}
