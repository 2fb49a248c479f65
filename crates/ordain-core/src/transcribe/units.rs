//! From sentences to the units that become paragraphs: items of a list with what leads to them, and the clauses that
//! a semicolon or `and` joins, each with the number that the court gives it.

use ordain_text::ordering::{OrderingWord, SentenceKind, ordering_sentences};
use ordain_text::reading::Reading;

use super::candidate::Context;
use super::lists::with_lead;
use super::openings::length_of_label;
use super::phrase::Phrase;
use super::rows;
use super::split::Ordering;
use super::unit::Unit;
use ordain_base::words::side_named;

/// The units of a text, in reading order, and how many sentences order something.
pub(super) fn units<'r, 't>(reading: &'r Reading<'t>, ctx: &Context<'_>) -> (Vec<Unit<'r, 't>>, usize) {
    let spoken = ctx.names.spoken();
    let table = rows::rows(reading);
    let mut ordering = rows::outside(ordering_sentences(reading, &spoken), &table);
    ordering.retain(|(range, found)| {
        let lead = Phrase::new(reading, range.clone());
        let inherited = found.len() == 1 && found.first().is_some_and(|w| !is_modal(reading, w.at));
        !(is_day_of_order(reading, range) || announces_only(&lead) || inherited && is_heading(&lead))
    });
    let numbers = numbers_of_sentences(reading);
    let mut out: Vec<Unit<'r, 't>> = Vec::new();
    let mut open: Option<Phrase<'r, 't>> = None;
    // The items under it are what a paper must say.
    let mut content = false;
    let mut last_end = 0;
    let total = ordering.len();
    for (id, (range, found)) in ordering.iter().enumerate() {
        let whole = without_recital(Phrase::new(reading, range.clone()));
        let number = reading.tokens.get(range.start).and_then(|t| numbers.get(t.sentence as usize).cloned().flatten());
        let number =
            number.or_else(|| number_behind_formula(&whole).filter(|_| super::lists::items_of_list(&whole).is_empty()));
        // An item that orders by what leads to it: `is prohibited from: (a) …`.
        let inherits = found.first().is_some_and(|w| !is_modal(reading, w.at))
            && found.len() == 1
            && length_of_label(&whole).is_some();
        if inherits && is_heading(&whole) {
            continue;
        }
        if let Some(lead) = open.as_ref().filter(|_| inherits && range.start <= last_end + 1) {
            let item = super::openings::operative_words(&whole);
            if content && !item.is_empty() {
                let own = item.clone();
                let kind = SentenceKind::Announcement;
                out.push(Unit { words: item, own, kind, sentence: id, number, doubt: None, asked: None });
                last_end = range.end;
                continue;
            }
            // `ii.` alone: the item is in another sentence.
            let doubt = item.is_empty().then(|| "what is this item of the list?".to_owned());
            out.push(Unit {
                words: with_lead(lead, &item),
                own: item,
                kind: kind_of_unit(found),
                sentence: id,
                number,
                doubt,
                asked: None,
            });
            last_end = range.end;
            continue;
        }
        // `ORDERED that: 1. Initial Disclosures.`: the title of a section.
        if open.is_none() && is_section_title(&whole, found) {
            continue;
        }
        // `The parties are directed to meet the following deadlines:` is said by the rows under it.
        let announces = whole.last() == ":" && whole.has(&["following", "follows", "below"]);
        if announces && whole.dates().is_empty() && rows::begin_at(&table, range.end) {
            continue;
        }
        let said = super::lists::content_lead(&whole).filter(|_| next_is_item(reading, range.end));
        content = said.is_some();
        open = (whole.last() == ":").then(|| super::openings::operative_words(&whole)).filter(|p| !p.is_empty());
        last_end = range.end;
        if let Some(said) = said {
            out.extend(Ordering { found, id, number, ctx }.split(&said));
            continue;
        }
        if open.is_some() && !whole.has(&[";"]) && next_is_item(reading, range.end) {
            // What leads to a list is said with each of its items.
            continue;
        }
        out.extend(Ordering { found, id, number, ctx }.split(&whole));
    }
    if !table.is_empty() {
        out.extend(rows::units(reading, &table, total));
        out.sort_by_key(|u| u.own.ids().first().copied());
    }
    (out, total + table.len())
}

/// `ORDERED: 1. The motion is GRANTED`: the number behind the formula.
fn number_behind_formula(p: &Phrase<'_, '_>) -> Option<String> {
    let (_, next) = super::formula::find_formula(p)?;
    let rest = p.slice(next..p.len());
    let numbered = rest.is_number(0) && rest.token(0).is_some_and(|t| t.opens_line) && length_of_label(&rest).is_some();
    numbered.then(|| rest.text(0..1))
}

