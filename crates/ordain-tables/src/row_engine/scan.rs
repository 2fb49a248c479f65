//! One pass over the files of one table, on several threads: each takes the next
//! chunk, which one at a time reads and hashes, and judges its rows.

use std::io;
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::date::Order;
use super::index::Index;
use super::judge::Judge;
use super::key;
use super::layout::Extent;
use super::plan::{Column, Plan, Scan};
use super::position::RowPosition;
use super::source::{Error, Opened, Source};
use super::spill::{Grows, Memory, Spill};
use super::threads;
use super::value::{Form, WrittenForms, survey_value};
use super::values::Values as _;
use super::worker::{Fields, Mode, Own, Worker};
use crate::Reader;
use crate::delimited::{Chunk, Chunker, Dialect, Rows, read_header};

/// What a pass needs.
pub struct Pass<'r, 'm> {
    pub plan: &'r Plan,
    pub scan: usize,
    pub indexes: &'r [Option<Index>],
    pub source: &'r dyn Source,
    pub memory: &'r Memory,
    pub threads: usize,
    pub spills: Spills,
    pub mode: Mode<'m>,
}

/// The temporary files of a pass.
pub struct Spills {
    pub names: Lazy,
    /// By join of the plan.
    pub joins: Vec<Lazy>,
    /// By check of the plan.
    pub series: Vec<Lazy>,
    pub shared: Lazy,
    pub deferred: Lazy,
    pub findings: Lazy,
}

impl Spills {
    pub fn new(plan: &Plan) -> Self {
        let by = |n: usize| (0..n).map(|_| Lazy::default()).collect();
        Self {
            names: Lazy::default(),
            joins: by(plan.joins.len()),
            series: by(plan.checks.len()),
            shared: Lazy::default(),
            deferred: Lazy::default(),
            findings: Lazy::default(),
        }
    }
}

/// A temporary file that is made when it is first needed.
#[derive(Default)]
pub struct Lazy(OnceLock<Spill>, Mutex<()>);

impl Lazy {
    pub fn get(&self, source: &dyn Source) -> io::Result<&Spill> {
        let _one = self.1.lock().unwrap_or_else(PoisonError::into_inner);
        match self.0.get() {
            Some(spill) => Ok(spill),
            None => {
                let made = Spill::new(source.scratch()?);
                Ok(self.0.get_or_init(|| made))
            }
        }
    }

    pub fn started(&self) -> bool {
        self.0.get().is_some()
    }

    pub fn take(&mut self) -> Option<Spill> {
        self.0.take()
    }
}

/// What a pass leaves.
pub struct Passed<'r> {
    pub workers: Vec<Worker<'r>>,
    pub spills: Spills,
    /// Lines before the first row, of each file.
    pub headers: Vec<u64>,
    pub hashes: Vec<String>,
    /// How the columns were taken to be written.
    pub forms: Vec<Form>,
}

type Shared<'s> = (Chunker<Box<dyn Read + Send + 's>>, Option<Chunk>);

