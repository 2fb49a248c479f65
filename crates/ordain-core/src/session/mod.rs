//! The passes in order: read, parse, resolve, evaluate, report. Pure: what is on
//! a disk comes in as texts and through [`files`].

mod asked;
mod cover;
mod docket;
mod examined;
mod expectations;
mod facts_used;
pub mod files;
mod fix;
mod hypothesis;
mod inputs;
mod left_open;
mod own_examples;
mod papers;
mod parsing;
mod passes;
mod reconcile;
mod repeated_names;
mod row_files;
mod rows;
mod search_found_none;
pub mod standard_rules;
pub mod tables;
mod texts;
mod timeline;

use crate::anatomy::Anatomy;
use crate::outline::Outline;
use crate::report::{HypothesisOutcome, Report};
use files::Text;
use ordain_tables::row_engine;
use passes::Matter;

pub use asked::{AsOf, Options, Views};
pub use cover::{Cover, OrderCover, cover, cover_with};
pub use examined::{Examined, examine};
pub use expectations::{Expectation, Tested};
pub use fix::{Fixed, apply_safe_fixes};
pub use hypothesis::Hypothesis;
pub use inputs::{Inputs, OnProgress, OrderTextFile};
pub use papers::{PaperFault, PaperFaultKind, PaperReader, PaperText};
pub use reconcile::reconcile_statements;
pub use timeline::{Between, Since, changes_since, diff, diff_with, history, history_with};

/// Checks one matter. Never fails: whatever is wrong is a diagnostic of the
/// report. `name` means the matter where it has no caption.
#[must_use]
pub fn check(texts: Vec<Text>, name: &str, options: &Options) -> Report {
    check_with(texts, &Inputs::default(), name, options)
}

/// The same, with more than the files.
#[must_use]
pub fn check_with(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str, options: &Options) -> Report {
    Matter::read(texts, inputs, name).report(options)
}

/// Checks a matter under a hypothesis, and says what the hypothesis changed.
/// Without one, the same as [`check_with`].
#[must_use]
pub fn check_hypothesis(
    texts: Vec<Text>,
    inputs: &Inputs<'_>,
    name: &str,
    options: &Options,
    hypothesis: &Hypothesis,
) -> Report {
    let Hypothesis { assume, without } = hypothesis;
    if hypothesis.is_empty() {
        return Matter::read(texts, inputs, name).report(options);
    }
    let before = Matter::read(texts.clone(), inputs, name).report(options);
    let mut after = Matter::read_under(hypothesis, texts, inputs, name).report(options);
    // A slip in an argument puts doubt on all of the record: nothing it changes is meant.
    let found = match after.incomplete && !before.incomplete {
        true => HypothesisOutcome::unread(assume, without),
        false => HypothesisOutcome::between(assume, without, before.verdicts(), after.verdicts()),
    };
    after.hypothesis = Some(found);
    after
}

/// What a matter asks of its tables on a day: nothing where it asks nothing.
#[must_use]
pub fn plan(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str, options: &Options) -> Option<row_engine::Plan> {
    Matter::read(texts, inputs, name).plan(options)
}

/// Reads the paragraphs of a matter back from what was understood of them.
#[must_use]
pub fn outline_matter(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str) -> Outline {
    let matter = Matter::read(texts, inputs, name);
    let mut paragraphs = crate::outline::paragraphs(&matter.model);
    // What the heads of orders do comes first, and is no paragraph.
    for (outline, paragraph) in paragraphs.iter_mut().rev().zip(matter.model.paragraphs.iter().rev()) {
        outline.statement = crate::statements::paragraph(&matter.model, paragraph);
    }
    Outline {
        paragraphs,
        incomplete: matter.incomplete,
        errors: matter.errors(),
        matter: matter.model.caption,
        sources: matter.sources,
    }
}

/// Takes the paragraphs that an outline of the same files kept apart, for drawings.
#[must_use]
pub fn anatomy_of_matter(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str, kept: &Outline) -> Anatomy {
    let matter = Matter::read(texts, inputs, name);
    let Matter { model, ledger, parsed, sources, .. } = &matter;
    let (orders, facts, changes) = crate::anatomy::anatomy(model, ledger, parsed, sources, &kept.paragraphs);
    Anatomy {
        matter: model.caption.clone(),
        orders,
        facts,
        changes,
        incomplete: matter.incomplete,
        errors: matter.errors(),
        sources: matter.sources,
    }
}

/// Checks one matter and every `expect` in it.
#[must_use]
pub fn test(texts: Vec<Text>, name: &str, options: &Options) -> Tested {
    test_with(texts, &Inputs::default(), name, options)
}

/// The same, with more than the files.
#[must_use]
pub fn test_with(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str, options: &Options) -> Tested {
    let matter = Matter::read(texts, inputs, name);
    let expectations = expectations::run(&matter);
    Tested { report: matter.report(options), expectations }
}

#[cfg(test)]
mod tests {
    use super::files::Text;
    use super::{AsOf, Options, Views, check};
    use std::fmt::Write;

    /// Findings of one code past the most that are listed are counted, in orders and in facts.
    #[test]
    fn more_findings_than_are_listed_are_counted() {
        let head = "matter \"Doe v. Acme\"\nparty Wren\norder Plan, entered October 19, 2023\n";
        let (mut orders, mut facts) = (head.to_owned(), String::new());
        for n in 1..=400 {
            let _ = writeln!(orders, "¶ {n}  Wren must file gribble by December 1, 2023");
            let _ = writeln!(facts, "on December 1, 2023 Wren filed gribble");
        }
        let duty = format!("{head}¶ 1  Wren must file answer by December 1, 2023\n");
        for (orders, facts) in [(orders, String::new()), (duty, facts)] {
            let text = |path: &str, text: String| Text { path: path.to_owned(), bytes: text.into_bytes() };
            let day = chrono::NaiveDate::from_ymd_opt(2024, 7, 1).unwrap();
            let options = Options { as_of: AsOf::On(day), known_on: None, views: Views::All };
            let report = check(vec![text("a.order", orders), text("a.facts", facts)], "case", &options);
            let counted = report.diagnostics.iter().filter(|d| d.message.contains("100 more findings of the code"));
            assert_eq!(counted.count(), 1);
        }
    }
}
