//! Pieces in order on the disk, a page at a time; in memory is where each page begins.

use std::collections::VecDeque;
use std::io;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::merge::{self, LENGTH};
use super::piece::Piece;
use super::spill::{Decoder, Encoder, Spill};

/// A page has at least so many bytes, and so many pieces: where the pages begin
/// takes a small part of what they have.
const BYTES: usize = 8 << 10;
const PIECES: usize = 32;

/// How many pages are kept for the next question. Rows mostly ask in order.
const KEPT: usize = 64;

pub struct Pages<T> {
    spill: Spill,
    /// What each page begins with, and where it is.
    begins: Vec<(Box<[u8]>, u64)>,
    places: Vec<(u64, usize)>,
    kept: Mutex<VecDeque<(usize, Arc<Page>)>>,
    trouble: OnceLock<String>,
    of: PhantomData<fn() -> T>,
}

struct Page {
    bytes: Vec<u8>,
    /// Where each piece is, after its length.
    pieces: Vec<(usize, usize)>,
}

impl Page {
    fn get<T: Piece>(&self, i: usize) -> Option<(&[u8], T)> {
        let (from, to) = *self.pieces.get(i)?;
        merge::read(self.bytes.get(from..to)?)
    }

    /// How many pieces begin at or before a number.
    fn until<T: Piece>(&self, key: (&[u8], u64)) -> usize {
        let begins = |piece: &(usize, usize)| {
            let read = self.bytes.get(piece.0..piece.1).and_then(merge::read::<T>);
            read.is_some_and(|(prefix, piece)| (prefix, piece.first()) <= key)
        };
        self.pieces.partition_point(begins)
    }
}

impl<T: Piece> Pages<T> {
    /// The last piece of the prefix that begins at or before `number`.
    pub fn before(&self, prefix: &[u8], number: u64) -> Option<T> {
        let key = (prefix, number);
        let page = self.page(self.of(key)?)?;
        let (own, piece) = page.get(page.until::<T>(key).checked_sub(1)?)?;
        (own == prefix).then_some(piece)
    }

    /// The first piece of the prefix that begins after `number`.
    pub fn after(&self, prefix: &[u8], number: u64) -> Option<T> {
        let key = (prefix, number);
        let at = self.of(key);
        if let Some(at) = at {
            let page = self.page(at)?;
            if let Some((own, piece)) = page.get(page.until::<T>(key)) {
                return (own == prefix).then_some(piece);
            }
        }
        let page = self.page(at.map_or(0, |at| at + 1))?;
        let (own, piece) = page.get(0)?;
        (own == prefix).then_some(piece)
    }

    /// All of them.
    pub fn each(&self, mut take: impl FnMut(&[u8], T)) {
        for number in 0..self.places.len() {
            let Some(page) = self.page(number) else { return };
            for (prefix, piece) in (0..page.pieces.len()).filter_map(|i| page.get(i)) {
                take(prefix, piece);
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// What it takes of the memory.
    pub fn bytes(&self) -> usize {
        let begins = self.begins.iter().map(|(prefix, _)| prefix.len() + size_of_val(&(prefix, 0_u64)) + 16);
        begins.sum::<usize>() + KEPT * 2 * BYTES
    }

    /// Why something that was asked could not be answered: then nothing was.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.get().map(String::as_str)
    }

    /// The page that has the last piece at or before a number.
    fn of(&self, key: (&[u8], u64)) -> Option<usize> {
        self.begins.partition_point(|(prefix, first)| (&**prefix, *first) <= key).checked_sub(1)
    }

    fn page(&self, number: usize) -> Option<Arc<Page>> {
        let (at, length) = *self.places.get(number)?;
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, page)) = kept.iter().rev().find(|(n, _)| *n == number) {
            return Some(Arc::clone(page));
        }
        let mut bytes = vec![0; length];
        if let Err(e) = self.spill.read_at(at, &mut bytes) {
            let _ = self.trouble.set(e.to_string());
            return None;
        }
        let mut pieces = Vec::new();
        let mut from = 0;
        while let Some(length) = Decoder(bytes.get(from..).unwrap_or_default()).u32() {
            let start = from + LENGTH;
            from = start + length as usize;
            pieces.push((start, from));
        }
        let page = Arc::new(Page { bytes, pieces });
        if kept.len() == KEPT {
            kept.pop_front();
        }
        kept.push_back((number, Arc::clone(&page)));
        Some(page)
    }
}

/// Takes pieces in order.
pub struct Writer<T> {
    spill: Spill,
    begins: Vec<(Box<[u8]>, u64)>,
    page: Encoder,
    pieces: usize,
    of: PhantomData<fn() -> T>,
}

impl<T: Piece> Writer<T> {
    pub fn new(spill: Spill) -> Self {
        Self { spill, begins: Vec::new(), page: Encoder::default(), pieces: 0, of: PhantomData }
    }

    pub fn push(&mut self, prefix: &[u8], piece: &T) -> io::Result<()> {
        if self.pieces == 0 {
            self.begins.push((prefix.into(), piece.first()));
        }
        merge::write(&mut self.page, prefix, piece);
        self.pieces += 1;
        if self.page.0.len() >= BYTES && self.pieces >= PIECES {
            self.close()?;
        }
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        self.spill.write(0, &self.page.0)?;
        self.page.0.clear();
        self.pieces = 0;
        Ok(())
    }

    pub fn end(mut self) -> io::Result<Pages<T>> {
        self.close()?;
        let (spill, begins) = (self.spill, self.begins);
        let (places, kept, trouble) = (spill.blocks(0), Mutex::default(), OnceLock::new());
        Ok(Pages { spill, begins, places, kept, trouble, of: PhantomData })
    }
}
