"""Reads a calendar file with the icalendar package: each event's start, with its offset, and its alarm."""

import json
import sys

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
events = []
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    for needed in ("UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "STATUS"):
        assert needed in event, needed
    alarms = [alarm["TRIGGER"].dt.days for alarm in event.walk("VALARM")]
    events.append({"start": event["DTSTART"].dt.isoformat(), "alarm_days": alarms[0] if alarms else None})
assert len({str(event["UID"]) for event in calendar.walk("VEVENT")}) == len(events)
json.dump(events, sys.stdout)
