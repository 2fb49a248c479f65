//! What people will write, refused with what they meant.

use super::support::*;
use ordain_syntax::ast::*;

/// One finding, and after its fix none.
#[track_caller]
fn fixes_to(text: &str, expected: &str) {
    assert_eq!(findings(text), [expected], "{text}");
    let better = corrected(text);
    assert_eq!(findings(&better), Vec::<String>::new(), "{better}");
}

#[test]
fn ready_fixes() {
    fixes_to("¶ 1 Defendants shall produce log by December 1, 2023", "S0201: shall => must");
    fixes_to("¶ 1 Defendants shall not produce log until further order", "S0201: shall not => must not");
    fixes_to("¶ 1 Defendants will produce log by December 1, 2023", "S0202: will => must");
    fixes_to("¶ 1 Defendants may not produce log until further order", "S0203: may not => must not");
    fixes_to("¶ 1 Defendants msut produce log by December 1, 2023", "S0204: msut => must");
    fixes_to("Defendants msut produce log by December 1, 2023", "S0204: msut => must");
    fixes_to(
        "¶ 1 Defendants must produce log\n   withn 14 days after service\n   source MTC at 16",
        "S0205: withn => within",
    );
    fixes_to("¶ 1 Defendants must produce log withn 14 days after service", "S0205: withn => within");
    fixes_to("¶ 1 Defendants must produce log\n   bye December 1, 2023\n   source MTC at 16", "S0205: bye => by");
    fixes_to("¶ 1 Defendants must preserve log thru December 1, 2023", "S0205: thru => through");
    fixes_to("¶ 1 Defendants must produce log by December 1, 2023\n   unles \"privileged\"", "S0205: unles => unless");
    fixes_to("¶ 1 Defendants must produce log by December 1, 2023 exept \"privileged\"", "S0205: exept => except");
    fixes_to("1. Defendants must produce log by December 1, 2023", "S0209: 1. => ¶ 1");
    fixes_to("Paragraph 1: Defendants must produce log by December 1, 2023", "S0209: Paragraph 1: => ¶ 1");
    fixes_to("¶ 1 Defendants must produce log within 14 dys after service", "S0302: dys => days");
    fixes_to("the record is complete thru April 5, 2024 for productions by Defendants", "S0205: thru => through");
}

#[test]
fn what_is_missing_is_asked_for() {
    for (text, expected) in [
        (
            "¶ 1 Defendants must produce log within 14 days\n   source MTC at 16",
            "S0301: within 14 days =>  after entry",
        ),
        ("¶ 1 Within 14 days, Defendants must produce log", "S0301: Within 14 days =>  after entry"),
        ("¶ 1 Defendants must produce log within 14 after service", "S0302: 14 =>  days"),
        ("¶ 1 Defendants must produce log within fourteen (15) days after service", "S0303: fourteen (15)"),
        ("¶ 1 Defendants must produce log\n   source MTC at 16", "S0305: produce log =>  by <day>"),
        ("¶ 1 Defendants must produce log every 30 days\n   source MTC at 16", "S0307: every 30 days"),
        ("¶ 1 Defendants must produce log every 30 days after entry", "S0307: every 30 days after entry"),
        ("¶ 1 must produce log by December 1, 2023", "S0206: must => <party> "),
        ("¶ 1 Defendants must", "S0207: must"),
        ("¶ Defendants must produce log by December 1, 2023", "S0210: ¶"),
        ("expect MTC ¶ 1", "S0502: expect MTC ¶ 1"),
    ] {
        assert_eq!(findings(text), [expected], "{text}");
    }
    clean("¶ 1 Defendants may file reply");
    // Whether its order has an end, which would be the end of the prohibition too, the model says.
    clean("¶ 1 Defendants must not produce log");
}

#[test]
fn what_is_written_twice() {
    for (text, expected) in [
        ("¶ 1 Defendants must produce log by May 3, 2023 by May 4, 2023", "S0304: by May 4, 2023 => "),
        (
            "¶ 1 Defendants must produce log by May 3, 2023 unless \"a\" unless \"b\"",
            "S0306: unless \"b\" => unless any of: (1) \"a\"; (2) \"b\"",
        ),
        ("¶ 1 Defendants must produce log by May 3, 2023\n  except \"a\"\n  except \"b\"", "S0306: except \"b\""),
        ("¶ 1 Defendants must file motion if \"a\" and \"b\" or \"c\" by May 3, 2023", "S0208: or"),
    ] {
        assert_eq!(findings(text), [expected], "{text}");
    }
}

#[test]
fn a_bad_clause_leaves_its_neighbours() {
    let text = "¶ 1 Defendants must produce log\n  note unquoted\n  source the motion\n  within\n  to Plaintiffs\n  by May 3, 2023\n";
    assert_eq!(findings(text), ["S0309: note unquoted", "S0310: source the motion", "S0308: within"]);
    let p = paragraph(text);
    assert_eq!((p.clauses.len(), deadline(&p.clauses).as_str()), (2, "by 2023-05-03"));
}

#[test]
fn words_after_a_source_are_not_swallowed() {
    let text = "¶ 1 Defendants must produce log by May 3, 2023\n  source MTC at 16 privileged ones apart\n";
    let parsed = read(text);
    assert_eq!(errors(&parsed), 1, "{parsed:#?}");
}

#[test]
fn no_duty_is_made_of_what_could_not_be_read() {
    assert!(matches!(paragraph("¶ 1 must produce log by December 1, 2023").body, Body::Listed(_)));
}

#[test]
fn a_bad_line_never_hurts_its_neighbours() {
    let text = "ordr MTC \"x\"\n¶ 1 Defendants must produce log by May 3, 2023\n)(*&^%\n¶ 2 Defendants must file answer no deadline\n";
    let parsed = read(text);
    assert_eq!(errors(&parsed), 2);
    assert_eq!(paragraphs(&parsed.statements).len(), 2);
    assert_eq!(parsed.diagnostics[0].help.as_deref(), Some("write `order`"));
}
