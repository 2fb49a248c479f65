//! Makes the reader of orders and facts from the grammar.

#![expect(clippy::disallowed_methods, reason = "a build script reads the grammar and writes the reader")]

use std::path::Path;
use std::{env, fs};

/// The sections of the grammar, one construct after another. `calendar` and `format` are grammars of their own.
const SECTIONS: [&str; 11] = [
    "lexical",
    "dates",
    "words",
    "phrases",
    "clauses",
    "conditions",
    "paragraphs",
    "dispositions",
    "order",
    "facts",
    "tables",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut grammar = String::new();
    for section in SECTIONS {
        let path = format!("grammar/{section}.pest");
        println!("cargo::rerun-if-changed={path}");
        grammar.push_str(&fs::read_to_string(path)?);
    }
    let reader = ordain_grammar::compile(&grammar)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("grammar.rs"), reader)?;
    Ok(())
}
