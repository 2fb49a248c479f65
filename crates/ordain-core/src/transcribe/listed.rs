//! What binds nobody: warnings, announcements, advice. The order's words are shown, and decide nothing.

use super::candidate::{Candidate, Formed};
use super::phrase::Phrase;
use ordain_text::ordering::SentenceKind;

/// The words of a sentence that orders nothing by itself; none where they may set a time.
pub(super) fn listed(p: &Phrase<'_, '_>, kind: SentenceKind) -> Formed {
    let shown = matches!(kind, SentenceKind::Consequence | SentenceKind::Announcement | SentenceKind::Soft);
    // `The parties are reminded that requests may be denied`
    let told = (0..p.len().min(8)).any(|i| {
        matches!(p.word(i), "reminded" | "advised" | "cautioned" | "notified" | "warned") && p.word(i + 1) == "that"
    });
    // `Counsel are reminded that they must file`: of a duty that another order made.
    let reminded = (0..p.len().min(8)).any(|i| p.word(i) == "reminded" && p.word(i + 1) == "that");
    let may = (0..p.len()).any(|i| p.word(i) == "may" && !p.is_month_of_may(i));
    let binds = p.has(&["shall", "must", "responsibility", "directed", "ordered"]) || may && !told;
    if !shown || binds && !reminded && kind != SentenceKind::Consequence || p.len() > 120 {
        return Formed::nothing();
    }
    Formed::of(vec![Candidate::words(&p.all())])
}
