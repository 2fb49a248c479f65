//! What was known of many matters, in one file: each by its caption and its path.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{BASELINE_SCHEMA, Baseline, Comparison, Entry, Report};

/// The name and version of the file.
pub const SCHEMA: &str = "ordain.baseline/2";

/// The file as it is written: the matters by their paths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaselineOfMany {
    schema: String,
    matters: Vec<KnownOfMatter>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownOfMatter {
    path: String,
    matter: String,
    view: String,
    as_of: String,
    known: Vec<Entry>,
}

impl KnownOfMatter {
    fn baseline(&self) -> Baseline {
        let Self { matter, view, as_of, known, .. } = self.clone();
        Baseline { schema: BASELINE_SCHEMA.to_owned(), matter, view, as_of, known }
    }
}

impl BaselineOfMany {
    /// All that is breached, undetermined or late in these reports, each with the path of its matter.
    #[must_use]
    pub fn of<'r>(reports: impl Iterator<Item = (String, &'r Report)>) -> Self {
        let known = |(path, report)| {
            let Baseline { matter, view, as_of, known, .. } = Baseline::of(report);
            KnownOfMatter { path, matter, view, as_of, known }
        };
        let mut matters: Vec<KnownOfMatter> = reports.map(known).collect();
        matters.sort_by(|a, b| a.path.cmp(&b.path));
        Self { schema: SCHEMA.to_owned(), matters }
    }

    /// How many entries it has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.matters.iter().map(|m| m.known.len()).sum()
    }

    /// JSON, indented, with a last newline.
    #[must_use]
    pub fn write(&self) -> String {
        // Only strings and numbers are in it: this cannot fail.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// True of a text that says it is such a file.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        let value: Option<serde_json::Value> = serde_json::from_str(text).ok();
        value.is_some_and(|v| v.get("schema").and_then(serde_json::Value::as_str) == Some(SCHEMA))
    }

    /// # Errors
    /// In words for the user, where this is not a baseline that can be read.
    pub fn read(text: &str) -> Result<Self, String> {
        let all: Self = serde_json::from_str(text).map_err(|e| e.to_string())?;
        let mut seen = BTreeSet::new();
        for matter in &all.matters {
            if !seen.insert(matter.path.as_str()) {
                return Err(format!("it has the matter at `{}` twice", matter.path));
            }
            matter.baseline().checked()?;
        }
        Ok(all)
    }

    /// How the report of the matter at this path compares with it. Of a matter that it does not have, nothing is known.
    ///
    /// # Errors
    /// In words: at this path it knows another matter, or another view, or a later day.
    pub fn compare(&self, path: &str, report: &Report) -> Result<Comparison, String> {
        match self.matters.iter().find(|m| m.path == path) {
            Some(known) => known.baseline().compare(report),
            None => Baseline { known: Vec::new(), ..Baseline::of(report) }.compare(report),
        }
    }
}
