#!/usr/bin/env python3
"""Holds the holidays of every state against those of the Python package `holidays`.

    python3 tests/tools/second_reading.py [target/debug/ordain]

Compares the weekdays that each calendar of a state closes from 2015 to 2035. Every difference
must stand in `tests/tools/second_reading.txt` with what was decided and why; a difference that
does not, and a line of that file that no longer differs, is an error. Where the package is not
installed the comparison is skipped, and says so.
"""

import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
YEARS = range(2015, 2036)


def calendars():
    """The name of each calendar of a state, by the two letters of the state."""
    found = {}
    for file in sorted((ROOT / "rules" / "time").glob("*.calendar")):
        name = None
        for line in file.read_text().splitlines():
            if m := re.match(r"calendar ([\w-]+).* covers (\d+)", line):
                name, since = m.group(1), int(m.group(2))
            if m := re.match(r"  state (\w\w)$", line):
                found[m.group(1)] = (name, since)
    return found


def ours(binary, name, year):
    run = [binary, "calendar", name, str(year), "--format", "json"]
    out = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    return {d["date"]: (d["name"], d["unsettled"] is not None) for d in reversed(json.loads(out)["days"])}


def differences(binary, holidays):
    """(state, who has the day, name) with the years."""
    import datetime

    found = {}
    for state, (name, since) in calendars().items():
        for year in YEARS:
            if year < since:
                continue
            theirs = holidays.country_holidays("US", subdiv=state, years=year)
            mine = ours(binary, name, year)
            weekday = lambda d: datetime.date.fromisoformat(d).weekday() < 5
            for day in {str(d) for d in theirs if d.year == year} - set(mine):
                if weekday(day):
                    label = re.sub(r" \((observed|estimated|observed, estimated)\)", "", theirs[day])
                    how = "observed" if "observed" in theirs[day] else "kept"
                    found.setdefault((state, f"theirs {how}", label), []).append(year)
            for day in set(mine) - {str(d) for d in theirs}:
                if weekday(day):
                    label, doubt = mine[day]
                    kind = "ours in doubt" if doubt else "ours"
                    found.setdefault((state, kind, label), []).append(year)
    return found


def decided():
    lines = (HERE / "second_reading.txt").read_text().splitlines()
    found = {}
    for line in lines:
        if line.strip() and not line.startswith("#"):
            state, kind, label, why = (part.strip() for part in line.split("|", 3))
            found[(state, kind, label)] = why
    return found


def main():
    try:
        import holidays
    except ImportError:
        print("skipped: the Python package `holidays` is not installed")
        return 0
    binary = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "target" / "debug" / "ordain")
    found, known = differences(binary, holidays), decided()
    for key in sorted(set(found) - set(known)):
        print("not decided:", " | ".join(key), "|", ", ".join(str(y) for y in sorted(set(found[key]))))
    for key in sorted(set(known) - set(found)):
        print("no longer a difference:", " | ".join(key))
    print(f"{len(found)} differences with holidays {holidays.__version__}, {len(set(found) & set(known))} decided")
    return 0 if set(found) == set(known) else 1


if __name__ == "__main__":
    sys.exit(main())
