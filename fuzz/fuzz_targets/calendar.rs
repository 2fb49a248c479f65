//! Any text is read as a calendar file, or said not to be one.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (library, wrong) = ordain_time::Library::standard().with(text, 0);
    for d in wrong {
        let span = d.span();
        assert!(span.start <= span.end && span.end as usize <= text.len(), "{d:?}");
    }
    let rules = library.names_of_rules();
    assert!(rules.iter().all(|name| library.rules(name).is_ok()), "a set of rules that is named is there");
});
