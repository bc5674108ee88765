"""Writes overdispersion.json: reference results for Overdispersion and UsualMovement, from NumPy and SciPy alone.

    python3 overdispersion.py > overdispersion.json

Formulas: Spiegelhalter 2005 (doi 10.1136/qshc.2005.013755) for the winsorised factor, DerSimonian and Laird 1986 and Paule and
Mandel 1982 for the variance between units. Quantiles are NumPy's default (linear, type 7).
"""
import json
import numpy as np
from scipy import optimize, stats


def logit(part, whole):
    return np.log((part + 0.5) / (whole - part + 0.5)), 1 / (part + 0.5) + 1 / (whole - part + 0.5)


def log_rate(events, population):
    return np.log((events + 0.5) / population), 1 / (events + 0.5)


def dersimonian_laird(y, v):
    w = 1 / v
    mean = np.average(y, weights=w)
    q = np.sum(w * (y - mean) ** 2)
    return max(0.0, (q - (len(y) - 1)) / (np.sum(w) - np.sum(w ** 2) / np.sum(w)))


def paule_mandel(y, v):
    def surplus(t):
        w = 1 / (v + t)
        mean = np.average(y, weights=w)
        return np.sum(w * (y - mean) ** 2) - (len(y) - 1)
    if surplus(0) <= 0:
        return 0.0
    high = 1.0
    while surplus(high) > 0:
        high *= 2
    return optimize.brentq(surplus, 0, high, xtol=1e-15, rtol=1e-15, maxiter=500)


def usual_movement(c, v):
    level = stats.norm.isf(0.1)

    def surplus(t):
        return np.quantile(np.abs(c) / np.sqrt(v + t), 0.8) - level
    if surplus(0) <= 0:
        return 0.0
    high = 1.0
    while surplus(high) > 0:
        high *= 2
    return optimize.brentq(surplus, 0, high, xtol=1e-15, rtol=1e-15, maxiter=500)


def case(name, y, v, target, share):
    middle = np.average(y, weights=1 / v) if target is None else target
    z = (y - middle) / np.sqrt(v)
    drawn = np.clip(z, np.quantile(z, share), np.quantile(z, 1 - share))
    phi = np.mean(drawn ** 2)
    dl, pm = dersimonian_laird(y, v), paule_mandel(y, v)
    count = len(y)
    z95 = stats.norm.isf(0.025)
    more = bool(count * phi > stats.chi2.isf(0.05, count))
    return {
        "name": name, "values": list(y), "variances": list(v), "target": target, "winsorising": share,
        "middle": middle, "factor": phi, "is_more_than_chance": more,
        "dersimonian_laird": dl, "paule_mandel": pm,
        "score_of_first": (y[0] - middle) / np.sqrt(v[0] + pm),
        "upper_95_additive_at_first": middle + z95 * np.sqrt(v[0] + dl),
        "upper_95_multiplicative_at_first": middle + z95 * np.sqrt(v[0] * (max(1, phi) if more else 1)),
    }


def main():
    random = np.random.default_rng(20_050_347)
    cases, proportions, rates, movements = [], [], [], []
    for number, (count, spread, share, target) in enumerate(
            [(2, 0.5, 0.1, None), (5, 0.0, 0.1, None), (10, 0.3, 0.1, None), (10, 0.3, 0.0, -1.2), (30, 0.05, 0.1, None),
             (153, 0.4, 0.1, -1.2), (153, 1.2, 0.2, None), (40, 0.0, 0.1, -1.2), (7, 3.0, 0.1, None), (200, 0.01, 0.25, None)]):
        whole = random.integers(20, 6_000, count).astype(float)
        share_of = 1 / (1 + np.exp(-(-1.2 + spread * random.standard_normal(count))))
        part = random.binomial(whole.astype(int), share_of).astype(float)
        y, v = logit(part, whole)
        cases.append(case(f"shares {number}", y, v, target, share))
        proportions += [{"part": a, "whole": b, "value": c, "variance": d} for a, b, c, d in zip(part[:4], whole, y, v)]
    for number, (count, spread) in enumerate([(12, 0.1), (151, 0.35), (6, 0.0)]):
        population = random.integers(6_000, 300_000, count).astype(float)
        events = random.poisson(population * 0.005 * np.exp(spread * random.standard_normal(count))).astype(float)
        y, v = log_rate(events, population)
        cases.append(case(f"rates {number}", y, v, None, 0.1))
        rates += [{"events": a, "population": b, "value": c, "variance": d} for a, b, c, d in zip(events[:4], population, y, v)]
    for count, spread in [(6, 0.0), (6, 0.4), (11, 0.2), (60, 0.1), (755, 0.2), (9, 5.0)]:
        v = random.uniform(0.001, 0.2, count)
        c = random.standard_normal(count) * np.sqrt(v + spread ** 2)
        tau = usual_movement(c, v)
        movements.append({
            "values": list(c), "variances": list(v), "variance": tau,
            "reach_95_at_0.04": stats.t.isf(0.025, count) * np.sqrt(0.04 + tau),
            "reach_80_at_0.04": stats.t.isf(0.1, count) * np.sqrt(0.04 + tau)})
    import scipy
    print(json.dumps({
        "source": f"NumPy {np.__version__}, SciPy {scipy.__version__}; overdispersion.py beside this file",
        "cases": cases, "proportions": proportions, "rates": rates, "movements": movements}, indent=1))


main()
