//! The anatomy of orders, for people who learn how orders are built: where in the words of each paragraph its parts are,
//! and what each order did to the others.

mod aspects;
mod locate;
mod marks;
mod sentence;

use chrono::NaiveDate;

use crate::facts::Ledger;
use crate::model::{Model, Paragraph};
use crate::outline::{OutlineKind, ParagraphOutline, Role, Statement};
use ordain_base::diag::Diagnostic;
use ordain_base::source::SourceMap;
use ordain_syntax::Parsed;
use ordain_syntax::ast::StatementKind;

pub use aspects::Aspect;
pub use sentence::{Mark, Sentence, Speaker};

/// A matter taken apart.
#[derive(Debug, Clone)]
pub struct Anatomy {
    pub matter: String,
    pub orders: Vec<OrderAnatomy>,
    /// What the record says happened, with its day, oldest first.
    pub facts: Vec<(NaiveDate, String)>,
    /// What orders did to other orders, in the order of the files.
    pub changes: Vec<Change>,
    pub incomplete: bool,
    pub errors: Vec<Diagnostic>,
    pub sources: SourceMap,
}

/// One order with its paragraphs.
#[derive(Debug, Clone)]
pub struct OrderAnatomy {
    pub name: String,
    pub title: String,
    /// The day from which it binds.
    pub day: Option<NaiveDate>,
    pub paragraphs: Vec<ParagraphAnatomy>,
}

/// One paragraph with the words in which its parts are.
#[derive(Debug, Clone)]
pub struct ParagraphAnatomy {
    pub id: String,
    pub kind: OutlineKind,
    /// What it asks in one line each, with the label of the item.
    pub duties: Vec<String>,
    pub sentences: Vec<Sentence>,
    /// The parts that no mark of a sentence shows: the heading of the part, and what it says.
    pub beneath: Vec<(&'static str, String)>,
}

/// What one order did to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub from: String,
    /// `extends`.
    pub what: String,
    pub to: String,
    /// `extends MTC ¶ 1`.
    pub words: String,
}

/// Takes the paragraphs apart that `outlines` has.
pub(crate) fn anatomy(
    model: &Model,
    ledger: &Ledger,
    parsed: &[Parsed],
    sources: &SourceMap,
    outlines: &[ParagraphOutline],
) -> (Vec<OrderAnatomy>, Vec<(NaiveDate, String)>, Vec<Change>) {
    let mut orders: Vec<OrderAnatomy> = model
        .declared
        .orders
        .iter()
        .map(|o| OrderAnatomy {
            name: o.name.clone(),
            title: o.title.clone(),
            day: o.in_force(),
            paragraphs: Vec::new(),
        })
        .collect();
    for outline in outlines {
        let Some(paragraph) = model.paragraphs.iter().find(|p| p.span == outline.span && p.name == outline.id) else {
            continue;
        };
        let own = paragraph_anatomy(paragraph, outline, parsed, sources);
        if let Some(order) = orders.iter_mut().find(|o| o.name == model.order(paragraph.order).name) {
            order.paragraphs.push(own);
        }
    }
    let mut facts: Vec<(NaiveDate, String)> = Vec::new();
    for one in &ledger.assertions {
        let first = sources.text(one.span).lines().next().unwrap_or_default().trim();
        if let Some(day) = one.bounds.day().filter(|_| !first.is_empty()) {
            facts.push((day, first.to_owned()));
        }
    }
    facts.sort();
    facts.dedup();
    let changes = changes_of_orders(&orders, outlines);
    (orders, facts, changes)
}

fn paragraph_anatomy(
    paragraph: &Paragraph,
    outline: &ParagraphOutline,
    parsed: &[Parsed],
    sources: &SourceMap,
) -> ParagraphAnatomy {
    let statements = parsed.iter().flat_map(|f| &f.statements);
    let tree = statements.filter(|s| s.span.contains(paragraph.span) || paragraph.span.contains(s.span)).find_map(
        |s| match &s.kind {
            StatementKind::Paragraph(p) => Some((p, s.span)),
            StatementKind::Matter(_)
            | StatementKind::Party(_)
            | StatementKind::Record(_)
            | StatementKind::Named(_)
            | StatementKind::Order(_)
            | StatementKind::Verb(_)
            | StatementKind::Fact(_)
            | StatementKind::Expect(_)
            | StatementKind::Table(_) => None,
        },
    );
    let mut sentences = Vec::new();
    if let Some((tree, span)) = tree {
        let rule = marks::of_statement(tree, span, outline, sources);
        for quote in &paragraph.quotes {
            let marks = locate::in_quotation(&quote.value, &rule);
            if !marks.is_empty() {
                sentences.push(Sentence { speaker: Speaker::Court, words: quote.value.clone(), marks });
            }
        }
        sentences.push(rule);
    }
    let shown: Vec<Aspect> = sentences.iter().flat_map(|s| s.marks.iter().map(|m| m.aspect)).collect();
    let parts = outline.statements.iter().flat_map(|s| &s.parts).chain(&outline.whole);
    let mut beneath: Vec<(&'static str, String)> = Vec::new();
    for part in parts {
        let aspect = Aspect::of_role(part.role);
        let said =
            aspect.map_or_else(|| sentences.iter().any(|s| s.words.contains(&part.text)), |a| shown.contains(&a));
        if part.role != Role::Quote && !said {
            let row = (part.role.heading(), part.text.clone());
            if !beneath.contains(&row) {
                beneath.push(row);
            }
        }
    }
    let duties = outline.statements.iter().map(duty_in_words).collect();
    ParagraphAnatomy { id: outline.id.clone(), kind: outline.kind, duties, sentences, beneath }
}

/// `Defendants must complete CAR categories 1-5 by Fri 2023-12-01`.
fn duty_in_words(statement: &Statement) -> String {
    let said = |roles: &[Role]| {
        let parts = statement.parts.iter().filter(|p| roles.contains(&p.role));
        parts.map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    let main = said(&[Role::Who, Role::Modality, Role::Act, Role::Object, Role::Recipient, Role::Due, Role::Words]);
    if statement.label.is_empty() { main } else { format!("{} {main}", statement.label) }
}

/// What the dispositions say of other orders; an order is named by the first words of what is acted upon.
fn changes_of_orders(orders: &[OrderAnatomy], outlines: &[ParagraphOutline]) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for outline in outlines.iter().filter(|o| o.kind == OutlineKind::Dispositions) {
        let from = outline.id.split(" ¶").next().unwrap_or_default();
        for statement in &outline.statements {
            let text = |role| statement.parts.iter().find(|p| p.role == role).map(|p| p.text.as_str());
            let (Some(what), Some(object)) = (text(Role::Act), text(Role::Object)) else { continue };
            let begins = |name: &str| object.strip_prefix(name).is_some_and(|r| r.is_empty() || r.starts_with(' '));
            let target = orders.iter().filter(|o| begins(&o.name)).max_by_key(|o| o.name.len());
            if let Some(target) = target.filter(|t| t.name != from) {
                changes.push(Change {
                    from: from.to_owned(),
                    what: what.to_owned(),
                    to: target.name.clone(),
                    words: format!("{what} {object}"),
                });
            }
        }
    }
    changes
}
