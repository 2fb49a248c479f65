//! A line of the library's own table of courts, read word by word: the whole table is read where somebody asks for a court by
//! another name than its citation, and the reader of the grammar takes longer for that than for the count. What is here
//! reads what that reader reads; a test holds the two against each other.

use super::court::Court;
use ordain_base::source::Span;

/// A word of a line, or what is in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'t> {
    Word(&'t str),
    Quoted(&'t str),
}

/// The words of a line; a comma is none.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'t>(pub(super) &'t str);

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.0.trim_start_matches([' ', ',']);
        if let Some(quoted) = rest.strip_prefix('"') {
            let (inside, after) = quoted.split_once('"')?;
            self.0 = after;
            return Some(Token::Quoted(inside));
        }
        let end = rest.find([' ', ',', '"']).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        self.0 = after;
        (!word.is_empty()).then_some(Token::Word(word))
    }
}

impl<'t> Tokens<'t> {
    fn word(&mut self) -> Option<&'t str> {
        match self.next()? {
            Token::Word(word) => Some(word),
            Token::Quoted(_) => None,
        }
    }

    fn quoted(&mut self) -> Option<&'t str> {
        match self.next()? {
            Token::Quoted(text) => Some(text),
            Token::Word(_) => None,
        }
    }
}

/// The court of a line that begins at that place of the file; `None` where it is another line, or not understood.
pub(super) fn court_of(line: &str, at: usize) -> Option<Court> {
    let text = line.trim_end();
    let indent = text.len() - text.trim_start().len();
    let mut tokens = Tokens(text);
    tokens.word().filter(|w| *w == "court")?;
    let (short, full) = (tokens.quoted()?.to_owned(), tokens.quoted()?.to_owned());
    tokens.word().filter(|w| *w == "in")?;
    let state = tokens.word()?.to_owned();
    let offset = |n: usize| u32::try_from(at + n).ok();
    let span = Span::new(offset(indent)?, offset(text.len())?);
    let (mut circuit, mut zone, mut also_zone, mut rules, mut calendar) = (None, None, None, None, None);
    let (mut rules_not_known, mut known_of_rules, mut statewide) = (false, None, false);
    let mut aliases = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            Token::Word("statewide") => statewide = true,
            Token::Word("circuit") => circuit = Some(tokens.quoted()?.to_owned()),
            Token::Word("zone") => zone = Some(tokens.word()?.parse().ok()?),
            Token::Word("also") => also_zone = Some(tokens.word()?.parse().ok()?),
            Token::Word("rules") => match tokens.word()? {
                "not" => {
                    tokens.word().filter(|w| *w == "known")?;
                    rules_not_known = true;
                    if let Some(known) = tokens.clone().quoted() {
                        tokens.next();
                        known_of_rules = Some(known.to_owned());
                    }
                }
                name => rules = Some(name.to_owned()),
            },
            Token::Word("calendar") => calendar = Some(tokens.word()?.to_owned()),
            Token::Word("alias") => aliases.push(tokens.quoted()?.to_owned()),
            Token::Word(_) | Token::Quoted(_) => return None,
        }
    }
    Some(Court {
        short,
        full,
        state,
        circuit,
        zone: zone?,
        also_zone,
        rules,
        rules_not_known,
        known_of_rules,
        statewide,
        calendar,
        aliases,
        bankruptcy: false,
        span,
    })
}
