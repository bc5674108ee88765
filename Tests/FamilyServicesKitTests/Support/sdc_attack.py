#!/usr/bin/env python3
"""Attack a published table of counts that has suppressed cells.

FamilyServicesKit's own attacker: it shares no code and no method with the library, and
knows only what a reader of a publication knows.

The attacker sees every published number, knows how the totals add up, knows
that counts are whole numbers, and knows the suppression rule. For each
suppressed cell the script finds the smallest and the largest value that is
still possible (two small integer programs per cell) and says whether that
interval is wide enough.

Usage:  sdc_attack.py [--pretty] [FILE]      FILE or standard input, JSON
        sdc_attack.py --lines [FILE]         one table a line, one report a line
        sdc_attack.py --self-test
Exit:   0 every sensitive cell is protected and no small count is published
        1 something leaks
        2 the input is unusable, or no set of counts fits the published table

Input
  cells      [{"id": str, "value": int or null}]; null means suppressed.
             optional per cell: "rounding": 5 or 10 (the value is published
             rounded to that base), "lo"/"hi" (a bound known from elsewhere)
  relations  [{"total": id, "parts": [id, ...]}]   total = sum of parts
  truth      {id: int}      optional; the counts before suppression
  threshold  int, default 5: counts 1..threshold are sensitive
Options
  criterion       "cover" (default): the interval must still contain every
                  value from 1 to threshold, so the reader learns no more than
                  the symbol itself says
                  "width": highest - lowest >= min_width
                  "not_exact": highest > lowest
  min_width       for "width"; default threshold - 1
  min_suppressed  what the reader knows of any suppressed cell: 1 (default)
                  where real zeros are always shown, 0 where zeros may be hidden
  protect_zero    true: a true zero is sensitive as well (use with
                  min_suppressed 0)
  zero_is_true    default true: a published 0 is never a rounded number
  ratios          [{"numerator": id, "denominator": id, "percent": number,
                  "decimals": int, "per": 100}]  published percentages; for a
                  rate per 10,000 give it as "percent" with "per": 10000
  insider         true: also attack as somebody who is alone in a cell (true
                  count 1) and so knows that cell
  protect_groups  true: fail when the hidden parts of one published total add
                  up to 1..threshold, whoever they are

Without truth every suppressed cell that may be small counts as sensitive.
Needs Python 3.9+, numpy and scipy 1.9+.
"""
import json
import math
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix, vstack

BIG = 10 ** 8  # stands for no upper limit


class BadInput(Exception):
    pass


def _int(x, what):
    if isinstance(x, bool) or not isinstance(x, (int, float)) or x != int(x):
        raise BadInput(f"{what} is not a whole number: {x!r}")
    return int(x)


