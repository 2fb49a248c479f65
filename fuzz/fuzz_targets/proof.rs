//! Any text is proofread as the text of an order: no panic, and every finding lies in the text.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    for finding in ordain_text::proofread::findings(text, 0) {
        for label in &finding.diagnostic.labels {
            let (start, end) = (label.span.start as usize, label.span.end as usize);
            assert!(start <= end && end <= text.len() && text.is_char_boundary(start), "{finding:?}");
        }
    }
});
