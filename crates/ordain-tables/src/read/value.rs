//! A value of JSON with its numbers as they are written, and its names in order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// A word, a number, `true`; nothing where it is `null`.
    Text(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
    /// A number with more digits than can be kept.
    Long,
}

impl Value {
    /// An object without a fault; else why it is no row.
    pub(crate) fn into_row(self) -> Result<Self, String> {
        let Self::Object(members) = &self else { return Err("it is no object".to_owned()) };
        let mut seen = BTreeSet::new();
        for (name, value) in members {
            if !seen.insert(name) {
                return Err(format!("it names `{name}` twice"));
            }
            if value.is_long() {
                return Err(format!(
                    "the number of `{name}` has too many digits: an identifier belongs in quotation marks"
                ));
            }
        }
        Ok(self)
    }

    fn is_long(&self) -> bool {
        match self {
            Self::Long => true,
            Self::Text(_) => false,
            Self::List(all) => all.iter().any(Self::is_long),
            Self::Object(members) => members.iter().any(|(_, v)| v.is_long()),
        }
    }

    /// Names and values, nested ones with points, in the order of the file.
    pub(crate) fn flat(&self) -> Vec<(String, String)> {
        let mut out = Vec::new();
        self.flatten("", &mut out);
        out
    }

    fn flatten(&self, name: &str, out: &mut Vec<(String, String)>) {
        match self {
            Self::Text(text) => out.push((name.to_owned(), text.clone())),
            Self::Long => {}
            Self::Object(members) => {
                for (key, value) in members {
                    let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                    value.flatten(&name, out);
                }
            }
            Self::List(all) => {
                let mut joined: Vec<(String, String)> = Vec::new();
                let mut index: BTreeMap<String, usize> = BTreeMap::new();
                for value in all {
                    let mut one = Vec::new();
                    value.flatten(name, &mut one);
                    for (name, value) in one {
                        match index.get(&name).and_then(|i| joined.get_mut(*i)) {
                            Some((_, all)) => {
                                all.push_str("; ");
                                all.push_str(&value);
                            }
                            None => {
                                index.insert(name.clone(), joined.len());
                                joined.push((name, value));
                            }
                        }
                    }
                }
                out.extend(joined);
            }
        }
    }
}

/// The parser's sentence without its place, which is given with it.
pub(super) fn without_its_place(sentence: &str) -> String {
    let sentence = sentence.split(" at line ").next().unwrap_or(sentence);
    if sentence.contains("longer than") || sentence.contains("cannot be") {
        return sentence.to_owned();
    }
    format!("it is no JSON from here: {sentence}")
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Text(String::new()))
    }

    fn visit_bool<E>(self, v: bool) -> Result<Value, E> {
        Ok(Value::Text(v.to_string()))
    }

    fn visit_u64<E>(self, v: u64) -> Result<Value, E> {
        Ok(Value::Text(v.to_string()))
    }

    fn visit_i64<E>(self, v: i64) -> Result<Value, E> {
        Ok(Value::Text(v.to_string()))
    }

    fn visit_f64<E>(self, v: f64) -> Result<Value, E> {
        // 2^53: from here on a whole number may have been another one.
        let exact = v.fract() != 0.0 || v.abs() < 9_007_199_254_740_992.0;
        Ok(if exact { Value::Text(v.to_string()) } else { Value::Long })
    }

    fn visit_str<E>(self, v: &str) -> Result<Value, E> {
        Ok(Value::Text(v.to_owned()))
    }

    fn visit_string<E>(self, v: String) -> Result<Value, E> {
        Ok(Value::Text(v))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(value) = seq.next_element()? {
            all.push(value);
        }
        Ok(Value::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Vec::new();
        while let Some(entry) = map.next_entry()? {
            members.push(entry);
        }
        Ok(Value::Object(members))
    }
}
