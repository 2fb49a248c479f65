//! What stands around an order without ordering anything: `IT IS HEREBY ORDERED that`, `Accordingly,`, the number of
//! an item, the period at the end.

use super::formula::{find_formula, formula_at};
use super::phrase::Phrase;

const ADVERBS: &[&str] = &[
    "accordingly",
    "therefore",
    "thus",
    "further",
    "furthermore",
    "additionally",
    "finally",
    "moreover",
    "hence",
    "consequently",
    "also",
    "lastly",
    "now",
    "specifically",
    "however",
    "nonetheless",
    "nevertheless",
    "separately",
    "second",
    "third",
    "likewise",
    "similarly",
];

/// The words that order, without what leads to them.
pub(super) fn operative_words<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let mut p = without_citations(&without_closing_marks(p));
    let therefore = start_after_therefore(&p);
    p = p.slice(therefore..p.len());
    if let Some(moved) = timed_formula(&p) {
        p = moved;
    }
    loop {
        let n = length_of_opening(&p);
        if n == 0 {
            return p;
        }
        p = p.slice(n..p.len());
    }
}

/// Without the marks and the `and` at its end, and a citation in brackets there.
fn without_closing_marks<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let mut end = p.len();
    loop {
        let before = end;
        while end > 0 && matches!(p.word(end - 1), "." | ";" | "," | ":" | "and") {
            end -= 1;
        }
        if end > 0
            && matches!(p.word(end - 1), ")" | "]")
            && let Some(open) = (0..end).rev().find(|i| matches!(p.word(*i), "(" | "["))
            && is_citation(p, open, end)
        {
            end = open;
        }
        // `… at Washington, D.C. See Fed. R. Civ. P. 4(i).`
        let cited = (4..end).find(|i| p.word(i - 1) == "." && p.word(*i) == "see" && p.capital(*i) && p.top(*i));
        end = cited.filter(|i| p.slice(*i..end).dates().is_empty()).unwrap_or(end);
        // `; Signed by Judge Roe on 3/28/2007;(AB)`, `.)` of a docket
        let signed = (2..end).find(|i| p.at(*i, &["signed", "by"]) && matches!(p.word(i - 1), ";" | "." | "("));
        end = signed.unwrap_or(end);
        while end > 0 && p.word(end - 1) == ")" && !p.slice(0..end).has(&["("]) {
            end -= 1;
        }
        // `… this case CLOSED. /s/ Jane Roe`
        end = (1..end).find(|i| p.at(*i, &["/", "s", "/"])).unwrap_or(end);
        // `cc: Counsel` of a docket
        end = (1..end).find(|i| p.word(*i) == "cc" && p.word(i + 1) == ":").unwrap_or(end);
        // `for the reasons stated on the record`
        let reasons = (end.saturating_sub(12)..end).find(|i| p.at(*i, &["for", "the", "reasons"]) && *i > 0);
        end = reasons.filter(|i| p.slice(*i..end).dates().is_empty()).unwrap_or(end);
        if end == before {
            return p.slice(0..end);
        }
    }
}

/// `No reply was allowed, and therefore it is STRICKEN`: where what is ordered begins; 0 where nothing leads to it.
fn start_after_therefore(p: &Phrase<'_, '_>) -> usize {
    const ORDERS: &[&str] = &[
        "shall", "must", "may", "will", "is", "are", "should", "grants", "denies", "orders", "directs", "ordered",
        "directed",
    ];
    let at = (2..p.len())
        .find(|i| p.top(*i) && p.word(*i) == "therefore" && matches!(p.word(i - 1), "and" | ";") && p.len() > i + 3);
    at.filter(|at| !p.slice(0..*at).has(ORDERS) && p.slice(0..*at).dates().is_empty()).map_or(0, |at| at + 1)
}

