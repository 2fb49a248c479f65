//! Content lines of a calendar file (RFC 5545, 3.1 and 3.3.11).

use crate::clean::Cleaner;

/// The most bytes of a line, its end apart.
const WIDTH: usize = 75;

/// Adds `name:value`, folded: a line that goes on begins with a space.
pub(crate) fn push_line(line: &str, out: &mut String) {
    let mut rest = line;
    let mut width = WIDTH;
    while rest.len() > width {
        let cut = (1..=width).rev().find(|i| rest.is_char_boundary(*i)).unwrap_or(rest.len());
        let (now, later) = rest.split_at(cut);
        out.push_str(now);
        out.push_str("\r\n ");
        rest = later;
        // The space counts.
        width = WIDTH - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// A text as a value: what no calendar may hold is shown as a mark of its own, and lines are kept apart.
pub(crate) fn text_value(text: &str) -> String {
    let cleaned = Cleaner::for_people(true).lines(text);
    let mut out = String::with_capacity(cleaned.len());
    for c in cleaned.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out
}

/// The text that a value stands for.
pub(crate) fn text_of_value(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next() {
                Some('n' | 'N') => out.push(' '),
                Some(other) => out.push(other),
                None => {}
            },
            _ => out.push(c),
        }
    }
    out
}

/// The lines of a calendar file, those that were folded put together again.
pub(crate) fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n').map(|l| l.strip_suffix('\r').unwrap_or(l)) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            _ if line.is_empty() => {}
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters_and_put_together_again() {
        for text in
            ["SUMMARY:short".to_owned(), format!("SUMMARY:{}", "¶ é".repeat(60)), "x".repeat(75), "x".repeat(76)]
        {
            let mut out = String::new();
            push_line(&text, &mut out);
            assert!(out.split("\r\n").all(|l| l.len() <= WIDTH), "{out}");
            assert_eq!(unfolded(&out), [text]);
        }
    }

    #[test]
    fn a_value_keeps_to_its_line() {
        assert_eq!(text_value("a, b; c\\d\ne\u{1b}[31m"), "a\\, b\\; c\\\\d\\ne␛[31m");
        assert_eq!(text_of_value(&text_value("a, b; c\\d\ne")), "a, b; c\\d e");
    }
}
