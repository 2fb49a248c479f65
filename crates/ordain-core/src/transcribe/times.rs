//! By when, in the words of a sentence: the day, the period and what starts it.

use std::ops::Range;

use super::days::day_at;
use super::phrase::Phrase;

/// One time of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Time {
    /// Its words.
    pub(super) at: Range<usize>,
    /// As the draft writes it; of a period that runs from an event, up to the event.
    pub(super) text: String,
    /// The words of the event from which it runs.
    pub(super) anchor: Option<Range<usize>>,
    /// A manner more than a day: `promptly`.
    pub(super) vague: bool,
}

/// The times of a phrase, or the doubt that only a person can settle.
pub(super) fn times_of_phrase(p: &Phrase<'_, '_>) -> Result<Vec<Time>, String> {
    let mut out: Vec<Time> = Vec::new();
    let mut at = 0;
    while at < p.len() {
        if !p.top(at) {
            at += 1;
            continue;
        }
        match time_at(p, at)? {
            Some(time) => {
                at = time.at.end.max(at + 1);
                match out.last_mut().filter(|last| last.vague).and_then(|last| in_any_event(p, last, &time)) {
                    Some(both) => {
                        out.pop();
                        out.push(both);
                    }
                    None => out.push(time),
                }
            }
            None => at += 1,
        }
    }
    Ok(out)
}

/// `promptly, and in any event no later than D`.
fn in_any_event(p: &Phrase<'_, '_>, vague: &Time, time: &Time) -> Option<Time> {
    let mut at = vague.at.end;
    at += usize::from(p.word(at) == ",");
    at += usize::from(matches!(p.word(at), "and" | "but"));
    let words = [&["in", "any", "event"][..], &["in", "no", "event", "later", "than"]];
    let found = words.iter().find(|w| p.at(at, w))?;
    at += found.len();
    at += usize::from(p.word(at) == ",");
    let day = ["no later than ", "by ", "on or before "].iter().find_map(|l| time.text.strip_prefix(l))?;
    (at == time.at.start && time.anchor.is_none() && !time.vague).then(|| Time {
        at: vague.at.start..time.at.end,
        text: format!("{}, and in any event by {day}", vague.text),
        anchor: None,
        vague: false,
    })
}

/// What leads to a day, and what the draft writes for it.
const BY: &[(&[&str], &str)] = &[
    (&["by", "no", "later", "than"], "no later than"),
    (&["by", "not", "later", "than"], "no later than"),
    (&["by", "on", "or", "before"], "on or before"),
    (&["no", "later", "than"], "no later than"),
    (&["not", "later", "than"], "no later than"),
    (&["on", "or", "before"], "on or before"),
    (&["until", "and", "including"], "until and including"),
    (&["up", "to", "and", "including"], "until and including"),
    (&["prior", "to"], "before"),
    (&["in", "advance", "of"], "before"),
    (&["before"], "before"),
    (&["until"], "until"),
    (&["through"], "through"),
    (&["by"], "by"),
    (&["on"], "on"),
];

fn time_at(p: &Phrase<'_, '_>, at: usize) -> Result<Option<Time>, String> {
    if let Some(vague) = vague_time_at(p, at) {
        return Ok(Some(vague));
    }
    for (words, text) in BY.iter().filter(|(words, _)| p.at(at, words)) {
        let next = at + words.len();
        if let Some((end, day)) = day_at(p, next)? {
            let once = Time { at: at..end, text: format!("{text} {day}"), anchor: None, vague: false };
            return Ok(Some(repeated_time(p, &once, &day).unwrap_or(once)));
        }
        if matches!(*text, "no later than" | "before" | "by" | "on or before")
            && let Some((end, length, link)) = length_at(p, next)
        {
            return period_at(p, at, "no later than", end, &length, link).map(Some);
        }
        if *text == "until"
            && let Some((end, length, link)) = length_at(p, next)
        {
            return period_at(p, at, "until", end, &length, link).map(Some);
        }
    }
    for (words, text) in
        [(&["within"][..], "within"), (&["at", "least"], "at least"), (&["not", "less", "than"], "at least")]
    {
        if p.at(at, words)
            && let Some((end, length, link)) = length_at(p, at + words.len())
        {
            return period_at(p, at, text, end, &length, link).map(Some);
        }
    }
    if let Some(time) = before_hearing(p, at) {
        return Ok(Some(time));
    }
    // `seven days before the conference`, without a word before it.
    if let Some((end, length, Some((link @ ("before" | "after"), from)))) = length_at(p, at) {
        let lead = if link == "before" { "at least" } else { "within" };
        return period_at(p, at, lead, end, &length, Some((link, from))).map(Some);
    }
    Ok(None)
}

