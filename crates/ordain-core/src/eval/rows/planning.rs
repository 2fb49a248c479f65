//! From the words of duties to a plan.

use crate::model::nature::Nature;
use std::collections::BTreeMap;

use crate::eval::amended::apply::as_amended;
use crate::eval::amended::deadline::deadline_as_amended;
use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::record::matching::{self, match_actors};
use crate::eval::record::tables::{Duty, Planned, Unknown};
use crate::facts::{Ledger, Table};
use crate::model::object::{Act, Head, Set};
use crate::model::{Bearer, Body, Least, Model, Obligation, ObligationId, Of, Paragraph, Selection, VerbFamily};
use crate::verdict::Modality;
use ordain_tables::row_engine::{Check, Column, Day, Goal, Join, JoinKey, Kind, SatisfiedBy, Test};
use ordain_tables::{Rows, fields};

/// Whether a duty is over rows that some table has, or that only a table could have.
pub(in crate::eval) fn asks_tables(model: &Model, ledger: &Ledger) -> bool {
    let over_rows =
        |p: &Paragraph| matches!(&p.body, Body::Provision(n) if n.obligations.iter().any(|l| l.rows.is_some()));
    let needs_table = |p: &Paragraph| matches!(&p.body, Body::Provision(n) if n.obligations.iter().any(|l| l.rows.as_ref().is_some_and(of_rows_alone)));
    let any = |of: &dyn Fn(&Paragraph) -> bool| model.paragraphs.iter().any(of);
    if ledger.tables.is_empty() { any(&needs_table) } else { any(&over_rows) }
}

/// Everything that the duties in force on the day ask of the record's tables.
pub(in crate::eval) fn plan(case: &Case<'_>) -> Option<Planned> {
    let (model, asked) = (case.model, case.question);
    let mut planner = Planner {
        case,
        scans: Vec::new(),
        joins: Vec::new(),
        checks: Vec::new(),
        duties: BTreeMap::new(),
        open: BTreeMap::new(),
        unknown: Vec::new(),
    };
    for paragraph in model.paragraphs.iter().filter(|p| case.orders.is_ordered(model, p.order, asked)) {
        let Body::Provision(provision) = &paragraph.body else { continue };
        for (i, obligation) in provision.obligations.iter().enumerate().filter(|_| provision.modality == Modality::Must)
        {
            let amended = as_amended(case, paragraph, provision, i, None);
            // As a later order has rewritten it.
            let obligation = amended.provision.obligations.get(i).unwrap_or(obligation);
            if let Some(selection) = &obligation.rows {
                planner.obligation(paragraph, obligation, selection, &amended);
            }
        }
    }
    planner.finish(asked)
}

/// Why a duty cannot be decided over the tables, and what would let it.
pub(in crate::eval) type Open = (String, String);

/// Only a table can show it: no fact of the record says what each row is like, or a share of them.
fn of_rows_alone(selection: &Selection) -> bool {
    let share = |l: &Least| l.of == Of::Percent && selection.set.is_none();
    !selection.required.is_empty()
        || selection.gaps
        || selection.by.is_some()
        || selection.least.as_ref().is_some_and(share)
}

/// A table of the ledger, with the columns asked for so far.
pub(in crate::eval) struct Scanned {
    pub(in crate::eval) table: usize,
    pub(in crate::eval) columns: Vec<Column>,
    pub(in crate::eval) key: Option<usize>,
    /// No two rows may have one name, for a duty says so.
    pub(in crate::eval) unique: bool,
}

pub(in crate::eval) struct Planner<'c, 'a> {
    pub(in crate::eval) case: &'c Case<'a>,
    pub(in crate::eval) scans: Vec<Scanned>,
    pub(in crate::eval) joins: Vec<Join>,
    pub(in crate::eval) checks: Vec<Check>,
    pub(in crate::eval) duties: BTreeMap<ObligationId, Duty>,
    pub(in crate::eval) open: BTreeMap<ObligationId, Open>,
    pub(in crate::eval) unknown: Vec<Unknown>,
}

