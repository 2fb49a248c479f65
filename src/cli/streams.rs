//! What goes to the standard output and to the error stream.

use std::io::{self, IsTerminal, Write};

use super::exit::Exit;
use super::screen::{When, uses_color};

/// Writes all of it; a reader who has gone away does not change the status.
pub(super) fn write_out(out: &mut dyn Write, text: &str, status: Exit) -> io::Result<u8> {
    write_bytes(out, text.as_bytes(), status)
}

/// The same of bytes.
pub(super) fn write_bytes(out: &mut dyn Write, bytes: &[u8], status: Exit) -> io::Result<u8> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(status as u8),
    }
}

/// Says something on the error stream beside the report.
pub(super) fn write_note(text: &str) {
    // Nobody is left to hear of it if it cannot be written.
    let _ = writeln!(io::stderr(), "{}", ordain_render::clean_text(text));
}

/// Says on the error stream why nothing can be done, and the status for it.
pub(super) fn write_refusal(why: &str) -> Exit {
    let cleaned = ordain_render::clean_text(why);
    let lead = if uses_color(When::Auto, io::stderr().is_terminal()) { "\x1b[1;31merror\x1b[0m: " } else { "error: " };
    let _ = writeln!(io::stderr(), "{lead}{cleaned}");
    Exit::Wrong
}
