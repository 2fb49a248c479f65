//! Which act performs which instance of a duty that recurs.
//!
//! An act performs the instance in whose window it falls: after the due day of
//! the one before, up to its own. An act that comes nearer to the due day just
//! past than to the next performs late what was due then, if that is still
//! open; so does each act of a window but its last, for the nearest instance
//! that is open. No act performs an instance whose window has not begun: one
//! report too many never pays for the next.

use chrono::NaiveDate;

/// The days of one instance: acts after `opens`, up to `due`, are its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) struct Window {
    pub(in crate::eval) opens: NaiveDate,
    pub(in crate::eval) due: NaiveDate,
}

/// One instance of a duty that recurs, by its number from 1.
#[derive(Debug, Clone, Copy)]
pub(in crate::eval) struct NumberedWindow {
    pub(in crate::eval) n: u32,
    pub(in crate::eval) window: Window,
}

/// For each window the position in `acts` of the act that performs it. The
/// windows follow one another; the acts are days in ascending order.
pub(in crate::eval) fn match_instances(windows: &[Window], acts: &[NaiveDate]) -> Vec<Option<usize>> {
    let mut performed: Vec<Option<usize>> = vec![None; windows.len()];
    // Instances past and still open, the latest last.
    let mut open: Vec<usize> = Vec::new();
    let mut at = acts.partition_point(|a| windows.first().is_some_and(|w| *a <= w.opens));
    for (k, window) in windows.iter().enumerate() {
        let end = at + acts.get(at..).map_or(0, |rest| rest.partition_point(|a| *a <= window.due));
        let mut own = at..end;
        let past_open = k > 0 && open.last() == Some(&(k - 1));
        // Of several acts the last is this window's, and the others are late ones for what is open.
        let late = if open.is_empty() {
            0
        } else if end - at > 1 {
            (end - at - 1).min(open.len())
        } else {
            let near = |a: &NaiveDate| past_open && *a - window.opens < window.due - *a;
            usize::from(end > at && acts.get(at).is_some_and(near))
        };
        for act in own.by_ref().take(late) {
            if let Some(missed) = open.pop() {
                performed[missed] = Some(act);
            }
        }
        performed[k] = own.next();
        if performed[k].is_none() {
            open.push(k);
        }
        at = end;
    }
    for act in at..acts.len() {
        let Some(missed) = open.pop() else { break };
        performed[missed] = Some(act);
    }
    performed
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, 1).and_then(|d| d.checked_add_days(Days::new(n))).unwrap()
    }

    /// Three windows of thirty days.
    fn windows(n: u64) -> Vec<Window> {
        (0..n).map(|k| Window { opens: day(k * 30), due: day(k * 30 + 30) }).collect()
    }

    fn performed(acts: &[u64]) -> Vec<Option<u64>> {
        let days: Vec<NaiveDate> = acts.iter().map(|n| day(*n)).collect();
        match_instances(&windows(3), &days).into_iter().map(|i| i.map(|i| acts[i])).collect()
    }

    #[test]
    fn an_act_performs_the_window_it_falls_in() {
        assert_eq!(performed(&[29, 60, 75]), [Some(29), Some(60), Some(75)]);
    }

    #[test]
    fn shortly_after_a_missed_day_is_late_for_it() {
        assert_eq!(performed(&[33]), [Some(33), None, None]);
        assert_eq!(performed(&[33, 59]), [Some(33), Some(59), None]);
    }

    #[test]
    fn a_month_missed_altogether_shifts_none_of_the_others() {
        assert_eq!(performed(&[59, 88]), [None, Some(59), Some(88)]);
    }

    #[test]
    fn two_in_one_window_make_good_what_was_missed() {
        assert_eq!(performed(&[50, 59]), [Some(50), Some(59), None]);
    }

    #[test]
    fn one_too_many_never_pays_for_the_next() {
        assert_eq!(performed(&[10, 12, 29]), [Some(10), None, None]);
    }

    #[test]
    fn after_the_last_the_rest_make_good() {
        assert_eq!(performed(&[95]), [None, None, Some(95)]);
    }

    proptest! {
        /// No act performs twice, none performs before its window, and one act more
        /// takes no performance away, nor makes one that was in time late.
        #[test]
        fn one_act_more_only_helps(mut acts in prop::collection::vec(0..200_u64, 0..10), more in 0..200_u64) {
            acts.sort_unstable();
            let days = |list: &[u64]| list.iter().map(|n| day(*n)).collect::<Vec<_>>();
            let w = windows(6);
            let before = match_instances(&w, &days(&acts));
            let mut again = acts.clone();
            again.push(more);
            again.sort_unstable();
            let after = match_instances(&w, &days(&again));
            let mut seen: Vec<usize> = after.iter().flatten().copied().collect();
            seen.sort_unstable();
            prop_assert!(seen.windows(2).all(|p| p[0] != p[1]));
            for (k, window) in w.iter().enumerate() {
                let old = before[k].map(|i| day(acts[i]));
                let new = after[k].map(|i| day(again[i]));
                prop_assert!(new.is_none_or(|d| d > window.opens));
                prop_assert!(old.is_none() || new.is_some(), "{k}: {acts:?} + {more}");
                prop_assert!(old.is_none_or(|d| d > window.due) || new.is_some_and(|d| d <= window.due));
            }
        }
    }
}