impl Planner<'_, '_> {
    fn obligation(
        &mut self,
        paragraph: &Paragraph,
        obligation: &Obligation,
        selection: &Selection,
        amended: &AmendedDuty,
    ) {
        let beside = selection.is_beside_facts();
        let mut tables = self.tables(selection.rows);
        if beside {
            tables.retain(|t| self.is_of(*t, &amended.provision.bearer));
        }
        match tables.as_slice() {
            // What no table shows, the acts show.
            _ if beside && !obligation.acts.iter().all(|a| self.is_shown(a)) => {}
            [table] if beside && !self.tells(*table, selection) => {}
            [] if of_rows_alone(selection) => {
                if let Err(open) = self.only(selection.rows) {
                    self.open.insert(obligation.id, open);
                }
            }
            // No such table: facts decide, as they do without tables.
            [] => {}
            [table] => match self.check(paragraph, obligation, selection, amended, *table) {
                Ok(duty) => {
                    self.duties.insert(obligation.id, duty);
                }
                Err(open) => {
                    self.open.insert(obligation.id, open);
                }
            },
            _ => {
                let rows = selection.rows.words();
                let why = format!("several tables have {rows}, and nothing says which is meant");
                self.open.insert(obligation.id, (why, format!("one table from all files whose rows are {rows}")));
            }
        }
    }

    /// By whoever is bound, or by nobody.
    fn is_of(&self, table: usize, bearer: &Bearer) -> bool {
        let by = &self.case.ledger.tables[table].by;
        by.is_empty() || match_actors(self.case.model, bearer, by) != matching::Match::No
    }

    /// It has the columns that such a count needs.
    fn tells(&self, table: usize, selection: &Selection) -> bool {
        self.known(table, "produced") && (selection.set.is_none() || self.known(table, "category"))
    }

    /// An act that a column of days shows.
    fn is_shown(&self, act: &Act) -> bool {
        let family = self.case.model.declared.verbs.get(act.verb).family;
        matches!(family, VerbFamily::Produce | VerbFamily::Complete | VerbFamily::Serve)
    }

    pub(in crate::eval) fn tables(&self, rows: Rows) -> Vec<usize> {
        let all = &self.case.ledger.tables;
        (0..all.len()).filter(|&i| rows_of(&all[i]) == Some(rows)).collect()
    }

    fn check(
        &mut self,
        paragraph: &Paragraph,
        obligation: &Obligation,
        selection: &Selection,
        amended: &AmendedDuty<'_>,
        table: usize,
    ) -> Result<Duty, Open> {
        let scan = self.scan(table);
        let unknown = self.unknown.len();
        let (filter, group) = self.selected(selection, scan, table)?;
        let mut duty =
            Duty { check: 0, performed_in: Vec::new(), scans: vec![scan], stated: selection.always, open: None };
        let mut ways = self.ways(obligation, selection, scan, table, &mut duty)?;
        let goal = self.goal(selection, scan, table, &mut ways, &mut duty)?;
        if self.unknown.len() > unknown {
            return Err(("a field of it is in no table".to_owned(), "fix the errors of this matter first".to_owned()));
        }
        let deadline = deadline_as_amended(self.case, paragraph, obligation, amended);
        let due = if goal.is_of_each() { deadline.day().map(Day::from) } else { None };
        let name = format!("{} {}", paragraph.name, obligation.label).trim_end().to_owned();
        self.checks.push(Check { name, table: scan, filter, group, ways, due, goal });
        duty.scans.sort_unstable();
        duty.scans.dedup();
        duty.performed_in.sort_unstable();
        duty.performed_in.dedup();
        duty.check = self.checks.len() - 1;
        Ok(duty)
    }

