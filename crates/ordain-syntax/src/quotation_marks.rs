//! Where a quotation ends, whatever marks it is in.

use super::characters::{is_space, line_len};
use super::reserved;

/// The longest quotation that is looked for, in bytes.
const LONGEST_QUOTATION: usize = 16 * 1024;

/// The quotation in marks of another kind that `rest` opens, if it is closed on
/// its line: the length of its words and of the closing mark. An apostrophe
/// opens none: `'23`.
pub(super) fn other_marks(rest: &str, open: char) -> Option<(usize, usize)> {
    let closing: &[char] = match open {
        '‘' => &['’'],
        '\'' => &['\''],
        '«' => &['»'],
        '‹' => &['›'],
        _ => &['“', '”', '"'],
    };
    let words = rest.get(open.len_utf8()..)?;
    let words = words.get(..line_len(words).min(words.len()))?;
    if !words.starts_with(char::is_alphabetic) {
        return None;
    }
    let mut chars = words.char_indices().take(240).peekable();
    while let Some((i, c)) = chars.next() {
        let ends = chars.peek().is_none_or(|(_, next)| is_space(*next) || matches!(next, '.' | ',' | ';' | ':' | ')'));
        if closing.contains(&c) && ends && i > 0 {
            return Some((i, c.len_utf8()));
        }
    }
    None
}

/// Where the quotation that `rest` continues is closed: the length of its
/// words and the mark. Marks of the other kind may be inside, in pairs; one
/// without a pair closes only where the right mark never comes. A line that opens with a clause word and a quotation
/// mark shows that it was never closed; so does an empty line.
pub(super) fn find_closing_mark(rest: &str, mark: char) -> Option<(usize, char)> {
    let mut fallback = None;
    let mut depth = 0_usize;
    for (i, c) in rest.char_indices().take_while(|(i, _)| *i < LONGEST_QUOTATION) {
        match c {
            '"' if mark == '"' => return Some((i, c)),
            '”' if mark == '”' || mark == '“' && depth == 0 => return Some((i, c)),
            '”' if depth > 0 => depth -= 1,
            '“' => depth += 1,
            '"' | '”' if fallback.is_none() => fallback = Some((i, c)),
            '\n' | '\r' => {
                let line = rest.get(i + 1..).unwrap_or("");
                let line = line.get(..line_len(line)).unwrap_or("");
                if (c == '\n' && line.trim().is_empty()) || reserved::opens_with_quotation(line) {
                    return fallback;
                }
            }
            _ => {}
        }
    }
    fallback
}
