//! Rows that stand for all numbers from a first to a last: `ABC0001` to `ABC0010`.

use std::collections::BTreeMap;

use super::index::Hit;

/// The letters before a Bates number's last figures, and those figures.
#[must_use]
pub fn split(name: &[u8]) -> Option<(&[u8], u64)> {
    let digits = name.iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let (prefix, figures) = name.split_at_checked(name.len().checked_sub(digits)?)?;
    let number = std::str::from_utf8(figures).ok()?.parse().ok()?;
    Some((prefix, number))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    first: u64,
    last: u64,
    hit: Hit,
    /// The greatest last number of this and of all before it.
    reach: u64,
}

/// The spans of a table by prefix, by their first number.
#[derive(Debug, Clone, Default)]
pub struct Ranges {
    by_prefix: BTreeMap<Vec<u8>, Vec<Span>>,
}

impl Ranges {
    /// A span; false where the two ends are not of one series, or run backwards.
    pub fn add(&mut self, first: &[u8], last: &[u8], hit: Hit) -> bool {
        let last = if last.is_empty() { first } else { last };
        let (Some((prefix, from)), Some((other, to))) = (split(first), split(last)) else { return false };
        if prefix != other || to < from {
            return false;
        }
        let span = Span { first: from, last: to, hit, reach: to };
        match self.by_prefix.get_mut(prefix) {
            Some(list) => list.push(span),
            None => {
                self.by_prefix.insert(prefix.to_vec(), vec![span]);
            }
        }
        true
    }

    pub fn join(mut self, other: Self) -> Self {
        for (prefix, list) in other.by_prefix {
            self.by_prefix.entry(prefix).or_default().extend(list);
        }
        self
    }

    /// Once all are there.
    pub fn sort(&mut self) {
        for list in self.by_prefix.values_mut() {
            list.sort_unstable();
            let mut reach = 0;
            for span in list {
                reach = span.last.max(reach);
                span.reach = reach;
            }
        }
    }

    /// The best of the spans that hold this number.
    pub fn find(&self, name: &[u8]) -> Option<Hit> {
        let (prefix, number) = split(name)?;
        let list = self.by_prefix.get(prefix)?;
        let end = list.partition_point(|s| s.first <= number);
        let before = list.get(..end)?;
        let mut best: Option<Hit> = None;
        for span in before.iter().rev().take_while(|s| s.reach >= number) {
            if span.last >= number && best.is_none_or(|b| span.hit.better(b)) {
                best = Some(span.hit);
            }
        }
        best
    }
}
