//! Where the parts are in the court's own sentence: only where the words are the same, and are there once.

use super::aspects::Aspect;
use super::sentence::{Mark, Sentence};

/// A word of a sentence, in lower case, with its place in bytes.
struct Word {
    text: String,
    start: usize,
    end: usize,
}

/// So much of a quotation, and of what is looked for in it, is compared.
const MOST_WORDS: usize = 1000;
const MOST_PARTS: usize = 60;

/// Words in which nobody sees a part by themselves.
const SMALL: [&str; 27] = [
    "a", "an", "the", "of", "to", "in", "on", "by", "for", "and", "or", "at", "as", "if", "is", "it", "its", "any",
    "all", "each", "from", "with", "this", "that", "be", "not", "no",
];
/// Words before a day that belong to the deadline.
const LEADS: [&str; 26] = [
    "by",
    "on",
    "or",
    "before",
    "no",
    "not",
    "later",
    "than",
    "within",
    "promptly",
    "and",
    "in",
    "any",
    "event",
    "until",
    "through",
    "after",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "due",
    "at",
];
/// The ways in which courts order, forbid, permit and advise.
const MODALS: [(&str, &[&str]); 4] = [
    ("must not", &["shall not", "must not", "may not", "enjoined", "prohibited", "restrained", "forbidden"]),
    ("must", &["shall", "must", "ordered", "orders", "order", "directed", "required", "is to", "are to"]),
    ("may", &["may", "permitted"]),
    ("should", &["should", "advised", "encouraged"]),
];

/// The marks of the rule that the quotation has too.
pub(super) fn in_quotation(quotation: &str, rule: &Sentence) -> Vec<Mark> {
    let mut words = words_of(quotation);
    words.truncate(MOST_WORDS);
    let mut found: Vec<(usize, Mark)> = Vec::new();
    for mark in rule.marks.iter().take(MOST_PARTS) {
        let mut part = words_of(rule.words.get(mark.start..mark.end).unwrap_or_default());
        part.truncate(MOST_PARTS);
        let place = match mark.aspect {
            Aspect::Source => None,
            Aspect::Modality => modal(&part, &words),
            Aspect::Act => verb(&part, &words),
            Aspect::Deadline => {
                shared_run(&part, &words, 2).map(|(from, to)| (led(&words, from), goes_on(&part, &words, to)))
            }
            // A few words of a long clause are not the clause.
            Aspect::Condition | Aspect::Exception | Aspect::Consequence => {
                shared_run(&part, &words, (part.len() / 2).max(2)).map(|run| without_small_end(&words, run))
            }
            Aspect::Bearer | Aspect::Object | Aspect::Recipient | Aspect::Trigger | Aspect::Manner => {
                shared_run(&part, &words, 1).map(|run| without_small_end(&words, run))
            }
        };
        if let Some((from, to)) = place
            && let (Some(first), Some(last)) = (words.get(from), words.get(to))
        {
            found.push((to - from, Mark { start: first.start, end: last.end, aspect: mark.aspect }));
        }
    }
    // The longest first: what it covers is no other part.
    found.sort_by_key(|(length, mark)| (std::cmp::Reverse(*length), mark.start));
    let mut kept: Vec<Mark> = Vec::new();
    for (_, mark) in found {
        if kept.iter().all(|k| mark.end <= k.start || k.end <= mark.start) {
            kept.push(mark);
        }
    }
    kept.sort_by_key(|m| m.start);
    kept
}

fn words_of(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() || (open && (c == '\'' || c == '’')) {
            if !open {
                out.push(Word { text: String::new(), start: at, end: at });
            }
            if let Some(word) = out.last_mut() {
                word.text.extend(c.to_lowercase());
                word.end = at + c.len_utf8();
            }
            open = true;
        } else {
            open = false;
        }
    }
    // `a privilege log` and `privilege log` are the same words.
    out.retain(|w| !matches!(w.text.as_str(), "a" | "an" | "the"));
    out
}

/// The longest run of words that both have, if it is long enough, says something, and is in the sentence once.
fn shared_run(part: &[Word], words: &[Word], least: usize) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize, usize)> = None;
    let mut several = false;
    for from in 0..words.len() {
        let mut longest = 0;
        for start in 0..part.len() {
            let same = |(a, b): &(&Word, &Word)| a.text == b.text;
            let pairs = words.iter().skip(from).zip(part.iter().skip(start));
            longest = longest.max(pairs.take_while(same).count());
        }
        let run = words.get(from..from + longest).unwrap_or_default();
        let says = run.iter().any(|w| w.text.chars().count() > 2 && !SMALL.contains(&w.text.as_str()));
        if longest < least || !says {
            continue;
        }
        match best {
            Some((length, _, _)) if longest < length => {}
            Some((length, _, _)) if longest == length => several = true,
            _ => (best, several) = (Some((longest, from, from + longest - 1)), false),
        }
    }
    best.filter(|_| !several).map(|(_, from, to)| (from, to))
}

