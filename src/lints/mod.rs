//! Habits of rule files worth a word: one file a lint.
