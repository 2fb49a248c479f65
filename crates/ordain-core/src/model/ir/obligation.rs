//! One act with its time, and what kind of duty its words make: decided here, from
//! the words alone, so that the evaluator asks once and every kind is thought of.

use super::condition::Condition;
use super::consequence::Consequence;
use super::due::Due;
use super::exception::Exception;
use super::ids::{ObligationId, ParagraphId};
use super::limit::Limit;
use super::object::{Act, Object, Objects, Set, Sum};
use super::period::Period;
use super::selection::Selection;
use super::series::Series;
use super::term::Term;
use super::verbs::Verbs;
use ordain_base::source::Span;

/// `(a)`, `(a) file answer`, `file answer`: what distinguishes an obligation from its siblings; blank of an only one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemLabel {
    /// `(a)`, or the number of the item: `(2)`.
    pub letter: String,
    /// The act, where the item has several, and the thing of `in each of`.
    pub act: String,
}

impl std::fmt::Display for ItemLabel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let space = if self.letter.is_empty() || self.act.is_empty() { "" } else { " " };
        write!(f, "{}{space}{}", self.letter, self.act)
    }
}

/// One act with its time: a paragraph has one, or several after `must:`.
#[derive(Debug, Clone, PartialEq)]
pub struct Obligation {
    pub id: ObligationId,
    /// `(a)`, or the number of the item; empty where there is one only.
    pub label: ItemLabel,
    /// Of an item that is one of several to choose from, the act of it that this obligation is: it is owed with the others of the item.
    pub arm: String,
    /// Performed by any one of them.
    pub acts: Vec<Act>,
    /// The act as the order words it.
    pub words: String,
    /// Of one obligation of several that `in each of` makes: the act for all of them, `publish notice in each of A and B`.
    pub in_each: Option<String>,
    pub due: Due,
    pub due_span: Option<Span>,
    /// `promptly` beside an outer limit.
    pub standard: Option<String>,
    /// `for each document withheld …`.
    pub each: Option<Object>,
    /// `each document in CAR categories 1-5`: the rows of a table it is over.
    pub rows: Option<Selection>,
    pub conditions: Vec<Condition>,
    /// Of a prohibition: what it leaves free.
    pub exceptions: Vec<Exception>,
    /// The paragraphs that yield to this one: `despite ¶ 1`.
    pub despite: Vec<ParagraphId>,
    /// `not exceeding 10 pages`.
    pub limit: Option<Limit>,
    /// What only a person can judge, in the order's words.
    pub judgments: Vec<String>,
    /// What else is asked, that the record of an act seldom shows: `containing “…”`, `in “…”`.
    pub terms: Vec<Term>,
    /// `or, if "…", advise the Court`: what performs only where its condition holds.
    pub otherwise: Vec<(Act, Condition)>,
    /// `on breach …`: what the order says follows.
    pub consequences: Vec<Consequence>,
    pub readings: Vec<String>,
    /// Words beside the act distinguish it from others of the same wording: `about "…"`, `under "…"`.
    pub narrowed: bool,
    /// What `except` takes out.
    pub excepted: Vec<Set>,
    pub span: Span,
}

impl Obligation {
    /// An obligation of which nothing is said yet.
    pub(crate) fn blank(span: Span) -> Self {
        Self {
            id: ObligationId::NONE,
            label: ItemLabel::default(),
            arm: String::new(),
            words: String::new(),
            in_each: None,
            acts: Vec::new(),
            due: Due::Open(String::new()),
            due_span: None,
            standard: None,
            each: None,
            rows: None,
            conditions: Vec::new(),
            exceptions: Vec::new(),
            despite: Vec::new(),
            limit: None,
            judgments: Vec::new(),
            terms: Vec::new(),
            otherwise: Vec::new(),
            consequences: Vec::new(),
            readings: Vec::new(),
            narrowed: false,
            excepted: Vec::new(),
            span,
        }
    }
}