class Table:
    """The attacker's view: fixed numbers, unknowns with bounds, linear rules."""

    def __init__(self, doc):
        self.doc = doc
        self.threshold = _int(doc.get("threshold", 5), "threshold")
        self.floor = _int(doc.get("min_suppressed", 1), "min_suppressed")
        zero_is_true = doc.get("zero_is_true", True)
        self.fixed, self.var, self.lo, self.hi = {}, {}, [], []
        self.suppressed, self.rounded = [], []
        for c in doc.get("cells", []):
            cid, v = c["id"], c.get("value")
            if cid in self.fixed or cid in self.var:
                raise BadInput(f"cell {cid!r} appears twice")
            base = c.get("rounding")
            if v is None:
                low, high = self.floor, BIG
                self.suppressed.append(cid)
            elif base and not (v == 0 and zero_is_true):
                half = base / 2
                low = max(0, math.ceil(v - half))
                high = math.floor(v + half)
                self.rounded.append(cid)
            else:
                self.fixed[cid] = _int(v, f"cell {cid!r}")
                continue
            low = max(low, _int(c.get("lo", low), "lo"))
            high = min(high, _int(c.get("hi", high), "hi"))
            self.var[cid] = len(self.lo)
            self.lo.append(low)
            self.hi.append(high)
        self.rows = []  # (coefficients by variable, lower bound, upper bound)
        self.warnings = []
        for r in doc.get("relations", []):
            coef = {r["total"]: 1.0}
            for p in r["parts"]:
                coef[p] = coef.get(p, 0.0) - 1.0
            self._add(coef, 0.0, 0.0, f"total {r['total']!r}")
        for q in doc.get("ratios", []):
            half = 0.5 * 10 ** -int(q.get("decimals", 0))
            p, num, den, per = q["percent"], q["numerator"], q["denominator"], q.get("per", 100)
            what = f"percentage of {num!r} in {den!r}"
            self._add({num: 1.0, den: -(p - half) / per}, -1e-9, math.inf, what)
            self._add({num: 1.0, den: -(p + half) / per}, -math.inf, 1e-9, what)
        self._components()

    def _add(self, coef, low, high, what):
        row, const = {}, 0.0
        for cid, a in coef.items():
            if cid in self.var:
                row[self.var[cid]] = row.get(self.var[cid], 0.0) + a
            elif cid in self.fixed:
                const += a * self.fixed[cid]
            else:
                raise BadInput(f"{what}: unknown cell {cid!r}")
        row = {k: a for k, a in row.items() if a != 0.0}
        if row:
            self.rows.append((row, low - const, high - const))
        elif not (low - 1e-6 <= const <= high + 1e-6):
            self.warnings.append(f"{what} does not add up: difference {const:g}")

    def _components(self):
        n = len(self.lo)
        root = list(range(n))

        def find(i):
            while root[i] != i:
                root[i] = root[root[i]]
                i = root[i]
            return i

        for row, _, _ in self.rows:
            ks = list(row)
            for k in ks[1:]:
                root[find(k)] = find(ks[0])
        self.comp = {}
        for i in range(n):
            self.comp.setdefault(find(i), []).append(i)
        self.comp_of = {i: g for g, members in self.comp.items() for i in members}
        self.comp_rows = {g: [] for g in self.comp}
        for r in self.rows:
            self.comp_rows[self.comp_of[next(iter(r[0]))]].append(r)

    def bounds(self, cid, pinned=None):
        """(lowest, highest, LP lowest, LP highest) or None when nothing fits.
        A highest of None means there is no upper limit."""
        target = self.var[cid]
        g = self.comp_of[target]
        members, rows = self.comp[g], self.comp_rows[g]
        pos = {v: i for i, v in enumerate(members)}
        lo = np.array([self.lo[v] for v in members], float)
        hi = np.array([self.hi[v] for v in members], float)
        for other, val in (pinned or {}).items():
            v = self.var.get(other)
            if v in pos:
                lo[pos[v]] = hi[pos[v]] = val
        if (lo > hi).any():
            return None
        k, t = len(members), pos[target]
        if not rows:
            high = None if hi[t] >= BIG else int(hi[t])
            return int(lo[t]), high, float(lo[t]), None if high is None else float(hi[t])
        data, ri, ci = [], [], []
        for i, (row, _, _) in enumerate(rows):
            for v, a in row.items():
                data.append(a)
                ri.append(i)
                ci.append(pos[v])
        A = csr_matrix((data, (ri, ci)), shape=(len(rows), k))
        low = np.array([r[1] for r in rows])
        high = np.array([r[2] for r in rows])
        out = []
        for sign in (1.0, -1.0):
            c = np.zeros(k)
            c[t] = sign
            x = self._lp(c, A, low, high, lo, hi)
            if x is None:
                return None
            part = round(float(x[t]), 6)
            if np.abs(x - np.round(x)).max() > 1e-6:
                # the corner found is not in whole numbers: ask again for one that is
                whole = milp(c, constraints=LinearConstraint(A, low, high), integrality=np.ones(k),
                             bounds=Bounds(lo, hi), options={"mip_rel_gap": 0.0})
                if whole.x is None:
                    return None
                x = whole.x
            out.append((round(float(x[t])), part))
        (ilo, plo), (ihi, phi) = out
        if ihi > BIG / 2:
            ihi = phi = None
        return ilo, ihi, plo, phi

    @staticmethod
    def _lp(c, A, low, high, lo, hi):
        eq = low == high
        over, under = ~eq & np.isfinite(high), ~eq & np.isfinite(low)
        ub = vstack([A[over], -A[under]], format="csr") if (over | under).any() else None
        rhs = np.concatenate([high[over], -low[under]]) if ub is not None else None
        r = linprog(c, A_ub=ub, b_ub=rhs, A_eq=A[eq] if eq.any() else None,
                    b_eq=low[eq] if eq.any() else None,
                    bounds=np.column_stack([lo, hi]), method="highs")
        return r.x if r.status == 0 else None