/// `prior to the settlement conference`, in the midst of a sentence: what the event is called ends with a word for one.
fn before_hearing(p: &Phrase<'_, '_>, at: usize) -> Option<Time> {
    const EVENTS: &[&str] =
        &["conference", "hearing", "trial", "mediation", "deposition", "argument", "session", "inspection"];
    let lead =
        [&["prior", "to"][..], &["in", "advance", "of"], &["before"]].iter().find(|w| p.at(at, w)).map(|w| w.len())?;
    let from = at + lead;
    // `the Friday before the hearing`, `a week prior to it`: how long before.
    let counted = at > 0 && (is_length_word(p.word(at - 1)) || p.word(at - 1).parse::<chrono::Weekday>().is_ok());
    if at == 0 || counted || p.word(at - 1) == "or" || !matches!(p.word(from), "the" | "any" | "that" | "this") {
        return None;
    }
    let event = (from + 1..from + 6).find(|i| EVENTS.contains(&p.word(*i)))?;
    let plain = (from + 1..=event).all(|i| p.is_word(i) || p.word(i) == "-");
    let ends = matches!(
        p.word(event + 1),
        "" | ","
            | "."
            | ";"
            | "and"
            | "regarding"
            | "concerning"
            | "with"
            | "to"
            | "about"
            | "on"
            | "in"
            | "for"
            | "that"
    );
    (plain && ends).then(|| Time {
        at: at..event + 1,
        text: "before".to_owned(),
        anchor: Some(from..event + 1),
        vague: false,
    })
}

fn is_length_word(word: &str) -> bool {
    matches!(
        word.strip_suffix('s').unwrap_or(word),
        "day" | "week" | "month" | "hour" | "minute" | "date" | "shortly" | "immediately" | "just"
    )
}

/// `by D and every 60 days thereafter until …`, `and at thirty day intervals thereafter`.
fn repeated_time(p: &Phrase<'_, '_>, once: &Time, day: &str) -> Option<Time> {
    if once.text.starts_with("until") || once.text.starts_with("before") {
        return None;
    }
    let mut at = once.at.end;
    at += usize::from(p.word(at) == ",");
    at += usize::from(p.word(at) == "and");
    let (end, every) = match p.word(at) {
        "every" => match length_at(p, at + 1) {
            Some((end, length, _)) => (end, length),
            None => {
                let unit = p.word(at + 1);
                (at + 2, format!("1 {}", ["day", "week", "month", "quarter", "year"].iter().find(|u| **u == unit)?))
            }
        },
        "at" => {
            let (next, n) = count_at(p, at + 1)?;
            let next = next + usize::from(p.word(next) == "-");
            let unit = ["day", "week", "month"].iter().find(|u| **u == p.word(next))?;
            (p.word(next + 1) == "intervals").then(|| (next + 2, format!("{n} {unit}s")))?
        }
        _ => return None,
    };
    let end = end + usize::from(p.word(end) == ",");
    let after = matches!(p.word(end), "thereafter" | "following");
    let end = if after { end + 1 } else { return None };
    let lead = format!("first by {day} and every {} thereafter", every.strip_prefix("1 ").unwrap_or(&every));
    if p.word(end) == "until" {
        let from = end + 1;
        let to = anchor_end(p, from);
        return (to > from).then(|| Time {
            at: once.at.start..to,
            text: format!("{lead} until"),
            anchor: Some(from..to),
            vague: false,
        });
    }
    Some(Time { at: once.at.start..end, text: format!("{lead} no end stated"), anchor: None, vague: false })
}

