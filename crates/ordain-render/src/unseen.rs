//! Characters that nobody sees, written as escapes of JSON.

use ordain_base::characters::is_unseen;

/// True of nearly no text: it is quicker to look than to write it anew.
pub(crate) fn has_unseen(text: &str) -> bool {
    let plain = |b: &u8| matches!(*b, b' '..=b'~' | b'\n');
    let seen = |at: usize| text.get(at..).and_then(|t| t.chars().next()).is_none_or(|c| !is_unseen(c));
    text.as_bytes().chunks(64).enumerate().any(|(n, chunk)| {
        // Not one after another: so many are looked at in one step.
        let all = chunk.iter().fold(true, |all, b| all & plain(b));
        !all && chunk.iter().enumerate().any(|(i, b)| !plain(b) && !seen(n * 64 + i))
    })
}

/// JSON with the characters that nobody sees written as escapes: they can be in
/// strings only, so the value stays the same.
#[must_use]
pub fn escape_unseen(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && is_unseen(c) {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|u| out.push_str(&format!("\\u{u:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}
