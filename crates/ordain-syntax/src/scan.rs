//! One statement, prepared for the grammar: the same length in bytes, so that
//! every position stays true, with comments blanked, spaces made plain,
//! quotations found and filled. The words themselves are always taken from the
//! file, never from here.

use super::characters::{is_space, letters_of, line_len, opens_comment, splits_word};
use super::quotation_marks::{find_closing_mark, other_marks};
use super::reserved;
use ordain_base::characters::{belongs_to_writing, is_unseen, steers_drawing};
use ordain_base::diag::{Diagnostic, codes};
use ordain_base::source::{Span, Spanned};
use ordain_base::steps;

/// A quotation: where its marks are in the statement.
#[derive(Debug, Clone, Copy)]
struct Quotation {
    start: usize,
    inner: (usize, usize),
}

/// A statement as the grammar sees it, beside the file's own words.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) text: String,
    original: &'a str,
    /// The global offset of the first byte.
    base: u32,
    quotations: Vec<Quotation>,
    /// Where the last mark stands that could close a quotation.
    last_mark: usize,
    /// Slips written over, in order of place.
    overwrites: Vec<Overwrite>,
}

/// A word that was written over: where in the view, and how long before and after.
#[derive(Debug, Clone, Copy)]
struct Overwrite {
    at: usize,
    old: usize,
    new: usize,
    /// How much longer the view is at this place, by those before it.
    shift: usize,
}

/// The bytes of the letters, figures and full stops at the head of a text: they come in long runs, and nothing is asked
/// of them.
fn letters_and_figures(text: &str) -> usize {
    text.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b',')).count()
}

