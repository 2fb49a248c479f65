//! One file a lint. Each looks at the reading and says what it found; the
//! words of a finding stand beside its code in `diag::codes::text`.

mod answer_first;
mod brackets;
mod closed_day;
mod counted_list;
mod duration;
mod figures;
mod future_event;
mod impossible;
mod late_order;
mod money;
mod no_trigger;
mod no_year;
mod range;
mod relative;
mod schedule;
mod settings;
mod shall_may;
mod totals;
mod twice;
mod two_dates;
mod undefined;
mod until;
mod vacated;
mod weekday;

use super::Finding;
use crate::Reading;
use ordain_base::diag::Code;
use ordain_base::diag::codes::text;

/// One lint: the code of its findings, and the look at a text.
#[derive(Clone, Copy)]
pub struct Lint {
    pub code: Code,
    pub(super) run: fn(&Reading<'_>) -> Vec<Finding>,
}

/// Every lint, by its code.
pub const ALL: &[Lint] = &[
    Lint { code: text::WEEKDAY, run: weekday::check },
    Lint { code: text::RANGE, run: range::check },
    Lint { code: text::DURATION, run: duration::check },
    Lint { code: text::FUTURE_EVENT, run: future_event::check },
    Lint { code: text::ANSWER_FIRST, run: answer_first::check },
    Lint { code: text::NO_YEAR, run: no_year::check },
    Lint { code: text::IMPOSSIBLE, run: impossible::check },
    Lint { code: text::NO_TRIGGER, run: no_trigger::check },
    Lint { code: text::UNTIL, run: until::check },
    Lint { code: text::LIST_COUNT, run: counted_list::check },
    Lint { code: text::TWO_DATES, run: two_dates::check },
    Lint { code: text::TOTAL, run: totals::check },
    Lint { code: text::DEFINED_TWICE, run: twice::check },
    Lint { code: text::UNDEFINED, run: undefined::check },
    Lint { code: text::UNBALANCED, run: brackets::check },
    Lint { code: text::CLOSED_DAY, run: closed_day::check },
    Lint { code: text::SHALL_MAY, run: shall_may::check },
    Lint { code: text::FIGURES, run: figures::check },
    Lint { code: text::VACATED, run: vacated::check },
    Lint { code: text::SUM, run: money::check },
    Lint { code: text::LATE_ORDER, run: late_order::check },
    Lint { code: text::SCHEDULE, run: schedule::check },
    Lint { code: text::RELATIVE, run: relative::check },
];

#[cfg(test)]
mod tests {
    use super::{ALL, text};

    #[test]
    fn every_code_of_the_family_has_one_lint() {
        let of_lints: Vec<&str> = ALL.iter().map(|l| l.code.id).collect();
        let mut proof: Vec<&str> = text::ALL.iter().map(|c| c.id).filter(|id| id.starts_with("L02")).collect();
        proof.sort_unstable();
        assert_eq!(of_lints, proof);
    }
}
