//! What a matter needs of the tables of its record.

use std::fmt;

use ordain_core::session::{self, Inputs};
use ordain_tables::row_engine;

use crate::papers::Papers;
use crate::{Matter, Question};

/// What the duties of a matter ask of its tables on a day: nothing where no
/// duty in force is over the rows of a table.
///
/// ```
/// use ordain::{Matter, NaiveDate, Question, plan};
///
/// let matter = Matter::new("Doe v. Acme").file("matter.order", "matter \"Doe v. Acme\"\n");
/// let day = NaiveDate::from_ymd_opt(2024, 4, 5).expect("a day of the calendar");
/// assert!(plan(&matter, &Question::on(day)).is_none());
/// ```
#[must_use]
pub fn plan(matter: &Matter, question: &Question) -> Option<Plan> {
    let inputs = Inputs { tables: Some(matter.tables()), papers: Some(&Papers), ..Inputs::default() };
    session::plan(matter.texts(), &inputs, matter.name(), &question.options()).map(Plan)
}

/// Which tables are read, which of their columns, how they are joined, and what
/// each duty asks of a row. It is shown as `ordain plan` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan(row_engine::Plan);

/// A table that a plan reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeededTable {
    /// What the record calls it: `documents`.
    pub name: String,
    /// Its files, which are read one after another as one table.
    pub files: Vec<String>,
    /// The columns that some duty asks for, as the files call them.
    pub columns: Vec<String>,
}

impl Plan {
    /// The tables, in the order in which they are read.
    #[must_use]
    pub fn tables(&self) -> Vec<NeededTable> {
        let needed = |scan: &row_engine::Scan| NeededTable {
            name: scan.name.clone(),
            files: scan.files.clone(),
            columns: scan.columns.iter().map(|c| c.name.clone()).collect(),
        };
        self.0.scans.iter().map(needed).collect()
    }

    /// The whole plan as JSON, `ordain.plan/1`.
    #[must_use]
    pub fn json(&self) -> String {
        format!("{:#}\n", row_engine::json(&self.0))
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&row_engine::text(&self.0))
    }
}
