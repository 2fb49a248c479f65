//! The words that the grammar knows, for whoever lists them: from the tables that
//! the reader itself uses.

use crate::clause_openers::OPENERS;
use crate::reserved;

/// Words after `the Court` and after `is` that change nothing: `the Court hereby grants`.
pub const ADVERBS: &[&str] = &["hereby", "further", "temporarily", "preliminarily", "permanently"];

/// The words that open a clause, each with an example to paste.
pub fn clauses() -> impl Iterator<Item = (&'static str, &'static str)> {
    OPENERS.iter().map(|o| (o.words, o.example))
}

/// The words that begin what an order does to another.
pub fn disposition_verbs() -> impl Iterator<Item = &'static str> {
    reserved::DISPOSITIONS.iter().chain(reserved::SHOWN).copied()
}

/// The first words of statements.
pub fn statements() -> impl Iterator<Item = &'static str> {
    reserved::STATEMENTS.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::ADVERBS;

    /// The alternatives before `) ~ stop` or `))*` of a rule of the grammar that begins so.
    fn adverbs_of<'g>(grammar: &'g str, rule: &str) -> Vec<&'g str> {
        let line = grammar.lines().find(|l| l.trim_start().starts_with(rule)).unwrap_or_default();
        let loops = line.split("(gap ~ (").nth(1).unwrap_or_default();
        loops.split(')').next().unwrap_or_default().split('"').skip(1).step_by(2).collect()
    }

    #[test]
    fn the_grammar_passes_over_these_adverbs_and_no_others() {
        let dispositions = include_str!("../grammar/dispositions.pest");
        let paragraphs = include_str!("../grammar/paragraphs.pest");
        assert_eq!(adverbs_of(dispositions, "court "), ADVERBS);
        assert_eq!(adverbs_of(paragraphs, "be "), ADVERBS);
    }
}
