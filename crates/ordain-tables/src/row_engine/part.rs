//! What one thread found in one table.

use std::collections::HashMap;

use super::date::Day;
use super::duplicates::Names;
use super::finding::{Finding, Mismatch, OWN};
use super::findings::Pending;
use super::flaw::{Flaw, FlawKind};
use super::found::{Measured, Tally};
use super::index::Gathered;
use super::marked::Marked;
use super::matched::{Match, Total};
use super::numbers::Run;
use super::plan::{JoinKey, Plan};
use super::position::RowPosition;
use super::ranges::Span;
use super::series::Series;
use super::spill::{Encoder, PARTITIONS};

/// A finding before it has its name.
pub struct Short {
    pub check: usize,
    pub code: u32,
    pub position: RowPosition,
    pub late: Day,
    pub other: Option<(u32, RowPosition)>,
    pub mismatch: Option<Mismatch>,
    pub unclear: bool,
}

/// What one thread found in one table.
pub struct Part {
    pub used: u64,
    pub unused: u64,
    pub unreadable: u64,
    /// The first of those that cannot be read; where all of them stand that have a value which cannot.
    pub flaws: Vec<Flaw>,
    pub flawed_rows: Marked,
    pub flawed: HashMap<(Option<usize>, FlawKind), u64>,
    /// The group of each is the number that this thread's judge gave its label.
    pub findings: Pending,
    /// By check, then by the number of the label; the last is of rows whose label could not be read.
    pub tallies: Vec<Vec<Tally>>,
    pub lost: Vec<Tally>,
    pub measured: Vec<HashMap<(u32, u32), Measured>>,
    /// By join of the plan, where this table is searched.
    pub gathered: Vec<Option<Gathered<Match>>>,
    pub ranges: Vec<Option<Series<Span>>>,
    pub numbers: Vec<Option<Series<Run>>>,
    pub totals: Vec<Option<Gathered<Total>>>,
    /// By join of the plan: rows of this table that it takes, and whose numbers cannot be taken apart.
    pub unplaced: Vec<u64>,
    /// By join of the plan: rows of this table that it takes, and that have no day where others have one.
    pub undated: Vec<u64>,
    /// By check of the plan, where it asks how the numbers of the rows follow one another.
    pub series: Vec<Option<Series<Run>>>,
    pub unique: Names,
    /// Rows that wait for a joined table on the disk, by partition.
    pub deferred: Vec<Encoder>,
}

impl Part {
    pub fn new(plan: &Plan, scan: usize) -> Self {
        let n = plan.checks.len();
        let searched: Vec<Option<JoinKey>> = plan.joins.iter().map(|j| (j.table == scan).then_some(j.by)).collect();
        fn each<T>(searched: &[Option<JoinKey>], new: impl Fn() -> T, is: impl Fn(JoinKey) -> bool) -> Vec<Option<T>> {
            searched.iter().map(|by| by.is_some_and(&is).then(&new)).collect()
        }
        let serial = plan.checks.iter().map(|c| (c.table == scan && c.series().is_some()).then(Series::default));
        Self {
            used: 0,
            unused: 0,
            unreadable: 0,
            flaws: Vec::new(),
            flawed_rows: Marked::default(),
            flawed: HashMap::new(),
            findings: Pending::default(),
            tallies: vec![Vec::new(); n],
            lost: vec![Tally::default(); n],
            measured: vec![HashMap::new(); n],
            gathered: each(&searched, Gathered::new, |by| matches!(by, JoinKey::Key(_))),
            ranges: each(&searched, Series::default, |by| matches!(by, JoinKey::Range { .. } | JoinKey::Members(_))),
            numbers: each(&searched, Series::default, |by| matches!(by, JoinKey::Numbers { .. })),
            totals: each(&searched, Gathered::new, |by| matches!(by, JoinKey::Total { .. })),
            unplaced: vec![0; plan.joins.len()],
            undated: vec![0; plan.joins.len()],
            series: serial.collect(),
            unique: Names::default(),
            deferred: (0..PARTITIONS).map(|_| Encoder::default()).collect(),
        }
    }

    /// The counts of a check and a label.
    #[inline]
    pub fn tally(&mut self, check: usize, code: u32) -> Option<&mut Tally> {
        let list = self.tallies.get_mut(check)?;
        let at = code as usize;
        if at >= list.len() {
            list.resize(at + 1, Tally::default());
        }
        list.get_mut(at)
    }

    /// A row that a join takes, and that nothing finds.
    #[cold]
    pub fn unplaced(&mut self, join: usize) {
        if let Some(n) = self.unplaced.get_mut(join) {
            *n += 1;
        }
    }

    /// A row that a join takes, and that is there on a day which it does not say.
    pub fn undated(&mut self, join: usize) {
        if let Some(n) = self.undated.get_mut(join) {
            *n += 1;
        }
    }

    /// Keeps a finding.
    pub fn push(&mut self, item: Short, name: &[u8]) {
        let Short { check, code, position, late, other, mismatch, unclear } = item;
        self.findings.push(Finding {
            check: u32::try_from(check).unwrap_or(u32::MAX),
            group: code,
            position,
            name: String::from_utf8_lossy(name).into(),
            late: late.is_some().then_some(late),
            other: other
                .map(|(join, position)| Box::new((if join == u32::MAX { OWN } else { join as usize }, position))),
            mismatch,
            unclear,
        });
    }

    /// Counts a row towards a quantity, or takes it back.
    pub fn measure(&mut self, check: usize, code: u32, (month, sum): (u32, u64), done: bool, back: bool) {
        let Some(map) = self.measured.get_mut(check) else { return };
        let m = map.entry((code, month)).or_default();
        let (done, sum) = (u64::from(done), if done { sum } else { 0 });
        let count = |own: &mut u64, n: u64| *own = if back { own.wrapping_sub(n) } else { own.wrapping_add(n) };
        count(&mut m.rows, 1);
        count(&mut m.done, done);
        count(&mut m.sum, sum);
    }
}
