//! What the evaluator says: a verdict for each paragraph and each of its
//! parts, with the tree of its reasons. No wording of a report is here.

mod due;
mod history;
mod kind;
mod listed;
mod part;
mod reason;

pub use due::{Doubt, Due, Limit, Step};
pub use history::{History, Stage, State};
pub use kind::{Kind, Modality};
pub use listed::{Listed, ListedKind, ListedState, MotionEvent};
pub use part::Part;
pub use reason::{Place, Reason};

use ordain_base::source::Span;

/// The verdict of a paragraph or of one of its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// `MTC ¶ 1`, `MTC ¶ 1 category 4`.
    pub id: String,
    /// The name of the order.
    pub order: String,
    /// The label of the paragraph.
    pub paragraph: String,
    /// What distinguishes a part from its siblings: `category 4`; empty for the whole.
    pub part: Vec<Part>,
    /// Who owes it, by name.
    pub bearer: Vec<String>,
    /// The act in the perfect, for a sentence: `completed CAR categories 1-5`.
    pub done: String,
    /// What the order says of the whole, as a sentence: `Defendants must complete CAR categories 1-5`. Empty for a part.
    pub ordered: String,
    /// A duty, a prohibition, a permission or a cut-off.
    pub modality: Modality,
    /// The verdict.
    pub kind: Kind,
    /// When it falls due.
    pub due: Option<Due>,
    /// Days overdue or late; days until due where `pending`.
    pub days: Option<i64>,
    /// True where `days` is a lower bound: the act is dated `on or after …`.
    pub at_least: bool,
    /// One sentence, lower case, no period: `nothing produced in category 1`.
    pub why: String,
    /// What the verdict rests on, as a tree.
    pub reasons: Vec<Reason>,
    /// Citations of the paragraph.
    pub sources: Vec<String>,
    /// The words of the duty in the rule file, and of its deadline.
    pub span: Span,
    /// The words that say when.
    pub due_span: Option<Span>,
    /// The words of the facts it rests on, the nearest first, each with what it is.
    pub facts: Vec<Place>,
    /// Shown beside the verdict and changing nothing: a request to the other
    /// side, an excuse and where it was rejected, a power of the Court, what is for judgment.
    pub notes: Vec<Reason>,
    /// What each order did to it, where one did: of the whole paragraph only.
    pub history: Vec<Stage>,
    /// Money that the order says is owed because of the breach.
    pub accrued: Vec<Accrued>,
    /// What would decide it, as a line to paste, where it is undetermined.
    pub remedy: Option<String>,
    /// The verdicts of its parts.
    pub parts: Vec<Verdict>,
}

/// A sum that follows on a breach, as far as the record goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accrued {
    /// The exact figure: `63000`, `500.50`.
    pub amount: String,
    /// Its code: `USD`.
    pub currency: String,
    /// As a sentence has it: `$63,000`.
    pub shown: String,
    /// How it was reached: `126 days × $500 = $63,000`, `capped at $50,000`.
    pub steps: Vec<String>,
    /// It may be more: a day is known only within bounds.
    pub at_least: bool,
}

impl Verdict {
    /// `category 4`, as a sentence has it; empty for the whole.
    #[must_use]
    pub fn part_words(&self) -> String {
        part::in_words(&self.part)
    }

    /// The same without the letter of an item: `category 4` of `(a) category 4`.
    #[must_use]
    pub fn part_without_letter(&self) -> String {
        part::without_letter(&self.part)
    }

    /// It is one of a duty that recurs.
    #[must_use]
    pub fn is_instance(&self) -> bool {
        self.instance().is_some()
    }

    /// Its number, where it is one of a duty that recurs.
    #[must_use]
    pub fn instance(&self) -> Option<u32> {
        match self.part.last()? {
            Part::Instance { n, .. } => Some(*n),
            Part::Item { .. }
            | Part::Bearer(_)
            | Part::Category(_)
            | Part::Group(_)
            | Part::Thing(_)
            | Part::Occurrence(_)
            | Part::Limit(_)
            | Part::AsFirstOrdered => None,
        }
    }
}
