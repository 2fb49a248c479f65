//! The rows of a joined table, by their key: for each key the earliest day.

use std::io;

use hashbrown::HashTable;

use super::key;
use super::matched::{Load, Match, Total};
use super::numbers::Numbers;
use super::ranges::Ranges;
use super::spill::{Decoder, Encoder, Grows, Memory, PARTITIONS, Share, Spill, partition_of_hash};
use super::threads;

/// One key and what is found under it. A key of up to fifteen bytes is here
/// whole; of a longer one, its place in an arena.
#[derive(Debug, Clone, Copy)]
struct Entry<T> {
    low: u64,
    high: u64,
    matched: T,
}

/// In the last byte of the key's number, where a short key has its length.
const LONG: u64 = 0xFF;

/// What one thread gathers: entries by partition, and the bytes of long keys.
pub struct Gathered<T> {
    parts: Vec<Vec<Entry<T>>>,
    arena: Vec<u8>,
    taken: Share,
}

/// How many bytes are taken into account at a time.
const PORTION: usize = 1 << 20;

impl<T: Load> Gathered<T> {
    /// What an entry will cost, in its list and again in its table.
    const COST: usize = 2 * std::mem::size_of::<Entry<T>>() + std::mem::size_of::<Entry<T>>() / 2;

    pub fn new() -> Self {
        Self { parts: (0..PARTITIONS).map(|_| Vec::new()).collect(), arena: Vec::new(), taken: Share::default() }
    }

    #[inline]
    pub fn add(&mut self, name: &[u8], matched: T) {
        let hash = key::hash(name);
        let (low, high) = match key::short_key(name) {
            Some(short) => halves_of(short),
            None => {
                let at = self.arena.len() as u64;
                self.arena.extend_from_slice(name);
                (at, LONG << 56 | name.len() as u64)
            }
        };
        if let Some(part) = self.parts.get_mut(partition_of_hash(hash)) {
            part.push(Entry { low, high, matched });
        }
    }

    fn bytes(&self) -> usize {
        self.parts.iter().map(|p| p.len() * Self::COST).sum::<usize>() + self.arena.len()
    }
}

impl<T: Load> Grows for Gathered<T> {
    fn is_too_much(&mut self, memory: &Memory) -> bool {
        let now = self.bytes();
        self.taken.grow(now, PORTION, memory)
    }

    fn is_worth_writing(&self) -> bool {
        self.parts.iter().map(Vec::len).sum::<usize>() >= 1 << 15
    }

    fn flush(&mut self, spill: &Spill, memory: &Memory) -> io::Result<()> {
        for (i, part) in self.parts.iter_mut().enumerate() {
            let mut block = Encoder::default();
            for e in part.drain(..) {
                e.matched.write(&mut block);
                match name_of_entry(&e, &self.arena) {
                    Name::Short(bytes, n) => block.bytes(bytes.get(..n).unwrap_or_default()),
                    Name::Long(bytes) => block.bytes(bytes),
                };
            }
            part.shrink_to_fit();
            spill.write(i, &block.0)?;
        }
        self.arena = Vec::new();
        self.taken.release(memory);
        Ok(())
    }
}

fn halves_of(short: u128) -> (u64, u64) {
    ((short & u128::from(u64::MAX)) as u64, (short >> 64) as u64)
}

enum Name<'a> {
    Short([u8; 16], usize),
    Long(&'a [u8]),
}

fn name_of_entry<'a, T>(e: &Entry<T>, arena: &'a [u8]) -> Name<'a> {
    if e.high >> 56 == LONG {
        let at = usize::try_from(e.low).unwrap_or(usize::MAX);
        let len = usize::try_from(e.high & (u64::MAX >> 8)).unwrap_or(0);
        return Name::Long(arena.get(at..at.saturating_add(len)).unwrap_or_default());
    }
    let (bytes, n) = key::unpack_short_key(u128::from(e.low) | u128::from(e.high) << 64);
    Name::Short(bytes, n)
}

/// The entries of one partition, or of all.
struct Part<T> {
    table: HashTable<Entry<T>>,
    arena: Vec<u8>,
}

impl<T> Default for Part<T> {
    fn default() -> Self {
        Self { table: HashTable::new(), arena: Vec::new() }
    }
}

impl<T: Load> Part<T> {
    /// Takes the entries that the threads gathered, each with its arena.
    fn fill(&mut self, lists: Vec<Vec<Entry<T>>>, arenas: &[Vec<u8>]) {
        self.table.reserve(lists.iter().map(Vec::len).sum(), |e| hash_of(e, &[]));
        for (list, arena) in lists.into_iter().zip(arenas) {
            for e in list {
                match name_of_entry(&e, arena) {
                    Name::Short(bytes, n) => self.insert(bytes.get(..n).unwrap_or_default(), e.matched),
                    Name::Long(bytes) => self.insert(bytes, e.matched),
                }
            }
        }
    }

