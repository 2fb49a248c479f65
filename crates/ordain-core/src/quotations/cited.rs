//! The pages that a citation names.

use std::ops::RangeInclusive;

/// The pages of `at 7`, `at 4–5, 7`, `at 7 n.2`; none where it names another
/// kind of place, for then there is nothing to compare.
#[must_use]
pub fn pages_cited(pin: &str) -> Vec<RangeInclusive<u32>> {
    let pin = pin.trim();
    let lead = ["at ", "pp. ", "p. "].iter().find_map(|l| pin.strip_prefix(l));
    let Some(rest) = lead else { return Vec::new() };
    let mut pages = Vec::new();
    for part in rest.split(',') {
        let part = part.trim().trim_start_matches("and ");
        // A footnote, or what is in brackets, is on the page before it.
        let part = part.split([' ', '(']).next().unwrap_or("");
        let mut ends = part.split(['-', '–', '—']);
        let number = |s: Option<&str>| s.and_then(|s| s.parse::<u32>().ok());
        match (number(ends.next()), ends.next(), ends.next()) {
            (Some(one), None, _) => pages.push(one..=one),
            (Some(one), Some(last), None) => match last.parse::<u32>() {
                // `at 101-4` is 101 to 104.
                Ok(last) if last >= one => pages.push(one..=last),
                Ok(last) => {
                    let ten = 10_u32.checked_pow(u32::try_from(last.to_string().len()).unwrap_or(1)).unwrap_or(1);
                    pages.push(one..=(one / ten * ten + last).max(one));
                }
                Err(_) => return Vec::new(),
            },
            _ => return Vec::new(),
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_citations() {
        assert_eq!(pages_cited("at 4–5, 7"), vec![4..=5, 7..=7]);
        assert_eq!(pages_cited("at 7 n.2"), vec![7..=7]);
        assert_eq!(pages_cited("at 101-4"), vec![101..=104]);
        assert_eq!(pages_cited("¶ 6"), vec![]);
        assert_eq!(pages_cited("at 5:3-7"), vec![]);
    }
}
