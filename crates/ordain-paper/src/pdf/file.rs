//! A PDF as a store of objects.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::filters::{self, Predictor};
use super::lexer::{Lexer, is_space};
use super::object::{Dict, Object, Stream};
use crate::budget::Budget;
use crate::{Format, Unreadable};

/// Where an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// At this byte of the file.
    At(usize),
    /// In the stream of this number, at this position.
    In(u32, usize),
    /// It was given up.
    Free,
}

/// Where all objects are.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    pub(super) entries: BTreeMap<u32, Entry>,
    pub(super) trailer: Dict,
}

/// The bytes of a stream of objects, and where each of them begins.
type Packed = (Vec<u8>, Vec<(u32, usize)>);

/// A PDF, open.
pub(super) struct File<'b> {
    pub(super) bytes: &'b [u8],
    pub(super) budget: &'b Budget,
    table: Table,
    read: RefCell<HashMap<u32, Object>>,
    packed: RefCell<HashMap<u32, Option<Rc<Packed>>>>,
    /// Objects that are being read: one that needs itself is none.
    open: RefCell<Vec<u32>>,
    doubtful: Cell<bool>,
}

/// References that lead to references lead nowhere after as many.
const FURTHEST: usize = 16;

impl<'b> File<'b> {
    /// The file with this table, unless it is encrypted.
    pub(super) fn with(bytes: &'b [u8], budget: &'b Budget, table: Table) -> Result<Self, Unreadable> {
        if *table.trailer.raw(b"Encrypt") != Object::Null {
            return Err(Unreadable::Encrypted(Format::Pdf));
        }
        let (read, packed, open) = (RefCell::default(), RefCell::default(), RefCell::default());
        Ok(Self { bytes, budget, table, read, packed, open, doubtful: Cell::new(false) })
    }

    pub(super) const fn table(&self) -> &Table {
        &self.table
    }

    pub(super) const fn table_mut(&mut self) -> &mut Table {
        &mut self.table
    }

    /// True where an object was not where the table says.
    pub(super) const fn is_doubtful(&self) -> bool {
        self.doubtful.get()
    }

    /// The catalog, where there is one with pages.
    pub(super) fn root(&self) -> Option<Rc<Dict>> {
        let root = self.resolved(self.table.trailer.raw(b"Root")).ok()?;
        let dict = root.dict()?;
        (*dict.raw(b"Pages") != Object::Null).then(|| Rc::clone(dict))
    }

    /// What a reference refers to, or the object itself; null where there is no such object.
    pub(super) fn resolved(&self, object: &Object) -> Result<Object, Unreadable> {
        let mut object = object.clone();
        for _ in 0..FURTHEST {
            let Object::Ref(id) = object else { return Ok(object) };
            object = self.object(id)?;
        }
        Ok(Object::Null)
    }

    /// The value of a name in a dictionary, references followed.
    pub(super) fn get(&self, dict: &Dict, name: &[u8]) -> Result<Object, Unreadable> {
        self.resolved(dict.raw(name))
    }

    fn object(&self, id: u32) -> Result<Object, Unreadable> {
        if let Some(known) = self.read.borrow().get(&id) {
            return Ok(known.clone());
        }
        let Some(&entry) = self.table.entries.get(&id) else { return Ok(Object::Null) };
        if self.open.borrow().contains(&id) {
            return Ok(Object::Null);
        }
        self.open.borrow_mut().push(id);
        let object = match entry {
            Entry::Free => Ok(Object::Null),
            Entry::At(at) => self.indirect(id, at),
            Entry::In(stream, position) => self.in_stream(id, stream, position),
        };
        self.open.borrow_mut().pop();
        let object = object?;
        self.read.borrow_mut().insert(id, object.clone());
        Ok(object)
    }

    /// The object `12 0 obj …` at a byte.
    fn indirect(&self, id: u32, at: usize) -> Result<Object, Unreadable> {
        let mut lexer = Lexer::new(self.bytes, at, self.budget);
        let number = lexer.next()?.and_then(|n| n.count());
        let generation = lexer.next()?.and_then(|n| n.count());
        let begins = lexer.next()?.is_some_and(|w| w.is_word(b"obj"));
        if number != Some(id as usize) || generation.is_none() || !begins {
            self.doubtful.set(true);
            return Ok(Object::Null);
        }
        let object = lexer.next()?.unwrap_or(Object::Null);
        let mut after = lexer.clone();
        // An object that the file breaks off in is not whole.
        let next = after.next()?.ok_or(Unreadable::Damaged(Format::Pdf))?;
        let Object::Dict(dict) = &object else { return Ok(object) };
        if !next.is_word(b"stream") {
            return Ok(object);
        }
        let start = after.at + line_end(after.rest());
        let length = self.get(dict, b"Length")?.count();
        let stated = length.and_then(|n| start.checked_add(n)).filter(|end| self.ends_stream(*end));
        let end = match stated {
            Some(end) => end,
            None => self.stream_end(start)?,
        };
        Ok(Object::Stream(Rc::new(Stream { dict: Rc::clone(dict), data: start..end })))
    }

    fn ends_stream(&self, end: usize) -> bool {
        let rest = self.bytes.get(end..).unwrap_or(&[]);
        let space = rest.iter().take(8).take_while(|b| is_space(**b)).count();
        rest.get(space..).is_some_and(|r| r.starts_with(b"endstream") || r.starts_with(b"endobj"))
    }

