//! A first look at a file, from which each format says whether it is one of its own.

pub mod encoding;
pub mod header;

use std::cell::OnceCell;
use std::io::Read as _;

use crate::known::Unknown;
use crate::layout::FileKind;
use crate::source::{open_unpacked, plain_name};
use crate::text::Utf8;
use crate::{Encoding, Layout, Layouts, Limits, Source, Written};

/// How much of a file is looked at, in bytes.
const HEAD: u64 = 256 * 1024;

/// The beginning of a file, and what is said of it.
pub(crate) struct Look<'a> {
    pub(crate) source: &'a dyn Source,
    pub(crate) written: &'a Written,
    /// The layout that is declared, and all that are known: their names distinguish a header from a row.
    pub(crate) layout: Option<&'a Layout>,
    pub(crate) layouts: &'a Layouts,
    pub(crate) limits: &'a Limits,
    /// Without `.gz`, in lower case.
    pub(crate) name: String,
    /// The first bytes, unpacked; `whole` says that there are no more.
    pub(crate) head: Vec<u8>,
    pub(crate) whole: bool,
    pub(crate) packed: bool,
    text: OnceCell<Text>,
}

/// The beginning of a text in UTF-8, its encoding, and what shows it.
pub(crate) struct Text {
    pub(crate) encoding: (Encoding, String),
    pub(crate) decoded: Vec<u8>,
}

impl<'a> Look<'a> {
    pub(crate) fn at(
        source: &'a dyn Source,
        written: &'a Written,
        layout: Option<&'a Layout>,
        layouts: &'a Layouts,
        limits: &'a Limits,
    ) -> Result<Self, Unknown> {
        let mut magic = [0; 2];
        let packed = source.open()?.read_exact(&mut magic).is_ok() && magic == [0x1F, 0x8B];
        let mut head = Vec::with_capacity(usize::try_from(HEAD).unwrap_or_default());
        open_unpacked(source, limits)?.take(HEAD).read_to_end(&mut head)?;
        let whole = (head.len() as u64) < HEAD;
        let name = plain_name(source.name());
        Ok(Self { source, written, layout, layouts, limits, name, head, whole, packed, text: OnceCell::new() })
    }

    /// The kind of file that the declared layout is about.
    pub(crate) fn kind(&self) -> Option<FileKind> {
        self.layout.map(|l| l.file)
    }

    /// The beginning as text.
    pub(crate) fn text(&self) -> Result<&Text, Unknown> {
        if let Some(text) = self.text.get() {
            return Ok(text);
        }
        let (encoding, shown) =
            encoding::detect(&self.head, self.whole, self.written.encoding.as_ref().map(|e| e.value))?;
        let bare = self.head.strip_prefix(encoding.mark()).unwrap_or(&self.head);
        let mut decoded = Vec::with_capacity(bare.len());
        Utf8::new(bare, encoding).read_to_end(&mut decoded)?;
        Ok(self.text.get_or_init(|| Text { encoding: (encoding, shown), decoded }))
    }
}
