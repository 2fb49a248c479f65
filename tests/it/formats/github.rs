//! What GitHub takes for a command, and what it shows of them.

use ordain_base::diag::codes::{duties, facts};
use ordain_base::diag::{Code, Diagnostic};
use ordain_base::source::Span;

use super::{matter, reports, written};

#[test]
fn no_fact_starts_a_command() {
    let text = written("github", &reports::hostile());
    let commands: Vec<&str> = text.lines().filter(|l| l.trim_start().starts_with("::")).collect();
    assert_eq!(commands.len(), 2, "one for each finding:\n{text}");
    for command in commands {
        assert!(command.starts_with("::error file=evil"), "{command}");
        let (properties, message) = command[2..].split_once("::").unwrap();
        assert!(!properties.contains("%: "), "{properties}");
        for pair in properties.split_once(' ').unwrap().1.split(',') {
            let (key, value) = pair.split_once('=').unwrap();
            assert!(["file", "line", "endLine", "col", "endColumn", "title"].contains(&key), "{key} in {properties}");
            assert!(!value.contains([':', ',']), "{value}");
        }
        assert!(message.contains("100%25"), "{message}");
    }
    assert!(!text.contains("##["), "the older form of a command:\n{text}");
}

#[test]
fn at_most_ten_of_a_level_the_worst_first_and_then_a_count() {
    let mut report = reports::breach();
    let span = Span::new(0, 5);
    let some = |code: Code, n: usize| (0..n).map(move |i| Diagnostic::new(code, format!("finding {i}"), span, "here"));
    report.diagnostics = some(facts::UNDATED, 11)
        .chain(some(facts::COUNTS_DIFFER, 12))
        .chain(some(duties::BREACHED, 13))
        .chain(some(duties::UNDETERMINED, 1))
        .collect();
    let text = written("github", &report);
    let starts = |with: &str| text.lines().filter(|l| l.starts_with(with)).count();
    assert_eq!((starts("::error "), starts("::warning "), starts("::notice ")), (10, 10, 10), "{text}");
    assert!(text.contains("\nordain: 3 errors more, not annotated\n"), "{text}");
    assert!(text.contains("\nordain: 3 warnings more, not annotated\n"), "{text}");
    let warnings: Vec<&str> = text.lines().filter(|l| l.starts_with("::warning")).collect();
    assert!(warnings[0].contains("D0302"), "what cannot be decided before what is odd: {}", warnings[0]);
}

#[test]
fn columns_only_within_one_line() {
    let mut report = matter::empty(matter::sources());
    report.diagnostics = vec![Diagnostic::new(duties::BREACHED, "x", Span::new(0, 60), "two lines")];
    let text = written("github", &report);
    assert!(
        text.starts_with("::error file=rules/immdef/mtc.order,line=1,endLine=3,title=D0301 duty-breached::X"),
        "{text}"
    );
}
