//! Names resolved and checked: what an order requires, of whom, by when.
