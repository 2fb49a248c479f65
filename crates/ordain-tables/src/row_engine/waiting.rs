//! Rows that wait for a joined table that is on the disk.

use super::date::Day;
use super::key;
use super::position::RowPosition;
use super::spill::{Decoder, Encoder, partition_of_hash};

/// One row of one check, with what its own table shows of it.
pub struct Waiting<'a> {
    pub check: usize,
    pub label: &'a [u8],
    pub position: RowPosition,
    /// The day that performs it so far, and the row of a joined table that has it.
    pub best: Option<(Day, Option<(u32, RowPosition)>)>,
    /// Month and amount, of a quantity.
    pub amount: (u32, u64),
    /// What it is joined by, and what it is called.
    pub key: &'a [u8],
    pub name: &'a [u8],
}

impl<'a> Waiting<'a> {
    /// Adds it to its partition.
    pub fn write(&self, partitions: &mut [Encoder]) {
        let key = key::trimmed(self.key);
        let Some(out) = partitions.get_mut(partition_of_hash(key::hash(key))) else { return };
        let (day, other) = self.best.map_or((u32::MAX, None), |(d, o)| (d.0, o));
        let (join, at) = other.unwrap_or((u32::MAX, RowPosition::default()));
        out.u32(u32::try_from(self.check).unwrap_or(u32::MAX));
        out.position(self.position).position(at);
        let (month, sum) = self.amount;
        out.u32(day).u32(join).u32(month).bytes(&sum.to_le_bytes());
        out.bytes(self.label).bytes(key).bytes(key::trimmed(self.name));
    }

    /// Takes the next one out.
    pub fn read(from: &mut Decoder<'a>) -> Option<Self> {
        let check = from.u32()? as usize;
        let (own, other) = (from.position()?, from.position()?);
        let (day, join, month) = (from.u32()?, from.u32()?, from.u32()?);
        let sum = u64::from_le_bytes(from.bytes()?.try_into().ok()?);
        let best = (day != u32::MAX).then(|| (Day(day), (join != u32::MAX).then_some((join, other))));
        let (label, key, name) = (from.bytes()?, from.bytes()?, from.bytes()?);
        Some(Self { check, label, position: own, best, amount: (month, sum), key, name })
    }
}
