//! What may come next in a text: one of the bytes, or its end.

use crate::END;

/// How many there are.
const ALL: usize = END as usize + 1;

/// Some of them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Symbols([bool; ALL]);

impl Symbols {
    pub(crate) fn where_true(test: impl Fn(usize) -> bool) -> Self {
        Self(std::array::from_fn(test))
    }

    pub(crate) fn none() -> Self {
        Self::where_true(|_| false)
    }

    pub(crate) fn all() -> Self {
        Self::where_true(|_| true)
    }

    pub(crate) fn end() -> Self {
        Self::where_true(|s| s == usize::from(END))
    }

    pub(crate) fn byte(byte: u8) -> Self {
        Self::where_true(|s| s == usize::from(byte))
    }

    /// The bytes with which a character beyond ASCII may begin.
    pub(crate) fn beyond_ascii() -> Self {
        Self::where_true(|s| (0xC2..=0xF4).contains(&s))
    }

    pub(crate) fn has(&self, symbol: usize) -> bool {
        self.0.get(symbol).copied().unwrap_or(false)
    }

    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::none()
    }

    pub(crate) fn or(&self, other: &Self) -> Self {
        Self::where_true(|s| self.has(s) || other.has(s))
    }

    pub(crate) fn and(&self, other: &Self) -> Self {
        Self::where_true(|s| self.has(s) && other.has(s))
    }

    pub(crate) fn not(&self) -> Self {
        Self::where_true(|s| !self.has(s))
    }

    /// As the pattern of a `match`.
    pub(crate) fn pattern(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut at = 0;
        while at < ALL {
            let len = (at..ALL).take_while(|s| self.has(*s)).count();
            match len {
                0 => at += 1,
                1 => parts.push(at.to_string()),
                _ => parts.push(format!("{at}..={}", at + len - 1)),
            }
            at += len;
        }
        parts.join(" | ")
    }
}
