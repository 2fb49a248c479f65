"""One million counts of 14 days, rolled to the next day that is not a Saturday,
Sunday or federal holiday, by each Python library; ordain's figure is read from
what criterion wrote in the same run. All must give the same days."""

import datetime
import json
import pathlib
import sys
import time

N, SPAN = 1_000_000, 8_700
FIRST = datetime.date(2017, 1, 1)
DAYS = [FIRST + datetime.timedelta(i) for i in range(SPAN)]


def timed(run):
    start = time.perf_counter()
    result = run()
    return time.perf_counter() - start, result


def with_holidays():
    import holidays

    table = holidays.country_holidays("US", years=range(2016, 2043))
    one, two_weeks = datetime.timedelta(1), datetime.timedelta(14)

    def run():
        out = []
        for i in range(N):
            day = DAYS[i % SPAN] + two_weeks
            while day.weekday() > 4 or day in table:
                day += one
            out.append(day)
        return out

    return holidays.__version__, run, table


def with_pandas_each(table):
    import pandas

    offset = pandas.offsets.CustomBusinessDay(holidays=sorted(table))
    stamps = [pandas.Timestamp(d) + pandas.Timedelta(days=14) for d in DAYS]

    def run():
        return [offset.rollforward(stamps[i % SPAN]) for i in range(N)]

    return pandas.__version__, run


def with_pandas_index(table):
    """The whole index at once: 0 business days added rolls forward."""
    import warnings

    import numpy
    import pandas

    offset = pandas.offsets.CustomBusinessDay(n=0, holidays=sorted(table))
    index = pandas.DatetimeIndex(numpy.resize(numpy.array(DAYS, dtype="datetime64[ns]"), N))

    def run():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return (index + pandas.Timedelta(days=14)) + offset

    return pandas.__version__, run


def with_numpy(table):
    """Not a calendar library, but the quickest roll Python has."""
    import numpy

    calendar = numpy.busdaycalendar(holidays=sorted(table))
    days = numpy.resize(numpy.array(DAYS, dtype="datetime64[D]"), N)

    def run():
        return numpy.busday_offset(days + numpy.timedelta64(14, "D"), 0, roll="forward", busdaycal=calendar)

    return numpy.__version__, run


def iso(day):
    return str(day)[:10]


def main():
    figures = []
    table, reference = None, None
    peers = [
        ("holidays", lambda: with_holidays()),
        ("pandas, one by one", lambda: with_pandas_each(table)),
        ("pandas, whole index", lambda: with_pandas_index(table)),
        ("numpy.busday_offset", lambda: with_numpy(table)),
    ]
    for name, make in peers:
        if name != "holidays" and table is None:
            print(f"{name:<24} not measured: the list of holidays comes from `holidays`, which is not installed")
            continue
        try:
            version, run, *rest = make()
        except ImportError as e:
            print(f"{name:<24} not installed: {e}")
            continue
        if rest:
            # Observed days of New Year 2011 and the like are in it.
            table = rest[0]
        seconds, result = timed(run)
        sample = [iso(result[i]) for i in range(0, SPAN, 7)]
        reference = reference or sample
        same = "same days" if sample == reference else "OTHER DAYS"
        figures.append((name, version, seconds, same))
    ordain = {}
    for what in ("date", "date_and_trace"):
        path = pathlib.Path(sys.argv[1]) / "one_million_counts" / what / "new" / "estimates.json"
        ordain[what] = json.loads(path.read_text())["mean"]["point_estimate"] / 1e9
    for what, seconds in ordain.items():
        print(f"{'ordain, ' + what:<24} {'':<9} {seconds:9.3f} s")
    for name, version, seconds, same in figures:
        ratios = ", ".join(f"{seconds / s:.1f} times {w}" for w, s in ordain.items())
        print(f"{name:<24} {version:<9} {seconds:9.3f} s  {same}; {ratios}")


main()
