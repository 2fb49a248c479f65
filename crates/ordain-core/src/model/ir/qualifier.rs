//! Words that say more of a thing and are no thing: `amended` answer, `by mail`, `to quash`.

use ordain_time::Service;

/// Such words, as they are written, with what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qualifier {
    pub words: String,
    pub kind: QualifierKind,
}

/// What such words do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QualifierKind {
    /// A word of the list that `ordain words` shows.
    Listed(Effect),
    /// `by telephone`, `by mail`: how it is done, with the way of service where it is one.
    Means(Option<Service>),
    /// `to quash`: what it is done for; `extends` where it is more time.
    Purpose { extends: bool },
    /// `to anyone`: whoever it is.
    Anybody,
    /// `in person`, `as moot`, `or add`: shown with the thing.
    Shown,
}

impl Qualifier {
    /// Words of a kind.
    #[must_use]
    pub fn new(words: impl Into<String>, kind: QualifierKind) -> Self {
        Self { words: words.into(), kind }
    }

    /// A word of the list, in any case of letters.
    #[must_use]
    pub fn listed(word: &str) -> Option<Self> {
        let folded = word.to_lowercase();
        let effect = QUALIFIERS.iter().find(|(listed, _)| *listed == folded).map(|(_, effect)| *effect)?;
        Some(Self::new(word, QualifierKind::Listed(effect)))
    }

    /// It makes another paper of the thing: an answer is no amended answer, nor is a declaration a sworn one.
    #[must_use]
    pub const fn makes_another(&self) -> bool {
        match self.effect() {
            Some(Effect::Another | Effect::Replaces | Effect::NotYet | Effect::Part) => true,
            Some(Effect::None | Effect::Partly) | None => false,
        }
    }

    /// What it says is less than the thing: a proposed answer is not yet an answer.
    #[must_use]
    pub const fn makes_less(&self) -> bool {
        match self.effect() {
            Some(Effect::NotYet | Effect::Part) => true,
            Some(Effect::None | Effect::Another | Effect::Replaces | Effect::Partly) | None => false,
        }
    }

    /// The paper may be in the place of an earlier one: an amended answer.
    #[must_use]
    pub const fn replaces(&self) -> bool {
        match self.effect() {
            Some(Effect::Replaces) => true,
            Some(Effect::None | Effect::Another | Effect::NotYet | Effect::Part | Effect::Partly) | None => false,
        }
    }

    /// Only a part is meant: `partial`, `partially`.
    #[must_use]
    pub const fn is_partial(&self) -> bool {
        match self.effect() {
            Some(Effect::Part | Effect::Partly) => true,
            Some(Effect::None | Effect::Another | Effect::Replaces | Effect::NotYet) | None => false,
        }
    }

    const fn effect(&self) -> Option<Effect> {
        match self.kind {
            QualifierKind::Listed(effect) => Some(effect),
            QualifierKind::Means(_) | QualifierKind::Purpose { .. } | QualifierKind::Anybody | QualifierKind::Shown => {
                None
            }
        }
    }
}

/// What a listed word does to the paper that it is with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It is shown, and changes nothing that is compared. `joint` and its like say how many act, or nothing.
    None,
    /// Another paper.
    Another,
    /// Another paper, which may be in the place of an earlier one.
    Replaces,
    /// Another paper, which is not yet the paper.
    NotYet,
    /// Another paper, which is less than the paper.
    Part,
    /// The act was done in part.
    Partly,
}

impl Effect {
    /// Every effect but none.
    pub const COMPARED: [Self; 5] = [Self::Another, Self::Replaces, Self::NotYet, Self::Part, Self::Partly];

    /// The effect as the list of words says it; empty where it has none.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Another => "another paper",
            Self::Replaces => "another paper, perhaps in the place of an earlier one",
            Self::NotYet => "not yet the paper",
            Self::Part => "less than the paper",
            Self::Partly => "done in part",
        }
    }
}

/// Every such word with its effect.
pub const QUALIFIERS: &[(&str, Effect)] = &[
    ("additional", Effect::None),
    ("administratively", Effect::None),
    ("amended", Effect::Replaces),
    ("amount", Effect::None),
    ("approved", Effect::None),
    ("approximately", Effect::None),
    ("authored", Effect::None),
    ("certified", Effect::Another),
    ("complete", Effect::None),
    ("confidential", Effect::Another),
    ("consolidated", Effect::Another),
    ("corrected", Effect::Replaces),
    ("created", Effect::None),
    ("current", Effect::None),
    ("dated", Effect::None),
    ("detailed", Effect::None),
    ("electronic", Effect::None),
    ("entire", Effect::None),
    ("entirely", Effect::None),
    ("executed", Effect::Another),
    ("final", Effect::Another),
    ("first", Effect::None),
    ("full", Effect::None),
    ("fully", Effect::None),
    ("further", Effect::None),
    ("generated", Effect::None),
    ("initial", Effect::Another),
    ("joint", Effect::None),
    ("new", Effect::None),
    ("only", Effect::None),
    ("original", Effect::None),
    ("paper", Effect::None),
    ("partial", Effect::Part),
    ("partially", Effect::Partly),
    ("pertinent", Effect::None),
    ("proper", Effect::None),
    ("proposed", Effect::NotYet),
    ("public", Effect::Another),
    ("relevant", Effect::None),
    ("remaining", Effect::None),
    ("respective", Effect::None),
    ("responsive", Effect::None),
    ("revised", Effect::Replaces),
    ("sealed", Effect::Another),
    ("second", Effect::Another),
    ("separate", Effect::None),
    ("signed", Effect::Another),
    ("single", Effect::None),
    ("sum", Effect::None),
    ("supplemental", Effect::Replaces),
    ("sworn", Effect::Another),
    ("third", Effect::Another),
    ("timely", Effect::None),
    ("unredacted", Effect::Another),
    ("updated", Effect::Replaces),
    ("wholly", Effect::None),
    ("written", Effect::None),
];

#[cfg(test)]
mod tests {
    use super::{Effect, QUALIFIERS, Qualifier};

    #[test]
    fn a_word_has_its_effect_in_any_case_of_letters() {
        for (word, makes_another, makes_less) in
            [("amended", true, false), ("Proposed", true, true), ("joint", false, false), ("partially", false, false)]
        {
            let found = Qualifier::listed(word).expect("a listed word");
            assert_eq!((found.makes_another(), found.makes_less()), (makes_another, makes_less), "{word}");
            assert_eq!(found.words, word);
        }
        assert_eq!(Qualifier::listed("widget"), None);
    }

    #[test]
    fn what_may_replace_a_paper_is_another_paper() {
        for (word, effect) in QUALIFIERS {
            let found = Qualifier::listed(word).expect("a listed word");
            assert!(!found.replaces() || found.makes_another(), "{word}");
            assert_eq!(effect.about().is_empty(), *effect == Effect::None, "{word}");
        }
    }
}
