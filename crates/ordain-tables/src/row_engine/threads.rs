//! Work shared among threads, or done in turn where there are none.

/// True where threads can be started at all: in a browser they cannot.
const CAN_START: bool = !cfg!(target_family = "wasm");

/// How many threads do the work, where so many are asked for.
#[must_use]
pub fn usable(wanted: usize) -> usize {
    if CAN_START { wanted.max(1) } else { 1 }
}

/// Does the job for each of `all`, each on a thread of its own. The results come in the
/// order of `all`.
pub fn each<T: Send, R: Send>(all: impl IntoIterator<Item = T>, job: impl Fn(T) -> R + Sync) -> Vec<R> {
    if !CAN_START {
        return all.into_iter().map(job).collect();
    }
    let job = &job;
    std::thread::scope(|scope| {
        let threads: Vec<_> = all.into_iter().map(|one| scope.spawn(move || job(one))).collect();
        threads.into_iter().map(|t| t.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}
