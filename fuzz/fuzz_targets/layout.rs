//! Any text is read as a layout file, or said not to be one.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        let (_, wrong) = ordain_tables::layout::read(text, 0);
        for d in wrong {
            let span = d.span();
            assert!(span.start <= span.end && span.end as usize <= text.len(), "{d:?}");
        }
    }
});
