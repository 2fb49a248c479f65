//! All calendars, rules and courts that a run knows: the standard ones, and
//! what a matter adds in files of its own.

use std::sync::{Arc, OnceLock};

use chrono_tz::{TZ_VARIANTS, Tz};

use super::calendar::Calendar;
use super::counties::Places;
use super::court::Court;
use super::court_by_name;
use super::court_table::Courts;
use super::embed;
use super::error::TimeError;
use super::gap::Gap;
use super::holidays::Holidays;
use super::read::{ClerkClosed, Read, read};
use super::rules::{RuleSet, same_letters};
use super::shelf;
use ordain_base::diag::codes::calendar_file;
use ordain_base::diag::{Diagnostic, closest};

/// Calendars, counting rules and courts by name.
#[derive(Debug, Clone, Default)]
pub struct Library {
    calendars: Vec<Arc<Holidays>>,
    rules: Vec<Arc<RuleSet>>,
    courts: Courts,
    places: Places,
    clerks: Vec<ClerkClosed>,
    /// Whether calendars and rules that it does not hold are taken from the shelf.
    shelf: bool,
}

/// Where a matter is: each may be named by itself, and wins over what the court brings.
#[derive(Debug, Clone, Copy, Default)]
pub struct Venue<'a> {
    /// `C.D. Cal.`, as it is cited.
    pub court: Option<&'a str>,
    /// An IANA zone.
    pub zone: Option<&'a str>,
    /// A calendar by its name, in place of that of the rules.
    pub calendar: Option<&'a str>,
}

