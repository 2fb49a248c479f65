//! One sentence as the units that become paragraphs: its items with what leads to them, and its clauses.

use ordain_text::ordering::{OrderingWord, SentenceKind};

use super::acts_apart::acts_apart;
use super::candidate::Context;
use super::joined::{ordering_clauses, shared_time};
use super::lists::{is_formula, items_of_list, with_lead, without_end_marks};
use super::openings::operative_words;
use super::phrase::Phrase;
use super::unit::Unit;

/// A sentence that orders something.
pub(super) struct Ordering<'a> {
    pub(super) found: &'a [OrderingWord],
    /// Which of the sentences that order it is.
    pub(super) id: usize,
    /// The number that the court gives it.
    pub(super) number: Option<String>,
    pub(super) ctx: &'a Context<'a>,
}

impl Ordering<'_> {
    /// What a part of it does, by the first word of it that orders.
    fn orders(&self, p: &Phrase<'_, '_>) -> Option<SentenceKind> {
        self.found.iter().find(|w| p.ids().contains(&w.at)).map(|w| w.kind)
    }

    fn kind(&self) -> SentenceKind {
        self.found.first().map_or(SentenceKind::Duty, |w| w.kind)
    }

    /// The units of the sentence.
    pub(super) fn split<'r, 't>(&self, whole: &Phrase<'r, 't>) -> Vec<Unit<'r, 't>> {
        let items = items_of_list(whole);
        let Some(first) = items.first() else { return self.parts(whole, self.number.clone()) };
        let lead = whole.slice(0..first.0);
        // `show cause why: (1) …; and (2) …`: questions to be answered, not acts.
        if super::lists::is_question(&lead) {
            return vec![self.unit(whole, None)];
        }
        let content = super::lists::content_lead(&lead);
        let end = |i: usize| items.get(i + 1).map_or(whole.len(), |n| n.0);
        let bodies: Vec<(String, Phrase<'r, 't>)> = items
            .iter()
            .enumerate()
            .map(|(i, (at, len, name))| (name.clone(), whole.slice(at + len..end(i))))
            .collect();
        if let Some(content) = content {
            let mut out = self.parts(&content, self.number.clone());
            let shown = |(name, b): (String, Phrase<'r, 't>)| {
                let own = without_end_marks(&b);
                let number = self.number_of(&lead, &name);
                Unit {
                    words: own.clone(),
                    own,
                    kind: SentenceKind::Announcement,
                    sentence: self.id,
                    number,
                    doubt: None,
                    asked: None,
                }
            };
            out.extend(bodies.into_iter().map(shown));
            return out;
        }
        self.list(whole, &lead, bodies)
    }

    /// The items of a list.
    fn list<'r, 't>(
        &self,
        whole: &Phrase<'r, 't>,
        lead: &Phrase<'r, 't>,
        bodies: Vec<(String, Phrase<'r, 't>)>,
    ) -> Vec<Unit<'r, 't>> {
        let own = bodies.iter().filter(|(_, b)| self.orders(b).is_some()).count();
        let leads = self.orders(lead);
        let bare = leads.is_none()
            && !lead.has(&["if", "unless", "upon", "within", "when", "once"])
            && lead.dates().is_empty();
        if own > 0 && is_formula(lead) || own == bodies.len() && bare {
            // Behind `IT IS ORDERED THAT:` an item that orders nothing is no paragraph.
            let ordering = bodies.into_iter().filter(|(_, b)| self.orders(b).is_some());
            return ordering.flat_map(|(name, b)| self.parts(&b, self.number_of(lead, &name))).collect();
        }
        if lead.has(&["either", "one"]) || bodies.iter().any(|(_, b)| b.last() == "or") {
            return self.doubted(whole, "the items are alternatives: say which of them are enough");
        }
        let Some(kind) = leads.filter(|_| own == 0) else {
            return self.doubted(whole, "the list mixes items of several kinds");
        };
        let said = operative_words(lead);
        let acts = super::modals::first_modal(&said).map(|m| said.slice(m.end + 1..said.len()));
        // `complete the form and submit the following: …`
        if acts
            .and_then(|a| super::guard::obstacle_to_quoting(&a, self.ctx.verbs))
            .is_some_and(|w| w.starts_with("and "))
        {
            return self.doubted(whole, "the list belongs to one of several acts");
        }
        let doubt = shared_time(&bodies.iter().map(|(_, b)| b.clone()).collect::<Vec<_>>());
        let item = |(name, b): &(String, Phrase<'r, 't>)| Unit {
            words: with_lead(&said, &without_end_marks(b)),
            own: without_end_marks(b),
            kind,
            sentence: self.id,
            number: self.number_of(lead, name),
            doubt: doubt.clone(),
            asked: None,
        };
        bodies.iter().map(item).collect()
    }

    /// The clauses of a part that order each by itself.
    fn parts<'r, 't>(&self, p: &Phrase<'r, 't>, number: Option<String>) -> Vec<Unit<'r, 't>> {
        let (parts, led) = led_by_condition(ordering_clauses(p, self.found, self.ctx.names));
        let doubts = doubts_of_clauses(&parts);
        let unit = |words, own, kind, doubt: Option<String>| {
            let (doubt, asked) = match doubt {
                Some(why) if why == TIME_BESIDE => (None, Some(why)),
                doubt => (doubt, None),
            };
            Unit { words, own, kind, sentence: self.id, number: number.clone(), doubt, asked }
        };
        let units = |((words, own), doubt): ((Phrase<'r, 't>, Phrase<'r, 't>), Option<String>)| {
            let kind = self.orders(&own).unwrap_or_else(|| self.kind());
            let acts = if doubt.as_deref().is_none_or(|why| why == TIME_BESIDE) {
                acts_apart(&words, &own, self.ctx)
            } else {
                Vec::new()
            };
            if acts.is_empty() {
                return vec![unit(words, own, kind, doubt)];
            }
            acts.into_iter().map(|act| unit(act.words, act.own, kind, act.doubt)).collect()
        };
        let mut out: Vec<Unit<'r, 't>> = parts.into_iter().zip(doubts).flat_map(units).collect();
        if led {
            out.iter_mut().skip(1).for_each(|unit| unit.asked = Some(LED.to_owned()));
        }
        out
    }

    fn doubted<'r, 't>(&self, whole: &Phrase<'r, 't>, why: &str) -> Vec<Unit<'r, 't>> {
        vec![self.unit(whole, Some(why.to_owned()))]
    }

    /// The sentence as one unit.
    fn unit<'r, 't>(&self, whole: &Phrase<'r, 't>, doubt: Option<String>) -> Unit<'r, 't> {
        Unit {
            words: whole.clone(),
            own: whole.clone(),
            kind: self.kind(),
            sentence: self.id,
            number: self.number.clone(),
            doubt,
            asked: None,
        }
    }

    /// `2(a)`; the number alone behind `IT IS ORDERED THAT:`.
    fn number_of(&self, lead: &Phrase<'_, '_>, name: &str) -> Option<String> {
        match &self.number {
            Some(n) => Some(format!("{n}({name})")),
            None => is_formula(lead).then(|| name.to_owned()).filter(|n| n.bytes().all(|b| b.is_ascii_digit())),
        }
    }
}

