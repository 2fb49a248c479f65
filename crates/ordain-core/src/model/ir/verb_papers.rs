//! Verbs that are done by filing a paper of their own: to oppose a motion is to file an opposition to it.

use super::deliverables::Deliverable;
use super::ids::VerbId;
use super::verbs::Verbs;

/// A verb and its paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbPaper {
    /// The verb, as `must` is followed by it.
    pub lemma: &'static str,
    /// The common name of the paper.
    paper: &'static str,
    /// The verb has `to` before what is answered: `respond to Motion`, but `oppose Motion`.
    pub takes_to: bool,
}

impl VerbPaper {
    /// Every verb that has a paper.
    pub const ALL: [Self; 4] = [
        Self { lemma: "oppose", paper: "opposition", takes_to: false },
        Self { lemma: "respond", paper: "response", takes_to: true },
        Self { lemma: "reply", paper: "reply", takes_to: true },
        Self { lemma: "object", paper: "objection", takes_to: true },
    ];

    /// What the verb is done by, if it has a paper.
    #[must_use]
    pub fn of_verb(verbs: &Verbs, verb: VerbId) -> Option<Self> {
        let lemma = &verbs.get(verb).lemma;
        Self::ALL.into_iter().find(|v| v.lemma == lemma)
    }

    /// The verb that filing the paper does.
    #[must_use]
    pub fn of_paper(paper: Deliverable) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.deliverable() == Some(paper))
    }

    /// The paper.
    #[must_use]
    pub fn deliverable(self) -> Option<Deliverable> {
        Deliverable::find(self.paper)
    }
}

#[cfg(test)]
mod tests {
    use super::VerbPaper;
    use crate::model::Verbs;

    #[test]
    fn every_verb_and_every_paper_is_known() {
        let verbs = Verbs::default();
        for pair in VerbPaper::ALL {
            assert!(verbs.base(pair.lemma).is_some() && pair.deliverable().is_some(), "{pair:?}");
        }
    }
}
