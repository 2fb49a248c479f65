//! Family N: names, verbs and what they stand for.

use crate::diag::code::codes;

codes! {}
