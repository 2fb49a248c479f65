//! The table of objects of a file whose own cannot be used: its objects are looked for.

use super::file::{Entry, File, Table};
use super::lexer::{Lexer, is_space};
use super::object::{Dict, Object};
use crate::Unreadable;
use crate::budget::Budget;

/// Every object of the file by its number; of two with one number the later.
pub(super) fn rebuild_table(bytes: &[u8], budget: &Budget) -> Result<Table, Unreadable> {
    let mut table = Table::default();
    for at in memchr::memmem::find_iter(bytes, b"obj") {
        if let Some((id, start)) = object_before_word(bytes, at) {
            budget.object()?;
            table.entries.insert(id, Entry::At(start));
        }
    }
    for at in memchr::memmem::find_iter(bytes, b"trailer") {
        if let Some(Object::Dict(dict)) = Lexer::new(bytes, at + b"trailer".len(), budget).next()? {
            merge_trailer(&mut table.trailer, &dict);
        }
    }
    // A table in a stream is its own trailer.
    for at in memchr::memmem::find_iter(bytes, b"/XRef") {
        let from = at.saturating_sub(2_048);
        let Some(open) = bytes.get(from..at).and_then(|b| memchr::memmem::rfind(b, b"obj")) else { continue };
        if let Some(Object::Dict(dict)) = Lexer::new(bytes, from + open + 3, budget).next()? {
            merge_trailer(&mut table.trailer, &dict);
        }
    }
    Ok(table)
}

/// The newest root holds; encryption is taken from any.
fn merge_trailer(trailer: &mut Dict, dict: &Dict) {
    for name in [&b"Root"[..], b"Encrypt"] {
        if *dict.raw(name) != Object::Null {
            trailer.0.insert(name.to_vec(), dict.raw(name).clone());
        }
    }
}

/// The number of the object whose word `obj` is here, and where it begins: `12 0 obj`.
fn object_before_word(bytes: &[u8], word: usize) -> Option<(u32, usize)> {
    let digits = |end: usize| {
        let from = bytes.get(end.saturating_sub(10)..end)?;
        let count = from.iter().rev().take_while(|b| b.is_ascii_digit()).count();
        (count > 0).then_some(end - count)
    };
    let space = |end: usize| {
        let count = bytes.get(end.saturating_sub(8)..end)?.iter().rev().take_while(|b| is_space(**b)).count();
        (count > 0).then_some(end - count)
    };
    let number_end = space(digits(space(word)?)?)?;
    let start = digits(number_end)?;
    let id = std::str::from_utf8(bytes.get(start..number_end)?).ok()?.parse().ok()?;
    Some((id, start))
}

/// Adds the objects that are packed in streams, where no object of that number is by itself.
pub(super) fn add_packed(file: &mut File<'_>) -> Result<(), Unreadable> {
    let ids: Vec<u32> = file.table().entries.keys().copied().collect();
    let mut found = Vec::new();
    for id in ids {
        let object = file.resolved(&Object::Ref(id))?;
        let Object::Stream(stream) = &object else { continue };
        if stream.dict.raw(b"Type").name() != Some(b"ObjStm") {
            continue;
        }
        let Some(packed) = file.packed(id)? else { continue };
        found.extend(packed.1.iter().enumerate().map(|(i, (number, _))| (*number, Entry::In(id, i))));
    }
    for (number, entry) in found {
        file.table_mut().entries.entry(number).or_insert(entry);
    }
    Ok(())
}

/// Looks for the catalog where no trailer names one.
pub(super) fn find_root(file: &mut File<'_>) -> Result<(), Unreadable> {
    let ids: Vec<u32> = file.table().entries.keys().copied().collect();
    for id in ids {
        let object = file.resolved(&Object::Ref(id))?;
        if object.dict().is_some_and(|d| d.raw(b"Type").name() == Some(b"Catalog")) {
            file.table_mut().trailer.0.insert(b"Root".to_vec(), Object::Ref(id));
        }
    }
    Ok(())
}
