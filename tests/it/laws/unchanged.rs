//! Changes of a matter that must change no verdict, over every matter in
//! `rules/`: the record reported backwards, an order about somebody else, parties
//! under other names.

#![expect(clippy::expect_used, reason = "matters of the repository that are there")]

use chrono::NaiveDate;
use ordain::disk::{Disk, Folder};
use ordain_base::diag::Severity;
use ordain_core::report::Report;
use ordain_core::session::files::{Files, Text};
use ordain_core::session::{AsOf, Inputs, Options, Views, check_with};
use ordain_core::verdict::{Kind, Verdict};

const DAYS: [&str; 2] = ["2023-12-02", "2024-04-05"];

/// A matter of the repository, and where its tables lie.
struct Matter {
    folder: String,
    texts: Vec<Text>,
}

fn matters() -> Vec<Matter> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");
    let mut folders = Disk.matters(&format!("{root}/examples")).expect("the examples");
    folders.push(format!("{root}/immdef-v-mayorkas"));
    let read = |folder: String| Matter { texts: Disk.matter(&folder).expect("a matter of the repository"), folder };
    folders.into_iter().map(read).collect()
}

impl Matter {
    fn texts(&self, of: &str) -> impl Iterator<Item = (&str, &str)> {
        let ending = format!(".{of}");
        let of_kind = self.texts.iter().filter(move |t| t.path.ends_with(&ending));
        of_kind.map(|t| (t.path.as_str(), std::str::from_utf8(&t.bytes).expect("text")))
    }

    fn says(&self, word: &str) -> bool {
        self.texts("order").chain(self.texts("facts")).any(|(_, text)| text.contains(word))
    }

    fn check(&self, texts: Vec<Text>, day: NaiveDate) -> Report {
        let folder = Folder { folder: self.folder.clone(), outside: false };
        let beside = Inputs { tables: Some(&folder), ..Inputs::default() };
        let options = Options { as_of: AsOf::On(day), known_on: None, views: Views::All };
        check_with(texts, &beside, "matter", &options)
    }

    /// Holds the verdicts of changed texts against those of the matter as it is.
    fn unchanged(&self, what: &str, changed: &[Text], old_name: impl Fn(&str) -> String) {
        for day in DAYS.map(|d| d.parse::<NaiveDate>().expect("a day")) {
            let (before, after) = (self.check(self.texts.clone(), day), self.check(changed.to_vec(), day));
            let errors = after.diagnostics.iter().filter(|d| d.severity == Severity::Error).map(|d| &d.message);
            let errors: Vec<_> = errors.collect();
            assert!(errors.is_empty(), "{what} makes an error of {}: {errors:#?}", self.folder);
            let before = verdicts(&before);
            let mut after: Vec<_> = verdicts(&after).into_iter().map(|(id, v)| (old_name(&id), v)).collect();
            after.retain(|(id, _)| !id.starts_with("Zephyr ") && !id.contains(" Zephyrs ¶"));
            let gone: Vec<_> = before.iter().filter(|v| !after.contains(v)).collect();
            let new: Vec<_> = after.iter().filter(|v| !before.contains(v)).collect();
            let folder = &self.folder;
            assert!(gone.is_empty() && new.is_empty(), "{what} changes {folder} as of {day}:\n{gone:#?}\n{new:#?}");
        }
    }
}

type Found = (Kind, Option<NaiveDate>, Option<i64>);

/// Every verdict and part of every view, by view and name.
fn verdicts(report: &Report) -> Vec<(String, Found)> {
    fn parts(v: &Verdict) -> Vec<&Verdict> {
        std::iter::once(v).chain(v.parts.iter().flat_map(parts)).collect()
    }
    let of_column = |c: &ordain_core::report::Column| {
        let found = c.verdicts.iter().flat_map(parts);
        let named =
            found.map(|v| (format!("{} {}", c.view.name(), v.id), (v.kind, v.due.as_ref().map(|d| d.day), v.days)));
        named.collect::<Vec<_>>()
    };
    report.columns.iter().flat_map(of_column).collect()
}

/// The statements of a file, from the last to the first.
fn backwards(text: &str) -> String {
    let mut statements: Vec<String> = Vec::new();
    for line in text.lines() {
        let begins = !line.is_empty() && !line.starts_with([' ', '\t', '#']);
        match statements.last_mut() {
            Some(last) if !begins => last.push_str(&format!("\n{line}")),
            _ => statements.push(line.to_owned()),
        }
    }
    statements.reverse();
    statements.join("\n") + "\n"
}

