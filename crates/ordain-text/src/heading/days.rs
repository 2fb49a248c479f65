//! The days of a paper: entered, filed, signed, each by the word that the paper has beside it.

use chrono::NaiveDate;

use crate::reading::Reading;

/// The days that a paper gives itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Days {
    pub(super) entered: Option<NaiveDate>,
    pub(super) filed: Option<NaiveDate>,
    pub(super) signed: Option<NaiveDate>,
}

pub(super) fn find(r: &Reading<'_>) -> Days {
    let mut days = Days { filed: stamped_filing_day(r.text), ..Days::default() };
    let units = r.tokens.last().map_or(0, |t| t.unit);
    for (date, day) in (0..=units).flat_map(|u| r.own_dates(u)) {
        let lead = (date.start.saturating_sub(4)..date.start).rev().map(|i| r.word(i));
        let lead =
            lead.into_iter().find(|w| matches!(*w, "entered" | "filed" | "signed" | "dated" | "date" | "ordered"));
        let slot = match lead {
            Some("entered") => &mut days.entered,
            Some("filed") => &mut days.filed,
            _ => &mut days.signed,
        };
        *slot = Some(slot.map_or(day, |known| known.max(day)));
    }
    days
}

/// `Case 2:17-cv-16 Document 20 Filed 03/05/18 Page 1 of 2`.
fn stamped_filing_day(text: &str) -> Option<NaiveDate> {
    let line =
        text.lines().find(|l| l.trim_start().starts_with("Case") && l.contains("Filed") && l.contains("Document"))?;
    let (_, rest) = line.split_once("Filed")?;
    let written = rest.trim_start_matches([':', ' ']).split_whitespace().next()?;
    let mut parts = written.split('/').map(str::parse::<u32>);
    let (month, day, year) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let year = if year < 100 { 2000 + year } else { year };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}
