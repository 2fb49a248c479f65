//! The body of a paragraph that is no duty, no cut-off and no disposition: what it
//! may have been meant for.

use super::{Lower, Pair};
use crate::ast::Body;
use crate::clause_openers::opens_clause;
use crate::reserved;
use ordain_base::diag::{Diagnostic, codes};
use ordain_base::words::one_line;

impl Lower<'_> {
    /// A body without modal or disposition.
    pub(super) fn loose(&mut self, pair: &Pair<'_>) -> Option<Body> {
        let text = self.words(pair);
        if reserved::begins_with_words(text, "no further extension") {
            return Some(Body::Listed(self.shown(pair)));
        }
        let text = text.to_owned();
        let span = self.span(pair);
        let words: Vec<&str> = text.split_whitespace().collect();
        if let Some((i, right)) = crate::classify::slipped_modal(&words) {
            let wrong = words.get(i).copied().unwrap_or("");
            let at = text.find(&format!(" {wrong}")).map_or(0, |a| a + 1) + pair.start();
            self.report(codes::modals::misspelt_modal(self.view.span(at, at + wrong.len()), wrong, right));
            return None;
        }
        if let Some(active) = active_form_of(&text) {
            // What was read as a clause behind it goes with it: `until further order`.
            let rest = self.view.text.get(pair.end()..).and_then(|r| r.lines().next()).unwrap_or("");
            let rest = rest.split([';', '.']).next().unwrap_or("").trim();
            let clause = ["until", "pending", "to", "through", "nunc", "as", "in"]
                .iter()
                .any(|w| reserved::begins_with_words(rest, w));
            let active = if clause { format!("{active} {rest}") } else { active };
            self.report(codes::syntax::passive(span, &text, &active));
            return None;
        }
        if let Some(reported) = self.out_of_order(pair, &text) {
            self.report(reported);
            return None;
        }
        if let Some(duty) = add_binding_word(&text) {
            let help = format!("if somebody must do this, say so: `{duty}`");
            self.report(codes::syntax::unreadable_clause(span, &text, &help));
            return None;
        }
        let help = "say who `must`, `must not` or `may` do what, or what the order does (`grants …`, `vacates …`); for words that are only shown write `orders \"…\"`";
        self.report(codes::syntax::unreadable_clause(span, &text, help));
        None
    }

    /// Words that bind, in an order or with marks that cannot be read.
    fn out_of_order(&self, pair: &Pair<'_>, text: &str) -> Option<Diagnostic> {
        let start = pair.start();
        let span = self.span(pair);
        let at = |from: usize, to: usize| self.view.span(start + from, start + to);
        let modal = ["must", "shall", "may"].iter().find_map(|m| Some((text.find(&format!(" {m} "))?, *m)));
        if opens_clause(text) && modal.is_some() {
            let line = text.lines().next().unwrap_or(text).trim_end();
            return Some(codes::common_mistakes::clause_out_of_order(at(0, line.len()), line, None));
        }
        if let Some((end, _)) = modal {
            let bearer = text.get(..end)?;
            if let Some(colon) = bearer.strip_suffix(':') {
                return Some(codes::common_mistakes::colon_after_bearer(span, text, at(colon.len(), end)));
            }
            if let (Some(open), Some(close)) = (bearer.find('('), bearer.rfind(')'))
                && open < close
            {
                let lead = bearer.get(..open)?.trim_end().len();
                let words = bearer.get(open..=close)?;
                return Some(codes::common_mistakes::bracket_in_bearer(
                    at(lead, close + 1),
                    words,
                    at(open, close + 1),
                ));
            }
        }
        if text.contains(" due ") || text.ends_with(" due") {
            return Some(codes::common_mistakes::bare_due(span, text));
        }
        // `Defendants by December 1, 2023 must file answer`
        let rest = self.view.text.get(pair.end()..)?;
        let lead = rest.len() - rest.trim_start().len();
        let (clause, act) = [" must ", " shall ", " may "].iter().find_map(|m| {
            let (clause, act) = rest.split_once(m)?;
            Some((clause.trim(), format!("{m}{act}")))
        })?;
        if !opens_clause(clause) {
            return None;
        }
        let from = pair.end() + lead;
        let act = act.trim();
        let whole = self.view.span(start, from + rest.trim().len());
        let right = format!("{text} {act} {clause}");
        let one = !rest.trim().contains('\n') && right.chars().count() <= 100 && !right.contains("xx");
        let clause_span = self.view.span(from, from + clause.len());
        let corrected = one.then_some((whole, right.as_str()));
        Some(codes::common_mistakes::clause_out_of_order(clause_span, self.view.words_at(clause_span), corrected))
    }
}

