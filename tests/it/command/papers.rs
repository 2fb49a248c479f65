//! Orders that come as PDF and DOCX, as the commands read them.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]
#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

#[path = "../../../crates/ordain-paper/tests/support/mod.rs"]
mod support;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ordain::{Matter, NaiveDate, Question, check};
use support::{Writer, pdf_of};

/// Two pages, the second of them with the duty.
const PAGES: &str = "Tern Bakery v. Plover Mills\n\nThe motion is late.\n\u{C}Plover shall serve the weigh tickets by April 5, 2024.\n\u{C}";

fn order(page: u32) -> String {
    format!(
        "matter \"Tern v. Plover\"\n  court D. Or.\nparty Tern\nparty Plover\ndocument Tickets \"the weigh tickets\"\n\
         order Compel, entered March 15, 2024\n  text \"compel.pdf\"\n¶ 1  Plover must serve Tickets by April 5, 2024\n     \
         source Compel at {page}\n     quote \"Plover shall serve the weigh tickets by April 5, 2024\"\n"
    )
}

fn folder(name: &str, page: u32, paper: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("papers").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("compel.order"), order(page)).unwrap();
    fs::write(folder.join("compel.pdf"), paper).unwrap();
    folder
}

fn run(folder: &Path, args: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    let Output { status, stdout, stderr } =
        command.current_dir(folder).args(args).env("NO_COLOR", "1").output().unwrap();
    let said = String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap();
    (status.code().unwrap(), said.split_whitespace().collect::<Vec<_>>().join(" "))
}

const CHECK: [&str; 4] = ["check", ".", "--as-of", "2024-03-20"];

#[test]
fn quotes_and_pages_are_checked_in_a_pdf() {
    let right = folder("right", 2, &pdf_of(PAGES));
    let (code, said) = run(&right, &CHECK);
    assert_eq!(code, 0, "{said}");
    assert!(!said.contains("L04"), "{said}");
    let (_, said) = run(&right, &["cover", "."]);
    assert!(said.contains("Compel (compel.pdf): 1 of 1 sentence"), "{said}");
    let (_, said) = run(&folder("wrong-page", 1, &pdf_of(PAGES)), &CHECK);
    assert!(said.contains("L0408") && said.contains("page 2"), "{said}");
    let (_, said) = run(&folder("other-words", 2, &pdf_of(&PAGES.replace("shall", "may"))), &CHECK);
    assert!(said.contains("L0406"), "{said}");
}

#[test]
fn what_cannot_be_read_hides_no_verdict() {
    let encrypted = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/ordain-paper/tests/samples/encrypted.pdf");
    let broken = pdf_of(PAGES);
    for (name, paper, expected) in [
        ("encrypted", fs::read(encrypted).unwrap(), "L0409"),
        ("damaged", broken[..broken.len() / 3].to_vec(), "L0410"),
        ("scanned", scan(&[true, true]), "L0411"),
        ("misnamed", b"<html>Log in to download".to_vec(), "L0403"),
    ] {
        let here = folder(name, 2, &paper);
        let (code, said) = run(&here, &CHECK);
        assert_eq!(code, 2, "{name}: {said}");
        assert!(said.contains(expected) && said.contains("help:"), "{name}: {said}");
        assert!(said.contains("NEXT Compel ¶ 1"), "{name}: {said}");
        assert!(!said.contains("some lines of this matter could not be read"), "{name}: {said}");
        let (code, said) = run(&here, &["proof", "compel.pdf"]);
        assert!(code == 2 && said.starts_with("error: `compel.pdf` cannot be read: "), "{name}: {said}");
    }
}

#[test]
fn a_file_of_half_a_gigabyte_is_refused_soon() {
    let here = folder("large", 2, b"%PDF-1.7");
    File::options().write(true).open(here.join("compel.pdf")).unwrap().set_len(500_000_000).unwrap();
    let (code, said) = run(&here, &CHECK);
    assert!(code == 2 && said.contains("L0412") && said.contains("NEXT Compel ¶ 1"), "{said}");
    let (code, said) = run(&here, &["proof", "compel.pdf"]);
    assert!(code == 2 && said.contains("too long"), "{said}");
}

#[test]
fn pages_that_were_not_read_are_said() {
    let here = folder("half", 2, &scan(&[false, true, false]));
    for command in [&CHECK[..], &["cover", "."], &["proof", "compel.pdf"]] {
        let (_, said) = run(&here, command);
        assert!(said.contains("page 2 of `compel.pdf` is a picture without text"), "{command:?}: {said}");
    }
}

#[test]
fn a_matter_in_memory_has_pdfs_too() {
    let matter = Matter::new("Tern").file("compel.order", order(1)).file("compel.pdf", pdf_of(PAGES));
    let report = check(&matter, &Question::on(NaiveDate::from_ymd_opt(2024, 3, 20).unwrap()));
    let plain = report.write("plain").unwrap();
    assert!(plain.contains("L0408"), "{plain}");
}

/// A page for each of these: a picture, or twenty words.
fn scan(pictures: &[bool]) -> Vec<u8> {
    let mut file = Writer::default();
    let (catalog, tree) = (file.reserve(), file.reserve());
    let font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
    let entries = " /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 1";
    let picture = file.add_stream(entries, &[0; 8]);
    let mut kids = String::new();
    for is_picture in pictures {
        let words = "The motion is late and is denied. ".repeat(4);
        let text = format!("BT /F1 9 Tf 20 700 Td ({words}) Tj ET");
        let drawn = if *is_picture { "q 612 0 0 792 0 0 cm /P Do Q" } else { &text };
        let content = file.add_stream("", drawn.as_bytes());
        let resources = format!("<< /Font << /F1 {font} 0 R >> /XObject << /P {picture} 0 R >> >>");
        let page = file.add(&format!("<< /Type /Page /Contents {content} 0 R /Resources {resources} >>"));
        kids += &format!("{page} 0 R ");
    }
    file.set(catalog, &format!("<< /Type /Catalog /Pages {tree} 0 R >>"));
    file.set(tree, &format!("<< /Type /Pages /Count {} /MediaBox [0 0 612 792] /Kids [{kids}] >>", pictures.len()));
    file.finish(catalog)
}
