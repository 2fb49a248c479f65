//! Laws of the editor over random edits of a matter: nothing fails, an edited text is the text, and a renamed matter has
//! the same verdicts.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use lsp_types::{Position, Range, TextDocumentContentChangeEvent};
use ordain_base::source::LineIndex;
use ordain_core::report::View;
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Inputs, Options, Views, examine};
use ordain_editor::{Document, Encoding, Settings, Snapshot, requests, uri_of_path};
use proptest::prelude::*;

const ORDER: &str = "matter \"Teal v. Umber\"\n  court N.D. Cal.\n\nparty Teal\nparty Umber\n  members \"Otto Umber\", Vane\n\n\
    record File \"Agency File\"\n  category 1 \"Letters\"\n  category 2 \"Maps\"\n\nhearing Review \"review hearing\"\n  on March 8, 2024\n\n\
    order Plan \"Discovery Plan\"\n  Dkt. 12\n  entered January 8, 2024\n\n¶ 1  Umber must produce File categories 1-2\n     \
    by February 1, 2024\n     source Plan at 2\n\n¶ 2  Teal must serve privilege log\n     within 14 days after entry\n\n\
    ¶ 3  Umber must not file brief\n     until Review\n\norder Later \"Later Order\"\n  entered January 20, 2024\n\n\
    ¶ 1  the Court extends Plan ¶ 1 to February 20, 2024\n";
const FACTS: &str = "on January 20, 2024 Teal served privilege log on Umber\n  source Dkt. 15\n\
    on February 3, 2024 Umber produced 12 documents in File category 1\n  source Dkt. 16\n\
    the record is complete through April 1, 2024 for productions by Umber\nexpect Plan ¶ 2 met on April 1, 2024\n";
const PATHS: [&str; 2] = ["/m/plan.order", "/m/record.facts"];

fn snapshot(texts: [&str; 2], encoding: Encoding) -> Snapshot {
    let texts = PATHS.iter().zip(texts).map(|(p, t)| Text { path: (*p).to_owned(), bytes: t.into() }).collect();
    let day = NaiveDate::from_ymd_opt(2024, 4, 1).unwrap();
    let options = Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) };
    let examined = examine(texts, &Inputs::default(), "m", &options);
    Snapshot { examined, uris: BTreeMap::new(), encoding, settings: Settings::default() }
}

/// Asks everything at a place; the answers are looked at only as far as they could damage a text.
fn ask_everything(matter: &Snapshot, path: &str, at: Position) {
    let around = Range::new(at, Position::new(at.line.saturating_add(3), 0));
    let _ = requests::hover::hover(matter, path, at);
    let _ = requests::completion::completion(matter, path, at);
    let _ = requests::definition::definition(matter, path, at);
    let _ = requests::definition::references(matter, path, at, true);
    let _ = requests::definition::highlights(matter, path, at);
    let _ = requests::rename::rename(matter, path, at, "Sepia");
    let _ = requests::symbols::document_symbols(matter, path);
    let _ = requests::symbols::workspace_symbols(matter, "");
    let _ = requests::folding::selection_ranges(matter, path, &[at]);
    let _ = requests::inlay_hints::inlay_hints(matter, path, around);
    let _ = requests::code_actions::code_actions(matter, path, around);
    let _ = requests::diagnostics::diagnostics(matter);
    let _ = requests::document_links::document_links(matter, path);
    let _ = requests::code_lenses::code_lenses(matter, path);
    let _ = requests::signature_help::signature_help(matter, path, at);
    assert_tokens(matter, path);
    let all = Range::new(Position::new(0, 0), Position::new(u32::MAX, 0));
    assert_eq!(
        edited_file(matter, path, &requests::formatting::range_formatting(matter, path, all)),
        edited_file(matter, path, &requests::formatting::formatting(matter, path))
    );
    let _ = requests::formatting::range_formatting(matter, path, around);
    let lines = u32::try_from(matter.file(path).map_or(0, |f| f.lines.count())).unwrap();
    for fold in requests::folding::folding_ranges(matter, path) {
        assert!(fold.start_line < fold.end_line && fold.end_line < lines, "{fold:?} of {lines} lines");
    }
    for edit in requests::formatting::formatting(matter, path) {
        assert!(edit.range.start <= edit.range.end);
    }
}

