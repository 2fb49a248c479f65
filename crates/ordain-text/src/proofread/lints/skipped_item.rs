//! Findings `a.`, `b.`, `c.`, `e.`: a list that leaves out one of its letters or numbers.
//!
//! Reported where at least three items follow one another before the gap, and the missing one stands nowhere
//! between, not even within a line. A text that was cut short on purpose is reported as well: the
//! reader of the order sees the gap in the same way.

use crate::proofread::finding::Finding;
use crate::reading::Reading;
use crate::token::Kind;
use ordain_base::diag::codes;

/// How the items of a list are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Number,
    Letter,
}

/// An item at the beginning of a line: `3.`, `c)`, `(c)`.
#[derive(Debug, Clone, Copy)]
struct Item<'r> {
    style: Style,
    value: u32,
    /// What follows the number: `.` or `)`.
    mark: &'r str,
    at: usize,
    end: usize,
}

/// A list that is being read.
struct Run<'r> {
    last: Item<'r>,
    length: u32,
}

pub(super) fn skipped_items(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut open: Vec<Run<'_>> = Vec::new();
    let mut unit = 0;
    for at in 0..r.tokens.len() {
        if r.unit(at) != unit {
            unit = r.unit(at);
            open.clear();
        }
        let Some(item) = item_at(r, at) else { continue };
        if item.value == 1 {
            // A new list of this style begins, inside or after the one before it.
            open.retain(|run| !same_style(&run.last, &item));
            open.push(Run { last: item, length: 1 });
            continue;
        }
        let Some(run) = open.iter_mut().find(|run| same_style(&run.last, &item)) else { continue };
        let gap = item.value.checked_sub(run.last.value);
        if gap == Some(2) && run.length >= 3 && !stands_between(r, run.last, item) {
            let missing = item_label(item.style, item.value - 1);
            let at = [r.span(item.at, item.end), r.span(run.last.at, run.last.end)];
            out.push(Finding::medium(codes::text::skipped_item(&missing, at)));
        }
        let length = if gap == Some(1) { run.length + 1 } else { 1 };
        *run = Run { last: item, length };
    }
    out
}

fn same_style(a: &Item<'_>, b: &Item<'_>) -> bool {
    a.style == b.style && a.mark == b.mark
}

fn item_at<'r>(r: &'r Reading<'_>, at: usize) -> Option<Item<'r>> {
    let token = r.tokens.get(at).filter(|t| t.opens_line && !t.quoted)?;
    let open = token.word == "(";
    let number = at + usize::from(open);
    let token = r.tokens.get(number)?;
    let mark = r.word(number + 1);
    let plain = if open { mark == ")" } else { matches!(mark, "." | ")") };
    // `3. The parties`, not `3.5` nor a line that ends in a number.
    if !plain || r.gap(number + 1) || !r.gap(number + 2) {
        return None;
    }
    let (style, value) = match token.kind {
        Kind::Number if token.word.len() <= 2 => (Style::Number, token.word.parse().ok()?),
        Kind::Word if token.word.len() == 1 && !token.capital => {
            let letter = token.word.bytes().next().filter(u8::is_ascii_lowercase)?;
            (Style::Letter, u32::from(letter - b'a') + 1)
        }
        _ => return None,
    };
    Some(Item { style, value, mark: if open { "()" } else { mark }, at, end: number + 2 })
}

/// True where the missing item is within a line.
fn stands_between(r: &Reading<'_>, last: Item<'_>, next: Item<'_>) -> bool {
    let missing = item_label(next.style, next.value - 1);
    (last.end..next.at).any(|i| r.word(i) == missing && matches!(r.word(i + 1), "." | ")"))
}

fn item_label(style: Style, value: u32) -> String {
    let letter = u8::try_from(value.saturating_sub(1)).ok().and_then(|n| b'a'.checked_add(n)).map(char::from);
    match (style, letter) {
        (Style::Letter, Some(letter)) => letter.to_string(),
        _ => value.to_string(),
    }
}
