"""Writes comparison.json: reference results for ExactComparison, Funnel and RareEvents, from NumPy and SciPy alone.

    python3 comparison.py > comparison.json

Exact tests are two-sided, twice the smaller tail and at most 1. Where a spread is given, the log odds (or log rate) is that of the
known value plus sqrt(variance) times a standard normal or Student variable; the tails are averaged over it by SciPy's adaptive
quadrature, which shares nothing with the fixed grid of the kit. Funnel lines by population solve for the real number of events whose
exact Poisson limit is what the average predicts. Limits of rare events are those of one interval on condition of the sum of all:
SciPy's beta distribution for times, its negative hypergeometric for cases.
"""
import json

import numpy as np
import scipy
from scipy import integrate, optimize, special, stats


def averaged(tails, variance, freedom):
    if variance == 0:
        return tails(0.0)
    law = stats.norm() if freedom is None else stats.t(freedom)
    s = np.sqrt(variance)
    result = []
    for side in (0, 1):
        value = 0.0
        for a, b in [(-np.inf, -3), (-3, -1), (-1, 0), (0, 1), (1, 3), (3, np.inf)]:
            value += integrate.quad(lambda z: tails(s * z)[side] * law.pdf(z), a, b, epsabs=1e-12, epsrel=1e-10, limit=400)[0]
        result.append(value)
    return result


def two_sided(tails):
    return min(1.0, 2 * min(tails))


def share(x, n, p, variance=0.0, freedom=None):
    def tails(shift):
        q = special.expit(special.logit(p) + shift)
        return stats.binom.cdf(x, n, q), stats.binom.sf(x - 1, n, q)
    return two_sided(averaged(tails, variance, freedom))


def events(x, expected, variance=0.0, freedom=None):
    def tails(shift):
        mean = expected * np.exp(np.clip(shift, -600, 600))
        return stats.poisson.cdf(x, mean), stats.poisson.sf(x - 1, mean)
    return two_sided(averaged(tails, variance, freedom))


def shares(x1, n1, x2, n2, variance=0.0, freedom=None):
    m = x1 + x2
    support = np.arange(max(0, m - n1), min(m, n2) + 1)
    base = special.gammaln(n2 + 1) - special.gammaln(support + 1) - special.gammaln(n2 - support + 1)
    base += special.gammaln(n1 + 1) - special.gammaln(m - support + 1) - special.gammaln(n1 - m + support + 1)

    def tails(shift):
        if variance == 0:
            return stats.hypergeom.cdf(x2, n1 + n2, m, n2), stats.hypergeom.sf(x2 - 1, n1 + n2, m, n2)
        logs = base + shift * support
        w = np.exp(logs - logs.max())
        w /= w.sum()
        return w[support <= x2].sum(), w[support >= x2].sum()
    return two_sided(averaged(tails, variance, freedom))


def counts(x1, x2, ratio=1.0, variance=0.0, freedom=None):
    def tails(shift):
        p = special.expit(np.log(ratio) + shift)
        return stats.binom.cdf(x2, x1 + x2, p), stats.binom.sf(x2 - 1, x1 + x2, p)
    return two_sided(averaged(tails, variance, freedom))


def funnel_by_population(average, population, tail):
    expected = average * population
    low = 0.0
    if special.gammaincc(1, expected) < tail:
        low = optimize.brentq(lambda o: special.gammaincc(o + 1, expected) - tail, 0, expected + 1, xtol=1e-14, rtol=1e-14)
    high = optimize.brentq(lambda o: special.gammainc(o, expected) - tail, 1e-9, 10 * expected + 200, xtol=1e-14, rtol=1e-14)
    return low / population, high / population


def main():
    random = np.random.default_rng(20_261_130)
    spreads = [(0.0, None), (0.0, None), (0.04, None), (0.25, 7), (1.0, None), (0.09, 40)]
    out = {"source": f"NumPy {np.__version__}, SciPy {scipy.__version__}; comparison.py beside this file",
           "share": [], "events": [], "shares": [], "counts": [], "funnels": [], "times": [], "cases": []}
    for number in range(36):
        variance, freedom = spreads[number % len(spreads)]
        more = {"variance": variance, "freedom": freedom}
        n = int(random.choice([1, 3, 9, 25, 120, 3000]))
        p = float(random.uniform(0.01, 0.99))
        x = int(min(n, max(0, round(n * p + random.normal() * np.sqrt(n) * 0.7))))
        out["share"].append({"part": x, "whole": n, "share": p, **more, "p": share(x, n, p, variance, freedom)})
        expected = float(random.choice([0.2, 1.7, 6.0, 31.5]))
        x = int(random.integers(0, 12))
        out["events"].append({"events": x, "expected": expected, **more, "p": events(x, expected, variance, freedom)})
        n1, n2 = (int(v) for v in random.choice([1, 4, 9, 31, 240, 2500], 2))
        x1, x2 = int(random.integers(0, min(n1, 14) + 1)), int(random.integers(0, min(n2, 14) + 1))
        if number % 5 == 0:
            x1, x2 = n1 - x1, n2 - x2
        out["shares"].append({"parts": [x1, x2], "wholes": [n1, n2], **more, "p": shares(x1, n1, x2, n2, variance, freedom)})
        x1, x2 = int(random.integers(0, 10)), int(random.integers(0, 25))
        ratio = float(random.choice([1.0, 0.5, 3.2]))
        out["counts"].append({"counts": [x1, x2], "ratio": ratio, **more, "p": counts(x1, x2, ratio, variance, freedom)})
    for average in (0.0004, 0.005, 0.03):
        for population in (900, 20_000, 300_000):
            lines = [funnel_by_population(average, population, tail) for tail in (0.025, 0.001)]
            out["funnels"].append({"average": average, "population": population, "lines": lines})
    for gaps in (5, 8, 20, 200):
        total = float(random.uniform(100, 4_000))
        law = stats.beta(1, gaps - 1)
        out["times"].append({"gaps": gaps, "total": total, "lower": total * law.ppf(0.00135), "upper": total * law.isf(0.00135),
                             "median": total * law.median(), "open": float(random.uniform(50, 900))})
        item = out["times"][-1]
        item["open_p"] = float(stats.beta(1, gaps).sf(item["open"] / (item["open"] + total)))
        cases = int(random.integers(40, 3_000))
        # Of the cases without the property, how many come before the first of the others: negative hypergeometric.
        def at_least(k, cases=cases, gaps=gaps):
            return float(stats.nhypergeom(cases + gaps - 1, cases, 1).sf(k - 1))
        upper = next(k for k in range(cases + 2) if at_least(k) <= 0.00135)
        median = next(k for k in range(cases + 1) if 1 - at_least(k + 1) >= 0.5)
        out["cases"].append({"gaps": gaps, "total": cases, "first_beyond": upper, "median": median,
                             "at_least": [[k, at_least(k)] for k in (0, 1, cases // 10, cases // 3)]})
    print(json.dumps(out, indent=1))


main()
