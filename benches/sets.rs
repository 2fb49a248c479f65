//! The engine alone over two files on the disk: `cargo bench --bench sets -- DIR
//! [threads] [memory]`. Prints each finding as `benches/peers` has them, so that
//! other people's answers can be held against it; without a folder it does nothing.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "a measurement, not a part of the program")]

#[path = "../tests/it/sets/production.rs"]
#[expect(dead_code, reason = "its generator is for the tests")]
mod production;

use std::fs::File;
use std::io::{self, Write};

use ordain_tables::delimited::Dialect;
use ordain_tables::row_engine::{Opened, Options, Scratch, Source, run_plan};

struct Disk;

impl Source for Disk {
    fn open(&self, file: &str) -> io::Result<Opened<'_>> {
        Ok(Opened::Delimited(Box::new(File::open(file)?), Dialect::csv()))
    }

    fn scratch(&self) -> io::Result<Box<dyn Scratch>> {
        Err(io::Error::other("this measurement does not spill"))
    }
}

fn main() {
    let mut args = std::env::args().skip(1).filter(|a| a != "--bench");
    let Some(folder) = args.next() else { return };
    let threads = args.next().map_or(2, |n| n.parse().unwrap());
    let plan = production::plan(&format!("{folder}/docs.csv"), &format!("{folder}/privlog.csv"));
    let found = run_plan(&plan, &Disk, Options { threads, ..Options::default() }).unwrap();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in production::lines(&plan, &found) {
        writeln!(out, "O{line}").unwrap();
    }
    let fail = |bad: bool| if bad { "FAIL" } else { "PASS" };
    let bad = |check: usize, label: &str| {
        found.groups[check].iter().any(|g| (label.is_empty() || g.label == label) && g.tally.late + g.tally.missing > 0)
    };
    for label in ["1", "2", "3", "4", "5"] {
        writeln!(out, "V,O1.{label},{}", fail(bad(0, label))).unwrap();
    }
    writeln!(out, "V,O2,{}\nV,ALL,{}", fail(bad(1, "")), fail(bad(0, "") || bad(1, ""))).unwrap();
}
