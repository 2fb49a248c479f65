//! What is known fails no build; what is new, or worse, does.

use ordain_core::report::{Baseline, Fails, Report, State};
use ordain_core::verdict::{Kind, Modality};
use ordain_render::Options;

use super::{matter, reports, with};

const LATE: Fails = Fails { late: true, undetermined: false };
const STRICT: Fails = Fails { late: false, undetermined: true };

/// Whether the build fails, with what was written of the first report known.
fn fails(known: &Report, now: &Report, fails: Fails) -> bool {
    let compared = Baseline::of(known).compare(now).unwrap();
    now.duties_fail(fails, Some(&compared)) || now.doubt_fails(fails, Some(&compared))
}

#[test]
fn it_reads_what_it_writes_and_writes_it_sorted() {
    for (which, report) in reports::all() {
        let baseline = Baseline::of(&report);
        assert_eq!(Baseline::read(&baseline.write()).unwrap(), baseline, "{which}");
        let ids: Vec<&str> = baseline.known.iter().map(|e| e.id.as_str()).collect();
        assert!(ids.is_sorted(), "{which}: {ids:?}");
    }
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("baseline", Baseline::of(&reports::breach()).write());
    });
}

#[test]
fn what_is_no_baseline_is_refused() {
    let good = Baseline::of(&reports::breach()).write();
    for (text, why) in [
        ("".to_owned(), "it is not JSON"),
        ("{}".to_owned(), "it does not say"),
        (good.replace("baseline/1", "baseline/2"), "this version reads `ordain.baseline/1`"),
        (good.replace("\"known\"", "\"knowns\""), "knowns"),
        (good.replacen("\"breached\"", "\"violated\"", 1), "`violated` of MTC ¶ 1 category 1 is no verdict"),
    ] {
        let said = Baseline::read(&text).unwrap_err();
        assert!(said.contains(why), "{said}");
    }
}

#[test]
fn what_merely_goes_on_is_known() {
    let then = reports::breach();
    let mut now = reports::breach();
    now.as_of = matter::day(2024, 5, 1);
    for v in &mut now.columns[0].verdicts {
        for part in std::iter::once(v).flat_map(|v| &mut v.parts) {
            part.days = part.days.map(|d| d + 26);
        }
    }
    assert!(now.duties_fail(Fails::BREACHES, None));
    assert!(!fails(&then, &now, LATE));
    assert!(!fails(&reports::undetermined(), &reports::undetermined(), STRICT));
}

type Change = fn(&mut Report);

#[test]
fn what_is_new_or_worse_fails() {
    let changes: [(&str, Change, Change); 7] = [
        ("another part", |r| r.columns[0].verdicts[0].parts[0].kind = Kind::Met, |_| {}),
        ("late, now breached", |r| r.columns[0].verdicts[0].parts[0].kind = Kind::Late, |_| {}),
        ("cannot be decided, now breached", |r| r.columns[0].verdicts[0].parts[1].kind = Kind::Undetermined, |_| {}),
        ("later than it was", |r| r.columns[0].verdicts[1].days = Some(40), |_| {}),
        (
            "another day missed",
            |_| {},
            |r| {
                r.columns[0].verdicts[0].parts[2].due = Some(matter::due(matter::day(2024, 1, 5)));
            },
        ),
        ("another paragraph", |r| drop(r.columns[0].verdicts.remove(0)), |_| {}),
        ("another act that is forbidden", |r| acts(r, 1), |r| acts(r, 2)),
    ];
    for (what, before, after) in changes {
        let (mut then, mut now) = (reports::breach(), reports::breach());
        before(&mut then);
        after(&mut now);
        assert!(fails(&then, &now, LATE), "{what}");
        assert!(!fails(&now, &now, LATE), "{what}: all of it known");
    }
}

/// Makes the first paragraph a prohibition that so many acts break.
fn acts(report: &mut Report, n: usize) {
    let v = &mut report.columns[0].verdicts[0];
    (v.modality, v.parts) = (Modality::MustNot, Vec::new());
    v.facts = vec![v.facts[0].clone(); n];
}

#[test]
fn a_baseline_of_another_view_is_refused() {
    let mut other = reports::breach();
    other.columns[0].view = ordain_core::report::View::Party("Defendants".into());
    let said = Baseline::of(&reports::breach()).compare(&other).unwrap_err();
    assert_eq!(said, "it was written for the view `court`, and this is `Defendants`");
}

#[test]
fn the_formats_say_what_is_known() {
    let report = reports::breach();
    let known = Baseline::of(&report).compare(&report).unwrap();
    assert_eq!(known.state(&report.verdicts()[0]), State::Known);
    let show = |format| with(format, &report, |o| Options { baseline: Some(&known), status: 0, fails: LATE, ..o });
    assert!(show("github").contains("::notice file=") && !show("github").contains("::error"));
    assert!(show("sarif").contains("\"baselineState\": \"unchanged\"") && show("sarif").contains("suppressions"));
    assert!(show("junit").contains("known to the baseline") && !show("junit").contains("<failure"));
    assert!(show("gitlab").contains("\"severity\": \"info\"") && !show("gitlab").contains("critical"));
    assert!(show("rdjson").contains("\"severity\": \"INFO\"") && !show("rdjson").contains("\"ERROR\""));
    assert!(show("markdown").contains("(known)"), "{}", show("markdown"));
}

#[test]
fn the_summary_counts() {
    let mut then = reports::breach();
    then.columns[0].verdicts[0].parts[0].kind = Kind::Late;
    let mut now = reports::breach();
    now.columns[0].verdicts[0].parts[4].kind = Kind::Met;
    let gone = &mut then.columns[0].verdicts[0].parts[1];
    gone.id = "MTC ¶ 9".into();
    let summary = Baseline::of(&then).compare(&now).unwrap().summary();
    assert_eq!(
        summary,
        "3 known, 1 new, 1 worse than known, 2 of the baseline no longer there\n  MTC ¶ 1 category 1: was late, is breached"
    );
}