/// Tokens come one after another, none over another, none beyond its line, none with a space at an end.
fn assert_tokens(matter: &Snapshot, path: &str) {
    let Some(file) = matter.file(path) else { return };
    let (mut line, mut column, mut free) = (0, 0, 0);
    for token in requests::semantic_tokens::semantic_tokens(matter, path, None) {
        (line, column) = match token.delta_line {
            0 => (line, column + token.delta_start),
            n => (line + n, token.delta_start),
        };
        let byte = |column| matter.encoding.byte(&file.text, &file.lines, Position::new(line, column)) as usize;
        let (start, end) = (byte(column), byte(column + token.length));
        let words = &file.text[start..end];
        assert!(start >= free && start < end, "{token:?} in line {line}");
        assert!(!words.contains(['\n', '\r']) && words.trim() == words, "{words:?}");
        assert_eq!(matter.encoding.columns(words), token.length, "{words:?}");
        free = end;
    }
}

fn edited_file(matter: &Snapshot, path: &str, edits: &[lsp_types::TextEdit]) -> String {
    let text = matter.file(path).map_or("", |f| &f.text);
    if matter.encoding == Encoding::Utf16 { edited(text, edits) } else { String::new() }
}

/// The text after the edits of one file.
fn edited(text: &str, edits: &[lsp_types::TextEdit]) -> String {
    let lines = LineIndex::new(text);
    let mut places: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|e| {
            let byte = |p| Encoding::Utf16.byte(text, &lines, p) as usize;
            (byte(e.range.start), byte(e.range.end), e.new_text.as_str())
        })
        .collect();
    places.sort_unstable();
    let mut out = text.to_owned();
    for (start, end, new) in places.into_iter().rev() {
        out.replace_range(start..end, new);
    }
    out
}

#[expect(clippy::mutable_key_type, reason = "the protocol's type has addresses as keys, and they do not change")]
fn renamed(matter: &Snapshot, path: &str, words: &str, new: &str) -> [String; 2] {
    let file = matter.file(path).unwrap();
    let at = u32::try_from(file.text.find(words).unwrap()).unwrap();
    let position = Encoding::Utf16.position(&file.text, &file.lines, at);
    let changes = requests::rename::rename(matter, path, position, new).unwrap().changes.unwrap();
    PATHS.map(|path| {
        let edits = changes.get(&uri_of_path(path).unwrap()).cloned().unwrap_or_default();
        edited(&matter.file(path).unwrap().text, &edits)
    })
}

#[test]
fn a_renamed_matter_has_the_same_verdicts() {
    let before = snapshot([ORDER, FACTS], Encoding::Utf16);
    assert!(before.report().verdicts().len() == 3 && !before.report().incomplete, "{:?}", before.report().diagnostics);
    for (path, words, old, new) in [
        (PATHS[0], "Umber must produce", "Umber", "Sepia"),
        (PATHS[1], "Teal served", "Teal", "Sepia & Co."),
        (PATHS[0], "Plan ¶ 1 to", "Plan", "First Plan"),
        (PATHS[0], "File categories", "File", "Archive"),
        (PATHS[0], "Review\n", "Review", "Second Look"),
    ] {
        let texts = renamed(&before, path, words, new);
        let after = snapshot([&texts[0], &texts[1]], Encoding::Utf16);
        assert!(!after.report().incomplete, "{old} → {new}: {:?}\n{}", after.report().diagnostics, texts[0]);
        let said = |s: &Snapshot| s.report().verdicts().iter().map(|v| (v.id.clone(), v.kind)).collect::<Vec<_>>();
        let wanted: Vec<_> = said(&before).into_iter().map(|(id, kind)| (id.replace(old, new), kind)).collect();
        assert_eq!(said(&after), wanted, "{old} → {new}");
    }
}

#[test]
fn a_paragraph_is_renamed_where_it_is_cited() {
    let before = snapshot([ORDER, FACTS], Encoding::Utf16);
    let texts = renamed(&before, PATHS[1], "2 met", "2a");
    assert!(texts[0].contains("¶ 2a  Teal must") && texts[1].contains("expect Plan ¶ 2a met"), "{texts:?}");
    let at = Position::new(19, 3);
    let taken = requests::rename::rename(&before, PATHS[0], at, "3");
    assert!(taken.is_err(), "{taken:?}");
}

