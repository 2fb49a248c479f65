//! `A status conference is set for D`, `The hearing is continued to D`, `shall appear for a hearing on D`.

use super::bearers::Bearer;
use super::candidate::{Candidate, Context, Declared, Force, Formed};
use super::clauses::without_edge_commas;
use super::guard::obstacle_to_quoting;
use super::leads::lead_of_subject;
use super::modals::{Form, first_modal};
use super::phrase::{Phrase, in_quotation_marks};
use super::times::{Time, times_of_phrase};
use ordain_base::words::capitalized;

const HEARINGS: &[&str] =
    &["hearing", "conference", "trial", "argument", "mediation", "inquest", "arraignment", "sentencing"];
const SET: &[&str] = &["set", "scheduled", "held", "calendared", "noticed", "begin", "begins", "commence", "commences"];
/// What a setting says of its hour, and the statement need not.
const BEGINS: &[&str] = &[
    "hold",
    "conduct",
    "convene",
    "begin",
    "begins",
    "beginning",
    "commence",
    "commences",
    "commencing",
    "starting",
    "occur",
];
/// What a setting that moves a hearing says, and the statement says as `continues`; and `participate` as `appear`.
const MOVES: &[&str] = &[
    "begin",
    "begins",
    "beginning",
    "commence",
    "commences",
    "commencing",
    "starting",
    "occur",
    "reset",
    "rescheduled",
    "continued",
    "adjourned",
    "postponed",
    "moved",
    "vacated",
    "resets",
    "reschedules",
    "adjourns",
];
/// What an appearance says of its hour, and of those who take part.
const TAKES_PART: &[&str] =
    &["begin", "begins", "beginning", "commence", "commences", "commencing", "starting", "occur", "participate"];
const MOVED: &[&str] = &["reset", "rescheduled", "continued", "adjourned", "postponed", "moved"];

/// Without `in the above-captioned action`, which every hearing of an order is in.
fn without_case<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let leads = |i: &usize| p.word(*i) == "in" && matches!(p.word(i + 1), "this" | "the");
    for at in (1..p.len()).filter(leads) {
        let mut end = at + 2;
        while matches!(p.word(end), "above" | "-" | "captioned" | "entitled" | "instant" | "referenced" | "styled") {
            end += 1;
        }
        if matches!(p.word(end), "action" | "case" | "matter" | "cause") && p.word(end + 1) != "is" {
            return p.slice(0..at).and(&p.slice(end + 1..p.len()));
        }
    }
    p.clone()
}

pub(super) fn setting(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    let p = &without_case(p);
    let found = form_of_appearance(p, ctx);
    if !found.is_nothing() {
        return found;
    }
    let (subject, rest, moved) = match court_sets(p) {
        Some(found) => found,
        None => match split_passive_setting(p).or_else(|| set_for(p)) {
            Some(found) => found,
            None => return Formed::nothing(),
        },
    };
    let Some((hearing, earlier)) = set_before(&subject) else { return Formed::nothing() };
    // `is adjourned sine die`, `is continued without date`
    if moved && (rest.at(0, &["sine", "die"]) || rest.at(0, &["without", "date"])) && rest.len() == 2 {
        let declares = vec![Declared::Hearing { name: hearing.clone(), on: earlier }];
        let implied: &[&str] = &["sine", "die", "without", "adjourned", "continued", "postponed"];
        let text = format!("adjourns hearing {hearing} sine die");
        return Formed::of(vec![Candidate { declares, implied, ..Candidate::new(text, Force::Other) }]);
    }
    let found = match day_or_times(&rest) {
        Ok(found) => found,
        Err(why) => return Formed::question(why),
    };
    let [time] = found.as_slice() else {
        return if found.is_empty() {
            Formed::nothing()
        } else {
            Formed::question("which of these days is the day of the hearing?")
        };
    };
    let tail = without_edge_commas(&rest.slice(time.at.end..rest.len()));
    let Some(day) = on_day(time).filter(|_| time.at.start == 0) else { return Formed::nothing() };
    let verb = if moved { "continues" } else { "sets" };
    let link = if moved { "to" } else { "for" };
    let from = earlier.as_ref().filter(|_| moved).map(|d| format!(" from {d}")).unwrap_or_default();
    if earlier.is_some() && !moved {
        return Formed::question("the hearing has a day already: is it moved?");
    }
    let mut text = format!("{verb} hearing {hearing}{from} {link} {day}");
    if !tail.is_empty() {
        match place_of_hearing(&tail, ctx) {
            Some(place) => text = format!("{text} in {place}"),
            None => return Formed::question(format!("`{}`: what does it add to the hearing?", tail.all())),
        }
    }
    let declares = vec![Declared::Hearing { name: hearing, on: earlier }];
    let implied = if moved { MOVES } else { BEGINS };
    Formed::of(vec![Candidate { declares, implied, ..Candidate::new(text, Force::Other) }])
}

