//! Opticon: `key,volume,path,document break,folder break,box break,pages`. It
//! has no header and no quotation marks, so that a comma in a path breaks a row.

use std::io::{self, Read};

use super::delimited::Rows;
use crate::format::Dialect;
use crate::format::Shape;
use crate::format::{Each, Format, Input};
use crate::known::Heading;
use crate::known::{Known, Unknown};
use crate::layout::FileKind;
use crate::look::Look;
use crate::source::open_unpacked;
use crate::{Encoding, Limits, Record, Trouble};

/// Images of pages, a line each.
#[derive(Debug)]
pub(super) struct Opticon(Encoding);

impl Format for Opticon {
    fn name(&self) -> &'static str {
        "opticon"
    }

    fn described(&self, packed: &str, _: usize) -> String {
        format!("Opticon{packed}: seven values a row, no header")
    }

    fn read(&self, input: &Input<'_>, each: &mut Each<'_>) -> io::Result<Result<(), Trouble>> {
        read_rows(open_unpacked(input.source, &input.limits)?, self.0, input.limits, each)
    }
}

/// By its layout or its name.
pub(super) fn detect(look: &Look<'_>) -> Result<Option<Known>, Unknown> {
    let text = look.text()?;
    let kind = look.kind();
    let is = kind == Some(FileKind::Opticon) || kind.is_none() && look.name.ends_with(".opt");
    let columns = || COLUMNS.iter().map(|c| (*c).to_owned()).collect();
    Ok(is.then(|| Known::new(Opticon(text.encoding.0), columns(), Heading::Fixed("Opticon")).encoded(&text.encoding)))
}

/// What the values of a row are called.
const COLUMNS: [&str; 7] = ["key", "volume", "path", "document break", "folder break", "box break", "pages"];

/// A row may leave out what follows its path. Some programs write five values,
/// the number of pages in the fifth: a folder break is never a number.
fn read_rows<R: Read>(
    input: R,
    encoding: Encoding,
    limits: Limits,
    each: &mut Each<'_>,
) -> io::Result<Result<(), Trouble>> {
    let dialect = Dialect { separator: ',', qualifier: None, doubled: false, newline: None };
    let shape = Shape { encoding, dialect, header: None, columns: Some(COLUMNS.len()), short: true, trailing: false };
    let mut rows = Rows::new(input, shape, limits)?;
    Ok(rows.read(&mut |row| match row {
        Ok(record) => {
            let short = seven_fields(record.fields);
            let fields = short.as_ref().map_or(record.fields, |f| f.as_slice());
            match fault_of_row(fields) {
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
fn seven_fields<'a>(fields: &[&'a str]) -> Option<[&'a str; 7]> {
    let [key, volume, path, document, pages, "", ""] = fields else { return None };
    let number = !pages.trim().is_empty() && pages.trim().bytes().all(|b| b.is_ascii_digit());
    number.then_some([key, volume, path, document, "", "", pages])
}

fn fault_of_row(fields: &[&str]) -> Option<(usize, &'static str)> {
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