/// How often an obligation is owed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Recurrence<'a> {
    /// `by March 1, 2024`: one duty with one day, or none.
    Once,
    /// `every 30 days after entry`: one duty after another.
    Series(&'a Series),
    /// `within 48 hours after each Ruling`: one duty an occurrence.
    EachTime(&'a Period),
}

/// What performs an obligation, and of how many parts it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape<'a> {
    /// `file the answer`: any one of the acts performs it.
    Once,
    /// `pay $500`, `produce at least 500 documents`: what is done adds up.
    Sum { act: &'a Act, sum: Sum<'a> },
    /// `complete CAR categories 1-5`: each category is complete when somebody who may say so says so.
    Set { act: &'a Act, set: &'a Set },
    /// `for each document withheld`: one part for each thing that the record names.
    Items(&'a Object),
    /// `file the answer and the list`: one part for each of these acts, which may be a sum.
    Each(Vec<Act>),
    /// `each document in CAR categories 1-5`: decided over the rows of a table where
    /// the matter has one, and by what the record says (`beside`) where it has none.
    Rows { selection: &'a Selection, beside: Box<Shape<'a>> },
}

impl Obligation {
    #[must_use]
    pub const fn recurrence(&self) -> Recurrence<'_> {
        match &self.due {
            Due::Series(series) => Recurrence::Series(series),
            Due::EachTime(period) => Recurrence::EachTime(period),
            _ => Recurrence::Once,
        }
    }

    /// What performs it; of one that recurs, what performs one instance of it.
    #[must_use]
    pub fn shape(&self, verbs: &Verbs) -> Shape<'_> {
        match self.recurrence() {
            // What performs an occurrence is the act itself.
            Recurrence::EachTime(_) => Shape::Once,
            // Rows, items and sets have a state of their own, which no instance has.
            Recurrence::Series(_) => {
                self.parts().map_or_else(|| self.summed(verbs).unwrap_or(Shape::Once), Shape::Each)
            }
            Recurrence::Once => match self.rows.as_ref().filter(|s| !s.is_beside_facts()) {
                Some(selection) => Shape::Rows { selection, beside: Box::new(self.by_record(verbs)) },
                None => self.by_record(verbs),
            },
        }
    }

    /// What performs it by the facts of the record, whatever the tables have.
    fn by_record(&self, verbs: &Verbs) -> Shape<'_> {
        if let Some(each) = &self.each {
            return Shape::Items(each);
        }
        if let Some(summed) = self.summed(verbs) {
            return summed;
        }
        if let Some(act) = self.acts.first()
            && let Some(set) = act.whole_set(verbs)
        {
            return Shape::Set { act, set };
        }
        self.parts().map_or(Shape::Once, Shape::Each)
    }

    fn summed(&self, verbs: &Verbs) -> Option<Shape<'_>> {
        let [act] = self.acts.as_slice() else { return None };
        Some(Shape::Sum { act, sum: act.sum(verbs)? })
    }

    /// One act a thing, where one act has several things of which each is owed.
    fn parts(&self) -> Option<Vec<Act>> {
        let [act] = self.acts.as_slice() else { return None };
        let several = act.objects.list.len() > 1 && !act.objects.any;
        let one = |o: &Object| Act { objects: Objects { list: vec![o.clone()], ..act.objects }, ..act.clone() };
        several.then(|| act.objects.list.iter().map(one).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Recurrence, Shape, Sum};
    use crate::model::{Body, Model, resolve};
    use ordain_syntax::{Options, parse};
    use ordain_time::Library;

    fn model(duty: &str) -> Model {
        let text = format!(
            "party Tenants\nevent Ruling\nrecord Ledger\n  category 1 \"Rent rolls\"\n  category 2 \"Repairs\"\n\
             order Lease_Order entered March 4, 2024\n\n¶ 1 Tenants {duty}\n"
        );
        let parsed = [parse(&text, 0, Options::default())];
        let (model, said) = resolve(&parsed, Library::default, |_, _| {});
        let errors: Vec<_> = parsed[0].diagnostics.iter().chain(&said).map(|d| d.message.clone()).collect();
        assert!(matches!(model.paragraphs[0].body, Body::Provision(_)), "{duty}: {errors:?}");
        model
    }

    /// The shape of the one obligation of a paragraph, in a word.
    fn shape_of(duty: &str) -> String {
        fn word(shape: &Shape<'_>) -> String {
            match shape {
                Shape::Once => "once".to_owned(),
                Shape::Sum { sum: Sum::Amount(_), .. } => "amount".to_owned(),
                Shape::Sum { sum: Sum::Share { percent, .. }, .. } => format!("{percent}%"),
                Shape::Sum { sum: Sum::Quota(n), .. } => format!("quota of {n}"),
                Shape::Set { set, .. } => format!("set of {}", set.categories.len()),
                Shape::Items(_) => "items".to_owned(),
                Shape::Each(acts) => format!("each of {}", acts.len()),
                Shape::Rows { beside, .. } => format!("rows, or {}", word(beside)),
            }
        }
        let model = model(duty);
        let Body::Provision(provision) = &model.paragraphs[0].body else { return String::new() };
        let obligation = &provision.obligations[0];
        let recurs = match obligation.recurrence() {
            Recurrence::Once => "",
            Recurrence::Series(_) => ", in a series",
            Recurrence::EachTime(_) => ", each time",
        };
        word(&obligation.shape(&model.declared.verbs)) + recurs
    }

    #[test]
    fn the_words_of_a_duty_say_its_shape() {
        for (duty, expected) in [
            ("must file brief by April 1, 2024", "once"),
            ("must file brief or motion by April 1, 2024", "once"),
            ("must pay $900 by April 1, 2024", "amount"),
            ("must produce at least 40 documents by April 1, 2024", "quota of 40"),
            ("must serve 3 letters by April 1, 2024", "quota of 3"),
            ("must complete 60% of Ledger categories 1-2 by April 1, 2024", "60%"),
            ("must complete Ledger categories 1-2 by April 1, 2024", "set of 2"),
            ("must produce documents in Ledger category 2 by April 1, 2024", "set of 1"),
            ("must file brief and declaration by April 1, 2024", "each of 2"),
            ("must produce privilege log by April 1, 2024 for each document withheld", "rows, or items"),
            ("must produce each document in Ledger categories 1-2 by April 1, 2024", "rows, or set of 2"),
            ("must file status report every 30 days after entry of this order until June 3, 2024", "once, in a series"),
            ("must pay $900 every month after entry of this order until June 3, 2024", "amount, in a series"),
            (
                "must file brief and declaration every month after entry of this order until June 3, 2024",
                "each of 2, in a series",
            ),
            ("must file status report within 2 days after each Ruling", "once, each time"),
            (
                "must complete Ledger categories 1-2 every month after entry of this order until June 3, 2024",
                "once, in a series",
            ),
        ] {
            assert_eq!(shape_of(duty), expected, "{duty}");
        }
    }
}
