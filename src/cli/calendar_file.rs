//! A calendar file that is there already is gone on from.

use crate::disk::Disk;
use ordain_core::session::files::Files;
use ordain_render::calendar::{CalendarFault, continued};

/// What is to be written to `path`: the new calendar, or that which goes on from the one that is there.
///
/// # Errors
/// In words for the user: the file is no calendar that Ordain wrote, or it is of another matter or party.
pub(super) fn content_to_write(path: &str, new: Vec<u8>) -> Result<Vec<u8>, String> {
    let new = String::from_utf8(new).map_err(|e| e.to_string())?;
    text_to_write(path, new).map(String::into_bytes)
}

/// The same of a text.
///
/// # Errors
/// As [`content_to_write`].
pub(super) fn text_to_write(path: &str, new: String) -> Result<String, String> {
    if !Disk.is_there(path) {
        return Ok(new);
    }
    let earlier = Disk.single(path).map_err(|e| e.to_string())?;
    let earlier = earlier.decode().map_err(|_| CalendarFault::NotOurs.in_words(path))?;
    continued(&new, earlier).map_err(|fault| fault.in_words(path))
}
