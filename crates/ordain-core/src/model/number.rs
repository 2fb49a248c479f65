//! Numbers as orders write them.

/// `1-5`, `1–5`, `1 through 5`, `4`, `1, 3 and 5`: the labels it means, in
/// order; `A-C` too. Only ranges of whole numbers and of single letters are spread; at most a thousand labels.
#[must_use]
pub fn spread_labels(text: &str) -> Option<Vec<String>> {
    let folded = text.replace(['–', '—'], "-").replace("--", "-").replace(" through ", "-").replace(" and ", ", ");
    let mut out = Vec::new();
    for part in folded.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        match part.split_once('-') {
            None => out.push(part.to_owned()),
            Some((from, to)) => {
                if let Some(letters) = letters_between(from.trim(), to.trim()) {
                    out.extend(letters);
                    continue;
                }
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

/// `A` to `C`, of one case; nothing of what is no range of letters.
fn letters_between(from: &str, to: &str) -> Option<impl Iterator<Item = String> + use<>> {
    let (&[from], &[to]) = (from.as_bytes(), to.as_bytes()) else { return None };
    let alike =
        from.is_ascii_uppercase() && to.is_ascii_uppercase() || from.is_ascii_lowercase() && to.is_ascii_lowercase();
    (alike && from < to).then(|| (from..=to).map(|b| char::from(b).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_inclusive() {
        assert_eq!(spread_labels("1–3").unwrap(), ["1", "2", "3"]);
        assert_eq!(spread_labels("2a").unwrap(), ["2a"]);
        assert_eq!(spread_labels("1, 3 and 5").unwrap(), ["1", "3", "5"]);
        assert_eq!(spread_labels("1 through 3").unwrap(), ["1", "2", "3"]);
        assert_eq!(spread_labels("5-1"), None);
        assert_eq!(spread_labels("A-C").unwrap(), ["A", "B", "C"]);
        for none in ["C-A", "A-c", "A-5", "AA-AC"] {
            assert_eq!(spread_labels(none), None, "{none}");
        }
        assert_eq!(spread_labels("1-999999"), None);
    }
}
