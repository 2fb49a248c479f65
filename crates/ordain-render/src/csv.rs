//! Values of a sheet as CSV writes them.

use ordain_base::characters::is_unseen;

/// One line of a sheet, with its end.
pub(crate) fn line<'v>(values: impl IntoIterator<Item = &'v str>) -> String {
    let mut out = String::new();
    for (i, value) in values.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        push_cell(value, &mut out);
    }
    out.push('\n');
    out
}

/// A value that a spreadsheet would take for a formula is written as text: it
/// comes from somebody else's file.
pub(crate) fn push_cell(value: &str, out: &mut String) {
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
