//! Every format on the same reports, built by hand.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]

#[path = "render/matter.rs"]
mod matter;

use ordain::render::{Style, json, plain, schema, terminal, why};

#[test]
fn look() {
    for w in [80, 40, 120] {
        println!("=== {w}\n{}", terminal::render(&matter::report(), &Style::new(w)));
        println!("=== views {w}\n{}", terminal::render(&matter::views(), &Style::new(w)));
        println!("=== bad {w}\n{}", terminal::render(&matter::bad(), &Style::new(w)));
        let t = why::find(&matter::report(), "mtc 1").unwrap();
        println!("=== why {w}\n{}", why::render(&matter::report(), &t, &Style::new(w)));
    }
    println!("{}", terminal::render(&matter::report(), &Style::new(80).ascii()));
    println!("{}", plain::render(&matter::report(), &Style::new(80)));
    println!("{}", json::render(&matter::views()).chars().take(3000).collect::<String>());
    let _ = schema::render();
}
