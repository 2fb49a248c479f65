//! The closed table of verbs. A verb is never inferred from use: a slip of
//! the pen must not found a verb whose absence becomes a breach.

mod forms;
mod table;

pub use table::VerbFamily;

use std::collections::HashMap;
use std::sync::OnceLock;

use super::ids::VerbId;
use forms::{gerund_of, regular_past};
use table::{CONTRARY, NEAR, TABLE};

/// One verb with the forms in which orders and records have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// `produce`, `meet and confer`.
    pub lemma: String,
    /// `produced`, `met and conferred`.
    pub past: String,
    /// `given`, where it differs from the past.
    pub participle: String,
    /// The act as a noun: `production`; empty where there is none.
    pub noun: String,
    pub family: VerbFamily,
}

/// All verbs a matter may use.
#[derive(Debug, Clone)]
pub struct Verbs {
    verbs: Vec<Verb>,
    base: HashMap<String, VerbId>,
    past: HashMap<String, VerbId>,
    /// Made when they are first asked for: few matters use them.
    gerund: OnceLock<HashMap<String, VerbId>>,
    noun: OnceLock<HashMap<String, VerbId>>,
    longest: usize,
}

impl Default for Verbs {
    fn default() -> Self {
        let mut verbs = Self {
            verbs: Vec::new(),
            base: HashMap::with_capacity(512),
            past: HashMap::with_capacity(512),
            gerund: OnceLock::new(),
            noun: OnceLock::new(),
            longest: 1,
        };
        for &(family, rows) in TABLE {
            for &(lemma, past, participle, noun) in rows {
                let past = if past.is_empty() { regular_past(lemma) } else { past.to_owned() };
                verbs.push(Verb {
                    lemma: lemma.to_owned(),
                    participle: if participle.is_empty() { past.clone() } else { participle.to_owned() },
                    past,
                    noun: noun.to_owned(),
                    family,
                });
            }
        }
        verbs
    }
}

impl Verbs {
    /// Adds a verb of the matter's own.
    pub fn add(&mut self, lemma: &str, past: &str) {
        // A further form of a verb of the table does the work of that verb.
        let own = VerbFamily::Own(VerbId::at(self.verbs.len()));
        let family = self.base(lemma).map_or(own, |known| self.get(known).family);
        self.push(Verb {
            lemma: lemma.to_owned(),
            past: past.to_owned(),
            participle: past.to_owned(),
            noun: String::new(),
            family,
        });
    }

    fn push(&mut self, verb: Verb) {
        let id = VerbId::at(self.verbs.len());
        let words = verb.lemma.split(' ').count().max(verb.past.split(' ').count());
        self.longest = self.longest.max(words);
        self.base.entry(verb.lemma.clone()).or_insert(id);
        self.past.entry(verb.past.clone()).or_insert(id);
        self.past.entry(verb.participle.clone()).or_insert(id);
        self.gerund = OnceLock::new();
        self.noun = OnceLock::new();
        self.verbs.push(verb);
    }

    /// True of a verb by which what was spent is paid back: no more is owed than was spent.
    #[must_use]
    pub fn repays(&self, id: VerbId) -> bool {
        table::REPAYING.contains(&self.get(id).lemma.as_str())
    }

    /// The past of a verb that the table does not have: `docket` makes `docketed`.
    #[must_use]
    pub fn regular_past(lemma: &str) -> String {
        regular_past(lemma)
    }

    fn ids(&self) -> impl Iterator<Item = (&Verb, VerbId)> {
        self.verbs.iter().enumerate().map(|(i, verb)| (verb, VerbId::at(i)))
    }

    fn gerunds(&self) -> &HashMap<String, VerbId> {
        self.gerund.get_or_init(|| {
            let mut all = HashMap::new();
            for (verb, id) in self.ids() {
                all.entry(gerund_of(&verb.lemma, &verb.past)).or_insert(id);
            }
            all
        })
    }

    fn nouns(&self) -> &HashMap<String, VerbId> {
        self.noun.get_or_init(|| {
            let mut all = HashMap::new();
            for (verb, id) in self.ids().filter(|(v, _)| !v.noun.is_empty()) {
                all.entry(ordain_base::words::plural_noun(&verb.noun)).or_insert(id);
                all.entry(verb.noun.clone()).or_insert(id);
            }
            all
        })
    }

    #[must_use]
    pub fn get(&self, id: VerbId) -> &Verb {
        &self.verbs[id.index()]
    }

