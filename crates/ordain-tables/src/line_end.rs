//! Where lines end: with LF, with CR LF, or with CR alone, in any mix. All readers, and the row
//! engine, take it from here, so that they count the same rows.

use memchr::{memchr, memchr2, memrchr2};

/// The bytes of the first line, with its end; none if it does not end here.
#[must_use]
pub fn first_line(text: &[u8], ends: bool) -> Option<usize> {
    match memchr2(b'\n', b'\r', text) {
        None => ends.then_some(text.len()),
        Some(n) if text.get(n) == Some(&b'\n') => Some(n + 1),
        Some(n) => match text.get(n + 1) {
            Some(b'\n') => Some(n + 2),
            None if !ends => None,
            _ => Some(n + 1),
        },
    }
}

/// True of a line that holds nothing but blanks.
#[must_use]
pub fn is_blank(text: &[u8]) -> bool {
    text.iter().all(|b| matches!(b, b' ' | b'\r' | b'\n'))
}

/// Past the last line end of a text of which more may follow; none where no line ends in it.
pub(crate) fn last_end(text: &[u8]) -> Option<usize> {
    let at = memrchr2(b'\n', b'\r', text)?;
    if text.get(at) == Some(&b'\r') && at + 1 == text.len() {
        // The LF of this CR may follow.
        return last_end(text.get(..at)?);
    }
    Some(at + 1)
}

/// True where a CR stands that no LF follows.
pub(crate) fn has_lone_cr(text: &[u8]) -> bool {
    if memchr(b'\r', text).is_none() {
        return false;
    }
    let after = text.get(1..).unwrap_or_default();
    // Without a branch in the loop, so that many bytes are looked at at once.
    let lone = text.iter().zip(after).fold(0_u8, |all, (a, b)| all | (u8::from(*a == b'\r') & u8::from(*b != b'\n')));
    lone != 0 || text.last() == Some(&b'\r')
}

/// How much of a text is before the end of file that DOS wrote: `1A`, perhaps with zeros after it.
pub(crate) fn before_dos_end(text: &[u8]) -> usize {
    let rest = |text: &[u8], byte: u8| text.iter().rposition(|b| *b != byte).map_or(0, |at| at + 1);
    let filled = rest(text, 0);
    match text.get(filled.wrapping_sub(1)) {
        Some(0x1A) => rest(text.get(..filled).unwrap_or_default(), 0x1A),
        _ => text.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_mix_of_line_ends() {
        assert_eq!(first_line(b"a\rb", false), Some(2));
        assert_eq!(first_line(b"a\r", false), None, "its LF may follow");
        assert_eq!(last_end(b"a\r\nb\rc"), Some(5));
        assert_eq!(last_end(b"a\nb\r"), Some(2));
        assert!(has_lone_cr(b"a\rb\r\n") && has_lone_cr(b"a\r") && !has_lone_cr(b"a\r\nb\r\n"));
        assert_eq!(before_dos_end(b"ab\n\x1A\0\0"), 3);
        assert_eq!(before_dos_end(b"ab\0"), 3, "zeros alone are no end of file");
    }
}
