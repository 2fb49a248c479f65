//! What nobody sees, and what looks like something else: in quotations, comments, names and arguments.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]

use std::process::Command;

use chrono::NaiveDate;
use ordain_core::report::{Report, View};
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_render::{Style, github, json, plain, terminal};

const HEAD: &str = "matter \"Hale v. Birch\"\n  court N.D. Cal.\nparty Tenants\nparty Owners\norder Case \"Case order\", entered October 19, 2023\n";
const DUTY: &str = "¶ 1  Owners must file answer by December 1, 2023\n";

fn read(order: &str, facts: &str) -> Report {
    let texts = vec![
        Text { path: "a.order".into(), bytes: order.into() },
        Text { path: "r.facts".into(), bytes: facts.into() },
    ];
    let as_of = AsOf::On(NaiveDate::from_ymd_opt(2024, 4, 5).unwrap());
    check(texts, "case", &Options { as_of, known_on: None, views: Views::One(View::Court) })
}

fn found(report: &Report) -> Vec<(&str, &str)> {
    // Other habits of these small files are not what is looked at.
    let other = |id: &str| id.starts_with("D03") || id.starts_with("T06") || id.starts_with('L') && id != "L0336";
    let errors = report.diagnostics.iter().filter(|d| !other(d.code.id));
    errors.map(|d| (d.code.id, report.sources.text(d.span()))).collect()
}

#[test]
fn what_draws_nothing_is_reported_in_quotations_and_shown_as_a_sign() {
    for c in [
        '\u{AD}',
        '\u{34F}',
        '\u{115F}',
        '\u{200D}',
        '\u{2062}',
        '\u{206A}',
        '\u{2029}',
        '\u{FE00}',
        '\u{FFA0}',
        '\u{E0041}',
    ] {
        let report = read(&format!("{HEAD}¶ 1  Owners must file \"rent{c}roll\" by December 1, 2023\n"), "");
        let hidden = c.to_string();
        assert!(found(&report).contains(&("S0107", hidden.as_str())), "U+{:04X}: {:?}", u32::from(c), found(&report));
        let style = Style::new(80);
        for shown in [terminal::render(&report, &style), plain::render(&report, &style), json::render(&report)] {
            assert!(!shown.contains(c), "U+{:04X}", u32::from(c));
        }
    }
}

#[test]
fn joiners_of_a_script_that_joins_are_its_writing() {
    let report = read(&format!("{HEAD}¶ 1  Owners must file \"می\u{200C}خواهم\" by December 1, 2023\n"), "");
    assert_eq!(found(&report), []);
    assert!(plain::render(&report, &Style::new(80)).contains('\u{200C}'));
}

#[test]
fn a_comment_may_not_show_other_lines_than_are_read() {
    for hidden in ["\u{2028}", "\u{B}", "\u{C}", "\u{85}", "\u{202E}", "\u{2067}", "\u{1B}", "\u{E0001}"] {
        for comment in [
            format!("# x{hidden}¶ 2  Owners must file brief by December 1, 2023\n"),
            format!("¶ 2  Tenants may file reply  # see{hidden} below\n"),
        ] {
            let report = read(&format!("{HEAD}{DUTY}{comment}"), "");
            assert_eq!(found(&report), [("S0107", hidden)], "{}", comment.escape_unicode());
        }
    }
    let plain = read(&format!("{HEAD}# a\u{AD}b, ž, \u{200D}\n{DUTY}  # ¶ 9\n"), "");
    assert_eq!(found(&plain), [], "what only draws nothing does no harm in a comment");
}

#[test]
fn names_that_look_the_same_are_warned_of() {
    for other in ["Te\u{43D}ants".replace('\u{43D}', "n\u{200D}"), "T\u{435}nants".into(), "Ｔenants".into()] {
        let report = read(&HEAD.replace("party Owners", &format!("party {other}\nparty Owners")), "");
        assert!(found(&report).iter().any(|(c, _)| matches!(*c, "L0336" | "S0107")), "{}", other.escape_unicode());
    }
    let report = read(
        &format!("{HEAD}{DUTY}order \u{421}ase \"Other\", entered October 20, 2023\n¶ 1  Tenants may file reply\n"),
        "",
    );
    let alike: Vec<_> = report.diagnostics.iter().filter(|d| d.code.id == "L0336").collect();
    assert_eq!(alike.len(), 1, "{:?}", found(&report));
    assert!(alike[0].help.as_deref().unwrap().contains("Cyrillic (U+0421)"), "{:?}", alike[0].help);
    let plain = read(&HEAD.replace("party Owners", "party Kem\nparty Kern\nparty Owners"), "");
    assert!(!found(&plain).iter().any(|(c, _)| *c == "L0336"), "{:?}", found(&plain));
}

