//! The words of a court's name, with what captions and citations shorten written out.

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Letters and figures, lower case, written out: `super` is `superior`.
    pub(super) text: String,
    /// In parentheses, as the county of `Ill. Cir. Ct. (Cook)`.
    pub(super) in_parentheses: bool,
    /// A comma or the like stands before it.
    pub(super) after_comma: bool,
    /// Two capitals: `CA`, as the mail shortens a state.
    pub(super) postal: bool,
}

/// What is shortened in the names of courts, and in full.
const SHORTENED: &[(&str, &str)] = &[
    ("super", "superior"),
    ("sup", "supreme"),
    ("cir", "circuit"),
    ("circ", "circuit"),
    ("dist", "district"),
    ("ct", "court"),
    ("cts", "court"),
    ("courts", "court"),
    ("com", "common"),
    ("pl", "pleas"),
    ("ch", "chancery"),
    ("app", "appeals"),
    ("appeal", "appeals"),
    ("appellate", "appeals"),
    ("cnty", "county"),
    ("cty", "county"),
    ("counties", "county"),
    ("par", "parish"),
    ("jud", "judicial"),
    ("div", "division"),
    ("dept", "department"),
    ("gen", "general"),
    ("st", "saint"),
    ("ste", "sainte"),
];

/// Letters as they are without their marks, as people type `Doña Ana`.
pub(super) fn plain(c: char) -> char {
    match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        c => c,
    }
}

/// The words of a name, in order.
pub(super) fn words_of(name: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (at, part) in name.split('(').enumerate() {
        let (inside, after) = match part.split_once(')') {
            Some((inside, after)) if at > 0 => (inside, after),
            _ if at > 0 => (part, ""),
            _ => ("", part),
        };
        push_words(inside, true, &mut words);
        push_words(after, false, &mut words);
    }
    join_common_pleas(&mut words);
    words
}

fn push_words(text: &str, in_parentheses: bool, words: &mut Vec<Word>) {
    let bare: String = text.chars().filter(|c| !matches!(c, '\'' | '’')).collect();
    let mut after_comma = false;
    for said in bare.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let (said, mark) = match said.chars().next_back().filter(|c| !c.is_alphanumeric()) {
            Some(mark) => (said.strip_suffix(mark).unwrap_or(said), Some(mark)),
            None => (said, None),
        };
        let was_after_comma = after_comma;
        after_comma = matches!(mark, Some(',' | ';' | ':')) || said.is_empty() && was_after_comma;
        if said.is_empty() {
            continue;
        }
        let lower: String = said.chars().flat_map(char::to_lowercase).map(plain).collect();
        let postal = said.len() == 2 && said.chars().all(|c| c.is_ascii_uppercase());
        // `Cook Co.` is a county; `CO` is Colorado.
        let text = match SHORTENED.iter().find(|(short, _)| *short == lower) {
            Some((_, full)) => (*full).to_owned(),
            None if lower == "co" && !postal => "county".to_owned(),
            None => lower,
        };
        words.push(Word { text, in_parentheses, after_comma: was_after_comma, postal });
    }
}

/// `C.P.` is the court of common pleas.
fn join_common_pleas(words: &mut Vec<Word>) {
    let Some(at) = words.windows(2).position(|w| matches!(w, [c, p] if c.text == "c" && p.text == "p")) else { return };
    let in_parentheses = words.get(at).is_some_and(|w| w.in_parentheses);
    let full = ["court", "of", "common", "pleas"];
    let full = full.map(|t| Word { text: t.to_owned(), in_parentheses, after_comma: false, postal: false });
    words.splice(at..at + 2, full);
}

/// The words of a name as texts.
pub(super) fn texts_of(name: &str) -> Vec<String> {
    words_of(name).into_iter().map(|w| w.text).collect()
}

/// By what a place is looked up: its letters and figures, as `words_of` writes them.
pub(super) fn key_of(name: &str) -> String {
    texts_of(name).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shortened_is_written_out() {
        let joined = |name: &str| texts_of(name).join(" ");
        assert_eq!(joined("Super. Ct. L.A. County, Cal."), "superior court l a county cal");
        assert_eq!(joined("C.P. Allegheny Cnty."), "court of common pleas allegheny county");
        assert_eq!(joined("Cir. Ct. Cook Co."), "circuit court cook county");
        assert_eq!(joined("Dist. Ct., Denver, CO"), "district court denver co");
        assert_eq!(joined("Prince George’s Cty. Cir. Ct."), "prince georges county circuit court");
        assert_eq!(joined("Doña Ana"), "dona ana");
        let words = words_of("Ill. Cir. Ct. (Cook) x");
        let inside: Vec<_> = words.iter().filter(|w| w.in_parentheses).map(|w| w.text.as_str()).collect();
        assert_eq!(inside, ["cook"]);
        assert_eq!(words_of("a) b (c").len(), 3);
        let words = words_of("State of X, County of Y; Z - W");
        let apart: Vec<_> = words.iter().filter(|w| w.after_comma).map(|w| w.text.as_str()).collect();
        assert_eq!(apart, ["county", "z"]);
    }
}
