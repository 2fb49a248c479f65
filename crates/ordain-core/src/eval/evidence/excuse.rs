//! Excuses as argued: shown with where they were answered. One counts only
//! where an order in force recognises it.

use crate::eval::case::Case;
use crate::eval::duty::part::PartVerdict;
use crate::facts::Excuse;
use crate::model::{Order, Paragraph, Provision};
use crate::verdict::{Kind, Place, Reason};

impl Case<'_> {
    /// Each excuse that a bearer argued for this paragraph, with its answer.
    pub(in crate::eval) fn excuses(&self, paragraph: &Paragraph, provision: &Provision, out: &mut Vec<Reason>) {
        for excuse in self.argued(paragraph, provision) {
            let answer = match (&excuse.rejected, &excuse.recognised) {
                (Some(at), _) if self.is_entered(at) => format!("rejected ({at})"),
                (_, Some(at)) if self.recognises(at) => format!("recognised ({at})"),
                _ => "no order recognises it".to_owned(),
            };
            let text = format!("{} argued “{}”: {answer}", self.names(&excuse.by), one_line(&excuse.argument));
            out.push(Reason::at(text.clone(), place(excuse, text)));
        }
    }

    /// A breach that an order in force excuses by the paragraph's own name is one no longer; a late performance stays late.
    pub(in crate::eval) fn excused(
        &self,
        paragraph: &Paragraph,
        provision: &Provision,
        leaf: PartVerdict,
    ) -> PartVerdict {
        if leaf.kind != Kind::Breached {
            return leaf;
        }
        let recognised = self.argued(paragraph, provision).find_map(|e| {
            let at = e.recognised.as_ref().filter(|at| self.recognises(at))?;
            (e.rejected.is_none() && e.targets.contains(&paragraph.id)).then_some((e, at))
        });
        let Some((excuse, at)) = recognised else { return leaf };
        let text = format!("not done, and excused: {at} recognises “{}”", one_line(&excuse.argument));
        let place = place(excuse, text.clone());
        PartVerdict::new(Kind::Lifted, text.clone())
            .due(leaf.due.as_ref())
            .facts([place.clone()])
            .because([Reason::at(text, place)])
    }

    pub(in crate::eval) fn argued<'e>(
        &'e self,
        paragraph: &'e Paragraph,
        provision: &'e Provision,
    ) -> impl Iterator<Item = &'e Excuse> + 'e {
        self.ledger.excuses.iter().filter(move |excuse| {
            let known = excuse.known.is_none_or(|k| k <= self.question.known_on && k <= self.question.as_of);
            let ours = provision.bearer.parties().iter().any(|&p| self.same_side(p, &excuse.by));
            let about = excuse.targets.contains(&paragraph.id) || excuse.targets.is_empty();
            known && ours && about
        })
    }

    /// A citation of an order counts from the order's entry.
    pub(in crate::eval) fn is_entered(&self, cite: &str) -> bool {
        self.cited(cite)
            .and_then(Order::in_force)
            .is_none_or(|d| d <= self.question.known_on && d <= self.question.as_of)
    }

    /// Only an order recognises: a paper that is none never does.
    pub(in crate::eval) fn recognises(&self, cite: &str) -> bool {
        self.cited(cite).is_some() && self.is_entered(cite)
    }

    /// The order whose name a citation begins with, the longest such name.
    pub(in crate::eval) fn cited(&self, cite: &str) -> Option<&Order> {
        let named = |o: &&Order| {
            cite.strip_prefix(o.name.as_str()).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        };
        self.model.declared.orders.iter().filter(named).max_by_key(|o| o.name.len())
    }
}

fn place(excuse: &Excuse, text: String) -> Place {
    Place { span: excuse.span, text, fact: Some(excuse.id.clone()), cite: excuse.cites.first().cloned() }
}

/// Text on one line, whatever its breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
