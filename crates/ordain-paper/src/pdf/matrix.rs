//! How coordinates change.

use super::object::Object;

/// `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix {
    pub(super) a: f64,
    pub(super) b: f64,
    pub(super) c: f64,
    pub(super) d: f64,
    pub(super) e: f64,
    pub(super) f: f64,
}

impl Matrix {
    pub(super) const ONE: Self = Self { a: 1.0, b: 0.0, c: 0.0, d: 1.0, e: 0.0, f: 0.0 };

    pub(super) const fn moved(x: f64, y: f64) -> Self {
        Self { e: x, f: y, ..Self::ONE }
    }

    /// Six numbers, in their order.
    pub(super) fn of(numbers: &[Object]) -> Option<Self> {
        let n: Vec<f64> = numbers.iter().map(Object::number).collect::<Option<_>>()?;
        let &[a, b, c, d, e, f] = n.as_slice() else { return None };
        Some(Self { a, b, c, d, e, f })
    }

    /// This change first, then the other.
    pub(super) fn then(self, m: Self) -> Self {
        Self {
            a: self.a * m.a + self.b * m.c,
            b: self.a * m.b + self.b * m.d,
            c: self.c * m.a + self.d * m.c,
            d: self.c * m.b + self.d * m.d,
            e: self.e * m.a + self.f * m.c + m.e,
            f: self.e * m.b + self.f * m.d + m.f,
        }
    }

    pub(super) fn at(self, x: f64, y: f64) -> (f64, f64) {
        (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)
    }
}

/// A rectangle, its lower left corner first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rectangle {
    pub(super) left: f64,
    pub(super) bottom: f64,
    pub(super) right: f64,
    pub(super) top: f64,
}

impl Rectangle {
    pub(super) fn of(numbers: &[Object]) -> Option<Self> {
        let n: Vec<f64> = numbers.iter().map(Object::number).collect::<Option<_>>()?;
        let &[a, b, c, d] = n.as_slice() else { return None };
        Some(Self { left: a.min(c), bottom: b.min(d), right: a.max(c), top: b.max(d) })
    }

    pub(super) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(self) -> f64 {
        self.top - self.bottom
    }

    /// What both have in common; itself where that is nothing.
    pub(super) fn within(self, other: Self) -> Self {
        let both = Self {
            left: self.left.max(other.left),
            bottom: self.bottom.max(other.bottom),
            right: self.right.min(other.right),
            top: self.top.min(other.top),
        };
        if both.width() > 0.0 && both.height() > 0.0 { both } else { self }
    }

    /// The rectangle round its corners after a change.
    pub(super) fn under(self, m: Matrix) -> Self {
        let corners = [
            m.at(self.left, self.bottom),
            m.at(self.right, self.bottom),
            m.at(self.left, self.top),
            m.at(self.right, self.top),
        ];
        let fold =
            |pick: fn(f64, f64) -> f64, of: fn(&(f64, f64)) -> f64| corners.iter().map(of).reduce(pick).unwrap_or(0.0);
        Self {
            left: fold(f64::min, |p| p.0),
            bottom: fold(f64::min, |p| p.1),
            right: fold(f64::max, |p| p.0),
            top: fold(f64::max, |p| p.1),
        }
    }
}
