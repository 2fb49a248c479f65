//! Characters as people paste them: spaces, letters that print draws as one,
//! and the mark that opens a comment.

use ordain_base::characters::has_no_width;

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

/// True of a character without width between two letters: it is read as a space elsewhere, and here nobody can see
/// that there are two words.
pub(super) fn splits_word(text: &str, at: usize, c: char) -> bool {
    has_no_width(c) && {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + c.len_utf8()..).and_then(|t| t.chars().next());
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    }
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

/// Does a comment begin at `rest`, which comes after a space or at the start of a line?
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
