//! `extends deadline of Defendants to file answer to December 20, 2023`: the
//! duty is found wherever it stands, a rule or an earlier order; where none
//! does, the order makes it.

use super::acts;
use super::parties::parties_of;
use super::phrase::PhraseResolver;
use super::tokens::{span_of, text, text_of};
use crate::model::ir::bearer::Bearer;
use crate::model::ir::declared::Declared;
use crate::model::ir::disposition::Disposition;
use crate::model::ir::due::Due;
use crate::model::ir::ids::{ParagraphId, PartyId};
use crate::model::ir::object::{Act, Head, Object, Objects, Related, Relation};
use crate::model::ir::obligation::Obligation;
use crate::model::ir::order::OrderKind;
use crate::model::ir::owed::OwedBy;
use crate::model::ir::paragraph::{Body, Paragraph};
use crate::model::ir::provision::Provision;
use crate::model::ir::thing::ThingKind;
use crate::model::ir::verbs::VerbFamily;
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::docket as say;
use ordain_syntax::ast::{Choice, Disposition as Source, DispositionVerb as V, Phrase, Token, TokenKind};

/// Do the words speak of a deadline, and not of a hearing?
pub(crate) fn is_deadline(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| matches!(t.text.as_str(), "deadline" | "deadlines" | "time" | "date"))
}

/// Refuses `grants Acme an extension of 14 days to file answer`: it moves some deadline, and shown alone it would leave
/// the old day in force against whoever got the time.
pub(crate) fn refuse_time_granted(words: &mut PhraseResolver<'_>, d: &Source, tokens: &[Token]) -> Option<()> {
    let word = |t: &Token, all: &[&str]| t.kind == TokenKind::Word && all.contains(&t.text.as_str());
    let more = tokens.iter().any(|t| word(t, &["extension", "additional", "more", "enlargement"]));
    let length = tokens.iter().any(|t| word(t, &["day", "days", "week", "weeks", "month", "months"]));
    let counted = tokens.iter().any(|t| ordain_base::words::number(&t.text).is_some());
    let to_a_day = d.to.is_some() || d.until.is_some();
    if matches!(d.verb.value, V::Grants | V::GrantsInPart) && more && (to_a_day || length && counted) {
        words.out.push(say::time_granted(&text(tokens), span_of(tokens)));
        return None;
    }
    Some(())
}

