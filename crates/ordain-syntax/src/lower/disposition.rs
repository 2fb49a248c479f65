//! Dispositions: verb, object, and from, to, until.

use super::phrase::{is_word, phrase_from};
use super::{Lower, Pair, first_child, has_child};
use crate::ast::{
    Clause, ClauseKind, Deadline, Disposition, DispositionVerb as Verb, Length, Phrase, Point, Token, TokenKind,
};
use crate::grammar::Rule;
use ordain_base::diag::codes;
use ordain_base::source::{Span, Spanned};

impl Lower<'_> {
    /// All dispositions inside `pair`.
    pub(super) fn dispositions(&mut self, pair: &Pair<'_>) -> Vec<Disposition> {
        pair.clone()
            .into_inner()
            .filter(|p| p.as_rule() == Rule::disposition)
            .filter_map(|p| self.disposition(&p))
            .collect()
    }

    fn disposition(&mut self, pair: &Pair<'_>) -> Option<Disposition> {
        let span = self.span(pair);
        let inner = pair.clone().into_inner().next()?;
        match inner.as_rule() {
            Rule::standing => return self.standing(&inner),
            Rule::moved => return self.moved(&inner),
            Rule::passive => return self.passive(&inner),
            _ => {}
        }
        let verb_pair = first_child(&inner, Rule::disposition_verb)?;
        let verb = Spanned::new(verb_of_words(verb_pair.as_str()), self.span(&verb_pair));
        let mut d = blank_disposition(verb, span);
        for p in inner.into_inner() {
            match p.as_rule() {
                Rule::modifying | Rule::replacing => {
                    for q in p.into_inner() {
                        self.part(&q, &mut d);
                    }
                }
                _ => self.part(&p, &mut d),
            }
        }
        let needs = |w: &str| {
            [
                "vacates",
                "extends",
                "stays",
                "advances",
                "modifies",
                "replaces",
                "supersedes",
                "strikes",
                "dismisses",
                "affirms",
                "recalls",
                "incorporates",
                "reinstates",
                "enforces",
                "deems",
                "converts",
                "amends",
                "dissolves",
                "excuses",
                "relieves",
            ]
            .contains(&w)
        };
        if needs(verb_pair.as_str())
            && d.object.is_none()
            && d.to.is_none()
            && d.until.is_none()
            && d.with.is_none()
            && d.clauses.is_empty()
        {
            let word = verb_pair.as_str();
            self.report(codes::syntax::empty_clause(d.verb.span, word, &format!("{word} MTC ¶ 1")));
        }
        settle_way(&mut d);
        as_named(&mut d, verb_pair.as_str());
        Some(d)
    }

    /// `Trial will begin on July 9, 2024`, `Status is reset for June 4, 2024`.
    pub(super) fn sitting(&mut self, pair: &Pair<'_>) -> Option<Vec<Disposition>> {
        let object = self.phrase(&first_child(pair, Rule::sitting_what)?)?;
        let verb = first_child(pair, Rule::sitting_verb)?;
        let date = self.date(&first_child(pair, Rule::date)?)?;
        let value = match verb.as_str().split_whitespace().last().unwrap_or("") {
            "reset" | "rescheduled" => Verb::Resets,
            "continued" => Verb::Continues,
            _ => Verb::Sets,
        };
        let clauses: Vec<Clause> =
            first_child(pair, Rule::place_part).and_then(|p| self.place(&p)).into_iter().collect();
        let mut d = blank_disposition(Spanned::new(value, self.span(&verb)), self.span(pair));
        (d.object, d.to, d.clauses) = (Some(object), Some(Point::Date(date)), clauses);
        Some(vec![d])
    }

    /// `the deadline to file answer is extended to March 24, 2025`: as `extends … to …`.
    fn moved(&mut self, pair: &Pair<'_>) -> Option<Disposition> {
        let object = first_child(pair, Rule::moved_what).or_else(|| first_child(pair, Rule::moved_owed))?;
        let object = self.phrase(&object)?;
        let verbs = [Rule::moved_verb, Rule::moved_now, Rule::moved_is];
        let verb = verbs.into_iter().find_map(|rule| first_child(pair, rule))?;
        let value = match verb.as_str().split_whitespace().last().unwrap_or("") {
            "extended" | "enlarged" => Verb::Extends,
            "continued" | "postponed" => Verb::Continues,
            "adjourned" => Verb::Adjourns,
            "advanced" => Verb::Advances,
            _ => Verb::Resets,
        };
        let mut d = blank_disposition(Spanned::new(value, self.span(&verb)), self.span(pair));
        d.object = Some(object);
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::date => d.to = self.date(&p).map(Point::Date),
                Rule::moved_what | Rule::moved_owed | Rule::moved_verb | Rule::moved_now | Rule::moved_is => {}
                _ => self.part(&p, &mut d),
            }
        }
        Some(d)
    }

    /// `this action is stayed until June 3, 2024`: as `stays this action until …`.
    fn passive(&mut self, pair: &Pair<'_>) -> Option<Disposition> {
        let object = self.phrase(&first_child(pair, Rule::passive_what)?)?;
        let done = first_child(&first_child(pair, Rule::passive_verb)?, Rule::passive_done)?;
        let (value, object) = match done_to(done.as_str()) {
            // `the injunction is lifted`: not a stay, but the order itself.
            Verb::LiftsStay => without_stay(object),
            value => (value, Some(object)),
        };
        let mut d = blank_disposition(Spanned::new(value, self.span(&done)), self.span(pair));
        d.object = object;
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::passive_what | Rule::passive_verb => {}
                Rule::passive_way => {
                    if let Some(way) = self.phrase(&p) {
                        self.extend_object(way, &mut d);
                    }
                }
                _ => self.part(&p, &mut d),
            }
        }
        as_named(&mut d, done.as_str());
        Some(d)
    }

    fn part(&mut self, p: &Pair<'_>, d: &mut Disposition) {
        match p.as_rule() {
            Rule::object | Rule::replaced => d.object = self.phrase(p),
            Rule::to_part | Rule::for_part => d.to = self.target(p),
            Rule::from_part => d.from = self.target(p),
            Rule::until_part => d.until = p.clone().into_inner().next().and_then(|q| self.deadline(&q)),
            Rule::place_part => d.clauses.extend(self.place(p)),
            Rule::length_part => d.by = self.shift(p),
            Rule::scope_part => self.scope(p, d),
            Rule::except_part => d.except = first_child(p, Rule::object).and_then(|o| self.phrase(&o)),
            Rule::in_case => {
                let case = self.in_case(p);
                d.cases.push(case);
            }
            Rule::replacement => d.by_paragraph = self.phrase(p),
            Rule::nunc => {
                d.nunc_pro_tunc = true;
                d.since = first_child(p, Rule::date).and_then(|q| self.date(&q));
            }
            // `sine die`: until the Court says another day
            Rule::sine_die => d.until = Some(Deadline::UntilFurtherOrder),
            Rule::clause => d.clauses.extend(self.clause(p)),
            Rule::duty => {
                if let Some((provision, clauses)) = self.duty(p) {
                    d.with = Some(Box::new(provision));
                    d.clauses.extend(clauses);
                }
            }
            _ => {}
        }
    }

    /// Whom it reaches is part of what it reaches, wherever it stands.
    fn scope(&mut self, p: &Pair<'_>, d: &mut Disposition) {
        if let Some(more) = first_child(p, Rule::object).and_then(|o| self.phrase(&o)) {
            self.extend_object(more, d);
        }
    }

    fn extend_object(&self, more: Phrase, d: &mut Disposition) {
        match &mut d.object {
            Some(object) => {
                object.span = object.span.to(more.span);
                object.tokens.extend(more.tokens);
            }
            None => d.object = Some(more),
        }
    }

    /// `by 14 days`.
    fn shift(&mut self, p: &Pair<'_>) -> Option<Length> {
        let count = first_child(p, Rule::count)?;
        let unit = first_child(p, Rule::unit)?;
        let span = self.span(&count).to(self.span(&unit));
        Some(Length { n: self.count(&count), unit: super::length::unit(unit.as_str()), span })
    }

    fn target(&mut self, pair: &Pair<'_>) -> Option<Point> {
        let inner = pair.clone().into_inner().find(|p| matches!(p.as_rule(), Rule::date | Rule::arm_phrase))?;
        match inner.as_rule() {
            Rule::date => self.date(&inner).map(Point::Date),
            _ => self.phrase(&inner).map(Point::Event),
        }
    }

    /// `in "Courtroom 1725"`.
    fn place(&mut self, pair: &Pair<'_>) -> Option<Clause> {
        let phrase = self.phrase(pair)?;
        Some(Clause { kind: ClauseKind::Form(phrase), span: self.span(pair) })
    }

    fn standing(&mut self, pair: &Pair<'_>) -> Option<Disposition> {
        let object = self.phrase(&first_child(pair, Rule::stand_what)?);
        let expires = first_child(pair, Rule::expire_verb);
        let verb_pair = expires.clone().or_else(|| first_child(pair, Rule::stand_verb))?;
        let to = first_child(pair, Rule::date).and_then(|d| self.date(&d)).map(Point::Date);
        // What remains in effect until a day expires then.
        let verb = if expires.is_some() || to.is_some() { Verb::Expires } else { Verb::Stands };
        let since = first_child(pair, Rule::nunc).and_then(|n| first_child(&n, Rule::date)).and_then(|q| self.date(&q));
        let blank = blank_disposition(Spanned::new(verb, self.span(&verb_pair)), self.span(pair));
        Some(Disposition { object, to, nunc_pro_tunc: has_child(pair, Rule::nunc), since, ..blank })
    }
}

