//! Series of numbers whose letters are written in more than one way: `ABC-` and `abc`.

use std::collections::BTreeMap;

use super::numbers::Numbers;
use super::wanted::fold_key;

/// By the letters alone, the ways in which they are written, where there are several.
pub struct Spellings(BTreeMap<Vec<u8>, Vec<Vec<u8>>>);

impl Spellings {
    /// Of the numbers of a table, and of those that it is compared with.
    pub fn of(numbers: &Numbers, others: &[&Numbers]) -> Self {
        let mut all: BTreeMap<Vec<u8>, Vec<Vec<u8>>> = BTreeMap::new();
        let mut last: Vec<u8> = Vec::new();
        for numbers in std::iter::once(&numbers).chain(others) {
            numbers.prefixes(|prefix| {
                // Runs of one prefix follow one another.
                if !last.is_empty() && last == prefix {
                    return;
                }
                last = prefix.to_vec();
                let ways = all.entry(fold_key(prefix)).or_default();
                if !ways.iter().any(|way| way == prefix) {
                    ways.push(prefix.to_vec());
                }
            });
        }
        all.retain(|_, ways| ways.len() > 1);
        Self(all)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True where a number of the range is there, and its letters are written in another way.
    pub fn may_have(&self, (prefix, from, to): (&[u8], u64, u64), numbers: &Numbers, others: &[&Numbers]) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let ways = self.0.get(&fold_key(prefix)).into_iter().flatten().filter(|way| *way != prefix);
        let mut ways = ways.map(|way| (way.as_slice(), from, to));
        ways.any(|range| std::iter::once(&numbers).chain(others).any(|n| n.has_any(range)))
    }
}
