//! The table that says where each object is, as the file keeps it.

use std::collections::BTreeSet;

use super::file::{Entry, File, Table};
use super::lexer::Lexer;
use super::object::{Dict, Object, Stream};
use crate::Unreadable;
use crate::budget::Budget;

/// Tables that were added one after another; a paper that was changed more often is none of a court's.
const MOST_TABLES: usize = 512;

/// The whole table; none where the file has none that can be read.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Option<Table>, Unreadable> {
    let Some(last) = memchr::memmem::rfind(bytes, b"startxref") else { return Ok(None) };
    let mut lexer = Lexer::new(bytes, last + b"startxref".len(), budget);
    let Some(first) = lexer.next()?.and_then(|n| n.count()) else { return Ok(None) };
    // Places count from the header, where something was written before it.
    let header = memchr::memmem::find(bytes.get(..bytes.len().min(1024)).unwrap_or(&[]), b"%PDF-").unwrap_or(0);
    let mut reader = Reader { bytes, budget, header, table: Table::default(), trailers: 0 };
    let mut wanted = vec![first];
    let mut seen = BTreeSet::new();
    while let Some(at) = wanted.pop() {
        if !seen.insert(at) || seen.len() > MOST_TABLES {
            continue;
        }
        let Some(dict) = reader.section(at.saturating_add(header))? else { return Ok(None) };
        // What is in the older table holds only where no newer one says otherwise, so the newer are read first.
        wanted.extend(dict.raw(b"Prev").count());
        wanted.extend(dict.raw(b"XRefStm").count());
    }
    Ok(Some(reader.table))
}

struct Reader<'b> {
    bytes: &'b [u8],
    budget: &'b Budget,
    header: usize,
    table: Table,
    trailers: usize,
}

impl Reader<'_> {
    /// One table, and its trailer.
    fn section(&mut self, at: usize) -> Result<Option<Dict>, Unreadable> {
        let mut lexer = Lexer::new(self.bytes, at, self.budget);
        let dict = match lexer.next()? {
            Some(word) if word.is_word(b"xref") => self.rows(&mut lexer)?,
            Some(Object::Number(_)) => self.stream(at)?,
            _ => None,
        };
        if let Some(dict) = &dict {
            if self.trailers == 0 {
                self.table.trailer = dict.clone();
            }
            self.trailers += 1;
        }
        Ok(dict)
    }

    fn add(&mut self, id: u32, entry: Entry) {
        self.table.entries.entry(id).or_insert(entry);
    }

    /// `0 6` and six rows `0000000017 00000 n`, and so on to the trailer.
    fn rows(&mut self, lexer: &mut Lexer<'_>) -> Result<Option<Dict>, Unreadable> {
        loop {
            let first = match lexer.next()? {
                Some(word) if word.is_word(b"trailer") => break,
                Some(Object::Number(n)) => Object::Number(n).count(),
                _ => return Ok(None),
            };
            let count = lexer.next()?.and_then(|n| n.count());
            let (Some(first), Some(count)) = (first, count) else { return Ok(None) };
            for i in 0..count {
                let place = lexer.next()?.and_then(|n| n.count());
                let generation = lexer.next()?.and_then(|n| n.count());
                let (Some(place), Some(_), Some(kind)) = (place, generation, lexer.next()?) else { return Ok(None) };
                let Some(id) = first.checked_add(i).and_then(|n| u32::try_from(n).ok()) else { return Ok(None) };
                match () {
                    () if kind.is_word(b"n") && place > 0 => self.add(id, Entry::At(place.saturating_add(self.header))),
                    () if kind.is_word(b"n") || kind.is_word(b"f") => self.add(id, Entry::Free),
                    () => return Ok(None),
                }
            }
        }
        Ok(match lexer.next()? {
            Some(Object::Dict(dict)) => Some((*dict).clone()),
            _ => None,
        })
    }

    /// A table that is kept in a stream.
    fn stream(&mut self, at: usize) -> Result<Option<Dict>, Unreadable> {
        let Some(id) = Lexer::new(self.bytes, at, self.budget).next()?.and_then(|n| n.count()) else { return Ok(None) };
        let Ok(id) = u32::try_from(id) else { return Ok(None) };
        let mut alone = Table::default();
        alone.entries.insert(id, Entry::At(at));
        let file = File::with(self.bytes, self.budget, alone)?;
        let Object::Stream(stream) = file.resolved(&Object::Ref(id))? else { return Ok(None) };
        let Some(data) = file.unpacked(&stream)? else { return Ok(None) };
        Ok(self.packed_rows(&stream, &data).map(|()| (*stream.dict).clone()))
    }

    fn packed_rows(&mut self, stream: &Stream, data: &[u8]) -> Option<()> {
        let numbers =
            |name: &[u8]| -> Option<Vec<usize>> { stream.dict.raw(name).list()?.iter().map(Object::count).collect() };
        let widths = numbers(b"W")?;
        let &[kind, place, extra] = widths.get(..3)? else { return None };
        if widths.iter().any(|w| *w > 8) {
            return None;
        }
        let ranges = numbers(b"Index").unwrap_or_else(|| vec![0, stream.dict.raw(b"Size").count().unwrap_or(0)]);
        let mut rows = data.chunks_exact((kind + place + extra).max(1));
        for range in ranges.chunks_exact(2) {
            let &[first, count] = range else { break };
            for id in first..first.saturating_add(count) {
                let Some(row) = rows.next() else { return Some(()) };
                let field = |from: usize, width: usize| {
                    row.get(from..from + width).unwrap_or(&[]).iter().fold(0_u64, |n, b| n << 8 | u64::from(*b))
                };
                let what = if kind == 0 { 1 } else { field(0, kind) };
                let (second, third) = (field(kind, place), field(kind + place, extra));
                let Ok(id) = u32::try_from(id) else { return Some(()) };
                let at = usize::try_from(second).ok()?;
                self.add(
                    id,
                    match what {
                        1 => Entry::At(at.saturating_add(self.header)),
                        2 => Entry::In(u32::try_from(second).ok()?, usize::try_from(third).ok()?),
                        _ => Entry::Free,
                    },
                );
            }
        }
        Some(())
    }
}
