//! What a disposition reaches: sets named by what they are, one side or a
//! pair of parties, one of several cases.

use chrono::NaiveDate;
use std::collections::BTreeMap;

use super::parties::parties_of;
use super::phrase::PhraseResolver;
use crate::model::ir::declared::{Case, Declared};
use crate::model::ir::ids::PartyId;
use crate::model::ir::names::{Entity, fold};
use crate::model::ir::scope::{Scope, Sweep, Swept};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::clauses::narrows_nothing;
use ordain_base::diag::codes::orders as say;
use ordain_syntax::ast;
use ordain_syntax::ast::{
    Clause, ClauseKind, DispositionVerb as V, Quoted, Statement, StatementKind, Token, TokenKind,
};

/// Takes sets and limits out of the words of a disposition; what is left
/// names things one by one. `None` where a word was reported.
pub(crate) fn resolve(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Option<(Vec<Token>, Scope)> {
    let mut scope = Scope::default();
    let mut rest: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((pair, lead)) = limit_at_start(words, &tokens[at..]) {
            let from = at + lead;
            let ends = (from..tokens.len()).find(|&i| limit_at_start(words, &tokens[i..]).is_some());
            let to = ends.unwrap_or(tokens.len());
            let (found, _) = parties_of(words.declared, &tokens[from..to], words.out)?;
            if pair {
                scope.between.extend(found)
            } else {
                scope.parties.extend(found)
            }
            at = to;
            continue;
        }
        let opens = rest.last().is_none_or(|t| t.kind == TokenKind::Comma || t.text == "and");
        if opens && let Some((sweep, taken)) = sweep_at_start(words, &tokens[at..]) {
            scope.sweeps.push(sweep);
            while rest.last().is_some_and(|t| t.kind == TokenKind::Comma || t.text == "and") {
                rest.pop();
            }
            at += taken;
            continue;
        }
        // `…, and the hearing`: what joins a set to the next thing joins nothing when the set is taken out.
        let joins = token.kind == TokenKind::Comma || token.text == "and";
        if !(joins && rest.is_empty()) {
            rest.push(token.clone());
        }
        at += 1;
    }
    Some((rest, scope))
}

/// `as to X`, `as between X and Y`, `between X and Y`: whether a pair is named, and how many words lead to it.
fn limit_at_start(words: &PhraseResolver<'_>, rest: &[Token]) -> Option<(bool, usize)> {
    let word = |i: usize| rest.get(i).map_or("", |t| t.text.as_str());
    let (pair, lead) = match (word(0), word(1)) {
        ("as", "to") => (false, 2),
        ("as", "between" | "among") => (true, 2),
        ("between" | "among", _) => (true, 1),
        // `extends Sched ¶ 1 for Acme to D`.
        ("for", _) => (false, 1),
        _ => return None,
    };
    let article = usize::from(word(lead) == "the" && words.names.longest(&rest[lead..]).is_none());
    let named = words.names.longest(rest.get(lead + article..)?)?.0;
    matches!(named, Entity::Party(_) | Entity::Parties).then_some((pair, lead))
}

