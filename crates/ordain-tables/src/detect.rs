//! What a file is: shown by its bytes where they prove it, else asked. What is
//! declared is taken, and held against what the file shows.

pub use crate::known::{Heading, Known, PartOf, Unknown};

use crate::look::Look;
use crate::read::register::READERS;
use crate::{Layout, Layouts, Limits, Source, Written};

/// Looks at a file. `layout` is the one declared, `layouts` all that are known:
/// their names distinguish a header from a row.
///
/// # Errors
/// Where it cannot be read, or does not show how.
pub fn detect_table(
    source: &dyn Source,
    written: &Written,
    layout: Option<&Layout>,
    layouts: &Layouts,
    limits: &Limits,
) -> Result<Known, Unknown> {
    let look = Look::at(source, written, layout, layouts, limits)?;
    for reader in READERS {
        if let Some(known) = (reader.detect)(&look)? {
            return Ok(Known { packed: look.packed, kind: reader.kind, ..known });
        }
    }
    Err(Unknown::undeclared("the file is none of the kinds that are read", "see `docs/tables.md` for those that are"))
}
