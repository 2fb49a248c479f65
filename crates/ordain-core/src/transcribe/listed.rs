//! What binds nobody: warnings, announcements, advice. The order's words are shown, and decide nothing.

use super::candidate::{Candidate, Force, Formed};
use super::phrase::{Phrase, quoted};
use ordain_text::ordering::SentenceKind;

/// The words of a sentence that orders nothing by itself; none where they may set a time.
pub(super) fn listed(p: &Phrase<'_, '_>, kind: SentenceKind) -> Formed {
    let shown = matches!(kind, SentenceKind::Consequence | SentenceKind::Announcement | SentenceKind::Soft);
    if !shown || p.has(&["shall", "must", "may"]) && kind != SentenceKind::Consequence || p.len() > 120 {
        return Formed::nothing();
    }
    Formed::of(vec![Candidate::new(format!("orders {}", quoted(&p.all())), Force::Words)])
}
