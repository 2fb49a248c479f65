//! How something is to be done, taken out of the words of a sentence: `in writing`, `as directed by the Order`.

use super::candidate::Context;
use super::guard::obstacle_to_quoting;
use super::phrase::{Phrase, in_quotation_marks};
use super::times::Time;

/// `in writing`, `without prepayment of costs`: how it is to be done, taken out of the words.
pub(super) fn take_manners<'r, 't>(
    p: &Phrase<'r, 't>,
    times: Vec<Time>,
    ctx: &Context<'_>,
) -> (Phrase<'r, 't>, Vec<Time>, Vec<String>) {
    let starts = |i: usize| {
        p.top(i)
            && (p.at(i, &["in", "writing"])
                || is_time_elsewhere(p, i)
                || is_as_needed(p, i)
                || p.word(i) == "without" && p.word(i + 1) != "prejudice" && p.word(i + 1) != "leave")
    };
    let Some(from) = (0..p.len()).find(|i| starts(*i)) else { return (p.clone(), times, Vec::new()) };
    let timed = |i: usize| times.iter().any(|t| t.at.contains(&i));
    let to = match p.word(from) {
        "in" | "if" => from + 2,
        _ => (from..p.len()).find(|i| p.top(*i) && (p.word(*i) == "," || timed(*i))).unwrap_or(p.len()),
    };
    let words = p.slice(from..to);
    if is_as_needed(p, from) {
        let (kept, moved) = without_words(p, times, from, to);
        return (kept, moved, vec![format!("if {}", in_quotation_marks(p.word(from + 1)))]);
    }
    if (from..to).any(timed)
        || words.len() > 30
        || obstacle_to_quoting(&words, ctx.verbs).is_some_and(|w| w != "without" && w != "within")
        || obstacle_to_quoting(&words.slice(1..words.len()), ctx.verbs).is_some()
        || words.has(&["upon", "if", "unless", "until", "days"])
    {
        return (p.clone(), times, Vec::new());
    }
    let (kept, moved) = without_words(p, times, from, to);
    (kept, moved, vec![format!("manner {}", in_quotation_marks(&words.all()))])
}

/// `within the time set by Rule 12`: a time that another paper sets.
fn is_time_elsewhere(p: &Phrase<'_, '_>, at: usize) -> bool {
    p.word(at) == "within"
        && matches!(p.word(at + 1), "the" | "that" | "this")
        && (at + 2..at + 4)
            .any(|i| matches!(p.word(i), "time" | "times" | "period" | "limits" | "deadlines" | "timeframe"))
}

/// `may renew the motion, if necessary, within ten days`: between commas, or at the end.
fn is_as_needed(p: &Phrase<'_, '_>, at: usize) -> bool {
    const NEEDED: &[&str] = &["necessary", "needed", "appropriate", "desired"];
    let comma = at > 0 && p.word(at - 1) == ",";
    comma && p.word(at) == "if" && NEEDED.contains(&p.word(at + 1)) && matches!(p.word(at + 2), "," | "")
}

/// `as directed by the Order of May 6, no later than June 3`: where the time of the duty begins, behind how it is done.
pub(super) fn manner_before_time(p: &Phrase<'_, '_>, at: usize, times: &[Time]) -> Option<usize> {
    const HAPPENED: &[&str] =
        &["filed", "dated", "entered", "issued", "held", "served", "signed", "due", "submitted", "produced", "made"];
    let mut after = times.iter().filter(|t| t.at.start > at);
    let (time, None) = (after.next()?, after.next()) else { return None };
    let whole = p.word(at) == "as" && time.at.end == p.len() && !HAPPENED.contains(&p.word(time.at.start - 1));
    whole.then_some(time.at.start)
}

/// The words without those of a range, and the times of the rest where they are then.
pub(super) fn without_words<'r, 't>(
    p: &Phrase<'r, 't>,
    times: Vec<Time>,
    from: usize,
    to: usize,
) -> (Phrase<'r, 't>, Vec<Time>) {
    let comma = usize::from(p.word(to) == "," && from > 0 && p.word(from - 1) == ",");
    let (to, gone) = (to + comma, to + comma - from);
    let kept = p.slice(0..from).and(&p.slice(to..p.len()));
    let moved = times.into_iter().map(|t| {
        let by = if t.at.start >= to { gone } else { 0 };
        let shift = |r: std::ops::Range<usize>| r.start - by..r.end - by;
        Time { at: shift(t.at), anchor: t.anchor.map(shift), ..t }
    });
    (kept, moved.collect())
}

/// `a reply, if any`: without the words that leave it to whoever may file it; none where they are not there.
pub(super) fn without_if_any<'r, 't>(p: &Phrase<'r, 't>) -> Option<Phrase<'r, 't>> {
    const MORE: &[&str] = &["what", "which", "that", "whether", "who", "how", "and", "or", "including"];
    let at = (1..p.len().min(14)).find(|i| p.top(*i) && p.at(*i, &["if", "any"]))?;
    let from = at - usize::from(p.word(at - 1) == ",");
    // `a report that says what changes, if any, are needed` must be filed.
    if (0..from).any(|i| p.word(i) == "," || MORE.contains(&p.word(i)) || p.word(i).ends_with("ing")) {
        return None;
    }
    let to = at + 2 + usize::from(p.word(at + 2) == ",");
    Some(p.slice(0..from).and(&p.slice(to..p.len())))
}

/// `objections to the order of May 6 and the report, if any,`: the same at the end of whatever is to be filed.
pub(super) fn without_last_if_any<'r, 't>(p: &Phrase<'r, 't>) -> Option<Phrase<'r, 't>> {
    let end = p.len() - usize::from(p.last() == ",");
    let at = end.checked_sub(3).filter(|at| p.at(*at, &[",", "if", "any"]))?;
    (at > 0).then(|| p.slice(0..at))
}

/// Under what may be done, and need not.
pub(super) const IF_ANY: &str = "the order says `if any`: it may be filed, and need not";
