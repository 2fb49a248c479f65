//! All formats of tables, in the order in which a file is held against them: those that
//! its first bytes prove before those that are guessed from text.

use super::{delimited, json, jsonl, lfp, opt, refused, xlsx};
use crate::known::{Known, Unknown};
use crate::layout::FileKind;
use crate::look::Look;

/// A format of tables.
pub(crate) struct TableReader {
    /// What a layout calls it after `file`; nothing for kinds that are named and refused.
    pub(crate) kind: Option<FileKind>,
    /// The file as one of this format; nothing where it is none.
    pub(crate) detect: fn(&Look<'_>) -> Result<Option<Known>, Unknown>,
}

pub(crate) const READERS: &[TableReader] = &[
    TableReader { kind: None, detect: refused::detect },
    TableReader { kind: Some(FileKind::Delimited), detect: xlsx::detect },
    TableReader { kind: Some(FileKind::Lfp), detect: lfp::detect },
    TableReader { kind: Some(FileKind::Opticon), detect: opt::detect },
    TableReader { kind: Some(FileKind::Json), detect: jsonl::detect },
    TableReader { kind: Some(FileKind::Json), detect: json::detect },
    // What is nothing else is text between separators.
    TableReader { kind: Some(FileKind::Delimited), detect: delimited::detect },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_that_a_layout_may_name_has_a_reader() {
        for kind in FileKind::ALL {
            assert!(READERS.iter().any(|r| r.kind == Some(kind)), "{} has no reader", kind.word());
        }
    }
}
