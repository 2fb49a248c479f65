//! A file that is known, and can be read any number of times.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::reading::{Format, Input};
use crate::{Limits, Place, Reader, Record, Source, Trouble};

/// A file that is known, and can be read any number of times.
pub struct File<'a> {
    source: &'a dyn Source,
    format: Arc<dyn Format>,
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
        format: Arc<dyn Format>,
        columns: Vec<String>,
        beside: Vec<(usize, String)>,
        limits: Limits,
    ) -> Self {
        Self { source, format, columns, beside, limits }
    }
}

impl Reader for File<'_> {
    fn columns(&self) -> &[String] {
        &self.columns
    }

    fn read(&mut self, each: &mut dyn FnMut(Result<Record<'_>, Trouble>) -> ControlFlow<()>) -> Result<(), Trouble> {
        let Self { source, format, columns, beside, limits } = self;
        match format.read(&Input { source: *source, columns, beside, limits: *limits }, each) {
            Ok(done) => done,
            Err(e) => Err(Trouble { place: Place { row: 1, line: 1, byte: 0 }, column: None, reason: e.to_string() }),
        }
    }
}
