//! The lines under `rules …`: what comes before the first `in force since`
//! holds for every version; each version changes what it names, and the rest
//! stands as before.

use chrono::NaiveDate;

use super::file::Read;
use super::line::{Line, Tail, misplaced};
use crate::gap::Gap;
use crate::holiday::Source;
use crate::rules::{Cited, LeftOut, RuleSet, Rules, ServiceDays, Short};
use crate::service::Service;
use crate::unit::Direction;
use ordain_base::diag::codes::calendar_file;
use ordain_base::diag::codes::time as codes;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::{Span, Spanned};

/// A set of rules being read.
pub(super) struct Draft {
    name: String,
    title: String,
    span: Span,
    prefix: String,
    calendar: Option<Spanned<String>>,
    calendar_too: Option<String>,
    gaps: Vec<Gap>,
    sources: Vec<Source>,
    called: Vec<String>,
    versions: Vec<(Spanned<NaiveDate>, Slots)>,
    now: Slots,
    /// What the present version has already said, with its words.
    said: Vec<(String, Span)>,
}

/// A version with holes.
#[derive(Clone, Default)]
struct Slots {
    excluded: Option<Cited>,
    counted: Option<Cited>,
    begins: Option<Cited>,
    roll_after: Option<(Direction, Cited)>,
    roll_filing_only: bool,
    other_acts: Option<Cited>,
    roll_before: Option<(Direction, Cited)>,
    clear_before: Option<Cited>,
    left_out: Option<LeftOut>,
    short: Option<Short>,
    hours: Option<Cited>,
    inaccessible: Option<Cited>,
    midnight: Option<Cited>,
    state_forward: Option<Cited>,
    circuit_state: bool,
    service: Vec<ServiceDays>,
    service_before: Option<Cited>,
    not_for_orders: Option<Cited>,
}

impl Draft {
    pub(super) fn open(name: String, title: Option<String>, span: Span) -> Self {
        let title = title.unwrap_or_else(|| name.clone());
        let (gaps, sources, called, versions, said) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (prefix, calendar, calendar_too, now) = (String::new(), None, None, Slots::default());
        Self { name, title, span, prefix, calendar, calendar_too, gaps, sources, called, versions, now, said }
    }

    fn cited(&self, tail: Tail) -> Cited {
        let rule = if self.prefix.is_empty() { tail.rule } else { format!("{} {}", self.prefix, tail.rule) };
        let unread = tail.unread.then(|| format!("the text of {rule} was not read"));
        Cited { unsettled: tail.unsettled.or(unread), rule }
    }

