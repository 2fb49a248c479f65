//! Text of files and of the program in HTML and SVG: never markup, and each in its own direction of writing.

/// Text between tags. Words of a language that is written from right to left turn nothing around them.
pub(crate) fn text(words: &str) -> String {
    let escaped = escaped(words);
    if words.is_ascii() || !words.chars().any(is_written_leftwards) {
        return escaped;
    }
    format!("<bdi>{escaped}</bdi>")
}

/// The value of an attribute, without the marks around it.
pub(crate) fn attribute(words: &str) -> String {
    escaped(words)
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Hebrew, Arabic and their neighbors.
const fn is_written_leftwards(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_markup() {
        assert_eq!(text("<b onclick='x'>&\"</b>"), "&lt;b onclick=&#39;x&#39;&gt;&amp;&quot;&lt;/b&gt;");
        assert_eq!(text("Doe v. \u{5D0}\u{5D1}"), "<bdi>Doe v. \u{5D0}\u{5D1}</bdi>");
    }
}
