//! Tables of dates, as scheduling orders have them: a row says what must be done, and by which day.

use std::ops::Range;

use ordain_text::ordering::{OrderingWord, SentenceKind};
use ordain_text::reading::Reading;

use super::openings::length_of_label;
use super::phrase::Phrase;
use super::unit::Unit;

/// Words of which a table of dates has at least some.
const KEYS: &[&str] = &[
    "amend",
    "brief",
    "briefs",
    "close",
    "conference",
    "cutoff",
    "cut",
    "daubert",
    "deadline",
    "depositions",
    "designation",
    "disclosure",
    "disclosures",
    "discovery",
    "dispositive",
    "due",
    "exchange",
    "exhibits",
    "expert",
    "experts",
    "hearing",
    "instructions",
    "join",
    "joinder",
    "jury",
    "limine",
    "mediation",
    "motion",
    "motions",
    "opposition",
    "pleadings",
    "pretrial",
    "rebuttal",
    "reply",
    "report",
    "reports",
    "response",
    "statement",
    "trial",
    "witness",
    "witnesses",
    "submission",
];

/// Words of a sentence, which no row has.
const SPEECH: &[&str] = &[
    "shall", "directed", "will", "was", "were", "has", "have", "had", "may", "should", "dated", "entered", "signed",
    "court's", "v", "who", "which", "because", "having", "finds", "granted", "denied", "ordered",
];

/// One row of a table.
pub(super) struct Row<'r, 't> {
    /// The label, then the day.
    words: Phrase<'r, 't>,
    own: Range<usize>,
    /// `Settlement conference, if requested`: what only a person can settle.
    doubt: Option<String>,
}

/// The rows of all tables of a text: lines of a label and a day, two or more on end.
pub(super) fn rows<'r, 't>(reading: &'r Reading<'t>) -> Vec<Row<'r, 't>> {
    let lines = lines_of_reading(reading);
    let mut out = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (mut found, mut keys) = (Vec::new(), 0);
        let (mut next, mut misses) = (at, 0);
        while let Some(line) = lines.get(next).filter(|_| misses < 3) {
            match row_of_line(reading, line) {
                Some((row, key)) => {
                    found.push((next, row));
                    keys += usize::from(key);
                    misses = 0;
                }
                None if found.is_empty() => break,
                None => misses += 1,
            }
            next += 1;
        }
        let last = found.last().map_or(at, |(i, _)| *i);
        if found.len() > 1 && keys > 1 {
            out.extend(found.into_iter().map(|(i, row)| with_label_below(reading, row, lines.get(i + 1))));
        }
        at = last + 1;
    }
    out
}

/// True where a table begins at a token, or a line of headings behind it.
pub(super) fn begin_at(table: &[Row<'_, '_>], at: usize) -> bool {
    const HEADINGS: usize = 6;
    table.iter().any(|row| (at..at + HEADINGS).contains(&row.own.start))
}

/// The tokens of each line.
fn lines_of_reading(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let starts: Vec<usize> =
        (0..reading.tokens.len()).filter(|i| *i == 0 || reading.tokens.get(*i).is_some_and(|t| t.opens_line)).collect();
    // A day alone on a line belongs to the label above it.
    let mut kept: Vec<usize> = Vec::with_capacity(starts.len());
    for (i, start) in starts.iter().enumerate() {
        let end = starts.get(i + 1).copied().unwrap_or(reading.tokens.len());
        let line = Phrase::new(reading, *start..end);
        let alone = line.date(0).is_some_and(|(_, len)| len == line.len());
        let label = kept.last().is_some_and(|above| {
            let above = Phrase::new(reading, *above..*start);
            above.dates().is_empty() && above.len() < 40 && above.is_word(0) && above.capital(0)
        });
        if !(alone && label) {
            kept.push(*start);
        }
    }
    let mut starts = kept;
    starts.push(reading.tokens.len());
    starts.windows(2).filter_map(|w| Some(*w.first()?..*w.last()?)).collect()
}

