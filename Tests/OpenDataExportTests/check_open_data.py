"""Validates files of open data with frictionless and csvw, and prints what both found and what is in the tables as JSON.

usage: check_open_data.py FILE...
"""

import csv
import json
import pathlib
import sys
import tempfile
import warnings
import zipfile

import csvw
import frictionless

results = []
for path in sys.argv[1:]:
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(path).extractall(folder)
        report = frictionless.validate(str(pathlib.Path(folder, "datapackage.json")))
        problems = [f"{error.type}: {error.message}" for task in report.tasks for error in task.errors]
        problems += [f"{error.type}: {error.message}" for error in report.errors]
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            group = csvw.CSVW(str(pathlib.Path(folder, "csv-metadata.json")), validate=True)
            if not group.is_valid:
                problems.append("csvw: the tables are not valid")
        problems += [f"csvw: {warning.message}" for warning in caught if "csvw" in str(warning.filename)]
        tables = {}
        for table in sorted(pathlib.Path(folder).glob("*.csv")):
            with open(table, encoding="utf-8", newline="") as file:
                tables[table.stem] = list(csv.DictReader(file))
        results.append(
            {
                "problems": problems,
                "tables": tables,
                "package": json.loads(pathlib.Path(folder, "datapackage.json").read_text(encoding="utf-8")),
                "metadata": json.loads(pathlib.Path(folder, "csv-metadata.json").read_text(encoding="utf-8")),
                "readme": pathlib.Path(folder, "README.md").read_text(encoding="utf-8"),
            }
        )
print(json.dumps(results))
