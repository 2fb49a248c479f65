//! Where the parts are in the words of a rule file: the tree has the place of each.

use super::aspects::Aspect;
use super::sentence::{Mark, Sentence, Speaker};
use crate::outline::{ParagraphOutline, Role};
use ordain_base::source::{SourceMap, Span};
use ordain_syntax::ast::{
    Body, Clause, ClauseKind, Deadline, Disposition, DueOption, First, Paragraph, Phrase, Point, Provision, Series,
};

/// Places in the files, outer ones before those inside them, and what is left out of the sentence.
#[derive(Default)]
struct Found {
    parts: Vec<(Span, Aspect)>,
    left_out: Vec<Span>,
}

/// The paragraph's own words on one line, with its parts.
pub(super) fn of_statement(p: &Paragraph, span: Span, outline: &ParagraphOutline, sources: &SourceMap) -> Sentence {
    let mut found = Found::default();
    match &p.body {
        Body::Provision(provision) => found.provision(provision, outline),
        Body::Dispositions(all) => all.iter().for_each(|d| found.disposition(d)),
        Body::CutOff { what, .. } => found.add(what.span, Aspect::Object),
        Body::OnBreachOf { .. } | Body::Listed(_) => {}
    }
    found.clauses(&p.clauses);
    on_one_line(sources.text(span), span, &found)
}

impl Found {
    fn add(&mut self, span: Span, aspect: Aspect) {
        if !span.is_empty() {
            self.parts.push((span, aspect));
        }
    }

    fn provision(&mut self, p: &Provision, outline: &ParagraphOutline) {
        self.add(p.bearer.span, Aspect::Bearer);
        self.add(p.modal.span, Aspect::Modality);
        for item in &p.items {
            self.act(&item.act, outline);
            self.clauses(&item.clauses);
        }
    }

    /// The verb, then what it is done to, then to whom.
    fn act(&mut self, act: &Phrase, outline: &ParagraphOutline) {
        let Some(verb) = act.tokens.first() else { return };
        self.add(verb.span, Aspect::Act);
        let rest = act.tokens.get(1..).unwrap_or_default();
        let recipients: Vec<&str> = outline
            .statements
            .iter()
            .flat_map(|s| s.parts.iter().filter(|p| p.role == Role::Recipient).map(|p| p.text.as_str()))
            .collect();
        let addressed = rest.iter().position(|t| t.text == "to" || t.text == "on" || t.text == "upon");
        let addressed = addressed.filter(|at| {
            let after: Vec<&str> = rest.iter().skip(at + 1).map(|t| t.text.as_str()).collect();
            let after = after.join(" ");
            recipients.iter().any(|r| after.starts_with(r.trim_start_matches("each of ")))
        });
        let (things, to) = rest.split_at(addressed.unwrap_or(rest.len()));
        for (tokens, aspect) in [(things, Aspect::Object), (to, Aspect::Recipient)] {
            if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
                self.add(first.span.to(last.span), aspect);
            }
        }
    }

    fn disposition(&mut self, d: &Disposition) {
        self.add(d.verb.span, Aspect::Act);
        d.object.iter().for_each(|o| self.add(o.span, Aspect::Object));
        for point in [&d.to, &d.from].into_iter().flatten() {
            self.point(point, Aspect::Deadline);
        }
        d.by.iter().for_each(|l| self.add(l.span, Aspect::Deadline));
        d.until.iter().for_each(|u| self.triggers(u));
        d.except.iter().for_each(|e| self.add(e.span, Aspect::Exception));
        self.clauses(&d.clauses);
    }

    fn clauses(&mut self, clauses: &[Clause]) {
        for clause in clauses {
            self.clause(clause);
        }
    }

    fn clause(&mut self, clause: &Clause) {
        use ClauseKind as K;
        let aspect = match &clause.kind {
            K::Deadline(d) => {
                self.add(clause.span, Aspect::Deadline);
                self.triggers(d);
                return;
            }
            K::Lasting(_) | K::Installments(_) | K::Effective(_) => Aspect::Deadline,
            K::Condition { .. } => Aspect::Condition,
            K::Except(_) => Aspect::Exception,
            K::Covering(_) | K::ForEach { .. } | K::Or { .. } | K::InEach { .. } | K::WithEach(_) => Aspect::Object,
            K::Recipients(_) => Aspect::Recipient,
            K::Times(_)
            | K::WithAtLeast(_)
            | K::Containing(_)
            | K::Form(_)
            | K::NotExceeding(_)
            | K::Manner(_)
            | K::OnlyFor(_)
            | K::OnTerms(_)
            | K::About(_)
            | K::SoThat(_)
            | K::Under(_)
            | K::WithoutPrejudice(_)
            | K::Judgment(_) => Aspect::Manner,
            K::OnBreach(_) => Aspect::Consequence,
            K::Source(_) => Aspect::Source,
            K::Quote(_) | K::Note(_) | K::Reading(_) => {
                self.left_out.push(clause.span);
                return;
            }
            K::Despite(_)
            | K::InCase { .. }
            | K::Topic(_)
            | K::NuncProTunc(_)
            | K::RulesAllow(_)
            | K::OfWhich(_)
            | K::AsOf(_)
            | K::InPerformanceOf(_)
            | K::DeniedBy { .. }
            | K::AdmittedBy { .. }
            | K::RejectedBy(_)
            | K::RecognisedBy(_)
            | K::Flag(_) => return,
        };
        self.add(clause.span, aspect);
    }

    /// The events that a due time is counted from.
    fn triggers(&mut self, deadline: &Deadline) {
        use Deadline as D;
        match deadline {
            D::By(p) | D::Before(p) | D::Until(p) | D::Through(p) => self.point(p, Aspect::Trigger),
            D::UntilPeriod { from: p, .. } | D::Within { after: p, .. } | D::AtLeastBefore { before: p, .. } => {
                self.point(p, Aspect::Trigger)
            }
            D::EarlierOf(all) | D::LaterOf(all) => {
                for DueOption::At(p) | DueOption::After(_, p) | DueOption::Before(_, p) in all {
                    self.point(p, Aspect::Trigger);
                }
            }
            D::Promptly { outer: Some(outer), .. } => self.triggers(outer),
            D::Every(series) => self.start_of_series(series),
            D::WithinEach { each: p, .. } | D::At(p) | D::UntilDone(p) | D::Pending(p) => {
                self.add(p.span, Aspect::Trigger);
            }
            D::Promptly { outer: None, .. }
            | D::Spanning { .. }
            | D::Unsaid(_)
            | D::NoDeadline
            | D::Continuing
            | D::UntilFurtherOrder => {}
        }
    }

    fn start_of_series(&mut self, series: &Series) {
        match &series.first {
            First::Within(_, p) | First::After(p) | First::Beginning(p) => self.point(p, Aspect::Trigger),
            First::By(_) | First::Unstated => {}
        }
    }

    /// An event is a trigger; a date says the day itself.
    fn point(&mut self, point: &Point, event: Aspect) {
        match point {
            Point::Event(p) => self.add(p.span, event),
            Point::Date(d) => self.add(d.span, Aspect::Deadline),
        }
    }
}