/// On over what leads to a day, to the last word that the part has too.
fn goes_on(part: &[Word], words: &[Word], to: usize) -> usize {
    let of_part = |w: &Word| part.iter().any(|p| p.text == w.text);
    let rest = words.get(to + 1..).unwrap_or_default();
    let near = rest.iter().take_while(|w| of_part(w) || LEADS.contains(&w.text.as_str())).count();
    let says = |w: &Word| of_part(w) && !SMALL.contains(&w.text.as_str());
    to + (1..=near).rev().find(|n| rest.get(n - 1).is_some_and(says)).unwrap_or(0)
}

/// Without `and`, `the` and the like at its end.
fn without_small_end(words: &[Word], (from, to): (usize, usize)) -> (usize, usize) {
    let small = |at: &usize| words.get(*at).is_some_and(|w| SMALL.contains(&w.text.as_str()));
    (from, (from..=to).rev().find(|at| !small(at)).unwrap_or(to))
}

/// Back over the words that lead to a day.
fn led(words: &[Word], from: usize) -> usize {
    let leads = words.get(..from).unwrap_or_default().iter().rev();
    from - leads.take_while(|w| LEADS.contains(&w.text.as_str())).count()
}

/// The one word of command in the sentence.
fn modal(part: &[Word], words: &[Word]) -> Option<(usize, usize)> {
    let said = part.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
    let forbids = ["not", "enjoined", "prohibited", "restrained", "forbidden"].iter().any(|w| said.contains(w));
    let kind = match said.as_str() {
        _ if forbids => "must not",
        "may" => "may",
        "should" => "should",
        _ => "must",
    };
    let (_, forms) = MODALS.iter().find(|(k, _)| *k == kind)?;
    let mut found = None;
    for form in *forms {
        let form: Vec<&str> = form.split(' ').collect();
        for from in 0..words.len() {
            let run = words.get(from..from + form.len()).unwrap_or_default();
            if run.len() == form.len() && run.iter().zip(&form).all(|(w, f)| w.text == *f) {
                if found.is_some() {
                    return None;
                }
                found = Some((from, from + form.len() - 1));
            }
        }
    }
    found
}

/// The verb in any of its forms: `complete`, `completed`.
fn verb(part: &[Word], words: &[Word]) -> Option<(usize, usize)> {
    let stem = |w: &str| {
        let ends = ["ing", "ed", "es", "e", "s"];
        let cut = ends.iter().find_map(|e| w.strip_suffix(e)).unwrap_or(w);
        if cut.chars().count() < 3 { w.to_owned() } else { cut.to_owned() }
    };
    let [only] = part else { return None };
    let mut all = words.iter().enumerate().filter(|(_, w)| stem(&w.text) == stem(&only.text));
    let (at, _) = all.next()?;
    all.next().is_none().then_some((at, at))
}

#[cfg(test)]
mod tests {
    use super::super::sentence::Speaker;
    use super::*;

    fn located(quotation: &str, rule: &str, parts: &[(&str, Aspect)]) -> Vec<(String, &'static str)> {
        let mark = |(words, aspect): &(&str, Aspect)| {
            let start = rule.find(words).unwrap_or_default();
            Mark { start, end: start + words.len(), aspect: *aspect }
        };
        let rule = Sentence { speaker: Speaker::Rule, words: rule.to_owned(), marks: parts.iter().map(mark).collect() };
        let marks = in_quotation(quotation, &rule);
        marks.iter().map(|m| (quotation[m.start..m.end].to_owned(), m.aspect.name())).collect()
    }

    #[test]
    fn parts_are_found_where_the_court_says_them() {
        let found = located(
            "Defendants shall file a privilege log no later than Friday, April 19, 2024.",
            "Defendants must file privilege log by April 19, 2024",
            &[
                ("Defendants", Aspect::Bearer),
                ("must", Aspect::Modality),
                ("file", Aspect::Act),
                ("privilege log", Aspect::Object),
                ("by April 19, 2024", Aspect::Deadline),
            ],
        );
        let expected = [
            ("Defendants", "bearer"),
            ("shall", "modality"),
            ("file", "act"),
            ("privilege log", "object"),
            ("no later than Friday, April 19, 2024", "deadline"),
        ];
        assert_eq!(found, expected.map(|(w, a)| (w.to_owned(), a)));
    }

    #[test]
    fn words_that_are_there_twice_or_not_at_all_are_no_place() {
        let found = located(
            "Defendants and Defendants’ counsel shall serve what Defendants filed, and shall pay.",
            "Defendants must file answer",
            &[("Defendants", Aspect::Bearer), ("must", Aspect::Modality), ("answer", Aspect::Object)],
        );
        assert_eq!(found, []);
    }
}
