//! The page of a code: what it means, an example that fails, the same corrected.
//!
//! A page is a Markdown file, `crates/ordain-base/src/diag/pages/<ID>.md`:
//!
//! ````text
//! One or two short paragraphs in plain words.
//!
//! ## Fails
//! ```order
//! …
//! ```
//! ```expect 2023-12-01
//! S0201 at `shall`
//! ```
//!
//! ## Corrected
//! ```order
//! …
//! ```
//! ````
//!
//! In the place of the two sections, `## No example` says why there is none.

/// A fenced block: what stands on its opening line, and its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block<'a> {
    /// `order`, `facts`, `calendar`, `text`, `command`, `expect`.
    pub kind: &'a str,
    /// The rest of the opening line: the day of an `expect`.
    pub rest: &'a str,
    /// With the end of its last line.
    pub text: &'a str,
}

/// The blocks of one section, and any prose between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Example<'a> {
    /// The files of the example, and what is expected of them.
    pub blocks: Vec<Block<'a>>,
}

impl<'a> Example<'a> {
    /// What the user writes: every block but what is expected of it.
    pub fn written(&self) -> impl Iterator<Item = &Block<'a>> {
        self.blocks.iter().filter(|b| b.kind != "expect")
    }

    /// The blocks that say what must be reported.
    pub fn expected(&self) -> impl Iterator<Item = &Block<'a>> {
        self.blocks.iter().filter(|b| b.kind == "expect")
    }
}

/// A page, parsed. One that is being written has empty parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page<'a> {
    /// Each on one line.
    pub paragraphs: Vec<String>,
    /// The example that is reported.
    pub fails: Option<Example<'a>>,
    /// The same example, corrected.
    pub corrected: Option<Example<'a>>,
    /// Why no file can show it, where none can.
    pub no_example: Option<String>,
}

impl<'a> Page<'a> {
    /// Reads a page; what is not of its form is left out.
    #[must_use]
    pub fn parse(markdown: &'a str) -> Self {
        let mut page = Self::default();
        let mut parts = sections_of_page(markdown);
        if let Some((_, first)) = parts.next() {
            page.paragraphs = paragraphs_of_section(first);
        }
        for (heading, body) in parts {
            match heading {
                "Fails" => page.fails = Some(Example { blocks: blocks_of_section(body) }),
                "Corrected" => page.corrected = Some(Example { blocks: blocks_of_section(body) }),
                "No example" => page.no_example = Some(paragraphs_of_section(body).join(" ")),
                _ => {}
            }
        }
        page
    }
}

/// Each section under `## `, with its heading; first what is above them.
/// A heading within a fence is none.
fn sections_of_page(markdown: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut starts = vec![(0, 0, "")];
    let mut fenced = false;
    let mut at = 0;
    for line in markdown.split_inclusive('\n') {
        fenced ^= line.starts_with("```");
        if let Some(heading) = line.strip_prefix("## ").filter(|_| !fenced) {
            starts.push((at, at + line.len(), heading.trim()));
        }
        at += line.len();
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|s| s.0).chain([markdown.len()]).collect();
    starts.into_iter().zip(ends).map(|((_, from, heading), to)| (heading, markdown.get(from..to).unwrap_or("")))
}

/// Prose without its blocks; lines of one paragraph are joined.
fn paragraphs_of_section(body: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut fenced = false;
    for line in body.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if line.trim().is_empty() || fenced {
            all.push(String::new());
        } else if let Some(last) = all.last_mut().filter(|_| !line.starts_with("# ")) {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(line.trim());
        }
    }
    all.retain(|p| !p.is_empty());
    all
}

fn blocks_of_section(body: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        if let Some(info) = line.strip_prefix("```") {
            open = match open {
                None => Some((info.trim(), at + line.len())),
                Some((info, from)) => {
                    let (kind, rest) = info.split_once(' ').unwrap_or((info, ""));
                    found.push(Block { kind, rest, text: body.get(from..at).unwrap_or("") });
                    None
                }
            };
        }
        at += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_in_its_parts() {
        let text = "One line\nand its end.\n\nMore.\n\n## Fails\n```order\n## a comment\n```\n```expect 2023-12-01\nS0201 \
                    at `shall`\n```\n\n## Corrected\n```facts\nx\n```\n";
        let page = Page::parse(text);
        assert_eq!(page.paragraphs, ["One line and its end.", "More."]);
        let fails = page.fails.unwrap_or_default();
        assert_eq!(fails.blocks[0], Block { kind: "order", rest: "", text: "## a comment\n" });
        assert_eq!(fails.blocks[1].rest, "2023-12-01");
        assert_eq!(fails.written().count(), 1);
        assert_eq!(page.corrected.unwrap_or_default().blocks[0].text, "x\n");
        assert_eq!(page.no_example, None);
    }

    #[test]
    fn a_block_is_no_prose() {
        let page = Page::parse("One line.\n\n```order\nwords of a block\n```\n\nMore.\n");
        assert_eq!(page.paragraphs, ["One line.", "More."]);
    }

    #[test]
    fn an_empty_page_has_no_parts() {
        assert_eq!(Page::parse(""), Page::default());
        assert_eq!(
            Page::parse("## No example\n\nIt is seen only\nby a flag.\n").no_example.as_deref(),
            Some("It is seen only by a flag.")
        );
    }
}
