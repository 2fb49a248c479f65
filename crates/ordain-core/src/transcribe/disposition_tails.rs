//! How a ruling is made, and why: `in part`, `as moot`, `with prejudice for failure to prosecute`.

use super::clauses::without_edge_commas;
use super::phrase::Phrase;

const TAILS: &[&[&str]] = &[
    &["in", "part"],
    &["as", "moot"],
    &["without", "prejudice"],
    &["with", "prejudice"],
    &["in", "its", "entirety"],
    &["in", "full"],
    &["with", "leave", "to", "amend"],
];

/// `denies without prejudice the request`, `denies as moot Plaintiff's motion`: how comes before what.
pub(super) fn tail_first<'r, 't>(p: &Phrase<'r, 't>) -> Option<(Phrase<'r, 't>, Phrase<'r, 't>)> {
    const HOW: &[&[&str]] = &[&["without", "prejudice"], &["with", "prejudice"], &["as", "moot"]];
    let len = HOW.iter().find(|h| p.at(0, h)).map(|h| h.len())?;
    (p.len() > len && p.word(len) != "to").then(|| (p.slice(len..p.len()), p.slice(0..len)))
}

/// What is done, and how: `Motion` and `in part` of `Motion in part`.
pub(super) fn split_tail<'r, 't>(p: &Phrase<'r, 't>) -> (Phrase<'r, 't>, Phrase<'r, 't>) {
    let at = (1..p.len()).find(|i| p.top(*i) && TAILS.iter().any(|t| p.at(*i, t))).unwrap_or(p.len());
    (without_edge_commas(&p.slice(0..at)), p.slice(at..p.len()))
}

/// `with prejudice for failure to prosecute`, `as moot because it is no longer needed`: how, and why, which changes
/// nothing. None where the words behind the reason may set something.
pub(super) fn reason_of_disposition<'r, 't>(tail: &Phrase<'r, 't>) -> Option<(String, Phrase<'r, 't>)> {
    const SETS: &[&str] = &[
        "shall",
        "must",
        "may",
        "will",
        "should",
        "if",
        "unless",
        "until",
        "within",
        "provided",
        "except",
        "leave",
        "days",
        "prejudice",
        "part",
        "moot",
        "extent",
        "condition",
        "ordered",
        "directed",
        "granted",
        "denied",
        "that",
        ";",
        "but",
        "subject",
        "however",
        "only",
        "otherwise",
        "and",
    ];
    const LEADS: &[&[&str]] = &[
        &["since"],
        &["because"],
        &["pursuant", "to"],
        &["as", "unnecessary"],
        &["as", "untimely"],
        &["as", "premature"],
        &["under", "rule"],
        &["under", "fed"],
        &["under", "federal"],
        &["in", "light", "of"],
        &["in", "accordance", "with"],
        &["on", "the", "ground"],
        &["for", "lack"],
        &["for", "want"],
        &["for", "failure"],
        &["for", "good", "cause"],
    ];
    let own = |i: usize| {
        tail.word(i) == "for"
            && matches!(tail.word(i + 2), "failure" | "lack")
            && matches!(tail.word(i + 1), "its" | "his" | "her" | "their" | "plaintiff's" | "a")
    };
    let leads = |i: &usize| tail.top(*i) && (LEADS.iter().any(|l| tail.at(*i, l)) || own(*i));
    let from = (0..tail.len()).find(leads)?;
    let how = manner_of_disposition(&without_edge_commas(&tail.slice(0..from)))?;
    // `pursuant to Rule 41 without prejudice`
    let last =
        (from + 1..tail.len()).find(|i| tail.at(*i, &["with", "prejudice"]) || tail.at(*i, &["without", "prejudice"]));
    let why = without_edge_commas(&tail.slice(from..last.unwrap_or(tail.len())));
    let more = manner_of_disposition(&tail.slice(last.unwrap_or(tail.len())..tail.len()))?;
    let plain = why.len() <= 60 && !(0..why.len()).any(|i| why.top(i) && SETS.contains(&why.word(i)));
    let how = format!("{how} {more}").trim().to_owned();
    (plain && why.dates().is_empty()).then_some((how, why))
}

/// `in part`, `as moot`, `with prejudice`; none where the words say more.
pub(super) fn manner_of_disposition(tail: &Phrase<'_, '_>) -> Option<String> {
    let mut out: Vec<&str> = Vec::new();
    let mut at = 0;
    // `for the reasons stated on the record`
    let reasons = tail.find(0, &["for"]).filter(|i| tail.at(*i, &["for", "the", "reasons"]) && tail.len() - i < 10);
    let tail = &tail.slice(0..reasons.unwrap_or(tail.len()));
    while at < tail.len() {
        if tail.at(at, &["in", "part", "and", "denied", "in", "part"]) {
            out.push("in part and denied in part");
            at += 6;
            continue;
        }
        if tail.at(at, &["in", "its", "entirety"]) || tail.at(at, &["in", "full"]) {
            at += if tail.word(at + 1) == "its" { 3 } else { 2 };
            continue;
        }
        let known = [
            (&["in", "part"], "in part"),
            (&["as", "moot"], "as moot"),
            (&["without", "prejudice"], "without prejudice"),
            (&["with", "prejudice"], "with prejudice"),
            (&["with", "leave"], "with leave"),
        ];
        match known.iter().find(|(words, _)| tail.at(at, &words[..])) {
            // What may be done with the leave is a matter of its own.
            Some((_, "with leave")) if tail.len() == at + 4 && tail.at(at + 2, &["to", "amend"]) => {
                out.push("with leave to amend");
                at += 4;
            }
            Some((_, "with leave")) => return None,
            Some((_, text)) => {
                out.push(text);
                at += 2;
            }
            None if matches!(tail.word(at), "," | "and") => at += 1,
            None => return None,
        }
    }
    Some(out.join(" "))
}
