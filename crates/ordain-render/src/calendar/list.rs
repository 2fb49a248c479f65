//! The days that are to come, nearest first, for a screen and for readers aloud.

use super::{Calendar, DayOfMatter};
use crate::Style;
use crate::clean::Cleaner;
use crate::date::Months;
use crate::paint::Ink;
use crate::terminal::{hanging_rows, push_paragraph};
use crate::words::count_as_i64;
use crate::wrap::{pad_to, wrap_text};
use ordain_base::diag::plural;
use ordain_core::report::{DayKind, DayState};

/// `Wed Sept. 18, 2024`.
const DAY: usize = 18;
/// `in 100 days`.
const AHEAD: usize = 11;

/// The list for a screen.
#[must_use]
pub fn terminal(calendar: &Calendar<'_>, style: Style) -> String {
    let cleaner = Cleaner::for_people(style.unicode);
    let months = Months::Short;
    let mut out = String::new();
    push_paragraph(&cleaner.line(&heading(calendar, months)), Ink::Bold, style, &mut out);
    let several = calendar.matters.len() > 1;
    let mut shown = None;
    for one in calendar.ahead() {
        let today = one.matter.report.as_of;
        let (first, ahead) = (one.day.first(), ahead_in_words((one.day.first() - today).num_days()));
        if shown != Some(first) {
            out.push('\n');
            let ink = if first <= today { Ink::Red } else { Ink::Cyan };
            let head =
                format!("{}  {}", pad_to(&months.day(first), DAY), style.paint(Ink::Dim, &pad_to(&ahead, AHEAD)));
            out.push_str(&format!("{}\n", style.paint(ink, head.trim_end())));
            shown = Some(first);
        }
        let name = if several { format!("{}, {}", one.matter.report.matter, one.name()) } else { one.name() };
        for row in hanging_rows(&cleaner.line(&name), 2, style.columns() - 2) {
            out.push_str(&format!("  {}\n", style.paint(Ink::Bold, &row)));
        }
        for text in remarks(&one, months) {
            for row in wrap_text(&cleaner.sentence(&text), style.columns().saturating_sub(4).max(20)) {
                out.push_str(&format!("    {row}\n"));
            }
        }
    }
    out.push('\n');
    for text in closing(calendar) {
        push_paragraph(&cleaner.line(&text), Ink::Dim, style, &mut out);
    }
    out
}

/// The same in sentences.
#[must_use]
pub fn plain(calendar: &Calendar<'_>, unicode: bool) -> String {
    let cleaner = Cleaner::for_readers_aloud(unicode);
    let months = Months::Full;
    let mut out = vec![format!("{}.", cleaner.line(&heading(calendar, months)))];
    for one in calendar.ahead() {
        let first = one.day.first();
        let ahead = ahead_in_words((first - one.matter.report.as_of).num_days());
        let lead = format!("{}, {ahead}: {}, {}", months.day(first), one.matter.report.matter, one.name());
        let said = std::iter::once(lead).chain(remarks(&one, months)).collect::<Vec<_>>().join(". ");
        out.push(cleaner.sentence(&format!("{said}.")));
    }
    out.extend(closing(calendar).iter().map(|t| cleaner.line(&format!("{t}."))));
    out.join("\n") + "\n"
}

/// `5 days within 30 days, as of Fri Apr. 5, 2024`.
fn heading(calendar: &Calendar<'_>, months: Months) -> String {
    let count = match calendar.ahead().len() {
        0 => "nothing".to_owned(),
        1 => "1 deadline or hearing".to_owned(),
        n => format!("{n} deadlines and hearings"),
    };
    let found = match calendar.within {
        Some(days) => format!("{count} within {}", plural(i64::from(days), "day")),
        None => format!("{count} to come"),
    };
    let mut today: Vec<_> = calendar.matters.iter().map(|m| m.report.as_of).collect();
    today.sort_unstable();
    today.dedup();
    let matter = match calendar.matters.as_slice() {
        [one] => format!("{}: ", one.report.matter),
        _ => String::new(),
    };
    match today.as_slice() {
        [] => found,
        [one] => format!("{matter}{found}, as of {}", months.day(*one)),
        [first, .., last] => {
            format!("{matter}{found}, as of {} to {}, today at each court", months.day(*first), months.day(*last))
        }
    }
}

/// `today`, `in 3 days`.
fn ahead_in_words(days: i64) -> String {
    match days {
        ..0 => format!("{} ago", plural(-days, "day")),
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        n => format!("in {}", plural(n, "day")),
    }
}

/// What has to be done, at what hour, and what is not certain.
fn remarks(one: &DayOfMatter<'_>, months: Months) -> Vec<String> {
    let day = one.day;
    let mut lines = Vec::new();
    match day.kind {
        DayKind::Hearing => lines.push(format!("hearing {}", day.text)),
        DayKind::Duty => lines.push(one.what().to_owned()),
        DayKind::Permission | DayKind::CutOff => lines.push(format!("last day: {}", one.what())),
    }
    let on = months.moment(day.on.day, day.on.time);
    match day.safe {
        Some(safe) => lines
            .push(format!("safe by {} under every reading; it may be due {on}", months.moment(safe.day, safe.time))),
        None if day.on.time.is_some() && day.kind != DayKind::Hearing => lines.push(format!("by {on}")),
        None => {}
    }
    lines.extend(day.doubt.iter().map(|why| format!("not certain: {why}")));
    if day.state == DayState::Doubtful && day.kind != DayKind::Hearing {
        lines.push("whether it is done cannot be decided".to_owned());
    }
    lines
}

/// What has passed, what may be missing, and what to do.
fn closing(calendar: &Calendar<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let (missed, matters) = calendar.missed();
    if missed > 0 {
        let of = match calendar.matters.len() {
            0 | 1 => String::new(),
            _ => format!(", in {}", plural(count_as_i64(matters), "matter")),
        };
        let were = if missed == 1 { "was" } else { "were" };
        lines
            .push(format!("{} {were} missed{of}: `ordain check` shows more", plural(count_as_i64(missed), "deadline")));
    }
    let unclear = calendar.matters.iter().filter(|m| m.report.incomplete).count();
    if unclear > 0 {
        lines.push(format!("{} not read in full: a day may be missing", are(unclear)));
    }
    lines.extend(calendar.not_read.iter().map(|(path, why)| format!("`{path}` was not read: {why}")));
    if lines.is_empty() {
        lines.push("`ordain why` shows how a day was counted".to_owned());
    }
    lines
}

fn are(matters: usize) -> String {
    format!("{} {}", plural(count_as_i64(matters), "matter"), if matters == 1 { "was" } else { "were" })
}
