//! Rows that are not as they should be, by check and then in the order of the rows. Each thread gathers its own; past the
//! memory of the run they go to the disk in blocks, each in order, and are put together from there.

use std::fmt;
use std::io;
use std::sync::Arc;

use super::date::Day;
use super::finding::{Finding, Mismatch};
use super::merge;
use super::piece::Piece;
use super::position::RowPosition;
use super::spill::{Decoder, Encoder, Grows, Memory, Share, Spill};

/// How many bytes are taken into account at a time, and the least that is written as one block.
const PORTION: usize = 1 << 18;

/// The length of a block of findings that are in order.
const BLOCK: usize = 1 << 16;

/// The findings of one table, by check and then in the order of the rows.
#[derive(Clone)]
pub struct Findings(Kept);

#[derive(Clone)]
enum Kept {
    Memory(Vec<Finding>),
    Disk(Arc<OnDisk>),
}

/// Findings in one temporary file.
struct OnDisk {
    spill: Spill,
    /// The check of each block, in the order of the blocks.
    checks: Vec<u32>,
}

impl Default for Findings {
    fn default() -> Self {
        Self(Kept::Memory(Vec::new()))
    }
}

impl fmt::Debug for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kept::Memory(list) => f.debug_list().entries(list).finish(),
            Kept::Disk(disk) => write!(f, "Findings({} blocks on the disk)", disk.checks.len()),
        }
    }
}

impl Findings {
    /// Hands on those of one check, in the order of the rows.
    ///
    /// # Errors
    /// What the system says of the temporary file.
    pub fn of_check(&self, check: u32, mut take: impl FnMut(&Finding)) -> io::Result<()> {
        match &self.0 {
            Kept::Memory(list) => {
                let from = list.partition_point(|f| f.check < check);
                list.iter().skip(from).take_while(|f| f.check == check).for_each(take);
            }
            Kept::Disk(disk) => {
                let blocks = disk.spill.blocks(0).into_iter().zip(&disk.checks);
                let mut bytes = Vec::new();
                for ((at, length), _) in blocks.filter(|(_, of)| **of == check) {
                    bytes.resize(length, 0);
                    disk.spill.read_at(at, &mut bytes)?;
                    let mut from = Decoder(&bytes);
                    while !from.0.is_empty() {
                        let own = Gathered::read(&mut from).ok_or(io::ErrorKind::InvalidData)?;
                        take(&own.finding);
                    }
                }
            }
        }
        Ok(())
    }

    /// Hands on all of them, in their order.
    ///
    /// # Errors
    /// What the system says of the temporary file.
    pub fn each(&self, mut take: impl FnMut(&Finding)) -> io::Result<()> {
        let mut checks: Vec<u32> = match &self.0 {
            Kept::Memory(list) => {
                list.iter().for_each(take);
                return Ok(());
            }
            Kept::Disk(disk) => disk.checks.clone(),
        };
        checks.dedup();
        checks.into_iter().try_for_each(|check| self.of_check(check, &mut take))
    }

    /// Changes findings of one check; `change` is given the place of each among those of the check.
    pub(super) fn change(
        &mut self,
        check: u32,
        scratch: impl Fn() -> io::Result<Spill>,
        mut change: impl FnMut(usize, &mut Finding),
    ) -> io::Result<()> {
        match &mut self.0 {
            Kept::Memory(list) => {
                list.iter_mut().filter(|f| f.check == check).enumerate().for_each(|(at, f)| change(at, f));
            }
            Kept::Disk(_) => {
                let (mut at, mut written) = (0, Ok(()));
                let mut writer = Writer::new(scratch()?);
                self.each(|finding| {
                    let mut finding = finding.clone();
                    if finding.check == check {
                        change(at, &mut finding);
                        at += 1;
                    }
                    if written.is_ok() {
                        written = writer.push(finding);
                    }
                })?;
                written?;
                *self = writer.end()?;
            }
        }
        Ok(())
    }
}

/// Takes findings in order, to the disk.
struct Writer {
    spill: Spill,
    checks: Vec<u32>,
    block: Encoder,
    check: u32,
}

impl Writer {
    fn new(spill: Spill) -> Self {
        Self { spill, checks: Vec::new(), block: Encoder::default(), check: 0 }
    }

