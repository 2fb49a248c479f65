//! Any text parses: no panic, and every span of a diagnostic lies in the text.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parsed = ordain_syntax::parse(text, 0, ordain_syntax::Options::default());
    for d in &parsed.diagnostics {
        for l in &d.labels {
            assert!(l.span.end as usize <= text.len() && text.is_char_boundary(l.span.start as usize));
        }
    }
});
