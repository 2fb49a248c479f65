//! Any encoding as UTF-8, a piece at a time. What is no text in its encoding
//! becomes the byte `FF`, which no UTF-8 has: the row in which it stands is
//! then known, and no other.

use std::io::{self, Read};

use super::Encoding;

/// Stands for bytes that are no text.
const NO_TEXT: u8 = 0xFF;

/// The characters of `80` to `9F` in Windows-1252; those not assigned are no text.
const HIGH: [u16; 32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
];

impl Encoding {
    /// How many bytes of the file are behind text that was made of them.
    pub(super) fn bytes_of(self, utf8: &[u8]) -> u64 {
        let leads = |wide: bool| -> u64 {
            utf8.iter()
                .filter(|b| **b & 0xC0 != 0x80)
                .map(|b| if wide && (0xF0..0xF8).contains(b) { 2 } else { 1 })
                .sum()
        };
        match self {
            Self::Utf8 => utf8.len() as u64,
            Self::Windows1252 => leads(false),
            Self::Utf16Le | Self::Utf16Be => leads(true) * 2,
        }
    }

    /// The mark at the beginning of a file, if it has one.
    #[must_use]
    pub fn mark(self) -> &'static [u8] {
        match self {
            Self::Utf8 => &[0xEF, 0xBB, 0xBF],
            Self::Utf16Le => &[0xFF, 0xFE],
            Self::Utf16Be => &[0xFE, 0xFF],
            Self::Windows1252 => &[],
        }
    }
}

/// Reads bytes of an encoding, and gives UTF-8.
pub(super) struct Utf8<R> {
    inner: R,
    encoding: Encoding,
    raw: Vec<u8>,
    /// What is decoded and not yet taken: from `taken` on.
    out: Vec<u8>,
    taken: usize,
    /// A first half of a pair, or the first byte of a unit.
    high: Option<u16>,
    half: Option<u8>,
}

impl<R: Read> Utf8<R> {
    pub(super) fn new(inner: R, encoding: Encoding) -> Self {
        Self { inner, encoding, raw: vec![0; 32 * 1024], out: Vec::new(), taken: 0, high: None, half: None }
    }

    fn unit(&mut self, unit: u16) {
        match (self.high.take(), unit) {
            (Some(high), 0xDC00..=0xDFFF) => {
                let c = 0x10000 + ((u32::from(high) - 0xD800) << 10) + (u32::from(unit) - 0xDC00);
                self.push(char::from_u32(c));
            }
            (high, 0xD800..=0xDBFF) => {
                if high.is_some() {
                    self.push(None);
                }
                self.high = Some(unit);
            }
            (high, _) => {
                if high.is_some() {
                    self.push(None);
                }
                self.push(char::from_u32(u32::from(unit)));
            }
        }
    }

    fn push(&mut self, c: Option<char>) {
        match c {
            Some(c) => self.out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            None => self.out.push(NO_TEXT),
        }
    }

    fn decode(&mut self, n: usize) {
        let raw = std::mem::take(&mut self.raw);
        for &b in raw.iter().take(n) {
            match self.encoding {
                Encoding::Windows1252 => {
                    let c = match b {
                        0x80..=0x9F => HIGH
                            .get(usize::from(b - 0x80))
                            .copied()
                            .filter(|c| *c > 0)
                            .and_then(|c| char::from_u32(c.into())),
                        _ => Some(char::from(b)),
                    };
                    self.push(c);
                }
                _ => match self.half.take() {
                    None => self.half = Some(b),
                    Some(first) if self.encoding == Encoding::Utf16Le => self.unit(u16::from_le_bytes([first, b])),
                    Some(first) => self.unit(u16::from_be_bytes([first, b])),
                },
            }
        }
        self.raw = raw;
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.encoding == Encoding::Utf8 {
            return self.inner.read(buf);
        }
        while self.taken == self.out.len() {
            self.out.clear();
            self.taken = 0;
            let n = self.inner.read(&mut self.raw)?;
            if n == 0 {
                // Half a character at the very end.
                if self.half.take().is_some() | self.high.take().is_some() {
                    self.push(None);
                    continue;
                }
                return Ok(0);
            }
            self.decode(n);
        }
        let rest = self.out.get(self.taken..).unwrap_or(&[]);
        let n = rest.len().min(buf.len());
        if let (Some(to), Some(from)) = (buf.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(from);
        }
        self.taken += n;
        Ok(n)
    }
}