    /// The verb with this lemma: `produce`.
    #[must_use]
    pub fn base(&self, word: &str) -> Option<VerbId> {
        self.base.get(word).copied()
    }

    /// The verb with this past or participle: `produced`.
    #[must_use]
    pub fn past(&self, word: &str) -> Option<VerbId> {
        self.past.get(word).copied()
    }

    /// The verb with this form in `-ing`: `producing`, as it comes after `enjoined from`.
    #[must_use]
    pub fn gerund(&self, word: &str) -> Option<VerbId> {
        self.gerunds().get(word).copied()
    }

    /// Its form in `-ing`.
    #[must_use]
    pub fn gerund_of(&self, id: VerbId) -> String {
        let verb = self.get(id);
        gerund_of(&verb.lemma, &verb.past)
    }

    /// The verb with this lemma; after `enjoined from`, with this form in `-ing` as well.
    #[must_use]
    pub fn forbidden(&self, word: &str) -> Option<VerbId> {
        self.base(word).or_else(|| self.gerund(word))
    }

    /// The verb whose act this noun names: `productions`.
    #[must_use]
    pub fn noun(&self, word: &str) -> Option<VerbId> {
        self.nouns().get(word).copied()
    }

    /// How many words the longest form has.
    #[must_use]
    pub const fn longest(&self) -> usize {
        self.longest
    }

    /// Every verb, those of one family after one another.
    pub fn all(&self) -> impl Iterator<Item = &Verb> {
        self.verbs.iter()
    }

    /// Every base form, for suggestions.
    pub fn lemmas(&self) -> impl Iterator<Item = &str> {
        self.verbs.iter().map(|v| v.lemma.as_str())
    }

    /// Every past form, for suggestions.
    pub fn pasts(&self) -> impl Iterator<Item = &str> {
        self.verbs.iter().map(|v| v.past.as_str())
    }

    #[must_use]
    pub fn same_family(&self, a: VerbId, b: VerbId) -> bool {
        a == b || self.get(a).family == self.get(b).family
    }

    /// The verb whose act undoes what this one asks: `destroy` of `preserve`.
    #[must_use]
    pub fn contrary(&self, verb: VerbId) -> Option<VerbId> {
        let family = self.get(verb).family;
        let (_, undone) = CONTRARY.iter().find(|(asked, _)| *asked == family)?;
        self.verbs.iter().position(|v| v.family == *undone).map(VerbId::at)
    }

    /// True where an act of one may be meant by a duty of the other.
    #[must_use]
    pub fn near(&self, a: VerbId, b: VerbId) -> bool {
        let (a, b) = (self.get(a).family, self.get(b).family);
        NEAR.iter().any(|&(x, y)| (x == a && y == b) || (x == b && y == a))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_leads_back_to_its_verb() {
        let verbs = Verbs::default();
        for (i, verb) in verbs.verbs.iter().enumerate() {
            assert_eq!(verbs.base(&verb.lemma), Some(VerbId::at(i)), "{} stands twice", verb.lemma);
            assert!(verbs.past(&verb.past).is_some());
        }
    }

    #[test]
    fn forms_in_ing() {
        let verbs = Verbs::default();
        for (word, lemma) in [
            ("using", "use"),
            ("filing", "file"),
            ("submitting", "submit"),
            ("copying", "copy"),
            ("attempting to use", "attempt to use"),
            ("meeting and conferring", "meet and confer"),
            ("beginning", "begin"),
            ("agreeing", "agree"),
        ] {
            assert_eq!(verbs.gerund(word).map(|v| verbs.get(v).lemma.as_str()), Some(lemma), "{word}");
        }
        assert_eq!(verbs.base("using"), None, "only after `enjoined from`");
    }

    #[test]
    fn families_and_neighbours() {
        let verbs = Verbs::default();
        let v = |w| verbs.base(w).unwrap();
        assert!(verbs.same_family(v("file"), v("lodge")));
        assert!(!verbs.same_family(v("file"), v("serve")));
        assert!(verbs.near(v("file"), v("deliver")));
        assert!(!verbs.near(v("file"), v("pay")));
    }

    #[test]
    fn a_declared_form_of_a_known_verb_joins_its_family() {
        let mut verbs = Verbs::default();
        verbs.add("lodge", "left with the clerk");
        verbs.add("telex", "telexed");
        let v = |w| verbs.past(w).unwrap();
        assert!(verbs.same_family(v("left with the clerk"), v("filed")));
        assert_eq!(verbs.get(v("telexed")).family, VerbFamily::Own(v("telexed")));
    }
}
