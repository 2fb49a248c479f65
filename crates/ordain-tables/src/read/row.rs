//! The values of an object in the order of the columns.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::value;
use crate::format::{Each, Input};
use crate::{Place, Record, Trouble};

/// Puts the values of an object in the order of the columns.
pub(super) struct Row<'a> {
    columns: BTreeMap<&'a str, usize>,
    beside: Vec<String>,
    values: Vec<String>,
}

impl<'a> Row<'a> {
    pub(super) fn new(input: &Input<'a>) -> Self {
        let mut values = vec![String::new(); input.columns.len()];
        for (at, value) in input.beside {
            if let Some(slot) = values.get_mut(*at) {
                slot.clone_from(value);
            }
        }
        let columns = input.columns.iter().enumerate().map(|(i, c)| (c.as_str(), i)).collect();
        Self { columns, beside: values.clone(), values }
    }

    pub(super) fn hand_on(
        &mut self,
        place: Place,
        value: Result<value::Value, String>,
        each: &mut Each<'_>,
    ) -> ControlFlow<()> {
        let value = match value {
            Ok(value) => value,
            Err(reason) => return each(Err(Trouble { place, column: None, reason })),
        };
        self.values.clone_from(&self.beside);
        for (name, text) in value.flat() {
            let Some(slot) = self.columns.get(name.as_str()).and_then(|i| self.values.get_mut(*i)) else {
                let reason = format!("it names `{name}`, which no object had when the columns were read");
                return each(Err(Trouble { place, column: None, reason }));
            };
            *slot = text;
        }
        let fields: Vec<&str> = self.values.iter().map(String::as_str).collect();
        each(Ok(Record { place, fields: &fields }))
    }
}
