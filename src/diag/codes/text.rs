//! Family L: the order's own text, and habits of rule files.

use crate::diag::code::codes;

codes! {}
