//! One file a format; each a pure function of the report.
