//! How much work was done, counted where it could grow faster than the files: comparisons, places listed, words moved.
//! Tests hold the counts of a matter against those of one twice as large; time would depend on the machine. In a
//! release build nothing is counted.

#[cfg(debug_assertions)]
use std::cell::Cell;

#[cfg(debug_assertions)]
thread_local! {
    static TAKEN: Cell<u64> = const { Cell::new(0) };
}

/// Counts so many steps.
#[inline]
pub fn count(n: usize) {
    #[cfg(debug_assertions)]
    TAKEN.set(TAKEN.get().saturating_add(n as u64));
    #[cfg(not(debug_assertions))]
    let _ = n;
}

/// The steps that this thread took since it last asked; none in a release build.
#[must_use]
pub fn take() -> u64 {
    #[cfg(debug_assertions)]
    return TAKEN.replace(0);
    #[cfg(not(debug_assertions))]
    0
}
