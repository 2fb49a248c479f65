//! Money that grows with a breach, in exact decimal, each step shown.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::amended::stay::Stay;
use crate::eval::case::Case;
use crate::model::{Penalty, Per};
use crate::verdict::{Accrued, Kind, Modality, Verdict};
use ordain_base::money::Amount;
use ordain_base::words::{day, plural};
use ordain_syntax::ast::{Length, Unit};

/// Doublings beyond this hold no money in the world.
const MOST: i64 = 96;

/// A breach that stands, and the days on which it did.
pub(in crate::eval) struct Breach {
    /// The day that was missed; the first, where there are several.
    pub(in crate::eval) missed: NaiveDate,
    /// The day on which everything missed had been done.
    pub(in crate::eval) performed: Option<NaiveDate>,
    /// Stretches of days on which something was overdue, those of a stay left out; first and last day.
    stretches: Vec<(NaiveDate, NaiveDate)>,
    /// The same with the days of a stay in them: a stay ends no breach.
    spells: Vec<(NaiveDate, NaiveDate)>,
    /// How many days they are.
    days: i64,
    /// How many of them are days on which the court sits; `None` where no calendar says.
    court_days: Option<i64>,
    /// It is an act that was forbidden, and no day that was missed.
    forbidden: bool,
    /// The order that stayed it on some of the days.
    stayed: Option<String>,
    /// Breaches that are counted one by one.
    events: i64,
    /// The performance is known only to be on or after a day.
    pub(in crate::eval) at_least: bool,
}

impl Breach {
    /// The breach that a verdict reports; `None` of another verdict, and of a breach without a known day.
    pub(in crate::eval) fn of(case: &Case<'_>, verdict: &Verdict, amended: &AmendedDuty<'_>) -> Option<Self> {
        let mut broken_parts = Vec::new();
        collect_missed_parts(verdict, &mut broken_parts);
        let as_of = case.question.as_of;
        if verdict.modality == Modality::MustNot {
            let events = i64::try_from(broken_parts.iter().map(|l| l.facts.len()).sum::<usize>()).unwrap_or(i64::MAX);
            let ids: Vec<&str> = broken_parts.iter().flat_map(|l| &l.facts).filter_map(|p| p.fact.as_deref()).collect();
            let acts = case.ledger.assertions.iter().filter(|a| ids.contains(&a.id.as_str()));
            let missed = acts.filter_map(|a| a.bounds.first).min().unwrap_or(as_of);
            let breach = Self {
                missed,
                performed: None,
                stretches: Vec::new(),
                spells: Vec::new(),
                days: 0,
                court_days: None,
                forbidden: true,
                stayed: None,
                events,
                at_least: false,
            };
            return (events > 0).then_some(breach);
        }
        let lifted = amended.lifted.as_ref().and_then(|(by, _)| by.day).and_then(|d| d.pred_opt());
        let ended = lifted.into_iter().chain(amended.expires.as_ref().map(|(end, _)| end.day)).min();
        let mut spans: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        let mut spells: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        let mut stayed = None;
        let mut dues: Vec<NaiveDate> = Vec::new();
        let mut performed: Option<NaiveDate> = None;
        let mut all_done = true;
        for part in &broken_parts {
            let Some(due) = part.due.as_ref().map(|d| d.day) else { continue };
            dues.push(due);
            let mut end = as_of;
            if part.kind == Kind::Late {
                let days = chrono::Days::new(u64::try_from(part.days.unwrap_or(0)).unwrap_or(0));
                end = due.checked_add_days(days).unwrap_or(as_of);
                performed = performed.max(Some(end));
            } else {
                all_done = false;
                // Beyond the day through which the record speaks nothing is certain.
                if let Some(days) = part.days.filter(|_| part.at_least).and_then(|d| u64::try_from(d).ok()) {
                    end = due.checked_add_days(chrono::Days::new(days)).unwrap_or(as_of).min(as_of);
                }
            }
            // What was removed, or has expired, is owed no longer: its days end there.
            end = end.min(ended.unwrap_or(end));
            let Some(first) = due.succ_opt().filter(|f| *f <= end) else { continue };
            spells.push((first, end));
            let mut left = vec![(first, end)];
            for stay in &amended.stays {
                let before = left.clone();
                left = left.into_iter().flat_map(|span| without_stay(span, stay)).collect();
                if left != before {
                    stayed = Some(stay.by.order.clone());
                }
            }
            spans.extend(left);
        }
        dues.sort_unstable();
        dues.dedup();
        let missed = *dues.first()?;
        let stretches = join_touching_stretches(spans);
        Some(Self {
            missed,
            performed: performed.filter(|_| all_done),
            days: stretches.iter().map(|(first, last)| (*last - *first).num_days() + 1).sum(),
            court_days: court_days(case, &stretches),
            stretches,
            spells: join_touching_stretches(spells),
            forbidden: false,
            stayed,
            events: i64::try_from(dues.len()).unwrap_or(i64::MAX),
            at_least: broken_parts.iter().any(|l| l.at_least),
        })
    }

