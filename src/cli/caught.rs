//! A fault of the program ends one command, or one matter of several, with a message and status 2. Nothing that was
//! found before is lost.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

thread_local! {
    /// Where the fault of this thread happened.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From here on a fault prints nothing by itself: [`catch_faults`] says what happened.
pub(super) fn silence_faults() {
    set_hook(Box::new(|fault| {
        let place = fault.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
        PLACE.with_borrow_mut(|slot| *slot = place);
    }));
}

/// What `work` gives, or the fault that stopped it, in a sentence.
pub(super) fn catch_faults<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // Whatever `work` had begun is dropped: only the sentence is used of it.
    catch_unwind(AssertUnwindSafe(work)).map_err(|fault| {
        let place = PLACE.with_borrow(Clone::clone);
        let at = if place.is_empty() { String::new() } else { format!(" at {place}") };
        format!(
            "Ordain failed on this input{at}: {}. This is a fault of the program, not of the files: no verdict was \
             reached. Please report it with the smallest input that shows it.",
            words_of_fault(fault.as_ref())
        )
    })
}

fn words_of_fault(fault: &(dyn Any + Send)) -> &str {
    let text = fault.downcast_ref::<&str>().copied();
    text.or_else(|| fault.downcast_ref::<String>().map(String::as_str)).unwrap_or("no words")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_a_sentence_and_the_next_work_goes_on() {
        silence_faults();
        let n: usize = std::hint::black_box(7);
        let failed = catch_faults(|| [1, 2].get(n + 5).copied().unwrap_or_else(|| panic!("no part {n}")));
        let why = failed.unwrap_err();
        assert!(why.contains("Ordain failed on this input at src/cli/caught.rs:") && why.contains("no part"), "{why}");
        assert_eq!(catch_faults(|| 7), Ok(7));
    }
}
