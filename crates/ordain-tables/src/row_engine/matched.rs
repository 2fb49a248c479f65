//! What is found under a key.

use super::date::Day;
use super::position::RowPosition;
use super::spill::{Decoder, Encoder};

/// What is found under a key: the earliest day, and of the rows of that day the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// None where the join has no column of days: then any row performs.
    pub day: Day,
    pub position: RowPosition,
}

impl Match {
    /// An earlier day, or an earlier row of the same day.
    pub fn better(self, other: Self) -> bool {
        self < other
    }
}

/// What is kept under a key: of several rows with one key the parts come together.
pub trait Load: Copy + Send + Sync {
    fn join(&mut self, other: Self);
    fn write(self, out: &mut Encoder);
    fn read(from: &mut Decoder<'_>) -> Option<Self>;
}

impl Load for Match {
    #[inline]
    fn join(&mut self, other: Self) {
        if other.better(*self) {
            *self = other;
        }
    }

    fn write(self, out: &mut Encoder) {
        out.u32(self.day.0).position(self.position);
    }

    fn read(from: &mut Decoder<'_>) -> Option<Self> {
        Some(Self { day: Day(from.u32()?), position: from.position()? })
    }
}

/// How many rows have a key, or the sum of a column over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total(pub i64);

impl Load for Total {
    fn join(&mut self, other: Self) {
        self.0 = self.0.saturating_add(other.0);
    }

    fn write(self, out: &mut Encoder) {
        out.u64(self.0.cast_unsigned());
    }

    fn read(from: &mut Decoder<'_>) -> Option<Self> {
        Some(Self(from.u64()?.cast_signed()))
    }
}
