//! Family D: duties and their verdicts.

use crate::diag::code::codes;

codes! {}
