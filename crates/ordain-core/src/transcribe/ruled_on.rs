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

/// `All hearing dates presently scheduled`, `all pending hearings`.
pub(super) fn all_hearings(p: &Phrase<'_, '_>) -> bool {
    const BESIDE: &[&str] = &[
        "pending",
        "scheduled",
        "presently",
        "currently",
        "future",
        "upcoming",
        "dates",
        "hearing",
        "hearings",
        "set",
        "remaining",
        "other",
    ];
    p.word(0) == "all"
        && p.has(&["hearing", "hearings"])
        && !p.has(&["other"])
        && (1..p.len()).all(|i| BESIDE.contains(&p.word(i)))
}

/// `All dates in this action`.
pub(super) fn all_dates(p: &Phrase<'_, '_>) -> bool {
    // `All hearing dates` are those of hearings.
    p.word(0) == "all"
        && (1..4).any(|i| matches!(p.word(i), "dates" | "deadlines"))
        && !p.has(&["except", "other", "hearing", "trial", "discovery", "briefing", "conference", "motion"])
}
