"""Measures of rows of logits, alone and in pairs, at 60 digits, rounded to doubles.

    python3 reference/rows.py        writes reference/rows.json (mpmath 1.3; seconds)

The test makes the same rows from the same generator, so only the answers are stored. All logits are exact singles.
"""

import json
from pathlib import Path

from mpmath import exp, inf, log, mp, mpf

mp.dps = 60
VOCABULARY = 2803
TARGET = 517


def words(state=1):
    """x ← 1664525·x + 1013904223 mod 2³² (Numerical Recipes)."""
    while True:
        state = (1664525 * state + 1013904223) % 2**32
        yield state


def bell(a, b):
    """Like the logits of a model: between −16 and 16, standard deviation 4.6."""
    return ((a >> 18) + (a >> 4) % 2**14 + (b >> 18) + (b >> 4) % 2**14 - 32766) / 2048


def noise(c):
    return ((c >> 24) - 128) / 512


# Each makes (x, y), logits of P and Q, from its index and three words.
SHAPES = {
    "like a model's, and a quantised one's": lambda i, a, b, c: (bell(a, b), bell(a, b) + noise(c)),
    "unrelated": lambda i, a, b, c: (bell(a, b), bell(b, c)),
    "equal": lambda i, a, b, c: (bell(a, b), bell(a, b)),
    "flat": lambda i, a, b, c: ((a >> 22) / 4096, (b >> 22) / 4096),
    "certain": lambda i, a, b, c: (40 if i == TARGET else bell(a, b), 30 if i == TARGET else bell(a, c)),
    "far below": lambda i, a, b, c: (-(a >> 20) / 4, -(b >> 20) / 4),
    "large": lambda i, a, b, c: (1000 + bell(a, b), bell(a, b) - 2000 + noise(c)),
    "masked": lambda i, a, b, c: (-inf, -inf) if c >> 30 == 1 else (bell(a, b), bell(a, b) + noise(c)),
    "Q excludes some": lambda i, a, b, c: (bell(a, b), -inf if c >> 24 == 1 else bell(b, a)),
    "P excludes some, far below in Q": lambda i, a, b, c: (-inf if c >> 30 == 1 else bell(a, b), -1000 if c >> 30 == 1 else bell(b, c)),
    "ties": lambda i, a, b, c: (a >> 30, b >> 30),
}


def rows(shape):
    draw = words()
    pairs = [SHAPES[shape](i, next(draw), next(draw), next(draw)) for i in range(VOCABULARY)]
    return [mpf(x) for x, _ in pairs], [mpf(y) for _, y in pairs]


def normalised(x):
    total = log(sum(exp(v) for v in x))
    return total, [v - total for v in x]


def alone(x):
    total, logs = normalised(x)
    ranked = sorted(range(VOCABULARY), key=lambda i: (-x[i], i))
    return {
        "logSumExp": total,
        "negativeLogLikelihood": -logs[TARGET],
        "entropy": -sum(exp(v) * v for v in logs if v > -inf),
        "top1": ranked[0],
        "top1LogProbability": logs[ranked[0]],
        "rank": ranked.index(TARGET) + 1,
    }


def kl(ls, ms):
    """A probability that no double holds counts as 0."""
    return sum(exp(v) * (v - w) for v, w in zip(ls, ms) if exp(v) > mpf(2) ** -1075)


def together(x, y):
    ls, ms = normalised(x)[1], normalised(y)[1]
    halves = [log((exp(v) + exp(w)) / 2) if max(v, w) > -inf else -inf for v, w in zip(ls, ms)]
    likeliest = [{i for i in sorted(range(VOCABULARY), key=lambda i: (-v[i], i))[:10] if v[i] > -inf} for v in (x, y)]
    return {
        "forwardKl": kl(ls, ms),
        "reverseKl": kl(ms, ls),
        "jensenShannon": (kl(ls, halves) + kl(ms, halves)) / 2,
        "totalVariation": sum(abs(exp(v) - exp(w)) for v, w in zip(ls, ms)) / 2,
        "topOverlap": len(likeliest[0] & likeliest[1]),
    }


def plain(answers):
    return {key: value if isinstance(value, int) else "Infinity" if value == inf else float(value) for key, value in answers.items()}


if __name__ == "__main__":
    answers = {}
    for shape in SHAPES:
        x, y = rows(shape)
        answers[shape] = {"p": plain(alone(x)), "q": plain(alone(y)), **plain(together(x, y))}
    Path(__file__).with_suffix(".json").write_text(json.dumps(answers, indent=1, ensure_ascii=False) + "\n")
