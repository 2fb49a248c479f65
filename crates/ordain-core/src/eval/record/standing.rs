//! Who says so: whether a view takes an assertion as its own.

use crate::eval::question::{Question, Side};
use crate::facts::{Assertion, Content, Reply, Voice};
use crate::model::{CLERK, Model, PartyId};

/// How an assertion stands under a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Dated after `as_of`, or not on the record by `known_on`.
    Later,
    /// The view itself denies it.
    Rejected,
    /// Disputed without a finding: unknown.
    Disputed,
    Accepted(Rank),
}

/// Weight among accepted assertions. Findings bind; then what the parties
/// agree on; then what one concedes; then the clerk; then what nobody disputes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Undisputed,
    Docket,
    Admission,
    Stipulation,
    Finding,
    /// A party's own word, in its own view.
    Own,
}

/// The standing of one assertion.
#[must_use]
pub fn standing_of_assertion(model: &Model, a: &Assertion, asked: Question) -> Standing {
    let known = a.known.is_none_or(|k| k <= asked.known_on);
    let happened = match a.content {
        Content::Done(_) | Content::Happened { .. } => a.bounds.maybe_by(asked.as_of),
        _ => a.known.is_none_or(|k| k <= asked.as_of),
    };
    if !known || !happened {
        return Standing::Later;
    }
    match asked.side {
        Side::Court => standing_for_court(a, asked),
        Side::Party(p) => standing_for_party(model, a, p, asked),
    }
}

fn in_time(replies: &[Reply], asked: Question) -> impl Iterator<Item = &Reply> {
    replies.iter().filter(move |r| r.known.is_none_or(|k| k <= asked.known_on))
}

fn standing_for_court(a: &Assertion, asked: Question) -> Standing {
    let denied = in_time(&a.denied, asked).next().is_some();
    let admitted = in_time(&a.admitted, asked).next().is_some();
    match a.voice {
        Voice::Found => Standing::Accepted(Rank::Finding),
        Voice::Stipulated(_) => Standing::Accepted(Rank::Stipulation),
        Voice::Admits(_) => Standing::Accepted(Rank::Admission),
        // Only the docket itself takes back what it shows: an entry made in error.
        Voice::Docket if in_time(&a.denied, asked).any(|r| r.by.contains(&CLERK)) => Standing::Disputed,
        Voice::Docket => Standing::Accepted(Rank::Docket),
        Voice::Plain | Voice::Says(_) if admitted => Standing::Accepted(Rank::Admission),
        Voice::Plain | Voice::Says(_) if !denied => Standing::Accepted(Rank::Undisputed),
        Voice::Plain | Voice::Says(_) | Voice::Denies(_) => Standing::Disputed,
    }
}

fn standing_for_party(model: &Model, a: &Assertion, party: PartyId, asked: Question) -> Standing {
    let ours = |by: &[PartyId]| by.iter().any(|&p| model.declared.side(p) == model.declared.side(party));
    if ours(a.voice.speakers()) {
        return Standing::Accepted(Rank::Own);
    }
    if in_time(&a.denied, asked).any(|r| ours(&r.by)) {
        return Standing::Rejected;
    }
    match a.voice {
        Voice::Found => Standing::Accepted(Rank::Finding),
        Voice::Stipulated(_) => Standing::Accepted(Rank::Stipulation),
        Voice::Admits(_) => Standing::Accepted(Rank::Admission),
        Voice::Docket => Standing::Accepted(Rank::Docket),
        Voice::Plain | Voice::Says(_) => Standing::Accepted(Rank::Undisputed),
        Voice::Denies(_) => Standing::Disputed,
    }
}
