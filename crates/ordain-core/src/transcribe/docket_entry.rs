//! A docket entry as CourtListener gives it, in JSON: what the docket says, and the text of its paper.

use chrono::NaiveDate;
use serde_json::Value;

use super::paper::Entry;

/// The order of a docket entry, and what the docket says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocketEntry {
    /// The text of its paper; what the docket says, where the entry has no text of its paper.
    pub text: String,
    /// Its number and its days.
    pub entry: Entry,
}

/// Why a file in JSON is not read as a docket entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEntry {
    /// It begins as JSON and cannot be read to its end.
    #[error("it begins as JSON and is not: line {line}, column {column} cannot be read; save the docket entry again")]
    Json {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is JSON of another kind.
    #[error("it is JSON and no docket entry: an entry has a `description`, or `recap_documents` with a `plain_text`")]
    Other,
    /// It holds several entries.
    #[error("it holds {0} docket entries: save the one with the order as a file of its own")]
    Several(usize),
    /// Neither the docket nor the paper has words.
    #[error(
        "the docket entry has no words: its `description` is empty, and so is the `plain_text` of its papers; transcribe the PDF instead"
    )]
    Empty,
    /// Several papers of the entry have a text.
    #[error("the docket entry has {0} papers with a text: keep the one that is the order")]
    Papers(usize),
    /// A date that is none.
    #[error("the docket entry says `{field}: {value}`, and that is no date such as 2024-03-01")]
    Date {
        /// The name of the field.
        field: &'static str,
        /// What it says.
        value: String,
    },
}

/// Reads a docket entry. None where the text is no JSON: what a file is decides, not its name.
///
/// # Errors
/// Where it is JSON, and not one docket entry with words.
#[must_use]
pub fn docket_entry(text: &str) -> Option<Result<DocketEntry, NotAnEntry>> {
    let bare = text.trim_start_matches('\u{FEFF}').trim_start();
    // `[PROPOSED] ORDER` begins with a bracket, too.
    let json = bare.starts_with('{') || bare.strip_prefix('[').is_some_and(|r| r.trim_start().starts_with(['{', ']']));
    json.then(|| read_docket_entry(bare))
}

fn read_docket_entry(text: &str) -> Result<DocketEntry, NotAnEntry> {
    let value: Value =
        serde_json::from_str(text).map_err(|e| NotAnEntry::Json { line: e.line(), column: e.column().max(1) })?;
    let entry = single_entry(&value)?;
    let papers = entry.get("recap_documents").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let text_of = |paper: &Value| words_of_field(paper, "plain_text");
    let attached = |paper: &Value| paper.get("attachment_number").is_some_and(|n| !n.is_null());
    let main: Vec<String> = papers.iter().filter(|p| !attached(p)).filter_map(text_of).collect();
    let said = words_of_field(entry, "description");
    let text = match (main.as_slice(), said) {
        ([text], _) => text.clone(),
        ([], Some(said)) => said,
        ([], None) if entry.get("description").is_none() && papers.is_empty() => return Err(NotAnEntry::Other),
        ([], None) => return Err(NotAnEntry::Empty),
        (all, _) => return Err(NotAnEntry::Papers(all.len())),
    };
    let number = entry.get("entry_number").and_then(entry_number);
    Ok(DocketEntry {
        text,
        entry: Entry {
            number,
            filed: date_of_field(entry, "date_filed")?,
            entered: date_of_field(entry, "date_entered")?,
        },
    })
}

/// The entry itself, in a list of one, or among the results of a page of them.
fn single_entry(value: &Value) -> Result<&Value, NotAnEntry> {
    let list = value.as_array().or_else(|| {
        let of = ["docket_entries", "results"].iter().find_map(|name| value.get(name));
        of.and_then(Value::as_array)
    });
    match list.map(Vec::as_slice) {
        None => Ok(value),
        Some([one]) => Ok(one),
        Some([]) => Err(NotAnEntry::Other),
        Some(all) => Err(NotAnEntry::Several(all.len())),
    }
}

fn words_of_field(value: &Value, field: &str) -> Option<String> {
    let text = value.get(field)?.as_str()?;
    (!text.trim().is_empty()).then(|| text.to_owned())
}

fn entry_number(value: &Value) -> Option<String> {
    match value {
        Value::Number(n) => Some(n.to_string()),
        Value::String(s) => {
            Some(s.trim().to_owned()).filter(|s| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit()))
        }
        _ => None,
    }
}

/// `2024-03-01`, or the day of `2024-03-01T09:30:00-08:00`.
fn date_of_field(entry: &Value, field: &'static str) -> Result<Option<NaiveDate>, NotAnEntry> {
    let Some(value) = entry.get(field).filter(|v| !v.is_null()) else { return Ok(None) };
    let wrong = || NotAnEntry::Date { field, value: value.as_str().map_or_else(|| value.to_string(), str::to_owned) };
    let text = value.as_str().ok_or_else(wrong)?;
    let day = text.split_once('T').map_or(text, |(day, _)| day);
    NaiveDate::parse_from_str(day, "%Y-%m-%d").map(Some).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::{DocketEntry, NotAnEntry, docket_entry};

    fn read(text: &str) -> Result<DocketEntry, NotAnEntry> {
        docket_entry(text).unwrap_or(Err(NotAnEntry::Other))
    }

    #[test]
    fn the_text_of_the_paper_comes_before_what_the_docket_says() {
        let entry = r#"{"entry_number": 34, "date_filed": "2024-03-01", "description": "ORDER granting 30 Motion",
            "recap_documents": [{"attachment_number": 1, "plain_text": "an exhibit"}, {"plain_text": "Defendant shall file."}]}"#;
        let found = read(entry).map(|e| (e.text, e.entry.number, e.entry.filed));
        let day = chrono::NaiveDate::from_ymd_opt(2024, 3, 1);
        assert_eq!(found, Ok(("Defendant shall file.".to_owned(), Some("34".to_owned()), day)));
        let minute = r#"[{"entry_number": "5", "description": "MINUTE ORDER: Reply due 3/4/2024.", "recap_documents": [{"plain_text": ""}]}]"#;
        assert_eq!(read(minute).map(|e| e.text), Ok("MINUTE ORDER: Reply due 3/4/2024.".to_owned()));
    }

    #[test]
    fn what_is_no_entry_is_refused() {
        assert_eq!(docket_entry("[PROPOSED] ORDER\n\nDefendant shall file."), None);
        assert_eq!(docket_entry("ORDER"), None);
        assert!(matches!(read("{\n \"description\": "), Err(NotAnEntry::Json { line: 2, .. })));
        assert_eq!(read("{}"), Err(NotAnEntry::Other));
        assert_eq!(read(r#"{"description": " "}"#), Err(NotAnEntry::Empty));
        assert_eq!(read(r#"{"results": [{"description": "a"}, {"description": "b"}]}"#), Err(NotAnEntry::Several(2)));
        assert!(matches!(
            read(r#"{"description": "a", "date_filed": "March 1"}"#),
            Err(NotAnEntry::Date { field: "date_filed", .. })
        ));
        assert_eq!(
            read(r#"{"recap_documents": [{"plain_text": "a"}, {"plain_text": "b"}]}"#),
            Err(NotAnEntry::Papers(2))
        );
    }
}
