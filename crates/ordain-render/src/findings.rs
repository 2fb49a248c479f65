//! Every row that is not as a duty asks, as CSV: for a spreadsheet.

use std::io::{self, Write};

use ordain_base::characters::is_unseen;
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

/// A value that a spreadsheet would take for a formula is written as text: it
/// comes from somebody else's file.
fn push_cell(value: &str, out: &mut String) {
    let formula = opens_formula(value) && value.parse::<f64>().is_err();
    let quoted = formula || value.contains([',', '"', '\n', '\r']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    if quoted {
        out.push_str(&value.replace('"', "\"\""))
    } else {
        out.push_str(value)
    }
    if quoted {
        out.push('"');
    }
}

/// Whether a spreadsheet may take this for a formula, by its first character that is seen: it may leave the others
/// out, and it may take a wide sign for a plain one.
fn opens_formula(value: &str) -> bool {
    let first = value.chars().find(|c| !c.is_whitespace() && !is_unseen(*c));
    let sign = |c| {
        matches!(c, '=' | '+' | '-' | '@' | '\u{2212}' | '\u{FF1D}' | '\u{FF0B}' | '\u{FF0D}' | '\u{FF20}')
            || matches!(c, '\u{FE62}' | '\u{FE63}' | '\u{FE66}' | '\u{FE6B}')
    };
    value.starts_with(['\t', '\r']) || first.is_some_and(sign)
}

#[cfg(test)]
mod tests {
    use super::push_cell;

    #[test]
    fn a_formula_is_written_as_text() {
        let written = |value: &str| {
            let mut out = String::new();
            push_cell(value, &mut out);
            out
        };
        assert_eq!(written("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(written("@SUM(A1)"), "\"'@SUM(A1)\"");
        for value in ["\u{200B}=1+1", "\u{FEFF}@x", " +x", "\u{A0}\u{AD}-x", "\u{FF1D}1", "\u{E0041}=1"] {
            assert_eq!(written(value), format!("\"'{value}\""));
        }
        assert_eq!(written("DOE-1"), "DOE-1");
        assert_eq!(written("-5"), "-5");
        assert_eq!(written("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(written("DHS00000001"), "DHS00000001");
    }
}
