//! Well-formed matters, mostly of dispositions: they are checked twice with one result, and shown without an escape.

#![no_main]

#[path = "common/checked.rs"]
mod checked;
#[path = "common/matter.rs"]
mod matter;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(made) = matter::matter(&mut arbitrary::Unstructured::new(bytes), matter::Kind::Dispositions) {
        checked::checked(&made.order, &made.facts);
    }
});
