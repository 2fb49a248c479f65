//! Units of time of the language as units that are counted.

use ordain_syntax::ast;

/// The language and the rules have one definition of units.
pub(in crate::eval) const fn unit(unit: ast::Unit) -> ordain_time::Unit {
    unit
}
