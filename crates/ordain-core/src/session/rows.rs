//! The tables of a matter: read once for a plan, and what was found in them shown
//! with the words of the rows.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::row_files::Files;
use crate::eval::rows::Planned;
use crate::facts::{Ledger, Table};
use crate::report::{Input, Rows};
use crate::verdict::Place;
use ordain_base::diag::codes::sets as say;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::{SourceMap, Span};
use ordain_base::words::day;
use ordain_tables::At;
use ordain_tables::row_engine::{self, Error, Finding, FlawKind, Found, RowPosition, TableFound};

/// A plan carried out.
pub(super) struct PlanRun {
    /// As the words of the duties have it, and as the files bind its columns.
    pub(super) asked: Planned,
    pub(super) planned: Planned,
    pub(super) found: Result<(Arc<Found>, Worst), Error>,
}

/// By check and group, the findings that are shown.
pub(super) type Worst = BTreeMap<(u32, u32), Vec<Finding>>;

impl PlanRun {
    pub(super) fn found(&self) -> Result<&Found, &Error> {
        self.found.as_ref().map(|(found, _)| &**found)
    }
}

/// How many rows of a category are shown.
const SHOWN: usize = 3;

/// Puts the words of rows into the report's texts, each row once.
pub(super) struct Excerpts<'s> {
    pub(super) sources: &'s mut SourceMap,
    files: Files<'s>,
    taken: BTreeMap<(usize, RowPosition), Span>,
}

impl<'s> Excerpts<'s> {
    pub(super) fn new(sources: &'s mut SourceMap, files: Files<'s>) -> Self {
        Self { sources, files, taken: BTreeMap::new() }
    }

    /// The words of a row; those of the table's statement where the row cannot be shown.
    fn row(
        &mut self,
        plan_run: &Planned,
        ledger: &Ledger,
        scan: usize,
        found: &TableFound,
        position: RowPosition,
    ) -> Span {
        if let Some(span) = self.taken.get(&(scan, position)) {
            return *span;
        }
        let (file, place) = found.chunks.place(position);
        let path = plan_run.plan.scans.get(scan).and_then(|s| s.files.get(file));
        let text = path.and_then(|p| self.files.line(p, place.byte)).filter(|t| !t.is_empty());
        let span = path.zip(text).and_then(|(p, text)| {
            let line = usize::try_from(place.line).unwrap_or(usize::MAX).saturating_sub(1);
            let id = self.sources.add_excerpt(p.clone(), text, line)?;
            self.sources.get(id).map(ordain_base::source::SourceFile::span)
        });
        let span = span
            .unwrap_or_else(|| table_of_scan(plan_run, ledger, scan).map_or(Span::default(), |t| t.declared.name.span));
        self.taken.insert((scan, position), span);
        span
    }
}

fn table_of_scan<'l>(planned: &Planned, ledger: &'l Ledger, scan: usize) -> Option<&'l Table> {
    planned.tables.get(scan).and_then(|t| ledger.tables.get(*t))
}

/// The worst findings of each category of each duty: what is not done before what is late, the latest first, then in the
/// order of the file.
///
/// # Errors
/// What the system says of the temporary file that has findings for which there was no memory.
pub(super) fn worst_findings(planned: &Planned, found: &Found) -> io::Result<Worst> {
    let mut worst = Worst::new();
    let rank = |f: &Finding| (f.unclear, f.late.is_some(), std::cmp::Reverse(f.late), f.position);
    found.each_finding(&planned.plan, |f| {
        let list = worst.entry((f.check, f.group)).or_default();
        let at = list.partition_point(|other| rank(other) <= rank(f));
        if at < SHOWN {
            list.insert(at, f.clone());
            list.truncate(SHOWN);
        }
    })?;
    Ok(worst)
}

