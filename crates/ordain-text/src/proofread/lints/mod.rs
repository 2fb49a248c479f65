//! One file a lint. Each looks at the reading and says what it found; the
//! words of a finding are beside its code in `diag::codes::text`.

mod answer_first;
mod brackets;
mod closed_day;
mod counted_list;
mod duration;
mod figures;
mod future_entry;
mod future_event;
mod granted_and_denied;
mod impossible;
mod late_order;
mod missing_paragraph;
mod money;
mod moved_nowhere;
mod no_trigger;
mod no_year;
mod range;
mod relative;
mod schedule;
mod setting_days;
mod shall_may;
mod skipped_item;
mod totals;
mod twice;
mod two_dates;
mod two_hours;
mod undefined;
mod until;
mod vacated;
mod weekday;
mod window;

use super::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::Code;
use ordain_base::diag::codes::text;

/// One lint: the code of its findings, and the look at a text.
#[derive(Clone, Copy)]
pub(super) struct Lint {
    pub(super) code: Code,
    pub(super) run: fn(&Reading<'_>) -> Vec<Finding>,
}

/// Every lint, by its code.
pub(super) const ALL: &[Lint] = &[
    Lint { code: text::WEEKDAY, run: weekday::wrong_weekdays },
    Lint { code: text::RANGE, run: range::backward_ranges },
    Lint { code: text::DURATION, run: duration::wrong_durations },
    Lint { code: text::FUTURE_EVENT, run: future_event::future_events },
    Lint { code: text::ANSWER_FIRST, run: answer_first::early_answers },
    Lint { code: text::NO_YEAR, run: no_year::days_without_year },
    Lint { code: text::IMPOSSIBLE, run: impossible::impossible_dates },
    Lint { code: text::NO_TRIGGER, run: no_trigger::periods_without_trigger },
    Lint { code: text::UNTIL, run: until::open_untils },
    Lint { code: text::LIST_COUNT, run: counted_list::miscounted_lists },
    Lint { code: text::TWO_DATES, run: two_dates::two_dates },
    Lint { code: text::TOTAL, run: totals::wrong_totals },
    Lint { code: text::DEFINED_TWICE, run: twice::terms_defined_twice },
    Lint { code: text::UNDEFINED, run: undefined::undefined_terms },
    Lint { code: text::UNBALANCED, run: brackets::lone_marks },
    Lint { code: text::CLOSED_DAY, run: closed_day::closed_days },
    Lint { code: text::SHALL_MAY, run: shall_may::required_and_permitted },
    Lint { code: text::FIGURES, run: figures::differing_figures },
    Lint { code: text::VACATED, run: vacated::vacated_triggers },
    Lint { code: text::SUM, run: money::wrong_sums },
    Lint { code: text::LATE_ORDER, run: late_order::passed_deadlines },
    Lint { code: text::SCHEDULE, run: schedule::disordered_schedules },
    Lint { code: text::RELATIVE, run: relative::relative_days },
    Lint { code: text::TWO_HOURS, run: two_hours::differing_hours },
    Lint { code: text::LONG_WINDOW, run: window::long_windows },
    Lint { code: text::MOVED_NOWHERE, run: moved_nowhere::days_moved_nowhere },
    Lint { code: text::MISSING_PARAGRAPH, run: missing_paragraph::missing_paragraphs },
    Lint { code: text::GRANTED_AND_DENIED, run: granted_and_denied::granted_and_denied },
    Lint { code: text::FUTURE_ENTRY, run: future_entry::entries_to_come },
    Lint { code: text::SKIPPED_ITEM, run: skipped_item::skipped_items },
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
