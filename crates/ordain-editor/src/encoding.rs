//! Positions of the protocol: a line, and a column counted in the units that the client and the server agreed on.

use lsp_types::{Position, PositionEncodingKind};
use ordain_base::source::LineIndex;

/// In what a column is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// What every client can do: a letter outside the basic plane counts as two.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The one that costs least among those that a client offers.
    #[must_use]
    pub fn chosen(offered: Option<&[PositionEncodingKind]>) -> Self {
        let offers = |kind: PositionEncodingKind| offered.is_some_and(|all| all.contains(&kind));
        if offers(PositionEncodingKind::UTF8) {
            Self::Utf8
        } else if offers(PositionEncodingKind::UTF16) || !offers(PositionEncodingKind::UTF32) {
            Self::Utf16
        } else {
            Self::Utf32
        }
    }

    /// Its name in the protocol.
    #[must_use]
    pub const fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// How many columns a text takes.
    #[must_use]
    pub fn columns(self, text: &str) -> u32 {
        let n = match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
            Self::Utf32 => text.chars().count(),
        };
        u32::try_from(n).unwrap_or(u32::MAX)
    }

    /// The position of a byte of a text. A byte inside a character counts as its beginning.
    #[must_use]
    pub fn position(self, text: &str, lines: &LineIndex, byte: u32) -> Position {
        let mut at = (byte as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let line = lines.line(u32::try_from(at).unwrap_or(u32::MAX));
        let start = lines.start(line).unwrap_or(0) as usize;
        let before = text.get(start..at).unwrap_or("");
        Position::new(u32::try_from(line).unwrap_or(u32::MAX), self.columns(before))
    }

    /// The byte of a position. Past the end of a line it is the end of the line, past the last line the end of the text;
    /// inside a character it is the beginning of the character.
    #[must_use]
    pub fn byte(self, text: &str, lines: &LineIndex, position: Position) -> u32 {
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let Some(start) = lines.start(position.line as usize) else { return end };
        let next = lines.start(position.line as usize + 1).unwrap_or(end);
        let line = text.get(start as usize..next as usize).unwrap_or("").trim_end_matches(['\n', '\r']);
        let mut left = position.character;
        let mut byte = start;
        for c in line.chars() {
            let mut buffer = [0; 4];
            let Some(rest) = left.checked_sub(self.columns(c.encode_utf8(&mut buffer))) else { break };
            if left == 0 {
                break;
            }
            left = rest;
            byte += u32::try_from(c.len_utf8()).unwrap_or(0);
        }
        byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_agreed() {
        let text = "¶ 𝛼b\r\nnext";
        let lines = LineIndex::new(text);
        for (encoding, column) in [(Encoding::Utf8, 7), (Encoding::Utf16, 4), (Encoding::Utf32, 3)] {
            assert_eq!(encoding.position(text, &lines, 7), Position::new(0, column), "{encoding:?}");
            assert_eq!(encoding.byte(text, &lines, Position::new(0, column)), 7, "{encoding:?}");
        }
    }

    #[test]
    fn positions_past_an_end_are_the_end() {
        let text = "a𝛼\r\nb";
        let lines = LineIndex::new(text);
        let at = |line, column| Encoding::Utf16.byte(text, &lines, Position::new(line, column));
        assert_eq!([at(0, 2), at(0, 99), at(1, 99), at(7, 0), at(u32::MAX, u32::MAX)], [1, 5, 8, 8, 8]);
        assert_eq!(Encoding::Utf16.position(text, &lines, 3), Position::new(0, 1), "inside a character");
    }
}
