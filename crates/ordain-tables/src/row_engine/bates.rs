//! Bates numbers taken apart: the letters of a series, and a number in it.

/// The letters before a Bates number's last figures, and those figures.
#[must_use]
pub fn split_bates_number(name: &[u8]) -> Option<(&[u8], u64)> {
    let digits = name.iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let (prefix, figures) = name.split_at_checked(name.len().checked_sub(digits)?)?;
    let number = std::str::from_utf8(figures).ok()?.parse().ok()?;
    Some((prefix, number))
}

/// The prefix and the numbers from a first name to a last; nothing where the two
/// are not of one series, or run backwards. Without a last it is one number.
pub fn bates_extent<'n>(first: &'n [u8], last: &[u8]) -> Option<(&'n [u8], u64, u64)> {
    let (prefix, from) = split_bates_number(first)?;
    if last.is_empty() {
        return Some((prefix, from, from));
    }
    let (other, to) = split_bates_number(last)?;
    (other == prefix && from <= to).then_some((prefix, from, to))
}
