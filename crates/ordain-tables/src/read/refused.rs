//! Files that are named and not read.

use crate::known::{Known, Unknown};
use crate::look::Look;

pub(crate) fn detect(look: &Look<'_>) -> Result<Option<Known>, Unknown> {
    match look.head.as_slice() {
        [] => Err(Unknown::undeclared("the file is empty", "look whether it was copied whole")),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            Err(Unknown::undeclared("this is a workbook of the old kind (.xls)", "save it as .xlsx or as CSV"))
        }
        [b'%', b'P', b'D', b'F', ..] => Err(Unknown::undeclared(
            "this is a PDF, which has no rows",
            "ask for the load file or the log as CSV or .xlsx",
        )),
        _ => Ok(None),
    }
}