/// What a byte of a statement belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Paint {
    Bare,
    Part(Aspect),
    LeftOut,
}

/// The words of a statement with single spaces, the parts moved along. Where a part is inside another, the outer one ends
/// where the inner begins, and goes on after it.
fn on_one_line(text: &str, span: Span, found: &Found) -> Sentence {
    let mut painted = vec![Paint::Bare; text.len()];
    let parts = found.parts.iter().map(|(s, a)| (s, Paint::Part(*a)));
    for (part, paint) in parts.chain(found.left_out.iter().map(|s| (s, Paint::LeftOut))) {
        let at = |offset: u32| usize::try_from(offset.saturating_sub(span.start)).unwrap_or(0).min(text.len());
        painted.get_mut(at(part.start)..at(part.end)).unwrap_or_default().fill(paint);
    }
    let mut words = String::with_capacity(text.len());
    let mut marks: Vec<Mark> = Vec::new();
    let (mut open, mut blank) = (Paint::Bare, false);
    for ((at, c), end) in text.char_indices().zip(text.char_indices().map(|(at, c)| at + c.len_utf8())) {
        let paint = painted.get(at).copied().unwrap_or(Paint::Bare);
        if c.is_whitespace() || paint == Paint::LeftOut {
            blank = true;
            open = if paint == Paint::LeftOut { Paint::Bare } else { open };
            continue;
        }
        if blank && !words.is_empty() {
            words.push(' ');
        }
        blank = false;
        let (start, end) = (words.len(), words.len() + (end - at));
        if let Paint::Part(aspect) = paint {
            match marks.last_mut().filter(|_| open == paint) {
                Some(last) => last.end = end,
                None => marks.push(Mark { start, end, aspect }),
            }
        }
        words.push(c);
        open = paint;
    }
    Sentence { speaker: Speaker::Rule, words, marks }
}
