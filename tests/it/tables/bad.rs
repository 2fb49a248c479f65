//! What cannot be read is said, once, with its reason; nothing else is lost.

use super::support::*;
use ordain_tables::detect::Unknown;
use ordain_tables::{Limits, Written};

#[test]
fn a_row_of_another_length_hurts_no_other() {
    let text = "BEGDOC,ENDDOC,PAGES\nA-1,A-1,1\nA-2,A-2\nA-3,A-3,1,2\nA-4,A-4,1\n";
    let read = read("a.csv", text);
    assert_eq!(read.column("BEGDOC"), ["A-1", "A-4"]);
    assert_eq!(
        read.faults(),
        ["2 3: it has 2 values, and the columns are 3", "3 4: it has 4 values, and the columns are 3"]
    );
    assert_eq!(read.places[1].0, 4, "rows that cannot be read are counted too");
}

#[test]
fn a_value_that_never_closes_hurts_no_other() {
    // It swallows the beginning of the next row, or the whole rest of the file.
    for text in [
        dat("þBEGDOCþ¦þSUBJECTþ\r\nþA-1þ¦þopen\r\nþA-2þ¦þgoodþ\r\nþA-3þ¦þgoodþ\r\n"),
        dat("þBEGDOCþ¦þSUBJECTþ\r\nþA-1þ¦þopen\r\nA-2¦good\r\nA-3¦good\r\n"),
    ] {
        let read = read("a.dat", text.clone());
        assert_eq!(read.column("BEGDOC"), ["A-2", "A-3"], "{text}");
        assert_eq!(read.troubles.len(), 1, "{text} {:?}", read.faults());
        assert_eq!(read.troubles[0].place.line, 2);
    }
    let read = read("a.csv", "BEGDOC,SUBJECT\nA-1,\"open\nA-2,good\nA-3,good\n");
    assert_eq!(read.column("BEGDOC"), ["A-2", "A-3"]);
    assert_eq!(read.faults(), ["1 2: the value opens with `\"` and does not close"]);
}

#[test]
fn a_row_over_several_lines_that_is_wrong_is_one_finding() {
    let read = read("a.csv", "BEGDOC,SUBJECT,PAGES\nA-1,\"one\ntwo\nthree\"\nA-2,good,1\n");
    assert_eq!(read.faults(), ["1 2: it has 2 values, and the columns are 3"]);
    assert_eq!(read.column("BEGDOC"), ["A-2"]);
}

#[test]
fn a_quotation_mark_that_stands_once() {
    let read = read("a.csv", "BEGDOC,SUBJECT\nA-1,\"5\" disk\"\nA-2,good\n");
    assert_eq!(read.faults(), ["1 2: a quotation mark inside the value is written once: it must be written twice"]);
    assert_eq!(read.troubles[0].column, Some(1));
    assert_eq!(read.column("BEGDOC"), ["A-2"]);
}

#[test]
fn bytes_that_are_no_text_are_of_one_row() {
    let read = read("a.csv", b"BEGDOC,SUBJECT\nA-1,caf\xC3\xA9\nA-2,caf\xC3\nA-3,caf\xC3\xA9\n".to_vec());
    assert_eq!(read.column("BEGDOC"), ["A-1", "A-3"]);
    assert_eq!(read.faults(), ["2 3: byte 8 of the row is no text in UTF-8"]);
    assert_eq!(read.troubles[0].column, Some(1));
}

#[test]
fn half_of_a_pair_in_utf_16_is_of_one_row() {
    let mut bytes = utf16("BEGDOC,SUBJECT\nA-1,", false, true);
    bytes.extend([0x3D, 0xD8]);
    bytes.extend(utf16("x\nA-2,\u{1F600}\n", false, false));
    let read = read("a.csv", bytes);
    assert_eq!(read.rows, [["A-2", "\u{1F600}"]]);
    assert_eq!(read.faults(), ["1 2: byte 5 of the row is no text in UTF-16LE"]);
}

