//! Family T: dates, deadlines, counting.

use crate::diag::code::codes;

codes! {}
