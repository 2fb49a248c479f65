//! `each document must have a Bates number of its own`: what the rows of a table must
//! be like, and `each document must be produced, or listed in the privilege log`. Who
//! is bound is whoever the rows are by: `by Defendants` after the act, or the party
//! that is called the producing party.

use super::acts::Group;
use super::bearer::Nature;
use super::obligation::resolve_obligation;
use super::phrase::PhraseResolver;
use super::producing_party::PRODUCING;
use super::quantity::noun_of_rows;
use super::selection::Taken;
use super::tokens::{span_of, text_of};
use super::{acts, bearer, quantity, selection};
use crate::model::ir::asked::Asked;
use crate::model::ir::bearer::Bearer;
use crate::model::ir::due::Due;
use crate::model::ir::ids::PartyId;
use crate::model::ir::names::Entity;
use crate::model::ir::object::{Act, Objects, Set};
use crate::model::ir::obligation::ItemLabel;
use crate::model::ir::paragraph::Body;
use crate::model::ir::provision::Provision;
use crate::model::ir::quantity::{Keyed, Least, Of, Quantity};
use crate::model::ir::required::Required;
use crate::model::ir::selection::Selection;
use crate::model::ir::verbs::VerbFamily;
use crate::verdict::Modality;
use ordain_base::diag::codes::sets as say;
use ordain_base::source::Spanned;
use ordain_syntax::ast::{self, Clause, Phrase, Quantifier, Token, TokenKind};
use ordain_tables::Rows;

/// `each document … must …`, `each gap between documents must …`, `each category must have at least …`.
pub(crate) fn is_over_rows(provision: &ast::Provision) -> bool {
    let each = provision.quantifier.as_ref().is_some_and(|q| q.value == Quantifier::Each);
    each && provision.items.len() == 1 && subject_of(&provision.bearer.tokens).is_some()
}

enum Subject {
    Rows,
    /// What lies between rows, and how many words lead to what the rows are.
    Gaps(usize),
    /// The rows of each of these by themselves.
    Group,
}

fn subject_of(tokens: &[Token]) -> Option<Subject> {
    let word = |i: usize| tokens.get(i).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text.as_str());
    if noun_of_rows(tokens).is_some() {
        return Some(Subject::Rows);
    }
    match word(0) {
        "gap" if word(1) == "between" => noun_of_rows(tokens.get(2..)?).map(|_| Subject::Gaps(2)),
        "category" | "custodian" | "volume" => Some(Subject::Group),
        _ => None,
    }
}

pub(crate) fn resolve(
    words: &mut PhraseResolver<'_>,
    provision: &ast::Provision,
    clauses: &[Clause],
    modality: Modality,
) -> Option<Body> {
    let [item] = provision.items.as_slice() else { return None };
    let mut taken = rows_required(words, &provision.bearer)?;
    let (tokens, by) = without_by(words, &item.act.tokens);
    let negated = modality == Modality::MustNot;
    let mut verbs: Vec<Act> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    let mut reported: Vec<String> = Vec::new();
    for (n, arm) in cut_into_alternatives(&tokens).into_iter().enumerate() {
        let text = text_of(&Phrase { tokens: arm.to_vec(), span: span_of(arm) });
        match arm_of(words, arm, negated, &taken, n == 0)? {
            Arm::Act(act, lemma, after) => {
                verbs.push(act);
                let thing =
                    if said.is_empty() { format!("each {}", text_of(&provision.bearer)) } else { "it".to_owned() };
                said.push(format!("{lemma} {thing} {after}").trim_end().to_owned());
            }
            Arm::Required(required) => taken.selection.required.push(required),
            Arm::Least(least) => taken.selection.least = Some(least),
        }
        reported.push(as_statement(&text, negated));
    }
    let subject = text_of(&provision.bearer);
    let mut all = verbs;
    let stated = taken.selection.required.is_empty() && taken.selection.least.is_none();
    let words_of = if stated {
        said.join(", or ")
    } else {
        let ensure = words.declared.verbs.base("ensure")?;
        all.insert(0, Act { verb: ensure, objects: Objects::default(), span: item.act.span });
        format!("ensure that each {subject} {}", reported.join(", or "))
    };
    let span = provision.bearer.span.to(item.act.span);
    let group = Group { acts: all, words: words_of, of_each: Vec::new(), in_each: None, name: String::new(), span };
    let clauses: Vec<&Clause> = item.clauses.iter().chain(clauses).collect();
    let mut obligation = resolve_obligation(words, group, &clauses, ItemLabel::default(), false, Modality::Must)?;
    let by_field = obligation.rows.take().and_then(|r| r.by);
    taken.selection.by = taken.selection.by.or(by_field);
    let open = matches!(&obligation.due, Due::Open(words) if words == "continuing");
    taken.selection.always = open || taken.selection.gaps || !taken.selection.required.is_empty();
    obligation.rows = Some(taken.selection);
    let (bearer, bearer_words) = bearer_of_rows(words, by.as_ref())?;
    Some(Body::Provision(Provision {
        modality: Modality::Must,
        bearer,
        bearer_words,
        obligations: vec![obligation],
        choice: ast::Choice::All,
    }))
}

