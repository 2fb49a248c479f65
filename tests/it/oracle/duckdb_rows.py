"""duckdb_rows.py < CASES : runs each query over the two CSV files of its case and writes the rows.

CASES is a list of {"documents": path, "log": path, "queries": [sql]}; in a query stand the tables `d` and `l`,
whose columns are text, empty where nothing is written, beside `rn`, the number of the row."""
import json
import sys

import duckdb

answers = []
db = duckdb.connect()
db.execute("SET threads = 1")
for case in json.load(sys.stdin):
    for name, path in (("d", case["documents"]), ("l", case["log"])):
        header = open(path, encoding="utf-8").readline().rstrip("\n").split(",")
        columns = ", ".join(f"'{c}': 'VARCHAR'" for c in header)
        values = ", ".join(f"coalesce({c}, '') AS {c}" for c in header)
        db.execute(
            f"CREATE OR REPLACE TABLE {name} AS SELECT row_number() OVER () AS rn, {values} FROM read_csv('{path}', header = true, "
            f"auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {{{columns}}})"
        )
    answers.append([[list(row) for row in db.execute(q).fetchall()] for q in case["queries"]])
json.dump(answers, sys.stdout)
