"""Prints the cells of a workbook as openpyxl reads them, as JSON: a list of sheets, each with its name and rows."""
import datetime
import json
import re
import sys

import openpyxl


def unescaped(text):
    """openpyxl leaves `_x000D_` as it stands in the file."""
    units = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def cell(found):
    value = found.value
    if value is None or value == "":
        return None
    if found.data_type == "e":
        return ["error", value]
    if isinstance(value, bool):
        return ["boolean", value]
    if isinstance(value, datetime.datetime):
        return ["date", value.date().isoformat()]
    if isinstance(value, datetime.date):
        return ["date", value.isoformat()]
    if isinstance(value, datetime.time):
        return ["number", (value.hour * 3600 + value.minute * 60 + value.second) / 86400]
    if isinstance(value, datetime.timedelta):
        return ["number", value.total_seconds() / 86400]
    if isinstance(value, (int, float)):
        return ["number", value]
    return ["text", unescaped(str(value))]


def trimmed(items, empty):
    while items and items[-1] == empty:
        items.pop()
    return items


book = openpyxl.load_workbook(sys.argv[1], data_only=True)
sheets = []
for sheet in book.worksheets:
    rows = [trimmed([cell(c) for c in row], None) for row in sheet.iter_rows()]
    sheets.append({"name": sheet.title, "rows": trimmed(rows, [])})
json.dump(sheets, sys.stdout)
