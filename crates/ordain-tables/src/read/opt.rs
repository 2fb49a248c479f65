//! Opticon: `key,volume,path,document break,folder break,box break,pages`. It
//! has no header and no quotation marks, so that a comma in a path breaks a row.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::delimited::{Rows, Shape};
use super::split::Dialect;
use crate::{Encoding, Limits, Record, Trouble};

/// What the values of a row are called.
pub const COLUMNS: [&str; 7] = ["key", "volume", "path", "document break", "folder break", "box break", "pages"];

/// A row may leave out what follows its path. Some programs write five values,
/// the number of pages in the fifth: a folder break is never a number.
pub(super) fn read<R: Read>(
    input: R,
    encoding: Encoding,
    limits: Limits,
    each: &mut dyn FnMut(Result<Record<'_>, Trouble>) -> ControlFlow<()>,
) -> io::Result<Result<(), Trouble>> {
    let dialect = Dialect { separator: ',', qualifier: None, doubled: false, newline: None };
    let shape = Shape { encoding, dialect, header: None, columns: Some(COLUMNS.len()), short: true };
    let mut rows = Rows::new(input, shape, limits)?;
    Ok(rows.read(&mut |row| match row {
        Ok(record) => {
            let short = five(record.fields);
            let fields = short.as_ref().map_or(record.fields, |f| f.as_slice());
            match fault(fields) {
                Some((column, reason)) => {
                    each(Err(Trouble { place: record.place, column: Some(column), reason: reason.to_owned() }))
                }
                None => each(Ok(Record { place: record.place, fields })),
            }
        }
        Err(mut trouble) => {
            if trouble.column.is_none() && trouble.reason.contains("values") {
                trouble.reason.push_str(": a comma in a path breaks the row, for the format has no quotation marks");
            }
            each(Err(trouble))
        }
    }))
}

/// A row of five values as one of seven.
fn five<'a>(fields: &[&'a str]) -> Option<[&'a str; 7]> {
    let [key, volume, path, document, pages, "", ""] = fields else { return None };
    let number = !pages.trim().is_empty() && pages.trim().bytes().all(|b| b.is_ascii_digit());
    number.then_some([key, volume, path, document, "", "", pages])
}

fn fault(fields: &[&str]) -> Option<(usize, &'static str)> {
    let at = |i: usize| fields.get(i).copied().unwrap_or("").trim();
    let number = |i: usize| at(i).bytes().all(|b| b.is_ascii_digit());
    if at(0).is_empty() {
        return Some((0, "it has no image key"));
    }
    if at(2).is_empty() {
        return Some((2, "it has no path of an image"));
    }
    for (i, what) in [
        (3, "the document break is neither `Y` nor empty"),
        (4, "the folder break is neither `Y` nor empty: the number of pages belongs in the seventh place"),
        (5, "the box break is neither `Y` nor empty: the number of pages belongs in the seventh place"),
    ] {
        if !matches!(at(i), "" | "Y" | "y" | "N" | "n") {
            return Some((i, what));
        }
    }
    (!number(6)).then_some((6, "the number of pages is no number"))
}
