//! What does not fit into memory, on the disk: records by partition, written in
//! blocks to one temporary file and read back a partition at a time.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::position::RowPosition;

/// A temporary file.
pub trait Scratch: Read + Write + Seek + Send {}
impl<T: Read + Write + Seek + Send> Scratch for T {}

/// How many parts everything keyed is split into, by the first bits of its hash.
pub const PARTITIONS: usize = 64;

/// The partition of a hash.
#[inline]
pub fn partition_of_hash(hash: u64) -> usize {
    (hash >> 58) as usize
}

/// How much memory the whole run may take for what grows with the data.
pub struct Memory {
    limit: u64,
    used: AtomicU64,
}

impl Memory {
    pub fn new(limit: u64) -> Self {
        Self { limit, used: AtomicU64::new(0) }
    }

    /// All there is.
    pub const fn limit(&self) -> u64 {
        self.limit
    }

    /// Takes so many bytes into account; true where it is too much now.
    pub fn take(&self, bytes: usize) -> bool {
        let bytes = bytes as u64;
        self.used.fetch_add(bytes, Ordering::Relaxed).saturating_add(bytes) > self.limit
    }

    pub fn give_back(&self, bytes: usize) {
        self.used.fetch_sub(bytes as u64, Ordering::Relaxed);
    }
}

/// What one thing that grows has taken of the memory of the run.
#[derive(Debug, Default)]
pub struct Share(usize);

impl Share {
    /// Takes what it has grown by, once that is a `portion`; true where the run has no memory left for it.
    pub fn grow(&mut self, now: usize, portion: usize, memory: &Memory) -> bool {
        if now < self.0 + portion {
            return false;
        }
        memory.take(now - std::mem::replace(&mut self.0, now))
    }

    /// Gives back what it no longer has, where that is more than half; true where it did.
    pub fn shrink(&mut self, now: usize, memory: &Memory) -> bool {
        let shrunk = now < self.0 / 2;
        if shrunk {
            memory.give_back(std::mem::replace(&mut self.0, now) - now);
        }
        shrunk
    }

    /// Gives back all of it.
    pub fn release(&mut self, memory: &Memory) {
        memory.give_back(std::mem::take(&mut self.0));
    }
}

/// What grows with the data while rows are read, and goes to the disk past what memory there is.
pub trait Grows {
    /// After a chunk: true where the run has no memory left for what is here.
    fn is_too_much(&mut self, memory: &Memory) -> bool;
    /// Enough for blocks of some length.
    fn is_worth_writing(&self) -> bool;
    /// Writes what was gathered to the disk.
    ///
    /// # Errors
    /// What the system says.
    fn flush(&mut self, spill: &Spill, memory: &Memory) -> io::Result<()>;
}

/// One temporary file, and where each partition's blocks are in it.
pub struct Spill {
    file: Mutex<File>,
}

struct File {
    disk: Box<dyn Scratch>,
    end: u64,
    blocks: Vec<Vec<(u64, usize)>>,
}

impl Spill {
    pub fn new(disk: Box<dyn Scratch>) -> Self {
        let blocks = vec![Vec::new(); PARTITIONS];
        Self { file: Mutex::new(File { disk, end: 0, blocks }) }
    }

    /// Adds a block to a partition.
    pub fn write(&self, partition: usize, block: &[u8]) -> io::Result<()> {
        if block.is_empty() {
            return Ok(());
        }
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let end = file.end;
        file.disk.seek(SeekFrom::Start(end))?;
        file.disk.write_all(block)?;
        file.end += block.len() as u64;
        if let Some(list) = file.blocks.get_mut(partition) {
            list.push((end, block.len()));
        }
        Ok(())
    }

    /// Where the blocks of a partition are, and how long.
    pub fn blocks(&self, partition: usize) -> Vec<(u64, usize)> {
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.blocks.get(partition).cloned().unwrap_or_default()
    }

    /// What is at a place.
    pub fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.disk.seek(SeekFrom::Start(at))?;
        file.disk.read_exact(into)
    }

    /// All blocks of a partition, one after another.
    pub fn read(&self, partition: usize, mut each: impl FnMut(&[u8])) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut blocks = file.blocks.get(partition).cloned().unwrap_or_default();
        // Threads write in any order.
        blocks.sort_unstable();
        let mut buffer = Vec::new();
        for (at, len) in blocks {
            buffer.resize(len, 0);
            file.disk.seek(SeekFrom::Start(at))?;
            file.disk.read_exact(&mut buffer)?;
            each(&buffer);
        }
        Ok(())
    }
}

/// Puts records into bytes and takes them out again.
#[derive(Default)]
pub struct Encoder(pub Vec<u8>);

impl Encoder {
    pub fn u32(&mut self, n: u32) -> &mut Self {
        self.0.extend_from_slice(&n.to_le_bytes());
        self
    }

    pub fn u64(&mut self, n: u64) -> &mut Self {
        self.0.extend_from_slice(&n.to_le_bytes());
        self
    }

    pub fn position(&mut self, m: RowPosition) -> &mut Self {
        self.u32(m.chunk).u32(m.row).u32(m.line).u32(m.byte)
    }

    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.u32(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        self.0.extend_from_slice(bytes);
        self
    }
}

pub struct Decoder<'a>(pub &'a [u8]);

impl<'a> Decoder<'a> {
    pub fn u32(&mut self) -> Option<u32> {
        let (head, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*head))
    }

    pub fn u64(&mut self) -> Option<u64> {
        let (head, rest) = self.0.split_first_chunk::<8>()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*head))
    }

    pub fn position(&mut self) -> Option<RowPosition> {
        Some(RowPosition { chunk: self.u32()?, row: self.u32()?, line: self.u32()?, byte: self.u32()? })
    }

    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let n = self.u32()? as usize;
        let (head, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(head)
    }
}
