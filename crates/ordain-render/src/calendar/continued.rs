//! A calendar file that goes on from an earlier one: what moved has a higher SEQUENCE, what is gone is cancelled
//! (RFC 5545, 3.8.7.4 and 3.8.1.11; RFC 5546, 3.2.5). The earlier file is all that is remembered.

use std::collections::{BTreeMap, BTreeSet};

use super::ics::{IN_DOUBT, MATTER, NOT_READ, PARTY, PRODUCER};
use super::lines::{push_line, text_of_value, unfolded};

/// Why a file is not gone on from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarFault {
    /// It is no calendar, or another program wrote it.
    NotOurs,
    /// It has an event that the program did not write: its UID.
    ForeignEvent(String),
    /// It has days of a matter that is not among those of the new one: its name.
    OtherMatter(String),
    /// It has the days of one party and the new one those of another, or of all.
    OtherParty {
        /// Whose days the file has; all where `None`.
        file: Option<String>,
        /// Whose days were asked for; all where `None`.
        asked: Option<String>,
    },
    /// It ends in the middle of an event.
    Damaged,
}

impl CalendarFault {
    /// What is wrong with the file of this name, and what to do.
    #[must_use]
    pub fn in_words(&self, path: &str) -> String {
        let other = "write to another file";
        match self {
            Self::NotOurs => format!("`{path}` is not a calendar that Ordain wrote: {other}"),
            Self::ForeignEvent(uid) => {
                format!("`{path}` has an event that Ordain did not write, `{uid}`: {other}, or take the event out")
            }
            Self::OtherMatter(matter) => {
                format!(
                    "`{path}` has days of `{matter}`, which is not among the matters that were read: {other}, or name that matter too"
                )
            }
            Self::OtherParty { file, asked } => {
                let of = |party: &Option<String>| match party {
                    Some(party) => format!("of `{party}`"),
                    None => "of all parties".to_owned(),
                };
                format!("`{path}` has the days {}, and asked for are those {}: {other}", of(file), of(asked))
            }
            Self::Damaged => format!("`{path}` is a calendar that does not end: {other}, or delete it"),
        }
    }
}

/// One event: its lines, and what of them is looked at.
#[derive(Debug, Clone)]
struct Event {
    uid: String,
    sequence: u32,
    lines: Vec<String>,
}

/// What changes when an event is written again, and says nothing of what happens.
const OF_THE_FILE: [&str; 3] = ["SEQUENCE:", "DTSTAMP:", "STATUS:CANCELLED"];

impl Event {
    fn read(lines: &[String]) -> Self {
        let value = |name: &str| lines.iter().find_map(|l| l.strip_prefix(name));
        Self {
            uid: value("UID:").unwrap_or_default().to_owned(),
            sequence: value("SEQUENCE:").and_then(|n| n.trim().parse().ok()).unwrap_or(0),
            lines: lines.to_vec(),
        }
    }

    fn is_cancelled(&self) -> bool {
        self.lines.iter().any(|l| l == "STATUS:CANCELLED")
    }

    /// What it says, without what is of the file alone.
    fn said(&self) -> Vec<&String> {
        self.lines.iter().filter(|l| !OF_THE_FILE.iter().any(|own| l.starts_with(own))).collect()
    }

    fn matter(&self) -> &str {
        values(&self.lines, MATTER).next().unwrap_or("")
    }

    /// The same with this SEQUENCE, and cancelled where that is so.
    fn written(&self, sequence: u32, cancelled: bool, stamp: Option<&str>) -> Vec<String> {
        let again = |line: &String| {
            if line.starts_with("SEQUENCE:") {
                return format!("SEQUENCE:{sequence}");
            }
            if cancelled && line.starts_with("STATUS:") {
                return "STATUS:CANCELLED".to_owned();
            }
            match stamp.filter(|_| line.starts_with("DTSTAMP:")) {
                Some(stamp) => stamp.to_owned(),
                None => line.clone(),
            }
        };
        self.lines.iter().map(again).collect()
    }
}

/// What lines of this name say.
fn values<'l>(lines: &'l [String], name: &'l str) -> impl Iterator<Item = &'l str> {
    lines.iter().filter_map(move |l| l.strip_prefix(name)?.strip_prefix(':'))
}

/// A file, taken apart: its lines around the events, and the events.
struct File {
    head: Vec<String>,
    events: Vec<Event>,
}

