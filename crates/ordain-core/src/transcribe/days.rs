//! A day with its hour, in the words of a sentence.

use chrono::Datelike;

use super::phrase::Phrase;

/// A day with its hour: `Friday, December 1, 2023 at 5:00 p.m.`, `5:00 p.m. on December 1, 2023`.
pub(super) fn day_at(p: &Phrase<'_, '_>, from: usize) -> Result<Option<(usize, String)>, String> {
    let mut at = from;
    let mut hour = None;
    if let Some((end, text)) = clock_at(p, at) {
        let next = end + usize::from(p.word(end) == ",");
        let on = next + usize::from(p.word(next) == "on" || p.word(next) == "of");
        if p.date(on).is_some() {
            hour = Some(text);
            at = on;
        } else {
            return Ok(None);
        }
    } else if p.at(at, &["the", "close", "of", "business", "on"]) || p.at(at, &["close", "of", "business", "on"]) {
        at = p.find(at, &["on"]).unwrap_or(at) + 1;
        hour = Some("the close of business".to_owned());
    }
    let Some((date, len)) = p.date(at) else { return Ok(None) };
    let written = p.text(at..at + len);
    let Some(day) = date.day else {
        let why = if date.year.is_none() && !date.odd_year {
            "has no year: which year?"
        } else {
            "is no day of the calendar: which day?"
        };
        return Err(format!("`{written}` {why}"));
    };
    let month = chrono::Month::try_from(u8::try_from(day.month()).unwrap_or(1)).map_or("January", |m| m.name());
    let weekday = date.weekday.map(|(w, _)| format!("{}, ", weekday_name(w))).unwrap_or_default();
    let mut text = format!("{weekday}{month} {}, {}", day.day(), day.year());
    let mut end = at + len;
    if let Some(hour) = hour {
        text = if hour.starts_with("the close") { format!("{hour} on {text}") } else { format!("{text} at {hour}") };
        return Ok(Some((end, text)));
    }
    let next = end + usize::from(p.word(end) == ",");
    // `on February 11, 2024, beginning at 9:00 a.m.`
    let next =
        next + usize::from(matches!(p.word(next), "beginning" | "commencing" | "starting") && p.word(next + 1) == "at");
    let next = next + usize::from(matches!(p.word(next), "at" | "by"));
    if (next > end || p.is_number(next) && p.word(next + 1) == ":")
        && let Some((after, hour)) = clock_at(p, next)
    {
        end = after;
        text = format!("{text} at {hour}");
    }
    Ok(Some((end, text)))
}

const fn weekday_name(day: chrono::Weekday) -> &'static str {
    match day {
        chrono::Weekday::Mon => "Monday",
        chrono::Weekday::Tue => "Tuesday",
        chrono::Weekday::Wed => "Wednesday",
        chrono::Weekday::Thu => "Thursday",
        chrono::Weekday::Fri => "Friday",
        chrono::Weekday::Sat => "Saturday",
        chrono::Weekday::Sun => "Sunday",
    }
}

/// `5:00 p.m. Pacific Time`, `noon`.
fn clock_at(p: &Phrase<'_, '_>, at: usize) -> Option<(usize, String)> {
    if matches!(p.word(at), "noon" | "midnight") {
        return Some((at + 1, p.word(at).to_owned()));
    }
    if p.at(at, &["12", ":", "00", "noon"]) {
        return Some((at + 4, "noon".to_owned()));
    }
    if !p.is_number(at) {
        return None;
    }
    let minutes = p.word(at + 1) == ":" && p.is_number(at + 2);
    let half = at + if minutes { 3 } else { 1 };
    let (letter, mut end) = match p.word(half) {
        "am" | "pm" => (p.word(half).get(..1)?, half + 1),
        "a" | "p" if p.word(half + 1) == "." && p.word(half + 2) == "m" => {
            (p.word(half), half + 3 + usize::from(p.word(half + 3) == "."))
        }
        _ => return None,
    };
    let minute = if minutes { p.word(at + 2) } else { "00" };
    let mut text = format!("{}:{minute} {letter}.m.", p.word(at));
    const ZONES: &[&str] = &[
        "eastern", "central", "mountain", "pacific", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et",
        "ct", "mt", "pt",
    ];
    let bracket = usize::from(p.word(end) == "(" || p.word(end) == ",");
    if ZONES.contains(&p.word(end + bracket)) {
        let zone = end + bracket;
        let mut after = zone + 1;
        while matches!(p.word(after), "standard" | "daylight" | "time") {
            after += 1;
        }
        text = format!("{text} {}", p.text(zone..after));
        end = after + usize::from(bracket > 0 && p.word(after) == ")");
    }
    Some((end, text))
}
