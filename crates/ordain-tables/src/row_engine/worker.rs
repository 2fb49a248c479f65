//! One thread of a pass: chunk after chunk, row after row.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::alike::{Alike, ByName, TakenBack};
use super::bates::bates_extent;
use super::duplicates::Run;
use super::judge::Judge;
use super::kept::{Kept, Sharing};
use super::key;
use super::layout::Extent;
use super::marked::Marked;
use super::numbers::Numbers;
use super::position::RowPosition;
use super::series::Series;
use super::spellings::Spellings;
use super::values::Values;
use super::wanted::{Alternatives, Wanted, fold_key};
use crate::delimited::{Cells, Chunk, Dialect, Rows};

/// What a pass is for.
#[derive(Clone, Copy)]
pub enum Mode<'a> {
    /// Judge every row.
    Judge,
    /// Hash every name.
    Hash,
    /// Keep the rows whose names have one of these hashes, ascending, while there are few of them.
    Collect(&'a [u64], &'a Few),
    /// Of the names that have one of these hashes, ascending, keep whether their rows are alike; but for rows that
    /// cannot be read.
    Alike(&'a [u64], &'a Marked),
    /// Take back what was found in rows that share their names.
    TakeBack(&'a TakenBack<'a>),
    /// Keep the rows that have a number of which more than one row has.
    Shared { numbers: &'a Numbers, spelled: &'a Spellings, first: usize, last: Option<usize> },
    /// Keep the rows that stand there.
    At(&'a Marked),
    /// Keep where the rows stand that have nearly a name which was not found.
    Near(&'a Wanted),
}

/// Counts rows that are kept, as long as they are few.
#[derive(Default)]
pub struct Few(AtomicUsize);

impl Few {
    const MOST: usize = 1 << 16;

    fn one_more(&self) -> bool {
        self.0.fetch_add(1, Ordering::Relaxed) < Self::MOST
    }

    /// Whether there were more than are kept.
    pub fn exceeded(&self) -> bool {
        self.0.load(Ordering::Relaxed) > Self::MOST
    }
}

/// One thread, through all files of the table.
pub struct Worker<'r> {
    pub judge: Judge<'r>,
    pub extents: Vec<(u32, Extent)>,
    pub kept: Vec<Kept>,
    pub alike: ByName,
    /// Rows of which what was found is taken back.
    pub taken_back: Marked,
    pub shared: Option<Series<Sharing>>,
    pub near: Alternatives,
    rows: Rows,
    pub run: Run,
    pub chunk: Chunk,
}

/// The values of one row of a chunk, by the columns of the scan.
pub struct Row<'c> {
    cells: Cells<'c>,
    positions: &'c [usize],
    start: u32,
}

impl Values for Row<'_> {
    #[inline]
    fn get(&self, column: usize) -> Cow<'_, [u8]> {
        self.positions.get(column).map(|p| self.cells.get(*p)).unwrap_or_default()
    }

    fn is_stray(&self, column: usize) -> bool {
        self.positions.get(column).is_some_and(|p| self.cells.is_stray(*p))
    }

    fn text(&self) -> &[u8] {
        self.cells.text()
    }

    fn bounds(&self, column: usize) -> Option<(u32, u32)> {
        let (start, end) = self.positions.get(column).map(|p| self.cells.bounds(*p))?;
        Some((start.saturating_sub(self.start), end.saturating_sub(self.start)))
    }
}

/// A row of any other format.
pub struct Fields<'c> {
    pub fields: &'c [&'c str],
    pub positions: &'c [usize],
}

impl Values for Fields<'_> {
    fn get(&self, column: usize) -> Cow<'_, [u8]> {
        let field = self.positions.get(column).and_then(|p| self.fields.get(*p));
        Cow::Borrowed(field.map_or(&[], |f| f.as_bytes()))
    }

    fn text(&self) -> &[u8] {
        &[]
    }
}

/// What a worker must know of the file it reads.
#[derive(Clone, Copy)]
pub struct Own<'f> {
    pub file: u32,
    /// The chunks of the files before it.
    pub base: u32,
    pub dialect: &'f Dialect,
    pub columns: usize,
    pub positions: &'f [usize],
}

impl<'r> Worker<'r> {
    pub fn new(judge: Judge<'r>) -> Self {
        Self {
            judge,
            extents: Vec::new(),
            kept: Vec::new(),
            alike: ByName::default(),
            taken_back: Marked::default(),
            shared: None,
            near: Alternatives::default(),
            rows: Rows::default(),
            run: Run::default(),
            chunk: Chunk::default(),
        }
    }

