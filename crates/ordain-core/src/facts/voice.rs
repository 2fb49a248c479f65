//! Who says something, and how far that binds.

use super::assertion::Voice;
use crate::model::phrase::text_of;
use crate::model::{Declared, PartyId, PartyKind, parties_of};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::facts as note;
use ordain_syntax::ast::{ClauseKind, Phrase, Speech};

/// Whose word it is; `None` after a diagnostic.
pub(super) fn voice_of_speaker(
    declared: &Declared,
    speaker: &Phrase,
    speech: Speech,
    out: &mut Vec<Diagnostic>,
) -> Option<Voice> {
    // What anything but the docket shows, somebody says.
    if speech == Speech::Shows {
        let docket = speaker.tokens.last().is_some_and(|t| t.text.eq_ignore_ascii_case("docket"));
        if !docket {
            out.push(note::shown_by_another(&text_of(speaker), speaker.span));
        }
        return docket.then_some(Voice::Docket);
    }
    let (by, _) = parties_of(declared, &speaker.tokens, out)?;
    if speech == Speech::Finds {
        let court = |p: &PartyId| declared.parties[p.index()].kind == PartyKind::Court;
        if by.is_empty() || !by.iter().all(court) {
            out.push(note::found_by_another(&text_of(speaker), speaker.span));
            return None;
        }
        return Some(Voice::Found);
    }
    Some(match speech {
        Speech::Says if by.contains(&crate::model::COURT) => Voice::Found,
        Speech::Says => Voice::Says(by),
        Speech::Admits => Voice::Admits(by),
        Speech::Denies => Voice::Denies(by),
        Speech::Stipulates | Speech::Finds | Speech::Shows => Voice::Stipulated(by),
    })
}

/// A fact under a condition, or but for something, says nothing that is certain.
pub(super) const fn takes_back(kind: &ClauseKind) -> bool {
    matches!(
        kind,
        ClauseKind::Condition { .. } | ClauseKind::Except(_) | ClauseKind::Despite(_) | ClauseKind::Or { .. }
    )
}
