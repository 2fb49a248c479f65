//! Pieces that are apart from one another, in order, to be asked by number: in
//! memory, or on the disk where what they are made of did not fit.

use std::io;

use super::pages::{self, Pages};
use super::piece::Piece;
use super::spill::Spill;

pub enum Ordered<T> {
    /// By prefix.
    Memory(Vec<(Vec<u8>, Vec<T>)>),
    Disk(Pages<T>),
}

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self::Memory(Vec::new())
    }
}

impl<T: Piece + Copy> Ordered<T> {
    /// The last piece of the prefix that begins at or before `number`.
    #[inline]
    pub fn before(&self, prefix: &[u8], number: u64) -> Option<T> {
        match self {
            Self::Memory(all) => {
                let list = with_prefix(all, prefix)?;
                list.get(list.partition_point(|p| p.first() <= number).checked_sub(1)?).copied()
            }
            Self::Disk(pages) => pages.before(prefix, number),
        }
    }

    /// The first piece of the prefix that begins after `number`.
    pub fn after(&self, prefix: &[u8], number: u64) -> Option<T> {
        match self {
            Self::Memory(all) => {
                let list = with_prefix(all, prefix)?;
                list.get(list.partition_point(|p| p.first() <= number)).copied()
            }
            Self::Disk(pages) => pages.after(prefix, number),
        }
    }

    /// All of them, in order.
    pub fn each(&self, mut take: impl FnMut(&[u8], T)) {
        match self {
            Self::Memory(all) => {
                for (prefix, list) in all {
                    list.iter().for_each(|p| take(prefix, *p));
                }
            }
            Self::Disk(pages) => pages.each(take),
        }
    }

    pub fn is_empty(&self) -> bool {
        match self {
            Self::Memory(all) => all.is_empty(),
            Self::Disk(pages) => pages.is_empty(),
        }
    }

    /// What it takes of the memory.
    pub fn bytes(&self) -> usize {
        match self {
            Self::Memory(all) => all.iter().map(|(prefix, list)| prefix.len() + size_of_val(list.as_slice())).sum(),
            Self::Disk(pages) => pages.bytes(),
        }
    }

    /// Why the disk did not answer.
    pub fn trouble(&self) -> Option<&str> {
        match self {
            Self::Memory(_) => None,
            Self::Disk(pages) => pages.trouble(),
        }
    }
}

fn with_prefix<'t, T>(all: &'t [(Vec<u8>, Vec<T>)], prefix: &[u8]) -> Option<&'t [T]> {
    let at = match all {
        [(one, _)] => (one == prefix).then_some(0),
        _ => all.binary_search_by(|(own, _)| own.as_slice().cmp(prefix)).ok(),
    }?;
    all.get(at).map(|(_, list)| list.as_slice())
}

/// Takes pieces in order.
pub enum Writer<T> {
    Memory(Vec<(Vec<u8>, Vec<T>)>),
    Disk(pages::Writer<T>),
}

impl<T: Piece> Writer<T> {
    /// In memory, or on a disk.
    pub fn new(disk: Option<Spill>) -> Self {
        disk.map_or_else(|| Self::Memory(Vec::new()), |spill| Self::Disk(pages::Writer::new(spill)))
    }

    pub fn push(&mut self, prefix: &[u8], piece: T) -> io::Result<()> {
        match self {
            Self::Disk(writer) => return writer.push(prefix, &piece),
            Self::Memory(all) => match all.last_mut() {
                Some((own, list)) if own == prefix => list.push(piece),
                _ => all.push((prefix.to_vec(), vec![piece])),
            },
        }
        Ok(())
    }

    pub fn end(self) -> io::Result<Ordered<T>> {
        Ok(match self {
            Self::Memory(all) => Ordered::Memory(all),
            Self::Disk(writer) => Ordered::Disk(writer.end()?),
        })
    }
}