impl Library {
    /// The files of `rules/time/`, each read when something in it is asked for, and kept.
    #[must_use]
    pub fn standard() -> &'static Self {
        static STANDARD: OnceLock<Library> = OnceLock::new();
        STANDARD.get_or_init(|| {
            let places = Places { standard: true, ..Places::default() };
            Self { shelf: true, courts: Courts::standard(), places, ..Self::default() }
        })
    }

    /// The standard files by name, for tests and for `ordain check`: what a file uses comes before it.
    #[must_use]
    pub fn files() -> Vec<(&'static str, &'static str)> {
        embed::SHELF.iter().map(|f| (f.path, f.text)).chain([embed::COURTS, embed::COUNTIES]).collect()
    }

    /// This library and one file more. `base` is where the text begins in the
    /// global offset space. What could be read is added, whatever else was wrong.
    #[must_use]
    pub fn with(&self, text: &str, base: u32) -> (Self, Vec<Diagnostic>) {
        self.with_all([(text, base)])
    }

    /// This library and the files of a matter, whose order does not matter: a
    /// file may use a calendar that a later one defines.
    #[must_use]
    pub fn with_all<'a>(&self, files: impl IntoIterator<Item = (&'a str, u32)>) -> (Self, Vec<Diagnostic>) {
        let mut library = self.clone();
        let mut all = Read::default();
        for (text, base) in files {
            all.join(read(text, base));
        }
        let diagnostics = library.add(all);
        (library, diagnostics)
    }

    fn add(&mut self, mut file: Read) -> Vec<Diagnostic> {
        let mut out = std::mem::take(&mut file.diagnostics);
        for c in file.calendars {
            // A matter's own calendar of a state goes before that of the shelf.
            match self.calendars.iter().any(|o| o.name == c.name) || self.shelf && shelf::keeps(&c.name) {
                true => {
                    let what = format!(
                        "a calendar `{0}` is there already; to add to it, write: adding to calendar {0}",
                        c.name
                    );
                    out.push(calendar_file::contradiction(c.span, &what, None));
                }
                false => self.calendars.push(Arc::new(c)),
            }
        }
        for c in file.additions {
            self.extend(c, &mut out);
        }
        for r in file.rules {
            if self.has_rules(&r.name) {
                let what = format!("a set of counting rules `{}` is there already", r.name);
                out.push(calendar_file::contradiction(r.span, &what, None));
            } else if let Some(c) = r.calendars().find(|c| !self.has_calendar(c)) {
                out.push(self.unknown_calendar(c).diagnostic(r.span));
            } else {
                self.rules.push(Arc::new(r));
            }
        }
        for c in file.courts {
            if self.courts.named(&c.short).is_some() {
                let what = format!("a court `{}` is there already", c.short);
                out.push(calendar_file::contradiction(c.span, &what, None));
            } else if let Some(e) = self.court_refers(&c) {
                out.push(e.diagnostic(c.span));
            } else {
                self.courts.add(c);
            }
        }
        self.places.own.extend(file.places);
        if let Some(rules) = file.bankruptcy {
            if self.has_rules(&rules.value) {
                self.courts.add_bankruptcy_courts(&rules.value);
            } else if let Err(e) = self.rules(&rules.value) {
                out.push(e.diagnostic(rules.span));
            }
        }
        for c in file.clerks {
            match c.court.as_deref().map(|name| self.court(name)) {
                Some(Err(e)) => out.push(e.diagnostic(c.closure.span)),
                _ => self.clerks.push(c),
            }
        }
        out.sort_by_key(Diagnostic::span);
        out
    }

    /// Rules or a calendar that a line of the table names and nobody has written.
    fn court_refers(&self, c: &Court) -> Option<TimeError> {
        let rules = c.rules.as_deref().filter(|r| !self.has_rules(r)).and_then(|r| self.rules(r).err());
        rules.or_else(|| c.calendar.as_deref().filter(|n| !self.has_calendar(n)).map(|n| self.unknown_calendar(n)))
    }

    /// `adding to calendar federal`: the years it covers stay as they are.
    fn extend(&mut self, add: Holidays, out: &mut Vec<Diagnostic>) {
        if let Some(c) = self.holidays(&add.name).cloned().filter(|_| self.calendars.iter().all(|o| o.name != add.name))
        {
            self.calendars.push(c);
        }
        let Some(at) = self.calendars.iter().position(|o| o.name == add.name) else {
            out.push(self.unknown_calendar(&add.name).diagnostic(add.span));
            return;
        };
        let Some(slot) = self.calendars.get_mut(at) else { return };
        let mut c = Holidays::clone(slot);
        for h in add.holidays {
            let falls = h.falls_within(c.from, c.to);
            match c.holidays.iter().find(|o| o.name.eq_ignore_ascii_case(&h.name) && o.overlaps(&h)) {
                Some(_) => out.push(calendar_file::two_holidays(h.span, &h.name, None)),
                None if !falls => out.push(calendar_file::never_falls(h.span, &h.name, c.from, c.to)),
                None => c.holidays.push(h),
            }
        }
        for o in add.closures {
            use chrono::Datelike;
            if c.covers(o.from.year()) && c.covers(o.to.year()) {
                c.closures.push(o);
            } else {
                out.push(calendar_file::outside_cover(o.span, &o.name, c.from, c.to));
            }
        }
        for o in add.observances {
            if c.observances.iter().any(|p| p.moves.of == o.moves.of && p.force.overlaps(&o.force)) {
                out.push(calendar_file::contradiction(
                    o.span,
                    "a holiday on that day is already moved by this calendar",
                    None,
                ));
            } else {
                c.observances.push(o);
            }
        }
        c.gaps.extend(add.gaps);
        c.sources.extend(add.sources);
        c.changed();
        *slot = Arc::new(c);
    }

    /// # Errors
    /// [`TimeError::UnknownRules`].
    pub fn rules(&self, name: &str) -> Result<&Arc<RuleSet>, TimeError> {
        let own = self.rules.iter().find(|r| r.is_named(name));
        own.or_else(|| if self.shelf { shelf::rule_set(name) } else { None }).ok_or_else(|| {
            if let Some(court) = self.court_of_state_not_known(name) {
                return TimeError::RulesNotKnown { court: court.full.clone(), known: court.known_of_rules.clone() };
            }
            let known = self.names_of_rules();
            let called = shelf::rules().filter(|_| self.shelf).flat_map(|(_, called)| called.iter().copied());
            let near = closest(name, known.iter().map(String::as_str).chain(called)).filter(|n| is_a_slip(name, n));
            TimeError::UnknownRules { name: name.to_owned(), near: near.map(str::to_owned), known }
        })
    }

    /// The name of every standard set of counting rules, without reading any.
    #[must_use]
    pub fn names_of_standard_rules() -> Vec<&'static str> {
        shelf::rules().map(|(name, _)| name).collect()
    }

    /// `alaska`: the court of that state, where its rules are not known.
    fn court_of_state_not_known(&self, name: &str) -> Option<&Arc<Court>> {
        let state_is = |c: &&Arc<Court>| self.holidays_of_state(&c.state).is_some_and(|h| same_letters(&h.name, name));
        self.courts.all().iter().filter(|c| c.rules_not_known && !c.statewide).find(state_is)
    }

    /// The name of every set of counting rules, those of the matter first.
    #[must_use]
    pub fn names_of_rules(&self) -> Vec<String> {
        let shelved = shelf::rules().filter(|_| self.shelf).map(|(name, _)| name.to_owned());
        self.rules.iter().map(|r| r.name.clone()).chain(shelved).collect()
    }

    fn has_rules(&self, name: &str) -> bool {
        self.rules.iter().any(|r| r.is_named(name))
            || self.shelf
                && shelf::rules()
                    .any(|(own, called)| same_letters(own, name) || called.iter().any(|c| same_letters(c, name)))
    }

    fn has_calendar(&self, name: &str) -> bool {
        self.calendars.iter().any(|c| c.name == name) || self.shelf && shelf::calendars().any(|(own, _)| own == name)
    }

    /// The holidays of a state, by its two letters.
    #[must_use]
    pub fn holidays_of_state(&self, state: &str) -> Option<&Arc<Holidays>> {
        let own = self.calendars.iter().find(|c| c.state.as_deref() == Some(state));
        own.or_else(|| if self.shelf { shelf::calendar(|_, of| of == Some(state)) } else { None })
    }

    /// By its citation (`C.D. Cal.`, `cd cal`), its full name, its CM/ECF name (`cacd`), or as
    /// dockets write it (`California Central District Court`).
    ///
    /// # Errors
    /// [`TimeError::UnknownCourt`].
    pub fn court(&self, name: &str) -> Result<&Arc<Court>, TimeError> {
        let name = name.trim().trim_matches(['"', '“', '”']);
        match self.courts.named(name) {
            Some(cited) => Ok(cited),
            None => court_by_name::find(&self.courts, &self.places, name),
        }
    }

    /// A zone of the IANA database.
    ///
    /// # Errors
    /// [`TimeError::UnknownZone`].
    pub fn zone(name: &str) -> Result<Tz, TimeError> {
        name.parse().map_err(|_| {
            let near = closest(name, TZ_VARIANTS.iter().map(|z| z.name())).map(str::to_owned);
            TimeError::UnknownZone { name: name.to_owned(), near }
        })
    }

    /// The holidays of that name.
    #[must_use]
    pub fn holidays(&self, name: &str) -> Option<&Arc<Holidays>> {
        let own = self.calendars.iter().find(|c| c.name == name);
        own.or_else(|| if self.shelf { shelf::calendar(|n, _| n == name) } else { None })
    }

    /// Every court, in the order of the files.
    #[must_use]
    pub fn courts(&self) -> &[Arc<Court>] {
        self.courts.all()
    }

    /// Every set of counting rules; reads all files of the shelf.
    #[must_use]
    pub fn all_rules(&self) -> Vec<Arc<RuleSet>> {
        self.names_of_rules().iter().filter_map(|name| self.rules(name).ok().cloned()).collect()
    }

    /// The counting rules a court uses where nobody names others: those of its line, or `frcp`.
    ///
    /// # Errors
    /// [`TimeError::UnknownRules`], [`TimeError::RulesNotKnown`].
    pub fn rules_of(&self, court: &Court) -> Result<&Arc<RuleSet>, TimeError> {
        if court.rules_not_known {
            return Err(TimeError::RulesNotKnown { court: court.full.clone(), known: court.known_of_rules.clone() });
        }
        self.rules(court.rules.as_deref().unwrap_or("frcp"))
    }

    /// The closed days of a court under a set of rules. Build it once a matter.
    ///
    /// # Errors
    /// An unknown court, zone or calendar.
    pub fn calendar(&self, rules: &RuleSet, venue: &Venue<'_>) -> Result<Calendar, TimeError> {
        let court = venue.court.map(|c| self.court(c)).transpose()?.cloned();
        let named = venue.calendar.or(court.as_ref().and_then(|c| c.calendar.as_deref())).unwrap_or(&rules.calendar);
        let main = self.holidays(named).ok_or_else(|| self.unknown_calendar(named))?.clone();
        let main = self.seen_from_county(main, venue.court);
        let (forward, gaps) = self.states(rules, court.as_deref(), &main);
        let too = rules.calendar_too.as_deref().filter(|too| *too != main.name);
        let too = too.map(|n| self.holidays(n).cloned().ok_or_else(|| self.unknown_calendar(n))).transpose()?;
        let mut calendar = Calendar::new([main].into_iter().chain(too).collect(), forward);
        calendar.forward_gaps.extend(gaps);
        calendar.zone = match venue.zone {
            Some(z) => Some(Self::zone(z)?),
            None => court.as_ref().map(|c| c.zone),
        };
        for c in &self.clerks {
            let applies = match (&c.court, &court) {
                (Some(of), Some(court)) => court.is_named(of),
                (Some(_), None) => false,
                (None, _) => true,
            };
            for day in c.closure.days().filter(|_| applies) {
                calendar.close_clerk(day, &c.closure.name);
            }
        }
        calendar.court = court;
        Ok(calendar)
    }

    /// A calendar as the court of one county sees it: a day of some counties is settled there, one way or the other.
    fn seen_from_county(&self, holidays: Arc<Holidays>, court: Option<&str>) -> Arc<Holidays> {
        let by_county = holidays.holidays.iter().any(|h| !h.counties.is_empty());
        let county =
            court.filter(|_| by_county).and_then(|name| court_by_name::county_of(&self.courts, &self.places, name));
        county.map_or_else(|| Arc::clone(&holidays), |county| Arc::new(holidays.seen_from_county(&county)))
    }

    /// State holidays that close days of forward periods, and what is not known of them.
    fn states(&self, rules: &RuleSet, court: Option<&Court>, main: &Arc<Holidays>) -> (Vec<Arc<Holidays>>, Vec<Gap>) {
        let Some(version) = rules.versions.last().filter(|v| v.state_forward.is_some()) else {
            return (Vec::new(), Vec::new());
        };
        let Some(court) = court else {
            let text = "no court is named, so holidays of its state, which may make the day later, are not counted";
            return (Vec::new(), vec![Gap::of_one_day(text.to_owned())]);
        };
        let mut states = vec![court.state.clone()];
        if let Some(circuit) = court.circuit.as_deref().filter(|_| version.circuit_state) {
            states.extend(self.court(circuit).ok().map(|c| c.state.clone()).filter(|s| *s != court.state));
        }
        let (mut found, mut gaps) = (Vec::new(), Vec::new());
        for state in states {
            match self.holidays_of_state(&state) {
                Some(c) if Arc::ptr_eq(c, main) => {}
                Some(c) => found.push(holidays_seen_by(c, court)),
                None => gaps.push(Gap::of_one_day(format!(
                    "no calendar of the holidays of the state {state} is known: a day that it declares a holiday may make the day later"
                ))),
            }
        }
        (found, gaps)
    }

    fn unknown_calendar(&self, name: &str) -> TimeError {
        let shelved = shelf::calendars().filter(|_| self.shelf).map(|(name, _)| name.to_owned());
        let known: Vec<String> = self.calendars.iter().map(|c| c.name.clone()).chain(shelved).collect();
        let near = closest(name, known.iter().map(String::as_str)).map(str::to_owned);
        TimeError::UnknownCalendar { name: name.to_owned(), near, known }
    }
}

/// Whether a name of rules is a slip of another: of few letters, only two that changed places are one.
fn is_a_slip(name: &str, near: &str) -> bool {
    let sorted = |s: &str| {
        let mut letters: Vec<char> = s.to_lowercase().chars().collect();
        letters.sort_unstable();
        letters
    };
    name.chars().count() >= 6 || sorted(name) == sorted(near)
}

/// The holidays of a state as a district court sees them: those of a county outside it are none of its own.
fn holidays_seen_by(holidays: &Arc<Holidays>, court: &Court) -> Arc<Holidays> {
    let district = court.circuit.as_ref().map(|_| court.district());
    let own = district.and_then(|d| holidays.seen_by(d));
    own.map_or_else(|| Arc::clone(holidays), Arc::new)
}
