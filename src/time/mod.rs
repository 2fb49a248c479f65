//! Days as courts count them. Pure: no clock, no zone of the machine.