/// Reads `deadline of Defendants to file answer`, `time for Defendants to
/// answer`, `Defendants' deadline to file answer`. The outer `None`: these are
/// other words; the inner: a word of them means nothing, which was reported.
pub(crate) fn owed_by(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Option<OwedBy>> {
    let (tokens, ends) = limit_of(&phrase.tokens);
    let noun = tokens.iter().position(|t| matches!(t.text.as_str(), "deadline" | "deadlines" | "time"))?;
    let found = tokens.iter().enumerate().skip(noun + 1).position(|(i, t)| {
        let next = tokens.get(i + 1).map_or("", |n| n.text.as_str());
        let verbs = &words.declared.verbs;
        t.text == "to" && verbs.base(next).is_some() || is_linking_word(&t.text) && verbs.gerund(next).is_some()
    });
    let Some(act) = found.map(|at| at + noun + 1) else { return thing_owed_by(words, &tokens, noun, &ends) };
    let mut whose: Vec<Token> = match (&tokens[..noun], &tokens[noun + 1..act]) {
        ([], []) => Vec::new(),
        ([], [link, parties @ ..]) if matches!(link.text.as_str(), "of" | "for") => parties.to_vec(),
        (parties, []) => parties.to_vec(),
        _ => return None,
    };
    if let Some(last) = whose.last_mut() {
        last.text = last.text.trim_end_matches("’s").trim_end_matches("'s").trim_end_matches(['\'', '’']).to_owned();
    }
    let parties = match whose.is_empty() {
        true => Vec::new(),
        false => match parties_of(words.declared, &whose, words.out) {
            Some((parties, _)) => parties,
            None => return Some(None),
        },
    };
    let each = whose.iter().any(|t| matches!(t.text.as_str(), "each" | "every"));
    let parties = if each { members_of(words.declared, &parties) } else { parties };
    let mut rest = tokens.get(act + 1..)?.to_vec();
    rest.extend(ends);
    let rest = acts::in_base_form(&words.declared.verbs, rest);
    let span = rest.first()?.span.to(rest.last()?.span);
    let phrase = Phrase { tokens: rest, span };
    let Some(act) = acts::one_act(words, &phrase, false) else { return Some(None) };
    Some(Some(OwedBy { parties, each, thing: false, act, words: text_of(&phrase) }))
}

const fn is_end(word: &str) -> bool {
    matches!(word.as_bytes(), b"close" | b"end" | b"completion" | b"conclusion")
}

fn is_linking_word(word: &str) -> bool {
    matches!(word, "for" | "of" | "on")
}

/// The words without `the` before them, with `deadline for` for `close of`, `due date for` and `cut-off for`; and
/// nothing taken off their end.
fn limit_of(tokens: &[Token]) -> (Vec<Token>, Vec<Token>) {
    let article = |t: &&Token| matches!(t.text.as_str(), "the" | "The");
    let mut out: Vec<Token> = tokens.iter().skip_while(article).cloned().collect();
    let word = |out: &[Token], i: usize| out.get(i).map_or(String::new(), |t| t.text.to_lowercase());
    let (first, second) = (word(&out, 0), word(&out, 1));
    if is_end(&first) && second == "of" || first == "due" && second == "date" {
        if first == "due" {
            out.remove(0);
        } else if let Some(of) = out.get_mut(1) {
            of.text = "for".to_owned();
        }
        if let Some(noun) = out.first_mut() {
            noun.text = "deadline".to_owned();
        }
    }
    for token in out.iter_mut().filter(|t| matches!(t.text.as_str(), "cutoff" | "cut-off")) {
        token.text = "deadline".to_owned();
    }
    (out, Vec::new())
}

/// `deadline for fact discovery`, `the answer deadline`: the thing, without what is to be done with it.
fn thing_owed_by(
    words: &mut PhraseResolver<'_>,
    tokens: &[Token],
    noun: usize,
    ends: &[Token],
) -> Option<Option<OwedBy>> {
    let (before, behind) = (tokens.get(..noun)?, tokens.get(noun + 1..)?);
    let named: Vec<Token> = match (before, behind) {
        ([], [link, thing @ ..]) if is_linking_word(&link.text) => thing.iter().chain(ends).cloned().collect(),
        (thing, []) => thing.to_vec(),
        _ => return None,
    };
    let mut quiet = Vec::new();
    let mut silent = PhraseResolver { names: words.names, declared: words.declared, out: &mut quiet };
    let objects = silent.objects(&named)?;
    let plain = |o: &Object| matches!(o.head, Some(Head::Deliverable(_) | Head::Quoted(_) | Head::Thing(_)));
    if objects.list.is_empty() || !objects.list.iter().all(plain) || names_a_hearing(words.declared, &objects) {
        return None;
    }
    let span = named.first()?.span.to(named.last()?.span);
    let verb = words.declared.verbs.base("file")?;
    let text = text_of(&Phrase { tokens: named, span });
    Some(Some(OwedBy { parties: Vec::new(), each: false, thing: true, act: Act { verb, objects, span }, words: text }))
}

/// `the date of the hearing` is the hearing's own.
fn names_a_hearing(declared: &Declared, objects: &Objects) -> bool {
    let is = |o: &Object| match o.head {
        Some(Head::Thing(t)) => declared.things[t.index()].kind == ThingKind::Hearing,
        _ => false,
    };
    objects.list.iter().any(is)
}

/// `the deadline in Sched ¶ 1`, `Sched ¶ 1's deadline`: the paragraph, without the words around it.
pub(crate) fn of_paragraph(tokens: &[Token]) -> &[Token] {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.text.as_str());
    let mut at = usize::from(matches!(word(0), "the" | "The"));
    let noun = match (word(at), word(at + 1)) {
        ("due", "date" | "dates") => 2,
        ("deadline" | "deadlines" | "date" | "time", _) => 1,
        _ => 0,
    };
    if noun > 0 {
        at += noun;
        let opening = at;
        let between =
            ["in", "of", "under", "by", "set", "forth", "stated", "established", "provided", "fixed", "for", "at"];
        while between.contains(&word(at)) {
            at += 1;
        }
        let rest = tokens.get(at..).unwrap_or_default();
        let named =
            at > opening && rest.iter().any(|t| t.kind == TokenKind::Paragraph) && !rest.iter().any(|t| t.text == "to");
        return if named { rest } else { tokens };
    }
    match tokens {
        [rest @ .., due, date] if due.text == "due" && date.text == "date" && ends_in_paragraph(rest) => rest,
        [rest @ .., noun] if matches!(noun.text.as_str(), "deadline" | "deadlines") && ends_in_paragraph(rest) => rest,
        _ => tokens,
    }
}

