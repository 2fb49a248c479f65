//! Carries out a plan: table after table, what others join first.

use std::collections::BTreeMap;
use std::io;

use super::base::Base;
use super::date::Order;
use super::duplicates::{Verdict, settle_names};
use super::faults;
use super::found::{Column, Found, TableFound};
use super::gather;
use super::index::{self, Index};
use super::judge::FLAWS;
use super::layout::Chunks;
use super::marked::Marked;
use super::near;
use super::numbers::Numbers;
use super::plan::Plan;
use super::ranges::Ranges;
use super::repeated::mark_repeated_names;
use super::scan::{Lazy, Passed};
use super::source::{Error, Options, Source};
use super::spill::Memory;
use super::threads;
use super::value::{Form, Labels, WrittenForms};
use super::worker::Mode;

/// Carries out `plan`.
///
/// # Errors
/// Where a file cannot be read, a column is not there, or there is no disk to spill to.
pub fn run_plan(plan: &Plan, source: &dyn Source, options: Options) -> Result<Found, Error> {
    let memory = Memory::new(options.memory);
    let mut indexes: Vec<Option<Index>> = (0..plan.joins.len()).map(|_| None).collect();
    let mut found = Found {
        groups: vec![Vec::new(); plan.checks.len()],
        unplaced: vec![0; plan.joins.len()],
        undated: vec![0; plan.joins.len()],
        ..Found::default()
    };
    let mut forms: Vec<Vec<Form>> = Vec::new();
    for scan in 0..plan.scans.len() {
        let base =
            Base { plan, scan, indexes: &indexes, source, memory: &memory, threads: threads::usable(options.threads) };
        let (table, built, own) = run_table(&base, &mut found)?;
        found.tables.push(table);
        forms.push(own);
        near::find(&base, &forms, &mut found)?;
        for (slot, index) in indexes.iter_mut().zip(built).filter(|(_, i)| i.is_some()) {
            *slot = index;
        }
    }
    Ok(found)
}

/// What one table gave, the indexes made of it, and the forms of its columns.
type OneTable = (TableFound, Vec<Option<Index>>, Vec<Form>);

/// One table, and the indexes made of it.
fn run_table(base: &Base<'_>, found: &mut Found) -> Result<OneTable, Error> {
    let Base { plan, scan, indexes, .. } = *base;
    let mut passed = base.pass(Mode::Judge).run(None)?;
    let mut columns = forms_as_written(plan, scan, &passed);
    // What the first rows led one to expect is not what the column is: once more, as it is.
    if columns.1 != passed.forms {
        passed = base.pass(Mode::Judge).run(Some(&columns.1))?;
        columns = (forms_as_written(plan, scan, &passed).0, columns.1);
    }
    let forms = passed.forms.clone();
    let extents = passed.workers.iter_mut().flat_map(|w| std::mem::take(&mut w.extents)).collect();
    let chunks = Chunks::new(extents, &passed.headers);
    let mut repeats = Vec::new();
    let mut duplicates = Marked::default();
    if let Some(column) = plan.scans.get(scan).and_then(|s| s.unique) {
        let names = passed.workers.iter_mut().map(|w| std::mem::take(&mut w.judge.part.unique)).collect();
        let spill = passed.spills.names.take();
        let mut verdict = settle_names(names, spill.as_ref(), false, base.threads).map_err(Error::disk)?;
        if matches!(verdict, Verdict::Unsettled) {
            let mut hashed = base.pass(Mode::Hash).run(Some(&forms))?;
            let names = hashed.workers.iter_mut().map(|w| std::mem::take(&mut w.judge.part.unique)).collect();
            let spill = hashed.spills.names.take();
            verdict = settle_names(names, spill.as_ref(), true, base.threads).map_err(Error::disk)?;
        }
        if let Verdict::Suspects(suspects) = verdict {
            repeats = mark_repeated_names(base, (&suspects, &forms), column, &mut passed, &mut duplicates)?;
        }
    }
    check_group_sizes(base, &passed)?;
    faults::shared(base, &mut passed, &duplicates)?;
    let built = build_indexes(&mut passed, base).map_err(Error::disk)?;
    gather::gather(base, &mut passed, &duplicates, found).map_err(Error::disk)?;
    // What the disk did not answer was no answer: nothing rests on it.
    if let Some(why) = indexes.iter().flatten().find_map(Index::trouble) {
        return Err(Error::Disk(why.to_owned()));
    }
    let mut table = TableFound { columns: columns.0, repeats, chunks, ..TableFound::default() };
    let mut flawed = BTreeMap::new();
    for worker in &mut passed.workers {
        let part = &mut worker.judge.part;
        table.used += part.used;
        table.unused += part.unused;
        table.unreadable += part.unreadable;
        table.flaws.append(&mut part.flaws);
        found.unplaced.iter_mut().zip(&part.unplaced).for_each(|(all, n)| *all += n);
        found.undated.iter_mut().zip(&part.undated).for_each(|(all, n)| *all += n);
        for (of, n) in part.flawed.drain() {
            *flawed.entry(of).or_insert(0) += n;
        }
    }
    table.flaws.sort_by_key(|f| f.position);
    table.flaws.truncate(FLAWS);
    table.flawed = flawed.into_iter().map(|((column, kind), n)| (column, kind, n)).collect();
    table.hashes = passed.hashes;
    Ok((table, built, forms))
}

