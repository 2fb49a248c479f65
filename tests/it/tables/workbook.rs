//! Workbooks, written here part by part, so that what is in them is known.

use std::io::{Cursor, Write as _};

use super::support::*;
use ordain_tables::Limits;
use zip::write::SimpleFileOptions;

fn workbook(sheets: &[(&str, &str)], styles: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).expect("memory");
        zip.write_all(text.as_bytes()).expect("memory");
    };
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    part(
        "_rels/.rels",
        &format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{kind}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    let (mut list, mut links) = (String::new(), String::new());
    for (i, (name, _)) in sheets.iter().enumerate() {
        list += &format!("<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"s{0}\"/>", i + 1);
        links +=
            &format!("<Relationship Id=\"s{0}\" Type=\"{kind}/worksheet\" Target=\"worksheets/sheet{0}.xml\"/>", i + 1);
    }
    links += &format!("<Relationship Id=\"st\" Type=\"{kind}/styles\" Target=\"styles.xml\"/>");
    part(
        "xl/workbook.xml",
        &format!("<workbook xmlns=\"{main}\" xmlns:r=\"{kind}\"><sheets>{list}</sheets></workbook>"),
    );
    part(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>"
        ),
    );
    part("xl/styles.xml", &format!("<styleSheet xmlns=\"{main}\">{styles}</styleSheet>"));
    for (i, (_, rows)) in sheets.iter().enumerate() {
        part(
            &format!("xl/worksheets/sheet{}.xml", i + 1),
            &format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        );
    }
    zip.finish().expect("memory").into_inner()
}

const STYLES: &str = "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"00000000\"/></numFmts>\
    <cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/></cellXfs>";

fn text(at: &str, value: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{value}</t></is></c>")
}

fn log() -> String {
    let row = |n: u32, cells: &[String]| format!("<row r=\"{n}\">{}</row>", cells.concat());
    [
        row(1, &[text("A1", "Privilege Log of Defendants")]),
        row(
            3,
            &[text("A3", "Bates\nBegin*"), text("B3", "DATE "), text("C3", "AUTHOR"), text("D3", "PRIVILEGE_BASIS")],
        ),
        row(
            4,
            &[
                "<c r=\"A4\"><v>124</v></c>".into(),
                "<c r=\"B4\" s=\"1\"><v>45261</v></c>".into(),
                text("C4", "Roe"),
                text("D4", "AC"),
            ],
        ),
        row(6, &["<c r=\"A6\" s=\"2\"><v>125</v></c>".into(), text("B6", "12/3/2023"), text("D6", "DP")]),
        row(7, &[text("A7", "A-000126"), text("G7", "a stray remark")]),
    ]
    .concat()
}

/// A log with what such workbooks have, for tests of other formats.
pub(crate) fn log_book() -> Vec<u8> {
    workbook(&[("Log", &log())], STYLES)
}

#[test]
fn titles_numbers_and_dates_of_both_kinds() {
    let read = read("log.xlsx", workbook(&[("Log", &log())], STYLES));
    assert_eq!(read.known.columns, ["Bates\nBegin*", "DATE ", "AUTHOR", "PRIVILEGE_BASIS"]);
    assert_eq!(read.column("Bates\nBegin*"), ["124", "00000125"], "zeros that the sheet shows are kept");
    assert_eq!(read.column("DATE "), ["2023-12-01", "12/3/2023"]);
    assert_eq!(read.places.iter().map(|p| p.1).collect::<Vec<_>>(), [4, 6], "rows of the sheet");
    assert_eq!(read.faults(), ["3 7: a value is right of the last of 4 columns"]);
}

#[test]
fn which_sheet_is_asked() {
    let book = workbook(&[("Log", &log()), ("Notes", &log()), ("Empty", "")], STYLES);
    let error = try_read("log.xlsx", book, &ordain_tables::Written::default(), Limits::default());
    let Err(ordain_tables::detect::Unknown::Undeclared { reason, help }) = error else { panic!("two sheets") };
    assert!(reason.contains("`Log` or `Notes`") && help.contains("sheet \"Log\""), "{reason} {help}");
    let book = workbook(&[("Log", &log()), ("Empty", "")], STYLES);
    assert_eq!(read("log.xlsx", book).rows.len(), 2, "one that is empty is no choice");
}

#[test]
fn a_workbook_that_would_become_huge() {
    let bomb = workbook(&[("Log", &format!("{}{}", log(), " ".repeat(5_000_000)))], STYLES);
    assert!(bomb.len() < 20_000, "small on the disk");
    let limits = Limits { unpacked: 1_000_000, ..Limits::default() };
    let error = try_read("log.xlsx", bomb.clone(), &ordain_tables::Written::default(), limits);
    let Err(ordain_tables::detect::Unknown::Unreadable(t)) = error else { panic!("a bomb") };
    assert_eq!(t.reason, "the workbook unpacks to more than 1000000 bytes");
    let limits = Limits { workbook: 1000, ..Limits::default() };
    assert!(try_read("log.xlsx", bomb, &ordain_tables::Written::default(), limits).is_err());
}
