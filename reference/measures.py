"""Reference values of the discrete measures, from exact doubles, by the literal formulas at 50 to 700 digits.

    python3 reference/measures.py        writes reference/measures.json (mpmath 1.3; some three minutes, for the million outcomes)

Small inputs are stored with their values; large ones are made by the integer generator below, which the test repeats, so that
only the answers are stored. A key such as "renyiDivergence 0.5" is a function of the library and its arguments after p and q.
Conventions as documented there: divergences of vectors that do not sum to 1 exactly are the generalised ones.
"""

import json
import math
from pathlib import Path

from mpmath import exp, inf, log, log1p, mp, mpf, sqrt

ORDERS = [0, 1e-9, 0.1, 0.5, 0.75, 1 - 1e-9, 1, 1 + 1e-12, 1.1, 2, 3.5, 20, 1000, math.inf]
ALPHAS = [-3, -1, -1e-9, 0, 1e-12, 0.25, 0.5, 1 - 1e-9, 1, 1 + 1e-12, 1.5, 2, 5]
WEIGHTS = [0.5, 0.1, 1 - 1e-9, 1e-9]
NEVER = "Infinity"
SMALLEST_NORMAL = 2.3e-308


def xlogy(x, y):
    if x == 0:
        return mpf(0)
    return x * log(y) if y > 0 else -inf


def kl_term(p, q):
    if p == 0:
        return q
    return p * log(p / q) - p + q if q > 0 else inf


def product(p, q, alpha):
    """p^alpha q^(1 - alpha)"""
    if p == 0 and q == 0:
        return mpf(0)
    if p == 0:
        return mpf(0) if alpha > 0 else (q if alpha == 0 else inf)
    if q == 0:
        return mpf(0) if alpha < 1 else (p if alpha == 1 else inf)
    return p * exp((1 - alpha) * log(q / p))


def power_excess(p, q, alpha):
    return sum(product(x, y, alpha) - alpha * x - (1 - alpha) * y for x, y in zip(p, q))


def renyi_entropy(p, order):
    support = [x for x in p if x > 0]
    if order == 0:
        return log(len(support))
    if order == 1:
        return -sum(x * log(x) for x in support)
    if order == inf:
        return -log(max(support))
    total = sum(x**order for x in support)
    excess = sum(x**order - x for x in support)
    return (log1p(excess) if excess > -0.5 else log(total)) / (1 - order)


def tsallis_entropy(p, order):
    support = [x for x in p if x > 0]
    if order == 0:
        return mpf(len(support) - 1)
    if order == 1:
        return renyi_entropy(p, 1)
    return mpf(0) if order == inf else sum(x**order - x for x in support) / (1 - order)


def renyi_divergence(p, q, order):
    if order == 0:
        outside = sum(y for x, y in zip(p, q) if x == 0)
        return -log1p(-outside) if outside < 0.5 else minus_log(sum(y for x, y in zip(p, q) if x > 0))
    if order == 1:
        return sum(kl_term(x, y) for x, y in zip(p, q))
    if order == inf:
        return max((log(x / y) if y > 0 else inf) for x, y in zip(p, q) if x > 0)
    excess = power_excess(p, q, order)
    if 0 < abs(excess) < SMALLEST_NORMAL:
        return None
    if excess == inf:
        return inf
    if excess >= -0.5:
        return log1p(excess) / (order - 1)
    return minus_log(sum(product(x, y, order) for x, y in zip(p, q))) / (1 - order)


def minus_log(x):
    return inf if x == 0 else -log(x)


def alpha_divergence(p, q, alpha):
    if alpha == 1:
        return sum(kl_term(x, y) for x, y in zip(p, q))
    if alpha == 0:
        return sum(kl_term(y, x) for x, y in zip(p, q))
    excess = power_excess(p, q, alpha)
    return None if 0 < abs(excess) < SMALLEST_NORMAL else excess / (alpha * (alpha - 1))


