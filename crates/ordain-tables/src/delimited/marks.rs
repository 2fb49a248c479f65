//! Where the values of a chunk end: every separator and line end that counts.

use memchr::memchr2;
use wide::u8x16;

use super::chunk::Chunk;
use super::dialect::Dialect;
use super::fault::Fault;

/// Set in a mark that ends a row.
pub(super) const ROW: u32 = 1 << 31;

/// The marks of a chunk in order, and the values that cannot be read as written.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) at: Vec<u32>,
    /// Where in the chunk, and what.
    pub(super) faults: Vec<(u32, Fault)>,
}

impl Marks {
    /// Finds them. The last row always has a mark, line end or not.
    pub(super) fn find(&mut self, chunk: &Chunk, dialect: &Dialect) {
        self.at.clear();
        self.faults.clear();
        if chunk.plain {
            self.plain(&chunk.data, dialect.separator);
        } else {
            self.quoted(&chunk.data, dialect);
        }
        let len = narrow_to_u32(chunk.data.len());
        if !chunk.data.is_empty() && self.at.last().is_none_or(|last| *last != (len - 1) | ROW) {
            self.at.push(len | ROW);
        }
        if chunk.cut {
            self.faults.push((len.saturating_sub(1), Fault::TooLong));
        }
    }

    /// Nothing is qualified: sixteen bytes at a time.
    fn plain(&mut self, data: &[u8], separator: u8) {
        let (separators, ends) = (u8x16::splat(separator), u8x16::splat(b'\n'));
        let (blocks, rest) = data.as_chunks::<64>();
        let mut base = 0;
        for block in blocks {
            let (mut all, mut rows) = (0_u64, 0_u64);
            for (i, part) in block.as_chunks::<16>().0.iter().enumerate() {
                let bytes = u8x16::new(*part);
                let end = bits_of_mask(bytes.cmp_eq(ends));
                all |= (bits_of_mask(bytes.cmp_eq(separators)) | end) << (16 * i);
                rows |= end << (16 * i);
            }
            // Two loops, so that the writing does not wait for the counting.
            let first = self.at.len();
            let count = all.count_ones() as usize;
            self.at.resize(first + count, 0);
            for slot in self.at.get_mut(first..).unwrap_or_default() {
                let bit = all.trailing_zeros();
                all &= all.wrapping_sub(1);
                *slot = (base + bit) | (u32::from(rows >> bit & 1 == 1) * ROW);
            }
            base += 64;
        }
        for (i, &b) in rest.iter().enumerate() {
            if b == separator || b == b'\n' {
                self.at.push((base + narrow_to_u32(i)) | if b == b'\n' { ROW } else { 0 });
            }
        }
    }

    /// Value by value, over what is qualified.
    fn quoted(&mut self, data: &[u8], dialect: &Dialect) {
        let n = dialect.qualifier.len();
        let mut at = 0;
        while at < data.len() {
            let mut from = at;
            if data.get(at..).is_some_and(|rest| rest.starts_with(&dialect.qualifier)) {
                match dialect.closing(data, at + n) {
                    Some(closed) => {
                        from = closed + n;
                        let after = data.get(from).copied();
                        if !(matches!(after, None | Some(b'\n' | b'\r')) || after == Some(dialect.separator)) {
                            self.faults.push((narrow_to_u32(at), Fault::AfterQuote));
                        }
                    }
                    None => self.faults.push((narrow_to_u32(at), Fault::Unclosed)),
                }
            }
            let Some(end) = data.get(from..).and_then(|rest| memchr2(dialect.separator, b'\n', rest)) else { break };
            let end = from + end;
            let row = data.get(end) == Some(&b'\n');
            self.at.push(narrow_to_u32(end) | if row { ROW } else { 0 });
            at = end + 1;
        }
    }
}

fn bits_of_mask(mask: u8x16) -> u64 {
    u64::from(mask.move_mask().cast_unsigned())
}

/// Chunks are shorter than 2 GiB.
fn narrow_to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX) & !ROW
}
