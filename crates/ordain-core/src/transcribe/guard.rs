//! Which words may go into quotation marks: those that describe a thing. Words that set a time, a condition, a
//! limit or another duty must be said in the language, or the sentence waits as a comment.

use super::further_acts::another_act;
use super::phrase::Phrase;
use crate::model::Verbs;

/// Words that make more of a phrase than the name of a thing.
const STRUCTURE: &[&str] = &[
    "shall",
    "must",
    "may",
    "should",
    "will",
    "would",
    "can",
    "cannot",
    "if",
    "unless",
    "until",
    "except",
    "only",
    "provided",
    "within",
    "before",
    "after",
    "upon",
    "once",
    "when",
    "whenever",
    "not",
    "no",
    "never",
    "nor",
    "neither",
    "without",
    "thereafter",
    "daily",
    "weekly",
    "monthly",
    "promptly",
    "immediately",
    "forthwith",
    "otherwise",
    "however",
    "instead",
    "alternatively",
    "first",
    "next",
    "during",
    "following",
    "later",
    "earlier",
    "prior",
    "absent",
    "pending",
    "subject",
    "either",
    "whichever",
    "every",
    "than",
    "least",
    "most",
    "exceed",
    "exceeding",
    "up",
];

/// Why these words may not be put into quotation marks: the word that stands in the way.
pub(super) fn obstacle_to_quoting(p: &Phrase<'_, '_>, verbs: &Verbs) -> Option<String> {
    obstacle_in(p, verbs, false)
}

/// The same of a subject: in `Motions to amend, or to join parties, shall be filed` the infinitives say which motions.
pub(super) fn obstacle_of_subject(p: &Phrase<'_, '_>, verbs: &Verbs) -> Option<String> {
    obstacle_in(p, verbs, p.has(&["motion", "motions"]))
}

fn obstacle_in(p: &Phrase<'_, '_>, verbs: &Verbs, motions: bool) -> Option<String> {
    let dates = p.dates();
    for at in 0..p.len() {
        let word = p.word(at);
        if !p.top(at) {
            continue;
        }
        let asked = matches!(
            p.word(at.wrapping_sub(1)),
            "why"
                | "whether"
                | "how"
                | "explaining"
                | "addressing"
                | "stating"
                | "describing"
                | "identifying"
                | "showing"
                | "indicating"
        );
        if word == ":" && !asked && !p.word(at.wrapping_sub(1)).starts_with("address") && !is_inside_word(p, at) {
            return Some(":".to_owned());
        }
        if STRUCTURE.contains(&word) && !in_title(p, at) && !is_harmless(p, at) {
            return Some(word.to_owned());
        }
        // `by December 1`: a time that was not taken out.
        if matches!(word, "by" | "on" | "through") && p.date(at + 1).is_some() && !dated_thing(p, at) {
            return Some(p.text(at..(at + 4).min(p.len())));
        }
        let purpose =
            motions && (p.word(at + 1) == "to" || p.at(at + 1, &["or", "to"]) || p.at(at + 1, &["and", "to"]));
        if matches!(word, "and" | "or" | "," | ";") && !purpose && another_act(p, at + 1, verbs) {
            return Some(p.text(at..(at + 2).min(p.len())));
        }
    }
    // `the July 8 conference`: a name.
    let named = |at: usize, len: usize| {
        at > 0
            && p.word(at - 1) == "the"
            && (at + len..at + len + 3)
                .any(|i| matches!(p.word(i), "conference" | "hearing" | "trial" | "order" | "letter" | "motion"))
    };
    let len = |at: usize| p.date(at).map_or(1, |d| d.1);
    dates
        .iter()
        .find(|(at, d)| d.day.is_none() && p.top(*at) && !named(*at, len(*at)))
        .map(|(at, _)| p.word(*at).to_owned())
}

/// The colon of `8:17-cv-2650` and of `https://court.example.gov`.
fn is_inside_word(p: &Phrase<'_, '_>, at: usize) -> bool {
    let glued = |i: usize| p.token(i).is_some_and(|t| !t.gap && !t.opens_line);
    at > 0 && glued(at) && glued(at + 1)
}

/// `the motion filed on December 1, 2023`, `the letter dated December 1, 2023`.
fn dated_thing(p: &Phrase<'_, '_>, at: usize) -> bool {
    at > 0 && matches!(p.word(at - 1), "filed" | "dated" | "entered" | "issued" | "held" | "served" | "signed")
}

/// `the First Amended Complaint`, `Request for Production No. 5`.
fn in_title(p: &Phrase<'_, '_>, at: usize) -> bool {
    let near = |i: usize| p.capital(i);
    p.capital(at) && (near(at + 1) || at > 0 && near(at - 1))
        || p.word(at) == "no" && p.word(at + 1) == "." && p.is_number(at + 2)
        || p.word(at) == "nos" && p.word(at + 1) == "."
}

