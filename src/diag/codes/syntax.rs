//! Family S: the shape of a file.

use crate::diag::code::codes;

codes! {}
