//! From what a row must be like to the ways of a plan.

use crate::eval::record::tables::Duty;
use crate::eval::rows::conditions::fields_of;
use crate::eval::rows::planning::{Open, Planner};
use crate::model::object::Act;
use crate::model::{Asked, Keyed, Least, Of, Quantity, Required, VerbFamily};
use ordain_tables::row_engine::{Amount, Goal, Join, JoinKey, Kind, Measure, SatisfiedBy, Test};
use ordain_tables::{Rows, fields};

impl Planner<'_, '_> {
    /// One requirement of a row, as a way to be as it should.
    pub(in crate::eval) fn required(
        &mut self,
        required: &Required,
        scan: usize,
        table: usize,
        duty: &mut Duty,
    ) -> Result<SatisfiedBy, Open> {
        match required {
            Required::Test(asked) => {
                if let Some(field) = self.lacking(table, asked) {
                    return Err(self.no_column(table, &field));
                }
                Ok(SatisfiedBy::Holds(self.test(scan, asked)))
            }
            Required::Alone(field) => {
                let named = self.key(scan).and_then(|k| self.scans.get(scan)?.columns.get(k)).map(|c| c.field.clone());
                if named.as_ref() != Some(&field.value) {
                    let why =
                        format!("whether a {} comes twice is looked for in the column that names a row", field.value);
                    return Err((why, format!("column {} is \"<column>\"", named.unwrap_or_default())));
                }
                if let Some(scanned) = self.scans.get_mut(scan) {
                    scanned.unique = true;
                }
                Ok(SatisfiedBy::Alone)
            }
            Required::Apart if self.key(scan).is_some_and(|key| self.is_list(scan, key)) => Err(self.several(table)),
            Required::Apart => match self.range(scan) {
                Some((first, last)) => Ok(SatisfiedBy::Apart { first, last }),
                None => Err(self.no_column(table, fields::BATES)),
            },
            Required::Among { rows, own, asked, none } => {
                let other = self.only(*rows)?;
                let searched = self.scan(other);
                let filter = asked.as_ref().map_or(Test::Always, |a| self.test(searched, a));
                let (on, by) = self.search(scan, table, searched, other, own)?;
                let join = self.joined(Join { table: searched, by, on, date: None, filter });
                duty.scans.push(searched);
                if *none {
                    return Ok(SatisfiedBy::Missing(join));
                }
                duty.performed_in.push(other);
                Ok(SatisfiedBy::Found(join))
            }
            Required::Counts { own, rows, by } => {
                let other = self.only(*rows)?;
                let searched = self.scan(other);
                let (on, by) = self.search(scan, table, searched, other, by)?;
                let by = match by {
                    JoinKey::Key(key) => JoinKey::Total { key, of: None },
                    other => other,
                };
                if self.is_list(scan, on) || matches!(by, JoinKey::Members(_)) {
                    return Err(self.several(table));
                }
                let own = self.amount(scan, own).ok_or_else(|| self.no_amount(table, own))?;
                let join = self.joined(Join { table: searched, by, on, date: None, filter: Test::Always });
                duty.scans.push(searched);
                duty.performed_in.push(other);
                Ok(SatisfiedBy::Counts { join, own })
            }
        }
    }

    /// A known field that a requirement looks at and the table has no column for. A slip in a field is reported as an error.
    pub(in crate::eval) fn lacking(&self, table: usize, asked: &Asked) -> Option<String> {
        let known = |f: &String| fields::find(f).is_some();
        fields_of(asked).into_iter().find(|f| known(f) && !self.known(table, f))
    }

    /// A gap between the rows, all of whose numbers the log has.
    pub(in crate::eval) fn gap_way(&mut self, act: &Act, scan: usize) -> Result<(SatisfiedBy, usize), Open> {
        let verb = self.case.model.declared.verbs.get(act.verb);
        if verb.family != VerbFamily::Log {
            let why = format!("no table shows that a gap was {}", verb.participle);
            return Err((why, "a gap is explained where it is listed in the privilege log".to_owned()));
        }
        let log = self.only(Rows::LogEntries)?;
        let searched = self.scan(log);
        let (on, _) = self.keys(scan, searched)?;
        let Some((first, last)) = self.range(searched) else { return Err(self.no_column(log, fields::BATES)) };
        let by = JoinKey::Numbers { first, last, to: None };
        Ok((SatisfiedBy::Found(self.joined(Join { table: searched, by, on, date: None, filter: Test::Always })), log))
    }

