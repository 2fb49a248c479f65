//! The words that open a clause, in one table. What the reader must know of them
//! outside the grammar is made from it: the lines that cannot stand alone, the
//! slips that are recognized, the examples of the help. Tests hold the grammar
//! against it, both ways.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::grammar::Rule;
use super::reserved::begins_with_words;

/// When a line at the margin that begins with these words is a clause of the statement above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtMargin {
    Always,
    /// Not where a duty follows on the line: `if ¶ 1 is breached, Defendants must …`.
    UnlessDuty,
    /// Nor where an act follows a date: `by December 1, 2023 Defendants produced …`.
    UnlessDutyOrFact,
}

/// What must follow the opener.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    Words,
    Quotation,
    /// A paper and a place in it.
    Cite,
}

/// How a slip in an opener of one word is recognized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    /// It is too short, or too near to other words.
    Never,
    /// In capitals, or with a colon behind it, it is the same word.
    Case,
    /// A letter may be wrong too.
    Letter,
    /// A letter only: in capitals it opens other words.
    LetterOnly,
}

/// The words that open a clause.
#[derive(Debug)]
pub(super) struct Opener {
    pub(super) words: &'static str,
    /// The rule of `words.pest` that reads them.
    #[cfg_attr(not(test), expect(dead_code, reason = "tests hold the grammar against it"))]
    keyword: Rule,
    /// The rule of `clauses.pest` that reads the clause of the example.
    #[cfg_attr(not(test), expect(dead_code, reason = "tests hold the grammar against it"))]
    reader: Rule,
    /// The clause in full, to paste.
    pub(super) example: &'static str,
    pub(super) at_margin: AtMargin,
    pub(super) follows: Follows,
    slip: Slip,
}

const fn opener(words: &'static str, keyword: Rule, reader: Rule, example: &'static str) -> Opener {
    let (at_margin, follows) = (AtMargin::Always, Follows::Words);
    Opener { words, keyword, reader, example, at_margin, follows, slip: Slip::Never }
}

impl Opener {
    const fn unless_duty(self) -> Self {
        Self { at_margin: AtMargin::UnlessDuty, ..self }
    }

    const fn unless_duty_or_fact(self) -> Self {
        Self { at_margin: AtMargin::UnlessDutyOrFact, ..self }
    }

    const fn quoted(self) -> Self {
        Self { follows: Follows::Quotation, ..self }
    }

    const fn cited(self) -> Self {
        Self { follows: Follows::Cite, ..self }
    }

    const fn slip(self, slip: Slip) -> Self {
        Self { slip, ..self }
    }
}