/// `including but not limited to`, `whether or not`, `first amended`, `upon which`, `up to date`.
fn is_harmless(p: &Phrase<'_, '_>, at: usize) -> bool {
    let word = p.word(at);
    // `in which event Defendant may respond` permits something else.
    let apart = |i: usize| p.at(i, &["in", "which", "event"]) || p.at(i, &["in", "which", "case"]);
    if matches!(word, "may" | "will" | "can") && (0..at).any(apart) {
        return false;
    }
    word == "if" && matches!(p.word(at + 1), "any" | "necessary")
        || word == "only"
            && at > 0
            && !matches!(p.word(at + 1), "if" | "when" | "to" | "for" | "upon" | "with" | "after" | "by" | "in" | "as")
        || word == "not" && p.at(at + 1, &["limited", "to"])
        || word == "no" && p.is_number(at + 2)
        || word == "first" && matches!(p.word(at + 1), "amended" | "set" | "request" | "name")
        || word == "may" && p.is_month_of_may(at)
        || matches!(word, "should" | "not") && (0..at).any(|i| matches!(p.word(i), "why" | "whether"))
        || word == "subject" && matches!(p.word(at + 1), "matter" | "property")
        || matches!(word, "will" | "would" | "can" | "may")
            && (0..at).any(|i| matches!(p.word(i), "that" | "which" | "why" | "whether" | "who"))
            && !p.has(&["shall", "must"])
        || word == "up" && p.at(at + 1, &["to", "date"])
        || word == "following"
            && (matches!(
                p.word(at + 1),
                "" | "topics" | "matters" | "issues" | "items" | "subjects" | "questions" | "points"
            ) || matches!(p.word(at + 1), "documents" | "information" | "address")
                || (at + 2..at + 5).any(|i| p.word(i) == "address"))
        || word == "most" && p.word(at + 1) == "recent"
        || word == "pending" && is_still_open(p, at)
        || word == "without"
            && p.word(at + 1) == "prejudice"
            && p.word(at + 2) != "to"
            && (0..at).any(|i| matches!(p.word(i), "dismissal" | "dismissed" | "dismissing" | "judgment" | "dismiss"))
        || word == "upon" && at == 0 && matches!(p.word(1), "his" | "her" | "its" | "their" | "any")
        || word == "upon"
            && (is_recipient(p, at + 1) || at > 0 && matches!(p.word(at - 1), "agree" | "agreed" | "rely" | "based"))
        || word == "every" && !times_follow(p, at + 1)
        || word == "prior" && p.word(at + 1) != "to"
        || word == "immediately" && matches!(p.word(at + 1), "preceding" | "prior")
        || matches!(word, "not" | "no") && describes_a_thing(p, at)
        || word == "may" && (0..at).any(|i| matches!(p.word(i), "where" | "who" | "whatever"))
}

/// `the pending motions`, `the motion pending at Dkt. 12`.
fn is_still_open(p: &Phrase<'_, '_>, at: usize) -> bool {
    const OPEN: &[&str] =
        &["sequence", "motion", "motions", "action", "case", "matter", "deadline", "deadlines", "hearing", "hearings"];
    OPEN.contains(&p.word(at + 1))
        || at > 0 && OPEN.contains(&p.word(at - 1)) && matches!(p.word(at + 1), "at" | "before" | "in")
}

/// `upon the Respondent`: whom something is served upon.
fn is_recipient(p: &Phrase<'_, '_>, at: usize) -> bool {
    if matches!(p.word(at), "them" | "him" | "her" | "it" | "which" | "whom") {
        return true;
    }
    let the = usize::from(matches!(p.word(at), "the" | "all" | "each" | "opposing"));
    let word = p.word(at + the);
    let one = word.strip_suffix('s').unwrap_or(word);
    matches!(
        one,
        "plaintiff" | "defendant" | "petitioner" | "respondent" | "counsel" | "appellant" | "appellee" | "debtor"
    )
}

/// `every 30 days`, `every month`: what recurs, and not each of some things.
fn times_follow(p: &Phrase<'_, '_>, at: usize) -> bool {
    const UNITS: &[&str] = &["day", "week", "month", "quarter", "year", "other", "hour", "time"];
    p.is_number(at)
        || ordain_base::words::number(p.word(at)).is_some()
        || UNITS.contains(&p.word(at))
        || p.date(at).is_some()
}

/// `documents that were not produced`, `records not previously produced`: words that describe a thing.
fn describes_a_thing(p: &Phrase<'_, '_>, at: usize) -> bool {
    let relative = (at.saturating_sub(4)..at).any(|i| matches!(p.word(i), "that" | "which" | "who"));
    let free = !p.has(&["shall", "must"]);
    free && relative || matches!(p.word(at + 1), "previously" | "already" | "yet")
}
