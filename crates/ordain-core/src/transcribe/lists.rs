//! Lists inside a sentence: `(1) …; (2) …`, their numbers, and what leads to them.

use ordain_text::token::Kind;

use super::phrase::Phrase;

/// `(1) …; (2) …`: where each begins, how many words its number has, its number.
pub(super) fn items_of_list(p: &Phrase<'_, '_>) -> Vec<(usize, usize, String)> {
    let mut out: Vec<(usize, usize, String)> = Vec::new();
    let first_of = |name: &str| matches!(name, "1" | "a" | "i");
    for at in 0..p.len() {
        let bracket = p.word(at) == "(" && p.word(at + 2) == ")" && p.word(at + 1).len() <= 3;
        let opens_line = p.token(at).is_some_and(|t| t.opens_line);
        let dotted = opens_line && p.word(at + 1) == "." && p.word(at).len() <= 2 && at > 0;
        if !bracket && !dotted {
            continue;
        }
        let name = if bracket { p.word(at + 1) } else { p.word(at) };
        let before = at.checked_sub(1).map_or("", |i| p.word(i));
        let begins = at == 0
            || opens_line
            || matches!(before, ":" | ";" | "," | "and" | "or" | "shall" | "must" | "to" | "from" | "that");
        let next = match out.last() {
            None => first_of(name) && !p.word(at + if bracket { 3 } else { 2 }).is_empty(),
            Some((_, _, last)) => follows_in_list(last, name),
        };
        // `fourteen (14) days`
        let number = bracket
            && p.token(at + 1).is_some_and(|t| t.kind == Kind::Number)
            && ordain_base::words::number(before).is_some();
        if begins && next && !number {
            out.push((at, if bracket { 3 } else { 2 }, name.to_owned()));
        }
    }
    // One number alone is an item only behind `IT IS ORDERED THAT:`.
    let alone = out.len() == 1 && !out.first().is_some_and(|(at, _, _)| *at > 0 && is_formula(&p.slice(0..*at)));
    if alone { Vec::new() } else { out }
}

fn follows_in_list(last: &str, name: &str) -> bool {
    let number = |w: &str| w.parse::<u32>().ok();
    if let (Some(a), Some(b)) = (number(last), number(name)) {
        return b == a + 1;
    }
    const ROMAN: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let roman = |w: &str| ROMAN.iter().position(|r| *r == w);
    if let (Some(a), Some(b)) = (roman(last), roman(name))
        && b == a + 1
    {
        return true;
    }
    let letter = |w: &str| w.bytes().next().filter(|_| w.len() == 1);
    matches!((letter(last), letter(name)), (Some(a), Some(b)) if b == a + 1)
}

/// What leads to a list, with one item in the place of `the following documents`.
pub(super) fn with_lead<'r, 't>(lead: &Phrase<'r, 't>, item: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    // `the following schedule shall apply: …` is not said with each item in its place.
    let modal =
        lead.find(0, &["shall", "must", "may", "will", "is", "are", "ordered", "directed", "orders"]).unwrap_or(0);
    let Some(at) = lead.find(1.max(modal), &["following"]).filter(|a| lead.word(a - 1) == "the") else {
        return lead.and(item);
    };
    let mut from = at - 1;
    while from > 0 && matches!(lead.word(from - 1), "of" | "all" | "both" | "each") {
        from -= 1;
    }
    const PREPOSITIONS: &[&str] = &[
        "to", "on", "with", "by", "during", "at", "in", "before", "from", "for", "of", "under", "after", "within", "as",
    ];
    let noun = usize::from(lead.is_word(at + 1) && !PREPOSITIONS.contains(&lead.word(at + 1)));
    lead.slice(0..from).and(item).and(&lead.slice(at + 1 + noun..lead.len()))
}

/// `why:`, `whether`: the items are what is asked.
pub(super) fn is_question(lead: &Phrase<'_, '_>) -> bool {
    let end = lead.len() - usize::from(lead.last() == ":");
    // `a response explaining: (1) …; and (2) …`: what a paper says, and not several papers.
    const SAYS: &[&str] = &[
        "explaining",
        "addressing",
        "stating",
        "describing",
        "identifying",
        "showing",
        "indicating",
        "resolving",
        "setting",
    ];
    end > 0 && (matches!(lead.word(end - 1), "why" | "whether" | "how") || SAYS.contains(&lead.word(end - 1)))
}

/// `shall file a report that addresses the following:`: the items are what the paper says; the lead without its colon.
pub(super) fn content_lead<'r, 't>(lead: &Phrase<'r, 't>) -> Option<Phrase<'r, 't>> {
    const FILES: &[&str] = &["file", "submit", "serve", "prepare", "lodge", "send", "email", "provide"];
    const SAYS: &[&str] = &[
        "address",
        "addresses",
        "contain",
        "contains",
        "include",
        "includes",
        "cover",
        "covers",
        "discuss",
        "discusses",
        "describe",
        "describes",
        "state",
        "states",
        "provides",
        "identifies",
    ];
    const SAYING: &[&str] =
        &["addressing", "containing", "including", "covering", "providing", "describing", "discussing", "identifying"];
    let end = lead.len().checked_sub(1).filter(|end| lead.word(*end) == ":")?;
    let modal = super::modals::first_modal(lead)?;
    let act = (modal.end..(modal.end + 6).min(end)).find(|i| FILES.contains(&lead.word(*i)))?;
    let relative = |i: usize| matches!(lead.word(i), "that" | "which");
    let says = (act + 1..end).any(|i| {
        SAYING.contains(&lead.word(i)) || SAYS.contains(&lead.word(i)) && (i.saturating_sub(3)..i).any(relative)
    });
    says.then(|| lead.slice(0..end))
}

/// Without the marks and the `and` at its end.
pub(super) fn without_end_marks<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let mut end = p.len();
    while end > 0 && matches!(p.word(end - 1), ";" | "," | "and" | ".") {
        end -= 1;
    }
    p.slice(0..end)
}

/// `IT IS ORDERED that:`, which orders nothing by itself.
pub(super) fn is_formula(p: &Phrase<'_, '_>) -> bool {
    let said = super::openings::operative_words(p);
    // `IT IS ORDERED THAT` at its end leaves nothing to say.
    let ends = (0..p.len()).rev().take(8).any(|i| p.word(i) == "ordered") && !p.has(&["shall", "must"]);
    // `The Court sets the following schedule:`
    // What leads to it is a recital: `Because the case was reassigned to me, the deadlines are amended as follows:`
    let clause = (0..p.len()).rev().find(|i| p.top(*i) && p.word(*i) == ",").filter(|_| !p.has(&["if", "unless"]));
    let last = p.slice(clause.map_or(0, |comma| comma + 1)..p.len());
    let follows = p.last() == ":"
        && last.has(&["following", "follows"])
        && !last.has(&["shall", "must", "may", "to", "will", "if", "unless", "within", "from"]);
    said.is_empty() || ends || follows
}
