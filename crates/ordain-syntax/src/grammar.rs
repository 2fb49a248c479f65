//! The grammar, one section a file: `build.rs` makes a function of each rule. Nothing of it leaves `syntax`.

include!(concat!(env!("OUT_DIR"), "/grammar.rs"));

#[cfg(test)]
mod tests;
