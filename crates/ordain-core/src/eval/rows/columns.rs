//! The columns that a plan reads of a table: which there are, of what kind, and which
//! of them list several in a cell.

use crate::eval::record::tables::Unknown;
use crate::eval::rows::planning::{Open, Planner};
use ordain_base::source::Spanned;
use ordain_tables::row_engine::{Column, JoinKey, Kind, Order};
use ordain_tables::{At, DateOrder, fields};

impl Planner<'_, '_> {
    /// Why nothing is decided: the table has no such column.
    pub(in crate::eval) fn no_column(&self, table: usize, field: &str) -> Open {
        let why = format!("table `{}` has no column for `{field}`", self.name(table));
        (why, format!("column {field} is \"<column>\""))
    }

    /// The statement or its layout has a column for the field.
    pub(in crate::eval) fn known(&self, table: usize, field: &str) -> bool {
        let table = &self.case.ledger.tables[table];
        let declared = table.declared.columns.iter().any(|b| b.field.value == field);
        // A layout knows more fields than a file has columns; before it is opened any may be there.
        declared
            || table.declared.layout.is_some()
                && match &table.fields {
                    Some(fields) => fields.iter().any(|f| f == field),
                    None => fields::find(field).is_some(),
                }
    }

    /// The slot of a field in a scan, of this kind or that of the table.
    pub(in crate::eval) fn column(&mut self, scan: usize, field: &str, kind: Option<Kind>) -> Option<usize> {
        let table = self.scans.get(scan)?.table;
        let declared = &self.case.ledger.tables[table].declared;
        let binding = declared.columns.iter().find(|b| b.field.value == field);
        let own = binding.map(|b| b.kind).or_else(|| fields::find(field).map(|f| f.kind));
        let order = binding.and_then(|b| b.dates).or(declared.dates).map(|o| match o.value {
            DateOrder::MonthDayYear => Order::MonthDayYear,
            DateOrder::DayMonthYear => Order::DayMonthYear,
            DateOrder::YearMonthDay => Order::YearMonthDay,
        });
        let kind = kind.unwrap_or(match own {
            Some(ordain_tables::Kind::Date) => Kind::Date(order),
            Some(ordain_tables::Kind::Flag) => match declared.yes.iter().find(|(f, _)| f.value == field) {
                Some((_, values)) => Kind::YesWhere(values.clone()),
                None => Kind::Flag,
            },
            Some(ordain_tables::Kind::Number) => Kind::Number,
            _ => Kind::Text,
        });
        let (name, position) = match binding.map(|b| &b.at) {
            Some(At::Named(name)) => (name.value.clone(), None),
            Some(At::Position(n)) => (field.to_owned(), Some(n.value)),
            None => (field.to_owned(), None),
        };
        let list = self.list(table, field);
        let columns = &mut self.scans.get_mut(scan)?.columns;
        if let Some(i) = columns.iter().position(|c| c.field == field) {
            // A label is text as well, and a name is too.
            if let (Kind::Text, Kind::Label(_) | Kind::Key) = (&columns[i].kind, &kind) {
                columns[i].kind = kind;
            }
            return Some(i);
        }
        columns.push(Column { field: field.to_owned(), name, position, kind, list });
        Some(columns.len() - 1)
    }

    /// What parts several in one cell of a field.
    fn list(&self, table: usize, field: &str) -> Option<char> {
        let table = self.case.ledger.tables.get(table)?;
        match table.declared.columns.iter().find(|b| b.field.value == field) {
            Some(binding) => binding.list,
            None => table.lists.iter().find(|(f, _)| f == field).map(|(_, by)| *by),
        }
    }

    /// True where one cell of a column may have several.
    pub(in crate::eval) fn is_list(&self, scan: usize, column: usize) -> bool {
        self.scans.get(scan).and_then(|s| s.columns.get(column)).is_some_and(|c| c.list.is_some())
    }

    /// How rows are found by their name, with what is in a column of the asking row.
    pub(in crate::eval) fn by_name(&self, (scan, on): (usize, usize), (searched, key): (usize, usize)) -> JoinKey {
        if self.is_list(scan, on) || self.is_list(searched, key) { JoinKey::Members(key) } else { JoinKey::Key(key) }
    }

    /// A field of the words; unknown where the table has no column for it.
    pub(in crate::eval) fn field(&mut self, scan: usize, field: &Spanned<String>) -> Option<(usize, Kind)> {
        let table = self.scans.get(scan)?.table;
        if !self.known(table, &field.value) {
            self.unknown.push(Unknown { field: field.clone(), table });
            return None;
        }
        let column = self.column(scan, &field.value, None)?;
        Some((column, self.scans.get(scan)?.columns.get(column)?.kind.clone()))
    }

    /// Why nothing is counted or compared: a cell has several numbers.
    pub(in crate::eval) fn several(&self, table: usize) -> Open {
        let why =
            format!("a cell of table `{}` has several numbers, and that is not counted over them", self.name(table));
        (why, "a table with a row for each document".to_owned())
    }
}
