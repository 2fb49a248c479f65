//! Which column is what: by the name or the place that a statement gives, or by
//! a name that its layout knows. Two that fit are none: nothing is guessed.

use super::layout::{Layout, fold_name};
use super::{At, Binding, DateOrder, Kind};
use ordain_base::words::closest;

/// A field and its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// What rules call it.
    pub field: String,
    /// From 0.
    pub column: usize,
    /// What its values are.
    pub kind: Kind,
    /// Declared for the column or the table, or by the layout.
    pub dates: Option<DateOrder>,
    /// What parts several in one cell.
    pub list: Option<char>,
    /// What names the column.
    pub how: How,
    /// Columns that give it where this one is empty, in their order.
    pub otherwise: Vec<usize>,
}

/// What names the column of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The statement names it.
    Declared,
    /// The layout knows its name.
    Layout,
}

/// A field that has no column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unbound {
    /// The statement's binding (by its position) names no column; the nearest name, if one is near.
    Missing {
        /// The binding, from 0.
        binding: usize,
        /// The nearest name of a column.
        near: Option<String>,
    },
    /// The name is over several columns, from 0.
    Several {
        /// The binding, from 0.
        binding: usize,
        /// The columns, from 0.
        columns: Vec<usize>,
    },
    /// The layout knows several names of the file as this field.
    Doubtful {
        /// What rules call it.
        field: String,
        /// The columns, from 0.
        columns: Vec<usize>,
    },
}

/// The fields of a table with these columns.
#[must_use]
pub fn bind_columns(
    columns: &[String],
    bindings: &[Binding],
    dates: Option<DateOrder>,
    layout: Option<&Layout>,
) -> (Vec<Bound>, Vec<Unbound>) {
    let mut bound = Vec::new();
    let mut unbound = Vec::new();
    let order = |own: Option<DateOrder>| own.or(dates).or(layout.and_then(|l| l.dates));
    for (i, b) in bindings.iter().enumerate() {
        let found = match &b.at {
            At::Position(n) => match n.value.checked_sub(1).filter(|n| *n < columns.len()) {
                Some(n) => vec![n],
                None => Vec::new(),
            },
            At::Named(name) => columns_named(columns, &name.value),
        };
        match found.as_slice() {
            [column] => bound.push(Bound {
                field: b.field.value.clone(),
                column: *column,
                kind: b.kind,
                dates: order(b.dates.as_ref().map(|d| d.value)),
                list: b.list,
                how: How::Declared,
                otherwise: Vec::new(),
            }),
            [] => {
                let near = match &b.at {
                    At::Named(name) => closest(&name.value, columns.iter().map(String::as_str)).map(str::to_owned),
                    At::Position(_) => None,
                };
                unbound.push(Unbound::Missing { binding: i, near });
            }
            _ => unbound.push(Unbound::Several { binding: i, columns: found }),
        }
    }
    for c in layout.iter().flat_map(|l| &l.columns) {
        if bindings.iter().any(|b| b.field.value == c.field) {
            continue;
        }
        let names: Vec<String> = c.names.iter().map(|n| fold_name(n)).collect();
        let is = |i: &usize| {
            columns.get(*i).is_some_and(|name| !fold_name(name).is_empty() && names.contains(&fold_name(name)))
        };
        let taken = |i: &usize| bound.iter().any(|b: &Bound| b.how == How::Declared && b.column == *i);
        let mut found: Vec<usize> = (0..columns.len()).filter(|i| is(i) && !taken(i)).collect();
        // In the order of the layout.
        let place = |i: &usize| columns.get(*i).and_then(|name| names.iter().position(|n| *n == fold_name(name)));
        found.sort_by_key(place);
        match found.as_slice() {
            [] => {}
            [column, otherwise @ ..] if c.first || otherwise.is_empty() => bound.push(Bound {
                field: c.field.clone(),
                column: *column,
                kind: c.kind,
                dates: order(None),
                list: c.list,
                how: How::Layout,
                otherwise: otherwise.to_vec(),
            }),
            _ => unbound.push(Unbound::Doubtful { field: c.field.clone(), columns: found }),
        }
    }
    (bound, unbound)
}

/// The columns of this name: as it stands, or else by letters and digits alone.
fn columns_named(columns: &[String], name: &str) -> Vec<usize> {
    let which = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
        columns.iter().enumerate().filter(|(_, c)| is(c)).map(|(i, _)| i).collect()
    };
    let exact = which(&|c| c == name);
    if exact.is_empty() && !fold_name(name).is_empty() { which(&|c| fold_name(c) == fold_name(name)) } else { exact }
}