    /// Which rows it is about, and the column by which they are counted apart.
    fn selected(&mut self, selection: &Selection, scan: usize, table: usize) -> Result<(Test, Option<usize>), Open> {
        let mut filters = Vec::new();
        let mut group = None;
        if let Some(set) = &selection.set {
            group = self.category(scan, set, &mut filters).filter(|_| !selection.is_beside_facts());
        }
        if let Some(by) = &selection.by {
            let labels = Some(Kind::Label(None)).filter(|_| self.known(table, &by.value));
            group = match labels {
                Some(kind) => self.column(scan, &by.value, Some(kind)),
                None => return Err(self.no_column(table, &by.value)),
            };
        }
        if let Some(asked) = &selection.asked {
            // What a rule says of rows in general may be said of a table that does not say it.
            if is_stated(selection)
                && let Some(field) = self.lacking(table, asked)
            {
                return Err(self.no_column(table, &field));
            }
            filters.push(self.test(scan, asked));
        }
        let filter = match filters.len() {
            0 => Test::Always,
            1 => filters.remove(0),
            _ => Test::All(filters),
        };
        Ok((filter, group))
    }

    /// What performs it for a row: each act, and each thing that a row must be like.
    fn ways(
        &mut self,
        obligation: &Obligation,
        selection: &Selection,
        scan: usize,
        table: usize,
        duty: &mut Duty,
    ) -> Result<Vec<SatisfiedBy>, Open> {
        let mut ways = Vec::new();
        let stated = is_stated(selection);
        let ensures = |a: &&Act| stated && self.case.model.declared.verbs.get(a.verb).family == VerbFamily::Ensure;
        let acts: Vec<&Act> = obligation.acts.iter().filter(|a| !ensures(a)).collect();
        for act in acts {
            let way = if selection.gaps { self.gap_way(act, scan) } else { self.way(act, scan, table) };
            // Without a log the gaps are named all the same: whether they are explained is open.
            let (way, place) = match way {
                Err(open) if selection.gaps => {
                    duty.open = Some(open);
                    continue;
                }
                way => way?,
            };
            if let SatisfiedBy::Found(join) = way {
                duty.scans.extend(self.joins.get(join).map(|j| j.table));
            }
            ways.push(way);
            duty.performed_in.push(place);
        }
        for required in &selection.required {
            ways.push(self.required(required, scan, table, duty)?);
        }
        // The same number in another spelling may be the same: `TRN-01`, `trn 01`.
        if ways == [SatisfiedBy::Alone]
            && let Some(first) = self.key(scan).filter(|key| !self.is_list(scan, *key))
        {
            ways.push(SatisfiedBy::Apart { first, last: None });
        }
        Ok(ways)
    }

    /// How many rows must be as they should.
    fn goal(
        &mut self,
        selection: &Selection,
        scan: usize,
        table: usize,
        ways: &mut Vec<SatisfiedBy>,
        duty: &mut Duty,
    ) -> Result<Goal, Open> {
        if selection.gaps {
            let Some((first, last)) = self.range(scan) else {
                return Err(self.no_column(table, fields::BATES));
            };
            if self.is_list(scan, first) {
                return Err(self.several(table));
            }
            // Every row bears on whether there is a gap: one that is not in the table may fill it.
            duty.performed_in.push(table);
            return Ok(Goal::Gaps { first, last });
        }
        let Some(least) = &selection.least else { return Ok(Goal::Every) };
        duty.performed_in.push(table);
        self.least(least, scan, table, ways)
    }

