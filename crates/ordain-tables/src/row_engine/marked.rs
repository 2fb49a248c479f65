//! Rows that are marked: one bit a row, for a table may have very many of them.

use std::collections::HashMap;

use super::position::RowPosition;

/// The marked rows of one table, by chunk.
#[derive(Debug, Clone, Default)]
pub struct Marked(HashMap<u32, Vec<u64>>);

impl Marked {
    pub fn insert(&mut self, position: RowPosition) {
        let words = self.0.entry(position.chunk).or_default();
        let at = (position.row / u64::BITS) as usize;
        if at >= words.len() {
            words.resize(at + 1, 0);
        }
        if let Some(word) = words.get_mut(at) {
            *word |= 1 << (position.row % u64::BITS);
        }
    }

    pub fn contains(&self, position: RowPosition) -> bool {
        let word = self.0.get(&position.chunk).and_then(|words| words.get((position.row / u64::BITS) as usize));
        word.is_some_and(|word| word >> (position.row % u64::BITS) & 1 == 1)
    }

    /// Marks what another has marked.
    pub fn join(&mut self, other: Self) {
        for (chunk, theirs) in other.0 {
            let own = self.0.entry(chunk).or_default();
            own.resize(own.len().max(theirs.len()), 0);
            own.iter_mut().zip(theirs).for_each(|(a, b)| *a |= b);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_by_itself() {
        let at = |chunk, row| RowPosition { chunk, row, line: 0, byte: 0 };
        let (mut one, mut two) = (Marked::default(), Marked::default());
        for row in [0, 63, 64, 1000] {
            one.insert(at(2, row));
        }
        two.insert(at(2, 65));
        two.insert(at(9, 3));
        one.join(two);
        let found: Vec<u32> = (0..1100).filter(|row| one.contains(at(2, *row))).collect();
        assert_eq!(found, [0, 63, 64, 65, 1000]);
        assert!(one.contains(at(9, 3)) && !one.contains(at(3, 0)) && !one.contains(at(9, 4)));
    }
}
