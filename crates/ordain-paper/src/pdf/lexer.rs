//! From bytes to objects.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::object::{Dict, Object};
use crate::Unreadable;
use crate::budget::Budget;

/// Lists within lists deeper than this are nobody's page.
const DEEPEST: u32 = 64;
/// More than the longest line of a page has.
const MOST_PARTS: usize = 1_000_000;

/// Reads one object after another.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'b> {
    bytes: &'b [u8],
    pub(super) at: usize,
    budget: &'b Budget,
    /// True of the pages' own language, which has operators and no references.
    operators: bool,
    /// How many objects the one that is read has in it so far.
    parts: usize,
}

impl<'b> Lexer<'b> {
    pub(super) const fn new(bytes: &'b [u8], at: usize, budget: &'b Budget) -> Self {
        Self { bytes, at, budget, operators: false, parts: 0 }
    }

    /// Over the language of a page, or of a table of letters.
    pub(super) const fn of_page(bytes: &'b [u8], budget: &'b Budget) -> Self {
        Self { bytes, at: 0, budget, operators: true, parts: 0 }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    /// Skips white space and comments.
    pub(super) fn skip_space(&mut self) {
        while let Some(b) = self.peek() {
            if b == b'%' {
                while self.peek().is_some_and(|b| b != b'\n' && b != b'\r') {
                    self.at += 1;
                }
            } else if is_space(b) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The next object; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Object>, Unreadable> {
        self.parts = 0;
        self.object(0)
    }

    fn object(&mut self, depth: u32) -> Result<Option<Object>, Unreadable> {
        self.count()?;
        self.skip_space();
        let Some(b) = self.peek() else { return Ok(None) };
        let two = (b, self.bytes.get(self.at + 1).copied());
        Ok(Some(match two {
            (b'<', Some(b'<')) => {
                self.at += 2;
                Object::Dict(Rc::new(self.dict(depth)?))
            }
            (b'[', _) => {
                self.at += 1;
                self.list(depth)?
            }
            (b'<', _) => Object::Text(self.hexadecimal().into()),
            (b'(', _) => Object::Text(self.parenthesized().into()),
            (b'/', _) => Object::Name(self.name().into()),
            (b'+' | b'-' | b'.' | b'0'..=b'9', _) => self.number_or_reference(),
            (b'>', Some(b'>')) => {
                self.at += 2;
                Object::Word(Rc::from(&b">>"[..]))
            }
            (b')' | b']' | b'>' | b'{' | b'}', _) => {
                self.at += 1;
                Object::Word(Rc::from(&[b][..]))
            }
            _ => self.word(),
        }))
    }

    /// What the file holds is kept; what a page is drawn with is let go of, object by object.
    fn count(&mut self) -> Result<(), Unreadable> {
        self.parts += 1;
        match () {
            () if !self.operators => self.budget.object(),
            () if self.parts > MOST_PARTS => Err(self.budget.too_large("one of its lists is longer than is read")),
            () => Ok(()),
        }
    }

    fn list(&mut self, depth: u32) -> Result<Object, Unreadable> {
        let mut all = Vec::new();
        if depth >= DEEPEST {
            return Ok(Object::List(all.into()));
        }
        loop {
            match self.object(depth + 1)? {
                None => break,
                Some(end) if end.is_word(b"]") => break,
                // What cannot be in a list ends it.
                Some(end) if end.is_word(b">>") || end.is_word(b"endobj") => break,
                Some(object) => all.push(object),
            }
        }
        Ok(Object::List(all.into()))
    }

    fn dict(&mut self, depth: u32) -> Result<Dict, Unreadable> {
        let mut all = BTreeMap::new();
        if depth >= DEEPEST {
            return Ok(Dict(all));
        }
        loop {
            let key = match self.object(depth + 1)? {
                Some(Object::Name(name)) => name,
                None => break,
                Some(end) if end.is_word(b">>") || end.is_word(b"endobj") => break,
                Some(_) => continue,
            };
            match self.object(depth + 1)? {
                None => break,
                Some(end) if end.is_word(b">>") => break,
                Some(value) => all.insert(key.to_vec(), value),
            };
        }
        Ok(Dict(all))
    }

    fn word(&mut self) -> Object {
        let start = self.at;
        while self.peek().is_some_and(|b| !is_space(b) && !is_delimiter(b)) {
            self.at += 1;
        }
        match self.bytes.get(start..self.at).unwrap_or(&[]) {
            b"null" => Object::Null,
            b"true" | b"false" => Object::Bool,
            word => Object::Word(word.into()),
        }
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(b) = self.peek().filter(|b| !is_space(*b) && !is_delimiter(*b)) {
            self.at += 1;
            let digits = self.bytes.get(self.at..self.at + 2);
            let pair = digits.and_then(|d| Some(hex_digit(*d.first()?)? * 16 + hex_digit(*d.get(1)?)?));
            match pair.filter(|_| b == b'#') {
                Some(value) => {
                    name.push(value);
                    self.at += 2;
                }
                None => name.push(b),
            }
        }
        name
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut high: Option<u8> = None;
        while let Some(b) = self.peek() {
            self.at += 1;
            if b == b'>' {
                break;
            }
            let Some(digit) = hex_digit(b) else { continue };
            match high.take() {
                Some(high) => out.push(high * 16 + digit),
                None => high = Some(digit),
            }
        }
        out.extend(high.map(|h| h * 16));
        out
    }

    fn parenthesized(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut open = 1_u32;
        while let Some(b) = self.peek() {
            self.at += 1;
            match b {
                b'(' => open = open.saturating_add(1),
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escaped(&mut out);
                    continue;
                }
                _ => {}
            }
            out.push(b);
        }
        out
    }

    fn escaped(&mut self, out: &mut Vec<u8>) {
        let Some(b) = self.peek() else { return };
        self.at += 1;
        match b {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'0'..=b'7' => {
                let mut value = u32::from(b - b'0');
                for _ in 0..2 {
                    let Some(d) = self.peek().filter(|d| (b'0'..=b'7').contains(d)) else { break };
                    value = value * 8 + u32::from(d - b'0');
                    self.at += 1;
                }
                out.push((value & 0xFF) as u8);
            }
            // A line that goes on.
            b'\r' if self.peek() == Some(b'\n') => self.at += 1,
            b'\r' | b'\n' => {}
            other => out.push(other),
        }
    }

    fn number_or_reference(&mut self) -> Object {
        let first = self.number();
        if self.operators {
            return first;
        }
        let back = self.at;
        let whole = first.count().and_then(|n| u32::try_from(n).ok());
        if let Some(id) = whole
            && self.generation().is_some()
        {
            self.skip_space();
            let ends = self.bytes.get(self.at + 1).is_none_or(|b| is_space(*b) || is_delimiter(*b));
            if self.peek() == Some(b'R') && ends {
                self.at += 1;
                return Object::Ref(id);
            }
        }
        self.at = back;
        first
    }

    /// Digits after white space.
    fn generation(&mut self) -> Option<()> {
        self.skip_space();
        let start = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_digit()) && self.at - start < 6 {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn number(&mut self) -> Object {
        let start = self.at;
        while self.peek().is_some_and(|b| matches!(b, b'+' | b'-' | b'.' | b'0'..=b'9')) {
            self.at += 1;
        }
        let digits = self.bytes.get(start..self.at).unwrap_or(&[]);
        Object::Number(number_value(digits))
    }
}

/// A number as files write it, also `--5` and `5-3`, as some programs do.
fn number_value(digits: &[u8]) -> f64 {
    let negative = digits.first() == Some(&b'-');
    let body: Vec<u8> = digits.iter().copied().skip_while(|b| matches!(b, b'+' | b'-')).collect();
    let end = body.iter().position(|b| matches!(b, b'+' | b'-')).unwrap_or(body.len());
    let body = body.get(..end).unwrap_or(&[]);
    let value = std::str::from_utf8(body).ok().and_then(|s| s.parse::<f64>().ok()).unwrap_or(0.0);
    if negative { -value } else { value }
}

pub(super) const fn is_space(b: u8) -> bool {
    matches!(b, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

pub(super) const fn is_delimiter(b: u8) -> bool {
    matches!(b, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

pub(super) const fn hex_digit(b: u8) -> Option<u8> {
    match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'a'..=b'f' => Some(b - b'a' + 10),
        b'A'..=b'F' => Some(b - b'A' + 10),
        _ => None,
    }
}
