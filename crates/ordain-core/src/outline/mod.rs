//! Paragraphs read back from the model, and never from their text: what the program
//! understood, part by part. A word that changes what is decided changes its outline.

mod acts;
mod anchors;
mod bearers;
mod conditions;
mod consequences;
mod deadlines;
mod dispositions;
mod parts;
mod provisions;
mod rows;
pub(crate) mod wording;

use crate::model::{Body, Model, Paragraph};
use ordain_base::diag::Diagnostic;
use ordain_base::source::{SourceMap, Span};

pub use parts::{Part, Role, Statement};

/// The paragraphs of a matter, read back.
#[derive(Debug, Clone)]
pub struct Outline {
    /// The caption of the matter, or the name of its folder where it has none.
    pub matter: String,
    pub paragraphs: Vec<ParagraphOutline>,
    /// True where some line could not be read or resolved.
    pub incomplete: bool,
    /// What is wrong with the files.
    pub errors: Vec<Diagnostic>,
    pub sources: SourceMap,
}

/// One paragraph, or what the head of an order does.
#[derive(Debug, Clone, PartialEq)]
pub struct ParagraphOutline {
    /// `MTC ¶ 1`; the name of the order for what its head does.
    pub id: String,
    pub kind: OutlineKind,
    /// How many of the statements are asked for, where there are several.
    pub choice: Option<&'static str>,
    /// One an act, or one a disposition.
    pub statements: Vec<Statement>,
    /// What holds of the whole paragraph: topics, cases, from when it binds, from where it is.
    pub whole: Vec<Part>,
    /// The same as a statement of the language, where that was asked for and every word of it resolved.
    pub statement: Option<String>,
    pub span: Span,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineKind {
    /// It requires, forbids or permits something: verdicts are given on it.
    Provision,
    /// It does something to other orders, hearings or motions.
    Dispositions,
    /// It is listed without a verdict: a soft norm, an announcement.
    Listed,
    /// Some word of it did not resolve.
    NotRead,
}

impl OutlineKind {
    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Provision => "provision",
            Self::Dispositions => "dispositions",
            Self::Listed => "listed",
            Self::NotRead => "not read",
        }
    }
}

/// Every paragraph of a model, in the order of the files; what the heads of orders do first.
#[must_use]
pub fn paragraphs(model: &Model) -> Vec<ParagraphOutline> {
    let heads = model.effects.iter().map(|(order, effect)| ParagraphOutline {
        id: model.order(*order).name.clone(),
        kind: OutlineKind::Dispositions,
        choice: None,
        statements: vec![dispositions::outline(model, effect)],
        whole: Vec::new(),
        statement: None,
        span: effect.span,
    });
    heads.chain(model.paragraphs.iter().map(|p| outline_of_paragraph(model, p))).collect()
}

/// The paragraphs that verdicts are given on, in the order of the files.
pub fn with_verdicts(model: &Model) -> impl Iterator<Item = ParagraphOutline> {
    let has_verdict = |p: &&Paragraph| matches!(p.body, Body::Provision(_));
    model.paragraphs.iter().filter(has_verdict).map(|p| outline_of_paragraph(model, p))
}

fn outline_of_paragraph(model: &Model, paragraph: &Paragraph) -> ParagraphOutline {
    let (kind, choice, statements) = match &paragraph.body {
        Body::Provision(provision) => {
            let (choice, statements) = provisions::outline(model, provision);
            (OutlineKind::Provision, choice, statements)
        }
        Body::Dispositions(all) => {
            let statements = all.iter().map(|d| dispositions::outline(model, d)).collect();
            (OutlineKind::Dispositions, None, statements)
        }
        Body::Listed(kind, words) => {
            let parts = vec![Part::new(Role::Kind, kind.word()), Part::by_person(Role::Words, words.clone())];
            (OutlineKind::Listed, None, vec![Statement { label: String::new(), parts }])
        }
        Body::Broken => (OutlineKind::NotRead, None, Vec::new()),
    };
    let id = paragraph.name.clone();
    let whole = parts_of_whole(model, paragraph);
    ParagraphOutline { id, kind, choice, statements, whole, statement: None, span: paragraph.span }
}

/// What is said of the paragraph as a whole.
fn parts_of_whole(model: &Model, paragraph: &Paragraph) -> Vec<Part> {
    let mut out = Vec::new();
    out.extend(paragraph.effective.map(|d| Part::new(Role::Effective, ordain_base::words::day(d))));
    out.extend(paragraph.topics.iter().map(|t| Part::new(Role::Topic, t.clone())));
    let case = |i: &usize| model.declared.cases.get(*i).map(|c| c.number.clone());
    out.extend(paragraph.cases.iter().filter_map(case).map(|c| Part::new(Role::Case, c)));
    out.extend(paragraph.sources.iter().map(|s| Part::new(Role::Source, s.clone())));
    out.extend(paragraph.quotes.iter().map(|q| Part::new(Role::Quote, q.value.clone())));
    out.extend(paragraph.notes.iter().map(|n| Part::new(Role::Note, n.value.clone())));
    out
}

impl Outline {
    /// Keeps the paragraphs that are named `MTC ¶ 1` or `MTC 1`, or those of the order `MTC`.
    ///
    /// # Errors
    /// The nearest name, where there is no such paragraph.
    pub fn only(&mut self, wanted: &[String]) -> Result<(), (String, Option<String>)> {
        let bare = |name: &str| name.replace('¶', " ").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let order = |id: &str| bare(id.split(" ¶").next().unwrap_or_default());
        let mut kept: Vec<bool> = self.paragraphs.iter().map(|_| false).collect();
        for one in wanted {
            let target = bare(one);
            let matches = |p: &ParagraphOutline| bare(&p.id) == target || order(&p.id) == target;
            let mut found = false;
            for (keep, _) in kept.iter_mut().zip(&self.paragraphs).filter(|(_, p)| matches(p)) {
                *keep = true;
                found = true;
            }
            if !found {
                let ids: Vec<String> = self.paragraphs.iter().map(|p| bare(&p.id)).collect();
                let near = ordain_base::words::closest(&target, ids.iter().map(String::as_str));
                let meant = near.and_then(|n| self.paragraphs.iter().find(|p| bare(&p.id) == n));
                return Err((one.clone(), meant.map(|p| p.id.clone())));
            }
        }
        let mut keep = kept.into_iter();
        self.paragraphs.retain(|_| wanted.is_empty() || keep.next().unwrap_or(false));
        Ok(())
    }
}
