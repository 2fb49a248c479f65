//! Names as captions write them, and as sentences do.

/// Words that stay small inside a name.
const SMALL: &[&str] = &["of", "the", "and", "for", "in", "on", "at", "de", "la", "del", "von", "van", "v."];
/// Words of companies and offices that keep capitals, or have a usual form.
const FORMS: &[(&str, &str)] = &[
    ("INC", "Inc"),
    ("CORP", "Corp"),
    ("CO", "Co"),
    ("LTD", "Ltd"),
    ("LLC", "LLC"),
    ("LLP", "LLP"),
    ("LP", "LP"),
    ("PLC", "PLC"),
    ("NA", "NA"),
    ("USA", "USA"),
    ("US", "US"),
    ("II", "II"),
    ("III", "III"),
    ("IV", "IV"),
    ("DBA", "dba"),
    ("JR", "Jr"),
    ("SR", "Sr"),
    ("PC", "PC"),
    ("AG", "AG"),
    ("SA", "SA"),
];

/// A name in capitals, in the form in which sentences have it. A word that the text itself writes with capitals
/// alone stays as it is. A name that is not in capitals stays as it is.
pub(super) fn name_in_sentence_case(name: &str, text: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let words: Vec<String> = name.split(' ').enumerate().map(|(i, w)| word_in_sentence_case(w, i == 0, text)).collect();
    words.join(" ")
}

fn word_in_sentence_case(raw: &str, first: bool, text: &str) -> String {
    let bare: String = raw.chars().filter(|c| c.is_alphanumeric()).collect();
    let lower = raw.to_lowercase();
    if !first && SMALL.contains(&lower.as_str()) {
        return lower;
    }
    if let Some((caps, form)) = FORMS.iter().find(|(caps, _)| *caps == bare) {
        return raw.replacen(caps, form, 1);
    }
    // Each part of `SMITH-JONES` and `O'BRIEN` has its capital.
    let mut out = String::with_capacity(raw.len());
    let mut begins = true;
    for c in raw.chars() {
        if begins {
            out.push(c)
        } else {
            out.extend(c.to_lowercase())
        }
        begins = !c.is_alphanumeric() && c != '.' || c == '.' && raw.matches('.').count() > 1;
    }
    let title: String = out.chars().filter(|c| c.is_alphanumeric()).collect();
    // An abbreviation: it has no vowel, or the text writes it in capitals inside a sentence.
    let vowels = bare.chars().any(|c| matches!(c, 'A' | 'E' | 'I' | 'O' | 'U' | 'Y'));
    let said = || ["the ", "The ", "of ", "by "].iter().any(|lead| text.contains(&format!("{lead}{bare} ")));
    if bare.len() > 1 && (!vowels || bare.len() <= 5 && !text.contains(&title) && said()) {
        raw.to_owned()
    } else {
        out
    }
}

#[cfg(test)]
mod tests {
    use super::name_in_sentence_case;

    #[test]
    fn names_in_capitals() {
        assert_eq!(name_in_sentence_case("JANE O'NEIL-POE", ""), "Jane O'Neil-Poe");
        assert_eq!(name_in_sentence_case("ROE HOLDINGS, INC.", ""), "Roe Holdings, Inc.");
        assert_eq!(name_in_sentence_case("STATE OF OHIO", ""), "State of Ohio");
        assert_eq!(name_in_sentence_case("FBI", "the FBI searched"), "FBI");
        assert_eq!(name_in_sentence_case("DOE", "Doe filed"), "Doe");
        assert_eq!(name_in_sentence_case("deMaria", ""), "deMaria");
    }
}