impl File {
    fn read(text: &str) -> Result<Self, CalendarFault> {
        let lines = unfolded(text.strip_prefix('\u{FEFF}').unwrap_or(text));
        if lines.first().map(String::as_str) != Some("BEGIN:VCALENDAR")
            || !lines.iter().any(|l| l.strip_prefix("PRODID:") == Some(PRODUCER))
        {
            return Err(CalendarFault::NotOurs);
        }
        if lines.last().map(String::as_str) != Some("END:VCALENDAR") {
            return Err(CalendarFault::Damaged);
        }
        let (mut head, mut events, mut open): (Vec<String>, Vec<Event>, Option<Vec<String>>) = Default::default();
        for line in lines.iter().take(lines.len() - 1) {
            match (line.as_str(), &mut open) {
                ("BEGIN:VEVENT", None) => open = Some(vec![line.clone()]),
                ("END:VEVENT", Some(event)) => {
                    event.push(line.clone());
                    events.push(Event::read(event));
                    open = None;
                }
                ("BEGIN:VEVENT", Some(_)) | ("END:VEVENT", None) => return Err(CalendarFault::Damaged),
                (_, Some(event)) => event.push(line.clone()),
                (_, None) => head.push(line.clone()),
            }
        }
        if open.is_some() { Err(CalendarFault::Damaged) } else { Ok(Self { head, events }) }
    }
}