    /// Every row of the chunk at hand.
    pub fn read(&mut self, mode: Mode<'_>, own: Own<'_>) {
        let mut rows = std::mem::take(&mut self.rows);
        let chunk = std::mem::take(&mut self.chunk);
        let number = own.base + chunk.number;
        let utf8 = chunk.plain && std::str::from_utf8(&chunk.data).is_ok();
        let unique = self.judge.unique();
        self.run.start();
        let counted = rows.walk(&chunk, own.dialect, own.columns, |line, cells, fault| {
            let position = RowPosition { chunk: number, row: line.row, line: line.line, byte: line.byte };
            let row = Row { cells, positions: own.positions, start: line.byte };
            match fault {
                None => self.take(mode, position, &row, utf8),
                Some(fault) if matches!(mode, Mode::Judge) => {
                    self.judge.lost(position, fault.reason(own.columns), &row)
                }
                Some(_) => {}
            }
        });
        if let (Some(column), Mode::Judge) = (unique, mode) {
            if self.run.ascending.is_some() {
                self.judge.part.unique.run(&self.run);
            } else {
                rows.walk(&chunk, own.dialect, own.columns, |line, cells, fault| {
                    if fault.is_none() {
                        let row = Row { cells, positions: own.positions, start: line.byte };
                        self.judge.part.unique.add(key::trimmed(&row.get(column)));
                    }
                });
            }
        }
        self.extents.push((number, Extent::new(own.file, chunk.byte, counted.0, counted.1)));
        self.rows = rows;
        self.chunk = chunk;
    }

    #[inline]
    pub fn take(&mut self, mode: Mode<'_>, position: RowPosition, row: &impl Values, utf8: bool) {
        let unique = self.judge.unique();
        match (mode, unique) {
            (Mode::Judge, Some(column)) => {
                if self.judge.row(position, row, utf8) {
                    self.run.next(key::trimmed(&row.get(column)));
                }
            }
            (Mode::Judge, None) => {
                self.judge.row(position, row, utf8);
            }
            (Mode::Hash, Some(column)) => self.judge.part.unique.add(key::trimmed(&row.get(column))),
            (Mode::Collect(suspects, few), Some(column)) => {
                let name = row.get(column);
                if suspects.binary_search(&key::hash(key::trimmed(&name))).is_ok() && few.one_more() {
                    let kept = self.kept(position, row);
                    self.kept.push(kept);
                }
            }
            (Mode::Alike(suspects, unreadable), Some(column)) => {
                let name = row.get(column);
                let name = key::trimmed(&name);
                if suspects.binary_search(&key::hash(name)).is_ok() && !unreadable.contains(position) {
                    match self.alike.get_mut(name) {
                        Some(alike) => alike.add(position, row),
                        None => {
                            let first = Alike::new(self.kept(position, row));
                            self.alike.insert(name.to_vec(), first);
                        }
                    }
                }
            }
            (Mode::TakeBack(names), Some(column)) => {
                let name = row.get(column);
                if let Some(duplicate) = names.of(key::trimmed(&name), position) {
                    self.taken_back.insert(position);
                    self.judge.take_back(position, row, duplicate);
                }
            }
            (Mode::Shared { numbers, spelled, first, last }, _) => {
                let (first, last) = (row.get(first), last.map(|l| row.get(l)).unwrap_or_default());
                let own = bates_extent(key::trimmed(&first), key::trimmed(&last));
                let shares = |own: &(&[u8], u64, u64)| numbers.is_twice(*own) || spelled.may_have(*own, numbers, &[]);
                if let Some((prefix, from, to)) = own.filter(shares) {
                    let kept = self.kept(position, row);
                    // Series whose letters are nearly the same are looked at together.
                    self.shared.get_or_insert_default().add(&fold_key(prefix), Sharing { from, to, kept });
                }
            }
            (Mode::At(places), _) => {
                if places.contains(position) {
                    let kept = self.kept(position, row);
                    self.kept.push(kept);
                }
            }
            (Mode::Near(wanted), _) => {
                if let Some((by, day)) = self.judge.takes(wanted.join(), row, utf8) {
                    wanted.look((by, day), row, position, &mut self.near);
                }
            }
            (Mode::Hash | Mode::Collect(..) | Mode::Alike(..) | Mode::TakeBack(_), None) => {}
        }
    }

    fn kept(&self, position: RowPosition, row: &impl Values) -> Kept {
        let values = (0..self.judge.columns.len()).map(|c| row.get(c).into_owned()).collect();
        Kept { position, values }
    }
}
