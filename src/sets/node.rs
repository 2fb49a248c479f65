//! A test made ready for millions of rows.

use super::judge::Values;
use super::key;
use super::plan::Kind;
use super::test::Test;
use super::value::{NO_NUMBER, Reader};

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
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
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
                while truth.len() <= code {
                    let next = u32::try_from(truth.len()).unwrap_or(u32::MAX);
                    let name = columns.get(*column).map_or(&[][..], |c| c.labels.name(next));
                    truth.push(is_label(test, name));
                }
                truth.get(code).copied().unwrap_or(false)
            }
            Self::Text { column, values: wanted } => {
                let value = values.get(*column);
                let value = key::trimmed(&value);
                wanted.iter().any(|w| w.as_bytes().eq_ignore_ascii_case(value))
                    || !value.is_ascii() && std::str::from_utf8(value).is_ok_and(|v| wanted.contains(&v.to_lowercase()))
            }
            Self::PresentText { column, is } => values.get(*column).trim_ascii().is_empty() != *is,
            Self::PresentSlot { column, is, none } => (slot(*column) != *none) == *is,
            Self::Days { column, from, to } => (*from..=*to).contains(&slot(*column)),
            Self::Numbers { column, from, to } => (*from..=*to).contains(&slot(*column).cast_signed()),
            Self::All(list) => list.iter_mut().all(|n| n.holds(slots, values, columns)),
            Self::Any(list) => list.iter_mut().any(|n| n.holds(slots, values, columns)),
            Self::Not(inner) => !inner.holds(slots, values, columns),
        }
    }
}

/// A test of a label by itself.
fn is_label(test: &Test, name: &[u8]) -> bool {
    match test {
        Test::OneOf { values, .. } => {
            let name = String::from_utf8_lossy(name).to_lowercase();
            values.iter().any(|v| v.to_lowercase() == name)
        }
        Test::Present { is, .. } => name.is_empty() != *is,
        _ => false,
    }
}
