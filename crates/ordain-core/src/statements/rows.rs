//! Duties over the rows of tables.

use super::acts;
use super::bearers::state_bearer;
use super::names::{date, in_quotation_marks, join_with_and, join_with_or, state_set};
use crate::model::object::{Filter, Object};
use crate::model::{Asked, Bearer, Keyed, Least, Model, Obligation, Of, Quantity, Required, Selection, VerbFamily};
use ordain_tables::Rows;

/// `each document in CAR must have a Bates number`: a duty that says what rows must be like.
pub(super) fn requirement(model: &Model, obligation: &Obligation, who: &Bearer) -> Option<String> {
    let selection = obligation.rows.as_ref()?;
    let ensures = obligation.acts.first().is_some_and(|a| model.declared.verbs.get(a.verb).lemma == "ensure");
    // `must be listed in the log`: the log alone is what the act names.
    let passive = obligation.each.is_none()
        && obligation.acts.first().is_some_and(|a| {
            let log = model.declared.verbs.get(a.verb).family == VerbFamily::Log;
            log && a.objects.list.first().is_some_and(|o| o.head.is_none())
        });
    if !ensures && !passive {
        return None;
    }
    let mut arms: Vec<String> = Vec::new();
    for act in obligation.acts.iter().filter(|a| model.declared.verbs.get(a.verb).lemma != "ensure") {
        arms.push(format!(
            "be {} {}",
            model.declared.verbs.get(act.verb).participle,
            acts::objects(model, &act.objects)
        ));
    }
    arms.extend(selection.required.iter().map(state_required));
    arms.extend(selection.least.iter().map(|l| format!("have {}", least_in_words(l, selection.rows))));
    let subject = match (&selection.by, selection.least.is_some()) {
        (Some(by), true) if selection.set.is_none() => format!("each {}", by.value),
        (None, true) if selection.set.is_some() => "each category".to_owned(),
        _ => format!("each {}{}", if selection.gaps { "gap between " } else { "" }, state_rows(model, selection)),
    };
    let by = match who {
        Bearer::Class(_) => String::new(),
        other => format!(" by {}", state_bearer(model, other).0),
    };
    Some(format!("{subject} must {}{by}", arms.join(", or ")))
}

/// `produce each document in CAR categories 1-5 where …`: an act upon rows.
pub(super) fn act(model: &Model, obligation: &Obligation) -> Option<String> {
    let selection = obligation.rows.as_ref()?;
    if obligation.each.is_some() || selection.by.is_some() {
        return None;
    }
    let [first, others @ ..] = obligation.acts.as_slice() else { return None };
    let verb = &model.declared.verbs.get(first.verb).lemma;
    let which = match &selection.least {
        Some(l) => format!("{} {}", least_in_words(l, selection.rows), rest_of_selection(model, selection)),
        None => format!("each {}", state_rows(model, selection)),
    };
    let mut said = format!("{verb} {}", which.trim_end());
    for other in others {
        let verb = &model.declared.verbs.get(other.verb).lemma;
        said.push_str(&format!(", or {verb} it {}", acts::objects(model, &other.objects)));
    }
    Some(said)
}

/// `for each document withheld from CAR where ground is privilege`: things that facts name, and rows of a table.
pub(super) fn each(model: &Model, thing: &Object, over: Option<&Selection>) -> String {
    let Some(Asked::Any(_) | Asked::All(_) | Asked::Is { .. }) = over.and_then(|s| s.asked.as_ref()) else {
        return format!("for each {}", acts::state_object(model, thing));
    };
    let done: Vec<String> = thing
        .filters
        .iter()
        .filter_map(
            |f| if let Filter::Done(v) = f { Some(model.declared.verbs.get(*v).participle.clone()) } else { None },
        )
        .collect();
    let ground = thing.grounds().map(|g| format!(" where ground is {g}")).unwrap_or_default();
    let from = thing.set.as_ref().map(|s| format!(" from {}", state_set(model, s))).unwrap_or_default();
    let bare = Object { filters: Vec::new(), set: None, ..thing.clone() };
    format!("for each {} {}{from}{ground}", acts::state_object(model, &bare), join_with_or(&done))
}

/// `for each document withheld`, `for each custodian`: rows that a clause names.
pub(super) fn for_each(selection: &Selection) -> Option<String> {
    selection.by.as_ref().map(|by| format!("for each {}", by.value))
}

/// `document in CAR categories 1-5 where …`.
fn state_rows(model: &Model, selection: &Selection) -> String {
    format!("{} {}", noun_of_rows(selection.rows), rest_of_selection(model, selection)).trim_end().to_owned()
}

fn rest_of_selection(model: &Model, selection: &Selection) -> String {
    let of = selection.set.as_ref().map(|s| format!("in {}", state_set(model, s)));
    let asked = selection.asked.as_ref().map(|a| format!("where {}", asked_in_words(a)));
    of.into_iter().chain(asked).collect::<Vec<_>>().join(" ")
}

