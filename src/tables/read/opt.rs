//! Opticon: `key,volume,path,document break,folder break,box break,pages`. It
//! has no header and no quotation marks, so that a comma in a path breaks a row.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::delimited::{Rows, Shape};
use super::split::Dialect;
use crate::tables::{Encoding, Limits, Record, Trouble};

/// What the values of a row are called.
pub const COLUMNS: [&str; 7] = ["key", "volume", "path", "document break", "folder break", "box break", "pages"];

/// A row may leave out what follows its path; where a number stands in the
/// place of the folder break, the row is not of this format.
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
        Ok(record) => match fault(record.fields) {
            Some((column, reason)) => {
                each(Err(Trouble { place: record.place, column: Some(column), reason: reason.to_owned() }))
            }
            None => each(Ok(record)),
        },
        Err(mut trouble) => {
            if trouble.column.is_none() && trouble.reason.contains("values") {
                trouble.reason.push_str(": a comma in a path breaks the row, for the format has no quotation marks");
            }
            each(Err(trouble))
        }
    }))
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
