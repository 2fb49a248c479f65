//! The rules of a grammar, by their names.

use std::collections::BTreeMap;

use pest_meta::ast::{Expr, Rule, RuleType};

/// The rules of a grammar.
pub(crate) struct Grammar {
    /// In the order of the file.
    pub(crate) order: Vec<String>,
    rules: BTreeMap<String, Rule>,
}

impl Grammar {
    pub(crate) fn new(rules: Vec<Rule>) -> Self {
        let order = rules.iter().map(|r| r.name.clone()).collect();
        Self { order, rules: rules.into_iter().map(|r| (r.name.clone(), r)).collect() }
    }

    pub(crate) fn rule(&self, name: &str) -> Option<&Rule> {
        self.rules.get(name)
    }

    /// The rule of a name, if what it finds is no node of its own.
    pub(crate) fn silent(&self, name: &str) -> Option<&Expr> {
        self.rule(name).filter(|r| r.ty == RuleType::Silent).map(|r| &r.expr)
    }

    /// True if what `expr` reads may hold nodes.
    pub(crate) fn has_nodes(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Ident(name) => name == "EOI" || self.rule(name).is_some() && !self.is_silent_of_nodes(name),
            Expr::PosPred(_) | Expr::NegPred(_) => false,
            Expr::Seq(a, b) | Expr::Choice(a, b) => self.has_nodes(a) || self.has_nodes(b),
            Expr::Opt(e) | Expr::Rep(e) | Expr::RepOnce(e) | Expr::RepExact(e, _) => self.has_nodes(e),
            Expr::RepMin(e, _) | Expr::RepMax(e, _) | Expr::RepMinMax(e, _, _) => self.has_nodes(e),
            _ => false,
        }
    }

    fn is_silent_of_nodes(&self, name: &str) -> bool {
        self.silent(name).is_some_and(|expr| !self.has_nodes(expr))
    }
}
