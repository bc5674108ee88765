"""Makes report packs of any size, the same every time, to see how time and memory grow.

    python3 packs.py KIND SIZE FOLDER

KIND is one of the keys of KINDS. What grows with SIZE is said there; all else stays small.
"""

import csv
import os
import random
import sys

MONTHS = [f"{2014 + month // 12}-{month % 12 + 1:02d}" for month in range(150)]
REPORT_MONTH = MONTHS[-1]


def table(folder, name, headings, rows):
    with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows(rows)


def text(folder, name, value):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(value)


def manifest(folder, areas=()):
    lines = [
        "schema: 1", "title: Figures to measure with", "organisation: Exampleton Council", "area: exampleton",
        f"period: {REPORT_MONTH}", f"date: {int(REPORT_MONTH[:4]) + 1}-01-14", "synthetic: yes", "areas:",
        "  - {id: exampleton, title: Exampleton, kind: local-authority}",
    ]
    lines += [f"  - {{id: {area}, title: {area.capitalize()}, kind: local-authority}}" for area in areas]
    text(folder, "pack.yaml", "\n".join(lines) + "\n")


def indicators(folder, count, service="early-help", **more):
    columns = ["id", "title", "unit", "polarity", "service", "target", *more]
    rows = [
        [f"measure-{number}", f"Measure number {number}", "percent", "higher-is-better", service, "at least 80", *more.values()]
        for number in range(count)
    ]
    table(folder, "indicators.csv", columns, rows)


def figures(folder, rows):
    table(folder, "observations.csv", ["indicator", "period", "area", "category", "numerator", "denominator"], rows)


