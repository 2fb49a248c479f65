//! What is asked of the values of one row.

use std::fmt;

use super::date::Day;

/// A condition on the columns of a row; columns by their position in the scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    Always,
    /// A yes-or-no column.
    Flag {
        column: usize,
        is: bool,
    },
    /// One of these values, whatever the case of their letters.
    OneOf {
        column: usize,
        values: Vec<String>,
    },
    /// There is a value, or there is none.
    Present {
        column: usize,
        is: bool,
    },
    /// A day within these, both inside.
    Days {
        column: usize,
        from: Option<Day>,
        to: Option<Day>,
    },
    /// A number within these, both inside.
    Numbers {
        column: usize,
        from: Option<i64>,
        to: Option<i64>,
    },
    /// What the row says in two ways: `pages` and how many its Bates range has.
    Compare {
        left: Amount,
        is: Relation,
        right: Amount,
    },
    /// The row's numbers lie within those of two other columns.
    Within {
        first: usize,
        last: Option<usize>,
        from: usize,
        to: usize,
    },
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
}

/// How much, by the row itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// A column of numbers.
    Column(usize),
    /// How many numbers there are from a first to a last; one, without a last.
    Numbers {
        first: usize,
        last: Option<usize>,
    },
    Sum(Vec<Amount>),
    Fixed(i64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    Equal,
    AtLeast,
    AtMost,
}

impl Relation {
    #[must_use]
    pub const fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Self::Equal => left == right,
            Self::AtLeast => left >= right,
            Self::AtMost => left <= right,
        }
    }

    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Equal => "equals",
            Self::AtLeast => "is at least",
            Self::AtMost => "is at most",
        }
    }
}

impl Amount {
    pub fn columns(&self, out: &mut Vec<usize>) {
        match self {
            Self::Column(c) => out.push(*c),
            Self::Numbers { first, last } => out.extend(std::iter::once(*first).chain(*last)),
            Self::Sum(list) => list.iter().for_each(|a| a.columns(out)),
            Self::Fixed(_) => {}
        }
    }

    /// The same, of columns at other positions.
    #[must_use]
    pub fn moved(&self, to: &impl Fn(usize) -> usize) -> Self {
        match self {
            Self::Column(c) => Self::Column(to(*c)),
            Self::Numbers { first, last } => Self::Numbers { first: to(*first), last: last.map(to) },
            Self::Sum(list) => Self::Sum(list.iter().map(|a| a.moved(to)).collect()),
            Self::Fixed(n) => Self::Fixed(*n),
        }
    }

    /// In words, with the columns as their tables call them.
    #[must_use]
    pub fn words(&self, names: &[&str]) -> String {
        let name = |c: &usize| names.get(*c).copied().unwrap_or("?");
        match self {
            Self::Column(c) => name(c).to_owned(),
            Self::Numbers { first, last: None } => format!("the one number of {}", name(first)),
            Self::Numbers { first, last: Some(last) } => {
                format!("the count of numbers from {} to {}", name(first), name(last))
            }
            Self::Sum(list) => list.iter().map(|a| a.words(names)).collect::<Vec<_>>().join(" + "),
            Self::Fixed(n) => n.to_string(),
        }
    }
}

impl Test {
    /// The same, of columns at other positions.
    #[must_use]
    pub fn moved(&self, to: &impl Fn(usize) -> usize) -> Self {
        let all = |list: &[Self]| list.iter().map(|t| t.moved(to)).collect();
        match self.clone() {
            Self::Always => Self::Always,
            Self::Flag { column, is } => Self::Flag { column: to(column), is },
            Self::OneOf { column, values } => Self::OneOf { column: to(column), values },
            Self::Present { column, is } => Self::Present { column: to(column), is },
            Self::Days { column, from, to: until } => Self::Days { column: to(column), from, to: until },
            Self::Numbers { column, from, to: until } => Self::Numbers { column: to(column), from, to: until },
            Self::Compare { left, is, right } => Self::Compare { left: left.moved(to), is, right: right.moved(to) },
            Self::Within { first, last, from, to: until } => {
                Self::Within { first: to(first), last: last.map(to), from: to(from), to: to(until) }
            }
            Self::All(list) => Self::All(all(&list)),
            Self::Any(list) => Self::Any(all(&list)),
            Self::Not(inner) => Self::Not(Box::new(inner.moved(to))),
        }
    }

