//! From the words of duties to a plan.

use std::collections::BTreeMap;

use super::super::fold::Touch;
use super::super::{Context, Question};
use super::{Duty, Planned, Unknown};
use crate::facts::{Ledger, Table};
use crate::model::object::{Act, Head, Set};
use crate::model::{Asked, Body, Limb, Model, Paragraph, Selection};
use crate::sets::{Check, Column, Day, Goal, Join, Kind, Match, Order, Plan, Scan, Test, Way};
use crate::source::Spanned;
use crate::tables::{self, At, DateOrder, Rows, fields};
use crate::verdict::Modality;

/// Everything that the duties in force on the day ask of the record's tables;
/// nothing where no duty is over rows, or no table has such rows.
#[must_use]
pub fn plan(model: &Model, ledger: &Ledger, asked: Question) -> Option<Planned> {
    let over_rows = |p: &Paragraph| matches!(&p.body, Body::Norm(n) if n.limbs.iter().any(|l| l.rows.is_some()));
    if ledger.tables.is_empty() || !model.paragraphs.iter().any(over_rows) {
        return None;
    }
    let context = Context::new(model, ledger, false, asked, None);
    let mut planner = Planner {
        context: &context,
        scans: Vec::new(),
        joins: Vec::new(),
        checks: Vec::new(),
        duties: BTreeMap::new(),
        open: BTreeMap::new(),
        unknown: Vec::new(),
    };
    for paragraph in model.paragraphs.iter().filter(|p| context.force.is_ordered(model, p.order, asked)) {
        let Body::Norm(norm) = &paragraph.body else { continue };
        for (i, limb) in norm.limbs.iter().enumerate().filter(|_| norm.modality == Modality::Must) {
            let touch = context.touch(paragraph, norm, i, None);
            // As a later order has rewritten it.
            let limb = touch.norm.limbs.get(i).unwrap_or(limb);
            if let Some(selection) = &limb.rows {
                planner.limb(paragraph, limb, selection, &touch);
            }
        }
    }
    planner.finish(asked)
}

/// A table of the ledger, with the columns asked for so far.
struct Scanned {
    table: usize,
    columns: Vec<Column>,
    key: Option<usize>,
}

struct Planner<'c, 'a> {
    context: &'c Context<'a>,
    scans: Vec<Scanned>,
    joins: Vec<Join>,
    checks: Vec<Check>,
    duties: BTreeMap<crate::source::Span, Duty>,
    open: BTreeMap<crate::source::Span, (String, String)>,
    unknown: Vec<Unknown>,
}

impl Planner<'_, '_> {
    fn limb(&mut self, paragraph: &Paragraph, limb: &Limb, selection: &Selection, touch: &Touch) {
        match self.tables(selection.rows).as_slice() {
            // No such table: facts decide, as they do without tables.
            [] => {}
            [table] => match self.check(paragraph, limb, selection, touch, *table) {
                Ok(duty) => {
                    self.duties.insert(limb.span, duty);
                }
                Err(open) => {
                    self.open.insert(limb.span, open);
                }
            },
            _ => {
                let rows = selection.rows.words();
                let why = format!("several tables have {rows}, and nothing says which is meant");
                self.open.insert(limb.span, (why, format!("one table from all files whose rows are {rows}")));
            }
        }
    }

    fn tables(&self, rows: Rows) -> Vec<usize> {
        let all = &self.context.ledger.tables;
        (0..all.len()).filter(|&i| rows_of(&all[i]) == Some(rows)).collect()
    }

