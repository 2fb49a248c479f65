//! Numbers as orders write them.

/// `1-5`, `1–5`, `1 through 5`, `4`, `1, 3 and 5`: the labels it means, in
/// order. Only ranges of whole numbers are spread; at most a thousand labels.
#[must_use]
pub fn spread_labels(text: &str) -> Option<Vec<String>> {
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
    fn ranges_are_inclusive() {
        assert_eq!(spread_labels("1–3").unwrap(), ["1", "2", "3"]);
        assert_eq!(spread_labels("2a").unwrap(), ["2a"]);
        assert_eq!(spread_labels("1, 3 and 5").unwrap(), ["1", "3", "5"]);
        assert_eq!(spread_labels("1 through 3").unwrap(), ["1", "2", "3"]);
        assert_eq!(spread_labels("5-1"), None);
        assert_eq!(spread_labels("1-999999"), None);
    }
}
