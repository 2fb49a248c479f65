//! `textDocument/semanticTokens`: what each word is, as it was read. Words are painted from the outside in, so that no
//! two tokens overlap; a token never leaves its line.

use lsp_types::{Range, SemanticToken, SemanticTokenType, SemanticTokensLegend};
use ordain_base::source::{SourceFile, Span};
use ordain_core::model::ThingKind;
use ordain_core::model::names::Entity;
use ordain_core::references::Target;
use ordain_syntax::ast::{Piece, Statement, StatementKind, pieces};
use ordain_syntax::{comments, vocabulary};

use crate::snapshot::Snapshot;

/// What a word is. The protocol names the kinds after programs; beside each stands what it is in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TokenKind {
    /// `order`, `by`, `must`.
    Keyword,
    /// `file`, `extends`.
    Verb,
    Party,
    /// An order, and a record.
    Order,
    /// `¶ 1`, `category 4`.
    Label,
    Paper,
    /// An event or a hearing.
    Event,
    /// A date, or a length of time.
    Time,
    Quoted,
    /// `Dkt. 290 at 16`.
    Cite,
    Comment,
}

impl TokenKind {
    const ALL: [Self; 11] = [
        Self::Keyword,
        Self::Verb,
        Self::Party,
        Self::Order,
        Self::Label,
        Self::Paper,
        Self::Event,
        Self::Time,
        Self::Quoted,
        Self::Cite,
        Self::Comment,
    ];

    const fn name(self) -> SemanticTokenType {
        match self {
            Self::Keyword => SemanticTokenType::KEYWORD,
            Self::Verb => SemanticTokenType::FUNCTION,
            Self::Party => SemanticTokenType::CLASS,
            Self::Order => SemanticTokenType::NAMESPACE,
            Self::Label => SemanticTokenType::ENUM_MEMBER,
            Self::Paper => SemanticTokenType::VARIABLE,
            Self::Event => SemanticTokenType::EVENT,
            Self::Time => SemanticTokenType::NUMBER,
            Self::Quoted => SemanticTokenType::STRING,
            Self::Cite => SemanticTokenType::PROPERTY,
            Self::Comment => SemanticTokenType::COMMENT,
        }
    }
}

/// The kinds, in the order of the numbers that tokens have.
#[must_use]
pub fn legend() -> SemanticTokensLegend {
    let token_types = TokenKind::ALL.iter().map(|k| k.name()).collect();
    SemanticTokensLegend { token_types, token_modifiers: Vec::new() }
}

/// The tokens of a file, or of a range of it, each by its distance from the one before.
#[must_use]
pub fn semantic_tokens(snapshot: &Snapshot, path: &str, range: Option<Range>) -> Vec<SemanticToken> {
    let Some(file) = snapshot.file(path) else { return Vec::new() };
    let wanted = range.and_then(|r| snapshot.span(path, r)).unwrap_or(file.span());
    let mut paint = Paint { file, kinds: vec![None; file.text.len()] };
    comments(&file.text).into_iter().for_each(|c| paint.bytes(c, TokenKind::Comment));
    let statements = snapshot.statements(path).iter();
    for statement in statements.filter(|s| s.span.start <= wanted.end && wanted.start <= s.span.end) {
        paint_statement(statement, &mut paint);
    }
    for reference in snapshot.examined.references.iter().filter(|r| file.span().contains(r.span)) {
        paint.span(reference.span, kind_of_target(snapshot, &reference.target));
    }
    encoded(snapshot, &paint, wanted)
}

/// Which kind each byte of a file is of.
struct Paint<'f> {
    file: &'f SourceFile,
    kinds: Vec<Option<TokenKind>>,
}

impl Paint<'_> {
    fn bytes(&mut self, bytes: std::ops::Range<usize>, kind: TokenKind) {
        if let Some(part) = self.kinds.get_mut(bytes) {
            part.fill(Some(kind));
        }
    }

    fn span(&mut self, span: Span, kind: TokenKind) {
        let local = |at: u32| at.checked_sub(self.file.base).map(|at| at as usize);
        if let (Some(start), Some(end)) = (local(span.start), local(span.end)) {
            self.bytes(start..end.max(start), kind);
        }
    }

    /// The first of these words at the head of a span; its first word where none of them is there.
    fn opener(&mut self, span: Span, words: impl Iterator<Item = &'static str>, kind: TokenKind) {
        let Some(text) = span.start.checked_sub(self.file.base).and_then(|at| self.file.text.get(at as usize..)) else {
            return;
        };
        let first = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
        let is_whole = |w: &&str| !text.get(w.len()..).unwrap_or("").starts_with(char::is_alphanumeric);
        let longest = words
            .filter(|w| text.get(..w.len()).is_some_and(|head| head.eq_ignore_ascii_case(w)))
            .filter(is_whole)
            .map(str::len)
            .max();
        let len = u32::try_from(longest.unwrap_or(first)).unwrap_or(0);
        self.span(Span::new(span.start, span.start.saturating_add(len)), kind);
    }
}

