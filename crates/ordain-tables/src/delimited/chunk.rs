//! Cuts a stream into chunks of whole rows.

use std::io::{self, Read};

use memchr::{memchr2, memrchr2};
use sha2::{Digest, Sha256};

use super::dialect::Dialect;
use crate::line_end::{before_dos_end, has_lone_cr, last_end};

/// A row longer than this is not read: nothing that a person keeps in a row is
/// as long, and a quotation mark that is never closed would swallow the file.
pub const LONGEST: usize = 16 * 1024 * 1024;

/// How much is read at a time: small enough to stay in a core's cache from the
/// reading to the last look at it.
const STEP: usize = 256 * 1024;

/// Whole rows of a file, in the order of the file.
#[derive(Debug, Default)]
pub struct Chunk {
    /// From 0.
    pub number: u32,
    /// Where it begins in the file, in bytes.
    pub byte: u64,
    pub data: Vec<u8>,
    /// No qualifier is in it.
    pub plain: bool,
    /// Its last row is longer than [`LONGEST`], and only its beginning is here.
    pub cut: bool,
}

/// The source of chunks. Threads share one behind a lock: what it does is read,
/// hash and find the end of the last whole row.
pub struct Chunker<R> {
    input: R,
    dialect: Dialect,
    /// The beginning of a row whose end was not yet read.
    carry: Vec<u8>,
    number: u32,
    byte: u64,
    ended: bool,
    /// The rest of a row that was too long is being passed over.
    skipping: bool,
    hash: Option<Sha256>,
    step: usize,
}

impl<R: Read> Chunker<R> {
    /// `hashed` says whether the SHA-256 of the whole is wanted.
    pub fn new(input: R, dialect: Dialect, hashed: bool) -> Self {
        Self {
            input,
            dialect,
            carry: Vec::new(),
            number: 0,
            byte: 0,
            ended: false,
            skipping: false,
            hash: hashed.then(Sha256::new),
            step: STEP,
        }
    }

    /// Reads so many bytes at a time: for tests of what lies across an end.
    #[must_use]
    pub fn step(mut self, step: usize) -> Self {
        self.step = step.max(1);
        self
    }

    /// How many chunks were handed on.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// All of the file was read, and what is left of it is in the last chunk.
    #[must_use]
    pub const fn is_ended(&self) -> bool {
        self.ended && self.carry.is_empty()
    }

    /// The SHA-256 of all that was read, in lower-case hex.
    #[must_use]
    pub fn digest(&self) -> Option<String> {
        let bytes = self.hash.clone()?.finalize();
        Some(bytes.iter().map(|b| format!("{b:02x}")).collect())
    }

    /// The next rows into `chunk`; false at the end of the file.
    ///
    /// # Errors
    /// What the stream says.
    pub fn fill(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        chunk.data.clear();
        chunk.cut = false;
        chunk.data.append(&mut self.carry);
        loop {
            if !self.ended {
                self.more(&mut chunk.data)?;
            }
            if self.skipping {
                let end = memchr2(b'\n', b'\r', &chunk.data).map_or(chunk.data.len(), |at| at + 1);
                self.byte += end as u64;
                self.skipping =
                    end == chunk.data.len() && !self.ended && !matches!(chunk.data.last(), Some(b'\n' | b'\r'));
                chunk.data.drain(..end);
                if self.skipping || (chunk.data.is_empty() && !self.ended) {
                    continue;
                }
            }
            if self.ended {
                chunk.data.truncate(before_dos_end(&chunk.data));
                break;
            }
            if let Some(end) = self.whole(&chunk.data) {
                self.carry.extend_from_slice(chunk.data.get(end..).unwrap_or_default());
                chunk.data.truncate(end);
                break;
            }
            if chunk.data.len() >= LONGEST {
                self.force(chunk);
                break;
            }
        }
        // Within the engine every line ends with LF; the length stays, and so does every place.
        if has_lone_cr(&chunk.data) {
            self.dialect.level(&mut chunk.data);
        }
        chunk.number = self.number;
        chunk.byte = self.byte;
        chunk.plain = self.dialect.next_qualifier(&chunk.data, 0).is_none();
        let any = !chunk.data.is_empty();
        self.number += u32::from(any);
        self.byte += chunk.data.len() as u64;
        Ok(any)
    }

    /// One step more, or as much as is left.
    fn more(&mut self, data: &mut Vec<u8>) -> io::Result<()> {
        let old = data.len();
        // What is long already grows by its own length, so that a long row is searched few times.
        let step = self.step.max(old);
        data.resize(old + step, 0);
        let mut filled = old;
        while let Some(rest) = data.get_mut(filled..).filter(|r| !r.is_empty()) {
            match self.input.read(rest) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(n) => filled += n,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(e),
            }
        }
        data.truncate(filled);
        if let Some(hash) = &mut self.hash {
            hash.update(data.get(old..).unwrap_or_default());
        }
        Ok(())
    }

    /// The end of the last whole row, past its line end.
    fn whole(&self, data: &[u8]) -> Option<usize> {
        let last = |from: usize, to: usize| last_end(data.get(from..to)?).map(|end| from + end);
        let n = self.dialect.qualifier.len();
        let mut end = None;
        let mut at = 0;
        while let Some(mark) = self.dialect.next_qualifier(data, at) {
            end = last(at, mark).or(end);
            at = mark + n;
            if self.dialect.opens_value(data, mark) {
                // Open to the end of what was read, or closed where the next byte may double it.
                let Some(closed) = self.dialect.closing(data, at).filter(|c| c + 2 * n <= data.len()) else {
                    return end;
                };
                at = closed + n;
            }
        }
        last(at, data.len()).or(end)
    }

    /// A row, or a quoted value, longer than is read: hand on what is there.
    fn force(&mut self, chunk: &mut Chunk) {
        match memrchr2(b'\n', b'\r', &chunk.data) {
            // A quotation mark that is never closed: the rows after it are read as rows.
            Some(at) => {
                self.carry.extend_from_slice(chunk.data.get(at + 1..).unwrap_or_default());
                chunk.data.truncate(at + 1);
            }
            None => {
                chunk.cut = true;
                self.skipping = true;
            }
        }
    }
}
