//! What holds of every table.

use super::support::*;
use ordain_base::source::{Span, Spanned};
use ordain_tables::{Header, Limits, Written};
use proptest::prelude::*;

/// Values that a load file may hold, the marks of its formats among them.
fn value() -> impl Strategy<Value = String> {
    "[a-zA-Zéþ0-9 ,;|^\"/_.\r\n-]{0,12}"
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(value(), 3), 1..12)
}

/// Rows as CSV writes them.
fn csv(rows: &[Vec<String>]) -> String {
    let line = |r: &Vec<String>| {
        r.iter().map(|v| format!("\"{}\"", v.replace('"', "\"\""))).collect::<Vec<_>>().join(",") + "\r\n"
    };
    "BEGDOC,ENDDOC,CUSTODIAN\r\n".to_owned() + &rows.iter().map(line).collect::<String>()
}

/// Rows as Concordance writes them: what would close a value is not written.
fn concordance(rows: &[Vec<String>]) -> String {
    let line = |r: &Vec<String>| r.iter().map(|v| format!("þ{v}þ")).collect::<Vec<_>>().join("\u{14}") + "\r\n";
    dat("þBEGDOCþ¦þENDDOCþ¦þCUSTODIANþ\r\n") + &rows.iter().map(line).collect::<String>()
}

proptest! {
    #[test]
    fn what_is_written_as_csv_is_read(rows in rows()) {
        let read = read("a.csv", csv(&rows));
        prop_assert!(read.troubles.is_empty(), "{:?}", read.faults());
        prop_assert_eq!(read.rows, rows);
    }

    #[test]
    fn every_encoding_reads_alike(rows in rows()) {
        let rows: Vec<Vec<String>> = rows.iter().map(|r| r.iter().map(|v| v.replace('þ', "")).collect()).collect();
        let text = concordance(&rows);
        let first = read("a.dat", text.clone());
        prop_assert!(first.troubles.is_empty(), "{:?}", first.faults());
        prop_assert_eq!(&first.rows, &rows);
        for bytes in [latin(&text), utf16(&text, false, true), utf16(&text, true, true), gz(text.as_bytes())] {
            prop_assert_eq!(&read("a.dat", bytes).rows, &rows);
        }
    }

    #[test]
    fn splitting_a_file_changes_nothing(rows in rows(), at in any::<prop::sample::Index>()) {
        let at = at.index(rows.len());
        let whole = read("a.csv", csv(&rows)).rows;
        let (left, right) = rows.split_at(at);
        let mut parts = if left.is_empty() { Vec::new() } else { read("a.csv", csv(left)).rows };
        parts.extend(read("b.csv", csv(right)).rows);
        prop_assert_eq!(whole, parts);
    }

    #[test]
    fn every_row_is_read_or_said(text in "(?s)BEGDOC,ENDDOC\n([a-z0-9,\"\r\n þ|]{0,80})", row in 10_usize..60) {
        // Whatever it holds, nothing stops, and rows come in the order of their lines.
        let limits = Limits { row, ..Limits::default() };
        let here = |v| Spanned::new(v, Span::default());
        let written = Written { header: Some(Spanned::new(Header::Line(1), Span::default())), separator: Some(here(',')), ..Written::default() };
        let Ok(read) = try_read("a.csv", text, &written, limits) else { return Ok(()) };
        let mut lines: Vec<(u64, u64)> = read.places.iter().map(|p| (p.0, p.1)).collect();
        lines.extend(read.troubles.iter().map(|t| (t.place.row, t.place.line)));
        lines.sort_unstable();
        let counted: Vec<u64> = lines.iter().map(|l| l.0).collect();
        prop_assert_eq!(counted, (1..=lines.len() as u64).collect::<Vec<_>>());
        prop_assert!(lines.windows(2).all(|w| w[0].1 < w[1].1), "{:?}", lines);
        prop_assert!(read.stopped.is_none());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), end in 0..6_usize) {
        let name = ["a.csv", "a.dat", "a.opt", "a.lfp", "a.json", "a.xlsx"][end];
        let limits = Limits { row: 64, columns: 16, workbook: 4096, unpacked: 4096, ..Limits::default() };
        let _ = try_read(name, bytes, &Written::default(), limits);
    }
}
