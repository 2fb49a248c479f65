//! Papers that other programs wrote.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ordain_paper::{Format, Unreadable, read};

use super::words;

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples")
}

fn sample(name: &str) -> Vec<u8> {
    fs::read(samples().join(name)).unwrap()
}

fn expected() -> String {
    fs::read_to_string(samples().join("expected.txt")).unwrap()
}

#[test]
fn each_program_writes_the_same_words() {
    for name in [
        "libreoffice.pdf",
        "libreoffice.docx",
        "python-docx.docx",
        "groff.pdf",
        "ghostscript.pdf",
        "qpdf-object-streams.pdf",
    ] {
        let paper = read(&sample(name)).unwrap();
        assert_eq!(words(&paper.text), words(&expected()), "{name}");
        assert_eq!((paper.pictures, paper.unknown_letters), (vec![], 0), "{name}");
    }
}

#[test]
fn paragraphs_have_blank_lines_between_them() {
    let paragraphs = |text: &str| -> Vec<String> {
        let all = text.trim_matches(['\u{C}', '\n']).split("\n\n");
        all.map(|p| p.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    for name in ["libreoffice.pdf", "libreoffice.docx", "groff.pdf", "ghostscript.pdf"] {
        let paper = read(&sample(name)).unwrap();
        assert_eq!(paragraphs(&paper.text), paragraphs(&expected()), "{name}");
    }
}

#[test]
fn numbers_in_the_margin_are_no_words() {
    let paper = read(&sample("pleading.pdf")).unwrap();
    assert_eq!(paper.pages, Some(2));
    let plain = expected().replace('ô', "o");
    let wanted: Vec<&str> = plain.split_whitespace().collect();
    let page = words(&paper.text).remove(0);
    let body: Vec<&str> = page.into_iter().filter(|w| wanted.contains(w)).collect();
    let body = body.join(" ");
    assert!(body.contains("Fed. R. Civ. P. 26(b)(5)(A) within 14 days after that production. § 7"), "{}", paper.text);
    assert!(!paper.text.contains("28"), "{}", paper.text);
}

#[test]
fn a_password_is_asked_of_its_owner() {
    assert_eq!(read(&sample("encrypted.pdf")), Err(Unreadable::Encrypted(Format::Pdf)));
}

/// A second opinion, where the program is there: `apt-get install poppler-utils`.
#[test]
fn pdftotext_finds_the_same_words() {
    for name in ["libreoffice.pdf", "groff.pdf", "ghostscript.pdf", "qpdf-object-streams.pdf"] {
        let other = Command::new("pdftotext").arg("-layout").arg(samples().join(name)).arg("-").output();
        let Ok(other) = other else {
            eprintln!("skipped: there is no program `pdftotext`");
            return;
        };
        let other = String::from_utf8(other.stdout).unwrap();
        assert_eq!(words(&read(&sample(name)).unwrap().text), words(&other), "{name}");
    }
}
