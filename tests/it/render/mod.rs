//! Every format on the same reports, built by hand.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]

mod faults;
mod hostile;
mod machine;
pub(crate) mod matter;

use ordain_render::{Extent, Options, Style, json, plain, terminal, why};

#[test]
fn a_report_on_a_screen_of_80_columns() {
    insta::assert_snapshot!(terminal::render(&matter::report(), &Style::new(80)));
}

#[test]
fn a_report_drawn_with_ascii() {
    let text = terminal::render(&matter::report(), &Style::new(80).ascii());
    let beyond: Vec<char> = text.chars().filter(|c| !c.is_ascii() && *c != '¶').collect();
    assert!(beyond.is_empty(), "only the words of the files go beyond ASCII: {beyond:?}");
    insta::assert_snapshot!(text);
}

#[test]
fn a_report_on_a_narrow_screen() {
    insta::assert_snapshot!(terminal::render(&matter::report(), &Style::new(40)));
}

#[test]
fn a_report_on_a_wide_screen() {
    insta::assert_snapshot!(terminal::render(&matter::report(), &Style::new(140)));
}

#[test]
fn every_view_side_by_side() {
    insta::assert_snapshot!(terminal::render(&matter::views(), &Style::new(100)));
}

#[test]
fn every_view_on_a_narrow_screen() {
    insta::assert_snapshot!(terminal::render(&matter::views(), &Style::new(40)));
}

#[test]
fn a_matter_with_bad_lines() {
    insta::assert_snapshot!(terminal::render(&matter::bad(), &Style::new(80)));
}

#[test]
fn a_report_in_colour() {
    insta::assert_snapshot!(terminal::render(&matter::bad(), &Style::new(80).color(true)).replace('\x1b', "^"));
}

#[test]
fn a_report_in_sentences() {
    insta::assert_snapshot!(plain::render(&matter::report(), &Style::new(80)));
}

#[test]
fn every_view_in_sentences() {
    insta::assert_snapshot!(plain::render(&matter::views(), &Style::new(80)));
}

#[test]
fn a_report_as_json() {
    insta::assert_snapshot!(json::render(&matter::report()));
}

#[test]
fn the_reasons_of_a_paragraph() {
    let report = matter::report();
    let target = why::find(&report, "MTC ¶ 1").unwrap();
    insta::assert_snapshot!(why::render(&report, &target, &Style::new(80)));
}

#[test]
fn the_reasons_of_a_counted_date_in_sentences() {
    let report = matter::bad();
    let target = why::find(&report, "mtc 2").unwrap();
    insta::assert_snapshot!(why::plain(&report, &target));
}

#[test]
fn a_part_under_every_view() {
    let report = matter::views();
    let target = why::find(&report, "MTC 1 category 4").unwrap();
    insta::assert_snapshot!(why::render(&report, &target, &Style::new(80).ascii()));
}

#[test]
fn a_paragraph_is_found_however_it_is_written() {
    let report = matter::report();
    for (wanted, id) in [
        ("MTC ¶ 1", "MTC ¶ 1"),
        ("MTC 1", "MTC ¶ 1"),
        ("mtc ¶1", "MTC ¶ 1"),
        ("  Enforcement   1 ", "Enforcement ¶ 1"),
        ("MTC 1 category 4", "MTC ¶ 1 category 4"),
    ] {
        assert_eq!(why::find(&report, wanted).unwrap().id(), id);
    }
    assert_eq!(why::find(&report, "MCT 1"), Err(Some("MTC ¶ 1".into())));
    assert_eq!(why::find(&report, "MTC 1 category 9"), Err(Some("MTC ¶ 1 category 1".into())));
    assert_eq!(why::find(&report, "MTC 1 of everything"), Err(Some("MTC ¶ 1".into())));
    assert_eq!(why::find(&report, "something else entirely"), Err(None));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let all = || {
        let report = matter::views();
        [terminal::render(&report, &Style::new(80)), plain::render(&report, &Style::new(80)), json::render(&report)]
    };
    assert_eq!(all(), all());
}

#[test]
fn no_line_is_wider_than_the_screen() {
    for width in 40..=200 {
        for report in [matter::report(), matter::views(), matter::bad()] {
            for style in [Style::new(width), Style::new(width).ascii()] {
                let text = terminal::render(&report, &style);
                for line in text.lines() {
                    let columns = unicode_width::UnicodeWidthStr::width(line);
                    assert!(columns <= width, "{columns} columns of {width}: {line}");
                }
            }
        }
    }
}

#[test]
fn long_names_are_broken_and_never_cut() {
    let mut report = matter::views();
    let long = "category 4 of the records of the agency that decides";
    for column in &mut report.columns {
        let part = &mut column.verdicts[0].parts[3];
        (part.part, part.id) = (vec![ordain_core::verdict::Part::Group(long.into())], format!("MTC ¶ 1 {long}"));
    }
    let all = |report: &ordain_core::report::Report, width| {
        let options = Options { extent: Extent::All, ..Options::new(Style::new(width)) };
        terminal::render_with(report, &options)
    };
    for width in [40, 60, 80, 120] {
        for several in [true, false] {
            let mut report = report.clone();
            report.columns.truncate(if several { 3 } else { 1 });
            let text = all(&report, width);
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let shown = long.split(' ').all(|word| folded.contains(word));
            assert!(shown && !text.lines().any(|l| unicode_width::UnicodeWidthStr::width(l) > width), "{text}");
        }
    }
    insta::assert_snapshot!(all(&report, 80).split("╰────\n\n").last().unwrap());
}