/// What is asked under a clause to which the draft gives the condition that leads the sentence.
pub(super) const LED: &str =
    "is the condition at the beginning of the sentence meant for this too, as the draft reads it?";

/// What a clause says, and its own words.
type Clause<'r, 't> = (Phrase<'r, 't>, Phrase<'r, 't>);

/// `If it does, Plaintiff shall file a list, and the Clerk shall send it`: without the condition more would be owed, so each
/// clause has it.
fn led_by_condition<'r, 't>(mut parts: Vec<Clause<'r, 't>>) -> (Vec<Clause<'r, 't>>, bool) {
    let [(first, _), (second, own)] = parts.as_slice() else { return (parts, false) };
    let said = operative_words(first);
    let comma = said.find(1, &[","]).filter(|c| *c < 40);
    let led = comma.filter(|_| {
        matches!(said.word(0), "if" | "unless" | "should")
            && second.len() == own.len()
            && is_plain_duty(second)
            && !behind_semicolon(own)
            && !operative_words(second).has(&["until", "when", "upon", "once"])
    });
    // The comma before the bearer, not one inside the condition.
    let modal = super::modals::first_modal(&said).map(|m| m.start);
    let bearer = modal.and_then(|m| (1..m).rev().find(|i| said.top(*i) && said.word(*i) == ","));
    let (Some(_), Some(bearer)) = (led, bearer) else { return (parts, false) };
    let condition = said.slice(0..bearer + 1);
    if let Some((words, _)) = parts.get_mut(1) {
        *words = condition.and(words);
    }
    (parts, true)
}