def jensen_shannon(p, q, w):
    return sum(
        xlogy(w * x, x / m) + xlogy((1 - w) * y, y / m)
        for x, y, m in ((x, y, w * x + (1 - w) * y) for x, y in zip(p, q))
        if m > 0
    )


def bhattacharyya_distance(p, q):
    missing = sum((sqrt(x) - sqrt(y)) ** 2 for x, y in zip(p, q)) / 2
    return -log1p(-missing) if missing < 0.5 else minus_log(sum(sqrt(x * y) for x, y in zip(p, q)))


def common(p, q):
    shared = [(x, y) for x, y in zip(p, q) if x > 0 and y > 0]
    a, b = sum(x for x, _ in shared), sum(y for _, y in shared)
    return sum(x / a * log((x / a) / (y / b)) for x, y in shared)


def basic(p, q):
    h = -sum(xlogy(x, x) for x in p)
    cross = -sum(xlogy(x, y) for x, y in zip(p, q))
    values = {
        "entropy": h,
        "perplexity": exp(h),
        "crossEntropy": cross,
        "klDivergence": sum(kl_term(x, y) for x, y in zip(p, q)),
        "klDivergence reverse": sum(kl_term(y, x) for x, y in zip(p, q)),
        "jensenShannonDivergence": jensen_shannon(p, q, mpf(0.5)),
        "totalVariation": sum(abs(x - y) for x, y in zip(p, q)) / 2,
        "hellingerDistance": sqrt(sum((sqrt(x) - sqrt(y)) ** 2 for x, y in zip(p, q)) / 2),
        "bhattacharyyaCoefficient": sum(sqrt(x * y) for x, y in zip(p, q)),
        "chiSquaredDivergence": sum(((x - y) ** 2 / y if y > 0 else inf) for x, y in zip(p, q) if x != y),
        "renyiEntropy 2": renyi_entropy(p, 2),
        "tsallisEntropy 0.5": tsallis_entropy(p, mpf(0.5)),
        "renyiDivergence 2": renyi_divergence(p, q, 2),
        "alphaDivergence 0.25": alpha_divergence(p, q, mpf(0.25)),
    }
    if cross <= 22:
        values["crossPerplexity"] = exp(cross)
    return values


def of_many(p, q):
    """The measures of positive p and q that share a few logarithms and roots, so that a million outcomes take minutes."""
    sums = dict.fromkeys(["h", "cross", "pq", "qp", "js", "tv", "h2", "bc", "chi", "square", "root", "order2", "quarter"], mpf(0))
    for x, y in zip(p, q):
        m = (x + y) / 2
        log_x, log_y, log_m, root_x, root_y = log(x), log(y), log(m), sqrt(x), sqrt(y)
        gap = x - y
        sums["h"] -= x * log_x
        sums["cross"] -= x * log_y
        sums["pq"] += x * (log_x - log_y) - gap
        sums["qp"] += y * (log_y - log_x) + gap
        sums["js"] += (x * (log_x - log_m) + y * (log_y - log_m)) / 2
        sums["tv"] += abs(gap) / 2
        sums["h2"] += (root_x - root_y) ** 2 / 2
        sums["bc"] += root_x * root_y
        sums["chi"] += gap * gap / y
        sums["square"] += x * x
        sums["root"] += root_x - x
        sums["order2"] += x * x / y - 2 * x + y
        sums["quarter"] += sqrt(root_x * root_y) * root_y - x / 4 - 3 * y / 4
    return {
        "entropy": sums["h"],
        "perplexity": exp(sums["h"]),
        "crossEntropy": sums["cross"],
        "crossPerplexity": exp(sums["cross"]),
        "klDivergence": sums["pq"],
        "klDivergence reverse": sums["qp"],
        "jensenShannonDivergence": sums["js"],
        "totalVariation": sums["tv"],
        "hellingerDistance": sqrt(sums["h2"]),
        "bhattacharyyaCoefficient": sums["bc"],
        "chiSquaredDivergence": sums["chi"],
        "renyiEntropy 2": -log(sums["square"]),
        "tsallisEntropy 0.5": 2 * sums["root"],
        "renyiDivergence 2": log1p(sums["order2"]),
        "alphaDivergence 0.25": sums["quarter"] / (mpf(0.25) * mpf(-0.75)),
    }


