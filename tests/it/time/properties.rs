//! Properties of counting that hold for every day, number and set of rules.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{Days, NaiveDate};
use ordain_time::{
    Anchor, Calendar, Counted, Direction, Length, Library, Options, RuleSet, Service, Step, StepKind, Unit, Venue,
    count, due_day, read, read_point, read_request,
};
use proptest::prelude::*;

const SETS: [&str; 10] = ["frcp", "frap", "frbp", "frcrp", "ccp", "ny", "trcp", "massrcp", "itc", "delsuper"];
const COURTS: [Option<&str>; 5] = [None, Some("C.D. Cal."), Some("S.D.N.Y."), Some("D. Mass."), Some("D. Kan.")];

fn setup(set: usize, court: usize) -> (&'static RuleSet, Calendar) {
    let library = Library::standard();
    let rules = library.rules(SETS[set % SETS.len()]).unwrap();
    let state = rules.versions[0].state_forward.is_none();
    let court = if state { None } else { COURTS[court % COURTS.len()] };
    (rules, library.calendar(rules, &Venue { court, ..Venue::default() }).unwrap())
}

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2015, 6, 1).unwrap().checked_add_days(Days::new(u64::from(n))).unwrap()
}

fn unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![Unit::Days, Unit::CalendarDays, Unit::CourtDays, Unit::Weeks, Unit::Months, Unit::Years])
}

fn service() -> impl Strategy<Value = Option<Service>> {
    prop::option::of(prop::sample::select(Service::ALL.iter().map(|(_, s)| *s).collect::<Vec<_>>()))
}

