"""Estimates from counts by other means: from their definitions at 60 digits (sums over pairs, leave-one-out, sums over the prior), and by other systems.

    python3 reference/estimators.py        writes reference/estimators.json (mpmath 1.3, infomeasure 0.6.3)

What ndd (NSB in Fortran) gives is copied from its documentation; its older sd was of another kind.
"""

import json
from pathlib import Path

import infomeasure
import numpy
from mpmath import exp, log, loggamma, mp, mpf, psi, sqrt

mp.dps = 60

SAMPLES = [
    ([4, 2, 1, 1], 20),
    ([8, 4, 3, 2, 1, 1, 1], 7),
    ([1, 1, 1, 1, 1, 1, 1, 2], 50),
    ([60, 25, 10, 5], 4),
    ([3, 2, 2], 3),
    ([1, 1, 1], 10),
    ([5], 3),
    ([120, 1, 1, 2, 3, 1, 40, 7], 1000),
    ([1000, 900, 850, 2, 2], 6),
]
NDD = [
    {"counts": [7, 3, 5, 8, 9, 1, 3, 3, 1, 0, 2, 5, 2, 11, 4, 23, 5, 0, 8, 0], "alphabet": 20, "mean": 2.623634344888532},
    {"counts": [4, 12, 4, 5, 3, 1, 5, 1, 2, 2, 2, 2, 11, 3, 4, 12, 12, 1, 2], "alphabet": 100, "mean": 2.8060922529931225, "sd": 0.11945501149743358},
]
PAIRS = [([30, 50, 20], [60, 25, 15], 0.5), ([3, 0, 1, 0], [0, 2, 2, 5], 1.0), ([1, 0], [0, 1], 0.01)]


def plug_in(counts):
    n = mpf(sum(counts))
    return -sum(c / n * log(c / n) for c in counts if c)


def jackknife(counts):
    n = sum(counts)
    without = [(c, plug_in([k - (i == j) for j, k in enumerate(counts)])) for i, c in enumerate(counts)]
    return n * plug_in(counts) - mpf(n - 1) / n * sum(c * h for c, h in without) if n > 1 else mpf(0)


def grassberger(counts):
    n = mpf(sum(counts))
    g = lambda m: psi(0, m) + mpf(-1) ** m / 2 * (psi(0, mpf(m + 1) / 2) - psi(0, mpf(m) / 2))
    return log(n) - sum(c * g(c) for c in counts) / n


def chao_shen(counts):
    n = mpf(sum(counts))
    once = min(counts.count(1), n - 1)
    p = [(1 - once / n) * c / n for c in counts]
    return -sum(x * log(x) / (1 - (1 - x) ** n) for x in p)


def chao_wang_jost(counts):
    n, once, twice = mpf(sum(counts)), counts.count(1), counts.count(2)
    known = sum(c / n * sum(1 / mpf(k) for k in range(c, int(n))) for c in counts)
    a = 2 * twice / ((n - 1) * once + 2 * twice) if twice else 2 / ((n - 1) * (once - 1) + 2) if once else mpf(1)
    if a == 1:
        return known
    return known + once / n * (1 - a) ** (1 - n) * (-log(a) - sum((1 - a) ** r / mpf(r) for r in range(1, int(n))))


def james_stein(counts, alphabet):
    n = mpf(sum(counts))
    p = [c / n for c in counts] + [mpf(0)] * (alphabet - len(counts))
    distance = sum((mpf(1) / alphabet - x) ** 2 for x in p)
    share = min(mpf(1), (1 - sum(x * x for x in p)) / ((n - 1) * distance)) if distance else mpf(1)
    shrunk = [share / alphabet + (1 - share) * x for x in p]
    return -sum(x * log(x) for x in shrunk if x)


