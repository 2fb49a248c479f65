//! One place where a quotation and the order differ, and how much it matters.

use super::align::{Aligned, Step};
use super::order_text::OrderText;
use super::quotation::Quote;
use ordain_base::source::Span;

/// What kind of words differ. The order is that of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// `shall` became `may`, or a `not` came or went.
    Force,
    /// A number, a month or a weekday.
    Figure,
    /// Other words.
    Words,
}

/// Words of the quotation and what the order has in their place; either may be nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub kind: DifferenceKind,
    /// As they are folded; empty where there are none.
    pub quoted: String,
    pub ordered: String,
    /// Their places; of nothing, the place of the words round it.
    pub quote: Span,
    pub text: Span,
}

const FORCE: &[&str] = &["shall", "must", "may", "will", "should", "can", "might", "would", "could"];
const NOT: &[&str] = &["not", "no", "never", "nor", "without", "unless", "except", "neither", "cannot", "none"];

const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The places where the two differ, in reading order.
pub(super) fn differences_between(
    text: &OrderText<'_>,
    quote: &Quote<'_>,
    aligned: &Aligned,
    from: usize,
) -> Vec<Difference> {
    let mut out = Vec::new();
    let (mut q, mut t) = (0, from + aligned.text.start);
    let mut open: Option<(usize, usize)> = None;
    let mut close = |open: &mut Option<(usize, usize)>, q: usize, t: usize| {
        if let Some((qs, ts)) = open.take() {
            out.push(difference_at(text, quote, qs..q, ts..t));
        }
    };
    for step in &aligned.steps {
        match step {
            Step::Same => close(&mut open, q, t),
            Step::Skipped => close(&mut open, q, t),
            _ => {
                open.get_or_insert((q, t));
            }
        }
        q += usize::from(matches!(step, Step::Same | Step::Changed | Step::Extra));
        t += usize::from(matches!(step, Step::Same | Step::Changed | Step::Left | Step::Skipped));
    }
    close(&mut open, q, t);
    out
}

fn difference_at(
    text: &OrderText<'_>,
    quote: &Quote<'_>,
    q: std::ops::Range<usize>,
    t: std::ops::Range<usize>,
) -> Difference {
    let quoted: Vec<&str> = quote.letters.get(q.clone()).unwrap_or(&[]).iter().map(String::as_str).collect();
    let ordered: Vec<&str> = text.words.get(t.clone()).unwrap_or(&[]).iter().map(|w| text.letters(w)).collect();
    Difference {
        kind: kind_of_difference(&quoted, &ordered),
        quoted: quoted.join(" "),
        ordered: ordered.join(" "),
        quote: quote.span(q),
        text: text.span(t),
    }
}

fn kind_of_difference(quoted: &[&str], ordered: &[&str]) -> DifferenceKind {
    let of = |words: &[&str], which: &dyn Fn(&str) -> bool| {
        let mut found: Vec<String> = words.iter().filter(|w| which(w)).map(|w| (*w).to_owned()).collect();
        found.sort();
        found
    };
    let differ = |which: &dyn Fn(&str) -> bool| of(quoted, which) != of(ordered, which);
    let number = |w: &str| {
        let date = || WEEKDAYS.contains(&w) || ordain_base::words::month(w).is_some();
        w.starts_with(|c: char| c.is_ascii_digit()) || date() || ordain_base::words::number(w).is_some()
    };
    if differ(&|w| FORCE.contains(&w)) || differ(&|w| NOT.contains(&w)) {
        DifferenceKind::Force
    } else if differ(&number) {
        DifferenceKind::Figure
    } else {
        DifferenceKind::Words
    }
}