/// `grants Motion in part`, `denies Motion as moot`: the way comes last.
fn settle_way(d: &mut Disposition) {
    let Some(object) = d.object.as_mut() else { return };
    let ends = |tokens: &[Token], a: &str, b: &str| matches!(tokens, [.., x, y] if is_word(x, a) && is_word(y, b));
    let found = match d.verb.value {
        Verb::Grants if ends(&object.tokens, "in", "part") => Some(Verb::GrantsInPart),
        Verb::Denies if ends(&object.tokens, "in", "part") => Some(Verb::DeniesInPart),
        Verb::Denies if ends(&object.tokens, "as", "moot") => Some(Verb::DeniesAsMoot),
        Verb::TakesUnderAdvisement if ends(&object.tokens, "under", "advisement") => Some(Verb::TakesUnderAdvisement),
        _ => None,
    };
    if let Some(verb) = found {
        d.verb.value = verb;
        let mut tokens = std::mem::take(&mut object.tokens);
        tokens.truncate(tokens.len().saturating_sub(2));
        d.object = phrase_from(tokens);
    }
    if d.object.as_ref().is_some_and(only_commas) {
        d.object = None;
    }
}

/// A disposition of which nothing is said yet.
fn blank_disposition(verb: Spanned<Verb>, span: Span) -> Disposition {
    Disposition {
        verb,
        object: None,
        to: None,
        by: None,
        from: None,
        until: None,
        with: None,
        by_paragraph: None,
        except: None,
        clauses: Vec::new(),
        cases: Vec::new(),
        nunc_pro_tunc: false,
        since: None,
        span,
    }
}

