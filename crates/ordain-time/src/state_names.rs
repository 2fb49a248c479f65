//! What the name of a state's court is made of, as the table of courts has it: its kind and its state.

use super::court::Court;
use super::court_words::{Word, texts_of};
use ordain_base::words::one_slip_apart;

/// `circuit court` and `illinois`, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// Without `of` and `the`.
    pub(super) kind: Vec<String>,
    /// As the court is called in full, and as it is cited: `illinois`, `ill`.
    states: Vec<Vec<String>>,
}

/// Words that carry no part of a name of a state.
const BESIDE_STATES: &[&str] = &["of", "the", "state", "commonwealth"];

/// Words of a citation that name the kind of court: `Ill. Cir. Ct.` is of the state `Ill.`
const OF_KINDS: &[&str] = &[
    "superior",
    "supreme",
    "circuit",
    "district",
    "court",
    "common",
    "pleas",
    "chancery",
    "appeals",
    "division",
    "general",
    "high",
    "first",
    "instance",
    "criminal",
    "commonwealth",
    "state",
    "magistrate",
    "special",
];

impl Named {
    /// `None` for a federal court, and for one that is of no state.
    pub(super) fn of(court: &Court) -> Option<Self> {
        if court.circuit.is_some() || court.bankruptcy || court.full.starts_with("United States") {
            return None;
        }
        let at = court.full.find(" of the ").or_else(|| court.full.rfind(" of "))?;
        let (kind, state) = court.full.split_at(at);
        let without = |text: &str, drop: &[&str]| {
            let mut words = texts_of(text);
            words.retain(|w| !drop.contains(&w.as_str()));
            words
        };
        let kind = without(kind, &["of", "the"]);
        let full = without(state, BESIDE_STATES);
        let short: Vec<String> =
            texts_of(&court.short).into_iter().take_while(|w| !OF_KINDS.contains(&w.as_str())).collect();
        let is_court = kind.iter().any(|w| w == "court") && !full.is_empty();
        is_court.then(|| Self { kind, states: [full, short].into_iter().filter(|s| !s.is_empty()).collect() })
    }

    /// How many words name its state in these, at most: in full, as it is cited, as the mail writes it at the end, or by the
    /// beginning of its name, `Calif.`
    pub(super) fn state_in(&self, left: &[Option<&str>], words: &[Word], code: &str) -> usize {
        let small = |w: &&Option<&str>| !w.is_some_and(|w| ["of", "the"].contains(&w));
        let carried: Vec<Option<&str>> = left.iter().filter(small).copied().collect();
        let is_there = |form: &&Vec<String>| {
            carried.windows(form.len()).any(|w| w.iter().zip(form.iter()).all(|(a, b)| a.is_some_and(|a| a == b)))
        };
        let by_name = self.states.iter().filter(is_there).map(Vec::len).max();
        let last = left.last().copied().flatten().zip(words.last());
        let by_mail = || last.filter(|(t, w)| w.postal && t.eq_ignore_ascii_case(code)).map(|_| 1);
        let begun = || match self.states.first().map(Vec::as_slice) {
            Some([state]) => {
                let begins = |w: &&str| w.len() >= 4 && w.len() < state.len() && state.starts_with(*w);
                left.iter().flatten().any(begins).then_some(1)
            }
            _ => None,
        };
        by_name.or_else(by_mail).or_else(begun).unwrap_or(0)
    }

    /// Whether these words are the name of its state, and nothing else.
    pub(super) fn is_state(&self, words: &[&str]) -> bool {
        self.states.iter().any(|s| s.iter().eq(words.iter()))
    }

    /// Of how many words its state has in full.
    pub(super) fn full_length(&self) -> usize {
        self.states.first().map_or(0, Vec::len)
    }

    /// Whether the words name its state in full, or but for a slip of the pen in one word.
    pub(super) fn is_nearly_in(&self, texts: &[String]) -> bool {
        let Some(state) = self.states.first() else { return false };
        texts.windows(state.len()).any(|said| {
            let mut slips = state.iter().zip(said).filter(|(a, b)| a != b);
            match (slips.next(), slips.next()) {
                (None, _) => true,
                (Some((a, b)), None) => a.len() >= 4 && one_slip_apart(a, b),
                _ => false,
            }
        })
    }
}

/// Where the words name a court of that kind: `court of common pleas`, `common pleas court`.
pub(super) fn kind_in(kind: &[String], words: &[Word]) -> Option<Vec<usize>> {
    let carried: Vec<usize> = (0..words.len())
        .filter(|i| words.get(*i).is_some_and(|w| !["of", "the"].contains(&w.text.as_str()) && !w.in_parentheses))
        .collect();
    let is = |at: &[usize], kind: &mut dyn Iterator<Item = &String>| {
        at.iter().all(|i| kind.next().is_some_and(|k| words.get(*i).is_some_and(|w| w.text == *k)))
    };
    let windows = || carried.windows(kind.len());
    let in_order = windows().find(|at| is(at, &mut kind.iter()));
    let turned = || match kind.split_first() {
        Some((court, rest)) if court == "court" => {
            windows().find(|at| is(at, &mut rest.iter().chain(std::iter::once(court))))
        }
        _ => None,
    };
    in_order.or_else(turned).map(<[usize]>::to_vec)
}
