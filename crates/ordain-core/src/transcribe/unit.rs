//! What becomes one paragraph of a draft.

use ordain_text::ordering::SentenceKind;

use super::phrase::Phrase;

/// What becomes one paragraph.
pub(super) struct Unit<'r, 't> {
    pub(super) words: Phrase<'r, 't>,
    /// The words of it that stand together, for its quotation.
    pub(super) own: Phrase<'r, 't>,
    pub(super) kind: SentenceKind,
    /// The sentence it is of.
    pub(super) sentence: usize,
    /// `1(a)`; none where the court gives no number.
    pub(super) number: Option<String>,
    /// Why it cannot be a statement by itself.
    pub(super) doubt: Option<String>,
    /// What to ask under its statement, where that says `no deadline`.
    pub(super) asked: Option<String>,
}
