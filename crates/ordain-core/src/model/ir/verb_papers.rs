//! Verbs that are done by filing a paper of their own: to oppose a motion is to file an opposition to it.

use super::deliverables::{Deliverable, are_alike};
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
    /// Its paper performs every other verb of its family: an answer is a response.
    pub is_of_the_family: bool,
    /// What it answers goes without saying: an answer is to the pleading.
    pub says_enough: bool,
}

impl VerbPaper {
    /// Every verb that has a paper.
    pub const ALL: [Self; 5] = [
        Self { lemma: "oppose", paper: "opposition", takes_to: false, is_of_the_family: false, says_enough: false },
        Self { lemma: "respond", paper: "response", takes_to: true, is_of_the_family: false, says_enough: false },
        Self { lemma: "answer", paper: "answer", takes_to: false, is_of_the_family: true, says_enough: true },
        Self { lemma: "reply", paper: "reply", takes_to: true, is_of_the_family: false, says_enough: false },
        Self { lemma: "object", paper: "objection", takes_to: true, is_of_the_family: false, says_enough: false },
    ];

    /// What a verb of this family is done by, its own paper first.
    pub fn of_verb(verbs: &Verbs, verb: VerbId) -> impl Iterator<Item = Self> {
        let own = |v: &Self| v.lemma == verbs.get(verb).lemma;
        let of_family = |v: &Self| verbs.base(v.lemma).is_some_and(|base| verbs.same_family(base, verb));
        let (mut found, others): (Vec<Self>, Vec<Self>) = Self::ALL.into_iter().filter(of_family).partition(own);
        found.extend(others);
        found.into_iter()
    }

    /// The verb that filing the paper does.
    #[must_use]
    pub fn of_paper(paper: Deliverable) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.deliverable() == Some(paper))
    }

    /// The same, of a paper that may be meant by another name.
    #[must_use]
    pub fn of_paper_like(paper: Deliverable) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.deliverable().is_some_and(|own| are_alike(own.name(), paper.name())))
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
