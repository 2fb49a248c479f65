//! The objects that a PDF is made of. Copies are cheap: what can be long is shared.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// One object.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Null,
    Bool,
    Number(f64),
    Text(Rc<[u8]>),
    Name(Rc<[u8]>),
    List(Rc<[Self]>),
    Dict(Rc<Dict>),
    Stream(Rc<Stream>),
    /// A reference to the object of this number.
    Ref(u32),
    /// A word that is none of these: an operator of a page, or a keyword of the file.
    Word(Rc<[u8]>),
}

/// Names with their objects.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Dict(pub(super) BTreeMap<Vec<u8>, Object>);

/// A stream: what it is, and where its bytes are in the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stream {
    pub(super) dict: Rc<Dict>,
    pub(super) data: Range<usize>,
}

impl Dict {
    /// The object of a name, as it is written.
    pub(super) fn raw(&self, name: &[u8]) -> &Object {
        self.0.get(name).unwrap_or(&Object::Null)
    }
}

impl Object {
    pub(super) const fn number(&self) -> Option<f64> {
        if let Self::Number(n) = self { Some(*n) } else { None }
    }

    /// A whole number that counts or places something.
    pub(super) fn count(&self) -> Option<usize> {
        let n = self.number()?;
        // Beyond this a double does not hold whole numbers.
        ((0.0..9.0e15).contains(&n) && n.fract() == 0.0).then_some(n as usize)
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    pub(super) fn text(&self) -> Option<&[u8]> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The dictionary, also that of a stream.
    pub(super) fn dict(&self) -> Option<&Rc<Dict>> {
        match self {
            Self::Dict(dict) => Some(dict),
            Self::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    pub(super) fn is_word(&self, word: &[u8]) -> bool {
        matches!(self, Self::Word(w) if **w == *word)
    }
}