/// Every opener. The first of two that say the same is the one that the help writes.
#[rustfmt::skip]
pub(super) const OPENERS: &[Opener] = &[
    // ----- deadlines
    opener("by", Rule::k_by, Rule::deadline_by, "by December 1, 2023").unless_duty_or_fact().slip(Slip::Case),
    opener("on or before", Rule::k_by, Rule::deadline_by, "by December 1, 2023").unless_duty_or_fact(),
    opener("no later than", Rule::k_by, Rule::deadline_by, "by December 1, 2023").unless_duty_or_fact(),
    opener("not later than", Rule::k_by, Rule::deadline_by, "by December 1, 2023").unless_duty_or_fact(),
    opener("before", Rule::k_before, Rule::deadline_before, "before December 1, 2023").unless_duty_or_fact().slip(Slip::Letter),
    opener("prior to", Rule::k_before, Rule::deadline_before, "before December 1, 2023").unless_duty_or_fact(),
    opener("in advance of", Rule::k_before, Rule::deadline_before, "before December 1, 2023").unless_duty_or_fact(),
    opener("without first", Rule::k_without_first, Rule::without_first, "without first filing letter"),
    opener("on 24 hours notice", Rule::k_on_notice, Rule::on_notice, "on 24 hours notice"),
    opener("without leave", Rule::k_without_leave, Rule::without_leave, "without leave of Court"),
    opener("absent leave", Rule::k_without_leave, Rule::without_leave, "absent leave of Court"),
    opener("until", Rule::k_until, Rule::deadline_until, "until December 1, 2023").unless_duty_or_fact().slip(Slip::Letter),
    opener("until further order", Rule::k_until, Rule::deadline_until, "until further order").unless_duty_or_fact(),
    opener("through", Rule::k_through, Rule::deadline_through, "through December 1, 2023").unless_duty_or_fact().slip(Slip::Letter),
    opener("within", Rule::k_within, Rule::within, "within 14 days after entry").unless_duty_or_fact().slip(Slip::Letter),
    opener("at least", Rule::k_at_least, Rule::at_least, "at least 7 days before pretrial conference"),
    opener("at least five times", Rule::k_at_least, Rule::times, "at least five times"),
    opener("14 days before", Rule::k_days_before, Rule::days_before, "14 days before pretrial conference").unless_duty_or_fact(),
    opener("every", Rule::k_every, Rule::every, "every 30 days after entry until judgment"),
    opener("first by", Rule::k_first, Rule::first, "first by January 9, 2024 and every 30 days thereafter until judgment"),
    opener("each month", Rule::k_rate, Rule::every, "each month beginning January 9, 2024 until judgment"),
    opener("by the 5th of each month", Rule::k_monthly, Rule::monthly, "by the 5th of each month beginning January 9, 2024 until judgment").unless_duty_or_fact(),
    opener("by the first business day of each month", Rule::k_business, Rule::business, "by the first business day of each month beginning January 9, 2024 until judgment").unless_duty_or_fact(),
    opener("on the first Monday of each month", Rule::k_weekly, Rule::weekly, "on the first Monday of each month beginning January 9, 2024 until judgment"),
    opener("by July 15 of each year", Rule::k_yearly, Rule::yearly, "by July 15 of each year until judgment").unless_duty_or_fact(),
    opener("each year, by July 15", Rule::k_yearly, Rule::yearly, "each year, by July 15 until judgment").unless_duty_or_fact(),
    opener("within 10 days after the end of each quarter", Rule::k_after_end, Rule::after_end, "within 10 days after the end of each quarter until judgment").unless_duty_or_fact(),
    opener("quarterly", Rule::k_adverb, Rule::every, "quarterly beginning January 9, 2024 until judgment").unless_duty_or_fact(),
    opener("beginning April 5, 2024 and ending", Rule::k_spanning, Rule::spanning, "beginning April 5, 2024 and ending June 5, 2024"),
    opener("in monthly installments", Rule::k_installments, Rule::installments, "in monthly installments of $500 beginning May 1, 2024").unless_duty_or_fact(),
    opener("for six weeks", Rule::k_lasting, Rule::lasting, "for six weeks"),
    opener("the earlier of", Rule::k_earlier, Rule::due_options, "the earlier of December 1, 2023 and 14 days after service"),
    opener("the later of", Rule::k_later, Rule::due_options, "the later of December 1, 2023 and 14 days after service"),
    opener("promptly", Rule::k_promptly, Rule::promptly, "promptly").slip(Slip::LetterOnly),
    opener("forthwith", Rule::k_promptly, Rule::promptly, "forthwith"),
    opener("immediately", Rule::k_promptly, Rule::promptly, "immediately"),
    opener("no deadline", Rule::k_no_deadline, Rule::no_deadline, "no deadline"),
    opener("continuing", Rule::k_continuing, Rule::continuing, "continuing").slip(Slip::LetterOnly),
    opener("pending", Rule::k_pending, Rule::pending, "pending the protective order").slip(Slip::LetterOnly),
    opener("at", Rule::k_at, Rule::at_hearing, "at the hearing").unless_duty_or_fact(),
    // ----- what it is over
    opener("covering", Rule::k_covering, Rule::covering, "covering CAR categories 1-5").slip(Slip::Letter),
    opener("for each", Rule::k_for_each, Rule::for_each, "for each document withheld from CAR"),
    opener("in each of", Rule::k_in_each, Rule::in_each, "in each of \"Daily Journal\" and \"Metro\"").unless_duty_or_fact(),
    opener("on each of", Rule::k_in_each, Rule::in_each, "on each of \"Daily Journal\" and \"Metro\""),
    opener("in both", Rule::k_in_each, Rule::in_each, "in both \"Daily Journal\" and \"Metro\"").unless_duty_or_fact(),
    opener("except", Rule::k_except, Rule::except, "except CAR category 3").slip(Slip::Letter),
    opener("despite", Rule::k_despite, Rule::despite, "despite ¶ 1").slip(Slip::LetterOnly),
    opener("or", Rule::k_or, Rule::or_act, "or file response").unless_duty(),
    // ----- conditions
    opener("if", Rule::k_if, Rule::condition, "if ¶ 1 is breached").unless_duty().slip(Slip::Case),
    opener("when", Rule::k_when, Rule::condition, "when the protective order is entered").unless_duty().slip(Slip::Case),
    opener("after", Rule::k_after, Rule::condition, "after the end of ¶ 1").unless_duty_or_fact(),
    opener("provided that", Rule::k_provided, Rule::condition, "provided that \"the fee is paid\"").unless_duty(),
    opener("on condition that", Rule::k_provided, Rule::condition, "on condition that \"the fee is paid\"").unless_duty(),
    opener("to the extent", Rule::k_extent, Rule::condition, "to the extent \"the documents are in their possession\"").unless_duty(),
    opener("unless", Rule::k_unless, Rule::unless, "unless the parties stipulate").slip(Slip::Letter),
    // ----- manner, size, contents
    opener("to", Rule::k_to, Rule::recipients, "to Plaintiffs").unless_duty(),
    opener("in", Rule::k_in, Rule::form, "in searchable PDF").unless_duty_or_fact(),
    opener("in case", Rule::k_in_case, Rule::in_case, "in case \"20-1234\"").unless_duty_or_fact(),
    opener("not exceeding", Rule::k_not_exceeding, Rule::not_exceeding, "not exceeding 10 pages"),
    opener("not to exceed", Rule::k_not_exceeding, Rule::not_exceeding, "not exceeding 10 pages"),
    opener("of no more than", Rule::k_not_exceeding, Rule::not_exceeding, "of no more than 10 pages"),
    opener("with at least", Rule::k_with_at_least, Rule::with_at_least, "with at least 10,000 pages"),
    opener("with each", Rule::k_with_each, Rule::with_each, "with each production"),
    opener("containing", Rule::k_containing, Rule::containing, "containing \"the Bates numbers\"").slip(Slip::LetterOnly),
    opener("on the terms of", Rule::k_on_terms, Rule::on_terms, "on the terms of ¶ 2"),
    opener("topic", Rule::k_topic, Rule::topic, "topic discovery"),
    opener("manner", Rule::k_manner, Rule::manner, "manner \"by hand\"").quoted(),
    opener("only for", Rule::k_only_for, Rule::only_for, "only for \"this litigation\"").quoted(),
    opener("about", Rule::k_about, Rule::about, "about \"the search\"").quoted(),
    opener("why", Rule::k_why, Rule::about, "why this action should not be dismissed"),
    opener("so that", Rule::k_so_that, Rule::so_that, "so that \"the parties may review it\"").quoted(),
    opener("under", Rule::k_under, Rule::under, "under \"seal\"").quoted(),
    opener("without prejudice", Rule::k_without_prejudice, Rule::without_prejudice, "without prejudice to \"a later motion\""),
    opener("not extendable", Rule::flag, Rule::flag, "not extendable"),
    opener("the date governs", Rule::flag, Rule::flag, "the date governs"),
    opener("the period governs", Rule::flag, Rule::flag, "the period governs"),
    opener("no end stated", Rule::flag, Rule::flag, "no end stated"),
    opener("no further extension", Rule::flag, Rule::flag, "no further extension"),
    opener("on breach", Rule::k_on_breach, Rule::on_breach, "on breach the Court may \"impose sanctions\""),
    // ----- when it holds
    opener("effective", Rule::k_effective, Rule::effective, "effective January 3, 2024").slip(Slip::Letter),
    opener("nunc pro tunc", Rule::nunc_words, Rule::nunc, "nunc pro tunc to January 3, 2024"),
    opener("ab initio", Rule::nunc_words, Rule::nunc, "ab initio"),
    opener("retroactively", Rule::nunc_words, Rule::nunc, "retroactively to January 3, 2024"),
    opener("as the rules allow", Rule::k_rules_allow, Rule::rules_allow, "as the rules allow \"L.R. 8-3\"").quoted(),
    // ----- where it is written
    opener("source", Rule::k_source, Rule::source, "source MTC at 16").cited().slip(Slip::Letter),
    opener("quote", Rule::k_quote, Rule::quote, "quote \"shall file a short answer\"").quoted().slip(Slip::Letter),
    opener("note", Rule::k_note, Rule::note, "note \"as read at the hearing\"").quoted().slip(Slip::Case),
    opener("judgment", Rule::k_judgment, Rule::judgment, "judgment \"sufficiently similar\"").quoted().slip(Slip::Letter),
    opener("reading", Rule::k_reading, Rule::reading, "reading \"by the end of that day\"").quoted(),
    // ----- of facts
    opener("of which", Rule::k_of_which, Rule::of_which, "of which 1 redacted"),
    opener("as of", Rule::k_as_of, Rule::as_of, "as of February 13, 2024"),
    opener("in performance of", Rule::k_performance, Rule::in_performance, "in performance of MTC ¶ 1").unless_duty_or_fact(),
    opener("denied by", Rule::k_denied, Rule::denied_by, "denied by Plaintiffs"),
    opener("admitted by", Rule::k_admitted, Rule::admitted_by, "admitted by Defendants"),
    opener("rejected by", Rule::k_rejected, Rule::rejected_by, "rejected by Enforcement at 4"),
    opener("recognised by", Rule::k_recognised, Rule::recognised_by, "recognised by Enforcement at 4"),
    opener("recognized by", Rule::k_recognised, Rule::recognised_by, "recognized by Enforcement at 4"),
];