/// `withdraws MTC ¶ 1` takes it back, `adopts Schedule` makes it an order; the Court's own
/// words in quotation marks are shown under the Court's own verb.
fn as_named(d: &mut Disposition, word: &str) {
    let quoted = d.object.as_ref().is_none_or(|o| o.tokens.iter().any(|t| t.kind == TokenKind::Quoted));
    // A clarification that gives the words in force is applied as they are; one in words of its own is shown.
    if word == "clarifies" && (d.with.is_some() || !d.clauses.is_empty()) {
        d.verb.value = Verb::Modifies;
    }
    if let Some(shown) = SHOWN_WHERE_QUOTED.iter().find(|w| **w == word).filter(|_| quoted) {
        d.verb.value = Verb::Shown(shown);
    }
}

/// Verbs that act on what has a name, and are shown with the Court's own words.
const SHOWN_WHERE_QUOTED: &[&str] =
    &["adopts", "approves", "withdraws", "discharges", "rescinds", "revokes", "cancels"];

fn only_commas(phrase: &Phrase) -> bool {
    phrase.tokens.iter().all(|t| t.kind == TokenKind::Comma)
}

/// `the stay of Sched`, as it is lifted: what was stayed. What is no stay and is lifted is vacated.
fn without_stay(object: Phrase) -> (Verb, Option<Phrase>) {
    let word = |t: &Token, w: &str| t.kind == TokenKind::Word && t.text.eq_ignore_ascii_case(w);
    let articles = usize::from(object.tokens.first().is_some_and(|t| word(t, "the")));
    if !object.tokens.get(articles).is_some_and(|t| word(t, "stay")) {
        return (Verb::Vacates, Some(object));
    }
    let of = usize::from(object.tokens.get(articles + 1).is_some_and(|t| word(t, "of")));
    (Verb::LiftsStay, phrase_from(object.tokens.into_iter().skip(articles + 1 + of).collect()))
}

