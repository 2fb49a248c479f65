//! Breaking text into lines, at spaces only: never inside a date, a
//! hyphenated word or a citation.

use super::date::is_month;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns a text takes on the screen.
pub fn display_width(text: &str) -> usize {
    text.width()
}

/// `text` filled with spaces up to `columns`.
pub fn pad_to(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(display_width(text))))
}

/// Breaks at spaces so that no line is wider than `columns`, where words allow
/// it. Lines of the text stay apart and keep their indentation; what runs over
/// from an indented line is indented two more.
pub fn wrap_text(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let indent = indent.min(columns / 2);
        let over = if indent > 0 { indent + 2 } else { 0 };
        fill_line(line, columns, indent, over, &mut lines);
    }
    lines
}

/// Text broken into rows, those after the first indented.
pub(crate) fn hanging_rows(text: &str, hang: usize, columns: usize) -> Vec<String> {
    let first = wrap_text(text, columns);
    let Some((lead, rest)) = first.split_first() else { return Vec::new() };
    let mut rows = vec![lead.clone()];
    rows.extend(wrap_text(&rest.join(" "), columns - hang).into_iter().map(|r| " ".repeat(hang) + &r));
    rows
}

/// One line of text: its first row indented by `first`, the others by `rest`.
fn fill_line(line: &str, columns: usize, first: usize, rest: usize, lines: &mut Vec<String>) {
    let mut row = " ".repeat(first);
    let mut empty = true;
    // What is read together is kept together where a line has room for it.
    let room = columns.saturating_sub(first.max(rest));
    let kept = |held: String| match held.split_once(' ') {
        Some(_) if display_width(&held) > room => held.split(' ').map(str::to_owned).collect(),
        _ => vec![held],
    };
    for word in glued_words(line).into_iter().flat_map(kept) {
        if !empty && display_width(&row) + 1 + display_width(&word) > columns {
            lines.push(std::mem::replace(&mut row, " ".repeat(rest)));
            empty = true;
        }
        if !empty {
            row.push(' ');
        }
        empty = false;
        // A single word wider than the screen is cut where the screen ends.
        let mut left = word.as_str();
        while display_width(&row) + display_width(left) > columns && display_width(&row) < columns {
            let cut = bytes_that_fit(left, columns - display_width(&row));
            if cut == 0 {
                break;
            }
            row.push_str(&left[..cut]);
            lines.push(std::mem::replace(&mut row, " ".repeat(rest)));
            left = &left[cut..];
        }
        row.push_str(left);
    }
    lines.push(if empty { String::new() } else { row });
}

/// How many bytes of `text` fit in `columns`.
fn bytes_that_fit(text: &str, columns: usize) -> usize {
    let mut used = 0;
    for (i, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > columns {
            return i;
        }
    }
    text.len()
}

/// The words of a line, with those kept together that are read together:
/// `Fri Dec. 1, 2023`, `Fri 2023-12-01`, `¶ 1`, `Dkt. 290`, `126 days`.
fn glued_words(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = "";
    for word in line.split_whitespace() {
        match words.last_mut() {
            Some(held) if belong_together(last, word) && display_width(held) + display_width(word) < 24 => {
                held.push(' ');
                held.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
        last = word;
    }
    words
}

fn belong_together(left: &str, right: &str) -> bool {
    let number = right.starts_with(|c: char| c.is_ascii_digit());
    let bare = left.trim_start_matches(['(', '`', '"']);
    let year = number && right.trim_end_matches(|c: char| !c.is_ascii_digit()).len() == 4;
    let leads = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Dkt.", "No.", "at", "category", "categories"];
    bare.ends_with('¶')
        || right.starts_with('¶')
        || bare.ends_with('§')
        || (number && (leads.contains(&bare) || is_month(bare)))
        || (is_month(right) && leads.contains(&bare))
        || (year && bare.strip_suffix(',').is_some_and(|d| d.len() < 3 && d.bytes().all(|b| b.is_ascii_digit())))
        || (right.starts_with("day") && bare.chars().all(|c| c.is_ascii_digit()))
}

/// A name for the first column of a table: the rows above, and the one that
/// carries the rest of the row. A name is never cut short: it is what is cited.
pub fn name_cell(lead: &str, name: &str, columns: usize) -> (Vec<String>, String) {
    let indent = display_width(lead);
    let rows = wrap_text(name, columns.saturating_sub(indent).max(8)).into_iter();
    let mut rows: Vec<String> =
        rows.enumerate().map(|(i, r)| if i == 0 { format!("{lead}{r}") } else { " ".repeat(indent) + &r }).collect();
    let last = rows.pop().unwrap_or_default();
    (rows, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_citations_are_never_broken() {
        let text = "the duty of MTC ¶ 1 fell due on Fri 2023-12-01, that is 126 days ago (Dkt. 290 at 16), and not \
                    on Wed Sept. 27, 2023, as was said";
        for columns in 20..80 {
            let lines = wrap_text(text, columns);
            assert!(lines.iter().all(|l| display_width(l) <= columns), "{columns}: {lines:#?}");
            for whole in ["Fri 2023-12-01,", "MTC ¶ 1", "126 days", "(Dkt. 290", "at 16)", "Wed Sept. 27, 2023,"] {
                let held = lines.iter().any(|l| l.contains(whole));
                assert!(held, "{whole} broken at {columns}: {lines:#?}");
            }
        }
    }

    #[test]
    fn indented_lines_stay_indented() {
        assert_eq!(
            wrap_text("write\n  by December 1, 2023 at noon", 20),
            ["write", "  by December", "    1, 2023 at noon"]
        );
    }

    #[test]
    fn a_word_wider_than_the_screen_is_cut() {
        assert_eq!(wrap_text("abcdefgh", 3), ["abc", "def", "gh"]);
    }
}
