//! The caption: who sues whom.

use super::columns::Row;
use super::name::name_in_sentence_case;
use ordain_base::words::{capitalized, side_named};

/// One side of a caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// `Plaintiffs`, as the caption has it; empty where it does not say.
    pub role: String,
    /// The names, as sentences write them.
    pub names: Vec<String>,
    /// The caption ends with `et al.`: there are more.
    pub more: bool,
}

/// What the caption says.
#[derive(Debug, Clone, Default)]
pub(super) struct Caption {
    pub(super) caption: Option<String>,
    pub(super) sides: Vec<Side>,
}

/// Words that name a side, beside those of every action.
const OTHER_SIDES: &[&str] = &["relator", "claimant"];

fn is_side(word: &str) -> bool {
    side_named(word).is_some() || OTHER_SIDES.contains(&word)
}

const AGAINST: &[&str] =
    &["v.", "vs.", "v", "vs", "-v-", "-v.-", "– v –", "- v -", "-against-", "– against –", "against", "-vs-"];

/// The caption of two blocks, or on one line, or `In re`.
pub(super) fn find(rows: &[Row<'_>], text: &str) -> Option<Caption> {
    caption_of_blocks(rows, text).or_else(|| on_one_line(rows, text)).or_else(|| in_re(rows, text))
}

/// How many captions a text has: in two blocks, or a court's name over words that order.
pub(super) fn count(lines: &[&str]) -> usize {
    count_blocks(lines).max(count_courts_that_order(lines))
}

/// A court's name in capitals, and below it words that order; the next name counts where the order before it has ended.
fn count_courts_that_order(lines: &[&str]) -> usize {
    let (mut orders, mut named, mut ended) = (0, false, true);
    for line in lines.iter().map(|l| l.trim()) {
        let capitals = !line.contains(char::is_lowercase) && line.len() < 80;
        if ended && capitals && line.split(' ').any(|w| w == "COURT") {
            (named, ended) = (true, false);
        }
        let said = line.to_lowercase();
        if said.contains("so ordered") || said.contains("it is ordered") || said.contains("hereby ordered") {
            orders += usize::from(std::mem::take(&mut named));
        }
        ended |= said.contains("so ordered");
    }
    orders
}

fn count_blocks(lines: &[&str]) -> usize {
    let rows: Vec<Row<'_>> = lines.iter().map(|l| super::columns::split(l)).collect();
    let against = (0..rows.len()).filter(|i| is_against(rows[*i].left) || is_against(rows[*i].whole));
    against.filter(|i| side_above(&rows, *i).is_some_and(|(_, r)| !r.is_empty())).count()
}

fn is_against(part: &str) -> bool {
    AGAINST.contains(&part.to_lowercase().as_str())
}

fn caption_of_blocks(rows: &[Row<'_>], text: &str) -> Option<Caption> {
    let at = rows.iter().position(|r| is_against(r.left) || is_against(r.whole))?;
    let (above, first) = side_above(rows, at)?;
    let (below, second) = side_below(rows, at)?;
    let sides = vec![side_of_lines(&above, first, text), side_of_lines(&below, second, text)];
    let lead = |i: usize| sides.get(i).and_then(|s: &Side| s.names.first()).cloned();
    let caption = lead(0).zip(lead(1)).map(|(a, b)| format!("{a} v. {b}"));
    caption.as_ref()?;
    Some(Caption { caption, sides })
}

/// The lines of the first side, and the word that names it.
fn side_above(rows: &[Row<'_>], at: usize) -> Option<(Vec<String>, String)> {
    let mut lines: Vec<String> = Vec::new();
    let mut role = String::new();
    let mut blanks = 0;
    for row in rows.get(at.saturating_sub(16)..at)?.iter().rev() {
        let left = row.left;
        if left.is_empty() {
            blanks += usize::from(row.whole.is_empty());
            // Above the names, and not between them and their role.
            if blanks > 2 && !lines.is_empty() {
                break;
            }
            continue;
        }
        if is_head(left) {
            break;
        }
        match role_of(left) {
            Some(found) if role.is_empty() && lines.is_empty() => role = found,
            // `JANE POE, Plaintiff,` on one line.
            _ if role.is_empty() && lines.is_empty() => {
                let (name, own) = without_role(left);
                lines.push(name.to_owned());
                role = own;
            }
            _ => lines.push(left.to_owned()),
        }
        blanks = 0;
    }
    lines.reverse();
    (!lines.is_empty()).then_some((lines, role))
}

fn side_below(rows: &[Row<'_>], at: usize) -> Option<(Vec<String>, String)> {
    let mut lines: Vec<String> = Vec::new();
    for row in rows.get(at + 1..(at + 20).min(rows.len()))? {
        let left = row.left;
        if left.is_empty() {
            continue;
        }
        if let Some(role) = role_of(left) {
            return (!lines.is_empty()).then_some((lines, role));
        }
        if is_head(left) || left.starts_with("ORDER") {
            break;
        }
        let (name, role) = without_role(left);
        if !role.is_empty() {
            lines.push(name.to_owned());
            return Some((lines, role));
        }
        lines.push(left.to_owned());
    }
    // Without a word for the side, its first line alone is certain.
    lines.truncate(1);
    (!lines.is_empty()).then_some((lines, String::new()))
}

/// A line of the court or of the number, above the parties.
fn is_head(line: &str) -> bool {
    let upper = line.to_uppercase();
    ["COURT", "DISTRICT OF", "DIVISION", "CASE NO", "NO.", "CIVIL ACTION", "CASE ", "FILED", "COUNTY OF"]
        .iter()
        .any(|w| upper.contains(w))
}

/// `Plaintiffs,` and `Plaintiff-Appellant,` alone on a line.
fn role_of(line: &str) -> Option<String> {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let mut words = bare.split(['/', '-', ' ', '–']).filter(|w| !w.is_empty());
    let first = words.next()?;
    let lower = first.to_lowercase();
    let known = is_side(&lower);
    let more = |w: &str| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        is_side(&w) || matches!(w.as_str(), "and" | "counter" | "cross" | "pro" | "se" | "")
    };
    (known && words.all(more)).then(|| capitalized(&lower))
}

fn side_of_lines(lines: &[String], role: String, text: &str) -> Side {
    let joined = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let (names, more) = names_of_side(&joined, text);
    Side { role, names, more }
}

/// The names of one side, and whether `et al.` ends them.
fn names_of_side(joined: &str, text: &str) -> (Vec<String>, bool) {
    let lower = joined.to_lowercase();
    let end = [", et al", "; et al", " et al", ", etc", "; etc"].iter().filter_map(|e| lower.find(e)).min();
    let kept = end.and_then(|e| joined.get(..e)).unwrap_or(joined);
    let mut out: Vec<String> = Vec::new();
    for part in kept.split(';') {
        let part = part.trim().trim_start_matches("and ").trim_start_matches("AND ");
        let name = without_description(part);
        let name = name.trim().trim_end_matches([',', ';', ':']).trim();
        if !name.is_empty() && name.len() < 90 && !name.contains('"') {
            out.push(name_in_sentence_case(name, text));
        }
    }
    // Names between commas cannot be parted from a name with a comma of its own.
    (out, end.is_some())
}

/// Without `, an individual`, `, in his official capacity`.
fn without_description(name: &str) -> &str {
    let lower = name.to_lowercase();
    let describes = [
        ", a ",
        ", an ",
        ", individually",
        ", in his",
        ", in her",
        ", in their",
        ", as ",
        ", on behalf",
        ", by and",
        ", dba",
        ", d/b/a",
        " dba ",
        " d/b/a ",
        ", and all others",
    ];
    let at = describes.iter().filter_map(|d| lower.find(d)).min();
    at.and_then(|a| name.get(..a)).unwrap_or(name)
}

/// `JANE POE v. ROE, INC., ET AL.` on a line of the head; a citation in a sentence is none.
fn on_one_line(rows: &[Row<'_>], text: &str) -> Option<Caption> {
    rows.iter().flat_map(|r| [r.left, r.right, r.whole]).find_map(|line| caption_of_line(line, text))
}

/// The caption that a line is.
pub(super) fn caption_of_line(line: &str, text: &str) -> Option<Caption> {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let line =
        ["Title:", "Title ", "Case:", "Re:", "Case Name:"].iter().find_map(|l| line.strip_prefix(l)).unwrap_or(line);
    let (first, second) = [" v. ", " vs. ", " V. ", " VS. ", " v "].iter().find_map(|a| line.split_once(a))?;
    let cited = line.len() > 120
        || second.contains(" U.S. ")
        || second.contains("F.3d")
        || second.contains("F.2d")
        || second.contains("F. Supp")
        || second.contains("WL ")
        || second.ends_with('.') && !ends_as_name(second) && without_role(second).1.is_empty()
        || first.split_whitespace().count() > 9
        || !first.trim().starts_with(|c: char| c.is_uppercase());
    let words = first.split_whitespace();
    let sentence = words.filter(|w| w.starts_with(|c: char| c.is_lowercase())).count() > 2;
    if cited || sentence {
        return None;
    }
    // `JANE POE, Plaintiff, v. Case No: 2:15-cv-204`: two columns on one line.
    let lower = second.trim().to_lowercase();
    if ["case no", "no.", "civil action", "case:"].iter().any(|n| lower.starts_with(n)) {
        return None;
    }
    let (first, first_role) = without_role(first);
    let (second, second_role) = without_role(second);
    let second = second.split(", No.").next().unwrap_or(second).split(" (").next().unwrap_or(second);
    let second = second.split(", Case").next().unwrap_or(second);
    let sides: Vec<Side> = [(first, first_role), (second, second_role)]
        .into_iter()
        .map(|(s, role)| {
            let (names, more) = names_of_side(s.trim(), text);
            Side { role, names, more }
        })
        .collect();
    let lead = |i: usize| sides.get(i).and_then(|s| s.names.first()).cloned();
    let caption = lead(0).zip(lead(1)).map(|(a, b)| format!("{a} v. {b}"))?;
    Some(Caption { caption: Some(caption), sides })
}

/// `JANE POE, Plaintiff,`: the name, and the word for its side.
fn without_role(part: &str) -> (&str, String) {
    let bare = part.trim().trim_end_matches(['.', ',']);
    match bare.rsplit_once(", ") {
        Some((name, last)) => role_of(last).map_or_else(|| (part, String::new()), |role| (name, role)),
        None => (part, String::new()),
    }
}

fn ends_as_name(part: &str) -> bool {
    let lower = part.to_lowercase();
    ["inc.", "corp.", "co.", "ltd.", "al.", "l.p.", "n.a.", "jr.", "sr."].iter().any(|e| lower.ends_with(e))
}

fn in_re(rows: &[Row<'_>], text: &str) -> Option<Caption> {
    let at = rows.iter().position(|r| {
        let lower = r.left.to_lowercase();
        (lower.starts_with("in re") || lower.starts_with("in the matter of")) && r.left.len() < 90
    })?;
    let own = rows.get(at)?.left;
    let bare = own.trim_end_matches([':', ',', ')']).trim();
    let alone = matches!(bare.to_lowercase().as_str(), "in re" | "in the matter of");
    let more = rows.get(at + 1..)?.iter().map(|r| r.left).find(|l| !l.is_empty()).filter(|_| alone);
    let joined = more.map_or_else(|| bare.to_owned(), |m| format!("{bare} {m}"));
    let joined = joined.trim_end_matches([':', ',', ')', '.']).to_owned();
    (!alone || more.is_some()).then(|| Caption {
        caption: Some(name_in_sentence_case(&joined, text).replacen("In Re", "In re", 1)),
        sides: Vec::new(),
    })
}
