//! The order of the seed as a PDF: made from its text, and read back.

use std::fs;
use std::path::Path;

use super::support::pdf_of;
use super::words;

/// `cargo accept -p ordain-paper` writes the PDF anew after its text was changed.
#[test]
fn the_order_of_the_seed_is_made_from_its_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/immdef-v-mayorkas");
    let text = fs::read_to_string(folder.join("enforcement-excerpt.txt")).unwrap();
    let made = pdf_of(&text);
    let place = folder.join("order.pdf");
    if std::env::var_os("ORDAIN_ACCEPT").is_some() {
        fs::write(&place, &made).unwrap();
    }
    assert!(
        fs::read(&place).unwrap() == made,
        "order.pdf is not what its text makes: run `cargo accept -p ordain-paper`"
    );
    let paper = ordain_paper::read(&made).unwrap();
    assert_eq!(paper.pages, Some(8));
    assert_eq!(words(&paper.text), words(&text));
}
