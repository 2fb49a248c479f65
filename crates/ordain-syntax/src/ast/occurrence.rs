//! What the record says happened to a paper, a hearing, an order or a motion: `MTC1 was granted in part on D`.

/// The words of the record for what happened, each as the one thing that it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occurrence {
    /// `happened`, `occurred`, `took place`: that it was, and nothing more.
    Happened,
    Held,
    Heard,
    Argued,
    Signed,
    Entered,
    Issued,
    Served,
    Received,
    Filed,
    Lodged,
    Opposed,
    Granted,
    GrantedInPart,
    Denied,
    DeniedAsMoot,
    Moot,
    Mooted,
    Stricken,
    Withdrawn,
    UnderAdvisement,
    Decided,
    Resolved,
    /// Only the Court deems something vacated, submitted or abandoned.
    Vacated,
    Submitted,
    Abandoned,
}

impl Occurrence {
    /// What the record may say of a thing: `MTC1 was denied on D`.
    pub const OF_THE_RECORD: [Self; 22] = [
        Self::Held,
        Self::Heard,
        Self::Argued,
        Self::Signed,
        Self::Entered,
        Self::Issued,
        Self::Served,
        Self::Received,
        Self::Filed,
        Self::Lodged,
        Self::Opposed,
        Self::Granted,
        Self::GrantedInPart,
        Self::Denied,
        Self::DeniedAsMoot,
        Self::Moot,
        Self::Mooted,
        Self::Stricken,
        Self::Withdrawn,
        Self::UnderAdvisement,
        Self::Decided,
        Self::Resolved,
    ];

    /// What the Court may deem of a thing that no act of a party brings about: `deems Motion withdrawn`.
    pub const DEEMED: [Self; 9] = [
        Self::Withdrawn,
        Self::Vacated,
        Self::Stricken,
        Self::Moot,
        Self::Denied,
        Self::Granted,
        Self::Submitted,
        Self::Held,
        Self::Abandoned,
    ];

    /// Its word in a file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Held => "held",
            Self::Heard => "heard",
            Self::Argued => "argued",
            Self::Signed => "signed",
            Self::Entered => "entered",
            Self::Issued => "issued",
            Self::Served => "served",
            Self::Received => "received",
            Self::Filed => "filed",
            Self::Lodged => "lodged",
            Self::Opposed => "opposed",
            Self::Granted => "granted",
            Self::GrantedInPart => "granted in part",
            Self::Denied => "denied",
            Self::DeniedAsMoot => "denied as moot",
            Self::Moot => "moot",
            Self::Mooted => "mooted",
            Self::Stricken => "stricken",
            Self::Withdrawn => "withdrawn",
            Self::UnderAdvisement => "taken under advisement",
            Self::Decided => "decided",
            Self::Resolved => "resolved",
            Self::Vacated => "vacated",
            Self::Submitted => "submitted",
            Self::Abandoned => "abandoned",
        }
    }

    /// Said of a hearing: it took place.
    #[must_use]
    pub const fn is_sitting(self) -> bool {
        matches!(self, Self::Held | Self::Heard | Self::Happened)
    }
}

#[cfg(test)]
mod tests {
    use super::Occurrence;
    use std::collections::BTreeSet;

    #[test]
    fn the_grammar_knows_every_occurrence() {
        let grammar = include_str!("../../grammar/facts.pest");
        let rule = grammar.lines().find_map(|l| l.strip_prefix("happening_word = @{")).unwrap_or("");
        let words = |choice: &str| choice.split('"').skip(1).step_by(2).collect::<Vec<_>>().join(" ");
        let read: BTreeSet<String> = rule.split('|').map(words).collect();
        let known: BTreeSet<String> = Occurrence::OF_THE_RECORD.iter().map(|o| o.word().to_owned()).collect();
        assert_eq!(read, known);
    }
}
