//! Counting days: the commands, due times, holidays and the laws of counting.

mod commands;
mod due;
mod holidays;
mod properties;