/// From `IT IS ORDERED` on, where much stands before it; without a heading that no period ends.
fn without_recital<'r, 't>(p: Phrase<'r, 't>) -> Phrase<'r, 't> {
    let p = without_heading(&p);
    match super::formula::find_formula(&p) {
        Some((at, _)) if at > 12 || p.word(0) == "whereas" => p.slice(at..p.len()),
        _ => p,
    }
}

/// `ORDER TO SHOW CAUSE⏎Plaintiff is ordered …`: from the first line of the sentence on.
fn without_heading<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    const SMALL: &[&str] =
        &["of", "the", "re", "for", "to", "and", "a", "v", "vs", "at", "in", "by", "et", "al", "on", "cv"];
    let shouted = |i: usize| !p.text(i..i + 1).chars().any(char::is_lowercase) && p.word(i).len() > 3 && p.is_word(i);
    let heads = |i: usize| !p.is_word(i) || p.capital(i) || SMALL.contains(&p.word(i)) || p.word(i).len() < 3;
    let mut found = 0;
    for at in 1..p.len().min(90) {
        if !heads(at - 1) {
            break;
        }
        let opens = p.token(at).is_some_and(|t| t.opens_line) && (p.capital(at) || p.is_number(at));
        // `THE COURT ORDERS that`: what orders may be in capitals itself.
        let formula = p.at(at, &["the", "court"]) || p.at(at, &["it", "is"]);
        if opens && (0..at).any(shouted) && (formula || !(at..(at + 4).min(p.len())).any(shouted)) {
            found = at;
        }
    }
    let p = p.slice(found..p.len());
    let p = p.slice(length_of_caption(&p)..p.len());
    let from = length_of_title_line(&p);
    p.slice(from..p.len())
}

/// `Jane Poe, Appellant v. State, Appellee⏎The motion is denied`: the caption above the sentence.
fn length_of_caption(p: &Phrase<'_, '_>) -> usize {
    const ROLES: &[&str] =
        &["appellee", "appellees", "defendant", "defendants", "respondent", "respondents", "et", "al", "inc", "llc"];
    let limit = p.len().min(60);
    let Some(against) = (1..limit).find(|i| matches!(p.word(*i), "v" | "vs")) else { return 0 };
    let next = (against + 1..limit).find(|i| p.token(*i).is_some_and(|t| t.opens_line) && p.capital(*i));
    let role = |line: usize| {
        let last = (against..line).rev().find(|i| p.is_word(*i));
        last.is_some_and(|i| ROLES.contains(&p.word(i)))
    };
    next.filter(|line| role(*line) && !p.slice(0..*line).has(&["shall", "must", "is", "are", "in"])).unwrap_or(0)
}

/// `1. Rule 26(f) Conference⏎The parties shall confer`: how many words the title of a section has, alone on a line above the
/// sentence; 0 where the first line is of the sentence.
fn length_of_title_line(p: &Phrase<'_, '_>) -> usize {
    const BEGIN: &[&str] = &[
        "the",
        "a",
        "an",
        "any",
        "all",
        "no",
        "each",
        "every",
        "this",
        "these",
        "pursuant",
        "on",
        "by",
        "in",
        "if",
        "within",
        "upon",
        "for",
        "it",
        "counsel",
        "parties",
        "at",
        "unless",
        "to",
        "before",
        "after",
        "absent",
        "as",
        "both",
        "neither",
        "not",
        "when",
        "except",
        "following",
        "prior",
    ];
    const SMALL: &[&str] =
        &["of", "the", "for", "to", "and", "a", "an", "in", "by", "on", "with", "or", "re", "at", "from"];
    let Some(line) = (1..p.len().min(24)).find(|i| p.token(*i).is_some_and(|t| t.opens_line)) else { return 0 };
    let label = length_of_label(&p.slice(0..line)).unwrap_or(0);
    let words: Vec<usize> = (label..line).filter(|i| p.is_word(*i) && p.top(*i)).collect();
    let opens_line = p.token(0).is_some_and(|t| t.opens_line);
    let titled = |i: &usize| p.capital(*i) || SMALL.contains(&p.word(*i)) || p.word(*i).len() == 1;
    let ends = !SMALL.contains(&p.word(line - 1)) && !matches!(p.word(line - 1), "," | ":" | ";");
    let title = !words.is_empty()
        && words.len() <= 9
        && words.iter().all(titled)
        && p.dates().iter().all(|(at, _)| *at >= line);
    let orders = p.slice(0..line).has(&["shall", "must", "is", "are", "will", "ordered"]);
    let known = BEGIN.contains(&p.word(line)) || side_named(p.word(line)).is_some();
    let begins = p.capital(line) && known && p.is_word(line + 1) && !p.capital(line + 1)
        || p.capital(line)
            && matches!(
                p.word(line),
                "plaintiff"
                    | "plaintiffs"
                    | "defendant"
                    | "defendants"
                    | "counsel"
                    | "pursuant"
                    | "all"
                    | "any"
                    | "the"
                    | "this"
            );
    if opens_line && ends && title && !orders && begins { line } else { 0 }
}

