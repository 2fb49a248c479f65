//! The head of a paper: its court, its number, its parties, its title and its days, as the paper has them.
//!
//! What the paper does not say stays empty: nothing here is inferred.

mod caption;
mod case_number;
mod columns;
mod days;
mod name;
mod parties;
mod repeated;
mod title;

use chrono::NaiveDate;

use crate::reading::Reading;

pub use caption::Side;

/// The head of a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// The lines that may name the court, the most complete first.
    pub court: Vec<String>,
    /// `2:17-cv-00016`.
    pub number: Option<String>,
    /// `Poe v. Roe`.
    pub caption: Option<String>,
    /// The sides of the caption, as far as it names them.
    pub sides: Vec<Side>,
    /// `ORDER GRANTING MOTION TO COMPEL`, as it is written.
    pub title: Option<String>,
    /// The day that the paper calls the day of its entry.
    pub entered: Option<NaiveDate>,
    /// The day on which the stamp of the filing system says it was filed.
    pub filed: Option<NaiveDate>,
    /// The day on which it was signed, or with which it is dated.
    pub signed: Option<NaiveDate>,
    /// How many captions the text has: more than one where it holds several papers.
    pub captions: usize,
}

/// How many lines of a paper may belong to its head.
const HEAD: usize = 90;

/// Reads the head of a paper.
#[must_use]
pub fn read_heading(reading: &Reading<'_>) -> Heading {
    let text = reading.text;
    let lines: Vec<&str> = text.split(['\n', '\r', '\u{0C}']).collect();
    let head = lines.get(..HEAD.min(lines.len())).unwrap_or(&[]);
    let rows: Vec<columns::Row<'_>> = head.iter().map(|l| columns::split(l)).collect();
    let found = caption::find(&rows, text);
    let days = days::find(reading);
    Heading {
        court: court_lines(&rows),
        number: case_number::find(&rows),
        caption: found.as_ref().and_then(|c| c.caption.clone()),
        sides: found.map(|c| c.sides).unwrap_or_default(),
        title: title::find(&rows),
        entered: days.entered,
        filed: days.filed,
        signed: days.signed,
        captions: caption::count(&lines).max(repeated::count(text)),
    }
}

/// `UNITED STATES DISTRICT COURT CENTRAL DISTRICT OF CALIFORNIA`: a line with `court` and up to two lines below it.
fn court_lines(rows: &[columns::Row<'_>]) -> Vec<String> {
    let full: Vec<&str> = rows.iter().map(|r| r.whole).filter(|l| !l.is_empty()).collect();
    let is_court = |line: &str| {
        let lower = line.to_lowercase();
        let named = ["district court", "court of appeals", "bankruptcy court", "tax court", "supreme court", "circuit"];
        line.len() < 90 && named.iter().any(|n| lower.contains(n)) && !line.contains("Case ") && !line.ends_with('.')
    };
    let Some(at) = full.iter().take(40).position(|l| is_court(l)) else { return Vec::new() };
    let joined = |n: usize| full.get(at..at + n).map(|l| l.join(" "));
    let lines: Vec<String> = [3, 2, 1].into_iter().filter_map(joined).collect();
    // `… - WESTERN DIVISION`: the court is what stands before it.
    let cut = |l: &String| l.split([',', '–', '—']).next().unwrap_or(l).trim().to_owned();
    let short: Vec<String> = lines.iter().map(cut).collect();
    lines.into_iter().chain(short).collect()
}

/// The short names that the text gives to whom it names in full: `Poe Holdings, Inc. (“Poe”)` has `Poe`.
#[must_use]
pub fn short_names(reading: &Reading<'_>, full: &str) -> Vec<String> {
    parties::short_names(reading, full)
}

#[cfg(test)]
mod tests {
    use super::read_heading;
    use crate::reading::Reading;

    const PAPER: &str = "\
Case 2:17-cv-00016-ABC Document 20 Filed 03/05/18 Page 1 of 2 Page ID #:77

                      UNITED STATES DISTRICT COURT
                     CENTRAL DISTRICT OF CALIFORNIA

 JANE POE, an individual,              )  Case No. 2:17-cv-00016-ABC (KSx)
                                       )
               Plaintiff,              )  ORDER GRANTING MOTION
        v.                             )  TO COMPEL
                                       )
 ROE HOLDINGS, INC., et al.,           )
                                       )
               Defendants.             )

   It is ordered that Defendants shall file an answer by April 2, 2018.

   Dated: March 2, 2018
";

    /// A side on one line with its word.
    #[test]
    fn a_name_and_its_side_on_one_line() {
        let paper = "UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\n\nJANE POE, Plaintiff,\nv.\n\
                     ROE CORP., Defendant.\n\nCase No. 3:24-cv-00123\n\nORDER\n\nDefendant shall file an answer.\n";
        let found = read_heading(&Reading::new(paper, 0));
        assert_eq!(found.caption.as_deref(), Some("Jane Poe v. Roe Corp."));
        let sides: Vec<(&str, &[String])> = found.sides.iter().map(|s| (s.role.as_str(), s.names.as_slice())).collect();
        assert_eq!(sides, [("Plaintiff", &["Jane Poe".to_owned()][..]), ("Defendant", &["Roe Corp.".to_owned()][..])]);
    }

    #[test]
    fn the_head_of_a_paper() {
        let found = read_heading(&Reading::new(PAPER, 0));
        assert_eq!(found.caption.as_deref(), Some("Jane Poe v. Roe Holdings, Inc."));
        assert_eq!(found.number.as_deref(), Some("2:17-cv-00016-ABC (KSx)"));
        assert_eq!(found.title.as_deref(), Some("ORDER GRANTING MOTION TO COMPEL"));
        assert!(found.court.iter().any(|c| c == "UNITED STATES DISTRICT COURT CENTRAL DISTRICT OF CALIFORNIA"));
        let sides: Vec<(&str, bool)> = found.sides.iter().map(|s| (s.role.as_str(), s.more)).collect();
        assert_eq!(sides, [("Plaintiff", false), ("Defendants", true)]);
        let day = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d);
        assert_eq!((found.filed, found.signed, found.entered), (day(2018, 3, 5), day(2018, 3, 2), None));
    }

    #[test]
    fn a_caption_on_one_line() {
        let text = "UNITED STATES DISTRICT COURT\nCase No. CV17-16-ABC\nTitle\nJANE POE v. ROE HOLDINGS, INC.; ET AL.\nMinutes";
        let found = read_heading(&Reading::new(text, 0));
        assert_eq!(found.caption.as_deref(), Some("Jane Poe v. Roe Holdings, Inc."));
        assert_eq!(found.number.as_deref(), Some("CV17-16-ABC"));
        let none = read_heading(&Reading::new(
            "The rule of Poe v. Roe, 3 U.S. 4 (1999), governs here and the motion is denied.",
            0,
        ));
        assert_eq!(none.caption, None, "a citation is no caption");
    }
}
