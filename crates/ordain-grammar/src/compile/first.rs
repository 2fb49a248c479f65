//! With what an expression can begin.

use std::cell::RefCell;
use std::collections::BTreeMap;

use pest_meta::ast::Expr;

use super::class::Class;
use super::grammar::Grammar;
use super::symbols::Symbols;

/// What the next symbol says of an expression.
#[derive(Clone)]
pub(crate) struct First {
    /// With these it may match and read something.
    reads: Symbols,
    /// With these it may match and read nothing.
    passes: Symbols,
    /// With these it certainly matches.
    certain: Symbols,
}

impl First {
    /// The symbols without which it cannot match.
    pub(crate) fn possible(&self) -> Symbols {
        self.reads.or(&self.passes)
    }

    fn reading(symbols: Symbols) -> Self {
        Self { reads: symbols, passes: Symbols::none(), certain: Symbols::none() }
    }

    /// The same, where nothing is an answer too.
    fn optional(self) -> Self {
        let passes = self.passes.or(&self.certain.not());
        Self { passes, certain: Symbols::all(), ..self }
    }

    /// The same more than once: the first may match and the second not.
    fn repeated(self, times: u32) -> Self {
        match times {
            0 => self.optional(),
            1 => self,
            _ => Self { certain: Symbols::none(), ..self },
        }
    }

    fn then(self, next: &Self) -> Self {
        let certain = match (self.reads.is_empty(), next.certain == Symbols::all()) {
            (true, _) => self.certain.and(&next.certain),
            (false, true) => self.certain,
            (false, false) => Symbols::none(),
        };
        Self { reads: self.reads.or(&self.passes.and(&next.reads)), passes: self.passes.and(&next.passes), certain }
    }

    fn or_else(self, next: &Self) -> Self {
        let tried = self.certain.not();
        Self {
            reads: self.reads.or(&next.reads.and(&tried)),
            passes: self.passes.or(&next.passes.and(&tried)),
            certain: self.certain.or(&next.certain),
        }
    }
}

/// The same for the rules of a grammar, each found once.
pub(crate) struct Firsts<'g> {
    grammar: &'g Grammar,
    of_rules: RefCell<BTreeMap<String, First>>,
}

impl<'g> Firsts<'g> {
    pub(crate) fn new(grammar: &'g Grammar) -> Self {
        Self { grammar, of_rules: RefCell::default() }
    }

    pub(crate) fn of(&self, expr: &Expr) -> First {
        if let Some(class) = Class::of(self.grammar, expr) {
            let certain = match class.has_all_beyond() {
                true => class.ascii.or(&class.leads),
                false => class.ascii.clone(),
            };
            return First { certain, ..First::reading(class.ascii.or(&class.leads)) };
        }
        match expr {
            Expr::Str(text) | Expr::Insens(text) if text.is_empty() => First::reading(Symbols::none()).optional(),
            Expr::Str(text) => First::reading(text.bytes().next().map_or_else(Symbols::none, Symbols::byte)),
            Expr::Insens(text) => {
                let byte = text.bytes().next().unwrap_or(0);
                let both = [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()].map(Symbols::byte);
                First::reading(both[0].or(&both[1]))
            }
            Expr::Ident(name) => self.of_name(name),
            Expr::PosPred(e) => {
                let of = self.of(e);
                First { passes: of.possible(), reads: Symbols::none(), certain: of.certain }
            }
            Expr::NegPred(e) => {
                let of = self.of(e);
                First { passes: of.certain.not(), reads: Symbols::none(), certain: of.possible().not() }
            }
            Expr::Seq(a, b) => self.of(a).then(&self.of(b)),
            Expr::Choice(a, b) => self.of(a).or_else(&self.of(b)),
            Expr::Opt(e) | Expr::Rep(e) | Expr::RepMax(e, _) => self.of(e).optional(),
            Expr::RepOnce(e) => self.of(e),
            Expr::RepExact(e, n) | Expr::RepMin(e, n) | Expr::RepMinMax(e, n, _) => self.of(e).repeated(*n),
            // Of anything else nothing is known.
            _ => First { reads: Symbols::all(), passes: Symbols::all(), certain: Symbols::none() },
        }
    }

    fn of_name(&self, name: &str) -> First {
        let known = self.of_rules.borrow().get(name).cloned();
        if let Some(known) = known {
            return known;
        }
        let of = match (self.grammar.rule(name), name) {
            (Some(rule), _) => self.of(&rule.expr),
            (None, "EOI") => First { reads: Symbols::none(), passes: Symbols::end(), certain: Symbols::end() },
            (None, "NEWLINE") => First::reading(Symbols::byte(b'\n').or(&Symbols::byte(b'\r'))),
            (None, _) => First { reads: Symbols::all(), passes: Symbols::all(), certain: Symbols::none() },
        };
        self.of_rules.borrow_mut().insert(name.to_owned(), of.clone());
        of
    }
}