fn kind_of_unit(found: &[OrderingWord]) -> SentenceKind {
    found.first().map_or(SentenceKind::Duty, |w| w.kind)
}

fn is_modal(r: &Reading<'_>, at: usize) -> bool {
    matches!(r.word(at), "shall" | "must" | "will" | "may" | "should" | "is" | "are" | "has" | "have" | "due" | "be")
        || r.word(at).ends_with('s')
}

/// `The Court sets the following dates.`, `the Court orders as follows`: what follows says it.
fn announces_only(p: &Phrase<'_, '_>) -> bool {
    const SAYS: &[&str] = &["shall", "must", "may", "will", "should", "if", "unless", "within", "until", "to"];
    let said = super::openings::operative_words(p);
    said.len() < 12
        && said.has(&["following", "follows"])
        && said.has(&["court"])
        && said.dates().is_empty()
        && !said.has(SAYS)
}

fn next_is_item(r: &Reading<'_>, at: usize) -> bool {
    let sentence = Phrase::new(r, r.sentence(at));
    length_of_label(&sentence).is_some() && !is_heading(&sentence)
}

/// `1. Initial Disclosures.` behind `IT IS ORDERED that:`, in a sentence of its own: it orders nothing.
fn is_section_title(p: &Phrase<'_, '_>, found: &[OrderingWord]) -> bool {
    const SMALL: &[&str] = &["of", "the", "for", "to", "and", "a", "an", "in", "by", "on", "with", "or", "other"];
    let said = super::openings::operative_words(p);
    let own = found.len() == 1 && !found.iter().any(|w| is_modal(p.reading, w.at) && said.ids().contains(&w.at));
    let titled =
        |i: usize| !said.is_word(i) || said.capital(i) || SMALL.contains(&said.word(i)) || said.word(i).len() == 1;
    // A label or the formula leads to it.
    let led = said.len() + 1 < p.len();
    own && led
        && p.last() == "."
        && !said.is_empty()
        && said.len() <= 9
        && said.capital(0)
        && (0..said.len()).all(titled)
        && said.dates().is_empty()
}

/// `I. SCHEDULING PLAN`: capitals alone.
fn is_heading(p: &Phrase<'_, '_>) -> bool {
    // `AFFIRMED.`
    let ruled = p.last() == "."
        && matches!(p.word(0), "affirmed" | "reversed" | "vacated" | "remanded" | "dismissed" | "abated" | "denied");
    p.len() < 16 && !ruled && !p.all().chars().any(char::is_lowercase)
}

/// `It is ordered on May 18, 2012.`: when the order was made, and nothing else.
fn is_day_of_order(r: &Reading<'_>, range: &std::ops::Range<usize>) -> bool {
    let p = super::openings::operative_words(&Phrase::new(r, range.clone()));
    let from = (0..p.len()).find(|i| p.date(*i).is_some());
    from.is_some_and(|at| at < 8 && p.len() <= at + p.date(at).map_or(0, |d| d.1) + 1)
        && !(0..from.unwrap_or(0)).any(|i| {
            !matches!(p.word(i), "it" | "is" | "so" | "ordered" | "on" | "this" | "the" | "day" | "of" | "dated" | ",")
        })
}

/// For each sentence the number that the court gives it or the paragraph it is in.
fn numbers_of_sentences(r: &Reading<'_>) -> Vec<Option<String>> {
    let mut out = Vec::with_capacity(r.sentences.len());
    let (mut paragraph, mut current, mut parent): (u32, Option<String>, Option<String>) = (u32::MAX, None, None);
    for sentence in &r.sentences {
        let p = Phrase::new(r, sentence.clone());
        let here = r.tokens.get(sentence.start).map_or(u32::MAX, |t| t.paragraph);
        let opens = r.tokens.get(sentence.start).is_some_and(|t| t.opens_line);
        if here != paragraph {
            current = None;
            paragraph = here;
        }
        if length_of_label(&p).is_some() && (opens || current.is_none()) {
            let name = if p.word(0) == "(" { p.text(1..2) } else { p.text(0..1) };
            if p.word(0) == "(" {
                current = Some(parent.as_ref().map_or_else(|| name.clone(), |n| format!("{n}({name})")));
            } else if name.len() == 1 && name.chars().all(|c| c.is_ascii_lowercase()) {
                current = Some(parent.as_ref().map_or_else(|| name.clone(), |n| format!("{n}({name})")));
            } else {
                let known = name.chars().all(|c| c.is_ascii_digit())
                    || name.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
                    || name.len() == 1;
                parent = known.then(|| name.clone());
                current = parent.clone();
            }
        }
        out.push(current.clone());
    }
    out
}
