//! The table of letters inside a TrueType font.

use std::collections::HashMap;

/// A letter, and the number of its shape.
type Pairs = Vec<(u32, u32)>;

/// Which letter each shape is.
pub(super) fn letters_of_shapes(font: &[u8]) -> HashMap<u32, char> {
    let mut found = HashMap::new();
    for (letter, shape) in character_tables(font).into_iter().filter(|t| t.0.is_unicode()).flat_map(|t| t.1) {
        if let Some(letter) = char::from_u32(letter) {
            found.entry(shape).or_insert(letter);
        }
    }
    found
}

/// What single bytes mean, where the font has a table for bytes and one for letters.
pub(super) fn encoding(font: &[u8]) -> Vec<(u8, String)> {
    let letters = letters_of_shapes(font);
    let mut found = Vec::new();
    for (kind, pairs) in character_tables(font) {
        for (code, shape) in pairs {
            // A font of symbols has its bytes at the beginning of this block.
            let code = match kind {
                Kind::Symbols => code.checked_sub(0xF000),
                Kind::Bytes => Some(code),
                Kind::Unicode => None,
            };
            let code = code.and_then(|c| u8::try_from(c).ok());
            found.extend(code.and_then(|c| Some((c, letters.get(&shape)?.to_string()))));
        }
    }
    found
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Unicode,
    Symbols,
    Bytes,
}

impl Kind {
    const fn is_unicode(self) -> bool {
        matches!(self, Self::Unicode)
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_be_bytes).map(u32::from)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_be_bytes)
}

fn character_tables(font: &[u8]) -> Vec<(Kind, Pairs)> {
    read_character_tables(font).unwrap_or_default()
}

fn read_character_tables(font: &[u8]) -> Option<Vec<(Kind, Pairs)>> {
    let count = u16_at(font, 4)? as usize;
    let entry = (0..count).map(|i| 12 + i * 16).find(|at| font.get(*at..*at + 4) == Some(b"cmap"))?;
    let start = u32_at(font, entry + 8)? as usize;
    let cmap = font.get(start..)?;
    let mut all = Vec::new();
    for i in 0..(u16_at(cmap, 2)? as usize).min(16) {
        let at = 4 + i * 8;
        let kind = match (u16_at(cmap, at)?, u16_at(cmap, at + 2)?) {
            (3, 0) => Kind::Symbols,
            (0, _) | (3, 1 | 10) => Kind::Unicode,
            (1, 0) => Kind::Bytes,
            _ => continue,
        };
        let Some(sub) = cmap.get(u32_at(cmap, at + 4)? as usize..) else { continue };
        all.extend(pairs_of_table(sub).map(|pairs| (kind, pairs)));
    }
    Some(all)
}

fn pairs_of_table(sub: &[u8]) -> Option<Pairs> {
    match u16_at(sub, 0)? {
        0 => Some((0..256).filter_map(|i| Some((i, u32::from(*sub.get(6 + i as usize)?)))).collect()),
        4 => pairs_of_segments(sub),
        6 => {
            let (first, count) = (u16_at(sub, 6)?, u16_at(sub, 8)?);
            (0..count).map(|i| Some((first + i, u16_at(sub, 10 + i as usize * 2)?))).collect()
        }
        12 => {
            let mut all = Vec::new();
            for i in 0..u32_at(sub, 12)?.min(0x1_0000) as usize {
                let at = 16 + i * 12;
                let (first, last, shape) = (u32_at(sub, at)?, u32_at(sub, at + 4)?, u32_at(sub, at + 8)?);
                let count = last.checked_sub(first)?.min(0xFFFF);
                // A font has at most this many shapes.
                if all.len() > 0x2_0000 {
                    break;
                }
                all.extend((0..=count).map(|n| (first.saturating_add(n), shape.saturating_add(n))));
            }
            Some(all)
        }
        _ => None,
    }
}

fn pairs_of_segments(sub: &[u8]) -> Option<Pairs> {
    let count = (u16_at(sub, 6)? / 2) as usize;
    let mut all = Vec::new();
    for i in 0..count {
        let last = u16_at(sub, 14 + i * 2)?;
        let first = u16_at(sub, 16 + count * 2 + i * 2)?;
        let delta = u16_at(sub, 16 + count * 4 + i * 2)?;
        let offset_at = 16 + count * 6 + i * 2;
        let offset = u16_at(sub, offset_at)?;
        if all.len() > 0x2_0000 {
            break;
        }
        for code in first..=last.min(0xFFFE) {
            let shape = match offset {
                0 => (code + delta) & 0xFFFF,
                _ => match u16_at(sub, offset_at + offset as usize + (code - first) as usize * 2) {
                    Some(0) | None => 0,
                    Some(shape) => (shape + delta) & 0xFFFF,
                },
            };
            if shape != 0 {
                all.push((code, shape));
            }
        }
    }
    Some(all)
}
