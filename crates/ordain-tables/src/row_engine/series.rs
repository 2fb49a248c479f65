//! Pieces of series of numbers as rows give them: by prefix, then by number. Past
//! the memory of the run they go to the disk in blocks, each in order.

use std::collections::BTreeMap;
use std::io;

use super::merge;
use super::piece::Piece;
use super::spill::{Encoder, Grows, Memory, Share, Spill};

/// What one thread gathers.
pub struct Series<T> {
    by_prefix: BTreeMap<Vec<u8>, List<T>>,
    bytes: usize,
    taken: Share,
}

/// Of one prefix.
struct List<T> {
    pieces: Vec<T>,
    /// How many stood in order when it was last put into it.
    settled: usize,
}

/// How many pieces may stand out of order before they are put into it.
const LOOSE: usize = 1 << 16;

/// How many bytes are taken into account at a time.
const PORTION: usize = 1 << 18;

/// What a prefix costs beside its letters.
const PREFIX: usize = 128;

impl<T> Default for Series<T> {
    fn default() -> Self {
        Self { by_prefix: BTreeMap::new(), bytes: 0, taken: Share::default() }
    }
}

impl<T: Piece> Series<T> {
    /// What a piece costs: its list may have twice the room it needs.
    const COST: usize = 2 * std::mem::size_of::<T>();

    pub fn add(&mut self, prefix: &[u8], piece: T) {
        match self.by_prefix.get_mut(prefix) {
            Some(list) => {
                let (before, beside) = (list.pieces.len(), piece.beside());
                list.add(piece);
                let after = list.pieces.len();
                self.bytes = (self.bytes + after * Self::COST).saturating_sub(before * Self::COST) + beside;
            }
            None => {
                self.bytes += prefix.len() + PREFIX + Self::COST + piece.beside();
                self.by_prefix.insert(prefix.to_vec(), List { pieces: vec![piece], settled: 0 });
            }
        }
    }

    fn settle(&mut self) {
        let mut fewer = 0;
        for list in self.by_prefix.values_mut() {
            let before = list.pieces.len();
            list.settle();
            fewer += before - list.pieces.len();
        }
        self.bytes = self.bytes.saturating_sub(fewer * Self::COST);
    }

    /// All of them as one block.
    fn write(&mut self, spill: &Spill, memory: &Memory) -> io::Result<()> {
        let mut block = Encoder::default();
        for (prefix, mut list) in std::mem::take(&mut self.by_prefix) {
            list.settle();
            for piece in &list.pieces {
                merge::write(&mut block, &prefix, piece);
            }
        }
        self.bytes = 0;
        self.taken.release(memory);
        spill.write(0, &block.0)
    }
}

impl<T: Piece> Grows for Series<T> {
    fn is_too_much(&mut self, memory: &Memory) -> bool {
        self.taken.grow(self.bytes, PORTION, memory)
    }

    fn is_worth_writing(&self) -> bool {
        self.bytes >= PORTION
    }

    fn flush(&mut self, spill: &Spill, memory: &Memory) -> io::Result<()> {
        if T::SETTLES {
            self.settle();
            // Those of a file out of order are few once they are in order, and stay.
            if self.taken.shrink(self.bytes, memory) {
                return Ok(());
            }
        }
        self.write(spill, memory)
    }
}

impl<T: Piece> List<T> {
    fn add(&mut self, piece: T) {
        if self.pieces.last_mut().is_some_and(|last| last.goes_on(&piece)) {
            return;
        }
        self.pieces.push(piece);
        if T::SETTLES && self.pieces.len() - self.settled > LOOSE.max(self.settled) {
            self.settle();
        }
    }

    fn settle(&mut self) {
        T::settle(&mut self.pieces);
        self.settled = self.pieces.len();
    }
}

/// Hands on all that the threads gathered, or wrote to `spill`, in order.
///
/// # Errors
/// What the system says, and what `take` does.
pub fn for_each_piece<T: Piece>(
    all: Vec<Series<T>>,
    spill: Option<&Spill>,
    memory: &Memory,
    mut take: impl FnMut(&[u8], T) -> io::Result<()>,
) -> io::Result<()> {
    if let Some(spill) = spill {
        for mut series in all {
            series.write(spill, memory)?;
        }
        return merge::each(spill, take);
    }
    let mut by_prefix: BTreeMap<Vec<u8>, List<T>> = BTreeMap::new();
    for mut series in all {
        series.taken.release(memory);
        for (prefix, list) in series.by_prefix {
            match by_prefix.get_mut(&prefix) {
                Some(own) => own.pieces.extend(list.pieces),
                None => {
                    by_prefix.insert(prefix, list);
                }
            }
        }
    }
    for (prefix, mut list) in by_prefix {
        list.settle();
        for piece in list.pieces {
            take(&prefix, piece)?;
        }
    }
    Ok(())
}
