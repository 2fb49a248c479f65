//! Words, numbers and marks of a line, each with its place.

use std::borrow::Cow;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with what belongs to them.
    Word,
    /// Digits only; `18,000` is three tokens.
    Number,
    /// One character.
    Mark,
}

/// One word, number or mark.
#[derive(Debug, Clone)]
pub struct Token<'t> {
    /// What it is.
    pub kind: Kind,
    /// In lower case, curly apostrophes straightened; a mark is its own character.
    pub word: Cow<'t, str>,
    /// Byte offsets in the text.
    pub start: usize,
    /// The byte behind its last.
    pub end: usize,
    /// White space comes before it.
    pub gap: bool,
    /// It is the first of its line.
    pub opens_line: bool,
    /// It begins with a capital.
    pub capital: bool,
    /// It is between double quotation marks.
    pub quoted: bool,
    /// How many parentheses and square brackets are open around it.
    pub depth: u8,
    /// Ids of the sentence, the paragraph and the order it belongs to.
    pub sentence: u32,
    /// The paragraph it is in, from 0.
    pub paragraph: u32,
    /// The part of the text, an entry or an order, that it is in.
    pub unit: u32,
}

/// Marks of emphasis and invisible characters, which are not part of the words.
const fn is_ignored(c: char) -> bool {
    matches!(c, '*' | '_' | '`' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
        || matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// White space, and characters that only separate.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Hyphens that may cut a word at the end of a line.
pub(crate) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '\u{AD}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Appends the tokens of `text[from..to]`, which is one line or part of one.
pub fn read_tokens<'t>(text: &'t str, from: usize, to: usize, out: &mut Vec<Token<'t>>) {
    let Some(line) = text.get(from..to) else { return };
    let mut gap = true;
    let mut opens_line = true;
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_blank(c) {
            gap = true;
            continue;
        }
        if is_ignored(c) {
            continue;
        }
        let kind = kind_of(c);
        let mut end = at + c.len_utf8();
        while let Some(&(next, d)) = chars.peek() {
            let inside = match kind {
                Kind::Mark => false,
                Kind::Number => d.is_ascii_digit(),
                Kind::Word => d.is_alphabetic() || is_apostrophe(d) && letter_after(line, next + d.len_utf8()),
            };
            if !inside {
                break;
            }
            end = next + d.len_utf8();
            chars.next();
        }
        let raw = line.get(at..end).unwrap_or("");
        out.push(Token {
            kind,
            word: folded_word(raw),
            start: from + at,
            end: from + end,
            gap,
            opens_line,
            capital: c.is_uppercase(),
            quoted: false,
            depth: 0,
            sentence: 0,
            paragraph: 0,
            unit: 0,
        });
        gap = false;
        opens_line = false;
    }
}

fn kind_of(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Number
    } else if c.is_alphabetic() {
        Kind::Word
    } else {
        Kind::Mark
    }
}

fn letter_after(line: &str, at: usize) -> bool {
    line.get(at..).and_then(|s| s.chars().next()).is_some_and(char::is_alphabetic)
}

/// Lower case, ligatures of a PDF taken apart, dashes and apostrophes made one.
fn folded_word(raw: &str) -> Cow<'_, str> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || (b.is_ascii_punctuation());
    if raw.bytes().all(plain) {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '’' => out.push('\''),
            '–' | '—' | '−' | '‐' | '‑' | '‒' => out.push('-'),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬀ' => out.push_str("ff"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            c => out.extend(c.to_lowercase()),
        }
    }
    Cow::Owned(out)
}
