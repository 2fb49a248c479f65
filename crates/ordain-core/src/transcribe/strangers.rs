//! Whom a paper binds by a name or a description, and does not present: `Mr. Roe shall`, `the removing party must`.
//! The draft declares each as a role, which acts for itself, and asks who it is.

use super::bearers::read_bearer;
use super::modals::{Form, court_orders, first_modal};
use super::names::Names;
use super::openings::operative_words;
use super::papers::is_thing;
use super::phrase::Phrase;
use super::unit::Unit;
use crate::model::Verbs;
use ordain_base::words::side_named;

const TITLES: &[&str] = &["mr", "ms", "mrs", "dr"];

/// Nouns of those whom an order can bind, where no name says who it is.
const PERSONS: &[&str] = &[
    "administrator",
    "clerk",
    "reporter",
    "court",
    "agency",
    "agent",
    "appellant",
    "appellee",
    "applicant",
    "arbitrator",
    "attorney",
    "bank",
    "buyer",
    "carrier",
    "city",
    "commissioner",
    "company",
    "contractor",
    "corporation",
    "counsel",
    "county",
    "custodian",
    "debtor",
    "department",
    "director",
    "employer",
    "executor",
    "expert",
    "father",
    "garnishee",
    "government",
    "guardian",
    "insurer",
    "landlord",
    "lender",
    "magistrate",
    "master",
    "mediator",
    "monitor",
    "mother",
    "movant",
    "officer",
    "owner",
    "party",
    "prosecutor",
    "receiver",
    "relator",
    "school",
    "secretary",
    "seller",
    "sheriff",
    "state",
    "states",
    "superintendent",
    "tenant",
    "trustee",
    "united",
    "university",
    "warden",
    "witness",
    "claimant",
    "obligor",
    "intervenor",
    "commission",
    "board",
    "judge",
];

/// The names, with whom the units bind besides.
pub(super) fn with_strangers(mut names: Names, verbs: &Verbs, units: &[Unit<'_, '_>]) -> Names {
    for unit in units {
        let words = operative_words(&unit.words);
        let subject = match court_orders(&words) {
            Some((who, _, _)) => words.slice(who),
            None => match first_modal(&words).filter(|m| m.form != Form::Passive) {
                Some(modal) => words.slice(0..modal.start),
                None => continue,
            },
        };
        if super::leads::lead_of_subject(&subject, &super::candidate::Context { names: &names, verbs }).is_ok() {
            continue;
        }
        for (spoken, written) in strangers_named_in(&last_part(&subject), &names) {
            names.add_stranger(&spoken, &written);
        }
    }
    names
}

/// What stands behind the last comma that no name continues: the bearer without what leads to it.
fn last_part<'r, 't>(subject: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let starts = |i: &usize| subject.top(*i) && subject.word(*i) == ",";
    let leads = |p: &Phrase<'_, '_>| {
        matches!(
            p.word(0),
            "if" | "by"
                | "on"
                | "within"
                | "no"
                | "not"
                | "pursuant"
                | "in"
                | "upon"
                | "to"
                | "unless"
                | "when"
                | "after"
                | "before"
                | "as"
                | "for"
                | "at"
                | "until"
                | "prior"
                | "consistent"
                | "once"
        )
    };
    if !leads(subject) {
        return subject.clone();
    }
    let comma = (0..subject.len()).filter(starts).find(|i| {
        let rest = subject.slice(i + 1..subject.len());
        !rest.is_empty() && !leads(&rest) && !rest.is_number(0) && rest.dates().is_empty()
    });
    comma.map_or_else(|| subject.clone(), |i| subject.slice(i + 1..subject.len()))
}