/// Refuses to count by a column that has too many values.
fn check_group_sizes(base: &Base<'_>, passed: &Passed<'_>) -> Result<(), Error> {
    let Some(scan) = base.plan.scans.get(base.scan) else { return Ok(()) };
    for column in base.plan.checks.iter().filter(|c| c.table == base.scan).filter_map(|c| c.group) {
        let labels = passed.workers.iter().filter_map(|w| w.judge.columns.get(column)).map(|c| &c.labels);
        if Labels::are_too_many(labels) {
            let field = scan.columns.get(column).map_or_else(String::new, |c| c.field.clone());
            return Err(Error::ManyLabels { table: scan.name.clone(), field });
        }
    }
    Ok(())
}

/// How the columns turned out to be written, and what they should be read as.
fn forms_as_written(plan: &Plan, scan: usize, passed: &Passed<'_>) -> (Vec<Column>, Vec<Form>) {
    let columns = plan.scans.get(scan).map_or(&[][..], |s| &s.columns);
    columns
        .iter()
        .enumerate()
        .map(|(i, column)| {
            let mut seen = WrittenForms::default();
            for worker in &passed.workers {
                if let Some(reader) = worker.judge.columns.get(i) {
                    seen.add(&reader.seen);
                }
            }
            let now = passed.forms.get(i).copied().unwrap_or(Form::Fixed);
            let (form, unproved) = match seen.form(&column.kind) {
                Ok(form) if seen != WrittenForms::default() => (form, None),
                Ok(_) => (now, None),
                Err(unproved) => (Form::Days(Order::YearMonthDay), Some(unproved)),
            };
            let figures = (seen.month_first, seen.day_first, seen.either);
            (Column { written: form.words(), unproved, figures }, form)
        })
        .unzip()
}

/// The indexes of the joins that search this table.
fn build_indexes(passed: &mut Passed<'_>, base: &Base<'_>) -> io::Result<Vec<Option<Index>>> {
    let Base { memory, threads, .. } = *base;
    let joins = passed.spills.joins.len();
    (0..joins)
        .map(|j| {
            let mut spill = || passed.spills.joins.get_mut(j).and_then(Lazy::take);
            macro_rules! of_all {
                ($field:ident) => {
                    passed
                        .workers
                        .iter_mut()
                        .filter_map(|w| w.judge.part.$field.get_mut(j).and_then(Option::take))
                        .collect::<Vec<_>>()
                };
            }
            let ranges = of_all!(ranges);
            if !ranges.is_empty() {
                let all = Ranges::build(ranges, spill().as_ref(), memory, || base.scratch())?;
                return Ok(Some(Index::Ranges(all)));
            }
            let numbers = of_all!(numbers);
            if !numbers.is_empty() {
                let all = Numbers::build(numbers, spill().as_ref(), memory, || base.scratch())?;
                return Ok(Some(Index::Numbers(all)));
            }
            let totals = of_all!(totals);
            if !totals.is_empty() {
                return Ok(Some(match index::Kept::build(totals, spill(), threads, memory)? {
                    index::Kept::Memory(built) => Index::Totals(built),
                    index::Kept::Disk(disk) => Index::TotalsOnDisk(disk),
                }));
            }
            let gathered = of_all!(gathered);
            if gathered.is_empty() {
                return Ok(None);
            }
            Ok(Some(match index::Kept::build(gathered, spill(), threads, memory)? {
                index::Kept::Memory(built) => Index::Memory(built),
                index::Kept::Disk(disk) => Index::Disk(disk),
            }))
        })
        .collect()
}