fn paint_statement(statement: &Statement, paint: &mut Paint<'_>) {
    let declares = match &statement.kind {
        StatementKind::Paragraph(_) | StatementKind::Fact(_) => false,
        StatementKind::Matter(_)
        | StatementKind::Party(_)
        | StatementKind::Record(_)
        | StatementKind::Named(_)
        | StatementKind::Order(_)
        | StatementKind::Verb(_)
        | StatementKind::Expect(_)
        | StatementKind::Table(_) => true,
    };
    if declares {
        paint.opener(statement.span, vocabulary::statements(), TokenKind::Keyword);
        paint_properties(statement, paint);
    }
    pieces(statement, &mut |piece| match piece {
        Piece::Clause(clause) => paint.opener(clause.span, vocabulary::clauses().map(|(w, _)| w), TokenKind::Keyword),
        Piece::Modal(span) => paint.span(span, TokenKind::Keyword),
        Piece::Disposition(span) => paint.span(span, TokenKind::Verb),
        Piece::Act(act) => paint.opener(act.span, std::iter::empty(), TokenKind::Verb),
        Piece::Date(date) => paint.span(date.span, TokenKind::Time),
        Piece::Length(length) => paint.span(length.span, TokenKind::Time),
        Piece::Label(span) => paint.span(span, TokenKind::Label),
        Piece::Cite(cite) => paint.span(cite.span, TokenKind::Cite),
        Piece::Quoted(quoted) => paint.span(quoted.span, TokenKind::Quoted),
        Piece::Name(_) | Piece::Phrase(_) | Piece::Setting(_) | Piece::Wording(_) => {}
    });
}

/// The first words of the further lines of a declaration: `court`, `entered`.
fn paint_properties(statement: &Statement, paint: &mut Paint<'_>) {
    let Some(start) = statement.span.start.checked_sub(paint.file.base) else { return };
    let text = paint.file.text.get(start as usize..).unwrap_or("");
    let text = text.get(..statement.span.len() as usize).unwrap_or("");
    let mut at = statement.span.start;
    let mut found = Vec::new();
    for (i, line) in text.split_inclusive('\n').enumerate() {
        let indent = u32::try_from(line.len() - line.trim_start().len()).unwrap_or(0);
        if i > 0 && line.trim_start().starts_with(char::is_alphabetic) {
            found.push(at + indent);
        }
        at += u32::try_from(line.len()).unwrap_or(0);
    }
    for start in found {
        paint.opener(Span::new(start, statement.span.end), std::iter::empty(), TokenKind::Keyword);
    }
}

fn kind_of_target(snapshot: &Snapshot, target: &Target) -> TokenKind {
    match target {
        Target::Paragraph(..) => TokenKind::Label,
        Target::Entity(Entity::Party(_) | Entity::Parties) => TokenKind::Party,
        Target::Entity(Entity::Record(_) | Entity::Order(_)) => TokenKind::Order,
        Target::Entity(Entity::Thing(id)) => match snapshot.examined.declared.things[id.index()].kind {
            ThingKind::Event | ThingKind::Hearing => TokenKind::Event,
            ThingKind::Document | ThingKind::Motion => TokenKind::Paper,
        },
    }
}

/// The painted bytes as tokens, line by line.
fn encoded(snapshot: &Snapshot, paint: &Paint<'_>, wanted: Span) -> Vec<SemanticToken> {
    let (file, encoding) = (paint.file, snapshot.encoding);
    let mut out = Vec::new();
    let (mut last_line, mut last_column) = (0, 0);
    let mut at = 0;
    while let Some(kind) = paint.kinds.get(at).copied() {
        let run = paint.kinds.get(at..).unwrap_or_default().iter().take_while(|k| **k == kind).count();
        let (start, end) = (at, at + run);
        at = end;
        let Some(kind) = kind else { continue };
        let Some(text) = file.text.get(start..end) else { continue };
        let mut from = start;
        for line in text.split_inclusive(['\n', '\r']) {
            let words = line.trim();
            let first = from + (line.len() - line.trim_start().len());
            from += line.len();
            let place = file.base.saturating_add(u32::try_from(first).unwrap_or(u32::MAX));
            if words.is_empty() || place < wanted.start || place >= wanted.end {
                continue;
            }
            let position = encoding.position(&file.text, &file.lines, place - file.base);
            let same_line = position.line == last_line;
            out.push(SemanticToken {
                delta_line: position.line - last_line,
                delta_start: if same_line { position.character - last_column } else { position.character },
                length: encoding.columns(words),
                token_type: TokenKind::ALL.iter().position(|k| *k == kind).and_then(|i| i.try_into().ok()).unwrap_or(0),
                token_modifiers_bitset: 0,
            });
            (last_line, last_column) = (position.line, position.character);
        }
    }
    out
}
