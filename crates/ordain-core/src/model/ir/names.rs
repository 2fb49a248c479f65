//! What a name means. Declared names are matched whole and as written;
//! the longest match wins, so `Jewish Family Service of San Diego` is one name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::ids::{OrderId, PartyId, RecordId, ThingId};
use ordain_base::source::Span;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// What a declared name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entity {
    Party(PartyId),
    /// `the parties`: every party of the matter.
    Parties,
    Record(RecordId),
    Thing(ThingId),
    Order(OrderId),
}

/// Every declared name with its place.
#[derive(Debug, Clone, Default)]
pub struct Names {
    table: BTreeMap<String, (Entity, Span)>,
    /// In lower case: the one name that is written so, or none where there are several.
    lowered: BTreeMap<String, Option<String>>,
    /// The first word of each.
    first_words: BTreeSet<String>,
    longest: usize,
    compared: Compared,
}

/// How many words were compared with names, to suggest one in the place of another.
#[derive(Debug, Default)]
struct Compared(AtomicUsize);

impl Clone for Compared {
    fn clone(&self) -> Self {
        Self(AtomicUsize::new(self.0.load(Ordering::Relaxed)))
    }
}

/// No more comparisons are made in one matter: five hundred unknown words among as many names. Beyond that an unknown word is reported without a
/// suggestion.
const MOST_COMPARED: usize = 250_000;

impl Entity {
    /// With its article, for a message: `a party`.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Party(_) => "a party",
            Self::Parties => "all parties",
            Self::Record(_) => "a record",
            Self::Thing(_) => "a paper or an event",
            Self::Order(_) => "an order",
        }
    }
}

impl Names {
    /// Adds a name; gives back the place of the first where it stands already for something else.
    pub fn add(&mut self, name: &str, entity: Entity, span: Span) -> Result<(), Span> {
        let name = fold(name);
        if let Some(&(there, place)) = self.table.get(&name) {
            return if there == entity { Ok(()) } else { Err(place) };
        }
        self.longest = self.longest.max(name.split(' ').count());
        self.first_words.extend(name.split(' ').next().map(str::to_owned));
        let only = self.lowered.entry(name.to_lowercase()).or_insert_with(|| Some(name.clone()));
        if only.as_ref().is_some_and(|o| *o != name) {
            *only = None;
        }
        self.table.insert(name, (entity, span));
        Ok(())
    }

    /// What exactly this name means.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Entity> {
        self.table.get(&fold(name)).map(|&(e, _)| e)
    }

    /// The longest name that begins at `tokens`, and how many tokens it takes.
    #[must_use]
    pub fn longest(&self, tokens: &[Token]) -> Option<(Entity, usize)> {
        self.longest_name(tokens).map(|(_, entity, n)| (entity, n))
    }

    /// The same, with the name as it was declared.
    #[must_use]
    pub fn longest_name(&self, tokens: &[Token]) -> Option<(&str, Entity, usize)> {
        if !self.begins(tokens.first()?) {
            return None;
        }
        (1..=self.longest.min(tokens.len())).rev().find_map(|n| {
            let name = words_of(&tokens[..n])?;
            let found = self.table.get_key_value(&name).or_else(|| self.table.get_key_value(possessor_of(&name)?));
            found.map(|(name, &(e, _))| (name.as_str(), e, n))
        })
    }

    /// Every name with what it means, in alphabetical order.
    pub fn declared(&self) -> impl Iterator<Item = (&str, Entity)> {
        self.table.iter().map(|(name, &(entity, _))| (name.as_str(), entity))
    }

    /// Some name may begin with this token: most begin none.
    fn begins(&self, token: &Token) -> bool {
        let text = fold(&token.text);
        let first = text.split(' ').next().unwrap_or("");
        // An empty quotation is no word, and the name may come after it.
        first.is_empty()
            || self.first_words.contains(first)
            || possessor_of(first).is_some_and(|p| self.first_words.contains(p))
    }

    /// The one name that begins at `tokens` but for its capitals: a slip that
    /// has a ready fix. A name as it was declared is no slip.
    #[must_use]
    pub fn in_wrong_case(&self, tokens: &[Token]) -> Option<(&str, usize)> {
        (1..=self.longest.min(tokens.len())).rev().find_map(|n| {
            let written = words_of(&tokens[..n])?;
            let only = self.lowered.get(&written.to_lowercase())?.as_ref()?;
            (*only != written).then_some((only.as_str(), n))
        })
    }

    /// Every name, for suggestions; none once so many words were compared with names that it takes long.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.of(|_| true)
    }

    /// The names that mean a thing of this kind, under the same limit.
    pub fn of(&self, kind: impl Fn(Entity) -> bool) -> impl Iterator<Item = &str> {
        let before = self.compared.0.fetch_add(self.table.len(), Ordering::Relaxed);
        let left = if before < MOST_COMPARED { self.table.len() } else { 0 };
        self.table.iter().take(left).filter(move |(_, (e, _))| kind(*e)).map(|(k, _)| k.as_str())
    }
}

/// Words and single quotations joined by spaces; `None` where something else is between.
fn words_of(tokens: &[Token]) -> Option<String> {
    let mut out = String::new();
    for t in tokens {
        match t.kind {
            TokenKind::Word | TokenKind::Quoted => {}
            _ => return None,
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&t.text);
    }
    Some(fold(&out))
}

/// The name inside a possessive: `Defendants'`, `ImmDef's`.
fn possessor_of(name: &str) -> Option<&str> {
    name.strip_suffix("'s").or_else(|| name.strip_suffix('\''))
}

/// The words of a phrase as one name, without a leading article.
#[must_use]
pub fn name_of(phrase: &Phrase) -> String {
    let words: Vec<&str> =
        phrase.tokens.iter().filter(|t| t.kind != TokenKind::Comma).map(|t| t.text.as_str()).collect();
    let words = match words.as_slice() {
        ["the" | "The", rest @ ..] if !rest.is_empty() => rest,
        all => all,
    };
    fold(&words.join(" "))
}

/// Nothing would change: plain letters and figures, and single spaces between them.
fn is_folded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let plain = |b: &u8| b.is_ascii_graphic() && *b != b'`' || *b == b' ';
    bytes.iter().all(plain)
        && bytes.first() != Some(&b' ')
        && bytes.last() != Some(&b' ')
        && !bytes.windows(2).any(|w| w == b"  ")
}

/// Curly quotes, dashes and runs of spaces made plain, so that the same name
/// written by two hands is one name.
#[must_use]
pub fn fold(text: &str) -> String {
    if is_folded(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            '’' | '‘' | '`' | '´' => '\'',
            '“' | '”' => '"',
            '–' | '—' | '‑' | '−' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if c == ' ' && (out.is_empty() || out.ends_with(' ')) {
            continue;
        }
        out.push(c);
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out
}
