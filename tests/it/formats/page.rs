//! The page and the timeline: whole without anything else, and never markup from a file.

#![expect(clippy::panic, reason = "a page that an XML reader refuses should stop the test")]

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{reports, written};

/// All that the program writes in a page.
const TAGS: [&str; 40] = [
    "a",
    "article",
    "bdi",
    "blockquote",
    "body",
    "caption",
    "circle",
    "cite",
    "code",
    "figure",
    "footer",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "header",
    "html",
    "li",
    "line",
    "main",
    "meta",
    "p",
    "path",
    "pre",
    "rect",
    "section",
    "span",
    "style",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// The names of the tags of a text, which an XML reader finds well-formed, and the values of their attributes.
fn read(text: &str, which: &str) -> (BTreeSet<String>, Vec<(String, String)>) {
    let mut reader = Reader::from_str(text);
    let (mut tags, mut attributes) = (BTreeSet::new(), Vec::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                tags.insert(tag.name().as_ref().to_owned());
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap_or_else(|e| panic!("{which}: {e}"));
                    let key = attribute.key.as_ref().to_owned();
                    attributes.push((key, attribute.value.into_owned()));
                }
            }
            Ok(Event::Eof) => return (tags, attributes),
            Ok(_) => {}
            Err(e) => panic!("{which}, byte {}: {e}", reader.error_position()),
        }
    }
}

#[test]
fn a_page_has_only_the_tags_of_the_program_and_leads_nowhere_else() {
    for format in ["html", "svg"] {
        for (which, report) in reports::all() {
            let page = written(format, &report);
            let (tags, attributes) = read(&page, which);
            let others: Vec<&String> = tags.iter().filter(|t| !TAGS.contains(&t.as_str())).collect();
            assert!(others.is_empty(), "{format} of {which}: {others:?}");
            for (key, value) in attributes {
                assert!(!key.starts_with("on") && key != "src", "{format} of {which}: {key}");
                assert!(key != "href" || value.starts_with("#p"), "{format} of {which}: {value}");
            }
        }
    }
}

#[test]
fn a_link_of_the_answers_leads_to_its_paragraph() {
    let page = written("html", &reports::breach());
    let (_, attributes) = read(&page, "breach");
    let values = |name: &str| -> Vec<String> {
        attributes.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
    };
    let links = values("href");
    assert!(!links.is_empty());
    for link in links {
        assert!(values("id").contains(&link.trim_start_matches('#').to_owned()), "{link}");
    }
}

#[test]
fn a_page_of_a_report_is_small() {
    let report = reports::breach();
    let page = written("html", &report);
    assert!(page.len() < 150_000, "{} bytes", page.len());
    assert!(page.contains("Timeline") && page.contains("<svg"), "the timeline is on the page");
}
