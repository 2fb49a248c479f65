//! Ordinals, in figures and in words.

const WORDS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// `5th`, `fifth`, `twenty-third`; `None` for other words.
pub(super) fn number_of_ordinal(word: &str) -> Option<u32> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok();
    }
    let small = |w: &str| WORDS.iter().position(|o| *o == w).and_then(|i| u32::try_from(i + 1).ok());
    match word.split_once('-') {
        Some(("twenty", one)) => small(one).map(|n| 20 + n),
        Some(("thirty", one)) => small(one).map(|n| 30 + n),
        Some(_) => None,
        None if word == "thirtieth" => Some(30),
        None => small(word),
    }
}

#[cfg(test)]
mod tests {
    use super::number_of_ordinal;

    #[test]
    fn figures_and_words() {
        for (word, n) in [("1st", 1), ("22nd", 22), ("ninth", 9), ("twenty-third", 23), ("thirty-first", 31)] {
            assert_eq!(number_of_ordinal(word), Some(n), "{word}");
        }
        assert_eq!(number_of_ordinal("last"), None);
    }
}
