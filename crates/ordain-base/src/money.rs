//! Money: exact decimal amounts in a currency. Currencies never mix, and no
//! amount is ever rounded.

use std::fmt;

use rust_decimal::Decimal;

/// Code, symbol where one is common, and other ways in which orders write it.
const TABLE: &[(&str, &str, &[&str])] = &[
    ("USD", "$", &["US$", "dollar", "dollars"]),
    ("EUR", "€", &["euro", "euros"]),
    ("GBP", "£", &["pound", "pounds"]),
    ("JPY", "¥", &["yen"]),
    ("CAD", "C$", &["CA$", "CAN$"]),
    ("AUD", "A$", &["AU$"]),
    ("CHF", "", &["franc", "francs"]),
    ("MXN", "", &["peso", "pesos"]),
    ("CNY", "", &["yuan", "renminbi"]),
    ("ILS", "₪", &["shekel", "shekels"]),
];

/// A currency of the table. `$` is the dollar of the United States.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(usize);

impl Currency {
    /// `USD`, `$`, `dollars`; case matters for codes.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        let known = |(code, symbol, words): &(&str, &str, &[&str])| {
            word == *code || !symbol.is_empty() && word == *symbol || words.contains(&word)
        };
        TABLE.iter().position(known).map(Self)
    }

    /// `USD`.
    #[must_use]
    pub fn code(self) -> &'static str {
        TABLE.get(self.0).map_or("", |row| row.0)
    }

    fn symbol(self) -> &'static str {
        TABLE.get(self.0).map_or("", |row| row.1)
    }

    /// The currency whose symbol `word` begins with, and what follows it.
    fn leads(word: &str) -> Option<(Self, &str)> {
        let symbols = TABLE.iter().enumerate().flat_map(|(i, (_, symbol, words))| {
            let more = words.iter().copied().filter(|w| w.ends_with('$'));
            std::iter::once(*symbol).chain(more).filter(|s| !s.is_empty()).map(move |s| (i, s))
        });
        let longest = symbols.filter(|(_, s)| word.starts_with(s)).max_by_key(|(_, s)| s.len())?;
        Some((Self(longest.0), word.get(longest.1.len()..)?))
    }
}

/// So much money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Amount {
    /// How much, exactly.
    pub value: Decimal,
    /// Of what.
    pub currency: Currency,
}

/// What is at the start of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// An amount, and how many words it takes.
    Amount(Amount, usize),
    /// It begins as an amount and is none: how many words, and why.
    Bad(usize, &'static str),
}

impl Amount {
    /// `$500`, `US$1,400,000.50`, `EUR 600`, `600 euros`, `$1.4 million`, at
    /// the start of `words`. `None` where no currency is named there.
    #[must_use]
    pub fn read(words: &[&str]) -> Option<Read> {
        let first = words.first()?;
        let times = |at: usize| words.get(at).and_then(|w| scale_of_word(w));
        if let Some((currency, rest)) = Currency::leads(first) {
            if rest.is_empty() {
                let next = words.get(1).filter(|w| w.starts_with(|c: char| c.is_ascii_digit()));
                let Some(next) = next else { return Some(Read::Bad(1, "no figure follows the currency")) };
                return Some(amount_of_figure(next, currency, times(2), 2));
            }
            return Some(amount_of_figure(rest, currency, times(1), 1));
        }
        let digit = |w: &&&str| w.starts_with(|c: char| c.is_ascii_digit());
        if first.len() == 3
            && let Some(currency) = Currency::find(first)
            && let Some(next) = words.get(1).filter(digit)
        {
            return Some(amount_of_figure(next, currency, times(2), 2));
        }
        if digit(&first) {
            let scaled = times(1);
            let at = 1 + usize::from(scaled.is_some());
            let currency = words.get(at).and_then(|w| Currency::find(w))?;
            return Some(match amount_of_figure(first, currency, scaled, 1) {
                Read::Amount(a, n) => Read::Amount(a, n + 1),
                Read::Bad(n, why) => Read::Bad(n + 1, why),
            });
        }
        None
    }

    /// The sum, where both are of one currency and it can be held.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let value = (self.currency == other.currency).then(|| self.value.checked_add(other.value))??;
        Some(Self { value, ..self })
    }

    /// `n` times as much, where it can be held.
    #[must_use]
    pub fn times(self, n: i64) -> Option<Self> {
        Some(Self { value: self.value.checked_mul(Decimal::from(n))?, ..self })
    }

    /// The figure for a machine: `63000`, `500.50`.
    #[must_use]
    pub fn figure(self) -> String {
        plain_decimal(self.value)
    }

    /// The same currency, another value.
    #[must_use]
    pub const fn of(self, value: Decimal) -> Self {
        Self { value, ..self }
    }
}

