//! `substantially complete X, 80%`, `reach substantial completion, 80%, of X`: to complete 80% of X.

use ordain_syntax::ast::{Token, TokenKind};

/// The act in the words that say the same; `None` where it is another, or states no share.
#[must_use]
pub(crate) fn reworded(tokens: &[Token]) -> Option<Vec<Token>> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.text.as_str());
    let opened = match (word(0), word(1), word(2)) {
        ("substantially", "complete", _) => 2,
        ("reach" | "achieve" | "make", "substantial", "completion") => 3,
        ("substantial", "completion", _) => 2,
        _ => return None,
    };
    let first = tokens.first()?;
    let rest = tokens.get(opened..)?;
    let bare = |t: &Token| t.text.trim_matches(['(', ')']).to_owned();
    let sign = |t: &Token| t.text.contains('%') || matches!(bare(t).as_str(), "percent" | "cent");
    let digit = |t: &Token| bare(t).starts_with(|c: char| c.is_ascii_digit());
    // `80%`, `80 percent`, `80 per cent`.
    let last = rest.iter().position(sign)?;
    let figure = (last.saturating_sub(2)..=last).rev().find(|i| rest.get(*i).is_some_and(digit))?;
    let share = rest.get(figure..=last)?;
    let bracket = |t: &Token| matches!(t.text.as_str(), "(" | ")");
    let of: Vec<Token> = rest
        .iter()
        .enumerate()
        .filter(|(i, t)| !(figure..=last).contains(i) && t.kind != TokenKind::Comma && !bracket(t))
        .map(|(_, t)| t.clone())
        .skip_while(|t| t.text == "of")
        .collect();
    let plain = |text: &str| Token { kind: TokenKind::Word, text: text.to_owned(), span: first.span };
    let mut found = vec![plain("complete")];
    found.extend(share.iter().map(|t| Token { text: bare(t), ..t.clone() }));
    found.push(plain("of"));
    found.extend(of);
    Some(found)
}
