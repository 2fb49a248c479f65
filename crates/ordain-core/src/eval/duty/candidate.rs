//! An act of the record that may be the performance.

use crate::facts::Bounds;

/// An act of the record that may be the performance.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Candidate {
    pub(in crate::eval) index: usize,
    pub(in crate::eval) bounds: Bounds,
    /// Why it is not certain that this is the act; `None` where it is.
    pub(in crate::eval) doubt: Option<String>,
    /// It is near the thing ordered, and not in its words the thing itself.
    pub(in crate::eval) near: bool,
    pub(in crate::eval) negated: bool,
    /// Among which acts of the record it is one that differs from them in its day alone.
    pub(in crate::eval) group: Option<usize>,
}

/// CandidateMode of several acts that differ only in their day are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum CandidateMode {
    First,
    /// Of a prohibition, each act in breach is named.
    All,
}
