//! How much, over rows: what a row itself says (`pages`, `its Bates range`), what
//! another table counts for it (`the number of images in its Bates range`), and how
//! many of the rows are asked for (`at least 80 % of the documents`).

use super::tokens::span_of;
use crate::model::ir::quantity::{Keyed, Least, Of, Quantity};
use ordain_base::money::figure;
use ordain_base::source::Spanned;
use ordain_syntax::ast::{Token, TokenKind};
use ordain_tables::Rows;

/// What rules call a field: in lower case, without an article; `Bates number` is `bates`.
pub(crate) fn field_name(tokens: &[Token]) -> Spanned<String> {
    let words: Vec<String> = tokens.iter().map(|t| t.text.to_lowercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let name = match words.as_slice() {
        ["a" | "an" | "the" | "its" | "any", rest @ ..] if !rest.is_empty() => rest.join(" "),
        all => all.join(" "),
    };
    let name = match name.as_str() {
        "bates number" | "bates numbers" | "first bates number" => "bates".to_owned(),
        "last bates number" => "end".to_owned(),
        _ => name,
    };
    Spanned::new(name, span_of(tokens))
}

/// An amount, from all of these words.
pub(crate) fn quantity_of(tokens: &[Token]) -> Option<Quantity> {
    let words: Vec<String> = tokens.iter().map(|t| t.text.to_lowercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => None,
        ["its" | "the", "bates", "range"] => Some(Quantity::Range),
        ["its" | "the", "family", "range"] => Some(Quantity::Family),
        ["the", "sum", "of", ..] => {
            let mut list = Vec::new();
            let joins = |t: &Token| t.kind == TokenKind::Comma || t.text == "and";
            for part in tokens[3..].split(joins).filter(|p| !p.is_empty()) {
                list.push(quantity_of(part)?);
            }
            (list.len() > 1).then_some(Quantity::Sum(list))
        }
        ["the", "number", "of", ..] => {
            let (rows, n) = noun_of_rows(&tokens[3..])?;
            let rest = tokens.get(3 + n..)?;
            let ("in" | "with" | "of", by) = (rest.first()?.text.as_str(), rest.get(1..)?) else { return None };
            Some(Quantity::Count { rows, by: key_of_rows(by)? })
        }
        [number] if number.starts_with(|c: char| c.is_ascii_digit()) => {
            number.replace(',', "").parse().ok().map(Quantity::Fixed)
        }
        _ => tokens.iter().all(|t| t.kind == TokenKind::Word).then(|| Quantity::Field(field_name(tokens))),
    }
}

/// `its Bates range`, `its family range`, `its volume`, `a parent`.
pub(crate) fn key_of_rows(tokens: &[Token]) -> Option<Keyed> {
    let words: Vec<String> = tokens.iter().map(|t| t.text.to_lowercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => None,
        ["its" | "a" | "the", "bates", "range"] => Some(Keyed::Range),
        ["its" | "a" | "the", "family", "range"] => Some(Keyed::Family),
        _ => tokens.iter().all(|t| t.kind == TokenKind::Word).then(|| Keyed::Field(field_name(tokens))),
    }
}

/// `at least 80 % of the documents`, `at least 50 documents`, `at least 10,000 pages
/// of the documents`: how much, of what rows, and how many words say it.
pub(crate) fn least(tokens: &[Token]) -> Option<(Least, Rows, usize)> {
    let word = |i: usize| tokens.get(i).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text.as_str());
    let mut at = match (word(0), word(1), word(2)) {
        ("at", "least", _) => 2,
        ("no" | "not", "fewer" | "less", "than") => 3,
        _ => 0,
    };
    let led = at > 0;
    let (digits, glued) = match word(at).strip_suffix('%') {
        Some(digits) => (digits, true),
        None => (word(at), false),
    };
    let n = figure(digits).ok().filter(|_| digits.starts_with(|c: char| c.is_ascii_digit()))?;
    at += 1;
    let percent = glued || matches!(word(at), "%" | "percent") || (word(at), word(at + 1)) == ("per", "cent");
    if percent && !glued {
        at += if word(at) == "per" { 2 } else { 1 };
    }
    let of_rows = |at: usize| {
        let lead = usize::from(matches!(word(at), "of" | "from"));
        let article = usize::from(lead > 0 && matches!(word(at + lead), "the" | "all"));
        let (rows, n) = noun_of_rows(tokens.get(at + lead + article..)?)?;
        Some((rows, lead + article + n, lead > 0))
    };
    if percent {
        let (rows, taken, of) = of_rows(at)?;
        return of.then_some((Least { n, of: Of::Percent, explicit: true }, rows, at + taken));
    }
    if !led {
        return None;
    }
    // `10,000 pages of the documents`: the pages are a column, and the documents the rows.
    if let (Some((rows, taken, true)), false) = (of_rows(at + 1), word(at).is_empty()) {
        let of = Of::Sum(field_name(tokens.get(at..=at)?));
        return Some((Least { n, of, explicit: true }, rows, at + 1 + taken));
    }
    let (rows, taken, of) = of_rows(at)?;
    Some((Least { n, of: Of::Rows, explicit: of }, rows, at + taken))
}

/// What a row is, in the singular.
pub(crate) fn noun_of_rows(tokens: &[Token]) -> Option<(Rows, usize)> {
    let word = |i: usize| tokens.get(i).filter(|t| t.kind == TokenKind::Word).map(|t| t.text.as_str());
    let two = word(0).zip(word(1)).and_then(|(a, b)| Rows::find(&format!("{a} {b}")));
    two.map(|r| (r, 2)).or_else(|| Some((Rows::find(word(0)?)?, 1)))
}
