//! The tables of `tests/spec/acts/*.md`: a row is a duty, and what a record may say that its bearer did, by what it comes to.
//! The head of the first column says whether the act is ordered or forbidden, and those of the others which verdict is in them.
//! The block of `order` above the table begins every matter.

use std::fs;

use ordain_core::verdict::Kind;

use super::case::{Case, Expect};
use super::{Named, Problems, called, expect, files, shown};

const ID: &str = "Plan ¶ 1";

/// A table: what is the same for its rows.
#[derive(Clone)]
struct Table {
    prelude: String,
    /// `Birch must`, `Birch must not`.
    modal: String,
    verdicts: Vec<Kind>,
}

pub(crate) fn trials() -> Vec<Named> {
    let mut trials = Vec::new();
    for file in files("tests/spec/acts", "md") {
        let text = fs::read_to_string(&file).expect("a specification");
        let block = text.split("```order\n").nth(1).and_then(|rest| rest.split("```").next());
        let mut lines = text.lines().enumerate().filter(|(_, line)| line.starts_with('|'));
        let head = cells(lines.next().expect("a table").1);
        let table = Table {
            prelude: block.expect("a block of order").to_owned(),
            modal: head[0].clone(),
            verdicts: head[1..].iter().map(|column| verdict_of_column(column)).collect(),
        };
        for (i, line) in lines.skip(1) {
            let (table, cells, at) = (table.clone(), cells(line), format!("{}:{}", shown(&file), i + 1));
            let name = format!("acts/{}::{}", called(&file), cells[0]);
            trials.push(Named::new(name, move || row_problems(&table, &cells, &at)));
        }
    }
    trials
}

fn cells(line: &str) -> Vec<String> {
    line.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

fn verdict_of_column(head: &str) -> Kind {
    match head {
        "met" => Kind::Met,
        "kept" => Kind::Kept,
        "breached" => Kind::Breached,
        "you decide" => Kind::Undetermined,
        other => panic!("`{other}` is no column of these tables"),
    }
}

fn row_problems(table: &Table, cells: &[String], at: &str) -> Problems {
    let mut problems = Problems::new();
    for (kind, cell) in table.verdicts.iter().zip(&cells[1..]) {
        for act in cell.split("; ").filter(|act| !act.is_empty()) {
            let found = verdict_of(table, &cells[0], act);
            if found != Ok(*kind) {
                problems.push(format!("{at}: `{}`, and Birch {act}: expected {kind:?}, found {found:?}", cells[0]));
            }
        }
    }
    problems
}

/// What a duty of Birch comes to where the record says one thing of Birch.
///
/// # Errors
/// The messages, where something is not read.
fn verdict_of(table: &Table, duty: &str, act: &str) -> Result<Kind, Vec<String>> {
    let time = match table.modal.as_str() {
        "Birch must not" => " until May 1, 2024",
        _ if duty.contains(" at ") => "",
        _ => " by April 8, 2024",
    };
    let facts = format!("on April 8, 2024 Birch {act}\nthe record is complete through May 31, 2024 for acts\n");
    let order = format!("{}¶ 1  {} {duty}{time}\n", table.prelude, table.modal);
    let texts = vec![("order".to_owned(), order), ("facts".to_owned(), facts)];
    let block = Expect { info: "expect 2024-05-15".to_owned(), ..Expect::default() };
    let report = expect::report(&Case { texts, ..Case::default() }, &block);
    if report.incomplete {
        return Err(report.diagnostics.iter().map(|d| d.message.clone()).collect());
    }
    let found = report.verdicts().iter().find(|v| v.id == ID).map(|v| v.kind);
    found.ok_or_else(|| vec![format!("there is no {ID}")])
}
