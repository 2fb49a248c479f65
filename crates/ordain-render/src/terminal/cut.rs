//! One line of a file within the width of the screen: trimmed round its
//! labels, with an ellipsis where words were left out.

use unicode_width::UnicodeWidthChar;

use crate::clean::Cleaner;
use crate::wrap::display_width;

/// A line as it is drawn, and where its pieces are in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) text: String,
    /// Byte ranges in `text`, one for each piece asked for.
    pub(super) pieces: Vec<(usize, usize)>,
}

/// Words to be underlined, in bytes of the line, and the columns their label wants.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) label: usize,
}

/// A word cut by the edge is dropped if no more than this much of it is seen.
const PART: usize = 10;

/// Which ends of a stretch between labels are kept when it is too long.
#[derive(Clone, Copy)]
enum Keep {
    Head,
    Tail,
    Both,
}

pub(super) struct Cutter {
    pub(super) cleaner: Cleaner,
    /// Columns for the text of a line.
    pub(super) room: usize,
}

impl Cutter {
    fn ellipsis(&self) -> &'static str {
        if self.cleaner.unicode() { "…" } else { "..." }
    }

    /// `wanted` in order and not overlapping. If a label far to the right has
    /// no room for its words, the line starts later; then what is between
    /// the labels goes, then the middles of the labelled words.
    pub(super) fn cut(&self, line: &str, wanted: &[Wanted]) -> Cut {
        let gaps = gaps_between_wanted(line, wanted);
        let dots = display_width(self.ellipsis());
        let room = self.room.saturating_sub(gaps.len() * dots);
        let words: usize = wanted.iter().map(|w| self.measure(&line[w.start..w.end], room)).sum();
        let fits = words <= room || self.measure(line, self.room) <= self.room;
        let most = if fits { self.room } else { room / wanted.len().max(1) };
        let (cut, mut budgets) = self.fill(line, &gaps, wanted, most);
        let over = self.overshoot(&cut, wanted);
        let (Some(left), Some(gap)) = (budgets.first_mut(), gaps.first()) else { return cut };
        if over == 0 {
            return cut;
        }
        *left = self.measure(gap, *left).min(*left).saturating_sub(over).max(self.measure(gap, dots).min(dots));
        let shifted = self.lay(&gaps, &self.pieces(line, wanted, most), &budgets);
        if self.overshoot(&shifted, wanted) == 0 {
            return shifted;
        }
        let last = gaps.len() - 1;
        let least = |(i, g): (usize, &&str)| if i == last { 0 } else { self.measure(g, dots).min(dots) };
        let budgets: Vec<usize> = gaps.iter().enumerate().map(least).collect();
        let mut cap = most.min(room);
        loop {
            let cut = self.lay(&gaps, &self.pieces(line, wanted, cap), &budgets);
            if self.overshoot(&cut, wanted) == 0 || cap <= 6 {
                return cut;
            }
            cap -= (cap / 8).max(1);
        }
    }

    /// The line with as much round its labels as there is room for.
    fn fill(&self, line: &str, gaps: &[&str], wanted: &[Wanted], cap: usize) -> (Cut, Vec<usize>) {
        let pieces = self.pieces(line, wanted, cap);
        let used: usize = pieces.iter().map(|p| display_width(p).max(1)).sum();
        let budgets = self.share(gaps, self.room.saturating_sub(used));
        (self.lay(gaps, &pieces, &budgets), budgets)
    }

    /// The words of the labels, each in at most `cap` columns.
    fn pieces(&self, line: &str, wanted: &[Wanted], cap: usize) -> Vec<String> {
        wanted.iter().map(|w| self.stretch(&line[w.start..w.end], cap, Keep::Both)).collect()
    }

    /// Columns of each gap: all of it where everything fits; else an ellipsis
    /// each, and an equal share of the rest.
    fn share(&self, gaps: &[&str], room: usize) -> Vec<usize> {
        let wants: Vec<usize> = gaps.iter().map(|g| self.measure(g, room + 1)).collect();
        if wants.iter().sum::<usize>() <= room {
            return wants;
        }
        let dots = display_width(self.ellipsis());
        let mut budgets: Vec<usize> = wants.iter().map(|w| (*w).min(dots)).collect();
        let mut left = room.saturating_sub(budgets.iter().sum());
        let mut order: Vec<usize> = (0..gaps.len()).collect();
        order.sort_by_key(|&i| wants[i]);
        for (done, i) in order.into_iter().enumerate() {
            let more = (wants[i] - budgets[i]).min(left / (gaps.len() - done));
            budgets[i] += more;
            left -= more;
        }
        budgets
    }

    fn lay(&self, gaps: &[&str], pieces: &[String], budgets: &[usize]) -> Cut {
        let mut cut = Cut { text: String::new(), pieces: Vec::new() };
        for (i, gap) in gaps.iter().enumerate() {
            let keep = match i {
                0 if pieces.is_empty() => Keep::Head,
                0 => Keep::Tail,
                i if i == pieces.len() => Keep::Head,
                _ => Keep::Both,
            };
            cut.text.push_str(&self.stretch(gap, budgets[i], keep));
            if let Some(piece) = pieces.get(i) {
                let start = cut.text.len();
                // Something missing at the end of the line is drawn under one blank.
                cut.text.push_str(if piece.is_empty() { " " } else { piece });
                cut.pieces.push((start, cut.text.len()));
            }
        }
        if cut.pieces.last().is_none_or(|p| p.1 < cut.text.len()) {
            cut.text.truncate(cut.text.trim_end().len().max(cut.pieces.last().map_or(0, |p| p.1)));
        }
        cut
    }

    /// How many columns the words of some label would run over the edge.
    fn overshoot(&self, cut: &Cut, wanted: &[Wanted]) -> usize {
        let over = cut.pieces.iter().zip(wanted).filter(|(_, w)| w.label > 0).map(|(&(start, end), w)| {
            let bar = (display_width(&cut.text[..start]) + display_width(&cut.text[..end])) / 2;
            (bar + 4 + w.label).saturating_sub(self.room)
        });
        over.max().unwrap_or(0)
    }

    /// Columns of `text`, counted no further than `limit`.
    fn measure(&self, text: &str, limit: usize) -> usize {
        let mut columns = 0;
        for c in text.chars() {
            columns += self.columns(c);
            if columns > limit {
                break;
            }
        }
        columns
    }

    fn columns(&self, c: char) -> usize {
        match c {
            '\t' => 4,
            '\u{FEFF}' => 0,
            c => self.cleaner.char(None, c).width().unwrap_or(0),
        }
    }

    /// `text` in at most `budget` columns.
    fn stretch(&self, text: &str, budget: usize, keep: Keep) -> String {
        if self.measure(text, budget) <= budget {
            return self.show(text);
        }
        let dots = self.ellipsis();
        if budget < display_width(dots) {
            return String::new();
        }
        let left = budget.saturating_sub(display_width(dots));
        match keep {
            Keep::Head => format!("{}{dots}", self.show(self.head(text, left))),
            Keep::Tail => format!("{dots}{}", self.show(self.tail(text, left))),
            Keep::Both if left < 4 => format!("{}{dots}", self.show(self.head(text, left))),
            Keep::Both => {
                let head = self.head(text, left.saturating_sub(2) * 2 / 3);
                let used = self.measure(head.trim_end(), left);
                let tail = self.tail(text, left.saturating_sub(2 + used));
                let space = |s: &str| if s.is_empty() { "" } else { " " };
                let (before, after) = (space(head.trim()), space(tail.trim()));
                format!("{}{before}{dots}{after}{}", self.show(head.trim_end()), self.show(tail.trim_start()))
            }
        }
    }

    /// The beginning of a text, cut at a word where one ends near.
    fn head<'t>(&self, text: &'t str, budget: usize) -> &'t str {
        let mut used = 0;
        let mut end = 0;
        for (i, c) in text.char_indices() {
            used += self.columns(c);
            if used > budget {
                break;
            }
            end = i + c.len_utf8();
        }
        let cut = &text[..end];
        if ends_word(text, end) {
            return cut;
        }
        match cut.rfind(' ') {
            Some(i) if cut[i..].chars().count() <= PART => &cut[..=i],
            _ => cut,
        }
    }

    /// The end of a text, begun at a word where one begins near.
    fn tail<'t>(&self, text: &'t str, budget: usize) -> &'t str {
        let mut used = 0;
        let mut start = text.len();
        for (i, c) in text.char_indices().rev() {
            used += self.columns(c);
            if used > budget {
                break;
            }
            start = i;
        }
        let cut = &text[start..];
        if ends_word(text, start) {
            return cut;
        }
        match cut.find(' ') {
            Some(i) if cut[..i].chars().count() <= PART => &cut[i..],
            _ => cut,
        }
    }

    fn show(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\t' => shown.push_str("    "),
                '\u{FEFF}' => {}
                c => shown.push(self.cleaner.char(None, c)),
            }
        }
        shown
    }
}

/// True where `offset` does not be within a word.
fn ends_word(text: &str, offset: usize) -> bool {
    let before = text[..offset].chars().next_back().is_none_or(char::is_whitespace);
    before || text[offset..].chars().next().is_none_or(char::is_whitespace)
}

/// What comes before, between and after the wanted words.
fn gaps_between_wanted<'t>(line: &'t str, wanted: &[Wanted]) -> Vec<&'t str> {
    let mut gaps = Vec::with_capacity(wanted.len() + 1);
    let mut from = 0;
    for w in wanted {
        gaps.push(&line[from..w.start]);
        from = w.end;
    }
    gaps.push(&line[from..]);
    gaps
}
