//! The text of an order that is no part of a matter: a file that the command line names, or what is piped in.

use std::io::{self, Read};
use std::path::Path;

use ordain_core::session::files::LIMIT;

/// The bytes of a file, and one more than the limit where it is too long.
#[expect(clippy::disallowed_methods, reason = "the text of an order is no part of a matter, so its door is here")]
pub(super) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    read_to_limit(std::fs::File::open(path)?)
}

/// The same of standard input.
pub(super) fn read_standard_input() -> io::Result<Vec<u8>> {
    read_to_limit(io::stdin().lock())
}

fn read_to_limit(input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
