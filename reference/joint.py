"""Measures of joint tables at 1100 digits, from their definitions. Writes joint.json.

The entries of a table are doubles, taken exactly; so many digits because 1e-300 meets 1, and its square matters. Where a table sums to
S rather than 1, marginals are compared as in p*S/(r*c), and H of a group of axes is the sum of p*ln(S/p); the joint entropy is that of `entropy`.
"""

import itertools
import json
import math
import random
from collections import defaultdict
from pathlib import Path

from mpmath import log, mp, mpf, sqrt

mp.dps = 1100


def cells(case):
    return zip(itertools.product(*map(range, case["shape"])), map(mpf, case["p"]))


def marginal(case, axes):
    sums = defaultdict(mpf)
    for index, p in cells(case):
        sums[tuple(index[axis] for axis in axes)] += p
    return {key: p for key, p in sums.items() if p > 0}


def conditional_entropy(case, of, given):
    totals = marginal(case, given)
    return sum(p * log(totals[key[: len(given)]] / p) for key, p in marginal(case, given + of).items())


def mutual_information(case, a, b, given=()):
    given = list(given)
    n, m = len(given), len(given) + len(a)
    totals, rows, columns = marginal(case, given), marginal(case, given + a), marginal(case, given + b)
    return sum(
        p * log(p * totals[key[:n]] / (rows[key[:m]] * columns[key[:n] + key[m:]]))
        for key, p in marginal(case, given + a + b).items()
    )


def total_correlation(case):
    axes = range(len(case["shape"]))
    return sum(conditional_entropy(case, [axis], []) for axis in axes) - conditional_entropy(case, list(axes), [])


def co_information(case):
    others = range(2, len(case["shape"]))
    subsets = [s for size in range(len(others) + 1) for s in itertools.combinations(others, size)]
    terms = [(-1) ** len(s) * mutual_information(case, [0], [1], s) for s in subsets]
    return sum(terms), sum(map(abs, terms))


def pointwise(case):
    [total], rows, columns = marginal(case, []).values(), marginal(case, [0]), marginal(case, [1])
    values = []
    for (i, j), p in cells(case):
        never = (i,) not in rows or (j,) not in columns
        values.append(0 if never else float(log(p * total / (rows[i,] * columns[j,]))) if p > 0 else None)
    return values


def measures(case):
    axes = list(range(len(case["shape"])))
    first, rest = [0], axes[1:]
    information = mutual_information(case, first, rest)
    h0, h1 = conditional_entropy(case, first, []), conditional_entropy(case, rest, [])
    co, co_terms = co_information(case)
    divisors = {
        "joint": conditional_entropy(case, axes, []),
        "min": min(h0, h1),
        "max": max(h0, h1),
        "arithmetic": (h0 + h1) / 2,
        "geometric": sqrt(h0 * h1),
    }
    result = {
        "jointEntropy": -sum(p * log(p) for _, p in cells(case) if p > 0),
        "conditionalEntropy": conditional_entropy(case, rest, first),
        "mutualInformation": information,
        "variationOfInformation": conditional_entropy(case, first, rest) + conditional_entropy(case, rest, first),
        "totalCorrelation": total_correlation(case),
        "coInformation": co,
        "coInformationTerms": co_terms,
    }
    if len(axes) > 2:
        result["conditionalMutualInformation"] = mutual_information(case, [0], [1], axes[2:])
    result = {name: float(value) for name, value in result.items()}
    result["normalized"] = {by: float(information / h) for by, h in divisors.items() if h > 0}
    if len(axes) == 2:
        result["pointwise"] = pointwise(case)
    return {**case, **result}


def normalized(weights):
    total = math.fsum(weights)
    return [w / total for w in weights]


def outer(*marginals):
    return [math.prod(factors) for factors in itertools.product(*marginals)]


def cases():
    rng = random.Random(20240607)

    def weights(size, zeros=0.0):
        return [0.0 if rng.random() < zeros else rng.random() for _ in range(size)]

    def wide(size):
        return [10 ** rng.uniform(-300, 0) for _ in range(size)]

    yield "two by two", [2, 2], [0.4, 0.1, 0.2, 0.3]
    yield "uniform but for one cell moved by 2**-30", [2, 2], [0.25 + 2**-30, 0.25 - 2**-30, 0.25, 0.25]
    for shape in [2, 3], [5, 7], [1, 4], [2, 2, 2], [3, 2, 4], [2, 3, 2, 2]:
        yield f"random {shape}", shape, normalized(weights(math.prod(shape)))
        yield f"with zeros {shape}", shape, normalized(weights(math.prod(shape), 0.4))
    yield "random 16 by 20", [16, 20], normalized(weights(320))
    for shape in [3, 4], [2, 3, 2]:
        marginals = [normalized(weights(length)) for length in shape]
        product = outer(*marginals)
        for exponent in 3, 6, 9, 12, 15:
            noisy = [p * (1 + rng.uniform(-1, 1) * 10**-exponent) for p in product]
            yield f"independent {shape} but for relative 1e-{exponent}", shape, normalized(noisy)
        yield f"product of marginals {shape}, rounded", shape, normalized(product)
    for shape in [2, 2], [3, 4], [2, 2, 3]:
        for _ in range(3):
            yield f"log-uniform on 1e-300..1 {shape}", shape, normalized(wide(math.prod(shape)))
    yield "almost all in one cell", [2, 2], [1 - 2**-53, 1e-17, 5e-17, 3e-17]
    yield "off the diagonal by 1e-100", [2, 2], [0.5, 1e-100, 1e-100, 0.5]
    yield "never both, each 1e-100", [2, 2], [1.0, 1e-100, 1e-100, 0.0]
    yield "both or none, 1e-300", [2, 2], [1.0, 0.0, 0.0, 1e-300]
    yield "subnormal corner", [2, 2], [0.5, 0.5, 5e-324, 1e-310]
    yield "xor", [2, 2, 2], [0.25, 0, 0, 0.25, 0, 0.25, 0.25, 0]
    yield "three copies", [2, 2, 2], [0.5, 0, 0, 0, 0, 0, 0, 0.5]


if __name__ == "__main__":
    found = [measures({"name": name, "shape": shape, "p": p}) for name, shape, p in cases()]
    lines = ",\n".join(json.dumps(case) for case in found)
    Path(__file__).with_suffix(".json").write_text(f"[\n{lines}\n]\n")
