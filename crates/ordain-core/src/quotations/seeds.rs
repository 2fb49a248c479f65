//! Where each pair of neighboring words is in a text: places to begin a search from.

use std::collections::HashMap;

use super::words::Word;

/// Two words that stand side by side more often than this say nothing of where.
const MOST_SEEDS: usize = 100;

/// Where each pair of words stands.
pub(super) struct Seeds(HashMap<(u32, u32), Vec<u32>>);

impl Seeds {
    pub(super) fn new(words: &[Word]) -> Self {
        let mut all: HashMap<(u32, u32), Vec<u32>> = HashMap::with_capacity(words.len());
        for (i, pair) in words.windows(2).enumerate() {
            if let [a, b] = pair {
                let places = all.entry((a.id, b.id)).or_default();
                if places.len() <= MOST_SEEDS {
                    places.push(u32::try_from(i).unwrap_or(u32::MAX));
                }
            }
        }
        Self(all)
    }

    /// Its places; none where there are too many to say anything.
    pub(super) fn of(&self, pair: (u32, u32)) -> &[u32] {
        self.0.get(&pair).filter(|p| p.len() <= MOST_SEEDS).map_or(&[], Vec::as_slice)
    }
}
