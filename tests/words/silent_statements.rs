//! Each word of a fact or a declaration is taken away in turn, as [`super::silent`] does with those of paragraphs.
//! What remains is an error or a warning, or another record or another matter, or the word is on one of the two
//! lists that `ordain words` prints.
//!
//! `ORDAIN_SILENT=tests/spec/hearings cargo test --test words -- silent` looks at one file only.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;
use std::sync::Mutex;

use super::corpus::{Matter, Read, matters};
use super::silent::{bare, declared, goes_without_saying, local, words};
use ordain_base::diag::{Diagnostic, Severity};
use ordain_core::facts;
use ordain_core::model::Model;
use ordain_core::vocabulary::words_passed_over;
use ordain_syntax::Parsed;
use ordain_syntax::ast::{Statement, StatementKind};

/// What a matter says beside its paragraphs, and what is wrong with it.
#[derive(PartialEq)]
struct Said {
    text: String,
    found: Vec<(&'static str, String)>,
    /// The statement itself is refused already.
    wrong: bool,
}

/// One statement of a matter, whose words are taken away.
struct Tried<'r> {
    read: &'r Read,
    /// The matter as it is: facts change nothing of it.
    model: &'r Model,
    found: &'r [Diagnostic],
    file: usize,
    at: usize,
    own: &'r str,
}