fn ends_in_paragraph(tokens: &[Token]) -> bool {
    tokens.last().is_some_and(|t| t.kind == TokenKind::Paragraph)
}

/// Ties each such disposition to the duty it means, oldest order first, so
/// that what one makes a later one finds.
pub(crate) fn link(declared: &Declared, paragraphs: &mut [Paragraph], out: &mut Vec<Diagnostic>) {
    let mut all: Vec<(usize, usize)> = Vec::new();
    for (i, p) in paragraphs.iter().enumerate() {
        if let Body::Dispositions(list) = &p.body {
            all.extend(list.iter().enumerate().filter(|(_, d)| d.owed.is_some()).map(|(k, _)| (i, k)));
        }
    }
    all.sort_by_key(|&(i, k)| (declared.orders[paragraphs[i].order.index()].in_force(), paragraphs[i].span, k));
    for (i, k) in all {
        let Body::Dispositions(list) = &paragraphs[i].body else { continue };
        let (alone, d) = (list.len() == 1, list[k].clone());
        let Some(owed) = &d.owed else { continue };
        let found: Vec<ParagraphId> =
            paragraphs.iter().filter(|p| p.id.index() != i && is_meant(declared, p, owed)).map(|p| p.id).collect();
        match found.as_slice() {
            [one] => {
                let mut object = Object::empty(d.span);
                object.relations.push(Relation { preposition: None, to: Related::Paragraph(*one) });
                if let Body::Dispositions(list) = &mut paragraphs[i].body {
                    list[k].objects = Some(Objects { list: vec![object], any: false });
                    // Only those it names: the others keep their day.
                    list[k].scope.parties.clone_from(&owed.parties);
                }
            }
            [] => make_duty_of_day(declared, paragraphs, i, &d, owed, alone, out),
            several => {
                let names: Vec<&str> = several.iter().map(|p| paragraphs[p.index()].name.as_str()).collect();
                let of = format!("{} {}", if owed.thing { "for" } else { "to" }, owed.words);
                out.push(say::which_duty(&of, &names, d.span));
                paragraphs[i].body = Body::Broken;
            }
        }
    }
}

/// Reports `Sched ¶ 1 #2` of a duty that falls due once.
pub(crate) fn check_instances(paragraphs: &mut [Paragraph], out: &mut Vec<Diagnostic>) {
    let mut wrong = Vec::new();
    for (i, p) in paragraphs.iter().enumerate() {
        let Body::Dispositions(list) = &p.body else { continue };
        for (d, n) in list.iter().filter_map(|d| Some((d, d.instance?))) {
            let relations = d.objects.iter().flat_map(|o| &o.list).flat_map(|o| &o.relations);
            let named = relations.filter_map(|r| if let Related::Paragraph(id) = r.to { Some(id) } else { None });
            let once = named.filter_map(|id| paragraphs.get(id.index())).find(|p| !is_recurring(p));
            if let Some(once) = once {
                out.push(ordain_base::diag::codes::orders::no_instances(n, &once.name, d.span));
                wrong.push(i);
            }
        }
    }
    for i in wrong {
        paragraphs[i].body = Body::Broken;
    }
}

pub(super) fn is_recurring(p: &Paragraph) -> bool {
    let Body::Provision(provision) = &p.body else { return true };
    provision.obligations.iter().any(|o| matches!(o.due, Due::Series(_)))
}

/// No paragraph orders it: the day makes a duty of the paragraph itself, where
/// the Court gives it and nothing of nearly that name is owed already.
fn make_duty_of_day(
    declared: &Declared,
    paragraphs: &mut [Paragraph],
    at: usize,
    d: &Disposition,
    owed: &OwedBy,
    alone: bool,
    out: &mut Vec<Diagnostic>,
) {
    // What is deemed done performs no duty that is written here: it is shown.
    if d.verb == V::Deems {
        return;
    }
    let gives = matches!(d.verb, V::Extends | V::Advances | V::Continues | V::Resets | V::Sets);
    let court =
        matches!(declared.orders[paragraphs[at].order.index()].kind, OrderKind::Order | OrderKind::StandingOrder);
    let near = paragraphs.iter().filter(|_| !owed.thing).find(|p| p.id.index() != at && is_near(declared, p, owed));
    if let Some(near) = near {
        out.push(say::near_duty(&owed.words, &near.name, d.span, near.span));
        paragraphs[at].body = Body::Broken;
        return;
    }
    // `to and including D` says the day too.
    let day = match &d.due {
        Some(Due::Day { moment, strict: false, .. }) => Some(*moment),
        _ => None,
    };
    let made = alone && !owed.parties.is_empty() && !owed.thing;
    let (Some(moment), true, true) = (d.to.or(day), gives && court, made) else {
        // What the parties agree makes no duty; it is shown as what it is.
        if court {
            out.push(match owed.thing {
                true => say::no_such_deadline(&owed.words, d.span),
                false => say::no_such_duty(&owed.words, d.span),
            });
            paragraphs[at].body = Body::Broken;
        }
        return;
    };
    let bearer = match owed.parties.as_slice() {
        [one] => Bearer::One(*one),
        several if owed.each => Bearer::EachOf(several.to_vec()),
        several => Bearer::Jointly(several.to_vec()),
    };
    let names: Vec<&str> = owed.parties.iter().map(|&p| declared.party_name(p)).collect();
    let obligation = Obligation {
        acts: vec![owed.act.clone()],
        words: owed.words.clone(),
        due: Due::Day { moment, strict: false, close_of_business: false },
        ..Obligation::blank(d.span)
    };
    let bearer_words = ordain_base::words::join(&names);
    paragraphs[at].body = Body::Provision(Provision {
        modality: Modality::Must,
        bearer,
        bearer_words,
        obligations: vec![obligation],
        choice: Choice::All,
    });
}