    fn check(
        &mut self,
        paragraph: &Paragraph,
        limb: &Limb,
        selection: &Selection,
        touch: &Touch<'_>,
        table: usize,
    ) -> Result<Duty, (String, String)> {
        let scan = self.scan(table);
        let unknown = self.unknown.len();
        let mut filters = Vec::new();
        let mut group = None;
        if let Some(set) = &selection.set {
            group = self.category(scan, set, &mut filters);
        }
        if let Some(asked) = &selection.asked {
            filters.push(self.test(scan, asked));
        }
        let mut ways = Vec::new();
        let mut performed_in = Vec::new();
        let mut scans = vec![scan];
        for act in &limb.acts {
            let (way, place) = self.way(act, scan, table)?;
            if let Way::Found(join) = way {
                scans.extend(self.joins.get(join).map(|j| j.table));
            }
            ways.push(way);
            performed_in.push(place);
        }
        if self.unknown.len() > unknown {
            return Err(("a field of it is in no table".to_owned(), "mend the errors of this matter first".to_owned()));
        }
        let deadline = self.context.deadline(paragraph, limb, touch);
        let filter = match filters.len() {
            0 => Test::Always,
            1 => filters.remove(0),
            _ => Test::All(filters),
        };
        self.checks.push(Check {
            name: paragraph.name.clone() + if limb.label.is_empty() { "" } else { " " } + &limb.label,
            table: scan,
            filter,
            group,
            ways,
            due: deadline.day().map(Day::from),
            goal: Goal::Every,
        });
        scans.sort_unstable();
        scans.dedup();
        Ok(Duty { check: self.checks.len() - 1, performed_in, scans })
    }

    /// The categories of a record: a column of their labels, by which rows are counted.
    fn category(&mut self, scan: usize, set: &Set, filters: &mut Vec<Test>) -> Option<usize> {
        let record = &self.context.model.declared.records[set.record.index()];
        if record.categories.is_empty() {
            return None;
        }
        let labels: Vec<String> = record.categories.iter().map(|c| c.label.clone()).collect();
        let column = self.column(scan, "category", Some(Kind::Label(Some(labels.clone()))))?;
        if set.categories.len() < labels.len() {
            let values = set.categories.iter().filter_map(|&c| labels.get(c).cloned()).collect();
            filters.push(Test::OneOf { column, values });
        }
        Some(column)
    }

    /// How an act performs for a row.
    fn way(&mut self, act: &Act, scan: usize, table: usize) -> Result<(Way, usize), (String, String)> {
        let verb = self.context.model.declared.verbs.get(act.verb);
        let logs = |h: &Head| matches!(h, Head::Deliverable(d) if d.name().ends_with("log"));
        let named = act.objects.list.iter().any(|o| {
            o.head.iter().any(logs)
                || o.relations.iter().any(|r| matches!(&r.to, crate::model::object::Related::Head(h) if logs(h)))
        });
        if verb.family == "log" || named {
            let all = self.tables(Rows::LogEntries);
            let [log] = all.as_slice() else {
                let why = if all.is_empty() { "no table has log entries" } else { "several tables have log entries" };
                let remedy = "table log from \"<file>\" rows are log entries columns bates is \"<column>\"";
                return Err((why.to_owned(), remedy.to_owned()));
            };
            return Ok((Way::Found(self.join(scan, *log)?), *log));
        }
        match verb.family.as_str() {
            "produce" | "complete" | "serve" => match self.known(table, "produced") {
                true => {
                    let column = self.column(scan, "produced", None).unwrap_or_default();
                    Ok((Way::Dated(column), table))
                }
                false => Err((
                    format!("table `{}` has no column for the day of production", self.name(table)),
                    "column produced is \"<column>\"".to_owned(),
                )),
            },
            _ => Err((
                format!("no column of a table shows that a row was {}", verb.participle),
                "the duty is decided over acts of the record where it does not say `each`".to_owned(),
            )),
        }
    }

