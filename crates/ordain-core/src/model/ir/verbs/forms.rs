//! The forms of a verb that follow from its lemma.

/// `file` → `filed`, `certify` → `certified`, `redact` → `redacted`; of several words the first changes.
pub(crate) fn regular_past(lemma: &str) -> String {
    let (first, rest) = lemma.split_once(' ').map_or((lemma, String::new()), |(f, r)| (f, format!(" {r}")));
    let consonant_y = first.ends_with('y') && !first.ends_with(['a', 'e', 'o', 'u']) && {
        let before = first.chars().rev().nth(1).unwrap_or('a');
        !"aeiou".contains(before)
    };
    if first.ends_with('e') {
        format!("{first}d{rest}")
    } else if consonant_y {
        format!("{}ied{rest}", &first[..first.len() - 1])
    } else {
        format!("{first}ed{rest}")
    }
}

/// `file` → `filing`, `submit` → `submitting`; of several words the first changes.
pub(crate) fn gerund_of(lemma: &str, past: &str) -> String {
    let doubled = past.ends_with("rred");
    let (first, rest) = lemma.split_once(' ').unwrap_or((lemma, ""));
    let past = past.split(' ').next().unwrap_or_default();
    let last = first.chars().next_back().unwrap_or_default();
    let stem = match first.strip_suffix('e').filter(|s| !s.ends_with('e')) {
        // `being prepared to`
        Some(_) if first == "be" => first.to_owned(),
        Some(stem) => stem.to_owned(),
        // `submitted`: the last letter is written twice.
        None if past == format!("{first}{last}ed") || first == "begin" => format!("{first}{last}"),
        None => first.to_owned(),
    };
    // `meeting and conferring`: the last of two verbs changes too.
    let rest = match rest.split_once(' ') {
        Some(("and", second)) => {
            format!(" and {second}{}ing", if doubled { "r" } else { "" })
        }
        _ if rest.is_empty() => String::new(),
        _ => format!(" {rest}"),
    };
    format!("{stem}ing{rest}")
}

#[cfg(test)]
mod tests {
    use super::regular_past;

    #[test]
    fn past_tense_by_rule() {
        for (lemma, past) in [("file", "filed"), ("pay", "payed"), ("comply", "complied"), ("return", "returned")] {
            assert_eq!(regular_past(lemma), past);
        }
    }
}