/// `Defendants file answer`, `Answer to be filed by Defendants`: who and what, and no word that binds.
fn add_binding_word(text: &str) -> Option<String> {
    let line = one_line(text);
    if line.chars().count() > 60 {
        return None;
    }
    if let Some((what, who)) = line.split_once(" to be filed by ").or_else(|| line.split_once(" to be served by ")) {
        let verb = if line.contains(" filed ") { "file" } else { "serve" };
        return Some(format!("{who} must {verb} {}", what.to_lowercase()));
    }
    let (who, rest) = line.split_once(' ')?;
    let plain =
        |w: &str| w.len() > 3 && w.chars().all(|c| c.is_ascii_lowercase()) && !w.ends_with('s') && !w.ends_with("ed");
    let (verb, what) = rest.split_once(' ')?;
    let party = who.starts_with(char::is_uppercase) && who.ends_with('s');
    (party && plain(verb) && !what.is_empty()).then(|| format!("{who} must {rest}"))
}

/// What courts write in the passive, the verb first: `Status is vacated`, `motions in limine due`.
fn active_form_of(text: &str) -> Option<String> {
    const PASSIVES: &[(&str, &str)] = &[
        ("vacated", "vacates"),
        ("reset", "resets"),
        ("stayed", "stays"),
        ("stricken", "strikes"),
        ("extended", "extends"),
        ("continued", "continues"),
        ("granted", "grants"),
        ("denied", "denies"),
        ("lifted", "lifts"),
        ("advanced", "advances"),
        ("modified", "modifies"),
        ("superseded", "supersedes"),
        ("reinstated", "reinstates"),
        ("adjourned", "adjourns"),
    ];
    let line = one_line(text);
    // `extend MTC ¶ 1 to D`: what the order does is in the third person.
    let first = line.split(' ').next().unwrap_or("");
    let whole = if first == "deny" { "denies".to_owned() } else { format!("{first}s") };
    if PASSIVES.iter().any(|(_, active)| *active == whole) {
        return Some(line.replacen(first, &whole, 1));
    }
    if let Some(what) = line.strip_suffix(" due") {
        let several = what.split(' ').next().is_some_and(|w| w.ends_with('s'));
        return Some(format!("{what} {} due", if several { "are" } else { "is" }));
    }
    let stands =
        [" remain in effect", " remains in effect", " remain unchanged", " remains unchanged", " remain in place"];
    if let Some((what, _)) = stands.iter().find_map(|w| line.split_once(w)) {
        let what = what.replacen("All ", "all ", 1).replacen(" in ", " of ", 1);
        return Some(format!("{what} stand"));
    }
    PASSIVES.iter().find_map(|(passive, active)| {
        let (what, rest) = [" is hereby ", " are hereby ", " is ", " are "].iter().find_map(|be| {
            let (what, rest) = line.split_once(be)?;
            let rest = rest.to_lowercase().starts_with(passive).then(|| rest.get(passive.len()..))?;
            // `the deadline in First ¶ 1` is that paragraph.
            let bare = ["the deadline in ", "the deadline of ", "the deadline under ", "the deadline set by "];
            let lower = what.to_lowercase();
            let what =
                bare.iter().find(|b| lower.starts_with(**b) && what.contains('¶')).map_or(what, |b| &what[b.len()..]);
            Some((what, rest.unwrap_or("")))
        })?;
        Some(format!("{active} {what}{rest}"))
    })
}
