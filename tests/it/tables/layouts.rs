//! The layouts that come with the program, and those of a matter.

use ordain_tables::layout::{Layouts, fold_name, read};
use ordain_tables::{Rows, bind_columns};

#[test]
fn the_standard_files_have_nothing_wrong_with_them() {
    for (name, text) in Layouts::files() {
        let (layouts, wrong) = read(text, 0);
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
        for l in &layouts {
            assert!(!l.version.is_empty() && !l.sources.is_empty() && l.rows.is_some(), "{}", l.name);
            assert!(Layouts::standard().find(&l.name).is_some());
        }
    }
    for name in ["Concordance", "Opticon", "LFP", "DOJ", "FTC", "privilege log", "CourtListener", "juriscraper"] {
        assert!(Layouts::standard().find(name).is_some(), "{name}");
    }
}

#[test]
fn columns_are_bound_by_any_of_their_names_and_never_by_two() {
    let layouts = Layouts::standard();
    let concordance = layouts.find("concordance").expect("a layout");
    let bound = |columns: &[&str]| {
        let columns: Vec<String> = columns.iter().map(|c| (*c).to_owned()).collect();
        let (bound, unbound) = bind_columns(&columns, &[], None, Some(concordance));
        let mut shown: Vec<String> = bound.iter().map(|b| format!("{}={}", b.field, b.column)).collect();
        shown.sort();
        (shown, unbound.len())
    };
    for name in ["BEGDOC", "BEGDOC#", "BegBates", "ProdBeg", "Begin Bates*", "DOC_BEG_BATES", "bates\nbegin "] {
        assert_eq!(bound(&[name, "zzz"]), (vec!["bates=0".to_owned()], 0), "{name}");
    }
    assert_eq!(bound(&["BEGDOC", "BEGBATES"]), (vec![], 1), "two names of one field are not chosen between");
}

#[test]
fn no_name_stands_for_two_fields_of_a_layout() {
    for layout in Layouts::standard().iter() {
        let mut seen = std::collections::BTreeMap::new();
        for column in &layout.columns {
            for name in &column.names {
                if let Some(other) = seen.insert(fold_name(name), &column.field) {
                    assert_eq!(other, &column.field, "{}: {name}", layout.name);
                }
            }
        }
    }
}

#[test]
fn a_matter_s_own_layout() {
    let text = "# ours\nlayout Vendor C \"the vendor's load file\"\n  version 2025-12-30\n  rows are documents\n  file delimited, separator \"|\", qualifier \"^\"\n  column bates is \"DOCNO\",\n         \"DOC NO\"\n  column reviewed is the date \"REVIEWED_ON\"\n  dates are day/month/year\n";
    let (layouts, wrong) = read(text, 0);
    assert!(wrong.is_empty(), "{wrong:#?}");
    let l = &layouts[0];
    assert_eq!(
        (l.name.as_str(), l.rows, l.separator, l.qualifier),
        ("Vendor C", Some(Rows::Documents), Some('|'), Some('^'))
    );
    assert_eq!(l.columns[0].names, ["DOCNO", "DOC NO"]);
}

#[test]
fn every_error_of_a_layout_in_one_run() {
    let text = "layout Ours \"x\"\n  rows are documnts\n  colum bates is \"A\"\n  column bate is \"A\"\n  column bates is \"A\"\n  column end is \"a \"\n";
    let (_, wrong) = read(text, 10);
    let found: Vec<String> = wrong
        .iter()
        .map(|d| format!("{} {}", d.code.id, &text[d.span().start as usize - 10..d.span().end as usize - 10]))
        .collect();
    assert_eq!(found, ["N0381 documnts", "F0320 colum bates is \"A\"", "N0382 bate", "F0322 \"a \""]);
}
