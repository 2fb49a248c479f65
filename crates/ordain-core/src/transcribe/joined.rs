//! Clauses of a sentence that order each by itself: behind a semicolon, or behind `and` with whom it binds.

use ordain_text::ordering::{OrderingWord, SentenceKind};

use super::bearers::read_bearer;
use super::names::Names;
use super::phrase::Phrase;

/// The clauses of a sentence that order each by itself: what each says, and its own words.
pub(super) fn ordering_clauses<'r, 't>(
    p: &Phrase<'r, 't>,
    found: &[OrderingWord],
    names: &Names,
) -> Vec<(Phrase<'r, 't>, Phrase<'r, 't>)> {
    let inside: Vec<usize> = found.iter().filter_map(|w| p.ids().iter().position(|i| *i == w.at)).collect();
    let mut cuts: Vec<usize> = Vec::new();
    for pair in inside.windows(2) {
        let &[a, b] = pair else { continue };
        // `Opening Brief due D, Answering Brief due D`
        if p.word(a) == "due" && p.word(b) == "due" {
            let comma = (a + 1..b)
                .rev()
                .find(|i| p.top(*i) && matches!(p.word(*i), "," | "and") && p.is_number(i - 1) && !p.is_number(i + 1));
            cuts.extend(comma);
            continue;
        }
        let kind_of = |at: usize| found.iter().find(|w| p.ids().get(at) == Some(&w.at)).map(|w| w.kind);
        // `is GRANTED, but the request is DENIED`
        if kind_of(a).is_some_and(rules) && kind_of(b).is_some_and(rules) {
            let cut = ruling_begins(p, a, b);
            if let Some(cut) = cut {
                cuts.push(cut);
                continue;
            }
        }
        // `VACATING 32 Findings and GRANTING 33 Motion` of a docket
        let both = p.at(a + 1, &["in", "part"]) || p.at(b + 1, &["in", "part"]);
        if !both
            && p.word(b).ends_with("ing")
            && matches!(p.word(b - 1), "and" | "," | ";")
            && kind_of(b).is_some_and(rules)
        {
            cuts.push(b - 1);
            continue;
        }
        // `we abate this appeal and order the trial court to hold a hearing`
        if matches!(p.word(b), "order" | "direct") && p.word(b - 1) == "and" {
            cuts.push(b - 1);
            continue;
        }
        // `answer; request; or notice`: a list goes on.
        let listed = (a + 1..b).any(|i| p.word(i) == ";" && p.word(i + 1) == "or");
        let semicolon = (a + 1..b).rev().find(|i| p.top(*i) && p.word(*i) == ";").filter(|_| !listed);
        let and = || {
            (a + 1..b).rev().filter(|i| p.top(*i) && p.word(*i) == "and").find(|i| {
                let subject = p.slice(i + 1..b);
                // `and shall file` repeats what the same party must do.
                subject.is_empty() && matches!(p.word(b), "shall" | "must") || read_bearer(&subject, names).is_some()
            })
        };
        cuts.extend(semicolon.or_else(and));
    }
    cuts.dedup();
    let mut out = Vec::new();
    let mut from = 0;
    let first = inside.first().copied().unwrap_or(0);
    for cut in cuts.iter().copied().chain([p.len()]) {
        let part = p.slice(from..cut);
        // `…, and shall file`: whoever is bound by the first part is bound by this one.
        let modal = matches!(p.word(from), "shall" | "must" | "may" | "will" | "is" | "are" | "order" | "direct");
        let and = usize::from(p.word(from) == "and");
        let act = p.word(from + and).ends_with('s') && inside.contains(&(from + and));
        let elided = from > 0 && (modal && inside.contains(&from) || act);
        let part = if act { p.slice(from + and..cut) } else { part };
        out.push((if elided { p.slice(0..first).and(&part) } else { part.clone() }, part));
        from = cut + 1;
    }
    out
}

const fn rules(kind: SentenceKind) -> bool {
    matches!(kind, SentenceKind::Disposition | SentenceKind::Setting)
}

/// `The motion is GRANTED and the hearing is VACATED`: the word that joins two rulings, each of a thing of its own.
fn ruling_begins(p: &Phrase<'_, '_>, a: usize, b: usize) -> Option<usize> {
    // `is GRANTED, but only as to Roe`: a limit, and no second ruling.
    const LIMITS: &[&str] =
        &["only", "not", "in", "as", "to", "for", "with", "solely", "except", "without", "otherwise"];
    let joins =
        |i: &usize| p.top(*i) && matches!(p.word(*i), "and" | "but" | "while") && !LIMITS.contains(&p.word(i + 1));
    let apart = (a + 2..b).rev().filter(joins).find(|i| p.word(i - 1) == ",");
    // Without a comma, what stands between the ruling and the word is no more than how it is made.
    let opens = |i: &usize| {
        matches!(p.word(i + 1), "the" | "this" | "all" | "any" | "that" | "its" | "his" | "her" | "their")
            || p.word(i + 1).ends_with("'s")
            || p.word(i + 2) == "'"
    };
    let plain = |i: &usize| i - a <= 10 && !p.slice(a..*i).has(&["to", "of", "between", "for", "except", "with"]);
    apart.or_else(|| (a + 2..b).filter(joins).find(|i| opens(i) && plain(i)))
}

/// A time in one of several parts, of which it is not clear whether it is of the others too.
pub(super) fn shared_time(parts: &[Phrase<'_, '_>]) -> Option<String> {
    let timed = |p: &Phrase<'_, '_>| {
        !p.dates().is_empty()
            || p.has(&[
                "days",
                "day",
                "weeks",
                "hours",
                "within",
                "promptly",
                "immediately",
                "forthwith",
                "months",
                "if",
                "unless",
            ])
    };
    let count = parts.iter().filter(|p| timed(p)).count();
    let mixed = count > 0 && count < parts.len();
    // A time of the last alone, or of the first alone, may be meant for all.
    let edge = parts.first().is_some_and(timed) || parts.last().is_some_and(timed);
    (mixed && edge).then(|| "which of the parts have the time or the condition?".to_owned())
}