impl<'r> Pass<'r, '_> {
    /// Carries it out. `forms` says how columns are written, where an earlier pass has shown it.
    pub fn run(self, forms: Option<&[Form]>) -> Result<Passed<'r>, Error> {
        let Some(scan) = self.plan.scans.get(self.scan) else { return Err(Error::Plan) };
        let mut forms: Option<Vec<Form>> = forms.map(<[Form]>::to_vec);
        let mut workers: Vec<Worker<'r>> = Vec::new();
        let (mut headers, mut hashes) = (Vec::new(), Vec::new());
        let mut number = 0;
        for (file, path) in scan.files.iter().enumerate() {
            let failed =
                |e: io::Error| Error::Read { table: scan.name.clone(), file: path.clone(), why: e.to_string() };
            let file = u32::try_from(file).unwrap_or(u32::MAX);
            match self.source.open(path).map_err(failed)? {
                Opened::Rows { mut reader, columns, hash } => {
                    let positions = positions_of_columns(scan, &columns, path)?;
                    let forms = forms.get_or_insert_with(|| forms_of(scan, &[]));
                    if workers.is_empty() {
                        workers.push(self.worker(0, forms));
                    }
                    headers.push(0);
                    if let Some(worker) = workers.first_mut() {
                        self.one_by_one(worker, reader.as_mut(), file, &mut number, &positions)
                            .map_err(|why| Error::Read { table: scan.name.clone(), file: path.clone(), why })?;
                    }
                    hashes.push(hash);
                }
                text => {
                    let (input, dialect, known, own_hash) = match text {
                        Opened::Known { input, dialect, columns, lines, hash } => {
                            (input, dialect, Some((columns, lines)), hash)
                        }
                        Opened::Delimited(input, dialect) => (input, dialect, None, None),
                        Opened::Rows { .. } => return Err(Error::Plan),
                    };
                    let mut chunker = Chunker::new(input, dialect.clone(), own_hash.is_none());
                    let mut first = Chunk::default();
                    chunker.fill(&mut first).map_err(failed)?;
                    let (names, taken) = match known {
                        Some((names, lines)) => (names, bytes_to_skip(&first.data, lines)),
                        None => read_header(&first.data, &dialect),
                    };
                    let positions = positions_of_columns(scan, &names, path)?;
                    headers.push(count_lines(first.data.get(..taken).unwrap_or_default()));
                    first.data.drain(..taken);
                    first.byte = taken as u64;
                    let small = chunker.is_ended();
                    let forms = forms.get_or_insert_with(|| {
                        forms_of(scan, &survey_first_rows(scan, &first, &dialect, names.len(), &positions))
                    });
                    let wanted = if small { 1 } else { self.threads.max(1) };
                    while workers.len() < wanted {
                        workers.push(self.worker(workers.len(), forms));
                    }
                    let shared = Mutex::new((chunker, Some(first)));
                    let own =
                        Own { file, base: number, dialect: &dialect, columns: names.len(), positions: &positions };
                    let ran = self.spread(workers.get_mut(..wanted).unwrap_or_default(), &shared, own);
                    let (chunker, _) = shared.into_inner().unwrap_or_else(PoisonError::into_inner);
                    ran.map_err(failed)?;
                    number += chunker.number();
                    hashes.push(own_hash.or_else(|| chunker.digest()).unwrap_or_default());
                }
            }
        }
        Ok(Passed { workers, spills: self.spills, headers, hashes, forms: forms.unwrap_or_default() })
    }

    fn worker(&self, number: usize, forms: &[Form]) -> Worker<'r> {
        let mut worker = Worker::new(Judge::new(self.plan, self.scan, forms, self.indexes));
        worker.judge.part.findings.thread = u32::try_from(number).unwrap_or(u32::MAX);
        worker
    }

    /// All threads over one file.
    fn spread(&self, workers: &mut [Worker<'r>], shared: &Mutex<Shared<'_>>, own: Own<'_>) -> io::Result<()> {
        if let [one] = workers {
            return self.work(one, shared, own);
        }
        threads::each(workers, |w| self.work(w, shared, own)).into_iter().collect()
    }

    fn work(&self, worker: &mut Worker<'r>, shared: &Mutex<Shared<'_>>, own: Own<'_>) -> io::Result<()> {
        loop {
            {
                let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
                let (chunker, first) = &mut *shared;
                match first.take() {
                    Some(chunk) => worker.chunk = chunk,
                    None if !chunker.fill(&mut worker.chunk)? => return Ok(()),
                    None => {}
                }
            }
            worker.read(self.mode, own);
            self.source.progress(worker.chunk.data.len() as u64);
            self.relieve(worker)?;
        }
    }

    /// Puts on the disk what the memory has no room for.
    fn relieve(&self, worker: &mut Worker<'r>) -> io::Result<()> {
        let part = &mut worker.judge.part;
        if part.unique.is_too_much(self.memory) {
            part.unique.flush(self.spills.names.get(self.source)?, self.memory)?;
        }
        self.relieve_of(&mut part.gathered, &self.spills.joins)?;
        self.relieve_of(&mut part.totals, &self.spills.joins)?;
        self.relieve_of(&mut part.ranges, &self.spills.joins)?;
        self.relieve_of(&mut part.numbers, &self.spills.joins)?;
        self.relieve_of(&mut part.series, &self.spills.series)?;
        self.relieve_of(std::slice::from_mut(&mut worker.shared), std::slice::from_ref(&self.spills.shared))?;
        let findings = &self.spills.findings;
        if part.findings.is_too_much(self.memory) || findings.started() && part.findings.is_worth_writing() {
            part.findings.flush(findings.get(self.source)?, self.memory)?;
        }
        for (partition, waiting) in part.deferred.iter_mut().enumerate().filter(|(_, d)| d.0.len() > 1 << 15) {
            self.spills.deferred.get(self.source)?.write(partition, &waiting.0)?;
            waiting.0.clear();
        }
        Ok(())
    }

    fn relieve_of<T: Grows>(&self, grown: &mut [Option<T>], spills: &[Lazy]) -> io::Result<()> {
        for (grown, spill) in grown.iter_mut().zip(spills) {
            let Some(grown) = grown else { continue };
            // What one thread has put on the disk, the others follow in time.
            if grown.is_too_much(self.memory) || spill.started() && grown.is_worth_writing() {
                grown.flush(spill.get(self.source)?, self.memory)?;
            }
        }
        Ok(())
    }

    fn one_by_one(
        &self,
        worker: &mut Worker<'r>,
        reader: &mut dyn Reader,
        file: u32,
        number: &mut u32,
        positions: &[usize],
    ) -> Result<(), String> {
        const ROWS: u32 = 1 << 16;
        let (mut first, mut rows, mut last) = (None, 0, 0);
        let mut failed = None;
        let read = reader.read(&mut |record| {
            let place = match &record {
                Ok(r) => r.place,
                Err(t) => t.place,
            };
            let start = *first.get_or_insert(place);
            let near = |n: u64, from: u64| u32::try_from(n.saturating_sub(from)).unwrap_or(u32::MAX);
            let position = RowPosition {
                chunk: *number,
                row: rows,
                line: near(place.line, start.line),
                byte: near(place.byte, start.byte),
            };
            last = position.line + 1;
            rows += 1;
            match record {
                Ok(r) => {
                    // In no order that is known: every name is hashed.
                    worker.run.ascending = None;
                    let row = Fields { fields: r.fields, positions };
                    worker.take(self.mode, position, &row, true);
                    if let (Mode::Judge, Some(column)) = (self.mode, worker.judge.unique()) {
                        worker.judge.part.unique.add(key::trimmed(&row.get(column)));
                    }
                }
                Err(t) => {
                    if matches!(self.mode, Mode::Judge) {
                        worker.judge.lost(position, t.reason, &Fields { fields: &[], positions });
                    }
                }
            }
            if rows == ROWS {
                worker.extents.push((*number, Extent::at(file, start, rows, last)));
                (first, rows) = (None, 0);
                *number += 1;
                if let Err(e) = self.relieve(worker) {
                    failed = Some(e.to_string());
                    return ControlFlow::Break(());
                }
            }
            ControlFlow::Continue(())
        });
        if let Some(start) = first {
            worker.extents.push((*number, Extent::at(file, start, rows, last)));
            *number += 1;
        }
        match (failed, read) {
            (Some(why), _) => Err(why),
            (None, Err(trouble)) => Err(trouble.reason),
            (None, Ok(())) => Ok(()),
        }
    }
}

