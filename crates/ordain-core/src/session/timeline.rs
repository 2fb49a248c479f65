//! A matter over time: what was in force when, and what changed between two days.

use chrono::NaiveDate;

use super::asked::{AsOf, Options, Views};
use super::files::Text;
use super::inputs::Inputs;
use super::passes::Matter;
use crate::eval::{Question, Side, histories_of_paragraphs};
use crate::report::{Changes, EarlierReports, Histories, View, compare_verdicts};

/// The two days of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Between {
    /// The earlier day.
    pub from: NaiveDate,
    /// The later day.
    pub to: NaiveDate,
    /// The day to which the record and the docket are read on both; each its own where none is given.
    pub known_on: Option<NaiveDate>,
    /// Whose account is taken.
    pub view: View,
}

/// What was in force when, as the docket is known on the day asked about.
#[must_use]
pub fn history(texts: Vec<Text>, name: &str, options: &Options) -> Histories {
    history_with(texts, &Inputs::default(), name, options)
}

/// The same, with more than the files: a docket shows when orders were entered.
#[must_use]
pub fn history_with(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str, options: &Options) -> Histories {
    let matter = Matter::read(texts, inputs, name);
    let (as_of, as_of_given) = match options.as_of {
        AsOf::On(day) => (day, true),
        AsOf::Today(now) => (matter.today(now), false),
    };
    let known_on = options.known_on.unwrap_or(as_of);
    let asked = Question { as_of, known_on, side: Side::Court };
    Histories {
        histories: histories_of_paragraphs(&matter.model, &matter.ledger, matter.incomplete, asked),
        matter: matter.model.caption,
        as_of,
        as_of_given,
        known_on,
        incomplete: matter.incomplete,
        inputs: matter.inputs,
        sources: matter.sources,
    }
}

/// What changed in duties, dates and verdicts between two days.
#[must_use]
pub fn diff(texts: Vec<Text>, name: &str, between: &Between) -> Changes {
    diff_with(texts, &Inputs::default(), name, between)
}

/// The same, with more than the files.
#[must_use]
pub fn diff_with(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str, between: &Between) -> Changes {
    let matter = Matter::read(texts, inputs, name);
    let mut unknown = Vec::new();
    let sides = matter.sides(&Views::One(between.view.clone()), &mut unknown);
    let (view, side) = sides.into_iter().next().unwrap_or((View::Court, Side::Court));
    let before = matter.ask(between.from, between.known_on, side);
    let after = matter.ask(between.to, between.known_on, side);
    let (changes, same) = compare_verdicts(&before.verdicts, &after.verdicts);
    Changes {
        from: between.from,
        to: between.to,
        known_from: between.known_on.unwrap_or(between.from),
        known_to: between.known_on.unwrap_or(between.to),
        view: view.name().to_owned(),
        incomplete: matter.incomplete || !unknown.is_empty(),
        matter: matter.model.caption,
        inputs: matter.inputs,
        changes,
        same,
    }
}

/// An earlier report to compare a matter with.
#[derive(Debug, Clone, Copy)]
pub struct Since<'r> {
    /// The reports, among which is that of the matter.
    pub reports: &'r EarlierReports,
    /// The path of the matter as it is named now.
    pub path: &'r str,
}

/// What changed in a matter since an earlier report of it, which stands for the first day.
///
/// # Errors
/// The caption of the matter, where the reports have nothing of it.
pub fn changes_since(
    texts: Vec<Text>,
    inputs: &Inputs<'_>,
    name: &str,
    since: Since<'_>,
    as_of: AsOf,
) -> Result<Changes, String> {
    let matter = Matter::read(texts, inputs, name);
    let caption = &matter.model.caption;
    let earlier = since.reports.of(since.path, caption).ok_or_else(|| caption.clone())?;
    let view = if earlier.view == "court" { View::Court } else { View::Party(earlier.view.clone()) };
    let report = matter.report(&Options { as_of, known_on: None, views: Views::One(view) });
    let (changes, same) = compare_verdicts(&earlier.verdicts, report.verdicts());
    Ok(Changes {
        from: earlier.as_of,
        to: report.as_of,
        known_from: earlier.known_on,
        known_to: report.known_on,
        view: report.view_name().to_owned(),
        incomplete: report.incomplete,
        matter: report.matter,
        inputs: report.inputs,
        changes,
        same,
    })
}
