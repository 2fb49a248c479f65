//! Things by the order's own words for them: `the defendants' first appearance`.

use super::Declared;
use crate::model::ir::ids::ThingId;
use crate::model::ir::thing::{Thing, ThingKind};
use ordain_base::diag::closest;
use ordain_syntax::ast::{Token, TokenKind};

/// What each hearing is, whatever it is called.
const ANY_HEARING: &str = "hearing";

/// No title of more words is looked for among other words.
const LONGEST_TITLE: usize = 8;

impl Declared {
    /// Remembers a thing by the words of its title and of what it includes; words that two things have mean neither.
    pub(crate) fn word(&mut self, id: ThingId, wordings: &[String]) {
        for wording in wordings {
            let only = self.worded.entry(bare_wording(wording)).or_insert(Some(id));
            *only = only.filter(|known| *known == id);
        }
    }

    /// The thing that has these very words for its title, or among what it includes; `None` where several have.
    #[must_use]
    pub fn worded(&self, text: &str) -> Option<ThingId> {
        self.worded.get(&bare_wording(text)).copied().flatten()
    }

    /// The event or hearing whose title begins `tokens`, and how many tokens the title takes.
    #[must_use]
    pub fn titled(&self, tokens: &[Token]) -> Option<(ThingId, usize)> {
        let longest = tokens.iter().take_while(|t| t.kind == TokenKind::Word).count().min(LONGEST_TITLE);
        if longest < 2 || !self.things.iter().any(|t| is_appointment(t.kind)) {
            return None;
        }
        let words: Vec<&str> = tokens.iter().take(longest).map(|t| t.text.as_str()).collect();
        (2..=longest).rev().find_map(|n| {
            let thing = self.worded.get(&words[..n].join(" ").to_lowercase()).copied().flatten()?;
            is_appointment(self.things[thing.index()].kind).then_some((thing, n))
        })
    }

    /// The hearings that a noun in lower case may mean: those whose name or title ends in it, or all, of `hearing`.
    #[must_use]
    pub fn hearings_called(&self, noun: &str) -> Vec<ThingId> {
        let all = || self.things.iter().enumerate().filter(|(_, t)| t.kind == ThingKind::Hearing);
        let named: Vec<ThingId> = all().filter(|(_, t)| ends_in(t, noun)).map(|(i, _)| ThingId::at(i)).collect();
        if named.is_empty() && noun == ANY_HEARING {
            return all().map(|(i, _)| ThingId::at(i)).collect();
        }
        named
    }

    /// `attended the conference`: the hearing that begins `tokens` by its noun, if they can mean only one; how many words it takes.
    #[must_use]
    pub fn hearing_at_start(&self, tokens: &[Token]) -> Option<(ThingId, usize)> {
        let [the, noun, rest @ ..] = tokens else { return None };
        if the.text != "the" || noun.kind != TokenKind::Word || rest.first().is_some_and(|t| t.text == "of") {
            return None;
        }
        match self.hearings_called(&noun.text.to_lowercase()).as_slice() {
            [one] => Some((*one, 2)),
            _ => None,
        }
    }

    /// The title of an event or hearing that these words miss by a slip of the pen.
    #[must_use]
    pub fn nearly_worded(&self, text: &str) -> Option<&str> {
        let events = self.things.iter().filter(|t| matches!(t.kind, ThingKind::Event | ThingKind::Hearing));
        let titles = events.flat_map(|t| &t.wordings).map(String::as_str).filter(|w| w.contains(' '));
        closest(&bare_wording(text), titles)
    }
}

/// Whether the last word of its name or title is this noun.
fn ends_in(thing: &Thing, noun: &str) -> bool {
    let last = |text: &str| text.split_whitespace().last().is_some_and(|word| word.to_lowercase() == *noun);
    last(&thing.name) || thing.title.as_deref().is_some_and(last)
}

const fn is_appointment(kind: ThingKind) -> bool {
    matches!(kind, ThingKind::Event | ThingKind::Hearing)
}

/// Words as titles are compared: in lower case, without the article before them.
fn bare_wording(text: &str) -> String {
    let text = text.to_lowercase();
    let article = ["the ", "a ", "an ", "any ", "each ", "every "].iter().find_map(|a| text.strip_prefix(a));
    article.map_or_else(|| text.clone(), str::to_owned)
}
