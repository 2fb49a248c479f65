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
    /// The day asked about.
    pub as_of: NaiveDate,
    /// False where the day is today's, because none was given.
    pub as_of_given: bool,
    /// The last day whose papers are known.
    pub known_on: NaiveDate,
    /// True where some line could not be read or resolved.
    pub incomplete: bool,
    /// The files that were read.
    pub inputs: Vec<Input>,
    /// What orders did, paragraph by paragraph.
    pub histories: Vec<History>,
    /// The texts that spans point into.
    pub sources: SourceMap,
}

impl Histories {
    /// Keeps the paragraphs that are named `MTC ¶ 1` or `MTC 1`, or those of the order `MTC`;
    /// the words of one name may be several arguments.
    ///
    /// # Errors
    /// The name that nothing has, and the nearest one.
    pub fn only(&mut self, wanted: &[String]) -> Result<(), (String, Option<String>)> {
        let whole = wanted.join(" ");
        let named: Vec<&str> = match self.names(&whole) {
            true => vec![whole.as_str()],
            false => wanted.iter().map(String::as_str).collect(),
        };
        if let Some(unknown) = named.iter().find(|name| !self.names(name)) {
            // Words of one name that nothing has are shown as they were meant, as one.
            let shown = if wanted.iter().any(|w| self.names(w)) { *unknown } else { whole.as_str() };
            return Err((shown.to_owned(), self.nearest(shown)));
        }
        let keep: Vec<bool> = self.histories.iter().map(|h| named.iter().any(|name| is_named(h, name))).collect();
        let mut keep = keep.into_iter();
        self.histories.retain(|_| keep.next().unwrap_or(false));
        Ok(())
    }

    fn names(&self, wanted: &str) -> bool {
        self.histories.iter().any(|h| is_named(h, wanted))
    }

    fn nearest(&self, wanted: &str) -> Option<String> {
        let target = bare_name(wanted);
        let ids: Vec<String> = self.histories.iter().map(|h| bare_name(&h.id)).collect();
        // A number is no slip for another.
        let last = |id: &str| id.rsplit(' ').next().unwrap_or_default().to_owned();
        let likely = ids.iter().filter(|id| last(id) == last(&target)).map(String::as_str);
        let near = ordain_base::words::closest(&target, likely)?;
        self.histories.iter().find(|h| bare_name(&h.id) == near).map(|h| h.id.clone())
    }
}

fn is_named(history: &History, wanted: &str) -> bool {
    let target = bare_name(wanted);
    let order = bare_name(history.id.split(" ¶").next().unwrap_or_default());
    bare_name(&history.id) == target || order == target
}

/// Lower case, one space between words, no `¶`.
fn bare_name(name: &str) -> String {
    name.replace('¶', " ").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
