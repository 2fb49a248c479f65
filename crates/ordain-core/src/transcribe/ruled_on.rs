//! What a ruling is about, where the language has words of its own for it.

use super::phrase::Phrase;

/// `this action`, however the order calls it.
pub(super) fn action_name(p: &Phrase<'_, '_>) -> Option<String> {
    let mut from = 0;
    while matches!(
        p.word(from),
        "this" | "the" | "above" | "-" | "captioned" | "entitled" | "entire" | "instant" | "present" | "plaintiff's"
    ) && from < p.len()
    {
        from += 1;
    }
    let last = p.len().checked_sub(1)?;
    let named =
        from == last && matches!(p.word(last), "action" | "case" | "matter" | "lawsuit" | "proceeding" | "proceedings");
    named.then(|| "this action".to_owned())
}

/// `All dates in this action`.
pub(super) fn all_dates(p: &Phrase<'_, '_>) -> bool {
    p.word(0) == "all" && (1..4).any(|i| matches!(p.word(i), "dates" | "deadlines")) && !p.has(&["except", "other"])
}
