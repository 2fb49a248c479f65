//! What a text of a run is, decided once, when it is taken in.

/// The kinds of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// Orders and what they are about: `.order`.
    Order,
    /// The record: `.facts`.
    Facts,
    /// Holidays and counting rules of the matter: `.calendar`.
    Calendar,
    /// Names of the columns of tables: `.format`.
    Layout,
    /// The text of an order, or of any other paper.
    Paper,
    /// Some rows of a table, or the words of a docket entry.
    Rows,
    /// Facts that the question assumes.
    Assumption,
    /// The id of a fact that the question leaves out.
    LeftOut,
}

impl SourceKind {
    /// The kinds that a matter is made of, each with the end of its files' names.
    pub const OF_MATTER: [(Self, &'static str); 4] =
        [(Self::Order, "order"), (Self::Facts, "facts"), (Self::Calendar, "calendar"), (Self::Layout, "format")];

    /// The kind of a file, by the end of its name; [`Self::Paper`] where no matter is made of it.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path);
        let Some((stem, end)) = name.rsplit_once('.') else { return Self::Paper };
        if stem.is_empty() || stem.starts_with('.') {
            return Self::Paper;
        }
        Self::OF_MATTER.into_iter().find(|(_, e)| *e == end).map_or(Self::Paper, |(kind, _)| kind)
    }

    /// True of the files that a matter is made of.
    #[must_use]
    pub const fn is_of_matter(self) -> bool {
        matches!(self, Self::Order | Self::Facts | Self::Calendar | Self::Layout)
    }

    /// True of texts in the language of orders and records.
    #[must_use]
    pub const fn has_statements(self) -> bool {
        matches!(self, Self::Order | Self::Facts | Self::Assumption)
    }
}

#[cfg(test)]
mod tests {
    use super::SourceKind;

    #[test]
    fn the_end_of_the_name_decides() {
        for (path, kind) in [
            ("a/b.order", SourceKind::Order),
            ("b.facts", SourceKind::Facts),
            ("x.y/california.calendar", SourceKind::Calendar),
            ("log.format", SourceKind::Layout),
            ("order.txt", SourceKind::Paper),
            (".order", SourceKind::Paper),
            ("a/.hidden.order", SourceKind::Paper),
            ("order", SourceKind::Paper),
            ("b.ORDER", SourceKind::Paper),
        ] {
            assert_eq!(SourceKind::of_path(path), kind, "{path}");
        }
    }
}
