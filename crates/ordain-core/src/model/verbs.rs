//! The closed table of verbs. A verb is never inferred from use: a slip of
//! the pen must not found a verb whose absence becomes a breach.

use std::collections::HashMap;

use super::VerbId;

/// Verbs of one family do the same work: to submit is to file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Family(pub &'static str);

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
    /// The lemma of the first verb of its family.
    pub family: String,
}

/// lemma, past (empty: by rule), participle (empty: as the past), noun. Each
/// row is a family; a family of one is most rows.
const TABLE: &[&[(&str, &str, &str, &str)]] = &[
    &[("file", "", "", "filing"), ("submit", "submitted", "", "submission"), ("lodge", "", "", "lodging")],
    &[
        ("produce", "", "", "production"),
        ("provide", "", "", "provision"),
        ("disclose", "", "", "disclosure"),
        ("make available", "made available", "", ""),
        ("turn over", "turned over", "", ""),
    ],
    &[
        ("serve", "", "", "service"),
        ("deliver", "", "", "delivery"),
        ("cause to be served", "caused to be served", "", ""),
    ],
    &[("complete", "", "", "completion"), ("finish", "", "", "")],
    &[("certify", "certified", "", "certification")],
    &[("withhold", "withheld", "", "withholding")],
    &[("redact", "", "", "redaction")],
    &[("log", "logged", "", "logging"), ("list", "", "", "listing")],
    &[("respond", "", "", "response"), ("answer", "", "", "")],
    &[("reply", "replied", "", "")],
    &[("oppose", "", "", "opposition"), ("object", "", "", "objection")],
    &[("move", "", "", "motion")],
    &[
        ("request", "", "", "request"),
        ("ask", "", "", ""),
        ("apply", "applied", "", "application"),
        ("seek", "sought", "", ""),
    ],
    &[
        ("notify", "notified", "", "notification"),
        ("inform", "", "", ""),
        ("advise", "", "", ""),
        ("tell", "told", "", ""),
    ],
    &[("report", "", "", "reporting"), ("update", "", "", "")],
    &[
        ("state", "", "", ""),
        ("explain", "", "", ""),
        ("identify", "identified", "", "identification"),
        ("describe", "", "", ""),
    ],
    &[
        ("confer", "conferred", "", "conference"),
        ("meet and confer", "met and conferred", "", ""),
        ("meet", "met", "", "meeting"),
    ],
    &[("appear", "", "", "appearance"), ("attend", "", "", "attendance")],
    &[("preserve", "", "", "preservation"), ("retain", "", "", "retention"), ("maintain", "", "", "")],
    &[("destroy", "", "", "destruction"), ("delete", "", "", "deletion")],
    &[("pay", "paid", "", "payment"), ("deposit", "", "", "")],
    &[("post", "", "", "posting"), ("upload", "", "", "uploading")],
    &[("use", "", "", "use"), ("attempt to use", "attempted to use", "", "")],
    &[("copy", "copied", "", "copying"), ("duplicate", "", "", "duplication")],
    &[("distribute", "", "", "distribution"), ("disseminate", "", "", ""), ("publish", "", "", "publication")],
    &[
        ("send", "sent", "", ""),
        ("transmit", "transmitted", "", "transmission"),
        ("forward", "", "", ""),
        ("mail", "", "", "mailing"),
    ],
    &[("place", "", "", "placement")],
    &[("exchange", "", "", "exchange")],
    &[("review", "", "", "review")],
    &[("search", "", "", "search"), ("collect", "", "", "collection")],
    &[("return", "", "", "")],
    &[("register", "", "", "registration")],
    &[("include", "", "", ""), ("attach", "", "", "")],
    &[("join", "", "", "joinder"), ("add", "", "", ""), ("amend", "", "", "amendment")],
    &[("remove", "", "", "removal"), ("withdraw", "withdrew", "withdrawn", "withdrawal")],
    &[("dismiss", "", "", "dismissal"), ("terminate", "", "", "termination"), ("close", "", "", "")],
    &[("reopen", "", "", "reopening"), ("restore", "", "", "restoration")],
    &[("unseal", "", "", "unsealing")],
    &[("seal", "", "", "")],
    &[("depose", "", "", "deposition"), ("examine", "", "", "examination")],
    &[("inspect", "", "", "inspection")],
    &[("suspend", "", "", "suspension"), ("stop", "stopped", "", ""), ("cease", "", "", "")],
    &[("take", "took", "taken", "")],
    &[("comply", "complied", "", "compliance")],
    &[("cooperate", "", "", "")],
    &[("elect", "", "", "election"), ("choose", "chose", "chosen", "")],
    &[("offer", "", "", "offer"), ("propose", "", "", "proposal")],
    &[("decline", "", "", ""), ("refuse", "", "", "refusal"), ("reject", "", "", "")],
    &[("agree", "", "", "agreement"), ("stipulate", "", "", "")],
    &[("negotiate", "", "", "negotiation"), ("discuss", "", "", "")],
    &[("begin", "began", "begun", ""), ("initiate", "", "", ""), ("start", "", "", "")],
    &[("show cause", "showed cause", "shown cause", "")],
    &[("sign", "", "", "signature"), ("execute", "", "", "")],
    &[("enter", "", "", "entry"), ("issue", "", "", "issuance")],
    &[("grant", "", "", "")],
    &[("deny", "denied", "", "denial")],
    &[("rule", "", "", "ruling"), ("decide", "", "", "decision")],
    &[("quash", "", "", "")],
    &[("appeal", "", "", "appeal")],
    &[("affirm", "", "", "affirmance"), ("uphold", "upheld", "", "")],
    &[("reverse", "", "", "reversal")],
    &[("remand", "", "", "remand")],
    &[("hold", "held", "", "hearing")],
    &[("open", "", "", "")],
    &[("transfer", "transferred", "", "transfer")],
    &[("facilitate", "", "", ""), ("encourage", "", "", "")],
    &[("ensure", "", "", "")],
    &[("implement", "", "", "implementation")],
    &[("enforce", "", "", "enforcement")],
    &[("exclude", "", "", "exclusion")],
    &[("enroll", "enrolled", "", "enrollment")],
    &[("resolve", "", "", "resolution"), ("settle", "", "", "settlement")],
    &[("sever", "severed", "", "")],
    &[("call", "", "", ""), ("contact", "", "", "")],
    &[("receive", "", "", "receipt"), ("discover", "", "", "discovery")],
    &[("permit", "permitted", "", ""), ("allow", "", "", "")],
    &[("continue", "", "", ""), ("extend", "", "", "extension"), ("modify", "modified", "", "modification")],
    &[("contend", "", "", "")],
];

