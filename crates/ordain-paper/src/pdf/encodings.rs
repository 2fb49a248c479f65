//! The tables from bytes to letters that every reader of PDF knows.

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    Standard,
    WinAnsi,
    MacRoman,
    /// Of the font of that name.
    Symbol,
    /// Ornaments, of which only the check marks are letters to anybody.
    Dingbats,
}

impl Base {
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"StandardEncoding" => Some(Self::Standard),
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            _ => None,
        }
    }

    /// Two of the fonts that every reader has are no alphabets.
    pub(super) fn of_font(name: &[u8]) -> Option<Self> {
        let plain = name.iter().position(|b| *b == b'+').map_or(name, |at| name.get(at + 1..).unwrap_or(&[]));
        match plain {
            _ if plain.starts_with(b"Symbol") => Some(Self::Symbol),
            _ if plain.starts_with(b"ZapfDingbats") => Some(Self::Dingbats),
            _ => None,
        }
    }
}

/// From 0x80.
const WIN: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";
/// From 0x80.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/// From 0xA0; nothing is written `\0`.
const STANDARD: &str = "\0¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß\0\0\0\0";
/// From 0x20.
const SYMBOL: &str = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\0αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
/// From 0xA0.
const SYMBOL_HIGH: &str = "€\0′≤⁄∞\0♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0®©™\0√⋅¬";

/// The letter of a byte.
pub(super) fn letter(base: Base, code: u8) -> Option<char> {
    let from = |table: &str, first: u8| {
        code.checked_sub(first).and_then(|i| table.chars().nth(usize::from(i))).filter(|c| *c != '\0')
    };
    let ascii = || (0x20..0x7F).contains(&code).then_some(char::from(code));
    match base {
        Base::WinAnsi if code >= 0xA0 => Some(char::from(code)),
        Base::WinAnsi => ascii().or_else(|| from(WIN, 0x80)),
        Base::MacRoman => ascii().or_else(|| from(MAC, 0x80)),
        Base::Standard => match code {
            b'\'' => Some('’'),
            b'`' => Some('‘'),
            _ => ascii().or_else(|| from(STANDARD, 0xA0)),
        },
        Base::Symbol if code < 0x7F => from(SYMBOL, 0x20),
        Base::Symbol => from(SYMBOL_HIGH, 0xA0),
        Base::Dingbats => match code {
            b' ' => Some(' '),
            0x33 | 0x34 => Some('✓'),
            0x35..=0x38 => Some('✗'),
            0x6C => Some('●'),
            0x6E => Some('■'),
            0x6F..=0x72 => Some('❑'),
            _ => None,
        },
    }
}
