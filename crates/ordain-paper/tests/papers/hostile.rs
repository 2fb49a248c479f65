//! Files that are damaged, that somebody made to do harm, or that have no text.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use ordain_paper::{Format, Limits, Unreadable, read, read_named, read_within};

use super::support::{Writer, pdf_of};

const DAMAGED: Unreadable = Unreadable::Damaged(Format::Pdf);

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut out = ZlibEncoder::new(Vec::new(), Compression::best());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

/// One page with this content, packed in these filters.
fn page_with(content: &[u8], filters: &str, more: &str) -> Vec<u8> {
    let mut file = Writer::default();
    let (catalog, tree) = (file.reserve(), file.reserve());
    let content = file.add_stream(filters, content);
    let font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
    let page = file.add(&format!(
        "<< /Type /Page /Parent {tree} 0 R /Contents {content} 0 R /Resources << /Font << /F1 {font} 0 R >> {more} >> >>"
    ));
    file.set(catalog, &format!("<< /Type /Catalog /Pages {tree} 0 R >>"));
    file.set(tree, &format!("<< /Type /Pages /Count 1 /MediaBox [0 0 612 792] /Kids [{page} 0 R] >>"));
    file.finish(catalog)
}

fn quick<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    assert!(start.elapsed() < Duration::from_secs(60), "{what} took {:?}", start.elapsed());
    done
}

#[test]
fn a_bomb_is_too_large() {
    let limits = Limits { unpacked: 1024 * 1024, ..Limits::default() };
    let blanks = packed(&vec![b' '; 64 * 1024 * 1024]);
    for (filters, data) in [
        (" /Filter /FlateDecode", blanks.clone()),
        (" /Filter [/FlateDecode /FlateDecode]", packed(&blanks)),
        (" /Filter /RunLengthDecode", [129, b' '].repeat(1024 * 1024)),
    ] {
        let file = page_with(&data, filters, "");
        let read = quick(filters, || read_within(&file, limits));
        assert!(matches!(read, Err(Unreadable::TooLarge { .. })), "{filters}: {read:?}");
    }
}

#[test]
fn more_than_a_limit_is_too_large() {
    let file = pdf_of(&"The motion is granted.\u{C}".repeat(20));
    let usual = Limits::default();
    for limits in [
        Limits { pages: 19, ..usual },
        Limits { objects: 200, ..usual },
        Limits { steps: 50, ..usual },
        Limits { letters: 100, ..usual },
    ] {
        let read = read_within(&file, limits);
        assert!(matches!(read, Err(Unreadable::TooLarge { .. })), "{limits:?}: {read:?}");
    }
    assert!(read(&file).is_ok());
}

#[test]
fn a_tree_of_pages_that_holds_itself_is_damaged() {
    let mut file = Writer::default();
    let (catalog, tree) = (file.reserve(), file.reserve());
    file.set(catalog, &format!("<< /Type /Catalog /Pages {tree} 0 R >>"));
    file.set(tree, &format!("<< /Type /Pages /Count 1 /Kids [{tree} 0 R] >>"));
    assert_eq!(read(&file.finish(catalog)), Err(DAMAGED));
}

#[test]
fn a_reference_to_itself_is_nothing() {
    let mut file = Writer::default();
    let catalog = file.reserve();
    file.set(catalog, &format!("{catalog} 0 R"));
    assert_eq!(read(&file.finish(catalog)), Err(DAMAGED));
    // A length that needs the stream whose length it is.
    let text = String::from_utf8_lossy(&pdf_of("The motion is granted.")).replace("/Length 98", "/Length 4 0 R");
    quick("length", || read(text.as_bytes())).ok();
}

#[test]
fn a_form_that_draws_itself_is_drawn_once() {
    let mut file = Writer::default();
    let (catalog, tree, form) = (file.reserve(), file.reserve(), file.reserve());
    let font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
    let resources = format!("/Resources << /Font << /F1 {font} 0 R >> /XObject << /A {form} 0 R >> >>");
    let drawn = "BT /F1 12 Tf 72 700 Td (It is so ordered.) Tj ET /A Do /A Do";
    file.set(form, &format!("<< /Subtype /Form /Length {} {resources} >>\nstream\n{drawn}\nendstream", drawn.len()));
    let content = file.add_stream("", b"/A Do");
    let page = file.add(&format!("<< /Type /Page /Contents {content} 0 R {resources} >>"));
    file.set(catalog, &format!("<< /Type /Catalog /Pages {tree} 0 R >>"));
    file.set(tree, &format!("<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>"));
    assert_eq!(read(&file.finish(catalog)).unwrap().text.trim(), "It is so ordered.");
}

#[test]
fn brackets_without_end_are_read_to_their_depth() {
    for open in ["[", "<<", "<< /A ", "("] {
        let file = page_with(open.repeat(300_000).as_bytes(), "", "");
        let read = quick(open, || read(&file));
        assert!(matches!(read, Err(Unreadable::Empty(_) | Unreadable::TooLarge { .. })), "{open}: {read:?}");
    }
}