/// Without `(see L.R. 7)` inside. `(Dkt. 12)` says which paper it is, and stays.
fn without_citations<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    const CITES: &[&str] = &["see"];
    let mut kept: Vec<usize> = Vec::with_capacity(p.len());
    let mut at = 0;
    while at < p.len() {
        let end = (p.word(at) == "(" && CITES.contains(&p.word(at + 1)) && p.token(at).is_some_and(|t| t.depth == 0))
            .then(|| (at + 1..p.len()).find(|i| p.word(*i) == ")" && p.token(*i).is_some_and(|t| t.depth == 0)))
            .flatten()
            .filter(|end| is_citation(p, at, *end + 1));
        match end {
            Some(end) => at = end + 1,
            None if is_footnote(p, at) => at += 1,
            None => {
                kept.extend(p.ids().get(at).copied());
                at += 1;
            }
        }
    }
    Phrase::new(p.reading, kept)
}

/// `not to exceed five pages,2 by May 6`: the number of a footnote.
fn is_footnote(p: &Phrase<'_, '_>, at: usize) -> bool {
    let glued = p.token(at).is_some_and(|t| !t.gap) && p.token(at + 1).is_some_and(|t| t.gap);
    at > 1 && p.is_number(at) && glued && matches!(p.word(at - 1), "," | ";" | "”") && p.is_word(at - 2)
}

/// `Within 14 days of this Order, it is ORDERED that the parties must file`: the time, and what is ordered.
fn timed_formula<'r, 't>(p: &Phrase<'r, 't>) -> Option<Phrase<'r, 't>> {
    let (at, next) = formula_at(p).filter(|(at, next)| *at > 1 && *next < p.len())?;
    let mut lead = p.slice(0..at);
    loop {
        let n = length_of_opening(&lead);
        if n == 0 || n >= lead.len() {
            break;
        }
        lead = lead.slice(n..lead.len());
    }
    let lead = super::clauses::without_edge_commas(&lead);
    let found = super::times::times_of_phrase(&lead).ok()?;
    let [time] = found.as_slice() else { return None };
    (time.at == (0..lead.len())).then(|| lead.and(&p.slice(next..p.len())))
}

/// `(Dkt. 12)`, `(ECF No. 5 at 3)`, `(Id.)`.
fn is_citation(p: &Phrase<'_, '_>, from: usize, to: usize) -> bool {
    // `Rule 1.3(d)`: a letter alone is a part of the rule.
    let letter = to - from == 3 && p.word(from + 1).len() == 1;
    !letter
        && (from..to).any(|i| matches!(p.word(i), "dkt" | "ecf" | "doc" | "docket" | "id" | "see" | "d" | "de"))
        && !(from..to).any(|i| matches!(p.word(i), "shall" | "must" | "by" | "within"))
}