    /// How many whole units of time the breach has stood.
    fn whole(&self, unit: Unit) -> Option<i64> {
        Some(match unit {
            Unit::Weeks => self.days / 7,
            Unit::BusinessDays | Unit::CourtDays => return self.court_days,
            Unit::Months | Unit::Quarters | Unit::Years => {
                let length = ordain_time::Length::new(1, unit);
                let end =
                    u64::try_from(self.days).ok().and_then(|d| self.missed.checked_add_days(chrono::Days::new(d)));
                let end = end.unwrap_or(self.missed);
                let whole =
                    (1..).take_while(|k| ordain_time::instance(self.missed, length, *k).is_some_and(|d| d <= end));
                i64::try_from(whole.count()).unwrap_or(i64::MAX)
            }
            Unit::Days | Unit::CalendarDays | Unit::Hours => self.days,
        })
    }
}

/// Stretches that touch made one, the earliest first.
fn join_touching_stretches(mut spans: Vec<(NaiveDate, NaiveDate)>) -> Vec<(NaiveDate, NaiveDate)> {
    spans.sort_unstable();
    let mut stretches: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (first, end) in spans {
        match stretches.last_mut() {
            Some((_, last)) if last.succ_opt().is_none_or(|next| first <= next) => *last = end.max(*last),
            _ => stretches.push((first, end)),
        }
    }
    stretches
}

/// The days on which the court sits; `None` where the matter has no calendar of those years.
fn court_days(case: &Case<'_>, stretches: &[(NaiveDate, NaiveDate)]) -> Option<i64> {
    let calendar = &case.model.clock.as_ref()?.calendar;
    let mut n = 0;
    for (first, last) in stretches {
        for day in first.iter_days().take_while(|d| d <= last) {
            n += i64::from(calendar.closed(day, ordain_time::Direction::After).ok()?.is_none());
        }
    }
    Some(n)
}

/// What is left of a stretch without the days on which the stay holds, or may.
fn without_stay((first, last): (NaiveDate, NaiveDate), stay: &Stay) -> Vec<(NaiveDate, NaiveDate)> {
    let from = stay.by.day.unwrap_or(NaiveDate::MIN);
    let to = stay.unsure.or(stay.last).unwrap_or(NaiveDate::MAX);
    if from > last || to < first || from > to {
        return vec![(first, last)];
    }
    let before = from.pred_opt().filter(|end| first <= *end).map(|end| (first, end));
    let after = to.succ_opt().filter(|start| *start <= last).map(|start| (start, last));
    before.into_iter().chain(after).collect()
}

/// The smallest parts that were missed.
fn collect_missed_parts<'v>(verdict: &'v Verdict, out: &mut Vec<&'v Verdict>) {
    if verdict.parts.is_empty() {
        if verdict.kind.is_missed() {
            out.push(verdict);
        }
        return;
    }
    verdict.parts.iter().for_each(|p| collect_missed_parts(p, out));
}

/// What a penalty comes to.
///
/// # Errors
/// In words: it cannot be computed.
pub(in crate::eval) fn accrued_penalty(penalty: &Penalty, breach: &Breach) -> Result<Accrued, String> {
    let beyond = || "it has grown beyond any amount that can be computed".to_owned();
    let mut steps = Vec::new();
    let amount = penalty.amount;
    if breach.forbidden && (matches!(penalty.per, Some(Per::Time(_))) || penalty.doubling.is_some()) {
        return Err("on how many days the forbidden act lasted is not on the record".to_owned());
    }
    let sum = match (&penalty.per, penalty.doubling) {
        (Some(Per::Event(word)), _) => {
            let total = amount.times(breach.events).ok_or_else(beyond)?;
            steps.push(format!("{} × {amount} = {total}", plural(breach.events, word)));
            Some(total)
        }
        (None, None) => {
            steps.push(format!("{amount}, once"));
            Some(amount)
        }
        (Some(Per::Time(length)), None) => {
            let n = breach.whole(length.unit).ok_or_else(|| {
                "no calendar of the court covers those days, so nothing says how many of them count".to_owned()
            })?;
            let total = amount.times(n).ok_or_else(beyond)?;
            steps.push(format!("{} × {amount} = {total}", plural(n, noun_of_unit(*length))));
            steps.push(days_counted(breach));
            Some(total)
        }
        (per, Some(doubling)) => {
            let rate = match per {
                Some(Per::Time(length)) => Some(*length),
                _ => None,
            };
            let block = days_of(doubling.unit).zip(rate.map_or(Some(1), |r| days_of(r.unit)));
            let Some((block, unit)) = block else {
                return Err("what doubles is computed by days and weeks only".to_owned());
            };
            let block = block * i64::from(doubling.n.max(1));
            let total = amount_with_doubling(amount, rate.map(|r| (r, unit)), block, breach, &mut steps);
            steps.push(days_counted(breach));
            total
        }
    };
    let total = match (sum, penalty.cap) {
        (Some(sum), Some(cap)) if sum.value > cap.value => {
            steps.push(format!("capped at {cap}"));
            cap
        }
        (None, Some(cap)) => {
            steps.push(format!("more than can be computed, capped at {cap}"));
            cap
        }
        (Some(sum), _) => sum,
        (None, None) => return Err(beyond()),
    };
    steps.extend(breach.stayed.as_ref().map(|s| format!("days on which it was stayed by {s} do not count")));
    Ok(Accrued {
        amount: total.figure(),
        currency: total.currency.code().to_owned(),
        shown: total.to_string(),
        steps,
        at_least: breach.at_least,
    })
}