fn options(service: Option<Service>, closed: &[u32]) -> Options {
    Options { service, clerk_closed: closed.iter().map(|n| day(*n)).collect(), ..Options::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_forward_date_is_open_and_not_before_the_raw_day(
        set in 0..10usize, court in 0..5usize, from in 0..9000u32, n in 0..400u32, service in service(),
        closed in prop::collection::vec(0..9400u32, 0..3),
    ) {
        let (rules, calendar) = setup(set, court);
        let length = Length::new(n, Unit::Days);
        let opts = options(service, &closed);
        let c = count(rules, &calendar, Anchor::Day(day(from)), length, Direction::After, &opts).unwrap();
        prop_assert!(calendar.closed(c.due, Direction::After).unwrap().is_none());
        // Texas and Massachusetts do not say what an inaccessible clerk's office does.
        let silent = c.notices.iter().any(|n| n.code.id == "T0513");
        prop_assert!(silent || !opts.clerk_closed.contains(&c.due));
        prop_assert!(c.due >= day(from + n));
        prop_assert!(c.earliest_safe.is_none_or(|s| s < c.due));
        prop_assert_eq!(due_day(rules, &calendar, Anchor::Day(day(from)), length, Direction::After, &opts).unwrap(), c.due);
    }

    #[test]
    fn counting_is_monotone(
        set in 0..10usize, court in 0..5usize, from in 1000..9000u32, n in 11..200u32, unit in unit(), service in service(),
        more in 0..40u32, before in any::<bool>(),
    ) {
        let (rules, calendar) = setup(set, court);
        let n = if matches!(unit, Unit::Years | Unit::Months) { n % 8 } else { n };
        let side = if before { Direction::Before } else { Direction::After };
        // One version of the rules throughout.
        let opts = Options { rules_as_of: Some(day(9000)), ..options(service, &[]) };
        let due = |from: u32, n: u32| due_day(rules, &calendar, Anchor::Day(day(from)), Length::new(n, unit), side, &opts);
        let (base, longer, later) = (due(from, n).unwrap(), due(from, n + 1).unwrap(), due(from + more, n).unwrap());
        let ordered = if before { longer <= base } else { longer >= base };
        prop_assert!(ordered, "{} then {}", base, longer);
        prop_assert!(later >= base);
    }

    #[test]
    fn where_rules_roll_backward_a_date_is_not_after_the_raw_day(
        set in 0..10usize, court in 0..5usize, from in 1000..9000u32, n in 0..400u32, closed in prop::collection::vec(600..9000u32, 0..3),
    ) {
        let (rules, calendar) = setup(set, court);
        let opts = options(None, &closed);
        let anchor = Anchor::Day(day(from));
        let c = count(rules, &calendar, anchor, Length::new(n, Unit::Days), Direction::Before, &opts).unwrap();
        let backward = rules.on(day(from)).unwrap().roll_before.0 == Direction::Before;
        let moved = c.trace.iter().any(|s| s.kind == StepKind::Clerk);
        prop_assert!(!backward || moved || c.due <= day(from - n));
        prop_assert!(calendar.closed(c.due, Direction::Before).unwrap().is_none());
    }

    #[test]
    fn a_trace_replayed_by_hand_gives_the_date(
        set in 0..10usize, court in 0..5usize, from in 1000..9000u32, n in 0..120u32, unit in unit(), service in service(),
        before in any::<bool>(), closed in prop::collection::vec(600..9400u32, 0..3),
    ) {
        let (rules, calendar) = setup(set, court);
        let n = if unit == Unit::Years { n % 5 } else if unit == Unit::Months { n % 30 } else { n };
        let side = if before { Direction::Before } else { Direction::After };
        let c = count(rules, &calendar, Anchor::Day(day(from)), Length::new(n, unit), side, &options(service, &closed)).unwrap();
        prop_assert_eq!(replay(&c, &calendar, side), Ok(c.due));
        prop_assert!(c.trace.iter().all(|s| !s.rule.is_empty() && !s.why.is_empty()));
    }

    #[test]
    fn no_text_breaks_the_readers(text in "\\PC{0,120}", line in "(calendar|holiday|rules|service by|court|in force since|closure|clerk)[ -~\n]{0,80}") {
        let _ = read_request(&text);
        let _ = read_point(&text);
        let _ = read(&text, 7);
        let _ = Library::standard().with(&line, u32::MAX - 10);
    }
}

proptest! {
    // Each case builds a library of its own.
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_closure_never_makes_a_forward_date_earlier(
        court in 0..5usize, from in 0..4000u32, n in 0..60u32, at in 0..80u32, service in service(), unit in unit(),
    ) {
        let n = if matches!(unit, Unit::Years) { n % 5 } else { n };
        let library = Library::standard();
        let closure = day(from + at);
        let text = format!("adding to calendar federal\n  closure \"a day\" on {closure}\n");
        let (with, found) = library.with(&text, 0);
        prop_assert!(found.is_empty());
        let rules = library.rules("frcp").unwrap();
        let venue = Venue { court: COURTS[court], ..Venue::default() };
        let (plain, closed) = (library.calendar(rules, &venue).unwrap(), with.calendar(rules, &venue).unwrap());
        let opts = options(service, &[]);
        let due = |c: &Calendar| due_day(rules, c, Anchor::Day(day(from)), Length::new(n, unit), Direction::After, &opts).unwrap();
        prop_assert!(due(&closed) >= due(&plain));
        // A gap of a day reaches as far as any one closed day can move the end.
        let counted = count(rules, &plain, Anchor::Day(day(from)), Length::new(n, unit), Direction::After, &opts).unwrap();
        let year = chrono::Datelike::year(&counted.due);
        let gap = plain.gaps.iter().chain(&plain.forward_gaps).any(|g| g.days > 0 && g.reaches(year, year));
        prop_assert!(!gap || due(&closed) <= counted.latest.unwrap_or(counted.due), "{:?} {:?}", closure, counted);
        prop_assert!(counted.latest.is_none_or(|l| l > counted.due) && counted.earliest_safe.is_none_or(|e| e < counted.due));
        let mut clerk = plain.clone();
        clerk.close_clerk(closure, "storm");
        prop_assert!(due(&clerk) >= due(&plain));
    }
}

/// Follows the steps with a pencil: days between are counted or closed, and the last date is the answer.
fn replay(c: &Counted, calendar: &Calendar, side: Direction) -> Result<NaiveDate, String> {
    let closed = |d: NaiveDate| calendar.closed(d, side).unwrap().is_some();
    let mut at = None;
    for Step { kind, date, why, .. } in &c.trace {
        let from = at.unwrap_or(*date);
        let between = |forward: bool| {
            let (mut d, mut out) = (from, Vec::new());
            while d != *date && out.len() < 5000 {
                out.push(d);
                d = if forward { d.succ_opt() } else { d.pred_opt() }.unwrap();
            }
            out
        };
        let forward = *date >= from;
        let holds = match kind {
            StepKind::Event => true,
            // The day before the first day is that from which the period is counted.
            StepKind::Begin => between(forward).into_iter().skip(1).all(closed) && !closed(*date),
            StepKind::Count => counts(why, from, *date, &between(forward), &closed),
            StepKind::Service => {
                let added: i64 =
                    why.split("adds ").nth(1).and_then(|w| w.split(' ').next()?.parse().ok()).ok_or("no number")?;
                let passed = between(forward);
                let days = if why.contains("court day") {
                    let open = passed.iter().skip(1).chain([date]).filter(|d| !closed(**d)).count();
                    i64::try_from(open).unwrap_or(0)
                } else {
                    i64::try_from(passed.len()).unwrap_or(0)
                };
                days == added
            }
            StepKind::LastDay => *date == from && !closed(from),
            StepKind::Roll => *date != from && between(forward).into_iter().all(closed) && !closed(*date),
            StepKind::Clerk => *date > from && !closed(*date),
            StepKind::End => *date == from,
        };
        if !holds {
            return Err(format!("{kind:?} from {from} to {date} does not hold: {why}"));
        }
        let first = if side == Direction::After { date.pred_opt() } else { date.succ_opt() };
        at = if *kind == StepKind::Begin { first } else { Some(*date) };
    }
    at.ok_or_else(|| "no step".to_owned())
}

/// `14 days after Thu 2024-08-01, every day counted`, and the other ways.
fn counts(why: &str, from: NaiveDate, to: NaiveDate, passed: &[NaiveDate], closed: &dyn Fn(NaiveDate) -> bool) -> bool {
    let n: usize = why.split(' ').next().unwrap().parse().unwrap();
    if why.contains("closed days skipped") {
        return passed.iter().skip(1).chain([&to]).filter(|d| n > 0 && !closed(**d)).count() == n;
    }
    if why.contains("the same number") {
        use chrono::Datelike;
        let months = (to.year() - from.year()) * 12 + to.month().cast_signed() - from.month().cast_signed();
        let n = i32::try_from(if why.contains("year") { n * 12 } else { n }).unwrap();
        let last = to.succ_opt().unwrap().day() == 1;
        return months.abs() == n && (to.day() == from.day() || (last && to.day() < from.day()));
    }
    passed.len() == if why.contains("week") { n * 7 } else { n }
}