    fn push(&mut self, finding: Finding) -> io::Result<()> {
        if finding.check != self.check || self.block.0.len() >= BLOCK {
            self.close()?;
        }
        self.check = finding.check;
        Gathered { finding, thread: 0 }.write(&mut self.block);
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        if !self.block.0.is_empty() {
            self.spill.write(0, &self.block.0)?;
            self.checks.push(self.check);
            self.block.0.clear();
        }
        Ok(())
    }

    fn end(mut self) -> io::Result<Findings> {
        self.close()?;
        Ok(Findings(Kept::Disk(Arc::new(OnDisk { spill: self.spill, checks: self.checks }))))
    }
}

/// The findings of one thread, in no order.
#[derive(Default)]
pub struct Pending {
    list: Vec<Finding>,
    /// Which thread it is: the number of a label is that thread's own.
    pub thread: u32,
    bytes: usize,
    taken: Share,
}

impl Pending {
    pub fn of_thread(thread: u32) -> Self {
        Self { thread, ..Self::default() }
    }

    pub fn push(&mut self, finding: Finding) {
        // The list may have twice the room it needs.
        self.bytes += 2 * size_of::<Finding>() + finding.name.len() + finding.other.as_deref().map_or(0, size_of_val);
        self.list.push(finding);
    }

    /// Puts them on the disk where the memory of the run is used up.
    ///
    /// # Errors
    /// What the system says of the temporary file.
    pub fn relieve<'s>(&mut self, memory: &Memory, spill: impl FnOnce() -> io::Result<&'s Spill>) -> io::Result<()> {
        if self.is_too_much(memory) { self.flush(spill()?, memory) } else { Ok(()) }
    }
}

impl Grows for Pending {
    fn is_too_much(&mut self, memory: &Memory) -> bool {
        self.taken.grow(self.bytes, PORTION, memory)
    }

    fn is_worth_writing(&self) -> bool {
        self.bytes >= PORTION
    }

    fn flush(&mut self, spill: &Spill, memory: &Memory) -> io::Result<()> {
        let mut list = std::mem::take(&mut self.list);
        list.sort_unstable();
        let mut block = Encoder::default();
        for finding in list {
            merge::write(&mut block, &[], &Gathered { finding, thread: self.thread });
        }
        self.bytes = 0;
        self.taken.release(memory);
        spill.write(0, &block.0)
    }
}

/// Puts together what the threads gathered, or wrote to `spill`: `keep` is given each finding with the thread that made it,
/// in no order where all are in memory, and says whether it stays.
///
/// # Errors
/// What the system says of the temporary files.
pub fn settle_findings(
    all: Vec<Pending>,
    spill: Option<Spill>,
    memory: &Memory,
    scratch: impl FnOnce() -> io::Result<Spill>,
    mut keep: impl FnMut(&mut Finding, u32) -> bool,
) -> io::Result<Findings> {
    if let Some(spill) = spill {
        for mut pending in all {
            pending.flush(&spill, memory)?;
        }
        let mut writer = Writer::new(scratch()?);
        merge::each(
            &spill,
            |_, Gathered { mut finding, thread }| {
                if keep(&mut finding, thread) { writer.push(finding) } else { Ok(()) }
            },
        )?;
        return writer.end();
    }
    let mut list: Vec<Finding> = Vec::new();
    for mut pending in all {
        pending.list.retain_mut(|finding| keep(finding, pending.thread));
        // Those of one thread alone are not copied.
        if list.is_empty() {
            list = pending.list;
        } else {
            list.append(&mut pending.list);
        }
    }
    list.sort_unstable();
    Ok(Findings(Kept::Memory(list)))
}

/// A finding, and the thread that made it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Gathered {
    finding: Finding,
    thread: u32,
}

impl Piece for Gathered {
    fn first(&self) -> u64 {
        u64::from(self.finding.check)
    }

    fn write(&self, out: &mut Encoder) {
        let Finding { check, position, name, late, other, mismatch, unclear, group } = &self.finding;
        out.u32(self.thread).u32(*check).position(*position).bytes(name.as_bytes());
        out.u32(late.map_or(0, |day| day.0)).u32(u32::from(*unclear)).u32(*group);
        match other.as_deref() {
            None => out.u32(0),
            Some((join, position)) => out.u32(1).u64(*join as u64).position(*position),
        };
        match mismatch {
            None => out.u32(0),
            Some(Mismatch::Amounts(own, other)) => out.u32(1).u64(own.cast_unsigned()).u64(other.cast_unsigned()),
            Some(Mismatch::Empty(column)) => out.u32(2).u64(*column as u64),
            Some(Mismatch::Other(column)) => out.u32(3).u64(*column as u64),
        };
    }

