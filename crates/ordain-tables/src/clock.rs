//! The time of day beside a date, and its zone.

use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone as _};
use chrono_tz::Tz;

/// The time beside a day, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moment {
    /// The hour, where one is written.
    pub time: Option<NaiveTime>,
    /// Seconds east of Greenwich, where a zone is written.
    pub offset: Option<i32>,
}

impl Moment {
    /// The day in this zone of a day that is written with this time. A time without a zone is taken as
    /// it stands.
    #[must_use]
    pub fn day_in(&self, day: NaiveDate, zone: Option<Tz>) -> Option<NaiveDate> {
        /// From Honolulu to Guam.
        const FARTHEST: i64 = 10;
        let (Some(time), Some(offset)) = (self.time, self.offset) else { return Some(day) };
        let world = day.and_time(time).checked_sub_signed(TimeDelta::seconds(offset.into()))?;
        match zone {
            Some(zone) => Some(zone.from_utc_datetime(&world).date_naive()),
            None => {
                let first = world.checked_sub_signed(TimeDelta::hours(FARTHEST))?.date();
                let last = world.checked_add_signed(TimeDelta::hours(FARTHEST))?.date();
                (first == last).then_some(first)
            }
        }
    }
}

/// `2:48 PM`, `14:30:00Z`, `14:30:00.000+00:00`, `09:30-0500`.
pub(crate) fn moment_of_clock(text: &str) -> Option<Moment> {
    let upper = text.trim().to_ascii_uppercase();
    let (body, offset) = split_zone(&upper)?;
    let body = body.trim_end();
    let (body, half) = match body.strip_suffix("PM").or_else(|| body.strip_suffix("P.M.")) {
        Some(body) => (body, Some(12)),
        None => match body.strip_suffix("AM").or_else(|| body.strip_suffix("A.M.")) {
            Some(body) => (body, Some(0)),
            None => (body, None),
        },
    };
    let mut parts = body.trim().split(':');
    let hour: u32 = parts.next()?.parse().ok()?;
    let minute: u32 = parts.next()?.parse().ok()?;
    let second: u32 = parts.next().map_or(Some(0), |s| s.split('.').next().and_then(|s| s.parse().ok()))?;
    if parts.next().is_some() {
        return None;
    }
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(add) => hour % 12 + add,
        None => hour,
    };
    Some(Moment { time: Some(NaiveTime::from_hms_opt(hour, minute, second)?), offset })
}

/// The time without its zone, and how many seconds east of Greenwich that is.
fn split_zone(text: &str) -> Option<(&str, Option<i32>)> {
    for world in ["Z", "UTC", "GMT"] {
        if let Some(body) = text.strip_suffix(world) {
            return Some((body, Some(0)));
        }
    }
    let Some(at) = text.rfind(['+', '-']) else { return Some((text, None)) };
    let (body, zone) = (text.get(..at)?, text.get(at + 1..)?);
    let figures: String = zone.chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = match figures.len() {
        2 => (figures.as_str(), "0"),
        4 => figures.split_at(2),
        _ => return None,
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    if hours > 14 || minutes > 59 {
        return None;
    }
    let seconds = hours * 3600 + minutes * 60;
    Some((body, Some(if text.get(at..=at) == Some("-") { -seconds } else { seconds })))
}
