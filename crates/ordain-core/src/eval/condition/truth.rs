//! Three values, after Kleene: what is not known stays not known, unless the
//! rest decides without it.

/// Whether something is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum Value {
    True,
    False,
    Unknown,
}

/// A value, and whether time alone may still change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) struct Truth {
    pub(in crate::eval) value: Value,
    /// So far only: the event may still come, the day has not passed.
    pub(in crate::eval) open: bool,
}

impl Truth {
    pub(in crate::eval) const YES: Self = Self { value: Value::True, open: false };
    pub(in crate::eval) const NO: Self = Self { value: Value::False, open: false };
    /// Not so on the day asked about; it may come.
    pub(in crate::eval) const NOT_YET: Self = Self { value: Value::False, open: true };
    /// A fact or a finding would decide it.
    pub(in crate::eval) const UNKNOWN: Self = Self { value: Value::Unknown, open: false };
    /// Nobody can know before its day.
    pub(in crate::eval) const EARLY: Self = Self { value: Value::Unknown, open: true };

    pub(in crate::eval) const fn not(self) -> Self {
        let value = match self.value {
            Value::True => Value::False,
            Value::False => Value::True,
            Value::Unknown => Value::Unknown,
        };
        Self { value, open: self.open }
    }

    /// One false is enough; else one unknown leaves it unknown.
    pub(in crate::eval) fn all(each: impl Iterator<Item = Self>) -> Self {
        let each: Vec<Self> = each.collect();
        let of = |value| each.iter().filter(move |t| t.value == value);
        if of(Value::False).next().is_some() {
            // What is settled settles the whole.
            return Self { value: Value::False, open: of(Value::False).all(|t| t.open) };
        }
        if of(Value::Unknown).next().is_some() {
            return Self { value: Value::Unknown, open: of(Value::Unknown).all(|t| t.open) };
        }
        Self { value: Value::True, open: each.iter().any(|t| t.open) }
    }

    /// One true is enough.
    pub(in crate::eval) fn any(each: impl Iterator<Item = Self>) -> Self {
        Self::all(each.map(Self::not)).not()
    }

    /// One and no more: two that hold settle it, whatever the rest is.
    pub(in crate::eval) fn one(each: impl Iterator<Item = Self>) -> Self {
        let each: Vec<Self> = each.collect();
        let count = |value| each.iter().filter(|t| t.value == value).count();
        let open = each.iter().any(|t| t.open);
        if count(Value::True) > 1 {
            let settled = each.iter().filter(|t| t.value == Value::True && !t.open).count() > 1;
            return Self { value: Value::False, open: !settled };
        }
        if count(Value::Unknown) > 0 {
            return Self {
                value: Value::Unknown,
                open: each.iter().filter(|t| t.value == Value::Unknown).all(|t| t.open),
            };
        }
        Self { value: if count(Value::True) == 1 { Value::True } else { Value::False }, open }
    }

    /// As a sentence has it.
    pub(in crate::eval) const fn words(self) -> &'static str {
        match (self.value, self.open) {
            (Value::True, false) => "yes",
            (Value::True, true) => "yes, so far",
            (Value::False, false) => "no",
            (Value::False, true) => "not so far",
            (Value::Unknown, true) => "cannot be known yet",
            (Value::Unknown, false) => "not known",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Truth, Value};

    const ALL: [Truth; 6] =
        [Truth::YES, Truth { value: Value::True, open: true }, Truth::NO, Truth::NOT_YET, Truth::UNKNOWN, Truth::EARLY];

    /// Every reading of the unknowns as true or false.
    fn readings(each: &[Truth]) -> Vec<Vec<bool>> {
        each.iter().fold(vec![Vec::new()], |sets, t| {
            let values: &[bool] = match t.value {
                Value::True => &[true],
                Value::False => &[false],
                Value::Unknown => &[true, false],
            };
            sets.iter().flat_map(|s| values.iter().map(move |v| s.iter().copied().chain([*v]).collect())).collect()
        })
    }

    /// A value is given exactly where every reading of what is unknown gives it.
    #[test]
    fn nothing_is_guessed_and_nothing_withheld() {
        type Fold = fn(std::vec::IntoIter<Truth>) -> Truth;
        type Plain = fn(&[bool]) -> bool;
        let folds: [(Fold, Plain); 3] = [
            (|i| Truth::all(i), |b| b.iter().all(|x| *x)),
            (|i| Truth::any(i), |b| b.iter().any(|x| *x)),
            (|i| Truth::one(i), |b| b.iter().filter(|x| **x).count() == 1),
        ];
        for a in ALL {
            for b in ALL {
                for c in ALL {
                    for (fold, plain) in folds {
                        let each = vec![a, b, c];
                        let said: Vec<bool> = readings(&each).iter().map(|r| plain(r)).collect();
                        let expected = match (said.iter().all(|x| *x), said.iter().any(|x| *x)) {
                            (true, _) => Value::True,
                            (_, false) => Value::False,
                            _ => Value::Unknown,
                        };
                        assert_eq!(fold(each.into_iter()).value, expected, "{a:?} {b:?} {c:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_settled_settles_the_whole() {
        assert_eq!(Truth::all([Truth::NO, Truth::EARLY].into_iter()), Truth::NO);
        assert_eq!(Truth::any([Truth::YES, Truth::NOT_YET].into_iter()), Truth::YES);
        assert_eq!(Truth::all([Truth::YES, Truth::NOT_YET].into_iter()), Truth::NOT_YET);
    }
}
