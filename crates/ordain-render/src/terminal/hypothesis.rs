//! What a hypothesis changed, before anything else of the report.

use super::text::{hanging_rows, push_paragraph};
use crate::Style;
use crate::date::Months;
use crate::hypothesis::{changed_sentences, hypothesis_lines, rows_of_hypothesis};
use crate::paint::Ink;
use crate::words::capitalize_sentence;
use crate::wrap::{display_width, pad_to};
use ordain_core::report::Report;

pub(super) fn part(report: &Report, style: Style) -> String {
    let Some(h) = &report.hypothesis else { return String::new() };
    let columns = style.columns();
    let mut out = String::new();
    push_paragraph("hypothetical: this is not what the record shows", Ink::Yellow, style, &mut out);
    for line in hypothesis_lines(h) {
        hanging_rows(&line, 4, columns - 2).iter().for_each(|l| out.push_str(&format!("  {l}\n")));
    }
    out.push('\n');
    push_paragraph(&capitalize_sentence(&h.summary()), Ink::Bold, style, &mut out);
    let rows = rows_of_hypothesis(h, Months::Short);
    let name = |r: &crate::hypothesis::Row| format!("{}{}", "  ".repeat(r.depth), r.id);
    let first = rows.iter().map(|r| display_width(&name(r))).max().unwrap_or(0).max(9) + 2;
    let second = rows.iter().map(|r| display_width(&r.before)).max().unwrap_or(0).max(6) + 2;
    let third = rows.iter().map(|r| display_width(&r.after)).max().unwrap_or(0);
    let wide = first + second + third + 2 <= columns;
    if !rows.is_empty() && wide {
        let head = format!("  {}{}after", pad_to("paragraph", first), pad_to("before", second));
        out.push_str(&style.paint(Ink::Dim, &head));
        out.push('\n');
    }
    for r in &rows {
        if wide {
            out.push_str(&format!("  {}{}{}\n", pad_to(&name(r), first), pad_to(&r.before, second), r.after));
        } else {
            let arrow = if style.unicode { "→" } else { "->" };
            let line = format!("{}: {} {arrow} {}", name(r), r.before, r.after);
            hanging_rows(&line, 4, columns - 2).iter().for_each(|l| out.push_str(&format!("  {l}\n")));
        }
    }
    for (id, lines) in changed_sentences(h) {
        push_paragraph(&format!("  beside {id}:"), Ink::Dim, style, &mut out);
        for (new, text) in lines {
            let (mark, ink) = if new { ("+", Ink::Green) } else { ("-", Ink::Red) };
            for (i, l) in hanging_rows(&text, 0, columns.saturating_sub(6)).iter().enumerate() {
                let lead = if i == 0 { style.paint(ink, mark) } else { " ".to_owned() };
                out.push_str(format!("    {lead} {l}").trim_end());
                out.push('\n');
            }
        }
    }
    out
}
