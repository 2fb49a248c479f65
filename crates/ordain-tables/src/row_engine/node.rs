//! A test made ready for millions of rows.

use super::bates::bates_extent;
use super::finding::Mismatch;
use super::key;
use super::plan::Kind;
use super::test::{Amount, Relation, Test};
use super::value::{MANY_LABELS, NO_NUMBER, Reader};
use super::values::Values;

/// A test made ready: one look a row at what was worked out once a label.
pub enum Node {
    Always,
    Flag {
        column: usize,
        is: u64,
    },
    /// For each label seen so far.
    Label {
        column: usize,
        test: Test,
        truth: Vec<bool>,
    },
    Text {
        column: usize,
        values: Vec<String>,
    },
    PresentText {
        column: usize,
        is: bool,
    },
    PresentSlot {
        column: usize,
        is: bool,
        none: u64,
    },
    Days {
        column: usize,
        from: u64,
        to: u64,
    },
    Numbers {
        column: usize,
        from: i64,
        to: i64,
    },
    Compare {
        left: Amount,
        is: Relation,
        right: Amount,
    },
    Within {
        first: usize,
        last: Option<usize>,
        from: usize,
        to: usize,
    },
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
}

/// How much the row says; nothing where it does not say it.
pub fn amount_of_row(of: &Amount, slots: &[u64], values: &impl Values) -> Option<i64> {
    match of {
        Amount::Column(column) => slots.get(*column).map(|v| v.cast_signed()).filter(|n| *n != NO_NUMBER),
        Amount::Numbers { first, last } => {
            let (first, last) = (values.get(*first), last.map(|l| values.get(l)).unwrap_or_default());
            let (_, from, to) = bates_extent(key::trimmed(&first), key::trimmed(&last))?;
            i64::try_from((to - from).checked_add(1)?).ok()
        }
        Amount::Sum(list) => {
            list.iter().try_fold(0_i64, |sum, a| amount_of_row(a, slots, values).map(|n| sum.saturating_add(n)))
        }
        Amount::Fixed(n) => Some(*n),
    }
}

/// Whether the numbers of a row lie within two others; nothing where one of them is no number.
fn lies_within(own: (usize, Option<usize>), outer: (usize, usize), values: &impl Values) -> Option<bool> {
    let (first, last) = (values.get(own.0), own.1.map(|l| values.get(l)).unwrap_or_default());
    let (prefix, from, to) = bates_extent(key::trimmed(&first), key::trimmed(&last))?;
    let (begin, end) = (values.get(outer.0), values.get(outer.1));
    let (other, start, stop) = bates_extent(key::trimmed(&begin), key::trimmed(&end))?;
    Some(prefix == other && start <= from && to <= stop)
}

impl Node {
    pub fn new(test: &Test, kinds: &[&Kind]) -> Self {
        let kind = |c: &usize| kinds.get(*c).copied().unwrap_or(&Kind::Text);
        match test {
            Test::Always => Self::Always,
            Test::Flag { column, is } => Self::Flag { column: *column, is: u64::from(*is) },
            Test::OneOf { column, .. } | Test::Present { column, .. } if matches!(kind(column), Kind::Label(_)) => {
                Self::Label { column: *column, test: test.clone(), truth: Vec::new() }
            }
            Test::OneOf { column, values } => {
                Self::Text { column: *column, values: values.iter().map(|v| v.to_lowercase()).collect() }
            }
            Test::Present { column, is } => match kind(column) {
                Kind::Date(_) => Self::PresentSlot { column: *column, is: *is, none: 0 },
                Kind::Number => Self::PresentSlot { column: *column, is: *is, none: NO_NUMBER.cast_unsigned() },
                _ => Self::PresentText { column: *column, is: *is },
            },
            Test::Days { column, from, to } => Self::Days {
                column: *column,
                from: u64::from(from.map_or(1, |d| d.0)),
                to: u64::from(to.map_or(u32::MAX, |d| d.0)),
            },
            Test::Numbers { column, from, to } => {
                Self::Numbers { column: *column, from: from.unwrap_or(NO_NUMBER + 1), to: to.unwrap_or(i64::MAX) }
            }
            Test::Compare { left, is, right } => Self::Compare { left: left.clone(), is: *is, right: right.clone() },
            Test::Within { first, last, from, to } => Self::Within { first: *first, last: *last, from: *from, to: *to },
            Test::All(list) => Self::All(list.iter().map(|t| Self::new(t, kinds)).collect()),
            Test::Any(list) => Self::Any(list.iter().map(|t| Self::new(t, kinds)).collect()),
            Test::Not(inner) => Self::Not(Box::new(Self::new(inner, kinds))),
        }
    }

