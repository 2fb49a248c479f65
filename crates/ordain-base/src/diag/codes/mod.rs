//! The catalogue: one file a family, each with its codes and the functions
//! that word them.

pub mod calendar_file;
pub mod clauses;
pub mod common_mistakes;
pub mod conditions;
pub mod count_notes;
pub mod dates;
pub mod deadlines;
pub mod declarations;
pub mod docket;
pub mod duties;
pub mod entries;
pub mod facts;
pub mod files;
pub mod hypothesis;
pub mod modals;
pub mod money;
pub mod names;
pub mod ordered_time;
pub mod orders;
pub mod papers;
pub mod party_names;
pub mod quotes;
pub mod rules;
pub mod sets;
pub mod syntax;
pub mod tables;
pub mod text;
pub mod time;

use super::Code;

/// Every code, family by family.
pub fn all() -> impl Iterator<Item = Code> {
    let families = [
        syntax::ALL,
        modals::ALL,
        deadlines::ALL,
        common_mistakes::ALL,
        names::ALL,
        party_names::ALL,
        clauses::ALL,
        declarations::ALL,
        dates::ALL,
        time::ALL,
        calendar_file::ALL,
        count_notes::ALL,
        ordered_time::ALL,
        text::ALL,
        quotes::ALL,
        papers::ALL,
        rules::ALL,
        facts::ALL,
        duties::ALL,
        tables::ALL,
        docket::ALL,
        money::ALL,
        orders::ALL,
        conditions::ALL,
        hypothesis::ALL,
        sets::ALL,
        entries::ALL,
        files::ALL,
    ];
    families.into_iter().flatten().copied()
}

/// Every code in the order of the catalogue: by family, then by number.
#[must_use]
pub fn sorted() -> Vec<Code> {
    let mut all: Vec<Code> = all().collect();
    all.sort_by_key(|c| (c.family(), c.id));
    all
}

/// The code with this id or name.
#[must_use]
pub fn find(id: &str) -> Option<Code> {
    all().find(|c| c.id.eq_ignore_ascii_case(id) || c.name.eq_ignore_ascii_case(id))
}