/// The words of a file by the kind that they are shown as.
fn words_of_kind(matter: &Snapshot, path: &str, kind: &str) -> Vec<String> {
    let file = matter.file(path).unwrap();
    let kinds = requests::semantic_tokens::legend().token_types;
    let (mut line, mut column, mut out) = (0, 0, Vec::new());
    for token in requests::semantic_tokens::semantic_tokens(matter, path, None) {
        (line, column) = match token.delta_line {
            0 => (line, column + token.delta_start),
            n => (line + n, token.delta_start),
        };
        let byte = |column| matter.encoding.byte(&file.text, &file.lines, Position::new(line, column)) as usize;
        if kinds[token.token_type as usize].as_str() == kind {
            out.push(file.text[byte(column)..byte(column + token.length)].to_owned());
        }
    }
    out
}

#[test]
fn words_are_shown_as_what_they_were_read_as() {
    let order = format!("-- a note\n{ORDER}     quote \"by the end\"  -- behind\n");
    let matter = snapshot([&order, FACTS], Encoding::Utf16);
    let of = |kind| words_of_kind(&matter, PATHS[0], kind);
    assert_eq!(of("comment"), ["-- a note", "-- behind"]);
    let keywords = of("keyword");
    for word in
        ["matter", "court", "members", "entered", "must", "must not", "by", "within", "until", "source", "quote"]
    {
        assert!(keywords.iter().any(|w| w == word), "{word} in {keywords:?}");
    }
    assert_eq!(of("class"), ["Teal", "Umber", "Otto Umber", "Vane", "Umber", "Teal", "Umber"]);
    assert_eq!(of("event"), ["Review", "Review"]);
    assert_eq!(of("function"), ["produce", "serve", "file", "extends"]);
    assert!(of("string").contains(&"by the end".to_owned()) || of("string").contains(&"\"by the end\"".to_owned()));
    assert!(of("number").contains(&"14 days".to_owned()) && of("number").contains(&"February 1, 2024".to_owned()));
    assert_eq!(words_of_kind(&matter, PATHS[1], "enumMember"), ["2"]);
}

#[test]
fn lenses_say_what_holds_and_give_the_reasons() {
    let facts = format!("{FACTS}expect Plan ¶ 1 met on April 1, 2024\n");
    let matter = snapshot([ORDER, &facts], Encoding::Utf16);
    let titles = |path| -> Vec<String> {
        requests::code_lenses::code_lenses(&matter, path).into_iter().map(|l| l.command.unwrap().title).collect()
    };
    let shown = titles(PATHS[1]);
    assert_eq!(shown[0], "holds");
    assert!(shown[1].starts_with("does not hold: "), "{shown:?}");
    assert_eq!(titles(PATHS[0]).len(), 3, "{:?}", titles(PATHS[0]));
    assert!(requests::code_lenses::why(&matter, "Plan ¶ 2").unwrap().contains("Plan ¶ 2"));
    assert_eq!(
        requests::code_lenses::why(&matter, "Plan ¶ 9").unwrap_err().split(':').next().unwrap(),
        "this matter has no paragraph `Plan ¶ 9`"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_edit_makes_an_answer_fail(
        edits in prop::collection::vec((0u32..45, 0u32..70, 0u32..3, 0u32..12, "[a-z ¶\"“𝛼\r\n0-9-]{0,8}"), 1..6),
        far in any::<(u32, u32)>(),
        utf8 in any::<bool>(),
    ) {
        let encoding = if utf8 { Encoding::Utf8 } else { Encoding::Utf16 };
        let uri = uri_of_path(PATHS[0]).unwrap();
        let mut document = Document { uri, version: 0, text: ORDER.to_owned() };
        for (version, (line, column, lines, columns, text)) in edits.into_iter().enumerate() {
            let (start, end) = (Position::new(line, column), Position::new(line + lines, column + columns));
            let change = TextDocumentContentChangeEvent { range: Some(Range::new(start, end)), range_length: None, text };
            document.change(i32::try_from(version).unwrap(), vec![change], encoding);
            let matter = snapshot([&document.text, FACTS], encoding);
            prop_assert_eq!(&*matter.file(PATHS[0]).unwrap().text, document.text.as_str());
            ask_everything(&matter, PATHS[0], start);
            ask_everything(&matter, PATHS[0], Position::new(far.0, far.1));
            ask_everything(&matter, "/elsewhere/b.order", end);
        }
    }
}
