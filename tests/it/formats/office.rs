//! The files for office programs: whole, the same twice, and with nothing of a file taken for a formula or for markup.

use std::io::{Cursor, Read};

use calamine::{Data, Reader as _, Xlsx};
use ordain_core::report::Report;
use ordain_render::formats::{self, Format};
use ordain_render::{Options, Style};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::reports;

fn file(format: &str, report: &Report) -> Vec<u8> {
    let options = Options::new(Style::new(100));
    formats::find(format).unwrap().write(report, &options).unwrap()
}

/// The parts of an office file that are XML, each well-formed, with the text in it.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = Vec::new();
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let mut reader = Reader::from_str(&text);
        let mut words = String::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Text(t) => words.push_str(&t.xml_content(quick_xml::XmlVersion::Implicit1_0)),
                Event::Eof => break,
                _ => {}
            }
        }
        found.push((name, words));
    }
    found
}

#[test]
fn every_report_is_a_file_that_is_whole_and_the_same_twice() {
    for format in formats::ALL.iter().filter(|f: &&Format| !f.is_text()) {
        for ((which, report), (_, again)) in reports::all().into_iter().zip(reports::all()) {
            let bytes = file(format.name, &report);
            assert_eq!(bytes, file(format.name, &again), "{} of {which}", format.name);
            let words: String = parts(&bytes).into_iter().map(|(_, words)| words).collect();
            let bad = words.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
            assert_eq!(bad, None, "{} of {which}", format.name);
        }
    }
}

#[test]
fn an_exhibit_has_the_caption_the_duties_and_the_words_of_the_record() {
    let words: String = parts(&file("docx", &reports::breach())).into_iter().map(|(_, words)| words).collect();
    for said in ["Immigrant Defenders Law Center v. Mayorkas", "MTC ¶ 1", "The order:", "The record:", "Dated: ____"] {
        assert!(words.contains(said), "{said}");
    }
}

#[test]
fn a_workbook_has_a_row_for_each_verdict_and_no_formula() {
    for (which, report) in reports::all() {
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file("xlsx", &report))).unwrap();
        let duties = book.worksheet_range("Duties").unwrap();
        assert!(duties.height() > report.verdicts().len(), "{which}");
        for sheet in book.sheet_names() {
            let formulas = book.worksheet_formula(&sheet).unwrap();
            assert_eq!(formulas.used_cells().filter(|(_, _, f)| !f.is_empty()).count(), 0, "{which}: {sheet}");
        }
    }
}

#[test]
fn a_day_of_a_workbook_is_a_day() {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file("xlsx", &reports::breach()))).unwrap();
    let duties = book.worksheet_range("Duties").unwrap();
    let due = duties.rows().skip(1).find_map(|r| r.get(6)).unwrap();
    assert!(matches!(due, Data::DateTime(_)), "{due:?}");
}
