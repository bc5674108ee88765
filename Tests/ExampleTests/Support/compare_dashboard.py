"""Compares the dashboard sheet of a workbook with the printed lines in dashboard.csv, cell by cell."""
import csv
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheet = book["Dashboard"]
table = next(iter(sheet.tables.values()))
rows = [[cell for cell in row] for row in sheet[table.ref]]
header = [cell.value for cell in rows[0]]
lines = [dict(zip(header, row)) for row in rows[1:]]
printed = list(csv.DictReader(open(sys.argv[2], encoding="utf-8")))
problems = []


def shown(cell):
    """What a person sees in the cell."""
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    places = cell.number_format.rstrip("%").partition(".")[2].count("0")
    if cell.number_format.endswith("%"):
        return f"{value * 100:.{places}f}%"
    return f"{value:.{places}f}"


def check(number, what, want, got):
    if want != got:
        problems.append(f"line {number}: {what}: printed {want!r}, workbook {got!r}")


if len(lines) != len(printed) or len(printed) != 76:
    problems.append(f"{len(lines)} lines in the workbook, {len(printed)} printed, 76 expected")
for line, row in zip(printed, lines):
    number = line["number"]
    check(number, "reference", line["plan_references"], shown(row["Reference"]))
    check(number, "section", line["section"], shown(row["Section"]))
    check(number, "measure", ": ".join(filter(None, [line["measure"], line["part"]])), shown(row["Measure"]))
    check(number, "previous", line["previous"], shown(row["Previous period"]))
    if line["shares"]:
        for share in line["shares"].split(";"):
            if share.partition("=")[2].strip() not in shown(row["Latest position"]):
                problems.append(f"line {number}: the share {share!r} is missing")
    else:
        check(number, "latest", line["latest"] or line["availability"], shown(row["Latest position"]))
    since = next(title for title in header if title.startswith("Change since"))
    for key, title in (("change", "Change"), ("since_baseline", since)):
        text = shown(row[title])
        got = text.rpartition("printed ")[2] if "printed " in text else ""
        check(number, key, line[key], got)
    check(number, "target", line["target"], shown(row["Target"]))
    check(number, "rating", line["rating"].capitalize(), shown(row["Printed rating"]))

print("\n".join(problems) or f"{len(lines)} lines equal")
sys.exit(1 if problems else 0)
