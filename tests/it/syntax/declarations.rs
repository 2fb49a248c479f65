//! Matters, parties, records, papers, orders.

use super::support::*;
use ordain_syntax::ast::*;

#[test]
fn a_matter() {
    let statements = clean(
        "matter \"IDLC v. Mayorkas\"\n  number \"CV 20-9893 JGB (SHKx)\"\n  court  C.D. Cal.   # sets the rest\n  zone America/Los_Angeles\n  case \"20-1\", \"20-2\"\n",
    );
    let StatementKind::Matter(m) = &statements[0].kind else { panic!() };
    assert_eq!(m.caption.as_ref().map(|c| c.value.as_str()), Some("IDLC v. Mayorkas"));
    assert_eq!(m.court.as_ref().map(words).as_deref(), Some("C.D. Cal."));
    assert_eq!(m.zone.as_ref().map(words).as_deref(), Some("America/Los_Angeles"));
    assert_eq!(m.cases.len(), 2);
}

#[test]
fn parties() {
    let statements = clean(
        "party Defendants\n  members DHS, CBP,\n    ICE\n  alias Government\nnonparty Jewish Family Service of San Diego, alias \"JFS\"\nparty Pacific Bell Corp.\n",
    );
    let names: Vec<_> = statements
        .iter()
        .map(|s| {
            if let StatementKind::Party(p) = &s.kind {
                (words(&p.name), p.members.len(), p.aliases.len())
            } else {
                panic!()
            }
        })
        .collect();
    assert_eq!(
        names,
        [
            ("Defendants".into(), 3, 1),
            ("Jewish Family Service of San Diego".into(), 0, 1),
            ("Pacific Bell Corp.".into(), 0, 0)
        ]
    );
}

#[test]
fn a_record_and_what_is_said_of_each_category() {
    let text = "\
record CAR \"Certified Administrative Record\"
  the following 2 categories
  category 1 \"Communications\"
    clarified \"with any agency\"
    source MTC at 3
  category 2 \"Guidance\", judgment \"sufficiently similar\"
    note \"of the category\"
  note \"of the record\"
";
    let statements = clean(text);
    let StatementKind::Record(r) = &statements[0].kind else { panic!() };
    assert_eq!(r.counted.as_ref().map(|c| c.value), Some(2));
    assert_eq!((r.categories[0].clarified.len(), r.categories[0].sources.len()), (1, 1));
    assert_eq!((r.categories[1].judgments.len(), r.categories[1].notes.len()), (1, 1));
    assert_eq!(r.notes.len(), 1);
}

#[test]
fn papers_hearings_and_verbs() {
    let text = "\
document Answer \"answer or other responsive pleading\"
  includes \"answer\", \"motion to dismiss\"
document opposition to Motion
document source code
hearing Status on April 8, 2024 at 9:00 a.m.
motion Enforce \"Motion to enforce\", Dkt. 300, filed January 2, 2024, by Plaintiffs
verb \"depose\" past \"deposed\"
";
    let statements = clean(text);
    let StatementKind::Named(answer) = &statements[0].kind else { panic!() };
    assert_eq!(answer.includes.len(), 2);
    let StatementKind::Named(hearing) = &statements[3].kind else { panic!() };
    assert_eq!(hearing.date.as_ref().map(date).as_deref(), Some("2024-04-08 09:00"));
    let StatementKind::Named(motion) = &statements[4].kind else { panic!() };
    assert_eq!(motion.docket.as_ref().map(|d| d.paper.as_str()), Some("Dkt. 300"));
    assert_eq!(motion.by.as_ref().map(words).as_deref(), Some("Plaintiffs"));
    assert!(matches!(&statements[5].kind, StatementKind::Verb(v) if v.past.value == "deposed"));
}

#[test]
fn an_order_and_its_effects() {
    let statements = clean(
        "order Enforcement \"Order granting motion to enforce\"\n  Dkt. 312, entered April 5, 2024\n  signed April 4, 2024\n  enforces MTC\n  text \"order.txt\"\n",
    );
    let StatementKind::Order(o) = &statements[0].kind else { panic!() };
    assert_eq!(o.docket.as_ref().map(|d| d.paper.as_str()), Some("Dkt. 312"));
    assert_eq!(o.effects[0].verb.value, DispositionVerb::Enforces);
    assert_eq!(o.signed.as_ref().map(|d| d.day), Some(day("2024-04-04")));
    assert_eq!(o.text.as_ref().map(|t| t.value.as_str()), Some("order.txt"));
}

#[test]
fn properties_out_of_place() {
    assert_eq!(findings("order X\n  entred May 3, 2023\n"), ["S0103: entred May 3, 2023"]);
    assert_eq!(findings("order X\n  entered May 3, 2023\n  entered May 4, 2023\n"), ["S0402: entered May 4, 2023"]);
    assert_eq!(findings("party X\n  entered May 3, 2023\n"), ["S0401: entered May 3, 2023"]);
    assert_eq!(findings("order\n"), ["S0403: order"]);
}