fn count_lines(data: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', data).count() as u64
}

/// How many bytes the first lines take, and a byte order position before them.
fn bytes_to_skip(data: &[u8], lines: u32) -> usize {
    let mut at = usize::from(data.starts_with(b"\xEF\xBB\xBF")) * 3;
    for _ in 0..lines {
        let rest = data.get(at..).unwrap_or_default();
        at += memchr::memchr(b'\n', rest).map_or(rest.len(), |n| n + 1);
    }
    at
}

/// Where the columns of a scan are in a file.
fn positions_of_columns(scan: &Scan, names: &[String], file: &str) -> Result<Vec<usize>, Error> {
    let find = |c: &Column| match c.position {
        Some(n) => n.checked_sub(1).filter(|p| *p < names.len()),
        None => names
            .iter()
            .position(|n| *n == c.field)
            .or_else(|| names.iter().position(|n| *n == c.name))
            .or_else(|| names.iter().position(|n| n.trim().eq_ignore_ascii_case(c.name.trim()))),
    };
    scan.columns
        .iter()
        .map(|c| {
            find(c).ok_or_else(|| Error::NoColumn {
                table: scan.name.clone(),
                file: file.to_owned(),
                field: c.field.clone(),
                column: c.name.clone(),
                header: names.to_vec(),
            })
        })
        .collect()
}

/// How the values of the first rows are written.
fn survey_first_rows(
    scan: &Scan,
    chunk: &Chunk,
    dialect: &Dialect,
    columns: usize,
    positions: &[usize],
) -> Vec<WrittenForms> {
    let mut seen = vec![WrittenForms::default(); scan.columns.len()];
    let mut rows = Rows::default();
    let mut left = 1000;
    rows.walk(chunk, dialect, columns, |_, cells, fault| {
        if fault.is_none() && left > 0 {
            left -= 1;
            for ((column, seen), position) in scan.columns.iter().zip(&mut seen).zip(positions) {
                survey_value(&column.kind, seen, &cells.get(*position));
            }
        }
    });
    seen
}

/// What columns are taken to be at first. Where it is open the pass shows it.
fn forms_of(scan: &Scan, seen: &[WrittenForms]) -> Vec<Form> {
    let none = WrittenForms::default();
    scan.columns
        .iter()
        .enumerate()
        .map(|(i, c)| {
            let seen = seen.get(i).unwrap_or(&none);
            seen.form(&c.kind).unwrap_or(Form::Days(Order::YearMonthDay))
        })
        .collect()
}
