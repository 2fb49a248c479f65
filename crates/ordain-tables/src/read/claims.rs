//! What the parts of a workbook say of themselves, looked at before anything is kept: a cell far
//! beyond any sheet, or more texts than a part has room for, are refused and not unpacked.

use std::io::{self, Write};

/// Takes the bytes of one part of a workbook, and looks at its attributes.
#[derive(Default)]
pub(super) struct Claims {
    tag: Vec<u8>,
    /// Inside `<` and `>`, and which quotation mark is open there.
    inside: bool,
    quote: Option<u8>,
    /// The most texts that it says it has.
    texts: u64,
    cell: Option<String>,
    /// How many sheets it lists.
    sheets: usize,
}

/// More sheets than people make: each is looked for by its name among all of them.
const MOST_SHEETS: usize = 1_000;

/// A longer tag has no attribute that counts.
const LONGEST: usize = 64 * 1024;

/// The shortest text: `<si/>`.
const TEXT: u64 = 5;

impl Claims {
    /// What is wrong with a part of so many bytes.
    pub(super) fn wrong(&self, bytes: u64) -> Option<String> {
        if let Some(cell) = &self.cell {
            return Some(format!("it names the cell `{cell}`, which no sheet has"));
        }
        if self.sheets > MOST_SHEETS {
            return Some(format!("it has {} sheets; at most {MOST_SHEETS} are read", self.sheets));
        }
        let room = bytes / TEXT;
        (self.texts > room).then(|| format!("it says that it has {} texts, and has room for {room}", self.texts))
    }

    fn take(&mut self, byte: u8) {
        match (self.inside, self.quote, byte) {
            (false, _, b'<') => {
                self.inside = true;
                self.tag.clear();
            }
            (false, ..) => {}
            (true, None, b'>') => {
                self.inside = false;
                self.look();
            }
            (true, quote, _) => {
                if quote == Some(byte) {
                    self.quote = None;
                } else if quote.is_none() && matches!(byte, b'"' | b'\'') {
                    self.quote = Some(byte);
                }
                if self.tag.len() < LONGEST {
                    self.tag.push(byte);
                }
            }
        }
    }

    /// The attributes of the tag at hand.
    fn look(&mut self) {
        let text = String::from_utf8_lossy(&self.tag).into_owned();
        let mut rest = text.as_str();
        let tag = rest.split([' ', '\t', '\r', '\n', '/']).next().unwrap_or("");
        self.sheets += usize::from(matches!(tag.split_once(':'), Some((_, "sheet"))) || tag == "sheet");
        while let Some((name, after)) = rest.split_once('=') {
            let name = name.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
            // `xmlns:r` declares a prefix, and is no attribute `r`.
            let name = match name.split_once(':') {
                Some(("xmlns", _)) => "",
                Some((_, local)) => local,
                None => name,
            };
            let after = after.trim_start();
            let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return };
            let Some((value, next)) = after.get(1..).and_then(|v| v.split_once(quote)) else { return };
            match name {
                "uniqueCount" => self.texts = self.texts.max(value.trim().parse().unwrap_or(u64::MAX)),
                "r" | "ref" | "sqref" if is_too_far(value) => {
                    self.cell.get_or_insert_with(|| value.chars().take(40).collect());
                }
                _ => {}
            }
            rest = next;
        }
    }
}

/// More letters than a column has, or more figures than a row.
fn is_too_far(cell: &str) -> bool {
    let run = |is: fn(&char) -> bool| {
        let (mut longest, mut now) = (0, 0);
        for c in cell.chars() {
            now = if is(&c) { now + 1 } else { 0 };
            longest = longest.max(now);
        }
        longest
    };
    run(char::is_ascii_alphabetic) > 3 || run(char::is_ascii_digit) > 7 || cell.contains('&')
}

impl Write for Claims {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        bytes.iter().for_each(|b| self.take(*b));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(part: &str) -> Option<String> {
        let mut claims = Claims::default();
        claims.write_all(part.as_bytes()).unwrap();
        claims.wrong(part.len() as u64)
    }

    #[test]
    fn what_no_workbook_has() {
        assert_eq!(wrong(r#"<sst count="9000000" uniqueCount="1"><si><t>A1 > B2</t></si></sst>"#), None);
        assert_eq!(wrong(r#"<worksheet xmlns:r="http://schemas.example.org/officeDocument/2006"/>"#), None);
        assert_eq!(wrong(r#"<row r="2"><c r="XFD1048576" s="1"/></row>"#), None);
        assert!(wrong(r#"<sst uniqueCount = '4000000000'/>"#).is_some());
        assert!(wrong(r#"<c t="n" r="ABCDE2"/>"#).is_some_and(|w| w.contains("ABCDE2")));
        assert!(wrong("<x:c x:r='A99999999999'/>").is_some());
    }
}
