//! Documents of word processors.

use std::io::{Cursor, Write};

use ordain_paper::{Format, Limits, Unreadable, read, read_within};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A document with these parts.
fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut folder = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        folder.start_file(*name, SimpleFileOptions::default()).unwrap();
        folder.write_all(text.as_bytes()).unwrap();
    }
    folder.finish().unwrap().into_inner()
}

fn with_body(body: &str) -> Vec<u8> {
    docx(&[("word/document.xml", &format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"))])
}

#[test]
fn pages_end_where_the_document_says() {
    let body = "<w:p><w:r><w:t>Defendant shall produce the </w:t><w:lastRenderedPageBreak/><w:t>ledger.</w:t></w:r></w:p>\
                <w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Third.</w:t></w:r></w:p>";
    let paper = read(&with_body(body)).unwrap();
    assert_eq!(
        (paper.text.as_str(), paper.pages),
        ("Defendant shall produce the\n\u{C}ledger.\n\n\u{C}Third.\n\n\u{C}", Some(3))
    );
    let paper = read(&with_body("<w:p><w:r><w:t>No end of a page.</w:t></w:r></w:p>")).unwrap();
    assert_eq!(paper.pages, None);
}

#[test]
fn rows_of_tables_are_lines_and_deleted_words_are_gone() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p><w:r><w:t xml:space=\"preserve\">Pay </w:t></w:r>\
         <w:del><w:r><w:delText>$100</w:delText><w:t>$100</w:t></w:r></w:del><w:ins><w:r><w:t>$200 &amp; costs</w:t></w:r></w:ins></w:p>",
        cell("Event"),
        cell("Day")
    );
    assert_eq!(read(&with_body(&body)).unwrap().text, "Event    Day\n\nPay $200 & costs\n\n");
}

#[test]
fn footnotes_are_at_the_foot_of_their_page() {
    let document = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>The motion is late.</w:t></w:r>\
                    <w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\
                    <w:p><w:r><w:t>Denied.</w:t></w:r></w:p></w:body></w:document>";
    let notes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>\
                 <w:footnote w:id=\"2\"><w:p><w:r><w:t>By nine days.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let paper = read(&docx(&[("word/document.xml", document), ("word/footnotes.xml", notes)])).unwrap();
    assert_eq!(paper.text, "The motion is late.1\n\n\n1 By nine days.\n\u{C}Denied.\n\n\u{C}");
}

#[test]
fn numbers_that_the_program_sets_are_read() {
    let numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\">\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
         <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/></w:lvl>\
         <w:lvl w:ilvl=\"2\"><w:start w:val=\"4\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.%3\"/></w:lvl>\
         </w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Item\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style></w:styles>";
    let item = |level: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let styled = "<w:p><w:pPr><w:pStyle w:val=\"Item\"/></w:pPr><w:r><w:t>Plaintiff shall reply.</w:t></w:r></w:p>";
    let body = format!(
        "{}{}{}{styled}{}{}<w:p><w:r><w:t>So ordered.</w:t></w:r></w:p>",
        item("0", "Defendant shall produce:"),
        item("1", "logs;"),
        item("1", "charts."),
        item("1", "Again from a."),
        item("2", "Deep."),
    );
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let paper = read(&docx(&[
        ("word/document.xml", &document),
        ("word/numbering.xml", numbering),
        ("word/styles.xml", styles),
    ]))
    .unwrap();
    let lines: Vec<&str> = paper.text.lines().filter(|l| !l.is_empty()).collect();
    assert_eq!(
        lines,
        [
            "1. Defendant shall produce:",
            "(a) logs;",
            "(b) charts.",
            "2. Plaintiff shall reply.",
            "(a) Again from a.",
            "2.IV Deep.",
            "So ordered.",
        ]
    );
}

#[test]
fn what_is_no_document_is_refused() {
    assert_eq!(read(&docx(&[("xl/workbook.xml", "<a/>")])), Err(Unreadable::Unknown));
    assert_eq!(read(b"PK\x03\x04 and no more"), Err(Unreadable::Damaged(Format::Docx)));
    assert_eq!(read(&with_body("<w:p><w:r><w:t>It breaks")), Err(Unreadable::Damaged(Format::Docx)));
    assert_eq!(read(&with_body("<w:p><w:r><w:drawing/></w:r></w:p>")), Err(Unreadable::Scanned { pages: 1 }));
    let names = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><w:document xmlns:w=\"w\"><w:t>&b;</w:t></w:document>";
    assert_eq!(read(&docx(&[("word/document.xml", names)])), Err(Unreadable::Damaged(Format::Docx)));
    let deep = "<w:p>".repeat(5_000);
    assert_eq!(read(&docx(&[("word/document.xml", &deep)])), Err(Unreadable::Damaged(Format::Docx)));
}

#[test]
fn a_bomb_is_too_large() {
    let bomb = with_body(&" ".repeat(32 * 1024 * 1024));
    let limits = Limits { unpacked: 1024 * 1024, ..Limits::default() };
    assert!(matches!(read_within(&bomb, limits), Err(Unreadable::TooLarge { format: Format::Docx, .. })));
}
