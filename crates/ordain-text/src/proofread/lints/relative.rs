//! `the trial scheduled to begin tomorrow`.
//!
//! Only for what is set or ordered: a recital may speak as people speak.

use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

const SET: &[&str] =
    &["scheduled", "set", "shall", "must", "due", "ordered", "hearing", "trial", "conference", "deadline", "appear"];

const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "week"];

pub(super) fn relative_days(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for at in 0..r.tokens.len() {
        let end = match r.word(at) {
            "tomorrow" => at + 1,
            // `carried to the next week` is counted from the setting, not from the day of reading.
            "next" if DAYS.contains(&r.word(at + 1)) && r.word_before(at, 1) != "the" => at + 2,
            _ => continue,
        };
        let sentence = r.sentence(at);
        let quoted = r.tokens.get(at).is_none_or(|t| t.quoted);
        let dated = !r.dates_in(&sentence).is_empty();
        if quoted || dated || r.word(end) == "'" || !r.has(sentence.start, sentence.end, SET) {
            continue;
        }
        let made = r.made(r.unit(at)).map(|(d, day)| (day, r.span(d.start, d.end)));
        out.push(Finding::medium(codes::text::relative(&r.quote(at, end), made, r.span(at, end))));
    }
    out
}
