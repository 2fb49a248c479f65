//! A calendar file (RFC 5545) with an event for each day of the matters.

use std::collections::BTreeMap;

use chrono::{Datelike, Days};
use chrono_tz::Tz;
use sha2::{Digest, Sha256};

use super::lines::{push_line, text_value};
use super::zone::push_zone;
use super::{Calendar, DayOfMatter, MatterDays};
use crate::date::Months;
use crate::machine::Options;
use crate::matters::Run;
use ordain_core::report::{DayKind, DayState, Report};
use ordain_core::verdict::Limit;

/// Who writes the file: by this it is known again.
pub(crate) const PRODUCER: &str = "-//Ordain//Days of court orders//EN";
/// The matter of an event; of the file, each matter that was read.
pub(crate) const MATTER: &str = "X-ORDAIN-MATTER";
/// A matter of the file that was not read in full: a day of it may be missing.
pub(crate) const IN_DOUBT: &str = "X-ORDAIN-IN-DOUBT";
/// The path of a matter that was not read at all.
pub(crate) const NOT_READ: &str = "X-ORDAIN-NOT-READ";
/// The party whose days alone are in the file.
pub(crate) const PARTY: &str = "X-ORDAIN-PARTY";

/// So many days before, the calendar reminds.
pub type Alarm = u32;

/// Every day of the matters as an event; `alarms` remind of those that are to come. The same days give the same file.
/// Each event has a UID of its own that stays when its day moves.
#[must_use]
pub fn ics(calendar: &Calendar<'_>, alarms: &[Alarm]) -> String {
    let mut out = String::new();
    push_line("BEGIN:VCALENDAR", &mut out);
    push_line("VERSION:2.0", &mut out);
    push_line(&format!("PRODID:{PRODUCER}"), &mut out);
    push_line("CALSCALE:GREGORIAN", &mut out);
    push_line("METHOD:PUBLISH", &mut out);
    let name = match calendar.matters.as_slice() {
        [one] => one.report.matter.clone(),
        _ => "Court orders".to_owned(),
    };
    push_line(&format!("X-WR-CALNAME:{}", text_value(&name)), &mut out);
    if let Some(party) = calendar.party {
        push_line(&format!("{PARTY}:{}", text_value(party)), &mut out);
    }
    let identities = calendar.identities();
    for (identity, matter) in identities.iter().zip(&calendar.matters) {
        push_line(&format!("{MATTER}:{}", text_value(identity)), &mut out);
        if matter.report.incomplete {
            push_line(&format!("{IN_DOUBT}:{}", text_value(identity)), &mut out);
        }
    }
    for (path, why) in &calendar.not_read {
        push_line(&format!("{NOT_READ}:{}", text_value(&format!("{path}: {why}"))), &mut out);
    }
    push_zones(calendar, &mut out);
    for (identity, matter) in identities.iter().zip(&calendar.matters) {
        for day in matter.days.iter().filter(|d| d.state != DayState::CalledOff) {
            let event = Event { identity, one: DayOfMatter { matter, day }, alarms };
            if let Some(safe) = day.safe.filter(|_| day.kind != DayKind::Hearing) {
                event.push(Some(safe), &mut out);
            }
            event.push(None, &mut out);
        }
    }
    push_line("END:VCALENDAR", &mut out);
    out
}

/// The same of one report, as a form of it.
#[must_use]
pub fn ics_of_report(report: &Report, _: &Options<'_>) -> String {
    let matters = vec![MatterDays::of("", report, None)];
    ics(&Calendar { matters, not_read: Vec::new(), within: None, party: None }, &[])
}

/// The same of a run of many matters.
#[must_use]
pub fn ics_of_run(run: &Run<'_>) -> String {
    let matters: Vec<MatterDays<'_>> = run.checked().map(|(m, r, _)| MatterDays::of(m.path, r, None)).collect();
    ics(&Calendar { matters, not_read: run.not_read().collect(), within: None, party: None }, &[])
}

/// The zones of the courts whose days have an hour.
fn push_zones(calendar: &Calendar<'_>, out: &mut String) {
    let mut zones: BTreeMap<&str, (Tz, i32, i32)> = BTreeMap::new();
    for matter in &calendar.matters {
        let Some(zone) = matter.report.zone else { continue };
        let moments = matter.days.iter().flat_map(|d| [Some(d.on), d.safe]).flatten().filter(|l| l.time.is_some());
        for year in moments.map(|l| l.day.year()) {
            let (_, first, last) = zones.entry(zone.name()).or_insert((zone, year, year));
            (*first, *last) = ((*first).min(year), (*last).max(year));
        }
    }
    for (zone, first, last) in zones.into_values() {
        push_zone(zone, (first, last), out);
    }
}

/// A day as an event.
struct Event<'c> {
    identity: &'c str,
    one: DayOfMatter<'c>,
    alarms: &'c [Alarm],
}

