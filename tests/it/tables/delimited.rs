//! Concordance and CSV.

use super::support::*;
use ordain_tables::Encoding;

const DAT: &str = "þBEGDOCþ¦þENDDOCþ¦þCUSTODIANþ\r\nþ0001þ¦þ0003þ¦þMüller; Roeþ\r\nþ0004þ¦þ0004þ¦þþ\r\n";

fn same(read: &Read) {
    assert_eq!(read.known.columns, ["BEGDOC", "ENDDOC", "CUSTODIAN"]);
    assert_eq!(read.rows, [["0001", "0003", "Müller; Roe"], ["0004", "0004", ""]]);
    assert!(read.troubles.is_empty() && read.stopped.is_none(), "{:?}", read.troubles);
}

#[test]
fn one_file_in_every_encoding() {
    let text = dat(DAT);
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    for (bytes, encoding) in [
        (text.clone().into_bytes(), Encoding::Utf8),
        (marked, Encoding::Utf8),
        (latin(&text), Encoding::Windows1252),
        (utf16(&text, false, true), Encoding::Utf16Le),
        (utf16(&text, true, true), Encoding::Utf16Be),
        (utf16(&text, false, false), Encoding::Utf16Le),
        (utf16(&text, true, false), Encoding::Utf16Be),
    ] {
        let read = read("VOL001.dat", bytes.clone());
        assert_eq!(read.known.encoding.as_ref().map(|e| e.0), Some(encoding));
        same(&read);
        // Each row begins where its bytes say.
        for (i, (row, line, byte)) in read.places.iter().enumerate() {
            assert_eq!((*row, *line), (i as u64 + 1, i as u64 + 2));
            let at = &bytes[usize::try_from(*byte).unwrap()..];
            let mark = match encoding {
                Encoding::Utf8 => "þ".as_bytes().to_vec(),
                Encoding::Windows1252 => vec![0xFE],
                Encoding::Utf16Le => vec![0xFE, 0],
                Encoding::Utf16Be => vec![0, 0xFE],
            };
            assert!(at.starts_with(&mark), "{encoding:?} {byte}");
        }
    }
}

#[test]
fn packed_or_not() {
    let read = read("VOL001.dat.gz", gz(dat(DAT).as_bytes()));
    assert!(read.known.packed);
    same(&read);
}

