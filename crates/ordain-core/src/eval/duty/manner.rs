//! `manner "electronically"`, `in "searchable PDF"`: the record says that it was done otherwise.

use crate::eval::duty::task::Task;
use crate::facts::Deed;
use crate::model::Body;
use crate::model::object::{Head, Related};
use crate::model::preposition::Preposition as P;
use crate::model::qualifier::{Qualifier, QualifierKind};
use crate::verdict::Modality;
use ordain_time::Service;

/// Why a person must look at an act that the record describes otherwise than the order asks; an act of which it says
/// nothing of the kind is not described otherwise.
pub(in crate::eval) fn done_otherwise(task: &Task<'_>, deed: &Deed) -> Option<String> {
    let Body::Provision(provision) = &task.paragraph.body else { return None };
    if provision.modality != Modality::Must || deed.negated {
        return None;
    }
    let objects = &deed.act.objects.list;
    for term in &task.obligation.terms {
        let asked = |preposition: Option<P>| {
            let own = term.said_as.iter().filter(move |r| r.preposition == preposition);
            own.filter_map(|r| if let Related::Head(Head::Quoted(words)) = &r.to { Some(words.as_str()) } else { None })
        };
        let ways = || objects.iter().flat_map(|o| &o.qualifiers).filter(|q| way_of(q).is_some());
        if term.is_manner
            && let Some(way) = asked(None).find_map(way_in_words)
            && let Some(other) = ways().find(|q| way_of(q) != Some(way))
            && !ways().any(|q| way_of(q) == Some(way))
        {
            return Some(format!("it was {}, and the order asks for it {}", other.words, term.words));
        }
        let told: Vec<&str> = objects
            .iter()
            .flat_map(|o| &o.relations)
            .filter(|r| r.preposition == Some(P::In))
            .filter_map(|r| if let Related::Head(Head::Quoted(words)) = &r.to { Some(words.as_str()) } else { None })
            .collect();
        let same = |asked: &str| told.iter().any(|t| t.contains(asked) || asked.contains(t));
        if let Some(other) = told.first()
            && asked(Some(P::In)).next().is_some()
            && !asked(Some(P::In)).any(same)
        {
            return Some(format!("it was in \u{201c}{other}\u{201d}, and the order asks for it {}", term.words));
        }
    }
    None
}

/// A way of doing something, as far as two of them can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Service(Service),
    InPerson,
    InWriting,
    Orally,
    Remotely,
}

/// The ways that have words of their own, beside those of service.
const WAYS: &[(&str, Way)] = &[
    ("electronically", Way::Service(Service::Electronic)),
    ("in person", Way::InPerson),
    ("in writing", Way::InWriting),
    ("orally", Way::Orally),
    ("remotely", Way::Remotely),
    ("by remote means", Way::Remotely),
    ("by telephone", Way::Remotely),
    ("by video", Way::Remotely),
    ("telephonically", Way::Remotely),
    ("via telephone", Way::Remotely),
    ("via video", Way::Remotely),
    ("via videoconference", Way::Remotely),
    ("via zoom", Way::Remotely),
];

fn way_of(qualifier: &Qualifier) -> Option<Way> {
    match qualifier.kind {
        QualifierKind::Means(Some(service)) => Some(Way::Service(service)),
        QualifierKind::Means(None) | QualifierKind::Shown => way_in_words(&qualifier.words),
        QualifierKind::Listed(_) | QualifierKind::Purpose { .. } | QualifierKind::Anybody => None,
    }
}

fn way_in_words(words: &str) -> Option<Way> {
    let folded = words.to_lowercase();
    let own = WAYS.iter().find(|(w, _)| *w == folded).map(|(_, way)| *way);
    own.or_else(|| Service::parse(folded.strip_prefix("by ")?).map(Way::Service))
}