def everything(p, q):
    values = basic(p, q)
    values["jeffreysDivergence"] = sum(
        ((x - y) * log(x / y) if x > 0 and y > 0 else inf) for x, y in zip(p, q) if x != y
    )
    values["bhattacharyyaDistance"] = bhattacharyya_distance(p, q)
    for order in ORDERS:
        values[f"renyiEntropy {argument(order)}"] = renyi_entropy(p, mpf(order))
        values[f"tsallisEntropy {argument(order)}"] = tsallis_entropy(p, mpf(order))
        values[f"renyiDivergence {argument(order)}"] = renyi_divergence(p, q, mpf(order))
    for alpha in ALPHAS:
        values[f"alphaDivergence {argument(alpha)}"] = alpha_divergence(p, q, mpf(alpha))
    for w in WEIGHTS:
        w_ = mpf(w)
        values[f"jensenShannonDivergence {argument(w)}"] = jensen_shannon(p, q, w_)
        values[f"skewedKlDivergence {argument(w)}"] = sum(
            kl_term(x, w_ * x + (1 - w_) * y) for x, y in zip(p, q)
        )
    if any(x > 0 and y > 0 for x, y in zip(p, q)):
        values["klOnCommonSupport"] = common(p, q)
    return values


def of_logs(a, b):
    def term(u, v):
        if u == -inf:
            return exp(v)
        return inf if v == -inf else exp(u) * (u - v) - exp(u) + exp(v)

    h = -sum(exp(u) * u for u in a if u > -inf)
    cross = -sum((exp(u) * v if u > -inf else mpf(0)) for u, v in zip(a, b))
    return {
        "entropy": h,
        "crossEntropy": cross,
        "klDivergence": sum(term(u, v) for u, v in zip(a, b)),
        "klDivergence reverse": sum(term(v, u) for u, v in zip(a, b)),
    }


def argument(x):
    return NEVER if x == math.inf else repr(x)


def number(x):
    """The nearest double; a value out of the range of normal doubles is left out (None)."""
    if x is None:
        return None
    if x == inf:
        return NEVER
    if x == 0:
        return 0
    nearest = float(x)
    return nearest if SMALLEST_NORMAL < abs(nearest) < math.inf else None


def stored(values):
    return {key: number(x) for key, x in values.items() if number(x) is not None}


def small(name, p, q):
    values = everything([mpf(x) for x in p], [mpf(x) for x in q])
    return {"name": name, "p": p, "q": q, "values": stored(values)}


def logs(name, a, b):
    text = lambda v: [x if x > -math.inf else "-Infinity" for x in v]
    values = of_logs([mpf(x) for x in a], [mpf(x) for x in b])
    return {"name": name, "logP": text(a), "logQ": text(b), "values": stored(values)}


def generator(seed):
    """x ← 1664525·x + 1013904223 mod 2³² (Numerical Recipes)."""
    while True:
        seed = (1664525 * seed + 1013904223) % 2**32
        yield seed


def weights(n, seed):
    """Integers in [1, 2²⁰], over about six orders of magnitude."""
    draw = generator(seed)
    return [(next(draw) >> 12 >> (next(draw) >> 28)) + 1 for _ in range(n)]


def shares(values):
    total = sum(values)
    return [x / total for x in values]


def nudged(values, seed):
    """Each weight times 1024, plus a number below 1024: a distribution near the one of the weights."""
    draw = generator(seed)
    return [1024 * x + (next(draw) >> 22) for x in values]