/// The calendar `new`, which goes on from `earlier`. What is in the earlier one and not in the new one is cancelled.
/// It stays as it is where the new one says that its matter was not read, or not in full: a line that could not be read
/// may be why it is missing.
///
/// # Errors
/// If the earlier text is no calendar of this program, or is of another matter or another party.
pub fn continued(new: &str, earlier: &str) -> Result<String, CalendarFault> {
    let (new, old) = (File::read(new)?, File::read(earlier)?);
    if let Some(foreign) = old.events.iter().find(|e| !e.uid.ends_with("@ordain")) {
        return Err(CalendarFault::ForeignEvent(foreign.uid.clone()));
    }
    let party = |f: &File| values(&f.head, PARTY).next().map(text_of_value);
    if party(&old) != party(&new) {
        return Err(CalendarFault::OtherParty { file: party(&old), asked: party(&new) });
    }
    let matters: BTreeSet<&str> = values(&new.head, MATTER).collect();
    let in_doubt: BTreeSet<&str> = values(&new.head, IN_DOUBT).collect();
    // Of a matter that could not be read only the path is known: any that is missing may be that one.
    let some_not_read = values(&new.head, NOT_READ).next().is_some();
    let other = old.events.iter().find(|e| !e.is_cancelled() && !matters.contains(e.matter()));
    if let Some(other) = other.filter(|_| !some_not_read) {
        return Err(CalendarFault::OtherMatter(text_of_value(other.matter())));
    }
    let before: BTreeMap<&str, &Event> = old.events.iter().map(|e| (e.uid.as_str(), e)).collect();
    let mut out = String::new();
    new.head.iter().for_each(|l| push_line(l, &mut out));
    let mut write = |lines: Vec<String>| lines.iter().for_each(|l| push_line(l, &mut out));
    let stamp = new.events.first().and_then(|e| e.lines.iter().find(|l| l.starts_with("DTSTAMP:")).cloned());
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for event in &new.events {
        known.insert(&event.uid);
        write(match before.get(event.uid.as_str()) {
            Some(old) if !old.is_cancelled() && old.said() == event.said() => old.lines.clone(),
            Some(old) => event.written(old.sequence.saturating_add(1), false, None),
            None => event.lines.clone(),
        });
    }
    for old in old.events.iter().filter(|e| !known.contains(e.uid.as_str())) {
        let certain = matters.contains(old.matter()) && !in_doubt.contains(old.matter());
        write(match old.is_cancelled() || !certain {
            true => old.lines.clone(),
            false => old.written(old.sequence.saturating_add(1), true, stamp.as_deref()),
        });
    }
    push_line("END:VCALENDAR", &mut out);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(events: &[(&str, &str, u32)]) -> String {
        let mut out = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODUCER}\r\n{MATTER}:Doe v. Roe\r\n");
        for (uid, day, sequence) in events {
            out.push_str(&format!(
                "BEGIN:VEVENT\r\nUID:{uid}@ordain\r\nSEQUENCE:{sequence}\r\nDTSTAMP:20240401T000000Z\r\n\
                 DTSTART;VALUE=DATE:{day}\r\n{MATTER}:Doe v. Roe\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n"
            ));
        }
        out + "END:VCALENDAR\r\n"
    }

    #[test]
    fn the_same_days_are_the_same_file() {
        let one = file(&[("a", "20240405", 0), ("b", "20240406", 3)]);
        assert_eq!(continued(&file(&[("a", "20240405", 0), ("b", "20240406", 0)]), &one), Ok(one));
    }

    #[test]
    fn what_moves_is_counted_and_what_is_gone_is_cancelled_once() {
        let first = file(&[("a", "20240405", 0), ("b", "20240406", 0)]);
        let second = continued(&file(&[("a", "20240412", 0)]), &first).unwrap_or_default();
        assert!(second.contains("UID:a@ordain\r\nSEQUENCE:1\r\n"), "{second}");
        assert!(second.contains("UID:b@ordain\r\nSEQUENCE:1\r\n"), "{second}");
        assert_eq!(second.matches("STATUS:CANCELLED").count(), 1);
        assert_eq!(continued(&file(&[("a", "20240412", 0)]), &second), Ok(second.clone()));
        let third = continued(&first, &second).unwrap_or_default();
        assert!(third.contains("UID:b@ordain\r\nSEQUENCE:2\r\n") && !third.contains("CANCELLED"), "{third}");
    }

    #[test]
    fn nothing_is_cancelled_where_a_line_was_not_read() {
        let first = file(&[("a", "20240405", 0), ("b", "20240406", 0)]);
        let own = format!("{MATTER}:Doe v. Roe\r\nBEGIN");
        let after = |head: &str| {
            let new = file(&[("a", "20240405", 0)]).replacen(&own, &format!("{head}\r\nBEGIN"), 1);
            continued(&new, &first).map(|text| text.matches("STATUS:CANCELLED").count())
        };
        assert_eq!(after(&format!("{MATTER}:Doe v. Roe")), Ok(1));
        assert_eq!(after(&format!("{MATTER}:Doe v. Roe\r\n{IN_DOUBT}:Doe v. Roe")), Ok(0));
        assert_eq!(after(&format!("{MATTER}:Doe v. Roe\r\n{MATTER}:X\r\n{IN_DOUBT}:X")), Ok(1));
        assert_eq!(after(&format!("{MATTER}:Poe v. Noe\r\n{NOT_READ}:doe: no such folder")), Ok(0));
        assert_eq!(after(&format!("{MATTER}:Poe v. Noe")), Err(CalendarFault::OtherMatter("Doe v. Roe".into())));
    }

    #[test]
    fn the_days_of_one_party_do_not_cancel_those_of_the_others() {
        let all = file(&[("a", "20240405", 0), ("b", "20240406", 0)]);
        let own = file(&[("a", "20240405", 0)]).replacen("BEGIN:VEVENT", &format!("{PARTY}:Acme\r\nBEGIN:VEVENT"), 1);
        let refused = |file: Option<&str>, asked: Option<&str>| {
            let (file, asked) = (file.map(str::to_owned), asked.map(str::to_owned));
            Err(CalendarFault::OtherParty { file, asked })
        };
        assert_eq!(continued(&own, &all), refused(None, Some("Acme")));
        assert_eq!(continued(&all, &own), refused(Some("Acme"), None));
        assert_eq!(continued(&own, &own), Ok(own.clone()));
    }

    #[test]
    fn a_file_of_others_is_refused() {
        let ours = file(&[("a", "20240405", 0)]);
        let fault = |earlier: &str| continued(&ours, earlier);
        assert_eq!(fault("hello"), Err(CalendarFault::NotOurs));
        assert_eq!(fault(&ours.replace(PRODUCER, "-//Other//EN")), Err(CalendarFault::NotOurs));
        assert_eq!(
            fault(&ours.replace("a@ordain", "party@home")),
            Err(CalendarFault::ForeignEvent("party@home".into()))
        );
        assert_eq!(
            fault(&ours.replace("Doe v. Roe", "Poe v. Noe")),
            Err(CalendarFault::OtherMatter("Poe v. Noe".into()))
        );
        assert_eq!(fault(&ours.replace("END:VEVENT\r\n", "")), Err(CalendarFault::Damaged));
        assert_eq!(fault(&ours.replace("END:VCALENDAR\r\n", "")), Err(CalendarFault::Damaged));
    }
}