/// `day 1 is Sat 2023-12-02, the day after the deadline, and the last is Fri 2024-04-05`.
fn days_counted(breach: &Breach) -> String {
    let (Some((first, _)), Some((_, last))) = (breach.stretches.first(), breach.stretches.last()) else {
        return "no day has passed".to_owned();
    };
    let done = if breach.performed == Some(*last) { ", the day of performance" } else { "" };
    let gaps = if breach.stretches.len() > 1 { "; days between on which nothing was overdue do not count" } else { "" };
    match breach.days {
        1 => format!("day 1 is {}, the day after the deadline{done}", day(*first)),
        _ => {
            format!("day 1 is {}, the day after the deadline, and the last is {}{done}{gaps}", day(*first), day(*last))
        }
    }
}

/// What doubles begins anew in each spell of a breach; a stay takes its days away and ends no
/// spell. `None` beyond what can be held.
fn amount_with_doubling(
    amount: Amount,
    rate: Option<(Length, i64)>,
    block: i64,
    breach: &Breach,
    steps: &mut Vec<String>,
) -> Option<Amount> {
    let mut total = amount.of(Decimal::ZERO);
    for (first, last) in &breach.spells {
        if breach.spells.len() > 1 {
            steps.push(format!("from {} to {}", day(*first), day(*last)));
        }
        let own = breach.stretches.iter().filter(|(start, _)| first <= start && start <= last);
        let days: i64 = own.map(|(start, end)| (*end - *start).num_days() + 1).sum();
        if days > 0 {
            total = total.plus(amount_of_stretch(amount, rate, block, days, steps)?)?;
        }
    }
    if breach.spells.len() > 1 {
        steps.push(format!("in all {total}"));
    }
    Some(total)
}

/// An amount, or a rate for each `unit` days, that doubles after each `block`
/// days; `None` beyond what can be held.
fn amount_of_stretch(
    amount: Amount,
    rate: Option<(Length, i64)>,
    block: i64,
    days: i64,
    steps: &mut Vec<String>,
) -> Option<Amount> {
    let blocks = (days + block - 1) / block;
    let mut current = amount;
    let mut total = amount.of(Decimal::ZERO);
    for b in 0..blocks.max(1) {
        if b >= MOST {
            return None;
        }
        if b > 0 {
            current = current.times(2)?;
        }
        let Some((rate, unit)) = rate else {
            total = current;
            continue;
        };
        let (from, to) = (b * block, ((b + 1) * block).min(days));
        // Whole units of the rate that end in this block.
        let n = to / unit - from / unit;
        total = total.plus(current.times(n)?)?;
        if b < 4 || b + 1 == blocks {
            steps.push(format!(
                "days {}-{to}: {} × {current} = {}",
                from + 1,
                plural(n, noun_of_unit(rate)),
                current.times(n)?
            ));
        } else if b == 4 {
            steps.push("and so on".to_owned());
        }
    }
    match rate {
        Some(_) => steps.push(format!("together {total}")),
        None => steps.push(format!("{amount}, doubled {} = {total}", plural(blocks.max(1) - 1, "time"))),
    }
    Some(total)
}

/// Days of a unit that has always as many.
const fn days_of(unit: Unit) -> Option<i64> {
    match unit {
        Unit::Weeks => Some(7),
        Unit::Days | Unit::CalendarDays => Some(1),
        _ => None,
    }
}

fn noun_of_unit(length: Length) -> &'static str {
    match length.unit {
        Unit::Weeks => "week",
        Unit::Months => "month",
        Unit::Quarters => "quarter",
        Unit::Years => "year",
        Unit::BusinessDays => "business day",
        Unit::CourtDays => "court day",
        _ => "day",
    }
}