    fn read(from: &mut Decoder<'_>) -> Option<Self> {
        let column = |n: u64| usize::try_from(n).ok();
        let (thread, check, position) = (from.u32()?, from.u32()?, from.position()?);
        let name = std::str::from_utf8(from.bytes()?).ok()?.into();
        let late = Some(Day(from.u32()?)).filter(|day| day.is_some());
        let (unclear, group) = (from.u32()? == 1, from.u32()?);
        let other = match from.u32()? {
            0 => None,
            _ => Some(Box::<(usize, RowPosition)>::new((column(from.u64()?)?, from.position()?))),
        };
        let mismatch = match from.u32()? {
            0 => None,
            1 => Some(Mismatch::Amounts(from.u64()?.cast_signed(), from.u64()?.cast_signed())),
            2 => Some(Mismatch::Empty(column(from.u64()?)?)),
            _ => Some(Mismatch::Other(column(from.u64()?)?)),
        };
        let finding = Finding { check, position, name, late, other, mismatch, unclear, group };
        Some(Self { finding, thread })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch() -> io::Result<Spill> {
        Ok(Spill::new(Box::new(io::Cursor::new(Vec::new()))))
    }

    fn finding(n: u32) -> Finding {
        let position = RowPosition { chunk: n % 7, row: n, ..RowPosition::default() };
        Finding {
            check: n % 3,
            position,
            name: format!("A-{n}").into(),
            late: Day::new(2024, 1, 1 + n % 28).filter(|_| n.is_multiple_of(2)),
            other: (n.is_multiple_of(5)).then(|| Box::new((n as usize, position))),
            mismatch: match n % 4 {
                0 => None,
                1 => Some(Mismatch::Amounts(-i64::from(n), 7)),
                2 => Some(Mismatch::Empty(3)),
                _ => Some(Mismatch::Other(4)),
            },
            unclear: n.is_multiple_of(11),
            group: n % 2,
        }
    }

    /// What two threads found, every `n` of them a block on the disk; 0 leaves all in memory.
    fn settled(n: usize) -> Findings {
        let (memory, spill) = (Memory::new(u64::MAX), scratch().unwrap());
        let mut all: Vec<Pending> = (0..2).map(Pending::of_thread).collect();
        for i in 0..5000_u32 {
            let own = &mut all[(i % 2) as usize];
            own.push(finding(i * 7919 % 5000));
            if n > 0 && own.list.len() == n {
                own.flush(&spill, &memory).unwrap();
            }
        }
        settle_findings(all, (n > 0).then_some(spill), &memory, scratch, |f, thread| {
            f.group += thread;
            f.position.row % 10 != 3
        })
        .unwrap()
    }

    fn listed(findings: &Findings, check: u32) -> Vec<Finding> {
        let mut list = Vec::new();
        findings.of_check(check, |f| list.push(f.clone())).unwrap();
        list
    }

    #[test]
    fn the_disk_changes_nothing() {
        let held = settled(0);
        assert_eq!((0..4).map(|check| listed(&held, check).len()).sum::<usize>(), 4500);
        for n in [1, 50, 1999] {
            let mut spilled = settled(n);
            let mut held = held.clone();
            for check in 0..4 {
                assert_eq!(listed(&held, check), listed(&spilled, check), "blocks of {n}");
            }
            for findings in [&mut held, &mut spilled] {
                let change = |at: usize, f: &mut Finding| f.unclear = at % 2 == 1;
                findings.change(1, scratch, change).unwrap();
            }
            for check in 0..4 {
                assert_eq!(listed(&held, check), listed(&spilled, check), "changed, blocks of {n}");
            }
            assert!(listed(&spilled, 1)[1].unclear && !listed(&spilled, 1)[2].unclear);
        }
    }

    #[test]
    fn findings_take_no_more_than_the_memory_of_the_run() {
        let (memory, spill) = (Memory::new(1 << 20), scratch().unwrap());
        let mut pending = Pending::default();
        for n in 0..50_000 {
            pending.push(finding(n));
            pending.relieve(&memory, || Ok(&spill)).unwrap();
            assert!(pending.bytes <= (1 << 20) + PORTION);
        }
        assert!(spill.blocks(0).len() > 5);
    }
}