/// `A status conference is [hereby] set for …`: the hearing, what follows, whether it is moved.
fn split_passive_setting<'r, 't>(p: &Phrase<'r, 't>) -> Option<(Phrase<'r, 't>, Phrase<'r, 't>, bool)> {
    let of_set = |i: &usize| p.top(*i) && (SET.contains(&p.word(*i)) || MOVED.contains(&p.word(*i)));
    let first = (1..p.len()).find(|i| of_set(i) && p.find(0, HEARINGS).is_some_and(|h| h < *i))?;
    // `The hearing set for May 1 is continued`: the first is part of the name.
    let moved = (first + 1..p.len()).find(|i| p.top(*i) && MOVED.contains(&p.word(*i)));
    let at = moved.unwrap_or(first);
    let mut end = at;
    while end > 0
        && matches!(
            p.word(end - 1),
            "is" | "are" | "be" | "will" | "shall" | "hereby" | "also" | "further" | "now" | "vacated" | "and" | ","
        )
    {
        end -= 1;
    }
    let mut from = at + 1;
    if matches!(p.word(from), "for" | "to" | "until") {
        from += 1;
    }
    // `set for hearing on D`
    if matches!(p.word(from), "hearing" | "trial" | "conference") && matches!(p.word(from + 1), "on" | "at") {
        from += 1;
    }
    let rest = p.slice(from..p.len());
    Some((without_edge_commas(&p.slice(0..end)), rest, MOVED.contains(&p.word(at))))
}

/// `This action is set for a jury trial on D`: what is set stands behind the verb.
fn set_for<'r, 't>(p: &Phrase<'r, 't>) -> Option<(Phrase<'r, 't>, Phrase<'r, 't>, bool)> {
    let at = (2..p.len().min(14)).find(|i| {
        SET.contains(&p.word(*i)) && p.word(i + 1) == "for" && matches!(p.word(i - 1), "is" | "are" | "hereby")
    })?;
    let action = (0..at).any(|i| matches!(p.word(i), "action" | "case" | "matter")) && at <= 6;
    let end = (at + 2..(at + 10).min(p.len())).find(|i| HEARINGS.contains(&p.word(*i)))? + 1;
    let on = p.find(end, &["on"])?;
    let named = p.slice(at + 2..end);
    // `before Judge Roe on May 1`: before whom is said behind the day.
    let mut before = p.slice(end..on);
    // `before the undersigned to occur on May 1`
    if before.len() > 1 && before.at(before.len() - 2, &["to", "occur"]) {
        before = before.slice(0..before.len() - 2);
    }
    let is_place = before.is_empty() || before.word(0) == "before" && before.len() <= 10;
    (action && is_place).then(|| (named, p.slice(on..p.len()).and(&before), false))
}

/// The hearing, and the day it had: `the status conference currently set for May 1, 2024 at 9:00 a.m.`.
fn set_before(p: &Phrase<'_, '_>) -> Option<(String, Option<String>)> {
    let Some(at) = (1..p.len()).find(|i| SET.contains(&p.word(*i))) else { return Some((hearing_name(p)?, None)) };
    let mut end = at;
    while end > 0 && matches!(p.word(end - 1), "currently" | "presently" | "previously" | "now" | "originally") {
        end -= 1;
    }
    let case = usize::from(p.at(at + 1, &["in", "this"]) && matches!(p.word(at + 3), "case" | "action" | "matter")) * 3;
    let to = usize::from(p.word(at + 1 + case) == "to") * 2;
    let from = at + 1 + case + to;
    let from = from + usize::from(matches!(p.word(from), "for" | "on"));
    let (after, day) = super::days::day_at(p, from).ok()??;
    (after == p.len()).then_some(())?;
    Some((hearing_name(&p.slice(0..end))?, Some(day)))
}

