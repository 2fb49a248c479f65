//! Newtyped positions in the vectors of a `Model`.

macro_rules! ids {
    ($($name:ident: $doc:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in its vector.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// `position` beyond `u32` cannot occur: texts are shorter than 4 GiB.
            #[must_use]
            pub fn at(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }
        }
    )*};
}

ids! {
    PartyId: "A party, a member of one, a non-party, a role, the Court or the Clerk.";
    RecordId: "A named set of documents.";
    ThingId: "A document, event, hearing or motion.";
    OrderId: "An order, rule or stipulation.";
    ParagraphId: "A paragraph of an order.";
    ObligationId: "An obligation of a paragraph, or of words that replace one.";
    VerbId: "A verb of the closed table, or one that the matter adds.";
}

impl ObligationId {
    /// Of an obligation that means no words of a paragraph.
    pub const NONE: Self = Self(u32::MAX);
}

impl VerbId {
    /// Of the act of a modification, which says something of the thing and nothing of the verb.
    pub const NONE: Self = Self(u32::MAX);
}

/// The Court of the matter, as a party that orders and may be ordered.
pub const COURT: PartyId = PartyId(0);
/// Its Clerk.
pub const CLERK: PartyId = PartyId(1);
