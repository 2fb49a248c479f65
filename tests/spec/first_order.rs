//! `docs/first-order.md`, followed from an empty folder as a reader follows it.
//!
//! A block with the path of a file, `order harbor/compel.order`, is saved under
//! that path, which the paragraph above it must name; of a PDF the block has the
//! lines of its page. A block of `console` is
//! commands and what they answer, at 80 columns. Steps build on one another, so
//! the page is one test.
//!
//! After a change that is meant: `cargo accept -- first-order`.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::paper_support::pdf_of;
use super::{Named, Problems, accepting, root};

const PAGE: &str = "docs/first-order.md";

pub(crate) fn trials() -> Vec<Named> {
    vec![Named::new("first-order".to_owned(), follow)]
}

/// A block of the page: its opening line, its text, the line it opens on, and the paragraph above it.
struct Block<'p> {
    info: &'p str,
    text: String,
    line: usize,
    above: String,
}

fn follow() -> Problems {
    let page = fs::read_to_string(root().join(PAGE)).expect("the page");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("first-order");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of the last run");
    }
    fs::create_dir_all(&folder).expect("an empty folder");
    let mut problems = Vec::new();
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    // Answers that differ: the line after which they begin, how many lines there are now, and the answer.
    let mut answered = Vec::new();
    for block in blocks(&page) {
        let mut fail = |why: String| problems.push(format!("{PAGE}:{}: {why}", block.line));
        match block.info.split_once(' ') {
            Some((_, path)) if block.above.contains(&format!("`{path}`")) => save(&folder, path, &block.text),
            Some((_, path)) => fail(format!("the text above the block does not say to save it as `{path}`")),
            None => {
                let found = answers(&folder, &block.text);
                if found != block.text && accepting() {
                    answered.push((block.line, block.text.lines().count(), found));
                } else if found != block.text {
                    fail(format!("the page shows\n{}\nand the commands answer\n{found}", block.text));
                }
            }
        }
    }
    for (from, count, found) in answered.into_iter().rev() {
        lines.splice(from..from + count, found.lines().map(str::to_owned));
    }
    let accepted = lines.join("\n") + "\n";
    if accepted != page {
        fs::write(root().join(PAGE), accepted).expect("the page is written");
    }
    problems
}

fn save(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("a file in a folder")).expect("the folder of the matter");
    let bytes = if path.ends_with(".pdf") { pdf_of(text) } else { text.as_bytes().to_vec() };
    fs::write(file, bytes).expect("the file is saved");
}

/// The commands of a block, each with what it answers now.
fn answers(folder: &Path, text: &str) -> String {
    let mut found = String::new();
    for command in text.lines().filter(|l| l.starts_with("$ ")) {
        if !found.is_empty() {
            found.push('\n');
        }
        found.push_str(command);
        found.push('\n');
        let words = super::pages::words(command.trim_start_matches("$ "));
        assert_eq!(words.first().map(String::as_str), Some("ordain"), "{command}");
        let mut run = Command::new(env!("CARGO_BIN_EXE_ordain"));
        let run = run.args(&words[1..]).current_dir(folder).env("NO_COLOR", "1").env("COLUMNS", "80");
        let out = run.output().expect("ordain runs");
        for stream in [out.stdout, out.stderr] {
            found.push_str(&String::from_utf8(stream).expect("text"));
        }
        found.truncate(found.trim_end().len());
        found.push('\n');
    }
    found
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut all = Vec::new();
    let mut open: Option<Block<'_>> = None;
    let mut above = String::new();
    for (n, line) in page.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                open = Some(Block { info, text: String::new(), line: n + 1, above: std::mem::take(&mut above) });
            }
            (Some(_), Some(_)) => all.extend(open.take()),
            (Some(block), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) if line.is_empty() => above = std::mem::take(&mut above) + "\n",
            (None, None) => {
                // A new paragraph begins after an empty line.
                if above.ends_with('\n') {
                    above.clear();
                }
                above.push_str(line);
                above.push(' ');
            }
        }
    }
    all
}
