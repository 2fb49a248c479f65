//! Every row that is not as a duty asks, as CSV: for a spreadsheet.

use ordain_base::characters::is_unseen;
use ordain_core::report::Rows;

/// The names of the columns.
const HEADER: &str = "duty,state,name,category,day,days_late,file,row,line,column,value\n";

/// All of them, a line each, under a header.
#[must_use]
pub fn csv(rows: &Rows) -> String {
    csv_of(std::iter::once(rows))
}

/// Those of several matters, one after the other: the file of a row says which it is of.
#[must_use]
pub fn csv_of<'r>(all: impl Iterator<Item = &'r Rows>) -> String {
    let mut out = HEADER.to_owned();
    all.for_each(|rows| lines(rows, &mut out));
    out
}

fn lines(rows: &Rows, out: &mut String) {
    rows.each(|f| {
        let day = f.day.map(|d| d.to_string()).unwrap_or_default();
        let days = f.days.map(|d| d.to_string()).unwrap_or_default();
        let (row, at) = (f.row.to_string(), f.line.to_string());
        let values = [f.duty, f.state, f.name, f.label, &day, &days, f.path, &row, &at, f.column, f.value];
        for (i, value) in values.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            cell(value, out);
        }
        out.push('\n');
    });
}

/// A value that a spreadsheet would take for a formula is written as text: it
/// comes from somebody else's file.
fn cell(value: &str, out: &mut String) {
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
    use super::cell;

    #[test]
    fn a_formula_is_written_as_text() {
        let written = |value: &str| {
            let mut out = String::new();
            cell(value, &mut out);
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