/// `within 14 days after …`: the event goes to the next comma or the next clause.
fn period_at(
    p: &Phrase<'_, '_>,
    at: usize,
    lead: &str,
    end: usize,
    length: &str,
    link: Option<(&str, usize)>,
) -> Result<Time, String> {
    let Some((link, from)) = link else {
        let whole = p.text(at..end);
        return Err(format!("`{whole}` does not say after what: when does it begin?"));
    };
    // `of the date of filing of the complaint`: the filing.
    let dated = p.at(from, &["the", "date", "of"]) && own_order(p, from).is_none() && p.len() > from + 4;
    let from = if dated { from + 3 } else { from };
    let to = anchor_end(p, from);
    if to <= from {
        return Err(format!("`{}` does not say after what: when does it begin?", p.text(at..from)));
    }
    let back = link == "before";
    let lead = match (lead, back) {
        ("no later than", false) => "within",
        ("no later than", true) => "at least",
        (lead, _) => lead,
    };
    Ok(Time { at: at..to, text: format!("{lead} {length} {link}"), anchor: Some(from..to), vague: false })
}

/// Where the words of an event end.
fn anchor_end(p: &Phrase<'_, '_>, from: usize) -> usize {
    // `this Order`, `the date of entry of this Order`: nothing after it belongs to it.
    if let Some(end) = own_order(p, from) {
        return end;
    }
    const NEXT: &[&str] =
        &[",", ";", ":", "if", "unless", "except", "provided", "shall", "must", "or", "whichever", "and"];
    // `the meet-and-confer session`
    let inside = |i: usize| p.word(i.wrapping_sub(1)) == "-" && p.word(i + 1) == "-";
    (from..p.len()).find(|i| p.top(*i) && NEXT.contains(&p.word(*i)) && !inside(*i)).unwrap_or(p.len())
}

/// `this Order`, `entry of this Memorandum and Order`, `the date of this Order`: where it ends.
pub(super) fn own_order(p: &Phrase<'_, '_>, from: usize) -> Option<usize> {
    // `within 30 days of today's date`: the day of the order.
    if p.at(from, &["today's", "date"]) {
        return Some(from + 2);
    }
    // `from the date hereof`
    let the = usize::from(p.word(from) == "the");
    if p.at(from + the, &["date", "hereof"]) {
        return Some(from + the + 2);
    }
    let mut at = from;
    while at < from + 7
        && matches!(
            p.word(at),
            "the"
                | "date"
                | "of"
                | "entry"
                | "filing"
                | "docketing"
                | "issuance"
                | "service"
                | "receipt"
                | "on"
                | "which"
        )
    {
        at += 1;
    }
    if p.word(at) != "this" && p.word(at) != "the" && !(p.word(at) == "order" && at > from) {
        return None;
    }
    let end = (at..at + 6).find(|i| matches!(p.word(*i), "order" | "judgment"))?;
    let plain = (at + 1..end).all(|i| {
        p.capital(i)
            || matches!(
                p.word(i),
                "and" | "this" | "abatement" | "memorandum" | "opinion" | "scheduling" | "minute" | "show" | "text"
            )
    });
    let own = p.word(at) == "this" || p.word(at) == "order";
    // `the date this Order is filed`
    let done = matches!(p.word(end + 1), "is" | "was")
        && matches!(p.word(end + 2), "filed" | "entered" | "issued" | "served" | "signed" | "docketed");
    (plain && own).then_some(end + if done { 3 } else { 1 })
}

