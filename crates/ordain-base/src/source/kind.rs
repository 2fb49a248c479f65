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

/// Endings that copies and downloads of a file get behind its own.
const COPIES: [&str; 14] =
    ["txt", "text", "md", "bak", "backup", "old", "orig", "new", "tmp", "swp", "save", "copy", "part", "download"];

impl SourceKind {
    /// The kinds that a matter is made of, each with the end of its files' names.
    pub const OF_MATTER: [(Self, &'static str); 4] =
        [(Self::Order, "order"), (Self::Facts, "facts"), (Self::Calendar, "calendar"), (Self::Layout, "format")];

    /// The kind of a file, by the end of its name in any case of letters; [`Self::Paper`] where no matter is made of it.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path);
        let Some((stem, end)) = name.rsplit_once('.') else { return Self::Paper };
        if stem.is_empty() || stem.starts_with('.') {
            return Self::Paper;
        }
        Self::OF_MATTER.into_iter().find(|(_, e)| end.eq_ignore_ascii_case(e)).map_or(Self::Paper, |(kind, _)| kind)
    }

    /// The kind that the name of a file comes near to, where it has none of a matter: `b.orders`,
    /// `.a.order`, `a.order.txt`, `r.facts~`. Such a file is not read, so it is reported.
    #[must_use]
    pub fn near(name: &str) -> Option<Self> {
        if Self::of_path(name).is_of_matter() {
            return None;
        }
        let visible = name.trim_start_matches(['.', '#']).trim_end_matches(['~', '#']).to_ascii_lowercase();
        let hidden = name.starts_with('.');
        let (before, end) = match visible.rsplit_once('.') {
            Some((before, end)) => (before, end),
            // `.order`, and nothing before it.
            None if hidden => ("", visible.as_str()),
            None => return None,
        };
        let close = |word: &str| {
            let near = |e: &str| word == e || word.strip_suffix('s') == Some(e) || e.strip_suffix('s') == Some(word);
            let slip = |e: &str| word.len() > 3 && strsim::osa_distance(word, e) == 1;
            Self::OF_MATTER.into_iter().find(|(_, e)| near(e) || slip(e)).map(|(kind, _)| kind)
        };
        let copy = COPIES.contains(&end) || end.bytes().all(|b| b.is_ascii_digit());
        close(end).or_else(|| before.rsplit('.').next().filter(|_| copy && before.contains('.')).and_then(close))
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
            ("b.ORDER", SourceKind::Order),
            ("r.Facts", SourceKind::Facts),
        ] {
            assert_eq!(SourceKind::of_path(path), kind, "{path}");
        }
    }

    #[test]
    fn names_that_come_near_are_seen() {
        let order = [
            "b.orders",
            "b.order.txt",
            ".b.order",
            ".order",
            "b.order~",
            "#b.order#",
            "b.ordr",
            "b.Orders",
            "b.order.2",
            "b.ORDER.bak",
            "b.odrer",
            ".#b.order",
        ];
        for name in order {
            assert_eq!(SourceKind::near(name), Some(SourceKind::Order), "{name}");
        }
        for (name, kind) in
            [("r.fact", SourceKind::Facts), ("x.calender", SourceKind::Calendar), ("l.formats", SourceKind::Layout)]
        {
            assert_eq!(SourceKind::near(name), Some(kind), "{name}");
        }
        let others = [
            "b.order",
            "r.FACTS",
            "order.txt",
            "order",
            "Scheduling.order.pdf",
            "facts.csv",
            ".git",
            ".gitignore",
            ".ordain.toml",
            "notes.md",
            "VOL001.dat",
            "a.txt",
            "known.json",
            "",
            ".",
            "a.",
            "border.css",
        ];
        for name in others {
            assert_eq!(SourceKind::near(name), None, "{name}");
        }
    }
}
