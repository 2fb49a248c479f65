//! What is asked of the values of one row.

use std::fmt;

use super::Day;

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
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
}

impl Test {
    /// The columns it looks at.
    pub fn columns(&self, out: &mut Vec<usize>) {
        match self {
            Self::Always => {}
            Self::Flag { column, .. }
            | Self::OneOf { column, .. }
            | Self::Present { column, .. }
            | Self::Days { column, .. }
            | Self::Numbers { column, .. } => out.push(*column),
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
            Test::Present { column, is } => write!(f, "{} {}", if *is { "has a" } else { "has no" }, name(column)),
            Test::Days { column, from, to } => range(f, column, day(from), day(to)),
            Test::Numbers { column, from, to } => {
                range(f, column, from.map(|n| n.to_string()), to.map(|n| n.to_string()))
            }
            Test::All(list) => joined(f, list, " and "),
            Test::Any(list) => joined(f, list, " or "),
            Test::Not(test) => write!(f, "not ({})", Words { test, names }),
        }
    }
}
