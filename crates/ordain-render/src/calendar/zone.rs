//! A time zone as a calendar file describes it (RFC 5545, 3.6.5): each change of its clocks in the years that matter.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::{OffsetName, Tz};

use super::lines::push_line;

/// Adds the zone with every change of its clocks from a year before the first of `years` to a year after the last.
pub(crate) fn push_zone(zone: Tz, years: (i32, i32), out: &mut String) {
    push_line("BEGIN:VTIMEZONE", out);
    push_line(&format!("TZID:{}", zone.name()), out);
    let start =
        |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).and_then(|d| d.and_hms_opt(0, 0, 0)).map(|t| t.and_utc());
    let (Some(from), Some(to)) = (start(years.0 - 1), start(years.1.saturating_add(2))) else {
        push_line("END:VTIMEZONE", out);
        return;
    };
    push_rule(zone, from, offset_at(zone, from), out);
    for change in changes(zone, from, to) {
        push_rule(zone, change, offset_at(zone, change - Duration::seconds(1)), out);
    }
    push_line("END:VTIMEZONE", out);
}

/// What the clocks show from `at` on; `before` is by how many seconds they were ahead of UTC.
fn push_rule(zone: Tz, at: DateTime<Utc>, before: i32, out: &mut String) {
    let local = zone.offset_from_utc_datetime(&at.naive_utc());
    let now = local.fix().local_minus_utc();
    let kind = if now > standard_of(zone, at) { "DAYLIGHT" } else { "STANDARD" };
    // The moment is told by the clocks that are changed.
    let shown: NaiveDateTime = at.naive_utc() + Duration::seconds(i64::from(before));
    push_line(&format!("BEGIN:{kind}"), out);
    push_line(&format!("DTSTART:{}", shown.format("%Y%m%dT%H%M%S")), out);
    push_line(&format!("TZOFFSETFROM:{}", offset_value(before)), out);
    push_line(&format!("TZOFFSETTO:{}", offset_value(now)), out);
    if let Some(name) = local.abbreviation() {
        push_line(&format!("TZNAME:{name}"), out);
    }
    push_line(&format!("END:{kind}"), out);
}

/// The lesser of the offsets of the year around `at`: in summer clocks are ahead of it.
fn standard_of(zone: Tz, at: DateTime<Utc>) -> i32 {
    (0..12).map(|month| offset_at(zone, at + Duration::days(month * 30))).min().unwrap_or(0)
}

fn offset_at(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

/// The moments at which the clocks change, found day by day and then to the second.
fn changes(zone: Tz, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let mut found = Vec::new();
    let mut day = from;
    while day < to {
        let next = day + Duration::days(1);
        if offset_at(zone, day) != offset_at(zone, next) {
            let (mut early, mut late) = (day, next);
            while late - early > Duration::seconds(1) {
                let middle = early + (late - early) / 2;
                let middle = middle - Duration::nanoseconds(i64::from(middle.timestamp_subsec_nanos()));
                if middle <= early {
                    break;
                }
                if offset_at(zone, middle) == offset_at(zone, early) { early = middle } else { late = middle }
            }
            found.push(late);
        }
        day = next;
    }
    found
}

/// `-0800`.
fn offset_value(seconds: i32) -> String {
    let (sign, size) = if seconds < 0 { ('-', -seconds) } else { ('+', seconds) };
    let (hours, minutes, rest) = (size / 3600, size / 60 % 60, size % 60);
    let seconds = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{hours:02}{minutes:02}{seconds}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_change_when_the_law_says() {
        let mut out = String::new();
        push_zone(Tz::America__Los_Angeles, (2024, 2024), &mut out);
        for line in ["DTSTART:20240310T020000", "DTSTART:20241103T020000", "TZOFFSETFROM:-0800", "TZNAME:PDT"] {
            assert!(out.contains(line), "{line} in\n{out}");
        }
        assert_eq!(out.matches("BEGIN:DAYLIGHT").count(), 3);
    }

    #[test]
    fn a_zone_without_summer_time_has_one_rule() {
        let mut out = String::new();
        push_zone(Tz::America__Phoenix, (2024, 2025), &mut out);
        assert_eq!(out.matches("BEGIN:STANDARD").count(), 1);
        assert!(!out.contains("DAYLIGHT"));
    }
}