const fn noun_of_rows(rows: Rows) -> &'static str {
    match rows {
        Rows::Documents => "document",
        Rows::Pages => "page",
        Rows::LogEntries => "log entry",
        Rows::Productions => "production",
        Rows::DocketEntries => "docket entry",
        Rows::IndexEntries => "index entry",
        Rows::Citations => "citation",
    }
}

fn how_many(rows: Rows) -> String {
    ordain_base::words::plural_noun(noun_of_rows(rows))
}

fn least_in_words(least: &Least, rows: Rows) -> String {
    let Least { n, of, explicit } = least;
    match of {
        Of::Rows if *explicit => format!("at least {n} of the {}", how_many(rows)),
        Of::Rows => format!("at least {n} {}", how_many(rows)),
        Of::Sum(field) => format!("at least {n} {} of the {}", field.value, how_many(rows)),
        Of::Percent => format!("at least {n}% of the {}", how_many(rows)),
    }
}

fn asked_in_words(asked: &Asked) -> String {
    match asked {
        Asked::Done(field) => field.value.clone(),
        Asked::Is { field, values } => {
            let values: Vec<String> = values.iter().map(|v| in_quotation_marks(v)).collect();
            let one = if values.len() > 1 { "one of " } else { "" };
            format!("{} is {one}{}", field.value, join_with_or(&values))
        }
        Asked::Has(field) => format!("has {}", field.value),
        Asked::Days { field, from, to } => match (from, to) {
            (Some(a), Some(b)) => format!("{} is between {} and {}", field.value, date(*a), date(*b)),
            (Some(a), None) => format!("{} is on or after {}", field.value, date(*a)),
            (None, Some(b)) => format!("{} is on or before {}", field.value, date(*b)),
            (None, None) => format!("has {}", field.value),
        },
        Asked::Numbers { field, from, to } => match (from, to) {
            (Some(a), Some(b)) => format!("{} is between {a} and {b}", field.value),
            (Some(a), None) => format!("{} is at least {a}", field.value),
            (None, Some(b)) => format!("{} is at most {b}", field.value),
            (None, None) => format!("has {}", field.value),
        },
        Asked::Equal { left, right } => format!("{} is equal to {}", state_quantity(left), state_quantity(right)),
        Asked::InFamily => "has a Bates range inside its family range".to_owned(),
        Asked::All(all) => join_with_and(&all.iter().map(asked_in_words).collect::<Vec<_>>()),
        Asked::Any(all) => join_with_or(&all.iter().map(asked_in_words).collect::<Vec<_>>()),
        Asked::Not(one) => match one.as_ref() {
            Asked::Has(field) => format!("has no {}", field.value),
            other => format!("not {}", asked_in_words(other)),
        },
    }
}

fn state_required(required: &Required) -> String {
    match required {
        Required::Test(Asked::Not(test)) => format!("not {}", self::state_row_test(test)),
        Required::Test(test) => self::state_row_test(test),
        Required::Among { rows, own, asked: test, none } => {
            let test = test.as_ref().map(|t| format!(" where {}", asked_in_words(t))).unwrap_or_default();
            let no = if *none { "no " } else { "" };
            format!("have {no}{} among the {}{test}", state_keyed(own), how_many(*rows))
        }
        Required::Counts { own, rows, by } => {
            format!("have {} equal to the number of {} in {}", state_quantity(own), how_many(*rows), state_keyed(by))
        }
        Required::Alone(field) => format!("have a {} of its own", field.value),
        Required::Apart => "not overlap another".to_owned(),
    }
}

/// What a row must be, or have.
fn state_row_test(test: &Asked) -> String {
    match test {
        Asked::Has(field) => format!("have {}", field.value),
        Asked::All(all) if all.iter().all(|a| matches!(a, Asked::Has(_))) => {
            let fields = all.iter().filter_map(|a| if let Asked::Has(f) = a { Some(f.value.clone()) } else { None });
            format!("have {}", join_with_and(&fields.collect::<Vec<_>>()))
        }
        Asked::Equal { left, right } => format!("have {} equal to {}", state_quantity(left), state_quantity(right)),
        Asked::InFamily => "have a Bates range inside its family range".to_owned(),
        Asked::Done(field) => format!("be {}", field.value),
        Asked::Is { .. } => {
            let said = asked_in_words(test);
            match said.split_once(" is ") {
                Some((field, value)) => format!("have a {field} that is {value}"),
                None => said,
            }
        }
        other => format!("be {}", asked_in_words(other).replacen(" is ", " ", 1)),
    }
}

fn state_quantity(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Field(field) => field.value.clone(),
        Quantity::Range => "its Bates range".to_owned(),
        Quantity::Family => "its family range".to_owned(),
        Quantity::Sum(all) => {
            format!("the sum of {}", join_with_and(&all.iter().map(self::state_quantity).collect::<Vec<_>>()))
        }
        Quantity::Fixed(n) => n.to_string(),
        Quantity::Count { rows, by } => format!("the number of {} in {}", how_many(*rows), state_keyed(by)),
    }
}

fn state_keyed(keyed: &Keyed) -> String {
    match keyed {
        Keyed::Field(field) => field.value.clone(),
        Keyed::Range => "its Bates range".to_owned(),
        Keyed::Family => "its family range".to_owned(),
    }
}
