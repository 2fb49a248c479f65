//! Things by the order's own words for them: `the defendants' first appearance`.

use super::Declared;
use crate::model::ir::ids::ThingId;
use crate::model::ir::thing::ThingKind;
use ordain_base::diag::closest;

impl Declared {
    /// Remembers a thing by the words of its title and of what it includes.
    pub(crate) fn word(&mut self, id: ThingId, wordings: &[String]) {
        for wording in wordings {
            self.worded.entry(bare_wording(wording)).or_insert(id);
        }
    }

    /// The thing that has these very words for its title, or among what it includes.
    #[must_use]
    pub fn worded(&self, text: &str) -> Option<ThingId> {
        self.worded.get(&bare_wording(text)).copied()
    }

    /// The title of an event or hearing that these words miss by a slip of the pen.
    #[must_use]
    pub fn nearly_worded(&self, text: &str) -> Option<&str> {
        let events = self.things.iter().filter(|t| matches!(t.kind, ThingKind::Event | ThingKind::Hearing));
        let titles = events.flat_map(|t| &t.wordings).map(String::as_str).filter(|w| w.contains(' '));
        closest(&bare_wording(text), titles)
    }
}

/// Words as titles are compared: in lower case, without the article before them.
fn bare_wording(text: &str) -> String {
    let text = text.to_lowercase();
    let article = ["the ", "a ", "an ", "any ", "each ", "every "].iter().find_map(|a| text.strip_prefix(a));
    article.map_or_else(|| text.clone(), str::to_owned)
}
