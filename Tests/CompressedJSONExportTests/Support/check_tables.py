"""Loads lines as they are into DuckDB and pandas, and prints what both make of them as JSON.

usage: check_tables.py FILE
"""

import json
import sys

import duckdb
import pandas

path = sys.argv[1]
result = {}

lines = duckdb.read_json(path, format="newline_delimited", sample_size=-1)
result["duckdb_types"] = dict(zip(lines.columns, map(str, lines.types)))
result["duckdb_counts"] = dict(duckdb.sql("SELECT record, count(*) FROM lines GROUP BY record").fetchall())
if result["duckdb_counts"].get("observation"):
    *sums, first_day, last_day = duckdb.sql(
        "SELECT coalesce(fsum(value), 0), coalesce(fsum(numerator), 0), coalesce(fsum(denominator), 0), count(missing), "
        "min(first_day), max(last_day) FROM lines WHERE record = 'observation'"
    ).fetchall()[0]
    result["duckdb_sums"] = sums
    result["days"] = [str(first_day), str(last_day)]
# As users will at first, without any option: the types may then rest on the first lines.
result["plain_rows"] = duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall()[0][0]

frame = pandas.read_json(path, lines=True, dtype=False)
result["pandas_counts"] = frame["record"].value_counts().to_dict()
observations = frame[frame["record"] == "observation"]
if len(observations):
    sums = [float(observations[column].sum()) for column in ["value", "numerator", "denominator"]]
    result["pandas_sums"] = sums + [int(observations["missing"].notna().sum())]
result["pandas_types"] = {column: str(frame[column].dtype) for column in frame.columns}
print(json.dumps(result))