    /// The rows of `log` found by the name of a row of `scan`.
    fn join(&mut self, scan: usize, log: usize) -> Result<usize, (String, String)> {
        let searched = self.scan(log);
        let (Some(on), Some(key)) = (self.key(scan), self.key(searched)) else {
            let why = "a table has no column that names its rows".to_owned();
            return Err((why, "column bates is \"<column>\"".to_owned()));
        };
        let by = match self.known(log, "end").then(|| self.column(searched, "end", Some(Kind::Text))).flatten() {
            Some(last) => Match::Range { first: key, last },
            None => Match::Key(key),
        };
        let date = if self.known(log, "logged") { self.column(searched, "logged", None) } else { None };
        let join = Join { table: searched, by, on, date, filter: Test::Always };
        Ok(self.joins.iter().position(|j| *j == join).unwrap_or_else(|| {
            self.joins.push(join);
            self.joins.len() - 1
        }))
    }

    fn scan(&mut self, table: usize) -> usize {
        self.scans.iter().position(|s| s.table == table).unwrap_or_else(|| {
            self.scans.push(Scanned { table, columns: Vec::new(), key: None });
            let scan = self.scans.len() - 1;
            let key = ["bates", "control"].into_iter().find(|f| self.known(table, f));
            if let Some(key) = key {
                let column = self.column(scan, key, Some(Kind::Key));
                self.scans[scan].key = column;
            }
            scan
        })
    }

    fn key(&self, scan: usize) -> Option<usize> {
        self.scans.get(scan).and_then(|s| s.key)
    }

    fn name(&self, table: usize) -> &str {
        &self.context.ledger.tables[table].declared.name.value
    }

    /// The statement or its layout has a column for the field.
    fn known(&self, table: usize, field: &str) -> bool {
        let declared = &self.context.ledger.tables[table].declared;
        declared.columns.iter().any(|b| b.field.value == field)
            || declared.layout.is_some() && fields::find(field).is_some()
    }

    /// The slot of a field in a scan, of this kind or that of the table.
    fn column(&mut self, scan: usize, field: &str, kind: Option<Kind>) -> Option<usize> {
        let table = self.scans.get(scan)?.table;
        let declared = &self.context.ledger.tables[table].declared;
        let binding = declared.columns.iter().find(|b| b.field.value == field);
        let own = binding.map(|b| b.kind).or_else(|| fields::find(field).map(|f| f.kind));
        let order = binding.and_then(|b| b.dates).or(declared.dates).map(|o| match o.value {
            DateOrder::MonthDayYear => Order::MonthDayYear,
            DateOrder::DayMonthYear => Order::DayMonthYear,
            DateOrder::YearMonthDay => Order::YearMonthDay,
        });
        let kind = kind.unwrap_or(match own {
            Some(tables::Kind::Date) => Kind::Date(order),
            Some(tables::Kind::Flag) => Kind::Flag,
            Some(tables::Kind::Number) => Kind::Number,
            _ => Kind::Text,
        });
        let (name, position) = match binding.map(|b| &b.at) {
            Some(At::Named(name)) => (name.value.clone(), None),
            Some(At::Position(n)) => (field.to_owned(), Some(n.value)),
            None => (field.to_owned(), None),
        };
        let columns = &mut self.scans.get_mut(scan)?.columns;
        if let Some(i) = columns.iter().position(|c| c.field == field) {
            // A label is text as well, and a name is too.
            if let (Kind::Text, Kind::Label(_) | Kind::Key) = (&columns[i].kind, &kind) {
                columns[i].kind = kind;
            }
            return Some(i);
        }
        columns.push(Column { field: field.to_owned(), name, position, kind });
        Some(columns.len() - 1)
    }

    /// A field of the words; unknown where the table has no column for it.
    fn field(&mut self, scan: usize, field: &Spanned<String>) -> Option<(usize, Kind)> {
        let table = self.scans.get(scan)?.table;
        if !self.known(table, &field.value) {
            self.unknown.push(Unknown { field: field.clone(), table });
            return None;
        }
        let column = self.column(scan, &field.value, None)?;
        Some((column, self.scans.get(scan)?.columns.get(column)?.kind.clone()))
    }

