//! Orders taken apart and drawn: every part has a place, on the court's words or the rule's, and no file is markup.

#![expect(clippy::disallowed_methods, clippy::panic, reason = "a test that reads the examples")]

use std::path::Path;

use chrono::NaiveDate;
use ordain_core::anatomy::{Anatomy, Speaker};
use ordain_core::session::files::Text;
use ordain_core::session::{Inputs, anatomy_of_matter, outline_matter};
use ordain_render::anatomy::{html, svg};
use quick_xml::Reader;
use quick_xml::events::Event;

fn taken_apart(texts: &[Text]) -> Anatomy {
    let outline = outline_matter(texts.to_vec(), &Inputs::default(), "matter");
    anatomy_of_matter(texts.to_vec(), &Inputs::default(), "matter", &outline)
}

fn matter(order: &str) -> Anatomy {
    let head = "matter \"Doe v. Acme\"\n  court C.D. Cal.\nparty Plaintiffs\nparty Defendants\nevent Mandate\n\
                order MTC \"Order\", entered October 19, 2023\n";
    taken_apart(&[Text { path: "a.order".to_owned(), bytes: format!("{head}{order}").into_bytes() }])
}

/// `Defendants [bearer] must [modality] …`
fn marked(anatomy: &Anatomy, speaker: Speaker) -> Vec<String> {
    let paragraphs = anatomy.orders.iter().flat_map(|o| &o.paragraphs);
    let sentences = paragraphs.flat_map(|p| &p.sentences).filter(|s| s.speaker == speaker);
    let of = |s: &ordain_core::anatomy::Sentence| {
        let marks = s.marks.iter().map(|m| format!("{} [{}]", &s.words[m.start..m.end], m.aspect.name()));
        marks.collect::<Vec<_>>().join(" ")
    };
    sentences.map(of).collect()
}

fn names(text: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    let mut tags = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => tags.push(tag.name().as_ref().to_owned()),
            Ok(Event::Eof) => return tags,
            Ok(_) => {}
            Err(e) => panic!("byte {}: {e}", reader.error_position()),
        }
    }
}

#[test]
fn parts_are_marked_on_the_words_of_the_court_and_of_the_rule() {
    let anatomy = matter(
        "¶ 1  Defendants must serve privilege log on Plaintiffs within 14 days after service of complaint\n     \
         if \"documents are withheld\"\n     except \"drafts\"\n     source MTC at 2\n     \
         quote \"Defendants shall serve a privilege log within 14 days after service of the complaint\"\n",
    );
    assert_eq!(
        marked(&anatomy, Speaker::Court),
        ["Defendants [bearer] shall [modality] serve [act] privilege log [object] within 14 days after [deadline] \
          service of the complaint [trigger]"]
    );
    let rule = marked(&anatomy, Speaker::Rule).join("\n");
    for part in ["bearer", "modality", "act", "object", "recipient", "deadline", "trigger", "condition", "source"] {
        assert!(rule.contains(&format!("[{part}]")), "{part}: {rule}");
    }
}

#[test]
fn nothing_of_a_file_is_markup() {
    let anatomy = matter(
        "¶ 1  Defendants must file \"<script>alert(1)</script>\" by December 1, 2023\n     \
         quote \"Defendants shall file <img src=x onerror=alert(1)> \u{202e}by December 1, 2023\"\n     note \"</style><b>\"\n",
    );
    for text in [html(&anatomy), svg(&anatomy)] {
        let tags = names(&text.replacen("<!DOCTYPE html>", "", 1));
        assert!(!tags.iter().any(|t| t == "script" || t == "img" || t == "b" && text.contains("<b></")), "{tags:?}");
        assert!(!text.contains('\u{202e}') && !text.contains("<script") && !text.contains("</style><b>"));
    }
}

/// Of each example: well-formed, the same bytes twice, no mark over another, and every part is marked or listed.
#[test]
fn every_example_is_drawn_whole() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/examples");
    let mut seen = 0;
    for folder in std::fs::read_dir(examples).unwrap() {
        let mut texts: Vec<Text> = Vec::new();
        for file in std::fs::read_dir(folder.unwrap().path()).into_iter().flatten() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|e| e == "order" || e == "facts") {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                texts.push(Text { path: name, bytes: std::fs::read(&path).unwrap() });
            }
        }
        texts.sort_by(|a, b| a.path.cmp(&b.path));
        if texts.is_empty() {
            continue;
        }
        let anatomy = taken_apart(&texts);
        for paragraph in anatomy.orders.iter().flat_map(|o| &o.paragraphs) {
            assert!(!paragraph.sentences.is_empty() || !paragraph.beneath.is_empty(), "{}", paragraph.id);
            for sentence in &paragraph.sentences {
                let ends: Vec<usize> = sentence.marks.iter().flat_map(|m| [m.start, m.end]).collect();
                assert!(ends.is_sorted() && sentence.marks.iter().all(|m| m.start < m.end), "{sentence:?}");
            }
            seen += 1;
        }
        let page = html(&anatomy);
        assert_eq!(page, html(&taken_apart(&texts)));
        names(&page.replacen("<!DOCTYPE html>", "", 1));
        names(&svg(&anatomy));
    }
    assert!(seen > 100, "{seen} paragraphs");
}

#[test]
fn a_page_and_a_drawing() {
    let mut anatomy = matter(
        "¶ 1  Defendants must file answer by December 1, 2023\n     source MTC at 2\n     \
         quote \"Defendants shall answer the complaint no later than December 1, 2023\"\n\
         order Later \"Later order\", entered November 20, 2023\n¶ 1  extends MTC ¶ 1 to December 15, 2023\n",
    );
    anatomy.facts = vec![(NaiveDate::from_ymd_opt(2023, 12, 4).unwrap(), "Defendants filed answer".to_owned())];
    let page = html(&anatomy);
    insta::assert_snapshot!(page.split("<body>").last().unwrap());
    insta::assert_snapshot!(svg(&anatomy));
}
