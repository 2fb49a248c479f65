//! Checks and columns made ready for millions of rows.

use super::node::Node;
use super::plan::{Kind, Plan, SatisfiedBy};
use super::value::{Form, Reader};

/// A check made ready.
pub struct Ready {
    pub number: usize,
    pub filter: Node,
    /// By way.
    pub holds: Vec<Node>,
    /// It asks whether a row shares its name.
    pub alone: bool,
    /// The columns whose numbers it looks at all together.
    pub series: Option<(usize, Option<usize>)>,
}

/// The kinds of the columns of a scan.
fn kinds_of_columns(plan: &Plan, scan: usize) -> Vec<&Kind> {
    plan.scans.get(scan).into_iter().flat_map(|s| &s.columns).map(|c| &c.kind).collect()
}

/// What reads each column.
pub fn readers(plan: &Plan, scan: usize, forms: &[Form]) -> Vec<Reader> {
    kinds_of_columns(plan, scan)
        .into_iter()
        .zip(forms)
        .map(|(kind, form)| Reader::new(kind, *form, plan.zone))
        .collect()
}

/// The checks over a table.
pub fn checks(plan: &Plan, scan: usize) -> Vec<Ready> {
    let kinds = kinds_of_columns(plan, scan);
    let own = plan.checks.iter().enumerate().filter(|(_, c)| c.table == scan);
    let ready = own.map(|(number, check)| {
        let holds = check.ways.iter().map(|w| match w {
            SatisfiedBy::Holds(test) => Node::new(test, &kinds),
            _ => Node::Always,
        });
        Ready {
            number,
            filter: Node::new(&check.filter, &kinds),
            holds: holds.collect(),
            alone: check.ways.contains(&SatisfiedBy::Alone),
            series: check.series(),
        }
    });
    ready.collect()
}

/// The joins that search a table, and which of its rows each takes.
pub fn joins(plan: &Plan, scan: usize) -> Vec<(usize, Node)> {
    let kinds = kinds_of_columns(plan, scan);
    let own = plan.joins.iter().enumerate().filter(|(_, j)| j.table == scan);
    own.map(|(i, j)| (i, Node::new(&j.filter, &kinds))).collect()
}