/// `$63,000`, `€600`, `CHF 500.50`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.currency.symbol() {
            "" => write!(f, "{} {}", self.currency.code(), grouped_decimal(self.value)),
            symbol => write!(f, "{symbol}{}", grouped_decimal(self.value)),
        }
    }
}

fn amount_of_figure(figure: &str, currency: Currency, scale: Option<u64>, words: usize) -> Read {
    let words = words + usize::from(scale.is_some());
    let value = match self::figure(figure) {
        Ok(value) => value,
        Err(why) => return Read::Bad(words, why),
    };
    match value.checked_mul(Decimal::from(scale.unwrap_or(1))) {
        Some(value) if value < Decimal::from(10_u64.pow(15)) => Read::Amount(Amount { value, currency }, words),
        _ => Read::Bad(words, "it has more than fifteen figures"),
    }
}

fn scale_of_word(word: &str) -> Option<u64> {
    match word {
        "thousand" => Some(1_000),
        "million" => Some(1_000_000),
        "billion" => Some(1_000_000_000),
        _ => None,
    }
}

/// `1,400,000.50` as a number; a final full stop is the sentence's.
///
/// # Errors
/// Why it is none, for a sentence.
pub fn figure(text: &str) -> Result<Decimal, &'static str> {
    let text = text.strip_suffix('.').unwrap_or(text);
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let threes = groups.clone().all(|g| g.len() == 3) && (groups.next().is_none() || (1..=3).contains(&first.len()));
    let digits: String = whole.chars().filter(|c| *c != ',').collect();
    if digits.is_empty() || !digits.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) {
        return Err("it is not a figure");
    }
    if !threes {
        return Err("the thousands are not in threes");
    }
    if digits.len() > 15 {
        return Err("it has more than fifteen figures");
    }
    if part.len() > 6 {
        return Err("it has more than six decimals");
    }
    format!("{digits}.{part}").trim_end_matches('.').parse().map_err(|_| "it is not a figure")
}

/// `1400000`, `500.50`: no needless zeros, and two decimals where there are any.
fn plain_decimal(value: Decimal) -> String {
    let mut text = value.normalize().to_string();
    if text.split_once('.').is_some_and(|(_, part)| part.len() == 1) {
        text.push('0');
    }
    text
}

/// `1,400,000`, `500.50`.
#[must_use]
pub fn grouped_decimal(value: Decimal) -> String {
    let text = plain_decimal(value);
    let (whole, part) = text.split_once('.').map_or((text.as_str(), None), |(w, p)| (w, Some(p)));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |w| ("-", w));
    let mut out = String::from(sign);
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(c);
    }
    if let Some(part) = part {
        out.push('.');
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Read> {
        Amount::read(&text.split(' ').collect::<Vec<_>>())
    }

    fn shown(text: &str) -> String {
        match read(text) {
            Some(Read::Amount(a, n)) => format!("{a} {} {} {n}", a.currency.code(), a.figure()),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn amounts_as_orders_write_them() {
        assert_eq!(shown("$500"), "$500 USD 500 1");
        assert_eq!(shown("US$1,400,000.50 to"), "$1,400,000.50 USD 1400000.50 1");
        assert_eq!(shown("EUR 600"), "€600 EUR 600 2");
        assert_eq!(shown("600 euros"), "€600 EUR 600 2");
        assert_eq!(shown("$1.4 million"), "$1,400,000 USD 1400000 2");
        assert_eq!(shown("1.4 million dollars"), "$1,400,000 USD 1400000 3");
        assert_eq!(shown("CHF 99.5"), "CHF 99.50 CHF 99.50 2");
        assert_eq!(shown("C$5"), "C$5 CAD 5 1");
        assert_eq!(shown("$500."), "$500 USD 500 1");
    }

    #[test]
    fn what_is_no_amount() {
        for text in ["500", "500 pages", "dollars", "USD", "", "one dollar"] {
            assert_eq!(read(text), None, "{text}");
        }
        for text in ["$", "$1,40,000", "$-5", "$5x", "$9999999999999999", "$1e9", "$999999999 billion"] {
            assert!(matches!(read(text), Some(Read::Bad(..))), "{text}: {:?}", read(text));
        }
    }
}