    /// The categories of a record: a column of their labels, by which rows are counted.
    fn category(&mut self, scan: usize, set: &Set, filters: &mut Vec<Test>) -> Option<usize> {
        let record = &self.case.model.declared.records[set.record.index()];
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
    fn way(&mut self, act: &Act, scan: usize, table: usize) -> Result<(SatisfiedBy, usize), Open> {
        let verb = self.case.model.declared.verbs.get(act.verb);
        let logs = |h: &Head| matches!(h, Head::Deliverable(d) if d.is(Nature::Log));
        let named = act.objects.list.iter().any(|o| {
            o.head.iter().any(logs)
                || o.relations.iter().any(|r| matches!(&r.to, crate::model::object::Related::Head(h) if logs(h)))
        });
        if verb.family == VerbFamily::Log || named {
            let log = self.only(Rows::LogEntries)?;
            return Ok((SatisfiedBy::Found(self.join(scan, log)?), log));
        }
        match verb.family {
            VerbFamily::Produce | VerbFamily::Complete | VerbFamily::Serve => match self.known(table, "produced") {
                true => {
                    let column = self.column(scan, "produced", None).unwrap_or_default();
                    Ok((SatisfiedBy::Dated(column), table))
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
    fn join(&mut self, scan: usize, log: usize) -> Result<usize, Open> {
        let searched = self.scan(log);
        let (on, key) = self.keys(scan, searched)?;
        let ranged = self.known(log, fields::END) && !self.is_list(searched, key);
        let by = match ranged.then(|| self.column(searched, fields::END, Some(Kind::Text))).flatten() {
            Some(last) => JoinKey::Range { first: key, last, to: self.range(scan).and_then(|(_, last)| last) },
            None => self.by_name((scan, on), (searched, key)),
        };
        let date = if self.known(log, fields::LOGGED) { self.column(searched, fields::LOGGED, None) } else { None };
        Ok(self.joined(Join { table: searched, by, on, date, filter: Test::Always }))
    }

    /// The place of a join, which several checks may share.
    pub(in crate::eval) fn joined(&mut self, join: Join) -> usize {
        self.joins.iter().position(|j| *j == join).unwrap_or_else(|| {
            self.joins.push(join);
            self.joins.len() - 1
        })
    }

    /// The columns that name the rows of two tables.
    pub(in crate::eval) fn keys(&self, scan: usize, searched: usize) -> Result<(usize, usize), Open> {
        self.key(scan).zip(self.key(searched)).ok_or_else(|| {
            let why = "a table has no column that names its rows".to_owned();
            (why, "column bates is \"<column>\"".to_owned())
        })
    }

    /// The one table with such rows.
    pub(in crate::eval) fn only(&self, rows: Rows) -> Result<usize, Open> {
        let all = self.tables(rows);
        if let [one] = all.as_slice() {
            return Ok(*one);
        }
        let words = rows.words();
        let why = if all.is_empty() { format!("no table has {words}") } else { format!("several tables have {words}") };
        let name = words.rsplit(' ').next_back().unwrap_or(words);
        let name = if rows == Rows::LogEntries { "log" } else { name };
        Err((why, format!("table {name} from \"<file>\" rows are {words} columns bates is \"<column>\"")))
    }

    pub(in crate::eval) fn scan(&mut self, table: usize) -> usize {
        self.scans.iter().position(|s| s.table == table).unwrap_or_else(|| {
            self.scans.push(Scanned { table, columns: Vec::new(), key: None, unique: false });
            let scan = self.scans.len() - 1;
            let all: &[&str] = match rows_of(&self.case.ledger.tables[table]) {
                Some(Rows::Pages) => &[fields::IMAGE_KEY, fields::BATES],
                Some(Rows::DocketEntries) => &[fields::NUMBER, fields::SEQUENCE],
                Some(Rows::IndexEntries | Rows::Citations) => &[fields::NUMBER, fields::BATES],
                Some(Rows::Productions) => &[fields::VOLUME, fields::BATES],
                _ => &[fields::BATES, fields::CONTROL],
            };
            let key = all.iter().find(|f| self.known(table, f));
            if let Some(key) = key {
                let column = self.column(scan, key, Some(Kind::Key));
                self.scans[scan].key = column;
            }
            scan
        })
    }

    pub(in crate::eval) fn key(&self, scan: usize) -> Option<usize> {
        self.scans.get(scan).and_then(|s| s.key)
    }

    pub(in crate::eval) fn name(&self, table: usize) -> &str {
        &self.case.ledger.tables[table].declared.name.value
    }
}

/// It says what rows must be like, or how many there must be.
fn is_stated(selection: &Selection) -> bool {
    !selection.required.is_empty() || selection.least.is_some()
}

/// What the rows of a table are, by its statement.
pub(in crate::eval) fn rows_of(table: &Table) -> Option<Rows> {
    table.declared.rows.as_ref().map(|r| r.value)
}
