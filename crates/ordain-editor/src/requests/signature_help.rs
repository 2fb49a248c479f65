//! `textDocument/signatureHelp`: the whole form of the clause that is being written.

use lsp_types::{Position, SignatureHelp, SignatureInformation};
use ordain_syntax::vocabulary;

use crate::snapshot::Snapshot;

/// The forms of the clause whose opening words stand last before a position.
#[must_use]
pub fn signature_help(snapshot: &Snapshot, path: &str, position: Position) -> Option<SignatureHelp> {
    let (file, at) = (snapshot.file(path)?, snapshot.place(path, position)?);
    let before = file.text.get(..(at - file.base) as usize)?;
    let line = before.rsplit(['\n', '\r']).next().unwrap_or("");
    let opener = last_opener(line)?;
    let forms = vocabulary::clauses().filter(|(words, _)| *words == opener || begins_with(words, opener));
    let signatures: Vec<SignatureInformation> = forms
        .map(|(_, example)| SignatureInformation {
            label: example.to_owned(),
            documentation: None,
            parameters: None,
            active_parameter: None,
        })
        .collect();
    Some(SignatureHelp { signatures, active_signature: Some(0), active_parameter: None })
}

/// The opening words that end last in a line, outside quotations; of several that end together the longest.
fn last_opener(line: &str) -> Option<&'static str> {
    let quoted = |at: usize| line.get(..at).is_some_and(|l| l.matches(['"', '“', '”']).count() % 2 == 1);
    let mut best: Option<(usize, &'static str)> = None;
    for (words, _) in vocabulary::clauses() {
        for (at, _) in line.match_indices(words).filter(|(at, _)| !quoted(*at)) {
            let end = at + words.len();
            let alone = !line.get(..at).unwrap_or("").ends_with(char::is_alphanumeric)
                && line.get(end..).unwrap_or("").starts_with(' ');
            if alone && best.is_none_or(|(e, w)| (end, words.len()) > (e, w.len())) {
                best = Some((end, words));
            }
        }
    }
    best.map(|(_, words)| words)
}

fn begins_with(words: &str, opener: &str) -> bool {
    words.strip_prefix(opener).is_some_and(|rest| rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::last_opener;

    #[test]
    fn the_clause_that_is_being_written_is_the_last_one() {
        for (line, opener) in [
            ("     within ", Some("within")),
            ("     by December 1, 2023 unless ", Some("unless")),
            ("     no later than ", Some("no later than")),
            ("     quote \"by the end\" note ", Some("note")),
            ("     quote \"no later ", Some("quote")),
            ("     baby ", None),
            ("     by", None),
        ] {
            assert_eq!(last_opener(line), opener, "{line}");
        }
    }
}