/// The worst findings, with the words of their rows.
pub(super) fn places_of_findings(
    planned: &Planned,
    (found, worst): (&Found, &Worst),
    ledger: &Ledger,
    excerpts: &mut Excerpts<'_>,
) -> BTreeMap<(usize, usize), Vec<Place>> {
    let mut places = BTreeMap::new();
    for ((check, group), list) in worst {
        let mut shown = Vec::new();
        for f in list {
            shown.extend(rows_of(planned, found, ledger, f, excerpts));
        }
        places.insert((*check as usize, *group as usize), shown);
    }
    places
}

/// The row of a finding, and the row of another table that performs it late.
fn rows_of(planned: &Planned, found: &Found, ledger: &Ledger, f: &Finding, excerpts: &mut Excerpts<'_>) -> Vec<Place> {
    let Some(check) = planned.plan.checks.get(f.check as usize) else { return Vec::new() };
    let Some(table) = found.tables.get(check.table) else { return Vec::new() };
    let span = excerpts.row(planned, ledger, check.table, table, f.position);
    let cite = |scan: usize| table_of_scan(planned, ledger, scan).and_then(|t| t.cites.first().cloned());
    let late = f.late.and_then(row_engine::Day::date);
    let stated = planned.duties.values().any(|d| d.check == f.check as usize && d.stated);
    let apart = matches!(check.ways.first(), Some(row_engine::SatisfiedBy::Apart { .. }));
    let field = |c: usize| {
        let column = planned.plan.scans.get(check.table).and_then(|s| s.columns.get(c));
        column.map_or("", |c| c.field.as_str())
    };
    let text = match (late, &f.other) {
        (Some(on), None) => format!("{}: {}", f.name, day(on)),
        (Some(on), Some(_)) if f.unclear => format!("{}: {}, or earlier", f.name, day(on)),
        (Some(on), Some(_)) => format!("{}: not before {}", f.name, day(on)),
        (None, Some(_)) if f.unclear && f.mismatch.is_some() => format!("{}: on a day that is not stated", f.name),
        (None, Some(_)) if f.unclear => format!("{}: not found as it is written", f.name),
        (None, None) if f.unclear => format!("{}: not stated", f.name),
        (None, _) if matches!(check.goal, row_engine::Goal::Gaps { .. }) => {
            format!("{}: in no row before this", f.name)
        }
        (None, Some(_)) if apart => format!("{}: a number that another row has", f.name),
        (None, Some(_)) => format!("{}: has a row in the other table", f.name),
        (None, None) => match f.mismatch {
            Some(row_engine::Mismatch::Amounts(own, other)) => format!("{}: {own}, and not {other}", f.name),
            Some(row_engine::Mismatch::Empty(c)) => format!("{}: no {}", f.name, field(c)),
            Some(row_engine::Mismatch::Other(c)) => format!("{}: another {}", f.name, field(c)),
            None if stated && matches!(check.ways.as_slice(), [row_engine::SatisfiedBy::Found(_)]) => {
                format!("{}: not found", f.name)
            }
            None if stated => format!("{}: not so", f.name),
            None => format!("{}: nothing", f.name),
        },
    };
    let mut shown = vec![Place { span, text, fact: None, cite: cite(check.table) }];
    if let Some(other) = &f.other {
        let (join, position) = **other;
        let scan =
            if join == row_engine::OWN { Some(check.table) } else { planned.plan.joins.get(join).map(|j| j.table) };
        if let Some(scan) = scan
            && let Some(table) = found.tables.get(scan)
        {
            let span = excerpts.row(planned, ledger, scan, table, position);
            let text = late.filter(|_| !f.unclear).map_or_else(
                || {
                    let text = match (f.unclear, apart) {
                        (true, _) if f.mismatch.is_some() => "the row has no day",
                        (true, _) => "nearly the same number",
                        (_, true) => "the other row",
                        _ => "that row",
                    };
                    text.to_owned()
                },
                |on| format!("{}: {}", f.name, day(on)),
            );
            shown.push(Place { span, text, fact: None, cite: cite(scan) });
        }
    }
    shown
}

