//! What rules call the columns of a table, whatever their files call them.

use super::Kind;

/// One field: its name, what its values are, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub about: &'static str,
}

macro_rules! fields {
    ($($($constant:ident)? $name:literal $kind:ident $about:literal;)*) => {
        $($(
            #[doc = concat!("`", $name, "`: ", $about, ".")]
            pub const $constant: &str = $name;
        )?)*

        /// Every field that layouts and library rules use. A matter may name others of its own.
        pub const FIELDS: &[Field] = &[$(Field { name: $name, kind: Kind::$kind, about: $about }),*];
    };
}

// A field that the evaluation of rows looks for has a constant.

fields! {
    BATES "bates" Identifier "the first Bates number of the document, or its only one";
    END "end" Identifier "the last Bates number";
    CONTROL "control" Identifier "the control number, where there is no Bates number";
    BEGIN_ATTACHMENT "begin attachment" Identifier "the first Bates number of the family";
    END_ATTACHMENT "end attachment" Identifier "the last Bates number of the family";
    "family" Identifier "the family's own number or range";
    PARENT "parent" Identifier "the parent of an attachment";
    ATTACHMENTS "attachments" Identifier "the attachments of a parent";
    "pages" Number "how many pages";
    VOLUME "volume" Identifier "the volume it was produced in";
    "custodian" Text "from whom it was collected";
    "category" Identifier "the ordered category it answers";
    "produced" Date "the day it was produced";
    "withheld" Flag "whether it was withheld";
    "redacted" Flag "whether it was redacted";
    "privilege" Text "the privilege claimed";
    "properties" Text "what kind of record, and whether redacted or withheld";
    "confidentiality" Text "its designation";
    "type" Text "what kind of document";
    "date" Date "the date of the document";
    "sent" Date "when it was sent";
    "received" Date "when it was received";
    "created" Date "when it was created";
    "modified" Date "when it was last modified";
    "author" Text "who wrote it";
    "from" Text "who sent it";
    "to" Text "to whom";
    "cc" Text "copied to";
    "bcc" Text "copied in secret to";
    "recipients" Text "everyone it went to";
    "subject" Text "its subject";
    "title" Text "its title";
    "description" Text "what it is, in a log or on a docket";
    "file name" Text "the name of the file";
    "extension" Text "the end of the file's name";
    "size" Number "the bytes of the file";
    "hash" Identifier "the checksum of the file";
    "path" Text "where the file was";
    "native" Text "where the native file is in the volume";
    "text" Text "where the extracted text is in the volume";
    "image" Text "where the image is in the volume";
    "break" Flag "whether a document begins on this page";
    "entry" Identifier "the number of the entry in its log";
    LOGGED "logged" Date "the day of the entry, or of the log";
    "treatment" Text "whether an entry is of a withheld or a redacted document";
    NUMBER "number" Identifier "the number on the docket";
    SEQUENCE "sequence" Identifier "the place on the docket, of numbered and unnumbered entries";
    "filed" Date "the day it was filed";
    "entered" Date "the day the clerk entered it";
    "served" Date "the day it was served";
    "court" Identifier "the court";
    "docket" Identifier "the number of the case";
    "party" Text "whose it is";
    "documents" Number "how many documents";
    IMAGE_KEY "image key" Identifier "the Bates number of a page, in an image load file";
    "disposition" Text "what became of it: produced, withheld, non-responsive, duplicate, pending";
    "identified" Number "how many documents were identified";
    "delivered" Number "how many of them were produced";
    "documents logged" Number "how many of them were listed in the log";
    "non-responsive" Number "how many of them do not respond";
    "duplicates" Number "how many of them are duplicates";
    "pending" Number "how many of them are still under review";
}

/// The field of this name, in the plural as well.
#[must_use]
pub fn find(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|f| f.name == name)
}

/// Whether the value of this field is the Bates number of another document, or several of them.
#[must_use]
pub fn names_other_documents(field: &str) -> bool {
    matches!(field, PARENT | ATTACHMENTS)
}