    fn insert(&mut self, bytes: &[u8], matched: T) {
        let hash = key::hash(bytes);
        let short = key::short_key(bytes).map(halves_of);
        let Self { table, arena } = self;
        if let Some(e) = table.find_mut(hash, |e| is_entry(e, short, bytes, arena)) {
            e.matched.join(matched);
            return;
        }
        let (low, high) = short.unwrap_or_else(|| {
            let at = arena.len() as u64;
            arena.extend_from_slice(bytes);
            (at, LONG << 56 | bytes.len() as u64)
        });
        let arena = &*arena;
        table.insert_unique(hash, Entry { low, high, matched }, |e| hash_of(e, arena));
    }

    #[inline]
    fn find(&self, hash: u64, bytes: &[u8]) -> Option<T> {
        let short = key::short_key(bytes).map(halves_of);
        self.table.find(hash, |e| is_entry(e, short, bytes, &self.arena)).map(|e| e.matched)
    }
}

#[inline]
fn is_entry<T>(e: &Entry<T>, short: Option<(u64, u64)>, bytes: &[u8], arena: &[u8]) -> bool {
    match short {
        Some(short) => (e.low, e.high) == short,
        None => matches!(name_of_entry(e, arena), Name::Long(own) if own == bytes),
    }
}

fn hash_of<T>(e: &Entry<T>, arena: &[u8]) -> u64 {
    match name_of_entry(e, arena) {
        Name::Short(bytes, n) => key::hash(bytes.get(..n).unwrap_or_default()),
        Name::Long(bytes) => key::hash(bytes),
    }
}

/// The whole of a joined table.
pub enum Index {
    Memory(Built<Match>),
    Disk(Spill),
    Ranges(Ranges),
    Numbers(Numbers),
    Totals(Built<Total>),
    TotalsOnDisk(Spill),
}

impl Index {
    /// Why the disk did not answer.
    pub fn trouble(&self) -> Option<&str> {
        match self {
            Self::Ranges(ranges) => ranges.trouble(),
            Self::Numbers(numbers) => numbers.trouble(),
            _ => None,
        }
    }
}

/// In memory.
pub struct Built<T> {
    parts: Vec<Part<T>>,
}

impl<T: Load> Built<T> {
    /// What is kept under this key: of hits the row of the earliest day.
    #[inline]
    pub fn find(&self, name: &[u8]) -> Option<T> {
        let hash = key::hash(name);
        self.parts.get(partition_of_hash(hash))?.find(hash, name)
    }
}

/// What became of what was gathered.
pub enum Kept<T> {
    Memory(Built<T>),
    Disk(Spill),
}

impl<T: Load> Kept<T> {
    /// Of what the threads gathered, or wrote to `spill`.
    pub fn build(
        mut gathered: Vec<Gathered<T>>,
        spill: Option<Spill>,
        threads: usize,
        memory: &Memory,
    ) -> io::Result<Self> {
        if let Some(spill) = spill {
            for g in &mut gathered {
                g.flush(&spill, memory)?;
            }
            return Ok(Self::Disk(spill));
        }
        let arenas: Vec<Vec<u8>> = gathered.iter_mut().map(|g| std::mem::take(&mut g.arena)).collect();
        let mut lists: Vec<Vec<Vec<Entry<T>>>> = (0..PARTITIONS)
            .map(|p| gathered.iter_mut().map(|g| g.parts.get_mut(p).map(std::mem::take).unwrap_or_default()).collect())
            .collect();
        drop(gathered);
        let mut parts: Vec<Part<T>> = (0..PARTITIONS).map(|_| Part::default()).collect();
        let share = PARTITIONS.div_ceil(threads.max(1));
        let lots = lists.chunks_mut(share).zip(parts.chunks_mut(share));
        threads::each(lots, |(lists, parts)| {
            for (lists, part) in lists.iter_mut().zip(parts) {
                part.fill(std::mem::take(lists), &arenas);
            }
        });
        Ok(Self::Memory(Built { parts }))
    }
}

impl<T: Load> Built<T> {
    /// One partition of what is on the disk.
    pub fn load(spill: &Spill, p: usize) -> io::Result<Self> {
        let mut part = Part::default();
        spill.read(p, |block| {
            let mut from = Decoder(block);
            while let (Some(load), Some(name)) = (T::read(&mut from), from.bytes()) {
                part.insert(name, load);
            }
        })?;
        let mut parts: Vec<Part<T>> = (0..PARTITIONS).map(|_| Part::default()).collect();
        if let Some(slot) = parts.get_mut(p) {
            *slot = part;
        }
        Ok(Self { parts })
    }
}
