//! Whether a word orders something, by the word itself and the few around it;
//! what is quoted, cited or reported of the past orders nothing.

use std::ops::Range;

use crate::leads::asked_for;
use crate::token::Kind;

use super::bearers::{
    bound_or_thing, has_bearer_near, in_date, is_be, is_court_acting, is_in_capitals, is_motion_verb,
    is_reported_standard,
};
use super::kind::SentenceKind;
use super::of_court::{order_of_judges, passive_of_court, word_of_court};
use super::order::Order;
use super::vocabulary::{
    ADVISED, ALLOWED, BETWEEN, DIRECTED, DISPOSED, DISPOSES, DOES, FORBIDDEN, ORDERS, PERSONS, SET, SUPPOSED, URGES,
};
use super::will::order_of_will;

/// The lead at `at`, and the token after it.
pub(super) fn ordering_word(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> Option<(SentenceKind, usize)> {
    let token = r.tokens.get(at)?;
    if token.kind != Kind::Word || token.quoted || token.depth > depth_of_sentence(r, s) {
        return None;
    }
    let past = |n: usize| s.end.min(at + n);
    if let Some(found) = word_of_court(r, s, at).or_else(|| order_of_judges(r, s, at)) {
        return Some(found);
    }
    match &*token.word {
        "shall" | "must" if !is_reported_standard(r, s, at) && !is_reported_speech(r, s, at) => match r.word(at + 1) {
            "not" | "neither" => Some((SentenceKind::Prohibition, past(2))),
            "have" if r.has(at, past(6), &["power", "jurisdiction"]) => None,
            // `some error must have occurred`: what is supposed.
            "have" if r.word(at + 2) == "been" || r.word(at + 2).len() > 4 && r.word(at + 2).ends_with("ed") => None,
            _ => Some((SentenceKind::Duty, past(1))),
        },
        "is" | "are" | "be" | "being" => order_of_passive(r, s, at),
        // `Letters may be filed`, of papers and not of arguments.
        "may"
            if r.word(at + 1) == "be"
                && FILED.contains(&r.word(at + 2))
                && !is_reported_standard(r, s, at)
                && !in_date(r, s, at) =>
        {
            Some((SentenceKind::Permission, past(3)))
        }
        "may" if !in_date(r, s, at) && has_bearer_near(r, s, at) => match r.word(at + 1) {
            "not" => Some((SentenceKind::Prohibition, past(2))),
            next if SUPPOSED.contains(&next) => None,
            _ => Some((SentenceKind::Permission, past(1))),
        },
        "should" if is_asked(r, s, at) => None,
        "should"
            if bound_or_thing(r, s, at) && !has_bearer_near(r, s, at) && matches!(r.word(at + 1), "be" | "have") =>
        {
            None
        }
        "should" if bound_or_thing(r, s, at) && r.word(at + 1) != "have" => Some((SentenceKind::Soft, past(1))),
        "will" => order_of_will(r, s, at),
        // `has until May 6`, `has 15 days to reply`
        "has" | "have" if gives_time(r, s, at + 1) && has_bearer_near(r, s, at) => Some((SentenceKind::Duty, past(2))),
        "due" => order_of_due(r, s, at),
        "failure" if r.word(at + 1) == "to" || r.word(at + 1) == "of" => consequence_of_failure(r, s, at),
        "failures" => consequence_of_failure(r, s, at),
        "subject" if r.word(at + 1) == "to" && is_threatened(r, at) => Some((SentenceKind::Consequence, past(2))),
        "takes" if is_court_acting(r, s, at) && r.has(at, past(10), &["advisement", "submission"]) => {
            Some((SentenceKind::Disposition, past(1)))
        }
        word if docket_order(r, s, at) => DOES.iter().find(|(w, _)| *w == word).map(|(_, kind)| (*kind, past(1))),
        // `ORDER: ORDERED that`
        "ordered" if is_in_capitals(r, at) && r.word(at + 1) == "that" && !is_be(r.word_before(at, 1)) => {
            Some((SentenceKind::Duty, past(2)))
        }
        "may" if r.word(at + 1) == "result" && r.has(at, past(10), THREATS) => {
            Some((SentenceKind::Consequence, past(2)))
        }
        word if URGES.contains(&word) && is_court_acting(r, s, at) && r.has(at, past(6), PERSONS) => {
            Some((SentenceKind::Soft, past(1)))
        }
        // `The court requires litigants to meet deadlines` says what courts do.
        word if ORDERS.contains(&word) && r.has(at, past(3), &["litigants", "courts", "everyone"]) => None,
        word if ORDERS.contains(&word) && is_court_acting(r, s, at) => Some((SentenceKind::Duty, past(1))),
        word if DISPOSES.contains(&word) && is_court_acting(r, s, at) => Some((SentenceKind::Disposition, past(1))),
        // `Status hearing set for 5/1/2024`, `Motion granted.`
        word if SET.contains(&word) && matches!(r.word(at + 1), "for" | "to") && !is_motion_verb(word) => {
            let told = ["was", "were", "been", "previously", "originally", "currently", "already", "presently"];
            let dated = r.dates_in(s).iter().any(|d| d.start > at && d.start < at + 12);
            // `moved to adjourn the conference set for D` sets nothing: it names the conference.
            let named =
                r.has(at.saturating_sub(7).max(s.start), at, &["the", "that", "this", "its"]) || asked_for(r, at);
            (dated && !named && !r.has(s.start, at, &told)).then_some((SentenceKind::Setting, past(2)))
        }
        _ => None,
    }
}

/// `is hereby ORDERED to`, `are enjoined from`, `is to serve`, `is GRANTED`, `is set for`.
fn order_of_passive(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> Option<(SentenceKind, usize)> {
    let mut next = at + 1;
    while next < s.end && (BETWEEN.contains(&r.word(next)) || r.word(next).len() > 3 && r.word(next).ends_with("ly")) {
        next += 1;
    }
    let be = matches!(r.word(at), "be" | "being");
    let done = next + 1;
    if let Some(found) = passive_of_court(r, s, at, next) {
        return Some(found);
    }
    match r.word(next) {
        "not" => None,
        word if FORBIDDEN.contains(&word) => Some((SentenceKind::Prohibition, done)),
        _ if be => None,
        // `IT IS SO ORDERED.` and `IT IS ORDERED THAT:` order nothing by themselves.
        // `We are directed to ensure`: what a court reports of its own duties.
        word if DIRECTED.contains(&word) && r.word_before(at, 1) == "we" => None,
        word if DIRECTED.contains(&word) => {
            let it = r.word_before(at, 1) == "it";
            let dated = matches!(r.word(done), "by" | "on" | "no") && r.dates_in(s).iter().any(|d| d.start > done);
            let to = matches!(r.word(done), "to" | "that") || it || dated;
            let empty = s.end.saturating_sub(done) < 4;
            let so = r.word(next.saturating_sub(1)) == "so";
            (to && !empty && !so && !is_reported_standard(r, s, at)).then_some((SentenceKind::Duty, done))
        }
        // `It is plaintiff's responsibility to`
        _ if end_of_burden(r, s, next).is_some() => end_of_burden(r, s, next).map(|end| (SentenceKind::Duty, end)),
        "entered" if r.has(s.start, at, &["judgment", "default"]) => Some((SentenceKind::Disposition, done)),
        "given" | "afforded" | "allowed" if gives_days(r, s, done) => Some((SentenceKind::Permission, done)),
        "given" | "granted" if r.word(done) == "leave" => Some((SentenceKind::Permission, done + 1)),
        // `no further joinder is permitted except with leave`
        word if ALLOWED.contains(&word)
            && (r.word(s.start) == "no" || r.has(at.saturating_sub(10).max(s.start), at, &["no"]))
            && r.word(done) != "to" =>
        {
            Some((SentenceKind::Prohibition, done))
        }
        // `the amount within which he is authorized to settle`
        word if ALLOWED.contains(&word) && r.word(done) == "to" => {
            let named = r.has(at.saturating_sub(5).max(s.start), at, &["which", "whom"]);
            (!named).then_some((SentenceKind::Permission, done))
        }
        word if ADVISED.contains(&word) && matches!(r.word(done), "to" | "that") => Some((SentenceKind::Soft, done)),
        // `are currently scheduled to appear`, `By previous order, … is set for`: how things are.
        word if SET.contains(&word) && (as_before(r, s, at, next) || is_named_by_clause(r, s, at)) => None,
        // `is moved from May 6 to June 3`
        word if is_motion_verb(word) && r.word(done) == "from" && r.dates_in(s).iter().any(|d| d.start == done + 1) => {
            Some((SentenceKind::Setting, done))
        }
        word if SET.contains(&word)
            && (matches!(r.word(done), "for" | "to" | "until" | "as" | "sine")
                || r.at(done, &["in", "this"]) && r.word(done + 3) == "for") =>
        {
            Some((SentenceKind::Setting, done))
        }
        word if DISPOSED.contains(&word) => {
            // `is extended by`, `is denied by the officer`: a person does it.
            let agent = r.word(done) == "by" && matches!(r.word(done + 1), "the" | "a" | "an");
            (!agent && !is_reported_standard(r, s, at)).then_some((SentenceKind::Disposition, done))
        }
        "to" => {
            let verb = r.word(done);
            let none = ["the", "a", "an", "be", "this", "that", "its", "their", "his", "her", "say", ""];
            // `The purpose of this Order is to enable the parties` orders nothing.
            let aim = r.has(
                at.saturating_sub(7).max(s.start),
                at,
                &["purpose", "goal", "aim", "question", "issue", "test", "inquiry", "remedy"],
            );
            let bare = !aim
                && (!none.contains(&verb)
                    || verb == "be" && (bound_or_thing(r, s, at) || r.word(done + 1).ends_with("ed")));
            let word = r.tokens.get(done).is_some_and(|t| t.kind == Kind::Word && !t.capital);
            let done_to = verb == "be" && r.word(done + 1).ends_with("ed");
            (bare && word && (done_to || bound_or_thing(r, s, at))).then_some((SentenceKind::Duty, done))
        }
        _ => None,
    }
}

/// `until May 6`, `15 days to reply`
fn gives_time(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    r.word(at) == "until" || gives_days(r, s, at)
}

/// `15 days to reply`, `an additional thirty (30) days in which to reply`
fn gives_days(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    let end = s.end.min(at + 7);
    let number = |i: usize| {
        r.tokens.get(i).is_some_and(|t| t.kind == Kind::Number) || ordain_base::words::number(r.word(i)).is_some()
    };
    let unit = (at..end).find(|i| matches!(r.word(*i), "days" | "day" | "weeks" | "months"));
    unit.is_some_and(|unit| (at..unit).any(number) && r.has(unit, s.end.min(unit + 16), &["to"]))
}

/// `due by`, `due 2/9/2022`, `due 21 days after`.
fn order_of_due(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> Option<(SentenceKind, usize)> {
    let past = matches!(r.word_before(at, 1), "was" | "were" | "originally" | "previously")
        || r.has(at.saturating_sub(4).max(s.start), at, &["making", "made", "been"]);
    let next = r.word(at + 1);
    let number = r.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Number);
    let dated = r.dates_in(s).iter().any(|d| d.start == at + 1 || d.start > at && d.start < at + 5);
    let said = matches!(next, "by" | "on" | "within" | "no" | "not") || number || dated;
    let was = r.has(at.saturating_sub(3).max(s.start), at, &["was", "were", "actually", "current"]);
    let past = past || was || is_requested(r, s, at);
    (said && !past && !matches!(next, "to" | "process")).then_some((SentenceKind::Deadline, (at + 2).min(s.end)))
}

/// `failure to comply … may result in`.
fn consequence_of_failure(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> Option<(SentenceKind, usize)> {
    let end = s.end.min(at + 40);
    let modal = (at..end).find(|i| matches!(r.word(*i), "will" | "may" | "shall" | "constitutes"))?;
    let told = r.word(modal) == "constitutes"
        || r.has(modal, (modal + 6).min(s.end), &["result", "lead", "constitute", "be", "subject", "warrant"]);
    told.then_some((SentenceKind::Consequence, modal + 1))
}

const THREATS: &[&str] = &[
    "sanctions",
    "sanction",
    "contempt",
    "dismissal",
    "default",
    "fine",
    "penalties",
    "arrest",
    "denial",
    "exclusion",
    "rejection",
    "striking",
    "waiver",
    "forfeiture",
];

/// `The parties were informed that extensions must be requested`: what was said before.
fn is_reported_speech(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    const SAID: &[&str] =
        &["informed", "advised", "warned", "told", "argued", "argues", "contended", "contends", "noted"];
    let from = at.saturating_sub(14).max(s.start);
    let said = (from..at).rev().find(|i| SAID.contains(&r.word(*i)) && r.has(*i, i + 4, &["that"]));
    let past = |i: usize| {
        r.has(i.saturating_sub(2), i, &["was", "were", "been"])
            || matches!(r.word(i), "argued" | "argues" | "contended" | "contends")
    };
    said.is_some_and(past)
}

/// `subject to sanctions`, `subject to dismissal`.
fn is_threatened(r: &Order<'_, '_>, at: usize) -> bool {
    const THREATS: &[&str] =
        &["sanctions", "sanction", "contempt", "dismissal", "default", "fine", "penalties", "arrest"];
    r.has(at + 2, at + 8, THREATS)
}

/// `ORDER granting`, `MINUTE ORDER setting 12 Motion`, `Order denying` at the beginning of an entry, not in a title.
fn docket_order(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    // `ORDER signed by Magistrate Judge Roe on 3/4/2024 GRANTING 12 Motion`
    let signed = at - s.start <= 30 && r.at(s.start + 1, &["signed", "by"]);
    let from = if signed { s.start } else { at.saturating_sub(8).max(s.start) };
    let order = (from..at).find(|i| matches!(r.word(*i), "order" | "entry" | "judgment"));
    // In the title of a paper every word has a capital; on the docket the motion has its number.
    let small = r.tokens.get(at).is_some_and(|t| !t.capital);
    let numbered = r.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Number);
    let entry = small || numbered || signed || r.has(at, s.end, &["signed"]);
    entry
        && order.is_some_and(|i| {
            let begins = (s.start..i).all(|j| r.tokens.get(j).is_some_and(|t| t.capital || t.kind != Kind::Word));
            begins && r.tokens.get(i).is_some_and(|t| t.capital) && !matches!(r.word(s.start), "the" | "this" | "an")
        })
}

/// `to show cause why it should not issue`, `filed a letter asking if the order should be modified`.
fn is_asked(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    r.has(at.saturating_sub(12).max(s.start), at, &["why", "whether"])
        || r.has(s.start, at, &["asking", "asks", "asked"])
}

/// What may be done with papers by leave of an order.
const FILED: &[&str] =
    &["filed", "submitted", "served", "noticed", "lodged", "conducted", "extended", "sealed", "modified", "amended"];

/// `plaintiff's responsibility to`, `the duty of counsel to` after `is`: where it ends.
fn end_of_burden(r: &Order<'_, '_>, s: &Range<usize>, from: usize) -> Option<usize> {
    let noun = (from..from + 4).find(|i| matches!(r.word(*i), "responsibility" | "obligation" | "duty"))?;
    // `the responsibility of any party seeking reinstatement to`
    if r.word(noun + 1) == "of" && r.has(noun + 2, noun + 5, PERSONS) {
        return (noun + 3..noun + 9).find(|i| r.word(*i) == "to").map(|i| i + 1);
    }
    let person = (from..noun).any(|i| {
        let word = r.word(i).trim_end_matches("'s");
        PERSONS.contains(&word) || r.is_named(i)
    });
    (person && r.word(noun + 1) == "to" && noun + 1 < s.end).then_some(noun + 2)
}

/// `the conference, which is set for D`, `five days after the motions are set to be heard`: the words name what is
/// set and set nothing.
fn is_named_by_clause(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    let from = at.saturating_sub(4).max(s.start);
    let clause = (from..at).rev().find(|i| r.word(*i) == ",").map_or(from, |i| i + 1);
    r.word_before(at, 1) == "which" || r.has(clause, at, &["after", "before", "when", "once"])
}

/// How many brackets are open around a whole sentence: `(If counsel believe …, they should file a letter.`
fn depth_of_sentence(r: &Order<'_, '_>, s: &Range<usize>) -> u8 {
    let opens = r.word(s.start) == "(" && r.tokens.get(s.start + 1).is_some_and(|t| t.capital && t.word.len() > 1);
    // It is closed by the last mark, or by no mark of the sentence.
    let inside = || (s.start + 1..s.end.saturating_sub(1)).all(|i| r.tokens.get(i).is_some_and(|t| t.depth > 0));
    u8::from(opens && inside())
}

/// `currently`, `presently`, `by previous order` beside a setting.
fn as_before(r: &Order<'_, '_>, s: &Range<usize>, at: usize, verb: usize) -> bool {
    const BEFORE: &[&str] = &["currently", "presently", "previously", "already", "originally", "still"];
    r.has(at, verb, BEFORE) || r.has(s.start, at, &["previous", "prior", "earlier"]) && r.has(s.start, at, &["order"])
}

/// `The parties request that the reply be due on D`: what is asked for binds nobody.
fn is_requested(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    let from = at.saturating_sub(36).max(s.start);
    let asks = |i: usize| matches!(r.word(i), "request" | "requests" | "ask" | "asks" | "propose" | "proposes");
    (from..at).any(|i| asks(i) && r.has(i + 1, i + 4, &["that"]) && !matches!(r.word_before(i, 1), "the" | "a" | "any"))
}