    /// A property may be said once a version.
    fn once(&mut self, what: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> bool {
        if let Some((_, first)) = self.said.iter().find(|(w, _)| w == what) {
            let text = format!("one version of the rules `{}` says {what} twice", self.name);
            diagnostics.push(calendar_file::contradiction(span, &text, Some(*first)));
            return false;
        }
        self.said.push((what.to_owned(), span));
        true
    }
}

pub(super) fn add(draft: Option<&mut Draft>, line: Line, diagnostics: &mut Vec<Diagnostic>) {
    let Some(d) = draft else { return };
    match line {
        Line::InForce(since) => {
            if let Some((last, _)) = d.versions.last().filter(|(last, _)| last.value >= since.value) {
                let what = format!("versions go in order of their day, and {} is not later", codes::dated(since.value));
                diagnostics.push(calendar_file::contradiction(since.span, &what, Some(last.span)));
                return;
            }
            d.said.clear();
            d.versions.push((since, d.now.clone()));
        }
        Line::UsesCalendar(c, too) => (d.calendar, d.calendar_too) = (Some(c), too),
        Line::CitedAs(c) => d.prefix = c.value,
        // Rules that leave something out say nothing of closed days, unless they say how many.
        Line::Gap { text, days, since, until } => {
            d.gaps.push(Gap { text: text.value, days: days.unwrap_or(0), since, until });
        }
        Line::Called(name) => d.called.push(name.value),
        // Rules whose text nobody read may be a day off.
        Line::Source(s, _) => {
            d.gaps.extend(s.doubt().map(|why| Gap::of_one_day(format!("{why}: the count may be a day off"))));
            d.sources.push(s);
        }
        Line::Note(_) => {}
        line => property(d, line, diagnostics),
    }
    if let Some((_, last)) = d.versions.last_mut() {
        last.clone_from(&d.now);
    }
}

fn property(d: &mut Draft, line: Line, diagnostics: &mut Vec<Diagnostic>) {
    let span = line.span();
    let what = match &line {
        Line::Excluded(..) => "that the day of the event is not counted".to_owned(),
        Line::Counted(..) => "that every day is counted".to_owned(),
        Line::Begins(..) => "where counting begins".to_owned(),
        Line::OtherActs(..) => "what moves the last day of another act".to_owned(),
        Line::ClearBefore(..) => "that days before an event are clear days".to_owned(),
        Line::LeftOut { .. } => "which days are left out".to_owned(),
        Line::Roll { of: Direction::After, .. } => "how a last day after an event rolls".to_owned(),
        Line::Roll { of: Direction::Before, .. } => "how a last day before an event rolls".to_owned(),
        Line::Short { .. } => "which periods skip closed days".to_owned(),
        Line::Hours(..) => "how hours run".to_owned(),
        Line::Inaccessible(..) => "what an inaccessible clerk's office does".to_owned(),
        Line::Midnight(..) => "when the last day ends".to_owned(),
        Line::StateForward { .. } => "what state holidays close".to_owned(),
        Line::Service { by, before, .. } => {
            format!("what service by {} adds{}", by.value, if *before { " before an event" } else { "" })
        }
        Line::ServiceBefore(..) => "how service days count before an event".to_owned(),
        Line::NotForOrders(..) => "that orders get no service days".to_owned(),
        other => return misplaced(other, diagnostics),
    };
    if !d.once(&what, span, diagnostics) {
        return;
    }
    refuse_doubt_of_one_reading(&line, &what, diagnostics);
    match line {
        Line::Excluded(t, _) => d.now.excluded = Some(d.cited(t)),
        Line::Counted(t, _) => d.now.counted = Some(d.cited(t)),
        Line::Begins(t, _) => d.now.begins = Some(d.cited(t)),
        Line::OtherActs(t, _) => d.now.other_acts = Some(d.cited(t)),
        Line::ClearBefore(t, _) => d.now.clear_before = Some(d.cited(t)),
        Line::LeftOut { from, to, not_for_orders, tail, .. } => {
            d.now.left_out = Some(LeftOut { from, to, not_for_orders, cited: d.cited(tail) });
        }
        Line::Roll { of: Direction::After, side, of_filing, tail, .. } => {
            d.now.roll_after = Some((side, d.cited(tail)));
            d.now.roll_filing_only = of_filing;
        }
        Line::Roll { side, tail, .. } => d.now.roll_before = Some((side, d.cited(tail))),
        Line::Short { days, after_only, tail, .. } => {
            let cited = d.cited(tail);
            d.now.short = days.map(|n| Short { from: n.start, under: n.end, after_only, cited });
        }
        Line::Hours(t, _) => d.now.hours = Some(d.cited(t)),
        Line::Inaccessible(t, _) => d.now.inaccessible = Some(d.cited(t)),
        Line::Midnight(t, _) => d.now.midnight = Some(d.cited(t)),
        Line::StateForward { circuit, tail, .. } => {
            d.now.state_forward = Some(d.cited(tail));
            d.now.circuit_state = circuit;
        }
        Line::Service { by, before, n, court_days, added, tail, .. } => {
            let cited = d.cited(tail);
            let Some(way) = Service::parse(&by.value) else {
                let known: Vec<&str> = Service::ALL.iter().map(|(w, _)| *w).collect();
                let near = closest(&by.value, known.iter().copied());
                diagnostics.push(codes::unknown_service(by.span, &by.value, near, &known));
                return;
            };
            d.now.service.retain(|s| (s.by, s.before) != (way, before));
            d.now.service.push(ServiceDays { by: way, before, n, court_days, added, cited });
        }
        Line::ServiceBefore(t, _) => d.now.service_before = Some(d.cited(t)),
        Line::NotForOrders(t, _) => d.now.not_for_orders = Some(d.cited(t)),
        _ => {}
    }
}

/// Reports a line by which a rule is in doubt of which a count knows one reading only.
fn refuse_doubt_of_one_reading(line: &Line, what: &str, diagnostics: &mut Vec<Diagnostic>) {
    let tail = match line {
        Line::Counted(t, _) | Line::Midnight(t, _) | Line::ServiceBefore(t, _) | Line::NotForOrders(t, _) => t,
        Line::StateForward { tail, .. } => tail,
        _ => return,
    };
    if tail.unsettled.is_some() || tail.unread {
        let text = format!("a count knows one reading of {what}, so it cannot be in doubt; write a `gap` instead");
        diagnostics.push(calendar_file::contradiction(line.span(), &text, None));
    }
}

impl Slots {
    /// What rests on a text that nobody read is not settled.
    fn doubt(&mut self, why: &str) {
        let of_roll = [&mut self.roll_after, &mut self.roll_before].into_iter().flatten().map(|(_, c)| c);
        let single = [
            &mut self.excluded,
            &mut self.begins,
            &mut self.other_acts,
            &mut self.clear_before,
            &mut self.hours,
            &mut self.inaccessible,
        ];
        let all = of_roll.chain(single.into_iter().flatten());
        let all = all.chain(self.left_out.as_mut().map(|l| &mut l.cited));
        let all = all.chain(self.short.as_mut().map(|s| &mut s.cited));
        for cited in all.chain(self.service.iter_mut().map(|s| &mut s.cited)) {
            cited.unsettled.get_or_insert_with(|| why.to_owned());
        }
    }

