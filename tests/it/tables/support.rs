//! Short forms for the tests.

use std::ops::ControlFlow;

use ordain_tables::detect::{Known, Unknown, detect_table};
use ordain_tables::source::Bytes;
use ordain_tables::{Layouts, Limits, Reader, Trouble, Written};

pub(crate) struct Read {
    pub(crate) known: Known,
    pub(crate) rows: Vec<Vec<String>>,
    /// Row, line and byte of each.
    pub(crate) places: Vec<(u64, u64, u64)>,
    pub(crate) troubles: Vec<Trouble>,
    pub(crate) stopped: Option<Trouble>,
}

impl Read {
    /// The values of one column.
    pub(crate) fn column(&self, name: &str) -> Vec<&str> {
        let at =
            self.known.columns.iter().position(|c| c == name).unwrap_or_else(|| panic!("{:?}", self.known.columns));
        self.rows.iter().map(|r| r[at].as_str()).collect()
    }

    /// `row line: reason` of each row that could not be read.
    pub(crate) fn faults(&self) -> Vec<String> {
        self.troubles.iter().map(|t| format!("{} {}: {}", t.place.row, t.place.line, t.reason)).collect()
    }
}

pub(crate) fn source(name: &str, bytes: impl Into<Vec<u8>>) -> Bytes {
    Bytes { name: name.to_owned(), bytes: bytes.into() }
}

pub(crate) fn try_read(
    name: &str,
    bytes: impl Into<Vec<u8>>,
    written: &Written,
    limits: Limits,
) -> Result<Read, Unknown> {
    let source = source(name, bytes);
    let known = detect_table(&source, written, None, Layouts::standard(), &limits)?;
    let (mut rows, mut places, mut troubles) = (Vec::new(), Vec::new(), Vec::new());
    let stopped = known
        .open(&source, limits)
        .read(&mut |row| {
            match row {
                Ok(r) => {
                    places.push((r.place.row, r.place.line, r.place.byte));
                    rows.push(r.fields.iter().map(|f| (*f).to_owned()).collect());
                }
                Err(t) => troubles.push(t),
            }
            ControlFlow::Continue(())
        })
        .err();
    Ok(Read { known, rows, places, troubles, stopped })
}

#[track_caller]
pub(crate) fn read_with(name: &str, bytes: impl Into<Vec<u8>>, limits: Limits) -> Read {
    try_read(name, bytes, &Written::default(), limits).unwrap_or_else(|e| panic!("{name}: {e:?}"))
}

/// Reads a file that shows what it is.
#[track_caller]
pub(crate) fn read(name: &str, bytes: impl Into<Vec<u8>>) -> Read {
    read_with(name, bytes, Limits::default())
}

/// `¦` for the separator of Concordance.
pub(crate) fn dat(text: &str) -> String {
    text.replace('¦', "\u{14}")
}

pub(crate) fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
    units.flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
}

/// Windows-1252 of text that has only letters of Latin-1.
pub(crate) fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Latin-1")).collect()
}

pub(crate) fn gz(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).expect("memory");
    out.finish().expect("memory")
}
