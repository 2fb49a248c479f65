//! Examples in what the reader is advised to write: with the matter's own parties, orders and days, where it has them.

use chrono::{Days, NaiveDate};
use ordain_base::diag::Diagnostic;
use ordain_base::source::SourceMap;
use ordain_base::words::are_many;

use crate::model::{Model, PartyKind};

/// The day of every example.
const DAY: &str = "December 1, 2023";
/// The examples that have it. Elsewhere the same day may be read from what the reader wrote.
const WITH_DAY: [&str; 5] = [
    "file answer by December 1, 2023",
    "on December 1, 2023 Defendants filed answer",
    "`on December 1, 2023 …`",
    "add `by December 1, 2023`, or write out",
    "and in any event by December 1, 2023",
];
/// The order of every example.
const ORDER: &str = "MTC ¶ ";
/// Who is bound in every example, and what follows the name there.
const BOUND: (&str, &[&str]) = ("Defendants", &[" must ", " filed ", " may "]);
/// Who answers in every example, as one and as several.
const OTHER: (&str, &[(&str, &str)]) = ("Plaintiffs", &[(" file ", " files "), (" say ", " says ")]);

/// Rewrites the examples. A word that a file of the matter has may be the reader's own, and stays.
pub(super) fn fit(model: &Model, sources: &SourceMap, diagnostics: &mut [Diagnostic]) {
    let has = |word: &str| sources.files().iter().any(|f| f.text.contains(word));
    let sides = model.declared.parties.iter().filter(|p| p.kind == PartyKind::Party && p.side.is_none());
    let names: Vec<&str> = sides.map(|p| p.name.as_str()).collect();
    let orders = &model.declared.orders;
    let bound = names.iter().find(|n| n.contains("Defendant")).or(names.last()).filter(|_| !has(BOUND.0));
    let other = names.first().filter(|n| Some(n) != bound.as_ref() && !has(OTHER.0));
    let order = orders.first().filter(|_| !has("MTC")).map(|o| format!("{} ¶ ", o.name));
    let day = orders.iter().find_map(|o| o.entered).and_then(|d| d.checked_add_days(Days::new(14)));
    let day = day.map(in_words);
    for help in diagnostics.iter_mut().filter_map(|d| d.help.as_mut()) {
        for example in WITH_DAY {
            if let Some(day) = &day {
                *help = help.replace(example, &example.replace(DAY, day));
            }
        }
        if let Some(order) = &order {
            *help = help.replace(ORDER, order);
        }
        for verb in BOUND.1 {
            if let Some(name) = bound {
                *help = help.replace(&format!("{}{verb}", BOUND.0), &format!("{name}{verb}"));
            }
        }
        for (several, one) in OTHER.1 {
            if let Some(name) = other {
                let verb = if are_many(&[name]) { several } else { one };
                *help = help.replace(&format!("{}{several}", OTHER.0), &format!("{name}{verb}"));
            }
        }
    }
}

/// `June 14, 2024`.
fn in_words(day: NaiveDate) -> String {
    day.format("%B %-d, %Y").to_string()
}

#[cfg(test)]
mod tests {
    use crate::session::files::Text;
    use crate::session::{AsOf, Options, Views, check};

    fn helps(order: &str) -> String {
        let day = chrono::NaiveDate::from_ymd_opt(2024, 7, 1).unwrap_or_default();
        let options = Options { as_of: AsOf::On(day), known_on: None, views: Views::All };
        let texts = vec![Text { path: "a.order".to_owned(), bytes: order.as_bytes().to_vec() }];
        check(texts, "case", &options).diagnostics.iter().filter_map(|d| d.help.clone()).collect()
    }

    #[test]
    fn examples_are_of_the_matter() {
        let head = "matter \"Larch v. Pinnacle\"\n  court E.D. Wash.\nparty Larch\nparty Pinnacle\n\
                    order Compel, entered May 31, 2024\n";
        let found = helps(&format!("{head}gate logs are wanted\n"));
        assert!(found.contains("Pinnacle must file answer by June 14, 2024"), "{found}");
        assert!(!found.contains("Defendants") && !found.contains("2023"), "{found}");
    }

    #[test]
    fn words_that_a_file_has_stay() {
        let found = helps(
            "matter \"X v. Y\"\n  court E.D. Wash.\norder Compel, entered May 31, 2024\n¶ 1  Defendants must file answer\n",
        );
        assert!(found.contains("party Defendants"), "{found}");
    }
}