/// Each name of `Samuel Poe and the Warden` that is not known, as it is spoken and as the draft writes it; none where
/// a part is neither a known name nor one of a person.
fn strangers_named_in(p: &Phrase<'_, '_>, names: &Names) -> Vec<(String, String)> {
    // `The Patent and Trademark Office`: one, by its last word.
    const OFFICES: &[&str] = &[
        "office",
        "department",
        "commission",
        "board",
        "bureau",
        "agency",
        "administration",
        "service",
        "company",
        "authority",
        "association",
        "institute",
        "division",
    ];
    let last = (0..p.len()).rev().find(|i| p.top(*i) && p.is_word(*i)).map(|i| p.word(i));
    let joint =
        p.find(1, &["and"]).filter(|i| p.capital(i - 1) && p.capital(i + 1) && !PERSONS.contains(&p.word(i - 1)));
    if last.is_some_and(|w| OFFICES.contains(&w)) && joint.is_some() && read_bearer(p, names).is_none() {
        return stranger_name(p).into_iter().collect();
    }
    let mut out = Vec::new();
    let mut from = 0;
    let joins = |i: usize| p.top(i) && matches!(p.word(i), "and" | "," | "or" | "&");
    for at in 0..=p.len() {
        if at < p.len() && !joins(at) {
            continue;
        }
        let part = p.slice(from..at);
        from = at + 1;
        if part.is_empty() || read_bearer(&part, names).is_some() {
            continue;
        }
        match stranger_name(&part) {
            Some(found) => out.push(found),
            None => return Vec::new(),
        }
    }
    out
}

fn stranger_name(p: &Phrase<'_, '_>) -> Option<(String, String)> {
    let the = usize::from(matches!(p.word(0), "the" | "said" | "both"));
    // `non-party Roe`
    let non = usize::from(p.at(the, &["non", "-", "party"])) * 3 + usize::from(p.word(the) == "nonparty");
    let the = the + non;
    let outside = (the..p.len()).filter(|i| p.top(*i)).filter_map(|i| p.ids().get(i).copied());
    let p = Phrase::new(p.reading, outside);
    let end = (0..p.len())
        .rev()
        .find(|i| !matches!(p.word(*i), "also" | "further" | "hereby" | "then" | "each" | "therefore"));
    let p = p.slice(0..end? + 1);
    let last = p.last().to_owned();
    if p.len() > 6
        || is_thing(&last)
        || p.has(&["each", "any", "all", "no", "every", "this", "that", "which", "who", "such"])
    {
        return None;
    }
    // `The Joint Advisory must discuss` is about a paper.
    const PAPERS: &[&str] =
        &["joint", "amended", "proposed", "final", "initial", "first", "second", "supplemental", "opening"];
    if PAPERS.contains(&p.word(0)) {
        return None;
    }
    // `Defendants Poe and Roe` are of a side that the draft declares.
    if side_named(p.word(0)).is_some() {
        return None;
    }
    let title = TITLES.contains(&p.word(0)) && p.word(1) == ".";
    let from = if title { 2 } else { 0 };
    let capitals = (from..p.len())
        .all(|i| p.is_word(i) && (p.capital(i) || matches!(p.word(i), "of" | "and")) || p.word(i) == ".");
    let lower = |i: usize| p.text(i..i + 1).chars().any(char::is_lowercase);
    let shouted = !(0..p.len()).any(lower);
    // `Mr. Poe`, `Samuel Poe`, `Special Agent Roe`.
    let named =
        capitals && p.len() > from && !shouted && (title || p.len() > 1 || the >= 1 || PERSONS.contains(&&*last));
    // `the removing party`, `the plaintiff's expert`
    let described = (the == 1 || last == "counsel" && p.len() > 1)
        && PERSONS.contains(&&*last)
        && (0..p.len()).all(|i| p.is_word(i) && !matches!(p.word(i), "and" | "or" | "to" | "is" | "are" | "was"))
        && !p.word(0).ends_with("'s");
    // `The trial court` is not the Court.
    let other_court = matches!(p.word(0), "trial" | "lower" | "district" | "bankruptcy" | "state" | "circuit")
        || p.at(0, &["judge", "of", "the"]) && matches!(p.word(3), "trial" | "district" | "circuit" | "county");
    if !named && !described || p.has(&["court", "judge"]) && !other_court {
        return None;
    }
    let spoken = p.all();
    let written: String = if named {
        spoken.clone()
    } else {
        (0..p.len()).map(|i| ordain_base::words::capitalized(&p.text(i..i + 1))).collect::<Vec<_>>().join(" ")
    };
    Some((spoken, written))
}
