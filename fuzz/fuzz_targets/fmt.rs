//! Any text is laid out or has errors: no panic, what is written says the same, and is laid out already.

#![no_main]

use libfuzzer_sys::fuzz_target;
use ordain_syntax::formatter::{NotFormatted, format};

fuzz_target!(|text: &str| {
    match format(text) {
        Ok(once) => assert!(matches!(format(&once), Ok(twice) if twice == once)),
        Err(why) => assert!(matches!(why, NotFormatted::Errors(_)), "what would be written says something else"),
    }
});