/// Where a length of time ends, its words, and the word that leads to the event with the place behind it.
type Length = (usize, String, Option<(&'static str, usize)>);

/// `fourteen (14) calendar days`, and the word that leads to the event: the end, the words, the link.
fn length_at(p: &Phrase<'_, '_>, from: usize) -> Option<Length> {
    let (mut at, count) = count_at(p, from)?;
    let mut adjective = String::new();
    if matches!(p.word(at), "calendar" | "business" | "court" | "working") {
        let word = if p.word(at) == "working" { "business" } else { p.word(at) };
        adjective = format!("{word} ");
        at += 1;
    }
    let unit = p.word(at);
    let unit =
        ["day", "week", "month", "year", "hour"].iter().find(|u| unit == **u || unit.strip_suffix('s') == Some(u))?;
    at += 1;
    let text = format!("{count} {adjective}{unit}{}", if count == 1 { "" } else { "s" });
    let link = match p.word(at) {
        "of" => Some(("of", at + 1)),
        "after" => Some(("after", at + 1)),
        "from" => Some(("from", at + 1)),
        "following" => Some(("after", at + 1)),
        "before" => Some(("before", at + 1)),
        "prior" if p.word(at + 1) == "to" => Some(("before", at + 2)),
        _ => None,
    };
    Some((at, text, link))
}

/// `fourteen (14)`, `14`, `twenty-one`.
pub(super) fn count_at(p: &Phrase<'_, '_>, from: usize) -> Option<(usize, u64)> {
    let (mut at, value) = if p.is_number(from) {
        (from + 1, p.word(from).parse().ok()?)
    } else {
        let tens = ordain_base::words::number(p.word(from))?;
        let hyphen = p.word(from + 1) == "-";
        let ones = from + 1 + usize::from(hyphen);
        match ordain_base::words::number(p.word(ones)).filter(|n| tens >= 20 && tens % 10 == 0 && *n < 10) {
            Some(n) => (ones + 1, tens + n),
            None => (from + 1, tens),
        }
    };
    if p.word(at) == "(" && p.is_number(at + 1) && p.word(at + 2) == ")" {
        let again: u64 = p.word(at + 1).parse().ok()?;
        if again != value {
            return None;
        }
        at += 3;
    }
    Some((at, value))
}

fn vague_time_at(p: &Phrase<'_, '_>, at: usize) -> Option<Time> {
    let further: &[&[&str]] =
        &[&["until", "further", "order"], &["pending", "further", "order"], &["until", "further", "notice"]];
    if let Some(words) = further.iter().find(|w| p.at(at, w)) {
        let mut end = at + words.len();
        let of = [
            &["of", "this", "court"][..],
            &["of", "the", "court"],
            &["from", "the", "court"],
            &["by", "the", "court"],
            &["by", "this", "court"],
        ];
        if let Some(tail) = of.iter().find(|t| p.at(end, t)) {
            end += tail.len();
        }
        return Some(Time { at: at..end, text: "until further order".to_owned(), anchor: None, vague: false });
    }
    if p.at(at, &["at", "once"]) {
        return Some(Time { at: at..at + 2, text: "immediately".to_owned(), anchor: None, vague: true });
    }
    let word = p.word(at);
    // `the six months immediately preceding the complaint`
    if matches!(p.word(at + 1), "preceding" | "following" | "prior" | "before" | "after" | "upon" | "preceded") {
        return None;
    }
    matches!(word, "promptly" | "forthwith" | "immediately").then(|| Time {
        at: at..at + 1,
        text: word.to_owned(),
        anchor: None,
        vague: true,
    })
}

/// A period after `due`: `21 days after service of the brief`.
pub(super) fn bare_period(p: &Phrase<'_, '_>, from: usize) -> Result<Option<Time>, String> {
    match length_at(p, from) {
        Some((end, text, link)) => period_at(p, from, "within", end, &text, link).map(Some),
        None => Ok(None),
    }
}
