//! Numbers as orders write them.

/// `12`, `18,000`, `fourteen`, `no`; `None` for anything else.
#[must_use]
pub fn number(word: &str) -> Option<u64> {
    const SMALL: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return digits(word);
    }
    let word = word.to_lowercase();
    if word == "no" {
        return Some(0);
    }
    if let Some(n) = SMALL.iter().position(|&w| w == word) {
        return Some(n as u64);
    }
    let (tens, unit) = word.split_once('-').unwrap_or((&word, "zero"));
    let tens = TENS.iter().position(|&w| w == tens)? as u64;
    let unit = SMALL.iter().take(10).position(|&w| w == unit)? as u64;
    Some((tens + 2) * 10 + unit)
}

fn digits(word: &str) -> Option<u64> {
    let plain = word.replace(',', "");
    let grouped = word.split(',').skip(1).all(|g| g.len() == 3);
    (grouped && plain.len() <= 15 && plain.bytes().all(|b| b.is_ascii_digit())).then(|| plain.parse().ok()).flatten()
}

/// `1-5`, `1–5`, `1 through 5`, `4`, `1, 3 and 5`: the labels it stands for, in
/// order. Only ranges of whole numbers are spread; at most a thousand labels.
#[must_use]
pub fn labels(text: &str) -> Option<Vec<String>> {
    let folded = text.replace(['–', '—'], "-").replace("--", "-").replace(" through ", "-").replace(" and ", ", ");
    let mut out = Vec::new();
    for part in folded.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        match part.split_once('-') {
            None => out.push(part.to_owned()),
            Some((from, to)) => {
                let (from, to): (u32, u32) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
                if from > to || to - from >= 1000 {
                    return None;
                }
                out.extend((from..=to).map(|n| n.to_string()));
            }
        }
    }
    (out.len() <= 1000).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_digits_and_words() {
        for (word, n) in
            [("12", 12), ("18,000", 18_000), ("fourteen", 14), ("Twenty-one", 21), ("ninety", 90), ("no", 0)]
        {
            assert_eq!(number(word), Some(n), "{word}");
        }
        for word in ["1,00", "12a", "log", "", "twenty-twelve", "99999999999999999999"] {
            assert_eq!(number(word), None, "{word}");
        }
    }

    #[test]
    fn ranges_are_inclusive() {
        assert_eq!(labels("1–3").unwrap(), ["1", "2", "3"]);
        assert_eq!(labels("2a").unwrap(), ["2a"]);
        assert_eq!(labels("1, 3 and 5").unwrap(), ["1", "3", "5"]);
        assert_eq!(labels("1 through 3").unwrap(), ["1", "2", "3"]);
        assert_eq!(labels("5-1"), None);
        assert_eq!(labels("1-999999"), None);
    }
}
