//! Each word and each clause of a statement is taken away in turn. What remains is an
//! error or a warning, or another outline, or the word is on one of two lists that
//! `ordain words` prints: those that carry nothing, and those that go without saying. Of the
//! second another word in the place of the first is refused or changes the outline, so that
//! nothing is read and dropped.
//!
//! `ORDAIN_SILENT=tests/spec/hearings cargo test --test words -- silent` looks at one
//! file only, and prints every word that is silent, with its statement.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::corpus::{Matter, Read, matters};
use ordain_base::diag::{Diagnostic, Severity};
use ordain_base::source::Span;
use ordain_core::outline::{self, ParagraphOutline};
use ordain_core::vocabulary::{implied_words, words_passed_over};
use ordain_syntax::Parsed;
use ordain_syntax::ast::{Body, Clause, Paragraph, StatementKind};

/// A word or a clause without which a statement says the same.
struct Silent {
    words: String,
    /// The matter and the line.
    place: String,
}

/// What a matter says: its outline without places, and what is wrong with it.
#[derive(PartialEq)]
struct Said {
    outline: Vec<ParagraphOutline>,
    /// What is found: the words of a message may have moved, its kind has not.
    found: Vec<(&'static str, String)>,
    /// The statement itself is refused already: what it says is shown by what is wrong with it.
    wrong: bool,
}

#[test]
fn no_word_of_a_paragraph_is_silent() {
    let only = std::env::var("ORDAIN_SILENT").ok();
    let all: Vec<Matter> = matters();
    let all: Vec<&Matter> = all.iter().filter(|m| only.as_ref().is_none_or(|o| m.place.contains(o.as_str()))).collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let parts: Vec<(usize, Vec<Silent>)> = std::thread::scope(|scope| {
        let all = &all;
        let part = |n: usize| {
            scope.spawn(move || {
                let (mut tried, mut silent) = (0, Vec::new());
                // A statement of several cases is tried in the first of them, by one thread: always the same one.
                let own = |statement: &str| statement.bytes().map(usize::from).sum::<usize>() % threads == n;
                let mut seen = BTreeSet::new();
                let mut first = |statement: &str| own(statement) && seen.insert(statement.to_owned());
                all.iter().for_each(|m| tried += matter(m, &mut first, &mut silent));
                (tried, silent)
            })
        };
        let running: Vec<_> = (0..threads).map(part).collect();
        running.into_iter().map(|r| r.join().expect("a thread that ended")).collect()
    });
    let tried: usize = parts.iter().map(|(n, _)| n).sum();
    let mut by_words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for silent in parts.into_iter().flat_map(|(_, all)| all) {
        by_words.entry(silent.words).or_default().push(silent.place);
    }
    let list: Vec<String> = by_words
        .iter()
        .map(|(w, p)| format!("{} × `{w}`\n    {}", p.len(), p[..p.len().min(3)].join("\n    ")))
        .collect();
    assert!(list.is_empty(), "{tried} tried; these change nothing and are on no list:\n{}", list.join("\n"));
    assert!(only.is_some() || tried > 10_000, "only {tried} words were taken away");
}

/// Takes the words of the paragraphs of one matter away, one by one, where `first` says that the paragraph is to be
/// tried here; how many words were tried.
fn matter(matter: &Matter, first: &mut impl FnMut(&str) -> bool, out: &mut Vec<Silent>) -> usize {
    let read = matter.read();
    let passed: BTreeSet<&str> = words_passed_over().collect();
    let names = declared(matter);
    let mut tried = 0;
    let mut base = 0;
    for (file, text) in matter.texts().enumerate() {
        for at in 0..read.files[file].statements.len() {
            let statement = &read.files[file].statements[at];
            let StatementKind::Paragraph(paragraph) = &statement.kind else { continue };
            let place = local(statement.span, base);
            let own = &text[place.clone()];
            if !first(own.trim()) {
                continue;
            }
            let before = instead(&read, (file, at), own, statement.span.start, 0..0, "");
            let Some(before) = before.filter(|b| !b.wrong) else { continue };
            let mut holes = words(own);
            holes.retain(|h| !passed.contains(bare(&own[h.clone()]).to_lowercase().as_str()));
            holes.extend(
                clauses(paragraph)
                    .map(|c| local(c.span, statement.span.start))
                    .filter(|h| own.get(h.clone()).is_some()),
            );
            for hole in holes {
                tried += 1;
                let words = &own[hole.clone()];
                if instead(&read, (file, at), own, statement.span.start, hole.clone(), "").as_ref() != Some(&before) {
                    continue;
                }
                let other = if words.starts_with(['"', '“']) { "\"zyx wvu\"" } else { "zyxwvu" };
                let read_on =
                    instead(&read, (file, at), own, statement.span.start, hole, other).as_ref() == Some(&before);
                if read_on || !goes_without_saying(words, own, &names) {
                    let line = own.trim().replace('\n', " ");
                    let how = if read_on { "any word does" } else { "may be left out" };
                    out.push(Silent { words: words.to_owned(), place: format!("{how}: {}: {line}", matter.place) });
                }
            }
        }
        base += u32::try_from(text.len()).expect("a small text") + 1;
    }
    tried
}

/// A word that may be left out: one that `ordain words` lists as such, a weekday, a number that is written again in
/// figures, the label of an item, a quotation that is given twice, whose an event is, the name of the only record or
/// order that may be meant; `continuing` under an order that expires, and the number of installments whose sum is given.
pub(super) fn goes_without_saying(word: &str, own: &str, names: &BTreeSet<&str>) -> bool {
    let plain = bare(word);
    let again = word.starts_with('(') && word.trim_end_matches([',', ';', ':']).ends_with(')');
    let twice = word.starts_with('"') && own.matches(word.trim_end_matches(',')).count() > 1;
    let whose = word.ends_with("'s") || word.ends_with("s'");
    // The number of installments whose sum is given.
    let implied = plain == "three" && own.contains("installments of $");
    // `Interrogatory No. 5`: `no` alone is another word.
    let numbers = matches!(word, "No." | "Nos.");
    // `Defendant Dunmore`: the name says who it is.
    let before_name = || own.split(word).nth(1).is_some_and(|next| next.trim_start().starts_with(char::is_uppercase));
    let role = matches!(plain, "Defendant" | "Plaintiff") && before_name();
    again
        || twice
        || whose
        || implied
        || numbers
        || role
        || names.contains(plain)
        || implied_words().any(|w| w == plain.to_lowercase())
}

/// The names of records, orders and hearings that a matter declares; `continuing`, where an order has an end of its own.
pub(super) fn declared(matter: &Matter) -> BTreeSet<&str> {
    let lines = matter.texts().flat_map(|text| text.lines());
    let rests = lines.filter_map(|l| ["record ", "order ", "hearing "].iter().find_map(|word| l.strip_prefix(word)));
    let names = rests.filter_map(|rest| rest.split([' ', ',', '"']).next()).filter(|name| !name.is_empty());
    let expires = matter.texts().any(|text| text.lines().any(|l| l.contains("expires ")));
    names.chain(expires.then_some("continuing")).collect()
}

/// What the matter says where other words are in a statement; `None` where it is no more one statement.
fn instead(
    read: &Read,
    (file, at): (usize, usize),
    own: &str,
    base: u32,
    hole: Range<usize>,
    other: &str,
) -> Option<Said> {
    let mut text = own.to_owned();
    text.replace_range(hole, other);
    let parsed = read.parse(&text, base);
    let [statement] = parsed.statements.as_slice() else { return None };
    let mut files: Vec<Parsed> = read.files.clone();
    files[file].statements[at] = statement.clone();
    let (model, found) = read.resolve(&files);
    let mut outline = outline::paragraphs(&model);
    outline.iter_mut().for_each(|p| p.span = Span::default());
    let kind = |d: &Diagnostic| (d.code.id, d.message.clone());
    let all = || parsed.diagnostics.iter().chain(&found);
    let within = |s: Span| s.start >= statement.span.start && s.end <= statement.span.end;
    let wrong = all().any(|d| d.severity == Severity::Error && within(d.span()));
    Some(Said { outline, found: all().map(kind).collect(), wrong })
}

/// The clauses of a paragraph, those of its items and of what it changes included.
fn clauses(paragraph: &Paragraph) -> impl Iterator<Item = &Clause> {
    let inner: Vec<&Clause> = match &paragraph.body {
        Body::Provision(p) => p.items.iter().flat_map(|i| &i.clauses).collect(),
        Body::Dispositions(all) => all.iter().flat_map(|d| &d.clauses).collect(),
        Body::CutOff { .. } | Body::OnBreachOf { .. } | Body::Listed(_) => Vec::new(),
    };
    paragraph.clauses.iter().chain(inner)
}

pub(super) fn local(span: Span, base: u32) -> Range<usize> {
    let at = |n: u32| usize::try_from(n.saturating_sub(base)).expect("a small text");
    at(span.start)..at(span.end)
}

/// The words of a statement but its label and its comments; a quotation is one word, with its marks.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    let (mut quoted, mut comment) = (false, false);
    for (i, c) in text.char_indices().chain([(text.len(), '\n')]) {
        comment = (comment || c == '#' && start.is_none() && !quoted) && c != '\n';
        if matches!(c, '"' | '“' | '”') && !comment {
            quoted = c != '”' && !(quoted && c == '"');
        }
        match (c.is_whitespace() && !quoted, start) {
            (true, Some(from)) => {
                out.push(from..i);
                start = None;
            }
            (false, None) if !comment => start = Some(i),
            _ => {}
        }
    }
    out.retain(|w| !bare(&text[w.clone()]).is_empty());
    let label = text.trim_start().starts_with('¶');
    // `¶ 1`: where a paragraph is, and no word of it.
    out.split_off(usize::from(label).min(out.len()))
}

pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
