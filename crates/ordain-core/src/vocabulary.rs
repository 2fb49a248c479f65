//! The words that orders may use, and what each does: made from the tables that the
//! reader itself uses, so that the list cannot differ from what is read.

use ordain_base::unit::Unit;
use ordain_base::words::plural_noun;
use ordain_syntax::vocabulary;

use crate::model::deliverables::{self, Deliverable};
use crate::model::kinds_of_papers::{ALIKE, OF_A_KIND};
use crate::model::nature::Nature;
use crate::model::qualifier::{Effect, QUALIFIERS};
use crate::model::resolve::anchor::RULINGS;
use crate::model::resolve::order_day::ORDER_DAYS;
use crate::model::resolve::phrase::ARTICLES;
use crate::model::title_words::InTitle;
use crate::model::{Does, OrderDay, VerbPaper, Verbs};

/// Words of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The name in JSON and on the command line: `verbs`.
    pub name: &'static str,
    /// What these words do.
    pub about: &'static str,
    /// The words, in the order in which they are listed.
    pub entries: Vec<Entry>,
}

/// A word, or words that do the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The word that means all of them.
    pub word: String,
    /// Other words that do the same.
    pub same: Vec<String>,
    /// Other forms, an example, or what it means; may be empty.
    pub about: String,
}

impl Entry {
    fn of(word: impl Into<String>, about: impl Into<String>) -> Self {
        Self { word: word.into(), same: Vec::new(), about: about.into() }
    }
}

/// Every section, in the order in which they are listed.
#[must_use]
pub fn vocabulary_sections() -> Vec<Section> {
    let verbs = Verbs::default();
    vec![
        Section {
            name: "verbs",
            about: "what a duty requires and a fact reports; verbs on one line mean the same",
            entries: verb_families(&verbs),
        },
        Section {
            name: "dispositions",
            about: "what an order does to other orders, hearings and motions",
            entries: vocabulary::disposition_verbs().map(|w| Entry::of(w, "")).collect(),
        },
        Section {
            name: "papers",
            about: "things you need not declare; declare others, or put them in quotation marks",
            entries: deliverables::names().map(|w| Entry::of(w, "")).collect(),
        },
        Section {
            name: "kinds of papers",
            about: "what is known of some papers; words on one line do the same",
            entries: kinds_of_papers(),
        },
        Section {
            name: "words in titles",
            about: "how the name of one paper is compared with that of another; words on one line do the same",
            entries: title_words(),
        },
        Section {
            name: "events",
            about: "what a period may run from, besides events you declare and the nouns of verbs",
            entries: event_entries(),
        },
        Section { name: "units", about: "units of a period", entries: unit_entries() },
        Section {
            name: "clauses",
            about: "the words that begin a clause of a paragraph or of a fact",
            entries: vocabulary::clauses().map(|(words, example)| Entry::of(words, example)).collect(),
        },
        Section {
            name: "closing nouns",
            about: "kinds of acts for which a record is complete: `the record is complete through D for filings`; papers too",
            entries: closing_nouns(&verbs),
        },
        Section {
            name: "qualifiers",
            about: "shown with the thing, and not compared",
            entries: QUALIFIERS.iter().filter(|(_, e)| *e == Effect::None).map(|(w, _)| Entry::of(*w, "")).collect(),
        },
        Section {
            name: "qualifiers that are compared",
            about: "what they make of a paper; words on one line do the same",
            entries: compared_qualifiers(),
        },
        Section {
            name: "words that may be left out",
            about: "the statement says the same without them; another word in their place is refused. Also the day of the \
                    week beside a date, the zone of the court, the name of the only record, and whose an event is",
            entries: IMPLIED.iter().map(|(word, about)| Entry::of(*word, *about)).collect(),
        },
        Section {
            name: "words that carry nothing",
            about: "ignored; every other word has an effect or is an error",
            entries: words_passed_over().map(|w| Entry::of(w, "")).collect(),
        },
    ]
}

/// The words that are passed over wherever they come before a thing or after `the Court`.
pub fn words_passed_over() -> impl Iterator<Item = &'static str> {
    let small = |w: &&&str| w.chars().next().is_some_and(char::is_lowercase);
    ARTICLES.iter().filter(small).chain(vocabulary::ADVERBS).copied()
}

