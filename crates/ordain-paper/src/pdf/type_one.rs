//! The encoding that a Type 1 font carries in its readable part: `dup 65 /A put`.

use super::glyph_names;

/// What its bytes mean.
pub(super) fn encoding(font: &[u8]) -> Vec<(u8, String)> {
    let readable = memchr::memmem::find(font, b"eexec").unwrap_or(font.len());
    let readable = font.get(..readable).unwrap_or(&[]);
    let Some(from) = memchr::memmem::find(readable, b"/Encoding") else { return Vec::new() };
    let text = String::from_utf8_lossy(readable.get(from..).unwrap_or(&[])).replace('/', " /");
    let words: Vec<&str> = text.split_whitespace().collect();
    let put = |w: &[&str]| match w {
        ["dup", code, name, "put"] => {
            let name = name.strip_prefix('/')?;
            Some((code.parse().ok()?, glyph_names::text_of_glyph(name.as_bytes())?))
        }
        _ => None,
    };
    words.windows(4).filter_map(put).collect()
}