def share(chance, cases=400):
    denominator = cases + chance.randrange(cases // 2)
    return [chance.randrange(denominator // 2, denominator + 1), denominator]


def observations(folder, size, chance):
    """Figures: 20 measures of many areas and months."""
    areas = [f"council-{number}" for number in range(max(1, size // (20 * len(MONTHS))))]
    manifest(folder, areas)
    indicators(folder, 20)
    rows = ([f"measure-{measure}", month, area, "", *share(chance)]
            for area in areas for measure in range(20) for month in MONTHS)
    figures(folder, (row for row, _ in zip(rows, range(size))))


def measures(folder, size, chance):
    """Measures, with two years of figures each."""
    manifest(folder)
    indicators(folder, size)
    figures(folder, ([f"measure-{measure}", month, "", "", *share(chance)]
                     for measure in range(size) for month in MONTHS[-24:]))


def areas(folder, size, chance):
    """Areas that are compared, with one measure."""
    names = [f"council-{number}" for number in range(size)]
    manifest(folder, names)
    indicators(folder, 1)
    figures(folder, (["measure-0", month, area, "", *share(chance)]
                     for area in ["exampleton", *names] for month in MONTHS[-12:]))


def categories(folder, size, chance, cases=400):
    """Categories of one breakdown that adds up."""
    manifest(folder)
    indicators(folder, 1, breakdown="team")
    names = [f"team-{number}" for number in range(size)]
    text(folder, "breakdowns.yaml", "\n".join([
        "breakdowns:", "  - id: team", "    title: Team", "    total: all", "    categories:", "      - {id: all, title: All}",
        *[f"      - {{id: {name}, title: {name.capitalize()}, parent: all}}" for name in names]]) + "\n")
    rows = []
    for month in MONTHS[-12:]:
        parts = [share(chance, cases) for _ in names]
        rows += [["measure-0", month, "", name, *part] for name, part in zip(names, parts)]
        rows.append(["measure-0", month, "", "all", sum(part[0] for part in parts), sum(part[1] for part in parts)])
    figures(folder, rows)


def small(folder, size, chance):
    """Categories with few cases, most of which publication control must hide."""
    categories(folder, size, chance, cases=8)


def actions(folder, size, chance):
    """Actions of a plan, with findings that they answer, statuses and remarks."""
    manifest(folder)
    indicators(folder, 5)
    figures(folder, ([f"measure-{measure}", month, "", "", *share(chance)]
                     for measure in range(5) for month in MONTHS[-24:]))
    text(folder, "plans.yaml", "\n".join([
        "plans:", "  - id: plan", "    title: Improvement plan", "    start: 2025-04", "    end: 2027-03", "    themes:",
        *[f"      - {{id: TH{theme}, prefix: \"{theme}\", title: Theme number {theme}}}" for theme in range(1, 9)]]) + "\n")
    table(folder, "actions.csv", ["reference", "theme", "title", "due", "indicators"], [
        [f"{number % 8 + 1}.{number}", f"TH{number % 8 + 1}", f"Do what is number {number} on the list",
         f"2026-{number % 12 + 1:02d}-28", f"measure-{number % 5}"] for number in range(size)])
    table(folder, "status-history.csv", ["action", "status", "date"], [
        [f"{number % 8 + 1}.{number}", status, f"2025-{month:02d}-28"]
        for number in range(size) for month, status in ((6, "not-started"), (9, "on-track"), (11, "at-risk"))])


def findings(folder, size, chance):
    """Findings of an inspection, each with an action."""
    actions(folder, size, chance)
    text(folder, "inspections.yaml", "\n".join([
        "inspections:", "  - id: visit", "    kind: inspection", "    framework: ILACS", "    body: Ofsted",
        "    title: Inspection of children's services", "    status: held", "    start: 2025-03-03", "    end: 2025-03-14",
        "    findings:",
        *[f"      - {{id: F{number}, theme: Theme number {number % 8}, kind: area-for-improvement, text: Finding number {number} of "
          f"the inspection., actions: [\"{number % 8 + 1}.{number}\"]}}" for number in range(size)]]) + "\n")


def remarks(folder, size, chance):
    """Remarks on figures, each of which states numbers that are looked for."""
    manifest(folder)
    count = max(1, size // 24)
    indicators(folder, count)
    rows = [[f"measure-{measure}", month, "", "", *share(chance)] for measure in range(count) for month in MONTHS[-24:]]
    figures(folder, rows)
    table(folder, "commentary.csv", ["indicator", "period", "text"], [
        [row[0], row[1], f"Of {row[5]} cases {row[4]} were in time, after {row[4] - 9} in the month before; two teams were short of staff."]
        for row in rows[:size]])


def grades(folder, size, chance):
    """Grades of audits, one for each domain, team and quarter."""
    manifest(folder)
    indicators(folder, 1)
    figures(folder, (["measure-0", month, "", "", *share(chance)] for month in MONTHS[-24:]))
    text(folder, "audits.yaml", "title: Practice audit\nperiod: 2023-07-01/2026-06-30\nmethods:\n"
         "  - {id: case-file, title: Case file audit, text: A manager grades a file.}\n")
    quarters = [f"FY{year}-{(year + 1) % 100:02d}-Q{quarter}" for year in (2024, 2025) for quarter in range(1, 5)][:7]
    table(folder, "audit-grades.csv", ["period", "domain", "measured_as", "id", "team", "method", "outstanding", "good",
                                       "requires_improvement", "inadequate"], [
        [quarters[number % 7], f"Domain {number // 7 % 6}", "counts", f"G{number}", f"Team {number // 42}", "case-file",
         *[chance.randrange(9) for _ in range(4)]] for number in range(size)])


KINDS = {"observations": observations, "measures": measures, "areas": areas, "categories": categories, "small": small,
         "actions": actions, "findings": findings, "remarks": remarks, "grades": grades}


def make(kind, size, folder):
    os.makedirs(folder, exist_ok=True)
    KINDS[kind](folder, size, random.Random(4))


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in KINDS:
        sys.exit(__doc__ + "\n".join(f"{name}: {function.__doc__}" for name, function in KINDS.items()))
    make(sys.argv[1], int(sys.argv[2]), sys.argv[3])
