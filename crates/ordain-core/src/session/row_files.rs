//! The files of tables as the engine reads them: text between separators in
//! UTF-8 by several threads, any other format by its own reader.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use super::files::{Memory, TableFiles};
use super::inputs::OnProgress;
use super::tables::{OpenFile, Opened};
use crate::eval::rows::Planned;
use ordain_tables::delimited::Dialect;
use ordain_tables::line_end::first_line;
use ordain_tables::read::Shape;
use ordain_tables::row_engine::{self, Error, Found, Kind, Order, Scratch, Source};
use ordain_tables::source::open_unpacked;
use ordain_tables::{DateOrder, Encoding, Limits};

/// The opened files of a matter.
#[derive(Clone, Copy)]
pub(super) struct Files<'m> {
    pub(super) opened: &'m [Opened],
    /// Where temporary files are made.
    pub(super) scratch: Option<&'m dyn TableFiles>,
    pub(super) progress: Option<OnProgress<'m>>,
    /// The bytes of all files of a plan that is carried out.
    pub(super) total: Option<u64>,
}

/// The longest line that is shown.
const SHOWN: u64 = 4096;

impl Files<'_> {
    /// The plan with the files that the paths of its tables mean, and the
    /// orders of dates that their columns prove.
    pub(super) fn fitted(&self, mut planned: Planned) -> Planned {
        for (scan, table) in planned.plan.scans.iter_mut().zip(&planned.tables) {
            let Some(opened) = self.opened.iter().find(|o| o.table == *table) else { continue };
            scan.files = opened.files.iter().map(|f| f.source.name().to_owned()).collect();
            for column in scan.columns.iter_mut().filter(|c| c.kind == Kind::Date(None)) {
                let orders = opened.files.iter().map(|f| f.bound.iter().find(|b| b.field == column.field)?.dates);
                let mut orders: Vec<Option<DateOrder>> = orders.collect();
                orders.dedup();
                if let [Some(order)] = orders.as_slice() {
                    column.kind = Kind::Date(Some(match order {
                        DateOrder::MonthDayYear => Order::MonthDayYear,
                        DateOrder::DayMonthYear => Order::DayMonthYear,
                        DateOrder::YearMonthDay => Order::YearMonthDay,
                    }));
                }
            }
        }
        planned
    }

    /// Carries it out, if every table of it was opened.
    pub(super) fn run(&self, planned: &Planned, how: row_engine::Options) -> Result<Found, Error> {
        let missing = |t: &usize| !self.opened.iter().any(|o| o.table == *t);
        if let Some(at) = planned.tables.iter().position(missing) {
            let name = planned.plan.scans.get(at).map(|s| s.name.clone()).unwrap_or_default();
            return Err(Error::NotOpened(name));
        }
        let files = self.opened.iter().filter(|o| planned.tables.contains(&o.table)).flat_map(|o| &o.files);
        let total = files.map(|f| f.source.size().filter(|_| !f.known.packed)).sum();
        row_engine::run_plan(&planned.plan, &Files { total, ..*self }, how)
    }

    fn find(&self, name: &str) -> Option<&OpenFile> {
        self.opened.iter().flat_map(|o| &o.files).find(|f| f.source.name() == name)
    }

    /// The line of a text that begins at this byte, or its beginning; nothing of other formats.
    pub(super) fn line(&self, name: &str, byte: u64) -> Option<String> {
        let file = self.find(name)?;
        plain_shape(file)?;
        let input: Box<dyn Read> = if file.known.packed {
            let mut input = open_unpacked(&*file.source, &Limits::default()).ok()?;
            io::copy(&mut input.by_ref().take(byte), &mut io::sink()).ok()?;
            input
        } else {
            file.source.open_at(byte).ok()?
        };
        let mut line = Vec::new();
        input.take(SHOWN).read_to_end(&mut line).ok()?;
        line.truncate(first_line(&line, true).unwrap_or(line.len()));
        Some(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']).to_owned())
    }
}

/// How a file is cut by the engine itself, where it can.
fn plain_shape(file: &OpenFile) -> Option<(&Shape, Dialect)> {
    let shape = file.known.format.delimited()?;
    let separator = u8::try_from(shape.dialect.separator).ok().filter(u8::is_ascii)?;
    if shape.encoding != Encoding::Utf8 || shape.short {
        return None;
    }
    let qualifier = shape.dialect.qualifier.map(|c| c.to_string().into_bytes()).unwrap_or_default();
    Some((
        shape,
        Dialect { separator, qualifier, doubled: shape.dialect.doubled, header: false, trailing: shape.trailing },
    ))
}

impl Source for Files<'_> {
    fn open(&self, name: &str) -> io::Result<row_engine::Opened<'_>> {
        let file = self.find(name).ok_or(io::ErrorKind::NotFound)?;
        // Fields mean their columns, whatever the file calls them.
        let mut columns = file.known.columns.clone();
        for bound in &file.bound {
            if let Some(slot) = columns.get_mut(bound.column) {
                slot.clone_from(&bound.field);
            }
        }
        if let Some((shape, dialect)) = plain_shape(file) {
            let hash = if file.known.packed { Some(sha256_of(file.source.open()?)?) } else { None };
            let input = if file.known.packed {
                open_unpacked(&*file.source, &Limits::default())?
            } else {
                file.source.open()?
            };
            return Ok(row_engine::Opened::Known { input, dialect, columns, lines: shape.header.unwrap_or(0), hash });
        }
        let hash = sha256_of(file.source.open()?)?;
        let reader = Box::new(file.known.open(&*file.source, Limits::default()));
        Ok(row_engine::Opened::Rows { reader, columns, hash })
    }

    fn scratch(&self) -> io::Result<Box<dyn Scratch>> {
        match self.scratch {
            Some(files) => files.scratch(),
            None => Memory::default().scratch(),
        }
    }

    fn progress(&self, bytes: u64) {
        if let Some(reported) = self.progress {
            reported(bytes, self.total);
        }
    }
}

/// The SHA-256 of what is read, in hexadecimal.
pub(super) fn sha256_of(mut input: impl Read) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match input.read(&mut buffer)? {
            0 => break,
            n => hash.update(buffer.get(..n).unwrap_or_default()),
        }
    }
    Ok(hash.finalize().iter().map(|b| format!("{b:02x}")).collect())
}
