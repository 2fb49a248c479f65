//! What holds of any bytes under any name: they are read or refused, every row
//! is counted once and in order, and a second reading finds the same.

use std::ops::ControlFlow;

use ordain_base::source::{Span, Spanned};
use ordain_tables::detect::detect_table;
use ordain_tables::source::Bytes;
use ordain_tables::{Header, Layouts, Limits, Reader, Written};

/// Rows (or why they are none), and what stopped the reading.
type Seen = (Vec<(u64, u64, u64, String)>, Option<String>);

pub fn read(name: &str, bytes: &[u8]) {
    let source = Bytes { name: name.to_owned(), bytes: bytes.to_vec() };
    let limits = Limits { row: 512, columns: 64, workbook: 1 << 20, unpacked: 1 << 20, expansion: 50, free: 1 << 20 };
    let headed = Written { header: Some(Spanned::new(Header::Line(1), Span::default())), ..Written::default() };
    for written in [Written::default(), headed] {
        let Ok(known) = detect_table(&source, &written, None, Layouts::standard(), &limits) else { continue };
        let mut file = known.open(&source, limits);
        let columns = file.columns().len();
        let mut run = || -> Seen {
            let mut rows = Vec::new();
            let done = file.read(&mut |row| {
                match row {
                    Ok(r) => {
                        assert_eq!(r.fields.len(), columns);
                        rows.push((r.place.row, r.place.line, r.place.byte, r.fields.join("\u{1}")));
                    }
                    Err(t) => rows.push((t.place.row, t.place.line, t.place.byte, t.reason)),
                }
                ControlFlow::Continue(())
            });
            (rows, done.err().map(|t| t.reason))
        };
        let (rows, stopped) = run();
        for (i, row) in rows.iter().enumerate() {
            assert_eq!(row.0, i as u64 + 1, "every row is counted once");
        }
        assert!(rows.windows(2).all(|w| w[0].1 <= w[1].1 && w[0].2 <= w[1].2), "in the order of the file");
        assert_eq!(run(), (rows, stopped), "a second reading finds the same");
    }
}