/// `all other unreached deadlines of MTC`, `topic discovery`, `this action`: the set, and how many words name it.
fn sweep_at_start(words: &mut PhraseResolver<'_>, rest: &[Token]) -> Option<(Sweep, usize)> {
    let word = |i: usize| rest.get(i).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text.as_str());
    if words.names.longest(rest).is_some() {
        return None;
    }
    if word(0) == "topic" {
        let ends = |t: &Token| is_joining_word(t) || limit_at_start(words, std::slice::from_ref(t)).is_some();
        let n = rest.iter().skip(1).take_while(|t| !ends(t)).count();
        let limited = (1..=n).find(|&i| limit_at_start(words, &rest[i..]).is_some()).map_or(n, |i| i - 1);
        let topic = topic_name(rest.get(1..=limited)?);
        let sweep = Sweep { topic: Some(topic), ..Sweep::of(Swept::Paragraphs) };
        return (limited > 0).then_some((sweep, limited + 1));
    }
    if let Some((topic, taken)) = known_topic(words.declared, rest) {
        let sweep = Sweep { topic: Some(topic), ..Sweep::of(Swept::Paragraphs) };
        return Some((sweep, taken));
    }
    if matches!((word(0), word(1)), ("this" | "This", "order" | "Order"))
        && let Some(here) = words.declared.here
    {
        let whole = Sweep { of: vec![here], ..Sweep::of(Swept::Paragraphs) };
        return Some((whole, 2));
    }
    let mut at = 0;
    let (mut unreached, mut other) = (false, false);
    let mut narrowing = None;
    loop {
        match word(at) {
            "other" => other = true,
            // What remains is what the order does not name by itself and what is still to come.
            "remaining" => (other, unreached) = (true, true),
            // A set is what there is when the order is entered.
            "the" | "all" | "All" | "any" | "existing" | "current" | "this" | "these" | "scheduled" => {}
            "pretrial" => narrowing = rest.get(at),
            "unreached" | "pending" | "unexpired" | "future" | "upcoming" => unreached = true,
            _ => break,
        }
        at += 1;
    }
    let stands_alone = at > 0 || rest.get(1).is_none_or(is_joining_word);
    let (what, whole) = match word(at) {
        "deadlines" => (Swept::Deadlines, false),
        "duties" | "obligations" | "paragraphs" | "provisions" | "terms" => (Swept::Paragraphs, false),
        "hearings" => (Swept::Hearings, false),
        "dates" | "proceedings" => (Swept::Dates, false),
        "action" | "case" | "matter" | "litigation" if stands_alone => (Swept::Dates, true),
        _ => return None,
    };
    if let Some(word) = narrowing {
        words.out.push(narrows_nothing(&word.text, word.span));
    }
    at += 1;
    let mut of = Vec::new();
    let set_by = word(at) == "set" && matches!(word(at + 1), "by" | "in");
    if !whole && (set_by || matches!(word(at), "of" | "in" | "under")) {
        let mut next = at + if set_by { 2 } else { 1 };
        next += usize::from(matches!(word(next), "the" | "this"));
        if matches!(word(next), "action" | "case" | "matter") {
            at = next + 1;
        }
        while let Some((Entity::Order(order), n)) = words.names.longest(rest.get(next..).unwrap_or(&[])) {
            of.push(order);
            at = next + n;
            next = at;
            while rest.get(next).is_some_and(is_joining_word) {
                next += 1;
            }
        }
    }
    // `of Defendants`: whose deadlines they are.
    let mut owed_by = Vec::new();
    if of.is_empty() && matches!(word(at), "of" | "for" | "owed") {
        let from = at + if (word(at), word(at + 1)) == ("owed", "by") { 2 } else { 1 };
        if let Some((parties, taken)) = owners_at_start(words, rest.get(from..).unwrap_or(&[])) {
            owed_by = parties;
            at = from + taken;
        }
    }
    Some((Sweep { what, action: whole, unreached, other, of, topic: None, owed_by }, at))
}

/// `Acme and Roe`, `each of the Defendants`: the parties, and how many words name them.
fn owners_at_start(words: &PhraseResolver<'_>, rest: &[Token]) -> Option<(Vec<PartyId>, usize)> {
    let mut parties = Vec::new();
    let (mut at, mut taken) = (0, 0);
    while let Some(token) = rest.get(at) {
        match words.names.longest(&rest[at..]) {
            Some((Entity::Party(party), n)) => {
                parties.push(party);
                at += n;
                taken = at;
            }
            Some((Entity::Parties, n)) => {
                parties.extend(words.declared.all_parties());
                at += n;
                taken = at;
            }
            Some(_) => break,
            None if is_joining_word(token) || matches!(token.text.as_str(), "the" | "each" | "of" | "all" | "both") => {
                at += 1
            }
            None => break,
        }
    }
    (!parties.is_empty()).then_some((parties, taken))
}

fn is_joining_word(token: &Token) -> bool {
    token.kind == TokenKind::Comma || token.text == "and"
}

fn topic_name(tokens: &[Token]) -> String {
    let words: Vec<&str> = tokens.iter().map(|t| t.text.as_str()).collect();
    fold(&words.join(" ")).to_lowercase()
}

/// `stays discovery`, `stays all discovery`, where a paragraph has `topic discovery`.
fn known_topic(declared: &Declared, rest: &[Token]) -> Option<(String, usize)> {
    let lead = rest.iter().take_while(|t| matches!(t.text.as_str(), "all" | "the" | "any" | "further")).count();
    let longest = rest[lead..].iter().take_while(|t| t.kind == TokenKind::Word).count();
    (1..=longest).rev().find_map(|n| {
        let topic = topic_name(&rest[lead..lead + n]);
        declared.topics.contains(&topic).then_some((topic, lead + n))
    })
}

/// `stay of MTC expires on D` is about the stay: takes those words away.
pub(crate) fn take_stay(tokens: &mut Vec<Token>) -> bool {
    let articles = usize::from(tokens.first().is_some_and(|t| matches!(t.text.as_str(), "the" | "The")));
    if tokens.get(articles).is_none_or(|t| t.text != "stay") {
        return false;
    }
    let of = usize::from(tokens.get(articles + 1).is_some_and(|t| t.text == "of"));
    tokens.drain(..=articles + of);
    true
}

/// `vacates First ¶ 1 on December 8, 2023`: from when it acts, taken out of what
/// it names. A day beside a hearing is the hearing's.
pub(crate) fn take_day(verb: V, tokens: &mut Vec<Token>) -> Option<NaiveDate> {
    let acts = matches!(verb, V::LiftsStay | V::Vacates | V::Strikes | V::Stays | V::Supersedes | V::Reinstates);
    let [.., link, last] = tokens.as_slice() else { return None };
    let TokenKind::Date(date) = &last.kind else { return None };
    let of_duty = verb == V::LiftsStay || tokens.iter().any(|t| t.kind == TokenKind::Paragraph);
    if !acts || !of_duty || link.text != "on" || tokens.iter().any(|t| t.text == "hearing") {
        return None;
    }
    let day = date.day;
    tokens.truncate(tokens.len().saturating_sub(2));
    Some(day)
}

