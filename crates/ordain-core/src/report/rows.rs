//! Every row that is not as a duty asks, for whoever wants them all.

use std::io;
use std::sync::Arc;

use ordain_tables::row_engine::{Day, Found, Mismatch, Plan};

/// What was found in the tables, whatever of it is shown.
#[derive(Debug, Clone)]
pub struct Rows {
    /// What was asked of the tables.
    pub plan: Arc<Plan>,
    /// What was found.
    pub found: Arc<Found>,
    /// Of each scan, the paths of its files as they are shown.
    pub paths: Vec<Vec<String>>,
}

/// One row that is not as a duty asks, or that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFinding<'r> {
    /// `MTC ¶ 1`; empty of a row that cannot be read.
    pub duty: &'r str,
    /// `missing`, `late`, `unclear`, `unreadable`, `contradicted` or `repeated`.
    pub state: &'static str,
    /// The duty.
    pub name: &'r str,
    /// The category, where rows are counted by one.
    pub label: &'r str,
    /// The day by which rows had to be there.
    pub day: Option<chrono::NaiveDate>,
    /// How late.
    pub days: Option<i64>,
    /// The file of the table.
    pub path: &'r str,
    /// The row, from 1.
    pub row: u64,
    /// The line of the file, from 1.
    pub line: u64,
    /// The column and the value, where they are to blame.
    pub column: &'r str,
    /// What the cell says.
    pub value: &'r str,
}

impl Rows {
    /// Duty by duty in the order of the rows, then what cannot be read, then what comes twice.
    ///
    /// # Errors
    /// What the system says of the temporary file that has findings for which there was no memory.
    pub fn each(&self, mut each: impl FnMut(&RowFinding<'_>)) -> io::Result<()> {
        self.found.each_finding(&self.plan, |f| {
            let Some(check) = self.plan.checks.get(f.check as usize) else { return };
            let label = self.found.groups.get(f.check as usize).and_then(|g| g.get(f.group as usize));
            let late = f.late.filter(|_| !f.unclear).and_then(Day::date);
            let column = |c: usize| {
                let own = self.plan.scans.get(check.table).and_then(|s| s.columns.get(c));
                own.map_or("", |c| c.name.as_str())
            };
            let amounts;
            // What an unclear row lacks is in the row beside it.
            let (column, value) = match f.mismatch.filter(|_| !f.unclear || f.other.is_none()) {
                Some(Mismatch::Amounts(own, other)) => {
                    amounts = format!("{own}, and not {other}");
                    ("", amounts.as_str())
                }
                Some(Mismatch::Empty(c) | Mismatch::Other(c)) => (column(c), ""),
                None => ("", ""),
            };
            each(&RowFinding {
                column,
                value,
                duty: &check.name,
                state: match (late, f.unclear) {
                    (Some(_), _) => "late",
                    (None, true) => "unclear",
                    (None, false) => "missing",
                },
                name: &f.name,
                label: label.map_or("", |g| &g.label),
                day: late,
                days: late.zip(check.due.and_then(Day::date)).map(|(l, d)| (l - d).num_days()),
                ..self.at(check.table, f.position)
            });
        })?;
        let once = |scan: &usize| !self.plan.is_copy(*scan);
        for (scan, table) in self.found.tables.iter().enumerate().filter(|(s, _)| once(s)) {
            let column = |c: Option<usize>| {
                let own = self.plan.scans.get(scan).zip(c).and_then(|(s, c)| s.columns.get(c));
                own.map_or("", |c| c.name.as_str())
            };
            for flaw in &table.flaws {
                let (column, value) = (column(flaw.column), flaw.value.as_str());
                each(&RowFinding { state: "unreadable", column, value, ..self.at(scan, flaw.position) });
            }
            for repeat in &table.repeats {
                let state = if repeat.mismatch.is_some() { "contradicted" } else { "repeated" };
                let (of, value) = repeat.mismatch.as_ref().map_or((None, ""), |(c, _, b)| (Some(*c), b.as_str()));
                for position in &repeat.positions {
                    each(&RowFinding {
                        state,
                        name: &repeat.name,
                        column: column(of),
                        value,
                        ..self.at(scan, *position)
                    });
                }
            }
        }
        Ok(())
    }

    /// A finding of which only the place is known.
    fn at(&self, scan: usize, position: ordain_tables::row_engine::RowPosition) -> RowFinding<'_> {
        let (file, place) = self.found.tables.get(scan).map(|t| t.chunks.place(position)).unzip();
        let path = self.paths.get(scan).zip(file).and_then(|(p, f)| p.get(f)).map_or("", String::as_str);
        let (row, line) = place.map_or((0, 0), |p| (p.row, p.line));
        RowFinding {
            duty: "",
            state: "",
            name: "",
            label: "",
            day: None,
            days: None,
            path,
            row,
            line,
            column: "",
            value: "",
        }
    }
}