def dirichlet(counts, alphabet, weight):
    """Wolpert and Wolf's first two moments, summed over pairs of groups of equal weights."""
    weight = mpf(weight)
    sizes = {c + weight: counts.count(c) for c in set(counts)}
    if alphabet > len(counts):
        sizes[weight] = alphabet - len(counts)
    total = sum(a * k for a, k in sizes.items())
    mean = psi(0, total + 1) - sum(k * a / total * psi(0, a + 1) for a, k in sizes.items())
    other = lambda a, b: (psi(0, a + 1) - psi(0, total + 2)) * (psi(0, b + 1) - psi(0, total + 2)) - psi(1, total + 2)
    same = lambda a: (psi(0, a + 2) - psi(0, total + 2)) ** 2 + psi(1, a + 2) - psi(1, total + 2)
    square = mpf(0)
    for a, k in sizes.items():
        square += k * a * (a + 1) * same(a) + k * (k - 1) * a * a * other(a, a)
        square += sum(k * j * a * b * other(a, b) for b, j in sizes.items() if b != a)
    square /= total * (total + 1)
    return mean, square


def nsb(counts, alphabet):
    n = sum(counts)

    def log_evidence(beta):
        rising = sum(loggamma(c + beta) - loggamma(beta) for c in counts)
        return rising + loggamma(alphabet * beta) - loggamma(n + alphabet * beta)

    slope = lambda beta: alphabet * psi(1, alphabet * beta + 1) - psi(1, beta + 1)
    top = max(log_evidence(mpf(10) ** k) for k in range(-8, 9))
    # The trapezoidal rule: the integrand is analytic and falls off exponentially on either side, so its error is e^(-2π·π/0.2) = e^-98.
    steps = [mpf(k) / 5 for k in range(-200, 350)]
    weights = [exp(log_evidence(exp(w)) - top + w) * slope(exp(w)) for w in steps]
    moments = [dirichlet(counts, alphabet, exp(w)) for w in steps]
    zero = sum(weights)
    mean = sum(x * m for x, (m, _) in zip(weights, moments)) / zero
    square = sum(x * m for x, (_, m) in zip(weights, moments)) / zero
    return mean, sqrt(square - mean**2)


def by_infomeasure(counts):
    data = numpy.repeat(numpy.arange(len(counts)), counts)
    names = {"millerMadow": "miller_madow", "chaoShen": "chao_shen", "chaoWangJost": "chao_wang_jost", "jamesStein": "shrink"}
    return {name: float(infomeasure.entropy(data, approach=approach, base="e")) for name, approach in names.items()}


def entropies(counts, alphabet):
    mean, square = dirichlet(counts, alphabet, 0.5)
    nsb_mean, nsb_sd = nsb(counts, alphabet)
    values = {
        "plugIn": plug_in(counts),
        "jackknife": jackknife(counts),
        "grassberger": grassberger(counts),
        "chaoShen": chao_shen(counts),
        "chaoWangJost": chao_wang_jost(counts),
        "jamesStein": james_stein(counts, alphabet),
        "dirichlet": mean,
        "dirichletSd": sqrt(square - mean**2),
        "nsb": nsb_mean,
        "nsbSd": nsb_sd,
    }
    return {"counts": counts, "alphabet": alphabet, **{name: float(x) for name, x in values.items()}}


def cross_entropy_mean(p, q, weight):
    a, b = [mpf(c) + weight for c in p], [mpf(c) + weight for c in q]
    return sum(x / sum(a) * (psi(0, sum(b)) - psi(0, y)) for x, y in zip(a, b))


def pair(p, q, weight):
    weight = mpf(weight)
    cross = cross_entropy_mean(p, q, weight)
    own = dirichlet(p, len(p), weight)[0]
    return {"p": p, "q": q, "concentration": float(weight), "crossEntropy": float(cross), "kl": float(cross - own)}


def tails():
    cases = [(0.5, 1), (0.125, 8), (1e-3, 20), (1e-3, 20_000), (2e-8, 1000), (0.999, 5)]
    def value(a, n):
        a = mpf(a)
        return (1 - a) ** (1 - n) * (-log(a) - sum((1 - a) ** r / mpf(r) for r in range(1, n)))

    return [[a, n, float(value(a, n))] for a, n in cases]


def main():
    table = {
        "entropies": [entropies(counts, alphabet) for counts, alphabet in SAMPLES],
        "infomeasure": [{"counts": c, **by_infomeasure(c)} for c, _ in SAMPLES[:5]],
        "ndd": NDD,
        "pairs": [pair(*case) for case in PAIRS],
        "logTail": tails(),
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