    /// Whether every rule of which a count knows two readings is settled.
    fn settled(&self) -> bool {
        let of_roll = [&self.roll_after, &self.roll_before].into_iter().flatten().map(|(_, c)| c);
        let single =
            [&self.excluded, &self.begins, &self.other_acts, &self.clear_before, &self.hours, &self.inaccessible];
        let all = of_roll.chain(single.into_iter().flatten());
        let mut all = all.chain(self.short.iter().map(|s| &s.cited)).chain(self.service.iter().map(|s| &s.cited));
        // Whether an open day of a recess ends a period is never settled.
        self.left_out.is_none() && all.all(|c| c.unsettled.is_none())
    }
}

/// Ends a set of rules, if every version says what a count needs.
pub(super) fn close(draft: Option<Draft>, out: &mut Read) {
    let Some(d) = draft else { return };
    let mut missing =
        |what: &str, line: &str| out.diagnostics.push(calendar_file::rule_missing(d.span, &d.name, what, line));
    let Some(calendar) = d.calendar else { return missing("whose holidays count", "calendar federal") };
    if d.versions.is_empty() {
        return missing("since when they are in force", "in force since 2009-12-01");
    }
    let unread = d.sources.iter().find_map(Source::doubt);
    let mut versions = Vec::new();
    for (since, mut slots) in d.versions {
        if let Some(why) = &unread {
            slots.doubt(why);
        }
        match version(&d.name, since.value, slots) {
            Ok(v) => versions.push(v),
            Err((what, line)) => return missing(what, line),
        }
    }
    if let Some(first) = out.rules.iter().find(|r| r.name == d.name) {
        let what = format!("two sets of counting rules are named `{}`", d.name);
        out.diagnostics.push(calendar_file::contradiction(d.span, &what, Some(first.span)));
        return;
    }
    let (name, title, calendar, called) = (d.name, d.title, calendar.value, d.called);
    let calendar_too = d.calendar_too;
    out.rules.push(RuleSet {
        name,
        called,
        title,
        calendar,
        calendar_too,
        versions,
        gaps: d.gaps,
        sources: d.sources,
        span: d.span,
    });
}

type Missing = (&'static str, &'static str);

fn version(set: &str, since: NaiveDate, s: Slots) -> Result<Rules, Missing> {
    Ok(Rules {
        set: set.to_owned(),
        since,
        settled: s.settled(),
        excluded: s.excluded.ok_or((
            "whether the day of the event counts",
            "the day of the event is not counted rule \"6(a)(1)(A)\"",
        ))?,
        counted: s.counted.ok_or(("which days count", "every day is counted rule \"6(a)(1)(B)\""))?,
        roll_after: s.roll_after.ok_or((
            "how a last day after an event rolls",
            "after an event a closed last day rolls forward rule \"6(a)(1)(C)\"",
        ))?,
        roll_before: s.roll_before.ok_or((
            "how a last day before an event rolls",
            "before an event a closed last day rolls backward rule \"6(a)(5)\"",
        ))?,
        begins: s.begins,
        roll_filing_only: s.roll_filing_only,
        other_acts: s.other_acts,
        clear_before: s.clear_before,
        left_out: s.left_out,
        short: s.short,
        hours: s.hours,
        inaccessible: s.inaccessible,
        midnight: s.midnight,
        state_forward: s.state_forward,
        circuit_state: s.circuit_state,
        service: s.service,
        service_before: s.service_before,
        not_for_orders: s.not_for_orders,
    })
}
