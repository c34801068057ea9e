"""Σ −p ln p and Σ (p ln(p/q) − p + q) of generated pairs of doubles, at 400 digits, rounded to doubles.

    python3 reference/kernels.py        writes reference/kernels.json (mpmath 1.3; seconds)

The test makes the same pairs from the same generator, so only the answers are stored. The vectors need not sum to 1: the kernels
do not ask for it.
"""

import json
from pathlib import Path

from mpmath import log, mp, mpf

mp.dps = 400
LENGTH = 4099
UNIT = 2.0**-12


def words(state=1):
    """x ← 1664525·x + 1013904223 mod 2³² (Numerical Recipes)."""
    while True:
        state = (1664525 * state + 1013904223) % 2**32
        yield state


def unit(word):
    return (word + 1) / 2**32


# Each makes (p, q) from three words. Powers of two scale exactly; the rest is one rounding, the same in every language.
SHAPES = {
    "independent": lambda a, b, c: (unit(a) * UNIT, unit(b) * UNIT),
    "a factor of two apart": lambda a, b, c: (unit(a) * UNIT, unit(a) * UNIT * (0.5 + unit(b))),
    "near-equal": lambda a, b, c: (unit(a) * UNIT, unit(a) * UNIT * (1 + unit(b) * 2.0**-30)),
    "neighbours": lambda a, b, c: (unit(a) * UNIT, unit(a) * UNIT * (1 + (b >> 31) * 2.0**-52)),
    "q far below p": lambda a, b, c: (unit(a) * UNIT, unit(b) * 2.0**-700),
    "q far above p": lambda a, b, c: (unit(a) * 2.0**-900, unit(b) * UNIT),
    "of all sizes": lambda a, b, c: (unit(a) * 2.0 ** -(b >> 22), unit(b) * 2.0 ** -(c >> 22)),
    "subnormal": lambda a, b, c: (unit(a) * 2.0**-1030, unit(b) * 2.0**-1030),
    "half of p empty": lambda a, b, c: (unit(a) * UNIT * (c >> 31), unit(b) * UNIT),
    "both empty now and then": lambda a, b, c: (unit(a) * UNIT * min(1, c >> 29), unit(b) * UNIT * min(1, c >> 29)),
    "just below 1": lambda a, b, c: (1 - 2.0**-53 * (a >> 30), 1 - 2.0**-53 * (b >> 30)),
    "around the root of a half": lambda a, b, c: (181 / 256 + (a >> 30) * 2.0**-16, 181 / 256 + (b >> 30) * 2.0**-16),
}


def pairs(shape):
    draw = words()
    return [SHAPES[shape](next(draw), next(draw), next(draw)) for _ in range(LENGTH)]


def entropy(numbers):
    return -sum(mpf(p) * log(mpf(p)) for p in numbers if p > 0)


def kl(numbers):
    return sum((mpf(p) * log(mpf(p) / mpf(q)) if p > 0 else 0) - mpf(p) + mpf(q) for p, q in numbers)


if __name__ == "__main__":
    answers = {
        shape: {"entropy": float(entropy([p for p, _ in numbers])), "kl": float(kl(numbers))}
        for shape in SHAPES
        for numbers in [pairs(shape)]
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(answers, indent=1, ensure_ascii=False) + "\n")
