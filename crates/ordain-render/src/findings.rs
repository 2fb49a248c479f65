//! Every row that is not as a duty asks, as CSV: for a spreadsheet.

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
    let formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']) && value.parse::<f64>().is_err();
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
        assert_eq!(written("-5"), "-5");
        assert_eq!(written("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(written("DHS00000001"), "DHS00000001");
    }
}