/// A line that is a label and a day, or a day and a label; and whether it has a word of such tables.
fn row_of_line<'r, 't>(reading: &'r Reading<'t>, line: &Range<usize>) -> Option<(Row<'r, 't>, bool)> {
    let p = Phrase::new(reading, line.clone());
    if p.len() > 56 || p.len() < 2 {
        return None;
    }
    let numbered = length_of_label(&p).unwrap_or(0);
    let dates: Vec<usize> = p.dates().into_iter().map(|(at, _)| at).filter(|at| p.top(*at)).collect();
    let [at] = dates.as_slice() else { return None };
    let (_, len) = p.date(*at)?;
    let words = if *at <= numbered {
        let rest = p.slice(at + len..p.len());
        let from = (0..rest.len()).find(|i| rest.is_word(*i))?;
        rest.slice(from..rest.len()).and(&p.slice(*at..at + len))
    } else {
        let after = p.slice(at + len..p.len());
        let opens = matches!(after.word(0), "" | "at" | "," | "(" | "." | ";" | "in" | "before" | "via" | "by" | "[");
        if !opens || after.len() > 20 {
            return None;
        }
        p.slice(numbered..p.len())
    };
    let begins = (0..words.len()).find(|i| words.is_word(*i)).is_some_and(|i| i < 2 && words.capital(i));
    let says = |list: &[&str]| {
        (0..words.len()).find(|i| words.top(*i) && words.date(*i).is_none() && list.contains(&words.word(*i)))
    };
    let condition = says(&["if", "unless"]);
    let doubt = condition.map(|at| format!("`{}` limits this row", words.text(at..words.len().min(at + 4))));
    // A row may say `must be filed by`; with a period it is a sentence.
    let spoken = says(SPEECH).is_some() || words.last() == "." && says(&["must"]).is_some();
    let own_day =
        matches!(words.word(0), "dated" | "date" | "filed" | "signed" | "entered" | "done" | "this" | "on" | "in");
    // `No. 3:21-cv-5852`
    let case_number = matches!(words.word(0), "no" | "case" | "civil") && words.has(&["cv", "cr", "mc", "md"]);
    let label_words = words.date(0).is_none() && !case_number;
    let row = Row { own: line.clone(), words: words.clone(), doubt };
    (begins && !spoken && !own_day && label_words).then(|| (row, words.has(KEYS)))
}

/// With the rest of its label, where that stands on the line below.
fn with_label_below<'r, 't>(reading: &'r Reading<'t>, row: Row<'r, 't>, below: Option<&Range<usize>>) -> Row<'r, 't> {
    let Some(below) = below.filter(|b| b.start == row.own.end && b.len() <= 8) else { return row };
    let rest = Phrase::new(reading, below.clone());
    let small = rest.is_word(0) && !rest.capital(0) && rest.dates().is_empty() && !rest.has(SPEECH);
    let date = row.words.dates().first().map(|(at, _)| *at).filter(|at| *at > 0);
    let ends = date.and_then(|at| Some(at + row.words.date(at)?.1)) == Some(row.words.len());
    let same =
        reading.tokens.get(below.start).map(|t| t.paragraph) == reading.tokens.get(row.own.start).map(|t| t.paragraph);
    match date {
        Some(at) if small && ends && same => Row {
            words: row.words.slice(0..at).and(&rest).and(&row.words.slice(at..row.words.len())),
            own: row.own.start..below.end,
            doubt: row.doubt,
        },
        _ => row,
    }
}

/// The ordering sentences without the rows inside them.
pub(super) fn outside(
    sentences: Vec<(Range<usize>, Vec<OrderingWord>)>,
    rows: &[Row<'_, '_>],
) -> Vec<(Range<usize>, Vec<OrderingWord>)> {
    if rows.is_empty() {
        return sentences;
    }
    let mut out = Vec::new();
    for (range, found) in sentences {
        // `The Court sets the following dates:` is said with each row.
        let last = rows.first().map(|r| r.words.reading.word(range.end.saturating_sub(1)).to_owned());
        let leads =
            last.as_deref() == Some(":") && rows.iter().any(|r| (range.end..range.end + 12).contains(&r.own.start));
        let day =
            |k: SentenceKind| matches!(k, SentenceKind::Setting | SentenceKind::Deadline | SentenceKind::Disposition);
        if leads && found.iter().all(|w| day(w.kind)) {
            continue;
        }
        let inside: Vec<&Row<'_, '_>> =
            rows.iter().filter(|r| r.own.start < range.end && r.own.end > range.start).collect();
        if inside.is_empty() {
            out.push((range, found));
            continue;
        }
        let mut from = range.start;
        let ends = inside.iter().map(|r| (r.own.start, r.own.end)).chain([(range.end, range.end)]);
        for (start, end) in ends {
            let part = from..start.max(from);
            let own: Vec<OrderingWord> = found.iter().filter(|w| part.contains(&w.at)).copied().collect();
            let heading = part.len() <= 10
                && part.clone().all(|i| {
                    rows.first().is_some_and(|r| {
                        r.words
                            .reading
                            .tokens
                            .get(i)
                            .is_some_and(|t| !r.words.reading.written(t).chars().any(char::is_lowercase))
                    })
                });
            if !own.is_empty() && !heading {
                out.push((part, own));
            }
            from = end;
        }
    }
    out
}

/// Each row as a unit; `first` is the number of the first of their sentences.
pub(super) fn units<'r, 't>(reading: &'r Reading<'t>, rows: &[Row<'r, 't>], first: usize) -> Vec<Unit<'r, 't>> {
    let unit = |(i, row): (usize, &Row<'r, 't>)| {
        let line = Phrase::new(reading, row.own.clone());
        let numbered = length_of_label(&line);
        Unit {
            words: row.words.clone(),
            own: line.slice(numbered.unwrap_or(0)..line.len()),
            kind: SentenceKind::Deadline,
            sentence: first + i,
            number: numbered.map(|_| if line.word(0) == "(" { line.text(1..2) } else { line.text(0..1) }),
            doubt: row.doubt.clone(),
            asked: None,
        }
    };
    rows.iter().enumerate().map(unit).collect()
}
