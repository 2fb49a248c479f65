//! Habits of a matter worth a word: one file a lint, and their register. None
//! of them changes a verdict; `--allow`, `--warn` and `--deny` weigh each.
//! Where a careful reader would find nothing a lint is silent: a finding that
//! is wrong costs more than one missed.

mod categories;
mod closed_day;
mod cycle;
mod due_times;
mod empty_set;
mod ends_before;
mod entry;
mod fact_without_source;
mod files;
mod forbidden;
mod gap;
mod idle_party;
mod judgment;
mod log_first;
mod meets_nothing;
mod moved_days;
mod names;
mod order_of_entry;
mod order_without_day;
mod orders_disagree;
mod quote_figures;
mod quote_force;
mod quote_page;
mod quotes;
mod reaches_nobody;
mod same_act;
mod source;
mod stay_without_end;
mod two_deadlines;
mod unbreachable;
mod unsaid;
mod wordings;

use crate::eval::{self, Outcome};
use crate::facts::Ledger;
use crate::model::{Model, OrderId};
use crate::quotations::Quotation;
use files::Files;
use ordain_base::diag::{Diagnostic, Kept};

/// The register: lints of the files, which need no day.
const FILES: &[fn(&Files<'_>) -> Vec<Diagnostic>] = &[
    |f| closed_day::check(f.model),
    |f| two_deadlines::check(f),
    |f| log_first::check(f.model),
    |f| entry::check(f.model),
    |f| categories::check(f),
    |f| idle_party::check(f),
    |f| empty_set::check(f.model),
    |f| wordings::check(f.model, f.ledger),
    |f| names::check(f.model),
    |f| quote_force::check(f.model),
    |f| quote_figures::check(f.model),
    |f| source::check(f.model),
    |f| judgment::check(f.model),
    |f| forbidden::check(f),
    |f| gap::check(f),
    |f| cycle::check(f.model),
    |f| unbreachable::check(f.model),
    |f| order_of_entry::check(f.model, f.touched),
    |f| ends_before::check(f.model, f.touched),
    |f| stay_without_end::check(f.touched),
    |f| unsaid::check(f.touched),
    |f| reaches_nobody::check(f.model, f.touched),
    |f| order_without_day::check(f),
    |f| fact_without_source::check(f),
];

/// Lints that need no day. `incomplete` says that some line was not read.
#[must_use]
pub fn check_files(model: &Model, ledger: &Ledger, incomplete: bool) -> Vec<Diagnostic> {
    let files = Files { model, ledger, incomplete, touched: &eval::touched(model) };
    list_first_findings(FILES.iter().map(|lint| lint(&files)))
}

/// Lints of a day: what the evaluation left over.
#[must_use]
pub fn check_outcome(model: &Model, ledger: &Ledger, outcome: &Outcome) -> Vec<Diagnostic> {
    list_first_findings([
        meets_nothing::check(model, ledger, outcome),
        due_times::check(model, ledger, outcome),
        moved_days::check(model, outcome),
        orders_disagree::check(model, outcome),
    ])
}

/// The first findings of each code, and how many more there are: nobody reads thousands of one kind.
fn list_first_findings(all: impl IntoIterator<Item = Vec<Diagnostic>>) -> Vec<Diagnostic> {
    let (mut kept, mut out) = (Kept::default(), Vec::new());
    for found in all {
        out.extend(found);
        kept.thin(&mut out);
    }
    kept.end(&mut out);
    out
}

/// Lints of quotations held against the orders' own texts. `file` gives the
/// name of the file of an order's text.
#[must_use]
pub fn check_quotations<'a>(
    model: &Model,
    quotations: &[Quotation],
    file: impl Fn(OrderId) -> &'a str,
) -> Vec<Diagnostic> {
    list_first_findings([quotes::check(model, quotations, file), quote_page::check(model, quotations)])
}