/// Each of a side is each of its members.
fn members_of(declared: &Declared, parties: &[PartyId]) -> Vec<PartyId> {
    let members = |p: &PartyId| match declared.parties[p.index()].members.as_slice() {
        [] => vec![*p],
        members => members.to_vec(),
    };
    parties.iter().flat_map(members).collect()
}

fn acts_of<'p>(declared: &Declared, p: &'p Paragraph, owed: &OwedBy) -> Option<Vec<&'p Act>> {
    let Body::Provision(provision) = &p.body else { return None };
    let theirs = provision.bearer.parties();
    let ours = owed.parties.is_empty()
        || owed
            .parties
            .iter()
            .any(|o| theirs.iter().any(|t| t == o || declared.side(*t) == *o || declared.side(*o) == *t));
    let dated = provision.modality == Modality::Must || provision.modality == Modality::CutOff;
    (dated && ours).then(|| provision.obligations.iter().flat_map(|l| &l.acts).collect())
}

pub(super) fn is_meant(declared: &Declared, p: &Paragraph, owed: &OwedBy) -> bool {
    let meant = |a: &&Act| is_one_act(declared, a, &owed.act) || owed.thing && heads_meet(declared, a, &owed.act);
    acts_of(declared, p, owed).is_some_and(|acts| acts.iter().any(meant))
}

/// The same verb on the same thing, or the verb that the paper is named after: to answer is to file an answer.
pub(super) fn is_one_act(declared: &Declared, a: &Act, b: &Act) -> bool {
    let verbs = &declared.verbs;
    let named = |act: &Act, paper: &Act| {
        let own = heads_of_act(paper).any(|h| declared.wordings(h).contains(&verbs.get(act.verb).lemma));
        verbs.get(paper.verb).family == VerbFamily::File && own
    };
    let bare = heads_of_act(a).next().is_none() && heads_of_act(b).next().is_none();
    verbs.same_family(a.verb, b.verb) && (bare || heads_meet(declared, a, b)) || named(a, b) || named(b, a)
}

/// They are done to one thing.
pub(super) fn heads_meet(declared: &Declared, a: &Act, b: &Act) -> bool {
    heads_of_act(a).any(|x| {
        heads_of_act(b).any(|y| x == y || declared.wordings(x).iter().any(|w| declared.wordings(y).contains(w)))
    })
}

/// Their report, and their reports to the Court: one may be a slip for the other.
fn is_near(declared: &Declared, p: &Paragraph, owed: &OwedBy) -> bool {
    let near = |x: &Head, y: &Head| {
        let deliverables = matches!((x, y), (Head::Deliverable(a), Head::Deliverable(b)) if a.near(*b));
        deliverables
            || declared
                .wordings(x)
                .iter()
                .any(|w| declared.wordings(y).iter().any(|v| ordain_base::words::closest(w, [v.as_str()]).is_some()))
    };
    acts_of(declared, p, owed).is_some_and(|acts| {
        acts.iter().any(|a| {
            declared.verbs.same_family(a.verb, owed.act.verb)
                && heads_of_act(a).any(|x| heads_of_act(&owed.act).any(|y| near(x, y)))
        })
    })
}

pub(super) fn heads_of_act(act: &Act) -> impl Iterator<Item = &Head> {
    act.objects.list.iter().filter_map(|o| o.head.as_ref())
}
