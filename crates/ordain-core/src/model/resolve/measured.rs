//! `brief of up to 10 pages and up to 3 declarations`: what is permitted or forbidden up to a number,
//! where each number belongs to the thing it is with.

use super::limit::most_allowed;
use super::tokens::text_of;
use crate::model::ir::declared::Declared;
use crate::model::ir::limit::{Counted, Limit, Most};
use crate::model::ir::object::{Act, Head, Object, Objects, Related, Relation};
use crate::model::ir::preposition::Preposition;
use ordain_base::source::Span;
use ordain_syntax::ast::{Clause, ClauseKind, Phrase, Token, TokenKind};

/// Several things, of which one at least has a number of its own.
pub(crate) fn is_limited_in_parts(acts: &[Act]) -> bool {
    let things = || acts.iter().flat_map(|a| &a.objects.list);
    things().count() > 1 && things().any(|o| o.quantity.is_some() || o.amount.is_some() || has_limit_of_its_own(o))
}

/// `pay $500 to Ash and $300 to Cole`: each sum is owed by itself.
pub(crate) fn are_several_sums(acts: &[Act]) -> bool {
    let [act] = acts else { return false };
    let things = &act.objects.list;
    things.len() > 1 && !act.objects.any && things.iter().all(|o| o.amount.is_some() && o.recipients().next().is_some())
}

/// Forbidden beyond a number, as another thing beside it is not.
fn has_limit_of_its_own(object: &Object) -> bool {
    let counts = |l: &Limit| matches!(l.most, Most::Count(_, of) if object.head == Some(Head::Deliverable(of)));
    object.beyond.as_deref().is_some_and(counts)
}

/// Gives what is forbidden only beyond a number that number: of `motion and more than 3 declarations`, the
/// declarations alone; of `motion or brief exceeding 10 pages`, both.
pub(crate) fn give_limit(objects: &mut Objects, limit: Option<&Limit>) {
    let counted = |o: &Object, l: &Limit| matches!(l.most, Most::Count(_, of) if o.head == Some(Head::Deliverable(of)));
    let apart = limit.is_some_and(|l| objects.list.iter().any(|o| counted(o, l)));
    for object in &mut objects.list {
        let own = limit.filter(|l| !apart || counted(object, l));
        object.beyond = own.cloned().map(Box::new);
    }
}

/// `brief of up to 10 pages`, `reimburse costs up to $5,000`, of what must be done: the thing is owed, and the number is
/// its limit. Takes the number from the act. `pay up to $500` and `up to 3 declarations` say no other thing that is owed.
pub(crate) fn limit_of_duty(declared: &Declared, acts: &mut [Act]) -> Option<Limit> {
    let [act] = acts else { return None };
    // What is paid back is owed as far as it was spent.
    let repays = declared.verbs.repays(act.verb);
    let [object] = act.objects.list.as_mut_slice() else { return None };
    if !object.most || object.least {
        return None;
    }
    let thing = matches!(object.head, Some(Head::Deliverable(_) | Head::Thing(_) | Head::Quoted(_)));
    let quoted = |r: &Relation| matches!(r.to, Related::Head(Head::Quoted(_) | Head::Deliverable(_) | Head::Thing(_)));
    let most = match (object.stated_size(), object.amount) {
        (Some((n, of)), _) => {
            object.relations.retain(|r| r.to != Related::Head(Head::Deliverable(of)));
            object.quantity = None;
            Most::Count(n, of)
        }
        (None, Some(amount)) if repays || thing || object.relations.iter().any(quoted) => {
            object.amount = None;
            // Whom it goes to, as the record of a payment says it.
            if let Some(Head::Party(to)) = object.head {
                object.head = None;
                let to = Related::Head(Head::Party(to));
                object.relations.insert(0, Relation { preposition: Some(Preposition::To), to });
            }
            Most::Money(amount)
        }
        _ => return None,
    };
    object.most = false;
    Some(Limit { most, counted: Counted::Unsaid, words: most.in_words() })
}

/// Each thing by itself, and what it is called.
pub(crate) fn apart(declared: &Declared, acts: &[Act], tokens: &[Token]) -> Vec<(Act, String)> {
    let mut things = Vec::new();
    for act in acts {
        for object in &act.objects.list {
            let inside = |t: &&Token| object.span.start <= t.span.start && t.span.end <= object.span.end;
            let own: Vec<Token> = tokens.iter().filter(inside).cloned().collect();
            let name = format!(
                "{} {}",
                declared.verbs.get(act.verb).lemma,
                text_of(&Phrase { tokens: own, span: object.span })
            );
            let objects = Objects { list: vec![object.clone()], any: false };
            things.push((Act { verb: act.verb, objects, span: act.span }, name));
        }
    }
    things
}

/// `brief not exceeding 10 pages and up to 3 declarations`: what follows the size of a thing is another thing, and no
/// word of the size. The act with the size and that thing as its own words, and the other clauses.
pub(crate) fn things_after_size<'c>(act: &Phrase, clauses: &[&'c Clause]) -> Option<(Phrase, Vec<&'c Clause>)> {
    let joins = |phrase: &Phrase| {
        let (_, taken) = most_allowed(&phrase.tokens)?;
        let rest = phrase.tokens.get(taken..)?;
        let rest = if rest.first()?.kind == TokenKind::Comma { rest.get(1..)? } else { rest };
        (matches!(rest.first()?.text.as_str(), "and" | "or") && rest.len() > 1).then_some(())
    };
    let (at, size) = clauses.iter().enumerate().find_map(|(i, c)| match &c.kind {
        ClauseKind::NotExceeding(phrase) => joins(phrase).map(|()| (i, phrase)),
        _ => None,
    })?;
    let start = size.span.start;
    let said = |text: &str| Token { kind: TokenKind::Word, text: text.to_owned(), span: Span::new(start, start) };
    let mut tokens = act.tokens.clone();
    tokens.extend(["of", "up", "to"].map(said));
    tokens.extend(size.tokens.iter().cloned());
    let others = clauses.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, c)| *c).collect();
    Some((Phrase { tokens, span: act.span.to(size.span) }, others))
}