def attack(doc):
    t = Table(doc)
    truth = doc.get("truth") or {}
    n = t.threshold
    criterion = doc.get("criterion", "cover")
    if criterion not in ("cover", "width", "not_exact"):
        raise BadInput(f"unknown criterion {criterion!r}")
    min_width = doc.get("min_width", max(1, n - 1))
    smallest = 0 if doc.get("protect_zero") else 1

    def wide(lo, hi):
        top = math.inf if hi is None else hi
        if criterion == "cover":
            return lo <= smallest and top >= n
        if criterion == "width":
            return top - lo >= min_width
        return top > lo

    def sensitive(cid, lo):
        if cid in truth:
            return smallest <= truth[cid] <= n
        return lo <= n

    report = {"feasible": True, "warnings": t.warnings, "cells": [], "published_small": [],
              "groups": [], "insiders": []}
    for cid, v in t.fixed.items():
        if smallest <= v <= n:
            report["published_small"].append(cid)
    for cid in t.suppressed:
        b = t.bounds(cid)
        if b is None:
            report["feasible"] = False
            report["warnings"].append(f"no whole numbers fit the table around {cid!r}")
            continue
        lo, hi, plo, phi = b
        s = sensitive(cid, lo)
        entry = {"id": cid, "lo": lo, "hi": hi, "lp_lo": plo, "lp_hi": phi,
                 "width": None if hi is None else hi - lo, "exact": hi is not None and lo == hi,
                 "sensitive": s, "protected": (not s) or wide(lo, hi)}
        if cid in truth:
            entry["truth"] = truth[cid]
            if truth[cid] < lo or (hi is not None and truth[cid] > hi):
                report["warnings"].append(f"true value of {cid!r} is outside its feasible interval")
        report["cells"].append(entry)
    for cid, val in truth.items():
        if cid in t.fixed and t.fixed[cid] != val:
            report["warnings"].append(f"published value of {cid!r} is not the true value")
        if cid in t.rounded:
            i = t.var[cid]
            if not t.lo[i] <= val <= t.hi[i]:
                report["warnings"].append(f"{cid!r} is not its true value rounded")
    # hidden parts of one published total: their sum is public
    for r in doc.get("relations", []):
        hidden = [p for p in r["parts"] if p in t.suppressed]
        if hidden and r["total"] in t.fixed and all(p in t.fixed for p in r["parts"] if p not in hidden):
            left = t.fixed[r["total"]] - sum(t.fixed[p] for p in r["parts"] if p not in hidden)
            report["groups"].append({"total": r["total"], "hidden": hidden, "sum": left,
                                     "small": 1 <= left <= n})
    if doc.get("insider"):
        for cid in t.suppressed:
            if truth.get(cid) != 1:
                continue
            learns = []
            for other in t.suppressed:
                if other == cid or t.comp_of[t.var[other]] != t.comp_of[t.var[cid]]:
                    continue
                b = t.bounds(other, {cid: 1})
                if b and sensitive(other, b[0]) and b[1] is not None and b[0] == b[1]:
                    learns.append(other)
            if learns:
                report["insiders"].append({"insider": cid, "learns": learns})
    bad = [c["id"] for c in report["cells"] if not c["protected"]]
    small_groups = [g["total"] for g in report["groups"] if g["small"]]
    fails = bool(bad or report["published_small"] or report["insiders"]
                 or (doc.get("protect_groups") and small_groups))
    report["summary"] = {"criterion": criterion, "threshold": n, "suppressed": len(t.suppressed),
                         "sensitive": sum(c["sensitive"] for c in report["cells"]),
                         "exact": [c["id"] for c in report["cells"] if c["exact"]],
                         "unprotected": bad, "small_groups": small_groups,
                         "all_protected": report["feasible"] and not fails}
    return report


# ---------------------------------------------------------------- self-test

def two_way(rows, hidden=(), hide_totals=(), **extra):
    """Build a document from a list of lists of true counts; ids r0c0, r0 (row
    total), c0 (column total), T (grand total)."""
    nr, nc = len(rows), len(rows[0])
    truth = {f"r{i}c{j}": rows[i][j] for i in range(nr) for j in range(nc)}
    truth.update({f"r{i}": sum(rows[i]) for i in range(nr)})
    truth.update({f"c{j}": sum(r[j] for r in rows) for j in range(nc)})
    truth["T"] = sum(map(sum, rows))
    gone = set(hidden) | set(hide_totals)
    doc = {"cells": [{"id": k, "value": None if k in gone else v} for k, v in truth.items()],
           "relations": [{"total": f"r{i}", "parts": [f"r{i}c{j}" for j in range(nc)]} for i in range(nr)]
           + [{"total": f"c{j}", "parts": [f"r{i}c{j}" for i in range(nr)]} for j in range(nc)]
           + [{"total": "T", "parts": [f"r{i}" for i in range(nr)]},
              {"total": "T", "parts": [f"c{j}" for j in range(nc)]}],
           "truth": truth, "threshold": 5}
    doc.update(extra)
    return doc


