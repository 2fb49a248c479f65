//! The two columns of a caption: the parties to the left, the number and the title to the right.

/// One line, and its columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t> {
    /// The whole line, trimmed; without the number in the margin of pleading paper.
    pub(super) whole: &'t str,
    pub(super) left: &'t str,
    pub(super) right: &'t str,
}

/// Characters that draw the line between the columns.
const RULES: &[char] = &[')', '|', '§', '}', ':', '*', '│'];

/// Splits a line at the rule between the columns, or at a wide gap.
pub(super) fn split(line: &str) -> Row<'_> {
    let indent = line.len() - line.trim_start().len();
    let whole = without_margin(line);
    let at = whole.char_indices().find(|(i, c)| RULES.contains(c) && is_rule(whole, *i, c.len_utf8()));
    let (left, right) = match (at, whole.find("    ")) {
        (Some((i, c)), _) => (whole.get(..i), whole.get(i + c.len_utf8()..)),
        (None, Some(gap)) => (whole.get(..gap), whole.get(gap..)),
        // Far to the right of an empty left column.
        (None, None) if indent > 36 => (Some(""), Some(whole)),
        (None, None) => (Some(whole), Some("")),
    };
    let trimmed = |part: Option<&'_ str>| part.unwrap_or("").trim().trim_matches(RULES).trim().len();
    let (l, r) = (left.unwrap_or(""), right.unwrap_or(""));
    let left = if trimmed(left) == 0 { "" } else { l.trim().trim_end_matches([')', '|', '§', '}', '│']).trim() };
    let right = if trimmed(right) == 0 { "" } else { r.trim().trim_start_matches(RULES).trim() };
    Row { whole, left, right }
}

/// A mark with white space, or nothing, on both sides: `Plaintiff,   )   Case`.
fn is_rule(line: &str, at: usize, len: usize) -> bool {
    let before = line.get(..at).unwrap_or("");
    let after = line.get(at + len..).unwrap_or("");
    let wide = before.is_empty() || before.ends_with("  ") || before.ends_with(",") && after.starts_with("  ");
    wide && (after.is_empty() || after.starts_with(' '))
}

/// `14   JANE POE,`: the number in the margin is no part of the line.
fn without_margin(line: &str) -> &str {
    let line = line.trim();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).unwrap_or(line);
    if (1..=2).contains(&digits) && (rest.is_empty() || rest.starts_with("  ")) { rest.trim() } else { line }
}
