//! The months, as dates name them.

use ordain_base::words::{MONTHS, month};

/// The number of the month that `word` names, in full or short.
pub(super) fn month_of(word: &str) -> Option<u32> {
    // `may` is not `May`.
    word.starts_with(|c: char| c.is_ascii_uppercase()).then(|| month(word.trim_end_matches(['.', ',']))).flatten()
}

/// The month that `word` names in letters of any case, as it is written.
pub(super) fn any_case_month(word: &str) -> Option<&'static str> {
    let n = month(word.trim_end_matches(['.', ',']))?;
    MONTHS.get(usize::try_from(n).ok()?.checked_sub(1)?).copied()
}
