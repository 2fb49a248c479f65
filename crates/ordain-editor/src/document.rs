//! A text that is open in the editor.

use lsp_types::{TextDocumentContentChangeEvent, Uri};
use ordain_base::source::LineIndex;

use crate::encoding::Encoding;

/// A text that is open in the editor: it goes before the file on the disk.
#[derive(Debug, Clone)]
pub struct Document {
    /// The address, as the client spells it.
    pub uri: Uri,
    /// The version that the client gave.
    pub version: i32,
    /// The text now.
    pub text: String,
}

impl Document {
    /// Applies the changes of one notification, in their order. A range that is none (its end before its beginning) is
    /// empty, at its beginning.
    pub fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) {
        for change in changes {
            match change.range {
                None => self.text = change.text,
                Some(range) => {
                    let lines = LineIndex::new(&self.text);
                    let start = encoding.byte(&self.text, &lines, range.start) as usize;
                    let end = encoding.byte(&self.text, &lines, range.end) as usize;
                    self.text.replace_range(start..end.max(start), &change.text);
                }
            }
        }
        self.version = version;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lsp_types::{Position, Range};

    #[test]
    fn changes_are_applied_one_after_another() {
        let uri: Uri = "file:///m/a.order".parse().unwrap();
        let mut document = Document { uri, version: 1, text: "¶ 1  𝛼 must\r\n".to_owned() };
        let change = |from: (u32, u32), to: (u32, u32), text: &str| TextDocumentContentChangeEvent {
            range: Some(Range::new(Position::new(from.0, from.1), Position::new(to.0, to.1))),
            range_length: None,
            text: text.to_owned(),
        };
        let changes = vec![
            change((0, 5), (0, 7), "Wren"),
            change((1, 0), (1, 0), "     by May 1\n"),
            change((9, 9), (0, 0), "x"),
        ];
        document.change(2, changes, Encoding::Utf16);
        assert_eq!((document.version, document.text.as_str()), (2, "¶ 1  Wren must\r\n     by May 1\nx"));
    }
}