/// What is wrong with the tables themselves, and with the words that ask of them.
pub(super) fn diagnostics(plan_run: &PlanRun, ledger: &Ledger, excerpts: &mut Excerpts<'_>) -> Vec<Diagnostic> {
    let planned = &plan_run.planned;
    let mut out = Vec::new();
    for unknown in &planned.unknown {
        let Some(table) = ledger.tables.get(unknown.table) else { continue };
        // The fields of its layout as well, once its files were opened.
        let mut known: Vec<&str> = table.declared.columns.iter().map(|b| b.field.value.as_str()).collect();
        known.extend(table.fields.iter().flatten().map(String::as_str));
        known.sort_unstable();
        known.dedup();
        let near = closest(&unknown.field.value, known.iter().copied());
        let name = &table.declared.name;
        out.push(say::no_field(&unknown.field.value, &name.value, near, &known, unknown.field.span, name.span));
    }
    match plan_run.found() {
        Ok(found) => {
            // A table that is read twice is reported once.
            for (scan, table) in found.tables.iter().enumerate().filter(|(s, _)| !planned.plan.is_copy(*s)) {
                flaws_of_table(planned, ledger, scan, table, excerpts, &mut out);
                repeats_of_table(planned, ledger, scan, table, excerpts, &mut out);
            }
        }
        Err(error) => out.extend(diagnostic_of_error(error, planned, ledger)),
    }
    out
}

/// Why nothing was found.
fn diagnostic_of_error(error: &Error, planned: &Planned, ledger: &Ledger) -> Option<Diagnostic> {
    // What keeps a table from being opened was said on its statement.
    if matches!(error, Error::NotOpened(_)) {
        return None;
    }
    let of = |name: &str| {
        let scan = planned.plan.scans.iter().position(|s| s.name == name)?;
        table_of_scan(planned, ledger, scan)
    };
    Some(match error {
        Error::NoColumn { table, file, field, column, header } => {
            let table = of(table)?;
            let binding = table.declared.columns.iter().find(|b| b.field.value == *field);
            let span = binding.map_or(table.declared.name.span, |b| match &b.at {
                At::Named(name) => name.span,
                At::Position(n) => n.span,
            });
            let header: Vec<&str> = header.iter().map(String::as_str).collect();
            say::no_column(column, file, closest(column, header.iter().copied()), &header, span)
        }
        Error::Read { table, file, .. } => {
            let table = of(table)?;
            let named = table.declared.files.iter().find(|f| f.value == *file);
            say::no_table(&error.to_string(), named.map_or(table.declared.name.span, |f| f.span))
        }
        Error::ManyLabels { table, field } => {
            let table = of(table)?;
            let binding = table.declared.columns.iter().find(|b| b.field.value == *field);
            say::no_table(&error.to_string(), binding.map_or(table.declared.name.span, |b| b.field.span))
        }
        Error::Disk(_) | Error::Plan | Error::NotOpened(_) => {
            let span = ledger.tables.first().map_or(Span::default(), |t| t.declared.name.span);
            say::no_table(&error.to_string(), span)
        }
    })
}

