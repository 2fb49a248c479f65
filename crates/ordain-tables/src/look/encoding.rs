//! The encoding of a file, by what proves it: its mark, its zeros, that it is
//! UTF-8 throughout, or a thorn that is one byte.

use crate::Encoding;
use crate::known::Unknown;

/// The encoding and what shows it.
pub(crate) fn detect(head: &[u8], whole: bool, declared: Option<Encoding>) -> Result<(Encoding, String), Unknown> {
    let marked =
        [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be].into_iter().find(|e| head.starts_with(e.mark()));
    if let Some(declared) = declared {
        return match marked.filter(|m| *m != declared) {
            Some(mark) => Err(Unknown::undeclared(
                format!("the file begins with the mark of {}, and {} is declared", mark.name(), declared.name()),
                format!("write: encoding {}", mark.name()),
            )),
            None => Ok((declared, "declared".to_owned())),
        };
    }
    if let Some(mark) = marked {
        return Ok((mark, "its byte order mark".to_owned()));
    }
    if let Some(wide) = encoding_by_zeros(head) {
        return Ok((wide, "every second byte is zero".to_owned()));
    }
    let bad = match std::str::from_utf8(head) {
        Ok(_) => None,
        // A character cut in two at the end of what was looked at.
        Err(e) if e.error_len().is_none() && !whole => None,
        Err(e) => Some(e.valid_up_to()),
    };
    let Some(at) = bad else {
        let ascii = head.is_ascii();
        return Ok((Encoding::Utf8, if ascii { "plain ASCII so far" } else { "valid throughout" }.to_owned()));
    };
    // The byte FE is in no UTF-8; as a qualifier it is beside a separator or a line's end.
    let thorn =
        head.windows(2).any(|w| matches!(w, [0xFE, 0x14 | b'|' | b',' | b'\r' | b'\n' | b'\t'] | [0x14 | b'\n', 0xFE]));
    if thorn {
        return Ok((Encoding::Windows1252, "its qualifier þ is the byte FE, which no UTF-8 has".to_owned()));
    }
    // Accents that are whole in most places are UTF-8 that was damaged in a few;
    // in another encoding hardly one of them would be.
    let (whole, broken) = count_accents(head);
    if whole > broken {
        return Ok((Encoding::Utf8, format!("{whole} accents are whole, {broken} broken")));
    }
    Err(Unknown::undeclared(
        format!("byte {} is no UTF-8, and the file does not show what it is", at + 1),
        "if it was made on Windows, write: encoding Windows-1252",
    ))
}

/// Characters of several bytes that are valid UTF-8, and places that are not.
fn count_accents(head: &[u8]) -> (usize, usize) {
    let mut whole = 0;
    let mut broken = 0;
    for chunk in head.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    (whole, broken)
}

/// UTF-16 without a mark: plain letters have a zero beside them, always on one side.
fn encoding_by_zeros(head: &[u8]) -> Option<Encoding> {
    let pairs = head.chunks_exact(2);
    let (mut first, mut second, mut all) = (0_usize, 0_usize, 0_usize);
    for pair in pairs {
        all += 1;
        first += usize::from(pair.first() == Some(&0));
        second += usize::from(pair.get(1) == Some(&0));
    }
    match (first * 10 > all * 7, second * 10 > all * 7) {
        (false, true) if first == 0 => Some(Encoding::Utf16Le),
        (true, false) if second == 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}
