//! What is due next: reads a matter from texts in memory, and lists its pending
//! duties by day.
//!
//! Run it with `cargo run --example deadlines`.

use std::error::Error;

use ordain::{Matter, NaiveDate, Question, VerdictKind, check};

const ORDER: &str = "\
matter \"Roe v. Borough\"
  court D. Mass.
party Plaintiff
party Borough
order Scheduling \"Scheduling Order\", entered May 2, 2024
¶ 1  Borough must serve initial disclosures by May 24, 2024
¶ 2  Plaintiff must file amended complaint within 21 days after entry of this order
¶ 3  Borough must file answer by June 28, 2024
";

const RECORD: &str = "\
on May 20, 2024 Borough served initial disclosures
  source Dkt. 14
";

fn main() -> Result<(), Box<dyn Error>> {
    let matter = Matter::new("Roe v. Borough").file("orders.order", ORDER).file("record.facts", RECORD);
    let day = NaiveDate::from_ymd_opt(2024, 5, 21).ok_or("no such day")?;
    let report = check(&matter, &Question::on(day));

    for finding in report.findings() {
        println!("{}: {}", finding.severity(), finding.message());
    }
    let mut pending: Vec<_> = report.verdicts().filter(|v| v.kind() == VerdictKind::Pending).collect();
    pending.sort_by_key(|v| v.due());
    for verdict in pending {
        let due = verdict.due().map_or("no day yet".to_owned(), |d| d.to_string());
        println!("{due}  {}  {}", verdict.id(), verdict.bearers().join(", "));
    }
    Ok(())
}
