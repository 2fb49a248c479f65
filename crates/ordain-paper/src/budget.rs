//! How much work and memory one paper may take.

use std::cell::Cell;

use crate::{Format, Unreadable};

/// Bounds of reading one paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Pages.
    pub pages: usize,
    /// Bytes of everything that is unpacked on the way.
    pub unpacked: u64,
    /// Objects, and parts of objects.
    pub objects: u64,
    /// Steps of drawing: operators of the pages and of the forms on them.
    pub steps: u64,
    /// Letters on all pages.
    pub letters: u64,
    /// Bytes that are searched for the ends of what does not say its length.
    pub searched: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            pages: 5_000,
            unpacked: 256 * 1024 * 1024,
            objects: 8_000_000,
            steps: 60_000_000,
            letters: 8 * 1024 * 1024,
            searched: 2 * 1024 * 1024 * 1024,
        }
    }
}

/// What is left of the limits.
#[derive(Debug)]
pub(crate) struct Budget {
    format: Format,
    pub(crate) limits: Limits,
    unpacked: Cell<u64>,
    objects: Cell<u64>,
    steps: Cell<u64>,
    letters: Cell<u64>,
    searched: Cell<u64>,
}

impl Budget {
    pub(crate) const fn new(format: Format, limits: Limits) -> Self {
        Self {
            format,
            limits,
            unpacked: Cell::new(limits.unpacked),
            objects: Cell::new(limits.objects),
            steps: Cell::new(limits.steps),
            letters: Cell::new(limits.letters),
            searched: Cell::new(limits.searched),
        }
    }

    /// How many bytes may still be unpacked.
    pub(crate) const fn left_to_unpack(&self) -> u64 {
        self.unpacked.get()
    }

    pub(crate) fn unpack(&self, bytes: usize) -> Result<(), Unreadable> {
        self.take(&self.unpacked, bytes as u64, "its parts unpack to more than is read")
    }

    pub(crate) fn object(&self) -> Result<(), Unreadable> {
        self.take(&self.objects, 1, "it has more parts than are read")
    }

    pub(crate) fn step(&self) -> Result<(), Unreadable> {
        self.take(&self.steps, 1, "its pages take more steps to draw than are followed")
    }

    pub(crate) fn letter(&self) -> Result<(), Unreadable> {
        self.take(&self.letters, 1, "it has more text than is read")
    }

    pub(crate) fn search(&self, bytes: usize) -> Result<(), Unreadable> {
        self.take(&self.searched, bytes as u64, "too many of its parts do not say where they end")
    }

    pub(crate) const fn too_large(&self, what: &'static str) -> Unreadable {
        Unreadable::TooLarge { format: self.format, what }
    }

    fn take(&self, from: &Cell<u64>, n: u64, what: &'static str) -> Result<(), Unreadable> {
        match from.get().checked_sub(n) {
            Some(left) => {
                from.set(left);
                Ok(())
            }
            None => Err(self.too_large(what)),
        }
    }
}
