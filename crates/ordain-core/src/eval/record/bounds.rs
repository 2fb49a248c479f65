//! The days on which something was done, in words.

use crate::facts::Bounds;
use ordain_base::words::day;

/// `on Fri 2023-12-01`, `on or after Fri 2024-01-26`, `on a day not stated`.
pub(in crate::eval) fn bounds_in_words(bounds: Bounds) -> String {
    match (bounds.first, bounds.last) {
        (Some(a), Some(b)) if a == b => format!("on {}", day(a)),
        (Some(a), Some(b)) => format!("between {} and {}", day(a), day(b)),
        (Some(a), None) => format!("on or after {}", day(a)),
        (None, Some(b)) => format!("on or before {}", day(b)),
        (None, None) => "on a day not stated".to_owned(),
    }
}
