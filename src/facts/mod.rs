//! One ledger of assertions: what, when, who says so, where it is written.
