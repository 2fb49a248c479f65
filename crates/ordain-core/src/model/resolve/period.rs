//! `14 days after service by mail of the opposition`.

use chrono::NaiveDate;

use super::anchor::resolve_anchor;
use super::phrase::PhraseResolver;
use super::tokens::text_of;
use crate::model::ir::due::Due;
use crate::model::ir::period::{Period, ServiceWay};
use ordain_syntax::ast::{Length, Phrase, Point};
use ordain_time::Service;

pub(crate) fn resolve_period(
    words: &mut PhraseResolver<'_>,
    length: Length,
    from: &Point,
    backward: bool,
    stated: Option<NaiveDate>,
) -> Option<Due> {
    let period = match from {
        Point::Date(d) => Period { stated, ..Period::from_day(length, d.day, backward) },
        Point::Event(p) => {
            let (phrase, service) = without_service(p);
            let anchor = resolve_anchor(words, &phrase)?;
            Period { length, anchor, words: text_of(p), backward, stated, governs: None, service }
        }
    };
    Some(Due::Period(Box::new(period)))
}

/// `service by mail of the opposition`: the event without the way of service, and the way.
fn without_service(phrase: &Phrase) -> (Phrase, Option<ServiceWay>) {
    let served = phrase.tokens.iter().any(|t| t.text.eq_ignore_ascii_case("service"));
    let by = phrase.tokens.iter().position(|t| t.text == "by");
    let (Some(by), true) = (by, served) else {
        return (phrase.clone(), served.then_some(ServiceWay::Unsaid));
    };
    let way = (1..=4).rev().find_map(|n| {
        let words = phrase.tokens.get(by + 1..=by + n)?;
        let text = words.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ");
        Service::parse(&text).map(|s| (s, n))
    });
    let Some((service, n)) = way else { return (phrase.clone(), Some(ServiceWay::Unsaid)) };
    let mut rest = phrase.clone();
    rest.tokens.drain(by..=by + n);
    (rest, Some(ServiceWay::Stated(service)))
}
