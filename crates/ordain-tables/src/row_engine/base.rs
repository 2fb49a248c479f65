//! What all passes over one table share.

use std::io;

use super::index::Index;
use super::numbers::Numbers;
use super::plan::Plan;
use super::scan::{Lazy, Pass, Passed, Spills};
use super::source::Source;
use super::spill::{Memory, Spill};
use super::worker::{Mode, Worker};

/// What all passes over one table share.
pub struct Base<'r> {
    pub plan: &'r Plan,
    pub scan: usize,
    pub indexes: &'r [Option<Index>],
    pub source: &'r dyn Source,
    pub memory: &'r Memory,
    pub threads: usize,
}

impl<'r> Base<'r> {
    pub fn pass<'m>(&self, mode: Mode<'m>) -> Pass<'r, 'm> {
        let Self { plan, scan, indexes, source, memory, threads } = *self;
        Pass { plan, scan, indexes, source, memory, threads, spills: Spills::new(plan), mode }
    }

    /// A temporary file.
    pub fn scratch(&self) -> io::Result<Spill> {
        self.source.scratch().map(Spill::new)
    }

    /// The numbers of all rows that a check looks at together.
    pub fn numbers(&self, passed: &mut Passed<'_>, check: usize) -> io::Result<Option<Numbers>> {
        let own = |w: &mut Worker<'_>| w.judge.part.series.get_mut(check).and_then(Option::take);
        let all: Vec<_> = passed.workers.iter_mut().filter_map(own).collect();
        if all.is_empty() {
            return Ok(None);
        }
        let spill = passed.spills.series.get_mut(check).and_then(Lazy::take);
        Numbers::build(all, spill.as_ref(), self.memory, || self.scratch()).map(Some)
    }
}
