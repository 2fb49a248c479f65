#!/usr/bin/env python3
"""Holds the holidays of every state against those of the Python packages `holidays` and `workalendar`.

    python3 tests/tools/second_reading.py [target/debug/ordain]

Compares the weekdays that each calendar of a state closes from 2015 to 2035. Every difference
must be in `tests/tools/second_reading.txt` (`third_reading.txt` for `workalendar`) with what was
decided and why; a difference that is not, and a line of that file that no longer differs, is an
error. Where a package is not installed the comparison is skipped, and says so.
"""

import datetime
import functools
import json
import pathlib
import re
import subprocess
import sys
import warnings

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


@functools.cache
def ours(binary, name, year):
    run = [binary, "calendar", name, str(year), "--format", "json"]
    out = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    return {d["date"]: (d["name"], d["unsettled"] is not None) for d in reversed(json.loads(out)["days"])}


def of_holidays():
    import holidays

    def theirs(state, year):
        return {d: name for d, name in holidays.country_holidays("US", subdiv=state, years=year).items()}

    return f"holidays {holidays.__version__}", theirs


def of_workalendar():
    import importlib.metadata

    from workalendar.registry import registry

    regions = registry.region_registry
    warnings.simplefilter("ignore")  # of two states, the package says that it is not sure

    def theirs(state, year):
        if not (region := regions.get(f"US-{state}")):
            return None
        found = {}
        for about in (year, year - 1, year + 1):
            for day, name in region().holidays(about):
                found.setdefault(day, str(name))
        return found

    return f"workalendar {importlib.metadata.version('workalendar')}", theirs


def differences(binary, theirs_of):
    """(state, who has the day, name) with the years."""
    found = {}
    for state, (name, since) in calendars().items():
        for year in YEARS:
            if year < since or (known := theirs_of(state, year)) is None:
                continue
            theirs = {str(d): n for d, n in known.items() if d.year == year}
            mine = ours(binary, name, year)
            weekday = lambda d: datetime.date.fromisoformat(d).weekday() < 5
            for day in filter(weekday, set(theirs) - set(mine)):
                label = re.sub(r" (\((observed|estimated|observed, estimated)\)|shift)", "", theirs[day], flags=re.I)
                how = "kept" if label == re.sub(r" \(estimated\)", "", theirs[day]) else "observed"
                found.setdefault((state, f"theirs {how}", label), []).append(year)
            for day in filter(weekday, set(mine) - set(theirs)):
                label, doubt = mine[day]
                found.setdefault((state, "ours in doubt" if doubt else "ours", label), []).append(year)
    return found


def decided(file):
    found = {}
    for line in (HERE / file).read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            state, kind, label, why = (part.strip() for part in line.split("|", 3))
            found[(state, kind, label)] = why
    return found


def reading(binary, package, file):
    """Whether every difference with a package is decided."""
    try:
        name, theirs = package()
    except ImportError as e:
        print(f"skipped: the Python package `{e.name}` is not installed")
        return True
    found, known = differences(binary, theirs), decided(file)
    for key in sorted(set(found) - set(known)):
        print("not decided:", " | ".join(key), "|", ", ".join(str(y) for y in sorted(set(found[key]))))
    for key in sorted(set(known) - set(found)):
        print("no longer a difference:", " | ".join(key))
    print(f"{len(found)} differences with {name}, {len(set(found) & set(known))} decided")
    return set(found) == set(known)


def main():
    binary = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "target" / "debug" / "ordain")
    second = reading(binary, of_holidays, "second_reading.txt")
    third = reading(binary, of_workalendar, "third_reading.txt")
    return 0 if second and third else 1


if __name__ == "__main__":
    sys.exit(main())
