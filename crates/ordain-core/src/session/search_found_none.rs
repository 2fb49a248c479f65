//! Rows of a table where whoever made it says that a search found none.

use super::rows::PlanRun;
use crate::facts::{Content, Ledger, Voice, searched_by};
use crate::model::Declared;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::facts as codes;
use ordain_base::words::plural;

/// Each such claim, with the tables that have rows where it says that there are none.
pub(super) fn contradicted(plan_run: &PlanRun, declared: &Declared, ledger: &Ledger) -> Vec<Diagnostic> {
    let Ok(found) = plan_run.found() else { return Vec::new() };
    let (plan, tables) = (&plan_run.planned.plan, &plan_run.planned.tables);
    let mut out = Vec::new();
    for claim in &ledger.assertions {
        let Content::State { set, .. } = &claim.content else { continue };
        let Some(record) = declared.records.get(set.record.index()) else { continue };
        let labels: Vec<&str> =
            set.categories.iter().filter_map(|&c| record.categories.get(c)).map(|c| c.label.as_str()).collect();
        for (i, table) in ledger.tables.iter().enumerate() {
            if matches!(claim.voice, Voice::Denies(_)) || !searched_by(declared, claim, &table.by) {
                continue;
            }
            // Some checks are about a part of the rows: the one that is about most says most.
            let counted = plan.checks.iter().zip(&found.groups).filter(|(check, _)| {
                let column = check.group.and_then(|g| plan.scans.get(check.table).and_then(|s| s.columns.get(g)));
                tables.get(check.table) == Some(&i) && column.is_some_and(|c| c.field == "category")
            });
            let rows = counted.map(|(_, groups)| {
                let own = groups.iter().filter(|g| labels.contains(&g.label.as_str()));
                own.map(|g| g.tally.rows() - g.tally.repeated).sum::<u64>()
            });
            if let Some(rows) = rows.max().filter(|n| *n > 0) {
                let rows = plural(i64::try_from(rows).unwrap_or(i64::MAX), "row");
                let here = format!("{rows} of it in this table");
                out.push(codes::none_located(claim.span).label(table.declared.name.span, here));
            }
        }
    }
    out
}
