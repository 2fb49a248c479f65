//! What was in force when, ready to be shown.

use chrono::NaiveDate;

use super::Input;
use crate::verdict::History;
use ordain_base::source::SourceMap;

/// The histories of a matter's paragraphs, as its docket is known on a day.
#[derive(Debug, Clone)]
pub struct Histories {
    /// The caption of the matter, or the name of its folder where it has none.
    pub matter: String,
    pub as_of: NaiveDate,
    /// False where the day is today's, because none was given.
    pub as_of_given: bool,
    pub known_on: NaiveDate,
    /// True where some line could not be read or resolved.
    pub incomplete: bool,
    pub inputs: Vec<Input>,
    pub histories: Vec<History>,
    pub sources: SourceMap,
}

impl Histories {
    /// Keeps the paragraph that is named `MTC ¶ 1`, `MTC 1`, or the order `MTC`.
    ///
    /// # Errors
    /// The nearest name, where there is no such paragraph.
    pub fn only(&mut self, wanted: &str) -> Result<(), Option<String>> {
        let bare = |name: &str| name.replace('¶', " ").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let target = bare(wanted);
        let order = |id: &str| id.split(" ¶").next().map(bare).unwrap_or_default();
        let matches = |h: &History| bare(&h.id) == target || order(&h.id) == target;
        if !self.histories.iter().any(matches) {
            let ids: Vec<String> = self.histories.iter().map(|h| bare(&h.id)).collect();
            // A number is no slip for another.
            let last = |id: &str| id.rsplit(' ').next().unwrap_or_default().to_owned();
            let likely = ids.iter().filter(|id| last(id) == last(&target)).map(String::as_str);
            let near = ordain_base::words::closest(&target, likely);
            let meant = near.and_then(|n| self.histories.iter().find(|h| bare(&h.id) == n));
            return Err(meant.map(|h| h.id.clone()));
        }
        self.histories.retain(matches);
        Ok(())
    }
}
