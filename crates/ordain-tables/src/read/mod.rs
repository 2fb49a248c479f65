//! Readers: one file a format. Each hands on rows with their place, in the
//! order of the file, and holds one row at a time.

mod delimited;
pub(super) mod json;
pub(super) mod jsonl;
mod lfp;
mod opt;
mod split;
mod value;
pub(super) mod xlsx;

use std::io;
use std::ops::ControlFlow;

pub use delimited::Shape;
pub use json::At;
pub use lfp::COLUMNS as LFP_COLUMNS;
pub use opt::COLUMNS as OPTICON_COLUMNS;
pub(super) use split::Cutter;
pub use split::Dialect;

use super::source::{Source, unpacked};
use super::{Encoding, Limits, Place, Reader, Record, Trouble};

/// How a file is written: all that is needed to read its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    Delimited(Shape),
    Opticon(Encoding),
    Lfp(Encoding),
    Workbook { sheet: String, header: Option<u32> },
    Json { encoding: Encoding, at: At },
    JsonLines { encoding: Encoding },
}

/// A file that is known, and can be read any number of times.
pub struct File<'a> {
    source: &'a dyn Source,
    format: Format,
    columns: Vec<String>,
    /// Of a JSON file: what is said beside the list, by column.
    beside: Vec<(usize, String)>,
    limits: Limits,
}

impl<'a> File<'a> {
    /// `beside` gives the columns whose value is the same in every row.
    #[must_use]
    pub fn new(
        source: &'a dyn Source,
        format: Format,
        columns: Vec<String>,
        beside: Vec<(usize, String)>,
        limits: Limits,
    ) -> Self {
        Self { source, format, columns, beside, limits }
    }

    #[must_use]
    pub const fn format(&self) -> &Format {
        &self.format
    }

    fn run(
        &self,
        each: &mut dyn FnMut(Result<Record<'_>, Trouble>) -> ControlFlow<()>,
    ) -> io::Result<Result<(), Trouble>> {
        let input = unpacked(self.source, &self.limits)?;
        match &self.format {
            Format::Delimited(shape) => Ok(delimited::Rows::new(input, shape.clone(), self.limits)?.read(each)),
            Format::Opticon(encoding) => opt::read(input, *encoding, self.limits, each),
            Format::Lfp(encoding) => lfp::read(input, *encoding, self.limits, each),
            Format::Workbook { sheet, header } => {
                let mut book = xlsx::Workbook::open(input, &self.limits)?;
                Ok(book.records(sheet, *header, self.columns.len(), &self.limits, each))
            }
            Format::Json { encoding, at } => {
                let mut row = self.row();
                Ok(json::objects(input, *encoding, &self.limits, at, &mut |place, value| {
                    row.hand_on(place, value, each)
                }))
            }
            Format::JsonLines { encoding } => {
                let mut row = self.row();
                jsonl::read(input, *encoding, &self.limits, &mut |place, value| row.hand_on(place, value, each))
            }
        }
    }

    fn row(&self) -> Row<'_> {
        let mut values = vec![String::new(); self.columns.len()];
        for (at, value) in &self.beside {
            if let Some(slot) = values.get_mut(*at) {
                slot.clone_from(value);
            }
        }
        let index = self.columns.iter().enumerate().map(|(i, c)| (c.as_str(), i)).collect();
        Row { columns: index, beside: values.clone(), values }
    }
}

impl Reader for File<'_> {
    fn columns(&self) -> &[String] {
        &self.columns
    }

    fn read(&mut self, each: &mut dyn FnMut(Result<Record<'_>, Trouble>) -> ControlFlow<()>) -> Result<(), Trouble> {
        match self.run(each) {
            Ok(done) => done,
            Err(e) => Err(Trouble { place: Place { row: 1, line: 1, byte: 0 }, column: None, reason: e.to_string() }),
        }
    }
}

/// Puts the values of an object in the order of the columns.
struct Row<'a> {
    columns: std::collections::BTreeMap<&'a str, usize>,
    beside: Vec<String>,
    values: Vec<String>,
}

impl Row<'_> {
    fn hand_on(
        &mut self,
        place: Place,
        value: Result<value::Value, String>,
        each: &mut dyn FnMut(Result<Record<'_>, Trouble>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let value = match value {
            Ok(value) => value,
            Err(reason) => return each(Err(Trouble { place, column: None, reason })),
        };
        self.values.clone_from(&self.beside);
        for (name, text) in value.flat() {
            let Some(slot) = self.columns.get(name.as_str()).and_then(|i| self.values.get_mut(*i)) else {
                let reason = format!("it names `{name}`, which no object had when the columns were read");
                return each(Err(Trouble { place, column: None, reason }));
            };
            *slot = text;
        }
        let fields: Vec<&str> = self.values.iter().map(String::as_str).collect();
        each(Ok(Record { place, fields: &fields }))
    }
}