impl Event<'_> {
    /// The day itself, or the earlier one that is safe.
    fn push(&self, safe: Option<Limit>, out: &mut String) {
        let (one, report) = (&self.one, self.one.matter.report);
        push_line("BEGIN:VEVENT", out);
        push_line(&format!("UID:{}", uid(self.identity, &one.day.key, safe.is_some())), out);
        push_line("SEQUENCE:0", out);
        push_line(&format!("DTSTAMP:{}T000000Z", report.as_of.format("%Y%m%d")), out);
        push_start(safe.unwrap_or(one.day.on), report.zone, out);
        push_line(&format!("SUMMARY:{}", text_value(&summary(one, safe))), out);
        push_line(&format!("DESCRIPTION:{}", text_value(&description(one, safe))), out);
        push_line(&format!("CATEGORIES:{}", text_value(one.day.kind.word())), out);
        push_line(&format!("{MATTER}:{}", text_value(self.identity)), out);
        push_line("STATUS:CONFIRMED", out);
        let busy = if one.day.kind == DayKind::Hearing { "OPAQUE" } else { "TRANSPARENT" };
        push_line(&format!("TRANSP:{busy}"), out);
        if one.day.is_ahead(report.as_of) {
            self.alarms.iter().for_each(|days| push_alarm(*days, &summary(one, safe), out));
        }
        push_line("END:VEVENT", out);
    }
}

/// The day, or the moment in the court's zone; in nobody's, where the zone is not known.
fn push_start(on: Limit, zone: Option<Tz>, out: &mut String) {
    let day = on.day.format("%Y%m%d");
    match (on.time, zone) {
        (None, _) => {
            push_line(&format!("DTSTART;VALUE=DATE:{day}"), out);
            let next = on.day.checked_add_days(Days::new(1)).unwrap_or(on.day);
            push_line(&format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")), out);
        }
        (Some(time), Some(zone)) => {
            push_line(&format!("DTSTART;TZID={}:{day}T{}", zone.name(), time.format("%H%M%S")), out);
        }
        (Some(time), None) => push_line(&format!("DTSTART:{day}T{}", time.format("%H%M%S")), out),
    }
}

fn push_alarm(days: Alarm, summary: &str, out: &mut String) {
    push_line("BEGIN:VALARM", out);
    push_line("ACTION:DISPLAY", out);
    push_line(&format!("DESCRIPTION:{}", text_value(summary)), out);
    push_line(&if days == 0 { "TRIGGER:PT0S".to_owned() } else { format!("TRIGGER:-P{days}D") }, out);
    push_line("END:VALARM", out);
}

/// `MTC ¶ 1: Defendants must complete CAR categories 1-5`, with what became of it.
fn summary(one: &DayOfMatter<'_>, safe: Option<Limit>) -> String {
    let lead = match (one.day.kind, one.day.state) {
        (DayKind::Duty, DayState::Past) => "Done: ",
        (DayKind::Permission | DayKind::CutOff, DayState::Past) => "Over: ",
        (_, DayState::Missed) => "Missed: ",
        (_, DayState::Doubtful) => "Undetermined: ",
        (_, DayState::Open) if safe.is_some() => "Safe day: ",
        (_, DayState::Open) if one.day.kind != DayKind::Duty && one.day.kind != DayKind::Hearing => "Last day: ",
        _ => "",
    };
    match one.day.kind {
        DayKind::Hearing => format!("{lead}{} ({})", one.name(), one.matter.report.matter),
        _ => format!("{lead}{}: {}", one.name(), one.what()),
    }
}

/// The matter, how the day was counted, and where it is written. Nothing in it changes from day to day.
fn description(one: &DayOfMatter<'_>, safe: Option<Limit>) -> String {
    let words = |l: Limit| Months::Short.moment(l.day, l.time);
    let mut lines = vec![one.matter.report.matter.clone()];
    let due = words(one.day.on);
    match (safe, one.day.safe) {
        (Some(safe), _) => lines.push(format!("{} is safe under every reading; the day may be {due}", words(safe))),
        (None, Some(safe)) => lines.push(format!("due {due}; {} is safe under every reading", words(safe))),
        (None, None) if one.day.kind == DayKind::Hearing => lines.push(one.day.text.clone()),
        (None, None) => lines.push(format!("due {due}")),
    }
    lines.extend(one.day.doubt.iter().map(|why| format!("not certain: {why}")));
    lines.extend(one.day.trace.iter().map(|step| format!("{}: {}", step.rule, step.why)));
    if !one.day.sources.is_empty() {
        lines.push(format!("source: {}", one.day.sources.join("; ")));
    }
    let text = lines.join("\n");
    text.lines().map(|l| crate::date::for_people(l, Months::Short)).collect::<Vec<_>>().join("\n")
}

/// The same for one duty of one matter, whatever its day.
fn uid(matter: &str, key: &str, safe: bool) -> String {
    let mut hash = Sha256::new();
    for part in [matter, "\0", key, if safe { "\0safe" } else { "" }] {
        hash.update(part.as_bytes());
    }
    let hex: String = hash.finalize().iter().take(16).map(|b| format!("{b:02x}")).collect();
    format!("{hex}@ordain")
}