/// The rows that it is about.
fn rows_required(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Taken> {
    let tokens = &phrase.tokens;
    match subject_of(tokens)? {
        Subject::Rows => selection::of_each(words, tokens).ok().flatten(),
        Subject::Gaps(lead) => {
            let mut taken = selection::of_each(words, &tokens[lead..]).ok().flatten()?;
            taken.selection.gaps = true;
            Some(taken)
        }
        Subject::Group => {
            let set = match words.declared.only_record() {
                Some(record) if tokens[0].text == "category" => {
                    let all = words.declared.records.get(record.index())?.categories.len();
                    Some(Set { record, categories: (0..all).collect() })
                }
                _ => None,
            };
            let by = set.is_none().then(|| quantity::field_name(&tokens[..1]));
            let selection = Selection { set, by, ..Selection::of(Rows::Documents, phrase.span) };
            let extra = tokens.get(1..).unwrap_or_default();
            if let Some(first) = extra.first() {
                words.out.push(say::not_required(first.span.to(span_of(extra))));
                return None;
            }
            Some(Taken { selection, rest: Vec::new() })
        }
    }
}

/// `be produced by Defendants`: the act, and who.
fn without_by(words: &PhraseResolver<'_>, tokens: &[Token]) -> (Vec<Token>, Option<Phrase>) {
    let names = |at: usize| {
        let rest = tokens.get(at + 1..).unwrap_or_default();
        let article = usize::from(rest.first().is_some_and(|t| t.text == "the"));
        let named = words.names.longest(rest).or_else(|| words.names.longest(rest.get(article..)?));
        named.filter(|(e, _)| matches!(e, Entity::Party(_))).map(|(_, n)| n + article)
    };
    for (at, token) in tokens.iter().enumerate() {
        if token.text == "by"
            && let Some(n) = names(at)
        {
            let who = &tokens[at + 1..=at + n];
            let mut rest = tokens[..at].to_vec();
            rest.extend_from_slice(&tokens[at + 1 + n..]);
            return (rest, Some(Phrase { tokens: who.to_vec(), span: span_of(who) }));
        }
    }
    (tokens.to_vec(), None)
}

/// Whoever is bound: named after the act, or as the matter calls the producing party.
fn bearer_of_rows(words: &mut PhraseResolver<'_>, by: Option<&Phrase>) -> Option<(Bearer, String)> {
    if let Some(by) = by {
        let bearer = bearer::resolve(words, by, None, Nature::Joint)?;
        return Some((bearer, text_of(by)));
    }
    Some(match words.names.get(PRODUCING) {
        Some(Entity::Party(p)) => (Bearer::One(p), words.declared.party_name(p).to_owned()),
        _ => {
            let all: Vec<PartyId> = words.declared.all_parties().collect();
            let name = format!("the {PRODUCING}");
            match all.as_slice() {
                [one] => (Bearer::One(*one), words.declared.party_name(*one).to_owned()),
                _ => (Bearer::Class(name.clone()), name),
            }
        }
    })
}

const OPENERS: &[&str] = &["be", "have", "not", "overlap", "listed", "produced", "logged"];

/// Cuts at each `or` that a requirement follows.
fn cut_into_alternatives(tokens: &[Token]) -> Vec<&[Token]> {
    let opens = |i: usize| tokens.get(i).is_some_and(|t| OPENERS.contains(&t.text.as_str()));
    let mut all = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        let comma = usize::from(tokens[at].kind == TokenKind::Comma);
        let or = usize::from(tokens.get(at + comma).is_some_and(|t| t.text == "or"));
        // Each but the last may have a comma only.
        let later = || tokens[at + 1..].iter().any(|t| t.text == "or");
        if (or > 0 || comma > 0 && later()) && at > start && opens(at + comma + or) {
            all.push(&tokens[start..at]);
            start = at + comma + or;
            at = start;
        }
        at += 1;
    }
    all.push(&tokens[start..]);
    all
}

