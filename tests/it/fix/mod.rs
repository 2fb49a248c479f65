//! `ordain check --fix`: what is fixed, what is not, and that a fix never
//! changes what the files mean.

#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "a test writes and reads its own files")]

mod command;
mod generated;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::NaiveDate;
use ordain_base::diag::{Applicability, Severity};
use ordain_core::report::{Report, View};
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Fixed, Options, Views, apply_safe_fixes, check};
use ordain_core::verdict::Verdict;
use proptest::prelude::*;

const HEAD: &str = "\
matter \"Doe v. Acme\"
  court C.D. Cal.
party Plaintiffs
party Defendants
order MTC \"Order on Motion to Compel\", entered October 19, 2023
";

fn texts(order: &str, facts: &str) -> Vec<Text> {
    let text = |kind: &str, text: &str| Text { path: format!("case.{kind}"), bytes: text.as_bytes().to_vec() };
    vec![text("order", order), text("facts", facts)]
}

fn report(texts: Vec<Text>, day: NaiveDate) -> Report {
    check(texts, "case", &Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) })
}

/// The order's text after its fixes, without the lines of [`HEAD`].
fn fixed(order: &str) -> String {
    let fixed = apply_safe_fixes(texts(&format!("{HEAD}{order}"), ""), "case");
    let text = String::from_utf8(fixed.texts[0].bytes.clone()).expect("text");
    text.strip_prefix(HEAD).expect("the head is not touched").to_owned()
}

#[test]
fn what_belongs_to_a_declaration_is_indented() {
    let order = "matter \"Doe v. Acme\"\ncourt C.D. Cal.\nparty Defendants\nmembers Acme\norder MTC \"Order\"\nentered October 19, 2023\n";
    let fixed = apply_safe_fixes(texts(order, ""), "case");
    let text = String::from_utf8(fixed.texts[0].bytes.clone()).expect("text");
    let right = "matter \"Doe v. Acme\"\n  court C.D. Cal.\nparty Defendants\n  members Acme\norder MTC \"Order\"\n  entered October 19, 2023\n";
    assert_eq!(text, right);
}

#[test]
fn what_has_one_meaning_is_fixed() {
    let cases = [
        (
            "¶ 1  Defendants must file answer BY DECEMBER 1, 2023\n",
            "¶ 1  Defendants must file answer by DECEMBER 1, 2023\n",
        ),
        (
            "¶ 1  Defendants must file answer\n     by: december 1, 2023\n     source: MTC at 16\n",
            "¶ 1  Defendants must file answer\n     by December 1, 2023\n     source MTC at 16\n",
        ),
        (
            "¶ 1  Defendants shall file answer by December 1, 2023\n",
            "¶ 1  Defendants must file answer by December 1, 2023\n",
        ),
        (
            "¶ 1  Defendants shall not destroy records continuing\n",
            "¶ 1  Defendants must not destroy records continuing\n",
        ),
        (
            "¶ 1  Defendants MUST file answer by December 1, 2023\n",
            "¶ 1  Defendants must file answer by December 1, 2023\n",
        ),
        (
            "1. Defendants must file answer by December 1, 2023\n",
            "¶ 1 Defendants must file answer by December 1, 2023\n",
        ),
        (
            "(a) Defendants must file answer by December 1, 2023\n",
            "¶ a Defendants must file answer by December 1, 2023\n",
        ),
        (
            "¶ 1  defendants must file answer by December 1, 2023\n",
            "¶ 1  Defendants must file answer by December 1, 2023\n",
        ),
        ("• Defendants must file answer by December 1, 2023\n", "Defendants must file answer by December 1, 2023\n"),
        (
            "•\t¶ 1  Defendants must file answer by December 1, 2023\n",
            "¶ 1  Defendants must file answer by December 1, 2023\n",
        ),
        (
            "¶ 1  Defendants must file answer\nby December 1, 2023\n",
            "¶ 1  Defendants must file answer\n     by December 1, 2023\n",
        ),
        ("Party Intervenor\n", "party Intervenor\n"),
        ("party: Intervenor\n", "party Intervenor\n"),
        (
            "¶ 1  IT IS ORDERED that Defendants must file answer by December 1, 2023\n",
            "¶ 1  Defendants must file answer by December 1, 2023\n",
        ),
        (
            "¶ 1  Defen\u{ad}dants must file ans\u{7}wer by December 1, 2023\n",
            "¶ 1  Defendants must file answer by December 1, 2023\n",
        ),
        (
            "• 1. defendants SHALL file answer\nby December 1, 2023\n",
            "¶ 1 Defendants must file answer\n     by December 1, 2023\n",
        ),
    ];
    for (before, after) in cases {
        assert_eq!(fixed(before), after, "{before}");
        assert_eq!(fixed(after), after, "applied twice: {before}");
    }
}

