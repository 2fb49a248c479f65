//! Duties over the rows of tables: their words, and what the rows turn out to be.

use crate::diag::code::codes;
use crate::diag::{Diagnostic, plural, quoted_all, quoted_list};
use crate::source::Span;

codes! {
    NOT_OF_A_ROW = "N0385", "not-of-a-row", Error, "words of a duty over rows that say nothing of a row";
    NO_ROWS = "N0386", "rows-of-what", Error, "rows of a duty that are in no record";
    NO_FIELD = "N0387", "no-such-field", Error, "a field that the table has no column for";
    NO_ENTRY = "N0394", "no-day-of-entry", Error, "rows compared with the entry of an order that has no day";
    NOT_REQUIRED = "N0393", "not-required-of-a-row", Error, "words after `must` that no row can be like";
    NO_COLUMN = "F0351", "no-such-column", Error, "a column that the file does not have";
    NO_TABLE = "F0352", "table-unreadable", Error, "a table whose file cannot be read";
    ROW = "F0353", "row-unreadable", Error, "a row of a table that cannot be read";
    DAY = "F0354", "day-of-no-calendar", Error, "a value of a column of days that is not a date";
    ORDER = "F0355", "other-date-order", Error, "a date written in another order than its column";
    FLAG = "F0357", "not-a-flag", Error, "a value that is neither the yes nor the no of its column";
    LABEL = "F0358", "unknown-label", Error, "a category that the record does not have";
    NUMBER = "F0359", "not-a-number", Error, "text where a number belongs";
    CONTRADICTS = "F0360", "rows-contradict", Undetermined, "one name with rows that say different things";
    REPEATS = "F0361", "rows-repeat", Warning, "one name with several rows that say the same";
}

pub fn not_of_a_row(span: Span) -> Diagnostic {
    Diagnostic::new(NOT_OF_A_ROW, "these words say nothing of a row", span, "not understood").help(
        "say `where category is 2`, `custodian is one of Smith or Jones`, `sent is before May 3, 2020`, `has a \
         privilege`, `not withheld`; join them by `and` or by `or`, not by both",
    )
}

pub fn no_entry(order: &str, span: Span) -> Diagnostic {
    Diagnostic::new(NO_ENTRY, format!("no order `{order}` with a day of entry is in this matter"), span, "no day")
        .help(format!("declare it: order {order} \"…\", entered <date>"))
}

pub fn not_required(span: Span) -> Diagnostic {
    Diagnostic::new(NOT_REQUIRED, "these words do not say what a row must be like", span, "not understood").help(
        "say `be produced`, `be listed in the privilege log`, `have a date and an author`, `have a Bates number of its \
         own`, `have a parent among the documents`, `have pages equal to its Bates range`, `not overlap another`",
    )
}

pub fn no_rows(span: Span) -> Diagnostic {
    Diagnostic::new(NO_ROWS, "rows are narrowed by a record and its categories", span, "no record")
        .help("write `each document in CAR categories 1-5`, and what else is asked after `where`")
}

pub fn no_field(field: &str, table: &str, near: Option<&str>, known: &[&str], span: Span, place: Span) -> Diagnostic {
    let message = format!("table `{table}` has no column for `{field}`");
    let d = Diagnostic::new(NO_FIELD, message, span, "not in the table").label(place, "the table");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near, false),
        None => d.help(format!("it has {}", quoted_all(known))),
    }
}