/// Words that may be left out: what is around them says the same. Another word in their place is refused.
pub const IMPLIED: &[(&str, &str)] = &[
    ("thereafter", "behind `every`: from the first day on"),
    ("a.m.", "of an hour before noon"),
    ("No.", "before the number of an interrogatory, a request, a topic or an exhibit"),
    ("Nos.", "before several of them"),
    ("and", "before the last of a list, and before `every`"),
    ("or", "before the last of a list"),
    ("at", "before the hour of a day"),
    ("of", "`the 20th of May`, `lifts stay of MTC ¶ 1`"),
    ("for", "`$100 for each day`"),
    ("by", "`is due by February 9`, `no later than`, after `earlier of`"),
    ("on", "before a day"),
    ("in", "`documents in CAR category 1`"),
    ("do", "`must do any of`, `do not file`"),
    ("is", "`where sent is before May 3`, `is to serve`"),
    ("are", "`that are produced`, `are directed to`"),
    ("be", "`must be produced, be listed`"),
    ("that", "`documents that are produced`"),
    ("as", "`as between`, `except as ¶ 5 permits`"),
    ("permits", "`except as ¶ 5 permits`"),
    ("it", "`For each document withheld, X must list it`"),
    ("if", "`opposition, if any`"),
    ("either", "`either answer or report`"),
    ("with", "`serve Acme with report`"),
    ("opposing", "before `counsel`"),
    ("otherwise", "`answer or otherwise respond`"),
    ("to", "before a further one of those to whom a thing goes: `to chambers and to Ash`"),
    ("whether", "`whether jointly or separately`"),
    ("jointly", "of an act that takes several, as to confer"),
    ("first", "`without first serving`"),
    ("following", "`the following: (a) …`"),
    ("happens", "of an event that is declared"),
    ("issues", "of a ruling, a mandate or another paper of a court"),
    ("date", "`from the date this action is reopened`"),
    ("day", "`the last day of every month`, `the 13th day of February`"),
    ("number", "`Bates number`"),
    ("category", "behind the name of a record"),
    ("record", "`counsel of record`"),
    ("hearing", "`the hearing of January 9`, where there is one"),
    ("topic", "before a topic that is declared"),
    ("reach", "`reach substantial completion`"),
    ("file", "before a paper that is a verb too, as `reply`"),
    ("existing", "before `deadlines`: a set is what there is when the order is entered"),
    ("current", "before `deadlines`"),
    ("scheduled", "before `deadlines` or `hearings`"),
    ("counsel", "of a party: `Acme's counsel filed`"),
    ("documents", "`located no documents in CAR category 2`"),
    ("p.m.", "of an hour that is no other: `12:57 p.m.`"),
    ("comes", "`whichever comes first`"),
    ("shall", "`shall remain in effect`"),
    ("within", "`or within 14 days after`, behind a first time"),
    ("ordered", "`is ordered to`"),
    ("directed", "`are directed to`"),
    ("agree", "`agree to produce`"),
    ("calendar", "`the end of each calendar year`"),
    ("deadline", "`¶ 2's deadline is continued to`"),
    ("due", "`the due date of ¶ 1`"),
    ("set", "`the deadline set by ¶ 1`"),
    ("forth", "`the deadline set forth in ¶ 1`"),
];

/// The same, word by word.
pub fn implied_words() -> impl Iterator<Item = &'static str> {
    const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    const ZONES: [&str; 12] = ["et", "ct", "mt", "pt", "est", "cst", "mst", "pst", "edt", "cdt", "mdt", "pdt"];
    IMPLIED.iter().map(|(word, _)| word.trim_matches('.')).chain(WEEKDAYS).chain(ZONES)
}

/// One entry a family: the first verb, the others, and the forms of each.
fn verb_families(verbs: &Verbs) -> Vec<Entry> {
    let mut out: Vec<(crate::model::VerbFamily, Entry)> = Vec::new();
    for verb in verbs.all() {
        let noun = if verb.noun.is_empty() { String::new() } else { format!(", {}", verb.noun) };
        let forms = format!("{}{noun}", verb.past);
        match out.iter_mut().find(|(family, _)| *family == verb.family) {
            Some((_, entry)) => {
                entry.same.push(verb.lemma.clone());
                entry.about = format!("{}; {forms}", entry.about);
            }
            None => out.push((verb.family, Entry::of(verb.lemma.clone(), forms))),
        }
    }
    out.into_iter().map(|(_, entry)| entry).collect()
}