#[test]
fn an_encoding_that_is_not_shown_is_asked() {
    let error = try_read("a.csv", latin("BEGDOC,SUBJECT\nA-1,café\n"), &Written::default(), Limits::default());
    let Err(Unknown::Undeclared { help, .. }) = error else { panic!("not guessed") };
    assert!(help.contains("encoding Windows-1252"), "{help}");
}

#[test]
fn a_line_longer_than_may_be_held() {
    let limits = Limits { row: 1000, ..Limits::default() };
    let long = "x".repeat(1_000_000);
    let text = format!("BEGDOC,SUBJECT\nA-1,good\nA-2,{long}\nA-3,\"{long}\"\nA-4,good\n");
    let read = read_with("a.csv", text, limits);
    assert_eq!(read.column("BEGDOC"), ["A-1", "A-4"]);
    assert_eq!(read.faults(), ["2 3: it is longer than 1000 bytes", "3 4: it is longer than 1000 bytes"]);
    let read = read_with("a.jsonl", format!("{{\"n\":\"1\"}}\n{{\"n\":\"{long}\"}}\n{{\"n\":\"3\"}}\n"), limits);
    assert_eq!((read.rows.len(), read.faults().len()), (2, 1));
    let read = read_with("a.lfp", format!("IM,A-1,D,0,@V;D;1.tif;2\nIM,{long}\nIM,A-2,D,0,@V;D;2.tif;2\n"), limits);
    assert_eq!((read.rows.len(), read.faults().len()), (2, 1));
}

#[test]
fn many_values_that_never_close_cost_no_more_than_the_file() {
    // Each line opens a value that none closes; searched anew for each, this takes minutes.
    let text = dat(&format!("þBEGDOCþ¦þSUBJECTþ\r\n{}", "þA¦þopen\r\n".repeat(40_000)));
    let read = read("a.dat", text);
    assert_eq!(read.rows.len() + read.troubles.len(), 40_000);
}

#[test]
fn a_truncated_gz_gives_its_whole_rows_and_says_so() {
    let mut text = String::from("BEGDOC,SUBJECT\n");
    for i in 0..60_000_u32 {
        text.push_str(&format!("A-{i},{}\n", i.wrapping_mul(2_654_435_761)));
    }
    let packed = gz(text.as_bytes());
    let read = read("a.csv.gz", &packed[..packed.len() * 2 / 3]);
    let stopped = read.stopped.expect("it is cut short");
    assert!(stopped.reason.contains("cut short"), "{}", stopped.reason);
    assert!(!read.rows.is_empty() && read.troubles.is_empty(), "no row is blamed for it");
    assert!(read.rows.iter().enumerate().all(|(i, r)| r[0] == format!("A-{i}")));
}

#[test]
fn a_small_gz_that_would_become_huge() {
    let limits = Limits { free: 100_000, expansion: 100, ..Limits::default() };
    let packed = gz(format!("BEGDOC,SUBJECT\n{}", "A,b\n".repeat(1_000_000)).as_bytes());
    let read = read_with("a.csv.gz", packed, limits);
    let reason = read.stopped.map(|s| s.reason).unwrap_or_default();
    assert_eq!(reason, "it expands to more than 100 times its size");
}

#[test]
fn files_that_are_no_tables() {
    for (name, bytes) in [
        ("a.csv", Vec::new()),
        ("a.pdf", b"%PDF-1.7".to_vec()),
        ("a.xls", vec![0xD0, 0xCF, 0x11, 0xE0, 0, 0]),
        ("a.xlsx", b"PK\x03\x04 not a workbook".to_vec()),
        ("a.json", b"{\"a\": 1}".to_vec()),
        ("a.json", b"[1, 2".to_vec()),
        ("a.dat", "Ã¾BEGDOCÃ¾\u{14}Ã¾ENDDOCÃ¾\r\n".as_bytes().to_vec()),
        ("a.csv.gz", vec![0x1F, 0x8B, 8, 0, 0]),
    ] {
        assert!(try_read(name, bytes, &Written::default(), Limits::default()).is_err(), "{name}");
    }
}
