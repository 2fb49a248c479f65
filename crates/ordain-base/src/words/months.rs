//! The months, as papers and tables write them.

/// January to December.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number of a month, 1 to 12, written in full or in three letters, `Sept`
/// as well; whatever the case of its letters, and without its full stop.
#[must_use]
pub fn month(word: &str) -> Option<u32> {
    let named = |m: &str| {
        m.eq_ignore_ascii_case(word)
            || (word.len() == 3 || word.eq_ignore_ascii_case("sept"))
                && m.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    u32::try_from(MONTHS.iter().position(|m| named(m))? + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::month;

    #[test]
    fn a_month_is_known_in_full_and_in_short() {
        for word in ["September", "september", "SEP", "Sept"] {
            assert_eq!(month(word), Some(9), "{word}");
        }
        for word in ["", "Se", "Septe", "Sepp", "é", "日"] {
            assert_eq!(month(word), None, "{word}");
        }
    }
}
