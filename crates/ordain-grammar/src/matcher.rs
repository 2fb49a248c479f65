//! What the functions of a grammar call: each matches at a place and gives the place behind what it matched.

use crate::tree::{Node, Tree};

/// What [`Matcher::next`] gives at the end of the text: no byte.
pub const END: u16 = 256;

/// Which nodes are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// All of them.
    Whole,
    /// Only those of rules that are read whole, inside a rule that is one word.
    Word,
    /// None: it is only a look ahead.
    Ahead,
}

/// What stands for a node that is not kept.
const NOT_KEPT: usize = usize::MAX;

/// A text, and the nodes found in it so far.
#[derive(Debug)]
pub struct Matcher<'t, R> {
    text: &'t str,
    nodes: Vec<Node<R>>,
    mode: Mode,
}

impl<'t, R: Copy + Eq> Matcher<'t, R> {
    /// A text of which nothing is read yet; `None` if it is longer than a place can say.
    #[must_use]
    pub fn new(text: &'t str) -> Option<Self> {
        u32::try_from(text.len()).ok()?;
        Some(Self { text, nodes: Vec::new(), mode: Mode::Whole })
    }

    /// What was found.
    #[must_use]
    pub fn tree(self) -> Tree<'t, R> {
        Tree::new(self.text, self.nodes)
    }

    /// The next byte, or [`END`].
    #[inline]
    #[must_use]
    pub fn next(&self, at: usize) -> u16 {
        self.text.as_bytes().get(at).map_or(END, |b| u16::from(*b))
    }

    /// Exactly these words.
    #[inline]
    #[must_use]
    pub fn words(&self, at: usize, words: &str) -> Option<usize> {
        let end = at + words.len();
        (self.text.as_bytes().get(at..end)? == words.as_bytes()).then_some(end)
    }

    /// These words, whatever the case of their ASCII letters.
    #[inline]
    #[must_use]
    pub fn in_any_case(&self, at: usize, words: &str) -> Option<usize> {
        let end = at + words.len();
        self.text.as_bytes().get(at..end)?.eq_ignore_ascii_case(words.as_bytes()).then_some(end)
    }

    /// One character: in ASCII by its byte, and else by itself.
    #[inline]
    #[must_use]
    pub fn one(&self, at: usize, ascii: impl Fn(u8) -> bool, beyond: impl Fn(char) -> bool) -> Option<usize> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte < 0x80 {
            return ascii(byte).then_some(at + 1);
        }
        let c = self.text.get(at..)?.chars().next()?;
        beyond(c).then_some(at + c.len_utf8())
    }

    /// As many such characters as there are.
    #[inline]
    #[must_use]
    pub fn all(&self, mut at: usize, ascii: impl Fn(u8) -> bool, beyond: impl Fn(char) -> bool) -> usize {
        while let Some(next) = self.one(at, &ascii, &beyond) {
            at = next;
        }
        at
    }

    /// How many nodes there are, to come back to.
    #[inline]
    #[must_use]
    pub fn mark(&self) -> usize {
        self.nodes.len()
    }

    /// Drops the nodes that were found since.
    #[inline]
    pub fn rewind(&mut self, mark: usize) {
        self.nodes.truncate(mark);
    }

    /// Keeps other nodes from here on, and gives what was kept until now.
    #[inline]
    pub fn set(&mut self, mode: Mode) -> Mode {
        core::mem::replace(&mut self.mode, mode)
    }

    /// The same, unless nothing is kept at all.
    #[inline]
    pub fn set_unless_ahead(&mut self, mode: Mode) -> Mode {
        match self.mode {
            Mode::Ahead => Mode::Ahead,
            Mode::Whole | Mode::Word => self.set(mode),
        }
    }

    /// Begins a node, if it is kept.
    #[inline]
    #[must_use]
    pub fn open(&mut self, rule: R, at: usize) -> usize {
        if self.mode != Mode::Whole {
            return NOT_KEPT;
        }
        let start = u32::try_from(at).unwrap_or(u32::MAX);
        self.nodes.push(Node { rule, start, end: start, after: 0 });
        self.nodes.len() - 1
    }

    /// Ends the node that began as `open`, or drops it with all inside it if its rule did not match.
    #[inline]
    #[must_use]
    pub fn close(&mut self, open: usize, end: Option<usize>) -> Option<usize> {
        if open == NOT_KEPT {
            return end;
        }
        let Some(place) = end else {
            self.nodes.truncate(open);
            return None;
        };
        let after = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        if let Some(node) = self.nodes.get_mut(open) {
            node.end = u32::try_from(place).unwrap_or(u32::MAX);
            node.after = after;
        }
        end
    }
}
