//! `evaluate`: pure and total.