    #[inline]
    pub fn holds(&mut self, slots: &[u64], values: &impl Values, columns: &[Reader]) -> bool {
        let slot = |c: usize| slots.get(c).copied().unwrap_or(0);
        match self {
            Self::Always => true,
            Self::Flag { column, is } => slot(*column) == *is,
            Self::Label { column, test, truth } => {
                let code = slot(*column) as usize;
                if code >= MANY_LABELS as usize {
                    return is_label(test, key::trimmed(&values.get(*column)));
                }
                while truth.len() <= code {
                    let next = u32::try_from(truth.len()).unwrap_or(u32::MAX);
                    let name = columns.get(*column).map_or(&[][..], |c| c.labels.name(next));
                    truth.push(is_label(test, name));
                }
                truth.get(code).copied().unwrap_or(false)
            }
            Self::Text { column, values: wanted } => is_one_of(&values.get(*column), wanted),
            Self::PresentText { column, is } => values.get(*column).trim_ascii().is_empty() != *is,
            Self::PresentSlot { column, is, none } => (slot(*column) != *none) == *is,
            Self::Days { column, from, to } => (*from..=*to).contains(&slot(*column)),
            Self::Numbers { column, from, to } => (*from..=*to).contains(&slot(*column).cast_signed()),
            Self::Compare { left, is, right } => amount_of_row(left, slots, values)
                .zip(amount_of_row(right, slots, values))
                .is_some_and(|(l, r)| is.holds(l, r)),
            Self::Within { first, last, from, to } => {
                lies_within((*first, *last), (*from, *to), values).unwrap_or(false)
            }
            Self::All(list) => list.iter_mut().all(|n| n.holds(slots, values, columns)),
            Self::Any(list) => list.iter_mut().any(|n| n.holds(slots, values, columns)),
            Self::Not(inner) => !inner.holds(slots, values, columns),
        }
    }
}

impl Node {
    /// True where the row says all that is compared: else whether it holds is not known.
    pub fn names_in_own_words(&self, slots: &[u64], values: &impl Values) -> bool {
        match self {
            Self::Compare { left, right, .. } => {
                amount_of_row(left, slots, values).is_some() && amount_of_row(right, slots, values).is_some()
            }
            Self::Within { first, last, from, to } => lies_within((*first, *last), (*from, *to), values).is_some(),
            Self::All(list) | Self::Any(list) => list.iter().all(|n| n.names_in_own_words(slots, values)),
            Self::Not(inner) => inner.names_in_own_words(slots, values),
            _ => true,
        }
    }

    /// What of a row does not hold, where it can be named.
    pub fn differing(&self, slots: &[u64], values: &impl Values) -> Option<Mismatch> {
        match self {
            Self::Compare { left, is, right } => amount_of_row(left, slots, values)
                .zip(amount_of_row(right, slots, values))
                .filter(|(l, r)| !is.holds(*l, *r))
                .map(|(l, r)| Mismatch::Amounts(l, r)),
            Self::PresentText { column, is: true } => {
                values.get(*column).trim_ascii().is_empty().then_some(Mismatch::Empty(*column))
            }
            Self::PresentSlot { column, is: true, none } => {
                (slots.get(*column) == Some(none)).then_some(Mismatch::Empty(*column))
            }
            Self::Text { column, .. } | Self::Label { column, .. } => Some(Mismatch::Other(*column)),
            // The first that does not hold by itself.
            Self::All(list) => list.iter().find_map(|n| match n {
                Self::Text { column, values: wanted } => {
                    (!is_one_of(&values.get(*column), wanted)).then_some(Mismatch::Other(*column))
                }
                Self::Label { .. } => None,
                other => other.differing(slots, values),
            }),
            _ => None,
        }
    }
}

/// One of these values, or all of several.
fn is_one_of(value: &[u8], wanted: &[String]) -> bool {
    let is = |value: &[u8]| {
        wanted.iter().any(|w| w.as_bytes().eq_ignore_ascii_case(value))
            || !value.is_ascii() && std::str::from_utf8(value).is_ok_and(|v| wanted.contains(&v.to_lowercase()))
    };
    is(key::trimmed(value)) || members_of(value).is_some_and(|mut all| all.all(is))
}

/// The values of a cell that has several, parted by semicolons.
fn members_of(value: &[u8]) -> Option<impl Iterator<Item = &[u8]>> {
    let parts = value.split(|b| *b == b';').map(key::trimmed).filter(|v| !v.is_empty());
    value.contains(&b';').then_some(parts)
}

/// A test of a label by itself.
fn is_label(test: &Test, name: &[u8]) -> bool {
    match test {
        Test::OneOf { values, .. } => {
            let is = |name: &[u8]| {
                let name = String::from_utf8_lossy(name).to_lowercase();
                values.iter().any(|v| v.to_lowercase() == name)
            };
            is(name) || members_of(name).is_some_and(|mut all| all.all(is))
        }
        Test::Present { is, .. } => name.is_empty() != *is,
        _ => false,
    }
}