/// How many words at the beginning order nothing by themselves.
fn length_of_opening(p: &Phrase<'_, '_>) -> usize {
    if let Some(n) = length_of_label(p) {
        return n;
    }
    let word = p.word(0);
    // `Further amendments will not be permitted`: more of them.
    let more = word == "further" && !matches!(p.word(1), "," | "that" | "ordered" | "it" | "");
    if ADVERBS.contains(&word) && !more {
        return 1 + usize::from(p.word(1) == ",");
    }
    if matches!(word, "," | ":" | ";" | "-" | "•" | "·" | "–" | "—" | "and" | "◦" | "▪" | "●" | "o") && !p.is_word(0)
        || word == "and"
        || word == "but"
    {
        return 1;
    }
    const PHRASES: &[&[&str]] = &[
        &["in", "addition", ","],
        &["as", "such", ","],
        &["to", "that", "end", ","],
        &["in", "sum", ","],
        &["in", "short", ","],
        &["in", "conclusion", ","],
    ];
    if let Some(words) = PHRASES.iter().find(|w| p.at(0, w)) {
        return words.len();
    }
    // `FURTHER, that Defendant shall`
    if p.word(0) == "that" && p.len() > 3 {
        return 1;
    }
    // `the following schedule applies: 1. Defendant shall`
    let colon = (1..24).find(|i| p.word(*i) == ":");
    if let Some(colon) = colon
        && p.len() > colon + 3
        && length_of_label(&p.slice(colon + 1..p.len())).is_some()
        && p.slice(0..colon).has(&["following", "follows"])
        && !p.slice(0..colon).has(&["shall", "must", "may", "to", "if", "unless", "within", "by", "is", "are", "will"])
    {
        return colon + 1;
    }
    if let Some(n) = end_of_formula(p) {
        return n;
    }
    // `ORDER Plaintiff's 17 Application is granted` of a docket entry.
    if word == "order" && is_in_capitals(p, 0) && p.word(1).ends_with("'s") {
        return 1;
    }
    // `ORDER:`, `MINUTE ORDER:` of a docket entry.
    let colon = (1..7).find(|i| p.word(*i) == ":");
    let head = |i: usize| {
        p.capital(i) && is_in_capitals(p, i)
            || matches!(p.word(i), "entered" | "filed" | "of" | "and" | "*" | "entry" | "order" | "minute" | "text")
    };
    if let Some(n) = colon.filter(|n| (0..*n).all(head)) {
        return n + 1;
    }
    // `MEMORANDUM OPINION and ORDER by Senior Judge Roe on 1/30/17:`, `ORDER signed by … on 3/10/14 ORDERING`
    let entry = (2..40).find(|i| p.word(*i) == ":" && *i < 28 || p.word(*i) == "ordering");
    if let Some(end) = entry {
        let lead = p.slice(0..end);
        let made = lead.has(&["order", "opinion", "minute", "minutes"]) && lead.has(&["judge", "signed"]);
        if made && !lead.has(&["shall", "must", "may", "if", "is", "are", "within", "that"]) {
            return end + 1;
        }
    }
    if p.at(0, &["order", "filed", "."]) || p.at(0, &["order", "entered", "."]) {
        return 3;
    }
    length_of_reasons(p)
}

fn is_in_capitals(p: &Phrase<'_, '_>, at: usize) -> bool {
    !p.text(at..at + 1).chars().any(char::is_lowercase)
}

/// `After considering the papers, the Court GRANTS`: a recital before what the Court does.
fn length_of_recital(p: &Phrase<'_, '_>) -> usize {
    const OPENS: &[&str] = &[
        "after",
        "having",
        "upon",
        "for",
        "in",
        "on",
        "based",
        "because",
        "as",
        "pursuant",
        "considering",
        "with",
        "given",
        "finding",
        "at",
        "it",
    ];
    if !OPENS.contains(&p.word(0)) {
        return 0;
    }
    let limit = p.len().min(70);
    let commas = (1..limit).filter(|i| p.top(*i) && p.word(*i) == ",");
    let acts = |i: usize| {
        let court = p.at(i + 1, &["the", "court"]) || p.at(i + 1, &["this", "court"]);
        let verb = (i + 3..i + 6).find(|v| p.word(*v) != "hereby" && p.word(*v) != "therefore");
        court
            && verb.is_some_and(|v| {
                matches!(
                    p.word(v),
                    "grants"
                        | "denies"
                        | "orders"
                        | "directs"
                        | "vacates"
                        | "dismisses"
                        | "stays"
                        | "strikes"
                        | "adopts"
                        | "approves"
                        | "overrules"
                        | "sustains"
                )
            })
    };
    let Some(comma) = commas.into_iter().find(|i| acts(*i)) else { return 0 };
    let lead = p.slice(0..comma);
    if lead.has(&["if", "unless", "within", "until", "shall", "must", "provided"]) { 0 } else { comma + 1 }
}

