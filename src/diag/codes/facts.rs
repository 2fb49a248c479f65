//! Family F: the record.

use crate::diag::code::codes;

codes! {}