#[test]
fn an_unknown_name_says_what_is_other_than_in_the_known_one() {
    let report = read(&format!("{HEAD}{DUTY}"), "on November 30, 2023 \u{39F}wners filed answer\n  source Dkt. 3\n");
    let unknown = report.diagnostics.iter().find(|d| d.code.id == "N0202").unwrap();
    let help = unknown.help.as_deref().unwrap();
    assert!(help.starts_with("did you mean `Owners`?") && help.contains("Greek (U+039F)"), "{help}");
}

#[test]
fn a_name_of_a_view_is_no_party() {
    for name in ["court", "all", "All"] {
        let report = read(&HEAD.replace("Owners", name), "");
        assert!(found(&report).contains(&("N0207", name)), "{name}: {:?}", found(&report));
    }
}

#[test]
fn a_zero_width_space_within_a_word_is_reported() {
    let report = read(&format!("{HEAD}¶ 1  Own\u{200B}ers must file answer by December 1, 2023\n"), "");
    assert!(found(&report).contains(&("S0107", "\u{200B}")), "{:?}", found(&report));
    let report = read(&format!("{HEAD}¶ 1  Owners\u{200B} must file answer by December 1, 2023\n"), "");
    assert_eq!(found(&report), []);
}

#[test]
fn an_hour_that_no_clock_showed_is_reported() {
    let at = |when: &str| read(&format!("{HEAD}¶ 1  Owners must file answer by {when}\n"), "");
    assert_eq!(found(&at("2:30 a.m. on March 10, 2024"))[0].0, "T0108");
    for when in ["1:59 a.m. on March 10, 2024", "3:00 a.m. on March 10, 2024", "2:30 a.m. on March 11, 2024"] {
        assert!(!found(&at(when)).iter().any(|(code, _)| *code == "T0108"), "{when}");
    }
}

#[test]
fn amounts_that_cannot_be_paid_are_reported() {
    let report = read(&format!("{HEAD}¶ 1  Owners must pay $0.001 to Tenants by December 1, 2023\n"), "");
    assert_eq!(found(&report)[0], ("N0362", "$0.001"));
    let capped = format!("{HEAD}{DUTY}     on breach Owners must pay $500 for each day until met, not exceeding $0\n");
    assert_eq!(found(&read(&capped, ""))[0].0, "N0362");
}

#[test]
fn a_paragraph_may_have_a_number_of_five_figures() {
    let report = read(&format!("{HEAD}¶ 12345  Owners must file answer by December 1, 2023\n"), "");
    assert_eq!(found(&report), []);
    assert_eq!(report.verdicts()[0].id, "Case ¶ 12345");
}

#[test]
fn of_very_many_findings_the_first_are_listed_and_all_are_counted() {
    let report = read(&format!("{HEAD}{DUTY}{}", "x\n".repeat(5000)), "");
    let unread: Vec<_> = report.diagnostics.iter().filter(|d| d.code.id == "S0101").collect();
    assert_eq!(unread.len(), 301);
    assert!(unread.iter().any(|d| d.message.starts_with("4700 more findings")), "{}", unread[300].message);
    assert!(report.incomplete);
}

#[test]
fn no_command_of_a_build_service_stands_in_annotations() {
    let order = format!("{HEAD}¶ 1  Owners must file \"##vso[task.x]y ##[error]\" by December 1, 2023\n");
    let facts = "the record is complete through April 5, 2024 for filings by Owners\n";
    let report = read(&order, facts);
    let shown = github::render(&report, &ordain_render::Options::new(Style::new(80)));
    assert!(!shown.contains("##vso[") && !shown.contains("##[") && shown.contains("# #vso["), "{shown}");
}

#[test]
fn arguments_reach_the_screen_without_controls() {
    for args in [
        ["count", "14 days after 2024-08-01", "--rules", "\u{1b}[31m"].as_slice(),
        &["count", "14 days after 2024-08-01", "--court", "\u{9b}31m"],
        &["count", "14 \u{1b}[2J after 2024-08-01", "--format", "json"],
        &["calendar", "\u{1b}[31mx", "2024"],
        &["calendar", "x\u{2063}", "2024", "--format", "json"],
        &["explain", "\u{1b}[31m"],
        &["check", "\u{1b}[31m"],
        &["check", ".", "--memory", "\u{1b}[31m"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_ordain")).args(args).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        let bad = text.chars().find(|c| ordain_base::characters::is_unseen(*c) && *c != '\n');
        assert_eq!(bad, None, "{args:?}: {}", text.escape_debug());
    }
}

#[test]
fn a_limit_of_memory_that_cannot_be_kept_is_refused() {
    for (memory, why) in [
        ("0", "takes 32 MB"),
        ("1", "takes 32 MB"),
        ("1K", "takes 32 MB"),
        ("17179869183G", "more than any machine"),
        ("18446744073709551616", "write it as"),
        ("18446744073709551615", "more than any machine"),
        ("-1", ""),
        ("1.5G", "write it as"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
        let output = command.args(["check", ".", "--memory", memory]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{memory}: {said}");
        assert!(said.contains(why), "{memory}: {said}");
    }
}
