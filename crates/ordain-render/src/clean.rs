//! What a file may not say to a terminal. Escape and control characters,
//! marks that turn the direction of writing, and invisible ones are replaced
//! one for one, so that columns stay where they are.

use std::collections::BTreeMap;

use super::date::{Months, for_people};
use ordain_base::characters::{belongs_to_writing, is_unseen};
use ordain_base::diag::{Diagnostic, InShort};
use ordain_base::steps;
use ordain_core::report::{Altered, Column, HypothesisOutcome, Report, Said};
use ordain_core::verdict::{Accrued, Due, History, Listed, Part, Place, Reason, Stage, Verdict};

/// Replaces what must not reach a screen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cleaner {
    unicode: bool,
    /// How days are written for people; as they are counted where this is none.
    months: Option<Months>,
}

impl Cleaner {
    /// For a format that people read.
    pub(crate) const fn for_people(unicode: bool) -> Self {
        Self { unicode, months: Some(Months::Short) }
    }

    /// For a format that is read aloud.
    pub(crate) const fn for_readers_aloud(unicode: bool) -> Self {
        Self { unicode, months: Some(Months::Full) }
    }

    /// For a format that programs read: days stay as they are counted.
    pub(crate) const fn for_machines() -> Self {
        Self { unicode: true, months: None }
    }

    /// True where characters beyond ASCII may be drawn.
    pub(crate) const fn unicode(self) -> bool {
        self.unicode
    }

    /// The character, or what means it after `before`: `␛` for escape.
    pub(crate) fn char(self, before: Option<char>, c: char) -> char {
        if !is_unseen(c) || belongs_to_writing(before, c) {
            return c;
        }
        match c {
            _ if !self.unicode => '?',
            '\u{7F}' => '\u{2421}',
            '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
            _ => '\u{FFFD}',
        }
    }

    /// One line: breaks and tabs become spaces.
    pub(crate) fn line(self, text: &str) -> String {
        steps::count(1 + text.len() / 64);
        // Nothing of most lines is to be replaced.
        if text.bytes().all(|b| matches!(b, b' '..=b'~')) {
            return text.to_owned();
        }
        let mut before = None;
        let clean = |c| {
            let shown = if matches!(c, '\n' | '\r' | '\t') { ' ' } else { self.char(before, c) };
            before = Some(c);
            shown
        };
        text.chars().map(clean).collect()
    }

    /// Several lines, kept apart.
    pub(crate) fn lines(self, text: &str) -> String {
        text.lines().map(|l| self.line(l)).collect::<Vec<_>>().join("\n")
    }

    /// A sentence of the program, its days as the reader writes them.
    pub(crate) fn sentence(self, text: &str) -> String {
        let line = self.line(text);
        match self.months {
            Some(months) => for_people(&line, months),
            None => line,
        }
    }

    /// Several sentences of the program, a line each.
    fn sentences(self, text: &str) -> String {
        text.lines().map(|l| self.sentence(l)).collect::<Vec<_>>().join("\n")
    }

    /// The whole report, its sources apart: those are cleaned where they are cut.
    pub(crate) fn report(self, report: &Report) -> Report {
        Report {
            matter: self.line(&report.matter),
            columns: report.columns.iter().map(|c| self.column(c)).collect(),
            shown: report.shown.iter().map(|s| self.shown(s)).collect(),
            diagnostics: report.diagnostics.iter().map(|d| self.diagnostic(d)).collect(),
            inputs: Vec::new(),
            hypothesis: report.hypothesis.as_ref().map(|h| self.hypothesis(h)),
            as_of: report.as_of,
            as_of_given: report.as_of_given,
            known_on: report.known_on,
            court: report.court.as_deref().map(|c| self.line(c)),
            number: report.number.as_deref().map(|n| self.line(n)),
            zone: report.zone,
            parties: self.each_line(&report.parties),
            orders: report.orders.iter().map(|(name, day)| (self.line(name), *day)).collect(),
            incomplete: report.incomplete,
            facts: report.facts,
            unused: report.unused.clone(),
            outlines: BTreeMap::new(),
            rows: report.rows.clone(),
            sources: report.sources.clone(),
        }
    }

    fn hypothesis(self, h: &HypothesisOutcome) -> HypothesisOutcome {
        let verdict = |v: &Option<Verdict>| v.as_ref().map(|v| self.verdict(v));
        HypothesisOutcome {
            assumed: self.each_line(&h.assumed),
            without: self.each_line(&h.without),
            unread: h.unread,
            changes: h
                .changes
                .iter()
                .map(|c| Altered {
                    id: self.line(&c.id),
                    depth: c.depth,
                    before: verdict(&c.before),
                    after: verdict(&c.after),
                })
                .collect(),
            said: h
                .said
                .iter()
                .map(|s| Said {
                    id: self.line(&s.id),
                    gone: self.each_sentence(&s.gone),
                    new: self.each_sentence(&s.new),
                })
                .collect(),
        }
    }

    fn column(self, column: &Column) -> Column {
        use ordain_core::report::View;
        let view = match &column.view {
            View::Court => View::Court,
            View::Party(name) => View::Party(self.line(name)),
        };
        Column { view, verdicts: column.verdicts.iter().map(|v| self.verdict(v)).collect() }
    }

