//! Expressions that read one character, and decide by it alone.

use pest_meta::ast::Expr;

use super::grammar::Grammar;
use super::symbols::Symbols;

/// Which characters are read.
#[derive(Clone)]
pub(crate) struct Class {
    /// Those of ASCII.
    pub(crate) ascii: Symbols,
    /// Whether another, `c`, is one of them, as Rust says it.
    pub(crate) beyond: String,
    /// The bytes with which the others may begin.
    pub(crate) leads: Symbols,
}

impl Class {
    fn of_char(c: char) -> Self {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => {
                Self { ascii: Symbols::byte(byte), beyond: "false".into(), leads: Symbols::none() }
            }
            _ => {
                let lead = c.to_string().as_bytes().first().copied().unwrap_or(0);
                Self { ascii: Symbols::none(), beyond: format!("c == {c:?}"), leads: Symbols::byte(lead) }
            }
        }
    }

    fn of_range(from: char, to: char) -> Self {
        let ascii = Symbols::where_true(|s| s < 128 && char::from_u32(s as u32).is_some_and(|c| from <= c && c <= to));
        match to.is_ascii() {
            true => Self { ascii, beyond: "false".into(), leads: Symbols::none() },
            false => Self { ascii, beyond: format!("matches!(c, {from:?}..={to:?})"), leads: Symbols::beyond_ascii() },
        }
    }

    /// `None` if the class is not one of those that come with pest.
    fn of_name(name: &str) -> Option<Self> {
        let ascii = |test: fn(&u8) -> bool| {
            let ascii = Symbols::where_true(|s| s < 128 && u8::try_from(s).is_ok_and(|b| test(&b)));
            Some(Self { ascii, beyond: "false".into(), leads: Symbols::none() })
        };
        match name {
            "ANY" => Some(Self {
                ascii: Symbols::where_true(|s| s < 128),
                beyond: "true".into(),
                leads: Symbols::beyond_ascii(),
            }),
            "ASCII_DIGIT" => ascii(u8::is_ascii_digit),
            "ASCII_ALPHA" => ascii(u8::is_ascii_alphabetic),
            "ASCII_ALPHA_LOWER" => ascii(u8::is_ascii_lowercase),
            "ASCII_ALPHA_UPPER" => ascii(u8::is_ascii_uppercase),
            "ASCII_ALPHANUMERIC" => ascii(u8::is_ascii_alphanumeric),
            "ASCII_HEX_DIGIT" => ascii(u8::is_ascii_hexdigit),
            _ => {
                let is = crate::unicode::by_name(name)?;
                let ascii = Symbols::where_true(|s| s < 128 && char::from_u32(s as u32).is_some_and(&is));
                Some(Self { ascii, beyond: format!("unicode::{name}(c)"), leads: Symbols::beyond_ascii() })
            }
        }
    }

    fn or(&self, other: &Self) -> Self {
        let beyond = match (self.beyond.as_str(), other.beyond.as_str()) {
            ("true", _) | (_, "true") => "true".into(),
            ("false", b) => b.into(),
            (a, "false") => a.into(),
            (a, b) => format!("({a} || {b})"),
        };
        Self { ascii: self.ascii.or(&other.ascii), beyond, leads: self.leads.or(&other.leads) }
    }

    /// Those that are not among `others`.
    fn without(&self, others: &Self) -> Self {
        let beyond = match (self.beyond.as_str(), others.beyond.as_str()) {
            ("false", _) | (_, "true") => "false".into(),
            (a, "false") => a.into(),
            ("true", b) => match b.strip_prefix("c == ") {
                Some(one) => format!("c != {one}"),
                None => format!("!({b})"),
            },
            (a, b) => format!("({a} && !({b}))"),
        };
        Self { ascii: self.ascii.and(&others.ascii.not()), beyond, leads: self.leads.clone() }
    }

    /// Those with which `expr` certainly matches, whatever follows, and no others.
    pub(crate) fn of(grammar: &Grammar, expr: &Expr) -> Option<Self> {
        let one = |text: &str| {
            let mut chars = text.chars();
            chars.next().filter(|_| chars.next().is_none())
        };
        match expr {
            Expr::Str(text) => Some(Self::of_char(one(text)?)),
            Expr::Range(from, to) => Some(Self::of_range(one(from)?, one(to)?)),
            Expr::Ident(name) => match grammar.rule(name) {
                Some(_) => Self::of(grammar, grammar.silent(name)?),
                None => Self::of_name(name),
            },
            Expr::Choice(a, b) => Some(Self::of(grammar, a)?.or(&Self::of(grammar, b)?)),
            Expr::Seq(a, b) => match &**a {
                Expr::NegPred(not) => Some(Self::of(grammar, b)?.without(&Self::of(grammar, not)?)),
                _ => None,
            },
            _ => None,
        }
    }

    /// True if every character beyond ASCII is one of them.
    pub(crate) fn has_all_beyond(&self) -> bool {
        self.beyond == "true"
    }
}