/// A hearing that is named with its day: `The conference, presently set for May 6, 2024,`, `The May 6, 2024 conference`.
pub(super) fn dated_hearing(p: &Phrase<'_, '_>) -> Option<(String, String)> {
    let the = usize::from(p.word(0) == "the");
    if let Some((after, day)) = super::days::day_at(p, the).ok().flatten() {
        return Some((hearing_name(&p.slice(after..p.len()))?, day));
    }
    let words: Vec<usize> = (0..p.len())
        .filter(|i| !(p.word(*i) == "," && (p.date(*i + 1).is_none() && !p.is_number(*i + 1))))
        .filter_map(|i| p.ids().get(i).copied())
        .collect();
    let (name, day) = set_before(&without_edge_commas(&Phrase::new(p.reading, words)))?;
    Some((name, day?))
}

/// The day at the beginning of the words, or each time in them.
fn day_or_times(rest: &Phrase<'_, '_>) -> Result<Vec<Time>, String> {
    match super::days::day_at(rest, 0)? {
        Some((end, text)) => Ok(vec![Time { at: 0..end, text: format!("on {text}"), anchor: None, vague: false }]),
        None => times_of_phrase(rest),
    }
}

/// `The Court SETS a hearing for …`.
fn court_sets<'r, 't>(p: &Phrase<'r, 't>) -> Option<(Phrase<'r, 't>, Phrase<'r, 't>, bool)> {
    let at = (1..p.len().min(8)).find(|i| {
        matches!(p.word(*i), "sets" | "schedules" | "continues" | "resets" | "adjourns" | "reschedules")
            || matches!(p.word(*i), "hold" | "conduct" | "convene") && p.word(i - 1) == "will"
    })?;
    if !(0..at).any(|i| p.word(i) == "court") {
        return None;
    }
    let lead = p.find(at + 1, &["for", "to", "on", "until"])?;
    let from = if p.word(lead) == "on" { lead } else { lead + 1 };
    Some((
        p.slice(at + 1..lead),
        p.slice(from..p.len()),
        matches!(p.word(at), "continues" | "resets" | "adjourns" | "reschedules"),
    ))
}

/// `Status Conference` of `A telephonic status conference`; nothing where the words name no hearing.
pub(super) fn hearing_name(p: &Phrase<'_, '_>) -> Option<String> {
    let mut from = 0;
    while matches!(p.word(from), "a" | "an" | "the" | "this" | "further" | "next") {
        from += 1;
    }
    let noun = (from..p.len()).rev().find(|i| HEARINGS.contains(&p.word(*i)))?;
    // `Hearing on Motions in Limine`
    let about = matches!(p.word(noun + 1), "on" | "re" | "regarding") && p.len() > noun + 2 && p.is_word(noun + 2);
    let end = if about { p.len() } else { noun + 1 };
    let words: Vec<String> =
        (from..end).filter(|i| p.is_word(*i)).map(|i| capitalized(&p.text(i..i + 1).to_lowercase())).collect();
    let plain = (from..p.len()).all(|i| p.is_word(i)) && end == p.len();
    let name = words.join(" ");
    (plain && words.len() <= 8 && !p.has(&["and", "or", "of", "for", "to", "from"])).then_some(name)
}

/// The day of a time that is a day.
fn on_day(time: &Time) -> Option<String> {
    let day = ["on ", "by ", "until "].iter().find_map(|l| time.text.strip_prefix(l)).unwrap_or(&time.text);
    (time.anchor.is_none() && !time.vague).then(|| day.to_owned())
}

