//! Characters as people paste them: spaces, what cannot be seen, letters that
//! print draws as one, and the mark that opens a comment.

/// Spaces of every kind that people paste.
pub(super) fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200B}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202F}'
                | '\u{205F}'
                | '\u{2060}'
                | '\u{3000}'
                | '\u{FEFF}'
                | '\u{B}'
                | '\u{C}'
    )
}

/// Characters that show nothing and are no space: controls, marks of direction
/// and of joining, and the hyphen that a word processor hides.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The letters that print draws as one.
pub(super) fn letters_of(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// Does a comment begin at `rest`, which stands after a space or at the start of a line?
pub(super) fn opens_comment(rest: &str, opens_line: bool) -> bool {
    if let Some(after) = rest.strip_prefix('#') {
        let first = if opens_line { after.chars().next() } else { after.chars().find(|c| !is_space(*c)) };
        return !first.is_some_and(|c| c.is_ascii_digit());
    }
    rest.strip_prefix("--")
        .is_some_and(|after| after.chars().next().is_none_or(|c| is_space(c) || c == '\n' || c == '\r'))
}

/// The length of the line that `rest` begins with, without its end.
pub(super) fn line_len(rest: &str) -> usize {
    rest.find(['\n', '\r']).unwrap_or(rest.len())
}