/// For each clause, the time or the condition of which it is not clear to which of the clauses it belongs.
fn doubts_of_clauses(parts: &[(Phrase<'_, '_>, Phrase<'_, '_>)]) -> Vec<Option<String>> {
    const LEADS: &[&str] = &[
        "if", "unless", "when", "once", "upon", "in", "to", "within", "by", "no", "not", "on", "before", "after",
        "until", "provided", "where", "absent",
    ];
    if parts.len() < 2 {
        return vec![None; parts.len()];
    }
    // What a clause says beyond its own words is said of whom the first one binds.
    let elided = |(words, own): &(Phrase<'_, '_>, Phrase<'_, '_>)| words.len() > own.len();
    let leads = |p: &Phrase<'_, '_>| LEADS.contains(&p.word(0)) && p.find(1, &[","]).is_some_and(|c| c < 40);
    let first = parts.first().is_some_and(|(words, _)| leads(&operative_words(words)));
    if first && parts.iter().skip(1).any(|p| !elided(p) && !leads(&operative_words(&p.1))) {
        let why = "does the time or the condition at the beginning belong to each of the parts?".to_owned();
        return vec![Some(why); parts.len()];
    }
    // Behind a semicolon a clause with its own subject has its own time.
    let mut out = Vec::with_capacity(parts.len());
    while out.len() < parts.len() {
        let from = out.len();
        let opens = |p: &(Phrase<'_, '_>, Phrase<'_, '_>)| !elided(p) && behind_semicolon(&p.1);
        let len = 1 + parts.iter().skip(from + 1).take_while(|p| !opens(p)).count();
        let group: Vec<Phrase<'_, '_>> = parts.iter().skip(from).take(len).map(|(words, _)| words.clone()).collect();
        let doubt = if len > 1 { shared_time(&group) } else { None };
        // `shall confer and shall file a report by D`: a time is of the clause that it stands in.
        let own = doubt.is_some() && group.iter().all(|p| is_plain_duty(p) || is_plain_ruling(p));
        out.extend(vec![if own { Some(TIME_BESIDE.to_owned()) } else { doubt }; len]);
    }
    out
}

/// What is asked under a clause without a time, beside one with a time.
const TIME_BESIDE: &str = "the order states no time here: is the time of the clause beside it meant for this one too?";

/// `Plaintiff shall confer`: a duty without a condition.
fn is_plain_duty(p: &Phrase<'_, '_>) -> bool {
    let said = operative_words(p);
    let must =
        |m: super::modals::Modal| m.force == super::candidate::Force::Must && m.form == super::modals::Form::Base;
    let duty = super::modals::first_modal(&said).is_some_and(must) || super::modals::court_orders(&said).is_some();
    duty && !said.has(&["if", "unless", "until", "except", "provided", "thereafter", "either"])
}

/// `The motion is GRANTED`: a ruling has no time, so that a time beside it is of the duty.
fn is_plain_ruling(p: &Phrase<'_, '_>) -> bool {
    const RULED: &[&str] = &[
        "granted",
        "denied",
        "dismissed",
        "overruled",
        "sustained",
        "adopted",
        "approved",
        "stricken",
        "withdrawn",
        "affirmed",
        "reversed",
        "discharged",
        "grants",
        "denies",
        "adopts",
        "approves",
        "overrules",
        "abate",
        "abated",
        "grant",
        "deny",
    ];
    let said = operative_words(p);
    const SET: &[&str] =
        &["vacated", "set", "reset", "rescheduled", "scheduled", "cancelled", "canceled", "closed", "terminated"];
    let ruled = said.has(RULED) && said.dates().is_empty()
        || (2..said.len()).any(|i| {
            SET.contains(&said.word(i)) && (i.saturating_sub(3)..i).any(|b| matches!(said.word(b), "is" | "are"))
        });
    ruled && !said.has(&["shall", "must", "may", "will", "if", "unless", "until", "within", "days"])
}

fn behind_semicolon(p: &Phrase<'_, '_>) -> bool {
    let first = p.ids().first().copied().unwrap_or(0);
    first > 0 && p.reading.word(first - 1) == ";"
}
