//! Verbs that are done by filing a paper of their own: to oppose a motion is to file an opposition to it.

use super::deliverables::Deliverable;
use super::ids::VerbId;
use super::kinds_of_papers::are_alike;
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
    pub does: Does,
}

/// Whether filing the paper is the act of the verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Where both say what it answers.
    OfOneThing,
    /// Whatever it says, and the act of every other verb of the family: an answer is to the pleading, and is a response.
    Always,
    /// It may be: you decide.
    Perhaps,
}

impl VerbPaper {
    /// Every verb that has a paper.
    pub const ALL: &[Self] = &[
        Self::new("oppose", "opposition", Does::OfOneThing),
        Self { takes_to: true, ..Self::new("respond", "response", Does::OfOneThing) },
        Self::new("answer", "answer", Does::Always),
        Self { takes_to: true, ..Self::new("reply", "reply", Does::OfOneThing) },
        Self { takes_to: true, ..Self::new("object", "objection", Does::OfOneThing) },
        Self::new("appeal", "notice of appeal", Does::Always),
        Self::new("certify", "certificate of compliance", Does::Perhaps),
        Self::new("certify", "certification", Does::Perhaps),
        Self::new("certify", "declaration", Does::Perhaps),
        Self::new("notify", "letter", Does::Perhaps),
        Self::new("notify", "notice", Does::Perhaps),
        Self::new("report", "letter", Does::Perhaps),
        Self::new("report", "report", Does::Perhaps),
        Self::new("report", "status report", Does::Perhaps),
        Self::new("stipulate", "stipulation", Does::Perhaps),
        Self::new("supplement", "supplement", Does::Perhaps),
        Self::new("withdraw", "notice of withdrawal", Does::Perhaps),
    ];

    const fn new(lemma: &'static str, paper: &'static str, does: Does) -> Self {
        Self { lemma, paper, takes_to: false, does }
    }

    /// What a verb of this family is done by, its own paper first.
    pub fn of_verb(verbs: &Verbs, verb: VerbId) -> impl Iterator<Item = Self> {
        let own = |v: &Self| v.lemma == verbs.get(verb).lemma;
        let of_family = |v: &Self| verbs.base(v.lemma).is_some_and(|base| verbs.same_family(base, verb));
        let (mut found, others): (Vec<Self>, Vec<Self>) = Self::ALL.iter().copied().filter(of_family).partition(own);
        found.extend(others);
        found.into_iter()
    }

    /// The verbs whose act filing the paper is, or may be; of a paper that is none of theirs those of one that may be meant.
    pub fn of_paper(paper: Deliverable) -> impl Iterator<Item = Self> {
        let known = Self::ALL.iter().any(|v| v.is_done_by(paper));
        let name = paper.name();
        // `notice of settlement` is a notice.
        let of_kind = move |other: &str| name.strip_prefix(other).is_some_and(|rest| rest.starts_with(' '));
        let like = move |v: &Self| of_kind(v.paper) || are_alike(v.paper, name);
        Self::ALL.iter().copied().filter(move |v| if known { v.is_done_by(paper) } else { like(v) })
    }

    /// It is the very paper of the verb, and no other that may be meant.
    #[must_use]
    pub fn is_done_by(self, paper: Deliverable) -> bool {
        self.deliverable() == Some(paper)
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
