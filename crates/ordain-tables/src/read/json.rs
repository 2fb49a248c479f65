//! JSON: dockets of CourtListener and juriscraper, and any list of objects. One
//! object is held at a time. What is nested is named with points
//! (`recap_documents.page_count`), and lists are joined with `; `.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::json_lists::{At, walk_lists};
use super::jsonl::is_json;
use super::row::Row;
use super::value::Value;
use crate::format::{self, Format, Input};
use crate::known::Heading;
use crate::known::{Known, PartOf, Unknown};
use crate::look::Look;
use crate::source::open_unpacked;
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
        let bytes = open_unpacked(input.source, &input.limits)?;
        let Self { encoding, at } = self;
        Ok(read_objects(bytes, *encoding, &input.limits, at, &mut |place, value| row.hand_on(place, value, each)))
    }
}

/// The list that the layout names, that some layout names, or the only one.
pub(super) fn detect(look: &Look<'_>) -> Result<Option<Known>, Unknown> {
    let text = look.text()?;
    if !is_json(look, &text.decoded) {
        return Ok(None);
    }
    let encoding = text.encoding.0;
    let shape = shape_of_file(open_unpacked(look.source, look.limits)?, encoding, look.limits)?;
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

/// The shape of a file: which lists it has, and the names of their objects.
///
/// # Errors
/// Where it cannot be read to its end.
fn shape_of_file(input: impl Read, encoding: Encoding, limits: &Limits) -> Result<Shape, Trouble> {
    let mut shape = Shape::default();
    let most = limits.columns;
    let mut wide = None;
    let beside = walk_lists(input, encoding, limits, None, &mut |list, place, value| {
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
fn read_objects(
    input: impl Read,
    encoding: Encoding,
    limits: &Limits,
    at: &At,
    each: &mut dyn FnMut(Place, Result<Value, String>) -> ControlFlow<()>,
) -> Result<(), Trouble> {
    walk_lists(input, encoding, limits, Some(at), &mut |_, place, value| each(place, value)).map(|_| ())
}
