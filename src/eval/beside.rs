//! What is shown beside a verdict and changes nothing: a request to the other
//! side, an excuse as argued, a power of the Court, what is for judgment.

use super::fold::Touch;
use super::place::when;
use super::{Context, Standing};
use crate::facts::{Assertion, Content, Deed};
use crate::model::object::{Head, Object, Related};
use crate::model::{COURT, Norm, Paragraph, PartyId};
use crate::verdict::{Kind, Modality, Place, Reason, Verdict};
use crate::words::day;

impl Context<'_> {
    /// `follows` is what the breach brings about.
    pub(super) fn beside(
        &self,
        paragraph: &Paragraph,
        norm: &Norm,
        touch: &Touch<'_>,
        verdict: &Verdict,
        follows: Vec<Reason>,
    ) -> Vec<Reason> {
        let mut out = Vec::new();
        self.orders(paragraph, touch, &mut out);
        if norm.modality == Modality::Must {
            self.requests(paragraph, norm, verdict, &mut out);
            self.excuses(paragraph, norm, &mut out);
        }
        for limb in &norm.limbs {
            if let Some(word) = &limb.standard {
                out.push(Reason::new(format!("`{word}` is for a person to judge")));
            }
            let mut seen: Vec<&String> = Vec::new();
            for words in limb.judgments.iter().chain(&limb.readings) {
                if !seen.contains(&words) {
                    seen.push(words);
                    let reading = limb.readings.contains(words);
                    let text = if reading {
                        format!("as read by the transcriber: {words}")
                    } else {
                        format!("“{words}” is for a person to judge")
                    };
                    out.push(Reason::new(text));
                }
            }
            out.extend(self.outlook(paragraph, limb, touch));
        }
        out.extend(follows);
        for note in &paragraph.notes {
            let place = Place { span: note.span, text: "note".to_owned(), fact: None, cite: None };
            out.push(Reason::at(format!("note: {}", one_line(&note.value)), place));
        }
        out
    }

    /// `asked Plaintiffs, not the Court, on Fri 2023-12-01; no motion on the record before …`.
    fn requests(&self, paragraph: &Paragraph, norm: &Norm, verdict: &Verdict, out: &mut Vec<Reason>) {
        let mut asked_other = false;
        let mut asked_court_by = None;
        let due = verdict.due.as_ref().map(|d| d.day);
        let about = self.index.about.get(&paragraph.id).map_or(&[][..], Vec::as_slice);
        for (i, a, s) in self.at(about) {
            let Content::Done(deed) = &a.content else { continue };
            if !matches!(s, Standing::Accepted(_)) {
                continue;
            }
            let verb = self.model.declared.verbs.get(deed.act.verb);
            let ours = norm.bearer.parties().iter().any(|&p| self.same_side(p, &deed.actors));
            let text = match (verb.family.as_str(), ours) {
                ("request" | "move" | "offer", true) => {
                    let whom = asked_of(deed);
                    let court = verb.family == "move" || whom.contains(&COURT);
                    if court {
                        asked_court_by = asked_court_by.max(a.bounds.last).or(a.bounds.last);
                    } else {
                        asked_other = true;
                    }
                    request_words(self, a, deed, &whom, court, due)
                }
                ("decline" | "agree" | "oppose" | "offer", false) => {
                    format!("{} {} {}", self.names(&deed.actors), verb.past, when(a.bounds))
                }
                _ => continue,
            };
            out.push(Reason::at(text.clone(), self.place(i, text)));
        }
        if let Some(due) = due
            && asked_other
            && matches!(verdict.kind, Kind::Breached | Kind::Late | Kind::Undetermined)
            && asked_court_by.is_none_or(|d| d > due)
        {
            out.push(Reason::new(format!("no motion on the record before {}", day(due))));
        }
    }

    fn excuses(&self, paragraph: &Paragraph, norm: &Norm, out: &mut Vec<Reason>) {
        for excuse in &self.ledger.excuses {
            let known = excuse.known.is_none_or(|k| k <= self.asked.known_on && k <= self.asked.as_of);
            let ours = norm.bearer.parties().iter().any(|&p| self.same_side(p, &excuse.by));
            let about = excuse.targets.contains(&paragraph.id) || excuse.targets.is_empty();
            if !known || !ours || !about {
                continue;
            }
            let answer = match (&excuse.rejected, &excuse.recognised) {
                (Some(at), _) if self.is_entered(at) => format!("rejected ({at})"),
                (_, Some(at)) if self.is_entered(at) => format!("recognised ({at})"),
                _ => "no order recognises it".to_owned(),
            };
            let text = format!("{} argued “{}”: {answer}", self.names(&excuse.by), one_line(&excuse.argument));
            let place = Place {
                span: excuse.span,
                text: text.clone(),
                fact: Some(excuse.id.clone()),
                cite: excuse.cites.first().cloned(),
            };
            out.push(Reason::at(text, place));
        }
    }

    /// A citation of an order counts from the order's entry.
    fn is_entered(&self, cite: &str) -> bool {
        let order = self.model.declared.orders.iter().find(|o| cite.starts_with(&o.name));
        order.and_then(crate::model::Order::in_force).is_none_or(|d| d <= self.asked.known_on && d <= self.asked.as_of)
    }

    fn same_side(&self, party: PartyId, others: &[PartyId]) -> bool {
        let declared = &self.model.declared;
        others.iter().any(|&o| declared.side(o) == declared.side(party))
    }
}

/// Of whom it was asked: the parties named before what was asked.
fn asked_of(deed: &Deed) -> Vec<PartyId> {
    let head = |o: &Object| match o.head {
        Some(Head::Party(p)) => Some(p),
        _ => None,
    };
    deed.act.objects.list.iter().filter_map(head).collect()
}

/// `Defendants asked Plaintiffs, not the Court, on Fri 2023-12-01, the day of
/// the deadline, for more time, to Thu 2024-02-15`.
fn request_words(
    context: &Context<'_>,
    a: &Assertion,
    deed: &Deed,
    whom: &[PartyId],
    court: bool,
    due: Option<chrono::NaiveDate>,
) -> String {
    let to = deed.act.objects.list.iter().flat_map(|o| &o.relations).find_map(|r| match (&r.to, r.word.as_str()) {
        (Related::Day(d), "to" | "until") => Some(format!(" for more time, to {}", day(*d))),
        _ => None,
    });
    let verb = &context.model.declared.verbs.get(deed.act.verb).past;
    let target = match (whom, court) {
        ([], _) => String::new(),
        (_, true) => format!(" {}", context.names(whom)),
        (_, false) => format!(" {}, not the Court,", context.names(whom)),
    };
    let timing = match (a.bounds.day(), due) {
        (Some(on), Some(due)) if on == due => ", the day of the deadline,",
        (Some(on), Some(due)) if on > due => ", after the deadline,",
        _ => "",
    };
    format!("{} {verb}{target} {}{timing}{}", context.names(&deed.actors), when(a.bounds), to.unwrap_or_default())
}

/// Text on one line, whatever its breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