    fn shown(self, shown: &Listed) -> Listed {
        Listed {
            id: self.line(&shown.id),
            text: self.sentence(&shown.text),
            sources: self.each_line(&shown.sources),
            ..shown.clone()
        }
    }

    fn accrued(self, a: &Accrued) -> Accrued {
        Accrued {
            amount: self.line(&a.amount),
            currency: self.line(&a.currency),
            shown: self.line(&a.shown),
            steps: self.each_sentence(&a.steps),
            at_least: a.at_least,
        }
    }

    fn verdict(self, v: &Verdict) -> Verdict {
        let due = v.due.as_ref().map(|d| self.due(d));
        Verdict {
            id: self.line(&v.id),
            order: self.line(&v.order),
            paragraph: self.line(&v.paragraph),
            part: v.part.iter().map(|p| self.part(p)).collect(),
            bearer: self.each_line(&v.bearer),
            done: self.line(&v.done),
            ordered: self.line(&v.ordered),
            modality: v.modality,
            kind: v.kind,
            due,
            days: v.days,
            at_least: v.at_least,
            why: self.sentence(&v.why),
            reasons: self.reasons(&v.reasons),
            sources: self.each_line(&v.sources),
            span: v.span,
            due_span: v.due_span,
            facts: v.facts.iter().map(|p| self.place(p)).collect(),
            notes: self.reasons(&v.notes),
            history: v.history.iter().map(|s| self.stage(s)).collect(),
            accrued: v.accrued.iter().map(|a| self.accrued(a)).collect(),
            remedy: v.remedy.as_deref().map(|r| self.lines(r)),
            parts: v.parts.iter().map(|p| self.verdict(p)).collect(),
        }
    }

    fn part(self, part: &Part) -> Part {
        match part {
            Part::Item { letter, act } => Part::Item { letter: self.line(letter), act: self.line(act) },
            Part::Bearer(name) => Part::Bearer(self.line(name)),
            Part::Category(label) => Part::Category(self.line(label)),
            Part::Group(name) => Part::Group(self.line(name)),
            Part::Thing(name) => Part::Thing(self.line(name)),
            Part::Occurrence(name) => Part::Occurrence(self.line(name)),
            Part::Limit(name) => Part::Limit(self.line(name)),
            Part::Instance { of, n } => Part::Instance { of: of.as_deref().map(|of| self.line(of)), n: *n },
            Part::AsFirstOrdered => Part::AsFirstOrdered,
        }
    }

    fn due(self, due: &Due) -> Due {
        let mut due = due.clone();
        for step in &mut due.trace {
            step.step = self.line(&step.step);
            step.rule = self.sentence(&step.rule);
            step.why = self.sentence(&step.why);
        }
        due
    }

    pub(crate) fn history(self, history: &History) -> History {
        History {
            id: self.line(&history.id),
            text: self.sentence(&history.text),
            stages: history.stages.iter().map(|s| self.stage(s)).collect(),
            span: history.span,
        }
    }

    fn stage(self, stage: &Stage) -> Stage {
        Stage {
            by: self.line(&stage.by),
            docket: stage.docket.as_deref().map(|d| self.line(d)),
            act: self.sentence(&stage.act),
            remarks: self.each_sentence(&stage.remarks),
            before: stage.before.as_ref().map(|d| self.due(d)),
            due: stage.due.as_ref().map(|d| self.due(d)),
            ..stage.clone()
        }
    }

    fn reasons(self, reasons: &[Reason]) -> Vec<Reason> {
        let one = |r: &Reason| Reason {
            text: self.sentence(&r.text),
            place: r.place.as_ref().map(|p| self.place(p)),
            because: self.reasons(&r.because),
            short: self.in_short(&r.short),
        };
        reasons.iter().map(one).collect()
    }

    fn place(self, place: &Place) -> Place {
        Place {
            span: place.span,
            text: self.sentence(&place.text),
            fact: place.fact.as_deref().map(|f| self.line(f)),
            cite: place.cite.as_deref().map(|c| self.line(c)),
        }
    }

    pub(crate) fn diagnostic(self, d: &Diagnostic) -> Diagnostic {
        let mut clean = d.clone();
        clean.message = self.sentence(&d.message);
        clean.help = d.help.as_deref().map(|h| self.sentences(h));
        clean.cite = d.cite.as_deref().map(|c| self.line(c));
        clean.remedy = d.remedy.as_deref().map(|r| self.lines(r));
        for ground in &mut clean.grounds {
            ground.text = self.sentence(&ground.text);
            ground.cites = self.each_line(&ground.cites);
            ground.short = self.in_short(&ground.short);
        }
        for label in &mut clean.labels {
            label.text = self.sentence(&label.text);
        }
        if let Some(fix) = &mut clean.fix {
            fix.title = self.sentence(&fix.title);
            for edit in &mut fix.edits {
                edit.text = self.lines(&edit.text);
            }
        }
        clean
    }

    fn in_short(self, short: &InShort) -> InShort {
        match short {
            InShort::Said => InShort::Said,
            InShort::LeftOut => InShort::LeftOut,
            InShort::Instead(words) => InShort::Instead(self.sentence(words)),
            InShort::Counted { noun, cite } => InShort::Counted { noun: self.line(noun), cite: self.line(cite) },
        }
    }

    fn each_sentence(self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|t| self.sentence(t)).collect()
    }

    fn each_line(self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|t| self.line(t)).collect()
    }
}
