//! Opens a file, by its own table of objects or without it.

use super::file::File;
use super::{cross_reference, rebuilt};
use crate::budget::Budget;
use crate::{Format, Unreadable};

/// Opens a file by its own table of objects.
pub(super) fn by_its_table<'b>(bytes: &'b [u8], budget: &'b Budget) -> Result<File<'b>, Unreadable> {
    let table = cross_reference::read(bytes, budget)?.ok_or(Unreadable::Damaged(Format::Pdf))?;
    File::with(bytes, budget, table)
}

/// Opens a file whose table cannot be used, by looking for its objects.
pub(super) fn by_its_objects<'b>(bytes: &'b [u8], budget: &'b Budget) -> Result<File<'b>, Unreadable> {
    let table = rebuilt::rebuild_table(bytes, budget)?;
    let mut file = File::with(bytes, budget, table)?;
    rebuilt::add_packed(&mut file)?;
    if file.root().is_none() {
        rebuilt::find_root(&mut file)?;
    }
    Ok(file)
}