    fn test(&mut self, scan: usize, asked: &Asked) -> Test {
        let found = match asked {
            Asked::Done(field) => self.field(scan, field).map(|(column, kind)| match kind {
                Kind::Flag => Test::Flag { column, is: true },
                _ => Test::Present { column, is: true },
            }),
            Asked::Has(field) => self.field(scan, field).map(|(column, kind)| match kind {
                Kind::Flag => Test::Flag { column, is: true },
                _ => Test::Present { column, is: true },
            }),
            Asked::Is { field, values } => self.field(scan, field).map(|(column, kind)| is(column, &kind, values)),
            Asked::Days { field, from, to } => self.field(scan, field).map(|(column, _)| Test::Days {
                column,
                from: from.map(Day::from),
                to: to.map(Day::from),
            }),
            Asked::Numbers { field, from, to } => {
                self.field(scan, field).map(|(column, _)| Test::Numbers { column, from: *from, to: *to })
            }
            Asked::All(list) => Some(Test::All(list.iter().map(|a| self.test(scan, a)).collect())),
            Asked::Any(list) => Some(Test::Any(list.iter().map(|a| self.test(scan, a)).collect())),
            Asked::Not(inner) => Some(Test::Not(Box::new(self.test(scan, inner)))),
        };
        found.unwrap_or(Test::Always)
    }

    /// The scans in the order in which they must be read: what is joined first.
    fn finish(self, asked: Question) -> Option<Planned> {
        if self.checks.is_empty() && self.open.is_empty() && self.unknown.is_empty() {
            return None;
        }
        let searched = |i: usize| self.joins.iter().any(|j| j.table == i);
        let mut order: Vec<usize> = (0..self.scans.len()).collect();
        order.sort_by_key(|&i| !searched(i));
        let place = |old: usize| order.iter().position(|&i| i == old).unwrap_or(old);
        let tables: Vec<usize> = order.iter().map(|&i| self.scans[i].table).collect();
        let scans = order
            .iter()
            .map(|&i| {
                let scan = &self.scans[i];
                let declared = &self.context.ledger.tables[scan.table].declared;
                let documents = rows_of(&self.context.ledger.tables[scan.table]) == Some(Rows::Documents);
                Scan {
                    name: declared.name.value.clone(),
                    files: declared.files.iter().map(|f| f.value.clone()).collect(),
                    columns: scan.columns.clone(),
                    unique: scan.key.filter(|_| documents),
                }
            })
            .collect();
        let joins = self.joins.iter().map(|j| Join { table: place(j.table), ..j.clone() }).collect();
        let checks = self.checks.iter().map(|c| Check { table: place(c.table), ..c.clone() }).collect();
        let mut duties = self.duties.clone();
        for duty in duties.values_mut() {
            duty.scans.iter_mut().for_each(|s| *s = place(*s));
        }
        Some(Planned {
            plan: Plan { scans, joins, checks, as_of: Day::from(asked.as_of) },
            duties,
            open: self.open,
            unknown: self.unknown,
            tables,
        })
    }
}

/// What the rows of a table are, by its statement.
fn rows_of(table: &Table) -> Option<Rows> {
    table.declared.rows.as_ref().map(|r| r.value)
}

fn is(column: usize, kind: &Kind, values: &[String]) -> Test {
    let any = |list: Vec<Test>| if list.len() == 1 { list.into_iter().next() } else { Some(Test::Any(list)) };
    let found = match kind {
        Kind::Flag => {
            let yes = |v: &String| matches!(v.to_lowercase().as_str(), "true" | "yes" | "y" | "t" | "1" | "x");
            any(values.iter().map(|v| Test::Flag { column, is: yes(v) }).collect())
        }
        Kind::Number => {
            let number = |v: &String| v.replace(',', "").parse().ok();
            any(values.iter().map(|v| Test::Numbers { column, from: number(v), to: number(v) }).collect())
        }
        _ => None,
    };
    found.unwrap_or_else(|| Test::OneOf { column, values: values.to_vec() })
}