/// `in Courtroom 3`, `before Judge Roe`, `via Zoom`.
pub(super) fn place_of_hearing(tail: &Phrase<'_, '_>, ctx: &Context<'_>) -> Option<String> {
    let leads = matches!(tail.word(0), "in" | "at" | "before" | "by" | "via" | "through" | "with" | "(")
        || tail.word(0) == "on" && matches!(tail.word(1), "the" | "zoom" | "microsoft" | "a");
    let words = if tail.word(0) == "in" { tail.slice(1..tail.len()) } else { tail.clone() };
    let after = if tail.word(0) == "before" { tail.slice(1..tail.len()) } else { words.clone() };
    // `at the Courthouse before Judge Roe`
    let before = after
        .find(1, &["before"])
        .filter(|at| after.capital(at + 1) || after.at(at + 1, &["the", "undersigned"]))
        .unwrap_or(after.len());
    let parts = [after.slice(0..before), after.slice((before + 1).min(after.len())..after.len())];
    let free = parts.iter().all(|p| obstacle_to_quoting(p, ctx.verbs).is_none()) && tail.dates().is_empty();
    let inside = tail.find(1, &["in"]).filter(|_| tail.word(0) == "before");
    let said = match inside {
        Some(at) => format!("{}, {}", tail.text(at + 1..tail.len()), tail.text(0..at)),
        None => words.all(),
    };
    (leads && free && tail.len() < 40).then(|| in_quotation_marks(&said))
}

/// `The parties shall appear for a status conference on D at T in Courtroom 3`.
fn form_of_appearance(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    let Some(modal) = first_modal(p).filter(|m| m.form == Form::Base && m.force == Force::Must) else {
        return Formed::nothing();
    };
    let rest = p.slice(modal.end..p.len());
    let person = if rest.at(1, &["in", "person"]) { 2 } else { 0 };
    let takes_part = rest.at(0, &["participate", "in"]);
    if !matches!(rest.word(0), "appear" | "attend") && !takes_part {
        return Formed::nothing();
    }
    let from = usize::from(takes_part) + 1 + person + usize::from(matches!(rest.word(1 + person), "for" | "at"));
    let Some(end) = (from..rest.len()).find(|i| {
        rest.top(*i)
            && (matches!(rest.word(*i), "on" | "," | "in" | "before" | "at")
                || rest.word(*i) == "with" && matches!(rest.word(i + 2), "court" | "undersigned"))
    }) else {
        return Formed::nothing();
    };
    let Some(name) = hearing_name(&rest.slice(from..end)) else { return Formed::nothing() };
    let tail = rest.slice(end..rest.len());
    let found = match times_of_phrase(&tail) {
        Ok(found) => found,
        Err(why) => return Formed::question(why),
    };
    let [time] = found.as_slice() else { return Formed::nothing() };
    // `with the Court`, which every conference is.
    let court = if tail.word(0) == "with" { 3 } else { 0 };
    let before = without_edge_commas(&tail.slice(court.min(time.at.start)..time.at.start));
    let after = without_edge_commas(&tail.slice(time.at.end..tail.len()));
    let Some(day) = on_day(time) else { return Formed::nothing() };
    let lead = match lead_of_subject(&p.slice(0..modal.start), ctx) {
        Ok(lead) if lead.times.is_empty() => lead,
        Ok(_) => return Formed::nothing(),
        Err(why) => return Formed::question(why),
    };
    if let Bearer::Asked(question) = &lead.bearer {
        return Formed::question(question.clone());
    }
    let Some(who) = lead.bearer.with("must") else { return Formed::nothing() };
    let mut where_ = Vec::new();
    for part in [&before, &after].into_iter().filter(|p| !p.is_empty()) {
        match place_of_hearing(part, ctx) {
            Some(place) => where_.push(format!("\n     in {place}")),
            None => return Formed::question(format!("`{}`: what does it add to the hearing?", part.all())),
        }
    }
    let person = if person > 0 { " in person" } else { "" };
    where_.extend(lead.clauses.iter().map(|clause| format!("\n     {clause}")));
    let text = format!("{who} appear{person} at {name}{}", where_.concat());
    let declares = vec![Declared::Hearing { name, on: Some(day) }];
    Formed::of(vec![Candidate { declares, implied: TAKES_PART, ..Candidate::new(text, Force::Must) }])
}