    /// The columns it looks at.
    pub fn columns(&self, out: &mut Vec<usize>) {
        match self {
            Self::Always => {}
            Self::Flag { column, .. }
            | Self::OneOf { column, .. }
            | Self::Present { column, .. }
            | Self::Days { column, .. }
            | Self::Numbers { column, .. } => out.push(*column),
            Self::Compare { left, right, .. } => {
                left.columns(out);
                right.columns(out);
            }
            Self::Within { first, last, from, to } => out.extend([*first, *from, *to].into_iter().chain(*last)),
            Self::All(list) | Self::Any(list) => list.iter().for_each(|t| t.columns(out)),
            Self::Not(inner) => inner.columns(out),
        }
    }

    /// In words, with the columns as their tables call them.
    #[must_use]
    pub fn words<'a>(&'a self, names: &'a [&'a str]) -> impl fmt::Display + 'a {
        Words { test: self, names }
    }
}

struct Words<'a> {
    test: &'a Test,
    names: &'a [&'a str],
}

impl fmt::Display for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |c: &usize| self.names.get(*c).copied().unwrap_or("?");
        let names = self.names;
        let joined = |f: &mut fmt::Formatter<'_>, list: &[Test], word: &str| {
            for (i, test) in list.iter().enumerate() {
                f.write_str(if i == 0 { "" } else { word })?;
                let words = Words { test, names };
                if matches!(test, Test::All(_) | Test::Any(_)) {
                    write!(f, "({words})")?
                } else {
                    write!(f, "{words}")?
                }
            }
            Ok(())
        };
        let range =
            |f: &mut fmt::Formatter<'_>, column: &usize, from: Option<String>, to: Option<String>| match (from, to) {
                (Some(a), Some(b)) => write!(f, "{} is between {a} and {b}", name(column)),
                (Some(a), None) => write!(f, "{} is {a} or more", name(column)),
                (None, Some(b)) => write!(f, "{} is {b} or less", name(column)),
                (None, None) => write!(f, "{} is anything", name(column)),
            };
        let day = |d: &Option<Day>| d.and_then(Day::date).map(|d| d.to_string());
        match self.test {
            Test::Always => f.write_str("always"),
            Test::Flag { column, is } => write!(f, "{}{}", if *is { "" } else { "not " }, name(column)),
            Test::OneOf { column, values } => match values.as_slice() {
                [one] => write!(f, "{} is {one}", name(column)),
                many => write!(f, "{} is one of {}", name(column), many.join(", ")),
            },
            Test::Present { column, is: true } => {
                let name = name(column);
                let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
                write!(f, "has {article} {name}")
            }
            Test::Present { column, is: false } => write!(f, "has no {}", name(column)),
            Test::Days { column, from, to } => range(f, column, day(from), day(to)),
            Test::Numbers { column, from, to } => {
                range(f, column, from.map(|n| n.to_string()), to.map(|n| n.to_string()))
            }
            Test::Compare { left, is, right } => {
                write!(f, "{} {} {}", left.words(names), is.words(), right.words(names))
            }
            Test::Within { first, last, from, to } => {
                let last = last.as_ref().map(|l| format!(" to {}", name(l))).unwrap_or_default();
                write!(f, "{}{last} is within {} to {}", name(first), name(from), name(to))
            }
            Test::All(list) => joined(f, list, " and "),
            Test::Any(list) => joined(f, list, " or "),
            Test::Not(test) => write!(f, "not ({})", Words { test, names }),
        }
    }
}