enum Arm {
    /// An act upon the row; its verb, and the words after the row.
    Act(Act, String, String),
    Required(Required),
    Least(Least),
}

fn arm_of(words: &mut PhraseResolver<'_>, arm: &[Token], negated: bool, taken: &Taken, opening: bool) -> Option<Arm> {
    let (not, arm) = match arm {
        [not, rest @ ..] if not.text == "not" => (true, rest),
        all => (false, all),
    };
    let none = negated || not;
    let refused = |words: &mut PhraseResolver<'_>| {
        words.out.push(say::not_required(span_of(arm)));
        None
    };
    let first = arm.first().map_or("", |t| t.text.as_str());
    let rest = arm.get(1..).unwrap_or_default();
    match first {
        "overlap" if none => {
            let with: Vec<&str> = rest.iter().map(|t| t.text.as_str()).collect();
            let with = with.strip_suffix(&["document"]).unwrap_or(&with);
            if matches!(with, ["another"] | ["any" | "each", "other"] | ["one", "another"]) {
                return Some(Arm::Required(Required::Apart));
            }
            return refused(words);
        }
        "have" => {
            return match what_rows_have(words, rest, none)? {
                Some(found) => Some(found),
                None => refused(words),
            };
        }
        _ => {}
    }
    // `must listed in the log`: only of a further arm `be` goes without saying.
    if first != "be" && opening {
        return refused(words);
    }
    let said = if first == "be" { rest } else { arm };
    let Some(done) = said.first() else { return refused(words) };
    let verb = words.declared.verbs.past(&done.text);
    let after = said.get(1..).unwrap_or_default();
    const DATED: &[&str] = &["before", "after", "on", "between", "through", "since", "until"];
    let dated = after.first().is_some_and(|t| DATED.contains(&t.text.as_str()));
    let family = verb.map(|v| words.declared.verbs.get(v).family);
    if let (
        Some(family @ (VerbFamily::Log | VerbFamily::Produce | VerbFamily::Complete | VerbFamily::Serve)),
        false,
        Some(verb),
    ) = (family, dated, verb)
    {
        if none {
            let log = Keyed::Field(Spanned::new("bates".to_owned(), span_of(said)));
            let required = Required::Among { rows: Rows::LogEntries, own: log, asked: None, none: true };
            return if family == VerbFamily::Log { Some(Arm::Required(required)) } else { refused(words) };
        }
        let mut lemma = done.clone();
        lemma.text.clone_from(&words.declared.verbs.get(verb).lemma);
        let mut active = vec![lemma.clone()];
        if family == VerbFamily::Log && !after.is_empty() {
            active.push(Token { text: "it".to_owned(), ..done.clone() });
            active.extend_from_slice(after);
        } else {
            active.extend(taken.rest.iter().cloned());
        }
        let act = acts::one_act(words, &Phrase { tokens: active, span: span_of(said) }, false)?;
        let after = text_of(&Phrase { tokens: after.to_vec(), span: span_of(after) });
        return Some(Arm::Act(act, lemma.text, after));
    }
    let asked = selection::values_asked(words, said).ok()?;
    Some(Arm::Required(Required::Test(negate_if(asked, none))))
}

fn negate_if(asked: Asked, not: bool) -> Asked {
    if not { Asked::Not(Box::new(asked)) } else { asked }
}

