//! JSON: dockets of CourtListener and juriscraper, and any list of objects. One
//! object is held at a time. What is nested is named with points
//! (`recap_documents.page_count`), and lists are joined with `; `.

use std::cell::Cell;
use std::fmt;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::jsonl::is_json;
use super::row::Row;
use super::value::{Value, told};
use crate::format::{self, Format, Input};
use crate::known::Heading;
use crate::known::{Known, PartOf, Unknown};
use crate::look::Look;
use crate::source::unpacked;
use crate::text::Utf8;
use crate::{Encoding, Limits, Place, Trouble};

/// The objects of one list.
#[derive(Debug)]
pub(super) struct Json {
    encoding: Encoding,
    at: At,
}

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn described(&self, packed: &str, _: usize) -> String {
        format!("JSON{packed}: rows are the objects of its list")
    }

    fn read(&self, input: &Input<'_>, each: &mut format::Each<'_>) -> io::Result<Result<(), Trouble>> {
        let mut row = Row::new(input);
        let bytes = unpacked(input.source, &input.limits)?;
        let Self { encoding, at } = self;
        Ok(objects(bytes, *encoding, &input.limits, at, &mut |place, value| row.hand_on(place, value, each)))
    }
}

/// The list that the layout names, that some layout names, or the only one.
pub(super) fn detect(look: &Look<'_>) -> Result<Option<Known>, Unknown> {
    let text = look.text()?;
    if !is_json(look, &text.decoded) {
        return Ok(None);
    }
    let encoding = text.encoding.0;
    let shape = shape(unpacked(look.source, look.limits)?, encoding, look.limits)?;
    let wanted = look.layout.and_then(|l| l.list.as_deref());
    let known = |name: &str| look.layouts.iter().any(|l| l.list.as_deref() == Some(name));
    let full: Vec<&(String, Vec<String>)> = shape.lists.iter().filter(|(_, c)| !c.is_empty()).collect();
    // Where a layout says which list has the rows, no other has them: it may be empty.
    let list = wanted
        .and_then(|w| shape.lists.iter().find(|(n, _)| n == w))
        .or_else(|| full.iter().find(|(n, _)| known(n)).copied())
        .or_else(|| shape.lists.iter().find(|(n, _)| known(n)))
        .or(if full.len() == 1 { full.first().copied() } else { None });
    let part = one_of_several(&shape);
    let json = |at, columns, beside| {
        let known = Known::new(Json { encoding, at }, columns, Heading::Names).encoded(&text.encoding);
        Ok(Some(Known { beside, part: part.clone(), ..known }))
    };
    match (shape.root, list) {
        (Some(columns), _) if !columns.is_empty() => json(At::Root, columns, Vec::new()),
        (_, Some((name, columns))) => {
            let mut columns = columns.clone();
            if columns.is_empty() {
                let names = look.layout.into_iter().flat_map(|l| &l.columns).flat_map(|c| c.names.first());
                columns.extend(names.filter(|n| !n.starts_with("file.")).cloned());
            }
            let mut beside = Vec::new();
            for (name, value) in shape.beside {
                beside.push((columns.len(), value));
                columns.push(format!("file.{name}"));
            }
            json(At::Key(name.clone()), columns, beside)
        }
        _ if full.len() > 1 => {
            let names: Vec<&str> = full.iter().map(|(n, _)| n.as_str()).collect();
            Err(Unknown::undeclared(
                format!("the file has several lists: {}", ordain_base::words::quoted_list(&names)),
                "say which holds the rows, in a layout of the matter: rows at \"…\"",
            ))
        }
        _ => Err(Unknown::undeclared(
            "the file holds no list of objects",
            "rows are the objects of a list, or one a line",
        )),
    }
}

/// Why the file is only a part of the whole list, where it says so itself.
fn one_of_several(shape: &Shape) -> Option<PartOf> {
    let said = |name: &str| shape.beside.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim());
    let (rows, all) = (shape.rows, said("count").and_then(|n| n.parse().ok()));
    let why = match (said("next").filter(|n| !n.is_empty()), all) {
        (Some(next), _) => format!("it is one page of several, and the next is `{next}`"),
        (None, Some(all)) if all > rows => format!("it has {rows} of {all} entries"),
        _ => return None,
    };
    Some(PartOf { why, rows, all })
}

/// Where the rows are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum At {
    /// The file is a list.
    Root,
    /// The list under this name.
    Key(String),
}

/// What a file holds: its lists, and what is said beside them.
#[derive(Debug, Default)]
struct Shape {
    root: Option<Vec<String>>,
    lists: Vec<(String, Vec<String>)>,
    /// How many objects its lists have.
    rows: u64,
    /// Names and values beside the lists.
    beside: Vec<(String, String)>,
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
struct Around {
    beside: Vec<(String, String)>,
    counts: Vec<(Option<String>, u64)>,
}

/// Reads a whole file, handing every object of the lists to `each`.
fn walk(
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
        Err(e) => Err(fail(&progress, row + 1, told(&e.to_string()))),
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

/// The shape of a file: which lists it has, and the names of their objects.
///
/// # Errors
/// Where it cannot be read to its end.
fn shape(input: impl Read, encoding: Encoding, limits: &Limits) -> Result<Shape, Trouble> {
    let mut shape = Shape::default();
    let most = limits.columns;
    let mut wide = None;
    let beside = walk(input, encoding, limits, None, &mut |list, place, value| {
        let columns = match list {
            None => shape.root.get_or_insert_with(Vec::new),
            Some(name) => match shape.lists.iter().position(|(n, _)| n == name) {
                Some(at) => &mut shape.lists[at].1,
                None => {
                    shape.lists.push((name.to_owned(), Vec::new()));
                    let last = shape.lists.len() - 1;
                    &mut shape.lists[last].1
                }
            },
        };
        if let Ok(value) = &value {
            for (name, _) in value.flat() {
                if !columns.contains(&name) {
                    columns.push(name);
                }
            }
        }
        if columns.len() > most {
            wide = Some(place);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })?;
    if let Some(place) = wide {
        return Err(Trouble { place, column: None, reason: format!("the objects have more than {most} names") });
    }
    for (name, count) in beside.counts {
        let Some(name) = name.filter(|_| count == 0) else {
            shape.rows += count;
            continue;
        };
        if !shape.lists.iter().any(|(n, _)| *n == name) {
            shape.lists.push((name, Vec::new()));
        }
    }
    shape.beside = beside.beside;
    Ok(shape)
}

/// The objects of one list.
fn objects(
    input: impl Read,
    encoding: Encoding,
    limits: &Limits,
    at: &At,
    each: &mut dyn FnMut(Place, Result<Value, String>) -> ControlFlow<()>,
) -> Result<(), Trouble> {
    walk(input, encoding, limits, Some(at), &mut |_, place, value| each(place, value)).map(|_| ())
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
