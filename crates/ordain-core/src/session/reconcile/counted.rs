//! How many rows of a table are documents that were produced by a day.

use std::collections::BTreeMap;

use ordain_base::words::join;

/// What one table has, up to a day.
#[derive(Clone)]
pub(super) struct Counted {
    pub(super) rows: u64,
    /// By the labels that the record has; nothing where no column says the category.
    pub(super) by: Option<BTreeMap<String, u64>>,
    pub(super) unread: u64,
}

impl Counted {
    /// Those of some categories, or all; nothing where no column says which.
    pub(super) fn of(&self, labels: Option<&[&str]>) -> Option<u64> {
        let Some(labels) = labels else { return Some(self.rows) };
        let by = self.by.as_ref()?;
        Some(labels.iter().filter_map(|l| by.get(*l)).sum())
    }

    /// `10 in category 1, 17 in category 2, 1 in none of them`, where there are several.
    pub(super) fn words(&self, labels: &[&str]) -> Option<String> {
        let by = self.by.as_ref()?;
        let counts = labels.iter().filter_map(|l| Some((*by.get(*l)?, *l)));
        let mut said: Vec<String> = counts.map(|(n, label)| format!("{n} in category {label}")).collect();
        let inside: u64 = labels.iter().filter_map(|l| by.get(*l)).sum();
        if self.rows > inside && labels.len() >= by.len() {
            said.push(format!("{} in none of them", self.rows - inside));
        }
        (said.len() > 1).then(|| join(&said.iter().map(String::as_str).collect::<Vec<_>>()))
    }
}