    fn stream_end(&self, start: usize) -> Result<usize, Unreadable> {
        let rest = self.bytes.get(start..).unwrap_or(&[]);
        let found = memchr::memmem::find(rest, b"endstream");
        self.budget.search(found.unwrap_or(rest.len()))?;
        // A stream that the file breaks off in is not whole.
        Ok(start + found.ok_or(Unreadable::Damaged(Format::Pdf))?)
    }

    fn in_stream(&self, id: u32, stream: u32, position: usize) -> Result<Object, Unreadable> {
        let Some(packed) = self.packed(stream)? else {
            self.doubtful.set(true);
            return Ok(Object::Null);
        };
        let (bytes, places) = &*packed;
        let here = places.get(position).filter(|(number, _)| *number == id);
        let place = here.or_else(|| places.iter().find(|(number, _)| *number == id));
        let Some(&(_, at)) = place else {
            self.doubtful.set(true);
            return Ok(Object::Null);
        };
        Ok(Lexer::new(bytes, at, self.budget).next()?.unwrap_or(Object::Null))
    }

    /// A stream of objects, unpacked once.
    pub(super) fn packed(&self, id: u32) -> Result<Option<Rc<Packed>>, Unreadable> {
        if let Some(known) = self.packed.borrow().get(&id) {
            return Ok(known.clone());
        }
        let packed = self.unpack_objects(id)?.map(Rc::new);
        self.packed.borrow_mut().insert(id, packed.clone());
        Ok(packed)
    }

    fn unpack_objects(&self, id: u32) -> Result<Option<Packed>, Unreadable> {
        // Such a stream is itself in none.
        if !matches!(self.table.entries.get(&id), Some(Entry::At(_))) {
            return Ok(None);
        }
        let Object::Stream(stream) = self.object(id)? else { return Ok(None) };
        let count = self.get(&stream.dict, b"N")?.count().unwrap_or(0);
        let Some(first) = self.get(&stream.dict, b"First")?.count() else { return Ok(None) };
        let Some(bytes) = self.unpacked(&stream)? else { return Ok(None) };
        let mut lexer = Lexer::new(&bytes, 0, self.budget);
        let mut places = Vec::new();
        for _ in 0..count {
            let number = lexer.next()?.and_then(|n| n.count()).and_then(|n| u32::try_from(n).ok());
            let at = lexer.next()?.and_then(|n| n.count());
            let (Some(number), Some(at)) = (number, at) else { break };
            places.push((number, first.saturating_add(at)));
        }
        Ok(Some((bytes, places)))
    }

    /// The bytes of a stream, unpacked; none of a picture.
    pub(super) fn unpacked(&self, stream: &Stream) -> Result<Option<Vec<u8>>, Unreadable> {
        let either = |long: &[u8], short: &[u8]| match self.get(&stream.dict, long)? {
            Object::Null => self.get(&stream.dict, short),
            found => Ok(found),
        };
        let all = |object: Object| match object {
            Object::List(list) => list.to_vec(),
            Object::Null => Vec::new(),
            one => vec![one],
        };
        let names = all(either(b"Filter", b"F")?);
        let parameters = all(either(b"DecodeParms", b"DP")?);
        let mut data: Option<Vec<u8>> = None;
        for (i, name) in names.iter().take(8).enumerate() {
            let name = self.resolved(name)?;
            let Some(name) = name.name() else { return Ok(None) };
            if name == b"Crypt" {
                return Err(Unreadable::Encrypted(Format::Pdf));
            }
            let parameters = self.resolved(parameters.get(i).unwrap_or(&Object::Null))?;
            let (early, predictor) = self.parameters(&parameters)?;
            let before = data.as_deref().or_else(|| self.bytes.get(stream.data.clone())).unwrap_or(&[]);
            match filters::unpack(name, before, early, predictor, self.budget)? {
                Some(after) => data = Some(after),
                None => return Ok(None),
            }
        }
        Ok(Some(match data {
            Some(data) => data,
            None => self.bytes.get(stream.data.clone()).unwrap_or(&[]).to_vec(),
        }))
    }

    fn parameters(&self, object: &Object) -> Result<(bool, Option<Predictor>), Unreadable> {
        let Some(dict) = object.dict() else { return Ok((true, None)) };
        let number = |name: &[u8], usual: usize| Ok::<_, Unreadable>(self.get(dict, name)?.count().unwrap_or(usual));
        let kind = number(b"Predictor", 1)?;
        let predictor = Predictor {
            kind,
            colors: number(b"Colors", 1)?,
            bits: number(b"BitsPerComponent", 8)?,
            columns: number(b"Columns", 1)?,
        };
        Ok((number(b"EarlyChange", 1)? != 0, (kind > 1).then_some(predictor)))
    }
}

/// The end of line after the word `stream`.
fn line_end(rest: &[u8]) -> usize {
    let blanks = rest.iter().take_while(|b| matches!(**b, b' ' | b'\t')).count();
    match rest.get(blanks..) {
        Some([b'\r', b'\n', ..]) => blanks + 2,
        Some([b'\r' | b'\n', ..]) => blanks + 1,
        _ => 0,
    }
}
