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
        _ if is_dii(&look.head) => Err(Unknown::undeclared(
            "this is a Summation load file (DII), which is not read",
            "ask for the images as Opticon (.opt) or LFP, and for the documents as DAT or CSV",
        )),
        _ => Ok(None),
    }
}

/// Commands that begin with `@`, with that of a document among the first.
fn is_dii(head: &[u8]) -> bool {
    let mut lines = head.split(|b| matches!(b, b'\n' | b'\r')).map(<[u8]>::trim_ascii).filter(|l| !l.is_empty());
    let commands = lines.next().is_some_and(|l| l.starts_with(b"@") || l.starts_with(b"; "));
    commands && lines.take(20).any(|l| l.starts_with(b"@T ") || l.starts_with(b"@D ")) || head.starts_with(b"@T ")
}
