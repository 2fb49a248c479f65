//! A deadline, counted and explained: a period on the command line, and the day
//! on which it ends with each step and its rule.
//!
//! Run it with `cargo run --example count_days -- "30 days after 2024-08-01" frap`.

#![expect(clippy::disallowed_methods, reason = "an example reads its own arguments")]

use ordain::{Counting, count};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let period = words.next().unwrap_or_else(|| "30 days after 2024-08-01".to_owned());
    let rules = words.next();
    let counted = count(&period, &Counting { rules: rules.as_deref(), ..Counting::default() })?;
    for step in &counted.steps {
        println!("{}  {}  {}", step.day, step.why, step.rule);
    }
    println!("due {}", counted.due);
    Ok(())
}
