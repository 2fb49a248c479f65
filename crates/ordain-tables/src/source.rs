//! Where the bytes of a table come from. The disk itself is behind the one
//! door in `session::files`; here a source is only a name and something that
//! can be opened, more than once.

use std::io::{self, BufRead as _, Read};

use flate2::bufread::MultiGzDecoder;

use super::Limits;

/// A file, or what means one.
pub trait Source: Send + Sync {
    /// As it is shown: `productions/VOL001.dat`, or `-`.
    fn name(&self) -> &str;

    /// The bytes as they lie on the disk, from the first one.
    ///
    /// # Errors
    /// Those of the disk. What is read later may end in an error too, where the
    /// file changed since it was first opened.
    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>>;

    /// The same from a later byte.
    ///
    /// # Errors
    /// Those of the disk.
    fn open_at(&self, byte: u64) -> io::Result<Box<dyn Read + Send + '_>> {
        let mut input = self.open()?;
        io::copy(&mut input.by_ref().take(byte), &mut io::sink())?;
        Ok(input)
    }

    /// How many bytes it has as it lies on the disk, for whoever waits for it: it may change.
    fn size(&self) -> Option<u64> {
        None
    }
}

/// Bytes in memory.
#[derive(Debug, Clone, Default)]
pub struct Bytes {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Source for Bytes {
    fn name(&self) -> &str {
        &self.name
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(self.bytes.as_slice()))
    }

    fn size(&self) -> Option<u64> {
        u64::try_from(self.bytes.len()).ok()
    }
}

/// The name without `.gz`, in lower case: what the end of it says of the format.
#[must_use]
pub fn plain_name(name: &str) -> String {
    let name = name.to_lowercase();
    name.strip_suffix(".gz").map_or(name.clone(), str::to_owned)
}

/// The bytes of a source, unpacked where they are a `.gz`, whatever its name.
///
/// # Errors
/// Those of the source.
pub fn open_unpacked<'a>(source: &'a dyn Source, limits: &Limits) -> io::Result<Box<dyn Read + Send + 'a>> {
    let mut raw = io::BufReader::with_capacity(64 * 1024, source.open()?);
    let packed = raw.fill_buf()?.starts_with(&[0x1F, 0x8B]);
    if !packed {
        return Ok(Box::new(raw));
    }
    let counted = Counted { inner: raw, bytes: 0 };
    Ok(Box::new(Bounded { inner: MultiGzDecoder::new(io::BufReader::new(counted)), out: 0, limits: *limits }))
}

struct Counted<R> {
    inner: R,
    bytes: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        self.bytes += n as u64;
        Ok(n)
    }
}

/// Stops a small file from becoming a huge one.
struct Bounded<R: Read> {
    inner: MultiGzDecoder<io::BufReader<Counted<R>>>,
    out: u64,
    limits: Limits,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf).map_err(|e| match e.kind() {
            io::ErrorKind::UnexpectedEof => {
                io::Error::new(e.kind(), "it is cut short: the compressed data end before their end is reached")
            }
            io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
                io::Error::new(e.kind(), "it is damaged: the compressed data cannot be unpacked")
            }
            _ => e,
        })?;
        self.out += n as u64;
        let packed = self.inner.get_ref().get_ref().bytes.max(1);
        if self.out > self.limits.free && self.out / packed > self.limits.expansion {
            let why = format!("it expands to more than {} times its size", self.limits.expansion);
            return Err(io::Error::other(why));
        }
        Ok(n)
    }
}