/// Papers that the evaluation takes for one another, or knows something of: one entry for each thing that it knows.
fn kinds_of_papers() -> Vec<Entry> {
    let of_nature = |nature: Nature| {
        let mut names = Deliverable::all().filter(|paper| paper.is(nature)).map(|paper| paper.name().to_owned());
        let (word, about) = (names.next()?, nature.about());
        (!about.is_empty()).then(|| Entry { word, same: names.collect(), about: about.to_owned() })
    };
    let alike = ALIKE.iter().map(|(a, b)| Entry {
        word: (*a).to_owned(),
        same: vec![(*b).to_owned()],
        about: "one may be meant by the other: you decide".to_owned(),
    });
    let of_kind = OF_A_KIND.iter().map(|(kind, paper)| Entry::of(*paper, format!("is a {kind}")));
    let of_verb = |pair: VerbPaper| {
        let about = match pair.does {
            Does::OfOneThing | Does::Always => format!("filing it is to {}", pair.lemma),
            Does::Perhaps => format!("filing it may be to {}: you decide", pair.lemma),
        };
        pair.deliverable().map(|paper| Entry::of(paper.name(), about))
    };
    let natures = Nature::ALL.into_iter().filter_map(of_nature);
    natures.chain(alike).chain(of_kind).chain(VerbPaper::ALL.iter().copied().filter_map(of_verb)).collect()
}

/// The qualifiers that are compared, those of one effect together.
fn compared_qualifiers() -> Vec<Entry> {
    let of_effect = |effect: Effect| {
        let mut words = QUALIFIERS.iter().filter(|(_, e)| *e == effect).map(|(word, _)| (*word).to_owned());
        words.next().map(|word| Entry { word, same: words.collect(), about: effect.about().to_owned() })
    };
    Effect::COMPARED.into_iter().filter_map(of_effect).collect()
}

fn title_words() -> Vec<Entry> {
    let of_one = |said: InTitle| {
        let mut words = said.words().map(str::to_owned);
        words.next().map(|word| Entry { word, same: words.collect(), about: said.about().to_owned() })
    };
    InTitle::ALL.into_iter().filter_map(of_one).collect()
}

fn event_entries() -> Vec<Entry> {
    let orders = ORDER_DAYS.iter().map(|(noun, day)| {
        let about = match day {
            OrderDay::Entered => "of an order: the day of its entry",
            OrderDay::Signed => "of an order: the day on which it was signed",
            OrderDay::Served => "of an order or a paper: the day of its service",
            OrderDay::Filed => "of an order or a paper: the day of its filing",
        };
        Entry::of(*noun, about)
    });
    let rulings = RULINGS.iter().map(|(noun, granted)| {
        let about = match granted {
            None => "of a motion: when it is decided in any way",
            Some(true) => "of a motion: when it is granted",
            Some(false) => "of a motion: when it is denied",
        };
        Entry::of(*noun, about)
    });
    orders.chain(rulings).collect()
}

fn unit_entries() -> Vec<Entry> {
    let about = |unit: Unit| match unit {
        Unit::Days => "counted by the rules of the court",
        Unit::CalendarDays => "every day counts",
        Unit::CourtDays => "Saturdays, Sundays and legal holidays are skipped",
        Unit::BusinessDays => "counted as court days",
        Unit::Hours => "elapsed time: needs an hour and a zone",
        Unit::Weeks | Unit::Months | Unit::Quarters | Unit::Years => "",
    };
    let read = |word: &&'static str| Unit::parse(word).map(|unit| Entry::of(*word, about(unit)));
    Unit::WORDS.iter().filter_map(read).collect()
}

fn closing_nouns(verbs: &Verbs) -> Vec<Entry> {
    let named = verbs.all().filter(|v| !v.noun.is_empty());
    named.map(|v| Entry::of(plural_noun(&v.noun), format!("acts reported as `{}`", v.past))).collect()
}

#[cfg(test)]
mod tests {
    use super::{vocabulary_sections, words_passed_over};

    /// Of a paper, and of a word in a title, several things may be known.
    const SEVERAL_THINGS: [&str; 2] = ["kinds of papers", "words in titles"];

    #[test]
    fn no_word_stands_twice_in_a_section() {
        for section in vocabulary_sections().into_iter().filter(|s| !SEVERAL_THINGS.contains(&s.name)) {
            let mut words: Vec<&str> = section.entries.iter().map(|e| e.word.as_str()).collect();
            words.extend(section.entries.iter().flat_map(|e| &e.same).map(String::as_str));
            let count = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), count, "{}", section.name);
            assert!(!words.is_empty(), "{}", section.name);
        }
    }

    #[test]
    fn a_noise_word_is_no_verb_and_no_paper() {
        let known: Vec<String> =
            vocabulary_sections().iter().take(3).flat_map(|s| &s.entries).map(|e| e.word.clone()).collect();
        assert!(words_passed_over().all(|w| !known.contains(&w.to_owned())));
    }
}