fn text(path: &str, body: &str) -> Text {
    Text { path: path.to_owned(), bytes: body.as_bytes().to_vec() }
}

#[test]
fn a_record_told_backwards_is_the_same_record() {
    for matter in matters() {
        let turn = |t: &Text| match std::str::from_utf8(&t.bytes) {
            // An order in it is reported in the order of its paragraphs.
            Ok(body) if t.path.ends_with(".facts") && !body.contains("\n¶") => text(&t.path, &backwards(body)),
            _ => t.clone(),
        };
        let turned: Vec<Text> = matter.texts.iter().map(turn).collect();
        matter.unchanged("a record told backwards", &turned, str::to_owned);
    }
}

#[test]
fn an_order_about_somebody_else_moves_nothing() {
    let mut tried = 0;
    for matter in matters() {
        // Who is one of the parties is somebody whom orders for each party bind.
        if ["each party", "ach of the parties", "all parties", "the parties", "No party", "no party", "All parties"]
            .iter()
            .any(|w| matter.says(w))
        {
            continue;
        }
        let mut more = matter.texts.clone();
        more.push(text(
            &format!("{}/zephyr.order", matter.folder),
            "party Zephyr\n\
             order Zephyrs \"Order as to Zephyr\", entered November 1, 2023\n\
             ¶ 1  Zephyr must file \"list of Zephyr\" by December 29, 2023\n\
             ¶ 2  stays Zephyrs ¶ 1 until further order\n",
        ));
        matter.unchanged("an order about somebody else", &more, str::to_owned);
        tried += 1;
    }
    assert!(tried > 5, "few matters bind nobody but whom they name: {tried}");
}

#[test]
fn a_party_under_another_name_owes_the_same() {
    let mut tried = 0;
    for matter in matters() {
        // Cells of a table name parties too.
        if matter.says("\ntable ") || matter.says("\nload ") {
            continue;
        }
        // One of the Defendants is `Defendant`, and keeps its place under the new name too.
        let singular = |name: &String| name.strip_suffix('s').map(str::to_owned);
        let names: Vec<String> = matter
            .texts("order")
            .flat_map(|(_, body)| body.lines().filter_map(|l| l.strip_prefix("party ")))
            .map(|rest| rest.split(['"', ',', '#']).next().unwrap_or(rest).trim().to_owned())
            .filter(|name| !name.is_empty() && name.chars().all(char::is_alphabetic))
            .collect();
        let names: Vec<String> = names.iter().flat_map(|n| std::iter::once(n.clone()).chain(singular(n))).collect();
        let ends = ["a", "e", "i", "o", "u", "y", "ae", "ei", "oa", "ue"];
        let other = |i: usize| match singular(&names[i]) {
            Some(_) => format!("Quill{}s", ends[i % ends.len()]),
            None if i > 0 && singular(&names[i - 1]).as_deref() == Some(&names[i]) => {
                format!("Quill{}", ends[(i - 1) % ends.len()])
            }
            None => format!("Quill{}", ends[i % ends.len()]),
        };
        if names.is_empty() || names.len() > ends.len() {
            continue;
        }
        let renamed = |body: &str| {
            names.iter().enumerate().fold(body.to_owned(), |body, (i, name)| whole_words(&body, name, &other(i)))
        };
        let texts: Vec<Text> = matter
            .texts
            .iter()
            .map(|t| match std::str::from_utf8(&t.bytes) {
                Ok(body) if t.path.ends_with(".order") || t.path.ends_with(".facts") => text(&t.path, &renamed(body)),
                _ => t.clone(),
            })
            .collect();
        let back = |id: &str| {
            let lower = |s: &str| s.to_lowercase();
            let id = names.iter().enumerate().fold(id.to_owned(), |id, (i, name)| whole_words(&id, &other(i), name));
            names.iter().enumerate().fold(id, |id, (i, name)| whole_words(&id, &lower(&other(i)), &lower(name)))
        };
        matter.unchanged("a party under another name", &texts, back);
        tried += 1;
    }
    assert!(tried > 5, "few matters can be told under other names: {tried}");
}

/// The text with each whole word `from` made `to`.
fn whole_words(text: &str, from: &str, to: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let (before, after) = (&rest[..at], &rest[at + from.len()..]);
        let inside = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        out.push_str(before);
        out.push_str(if inside { from } else { to });
        rest = after;
    }
    out + rest
}