/// A date, a number, a party and a duty are for a person.
#[test]
fn what_may_mean_two_things_is_left() {
    for order in [
        "¶ 1  Defendants will file answer by December 1, 2023\n",
        "¶ 1  Defendants may not publish report until December 1, 2023\n",
        "¶ 1  Defendants msut file answer by December 1, 2023\n",
        "¶ 1  Defendnts must file answer by December 1, 2023\n",
        "¶ 1  Defendants must file anwser by December 1, 2023\n",
        "¶ 1  Defendants must file answer by Decmber 1, 2023\n",
        "¶ 1  Defendants must file answer by Monday, December 1, 2023\n",
        "¶ 1  Defendants must file answer by 12/31/2023\n",
        "¶ 1  Defendants must file answer by December 1, '23\n",
        "¶ 1  Defendants must file answer within 14 days\n",
        "¶ 1  Defendants must file answer withn 14 days after entry\n",
        "ordr Second, entered November 1, 2023\n",
        "¶ 1  Defendants must file \"plan by December 1, 2023\n",
        // Without its bullet the line would be a clause of the one above.
        "¶ 1  Defendants must file answer by December 1, 2023\n• unless \"the case settles\"\n",
        "¶ 1  Defendants must file answer by December 1, 2023\nIT IS ORDERED that unless \"the case settles\"\n",
    ] {
        assert_eq!(fixed(order), order);
    }
}

