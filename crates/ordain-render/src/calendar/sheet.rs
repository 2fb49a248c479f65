//! The days that are to come, as CSV: for a spreadsheet.

use super::Calendar;
use crate::csv::line;
use ordain_core::verdict::Limit;

/// The names of the columns.
const HEADER: &str = "due,time,in_days,safe_day,safe_time,kind,state,matter,paragraph,bearer,what,sources,path\n";

/// A line for each day, nearest first, under a header.
#[must_use]
pub fn csv(calendar: &Calendar<'_>) -> String {
    let mut out = HEADER.to_owned();
    for one in calendar.ahead() {
        let day = one.day;
        let hour = |l: Limit| l.time.map(|t| t.format("%H:%M").to_string()).unwrap_or_default();
        let (due, time, in_days) = (day.on.day.to_string(), hour(day.on), one.in_days().to_string());
        let safe = day.safe.map(|s| (s.day.to_string(), hour(s))).unwrap_or_default();
        out.push_str(&line([
            due.as_str(),
            &time,
            &in_days,
            &safe.0,
            &safe.1,
            day.kind.word(),
            day.state.word(),
            &one.matter.report.matter,
            &one.name(),
            &day.bearer.join("; "),
            one.what(),
            &day.sources.join("; "),
            one.matter.path,
        ]));
    }
    out
}