#[test]
fn a_scan_is_refused_whatever_is_stamped_on_it() {
    let mut file = Writer::default();
    let (catalog, tree) = (file.reserve(), file.reserve());
    let font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    let picture = file.add_stream(
        " /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 1",
        &[0; 8],
    );
    let mut kids = Vec::new();
    for page in 1..=3 {
        let stamp = format!("Case 2:24-cv-00318-QRS Document 57 Filed 05/31/24 Page {page} of 3");
        let drawn = format!("q 612 0 0 792 0 0 cm /P Do Q BT /F1 9 Tf 72 780 Td ({stamp}) Tj ET");
        let content = file.add_stream("", drawn.as_bytes());
        let resources = format!("<< /Font << /F1 {font} 0 R >> /XObject << /P {picture} 0 R >> >>");
        kids.push(format!(
            "{} 0 R",
            file.add(&format!("<< /Type /Page /Contents {content} 0 R /Resources {resources} >>"))
        ));
    }
    file.set(catalog, &format!("<< /Type /Catalog /Pages {tree} 0 R >>"));
    file.set(tree, &format!("<< /Type /Pages /Count 3 /MediaBox [0 0 612 792] /Kids [{}] >>", kids.join(" ")));
    assert_eq!(read(&file.finish(catalog)), Err(Unreadable::Scanned { pages: 3 }));
}

#[test]
fn letters_without_meaning_are_no_text() {
    let drawn = b"BT /F1 12 Tf 72 700 Td (abcdefgh) Tj ET";
    let file = String::from_utf8_lossy(&page_with(drawn, "", ""))
        .replace("/Encoding /WinAnsiEncoding", "/Encoding << /Differences [97 /g1 /g2 /g3 /g4 /g5 /g6 /g7 /g8] >>");
    assert_eq!(read(file.as_bytes()), Err(Unreadable::Letters));
}

#[test]
fn a_file_that_breaks_off_is_damaged_and_one_without_its_table_is_not() {
    let whole = pdf_of("Defendant shall answer by June 14, 2024.\u{C}Plaintiff shall reply by June 28, 2024.\u{C}");
    let table = memchr_find(&whole, b"xref").unwrap();
    let text = read(&whole).unwrap().text;
    // The objects are all there: the table is made anew.
    let spoiled = [&whole[..table], b"trailer\n<< /Root 1 0 R >>\n"].concat();
    assert_eq!(read(&spoiled).unwrap().text, text);
    let moved = String::from_utf8_lossy(&whole).replace("0000000015", "0000000099");
    assert_eq!(read(moved.as_bytes()).unwrap().text, text);
    let objects = memchr_find(&whole, b"4 0 obj").unwrap()..memchr_find(&whole, b"7 0 obj").unwrap();
    for cut in (20..whole.len()).step_by(7) {
        match read(&whole[..cut]) {
            Ok(paper) => assert_eq!(paper.text, text, "after {cut} bytes"),
            Err(why) => assert!(why == DAMAGED || !objects.contains(&cut), "after {cut} bytes: {why}"),
        }
    }
}

fn memchr_find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|w| w == word)
}

/// Bytes changed, left out and doubled, here and there: whatever comes out comes soon, and is no fault of the program.
#[test]
fn spoiled_papers_are_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let mut seed = 20_240_405_u64;
    let mut chance = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below.max(1)
    };
    for name in ["groff.pdf", "qpdf-object-streams.pdf", "pleading.pdf", "libreoffice.docx"] {
        let whole = fs::read(folder.join(name)).unwrap();
        for _ in 0..60 {
            let mut spoiled = whole.clone();
            for _ in 0..=chance(12) {
                let at = chance(spoiled.len());
                match chance(4) {
                    0 => spoiled[at] = u8::try_from(chance(256)).unwrap(),
                    1 => drop(spoiled.drain(at..(at + chance(40)).min(whole.len()).min(spoiled.len()))),
                    2 => spoiled.truncate(at.max(64)),
                    _ => {
                        let piece = spoiled[at..(at + 30).min(spoiled.len())].to_vec();
                        spoiled.splice(at..at, piece);
                    }
                }
            }
            quick(name, || read(&spoiled)).ok();
        }
    }
}

#[test]
fn names_that_promise_another_format() {
    assert_eq!(read_named("order.txt", b"Defendant shall answer."), None);
    assert_eq!(read_named("order.pdf", b"<html>Log in"), Some(Err(Unreadable::Misnamed(Format::Pdf))));
    assert_eq!(read_named("order.DOCX", b"Defendant"), Some(Err(Unreadable::Misnamed(Format::Docx))));
    assert!(read_named("order.txt", &pdf_of("It is so ordered.")).unwrap().is_ok());
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more";
    assert_eq!(read_named("order.doc", compound), Some(Err(Unreadable::OldDocument)));
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&[&compound[..], &name].concat()), Err(Unreadable::Encrypted(Format::Docx)));
    assert_eq!(read(b""), Err(Unreadable::Unknown));
}