#[test]
fn ends_of_lines_and_the_mark_at_the_start_are_kept() {
    let order = format!("\u{feff}{HEAD}1. Defendants shall file answer\nby December 1, 2023\n").replace('\n', "\r\n");
    let after = apply_safe_fixes(texts(&order, ""), "case");
    let text = String::from_utf8(after.texts[0].bytes.clone()).expect("text");
    assert!(text.starts_with("\u{feff}matter"), "{text:?}");
    assert!(text.ends_with("¶ 1 Defendants must file answer\r\n     by December 1, 2023\r\n"), "{text:?}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(after.count(), 3);
}

#[test]
fn a_text_that_is_not_utf8_stays_as_it_is() {
    let mut bytes = format!("{HEAD}1. Defendants shall file answer by December 1, 2023\n").into_bytes();
    bytes.extend(b"note \xff\n");
    let before = vec![Text { path: "case.order".to_owned(), bytes }];
    assert_eq!(apply_safe_fixes(before.clone(), "case").texts, before);
}

/// The likely mistakes of the language, each with its edit as it would be pasted.
#[test]
fn likely_mistakes_have_their_edit() {
    use Applicability::{Display, Safe, Unsafe};
    let cases = [
        ("Defendants shall file answer by December 1, 2023", "Defendants must file answer by December 1, 2023", Safe),
        ("Defendants will file answer by December 1, 2023", "Defendants must file answer by December 1, 2023", Unsafe),
        ("Defendants may not publish report continuing", "Defendants must not publish report continuing", Unsafe),
        ("Defendants must file answer by 12/31/2023", "Defendants must file answer by December 31, 2023", Unsafe),
        (
            "Defendants must file answer within 14 days",
            "Defendants must file answer within 14 days after entry",
            Unsafe,
        ),
        (
            "Defendants must file answer within 14 after entry",
            "Defendants must file answer within 14 days after entry",
            Unsafe,
        ),
        (
            "Defendants must file answer within 14 dyas after entry",
            "Defendants must file answer within 14 days after entry",
            Unsafe,
        ),
        (
            "Defendants must file answer 14 days after entry",
            "Defendants must file answer within 14 days after entry",
            Unsafe,
        ),
        (
            "Defendants must file answer by December 1, 2023; by December 8, 2023",
            "Defendants must file answer by December 1, 2023; ",
            Unsafe,
        ),
        (
            "Defendants must file answer by 12/1/2023",
            "Defendants must file answer by <December 1, 2023 or January 12, 2023>",
            Display,
        ),
        (
            "Defendants must file answer by December 1, 2023 unless \"x\" unless \"y\"",
            "Defendants must file answer by December 1, 2023 unless any of: (1) \"x\"; (2) \"y\" ",
            Unsafe,
        ),
        ("Defendants must file answer", "Defendants must file answer by <day>", Display),
        ("must file answer by December 1, 2023", "<party> must file answer by December 1, 2023", Display),
        ("Defendants msut file answer by December 1, 2023", "Defendants must file answer by December 1, 2023", Unsafe),
        ("defendants must file answer by December 1, 2023", "Defendants must file answer by December 1, 2023", Safe),
        ("Defendant must file answer by December 1, 2023", "Defendants must file answer by December 1, 2023", Unsafe),
        (
            "Defendants have to file answer by December 1, 2023",
            "Defendants must file answer by December 1, 2023",
            Unsafe,
        ),
        (
            "Defendants must file answer no later then December 1, 2023",
            "Defendants must file answer no later than December 1, 2023",
            Unsafe,
        ),
        ("Defendants by December 1, 2023 must file answer", "Defendants must file answer by December 1, 2023", Unsafe),
        (
            "Defendants must file ‘plan’ by December 1, 2023",
            "Defendants must file \"plan\" by December 1, 2023",
            Unsafe,
        ),
    ];
    for (before, after, applicability) in cases {
        let order = format!("{HEAD}¶ 1  {before}\n");
        let report = report(texts(&order, ""), day(1));
        let fixes: Vec<_> = report.diagnostics.iter().filter_map(|d| d.fix.as_ref()).collect();
        assert_eq!(fixes.len(), 1, "{before}: {:?}", report.diagnostics);
        let mut text = order.clone();
        for edit in fixes[0].edits.iter().rev() {
            text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
        }
        assert_eq!(text.strip_prefix(HEAD), Some(format!("¶ 1  {after}\n").as_str()), "{before}");
        assert_eq!(fixes[0].applicability, applicability, "{before}");
    }
}

/// every safe fix of the failing inputs and of the pages: the texts settle, a
/// second run changes nothing, and no finding that was fixed is left.
#[test]
fn fixes_settle() {
    let mut count = 0;
    for order in inputs() {
        let once = apply_safe_fixes(texts(&order, ""), "case");
        count += once.count();
        let twice = apply_safe_fixes(once.texts.clone(), "case");
        assert_eq!(once.texts, twice.texts, "{order}");
        assert_eq!(twice.count(), 0, "{order}");
        let left = report(once.texts, day(1));
        let safe =
            left.diagnostics.iter().find(|d| d.fix.as_ref().is_some_and(|f| f.applicability == Applicability::Safe));
        assert!(safe.is_none(), "{order}: {safe:?}");
    }
    assert!(count > 10, "only {count} fixes");
}

/// The `order` blocks of the specifications, each with those before it in its file.
fn inputs() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> =
        ["tests/spec/bad-input.md", "docs/language.md", "docs/tables.md"].map(|file| root.join(file)).into();
    let more = fs::read_dir(root.join("tests/spec/diagnostics")).into_iter().flatten();
    files.extend(more.map(|e| e.expect("a file").path()));
    files.sort();
    let mut inputs = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a specification");
        let mut prelude = String::new();
        for block in text.split("\n```order").skip(1) {
            let (info, rest) = block.split_once('\n').unwrap_or_default();
            let body = rest.split("\n```").next().unwrap_or_default();
            match info.trim() {
                "prelude" => prelude = format!("{body}\n"),
                _ => inputs.push(format!("{prelude}{body}\n")),
            }
        }
    }
    inputs
}

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 12, n).expect("a day")
}

/// A safe fix is an error's, or a warning's: what is only noted is not written over.
#[test]
fn only_findings_that_ask_for_it_are_fixed() {
    for order in inputs() {
        for d in report(texts(&order, ""), day(1)).diagnostics {
            let safe = d.fix.as_ref().is_some_and(|f| f.applicability == Applicability::Safe);
            assert!(!safe || matches!(d.severity, Severity::Error | Severity::Warning), "{}", d.message);
        }
    }
}
