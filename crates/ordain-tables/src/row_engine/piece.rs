//! A part of a series of numbers, as one row gives it.

use super::spill::{Decoder, Encoder};

/// What one row gives, or several that go on where one another ends.
pub trait Piece: Ord + Sized {
    /// True where they may become fewer once they are in order.
    const SETTLES: bool = false;

    /// The number that it begins with; the order is first by this.
    fn first(&self) -> u64;
    fn write(&self, out: &mut Encoder);
    fn read(from: &mut Decoder<'_>) -> Option<Self>;

    /// Bytes that it has beside its own.
    fn beside(&self) -> usize {
        0
    }

    /// Takes the next one in, where that goes on where this one ends.
    fn goes_on(&mut self, _next: &Self) -> bool {
        false
    }

    /// Puts them into order.
    fn settle(list: &mut Vec<Self>) {
        list.sort_unstable();
    }
}