def generated(name, n, far):
    first = weights(n, 1)
    p = shares(first)
    q = shares(weights(n, 2) if far else nudged(first, 3))
    values = of_many([mpf(x) for x in p], [mpf(x) for x in q])
    return {"name": name, "n": n, "far": far, "values": stored(values)}


def near(p, step):
    return [p[0] + step, p[1] - step / 4, p[2] - (step - step / 4)]


def main():
    mp.dps = 700
    below_one = 1 - 2**-53
    p3 = [0.2, 0.3, 0.5]
    cases = [
        small("coins", [0.5, 0.5], [0.9, 0.1]),
        small("three words", [0.5, 0.4, 0.1], [0.9, 0.05, 0.05]),
        small("twelve outcomes", shares(weights(12, 7)), shares(weights(12, 8))),
        small("Q allows more than P", [0.5, 0.5, 0.0], [0.25, 0.25, 0.5]),
        small("P allows more than Q", [0.25, 0.25, 0.5], [0.5, 0.5, 0.0]),
        small("partly shared supports", [0.5, 0.375, 0.125, 0.0, 0.0], [0.0, 0.375, 0.25, 0.375, 0.0]),
        small("disjoint", [1.0, 0.0], [0.0, 1.0]),
        small("identical", p3, p3),
        small("certain", [1.0, 0.0], [0.75, 0.25]),
        small("1e-300 in P", [1.0, 1e-300], [0.5, 0.5]),
        small("1e-300 in Q", [0.5, 0.5], [1.0, 1e-300]),
        small("1e-300 in both", [1.0, 1e-300], [1.0, 3e-300]),
        small("swapped 1e-300", [1.0, 1e-300], [1e-300, 1.0]),
        small("smallest doubles", [1.0, 5e-324, 0.0], [0.5, 0.5, 5e-324]),
        small("smallest against largest", [1.0, 5e-324], [5e-324, 1.0]),
        small("smallest among others", [0.5, 0.5 - 2**-50, 2**-50, 0.0], [0.25, 0.75, 5e-324, 1e-300]),
        small("smallest the other way", [0.5, 0.5, 5e-324, 1e-300], [0.25, 0.5, 0.125, 0.125]),
        small("one below 1", [below_one, 2**-53], [0.5, 0.5]),
        small("one below 1, in Q", [0.5, 0.5], [below_one, 2**-53]),
        small("one below 1, in both", [below_one, 2**-53], [1 - 2**-52, 2**-52]),
        small("near-equal, D about 1e-16", p3, near(p3, 1e-8)),
        small("near-equal, D about 1e-20", p3, near(p3, 1e-10)),
        small("near-equal, last bit", p3, [0.2, 0.3 + 2**-54, 0.5 - 2**-54]),
        small("near-equal, wide", shares(weights(12, 7)), shares(nudged(weights(12, 7), 9))),
        small("half as much", [0.5, 0.25, 0.25], [0.25, 0.5, 0.25]),
        logs("log: tails", [-600.0, 0.0], [-650.0, 0.0]),
        logs("log: truth against a tail", [0.0, -math.inf], [-800.0, 0.0]),
        logs("log: impossible", [math.log(0.5), math.log(0.5)], [0.0, -math.inf]),
        logs("log: coins", [math.log(0.5), math.log(0.5)], [math.log(0.9), math.log(0.1)]),
        logs(
            "log: near-equal",
            [math.log(x) for x in p3],
            [math.log(0.2) + 5e-9, math.log(0.3), math.log(0.5) - 2e-9],
        ),
        logs("log: twelve", [math.log(x) for x in shares(weights(12, 7))], [math.log(x) for x in shares(weights(12, 8))]),
    ]
    mp.dps = 50
    cases += [
        generated("a thousand outcomes", 1000, True),
        generated("a million outcomes", 10**6, True),
        generated("a million outcomes, near-equal", 10**6, False),
    ]
    body = ",\n".join(json.dumps(case) for case in cases)
    Path(__file__).with_suffix(".json").write_text(f"[\n{body}\n]\n")


if __name__ == "__main__":
    main()
