//! The language of a page: operands, then the operator that takes them.

use super::lexer::{Lexer, is_space};
use super::object::Object;
use crate::Unreadable;
use crate::budget::Budget;

/// The operators of one stream.
pub(super) struct Operators<'b> {
    lexer: Lexer<'b>,
    /// What stands before the operator.
    pub(super) operands: Vec<Object>,
}

/// More operands than any operator takes, but for lists, which are one.
const MOST_OPERANDS: usize = 512;

impl<'b> Operators<'b> {
    pub(super) const fn new(bytes: &'b [u8], budget: &'b Budget) -> Self {
        Self { lexer: Lexer::of_page(bytes, budget), operands: Vec::new() }
    }

    /// The next operator; its operands are beside it.
    pub(super) fn next(&mut self) -> Result<Option<std::rc::Rc<[u8]>>, Unreadable> {
        self.operands.clear();
        loop {
            match self.lexer.next()? {
                None => return Ok(None),
                Some(Object::Word(word)) if *word == *b"ID" => {
                    self.skip_picture();
                    return Ok(Some(word));
                }
                Some(Object::Word(word)) => return Ok(Some(word)),
                Some(operand) if self.operands.len() < MOST_OPERANDS => self.operands.push(operand),
                Some(_) => {}
            }
        }
    }

    /// Skips the bytes of a picture that is written between the operators: to a lone `EI` with text after it.
    fn skip_picture(&mut self) {
        let rest = self.lexer.rest();
        let mut from = 0;
        while let Some(found) = rest.get(from..).and_then(|r| memchr::memmem::find(r, b"EI")) {
            let at = from + found;
            let before = at.checked_sub(1).and_then(|i| rest.get(i)).is_some_and(|b| is_space(*b));
            let after = rest.get(at + 2..).unwrap_or(&[]);
            let text = |b: &u8| is_space(*b) || (0x20..0x7F).contains(b);
            if before && after.first().is_none_or(|b| is_space(*b)) && after.iter().take(16).all(text) {
                self.lexer.at += at + 2;
                return;
            }
            from = at + 2;
        }
        self.lexer.at += rest.len();
    }
}