#[test]
fn a_packed_file_of_every_format_reads_as_it_does_unpacked() {
    let csv = "BEGDOC,CUSTODIAN\nA-1,Roe\nA-2,\"Doe, J.\"\n";
    let json = r#"{"results": [{"entry_number": 1, "description": "ORDER"}, {"entry_number": null, "description": "MINUTES"}]}"#;
    let lines = "{\"bates\": \"0001\"}\n{\"bates\": \"0002\"}\n";
    let opticon = "A-1,V,A-1.tif,Y,,,1\nA-2,V,A-2.tif,Y,,,1\n";
    let lfp = "IM,A-1,D,0,@V;D;A-1.tif;2\nIM,A-2,D,0,@V;D;A-2.tif;2\n";
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(dat(DAT).encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let files: [(&str, Vec<u8>); 7] = [
        ("a.csv", csv.into()),
        ("a.json", json.into()),
        ("a.jsonl", lines.into()),
        ("a.opt", opticon.into()),
        ("a.lfp", lfp.into()),
        ("a.dat", utf16),
        ("a.xlsx", super::workbook::log_book()),
    ];
    for (name, bytes) in files {
        let (plain, packed) = (read(name, bytes.clone()), read(&format!("{name}.gz"), gz(&bytes)));
        assert!(packed.known.packed && !plain.known.packed, "{name}");
        assert!(plain.rows.len() >= 2, "{name}");
        assert_eq!(plain.faults(), packed.faults(), "{name}");
        assert_eq!((plain.rows, plain.places), (packed.rows, packed.places), "{name}");
        assert_eq!(plain.known.columns, packed.known.columns, "{name}");
    }
}

#[test]
fn line_ends_of_every_kind_and_none_at_the_end() {
    for text in [
        dat(DAT).replace("\r\n", "\n"),
        dat(DAT).replace("\r\n", "\r"),
        dat(DAT).trim_end().to_owned(),
        dat(DAT).replacen("\r\n", "\n", 1),
        dat(DAT).replacen("\r\n", "\r\n\r\n  \r\n", 2),
    ] {
        same(&read("VOL001.dat", text));
    }
}

#[test]
fn values_with_lines_in_them() {
    // The mark of the format, and real line ends inside a qualified value.
    let text = dat("þBEGDOCþ¦þSUBJECTþ\r\nþA-1þ¦þone®twoþ\r\nþA-2þ¦þone\r\ntwo\nthreeþ\r\nþA-3þ¦þlastþ\r\n");
    let read = read("VOL001.dat", text);
    assert_eq!(read.column("SUBJECT"), ["one\ntwo", "one\r\ntwo\nthree", "last"]);
    assert_eq!(read.places.iter().map(|p| p.1).collect::<Vec<_>>(), [2, 3, 6], "the line on which each row begins");
}

#[test]
fn a_qualifier_inside_a_value_is_part_of_it() {
    let text = dat("þBEGDOCþ¦þSUBJECTþ\r\nþA-1þ¦þthe þ runeþ\r\nþA-2þ¦þþornþ\r\n");
    assert_eq!(read("VOL001.dat", text).column("SUBJECT"), ["the þ rune", "þorn"]);
}

#[test]
fn carets_and_pipes_under_the_name_of_a_dat() {
    let text = "Control Number|Custodian|Date Sent\r\n^A_|_01^|Roe|5/21/2001 3:48 PM\r\n^A_|_02^|Roe|\r\n";
    let read = read("load.dat", text);
    assert_eq!(read.column("Control Number"), ["A_|_01", "A_|_02"]);
    assert_eq!(read.column("Date Sent"), ["5/21/2001 3:48 PM", ""]);
}

#[test]
fn rows_that_are_qualified_in_part_and_have_no_header() {
    let text = dat("þS_0007þ¦þRoeþ¦¦4/21/2001 2:48 PM¦htm\r\nþS_0008þ¦þRoeþ¦¦4/21/2001 1:53 PM¦png");
    let read = read("load.dat", text);
    assert_eq!(read.known.columns, ["1", "2", "3", "4", "5"]);
    assert_eq!(read.rows.len(), 2);
    assert_eq!(read.rows[1], ["S_0008", "Roe", "", "4/21/2001 1:53 PM", "png"]);
    assert_eq!(read.places[0], (1, 1, 0));
}

#[test]
fn csv_with_quotation_marks() {
    let text = "doc_id,category,note\n000123,4,\"a, \"\"b\"\"\nc\"\n000124,5,5\" disk\n";
    let read = read("documents.csv", text);
    assert_eq!(read.column("doc_id"), ["000123", "000124"], "leading zeros stay");
    assert_eq!(read.column("note"), ["a, \"b\"\nc", "5\" disk"]);
}

#[test]
fn tabs_and_semicolons() {
    for separator in ['\t', ';', '|'] {
        let text = "BEGDOC,ENDDOC,CUSTODIAN\nA-1,A-2,\"Roe, Jane\"\n"
            .replace("\"Roe, Jane\"", "Roe")
            .replace(',', &separator.to_string());
        let read = read("load.txt", text);
        assert!(read.known.format.delimited().is_some_and(|s| s.dialect.separator == separator), "{separator:?}");
        assert_eq!(read.rows, [["A-1", "A-2", "Roe"]]);
    }
}

#[test]
fn titles_above_the_header() {
    let text = "Privilege Log of Defendants,,,\nDecember 15 2023,,,\n,,,\nBEGDOC,AUTHOR,PRIVILEGE_BASIS,DATE\nA-1,Roe,AC,2023-01-02\n";
    let read = read("log.csv", text);
    assert_eq!(read.known.columns, ["BEGDOC", "AUTHOR", "PRIVILEGE_BASIS", "DATE"]);
    assert_eq!(read.rows, [["A-1", "Roe", "AC", "2023-01-02"]]);
    assert_eq!(read.places[0].1, 5);
}
