//! A clock time with its zone: `5:00 p.m. Eastern Time` is converted to the zone
//! of the court, by which every other time of the matter is read.

use chrono::{FixedOffset, NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;

use crate::model::ir::clock::Clock;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::{dates as say_time, docket as say};
use ordain_syntax::ast::{AtCourt, Zoned};

/// What a zone word means.
#[derive(Clone, Copy)]
enum Zone {
    /// `Pacific Time`: whichever of the two that place keeps on the day.
    Place(Tz),
    /// `PST`: so many hours from Greenwich, in the zone of that place.
    Fixed(i32, Tz),
    /// `UTC`.
    World,
}

/// Short forms, and the hours from Greenwich that the fixed ones name.
const WORDS: &[(&str, Option<i32>, Tz)] = &[
    ("pt", None, Tz::America__Los_Angeles),
    ("pst", Some(-8), Tz::America__Los_Angeles),
    ("pdt", Some(-7), Tz::America__Los_Angeles),
    ("mt", None, Tz::America__Denver),
    ("mst", Some(-7), Tz::America__Denver),
    ("mdt", Some(-6), Tz::America__Denver),
    ("ct", None, Tz::America__Chicago),
    ("cst", Some(-6), Tz::America__Chicago),
    ("cdt", Some(-5), Tz::America__Chicago),
    ("et", None, Tz::America__New_York),
    ("est", Some(-5), Tz::America__New_York),
    ("edt", Some(-4), Tz::America__New_York),
    ("akt", None, Tz::America__Anchorage),
    ("akst", Some(-9), Tz::America__Anchorage),
    ("akdt", Some(-8), Tz::America__Anchorage),
    ("ht", None, Tz::Pacific__Honolulu),
    ("hst", Some(-10), Tz::Pacific__Honolulu),
    ("at", None, Tz::America__Puerto_Rico),
    ("ast", Some(-4), Tz::America__Puerto_Rico),
];

/// The times that another zone than the court's makes other times, by the clock of the court.
#[must_use]
pub fn at_court(court: Tz, zoned: &[Zoned]) -> Vec<AtCourt> {
    zoned.iter().filter_map(|z| in_court_time(court, z)).collect()
}

/// `5:00 p.m. EST` at a court on Pacific time: 2:00 p.m.; `None` where it is the same time there.
fn in_court_time(court: Tz, z: &Zoned) -> Option<AtCourt> {
    let zone = zone_of_words(&z.word)?;
    let at = z.day.and_time(z.time);
    let (ours, theirs) = (offset_of_zone(Zone::Place(court), at)?, offset_of_zone(zone, at)?);
    if ours == theirs || is_other_season(court, zone, at) {
        return None;
    }
    let world = at.checked_sub_offset(theirs)?;
    // What the court's clock keeps is asked of the moment itself, and not of the time as written.
    let there = court.from_utc_datetime(&world).naive_local();
    Some(AtCourt { zone: z.span, day: there.date(), time: there.time() })
}

/// `PST` in May at a court on Pacific time: the court's own time under the name of another season.
fn is_other_season(court: Tz, zone: Zone, at: NaiveDateTime) -> bool {
    let ours = offset_of_zone(Zone::Place(court), at);
    matches!(zone, Zone::Fixed(_, place) if offset_of_zone(zone, at) != ours && offset_of_zone(Zone::Place(place), at) == ours)
}

/// Says of the times of other zones what they are at the court.
pub(crate) fn check_hours(clock: Option<&Clock>, zoned: &[Zoned], out: &mut Vec<Diagnostic>) {
    let Some(court) = clock.and_then(Clock::zone) else { return };
    for z in zoned {
        let at = z.day.and_time(z.time);
        let named = zone_of_words(&z.word);
        let place = match named {
            None => Some(court),
            Some(Zone::Place(place)) => Some(place),
            Some(Zone::Fixed(..) | Zone::World) => None,
        };
        if place.is_some_and(|place| place.offset_from_local_datetime(&at).earliest().is_none()) {
            out.push(say_time::skipped_time(z.time, z.day, z.span));
            continue;
        }
        let Some(zone) = named else { continue };
        if is_other_season(court, zone, at) {
            out.push(say::standard_for_daylight(&z.word, &court.offset_name(at), z.day, z.span));
        } else if let Some(right) = in_court_time(court, z) {
            out.push(say::other_zone(&z.word, &court.offset_name(at), z.day, (right.time, right.day), z.span));
        }
    }
}

/// The short name of what a place keeps at a moment: `PDT`.
trait Named {
    fn offset_name(&self, at: NaiveDateTime) -> String;
}

impl Named for Tz {
    fn offset_name(&self, at: NaiveDateTime) -> String {
        self.from_local_datetime(&at).earliest().map_or_else(String::new, |t| t.format("%Z").to_string())
    }
}

fn offset_of_zone(zone: Zone, at: NaiveDateTime) -> Option<FixedOffset> {
    match zone {
        Zone::Place(tz) => tz.offset_from_local_datetime(&at).earliest().map(|o| o.fix()),
        Zone::Fixed(hours, _) => FixedOffset::east_opt(hours * 3600),
        Zone::World => FixedOffset::east_opt(0),
    }
}

/// `Pacific Standard Time` → `pst`; `local time` means the court's own.
fn zone_of_words(word: &str) -> Option<Zone> {
    let word = word.trim_matches(['(', ')']).to_lowercase();
    let words: Vec<&str> = word.split_whitespace().collect();
    let short = match words.as_slice() {
        ["utc" | "gmt"] => return Some(Zone::World),
        ["local", ..] => return None,
        [one] => (*one).to_owned(),
        [place, kind @ ("standard" | "daylight"), "time"] => format!("{}{}t", abbreviation_of(place), &kind[..1]),
        [place, "time"] => format!("{}t", abbreviation_of(place)),
        _ => return None,
    };
    let (_, fixed, place) = WORDS.iter().find(|(w, _, _)| *w == short)?;
    Some(fixed.map_or(Zone::Place(*place), |hours| Zone::Fixed(hours, *place)))
}

fn abbreviation_of(place: &str) -> &str {
    if place == "alaska" { "ak" } else { place.get(..1).unwrap_or("") }
}