/// The opener that `text` begins with: the longest, where one holds another.
pub(super) fn opener_of(text: &str) -> Option<&'static Opener> {
    let text = text.trim_start();
    let alike = opened_by(*text.as_bytes().first()?);
    alike.iter().copied().filter(|o| begins_with_words(text, o.words)).max_by_key(|o| o.words.len())
}

/// The openers that begin with this byte: every line of a file is held against them.
fn opened_by(byte: u8) -> &'static [&'static Opener] {
    static BY_BYTE: OnceLock<BTreeMap<u8, Vec<&'static Opener>>> = OnceLock::new();
    let all = BY_BYTE.get_or_init(|| {
        let mut all: BTreeMap<u8, Vec<&'static Opener>> = BTreeMap::new();
        for opener in OPENERS {
            all.entry(opener.words.as_bytes().first().copied().unwrap_or(0)).or_default().push(opener);
        }
        all
    });
    all.get(&byte).map_or(&[], Vec::as_slice)
}

/// Does `text` begin with a clause?
pub(super) fn opens_clause(text: &str) -> bool {
    opener_of(text).is_some()
}

/// The openers of which a letter may be wrong.
pub(super) fn with_a_slip() -> impl Iterator<Item = &'static str> {
    static FOUND: OnceLock<Vec<&str>> = OnceLock::new();
    let of = |o: &&Opener| matches!(o.slip, Slip::Letter | Slip::LetterOnly);
    FOUND.get_or_init(|| OPENERS.iter().filter(of).map(|o| o.words).collect()).iter().copied()
}

/// The openers that are the same word in capitals or with a colon.
pub(super) fn in_any_case() -> impl Iterator<Item = &'static str> {
    static FOUND: OnceLock<Vec<&str>> = OnceLock::new();
    let of = |o: &&Opener| matches!(o.slip, Slip::Letter | Slip::Case);
    FOUND.get_or_init(|| OPENERS.iter().filter(of).map(|o| o.words).collect()).iter().copied()
}

#[cfg(test)]
mod tests;
