//! A window on a text of any length, read as UTF-8.

use std::io::{self, Cursor, Read};

use crate::line_end::{before_dos_end, first_line};
use crate::text::Utf8;
use crate::{Encoding, Place, Trouble};

/// A window on a text of any length.
pub(super) struct Window<R> {
    input: Utf8<io::Chain<Cursor<Vec<u8>>, R>>,
    buf: Vec<u8>,
    at: usize,
    ends: bool,
    encoding: Encoding,
    /// Of the first byte of the window, in the file.
    byte: u64,
    pub(super) line: u64,
    /// Of the first byte of the window, in the decoded text.
    pub(super) decoded: u64,
}

impl<R: Read> Window<R> {
    /// Passes over the mark of the encoding.
    pub(super) fn new(mut input: R, encoding: Encoding) -> io::Result<Self> {
        let mut first = Vec::new();
        let mark = encoding.mark();
        input.by_ref().take(mark.len() as u64).read_to_end(&mut first)?;
        let marked = !mark.is_empty() && first == mark;
        let byte = if marked { first.len() as u64 } else { 0 };
        // What was taken for a mark is text like the rest.
        let first = Cursor::new(if marked { Vec::new() } else { first });
        Ok(Self {
            input: Utf8::new(first.chain(input), encoding),
            buf: Vec::new(),
            at: 0,
            ends: false,
            encoding,
            byte,
            line: 1,
            decoded: 0,
        })
    }

    pub(super) fn text(&self) -> &[u8] {
        self.buf.get(self.at..).unwrap_or(&[])
    }

    pub(super) const fn ends(&self) -> bool {
        self.ends
    }

    pub(super) const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The length of the next line with its end; none where it is longer than `most`.
    pub(super) fn line(&mut self, most: usize) -> io::Result<Option<usize>> {
        loop {
            match first_line(self.text(), self.ends) {
                Some(len) if len > most => return Ok(None),
                Some(len) => return Ok(Some(len)),
                None if self.text().len() > most => return Ok(None),
                None => self.fill()?,
            }
        }
    }

    /// Reads on: as much again as is there, so that long rows cost no more than short ones.
    pub(super) fn fill(&mut self) -> io::Result<()> {
        self.buf.drain(..self.at);
        self.at = 0;
        let have = self.buf.len();
        let want = have.max(256 * 1024);
        self.buf.resize(have + want, 0);
        let mut got = have;
        while got < self.buf.len() {
            let room = self.buf.get_mut(got..).unwrap_or(&mut []);
            match self.input.read(room) {
                Ok(0) => {
                    self.ends = true;
                    break;
                }
                Ok(n) => got += n,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => {
                    self.buf.truncate(got);
                    return Err(e);
                }
            }
        }
        self.buf.truncate(got);
        if self.ends {
            self.buf.truncate(before_dos_end(&self.buf));
        }
        Ok(())
    }

    pub(super) fn take(&mut self, len: usize, lines: u64) {
        let taken = self.buf.get(self.at..self.at + len).unwrap_or(&[]);
        self.byte += self.encoding.bytes_of(taken);
        self.decoded += len as u64;
        self.line += lines;
        self.at = (self.at + len).min(self.buf.len());
    }

    /// Passes over the rest of a line that is longer than may be held.
    pub(super) fn skip_line(&mut self) -> io::Result<()> {
        loop {
            if let Some(len) = first_line(self.text(), self.ends) {
                self.take(len, 1);
                return Ok(());
            }
            // All but the last byte, which may be the first half of `\r\n`.
            let len = self.text().len().saturating_sub(1);
            self.take(len, 0);
            self.fill()?;
        }
    }

    pub(super) fn place(&self, row: u64) -> Place {
        Place { row, line: self.line, byte: self.byte }
    }

    /// The place of what stopped the reading.
    pub(super) fn stopped(&self, row: u64, error: &io::Error) -> Trouble {
        Trouble { place: self.place(row), column: None, reason: error.to_string() }
    }
}