/// What is done to something, by the participle that an order has.
fn done_to(participle: &str) -> Verb {
    let participle = participle.to_lowercase();
    let mut words = participle.split_whitespace();
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let active = match (first, second) {
        ("stricken" | "struck", _) => "strikes",
        ("lifted", _) => "lifts",
        ("dismissed", _) => "dismisses",
        ("stayed", _) => "stays",
        ("vacated", _) => "vacates",
        ("dissolved", _) => "dissolves",
        ("reinstated", _) => "reinstates",
        ("reopened", _) => "reopens",
        ("superseded", _) => "supersedes",
        ("terminated", _) => "terminates",
        ("remanded", _) => "remands",
        ("transferred", _) => "transfers",
        ("affirmed", _) => "affirms",
        ("administratively", "closed") => "administratively closes",
        ("administratively", _) => "administratively terminates",
        ("granted", "in") => "grants in part",
        ("granted", _) => "grants",
        ("denied", "as") => "denies as moot",
        ("denied", "in") => "denies in part",
        ("denied", _) => "denies",
        // `withdrawn`, `rescinded`, `revoked`, `discharged`, `cancelled`
        _ => "withdraws",
    };
    verb_of_words(active)
}

fn verb_of_words(text: &str) -> Verb {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or("");
    let way = words.next().unwrap_or("");
    match first {
        "grants" if way == "in" => Verb::GrantsInPart,
        "grants" => Verb::Grants,
        "denies" if way == "as" => Verb::DeniesAsMoot,
        "denies" if way == "in" => Verb::DeniesInPart,
        "denies" => Verb::Denies,
        "takes" => Verb::TakesUnderAdvisement,
        // `vacates and resets`, as courts write it: the day moves
        "vacates" | "strikes" | "cancels" if text.ends_with("resets") => Verb::Resets,
        "vacates" | "strikes" | "cancels" if text.ends_with("reschedules") => Verb::Resets,
        "vacates" | "strikes" | "cancels" if text.ends_with("continues") => Verb::Continues,
        "vacates" | "withdraws" | "discharges" | "rescinds" | "revokes" | "cancels" | "dissolves" => Verb::Vacates,
        "excuses" | "relieves" => Verb::Excuses,
        "adopts" | "approves" => Verb::Enters,
        "strikes" => Verb::Strikes,
        "stays" => Verb::Stays,
        "lifts" => Verb::LiftsStay,
        "extends" => Verb::Extends,
        "advances" => Verb::Advances,
        "modifies" | "amends" => Verb::Modifies,
        "replaces" => Verb::Replaces,
        "supersedes" => Verb::Supersedes,
        "enforces" => Verb::Enforces,
        "incorporates" => Verb::Incorporates,
        "consolidates" => Verb::Consolidates,
        "deems" => Verb::Deems,
        "enters" => Verb::Enters,
        "reinstates" => Verb::Reinstates,
        "excludes" => Verb::ExcludesTime,
        "converts" => Verb::Converts,
        "sets" => Verb::Sets,
        "resets" | "reschedules" => Verb::Resets,
        "continues" | "postpones" => Verb::Continues,
        "adjourns" => Verb::Adjourns,
        "dismisses" => Verb::Dismisses,
        "remands" => Verb::Remands,
        "transfers" => Verb::Transfers,
        "affirms" => Verb::Affirms,
        "recalls" => Verb::Recalls,
        "administratively" if way == "closes" => Verb::AdministrativelyCloses,
        "administratively" => Verb::AdministrativelyTerminates,
        "closes" => Verb::Closes,
        "terminates" => Verb::Terminates,
        "reopens" => Verb::Reopens,
        "removes" => Verb::Removes,
        "restores" => Verb::Restores,
        "finds" => Verb::Finds,
        "retains" | "reserves" => Verb::Retains,
        _ => crate::reserved::SHOWN.iter().find(|w| **w == first).map_or(Verb::Orders, |w| Verb::Shown(w)),
    }
}
