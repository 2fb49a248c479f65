//! Blocks on the disk, each in order, read as one: the next of all is always that of
//! one of them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io;

use super::piece::Piece;
use super::spill::{Decoder, Encoder, Spill};

/// How much of each block is in memory at a time.
const WINDOW: usize = 8 << 10;

/// Adds a piece of a prefix to a block: its length, the prefix, the piece.
pub fn write<T: Piece>(out: &mut Encoder, prefix: &[u8], piece: &T) {
    let start = out.0.len();
    out.u32(0).bytes(prefix);
    piece.write(out);
    let length = u32::try_from(out.0.len() - start - LENGTH).unwrap_or(u32::MAX);
    if let Some(place) = out.0.get_mut(start..start + LENGTH) {
        place.copy_from_slice(&length.to_le_bytes());
    }
}

/// How many bytes say how long a piece is.
pub const LENGTH: usize = 4;

/// The prefix and the piece, of the bytes after the length.
pub fn read<T: Piece>(bytes: &[u8]) -> Option<(&[u8], T)> {
    let mut from = Decoder(bytes);
    let prefix = from.bytes()?;
    Some((prefix, T::read(&mut from)?))
}

/// One block, read from its beginning.
struct Block<'s> {
    spill: &'s Spill,
    at: u64,
    left: usize,
    window: Vec<u8>,
    done: usize,
}

impl Block<'_> {
    /// The next so many bytes.
    fn bytes(&mut self, n: usize) -> io::Result<&[u8]> {
        let have = self.window.len() - self.done;
        if have < n {
            self.window.drain(..self.done);
            self.done = 0;
            let more = (n - have).max(WINDOW).min(self.left);
            self.window.resize(have + more, 0);
            self.spill.read_at(self.at, self.window.get_mut(have..).unwrap_or_default())?;
            self.at += more as u64;
            self.left -= more;
        }
        let bytes = self.window.get(self.done..self.done.saturating_add(n)).ok_or(io::ErrorKind::UnexpectedEof)?;
        self.done += n;
        Ok(bytes)
    }

    fn next<T: Piece>(&mut self) -> io::Result<Option<(Vec<u8>, T)>> {
        if self.left == 0 && self.done == self.window.len() {
            return Ok(None);
        }
        let length = Decoder(self.bytes(LENGTH)?).u32().unwrap_or_default();
        let (prefix, piece) = read(self.bytes(length as usize)?).ok_or(io::ErrorKind::InvalidData)?;
        Ok(Some((prefix.to_vec(), piece)))
    }
}

/// Hands on the pieces of all blocks in order.
///
/// # Errors
/// What the system says, and what `take` does.
pub fn each<T: Piece>(spill: &Spill, mut take: impl FnMut(&[u8], T) -> io::Result<()>) -> io::Result<()> {
    let block = |(at, left)| Block { spill, at, left, window: Vec::new(), done: 0 };
    let mut blocks: Vec<Block<'_>> = spill.blocks(0).into_iter().map(block).collect();
    let mut next = BinaryHeap::with_capacity(blocks.len());
    for (i, block) in blocks.iter_mut().enumerate() {
        next.extend(block.next()?.map(|(prefix, piece)| Reverse((prefix, piece, i))));
    }
    while let Some(Reverse((prefix, piece, i))) = next.pop() {
        take(&prefix, piece)?;
        if let Some(block) = blocks.get_mut(i) {
            next.extend(block.next::<T>()?.map(|(prefix, piece)| Reverse((prefix, piece, i))));
        }
    }
    Ok(())
}
