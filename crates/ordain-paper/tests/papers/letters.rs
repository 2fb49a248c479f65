//! How letters are put together to words and lines.

use ordain_paper::read;

use super::support::Writer;

/// A page of two fonts with these operators.
fn text(operators: &str) -> String {
    let mut file = Writer::default();
    let (catalog, tree) = (file.reserve(), file.reserve());
    let plain = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
    let table = "begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <001A> <0061> endbfrange \
                 2 beginbfchar <0020> <0020> <0030> <00660069> endbfchar";
    let table = format!("1 {table}");
    let meaning = file.add_stream("", table.as_bytes());
    let wide = file.add(&format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /ToUnicode {meaning} 0 R \
         /DescendantFonts [<< /Subtype /CIDFontType2 /DW 500 >>] >>"
    ));
    let content = file.add_stream("", operators.as_bytes());
    let page = file.add(&format!(
        "<< /Type /Page /Contents {content} 0 R /Resources << /Font << /F1 {plain} 0 R /F2 {wide} 0 R >> >> >>"
    ));
    file.set(catalog, &format!("<< /Type /Catalog /Pages {tree} 0 R >>"));
    file.set(tree, &format!("<< /Type /Pages /Count 1 /MediaBox [0 0 612 792] /Kids [{page} 0 R] >>"));
    read(&file.finish(catalog)).unwrap().text.trim_end_matches(['\u{C}', '\n']).to_owned()
}

#[test]
fn a_gap_separates_words_and_a_small_one_does_not() {
    assert_eq!(text("BT /F1 12 Tf 72 700 Td [(Pro) -20 (duce) -300 (it)] TJ ET"), "Produce it");
}

#[test]
fn codes_of_two_bytes_mean_what_the_paper_says() {
    assert_eq!(text("BT /F2 12 Tf 72 700 Td <00300002000900040004000500140020> Tj ET"), "fibiddet");
}

#[test]
fn the_number_of_a_footnote_is_on_its_line() {
    let page =
        "BT /F1 12 Tf 72 700 Td (The motion is granted.) Tj /F1 7 Tf 5 Ts (1) Tj 0 Ts /F1 12 Tf ( It is late.) Tj ET";
    assert_eq!(text(page), "The motion is granted.1 It is late.");
}

#[test]
fn letters_that_are_drawn_twice_are_read_once() {
    let page = "BT /F1 12 Tf 72 700 Td (ORDER) Tj 1 0 0 1 72.3 700 Tm (ORDER) Tj ET";
    assert_eq!(text(page), "ORDER");
}

#[test]
fn what_is_beside_one_another_is_on_one_line() {
    let page = "BT /F1 12 Tf 1 0 0 1 320 700 Tm (No. 2:24-cv-318) Tj 1 0 0 1 72 700 Tm (LARCH VALLEY, Plaintiff) Tj ET";
    let found = text(page);
    assert_eq!(found.split_whitespace().collect::<Vec<_>>().join(" "), "LARCH VALLEY, Plaintiff No. 2:24-cv-318");
    assert!(found.contains("Plaintiff    "), "columns stay apart: {found}");
}

#[test]
fn a_turned_page_is_read_along_its_lines() {
    assert_eq!(
        text("BT /F1 12 Tf 0 1 -1 0 300 100 Tm (Turned, first) Tj 0 -14 Td (and second.) Tj ET"),
        "Turned, first\nand second."
    );
}

#[test]
fn a_mark_says_what_its_letters_mean() {
    let page = "BT /F1 12 Tf 72 700 Td (Fri) Tj /Span << /ActualText (-) >> BDC (x) Tj EMC ( day) Tj ET";
    assert_eq!(text(page), "Fri- day");
}

#[test]
fn hidden_layers_of_text_recognition_are_read() {
    assert_eq!(text("q 612 0 0 792 0 0 cm Q BT 3 Tr /F1 12 Tf 72 700 Td (Recognized.) Tj ET"), "Recognized.");
}
