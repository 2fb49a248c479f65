//! The passes in order, and the one door to the disk.
