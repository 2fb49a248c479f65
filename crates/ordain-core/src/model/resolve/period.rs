//! `14 days after service by mail of the opposition`.

use chrono::NaiveDate;

use super::anchor::anchor;
use super::phrase::PhraseResolver;
use super::tokens::text_of;
use crate::model::ir::anchor::Anchor;
use crate::model::ir::due::Due;
use crate::model::ir::period::Period;
use ordain_syntax::ast::{Length, Phrase, Point};
use ordain_time::Service;

pub(crate) fn period(
    words: &mut PhraseResolver<'_>,
    length: Length,
    from: &Point,
    backward: bool,
    stated: Option<NaiveDate>,
) -> Option<Due> {
    let (anchor, text, service) = match from {
        Point::Date(d) => (Anchor::Day(d.day), ordain_base::words::day(d.day), None),
        Point::Event(p) => {
            let (phrase, service) = without_service(p);
            (anchor(words, &phrase)?, text_of(p), service)
        }
    };
    let period = Period { length, anchor, words: text, backward, stated, governs: None, service };
    Some(Due::Period(Box::new(period)))
}

/// `service by mail of the opposition`: the event without the way of service, and the way.
fn without_service(phrase: &Phrase) -> (Phrase, Option<Service>) {
    let served = phrase.tokens.iter().any(|t| t.text.eq_ignore_ascii_case("service"));
    let by = phrase.tokens.iter().position(|t| t.text == "by");
    let (Some(by), true) = (by, served) else {
        return (phrase.clone(), served.then_some(Service::Personal));
    };
    let way = (1..=4).rev().find_map(|n| {
        let words = phrase.tokens.get(by + 1..=by + n)?;
        let text = words.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ");
        Service::parse(&text).map(|s| (s, n))
    });
    let Some((service, n)) = way else { return (phrase.clone(), Some(Service::Personal)) };
    let mut rest = phrase.clone();
    rest.tokens.drain(by..=by + n);
    (rest, Some(service))
}
