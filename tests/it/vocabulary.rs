//! The manual (`docs/words.md`) lists the words that the reader knows, as `ordain words` lists them.
//!
//! After a change that is meant: `cargo accept -- vocabulary`.

#![expect(clippy::disallowed_methods, reason = "a test reads and writes its own files")]

use std::fs;
use std::path::Path;

use ordain_core::vocabulary::vocabulary_sections;
use ordain_render::vocabulary;

const BEGIN: &str = "<!-- the list of `ordain words` begins; `cargo accept -- vocabulary` writes it -->\n";
const END: &str = "<!-- the list of `ordain words` ends -->\n";

#[test]
fn the_manual_has_the_list_of_the_program() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/words.md");
    let page = fs::read_to_string(&file).expect("the list");
    let (before, rest) = page.split_once(BEGIN).expect("the list begins");
    let (there, after) = rest.split_once(END).expect("the list ends");
    let list = format!("\n{}\n", vocabulary::markdown(&vocabulary_sections()));
    if std::env::var_os("ORDAIN_ACCEPT").is_some() {
        fs::write(&file, format!("{before}{BEGIN}{list}{END}{after}")).expect("the list is written");
        return;
    }
    assert!(there == list, "the list in docs/words.md differs: `cargo accept -- vocabulary` writes it");
}