impl<'a> View<'a> {
    /// `start` is the global offset of `original`.
    pub(super) fn new(original: &'a str, start: u32, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut view = Self {
            text: String::with_capacity(original.len()),
            original,
            base: start,
            quotations: Vec::new(),
            last_mark: original.rfind(['"', '”']).unwrap_or(0),
            overwrites: Vec::new(),
        };
        view.fill(diagnostics);
        view
    }

    fn fill(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        let text = self.original;
        let mut at = 0;
        let mut spaced = true;
        let mut opens_line = true;
        let (mut folded, mut passed) = (Vec::new(), Vec::new());
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = text.get(at..).unwrap_or("");
            let plain = letters_and_figures(rest);
            if plain > 0 {
                self.text.push_str(rest.get(..plain).unwrap_or(""));
                (at, spaced, opens_line) = (at + plain, false, false);
                continue;
            }
            let next = at + c.len_utf8();
            match c {
                '\n' => {
                    self.text.push('\n');
                    (spaced, opens_line) = (true, true);
                }
                '\r' => {
                    self.text.push(if rest.starts_with("\r\n") { ' ' } else { '\n' });
                    (spaced, opens_line) = (true, true);
                }
                '#' | '-' if spaced && opens_comment(rest, opens_line) => {
                    let len = line_len(rest);
                    // A line that is a comment has been looked at where the file was cut into statements.
                    self.comment(at, len, if opens_line { &mut passed } else { diagnostics });
                    at += len;
                    continue;
                }
                '"' | '“' => {
                    at = self.quotation(at, c, diagnostics);
                    (spaced, opens_line) = (false, false);
                    continue;
                }
                // Turned the wrong way round by a word processor.
                '”' if spaced && rest.chars().nth(1).is_some_and(char::is_alphanumeric) => {
                    at = self.quotation(at, c, diagnostics);
                    (spaced, opens_line) = (false, false);
                    continue;
                }
                '‘' | '\'' | '«' | '‹' | '„' if spaced => match other_marks(rest, c) {
                    Some((len, close)) => {
                        at = self.other_quotation(at, c.len_utf8(), len, close, diagnostics);
                        (spaced, opens_line) = (false, false);
                        continue;
                    }
                    None => {
                        self.text.push(c);
                        (spaced, opens_line) = (false, false);
                    }
                },
                _ if letters_of(c).is_some() => {
                    let letters = letters_of(c).unwrap_or("");
                    diagnostics.push(codes::common_mistakes::ligature(self.span(at, next), c, letters));
                    folded.push((at, next, letters));
                    self.blank(c.len_utf8());
                    (spaced, opens_line) = (false, false);
                }
                _ if is_space(c) && !splits_word(text, at, c) => {
                    self.blank(c.len_utf8());
                    spaced = true;
                }
                _ if is_unseen(c) => {
                    // A line that opens with one may be another line without it.
                    self.unseen(at, c, !opens_line, diagnostics);
                    folded.push((at, next, ""));
                    self.blank(c.len_utf8());
                    spaced = true;
                }
                _ => {
                    self.text.push(c);
                    (spaced, opens_line) = (false, false);
                }
            }
            at = next;
        }
        self.rejoin(&folded);
    }

    /// Puts letters in the place of characters that were blanked, each with where it stands, and draws the rest of
    /// its word up to them. All of one word are put in together, so that a statement is gone through once.
    fn rejoin(&mut self, folded: &[(usize, usize, &'static str)]) {
        let breaks = |c: char| c.is_whitespace() || c == '"';
        let mut rest = folded;
        while let Some(&(start, first_end, _)) = rest.first() {
            let mut word = String::new();
            let mut end = first_end;
            let mut taken = 0;
            for &(from, to, letters) in rest {
                let between = self.text.get(end..from).filter(|_| taken > 0).unwrap_or("");
                if taken > 0 && (from < end || between.contains(breaks)) {
                    break;
                }
                word.push_str(between);
                word.push_str(letters);
                end = to;
                taken += 1;
            }
            let after = self.text.get(end..).unwrap_or("");
            let tail = after.get(..after.find(breaks).unwrap_or(after.len())).unwrap_or("");
            let (lettered, goes_on) = (!word.is_empty(), !tail.is_empty());
            let before = self.text.get(..start).and_then(|t| t.chars().next_back()).is_some_and(|c| !breaks(c));
            if lettered || goes_on && before {
                word.push_str(tail);
                let stop = end + tail.len();
                self.write_over(start, stop, &word);
            }
            rest = rest.get(taken..).unwrap_or_default();
        }
    }

    /// A comment: what an editor shows of it must be what is passed over here.
    fn comment(&mut self, at: usize, len: usize, diagnostics: &mut Vec<Diagnostic>) {
        let text = self.original.get(at..at + len).unwrap_or("");
        text.char_indices()
            .filter(|(_, c)| steers_drawing(*c))
            .for_each(|(i, c)| self.unseen(at + i, c, true, diagnostics));
        self.blank(len);
    }

    fn unseen(&self, at: usize, c: char, within: bool, diagnostics: &mut Vec<Diagnostic>) {
        diagnostics.push(codes::syntax::control_character(self.span(at, at + c.len_utf8()), c, within));
    }

    fn blank(&mut self, len: usize) {
        self.text.extend(std::iter::repeat_n(' ', len));
    }

    /// Reads the quotation that opens at `at`; says where reading goes on.
    fn quotation(&mut self, at: usize, mark: char, diagnostics: &mut Vec<Diagnostic>) -> usize {
        let inner = at + mark.len_utf8();
        let rest = self.original.get(inner..).unwrap_or("");
        let found = if inner > self.last_mark { None } else { find_closing_mark(rest, mark) };
        if let Some((len, close)) = found {
            let mut before = None;
            for (i, c) in rest.get(..len).unwrap_or("").char_indices() {
                if is_unseen(c) && !matches!(c, '\n' | '\r' | '\t') && !belongs_to_writing(before, c) {
                    self.unseen(inner + i, c, true, diagnostics);
                }
                before = Some(c);
            }
            let end = inner + len + close.len_utf8();
            self.quotations.push(Quotation { start: at, inner: (inner, inner + len) });
            self.fill_quotation(end - at);
            return end;
        }
        // it ends with its line
        let len = rest.get(..line_len(rest)).unwrap_or("").trim_end().len();
        let end = inner + len;
        diagnostics.push(codes::syntax::unclosed_quotation(self.span(at, inner), self.span(end, end)));
        if end - at < 2 {
            self.blank(end - at);
        } else {
            self.quotations.push(Quotation { start: at, inner: (inner, end) });
            self.fill_quotation(end - at);
        }
        end
    }

    /// Reads a quotation in marks of another kind, and says so.
    fn other_quotation(
        &mut self,
        at: usize,
        open: usize,
        len: usize,
        close: usize,
        out: &mut Vec<Diagnostic>,
    ) -> usize {
        let (inner, end) = (at + open, at + open + len + close);
        let words = self.original.get(inner..inner + len).unwrap_or("");
        out.push(codes::common_mistakes::other_quotation_marks(
            self.span(at, inner),
            self.span(inner + len, end),
            words,
        ));
        self.quotations.push(Quotation { start: at, inner: (inner, inner + len) });
        self.fill_quotation(end - at);
        end
    }

    fn fill_quotation(&mut self, len: usize) {
        self.text.push('"');
        self.text.extend(std::iter::repeat_n('x', len.saturating_sub(2)));
        self.text.push('"');
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        self.raw_span(self.whole_from(start), self.whole_to(end))
    }

    fn raw_span(&self, start: usize, end: usize) -> Span {
        let add = |i: usize| self.base.saturating_add(u32::try_from(i).unwrap_or(u32::MAX));
        Span::new(add(start), add(end))
    }

    pub(super) fn whole(&self) -> Span {
        let start = self.text.len() - self.text.trim_start().len();
        self.span(start, self.text.trim_end().len().max(start))
    }

    /// The file's own words.
    pub(super) fn words(&self, start: usize, end: usize) -> &'a str {
        self.original.get(self.whole_from(start)..self.whole_to(end)).unwrap_or("")
    }

    /// The file's own words at a span of the run.
    pub(super) fn words_at(&self, span: Span) -> &'a str {
        let local = |offset: u32| offset.saturating_sub(self.base) as usize;
        self.original.get(local(span.start)..local(span.end)).unwrap_or("")
    }

    /// The first line of the words at `span`.
    pub(super) fn first_line(&self, span: Span) -> Span {
        let line = self.words_at(span).lines().next().unwrap_or("").trim_end();
        Span::new(span.start, span.start.saturating_add(u32::try_from(line.len()).unwrap_or(0)))
    }

    /// The inside of the quotation that opens at `start`.
    pub(super) fn quoted(&self, start: usize) -> Spanned<String> {
        let start = self.original_at(start);
        let found = self.quotations.binary_search_by_key(&start, |q| q.start).ok().and_then(|i| self.quotations.get(i));
        let (from, to) = found.map_or((start, start), |q| q.inner);
        Spanned::new(self.original.get(from..to).unwrap_or("").to_owned(), self.raw_span(from, to))
    }

    /// True if nothing but spaces comes before `at` on its line.
    pub(super) fn opens_line(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or("");
        before.get(before.rfind('\n').map_or(0, |i| i + 1)..).is_some_and(|s| s.trim().is_empty())
    }

    /// True if nothing but spaces is between `at` and the end of its line, and lines follow.
    pub(super) fn closes_line(&self, at: usize) -> bool {
        self.text.get(at..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('\n'))
    }

    /// How far from the margin of its line `at` stands, in characters.
    pub(super) fn column(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or("");
        before.get(before.rfind('\n').map_or(0, |i| i + 1)..).unwrap_or("").chars().count()
    }

    /// Writes `word` over the word at `start..end`; places are still given by the
    /// file's own bytes.
    pub(super) fn write_over(&mut self, start: usize, end: usize, word: &str) {
        let old = end - start;
        let padded = format!("{word:<old$}");
        let new = padded.len();
        let place = self.overwrites.partition_point(|m| m.at < start);
        steps::count(1 + self.overwrites.len() - place);
        for over in self.overwrites.iter_mut().skip(place) {
            over.at += new - old;
            over.shift += new - old;
        }
        let before = place.checked_sub(1).and_then(|i| self.overwrites.get(i));
        let shift = before.map_or(0, |o| o.shift + (o.new - o.old));
        self.overwrites.insert(place, Overwrite { at: start, old, new, shift });
        self.text.replace_range(start..end, &padded);
    }

    /// The place in the statement; never within a character that was written over.
    fn whole_from(&self, at: usize) -> usize {
        let at = self.original_at(at);
        (0..=at).rev().find(|i| self.original.is_char_boundary(*i)).unwrap_or(at)
    }

    /// The same, for an end.
    fn whole_to(&self, at: usize) -> usize {
        let at = self.original_at(at);
        (at..=self.original.len()).find(|i| self.original.is_char_boundary(*i)).unwrap_or(at)
    }

    /// From a place in the view to the place in the statement.
    fn original_at(&self, at: usize) -> usize {
        let before = self.overwrites.partition_point(|over| over.at < at);
        match before.checked_sub(1).and_then(|i| self.overwrites.get(i)) {
            None => at,
            Some(over) if at < over.at + over.new => over.at - over.shift + (at - over.at).min(over.old),
            Some(over) => at - over.shift - (over.new - over.old),
        }
    }

    /// Blanks the full stop of a sentence, at the end of a line or of all,
    /// unless it belongs to an abbreviation.
    pub(super) fn drop_full_stops(&mut self, last_too: bool) {
        let mut found = Vec::new();
        let mut start = 0;
        let last = self.text.trim_end().len();
        for line in self.text.split_inclusive('\n') {
            let trimmed = line.trim_end();
            let end = start + trimmed.len();
            if let Some(before) = trimmed.strip_suffix('.') {
                let word = before.rsplit([' ', '"']).next().unwrap_or("");
                let plain = word.is_empty()
                    || word.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, ')' | '-'));
                let final_stop = end == last && last_too;
                if !reserved::is_abbreviation(word) && (plain || final_stop) {
                    found.push(end - 1);
                }
            }
            start += line.len();
        }
        for at in found {
            self.text.replace_range(at..=at, " ");
        }
    }
}
