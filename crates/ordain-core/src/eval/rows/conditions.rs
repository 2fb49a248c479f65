//! What is asked of one row, as a test of its columns.

use crate::eval::rows::planning::Planner;
use crate::model::{Asked, Quantity};
use ordain_tables::row_engine::{Day, Kind, Relation, Test};

impl Planner<'_, '_> {
    pub(in crate::eval) fn test(&mut self, scan: usize, asked: &Asked) -> Test {
        let found = match asked {
            Asked::Done(field) => self.field(scan, field).map(|(column, kind)| match kind {
                Kind::Flag | Kind::YesWhere(_) => Test::Flag { column, is: true },
                _ => Test::Present { column, is: true },
            }),
            Asked::Has(field) => self.field(scan, field).map(|(column, kind)| match kind {
                Kind::Flag | Kind::YesWhere(_) => Test::Flag { column, is: true },
                _ => Test::Present { column, is: true },
            }),
            Asked::Is { field, values } => {
                self.field(scan, field).map(|(column, kind)| value_is(column, &kind, values))
            }
            Asked::Days { field, from, to } => self.field(scan, field).map(|(column, _)| Test::Days {
                column,
                from: from.map(Day::from),
                to: to.map(Day::from),
            }),
            Asked::Numbers { field, from, to } => {
                self.field(scan, field).map(|(column, _)| Test::Numbers { column, from: *from, to: *to })
            }
            Asked::Equal { left, right } => {
                let (left, right) = (self.amount(scan, left), self.amount(scan, right));
                left.zip(right).map(|(left, right)| Test::Compare { left, is: Relation::Equal, right })
            }
            Asked::InFamily => {
                let own = self.range(scan).filter(|(first, _)| !self.is_list(scan, *first));
                let outer = self.family(scan);
                own.zip(outer).map(|((first, last), (from, to))| Test::Within { first, last, from, to })
            }
            Asked::All(list) => Some(Test::All(list.iter().map(|a| self.test(scan, a)).collect())),
            Asked::Any(list) => Some(Test::Any(list.iter().map(|a| self.test(scan, a)).collect())),
            Asked::Not(inner) => Some(Test::Not(Box::new(self.test(scan, inner)))),
        };
        found.unwrap_or(Test::Always)
    }
}

fn value_is(column: usize, kind: &Kind, values: &[String]) -> Test {
    let any = |list: Vec<Test>| if list.len() == 1 { list.into_iter().next() } else { Some(Test::Any(list)) };
    let found = match kind {
        Kind::Flag | Kind::YesWhere(_) => {
            let yes = |v: &String| matches!(v.to_lowercase().as_str(), "true" | "yes" | "y" | "t" | "1" | "x");
            any(values.iter().map(|v| Test::Flag { column, is: yes(v) }).collect())
        }
        Kind::Number => {
            let number = |v: &String| v.replace(',', "").parse().ok();
            any(values.iter().map(|v| Test::Numbers { column, from: number(v), to: number(v) }).collect())
        }
        _ => None,
    };
    found.unwrap_or_else(|| Test::OneOf { column, values: values.to_vec() })
}

/// The fields that a requirement looks at.
pub(in crate::eval) fn fields_of(asked: &Asked) -> Vec<String> {
    fn amount(q: &Quantity, out: &mut Vec<String>) {
        match q {
            Quantity::Field(f) => out.push(f.value.clone()),
            Quantity::Family => out.extend(["begin attachment".to_owned(), "end attachment".to_owned()]),
            Quantity::Sum(list) => list.iter().for_each(|q| amount(q, out)),
            Quantity::Range | Quantity::Fixed(_) | Quantity::Count { .. } => {}
        }
    }
    fn walk(asked: &Asked, out: &mut Vec<String>) {
        match asked {
            Asked::Done(f) | Asked::Has(f) | Asked::Is { field: f, .. } => out.push(f.value.clone()),
            Asked::Days { field, .. } | Asked::Numbers { field, .. } => out.push(field.value.clone()),
            Asked::Equal { left, right } => {
                amount(left, out);
                amount(right, out);
            }
            Asked::InFamily => amount(&Quantity::Family, out),
            Asked::All(list) | Asked::Any(list) => list.iter().for_each(|a| walk(a, out)),
            Asked::Not(inner) => walk(inner, out),
        }
    }
    let mut out = Vec::new();
    walk(asked, &mut out);
    out
}
