//! `IT IS HEREBY ORDERED that`, `the Court ORDERS that`: the words that order, and where what they order begins.

use super::phrase::Phrase;

/// Where the formula begins, and where what it orders begins.
pub(super) fn find_formula(p: &Phrase<'_, '_>) -> Option<(usize, usize)> {
    let Some((at, next)) = formula_at(p) else { return court_orders_that(p).map(|end| (0, end)) };
    let recital = p.slice(0..at);
    // A recital sets nothing; a condition or a time before the formula would be lost.
    let whereas =
        recital.word(0) == "whereas" || matches!(recital.last(), ";" | ":" | ".") || recital.has(&["whereas"]);
    let sets = recital.has(&["if", "unless", "within", "until", "shall", "must"]) || recital.dates().len() > 2;
    (whereas || !sets).then_some((at, next)).filter(|_| next < p.len())
}

/// The formula, whatever leads to it.
pub(super) fn formula_at(p: &Phrase<'_, '_>) -> Option<(usize, usize)> {
    let limit = p.len().min(200);
    let at = (0..limit).find(|i| p.top(*i) && (p.at(*i, &["it", "is"]) || p.at(*i, &["ordered"]) && *i < 2))?;
    let mut next = at + if p.word(at) == "it" { 2 } else { 0 };
    while matches!(
        p.word(next),
        "hereby" | "further" | "also" | "therefore" | "so" | "now" | "thus" | "," | "accordingly" | "finally" | "and"
    ) {
        next += 1;
    }
    // `it is, therefore, by the Court ORDERED that`
    if p.word(next) == "by" && matches!(p.word(next + 1), "the" | "this") && p.word(next + 2) == "court" {
        next += 3;
        next += usize::from(p.word(next) == ",");
    }
    next = past_day(p, next);
    if p.word(next) != "ordered" {
        return None;
    }
    next += 1;
    while matches!(p.word(next), "," | "adjudged" | "and" | "decreed" | "adjudicated") {
        next += 1;
    }
    let that = matches!(p.word(next), "that" | ":");
    while matches!(p.word(next), "that" | ":" | "," | "as" | "follows") {
        next += 1;
    }
    (that || p.word(at) == "it").then_some((at, next))
}

/// `IT IS on this 7th day of July, 2016, hereby, ORDERED`: behind the day.
fn past_day(p: &Phrase<'_, '_>, from: usize) -> usize {
    if !matches!(p.word(from), "on" | "this") {
        return from;
    }
    let of_day = |i: usize| {
        p.is_number(i)
            || p.date(i).is_some()
            || ordain_base::words::month(p.word(i)).is_some()
            || matches!(p.word(i), "on" | "this" | "the" | "st" | "nd" | "rd" | "th" | "day" | "of" | "," | "hereby")
    };
    let end = (from..(from + 16).min(p.len())).find(|i| !of_day(*i));
    end.filter(|i| p.word(*i) == "ordered").unwrap_or(from)
}

fn court_orders_that(p: &Phrase<'_, '_>) -> Option<usize> {
    let opens = |i: &usize| {
        matches!(p.word(*i), "orders" | "directs" | "rules")
            && (p.word(i + 1) == "that"
                || p.at(i + 1, &["as", "follows", ":"])
                || p.at(i + 1, &["the", "following", ":"]))
    };
    let at = (0..p.len().min(12)).find(opens)?;
    let end = at + if p.word(at + 1) == "that" { 2 } else { 4 };
    p.slice(0..at).has(&["court"]).then_some(end)
}