/// Families whose acts are near one another: an act of one does not perform a
/// duty of the other, but a person should look.
const NEAR: &[(&str, &str)] = &[
    ("file", "serve"),
    ("file", "produce"),
    ("produce", "serve"),
    ("produce", "send"),
    ("serve", "send"),
    ("file", "send"),
    ("complete", "certify"),
    ("notify", "report"),
    ("notify", "state"),
    ("notify", "file"),
    ("report", "file"),
    ("respond", "file"),
    ("reply", "file"),
    ("oppose", "file"),
    ("move", "file"),
    ("request", "move"),
    ("log", "produce"),
    ("grant", "rule"),
    ("deny", "rule"),
];

/// What undoes what a continuing duty asks: who destroys has not preserved.
const CONTRARY: &[(&str, &str)] = &[("preserve", "destroy")];

/// All verbs a matter may use.
#[derive(Debug, Clone)]
pub struct Verbs {
    verbs: Vec<Verb>,
    base: HashMap<String, VerbId>,
    past: HashMap<String, VerbId>,
    gerund: HashMap<String, VerbId>,
    noun: HashMap<String, VerbId>,
    longest: usize,
}

impl Default for Verbs {
    fn default() -> Self {
        let mut verbs = Self {
            verbs: Vec::new(),
            base: HashMap::new(),
            past: HashMap::new(),
            gerund: HashMap::new(),
            noun: HashMap::new(),
            longest: 1,
        };
        for family in TABLE {
            for &(lemma, past, participle, noun) in *family {
                let past = if past.is_empty() { regular_past(lemma) } else { past.to_owned() };
                verbs.push(Verb {
                    lemma: lemma.to_owned(),
                    participle: if participle.is_empty() { past.clone() } else { participle.to_owned() },
                    past,
                    noun: noun.to_owned(),
                    family: family[0].0.to_owned(),
                });
            }
        }
        verbs
    }
}

impl Verbs {
    /// Adds a verb of the matter's own; it is a family by itself.
    pub fn add(&mut self, lemma: &str, past: &str) {
        self.push(Verb {
            lemma: lemma.to_owned(),
            past: past.to_owned(),
            participle: past.to_owned(),
            noun: String::new(),
            family: lemma.to_owned(),
        });
    }