/// `stays case "20-1001"`: this action, in that case.
pub(crate) fn take_case(mut tokens: Vec<Token>) -> (Vec<Token>, Option<ClauseKind>) {
    let article = usize::from(tokens.first().is_some_and(|t| matches!(t.text.as_str(), "the" | "member" | "lead")));
    match tokens.get(article..) {
        Some([case, number]) if case.text == "case" && number.kind == TokenKind::Quoted => {
            let quoted = Quoted { value: number.text.clone(), span: number.span };
            let this = Token { kind: TokenKind::Word, text: "this".to_owned(), span: case.span };
            let case = case.clone();
            tokens = vec![this, case];
            (tokens, Some(ClauseKind::InCase { cases: vec![quoted], lead: false }))
        }
        _ => (tokens, None),
    }
}

/// ` in case "20-1001"`.
pub(crate) fn in_words(kind: &ClauseKind) -> String {
    let ClauseKind::InCase { cases, lead } = kind else { return String::new() };
    let numbers: Vec<String> = cases.iter().map(|c| format!("\"{}\"", fold(&c.value))).collect();
    match (numbers.as_slice(), lead) {
        ([], true) => " in the lead case".to_owned(),
        ([], false) => " in the member cases".to_owned(),
        (numbers, _) => format!(" in case {}", numbers.join(", ")),
    }
}

/// The topics that some clauses name.
pub(crate) fn topics_of_clauses(clauses: &[Clause]) -> Vec<String> {
    let named = clauses.iter().filter_map(|c| if let ClauseKind::Topic(p) = &c.kind { Some(p) } else { None });
    named.map(|p| topic_name(&p.tokens)).collect()
}

/// The topics of all paragraphs, so that an order can name one by its words alone.
pub(crate) fn declare_topics<'a>(declared: &mut Declared, all: impl Iterator<Item = &'a Statement>) {
    for statement in all {
        if let StatementKind::Paragraph(p) = &statement.kind {
            declared.topics.extend(topics_of_clauses(&p.clauses));
        }
    }
}

/// The cases of a matter: the lead first.
pub(crate) fn cases_of_matter(matter: &ast::Matter) -> Vec<Case> {
    let case = |q: &Quoted, lead| Case { number: fold(&q.value), lead, span: q.span };
    matter.lead.iter().map(|q| case(q, true)).chain(matter.cases.iter().map(|q| case(q, false))).collect()
}

/// The cases that some clauses name; `None` where one of them is none of the matter's.
pub(crate) fn cases_of(words: &mut PhraseResolver<'_>, clauses: &[Clause]) -> Option<Vec<usize>> {
    let kinds = clauses.iter().map(|c| &c.kind);
    in_cases(&words.declared.cases, kinds, words.out)
}

/// The cases a disposition names itself.
pub(crate) fn own_cases(words: &mut PhraseResolver<'_>, kinds: &[ClauseKind]) -> Option<Vec<usize>> {
    in_cases(&words.declared.cases, kinds.iter(), words.out)
}

fn in_cases<'a>(
    known: &[Case],
    kinds: impl Iterator<Item = &'a ClauseKind>,
    out: &mut Vec<Diagnostic>,
) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    let mut whole = true;
    for kind in kinds {
        let ClauseKind::InCase { cases, lead } = kind else { continue };
        if cases.is_empty() {
            found.extend((0..known.len()).filter(|&i| known[i].lead == *lead));
        }
        for case in cases {
            let number = fold(&case.value);
            match known.iter().position(|k| k.number == number) {
                Some(i) => found.push(i),
                None => {
                    let all: Vec<&str> = known.iter().map(|k| k.number.as_str()).collect();
                    out.push(say::unknown_case(&case.value, case.span, &all));
                    whole = false;
                }
            }
        }
    }
    whole.then_some(found)
}

/// Says of each order which cases it is entered in.
pub(crate) fn orders_in_cases<'a>(
    declared: &mut Declared,
    all: impl Iterator<Item = &'a Statement>,
    out: &mut Vec<Diagnostic>,
) {
    let heads = all.filter_map(|s| if let StatementKind::Order(o) = &s.kind { Some(o) } else { None });
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, order) in heads.enumerate() {
        if !order.cases.is_empty()
            && let Some(cases) = in_cases(&declared.cases, order.cases.iter(), out)
        {
            found.insert(i, cases);
        }
    }
    for (i, cases) in found {
        if let Some(order) = declared.orders.get_mut(i) {
            order.cases = cases;
        }
    }
}
