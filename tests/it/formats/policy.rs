//! Levels of warnings and notes, and duties that fall due soon.

use ordain_base::diag::Severity;
use ordain_core::report::{Fails, Level, Levels};
use ordain_core::verdict::Kind;

use super::{matter, reports};

fn levels(set: &[(&str, Level)]) -> Levels {
    let mut levels = Levels::default();
    for (code, level) in set {
        levels.set(code, *level).unwrap();
    }
    levels
}

fn severities(report: &ordain_core::report::Report, code: &str) -> Vec<Severity> {
    report.diagnostics.iter().filter(|d| d.code.id == code).map(|d| d.severity).collect()
}

#[test]
fn warnings_are_left_out_or_fail_the_build() {
    let mut report = reports::breach();
    report.set_levels(&levels(&[("duty-late", Level::Allow)]));
    assert!(severities(&report, "D0303").is_empty());

    let mut report = reports::late();
    assert!(!report.duties_fail(Fails::BREACHES, None));
    report.set_levels(&levels(&[("d0303", Level::Deny)]));
    assert_eq!(severities(&report, "D0303"), [Severity::Error]);
    assert!(report.duties_fail(Fails::BREACHES, None), "a denied finding about a duty fails as a breach does");
    assert!(!report.files_wrong(), "and the files are not wrong for it");
}

#[test]
fn a_denied_lint_of_the_files_says_that_they_are_wrong() {
    let mut report = reports::late();
    let span = report.diagnostics[0].span();
    let lint = ordain_base::diag::codes::facts::COUNTS_DIFFER;
    report.diagnostics.push(ordain_base::diag::Diagnostic::new(lint, "x", span, "y"));
    assert!(!report.files_wrong());
    report.set_levels(&levels(&[("counts-differ", Level::Deny)]));
    assert!(report.files_wrong());
    assert_eq!(report.diagnostics[0].code.id, "F0201", "errors come first");
}

#[test]
fn errors_and_breaches_keep_their_weight() {
    let refused = |code: &str| Levels::default().set(code, Level::Allow).unwrap_err();
    assert_eq!(refused("D0301"), "D0301 is a breach: only warnings and notes can be set to `allow`");
    assert_eq!(refused("unknown-word"), "N0201 is an error: only warnings and notes can be set to `allow`");
    assert_eq!(
        refused("D0302"),
        "D0302 is undetermined; --strict makes it fail: only warnings and notes can be set to `allow`"
    );
    assert_eq!(refused("D9303"), "there is no code `D9303`: did you mean `D0303`?");
    assert_eq!(refused("duty-lat"), "there is no code `duty-lat`: did you mean `duty-late`?");
    let mut twice = levels(&[("D0303", Level::Deny)]);
    assert_eq!(twice.set("duty-late", Level::Warn).unwrap_err(), "D0303 is set to `deny` and to `warn`");
}

#[test]
fn the_command_line_goes_before_the_settings() {
    let flags = levels(&[("D0303", Level::Warn)]);
    let file = levels(&[("D0303", Level::Deny), ("F0203", Level::Allow)]);
    let both = flags.with_fallback(&file);
    assert_eq!(both, levels(&[("D0303", Level::Warn), ("F0203", Level::Allow)]));
}

#[test]
fn duties_that_fall_due_soon_are_findings() {
    let soon = |days: u32| {
        let mut report = reports::pending();
        report.note_due_within(days);
        report.diagnostics.iter().map(|d| d.message.clone()).collect::<Vec<_>>()
    };
    assert!(soon(13).is_empty());
    let said = soon(14);
    assert_eq!(said, ["Defendants have not yet  (Enforcement ¶ 1): due in 14 days"].map(String::from));
    assert_eq!(soon(u32::MAX), said);
}

#[test]
fn parts_that_fall_due_soon_share_a_note_a_day() {
    let mut report = reports::parts();
    report.diagnostics.clear();
    for (i, part) in report.columns[0].verdicts[0].parts.iter_mut().enumerate() {
        part.kind = if i < 6 { Kind::Pending } else { Kind::Met };
        part.due = Some(matter::due(matter::day(2024, 4, if i % 2 == 0 { 6 } else { 12 })));
    }
    report.columns[0].verdicts[0].done = "completed CAR categories 1-5".into();
    report.note_due_within(7);
    let said: Vec<&str> = report.diagnostics.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(
        said,
        [
            "Defendants have not yet completed CAR categories 1-5 (MTC ¶ 1 categories 1, 3 and 5): due in 1 day",
            "Defendants have not yet completed CAR categories 1-5 (MTC ¶ 1 categories 2, 4 and 6): due in 7 days",
        ]
    );
}
