//! Letters as a text has them.

/// Adds a letter: ligatures as the letters they join, blanks of every kind as a blank, and nothing that nobody sees.
pub(crate) fn push_letter(letter: char, out: &mut String) {
    match letter {
        '\u{FB00}' => out.push_str("ff"),
        '\u{FB01}' => out.push_str("fi"),
        '\u{FB02}' => out.push_str("fl"),
        '\u{FB03}' => out.push_str("ffi"),
        '\u{FB04}' => out.push_str("ffl"),
        '\u{FB05}' | '\u{FB06}' => out.push_str("st"),
        '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\t' | '\n' | '\r' => {
            out.push(' ');
        }
        // Where a word may be cut; at the end of a line it is cut there.
        '\u{00AD}' => out.push('\u{00AD}'),
        '\u{2010}' | '\u{2011}' => out.push('-'),
        // The bullets of old symbol fonts.
        '\u{F0B7}' | '\u{F0A7}' | '\u{F0A8}' => out.push('•'),
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' => {}
        '\u{FEFF}' => {}
        c if c.is_control() => {}
        c => out.push(c),
    }
}

/// A string of UTF-16 code units, most significant byte first.
pub(crate) fn of_utf16(bytes: &[u8], out: &mut String) {
    let units =
        bytes.chunks(2).map(|c| u16::from_be_bytes([c.first().copied().unwrap_or(0), c.get(1).copied().unwrap_or(0)]));
    char::decode_utf16(units).for_each(|c| push_letter(c.unwrap_or(char::REPLACEMENT_CHARACTER), out));
}

/// A text string of a PDF: UTF-16 or UTF-8 with its mark, or else one byte a letter.
pub(crate) fn of_string(bytes: &[u8]) -> String {
    let mut out = String::new();
    match bytes {
        [0xFE, 0xFF, rest @ ..] => of_utf16(rest, &mut out),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).chars().for_each(|c| push_letter(c, &mut out)),
        _ => bytes.iter().for_each(|b| push_letter(char::from(*b), &mut out)),
    }
    out
}
