//! Any bytes under the name of `a.opt`.
#![no_main]

#[path = "common/rows.rs"]
mod rows;

libfuzzer_sys::fuzz_target!(|data: &[u8]| rows::read("a.opt", data));