    /// The column of the asking row, and how the other table is searched with it.
    fn search(
        &mut self,
        scan: usize,
        table: usize,
        searched: usize,
        other: usize,
        own: &Keyed,
    ) -> Result<(usize, JoinKey), Open> {
        let field = match own {
            Keyed::Field(field) if field.value != fields::BATES => &field.value,
            Keyed::Family => {
                let Some((on, to)) = self.family(scan) else {
                    return Err(self.no_column(table, fields::BEGIN_ATTACHMENT));
                };
                return self.numbers(searched, other, on, Some(to));
            }
            Keyed::Field(_) | Keyed::Range => {
                let (on, key) = self.keys(scan, searched)?;
                let to = self.range(scan).and_then(|(_, last)| last);
                let range = to.is_some() || self.known(other, fields::END) || *own == Keyed::Range;
                let by_name = self.by_name((scan, on), (searched, key));
                return if range { self.numbers(searched, other, on, to) } else { Ok((on, by_name)) };
            }
        };
        if !self.known(table, field) {
            return Err(self.no_column(table, field));
        }
        let named = self.key(searched).and_then(|k| self.scans.get(searched)?.columns.get(k)).map(|c| c.field.clone());
        // A parent is named by its Bates number, and so is each of a list; a volume or a number by the column
        // of the same name.
        let on = self.column(scan, field, Some(Kind::Text)).unwrap_or_default();
        let numbers = fields::names_other_documents(field) || self.is_list(scan, on);
        let same = !numbers && self.known(other, field);
        if same {
            let kind = if named.as_ref() == Some(field) { Kind::Key } else { Kind::Text };
            let key = self.column(searched, field, Some(kind)).unwrap_or_default();
            return Ok((on, self.by_name((scan, on), (searched, key))));
        }
        if self.known(other, fields::END) {
            return self.numbers(searched, other, on, None);
        }
        let (_, key) = self.keys(scan, searched)?;
        Ok((on, self.by_name((scan, on), (searched, key))))
    }

    fn numbers(
        &mut self,
        searched: usize,
        other: usize,
        on: usize,
        to: Option<usize>,
    ) -> Result<(usize, JoinKey), Open> {
        match self.range(searched) {
            Some((first, last)) => Ok((on, JoinKey::Numbers { first, last, to })),
            None => Err(self.no_column(other, fields::BATES)),
        }
    }

    /// The columns of a row's first and last number.
    pub(in crate::eval) fn range(&mut self, scan: usize) -> Option<(usize, Option<usize>)> {
        let (first, table) = (self.key(scan)?, self.scans.get(scan)?.table);
        let ranged = self.known(table, fields::END) && !self.is_list(scan, first);
        let last = ranged.then(|| self.column(scan, fields::END, Some(Kind::Text))).flatten();
        Some((first, last))
    }

    /// The columns of the first and last number of a row's family.
    pub(in crate::eval) fn family(&mut self, scan: usize) -> Option<(usize, usize)> {
        let table = self.scans.get(scan)?.table;
        let both = [fields::BEGIN_ATTACHMENT, fields::END_ATTACHMENT];
        if !both.iter().all(|f| self.known(table, f)) {
            return None;
        }
        let [first, last] = both.map(|f| self.column(scan, f, Some(Kind::Text)));
        first.zip(last)
    }

    /// What a row says of how much; nothing where its table does not.
    pub(in crate::eval) fn amount(&mut self, scan: usize, quantity: &Quantity) -> Option<Amount> {
        Some(match quantity {
            Quantity::Field(field) => {
                let table = self.scans.get(scan)?.table;
                if !self.known(table, &field.value) {
                    return None;
                }
                Amount::Column(self.column(scan, &field.value, Some(Kind::Number))?)
            }
            Quantity::Range => {
                let (first, last) = self.range(scan).filter(|(first, _)| !self.is_list(scan, *first))?;
                Amount::Numbers { first, last }
            }
            Quantity::Family => {
                let (first, last) = self.family(scan)?;
                Amount::Numbers { first, last: Some(last) }
            }
            Quantity::Sum(list) => Amount::Sum(list.iter().map(|q| self.amount(scan, q)).collect::<Option<_>>()?),
            Quantity::Fixed(n) => Amount::Fixed(*n),
            Quantity::Count { .. } => return None,
        })
    }

    fn no_amount(&self, table: usize, quantity: &Quantity) -> Open {
        let field = match quantity {
            Quantity::Field(field) => &field.value,
            Quantity::Family => fields::BEGIN_ATTACHMENT,
            _ => fields::BATES,
        };
        self.no_column(table, field)
    }

    /// How many rows, or how much of a column, by the day on which they were produced.
    pub(in crate::eval) fn least(
        &mut self,
        least: &Least,
        scan: usize,
        table: usize,
        ways: &mut Vec<SatisfiedBy>,
    ) -> Result<Goal, Open> {
        let of = match &least.of {
            Of::Rows => Measure::Rows,
            Of::Percent => Measure::Percent,
            Of::Sum(field) => {
                // `10,000 pages`: the field is in the plural.
                if !self.known(table, &field.value) {
                    return Err(self.no_column(table, &field.value));
                }
                Measure::Sum(self.column(scan, &field.value, Some(Kind::Number)).unwrap_or_default())
            }
        };
        if !self.known(table, "produced") {
            if ways.is_empty() {
                ways.push(SatisfiedBy::Holds(Test::Always));
            }
            let n = u64::try_from(least.n.ceil().mantissa()).unwrap_or(u64::MAX);
            return Ok(Goal::AtLeast { n, of, monthly: None });
        }
        let day = self.column(scan, "produced", None).unwrap_or_default();
        if ways.is_empty() {
            ways.push(SatisfiedBy::Dated(day));
        }
        Ok(Goal::Daily { of, day })
    }
}
