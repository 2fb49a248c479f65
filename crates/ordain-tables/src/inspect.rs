//! One pass over a file: what it holds, column by column, and what could not be read.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::ops::ControlFlow;
use std::sync::Arc;

use super::dates::Evidence;
use super::detect::{Known, Unknown, detect_table};
use super::values::is_rounded;
use super::{Bound, Kind, Layout, Layouts, Limits, Reader as _, Source, Trouble, Unbound, Written, bind_columns};

/// Troubles that are kept; the rest are counted.
const KEPT: usize = 20;
/// Distinct values that are counted in a column, at eight bytes each.
const DISTINCT: usize = 4_000_000;

/// What one column holds.
#[derive(Debug, Clone, Default)]
pub struct Column {
    pub name: String,
    /// Rows with a value.
    pub filled: u64,
    /// Of identifiers; none where there are too many to be counted.
    pub distinct: Option<u64>,
    /// Values of digits that begin with a zero.
    pub zeros: u64,
    /// Values that a spreadsheet has rounded: the first, and how many.
    pub rounded: Option<(String, u64)>,
    pub dates: Evidence,
}

/// What a file is and holds.
#[derive(Debug, Clone)]
pub struct Inspection {
    pub name: String,
    pub known: Known,
    /// The layout that was named, or the one that knows most of the columns.
    pub layout: Option<Arc<Layout>>,
    /// It was named.
    pub named: bool,
    pub bound: Vec<Bound>,
    pub unbound: Vec<Unbound>,
    pub columns: Vec<Column>,
    pub rows: u64,
    /// Rows that were read and hold nothing.
    pub empty: u64,
    pub unreadable: u64,
    /// The first of them.
    pub troubles: Vec<Trouble>,
    /// What kept the file from being read to its end.
    pub stopped: Option<Trouble>,
}

/// Reads the whole of a file.
///
/// # Errors
/// Where the file does not show what it is.
pub fn inspect_table(
    source: &dyn Source,
    written: &Written,
    layout: Option<&Arc<Layout>>,
    layouts: &Layouts,
    limits: &Limits,
) -> Result<Inspection, Unknown> {
    let known = detect_table(source, written, layout.map(AsRef::as_ref), layouts, limits)?;
    let named = layout.is_some();
    let layout = layout.cloned().or_else(|| best_layout(&known, layouts));
    let (bound, unbound) = bind_columns(&known.columns, &[], None, layout.as_deref());
    let mut columns: Vec<Column> =
        known.columns.iter().map(|name| Column { name: name.clone(), ..Column::default() }).collect();
    let kinds: Vec<Option<Kind>> =
        (0..columns.len()).map(|i| bound.iter().find(|b| b.column == i).map(|b| b.kind)).collect();
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let mut seen: Vec<Option<HashSet<u64>>> =
        kinds.iter().map(|k| (*k == Some(Kind::Identifier)).then(HashSet::new)).collect();
    let (mut rows, mut empty, mut unreadable) = (0, 0, 0);
    let mut troubles = Vec::new();
    let mut file = known.open(source, *limits);
    let done = file.read(&mut |row| {
        let record = match row {
            Ok(record) => record,
            Err(trouble) => {
                unreadable += 1;
                if troubles.len() < KEPT {
                    troubles.push(trouble);
                }
                return ControlFlow::Continue(());
            }
        };
        rows += 1;
        let mut any = false;
        for (i, (value, column)) in record.fields.iter().zip(&mut columns).enumerate() {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            any = true;
            column.filled += 1;
            let digit = value.as_bytes().first().is_some_and(u8::is_ascii_digit);
            if kinds.get(i) == Some(&Some(Kind::Date)) || digit && value.len() <= 30 {
                column.dates.add(record.place.row, value);
            }
            if is_rounded(value.as_bytes()) {
                column.rounded.get_or_insert_with(|| (value.to_owned(), 0)).1 += 1;
            }
            column.zeros +=
                u64::from(value.len() > 1 && value.starts_with('0') && value.bytes().all(|b| b.is_ascii_digit()));
            if let Some(slot) = seen.get_mut(i)
                && let Some(set) = slot
            {
                set.insert(hasher.hash_one(value));
                if set.len() > DISTINCT {
                    *slot = None;
                }
            }
        }
        empty += u64::from(!any);
        ControlFlow::Continue(())
    });
    for (column, seen) in columns.iter_mut().zip(seen) {
        column.distinct = seen.map(|s| s.len() as u64);
    }
    Ok(Inspection {
        name: source.name().to_owned(),
        known,
        layout,
        named,
        bound,
        unbound,
        columns,
        rows,
        empty,
        unreadable,
        troubles,
        stopped: done.err(),
    })
}

/// The layout that knows most of the columns, of those about such files; the first of those that
/// know as many. One column of a name that many kinds of files have shows nothing.
fn best_layout(known: &Known, layouts: &Layouts) -> Option<Arc<Layout>> {
    let knows = |l: &Layout| known.columns.iter().filter(|c| l.column(c).is_some()).count();
    let enough = known.columns.len().min(2);
    let mut best: Option<(usize, &Arc<Layout>)> = None;
    for layout in layouts.iter().filter(|l| known.kind == Some(l.file)) {
        let n = knows(layout);
        if n >= enough && n > 0 && best.is_none_or(|(most, _)| n > most) {
            best = Some((n, layout));
        }
    }
    best.map(|(_, l)| Arc::clone(l))
}

impl Inspection {
    /// The field a column (from 0) is bound to.
    #[must_use]
    pub fn field(&self, column: usize) -> Option<&Bound> {
        self.bound.iter().find(|b| b.column == column)
    }

    /// Columns that hold dates: those that are one by their field, and those of
    /// which every other value or more is one.
    pub fn dated(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.columns.iter().enumerate().filter(|(i, c)| {
            let declared = self.field(*i).is_some_and(|b| b.kind == Kind::Date);
            c.dates.dates() > 0 && (declared || c.dates.dates() * 2 > c.filled) || declared && c.filled > 0
        })
    }
}
