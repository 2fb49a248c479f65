//! Duties over the rows of tables.

use super::wording::{join_with_and, join_with_or, set_words};
use crate::model::{Asked, Keyed, Least, Model, Of, Quantity, Required, Selection};
use ordain_base::words::day;
use ordain_tables::Rows;

pub(super) fn selection(model: &Model, selection: &Selection) -> String {
    let Selection { rows, set: of, asked, required, gaps, always, least, by, span: _ } = selection;
    let mut text = match (least, gaps) {
        (Some(least), _) => format!("at least {}", least_in_words(least, *rows)),
        (None, true) => format!("each gap between {}", how_many(*rows)),
        (None, false) => format!("each of the {}", how_many(*rows)),
    };
    if let Some(of) = of {
        text.push_str(&format!(" in {}", set_words(model, of)));
    }
    if let Some(asked) = asked {
        text.push_str(&format!(" that is so: {}", asked_in_words(asked)));
    }
    if !required.is_empty() {
        let all: Vec<String> = required.iter().map(self::required_in_words).collect();
        text.push_str(&format!("; of each is asked: {}", join_with_and(&all)));
    }
    if let Some(by) = by {
        text.push_str(&format!("; counted for each {}", by.value));
    }
    if *always {
        text.push_str("; at all times");
    }
    text
}

const fn how_many(rows: Rows) -> &'static str {
    match rows {
        Rows::Documents => "documents",
        Rows::Pages => "pages",
        Rows::LogEntries => "log entries",
        Rows::Productions => "productions",
        Rows::DocketEntries => "docket entries",
        Rows::IndexEntries => "index entries",
        Rows::Citations => "citations",
    }
}

fn least_in_words(least: &Least, rows: Rows) -> String {
    let Least { n, of, explicit } = least;
    let of = match of {
        Of::Rows => how_many(rows).to_owned(),
        Of::Sum(field) => format!("in the sum of {}", field.value),
        Of::Percent => format!("% of the {}", how_many(rows)),
    };
    format!("{n} {of}{}", if *explicit { ", counted in the table" } else { "" })
}

fn asked_in_words(asked: &Asked) -> String {
    let range = |from: Option<String>, to: Option<String>| match (from, to) {
        (Some(a), Some(b)) => format!("from {a} to {b}"),
        (Some(a), None) => format!("from {a}"),
        (None, Some(b)) => format!("up to {b}"),
        (None, None) => "any".to_owned(),
    };
    match asked {
        Asked::Done(field) => format!("{} is so", field.value),
        Asked::Is { field, values } => format!("{} is {}", field.value, join_with_or(values)),
        Asked::Has(field) => format!("there is a {}", field.value),
        Asked::Days { field, from, to } => format!("{} is {}", field.value, range(from.map(day), to.map(day))),
        Asked::Numbers { field, from, to } => {
            format!("{} is {}", field.value, range(from.map(|n| n.to_string()), to.map(|n| n.to_string())))
        }
        Asked::Equal { left, right } => format!("{} is equal to {}", quantity_in_words(left), quantity_in_words(right)),
        Asked::InFamily => "its Bates range is inside that of its family".to_owned(),
        Asked::All(all) => format!("({})", join_with_and(&all.iter().map(asked_in_words).collect::<Vec<_>>())),
        Asked::Any(all) => format!("({})", join_with_or(&all.iter().map(asked_in_words).collect::<Vec<_>>())),
        Asked::Not(one) => format!("not ({})", asked_in_words(one)),
    }
}

fn required_in_words(required: &Required) -> String {
    match required {
        Required::Test(test) => asked_in_words(test),
        Required::Among { rows, own, asked: test, none } => {
            let there = if *none { "is in none of" } else { "is in" };
            let test = test.as_ref().map(|t| format!(" where {}", asked_in_words(t))).unwrap_or_default();
            format!("{} {there} the {}{test}", keyed_in_words(own), how_many(*rows))
        }
        Required::Counts { own, rows, by } => {
            format!("{} is the number of {} with {}", quantity_in_words(own), how_many(*rows), keyed_in_words(by))
        }
        Required::Alone(field) => format!("no other has its {}", field.value),
        Required::Apart => "no other has one of its numbers".to_owned(),
    }
}

fn quantity_in_words(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Field(field) => field.value.clone(),
        Quantity::Range => "its Bates range".to_owned(),
        Quantity::Family => "its family range".to_owned(),
        Quantity::Sum(all) => all.iter().map(self::quantity_in_words).collect::<Vec<_>>().join(" plus "),
        Quantity::Fixed(n) => n.to_string(),
        Quantity::Count { rows, by } => format!("the number of {} with {}", how_many(*rows), keyed_in_words(by)),
    }
}

fn keyed_in_words(keyed: &Keyed) -> String {
    match keyed {
        Keyed::Field(field) => format!("its {}", field.value),
        Keyed::Range => "its Bates range".to_owned(),
        Keyed::Family => "its family range".to_owned(),
    }
}
