//! Holds `docs/coverage.md` to the examples: every feature once, every file there, every paragraph in the
//! matter of that file, and every line quoted inside the paragraph it is quoted from.

#![expect(clippy::expect_used, reason = "a test of files that are there")]

use std::collections::{BTreeMap, BTreeSet};

use ordain::disk::Disk;
use ordain_core::model::{Model, resolve};
use ordain_core::session::files::Files;
use ordain_syntax::Parsed;
use ordain_time::Library;

/// Groups of features, and how many each has: `B1` to `B8`, and so on.
const FEATURES: &[(char, u32)] =
    &[('B', 8), ('M', 7), ('D', 15), ('R', 4), ('C', 5), ('O', 7), ('X', 4), ('L', 12), ('S', 6), ('E', 4)];

const PAGE: &str = include_str!("../../docs/coverage.md");

/// One line of the page.
struct Row<'p> {
    code: &'p str,
    /// A star: it is said in part, and the rest is listed below.
    in_part: bool,
    what: &'p str,
    line: &'p str,
    /// `rules/examples/roddy/orders.order`.
    file: &'p str,
    /// `E17 ¶ 1`, or the name of an order or of a thing that the file declares.
    place: &'p str,
    constructed: bool,
}

fn rows() -> Vec<Row<'static>> {
    let cells = |l: &'static str| -> Vec<&'static str> { l.trim_matches('|').split(" | ").map(str::trim).collect() };
    let lines = PAGE.lines().filter(|l| l.starts_with("| ") && !l.starts_with("| |"));
    lines.map(|l| row(&cells(l)).expect("a row has a code, what it is, a line and a place")).collect()
}

fn row(cells: &[&'static str]) -> Option<Row<'static>> {
    let [code, what, line, place] = cells else { return None };
    let (_, link) = place.split_once("](../")?;
    let (file, rest) = link.split_once(')')?;
    let mut ticks = rest.split('`');
    Some(Row {
        code: code.trim_end_matches("\\*"),
        in_part: code.ends_with('*'),
        what,
        line: line.strip_prefix('`')?.strip_suffix('`')?,
        file,
        place: ticks.nth(1)?,
        constructed: rest.ends_with("*constructed*"),
    })
}

fn codes() -> Vec<String> {
    FEATURES.iter().flat_map(|(group, n)| (1..=*n).map(move |i| format!("{group}{i}"))).collect()
}

/// A matter read, with the text of each of its files and where it begins.
struct Matter {
    model: Model,
    files: BTreeMap<String, (u32, String)>,
}

fn matter(folder: &str) -> Matter {
    let root = env!("CARGO_MANIFEST_DIR");
    let texts = Disk.matter(&format!("{root}/{folder}")).expect("a matter of the repository");
    let (mut base, mut parsed, mut files) = (0, Vec::<Parsed>::new(), BTreeMap::new());
    for text in texts {
        let name = text.path.rsplit('/').next().unwrap_or_default().to_owned();
        let body = String::from_utf8(text.bytes).expect("text in UTF-8");
        if name.ends_with(".order") || name.ends_with(".facts") {
            parsed.push(ordain_syntax::parse(&body, base, ordain_syntax::Options::default()));
        }
        let next = base + u32::try_from(body.len()).expect("a short file") + 1;
        files.insert(name, (base, body));
        base = next;
    }
    let (model, _) = resolve(&parsed, || Library::standard().clone(), |_, _| ());
    Matter { model, files }
}

impl Matter {
    /// The words of a paragraph, or the whole file where the place is an order or a thing it declares.
    fn words(&self, file: &str, place: &str) -> Option<&str> {
        let (base, text) = self.files.get(file)?;
        if let Some(paragraph) = self.model.paragraphs.iter().find(|p| p.name == place) {
            let from = usize::try_from(paragraph.span.start.checked_sub(*base)?).ok()?;
            let to = usize::try_from(paragraph.span.end.checked_sub(*base)?).ok()?;
            return text.get(from..to);
        }
        self.model.declared.names.get(place).map(|_| text.as_str())
    }
}

#[test]
fn every_feature_is_there_once() {
    let found: Vec<String> = rows().iter().map(|r| r.code.to_owned()).collect();
    assert_eq!(found, codes());
    assert!(rows().iter().all(|r| !r.what.is_empty() && !r.line.is_empty()));
}

#[test]
fn every_line_is_in_its_paragraph() {
    let mut matters: BTreeMap<String, Matter> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in rows() {
        let (folder, file) = row.file.rsplit_once('/').expect("a file in a folder");
        let matter = matters.entry(folder.to_owned()).or_insert_with(|| matter(folder));
        match matter.words(file, row.place) {
            None => wrong.push(format!("{}: {} has no `{}`", row.code, row.file, row.place)),
            Some(words) if !words.lines().any(|l| l.contains(row.line)) => {
                wrong.push(format!("{}: {} does not say `{}`", row.code, row.place, row.line));
            }
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_constructed_is_marked() {
    for row in rows() {
        assert_eq!(row.constructed, row.file.contains("/constructed/"), "{}: {}", row.code, row.file);
    }
}

#[test]
fn what_cannot_be_written_is_listed() {
    let (_, gaps) = PAGE.split_once("\n## What you cannot write yet\n").expect("the section");
    let listed: BTreeSet<&str> =
        gaps.lines().filter_map(|l| l.strip_prefix("- ")).filter_map(|l| l.split_once(':')).map(|(c, _)| c).collect();
    let starred: BTreeSet<&str> = rows().iter().filter(|r| r.in_part).map(|r| r.code).collect();
    assert_eq!(listed, starred);
}