/// `For the foregoing reasons,`, `Good cause appearing,`: up to the comma.
fn length_of_reasons(p: &Phrase<'_, '_>) -> usize {
    let recited = length_of_recital(p);
    if recited > 0 {
        return recited;
    }
    // `…, all of which are incorporated by reference, the motion is DENIED`: what is said of the reasons.
    if p.at(0, &["all", "of", "which"]) || p.at(0, &["which", "are"]) {
        return p.find(2, &[","]).filter(|c| *c < 24).map_or(0, |comma| comma + 1);
    }
    // `Considering the consent, and the letters, the motion is granted`: up to the last comma before what is ordered.
    const WEIGHS: &[&str] = &["considering", "upon", "on", "having", "given", "after"];
    const VERBS: &[&str] = &["is", "are", "shall", "must", "will", "may", "grants", "denies", "orders"];
    let speaks = |i: &usize| p.top(*i) && VERBS.contains(&p.word(*i)) && p.date(*i).is_none();
    let in_date = |i: usize| p.word(i) == "may" && p.is_number(i + 1);
    let verb = (1..p.len()).find(|i| speaks(i) && !in_date(*i)).unwrap_or(0);
    let opens = |i: usize| {
        matches!(p.word(i), "the" | "this" | "it" | "said") || p.word(i).ends_with("'s") || p.word(i + 1) == "'"
    };
    let last = (0..verb).rev().find(|i| p.top(*i) && p.word(*i) == "," && opens(i + 1));
    if let Some(comma) = last.filter(|c| *c < 70 && WEIGHS.contains(&p.word(0))) {
        let lead = p.slice(0..comma);
        let weighs = lead.has(&["considering", "consideration", "considered", "reviewed", "review", "reading"]);
        let sets = lead.has(&["if", "unless", "within", "until", "shall", "must", "days"]);
        if weighs && !sets {
            return comma + 1;
        }
    }
    let Some(comma) = p.find(0, &[","]).filter(|c| *c < 24) else { return 0 };
    let lead = p.slice(0..comma);
    let named = lead.has(&["reasons", "reason", "cause", "consideration", "foregoing"]);
    let opens = matches!(p.word(0), "for" | "based" | "good" | "upon" | "after" | "having" | "in" | "with" | "on");
    // `In the interest of justice,`, `To ensure that discovery proceeds,`: why, which binds nobody.
    const WHY: &[&[&str]] = &[
        &["in", "the", "interest"],
        &["in", "the", "interests"],
        &["in", "light", "of"],
        &["in", "view", "of"],
        &["in", "order", "to"],
        &["to", "ensure"],
        &["to", "facilitate"],
        &["to", "assist"],
        &["to", "avoid"],
        &["to", "allow"],
        &["to", "promote"],
        &["to", "expedite"],
        &["given"],
        &["because"],
        &["based", "on"],
        &["based", "upon"],
        &["having"],
        &["in", "its", "discretion"],
        &["under", "the", "circumstances"],
        &["under", "these", "circumstances"],
        &["on", "this", "record"],
        &["as", "stated"],
        &["as", "discussed"],
        &["as", "explained"],
        &["as", "agreed"],
    ];
    let why = WHY.iter().any(|w| p.at(0, w));
    let times =
        lead.dates().is_empty() && !lead.has(&["days", "if", "unless", "within", "by", "shall", "must", "until"]);
    if (named && opens || why) && times { comma + 1 } else { 0 }
}

/// `IT IS HEREBY ORDERED that`, `the Court ORDERS that`, `ORDERED that`, wherever a recital leads to it.
fn end_of_formula(p: &Phrase<'_, '_>) -> Option<usize> {
    find_formula(p).map(|(_, end)| end)
}

/// The number of an item: `1.`, `(a)`, `A.`.
pub(super) fn length_of_label(p: &Phrase<'_, '_>) -> Option<usize> {
    let short = |i: usize| {
        p.word(i).chars().count() <= 4 && p.word(i).chars().all(char::is_alphanumeric) && !p.word(i).is_empty()
    };
    if p.word(0) == "(" && short(1) && p.word(2) == ")" && p.len() > 3 {
        return Some(3);
    }
    let roman = |w: &str| w.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let first = p.word(0);
    let one = p.is_number(0) && first.len() <= 3
        || first.chars().count() == 1 && p.is_word(0)
        || p.is_word(0) && roman(first) && first.len() <= 4;
    (one && matches!(p.word(1), "." | ")")
        && p.len() > 2
        && !(p.word(0).len() == 1 && p.word(2).len() == 1 && p.word(3) == "."))
        .then_some(2)
}
