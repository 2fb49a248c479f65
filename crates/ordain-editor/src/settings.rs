//! What a user may set in the editor.

use chrono::NaiveDate;
use serde::Deserialize;

/// What a user may set in the editor, under `ordain`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// The day that verdicts are for: `2024-04-05`; today at the court where it is missing or empty.
    pub as_of: Option<String>,
    /// Whose account of the facts is taken: `court`, or the name of a party.
    pub view: Option<String>,
    /// Which hints are shown in the text.
    pub inlay_hints: InlayHints,
    /// Which lines above statements are shown.
    pub code_lens: CodeLens,
}

/// Which hints are shown in the text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct InlayHints {
    /// `due Fri Dec. 1, 2023: breached, 126 days overdue`.
    pub verdicts: bool,
    /// `Dkt. 290`, behind the name of an order.
    pub docket: bool,
    /// `to Fri Dec. 15, 2023`, behind a period.
    pub counted_days: bool,
}

/// Which lines above statements are shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CodeLens {
    /// Above a duty, why it has its verdict.
    pub why: bool,
    /// Whether an `expect` line holds.
    pub expectations: bool,
}

impl Default for InlayHints {
    fn default() -> Self {
        Self { verdicts: true, docket: true, counted_days: true }
    }
}

impl Default for CodeLens {
    fn default() -> Self {
        Self { why: true, expectations: true }
    }
}

impl Settings {
    /// The day that is set, or why the words are no day.
    ///
    /// # Errors
    /// In words for the user.
    pub fn day(&self) -> Result<Option<NaiveDate>, String> {
        let Some(text) = self.as_of.as_deref().map(str::trim).filter(|t| !t.is_empty()) else { return Ok(None) };
        match ordain_time::read_point(text) {
            Ok(ordain_time::Anchor::Day(day)) => Ok(Some(day)),
            _ => Err(format!("`{text}` is no day: write it as `2024-04-05` or `April 5, 2024`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_set_has_its_default() {
        let set: Settings = serde_json::from_str(r#"{"asOf": "2024-04-05", "inlayHints": {"docket": false}}"#).unwrap();
        assert_eq!(set.day(), Ok(NaiveDate::from_ymd_opt(2024, 4, 5)));
        assert!(set.inlay_hints.verdicts && !set.inlay_hints.docket && set.code_lens.expectations);
        assert_eq!(Settings::default().day(), Ok(None));
        assert!(Settings { as_of: Some("soon".to_owned()), ..Settings::default() }.day().is_err());
    }
}
