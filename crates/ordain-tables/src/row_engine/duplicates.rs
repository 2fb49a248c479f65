//! Whether two rows have one name. A column in ascending order cannot repeat one,
//! and needs no memory; of any other the hashes are kept, and only names whose
//! hashes agree are looked at again.

use std::io;

use super::key;
use super::spill::{Memory, PARTITIONS, Share, Spill, partition_of_hash};
use super::threads;

/// What one thread gathers.
pub struct Names {
    parts: Vec<Vec<u64>>,
    /// The first and last name of each chunk that is in ascending order.
    runs: Vec<(Vec<u8>, Vec<u8>)>,
    taken: Share,
}

/// The names of one chunk, as they come.
#[derive(Default)]
pub struct Run {
    first: Vec<u8>,
    last: Vec<u8>,
    /// How many rows in ascending order; nothing once one is not.
    pub ascending: Option<u32>,
}

impl Run {
    pub fn start(&mut self) {
        self.ascending = Some(0);
    }

    /// The next name of the chunk.
    #[inline]
    pub fn next(&mut self, name: &[u8]) {
        let Some(n) = self.ascending else { return };
        if n == 0 {
            self.first.clear();
            self.first.extend_from_slice(name);
        } else if self.last.as_slice() >= name {
            self.ascending = None;
            return;
        }
        self.last.clear();
        self.last.extend_from_slice(name);
        self.ascending = Some(n + 1);
    }
}

const PORTION: usize = 1 << 20;

impl Default for Names {
    fn default() -> Self {
        Self { parts: (0..PARTITIONS).map(|_| Vec::new()).collect(), runs: Vec::new(), taken: Share::default() }
    }
}

impl Names {
    /// A chunk in ascending order.
    pub fn run(&mut self, run: &Run) {
        if run.ascending.is_some_and(|n| n > 0) {
            self.runs.push((run.first.clone(), run.last.clone()));
        }
    }

    #[inline]
    pub fn add(&mut self, name: &[u8]) {
        let hash = key::hash(name);
        if let Some(part) = self.parts.get_mut(partition_of_hash(hash)) {
            part.push(hash);
        }
    }

    pub fn is_too_much(&mut self, memory: &Memory) -> bool {
        let now = self.parts.iter().map(|p| p.capacity() * 8).sum::<usize>();
        self.taken.grow(now, PORTION, memory)
    }

    pub fn flush(&mut self, spill: &Spill, memory: &Memory) -> io::Result<()> {
        for (i, part) in self.parts.iter_mut().enumerate() {
            let block: Vec<u8> = part.drain(..).flat_map(u64::to_le_bytes).collect();
            part.shrink_to_fit();
            spill.write(i, &block)?;
        }
        self.taken.release(memory);
        Ok(())
    }
}

/// What the names of a table amount to.
pub enum Verdict {
    /// No two rows have one name.
    Distinct,
    /// Ascending runs overlap one another or what is hashed: the names must be hashed, all of them.
    Unsettled,
    /// Hashes that more than one row has, ascending.
    Suspects(Vec<u64>),
}

/// Puts together what the threads gathered. `all` says that every name was hashed.
pub fn settle_names(mut names: Vec<Names>, spill: Option<&Spill>, all: bool, threads: usize) -> io::Result<Verdict> {
    let hashed = spill.is_some() || names.iter().any(|n| n.parts.iter().any(|p| !p.is_empty()));
    if !all {
        let mut runs: Vec<(Vec<u8>, Vec<u8>)> = names.iter_mut().flat_map(|n| std::mem::take(&mut n.runs)).collect();
        runs.sort_unstable();
        let apart = runs.windows(2).all(|w| matches!(w, [(_, last), (first, _)] if last < first));
        match (hashed, runs.is_empty()) {
            (false, _) if apart => return Ok(Verdict::Distinct),
            (_, false) => return Ok(Verdict::Unsettled),
            _ => {}
        }
    }
    let mut lists: Vec<Vec<Vec<u64>>> = (0..PARTITIONS)
        .map(|p| names.iter_mut().map(|n| n.parts.get_mut(p).map(std::mem::take).unwrap_or_default()).collect())
        .collect();
    drop(names);
    let share = PARTITIONS.div_ceil(threads.max(1));
    let lots = lists.chunks_mut(share).enumerate();
    let found: Vec<io::Result<Vec<u64>>> = threads::each(lots, |(lot, lists)| {
        let mut twice = Vec::new();
        for (i, list) in lists.iter_mut().enumerate() {
            let mut hashes: Vec<u64> = std::mem::take(list).into_iter().flatten().collect();
            if let Some(spill) = spill {
                spill.read(lot * share + i, |block| {
                    hashes.extend(block.as_chunks::<8>().0.iter().map(|b| u64::from_le_bytes(*b)));
                })?;
            }
            hashes.sort_unstable();
            twice.extend(hashes.windows(2).filter(|w| w.first() == w.last()).filter_map(|w| w.first()));
        }
        twice.dedup();
        Ok(twice)
    });
    let mut suspects = Vec::new();
    for part in found {
        suspects.extend(part?);
    }
    suspects.sort_unstable();
    Ok(if suspects.is_empty() { Verdict::Distinct } else { Verdict::Suspects(suspects) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name of which one row is on the disk and the other in memory is found, however the partitions are shared.
    #[test]
    fn names_on_the_disk_are_held_against_those_in_memory() {
        let all: Vec<String> = (0..200).map(|n| format!("D{n}")).collect();
        for threads in [1, 2, 3] {
            let (spill, memory) = (Spill::new(Box::new(io::Cursor::new(Vec::new()))), Memory::new(u64::MAX));
            let mut names = Names::default();
            all.iter().for_each(|n| names.add(n.as_bytes()));
            names.flush(&spill, &memory).unwrap();
            names.add(b"D77");
            match settle_names(vec![names], Some(&spill), true, threads).unwrap() {
                Verdict::Suspects(found) => assert_eq!(found, [key::hash(b"D77")]),
                Verdict::Distinct | Verdict::Unsettled => panic!("D77 is twice"),
            }
        }
    }
}
