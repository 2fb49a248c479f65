//! Names that very many rows have. Of each name only that is kept which shows whether its rows say the same: the first
//! row, and in each column the first value that is another. What threads gathered is put together in any order.

use std::collections::HashMap;

use super::found::DuplicateKind;
use super::kept::Kept;
use super::marked::Marked;
use super::position::RowPosition;
use super::values::Values;

/// How many places of rows of one name are shown.
pub const SHOWN: usize = 4;

/// The rows of one name.
#[derive(Debug, PartialEq, Eq)]
pub struct Alike {
    pub first: Kept,
    /// In each column, the first value that is not that of the first row.
    pub differs: Vec<Option<(RowPosition, Vec<u8>)>>,
    /// Where the first few stand.
    pub positions: Vec<RowPosition>,
    pub rows: u64,
}

impl Alike {
    pub fn new(first: Kept) -> Self {
        let differs = first.values.iter().map(|_| None).collect();
        Self { differs, positions: vec![first.position], rows: 1, first }
    }

    /// Takes in a row that stands after all others.
    pub fn add(&mut self, position: RowPosition, row: &impl Values) {
        self.rows += 1;
        if self.positions.len() < SHOWN {
            self.positions.push(position);
        }
        for (column, (own, other)) in self.first.values.iter().zip(&mut self.differs).enumerate() {
            if other.is_none() {
                let value = row.get(column);
                if *value != **own {
                    *other = Some((position, value.into_owned()));
                }
            }
        }
    }

    /// Takes in what another thread gathered of the same name.
    pub fn join(&mut self, mut other: Self) {
        if other.first.position < self.first.position {
            std::mem::swap(self, &mut other);
        }
        self.rows += other.rows;
        self.positions.append(&mut other.positions);
        self.positions.sort_unstable();
        self.positions.truncate(SHOWN);
        let theirs = other.first.values.into_iter().zip(other.differs);
        for ((own, differs), (first, later)) in self.first.values.iter().zip(&mut self.differs).zip(theirs) {
            let another = if first == *own { later } else { Some((other.first.position, first)) };
            *differs = differs.take().into_iter().chain(another).min();
        }
    }

    /// The first column but `column` in which two rows differ, with the values of the first two that do.
    pub fn mismatch(&self, column: usize) -> Option<(usize, &[u8], &[u8])> {
        let columns = self.first.values.iter().zip(&self.differs).enumerate();
        let (at, (own, differs)) = columns.filter(|(c, _)| *c != column).find(|(_, (_, d))| d.is_some())?;
        Some((at, own, differs.as_ref().map_or(&[], |(_, value)| value)))
    }
}

/// By the name, without the spaces around it.
pub type ByName = HashMap<Vec<u8>, Alike>;

/// Puts together what the threads gathered.
pub fn together(all: impl IntoIterator<Item = ByName>) -> ByName {
    let mut all = all.into_iter();
    let mut by_name = all.next().unwrap_or_default();
    for (name, theirs) in all.flatten() {
        match by_name.get_mut(&name) {
            Some(own) => own.join(theirs),
            None => {
                by_name.insert(name, theirs);
            }
        }
    }
    by_name
}

/// What becomes of the rows of some names.
pub struct TakenBack<'a> {
    /// What becomes of the rows of a name, and its first row, which stays where they all say the same.
    pub names: &'a HashMap<Vec<u8>, (DuplicateKind, RowPosition)>,
    /// Rows that cannot be read: they were counted as such, and contradict nobody.
    pub unreadable: &'a Marked,
}

impl TakenBack<'_> {
    /// What becomes of the row of that name at that place.
    pub fn of(&self, name: &[u8], position: RowPosition) -> Option<DuplicateKind> {
        let (kind, first) = self.names.get(name)?;
        let stays = *kind == DuplicateKind::Repeated && *first == position;
        (!stays && !self.unreadable.contains(position)).then_some(*kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(n: u32, values: &[&str]) -> Kept {
        let position = RowPosition { chunk: 0, row: n, line: n, byte: 0 };
        Kept { position, values: values.iter().map(|v| v.as_bytes().to_vec()).collect() }
    }

    fn gathered(rows: &[Kept]) -> Alike {
        let copy = |k: &Kept| Kept { position: k.position, values: k.values.clone() };
        let mut all = Alike::new(copy(&rows[0]));
        rows[1..].iter().for_each(|r| all.add(r.position, r));
        all
    }

    /// However the rows are shared between threads, the same is found.
    #[test]
    fn any_share_gives_the_same() {
        let rows = [
            row(0, &["A1", "x", "1"]),
            row(1, &["A1", "x", "1"]),
            row(2, &["A1", "x", "2"]),
            row(3, &["A1", "y", "1"]),
            row(4, &["A1", "z", "3"]),
        ];
        let whole = gathered(&rows);
        assert_eq!(whole.mismatch(0).map(|(c, a, b)| (c, a.to_vec(), b.to_vec())), Some((1, b"x".into(), b"y".into())));
        for share in 1_u32..31 {
            let of = |side: bool| -> Vec<Kept> {
                let own = rows.iter().enumerate().filter(|(i, _)| (share >> i & 1 == 1) == side);
                own.map(|(_, k)| Kept { position: k.position, values: k.values.clone() }).collect()
            };
            let mut one = gathered(&of(true));
            one.join(gathered(&of(false)));
            assert_eq!(one, whole, "{share:b}");
        }
    }

    /// A name of which one thread alone read the rows is kept, whichever thread that is.
    #[test]
    fn names_of_one_thread_are_kept() {
        let of = |name: &str| ByName::from([(name.as_bytes().to_vec(), gathered(&[row(0, &[name])]))]);
        for threads in [["A1", "A2"], ["A2", "A1"]] {
            let all = together(threads.map(of));
            assert!(all.contains_key(b"A1".as_slice()) && all.contains_key(b"A2".as_slice()), "{threads:?}");
        }
    }
}