#[test]
fn no_word_of_a_fact_or_a_declaration_is_silent() {
    let only = std::env::var("ORDAIN_SILENT").ok();
    let all: Vec<Matter> = matters();
    let all: Vec<&Matter> = all.iter().filter(|m| only.as_ref().is_none_or(|o| m.place.contains(o.as_str()))).collect();
    let seen = Mutex::new(BTreeSet::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let parts: Vec<(usize, Vec<(String, String)>)> = std::thread::scope(|scope| {
        let (all, seen) = (&all, &seen);
        let part = |n: usize| {
            scope.spawn(move || {
                let (mut tried, mut silent) = (0, Vec::new());
                all.iter().skip(n).step_by(threads).for_each(|m| tried += matter(m, seen, &mut silent));
                (tried, silent)
            })
        };
        let running: Vec<_> = (0..threads).map(part).collect();
        running.into_iter().map(|r| r.join().expect("a thread that ended")).collect()
    });
    let tried: usize = parts.iter().map(|(n, _)| n).sum();
    let mut by_words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (words, place) in parts.into_iter().flat_map(|(_, all)| all) {
        by_words.entry(words).or_default().push(place);
    }
    let list: Vec<String> = by_words
        .iter()
        .map(|(w, p)| format!("{} × `{w}`\n    {}", p.len(), p[..p.len().min(3)].join("\n    ")))
        .collect();
    assert!(list.is_empty(), "{tried} tried; these change nothing and are on no list:\n{}", list.join("\n"));
    assert!(only.is_some() || tried > 5_000, "only {tried} words were taken away");
}

/// Takes the words of the facts and declarations of one matter away, one by one; how many were tried.
fn matter(matter: &Matter, seen: &Mutex<BTreeSet<String>>, out: &mut Vec<(String, String)>) -> usize {
    let read = matter.read();
    let passed: BTreeSet<&str> = words_passed_over().collect();
    let names = declared(matter);
    let (model, found) = read.resolve(&read.files);
    let mut tried = 0;
    let mut base = 0;
    for (file, text) in matter.texts().enumerate() {
        for at in 0..read.files[file].statements.len() {
            let statement = &read.files[file].statements[at];
            if matches!(statement.kind, StatementKind::Paragraph(_) | StatementKind::Expect(_)) {
                continue;
            }
            let own = &text[local(statement.span, base)];
            if !seen.lock().is_ok_and(|mut all| all.insert(own.trim().to_owned())) {
                continue;
            }
            let one = Tried { read: &read, model: &model, found: &found, file, at, own };
            let Some(before) = one.instead(0..0, "").filter(|b| !b.wrong) else { continue };
            for hole in words(own) {
                let word = &own[hole.clone()];
                if passed.contains(bare(word).to_lowercase().as_str())
                    || is_of_the_reader(own, &hole)
                    || is_a_description(&statement.kind, own, &hole)
                {
                    continue;
                }
                tried += 1;
                if one.instead(hole.clone(), "").as_ref() != Some(&before) {
                    continue;
                }
                let other = if word.starts_with(['"', '“']) { "\"zyx wvu\"" } else { "zyxwvu" };
                let read_on = one.instead(hole, other).as_ref() == Some(&before);
                if read_on || !goes_without_saying(word, own, &names) {
                    let line = own.trim().replace('\n', " ");
                    let how = if read_on { "any word does" } else { "may be left out" };
                    out.push((word.to_owned(), format!("{how}: {}: {line}", matter.place)));
                }
            }
        }
        base += u32::try_from(text.len()).expect("a small text") + 1;
    }
    tried
}

/// What a party or a record is, described for whoever reads the file; and the words of an entry without a number, which
/// are held against a docket that is not read here.
fn is_a_description(kind: &StatementKind, own: &str, hole: &Range<usize>) -> bool {
    let named = matches!(kind, StatementKind::Party(_) | StatementKind::Record(_)) && !own[..hole.start].contains('\n');
    let line = own[..hole.start].rfind('\n').map_or(0, |i| i + 1);
    own[hole.clone()].starts_with('"') && (named || own[line..].trim_start().starts_with("docket entry"))
}

/// Words of a clause that is the reader's own: `note "…"`, and `quote "…"`, which another test holds against the text.
fn is_of_the_reader(own: &str, hole: &Range<usize>) -> bool {
    let line = own[..hole.start].rfind('\n').map_or(0, |i| i + 1);
    let before = own[line..hole.end].trim_start();
    ["note ", "quote ", "reading ", "#", "--"].iter().any(|w| before.starts_with(w))
        || before == "note"
        || before == "quote"
}

impl Tried<'_> {
    /// What the matter says where other words stand in the statement; `None` where it is no more one statement.
    fn instead(&self, hole: Range<usize>, other: &str) -> Option<Said> {
        let statement = &self.read.files[self.file].statements[self.at];
        let mut text = self.own.to_owned();
        text.replace_range(hole, other);
        let parsed = self.read.parse(&text, statement.span.start);
        let [replaced] = parsed.statements.as_slice() else { return None };
        let mut files: Vec<Parsed> = self.read.files.clone();
        files[self.file].statements[self.at] = Statement { kind: replaced.kind.clone(), ..replaced.clone() };
        let of_the_record = |s: &Statement| matches!(s.kind, StatementKind::Fact(_) | StatementKind::Table(_));
        let anew = (!of_the_record(statement) || !of_the_record(replaced)).then(|| self.read.resolve(&files));
        let (model, resolved) = anew.as_ref().map_or((self.model, self.found), |(m, f)| (m, f.as_slice()));
        let (record, read) = record(model, &files);
        let all = || parsed.diagnostics.iter().chain(resolved).chain(&read);
        let within = |d: &Diagnostic| d.span().start >= statement.span.start && d.span().end <= replaced.span.end;
        let wrong = all().any(|d| d.severity == Severity::Error && within(d));
        let mut said = record;
        let declared = &model.declared;
        let _ = write!(
            said,
            "{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}",
            model.caption,
            model.service,
            declared.parties,
            declared.records,
            declared.things,
            declared.orders,
            declared.cases,
            declared.names,
            model.effects,
        );
        if matches!(statement.kind, StatementKind::Verb(_)) {
            let _ = write!(said, "{:?}", declared.verbs);
        }
        let found = all().map(|d| (d.code.id, d.message.clone())).collect();
        Some(Said { text: without_places(&said), found, wrong })
    }
}

/// The record of some files, and what is wrong with it.
fn record(model: &Model, files: &[Parsed]) -> (String, Vec<Diagnostic>) {
    let (tables, mut found) = facts::tables(&model.declared, files);
    let names: Vec<String> = (0..files.len()).map(|n| n.to_string()).collect();
    let docket = facts::Docket::default();
    let (ledger, unread) = facts::read(&model.declared, files, &names, &BTreeSet::new(), tables, docket);
    found.extend(unread);
    let told = format!("{:?}{:?}{:?}{:?}", ledger.assertions, ledger.closings, ledger.excuses, ledger.tables);
    (told, found)
}

/// The words of values in memory, without where they are written.
fn without_places(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("Span {") {
        out.push_str(&rest[..at]);
        rest = rest[at..].find('}').map_or("", |end| &rest[at + end + 1..]);
    }
    out.push_str(rest);
    out
}