    fn push(&mut self, verb: Verb) {
        let id = VerbId::at(self.verbs.len());
        let words = verb.lemma.split(' ').count().max(verb.past.split(' ').count());
        self.longest = self.longest.max(words);
        self.base.entry(verb.lemma.clone()).or_insert(id);
        self.past.entry(verb.past.clone()).or_insert(id);
        self.past.entry(verb.participle.clone()).or_insert(id);
        self.gerund.entry(gerund(&verb)).or_insert(id);
        if !verb.noun.is_empty() {
            self.noun.entry(format!("{}s", verb.noun)).or_insert(id);
            self.noun.entry(verb.noun.clone()).or_insert(id);
        }
        self.verbs.push(verb);
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

    /// The verb with this form in `-ing`: `producing`, as it stands after `enjoined from`.
    #[must_use]
    pub fn gerund(&self, word: &str) -> Option<VerbId> {
        self.gerund.get(word).copied()
    }

    /// Its form in `-ing`.
    #[must_use]
    pub fn gerund_of(&self, id: VerbId) -> String {
        gerund(self.get(id))
    }

    /// The verb with this lemma; after `enjoined from`, with this form in `-ing` as well.
    #[must_use]
    pub fn forbidden(&self, word: &str) -> Option<VerbId> {
        self.base(word).or_else(|| self.gerund(word))
    }

    /// The verb whose act this noun names: `productions`.
    #[must_use]
    pub fn noun(&self, word: &str) -> Option<VerbId> {
        self.noun.get(word).copied()
    }

    /// How many words the longest form has.
    #[must_use]
    pub const fn longest(&self) -> usize {
        self.longest
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
        let family = self.get(verb).family.as_str();
        CONTRARY.iter().find(|(asked, _)| *asked == family).and_then(|(_, undone)| self.base(undone))
    }

    /// True where an act of one may be meant by a duty of the other.
    #[must_use]
    pub fn near(&self, a: VerbId, b: VerbId) -> bool {
        let (a, b) = (self.get(a).family.as_str(), self.get(b).family.as_str());
        NEAR.iter().any(|&(x, y)| (x == a && y == b) || (x == b && y == a))
    }
}

/// `file` → `filed`, `certify` → `certified`, `redact` → `redacted`; of several words the first changes.
fn regular_past(lemma: &str) -> String {
    let (first, rest) = lemma.split_once(' ').map_or((lemma, String::new()), |(f, r)| (f, format!(" {r}")));
    let consonant_y = first.ends_with('y') && !first.ends_with(['a', 'e', 'o', 'u']) && {
        let before = first.chars().rev().nth(1).unwrap_or('a');
        !"aeiou".contains(before)
    };
    if first.ends_with('e') {
        format!("{first}d{rest}")
    } else if consonant_y {
        format!("{}ied{rest}", &first[..first.len() - 1])
    } else {
        format!("{first}ed{rest}")
    }
}

/// `file` → `filing`, `submit` → `submitting`; of several words the first changes.
fn gerund(verb: &Verb) -> String {
    let (first, rest) = verb.lemma.split_once(' ').map_or((verb.lemma.as_str(), ""), |(f, r)| (f, r));
    let past = verb.past.split(' ').next().unwrap_or_default();
    let last = first.chars().next_back().unwrap_or_default();
    let stem = match first.strip_suffix('e').filter(|s| !s.ends_with('e')) {
        Some(stem) => stem.to_owned(),
        // `submitted`: the last letter is written twice.
        None if past == format!("{first}{last}ed") || first == "begin" => format!("{first}{last}"),
        None => first.to_owned(),
    };
    // `meeting and conferring`: the last of two verbs changes too.
    let rest = match rest.split_once(' ') {
        Some(("and", second)) if rest.starts_with("and ") => {
            let doubled = verb.past.ends_with("rred");
            format!(" and {second}{}ing", if doubled { "r" } else { "" })
        }
        _ if rest.is_empty() => String::new(),
        _ => format!(" {rest}"),
    };
    format!("{stem}ing{rest}")
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
    fn past_tense_by_rule() {
        for (lemma, past) in [("file", "filed"), ("pay", "payed"), ("comply", "complied"), ("return", "returned")] {
            assert_eq!(regular_past(lemma), past);
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
}
