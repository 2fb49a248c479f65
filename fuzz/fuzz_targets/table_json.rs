//! Any bytes under the name of `a.json`.
#![no_main]

#[path = "common/rows.rs"]
mod rows;

libfuzzer_sys::fuzz_target!(|data: &[u8]| rows::read("a.json", data));
