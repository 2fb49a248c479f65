//! Documents and a privilege log with planted findings, an answer reached without
//! the engine, and the plan of the two duties measured by `benches/peers`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ordain_tables::row_engine::{Check, Column, Day, Goal, Join, JoinKey, Kind, Plan, SatisfiedBy, Scan, Test};

/// The two files, and what is wrong in them: `duty 1|2, document, category, missing|late`.
pub struct Production {
    pub documents: String,
    pub log: String,
    pub truth: Vec<String>,
    /// Rows of each category.
    pub categories: BTreeMap<String, u64>,
}

/// A small generator of numbers (SplitMix64): the same everywhere.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// So many of a thousand.
    pub fn often(&mut self, thousandths: u64) -> bool {
        self.below(1000) < thousandths
    }

    /// A day so many days after the first of a month of 28 days or more.
    fn day(&mut self, months: &[&str]) -> String {
        let month = months[self.below(months.len() as u64) as usize];
        format!("{month}-{:02}", 1 + self.below(28))
    }
}

/// So many documents. What is planted is written down as it is planted.
pub fn generate(rows: u64, seed: u64) -> Production {
    let mut n = Numbers(seed);
    let mut documents = String::from("doc_id,category,produced_on,withheld,privilege_basis,redacted\n");
    let (mut log, mut truth) = (Vec::new(), Vec::new());
    let mut categories = BTreeMap::new();
    for i in 1..=rows {
        let id = format!("DHS{i:08}");
        let category = 1 + n.below(5);
        *categories.entry(category.to_string()).or_insert(0) += 1;
        let withheld = n.often(120);
        let redacted = !withheld && n.often(60);
        // Category 4 is kept clean.
        let fault = if withheld || category == 4 { 9 } else { n.below(100) };
        let produced = match (withheld, fault) {
            (true, _) | (_, 0) => String::new(),
            (_, 1) => n
                .day(&["2023-12-02", "2024-01", "2024-03"].map(|m| m.get(..7).unwrap()))
                .replace("2023-12-01", "2023-12-02"),
            _ => n.day(&["2023-10", "2023-11"]),
        };
        if !withheld {
            match produced.as_str() {
                "" => truth.push(format!("1,{id},{category},missing")),
                late if late > "2023-12-01" => truth.push(format!("1,{id},{category},late")),
                _ => {}
            }
        }
        let owed = withheld || redacted;
        let basis = if owed { ["attorney-client", "work-product"][n.below(2) as usize] } else { "" };
        writeln!(documents, "{id},{category},{produced},{withheld},{basis},{redacted}").unwrap();
        let state = if owed { n.below(100) } else { 50 };
        if owed && state == 0 {
            truth.push(format!("2,{id},{category},missing"));
        } else if owed && state == 1 {
            log.push((id.clone(), n.day(&["2024-01", "2024-02"])));
            truth.push(format!("2,{id},{category},late"));
        } else if owed || n.often(2) {
            log.push((id.clone(), n.day(&["2023-11"])));
            if n.often(20) {
                // A supplement does not make the first entry late.
                log.push((id, "2024-02-20".to_owned()));
            }
        }
    }
    // Not in the order of the documents.
    for i in (1..log.len()).rev() {
        let j = n.below(i as u64 + 1) as usize;
        log.swap(i, j);
    }
    let mut text = String::from("doc_id,logged_on\n");
    log.iter().for_each(|(id, day)| writeln!(text, "{id},{day}").unwrap());
    truth.sort();
    Production { documents, log: text, truth, categories }
}

fn day(y: u32, m: u32, d: u32) -> Option<Day> {
    Day::new(y, m, d)
}

/// Every document not withheld produced by December 1, 2023; every one withheld or
/// redacted in the log by December 15.
pub fn plan(documents: &str, log: &str) -> Plan {
    let column = |field: &str, name: &str, kind| Column {
        field: field.to_owned(),
        name: name.to_owned(),
        position: None,
        kind,
        list: None,
    };
    let labels = ["1", "2", "3", "4", "5"].map(str::to_owned).to_vec();
    Plan {
        scans: vec![
            Scan {
                name: "log".to_owned(),
                files: vec![log.to_owned()],
                columns: vec![column("bates", "doc_id", Kind::Key), column("logged", "logged_on", Kind::Date(None))],
                unique: None,
            },
            Scan {
                name: "documents".to_owned(),
                files: vec![documents.to_owned()],
                columns: vec![
                    column("bates", "doc_id", Kind::Key),
                    column("category", "category", Kind::Label(Some(labels))),
                    column("produced", "produced_on", Kind::Date(None)),
                    column("withheld", "withheld", Kind::Flag),
                    column("redacted", "redacted", Kind::Flag),
                ],
                unique: Some(0),
            },
        ],
        joins: vec![Join { table: 0, by: JoinKey::Key(0), on: 0, date: Some(1), filter: Test::Always }],
        checks: vec![
            Check {
                name: "1".to_owned(),
                table: 1,
                filter: Test::Flag { column: 3, is: false },
                group: Some(1),
                ways: vec![SatisfiedBy::Dated(2)],
                due: day(2023, 12, 1),
                goal: Goal::Every,
            },
            Check {
                name: "2".to_owned(),
                table: 1,
                filter: Test::Any(vec![Test::Flag { column: 3, is: true }, Test::Flag { column: 4, is: true }]),
                group: Some(1),
                ways: vec![SatisfiedBy::Found(0)],
                due: day(2023, 12, 15),
                goal: Goal::Every,
            },
        ],
        as_of: day(2024, 4, 5).unwrap(),
        zone: None,
    }
}

/// All findings, check by check.
pub fn findings(found: &ordain_tables::row_engine::Found) -> Vec<ordain_tables::row_engine::Finding> {
    let mut all = Vec::new();
    for table in &found.findings {
        table.each(|f| all.push(f.clone())).unwrap();
    }
    all.sort();
    all
}

/// What was found, in the words of [`Production::truth`].
pub fn lines(plan: &Plan, found: &ordain_tables::row_engine::Found) -> Vec<String> {
    let mut lines: Vec<String> = findings(found)
        .iter()
        .map(|f| {
            let check = f.check as usize;
            let kind = if f.late.is_some() { "late" } else { "missing" };
            let group = &found.groups[check][f.group as usize].label;
            format!("{},{},{group},{kind}", plan.checks[check].name, f.name)
        })
        .collect();
    lines.sort();
    lines
}
