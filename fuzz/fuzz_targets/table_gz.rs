//! Any bytes, packed: and any bytes that only begin as packed ones do.
#![no_main]

#[path = "common/rows.rs"]
mod rows;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let mut bytes = vec![0x1F, 0x8B, 8];
    bytes.extend_from_slice(data);
    rows::read("a.dat.gz", &bytes);
});