/// What comes after `have`; `Ok(None)` in the sense of `Some(None)` where it says nothing of a row.
fn what_rows_have(words: &mut PhraseResolver<'_>, tokens: &[Token], none: bool) -> Option<Option<Arm>> {
    let word = |i: usize| tokens.get(i).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text.as_str());
    let find = |list: &[&str]| (0..tokens.len()).find(|&i| list.iter().enumerate().all(|(j, w)| word(i + j) == *w));
    let required = |r| Some(Some(Arm::Required(r)));
    // A Bates number of its own.
    if let Some(at) = find(&["of", "its", "own"]).filter(|at| *at + 3 == tokens.len() && *at > 0 && !none) {
        return required(Required::Alone(quantity::field_name(&tokens[..at])));
    }
    // A parent among the documents; no Bates number among the documents that were produced.
    if let Some(at) = find(&["among"]).filter(|at| *at > 0) {
        let no = word(0) == "no";
        let own = quantity::key_of_rows(&tokens[usize::from(no)..at]);
        let article = usize::from(word(at + 1) == "the");
        let from = at + 1 + article;
        let Some(((rows, n), own)) = noun_of_rows(tokens.get(from..)?).zip(own) else { return Some(None) };
        let rest = tokens.get(from + n..)?;
        let asked = if rest.is_empty() { None } else { Some(selection::values_asked(words, rest).ok()?) };
        return required(Required::Among { rows, own, asked, none: none != no });
    }
    if let Some(at) =
        find(&["inside", "its", "family", "range"]).or_else(|| find(&["within", "its", "family", "range"]))
    {
        let range = matches!(quantity::key_of_rows(&tokens[..at]), Some(Keyed::Range));
        return if range { required(Required::Test(negate_if(Asked::InFamily, none))) } else { Some(None) };
    }
    // Pages equal to its Bates range.
    if let Some(at) = find(&["equal", "to"]).filter(|at| *at > 0) {
        let Some((left, right)) =
            quantity::quantity_of(&tokens[..at]).zip(quantity::quantity_of(tokens.get(at + 2..)?))
        else {
            return Some(None);
        };
        return match right {
            Quantity::Count { rows, by } if !none => required(Required::Counts { own: left, rows, by }),
            Quantity::Count { .. } => Some(None),
            right => required(Required::Test(negate_if(Asked::Equal { left, right }, none))),
        };
    }
    // At least 1 document.
    if let (Some((least, Rows::Documents, n)), false) = (quantity::least(tokens), none) {
        let least = Least { explicit: true, ..least };
        return Some((n == tokens.len() && least.of != Of::Percent).then_some(Arm::Least(least)));
    }
    // A privilege that is one of these.
    if let Some(at) = find(&["that", "is"]).or_else(|| find(&["that", "are"])).filter(|at| *at > 0) {
        let mut asked = quantity_field(&tokens[..at]);
        asked.extend_from_slice(&tokens[at + 1..]);
        return required(Required::Test(negate_if(selection::values_asked(words, &asked).ok()?, none)));
    }
    // A date, an author and recipients.
    let mut list = Vec::new();
    for part in tokens.split(|t| t.kind == TokenKind::Comma || t.text == "and").filter(|p| !p.is_empty()) {
        if part.iter().any(|t| t.kind != TokenKind::Word || t.text == "or") {
            return Some(None);
        }
        list.push(Asked::Has(quantity::field_name(part)));
    }
    if list.is_empty() {
        return Some(None);
    }
    let all = if list.len() == 1 { list.remove(0) } else { Asked::All(list) };
    required(Required::Test(negate_if(all, none)))
}

/// The words of a field without its article.
fn quantity_field(tokens: &[Token]) -> Vec<Token> {
    let article = tokens.first().is_some_and(|t| matches!(t.text.as_str(), "a" | "an" | "the" | "its"));
    tokens[usize::from(article && tokens.len() > 1)..].to_vec()
}

/// `have a date` as a statement: `has a date`.
fn as_statement(text: &str, negated: bool) -> String {
    if negated {
        return format!("does not {text}");
    }
    match text.split_once(' ') {
        Some(("be", rest)) => format!("is {rest}"),
        Some(("have", rest)) => format!("has {rest}"),
        Some(("not", rest)) if rest.starts_with("be ") => format!("is not {}", &rest[3..]),
        Some(("not", rest)) => format!("does not {rest}"),
        Some(("listed" | "produced" | "logged", _)) => format!("is {text}"),
        _ => text.to_owned(),
    }
}
