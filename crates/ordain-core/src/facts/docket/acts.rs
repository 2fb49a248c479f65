//! Acts of the record that are entries of the docket: `the docket shows Defendants
//! filed answer  source Dkt. 31` takes its day from there.

use super::{Docket, Entry, bounds_of_days, number_of};
use crate::facts::assertion::{Content, Reply, Subject, Voice};
use crate::facts::when::Bounds;
use crate::model::names::{Entity, fold};
use crate::model::{CLERK, Declared, VerbFamily};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::entries as say;
use ordain_base::source::Span;
use ordain_syntax::ast::Cite;

impl Docket {
    /// The entries that a citation is: a number, or a paper or order that has an entry.
    fn cited(&self, declared: &Declared, cite: &Cite) -> Vec<usize> {
        if let Some(number) = number_of(&cite.paper) {
            return self.numbered(number);
        }
        let subject = match declared.names.get(&fold(&cite.paper)) {
            Some(Entity::Thing(t)) => Subject::Thing(t),
            Some(Entity::Order(o)) => Subject::Order(o),
            _ => return Vec::new(),
        };
        self.bound.iter().filter(|(s, _)| *s == subject).map(|(_, i)| *i).collect()
    }

    /// The first day on which a cited entry was on the docket.
    pub(in crate::facts) fn known(&self, cite: &Cite) -> Option<chrono::NaiveDate> {
        let number = number_of(&cite.paper)?;
        self.numbered(number).into_iter().filter_map(|i| self.entries.get(i)?.known()).min()
    }

    /// When an act happened, given what its sentence says of the day. A paper that
    /// is cited as a whole is the act; one cited at a page speaks of it.
    pub(in crate::facts) fn day_of_act(
        &mut self,
        declared: &Declared,
        act: &Act<'_>,
        out: &mut Vec<Diagnostic>,
    ) -> (Bounds, Vec<Reply>) {
        let Content::Done(deed) = act.content else { return (act.bounds, Vec::new()) };
        let files = declared.verbs.get(deed.act.verb).family == VerbFamily::File;
        let shown = *act.voice == Voice::Docket;
        if self.entries.is_empty() || deed.negated || !(files || shown) {
            return (act.bounds, Vec::new());
        }
        let whole = act.cites.iter().filter(|c| c.pin.is_none());
        let Some((cite, at)) = whole.map(|c| (c, self.cited(declared, c))).find(|(_, at)| !at.is_empty()) else {
            if let Some((cite, number)) = act.cites.first().and_then(|c| Some((c, number_of(&c.paper)?)))
                && shown
                && cite.pin.is_none()
            {
                out.push(say::not_on_docket(cite.span, &cite.paper, number));
            }
            return (act.bounds, Vec::new());
        };
        self.cited.extend(&at);
        let found: Vec<&Entry> = at.iter().filter_map(|i| self.entries.get(*i)).collect();
        let denied = found.iter().filter(|e| e.in_error).map(|e| {
            out.push(say::in_error(&cite.paper, cite.span, e.span, e.modified));
            Reply { by: vec![CLERK], known: e.modified, cites: vec![e.name()], span: e.span }
        });
        let denied: Vec<Reply> = denied.collect();
        let Some(docketed) = bounds_of_days(found.iter().map(|e| e.filed)) else { return (act.bounds, denied) };
        // A statement without a day of its own: at most it was made by the day of its paper.
        if act.bounds.first.is_none() && shown {
            return (docketed, denied);
        }
        let weaker = matches!(act.voice, Voice::Plain | Voice::Says(_) | Voice::Docket);
        let differs = |e: &&&Entry| e.filed.zip(act.bounds.day()).is_some_and(|(there, here)| there != here);
        let Some((entry, there)) = found.iter().find(differs).and_then(|e| Some((e, e.filed?))) else {
            return (act.bounds, denied);
        };
        let Some(here) = act.bounds.day() else { return (act.bounds, denied) };
        out.push(say::day_differs(&cite.paper, "filed", (act.span, here), (entry.span, there)));
        // A finding, a stipulation, an admission goes before the docket; nothing else does.
        let both = Bounds { first: docketed.first.min(Some(here)), last: docketed.last.max(Some(here)), time: None };
        (if weaker { both } else { act.bounds }, denied)
    }
}

/// An act as its sentence says it.
pub(in crate::facts) struct Act<'a> {
    pub content: &'a Content,
    pub voice: &'a Voice,
    pub bounds: Bounds,
    pub cites: &'a [Cite],
    pub span: Span,
}