def brute(doc, limit=60):
    """Every whole-number completion of a small table, the slow way."""
    t = Table(doc)
    names = list(t.var)
    place = {t.var[n]: i for i, n in enumerate(names)}
    ranges = [range(t.lo[t.var[n]], min(t.hi[t.var[n]], limit) + 1) for n in names]
    due = {}  # a rule is checked as soon as its last unknown is chosen
    for rule in t.rows:
        due.setdefault(max(place[v] for v in rule[0]), []).append(rule)
    found = {n: set() for n in names}

    def go(i, chosen):
        if i == len(names):
            for n in names:
                found[n].add(chosen[t.var[n]])
            return
        for v in ranges[i]:
            chosen[t.var[names[i]]] = v
            if all(low - 1e-7 <= sum(a * chosen[k] for k, a in row.items()) <= high + 1e-7
                   for row, low, high in due.get(i, [])):
                go(i + 1, chosen)

    go(0, {})
    return {n: (min(s), max(s)) for n, s in found.items()}


def self_test():
    by_id = lambda rep: {c["id"]: c for c in rep["cells"]}
    base = [[3, 20, 31], [18, 25, 14], [22, 17, 40]]

    # 1. primary suppression alone: one subtraction recovers the cell
    r = attack(two_way(base, ["r0c0"]))
    assert by_id(r)["r0c0"]["exact"] and by_id(r)["r0c0"]["lo"] == 3
    assert not r["summary"]["all_protected"]

    # 2. a rectangle of four suppressed cells protects it
    r = attack(two_way(base, ["r0c0", "r0c1", "r1c0", "r1c1"]))
    c = by_id(r)["r0c0"]
    assert (c["lo"], c["hi"]) == (1, 20), c
    assert r["summary"]["all_protected"] and not by_id(r)["r1c1"]["sensitive"]

    # 3. two suppressed in every row and column, and still one cell is exact:
    #    it joins two rectangles, so it is total differences and nothing else
    four = [[9, 12, 2, 30], [11, 14, 25, 33], [21, 24, 8, 10], [26, 29, 13, 7]]
    hid = ["r0c0", "r0c1", "r1c0", "r1c1", "r2c2", "r2c3", "r3c2", "r3c3", "r0c2"]
    r = attack(two_way(four, hid))
    assert by_id(r)["r0c2"]["exact"] and by_id(r)["r0c2"]["lo"] == 2
    assert r["summary"]["unprotected"] == ["r0c2"]

    # 4. two hidden cells that add up to two: both must be one
    doc = {"cells": [{"id": "a", "value": None}, {"id": "b", "value": None}, {"id": "c", "value": 13},
                     {"id": "T", "value": 15}],
           "relations": [{"total": "T", "parts": ["a", "b", "c"]}], "truth": {"a": 1, "b": 1, "c": 13, "T": 15}}
    r = attack(doc)
    assert r["summary"]["exact"] == ["a", "b"] and r["groups"][0]["small"]
    r = attack({**doc, "min_suppressed": 0})
    assert by_id(r)["a"]["lo"] == 0 and by_id(r)["a"]["hi"] == 2

    # 5. linked tables: the same children counted to 15 and to 17
    doc = {"cells": [{"id": "boys0-15", "value": 41}, {"id": "girls0-15", "value": 38},
                     {"id": "boys0-17", "value": 60}, {"id": "girls0-17", "value": 41},
                     {"id": "boys16-17", "value": None}, {"id": "girls16-17", "value": None},
                     {"id": "all16-17", "value": 22}],
           "relations": [{"total": "all16-17", "parts": ["boys16-17", "girls16-17"]}],
           "truth": {"boys16-17": 19, "girls16-17": 3}}
    assert by_id(attack(doc))["girls16-17"]["hi"] == 21
    linked = {**doc, "relations": doc["relations"] + [
        {"total": "boys0-17", "parts": ["boys0-15", "boys16-17"]},
        {"total": "girls0-17", "parts": ["girls0-15", "girls16-17"]}]}
    assert attack(linked)["summary"]["exact"] == ["boys16-17", "girls16-17"]

    # 6. a percentage gives the numerator back
    doc = {"cells": [{"id": "n", "value": None}, {"id": "rest", "value": None}, {"id": "N", "value": 24}],
           "relations": [{"total": "N", "parts": ["n", "rest"]}], "truth": {"n": 3, "rest": 21, "N": 24}}
    assert by_id(attack(doc))["n"]["hi"] == 23
    r = attack({**doc, "ratios": [{"numerator": "n", "denominator": "N", "percent": 13, "decimals": 0}]})
    assert by_id(r)["n"]["exact"] and by_id(r)["n"]["lo"] == 3
    doc = {"cells": [{"id": "n", "value": None}, {"id": "pop", "value": 2400}], "truth": {"n": 3, "pop": 2400},
           "ratios": [{"numerator": "n", "denominator": "pop", "percent": 12.5, "decimals": 1, "per": 10000}]}
    assert attack(doc)["summary"]["exact"] == ["n"]

    # 7. a total rounded to 10 hides it, two unrounded totals do not
    doc = {"cells": [{"id": "a", "value": None}, {"id": "b", "value": 18}, {"id": "c", "value": 36},
                     {"id": "T", "value": 60, "rounding": 10}],
           "relations": [{"total": "T", "parts": ["a", "b", "c"]}], "truth": {"a": 4, "b": 18, "c": 36, "T": 58}}
    r = attack(doc)
    assert (by_id(r)["a"]["lo"], by_id(r)["a"]["hi"]) == (1, 11) and r["summary"]["all_protected"]

    # 8. a hierarchy: districts into areas into a county, with a hidden subtotal
    doc = {"cells": [{"id": "d1", "value": None}, {"id": "d2", "value": None}, {"id": "d3", "value": 12},
                     {"id": "d4", "value": 15}, {"id": "A", "value": None}, {"id": "B", "value": 27},
                     {"id": "C", "value": 33}],
           "relations": [{"total": "A", "parts": ["d1", "d2"]}, {"total": "B", "parts": ["d3", "d4"]},
                         {"total": "C", "parts": ["A", "B"]}],
           "truth": {"d1": 2, "d2": 4, "d3": 12, "d4": 15, "A": 6, "B": 27, "C": 33}}
    r = attack(doc)
    assert by_id(r)["A"]["exact"] and (by_id(r)["d1"]["lo"], by_id(r)["d1"]["hi"]) == (1, 5)
    assert r["summary"]["all_protected"]  # A is 6, not sensitive; d1 and d2 still cover 1..5
    r = attack({**doc, "insider": True, "truth": {**doc["truth"], "d1": 1, "d2": 5}})
    assert r["insiders"] == [{"insider": "d1", "learns": ["d2"]}]

    # 9. criteria differ, an impossible table is caught, a leak is caught
    tight = two_way([[3, 4, 30], [20, 21, 22]], ["r0c0", "r0c1", "r1c0", "r1c1"])
    assert attack(tight)["summary"]["all_protected"]  # both may be 1..6
    pair = two_way([[2, 2, 30], [20, 21, 22]], ["r0c0", "r0c1", "r1c0", "r1c1"])
    assert attack(pair)["summary"]["unprotected"] == ["r0c0", "r0c1"]
    assert attack({**pair, "criterion": "not_exact"})["summary"]["all_protected"]
    assert attack({**pair, "criterion": "width", "min_width": 2})["summary"]["all_protected"]
    broken = two_way(base, ["r0c0", "r0c1", "r1c0", "r1c1"])
    next(c for c in broken["cells"] if c["id"] == "r0")["value"] = 31
    assert not attack(broken)["feasible"]
    assert attack(two_way(base))["published_small"] == ["r0c0"]

    # 10. against plain enumeration on random small tables
    rng = np.random.default_rng(5)
    for _ in range(60):
        rows = rng.integers(0, 14, size=(3, 3)).tolist()
        ids = [f"r{i}c{j}" for i in range(3) for j in range(3) if rows[i][j] > 0]
        pick = sorted(rng.choice(ids, size=min(len(ids), 6), replace=False))
        doc = two_way(rows, pick)
        want = brute(doc)
        for c in attack(doc)["cells"]:
            assert (c["lo"], c["hi"]) == want[c["id"]], (rows, pick, c, want)
    print("self-test: 10 groups of examples passed")


def main(argv):
    if "--self-test" in argv:
        self_test()
        return 0
    if "--lines" in argv:
        files = [a for a in argv if not a.startswith("--")]
        with (open(files[0], encoding="utf-8") if files else sys.stdin) as f:
            for line in f:
                print(json.dumps(attack(json.loads(line))))
        return 0
    pretty = "--pretty" in argv
    files = [a for a in argv if not a.startswith("--")]
    try:
        with (open(files[0], encoding="utf-8") if files and files[0] != "-" else sys.stdin) as f:
            report = attack(json.load(f))
    except (BadInput, KeyError, TypeError, ValueError, OSError) as e:
        print(json.dumps({"error": f"{type(e).__name__}: {e}"}))
        return 2
    print(json.dumps(report, indent=1 if pretty else None))
    if not report["feasible"]:
        return 2
    return 0 if report["summary"]["all_protected"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
