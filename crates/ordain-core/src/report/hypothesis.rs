//! What a hypothesis changed: verdicts, and what is said beside them.

use std::collections::{BTreeMap, BTreeSet};

use crate::verdict::Verdict;

/// Two runs of one matter, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct HypothesisOutcome {
    /// The facts assumed, as written.
    pub assumed: Vec<String>,
    /// The ids of the facts left out.
    pub without: Vec<String>,
    /// The paragraphs and parts whose verdict, days or day differ.
    pub changes: Vec<Altered>,
    /// The paragraphs of which other sentences are said.
    pub said: Vec<Said>,
    /// What was supposed could not be read: nothing was compared.
    pub unread: bool,
}

/// A verdict before and after, without its parts; none where it has none.
#[derive(Debug, Clone, PartialEq)]
pub struct Altered {
    /// The paragraph, with its part.
    pub id: String,
    /// 0 for a paragraph, 1 for its parts, and so on.
    pub depth: usize,
    /// The verdict on the record as it is.
    pub before: Option<Verdict>,
    /// The verdict on the record as it is supposed.
    pub after: Option<Verdict>,
}

/// The sentences beside a paragraph that only one of the two has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The paragraph, with its part.
    pub id: String,
    /// Sentences that are no longer said.
    pub gone: Vec<String>,
    /// Sentences that are said now.
    pub new: Vec<String>,
}

impl HypothesisOutcome {
    /// A hypothesis that could not be read changes nothing that can be relied on.
    #[must_use]
    pub fn unread(assumed: &[String], without: &[String]) -> Self {
        let (assumed, without) = (assumed.to_vec(), without.to_vec());
        Self { assumed, without, changes: Vec::new(), said: Vec::new(), unread: true }
    }

    /// What differs between the verdicts of the record and those of the hypothesis.
    #[must_use]
    pub fn between(assumed: &[String], without: &[String], before: &[Verdict], after: &[Verdict]) -> Self {
        let mut found = Self::unread(assumed, without);
        found.unread = false;
        found.level(before, after, 0, None);
        found
    }

    fn level(&mut self, before: &[Verdict], after: &[Verdict], depth: usize, above: Option<(&Verdict, &Verdict)>) {
        let by_id: BTreeMap<&str, &Verdict> = before.iter().map(|b| (b.id.as_str(), b)).collect();
        let there: BTreeSet<&str> = after.iter().map(|a| a.id.as_str()).collect();
        for a in after {
            self.pair(by_id.get(a.id.as_str()).copied(), Some(a), depth, above);
        }
        for b in before.iter().filter(|b| !there.contains(b.id.as_str())) {
            self.pair(Some(b), None, depth, above);
        }
    }

    fn pair(
        &mut self,
        before: Option<&Verdict>,
        after: Option<&Verdict>,
        depth: usize,
        above: Option<(&Verdict, &Verdict)>,
    ) {
        let Some(any) = after.or(before) else { return };
        let changed = before.map(shown_of_verdict) != after.map(shown_of_verdict);
        // A part that changed as its paragraph did is not listed again.
        let as_above = above.is_some_and(|(b, a)| {
            Some(shown_of_verdict(b)) == before.map(shown_of_verdict)
                && Some(shown_of_verdict(a)) == after.map(shown_of_verdict)
        });
        if changed && !as_above {
            self.changes.push(Altered {
                id: any.id.clone(),
                depth,
                before: before.map(without_words),
                after: after.map(without_words),
            });
        }
        let (Some(b), Some(a)) = (before, after) else { return };
        if depth == 0 {
            self.sentences(b, a);
        }
        self.level(&b.parts, &a.parts, depth + 1, Some((b, a)));
    }

    fn sentences(&mut self, before: &Verdict, after: &Verdict) {
        let of = |v: &Verdict| -> Vec<String> {
            let why = (before.kind == after.kind).then(|| v.why.clone());
            why.into_iter().chain(v.notes.iter().map(|r| r.text.clone())).filter(|t| !t.is_empty()).collect()
        };
        let (old, new) = (of(before), of(after));
        let only = |these: &[String], those: &[String]| -> Vec<String> {
            these.iter().filter(|t| !those.contains(t)).cloned().collect()
        };
        let said = Said { id: after.id.clone(), gone: only(&old, &new), new: only(&new, &old) };
        if !(said.gone.is_empty() && said.new.is_empty()) {
            self.said.push(said);
        }
    }

    /// What came of it, in one sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        if self.unread {
            return "what was supposed could not be read, so nothing is compared".to_owned();
        }
        let verdicts = self.changes.iter().filter(|c| c.depth == 0).count();
        let said: Vec<&str> = self.said.iter().map(|s| s.id.as_str()).collect();
        let beside = ordain_base::words::join(&said);
        match (self.changes.is_empty(), said.is_empty()) {
            (true, true) => "no verdict changes, nor what is said beside one".to_owned(),
            (true, false) => format!("no verdict changes; what is said beside {beside} does"),
            (false, _) if verdicts == 1 => "the verdict of 1 paragraph changes".to_owned(),
            (false, _) if verdicts == 0 => "the verdict of no paragraph changes, only those of parts".to_owned(),
            (false, _) => format!("the verdicts of {verdicts} paragraphs change"),
        }
    }
}

/// All of a verdict that a table shows.
fn shown_of_verdict(v: &Verdict) -> (crate::verdict::Kind, Option<i64>, bool, Option<chrono::NaiveDate>) {
    (v.kind, v.days, v.at_least, v.due.as_ref().map(|d| d.day))
}

fn without_words(v: &Verdict) -> Verdict {
    Verdict { parts: Vec::new(), reasons: Vec::new(), ..v.clone() }
}
