//! Laws of fixes over generated matters.

use super::*;

/// Each verdict and those of its parts, in a line.
fn verdicts(report: &Report) -> Vec<String> {
    fn each(v: &Verdict, out: &mut Vec<String>) {
        out.push(format!("{} {} {:?} {:?}", v.id, v.kind.name(), v.days, v.due.as_ref().map(|d| d.day)));
        v.parts.iter().for_each(|p| each(p, out));
    }
    let mut out = Vec::new();
    report.verdicts().iter().for_each(|v| each(v, &mut out));
    out
}

/// A line that no fix touches keeps the matter incomplete before and after, so
/// that the only difference between the two is the fixes themselves.
const UNREAD: &str = "nobody can read this line\n";

fn paragraph() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec!["¶ %", "%.", "(%)", "• ¶ %", "- ¶ %", "  ¶ %", "¶ %\u{a0}", "%)"]);
    let who = prop::sample::select(vec![
        "Defendants",
        "defendants",
        "DEFENDANTS",
        "Plaintiffs",
        "each party",
        "IT IS ORDERED that Defendants",
        "Defen\u{ad}dants",
    ]);
    let modal = prop::sample::select(vec!["must", "shall", "MUST", "SHALL", "shall not", "must not", "will", "msut"]);
    let act = prop::sample::select(vec![
        "file answer",
        "file brief",
        "destroy records",
        "file \"shall file\"",
        "file ans\u{7}wer",
    ]);
    let when = prop::sample::select(vec![
        " by December 1, 2023",
        "\n     by December 8, 2023",
        "\nby December 4, 2023",
        " within 14 days after entry",
        " continuing",
        "\n• by December 4, 2023",
        "\n\u{7}by December 4, 2023",
        "",
    ]);
    let more = prop::sample::select(vec![
        "",
        "\n     source MTC at 16",
        "\nsource MTC at 16",
        "\n     unless \"it settles\"",
        "\nunless \"it settles\"",
        "\n- unless \"it settles\"",
    ]);
    (mark, who, modal, act, when, more)
        .prop_map(|(mark, who, modal, act, when, more)| format!("{mark} {who} {modal} {act}{when}{more}\n"))
}

fn facts() -> impl Strategy<Value = String> {
    let fact = prop::sample::select(vec![
        "on November 30, 2023 Defendants filed answer\n  source Dkt. 30\n",
        "on December 6, 2023 defendants filed brief\n  source Dkt. 31\n",
        "on December 2, 2023 Defendants destroyed records\nsource Dkt. 32\n",
        "• on November 29, 2023 Plaintiffs filed answer\n  source Dkt. 33\n",
        "the record is complete through December 31, 2023 for filings by Defendants\n",
    ]);
    prop::collection::vec(fact, 0..4).prop_map(|f| f.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// What was read keeps its verdict, and is read the same when it is fixed.
    #[test]
    fn no_mend_of_an_order_changes_a_verdict(paragraphs in prop::collection::vec(paragraph(), 1..4), n in 1_u32..28, facts in facts()) {
        let body: String = paragraphs.iter().enumerate().map(|(i, p)| p.replacen('%', &(i + 1).to_string(), 1)).collect();
        let before = texts(&format!("{HEAD}{UNREAD}{body}"), &facts);
        // The facts are held as they are: a fact that is read at last may well decide.
        let mut after = apply_safe_fixes(before.clone(), "case").texts;
        after[1] = before[1].clone();
        let (was, is) = (report(before.clone(), day(n)), report(after.clone(), day(n)));
        let is = verdicts(&is);
        for verdict in verdicts(&was) {
            prop_assert!(is.contains(&verdict), "{verdict} of\n{body}\nis now {is:#?} of\n{}", String::from_utf8_lossy(&after[0].bytes));
        }
    }

    #[test]
    fn mending_twice_changes_nothing_more(paragraphs in prop::collection::vec(paragraph(), 0..4), facts in facts()) {
        let body: String = paragraphs.iter().enumerate().map(|(i, p)| p.replacen('%', &(i + 1).to_string(), 1)).collect();
        let once = apply_safe_fixes(texts(&format!("{HEAD}{body}"), &facts), "case");
        let twice = apply_safe_fixes(once.texts.clone(), "case");
        prop_assert_eq!(&once.texts, &twice.texts);
        prop_assert_eq!(twice.count(), 0);
    }

    #[test]
    fn any_text_is_fixed_without_panic(text in "\\PC{0,60}(\n[•1. ¶\u{7}\u{ad}a-zA-Z\"]{0,12}){0,6}") {
        let Fixed { texts, .. } = apply_safe_fixes(texts(&text, ""), "case");
        prop_assert!(std::str::from_utf8(&texts[0].bytes).is_ok());
    }
}