pub fn no_column(column: &str, file: &str, near: Option<&str>, header: &[&str], span: Span) -> Diagnostic {
    let d = Diagnostic::new(NO_COLUMN, format!("`{file}` has no column `{column}`"), span, "read from it");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`? its columns are {}", quoted_all(header))),
        None => d.help(format!("its columns are {}", quoted_all(header))),
    }
}

pub fn no_table(why: &str, span: Span) -> Diagnostic {
    Diagnostic::new(NO_TABLE, why, span, "this table")
        .help("nothing is decided over it until it can be read; paths are seen from the matter's folder")
}

/// Rows that cannot be read for one reason: the first few are labelled.
pub struct Flawed<'a> {
    pub table: &'a str,
    /// As rules and as the file call it.
    pub column: Option<(&'a str, &'a str)>,
    pub rows: u64,
    /// Of the first: its row of data, from 1; its value or the reader's reason; its place.
    pub row: u64,
    pub value: &'a str,
    pub places: Vec<Span>,
    /// `year-month-day`, of the column.
    pub written: &'a str,
}

impl Flawed<'_> {
    fn say(&self, code: crate::diag::Code, message: String, label: &str, help: String) -> Diagnostic {
        let more = match self.rows {
            0 | 1 => String::new(),
            n => format!(", and in {} more", plural(i64::try_from(n - 1).unwrap_or(i64::MAX), "row")),
        };
        let first = self.places.first().copied().unwrap_or_default();
        let mut d = Diagnostic::new(code, format!("{message}{more}"), first, label);
        for place in self.places.iter().skip(1) {
            d = d.label(*place, label);
        }
        d.help(help)
    }

    fn at(&self) -> String {
        let column = self.column.map(|(_, name)| format!(", column `{name}`")).unwrap_or_default();
        format!("row {} of {}{column}", self.row, self.table)
    }

    pub fn row(&self) -> Diagnostic {
        let message = format!("{} cannot be read: {}", self.at(), self.value);
        self.say(
            ROW,
            message,
            "not read",
            "fix the row in the file; until then no missing act is held against anyone".to_owned(),
        )
    }

    pub fn encoding(&self) -> Diagnostic {
        let message = format!("{} is not UTF-8", self.at());
        self.say(ROW, message, "not UTF-8", "say how the file is encoded: encoding Windows-1252".to_owned())
    }

    pub fn no_name(&self) -> Diagnostic {
        let message = format!("{} is empty, and names the row", self.at());
        self.say(ROW, message, "no name", "give the row its number in the file".to_owned())
    }

    pub fn rounded(&self) -> Diagnostic {
        let message = format!("{}: `{}` is a number that a spreadsheet has rounded", self.at(), self.value);
        let help = "its last figures are lost: ask for the file as it was exported, with this column as text";
        self.say(ROW, message, "rounded", help.to_owned())
    }

    pub fn zone(&self) -> Diagnostic {
        let message = format!("{}: `{}` is another day in some courts than in others", self.at(), self.value);
        self.say(DAY, message, "on which day", "say which court decides: court <name>, in the matter".to_owned())
    }

    pub fn day(&self, impossible: bool) -> Diagnostic {
        let what = if impossible { "is a day that does not exist" } else { "is not a date" };
        let message = format!("{}: `{}` {what}", self.at(), self.value);
        let help = format!("write a day that exists, as the column does ({}), or leave it empty", self.written);
        self.say(DAY, message, "no such day", help)
    }

    pub fn order(&self) -> Diagnostic {
        let message = format!("{}: `{}` is not written {}, as the column is", self.at(), self.value, self.written);
        let help = format!("write it {}: which figure is the month is not guessed", self.written);
        self.say(ORDER, message, "another order", help)
    }

    pub fn flag(&self) -> Diagnostic {
        let message = if self.value.is_empty() {
            format!("{} is empty, and is neither yes nor no", self.at())
        } else {
            format!("{}: `{}` is not how the column says yes or no", self.at(), self.value)
        };
        let field = self.column.map_or("", |(field, _)| field);
        let cell = if self.value.is_empty() { "Yes" } else { self.value };
        let help = format!(
            "write {}, or say in the table what its cells mean, and any other cell says no: \
             {field} is yes where \"{cell}\"",
            self.written
        );
        self.say(FLAG, message, "neither yes nor no", help)
    }

    pub fn label(&self, known: &[&str], near: Option<&str>) -> Diagnostic {
        let message = format!("{}: the record has no category `{}`", self.at(), self.value);
        // A number is no slip for another.
        let near = near.filter(|n| n.chars().any(char::is_alphabetic));
        let help = near.map_or_else(
            || format!("write {}", quoted_list(known)),
            |n| format!("did you mean `{n}`? there are {}", quoted_all(known)),
        );
        self.say(LABEL, message, "no such category", help)
    }

    pub fn member(&self) -> Diagnostic {
        let message = format!("{}: `{}` has what is neither a number nor a range", self.at(), self.value);
        let help =
            "each is one number (`ABC-0002`) or a range of one series (`ABC-0002–ABC-0005`); nothing rests on this row";
        self.say(NUMBER, message, "no number or range", help.to_owned())
    }

    pub fn number(&self) -> Diagnostic {
        let message = format!("{}: `{}` is no number", self.at(), self.value);
        self.say(NUMBER, message, "no number", "write it in figures, or leave it empty".to_owned())
    }
}

/// One name, several rows. `differ` has the column and the two values, where they say different things.
pub fn repeat(
    name: &str,
    rows: u64,
    table: &str,
    differ: Option<(&str, &str, &str)>,
    places: &[Span],
    more: usize,
) -> Diagnostic {
    let others = match more {
        0 => String::new(),
        n => format!("; so have {} other names", n),
    };
    let count = plural(i64::try_from(rows).unwrap_or(i64::MAX), "row");
    let first = places.first().copied().unwrap_or_default();
    let mut d = match differ {
        Some((column, a, b)) => Diagnostic::new(
            CONTRADICTS,
            format!("`{name}` has {count} in {table} that differ in `{column}`: `{a}` and `{b}`{others}"),
            first,
            "this row",
        )
        .help("neither row is preferred, and nothing is decided of it: keep the row that is right in the file"),
        None => Diagnostic::new(
            REPEATS,
            format!("`{name}` has {count} in {table} that say the same{others}"),
            first,
            "this row",
        )
        .help("it is counted once; take the other row out of the file"),
    };
    for place in places.iter().skip(1) {
        d = d.label(*place, "and this");
    }
    d
}
