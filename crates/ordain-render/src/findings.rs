//! Every row that is not as a duty asks, as CSV: for a spreadsheet.

use std::io::{self, Write};

use super::csv::push_cell;
use ordain_core::report::Rows;

/// The names of the columns.
const HEADER: &str = "duty,state,name,category,day,days_late,file,row,line,column,value\n";

/// All of them, a line each, under a header.
#[must_use]
pub fn csv(rows: &Rows) -> String {
    let mut out = Vec::new();
    // Writing into memory cannot fail.
    let _ = write([rows], &mut out);
    String::from_utf8(out).unwrap_or_default()
}

/// Those of several matters, one after the other, as they are found: there may be more than fit into memory. The file
/// of a row says which matter it is of.
///
/// # Errors
/// Those of `out`.
pub fn write<'r>(all: impl IntoIterator<Item = &'r Rows>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(HEADER.as_bytes())?;
    all.into_iter().try_for_each(|rows| write_lines(rows, out))
}

fn write_lines(rows: &Rows, out: &mut dyn Write) -> io::Result<()> {
    let mut written = Ok(());
    let mut text = String::new();
    rows.each(|f| {
        let day = f.day.map(|d| d.to_string()).unwrap_or_default();
        let days = f.days.map(|d| d.to_string()).unwrap_or_default();
        let (row, at) = (f.row.to_string(), f.line.to_string());
        let values = [f.duty, f.state, f.name, f.label, &day, &days, f.path, &row, &at, f.column, f.value];
        text.clear();
        for (i, value) in values.iter().enumerate() {
            if i > 0 {
                text.push(',');
            }
            push_cell(value, &mut text);
        }
        text.push('\n');
        if written.is_ok() {
            written = out.write_all(text.as_bytes());
        }
    })?;
    written
}
