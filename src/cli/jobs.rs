//! Several matters at a time.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::caught::catch_faults;

/// How many matters are read at a time.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(super) struct JobsArgs {
    /// Matters read at a time, where there are several [default: as many as there are cores]; the result is the same.
    #[arg(long, value_name = "number")]
    jobs: Option<NonZeroUsize>,
}

/// Said of a matter whose work failed in a way that the program did not foresee.
pub(super) const UNFORESEEN: &str =
    "the program failed on this matter, which is a fault of the program: please report it";

/// As deep as the stack of the program's first thread usually is.
const STACK: usize = 8 << 20;

impl JobsArgs {
    /// At most one for each matter.
    pub(super) fn of(self, matters: usize) -> NonZeroUsize {
        let asked = self.jobs.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
        NonZeroUsize::new(matters).map_or(NonZeroUsize::MIN, |n| asked.min(n))
    }
}

/// Does the work for each item, so many at a time; the results are in the order of the items. None where the work
/// failed in a way that the program did not foresee: the others are done all the same.
pub(super) fn run_for_each<T: Sync, R: Send>(
    items: &[T],
    jobs: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<Option<R>> {
    let next = AtomicUsize::new(0);
    let (next, work) = (&next, &work);
    let mut results: Vec<Option<R>> = items.iter().map(|_| None).collect();
    let one = move |sender: std::sync::mpsc::Sender<(usize, R)>| {
        while let Some((i, item)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|i| Some((i, items.get(i)?))) {
            // A panic ends the work for one item only. The other side waits until all are done.
            if let Ok(done) = catch_faults(|| work(item)) {
                let _ = sender.send((i, done));
            }
        }
    };
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..jobs.get() {
            let sender = sender.clone();
            let thread = std::thread::Builder::new().stack_size(STACK);
            // With one thread at least, all is done; a system that gives none does it here.
            if thread.spawn_scoped(scope, move || one(sender)).is_err() {
                break;
            }
        }
    });
    one(sender);
    for (i, result) in receiver {
        if let Some(place) = results.get_mut(i) {
            *place = Some(result);
        }
    }
    results
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_items_however_many_work() {
        let items: Vec<u64> = (0..100).collect();
        let squares: Vec<Option<u64>> = items.iter().map(|n| Some(n * n)).collect();
        for jobs in [1, 2, 7, 200] {
            let jobs = JobsArgs { jobs: NonZeroUsize::new(jobs) }.of(items.len());
            assert_eq!(run_for_each(&items, jobs, |n| n * n), squares, "{jobs} jobs");
        }
        let failed = run_for_each(&items, NonZeroUsize::MIN, |n| if *n == 3 { panic!("three") } else { *n });
        assert_eq!((failed[3], failed[4]), (None, Some(4)), "a fault in one hides no other");
        assert_eq!(JobsArgs::default().of(0).get(), 1);
        assert!(run_for_each(&[], NonZeroUsize::MIN, |n: &u64| *n).is_empty());
    }
}
