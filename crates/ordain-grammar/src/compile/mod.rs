//! From a grammar to the text of its reader: a function a rule.

mod class;
mod emit;
mod first;
mod grammar;
mod symbols;

use pest_meta::ast::RuleType;
use pest_meta::{parser, validator};

use grammar::Grammar;

/// The text of a reader for a grammar in the notation of pest.
///
/// # Errors
/// What is wrong with the grammar, or what of the notation is not supported: whitespace that is not written, and the
/// stack.
pub fn compile(text: &str) -> Result<String, String> {
    let pairs = parser::parse(parser::Rule::grammar_rules, text).map_err(|e| e.to_string())?;
    validator::validate_pairs(pairs.clone()).map_err(|e| listed(&e))?;
    let rules = parser::consume_rules(pairs).map_err(|e| listed(&e))?;
    for rule in &rules {
        if matches!(rule.name.as_str(), "WHITESPACE" | "COMMENT") || rule.ty == RuleType::NonAtomic {
            return Err(format!("`{}`: whitespace must be written", rule.name));
        }
    }
    emit::reader(&Grammar::new(rules))
}

fn listed(errors: &[impl ToString]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