/// A diagnostic for each column and kind of flaw, the first rows labelled.
fn flaws_of_table(
    planned: &Planned,
    ledger: &Ledger,
    scan: usize,
    table: &TableFound,
    excerpts: &mut Excerpts<'_>,
    out: &mut Vec<Diagnostic>,
) {
    let Some(of) = planned.plan.scans.get(scan) else { return };
    let mut reported = Vec::new();
    for &(column, kind, rows) in &table.flawed {
        let own = || table.flaws.iter().filter(move |f| f.column == column && f.kind == kind);
        let Some(first) = own().next() else { continue };
        let mut places = Vec::new();
        for flaw in own().take(SHOWN) {
            let row = excerpts.row(planned, ledger, scan, table, flaw.position);
            places.push(span_of_cell(row, flaw.at, excerpts.sources));
        }
        let named = column.and_then(|c| of.columns.get(c));
        let flawed = say::Flawed {
            table: &of.name,
            column: named.map(|c| (c.field.as_str(), c.name.as_str())),
            rows,
            row: table.chunks.place(first.position).1.row,
            value: &first.value,
            places,
            written: column.and_then(|c| table.columns.get(c)).map_or("", |c| c.written.as_str()),
        };
        let d = match kind {
            FlawKind::OtherOrder => flawed.order(),
            FlawKind::Row => flawed.row(),
            FlawKind::Stray => {
                let why = "a quotation mark is inside a value that does not begin with one";
                say::Flawed { value: why, ..flawed }.row()
            }
            FlawKind::NotUtf8 => flawed.encoding(),
            FlawKind::NoName => flawed.no_name(),
            FlawKind::Rounded => flawed.rounded(),
            FlawKind::NoZone => flawed.zone(),
            FlawKind::NotADay => flawed.day(false),
            FlawKind::ImpossibleDay => flawed.day(true),
            FlawKind::NotAFlag | FlawKind::NoFlag | FlawKind::OtherSpelling => flawed.flag(),
            FlawKind::NotAmong => {
                let known: Vec<&str> = match named.map(|c| &c.kind) {
                    Some(row_engine::Kind::Label(Some(all))) => all.iter().map(String::as_str).collect(),
                    _ => Vec::new(),
                };
                flawed.label(&known, closest(&first.value, known.iter().copied()))
            }
            FlawKind::NotANumber => flawed.number(),
            FlawKind::NotInSeries => flawed.member(),
        };
        reported.push((first.position, d));
    }
    reported.sort_by_key(|(position, _)| *position);
    out.extend(reported.into_iter().map(|(_, d)| d));
}

/// A value in the words of its row.
fn span_of_cell(row: Span, at: Option<(u32, u32)>, sources: &SourceMap) -> Span {
    let Some((start, end)) = at else { return row };
    let cell = Span::new(row.start.saturating_add(start), row.start.saturating_add(end));
    let inside = row.contains(cell) && !cell.is_empty() && !sources.text(cell).is_empty();
    if inside { cell } else { row }
}

/// One diagnostic for names with rows that differ, one for names with rows that do not.
fn repeats_of_table(
    planned: &Planned,
    ledger: &Ledger,
    scan: usize,
    table: &TableFound,
    excerpts: &mut Excerpts<'_>,
    out: &mut Vec<Diagnostic>,
) {
    let Some(of) = planned.plan.scans.get(scan) else { return };
    for differing in [true, false] {
        let own: Vec<_> = table.repeats.iter().filter(|r| r.mismatch.is_some() == differing).collect();
        let Some(first) = own.first() else { continue };
        let places: Vec<Span> =
            first.positions.iter().take(SHOWN).map(|m| excerpts.row(planned, ledger, scan, table, *m)).collect();
        let differ = first.mismatch.as_ref().map(|(column, a, b)| {
            let name = of.columns.get(*column).map_or("", |c| c.name.as_str());
            (name, a.as_str(), b.as_str())
        });
        out.push(say::repeat(&first.name, first.rows, &of.name, differ, &places, own.len() - 1));
    }
}

/// The files of the tables, with what they are known by.
pub(super) fn inputs(plan_run: &PlanRun) -> Vec<Input> {
    let Ok(found) = plan_run.found() else { return Vec::new() };
    let mut inputs: Vec<Input> = Vec::new();
    for (scan, table) in plan_run.planned.plan.scans.iter().zip(&found.tables) {
        for (file, sha256) in scan.files.iter().zip(&table.hashes) {
            let path = file.clone();
            if !inputs.iter().any(|i| i.path == path) {
                inputs.push(Input { path, sha256: sha256.clone() });
            }
        }
    }
    inputs
}

/// Everything that was found, for whoever wants more than is shown.
pub(super) fn rows_found(plan_run: &PlanRun) -> Option<Rows> {
    let found = Arc::clone(&plan_run.found.as_ref().ok()?.0);
    let plan = plan_run.planned.plan.clone();
    let paths = plan.scans.iter().map(|s| s.files.clone()).collect();
    Some(Rows { plan: Arc::new(plan), found, paths })
}
