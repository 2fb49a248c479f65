//! The lists of a JSON file, an object at a time, and what is said beside them.

use std::cell::Cell;
use std::fmt;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::value::{Value, without_its_place};
use crate::text::Utf8;
use crate::{Encoding, Limits, Place, Trouble};

/// Where the rows are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum At {
    /// The file is a list.
    Root,
    /// The list under this name.
    Key(String),
}

/// How far the reader is, and how long the object is that it is in.
#[derive(Debug, Default)]
struct Progress {
    byte: Cell<u64>,
    line: Cell<u64>,
    since: Cell<usize>,
    last: Cell<u8>,
    long: Cell<bool>,
}

/// Counts what it hands on, a byte at a time as the parser asks.
struct Counting<R> {
    inner: R,
    progress: Rc<Progress>,
    limit: usize,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let Some(one) = buf.get_mut(..1) else { return Ok(0) };
        let n = self.inner.read(one)?;
        if n == 1 {
            let p = &self.progress;
            p.byte.set(p.byte.get() + 1);
            if p.last.get() == b'\n' {
                p.line.set(p.line.get() + 1);
            }
            p.last.set(one.first().copied().unwrap_or(0));
            p.since.set(p.since.get() + 1);
            if p.since.get() > self.limit {
                p.long.set(true);
                return Err(io::Error::other(format!("an object or a value is longer than {} bytes", self.limit)));
            }
        }
        Ok(n)
    }
}

impl Progress {
    /// The place of the byte that was read last.
    fn place(&self, row: u64, mark: u64) -> Place {
        Place { row, line: self.line.get() + 1, byte: self.byte.get().saturating_sub(1) + mark }
    }
}

/// What is done with an object of a list, by the name of the list.
type Each<'e> = dyn FnMut(Option<&str>, Place, Result<Value, String>) -> ControlFlow<()> + 'e;

struct Walk<'a, 'e> {
    progress: Rc<Progress>,
    mark: u64,
    /// The list whose objects are wanted; all, to learn the shape.
    wanted: Option<&'a At>,
    row: u64,
    stopped: bool,
    beside: Vec<(String, String)>,
    /// Every list that was read, and how many objects it has.
    counts: Vec<(Option<String>, u64)>,
    each: &'a mut Each<'e>,
}

/// What a file has around the objects of its lists.
pub(super) struct Around {
    pub(super) beside: Vec<(String, String)>,
    pub(super) counts: Vec<(Option<String>, u64)>,
}

/// Reads a whole file, handing every object of the lists to `each`.
pub(super) fn walk_lists(
    input: impl Read,
    encoding: Encoding,
    limits: &Limits,
    wanted: Option<&At>,
    each: &mut Each<'_>,
) -> Result<Around, Trouble> {
    let progress = Rc::new(Progress::default());
    let fail = |p: &Progress, row: u64, reason: String| Trouble { place: p.place(row, 0), column: None, reason };
    let mut input = BufReader::new(input);
    let mark = pass_mark(&mut input, encoding).map_err(|e| fail(&progress, 0, e.to_string()))?;
    let inner = BufReader::new(Utf8::new(input, encoding));
    let counting = Counting { inner, progress: Rc::clone(&progress), limit: limits.row };
    let mut parser = serde_json::Deserializer::from_reader(counting);
    let mut walk = Walk {
        progress: Rc::clone(&progress),
        mark,
        wanted,
        row: 0,
        stopped: false,
        beside: Vec::new(),
        counts: Vec::new(),
        each,
    };
    let done = Top(&mut walk).deserialize(&mut parser).and_then(|()| if walk.stopped { Ok(()) } else { parser.end() });
    let row = walk.row;
    match done {
        _ if walk.stopped => Ok(Around { beside: walk.beside, counts: walk.counts }),
        Ok(()) => Ok(Around { beside: walk.beside, counts: walk.counts }),
        Err(e) if e.is_eof() => {
            Err(fail(&progress, row + 1, "it is cut short: the JSON ends in the middle".to_owned()))
        }
        Err(e) => Err(fail(&progress, row + 1, without_its_place(&e.to_string()))),
    }
}

/// Passes over the mark of an encoding; its length.
fn pass_mark(input: &mut impl io::BufRead, encoding: Encoding) -> io::Result<u64> {
    let mark = encoding.mark();
    let found = !mark.is_empty() && input.fill_buf()?.starts_with(mark);
    if found {
        input.consume(mark.len());
    }
    Ok(if found { mark.len() as u64 } else { 0 })
}

/// The file itself: a list, or an object with lists.
struct Top<'w, 'a, 'e>(&'w mut Walk<'a, 'e>);

impl<'de> DeserializeSeed<'de> for Top<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Top<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects, or an object with such a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        List { walk: self.0, name: None }.visit_seq(seq)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            self.0.progress.since.set(0);
            let skip =
                matches!(self.0.wanted, Some(At::Root)) || matches!(self.0.wanted, Some(At::Key(k)) if *k != key);
            if skip {
                map.next_value::<IgnoredAny>()?;
            } else {
                map.next_value_seed(List { walk: self.0, name: Some(&key) })?;
            }
            if self.0.stopped {
                return Err(serde::de::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

/// A value under a name: a list of rows, or something said beside it.
struct List<'w, 'a, 'e, 'k> {
    walk: &'w mut Walk<'a, 'e>,
    name: Option<&'k str>,
}

impl List<'_, '_, '_, '_> {
    fn beside(self, value: String) {
        if let Some(name) = self.name.filter(|_| self.walk.beside.len() < 4096) {
            self.walk.beside.push((name.to_owned(), value));
        }
    }
}

impl<'de> DeserializeSeed<'de> for List<'_, '_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut count = 0;
        loop {
            self.walk.progress.since.set(0);
            let progress = Rc::clone(&self.walk.progress);
            let start = Cell::new(Place { row: 0, line: 0, byte: 0 });
            let seed = Element { progress: &progress, mark: self.walk.mark, row: self.walk.row + 1, start: &start };
            let Some(value) = seq.next_element_seed(seed)? else {
                self.walk.counts.push((self.name.map(str::to_owned), count));
                return Ok(());
            };
            self.walk.row += 1;
            count += 1;
            if (self.walk.each)(self.name, start.get(), value).is_break() {
                self.walk.stopped = true;
                return Err(serde::de::Error::custom("stopped"));
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_str<E: serde::de::Error>(self, v: &str) -> Result<(), E> {
        self.beside(v.to_owned());
        Ok(())
    }

    fn visit_bool<E: serde::de::Error>(self, v: bool) -> Result<(), E> {
        self.beside(v.to_string());
        Ok(())
    }

    fn visit_u64<E: serde::de::Error>(self, v: u64) -> Result<(), E> {
        self.beside(v.to_string());
        Ok(())
    }

    fn visit_i64<E: serde::de::Error>(self, v: i64) -> Result<(), E> {
        self.beside(v.to_string());
        Ok(())
    }

    fn visit_f64<E: serde::de::Error>(self, v: f64) -> Result<(), E> {
        self.beside(v.to_string());
        Ok(())
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.beside(String::new());
        Ok(())
    }
}

/// One object of a list, and where it begins.
struct Element<'a> {
    progress: &'a Progress,
    mark: u64,
    row: u64,
    start: &'a Cell<Place>,
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = Result<Value, String>;

    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<Self::Value, D::Error> {
        // Its first byte was looked at and not yet taken.
        self.start.set(self.progress.place(self.row, self.mark));
        let value: Value = serde::Deserialize::deserialize(d)?;
        Ok(value.into_row())
    }
}
